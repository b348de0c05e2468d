//! The timeline as it was known on a day.
//!
//! What is known is what some report had told by then. A report is known from its
//! [`report_day`] on; one that we were only told of, from the day of the report that tells
//! of it. A report without a day is known from the last report's day on, for all that can
//! be said of it is that it is known by now.

use std::collections::{BTreeSet, HashSet};

use super::{Book, Event, Source, Timeline, report_day, span_order};
use crate::edtf::{Bound, Day, Edtf};
use crate::schema::{
    ActorId, ClaimId, Date, EventId, EventRecord, PlaceId, SourceId, State, Status,
};

impl Timeline {
    /// The days on which a report appeared, in their order.
    pub fn report_days(&self) -> Vec<Day> {
        let days: BTreeSet<Day> = self.sources.iter().filter_map(report_day).collect();
        days.into_iter().collect()
    }

    /// The timeline as it was known at the end of a day: without the events, claims and
    /// states that no report had told by then. A summary is written with all reports at
    /// hand: where some were still to come it is left out, and the claims speak.
    #[must_use]
    pub fn as_of(&self, day: Day) -> Timeline {
        let last = self.report_days().last().copied();
        let known = Knowledge::of(self, day, last.is_none_or(|last| last <= day));
        let mut events: Vec<Event> = self
            .events
            .iter()
            .filter_map(|event| known.event(event))
            .collect();
        drop_loose_relations(&mut events);
        events.sort_by(|a, b| span_order((&a.when, &a.id), (&b.when, &b.id)));
        let (actors, places) = self.named_in(&events);
        Timeline {
            about: self.about.clone(),
            about_file: self.about_file,
            actors: self.actors.only(|actor| actors.contains(&actor.id)),
            places: self.places.only(|place| places.contains(&place.id)),
            sources: self
                .sources
                .only(|source| known.sources.contains(&source.id)),
            events: Book::new(events),
            broken: self.broken.clone(),
        }
    }

    /// The actors and places that events name, with all that these belong to.
    fn named_in(&self, events: &[Event]) -> (HashSet<&ActorId>, HashSet<&PlaceId>) {
        let mut actors = HashSet::new();
        let mut places = HashSet::new();
        for event in events {
            let part = event.actors.iter().map(|part| &part.who);
            let speak = event.claims.iter().filter_map(|claim| claim.by.actor());
            for id in part.chain(speak) {
                // Looked up, for an id that lives as long as the timeline.
                if let Some(actor) = self.actors.get(id) {
                    actors.extend(self.chain_of(&actor.id));
                }
            }
            let mut next = event.place.as_ref();
            while let Some(place) = next.and_then(|id| self.places.get(id))
                && places.insert(&place.id)
            {
                next = place.within.as_ref();
            }
        }
        (actors, places)
    }
}

/// What was known at the end of a day.
struct Knowledge<'t> {
    timeline: &'t Timeline,
    day: Day,
    /// The reports that were known.
    sources: HashSet<&'t SourceId>,
    /// Whether every report had appeared.
    complete: bool,
}

impl<'t> Knowledge<'t> {
    fn of(timeline: &'t Timeline, day: Day, complete: bool) -> Self {
        let mut sources = HashSet::new();
        let mut found: Vec<&Source> = timeline
            .sources
            .iter()
            .filter(|source| match report_day(source) {
                Some(appeared) => appeared <= day,
                None => complete && source.via.is_none(),
            })
            .collect();
        // Whoever knows a report knows of those that it tells of.
        while let Some(source) = found.pop() {
            if sources.insert(&source.id) {
                found.extend(
                    source
                        .relays
                        .iter()
                        .filter_map(|id| timeline.sources.get(id)),
                );
                let told_of = |other: &&Source| other.via.as_ref() == Some(&source.id);
                found.extend(timeline.sources.iter().filter(told_of));
            }
        }
        Knowledge {
            timeline,
            day,
            sources,
            complete,
        }
    }

