//! The timeline in the files of other tools, and what these have no place for.

mod dates;
mod markwhen;
mod plain;
mod timelinejs;

use std::collections::BTreeMap;

use crate::model::{Event, Timeline};
use crate::schema::EventId;
use crate::views::Site;

/// A file of another tool.
pub struct Exported {
    /// What is in it.
    pub text: String,
    /// How many events are.
    pub events: usize,
    /// What found no place in it, or is not as it was.
    pub lost: Lost,
}

/// What found no place, or is not as it was: of each sort the events that it befell.
#[derive(Clone, Debug, Default)]
pub struct Lost(BTreeMap<&'static str, Vec<EventId>>);

impl Lost {
    /// Notes one more event; a sort is a lowercase phrase that says what became of it.
    fn of(&mut self, sort: &'static str, event: &Event) {
        let events = self.0.entry(sort).or_default();
        if events.last() != Some(&event.id) {
            events.push(event.id.clone());
        }
    }

    /// Each sort, with the events in the order of time.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &[EventId])> {
        self.0
            .iter()
            .map(|(sort, events)| (*sort, events.as_slice()))
    }

    /// Whether everything found its place.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A kind of file that a timeline can be written as.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, for people.
    pub what: &'static str,
    /// Makes it.
    pub make: fn(&Site<'_>) -> Exported,
}

/// All of them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "timelinejs",
        what: "TimelineJS 3, as JSON",
        make: timelinejs::make,
    },
    Format {
        name: "csv",
        what: "a table of events, as `events.csv`",
        make: plain::csv,
    },
    Format {
        name: "ics",
        what: "a calendar (RFC 5545), as `calendar.ics`",
        make: plain::ics,
    },
    Format {
        name: "jsonl",
        what: "a JSON object an event and line, each as in `events.json`",
        make: plain::jsonl,
    },
    Format {
        name: "markwhen",
        what: "markwhen",
        make: markwhen::make,
    },
];

/// What no tool but this one keeps of an event.
fn lose_substance(lost: &mut Lost, event: &Event) {
    if !event.claims.is_empty() {
        lost.of("claims: who says what, and which reports carry it", event);
    }
    if !event.history.is_empty() {
        lost.of("history: what a plan was before it changed", event);
    }
    if !event.corrections.is_empty() {
        lost.of("corrections", event);
    }
    if !event.left_open.is_empty() {
        lost.of("what the reports leave open", event);
    }
    if event
        .actors
        .iter()
        .any(|part| part.role.is_some() || part.note.is_some())
    {
        lost.of("what part each actor took", event);
    }
}

/// The reports of an event that have an address.
fn linked<'t>(timeline: &'t Timeline, event: &'t Event) -> Vec<&'t crate::model::Source> {
    let reports = event.reports().into_iter();
    let sources = reports.filter_map(|id| timeline.sources.get(id));
    sources.filter(|source| source.url.is_some()).collect()
}
