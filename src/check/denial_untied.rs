//! A denial by somebody who has nothing to do with what is denied.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::model::{Event, Timeline};
use crate::schema::{ActorId, ClaimRecord, RelationKind, Speaker};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    for edge in subject.relations.edges() {
        if edge.kind != RelationKind::Denies {
            continue;
        }
        let (event, claim) = subject.relations.claim(edge.from);
        let (target_event, target) = subject.relations.claim(edge.to);
        let tied = claim
            .by
            .actor()
            .is_some_and(|id| tied(timeline, id, target_event, target));
        if !tied {
            let n = edge.from.1;
            found.push(
                Diagnostic::new(
                    names::DENIAL_UNTIED,
                    event.origin(|at| at.key("claims").item(n).key("by")),
                    format!("this speaker denies `{}/{}`, but has no part in it", target_event.id, target.id),
                )
                .related(
                    target_event.origin(|at| at.key("claims").item(edge.to.1).key("text")),
                    "this is denied",
                )
                .help("use `disputes` where accounts only conflict; or add whom it is about to the `actors` of the event that is denied")
                .about(&event.id, Some(&claim.id)),
            );
        }
    }
}

/// Whether an actor, or one above or below it, takes part in an event or speaks in a
/// claim of it.
fn tied(timeline: &Timeline, actor: &ActorId, event: &Event, claim: &ClaimRecord) -> bool {
    let mut others: BTreeSet<&ActorId> = event.actors.iter().map(|part| &part.who).collect();
    if let Speaker::Actor(id) = &claim.by {
        others.insert(id);
    }
    let chain: BTreeSet<_> = timeline.chain_of(actor).into_iter().collect();
    others.into_iter().any(|other| {
        let theirs = timeline.chain_of(other);
        theirs.iter().any(|id| chain.contains(id))
    })
}
