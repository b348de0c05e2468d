//! Takes out the warnings that the files accept, and complains of acceptances that
//! nothing needs any more.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Origin, Report, names};
use crate::model::Timeline;
use crate::yaml::Path;

/// An `accept`: the event and the claim, or the lesson, that it is for, the code, and its
/// place.
struct Accepted<'t> {
    code: &'t str,
    event: Option<&'t str>,
    claim: Option<&'t str>,
    lesson: Option<&'t str>,
    origin: Origin,
}

/// The report without what is accepted.
pub(super) fn accept(timeline: &Timeline, all: Vec<Diagnostic>) -> Report {
    let accepted = accepted(timeline);
    let mut needed: HashSet<usize> = HashSet::new();
    let mut report: Vec<Diagnostic> = all
        .into_iter()
        .filter(|diagnostic| {
            if diagnostic.is_error() {
                return true;
            }
            let hits: Vec<_> = accepted
                .iter()
                .enumerate()
                .filter(|(_, accept)| fits(accept, diagnostic))
                .map(|(number, _)| number)
                .collect();
            needed.extend(&hits);
            hits.is_empty()
        })
        .collect();
    // While there are errors, checks run over a part of the timeline only.
    if !report.iter().any(Diagnostic::is_error) {
        for (number, accept) in accepted.iter().enumerate() {
            if !needed.contains(&number) {
                report.push(
                    Diagnostic::new(
                        names::UNUSED_ACCEPT,
                        accept.origin.clone(),
                        format!("there is no warning `{}` here to accept", accept.code),
                    )
                    .help("remove this acceptance"),
                );
            }
        }
    }
    report.into_iter().collect()
}

fn fits(accept: &Accepted<'_>, diagnostic: &Diagnostic) -> bool {
    let subject = &diagnostic.subject;
    accept.code == diagnostic.code.name
        && accept
            .event
            .is_none_or(|event| subject.event.as_deref() == Some(event))
        && accept
            .claim
            .is_none_or(|claim| subject.claim.as_deref() == Some(claim))
        && accept
            .lesson
            .is_none_or(|lesson| subject.lesson.as_deref() == Some(lesson))
}

fn accepted(timeline: &Timeline) -> Vec<Accepted<'_>> {
    let mut all = Vec::new();
    if let Some(file) = timeline.about_file {
        for (n, accept) in timeline.about.accept.iter().enumerate() {
            all.push(Accepted {
                code: accept.code.0.name,
                event: accept.event.as_deref(),
                claim: None,
                lesson: None,
                origin: Origin::value(file, Path::root().key("accept").item(n).key("code")),
            });
        }
    }
    for event in &timeline.events {
        for (n, accept) in event.accept.iter().enumerate() {
            all.push(Accepted {
                code: accept.code.0.name,
                event: Some(&event.id),
                claim: accept.claim.as_deref(),
                lesson: None,
                origin: event.origin(|at| at.key("accept").item(n).key("code")),
            });
        }
    }
    for lesson in &timeline.lessons {
        for (n, accept) in lesson.accept.iter().enumerate() {
            all.push(Accepted {
                code: accept.code.0.name,
                event: None,
                claim: None,
                lesson: Some(&lesson.id),
                origin: lesson.origin(|at| at.key("accept").item(n).key("code")),
            });
        }
    }
    all
}
