//! A file of somebody's own that is changed on request, or begun.

use std::fs;
use std::io;
use std::path::Path;

use super::{WriteError, at, replace};

/// Puts other bytes into a file, whole or not at all, if it still holds those that were
/// read. A link stays one, and who may read the file may read it still.
pub fn edit_file(path: &Path, read: &[u8], bytes: &[u8]) -> Result<(), WriteError> {
    let target = path.canonicalize().map_err(at(path))?;
    if fs::read(&target).map_err(at(path))? != read {
        let error = io::Error::other("this file was changed by somebody else; try again");
        return Err(at(path)(error));
    }
    let permissions = fs::metadata(&target).map_err(at(path))?.permissions();
    replace(&target, bytes).map_err(at(path))?;
    fs::set_permissions(&target, permissions).map_err(at(path))
}

/// Writes a file that is not there yet, with its folder. Never writes over another.
pub fn begin_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    let mut file = fs::File::create_new(path).map_err(at(path))?;
    let written = io::Write::write_all(&mut file, bytes);
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written.map_err(at(path))
}
