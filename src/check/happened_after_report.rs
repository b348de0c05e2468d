//! An event said to have happened after the last report that tells of it.

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, names};
use crate::edtf::Day;
use crate::schema::Status;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for event in &subject.timeline.events {
        if event.status != Status::Happened {
            continue;
        }
        let Some(happened) = event.when.earliest().day() else {
            continue;
        };
        // Of each report the last day on which it can have been published; none known
        // for one of them, and nothing can be said.
        let published: Option<Vec<Day>> = event
            .reports()
            .into_iter()
            .map(|id| {
                let source = subject.timeline.sources.get(id)?;
                source.published.as_ref()?.latest().day()
            })
            .collect();
        let Some(last) = published.and_then(|days| days.into_iter().max()) else {
            continue;
        };
        if last < happened {
            found.push(
                Diagnostic::new(
                    names::HAPPENED_AFTER_REPORT,
                    event.origin(|at| at.key("status")),
                    "this is said to have happened, but every report of it was published before",
                )
                .label(format!("the last report is of {}", english().day(last)))
                .related(event.origin(|at| at.key("when")), "this is later")
                .help("write `status: planned`, or add the report that tells that it happened")
                .about(&event.id, None),
            );
        }
    }
}
