//! What changed from day to day, as reports and corrections came.
//!
//! A day's changes are what sets the timeline [as it was known](Timeline::as_of) at the end
//! of that day apart from what it was the day before. They are worked out from the days
//! since which each thing was [known](Knowledge), without going through the days.

use std::cmp::Reverse;
use std::collections::HashSet;

use rayon::prelude::*;

use super::{
    ClaimKey, Event, EventState, Knowledge, Provenance, Relations, Since, Timeline, is_by,
    report_day,
};
use crate::edtf::Day;
use crate::schema::{ClaimRecord, RelationKind, SourceId, Status};

/// What changed, day by day.
#[derive(Debug)]
pub struct Changes<'t> {
    /// The days on which something did, the newest first.
    pub days: Vec<DayOfChange<'t>>,
    /// Since when each thing was known.
    pub knowledge: Knowledge<'t>,
}

/// A day on which something changed.
#[derive(Debug)]
pub struct DayOfChange<'t> {
    /// The day.
    pub day: Day,
    /// What changed, in the order of the events.
    pub changes: Vec<Change<'t>>,
}

/// Something that changed about an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'t> {
    /// The event's number.
    pub event: usize,
    /// What it is.
    pub what: What,
    /// The reports of that day that told it.
    pub told_by: Vec<&'t SourceId>,
}

/// What changed about an event.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// It was told of for the first time.
    Added,
    /// It stands otherwise: another status, another date.
    Moved {
        /// How it stood the day before.
        was: Box<EventState>,
        /// How it stands now.
        now: Box<EventState>,
    },
    /// A claim of it is denied, or another does not fit to it.
    Contradicted {
        /// The claim.
        claim: ClaimKey,
        /// What speaks against it.
        by: ClaimKey,
        /// How.
        kind: RelationKind,
    },
    /// A figure that differs from others of its measure, and nothing says how they stand to
    /// one another.
    OtherFigure {
        /// The claim with the figure.
        claim: ClaimKey,
        /// The claims with the others, the last told first; no more than a few.
        others: Vec<ClaimKey>,
    },
    /// Another speaker says that a claim is so.
    ConfirmedBy {
        /// The claim.
        claim: ClaimKey,
        /// What confirms it.
        by: ClaimKey,
    },
    /// A claim that rested on one origin, or on none that is stated, has a second that does
    /// not depend on the first.
    SecondOrigin(ClaimKey),
    /// A claim was told for the first time, of an event that was known.
    NewClaim(ClaimKey),
    /// The correction with this number was made.
    Corrected(usize),
}

/// The sorts of change, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Something has another date.
    Moved,
    /// Something has another status.
    Turned,
    /// Something is contradicted.
    Contradicted,
    /// Something is confirmed.
    Confirmed,
    /// Something was put right.
    Corrected,
    /// Something is there that was not.
    Added,
}

/// With how many others a figure is set side by side: those told last, for the rest has been
/// told in its time.
pub(crate) const MOST_FIGURES: usize = 3;

impl What {
    /// What sort of change it is.
    pub fn sort(&self) -> Sort {
        match self {
            What::Added | What::NewClaim(_) => Sort::Added,
            What::Moved { was, now } => {
                let turned = was.status != now.status;
                match now.status {
                    Status::Confirmed if turned => Sort::Confirmed,
                    // When it was is told with that it was.
                    Status::Happened if turned => Sort::Turned,
                    _ if was.when == now.when => Sort::Turned,
                    _ => Sort::Moved,
                }
            }
            What::Contradicted { .. } | What::OtherFigure { .. } => Sort::Contradicted,
            What::ConfirmedBy { .. } | What::SecondOrigin(_) => Sort::Confirmed,
            What::Corrected(_) => Sort::Corrected,
        }
    }

    /// The claims that it is about.
    pub fn claims(&self) -> impl Iterator<Item = ClaimKey> + '_ {
        let (one, two, more): (_, _, &[ClaimKey]) = match self {
            What::Added | What::Moved { .. } | What::Corrected(_) => (None, None, &[]),
            What::Contradicted { claim, by, .. } | What::ConfirmedBy { claim, by } => {
                (Some(*claim), Some(*by), &[])
            }
            What::OtherFigure { claim, others } => (Some(*claim), None, others),
            What::SecondOrigin(claim) | What::NewClaim(claim) => (Some(*claim), None, &[]),
        };
        one.into_iter().chain(two).chain(more.iter().copied())
    }

    /// The order in which the changes of an event are told.
    fn rank(&self) -> (u8, Option<ClaimKey>, Option<ClaimKey>) {
        match self {
            What::Added => (0, None, None),
            What::Moved { .. } => (1, None, None),
            What::Contradicted { claim, by, .. } => (2, Some(*claim), Some(*by)),
            What::OtherFigure { claim, .. } => (3, Some(*claim), None),
            What::ConfirmedBy { claim, by } => (4, Some(*claim), Some(*by)),
            What::SecondOrigin(claim) => (5, Some(*claim), None),
            What::NewClaim(claim) => (6, Some(*claim), None),
            What::Corrected(number) => (7, Some((*number, 0)), None),
        }
    }
}

