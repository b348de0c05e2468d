//! `TimelineJS` 3: the JSON that its own site describes.

use serde_json::{Value, json};

use super::dates::{Exact, Plain};
use super::{Exported, Lost, linked, lose_substance};
use crate::markdown;
use crate::model::Event;
use crate::schema::Status;
use crate::views::Site;

/// The years that a date of JavaScript can be of.
const YEARS: std::ops::RangeInclusive<i64> = -271_820..=275_759;

pub(super) fn make(site: &Site<'_>) -> Exported {
    let about = &site.timeline.about;
    let mut lost = Lost::default();
    let mut slides = Vec::new();
    for event in &site.timeline.events {
        match Plain::of(&event.when).filter(|plain| YEARS.contains(&plain.start.year)) {
            Some(plain) => {
                slides.push(slide(site, event, &plain));
                tell(site, event, &plain, &mut lost);
            }
            None => lost.of("left out: dates that it cannot have", event),
        }
    }
    let standfirst = about.standfirst.as_deref().unwrap_or_default();
    let events = slides.len();
    let document = json!({
        "title": {"text": {
            "headline": escaped(&about.title),
            "text": markdown::to_html(standfirst).to_string().trim_end(),
        }},
        "events": slides,
    });
    Exported {
        text: serde_json::to_string_pretty(&document).unwrap_or_default() + "\n",
        events,
        lost,
    }
}

fn slide(site: &Site<'_>, event: &Event, plain: &Plain) -> Value {
    let summary = event.summary.as_deref().unwrap_or_default();
    let mut slide = json!({
        "unique_id": &*event.id,
        "start_date": date(&plain.start),
        "display_date": display_date(site, event),
        "text": {
            "headline": escaped(&event.title),
            "text": markdown::to_html(summary).to_string().trim_end(),
        },
    });
    if let Some(end) = &plain.end {
        slide["end_date"] = date(end);
    }
    if let Some(topic) = event.topics.first() {
        slide["group"] = site.language.name_of(topic).into();
    }
    if let Some(source) = linked(site.timeline, event).first() {
        slide["media"] = json!({
            "url": source.url.as_deref(),
            "caption": escaped(source.label()),
            "credit": escaped(source.outlet.as_deref().unwrap_or_default()),
        });
    }
    slide
}

/// The date in words. What has not happened, or not yet, would look as if it had.
fn display_date(site: &Site<'_>, event: &Event) -> String {
    let words = site.language.date(&event.when);
    match event.status {
        Status::Happened => words,
        other => format!("{}: {words}", site.language.status(other)),
    }
}

fn date(exact: &Exact) -> Value {
    let mut date = json!({"year": exact.year});
    let time = exact.time;
    let parts = [
        ("month", exact.month),
        ("day", exact.day),
        ("hour", time.map(|time| time.0)),
        ("minute", time.map(|time| time.1)),
        ("second", time.map(|time| time.2)),
    ];
    for (name, part) in parts {
        if let Some(part) = part {
            date[name] = part.into();
        }
    }
    date
}

fn tell(site: &Site<'_>, event: &Event, plain: &Plain, lost: &mut Lost) {
    if !plain.whole {
        lost.of("vague dates: drawn from the first to the last day that they can be, with the words beside", event);
    }
    if event.said_when.is_some() {
        lost.of("the reports’ own words for a date", event);
    }
    lost.of("kind of event", event);
    if event.status != Status::Happened {
        lost.of("status: it stands before the date in words only", event);
    }
    if event.place.is_some() {
        lost.of("places", event);
    }
    if !event.actors.is_empty() {
        lost.of("actors", event);
    }
    if event.topics.len() > 1 {
        lost.of("topics but the first, which is the group", event);
    }
    if event.reports().len() > linked(site.timeline, event).len().min(1) {
        lost.of(
            "reports but the first that has an address, which is the media",
            event,
        );
    }
    lose_substance(lost, event);
}

/// A text as HTML, which `TimelineJS` takes everywhere.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
