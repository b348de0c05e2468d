//! Version 1: dates such as `2012,1,26`, each as long as it is known.

use super::{Media, line, named, put_media, put_title, tell_era, text, whole_dates};
use crate::import::dates::{Dates, NoDate, Reading, between};
use crate::import::json::{Fields, Json};
use crate::import::{Entry, Losses, Manner, Options, Place, Read, Unreadable, quoted};

pub(super) fn read(
    json: &Json,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    let mut read = Read::default();
    let root = named("timeline");
    if let Some(mut outer) = Fields::of(json, &Place::default()) {
        outer.take("timeline");
        outer.rest(losses);
    }
    let timeline = json.get("timeline").unwrap_or(&Json::Null);
    let dates = Dates::of(
        options,
        whole_dates(timeline, "date", ["startDate", "endDate"]),
        losses,
    );
    let Some(mut fields) = Fields::of(timeline, &root) else {
        return Err(Unreadable::new("`timeline` is no object"));
    };
    let mut lists = Vec::new();
    for (list, is_era) in [("date", false), ("era", true)] {
        match fields.take(list) {
            None => {}
            Some(Json::List(items)) => lists.push((list, is_era, items.as_slice())),
            Some(other) => lists.push((list, is_era, std::slice::from_ref(other))),
        }
    }
    let head = slide(fields, &root, dates, losses);
    put_title(&mut read, head, losses);
    for (list, is_era, items) in lists {
        for (number, item) in items.iter().enumerate() {
            let place = named(&format!("{list}[{number}]"));
            let Some(fields) = Fields::of(item, &place) else {
                let what = format!("this is no record: {}", quoted(&item.to_string()));
                losses.tell(&place, None, Manner::LeftOut, what);
                continue;
            };
            let mut entry = slide(fields, &place, dates, losses);
            if is_era {
                tell_era(&mut entry, losses);
            }
            read.entries.push(entry);
        }
    }
    Ok(read)
}

fn slide(mut fields: Fields<'_>, place: &Place, dates: Dates, losses: &mut Losses) -> Entry {
    let mut entry = Entry {
        place: place.clone(),
        ..Entry::default()
    };
    let headline = fields.text("headline", losses);
    entry.title = line(&entry, "headline", headline, losses);
    let body = fields.text("text", losses);
    entry.summary = text(&entry, "text", body, losses);
    let start = date(fields.text("startDate", losses), dates);
    let end = date(fields.text("endDate", losses), dates);
    entry.take_date("startDate", between(start, end), losses);
    if let Some(mut asset) = fields.inner("asset") {
        let url = asset.text("media", losses);
        let caption = asset.text("caption", losses);
        let credit = asset.text("credit", losses);
        let media = Media {
            url: ("asset.media", url),
            caption: ("asset.caption", caption),
            credit: ("asset.credit", credit),
        };
        put_media(&mut entry, &media, losses);
        asset.rest(losses);
    }
    let tag = fields.text("tag", losses);
    if !tag.is_empty() {
        let topic = line(&entry, "tag", tag, losses);
        entry.topics.push(topic);
    }
    fields.rest(losses);
    entry
}

/// `2012,1,26,15,30,0`: year, month, day, and the time of day, each as far as it is known.
fn date(text: &str, dates: Dates) -> Result<Reading, NoDate> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let in_parts = !parts.is_empty()
        && parts.len() < 8
        && parts.iter().all(|part| {
            part.trim_start_matches('-')
                .bytes()
                .all(|b| b.is_ascii_digit())
        });
    if text.is_empty() || !in_parts {
        return dates.read(text).map(Reading::forced);
    }
    let part = |number: usize| parts.get(number).copied().unwrap_or_default();
    let clock: Vec<String> = parts
        .iter()
        .skip(3)
        .take(3)
        .filter(|part| !part.is_empty())
        .map(|part| format!("{part:0>2}"))
        .collect();
    let time = match clock.as_slice() {
        [] => String::new(),
        [hour] => format!("{hour}:00"),
        _ => clock.join(":"),
    };
    let mut reading = dates.parts([part(0), part(1), part(2), &time])?;
    if !part(6).trim_matches('0').is_empty() {
        let what = format!("the fraction of a second, `{}`, was left out", part(6));
        reading.remarks.push((Manner::NoPlace, what));
    }
    Ok(reading)
}
