//! A folder without `timeline.yaml`.

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if subject.has_timeline_file {
        return;
    }
    // The complaint has to stand somewhere: at the first file that is there.
    let timeline = subject.timeline;
    let events = timeline.events.iter().map(|event| event.file);
    let actors = timeline.actors.iter().map(|actor| actor.file);
    let places = timeline.places.iter().map(|place| place.file);
    let sources = timeline.sources.iter().map(|source| source.file);
    let lessons = timeline.lessons.iter().map(|lesson| lesson.file);
    let files = events
        .chain(actors)
        .chain(places)
        .chain(sources)
        .chain(lessons);
    let Some(file) = files.min() else {
        return;
    };
    found.push(
        Diagnostic::new(
            names::MISSING_FILE,
            Origin::file(file),
            "this folder has no `timeline.yaml`",
        )
        .help("write one that holds at least `title: ...`"),
    );
}
