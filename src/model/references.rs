//! Who names whom: every reference of a record, in one place.

use super::{Actor, Event, Place, Source};
use crate::schema::{Id, Speaker};
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
