//! What a build leaves for the next one: which files it read, which it wrote, and what each of
//! these rests on.
//!
//! It saves work, and never decides what is right: it is believed only while it is whole, was
//! written by the same program for the same purpose, and belongs to the manifest that lies
//! beside it. Otherwise it is as if it were not there.

use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::manifest;
use crate::outputs::Basis;

/// Its name in the site's folder.
const NAME: &str = ".dateline-cache";

/// How many files are told of before the text is written.
const PART: usize = 1000;

const TITLE: &str = "# Written by Dateline, to do less the next time; may be deleted.";

/// How a file looks from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last written to: nanoseconds since 1970, as the system tells them.
    pub modified: u64,
}

impl Stamp {
    /// Of a file of which the system told this; `None` if it keeps no such time.
    pub fn of(meta: &Metadata) -> Option<Self> {
        let modified = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Stamp {
            size: meta.len(),
            modified: u64::try_from(modified.as_nanos()).ok()?,
        })
    }

    /// Of what stands at a path, if that is a file.
    fn at(path: &Path) -> Option<Self> {
        let meta = fs::symlink_metadata(path).ok()?;
        Stamp::of(&meta).filter(|_| meta.is_file())
    }
}

/// A file of a site as a build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What it rests on, if that is known.
    pub basis: Option<Basis>,
    /// How it looked.
    pub stamp: Stamp,
}

/// The files that a build wrote, in the order of their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traces(Vec<(Arc<str>, Trace)>);

impl Traces {
    /// What is told of the file at a path.
    pub fn get(&self, path: &str) -> Option<&Trace> {
        let found = self.0.binary_search_by(|(own, _)| (**own).cmp(path));
        found.ok().map(|number| &self.0[number].1)
    }

    /// The paths.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(|(path, _)| &**path)
    }
}

impl FromIterator<(Arc<str>, Trace)> for Traces {
    fn from_iter<I: IntoIterator<Item = (Arc<str>, Trace)>>(files: I) -> Self {
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Traces(files)
    }
}

/// The files that a build read, by their names.
pub type Seen = Vec<(String, Stamp)>;

/// What a build leaves for the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cache {
    /// The program that made it, and what it was asked for.
    pub edition: String,
    /// The folder of the event files, as seen from the site's.
    pub from: String,
    /// The files that were read.
    pub seen: Seen,
    /// What there was to say of them; may be of several lines.
    pub told: String,
    /// How many events there were.
    pub events: usize,
    /// The files that were written.
    pub files: Traces,
}

impl Cache {
    /// Reads the one in a folder, if it can be believed.
    pub fn read(out: &Path, edition: &str) -> Option<Self> {
        let path = out.join(NAME);
        let written = Stamp::at(&path)?;
        let text = fs::read_to_string(&path).ok()?;
        let (cache, manifest) = parse(&text)?;
        // What was changed while this was written may have been changed before or after.
        let settled = |(_, stamp): &(String, Stamp)| stamp.modified < written.modified;
        let whole = cache.edition == edition
            && Stamp::at(&out.join(manifest::NAME)) == Some(manifest)
            && cache.seen.iter().all(settled);
        whole.then_some(cache)
    }

    /// Whether all files that were written are there as they were left.
    pub fn is_untouched(&self, out: &Path) -> bool {
        let files = self.files.0.par_iter();
        files.all(|(path, trace)| Stamp::at(&out.join(&**path)) == Some(trace.stamp))
    }

