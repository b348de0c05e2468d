//! What a build leaves for the next, and what the one before left.

use std::fs;
use std::path::Path;

use super::apart::seen_from;
use crate::edtf::Day;
use crate::load::seen;
use crate::write::{Cache, Seen, Stamp};

/// What the build before this one left in the folder of the site.
pub(super) struct Memory<'a> {
    dir: &'a Path,
    out: &'a Path,
    /// The program, and what it is asked for.
    edition: String,
    /// How the event files look.
    seen: Seen,
    /// What was left, if it can be believed.
    pub(super) before: Option<Cache>,
}

impl<'a> Memory<'a> {
    /// Of the site in `out`, built from the event files in `dir` as of a day. `None` where it
    /// cannot be told whether anything has changed.
    pub(super) fn of(dir: &'a Path, out: &'a Path, as_of: Option<Day>) -> Option<Self> {
        let program = std::env::current_exe().and_then(fs::metadata).ok()?;
        let edition = format!(
            "{} {:?} {as_of:?}",
            env!("CARGO_PKG_VERSION"),
            Stamp::of(&program)?,
        );
        // Before any event file is read: what is changed from now on is seen the next time.
        let (before, seen) = rayon::join(|| Cache::read(out, &edition), || seen(dir));
        Some(Memory {
            dir,
            out,
            seen: seen?,
            before,
            edition,
        })
    }

    /// What was left, if neither the event files nor the site have changed since.
    pub(super) fn still_true(&self) -> Option<&Cache> {
        let before = self.before.as_ref()?;
        let same = before.from == seen_from(self.out, self.dir)
            && before.seen == self.seen
            && before.is_untouched(self.out);
        same.then_some(before)
    }

    /// Keeps what this build leaves. That it cannot be kept costs time, and nothing else.
    pub(super) fn keep(self, kept: Cache, worth_it: bool) {
        let kept = Cache {
            edition: self.edition,
            from: seen_from(self.out, self.dir),
            seen: self.seen,
            ..kept
        };
        let _ = if worth_it {
            kept.write(self.out)
        } else {
            Cache::remove(self.out)
        };
    }
}
