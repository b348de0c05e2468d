//! Files of somebody's own that are begun together.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{WriteError, at, in_the_way};
use crate::outputs::File;

/// What stands where these files are to be: files, and what is no folder but would have to be
/// one.
pub fn taken(root: &Path, files: &[File]) -> Vec<PathBuf> {
    if fs::metadata(root).is_ok_and(|meta| !meta.is_dir()) {
        return vec![root.to_owned()];
    }
    let mut taken: Vec<PathBuf> = files
        .iter()
        .filter_map(|file| {
            let path = root.join(&file.path);
            let there = path.symlink_metadata().is_ok().then_some(path);
            in_the_way(root, &file.path).or(there)
        })
        .collect();
    taken.sort();
    taken.dedup();
    taken
}

/// Writes files that are not there yet, with their folders: all of them, or, if one of them
/// cannot be written, none. Never writes over another.
pub fn begin_files(root: &Path, files: &[File]) -> Result<(), WriteError> {
    let mut made = Made::default();
    let written = files
        .iter()
        .try_for_each(|file| made.file(&root.join(&file.path), &file.bytes));
    if written.is_err() {
        made.undo();
    }
    written
}

/// What was made so far, to be taken back if need be.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        if let Some(folder) = path.parent() {
            self.folder(folder).map_err(at(folder))?;
        }
        let mut file = fs::File::create_new(path).map_err(at(path))?;
        self.files.push(path.to_owned());
        file.write_all(bytes).map_err(at(path))
    }

    fn folder(&mut self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            self.folder(parent)?;
        }
        fs::create_dir(path)?;
        self.folders.push(path.to_owned());
        Ok(())
    }

    /// Takes back what can be: a folder only if nobody else has put something there.
    fn undo(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_whole_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("new");
        let file = |path: &str| File {
            path: path.to_owned(),
            bytes: b"text".to_vec(),
        };
        // The last one wants a folder where a file is by then.
        let files = [file("a/b/c"), file("d"), file("d/e")];
        assert!(taken(&root, &files).is_empty());
        assert!(begin_files(&root, &files).is_err());
        assert!(!root.exists());
        // What was there stays.
        fs::create_dir_all(root.join("a")).unwrap();
        fs::write(root.join("a/mine"), "").unwrap();
        assert!(begin_files(&root, &files).is_err());
        assert!(root.join("a/mine").exists());
        assert!(!root.join("a/b").exists());
        begin_files(&root, &files[..2]).unwrap();
        assert_eq!(taken(&root, &files), [root.join("a/b/c"), root.join("d")]);
    }
}
