//! Takes out the warnings that the files accept, and complains of acceptances that
//! nothing needs any more.

use std::collections::{HashMap, HashSet};

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

/// What a diagnostic has to be about: the code, the event, the claim and the lesson.
type Matter<'a> = (&'a str, [Option<&'a str>; 3]);

/// The report without what is accepted.
pub(super) fn accept(timeline: &Timeline, all: Vec<Diagnostic>) -> Report {
    let accepted = accepted(timeline);
    let mut by_matter: HashMap<Matter<'_>, Vec<usize>> = HashMap::new();
    for (number, accept) in accepted.iter().enumerate() {
        let about = [accept.event, accept.claim, accept.lesson];
        by_matter
            .entry((accept.code, about))
            .or_default()
            .push(number);
    }
    let mut needed: HashSet<usize> = HashSet::new();
    let mut report: Vec<Diagnostic> = all
        .into_iter()
        .filter(|diagnostic| {
            if diagnostic.is_error() {
                return true;
            }
            let mut hit = false;
            for number in matters(diagnostic).filter_map(|matter| by_matter.get(&matter)) {
                needed.extend(number);
                hit = true;
            }
            !hit
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

/// What an acceptance of a diagnostic can name: all that it is about, or less.
fn matters(diagnostic: &Diagnostic) -> impl Iterator<Item = Matter<'_>> {
    let subject = &diagnostic.subject;
    let about = [&subject.event, &subject.claim, &subject.lesson].map(Option::as_deref);
    // What it is not about is left out anyway.
    let named = |choice: usize, n: usize| choice >> n & 1 == 1;
    let fits = move |choice: &usize| (0..3).all(|n| about[n].is_some() || !named(*choice, n));
    (0..8).filter(fits).map(move |choice| {
        let about = [0, 1, 2].map(|n| about[n].filter(|_| named(choice, n)));
        (diagnostic.code.name, about)
    })
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
