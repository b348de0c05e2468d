//! A file, tried in memory before it is written.

use crate::check::check;
use crate::decode::decode;
use crate::diagnostic::{Diagnostic, Report};
use crate::load::Sources;

/// The files with another one, or with another text of one; and the errors that this brings.
pub fn new_errors(sources: &Sources, name: &str, text: &str) -> (Sources, Report) {
    let with = sources.with(name, text);
    let mut known: Vec<_> = errors(sources)
        .iter()
        .map(|error| key(error, sources))
        .collect();
    let new = errors(&with).into_iter().filter(|error| {
        let key = key(error, &with);
        let before = known.iter().position(|known| *known == key);
        before.map(|at| known.swap_remove(at)).is_none()
    });
    let new = new.collect();
    (with, new)
}

fn errors(sources: &Sources) -> Vec<Diagnostic> {
    let (timeline, report) = decode(sources);
    let report = check(&timeline, report);
    report.into_iter().filter(Diagnostic::is_error).collect()
}

/// What makes an error the same as another.
fn key(error: &Diagnostic, sources: &Sources) -> (&'static str, String, String) {
    let file = sources.get(error.origin.file).name.clone();
    (error.code.name, file, error.message.clone())
}
