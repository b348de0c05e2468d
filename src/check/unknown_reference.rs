//! A reference to an actor, place, source, event or claim that is not there.

use std::ops::Range;

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, Place, all_of, did_you_mean, names};
use crate::load::FileId;
use crate::model::{
    Event, Lesson, Named, Timeline, claims_of_lesson, references_of_actor, references_of_event,
    references_of_lesson, references_of_place, references_of_source,
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
    for lesson in &timeline.lessons {
        references_of_lesson(lesson, &mut |name, at| {
            resolve(timeline, lesson.file, name, at, found);
        });
        claims(timeline, lesson, found);
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
            let at = || {
                let claim = event.at.key("claims").item(n);
                let relation_at = claim.key("relations").item(m);
                relation_at.key(relation.kind.word())
            };
            match &target.event {
                None => {
                    let origin = || within(event.file, at(), 0..target.claim.len());
                    found.extend(claim_of(event, &target.claim, origin));
                }
                Some(other) => {
                    let complaint = of_other(
                        timeline,
                        (other, &target.claim),
                        event.file,
                        &at,
                        found.len(),
                    );
                    found.extend(complaint);
                }
            }
        }
    }
    for (n, accept) in event.accept.iter().enumerate() {
        if let Some(claim) = &accept.claim {
            let origin = || event.origin(|at| at.key("accept").item(n).key("claim"));
            found.extend(claim_of(event, claim, origin));
        }
    }
}

/// Claims that a lesson names.
fn claims(timeline: &Timeline, lesson: &Lesson, found: &mut Vec<Diagnostic>) {
    for (named, at) in claims_of_lesson(lesson) {
        let name = (&named.event, &*named.claim);
        let complaint = of_other(timeline, name, lesson.file, &|| at.clone(), found.len());
        found.extend(complaint);
    }
}

/// The complaint about `event/claim`, if it names none: about the one part of it or the
/// other.
fn of_other(
    timeline: &Timeline,
    (id, claim): (&EventId, &str),
    file: FileId,
    at: &dyn Fn() -> Path,
    told: usize,
) -> Option<Diagnostic> {
    let Some(event) = timeline.events.get(id) else {
        let name = Named {
            what: EventId::WHAT,
            id,
        };
        let complaint = unresolved(timeline, name, told)?;
        return Some(complaint(within(file, at(), 0..id.len())));
    };
    let before = id.len() + 1;
    claim_of(event, claim, || {
        within(file, at(), before..before + claim.len())
    })
}

fn within(file: FileId, at: Path, part: Range<usize>) -> Origin {
    Origin {
        file,
        place: Place::Within(at, part),
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
