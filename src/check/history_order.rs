//! Earlier states that do not stand in the order of time.

use super::{Subject, day, english};
use crate::diagnostic::{Diagnostic, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for event in &subject.timeline.events {
        for (n, pair) in event.history.windows(2).enumerate() {
            let (Some(before), Some(after)) =
                (day(pair[0].as_of.earliest()), day(pair[1].as_of.latest()))
            else {
                continue;
            };
            if after < before {
                let origin = |n: usize| event.origin(|at| at.key("history").item(n).key("as_of"));
                found.push(
                    Diagnostic::new(
                        names::HISTORY_ORDER,
                        origin(n + 1),
                        "this state is older than the one before it",
                    )
                    .label(english().date(&pair[1].as_of))
                    .related(origin(n), english().date(&pair[0].as_of))
                    .help("earlier states stand oldest first"),
                );
            }
        }
    }
}
