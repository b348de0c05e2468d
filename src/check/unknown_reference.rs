//! A reference to an actor, place, source, event or claim that is not there.

use std::ops::Range;

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, Place, all_of, did_you_mean, names};
use crate::load::FileId;
use crate::model::{
    Event, Named, Timeline, references_of_actor, references_of_event, references_of_place,
    references_of_source,
};
use crate::schema::{ActorId, EventId, Id, PlaceId, SourceId, with_article};
use crate::yaml::Path;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    for actor in &timeline.actors {
        references_of_actor(actor, &mut |name, at| {
            resolve(timeline, actor.file, name, at, found);
        });
    }
    for place in &timeline.places {
        references_of_place(place, &mut |name, at| {
            resolve(timeline, place.file, name, at, found);
        });
    }
    for source in &timeline.sources {
        references_of_source(source, &mut |name, at| {
            resolve(timeline, source.file, name, at, found);
        });
    }
    for event in &timeline.events {
        references_of_event(event, &mut |name, at| {
            resolve(timeline, event.file, name, at, found);
        });
        relations(timeline, event, found);
    }
    for (n, accept) in timeline.about.accept.iter().enumerate() {
        if let (Some(event), Some(file)) = (&accept.event, timeline.about_file) {
            let at = || Path::root().key("accept").item(n).key("in");
            resolve(
                timeline,
                file,
                Named {
                    what: EventId::WHAT,
                    id: event,
                },
                &at,
                found,
            );
        }
    }
}

fn resolve(
    timeline: &Timeline,
    file: FileId,
    name: Named<'_>,
    at: &dyn Fn() -> Path,
    found: &mut Vec<Diagnostic>,
) {
    if let Some(complaint) = unresolved(timeline, name, found.len()) {
        found.push(complaint(Origin::value(file, at())));
    }
}

/// The complaint about a name that names nothing, for the place where it stands. `told`
/// is how many complaints there are already.
fn unresolved<'a>(
    timeline: &'a Timeline,
    name: Named<'a>,
    told: usize,
) -> Option<impl FnOnce(Origin) -> Diagnostic + 'a> {
    let Named { what, id } = name;
    let ids: Vec<&str> = match what {
        ActorId::WHAT if timeline.actors.get(&ActorId(id.to_owned())).is_none() => {
            timeline.actors.ids().collect()
        }
        PlaceId::WHAT if timeline.places.get(&PlaceId(id.to_owned())).is_none() => {
            timeline.places.ids().collect()
        }
        SourceId::WHAT if timeline.sources.get(&SourceId(id.to_owned())).is_none() => {
            timeline.sources.ids().collect()
        }
        EventId::WHAT if timeline.events.get(&EventId(id.to_owned())).is_none() => {
            timeline.events.ids().collect()
        }
        _ => return None,
    };
    if timeline.broken.may_hold(what, id) {
        return None;
    }
    Some(move |origin| {
        let complaint = Diagnostic::new(
            names::UNKNOWN_REFERENCE,
            origin,
            format!("there is no {what} `{id}`"),
        );
        let other_source = timeline.sources.get(&SourceId(id.to_owned())).is_some();
        let declare = match what {
            ActorId::WHAT if other_source => {
                return complaint.help(format!(
                    "`{id}` is a source: what a report says itself is written `by: {{source: {id}}}`"
                ));
            }
            ActorId::WHAT if matches!(id, "anonymous" | "unnamed" | "unknown" | "officials") => {
                return complaint.help(
                    "somebody whom the report does not name is written `{anonymous: two officials}`",
                );
            }
            EventId::WHAT => "each event is a file of that name".to_owned(),
            what => format!("{} is declared in `{what}s.yaml`", with_article(what)),
        };
        let broken = timeline.broken.ids.iter();
        let broken = broken.filter(|(kind, _)| *kind == what);
        let ids: Vec<_> = ids.into_iter().chain(broken.map(|(_, id)| &**id)).collect();
        if told * ids.len() > MOST_COMPARED {
            return complaint.help(declare);
        }
        suggest(complaint, id, ids, declare)
    })
}

/// How many ids are compared to find those that were meant. Who has more of both has
/// forgotten a whole file, and needs no advice on its spelling.
const MOST_COMPARED: usize = 200_000;

fn suggest<'a>(
    complaint: Diagnostic,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
    declare: String,
) -> Diagnostic {
    match did_you_mean(id, known) {
        Some(close) => complaint.label(format!("did you mean `{close}`?")),
        None => complaint.help(declare),
    }
}

/// Claims that relations point to, and claims that `accept` names.
fn relations(timeline: &Timeline, event: &Event, found: &mut Vec<Diagnostic>) {
    for (n, claim) in event.claims.iter().enumerate() {
        for (m, relation) in claim.relations.iter().enumerate() {
            let target = &relation.target;
            // The event or the claim, of `event/claim`.
            let part = |part: Range<usize>| Origin {
                file: event.file,
                place: Place::Within(
                    event
                        .at
                        .key("claims")
                        .item(n)
                        .key("relations")
                        .item(m)
                        .key(relation.kind.word()),
                    part,
                ),
            };
            let (other, before) = match &target.event {
                None => (event, 0),
                Some(id) => {
                    let Some(other) = timeline.events.get(id) else {
                        let name = Named {
                            what: EventId::WHAT,
                            id,
                        };
                        let complaint = unresolved(timeline, name, found.len());
                        found.extend(complaint.map(|complaint| complaint(part(0..id.len()))));
                        continue;
                    };
                    (other, id.len() + 1)
                }
            };
            let origin = || part(before..before + target.claim.len());
            found.extend(claim_of(other, &target.claim, origin));
        }
    }
    for (n, accept) in event.accept.iter().enumerate() {
        if let Some(claim) = &accept.claim {
            let origin = || event.origin(|at| at.key("accept").item(n).key("claim"));
            found.extend(claim_of(event, claim, origin));
        }
    }
}

fn claim_of(event: &Event, id: &str, origin: impl FnOnce() -> Origin) -> Option<Diagnostic> {
    let ids = || event.claims.iter().map(|claim| claim.id.as_str());
    if ids().any(|known| known == id) {
        return None;
    }
    let complaint = Diagnostic::new(
        names::UNKNOWN_REFERENCE,
        origin(),
        format!("the event `{}` has no claim `{id}`", event.id),
    );
    let known = match ids().count() {
        0 => "it has no claims at all".to_owned(),
        1 => format!("its only claim is {}", all_of(ids())),
        _ => format!("its claims are {}", all_of(ids())),
    };
    Some(suggest(complaint, id, ids(), known))
}
