//! Two claims of one event with the same id.

use std::collections::HashMap;

use super::Subject;
use crate::diagnostic::{Diagnostic, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for event in &subject.timeline.events {
        let mut first = HashMap::new();
        for (n, claim) in event.claims.iter().enumerate() {
            let origin = |n: usize| event.origin(|at| at.key("claims").item(n).key("id"));
            if let Some(earlier) = first.get(&claim.id) {
                found.push(
                    Diagnostic::new(
                        names::DUPLICATE_ID,
                        origin(n),
                        format!("a second claim of this event has the id `{}`", claim.id),
                    )
                    .label("again here")
                    .related(origin(*earlier), "first here")
                    .help("give one of them another id, or put the two together"),
                );
            } else {
                first.insert(&claim.id, n);
            }
        }
    }
}
