//! Earlier states that do not stand in the order of time.

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, names};
use crate::edtf::Day;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for event in &subject.timeline.events {
        // The state so far that is certainly the latest.
        let mut latest: Option<(usize, Day)> = None;
        for (n, state) in event.history.iter().enumerate() {
            let origin = |n: usize| event.origin(|at| at.key("history").item(n).key("as_of"));
            if let (Some((before, since)), Some(until)) = (latest, state.as_of.latest().day())
                && until < since
            {
                found.push(
                    Diagnostic::new(
                        names::HISTORY_ORDER,
                        origin(n),
                        "this state is older than one before it",
                    )
                    .label(english().date(&state.as_of))
                    .related(origin(before), english().date(&event.history[before].as_of))
                    .help("earlier states stand oldest first"),
                );
            }
            if let Some(day) = state.as_of.earliest().day()
                && latest.is_none_or(|(_, since)| since <= day)
            {
                latest = Some((n, day));
            }
        }
    }
}
