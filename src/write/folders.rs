//! The folders that the files of a site stand in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::{WriteError, at};
use crate::outputs::Piece;

/// The folders that the files of a site stand in.
pub(super) struct Folders {
    /// Of each, as a path below the site's root, whether it was there; and whether it has
    /// been made since.
    there: BTreeMap<String, (bool, OnceLock<()>)>,
}

impl Folders {
    /// Those of these files. It is an error if something else stands in the place of one: a
    /// file, or a link, which would lead out of the site.
    pub(super) fn of(out: &Path, pieces: &[Piece<'_>]) -> Result<Self, WriteError> {
        let mut there: BTreeMap<String, (bool, OnceLock<()>)> = BTreeMap::new();
        there.insert(String::new(), (true, OnceLock::new()));
        let mut blocked = BTreeSet::new();
        for piece in pieces {
            let mut from = 0;
            let mut above = true;
            while let Some(end) = piece.path[from..].find('/').map(|at| from + at) {
                let folder = &piece.path[..end];
                from = end + 1;
                if let Some((was, _)) = there.get(folder) {
                    above = *was;
                    continue;
                }
                // In a folder that is not there nothing is.
                let was = above
                    && match fs::symlink_metadata(out.join(folder)) {
                        Ok(meta) if meta.is_dir() => true,
                        Ok(_) => {
                            blocked.insert(out.join(folder));
                            false
                        }
                        Err(_) => false,
                    };
                there.insert(folder.to_owned(), (was, OnceLock::new()));
                above = was;
            }
        }
        if blocked.is_empty() {
            Ok(Folders { there })
        } else {
            Err(WriteError::NotOurs(
                blocked.into_iter().collect::<Vec<PathBuf>>(),
            ))
        }
    }

    /// Whether the folder of a file was there before anything was written.
    pub(super) fn is_there(&self, path: &str) -> bool {
        self.there.get(above(path)).is_some_and(|(was, _)| *was)
    }

    /// Makes the folder of a file, with those that it stands in.
    pub(super) fn make(&self, out: &Path, path: &str) -> Result<(), WriteError> {
        let folder = above(path);
        let Some((false, made)) = self.there.get(folder) else {
            return Ok(());
        };
        if made.get().is_some() {
            return Ok(());
        }
        self.make(out, folder)?;
        let full = out.join(folder);
        match fs::create_dir(&full) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(at(&full)(error)),
            _ => {
                let _ = made.set(());
                Ok(())
            }
        }
    }
}

/// The folder in which something stands.
fn above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
