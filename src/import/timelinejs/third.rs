//! Version 3: a list of slides, with dates in parts.

use super::{Media, line, named, put_media, put_title, tell_era, text, whole_dates};
use crate::check::date_of_name;
use crate::import::dates::{Dates, NoDate, Reading, between};
use crate::import::json::{Fields, Json};
use crate::import::{Entry, Losses, Manner, Options, Place, Read, Unreadable};
use crate::schema::check_id;
use crate::words::LANGUAGES;

pub(super) fn read(
    json: &Json,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    let mut read = Read::default();
    let root = Place::default();
    let dates = Dates::of(
        options,
        whole_dates(json, "events", ["start_date", "end_date"]),
        losses,
    );
    let Some(mut fields) = Fields::of(json, &root) else {
        return Err(Unreadable::new("there is no object at the top"));
    };
    if let Some(title) = fields.take("title") {
        let place = named("title");
        match slide(title, &place, dates, losses) {
            Some(slide) => put_title(&mut read, slide, losses),
            None => losses.no_place(&place, "title", &title.to_string()),
        }
    }
    for (list, is_era) in [("events", false), ("eras", true)] {
        let items = match fields.take(list) {
            None => continue,
            Some(Json::List(items)) => items,
            Some(other) => {
                losses.tell(
                    &named(list),
                    None,
                    Manner::LeftOut,
                    format!(
                        "this is not a list: {}",
                        crate::import::quoted(&other.to_string())
                    ),
                );
                continue;
            }
        };
        for (number, item) in items.iter().enumerate() {
            let place = named(&format!("{list}[{number}]"));
            let Some(mut entry) = slide(item, &place, dates, losses) else {
                let what = format!(
                    "this is no record: {}",
                    crate::import::quoted(&item.to_string())
                );
                losses.tell(&place, None, Manner::LeftOut, what);
                continue;
            };
            if is_era {
                tell_era(&mut entry, losses);
            }
            read.entries.push(entry);
        }
    }
    fields.rest(losses);
    Ok(read)
}

fn slide(value: &Json, place: &Place, dates: Dates, losses: &mut Losses) -> Option<Entry> {
    let mut fields = Fields::of(value, place)?;
    let mut entry = Entry {
        place: place.clone(),
        ..Entry::default()
    };
    let shown = fields.text("display_date", losses);
    if let Some(mut words) = fields.inner("text") {
        let headline = words.text("headline", losses);
        entry.title = line(&entry, "text.headline", headline, losses);
        let body = words.text("text", losses);
        entry.summary = text(&entry, "text.text", body, losses);
        words.rest(losses);
    } else {
        let body = fields.text("text", losses);
        entry.summary = text(&entry, "text", body, losses);
    }
    if !shown.is_empty() {
        entry.said_when = Some(line(&entry, "display_date", shown, losses));
    }
    let start = date(&mut fields, "start_date", &mut entry, dates, losses);
    let end = date(&mut fields, "end_date", &mut entry, dates, losses);
    entry.take_date("start_date", between(start, end), losses);
    // Words that say no more than the date does.
    let same = |words: &String| {
        let date = entry.when.as_ref();
        date.is_some_and(|date| LANGUAGES.iter().any(|it| it.date(date) == *words))
    };
    entry.said_when = entry.said_when.take().filter(|words| !same(words));
    if let Some(mut media) = fields.inner("media") {
        let url = media.text("url", losses);
        let caption = media.text("caption", losses);
        let credit = media.text("credit", losses);
        let media_of = Media {
            url: ("media.url", url),
            caption: ("media.caption", caption),
            credit: ("media.credit", credit),
        };
        put_media(&mut entry, &media_of, losses);
        let link = media.text("link", losses);
        let link_of = Media {
            url: ("media.link", link),
            caption: ("", ""),
            credit: ("", ""),
        };
        put_media(&mut entry, &link_of, losses);
        media.rest(losses);
    }
    let group = fields.text("group", losses);
    if !group.is_empty() {
        let topic = line(&entry, "group", group, losses);
        entry.topics.push(topic);
    }
    let id = fields.text("unique_id", losses);
    if check_id(id).is_ok() && date_of_name(id).is_some() {
        entry.id = Some(id.to_owned());
    } else if !id.is_empty() {
        losses.no_place(&entry.place, "unique_id", id);
    }
    fields.rest(losses);
    Some(entry)
}

fn date(
    fields: &mut Fields<'_>,
    key: &str,
    entry: &mut Entry,
    dates: Dates,
    losses: &mut Losses,
) -> Result<Reading, NoDate> {
    let Some(mut parts) = fields.inner(key) else {
        return dates.read(fields.text(key, losses)).map(Reading::forced);
    };
    let [year, month, day] = ["year", "month", "day"].map(|part| parts.text(part, losses));
    let [hour, minute, second, millisecond] =
        ["hour", "minute", "second", "millisecond"].map(|part| parts.text(part, losses));
    let time = if hour.is_empty() {
        losses.no_place(&entry.place, &parts.path("minute"), minute);
        losses.no_place(&entry.place, &parts.path("second"), second);
        String::new()
    } else {
        format!("{hour:0>2}:{minute:0>2}:{second:0>2}")
    };
    if millisecond != "0" {
        losses.no_place(&entry.place, &parts.path("millisecond"), millisecond);
    }
    let shown = parts.text("display_date", losses);
    if !shown.is_empty() {
        match &entry.said_when {
            None => entry.said_when = Some(line(entry, &parts.path("display_date"), shown, losses)),
            Some(said) if said != shown => {
                losses.no_place(&entry.place, &parts.path("display_date"), shown);
            }
            Some(_) => {}
        }
    }
    parts.rest(losses);
    dates.parts([year, month, day, &time])
}
