//! Two events of the same day with the same title: probably one event twice.

use std::collections::HashMap;

use super::Subject;
use crate::diagnostic::{Diagnostic, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut first = HashMap::new();
    for event in &subject.timeline.events {
        let title: Vec<String> = event
            .title
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let key = (event.when.to_string(), title);
        if let Some(earlier) = first.get(&key) {
            let earlier: &&crate::model::Event = earlier;
            found.push(
                Diagnostic::new(
                    names::SAME_DAY_TITLE,
                    event.origin(|at| at.key("title")),
                    "another event of the same date has the same title",
                )
                .related(earlier.origin(|at| at.key("title")), "this one")
                .help("put the two together, or tell them apart in the title")
                .about(&event.id, None),
            );
        } else {
            first.insert(key, event);
        }
    }
}
