//! The JSON of `TimelineJS`, of version 3 (`events`) and of version 1 (`timeline.date`).

mod first;
mod third;

use super::html::{is_html, to_markdown, web_address};
use super::json::{Json, parse};
use super::{Entry, Input, Link, Losses, Manner, Options, Place, Read, Unreadable, quoted};

/// Whether a text is JSON with the keys of `TimelineJS`.
pub(super) fn fits(input: &Input) -> bool {
    let text = input.text();
    let start: String = text.trim_start().chars().take(200).collect();
    let is_json = start.starts_with('{') || start.contains("storyjs_jsonp_data");
    is_json
        && !input.is_folder
        && (text.contains("\"start_date\"")
            || text.contains("\"startDate\"") && text.contains("\"timeline\"")
            || text.contains("\"headline\"") && text.contains("\"events\""))
}

pub(super) fn read(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    let json = parse(input.text())?;
    match &json {
        Json::Map(_) if json.get("timeline").is_some() => first::read(&json, options, losses),
        Json::Map(_) if json.get("events").is_some() || json.get("title").is_some() => {
            third::read(&json, options, losses)
        }
        _ => Err(Unreadable::new(
            "this is JSON, but neither `events` nor `timeline` of TimelineJS is in it",
        )),
    }
}

/// A place by its name in the JSON.
fn named(name: &str) -> Place {
    Place {
        name: Some(name.to_owned()),
        ..Place::default()
    }
}

/// The dates in a list that are written as a text, which may prove the order of their numbers.
fn whole_dates<'j>(json: &'j Json, list: &str, keys: [&str; 2]) -> Vec<(Place, &'j str)> {
    let events = json.get(list).and_then(Json::as_list).unwrap_or(&[]);
    let mut found = Vec::new();
    for (number, event) in events.iter().enumerate() {
        for key in keys {
            if let Some(text) = event.get(key).and_then(Json::as_text) {
                found.push((named(&format!("{list}[{number}]")), text));
            }
        }
    }
    found
}

/// HTML as plain text on one line. Links in it are told, with where they lead to.
pub(super) fn line(entry: &Entry, field: &str, html: &str, losses: &mut Losses) -> String {
    let converted = to_markdown(html).into_line();
    converted.told(&entry.place, Some(field), losses)
}

/// HTML as Markdown.
pub(super) fn text(entry: &Entry, field: &str, html: &str, losses: &mut Losses) -> String {
    to_markdown(html).told(&entry.place, Some(field), losses)
}

/// What is shown beside a record, with what is said of it: names of fields and values.
pub(super) struct Media<'m> {
    pub(super) url: (&'m str, &'m str),
    pub(super) caption: (&'m str, &'m str),
    pub(super) credit: (&'m str, &'m str),
}

/// Makes a link of what is shown beside a record.
pub(super) fn put_media(entry: &mut Entry, media: &Media<'_>, losses: &mut Losses) {
    let Media {
        url,
        caption,
        credit,
    } = media;
    let said = |field: &(&str, &str), entry: &Entry, losses: &mut Losses| {
        let text = line(entry, field.0, field.1, losses);
        (!text.is_empty()).then_some(text)
    };
    let Some(address) = web_address(url.1) else {
        if is_html(url.1) {
            // A quotation, most often.
            let quotation = text(entry, url.0, url.1, losses);
            if !quotation.is_empty() {
                let what = "it is no address but a text, which now ends the summary";
                losses.tell(&entry.place, Some(url.0), Manner::Changed, what);
                if !entry.summary.is_empty() {
                    entry.summary.push_str("\n\n");
                }
                entry.summary.push_str(&quotation);
            }
        } else if !url.1.is_empty() {
            let what = format!("{} is no web address", quoted(url.1));
            losses.tell(&entry.place, Some(url.0), Manner::NoPlace, what);
        }
        for (field, value) in [caption, credit] {
            losses.no_place(&entry.place, field, value);
        }
        return;
    };
    let mut note = said(caption, entry, losses);
    if let Some(credit) = said(credit, entry, losses) {
        note = Some(match note {
            Some(caption) => format!("{caption} (credit: {credit})"),
            None => format!("Credit: {credit}"),
        });
    }
    let link = Link {
        url: address,
        note,
        ..Link::default()
    };
    match entry.links.iter_mut().find(|other| other.url == link.url) {
        Some(other) => other.note = other.note.take().or(link.note),
        None => entry.links.push(link),
    }
}

/// An era: it lasts, and is imported as an event that does.
pub(super) fn tell_era(entry: &mut Entry, losses: &mut Losses) {
    entry.topics.push("era".to_owned());
    let what = "an era is imported as an event, with the topic `era`";
    losses.tell(&entry.place, None, Manner::Changed, what);
}

/// The first slide: it names the timeline. What else is on it has no place.
pub(super) fn put_title(read: &mut Read, mut slide: Entry, losses: &mut Losses) {
    if !slide.title.is_empty() {
        read.title = Some(std::mem::take(&mut slide.title));
    }
    if !slide.summary.is_empty() {
        read.standfirst = Some(std::mem::take(&mut slide.summary));
    }
    let rest = slide.content();
    if !rest.is_empty() {
        let what =
            format!("a timeline has no more than a title and a text. This was beside them: {rest}");
        losses.tell(&slide.place, None, Manner::NoPlace, what);
    }
}