    /// Writes it into the folder of a site, as the last thing that a build does.
    pub fn write(&self, out: &Path) -> io::Result<()> {
        let Some(manifest) = Stamp::at(&out.join(manifest::NAME)) else {
            return Ok(());
        };
        let path = out.join(NAME);
        super::remove_temporary(&path)?;
        super::replace_with(&path, &|out| {
            let mut sum = Sha256::new();
            let mut text = self.head(manifest);
            let mut end_part = |text: &mut String| {
                sum.update(&*text);
                out.write_all(text.as_bytes())?;
                text.clear();
                io::Result::Ok(())
            };
            for part in self.files.0.chunks(PART) {
                end_part(&mut text)?;
                for (path, Trace { basis, stamp }) in part {
                    if let Some(basis) = basis {
                        let _ = write!(text, "{basis}");
                    }
                    let _ = writeln!(text, " {} {} {path}", stamp.size, stamp.modified);
                }
            }
            end_part(&mut text)?;
            for byte in sum.finalize() {
                let _ = write!(text, "{byte:02x}");
            }
            out.write_all(text.as_bytes())
        })
    }

    /// All but the files that were written.
    fn head(&self, manifest: Stamp) -> String {
        let [edition, from] = [&self.edition, &self.from].map(|line| line.replace('\n', " "));
        let mut seen = String::new();
        for (name, Stamp { size, modified }) in &self.seen {
            let _ = writeln!(seen, "{size} {modified} {name}");
        }
        let Stamp { size, modified } = manifest;
        let (events, told) = (self.events, &self.told);
        format!(
            "{TITLE}\n{edition}\n{from}\n{size} {modified}\n{events} {} {}\n{told}{seen}",
            told.len(),
            seen.len()
        )
    }

    /// Removes the one in a folder: one that is no longer kept.
    pub fn remove(out: &Path) -> io::Result<()> {
        let path = out.join(NAME);
        super::remove_temporary(&path)?;
        let ours = fs::read(&path).is_ok_and(|bytes| bytes.starts_with(TITLE.as_bytes()));
        if ours { fs::remove_file(&path) } else { Ok(()) }
    }
}

/// What stands in a cache, with the stamp of the manifest that it belongs to.
fn parse(text: &str) -> Option<(Cache, Stamp)> {
    let (body, sum) = text.split_at_checked(text.len().checked_sub(64)?)?;
    let whole = Sha256::digest(body)
        .iter()
        .zip(sum.as_bytes().chunks_exact(2))
        .all(|(byte, hex)| format!("{byte:02x}").as_bytes() == hex);
    let rest = body.strip_prefix(TITLE)?.strip_prefix('\n')?;
    let (edition, rest) = rest.split_once('\n').filter(|_| whole)?;
    let (from, rest) = rest.split_once('\n')?;
    let (manifest, rest) = rest.split_once('\n')?;
    let (counts, rest) = rest.split_once('\n')?;
    let (manifest, _) = stamp(manifest)?;
    let mut counts = counts.split(' ').map(|count| count.parse::<usize>().ok());
    let (events, told, seen) = (counts.next()??, counts.next()??, counts.next()??);
    let (told, rest) = rest.split_at_checked(told)?;
    let (seen, files) = rest.split_at_checked(seen)?;
    let named = |line: &str| {
        let (stamp, name) = stamp(line)?;
        Some((name.to_owned(), stamp))
    };
    let traced = |line: &str| {
        let (basis, rest) = line.split_once(' ')?;
        let basis = match basis {
            "" => None,
            basis => Some(Basis::read(basis)?),
        };
        let (stamp, path) = stamp(rest)?;
        Some((path.into(), Trace { basis, stamp }))
    };
    let cache = Cache {
        edition: edition.to_owned(),
        from: from.to_owned(),
        seen: seen.par_lines().map(named).collect::<Option<_>>()?,
        told: told.to_owned(),
        events,
        files: Traces(files.par_lines().map(traced).collect::<Option<_>>()?),
    };
    Some((cache, manifest))
}

/// A stamp, and what stands behind it in a line.
fn stamp(line: &str) -> Option<(Stamp, &str)> {
    let (size, rest) = line.split_once(' ')?;
    let (modified, name) = rest.split_once(' ').unwrap_or((rest, ""));
    let stamp = Stamp {
        size: size.parse().ok()?,
        modified: modified.parse().ok()?,
    };
    Some((stamp, name))
}
