//! An event that stands otherwise than it did, and nothing says since when.

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, names};
use crate::model::Knowledge;
use crate::schema::Status;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let knowledge = Knowledge::of(subject.timeline);
    for event in &subject.timeline.events {
        let turned = matches!(event.status, Status::Postponed | Status::Cancelled);
        // Whoever tells of what has happened afterwards tells that it did.
        let doubtful = event.status != Status::Happened && (turned || !event.history.is_empty());
        if !doubtful {
            continue;
        }
        let days: Vec<String> = knowledge
            .days_of_today(event)
            .into_iter()
            .map(|day| english().day(day))
            .collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            continue;
        };
        if days.len() < 2 {
            continue;
        }
        let shown = if event.history.is_empty() {
            format!("it is shown as {} from {first} on", event.status.word())
        } else {
            format!("it is shown so from {last} on")
        };
        found.push(
            Diagnostic::new(
                names::UNDATED_STATE,
                event.origin(|at| at.key("status")),
                format!(
                    "which report tells that this is {}? Reports of {} days can",
                    event.status.word(),
                    days.len(),
                ),
            )
            .label(shown)
            .help(format!(
                "say it in `history`: what it was before, and, as the last entry, that it is `{}`, with `as_of`, `when` and `source`",
                event.status.word(),
            ))
            .about(&event.id, None),
        );
    }
}
