//! A claim that is related to itself.

use super::Subject;
use crate::diagnostic::{Diagnostic, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (event, n, claim) in subject.timeline.claims() {
        for (m, relation) in claim.relations.iter().enumerate() {
            let same_event = relation
                .target
                .event
                .as_ref()
                .is_none_or(|id| *id == event.id);
            if same_event && relation.target.claim == claim.id {
                let word = relation.kind.word();
                found.push(
                    Diagnostic::new(
                        names::SELF_RELATION,
                        event.origin(|at| {
                            at.key("claims").item(n).key("relations").item(m).key(word)
                        }),
                        format!("the claim `{}` {word} itself", claim.id),
                    )
                    .help("name the other claim, as `event-id/claim-id`"),
                );
            }
        }
    }
}
