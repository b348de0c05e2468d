//! What the site has too: the table, the calendar, the data.

use super::{Exported, Lost, lose_substance};
use crate::model::{Event, appointments};
use crate::outputs::{calendar, event_item, events_table};
use crate::views::Site;

pub(super) fn csv(site: &Site<'_>) -> Exported {
    let events = &site.timeline.events;
    let mut lost = Lost::default();
    for event in events {
        lose_ids(&mut lost, event);
        lose_substance(&mut lost, event);
    }
    Exported {
        text: events_table(site, 0..events.len()).csv(),
        events: events.len(),
        lost,
    }
}

pub(super) fn ics(site: &Site<'_>) -> Exported {
    let mut lost = Lost::default();
    let mut events = 0;
    for event in &site.timeline.events {
        if appointments(&event.when).is_none() {
            lost.of("left out: dates that no calendar has", event);
            continue;
        }
        events += 1;
        lose_ids(&mut lost, event);
        lose_substance(&mut lost, event);
    }
    Exported {
        text: calendar(site),
        events,
        lost,
    }
}

/// What stands there in other words.
fn lose_ids(lost: &mut Lost, event: &Event) {
    if event.said_when.is_some() {
        lost.of("the reports’ own words for a date", event);
    }
    if event.place.is_some() {
        lost.of("places: by name, not by id", event);
    }
    if !event.actors.is_empty() {
        lost.of("actors: by name, not by id", event);
    }
    if !event.reports().is_empty() {
        lost.of("reports: how many, not which", event);
    }
}

pub(super) fn jsonl(site: &Site<'_>) -> Exported {
    let events = site.timeline.events.iter().enumerate();
    let lines = events.map(|(number, event)| {
        serde_json::to_string(&event_item(site, number, event)).unwrap_or_default() + "\n"
    });
    Exported {
        text: lines.collect(),
        events: site.timeline.events.len(),
        lost: Lost::default(),
    }
}
