//! A small timeline with a lesson that has an activity of every kind: `tests/lessons`.

#![allow(dead_code, reason = "not every test needs all of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use dateline::check::check;
use dateline::decode::decode;
use dateline::load::load;
use dateline::model::{Book, Timeline};
use dateline::schema::{Date, EventRecord, LessonRecord};

/// The timeline, of which nothing is to be complained.
pub(crate) fn timeline() -> Timeline {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lessons");
    let (sources, mut found) = load(&folder).unwrap();
    let (timeline, report) = decode(&sources);
    found.extend(report);
    let report = check(&timeline, found);
    let told: Vec<_> = report.iter().map(|one| &one.message).collect();
    assert!(told.is_empty(), "{told:?}");
    timeline
}

/// A date as a file has it.
pub(crate) fn date(text: &str) -> Date {
    Date(text.parse().unwrap())
}

/// Changes an event.
pub(crate) fn edit(timeline: &mut Timeline, id: &str, change: impl FnOnce(&mut EventRecord)) {
    let mut events: Vec<_> = timeline.events.iter().cloned().collect();
    let event = events.iter_mut().find(|event| *event.id == *id).unwrap();
    change(&mut event.record);
    timeline.events = Book::new(events);
}

/// Changes the lesson that has every kind of activity.
pub(crate) fn edit_lesson(timeline: &mut Timeline, change: impl FnOnce(&mut LessonRecord)) {
    let mut lessons: Vec<_> = timeline.lessons.iter().cloned().collect();
    change(&mut lessons[1].record);
    timeline.lessons = Book::new(lessons);
}
