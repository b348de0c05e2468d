//! An anonymous claim that rests on a single origin.

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::model::Provenance;
use crate::schema::Speaker;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let provenance = Provenance::of(subject.timeline);
    for (event, n, claim) in subject.timeline.claims() {
        if !matches!(claim.by, Speaker::Anonymous(_)) {
            continue;
        }
        if provenance.of_claims(std::iter::once(claim)) <= 1 {
            found.push(
                Diagnostic::new(
                    names::SINGLE_ANONYMOUS,
                    event.origin(|at| at.key("claims").item(n).key("by")),
                    format!("the claim `{}` is anonymous and has a single origin", claim.id),
                )
                .help("look for a second report that does not rest on this one; or accept it with the reason, `accept: [{code: single-anonymous, because: \"...\"}]`")
                .about(&event.id, Some(&claim.id)),
            );
        }
    }
}