impl<'t> Changes<'t> {
    /// Works them out.
    pub fn of(
        timeline: &'t Timeline,
        relations: &Relations<'t>,
        provenance: &Provenance<'t>,
    ) -> Self {
        let finder = Finder {
            timeline,
            relations,
            provenance,
            knowledge: Knowledge::of(timeline),
        };
        let numbered = timeline.events.as_slice().par_iter().enumerate();
        let of_events = || -> Vec<Found<'t>> {
            let found =
                numbered.flat_map_iter(|(number, event)| finder.event_and_claims(number, event));
            found.collect()
        };
        let (mut found, of_relations) = rayon::join(of_events, || {
            let mut found = Vec::new();
            finder.edges(&mut found);
            finder.figures(&mut found);
            found
        });
        found.extend(of_relations);
        // The newest day first.
        found.par_sort_by_key(|(day, change)| (Reverse(*day), change.event, change.what.rank()));
        let mut days: Vec<DayOfChange<'t>> = Vec::new();
        for (day, change) in found {
            match days.last_mut().filter(|last| last.day == day) {
                Some(last) => last.changes.push(change),
                None => days.push(DayOfChange {
                    day,
                    changes: vec![change],
                }),
            }
        }
        Changes {
            days,
            knowledge: finder.knowledge,
        }
    }
}

/// A change, and the day of it.
type Found<'t> = (Day, Change<'t>);

struct Finder<'f, 't> {
    timeline: &'t Timeline,
    relations: &'f Relations<'t>,
    provenance: &'f Provenance<'t>,
    knowledge: Knowledge<'t>,
}

fn found(day: Day, event: usize, what: What, told_by: Vec<&SourceId>) -> Found<'_> {
    let change = Change {
        event,
        what,
        told_by,
    };
    (day, change)
}