    /// An event as it was known, if it was.
    fn event(&self, event: &Event) -> Option<Event> {
        let reports = event.reports();
        let told = reports.iter().any(|id| self.sources.contains(id));
        if !(told || reports.is_empty() && self.complete) {
            return None;
        }
        let mut then = event.clone();
        let record = &mut then.record;
        record.sources.retain(|id| self.sources.contains(id));
        for claim in &mut record.claims {
            claim
                .reported_by
                .0
                .retain(|report| self.sources.contains(&report.source));
        }
        record.claims.retain(|claim| !claim.reported_by.is_empty());
        record
            .corrections
            .retain(|correction| begins_by(&correction.on, self.day));
        let moved = self.step_back(event, record);
        let trimmed = record.claims.len() < event.claims.len()
            || record.sources.len() < event.record.sources.len();
        if moved || trimmed {
            record.summary = None;
            record.left_open.clear();
        }
        Some(then)
    }

    /// Sets the state of that day where it was another; whether it was.
    fn step_back(&self, event: &Event, record: &mut EventRecord) -> bool {
        record
            .history
            .retain(|state| begins_by(&state.as_of, self.day) && self.knows(state));
        let state = match record.history.last() {
            _ if event.history.is_empty() || self.current_is_known(event) => None,
            Some(_) => record.history.pop(),
            // Told before its first recorded state: that is nearer to it than today's.
            None => event.history.first().cloned(),
        };
        let moved = state.is_some();
        if let Some(state) = state {
            record.status = state.status;
            record.when = state.when.unwrap_or_else(|| record.when.clone());
            record.said_when = None;
        }
        let foretold = self.foretold(record);
        if foretold {
            record.status = Status::Planned;
        } else if let Some(by_then) = self.ahead(record) {
            // It was told as done by then; that it was this late, only later reports say.
            record.when = Date(by_then);
            record.said_when = None;
            return true;
        }
        moved || foretold
    }

    /// Of what happened, but by its date only later: that it was by the day.
    fn ahead(&self, record: &EventRecord) -> Option<Edtf> {
        let first = record.when.earliest().day()?;
        let ahead = first > self.day && record.status == Status::Happened;
        ahead.then(|| format!("[..{}]", self.day).parse().ok())?
    }

    /// Whether an event that happened was told of before it can have: as a plan, then.
    fn foretold(&self, record: &EventRecord) -> bool {
        let Some(first) = record.when.earliest().day() else {
            return false;
        };
        let before = |id: &SourceId| {
            let published = self.timeline.sources.get(id)?.published.as_ref()?;
            Some(published.latest().day()? < first)
        };
        let reports = record.reports();
        record.status == Status::Happened
            && first > self.day
            && !reports.is_empty()
            && reports.into_iter().all(|id| before(id).unwrap_or(false))
    }

    fn knows(&self, state: &State) -> bool {
        state
            .source
            .as_ref()
            .is_none_or(|source| self.sources.contains(source))
    }

    /// Whether the state that the event is in now was known: from the first of its reports
    /// on that appeared after its last earlier state; if there is none, from its last report on.
    fn current_is_known(&self, event: &Event) -> bool {
        let before = event
            .history
            .last()
            .and_then(|state| state.as_of.earliest().day());
        let days: Vec<Day> = event
            .reports()
            .into_iter()
            .filter_map(|id| report_day(self.timeline.sources.get(id)?))
            .collect();
        let after = days
            .iter()
            .filter(|day| before.is_none_or(|before| **day > before));
        let since = after.min().or(days.iter().max());
        since.map_or(self.complete, |since| *since <= self.day)
    }
}

/// Whether a date may have begun by the end of a day.
fn begins_by(date: &Edtf, day: Day) -> bool {
    !matches!(date.earliest(), Bound::Day(first) if first > day)
}

/// Takes out what points to claims that are not there.
fn drop_loose_relations(events: &mut [Event]) {
    let there: HashSet<(EventId, ClaimId)> = events
        .iter()
        .flat_map(|event| {
            let claims = event.claims.iter();
            claims.map(|claim| (event.id.clone(), claim.id.clone()))
        })
        .collect();
    for event in events {
        let own = event.id.clone();
        for claim in &mut event.record.claims {
            claim.relations.retain(|relation| {
                let target = &relation.target;
                let event = target.event.clone().unwrap_or_else(|| own.clone());
                there.contains(&(event, target.claim.clone()))
            });
        }
    }
}
