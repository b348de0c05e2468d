//! A folder without `timeline.yaml`.

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if subject.has_timeline_file {
        return;
    }
    // The complaint has to stand somewhere: at the first file that is there.
    let timeline = subject.timeline;
    let Some(file) = timeline.events.iter().map(|event| event.file).min() else {
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
