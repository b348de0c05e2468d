//! Files that are written beside their place, and put there when they are whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::Stamp;
use crate::outputs::MakeLong;

/// How much of a long file is written at a time, in bytes.
const BUFFER: usize = 1 << 18;

/// The name under which a file is written before it takes its place.
pub(super) fn temporary(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".dateline-tmp");
    path.with_file_name(name)
}

/// Removes what a build that was killed left half-written beside a file.
pub(super) fn remove_temporary(path: &Path) -> io::Result<()> {
    match fs::remove_file(temporary(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A file beside the place where it is to stand. It is removed unless it is put there.
pub(super) struct Aside<'p> {
    path: &'p Path,
    temporary: PathBuf,
    stamp: Option<Stamp>,
    is_gone: bool,
}

impl<'p> Aside<'p> {
    /// Writes what is to stand at a path, and gives what that gave.
    pub(super) fn write<T>(
        path: &'p Path,
        write: impl FnOnce(&mut File) -> io::Result<T>,
    ) -> io::Result<(Self, T)> {
        let temporary = temporary(path);
        // Only a new file: whatever stands there already is somebody else's.
        let mut file = File::create_new(&temporary)?;
        let mut aside = Aside {
            path,
            temporary,
            stamp: None,
            is_gone: false,
        };
        let written = write(&mut file)?;
        aside.stamp = file.metadata().ok().and_then(|meta| Stamp::of(&meta));
        Ok((aside, written))
    }

    /// The same of a long file, which is written as it is made. What `through` makes of the file
    /// takes the bytes, and is given back.
    pub(super) fn write_long<W: Write>(
        path: &'p Path,
        make: &MakeLong<'_>,
        through: impl FnOnce(File) -> W,
    ) -> io::Result<(Self, W)> {
        Self::write(path, |file| {
            let mut out = BufWriter::with_capacity(BUFFER, through(file.try_clone()?));
            make(&mut out)?;
            out.into_inner().map_err(io::IntoInnerError::into_error)
        })
    }

    /// Puts it into its place, and tells how it looks there.
    pub(super) fn put(mut self) -> io::Result<Option<Stamp>> {
        fs::rename(&self.temporary, self.path)?;
        self.is_gone = true;
        Ok(self.stamp)
    }

    /// Removes it.
    pub(super) fn remove(mut self) -> io::Result<()> {
        self.is_gone = true;
        fs::remove_file(&self.temporary)
    }
}

impl Drop for Aside<'_> {
    fn drop(&mut self) {
        if !self.is_gone {
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Puts bytes into the place of a file, whole or not at all.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<Option<Stamp>> {
    let (aside, ()) = Aside::write(path, |file| file.write_all(bytes))?;
    aside.put()
}

/// Puts what is written by this into the place of a file, whole or not at all.
pub(super) fn replace_with(path: &Path, make: &MakeLong<'_>) -> io::Result<()> {
    let (aside, _) = Aside::write_long(path, make, |file| file)?;
    aside.put().map(drop)
}
