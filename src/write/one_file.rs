//! A file that stands alone, without a manifest: it tells by its first line whose it is.

use std::fs;
use std::io;
use std::path::Path;

use super::{WriteError, at, replace, temporary};

/// Writes a file, whole or not at all, if it is not there or an earlier build wrote it,
/// which is told by how it begins. Tells whether it had to be written.
pub fn write_one_file(path: &Path, bytes: &[u8], beginning: &str) -> Result<bool, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(meta) if !meta.is_file() => return Err(WriteError::NotOurFile(path.to_owned())),
        Ok(_) => {
            let there = fs::read(path).map_err(at(path))?;
            if there == bytes {
                return Ok(false);
            }
            if !there.starts_with(beginning.as_bytes()) {
                return Err(WriteError::NotOurFile(path.to_owned()));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(at(path)(error)),
    }
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    remove_leftover(path, beginning)?;
    replace(path, bytes).map_err(at(path))?;
    Ok(true)
}

/// Removes what a killed build left half-written: it begins as the file does, as far as it
/// goes.
fn remove_leftover(path: &Path, beginning: &str) -> Result<(), WriteError> {
    let temporary = temporary(path);
    if !fs::symlink_metadata(&temporary).is_ok_and(|meta| meta.is_file()) {
        return Ok(());
    }
    let left = fs::read(&temporary).map_err(at(&temporary))?;
    let beginning = beginning.as_bytes();
    if left.starts_with(beginning) || beginning.starts_with(&left) {
        return fs::remove_file(&temporary).map_err(at(&temporary));
    }
    Err(WriteError::NotOurFile(temporary))
}
