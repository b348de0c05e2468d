//! How each event stood, from the day on which it became known.
//!
//! What of an event may change on a day follows from its dates and those of its reports.
//! Only what may change is looked at: to look at every event on every day would take hours
//! for a timeline of many years.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::facts::Facts;
use crate::edtf::{Day, Edtf};
use crate::model::{Book, Event, Source, Timeline, report_day};
use crate::schema::SourceId;
use crate::views::{Look, Site};

/// How an event stood from a day on.
pub(super) struct Version {
    /// The number of the day.
    pub(super) since: usize,
    /// How its card looked.
    pub(super) look: Look,
    /// What it was chosen and found by.
    pub(super) facts: Facts,
}

/// Of each event how it stood, in order; on the last day, or where there is none, as now.
pub(super) fn of(site: &Site<'_>, days: &[Day]) -> Vec<Vec<Version>> {
    let timeline = site.timeline;
    let last = days.len().saturating_sub(1);
    let earlier = &days[..last];
    let mut of_day: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); last];
    let related = related(site);
    let telling = Telling::of(timeline);
    for (number, event) in timeline.events.iter().enumerate() {
        for turn in telling.turns(event, earlier) {
            of_day[turn].extend(related.get(&number).into_iter().flatten());
            of_day[turn].insert(number);
        }
    }
    let found: Vec<Vec<(usize, Version)>> = of_day
        .par_iter()
        .zip(earlier)
        .enumerate()
        .map(|(since, (events, day))| {
            // With those to which they are related, for it is seen where accounts differ.
            let beside = events
                .iter()
                .filter_map(|number| related.get(number))
                .flatten();
            let part = telling.part(&events.iter().chain(beside).copied().collect());
            let then = part.as_of(*day);
            let site = Site::of(&then);
            let number_then = |number: usize| {
                let event = &timeline.events.as_slice()[number];
                Some((number, then.events.position(&event.id)?))
            };
            events
                .iter()
                .filter_map(|number| number_then(*number))
                .map(|(number, at)| (number, version(&site, at, since)))
                .collect()
        })
        .collect();
    let now: Vec<Version> = (0..timeline.events.len())
        .into_par_iter()
        .map(|number| version(site, number, last))
        .collect();
    let mut versions: Vec<Vec<Version>> = now.iter().map(|_| Vec::new()).collect();
    for (number, version) in found
        .into_iter()
        .flatten()
        .chain(now.into_iter().enumerate())
    {
        versions[number].push(version);
    }
    versions
}

fn version(site: &Site<'_>, number: usize, since: usize) -> Version {
    Version {
        since,
        look: Look::of(site, number),
        facts: Facts::of(site.timeline, &site.timeline.events.as_slice()[number]),
    }
}

/// Of each event that is related to others, these.
fn related(site: &Site<'_>) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut related: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for edge in site.relations.edges() {
        let (from, to) = (edge.from.0, edge.to.0);
        related.entry(from).or_default().insert(to);
        related.entry(to).or_default().insert(from);
    }
    related
}

/// Which reports tell of which others.
struct Telling<'t> {
    timeline: &'t Timeline,
    /// Of each source, those that tell of it.
    told_by: HashMap<&'t SourceId, Vec<&'t SourceId>>,
    /// Of each source, those that it tells of.
    tells_of: HashMap<&'t SourceId, Vec<&'t SourceId>>,
    /// The last of all reports.
    last: Option<&'t Source>,
}

impl<'t> Telling<'t> {
    fn of(timeline: &'t Timeline) -> Self {
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
    fn turns(&self, event: &'t Event, days: &[Day]) -> BTreeSet<usize> {
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

    /// The timeline with these events alone, and the reports that matter to them.
    fn part(&self, events: &BTreeSet<usize>) -> Timeline {
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
