//! The timeline as it was known on a day.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Book, Event, Knowledge, Source, Timeline, is_by, report_day, span_order};
use crate::edtf::Day;
use crate::schema::{ActorId, ClaimId, EventId, PlaceId, SourceId};

impl Timeline {
    /// The days on which a report appeared, in their order.
    pub fn report_days(&self) -> Vec<Day> {
        let days: BTreeSet<Day> = self.sources.iter().filter_map(report_day).collect();
        days.into_iter().collect()
    }

    /// The days on which a report surely appeared. Of the others it is only known that none
    /// of their reports is earlier.
    pub fn sure_report_days(&self) -> BTreeSet<Day> {
        let exact = |source: &&Source| {
            let published = source.published.as_ref();
            published.is_some_and(|date| date.is_single_day().is_some())
        };
        let sources = self.sources.iter().filter(exact);
        sources.filter_map(report_day).collect()
    }

    /// The timeline as it was known at the end of a day: without the events, claims and
    /// states that no report had told by then. A summary is written with all reports at
    /// hand: where some were still to come it is left out, and the claims speak. Lessons are
    /// left out for the same reason.
    #[must_use]
    pub fn as_of(&self, day: Day) -> Timeline {
        let knowledge = Knowledge::of(self);
        let mut events: Vec<Event> = self
            .events
            .iter()
            .filter(|event| is_by(knowledge.of_event(event), day))
            .map(|event| as_known(&knowledge, event, day))
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
                .only(|source| is_by(knowledge.of_source(&source.id), day)),
            events: Book::new(events),
            // A lesson is written with all reports at hand.
            lessons: Book::default(),
            lesson_texts: BTreeMap::new(),
            broken: self.broken.clone(),
            frame: self.frame,
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
            if let Some(place) = event.place.as_ref().and_then(|id| self.places.get(id)) {
                places.extend(self.chain_of_place(&place.id));
            }
        }
        (actors, places)
    }
}

/// An event as it was known at the end of a day on which it was.
fn as_known(knowledge: &Knowledge<'_>, event: &Event, day: Day) -> Event {
    let mut then = event.clone();
    let record = &mut then.record;
    let known = |id: &SourceId| is_by(knowledge.of_source(id), day);
    record.sources.retain(known);
    for claim in &mut record.claims {
        claim.reported_by.0.retain(|report| known(&report.source));
    }
    record.claims.retain(|claim| !claim.reported_by.is_empty());
    record
        .corrections
        .retain(|correction| is_by(knowledge.of_correction(event, correction), day));
    record
        .history
        .retain(|state| is_by(knowledge.of_state(state), day));
    if knowledge.earlier_state(event, day).is_some() {
        // What was the state of that day was no earlier one.
        record.history.pop();
    }
    let standing = knowledge.standing(event, day);
    let moved = standing.status != record.status || standing.when != record.when;
    if standing.when != record.when {
        record.said_when = None;
    }
    record.status = standing.status;
    record.when = standing.when;
    let to_come = event.reports().into_iter().any(|id| !known(id));
    if moved || to_come {
        record.summary = None;
        record.left_open.clear();
    }
    then
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
