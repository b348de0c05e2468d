//! A plan whose time was over before the timeline's last report.

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, names};
use crate::model::Known;
use crate::schema::Status;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(last) = Known::of_timeline(subject.timeline).last else {
        return;
    };
    for event in &subject.timeline.events {
        let planned = matches!(event.status, Status::Planned | Status::Confirmed);
        if planned
            && event
                .when
                .latest()
                .day()
                .is_some_and(|latest| latest < last)
        {
            found.push(
                Diagnostic::new(
                    names::PLAN_OVERDUE,
                    event.origin(|at| at.key("status")),
                    format!(
                        "this is still {}, though its time was over before the last report ({})",
                        event.status.word(),
                        english().day(last),
                    ),
                )
                .related(event.origin(|at| at.key("when")), english().date(&event.when))
                .help("say what became of it: `happened`, `postponed` or `cancelled`; keep the plan in `history`")
                .about(&event.id, None),
            );
        }
    }
}
