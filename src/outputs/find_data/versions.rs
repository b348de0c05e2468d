//! How each event stood, from the day on which it became known.
//!
//! What of an event may change on a day follows from its dates and those of its reports.
//! Only what may change is looked at: to look at every event on every day would take hours
//! for a timeline of many years.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::facts::Facts;
use crate::edtf::Day;
use crate::model::Telling;
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
