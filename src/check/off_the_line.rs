//! An event that cannot stand on the line of time that it is put on.

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::model::known_span;
use crate::model::lesson::BlankTimeline;
use crate::schema::Activity;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        for (n, activity) in lesson.activities.iter().enumerate() {
            let Activity::BlankTimeline(task) = activity else {
                continue;
            };
            let at = lesson.at.key("activities").item(n);
            let events = subject.timeline.in_order(lesson.events_of(activity));
            let key = if task.events.is_empty() {
                "kind"
            } else {
                "events"
            };
            let origin = |key| Origin::value(lesson.file, at.key(key));
            match BlankTimeline::of(task, &events) {
                Some(line) => found.extend(line.off.iter().map(|event| {
                    let (message, help) = if known_span(&event.when).is_some() {
                        (
                            "lies outside of the line",
                            "let the line begin or end elsewhere, or leave the event out",
                        )
                    } else {
                        ("has a date of no known year", "leave the event out")
                    };
                    Diagnostic::new(
                        names::OFF_THE_LINE,
                        origin(key),
                        format!("the event `{}` {message}", event.id),
                    )
                    .related(event.origin(|at| at.key("when")), "its date")
                    .help(help)
                })),
                None if task.to.is_some() => found.push(
                    Diagnostic::new(
                        names::OFF_THE_LINE,
                        origin("to"),
                        "this line ends before it begins",
                    )
                    .help(
                        "`from` is where it begins, `to` is where it ends; both have to have a day",
                    ),
                ),
                None if !events.is_empty() => found.push(
                    Diagnostic::new(
                        names::OFF_THE_LINE,
                        origin(key),
                        "none of these events has a date that can be drawn",
                    )
                    .help("choose others"),
                ),
                None => {}
            }
        }
    }
}
