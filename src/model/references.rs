//! Who names whom: every reference of a record, in one place.

use super::{Actor, Event, Lesson, Place, Source};
use crate::schema::{Activity, ClaimReference, Id, Speaker};
use crate::yaml::Path;

/// A reference: what kind of record is named, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Named<'a> {
    /// `actor`, `place`, `source` or `event`.
    pub what: &'static str,
    /// The id.
    pub id: &'a str,
}

/// Receives each reference, with a function that tells its place: only those who
/// complain pay for the path.
type Visit<'v, 'a> = &'v mut dyn FnMut(Named<'a>, &dyn Fn() -> Path);

fn name<I: Id>(id: &I) -> Named<'_> {
    Named {
        what: I::WHAT,
        id: id.as_str(),
    }
}

/// The references of an event. Those of its relations to claims are not among them:
/// they need more than an id.
pub fn references_of_event<'a>(event: &'a Event, visit: Visit<'_, 'a>) {
    let root = &event.at;
    if let Some(place) = &event.place {
        visit(name(place), &|| root.key("where"));
    }
    for (n, part) in event.actors.iter().enumerate() {
        // Of an actor that stands there by its id alone the path ends at the id.
        visit(name(&part.who), &|| root.key("actors").item(n).key("who"));
    }
    for (n, source) in event.sources.iter().enumerate() {
        visit(name(source), &|| root.key("sources").item(n));
    }
    for (n, state) in event.history.iter().enumerate() {
        if let Some(source) = &state.source {
            visit(name(source), &|| root.key("history").item(n).key("source"));
        }
    }
    for (n, claim) in event.claims.iter().enumerate() {
        let at = || root.key("claims").item(n);
        match &claim.by {
            Speaker::Actor(actor) => visit(name(actor), &|| at().key("by")),
            Speaker::Anonymous(anonymous) => {
                if let Some(of) = &anonymous.of {
                    visit(name(of), &|| at().key("by").key("of"));
                }
            }
            Speaker::Report(report) => {
                visit(name(&report.source), &|| at().key("by").key("source"));
            }
        }
        for (m, report) in claim.reported_by.iter().enumerate() {
            let item = || at().key("reported_by").item(m);
            visit(name(&report.source), &|| item().key("source"));
            if let Some(from) = &report.from {
                visit(name(from), &|| item().key("from"));
            }
        }
    }
}

/// The references of an actor.
pub fn references_of_actor<'a>(actor: &'a Actor, visit: Visit<'_, 'a>) {
    if let Some(of) = &actor.of {
        visit(name(of), &|| actor.at.key("of"));
    }
}

/// The references of a place.
pub fn references_of_place<'a>(place: &'a Place, visit: Visit<'_, 'a>) {
    if let Some(within) = &place.within {
        visit(name(within), &|| place.at.key("within"));
    }
}

/// The references of a source.
pub fn references_of_source<'a>(source: &'a Source, visit: Visit<'_, 'a>) {
    if let Some(via) = &source.via {
        visit(name(via), &|| source.at.key("via"));
    }
    for (n, relayed) in source.relays.iter().enumerate() {
        visit(name(relayed), &|| source.at.key("relays").item(n));
    }
}

/// The references of a lesson. Those to claims are not among them: they need more than an id.
pub fn references_of_lesson<'a>(lesson: &'a Lesson, visit: Visit<'_, 'a>) {
    for (n, event) in lesson.events.iter().enumerate() {
        visit(name(event), &|| lesson.at.key("events").item(n));
    }
    for (n, activity) in lesson.activities.iter().enumerate() {
        let at = || lesson.at.key("activities").item(n);
        for (m, event) in activity.events().unwrap_or_default().iter().enumerate() {
            visit(name(event), &|| at().key("events").item(m));
        }
        match activity {
            Activity::WhoSaidIt(task) => {
                for (m, actor) in task.distractors.iter().enumerate() {
                    visit(name(actor), &|| at().key("distractors").item(m));
                }
            }
            Activity::CauseOrJustBefore(task) => {
                for (m, pair) in task.pairs.iter().enumerate() {
                    let pair_at = || at().key("pairs").item(m);
                    visit(name(&pair.before), &|| pair_at().key("before"));
                    visit(name(&pair.after), &|| pair_at().key("after"));
                }
            }
            _ => {}
        }
    }
}

/// The claims that a lesson names, each with its place.
pub fn claims_of_lesson(lesson: &Lesson) -> Vec<(&ClaimReference, Path)> {
    let mut claims = Vec::new();
    for (n, activity) in lesson.activities.iter().enumerate() {
        let at = lesson.at.key("activities").item(n);
        let mut list = |named, at: &Path| {
            let named: &[ClaimReference] = named;
            let places = (0..named.len()).map(|m| at.key("claims").item(m));
            claims.extend(named.iter().zip(places));
        };
        match activity {
            Activity::WhoSaidIt(task) => list(&task.claims, &at),
            Activity::CompareReports(task) => list(&task.claims, &at),
            Activity::Sourcing(task) => claims.push((&task.claim, at.key("claim"))),
            Activity::Questions(task) => {
                for (m, question) in task.questions.iter().enumerate() {
                    list(&question.claims, &at.key("questions").item(m));
                }
            }
            _ => {}
        }
    }
    claims
}
