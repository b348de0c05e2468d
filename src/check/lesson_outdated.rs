//! A lesson on events that have changed since it was written.

use std::collections::{HashMap, HashSet};

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, Origin, all_of, names};
use crate::model::lesson::{Part, outdated};
use crate::model::{Event, Lesson, Timeline};
use crate::schema::EventId;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        changed(subject.timeline, lesson, found);
        unpinned(subject.timeline, lesson, found);
    }
}

fn changed(timeline: &Timeline, lesson: &Lesson, found: &mut Vec<Diagnostic>) {
    let mut pins: HashMap<&EventId, usize> = HashMap::new();
    for (number, pin) in lesson.pinned.iter().enumerate() {
        pins.entry(&pin.event).or_insert(number);
    }
    for old in outdated(lesson, timeline) {
        let number = pins.get(&old.event.id).copied();
        let at = lesson.at.key("pinned").item(number.unwrap_or(0));
        let complaint = Diagnostic::new(
            names::LESSON_OUTDATED,
            Origin::value(lesson.file, at),
            format!(
                "the event `{}` has changed since this lesson was written",
                old.event.id
            ),
        );
        found.push(
            old.parts
                .iter()
                .fold(complaint, |complaint, part| {
                    complaint.help(told(part, old.event))
                })
                .help("look the lesson over; when it is right again, run `dateline pin`")
                .about_lesson(&lesson.id),
        );
    }
}

/// What changed, in words.
pub(crate) fn told(part: &Part, event: &Event) -> String {
    match part {
        Part::Title => format!("its title is now `{}`", event.title),
        Part::Status { was } => {
            format!(
                "its status was `{}` and is `{}`",
                was.word(),
                event.status.word()
            )
        }
        Part::When { was } => format!(
            "its date was `{}` and is `{}`",
            english().date(was),
            english().date(&event.when)
        ),
        Part::Place { was } => format!(
            "its place was {} and is {}",
            place(was.as_deref()),
            place(event.place.as_deref())
        ),
        Part::Actors => "who takes part in it is told otherwise".to_owned(),
        Part::Summary => "its summary is another".to_owned(),
        Part::History => "its earlier states are told otherwise".to_owned(),
        Part::ClaimAdded(claim) => format!("the claim `{claim}` is new"),
        Part::ClaimChanged(claim) => format!("the claim `{claim}` has changed"),
        Part::ClaimRemoved(claim) => format!("the claim `{claim}` is gone"),
        Part::Corrected(number) => match event.corrections.get(*number) {
            Some(correction) => format!("corrected: {}", correction.what),
            None => "a correction is new".to_owned(),
        },
    }
}

fn place(id: Option<&str>) -> String {
    id.map_or_else(|| "not told".to_owned(), |id| format!("`{id}`"))
}

/// Events of a lesson that was pinned without them, and pins of events that it has no more.
fn unpinned(timeline: &Timeline, lesson: &Lesson, found: &mut Vec<Diagnostic>) {
    if lesson.pinned.is_empty() {
        return;
    }
    let pinned: HashSet<&EventId> = lesson.pinned.iter().map(|pin| &pin.event).collect();
    let events: HashSet<&EventId> = lesson.events.iter().collect();
    let missing: Vec<&str> = (lesson.events.iter())
        .filter(|id| !pinned.contains(id) && timeline.events.get(id).is_some())
        .map(|id| &**id)
        .collect();
    let mut complain = |origin: Origin, message: String| {
        found.push(
            Diagnostic::new(names::LESSON_OUTDATED, origin, message)
                .help("run `dateline pin`")
                .about_lesson(&lesson.id),
        );
    };
    if !missing.is_empty() {
        let message = format!("this lesson was pinned without {}", all_of(missing));
        complain(Origin::key(lesson.file, lesson.at.key("pinned")), message);
    }
    for (n, pin) in lesson.pinned.iter().enumerate() {
        if !events.contains(&pin.event) {
            let message = format!(
                "`{}` is pinned, and not one of the lesson's events",
                pin.event
            );
            complain(lesson.origin(|at| at.key("pinned").item(n)), message);
        }
    }
}
