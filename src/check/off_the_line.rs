//! An event that cannot stand on the line of time that it is put on.

use super::Subject;
use super::exercise::exercises;
use crate::diagnostic::{Diagnostic, names};
use crate::model::known_span;
use crate::model::lesson::BlankTimeline;
use crate::schema::Activity;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for exercise in exercises(subject.timeline) {
        let (lesson, activity) = (exercise.lesson, exercise.activity);
        let Activity::BlankTimeline(task) = activity else {
            continue;
        };
        let events = subject.timeline.in_order(lesson.events_of(activity));
        let named = || exercise.value(exercise.named("events"));
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
                    named(),
                    format!("the event `{}` {message}", event.id),
                )
                .related(event.origin(|at| at.key("when")), "its date")
                .help(help)
            })),
            None if task.to.is_some() => found.push(
                Diagnostic::new(
                    names::OFF_THE_LINE,
                    exercise.value(exercise.at.key("to")),
                    "this line ends before it begins",
                )
                .help("`from` is where it begins, `to` is where it ends; both have to have a day"),
            ),
            None if !events.is_empty() => found.push(
                Diagnostic::new(
                    names::OFF_THE_LINE,
                    named(),
                    "none of these events has a date that can be drawn",
                )
                .help("choose others"),
            ),
            None => {}
        }
    }
}
