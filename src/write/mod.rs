//! The last stage, and the only one that writes to the disk: files in memory become files
//! in a folder.
//!
//! Each file is written whole or not at all, and only if it changed. What an earlier
//! build wrote and this one does not is removed. Nothing else in the folder is ever
//! touched: a [`Manifest`] in it tells what is ours, and it is set down before the first
//! file is written, so that a build killed at any moment leaves nothing that the next
//! one does not know.

mod aside;
mod begin;
mod cache;
mod edit;
mod folders;
mod making;
mod manifest;
mod one_file;

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::outputs::{Piece, RenderError};
use aside::{remove_temporary, replace, replace_with, temporary};
pub use begin::{begin_files, taken};
pub use cache::{Cache, Seen, Stamp, Trace, Traces};
pub use edit::{begin_file, edit_file};
use folders::Folders;
use making::{AT_ONCE, Done, ROOM, Task, There};
use manifest::{Digest, Journal, Manifest, write_finished};
pub use one_file::write_one_file;

/// What was done.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files that were written, because they are new or changed, in their order.
    pub changed: Vec<Arc<str>>,
    /// How many were as they should be.
    pub unchanged: usize,
    /// Those that an earlier build wrote and that were removed.
    pub removed: Vec<String>,
    /// Files that an earlier build wrote and this one does not, but that somebody has
    /// changed since: they stay.
    pub kept: Vec<String>,
}

/// What kept the files from being written.
#[derive(Debug)]
pub enum WriteError {
    /// These stand where files of the site should, and are not ours. Nothing was
    /// written.
    NotOurs(Vec<PathBuf>),
    /// This stands where a file should that needs no other, and is not one that an earlier
    /// build wrote. Nothing was written.
    NotOurFile(PathBuf),
    /// The folder holds the site of other event files. Nothing was written.
    OtherSite {
        /// The folder.
        out: PathBuf,
        /// The folder of the event files that it was built from, as seen from it.
        from: String,
    },
    /// A page could not be made, which is a fault of ours.
    Render(RenderError),
    /// The system refused.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            WriteError::Io { path, error } => write!(f, "{}: {error}", path.display()),
            WriteError::Render(error) => error.fmt(f),
            WriteError::NotOurFile(path) => write!(
                f,
                "{} is in the way: it is no timeline that `dateline build --single-file` wrote. \
                 Nothing was written to it. Move it away, or choose another name.",
                path.display()
            ),
            WriteError::OtherSite { out, from } => write!(
                f,
                "{} holds the site of other event files, `{from}`. Nothing was written. \
                 Choose another folder with --out, or remove this one first.",
                out.display()
            ),
            WriteError::NotOurs(paths) => {
                writeln!(
                    f,
                    "these are in the way, and an earlier build did not write them:"
                )?;
                for path in paths.iter().take(20) {
                    writeln!(f, "  {}", path.display())?;
                }
                if paths.len() > 20 {
                    writeln!(f, "  and {} more", paths.len() - 20)?;
                }
                write!(
                    f,
                    "Nothing was written. Move them away, or choose another folder with --out."
                )
            }
        }
    }
}

impl std::error::Error for WriteError {}