impl<'t> Finder<'_, 't> {
    fn event_and_claims(&self, number: usize, event: &'t Event) -> Vec<Found<'t>> {
        let mut found = Vec::new();
        self.event(number, event, &mut found);
        for (claim_number, claim) in event.claims.iter().enumerate() {
            self.claim((number, claim_number), event, claim, &mut found);
        }
        found
    }

    /// Of some reports those that appeared on a day, each once; if none did, those that became
    /// known through others.
    fn of_day(
        &self,
        day: Day,
        reports: impl IntoIterator<Item = &'t SourceId>,
    ) -> Vec<&'t SourceId> {
        let mut seen = HashSet::new();
        let (read, told_of): (Vec<_>, Vec<_>) = reports
            .into_iter()
            .filter(|id| self.knowledge.of_source(id) == Some(day) && seen.insert(*id))
            .partition(|id| self.timeline.sources.get(id).and_then(report_day) == Some(day));
        if read.is_empty() { told_of } else { read }
    }

    fn event(&self, number: usize, event: &'t Event, all: &mut Vec<Found<'t>>) {
        let since = self.knowledge.of_event(event);
        if let Some(day) = since
            // What has no day is known on the last, but nobody knows that it was new then.
            && event.reports().into_iter().any(|id| self.knowledge.is_dated(id))
        {
            let told_by = self.of_day(day, event.reports());
            all.push(found(day, number, What::Added, told_by));
        }
        for day in self.knowledge.turns(event) {
            let Some(before) = day.pred().filter(|before| is_by(since, *before)) else {
                continue;
            };
            let was = self.knowledge.standing(event, before);
            let now = self.knowledge.standing(event, day);
            if was != now {
                let told_by = self.tellers(event, day);
                let what = What::Moved {
                    was: Box::new(was),
                    now: Box::new(now),
                };
                all.push(found(day, number, what, told_by));
            }
        }
        for (correction_number, correction) in event.corrections.iter().enumerate() {
            if let Some(day) = self.knowledge.of_correction(event, correction) {
                all.push(found(
                    day,
                    number,
                    What::Corrected(correction_number),
                    Vec::new(),
                ));
            }
        }
    }

    /// Who told how an event came to stand on a day: the report that the state names, or
    /// the event's reports of that day.
    fn tellers(&self, event: &'t Event, day: Day) -> Vec<&'t SourceId> {
        let state = self.knowledge.earlier_state(event, day);
        match state.and_then(|number| event.history[number].source.as_ref()) {
            Some(source) => vec![source],
            // Any of several can have told it.
            None if state.is_none()
                && event.status != Status::Happened
                && self.knowledge.days_of_today(event).len() > 1 =>
            {
                Vec::new()
            }
            None => self.of_day(day, event.reports()),
        }
    }

    fn claim(
        &self,
        key: ClaimKey,
        event: &'t Event,
        claim: &'t ClaimRecord,
        all: &mut Vec<Found<'t>>,
    ) {
        let since = self.knowledge.of_claim(event, claim);
        if since > self.knowledge.of_event(event)
            && let Some(day) = since
            && self.knowledge.is_told(claim)
        {
            let told_by = self.of_day(day, carriers(claim));
            all.push(found(day, key.0, What::NewClaim(key), told_by));
        }
        if claim.reported_by.len() < 2 {
            return;
        }
        // Its origins can become more, or fewer, whenever another of its reports is known, or
        // what such a report is known through.
        let sources = &self.timeline.sources;
        let through =
            carriers(claim).filter_map(|id| sources.get(id).and_then(|it| it.via.as_ref()));
        let mut days: Vec<Day> = carriers(claim)
            .chain(through)
            .filter(|id| self.knowledge.is_dated(id))
            .filter_map(|id| self.knowledge.of_source(id))
            .filter(|day| Some(*day) > since)
            .collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            let Some(before) = day.pred() else { continue };
            let origins = |day| {
                let known = |id: &SourceId| is_by(self.knowledge.of_source(id), day);
                self.provenance.count_of(claim, known)
            };
            if origins(before) < 2 && origins(day) >= 2 {
                let told_by = self.of_day(day, carriers(claim));
                all.push(found(day, key.0, What::SecondOrigin(key), told_by));
            }
        }
    }

    fn since(&self, key: ClaimKey) -> Since {
        let (event, claim) = self.relations.claim(key);
        self.knowledge.of_claim(event, claim)
    }

    /// Whether it is known when a claim was told.
    fn is_told(&self, key: ClaimKey) -> bool {
        self.knowledge.is_told(self.relations.claim(key).1)
    }

    fn edges(&self, all: &mut Vec<Found<'t>>) {
        let mut seen = HashSet::new();
        for edge in self.relations.edges() {
            let (one, other) = (self.since(edge.from), self.since(edge.to));
            let Some(day) = one.max(other) else { continue };
            if !(self.is_told(edge.from) && self.is_told(edge.to)) {
                continue;
            }
            let (mut by, mut claim) = (edge.from, edge.to);
            // A dispute goes both ways: what was told first is what is disputed.
            if edge.kind == RelationKind::Disputes && (one, by) < (other, claim) {
                (by, claim) = (claim, by);
            }
            let what = match edge.kind {
                RelationKind::Confirms => What::ConfirmedBy { claim, by },
                kind if kind.is_conflict() => What::Contradicted { claim, by, kind },
                _ => continue,
            };
            if seen.insert((claim, by, edge.kind)) {
                let both = [by, claim].map(|key| self.relations.claim(key).1);
                let told_by = self.of_day(day, both.into_iter().flat_map(carriers));
                all.push(found(day, claim.0, what, told_by));
            }
        }
    }

    fn figures(&self, all: &mut Vec<Found<'t>>) {
        let groups = self.relations.groups();
        for figures in self.timeline.figures().into_values() {
            let mut told: Vec<_> = figures
                .into_iter()
                .map(|(key, figure)| (self.since(key), key, figure))
                .collect();
            told.sort_by_key(|(since, key, _)| (*since, *key));
            for (number, (since, key, figure)) in told.iter().enumerate() {
                let Some(day) = since.filter(|_| self.is_told(*key)) else {
                    continue;
                };
                let joined = |other: &ClaimKey| match (groups.get(key), groups.get(other)) {
                    (Some(one), Some(two)) => one == two,
                    _ => false,
                };
                let others: Vec<ClaimKey> = told[..number]
                    .iter()
                    .rev()
                    .filter(|(_, other, earlier)| figure.differs_from(earlier) && !joined(other))
                    .map(|(_, other, _)| *other)
                    .take(MOST_FIGURES)
                    .collect();
                if !others.is_empty() {
                    let told_by = self.of_day(day, carriers(self.relations.claim(*key).1));
                    let what = What::OtherFigure {
                        claim: *key,
                        others,
                    };
                    all.push(found(day, key.0, what, told_by));
                }
            }
        }
    }
}

/// The reports that carry a claim.
fn carriers(claim: &ClaimRecord) -> impl Iterator<Item = &SourceId> {
    claim.reported_by.iter().map(|report| &report.source)
}
