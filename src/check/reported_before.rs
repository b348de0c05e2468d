//! A report that was published before what it reports happened.

use super::{Subject, day, english};
use crate::diagnostic::{Diagnostic, names};
use crate::schema::Status;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for event in &subject.timeline.events {
        if event.status != Status::Happened {
            continue;
        }
        let Some(happened) = day(event.when.earliest()) else {
            continue;
        };
        for id in event.reports() {
            // Earlier states rest on earlier reports.
            if event
                .history
                .iter()
                .any(|state| state.source.as_ref() == Some(id))
            {
                continue;
            }
            let Some(source) = subject.timeline.sources.get(id) else {
                continue;
            };
            let Some(published) = &source.published else {
                continue;
            };
            if day(published.latest()).is_some_and(|published| published < happened) {
                found.push(
                    Diagnostic::new(
                        names::REPORTED_BEFORE,
                        event.origin(|at| at.key("when")),
                        format!("`{id}` reports this, but was published before it"),
                    )
                    .label(format!("happened {}", english().date(&event.when)))
                    .related(
                        source.origin(|at| at.key("published")),
                        format!("published {}", english().date(published)),
                    )
                    .help("correct one of the dates; if the report tells of a plan, put it into `history` with `status: planned`")
                    .about(&event.id, None),
                );
            }
        }
    }
}