impl From<RenderError> for WriteError {
    fn from(error: RenderError) -> Self {
        WriteError::Render(error)
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |error| WriteError::Io { path, error }
}

/// Makes the files of a site and writes them into a folder, which is made if it is not there.
/// Only a few of them are in memory at any time.
///
/// `from` names the folder of the event files as seen from `out`, so that the site of
/// one timeline does not take the place of another's.
///
/// What a build before this one left of files that rest on the same need not be made again, if
/// it is as it was left: `before` tells of it. What is given back tells the next of this one.
pub fn write(
    out: &Path,
    from: &str,
    pieces: &[Piece<'_>],
    before: &Traces,
) -> Result<(Written, Traces), WriteError> {
    if fs::metadata(out).is_ok_and(|meta| !meta.is_dir()) {
        return Err(WriteError::NotOurs(vec![out.to_owned()]));
    }
    fs::create_dir_all(out).map_err(at(out))?;
    let _lock = lock(out)?;
    let old = Manifest::read(out).map_err(at(out))?;
    Manifest::remove_leftover(out).map_err(at(out))?;
    if let Some(other) = old.from.as_ref().filter(|other| *other != from) {
        return Err(WriteError::OtherSite {
            out: out.to_owned(),
            from: other.clone(),
        });
    }
    if old.unfinished {
        remove_leftovers(out, &old)?;
    }
    let folders = Folders::of(out, pieces)?;
    let there: Vec<Option<There>> = pieces
        .par_iter()
        .map(|piece| There::at(&out.join(&*piece.path), folders.is_there(&piece.path)))
        .collect::<Result<_, _>>()?;
    let foreign: Vec<PathBuf> = pieces
        .par_iter()
        .zip(&there)
        .map(|(piece, there)| {
            let path = out.join(&*piece.path);
            // Of bytes that are as they would be it does not matter whose they are.
            let blocked = match there {
                Some(there) if !there.is_file => true,
                Some(there) if !old.holds(&piece.path) => !there.holds(&path, &piece.make()?)?,
                _ => false,
            };
            Ok(blocked.then_some(path))
        })
        .filter_map(Result::transpose)
        .collect::<Result<_, WriteError>>()?;
    if !foreign.is_empty() {
        return Err(WriteError::NotOurs(foreign));
    }

    let new: HashSet<&str> = pieces.iter().map(|piece| &*piece.path).collect();
    let stale: Vec<&String> = old
        .paths()
        .filter(|path| !new.contains(path.as_str()))
        .collect();
    let journal = Journal::new(out, from, &old);
    if !stale.is_empty() {
        journal.begin().map_err(at(out))?;
    }
    let task = Task {
        out,
        folders: &folders,
        old: &old,
        before,
        journal: &journal,
    };
    let done: Vec<Done> = pieces
        .par_chunks(AT_ONCE)
        .zip(there.par_chunks(AT_ONCE))
        .map_init(Vec::new, |room, (pieces, there)| {
            let done = task.write(pieces, there, room);
            room.clear();
            room.shrink_to(ROOM);
            done
        })
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect();

    drop(there);
    let changed = pieces.iter().zip(&done).filter(|(_, done)| done.changed);
    let mut written = Written {
        changed: changed.map(|(piece, _)| piece.path.clone()).collect(),
        ..Written::default()
    };
    written.unchanged = pieces.len() - written.changed.len();
    for path in stale {
        match remove(out, path, &old)? {
            Removed::Yes => written.removed.push(path.clone()),
            Removed::Kept => written.kept.push(path.clone()),
            Removed::Gone => {}
        }
    }
    let digests = done.iter().map(|done| done.digest);
    let paths = pieces.iter().map(|piece| &*piece.path);
    let mut files: Vec<(&str, Digest)> = paths.zip(digests).collect();
    files.sort_unstable();
    if journal.has_begun() || !old.tells_of(from, &files) {
        write_finished(out, from, &files).map_err(at(out))?;
    }
    drop(files);
    let traces = pieces.iter().zip(&done).filter_map(|(piece, done)| {
        let basis = piece.basis;
        let stamp = done.stamp?;
        Some((piece.path.clone(), Trace { basis, stamp }))
    });
    Ok((written, traces.collect()))
}

/// Keeps two builds from writing into one folder at once, where the system can.
fn lock(out: &Path) -> Result<Option<fs::File>, WriteError> {
    let Ok(folder) = fs::File::open(out) else {
        return Ok(None);
    };
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(fs::TryLockError::WouldBlock) => Err(WriteError::Io {
            path: out.to_owned(),
            error: io::Error::other("another build is writing into this folder"),
        }),
        Err(fs::TryLockError::Error(_)) => Ok(None),
    }
}

/// What stands where a folder on the way to a file should be: a file, or a link, which
/// would lead out of the site.
fn in_the_way(out: &Path, path: &str) -> Option<PathBuf> {
    let mut here = out.to_owned();
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    parts.into_iter().find_map(|part| {
        here.push(part);
        let blocks = fs::symlink_metadata(&here).is_ok_and(|meta| !meta.is_dir());
        blocks.then(|| here.clone())
    })
}

enum Removed {
    Yes,
    Kept,
    Gone,
}

/// Removes a file that an earlier build wrote, and the folders that are empty then.
fn remove(out: &Path, path: &str, old: &Manifest) -> Result<Removed, WriteError> {
    let full = out.join(path);
    if in_the_way(out, path).is_some()
        || !fs::symlink_metadata(&full).is_ok_and(|meta| meta.is_file())
    {
        return Ok(Removed::Gone);
    }
    let bytes = fs::read(&full).map_err(at(&full))?;
    if !old.wrote(path, &Digest::of(&bytes)) {
        return Ok(Removed::Kept);
    }
    fs::remove_file(&full).map_err(at(&full))?;
    let mut folder = full.parent();
    while let Some(here) = folder.filter(|here| *here != out) {
        // Fails where something is left in it, which is as it should be.
        if fs::remove_dir(here).is_err() {
            break;
        }
        folder = here.parent();
    }
    Ok(Removed::Yes)
}

/// Removes what a killed build left half-written beside its files.
fn remove_leftovers(out: &Path, old: &Manifest) -> Result<(), WriteError> {
    for path in old.paths() {
        let temporary = temporary(&out.join(path));
        if in_the_way(out, path).is_none()
            && fs::symlink_metadata(&temporary).is_ok_and(|meta| meta.is_file())
        {
            fs::remove_file(&temporary).map_err(at(&temporary))?;
        }
    }
    Ok(())
}
