//! An activity that uses an event that is not one of its lesson's.

use std::collections::HashSet;

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::model::{Lesson, claims_of_lesson, references_of_lesson};
use crate::schema::{EventId, Id};
use crate::yaml::Path;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        let events: HashSet<&str> = lesson.events.iter().map(|id| &**id).collect();
        // Of an event that is nowhere it is told elsewhere.
        let missing = |id: &str| {
            let known = || subject.timeline.events.get(&EventId(id.to_owned()));
            !events.contains(id) && known().is_some()
        };
        references_of_lesson(lesson, &mut |name, at| {
            if name.what == EventId::WHAT && missing(name.id) {
                let message = format!("the event `{}` is not in this lesson", name.id);
                found.push(complaint(lesson, at(), message, name.id));
            }
        });
        for (claim, at) in claims_of_lesson(lesson) {
            if missing(&claim.event) {
                let message = format!(
                    "the event of this claim, `{}`, is not in this lesson",
                    claim.event
                );
                found.push(complaint(lesson, at, message, &claim.event));
            }
        }
    }
}

fn complaint(lesson: &Lesson, at: Path, message: String, event: &str) -> Diagnostic {
    Diagnostic::new(
        names::NOT_IN_LESSON,
        Origin::value(lesson.file, at),
        message,
    )
    .related(lesson.origin(|at| at.key("events")), "its events")
    .help(format!(
        "add `{event}` to the lesson's `events`, or use another"
    ))
}
