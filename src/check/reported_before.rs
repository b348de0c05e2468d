//! A report that was published before what it reports happened.

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, names};
use crate::schema::{SourceId, Status};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let sources = &subject.timeline.sources;
    for event in &subject.timeline.events {
        if event.status != Status::Happened {
            continue;
        }
        let Some(happened) = event.when.earliest().day() else {
            continue;
        };
        let published_before = |id: &SourceId| {
            let published = sources.get(id)?.published.as_ref()?;
            published
                .latest()
                .day()
                .filter(|day| *day < happened)
                .map(|_| published)
        };
        let reports = event.reports();
        // Where all were, `happened-after-report` says so, once.
        if reports.iter().all(|id| published_before(id).is_some()) {
            continue;
        }
        for id in reports {
            // Earlier states rest on earlier reports.
            if event
                .history
                .iter()
                .any(|state| state.source.as_ref() == Some(id))
            {
                continue;
            }
            let (Some(source), Some(published)) = (sources.get(id), published_before(id)) else {
                continue;
            };
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
