//! A reference to an actor, place, source, event or claim that is not there.

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, did_you_mean, list, names};
use crate::load::FileId;
use crate::model::{
    Event, Named, Timeline, references_of_actor, references_of_event, references_of_place,
    references_of_source,
};
use crate::schema::{ActorId, Id, PlaceId, SourceId};
use crate::yaml::Path;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    for actor in &timeline.actors {
        references_of_actor(actor, &mut |name, at| {
            resolve(timeline, actor.file, name, at, found)
        });
    }
    for place in &timeline.places {
        references_of_place(place, &mut |name, at| {
            resolve(timeline, place.file, name, at, found)
        });
    }
    for source in &timeline.sources {
        references_of_source(source, &mut |name, at| {
            resolve(timeline, source.file, name, at, found)
        });
    }
    for event in &timeline.events {
        references_of_event(event, &mut |name, at| {
            resolve(timeline, event.file, name, at, found)
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
                    what: "event",
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
    let id = name.id.to_owned();
    let known = match name.what {
        ActorId::WHAT => timeline.actors.get(&ActorId(id)).is_some(),
        PlaceId::WHAT => timeline.places.get(&PlaceId(id)).is_some(),
        SourceId::WHAT => timeline.sources.get(&SourceId(id)).is_some(),
        _ => timeline.events.get(&crate::schema::EventId(id)).is_some(),
    };
    if known || timeline.broken.may_hold(name.what, name.id) {
        return;
    }
    let ids: Vec<&str> = match name.what {
        ActorId::WHAT => timeline.actors.ids().collect(),
        PlaceId::WHAT => timeline.places.ids().collect(),
        SourceId::WHAT => timeline.sources.ids().collect(),
        _ => timeline.events.ids().collect(),
    };
    let article = if name.what.starts_with(['a', 'e']) {
        "an"
    } else {
        "a"
    };
    let complaint = Diagnostic::new(
        names::UNKNOWN_REFERENCE,
        Origin::value(file, at()),
        format!("there is no {} `{}`", name.what, name.id),
    );
    let declare = match name.what {
        "event" => "each event is a file of that name".to_owned(),
        what => format!("{article} {what} is declared in `{what}s.yaml`"),
    };
    found.push(suggest(complaint, name.id, &ids, declare));
}

fn suggest(complaint: Diagnostic, id: &str, known: &[&str], declare: String) -> Diagnostic {
    match did_you_mean(id, known.iter().copied()) {
        Some(close) => complaint.label(format!("did you mean `{close}`?")),
        None => complaint.help(declare),
    }
}

/// Claims that relations point to, and claims that `accept` names.
fn relations(timeline: &Timeline, event: &Event, found: &mut Vec<Diagnostic>) {
    for (n, claim) in event.claims.iter().enumerate() {
        for (m, relation) in claim.relations.iter().enumerate() {
            let at = || {
                event
                    .at
                    .key("claims")
                    .item(n)
                    .key("relations")
                    .item(m)
                    .key(relation.kind.word())
            };
            let target = &relation.target;
            let other = match &target.event {
                None => event,
                Some(id) => match timeline.events.get(id) {
                    Some(other) => other,
                    None => {
                        resolve(
                            timeline,
                            event.file,
                            Named { what: "event", id },
                            &at,
                            found,
                        );
                        continue;
                    }
                },
            };
            claim_of(other, event.file, &target.claim, &at, found);
        }
    }
    for (n, accept) in event.accept.iter().enumerate() {
        if let Some(claim) = &accept.claim {
            let at = || event.at.key("accept").item(n).key("claim");
            claim_of(event, event.file, claim, &at, found);
        }
    }
}

fn claim_of(
    event: &Event,
    file: FileId,
    id: &str,
    at: &dyn Fn() -> Path,
    found: &mut Vec<Diagnostic>,
) {
    let ids: Vec<&str> = event.claims.iter().map(|claim| claim.id.as_str()).collect();
    if ids.contains(&id) {
        return;
    }
    let complaint = Diagnostic::new(
        names::UNKNOWN_REFERENCE,
        Origin::value(file, at()),
        format!("the event `{}` has no claim `{id}`", event.id),
    );
    let known = format!("its claims are {}", list(ids.iter().copied()));
    found.push(suggest(complaint, id, &ids, known));
}
