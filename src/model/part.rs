//! Parts of a timeline, to be set back to a day: cheaper than to set back all of it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Book, Event, Source, Timeline, report_day};
use crate::edtf::{Day, Edtf};
use crate::schema::SourceId;

/// Which reports tell of which others.
pub struct Telling<'t> {
    timeline: &'t Timeline,
    /// Of each source, those that tell of it.
    told_by: HashMap<&'t SourceId, Vec<&'t SourceId>>,
    /// Of each source, those that it tells of.
    tells_of: HashMap<&'t SourceId, Vec<&'t SourceId>>,
    /// The last of all reports.
    last: Option<&'t Source>,
}

impl<'t> Telling<'t> {
    /// Of the sources of a timeline.
    pub fn of(timeline: &'t Timeline) -> Self {
        let mut told_by: HashMap<_, Vec<_>> = HashMap::new();
        let mut tells_of: HashMap<_, Vec<_>> = HashMap::new();
        let mut tells = |teller: &'t SourceId, told: &'t SourceId| {
            told_by.entry(told).or_default().push(teller);
            tells_of.entry(teller).or_default().push(told);
        };
        for source in &timeline.sources {
            for relayed in &source.relays {
                tells(&source.id, relayed);
            }
            if let Some(via) = &source.via {
                tells(via, &source.id);
            }
        }
        Telling {
            timeline,
            told_by,
            tells_of,
            last: timeline
                .sources
                .iter()
                .max_by_key(|source| report_day(source)),
        }
    }

    /// The numbers of the days on which something about an event may have changed: when a
    /// report by which it was known appeared, and when one of its dates had come.
    pub fn turns(&self, event: &'t Event, days: &[Day]) -> BTreeSet<usize> {
        let mut turns = BTreeSet::new();
        let mut turn = |day: Option<Day>| {
            let number = day.map_or(days.len(), |day| days.partition_point(|one| *one < day));
            if number < days.len() {
                turns.insert(number);
            }
        };
        for id in reach(&self.told_by, event.reports()) {
            turn(self.timeline.sources.get(id).and_then(report_day));
        }
        let mut date = |date: &Edtf| {
            turn(date.earliest().day());
            turn(date.latest().day());
        };
        date(&event.when);
        for state in &event.history {
            date(&state.as_of);
            state.when.iter().for_each(|when| date(when));
        }
        for correction in &event.corrections {
            date(&correction.on);
        }
        turns
    }

    /// The timeline with these events alone, by their numbers, and the reports that matter to
    /// them. Set back to a day it tells of them what the whole one would.
    pub fn part(&self, events: &BTreeSet<usize>) -> Timeline {
        let timeline = self.timeline;
        let chosen = events
            .iter()
            .map(|number| &timeline.events.as_slice()[*number]);
        let reports = chosen.clone().flat_map(|event| event.reports());
        let mut sources = reach(&self.told_by, reports.collect());
        sources = reach(&self.tells_of, sources.into_iter().collect());
        sources.extend(self.last.map(|source| &source.id));
        Timeline {
            about: timeline.about.clone(),
            about_file: timeline.about_file,
            actors: timeline.actors.clone(),
            places: timeline.places.clone(),
            sources: timeline.sources.only(|source| sources.contains(&source.id)),
            lessons: Book::default(),
            lesson_texts: BTreeMap::new(),
            events: Book::new(chosen.cloned().collect()),
            broken: timeline.broken.clone(),
            frame: timeline.frame,
        }
    }
}

/// What can be reached from there, with it.
fn reach<'t>(
    ways: &HashMap<&'t SourceId, Vec<&'t SourceId>>,
    mut next: Vec<&'t SourceId>,
) -> HashSet<&'t SourceId> {
    let mut reached = HashSet::new();
    while let Some(id) = next.pop() {
        if reached.insert(id) {
            next.extend(ways.get(id).into_iter().flatten());
        }
    }
    reached
}
