//! What an earlier build wrote: a list of paths with the SHA-256 of their bytes, in the
//! form of `sha256sum`.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Component, Path};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

/// Its name in the site's folder.
pub(super) const NAME: &str = ".dateline-manifest";

const TITLE: &str = "# Written by Dateline; these files are its own.";
/// Before the folder of the event files, as seen from the site's.
const FROM: &str = "# From: ";
const UNFINISHED: &str = "# The build was not finished.";

/// The SHA-256 of a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Digest([u8; 32]);

impl Digest {
    /// Of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// Of all that was put into this.
    pub(super) fn end(digest: Sha256) -> Self {
        Digest(digest.finalize().into())
    }

    /// As it is written: in hexadecimal digits, of which there are 64.
    fn read(hex: &str) -> Option<Self> {
        let digits: Option<Vec<u8>> = hex
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect();
        let digits = digits.filter(|digits| digits.len() == 64)?;
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair.iter().fold(0, |byte, digit| byte << 4 | digit);
        }
        Some(Digest(bytes))
    }

    fn write(&self, text: &mut String) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in self.0 {
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from(DIGITS[usize::from(digit)]));
            }
        }
    }
}

/// A line that tells of a file.
fn line(text: &mut String, path: &str, digest: &Digest) {
    digest.write(text);
    text.push_str("  ");
    text.push_str(path);
    text.push('\n');
}

/// What a build wrote. A build that was not finished may have left the bytes of before
/// or of after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Of each path what may stand there; nearly always one.
    files: BTreeMap<String, Vec<Digest>>,
    /// Whether the build that wrote it was not finished.
    pub(super) unfinished: bool,
    /// The folder of the event files, as seen from the site's.
    pub(super) from: Option<String>,
}

impl Manifest {
    /// Whether it tells of these files, in the order of their paths, and of nothing else, and of a
    /// build that was finished.
    pub(super) fn tells_of(&self, from: &str, files: &[(&str, Digest)]) -> bool {
        let files = files.iter();
        let files = files.map(|(path, digest)| (*path, std::slice::from_ref(digest)));
        !self.unfinished && self.from.as_deref() == Some(from) && self.files().eq(files)
    }

    /// The paths, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// Whether a path is in it.
    pub(super) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The digest of what was written at the path, where only one thing can have been.
    pub(super) fn digest(&self, path: &str) -> Option<Digest> {
        let digests = self.files.get(path)?;
        digests.first().copied().filter(|_| digests.len() == 1)
    }

    /// Whether these are bytes that were written at the path.
    pub(super) fn wrote(&self, path: &str, digest: &Digest) -> bool {
        self.files
            .get(path)
            .is_some_and(|digests| digests.contains(digest))
    }

    /// Reads the one in a folder; an empty one if there is none. Lines that are not of
    /// its form, or lead out of the folder, are not believed.
    pub(super) fn read(out: &Path) -> io::Result<Self> {
        let bytes = match std::fs::read(out.join(NAME)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Manifest::default()),
            Err(error) => return Err(error),
        };
        let text = String::from_utf8_lossy(&bytes);
        let mut manifest = Manifest::default();
        for line in text.lines() {
            manifest.unfinished |= line == UNFINISHED;
            if let Some(from) = line.strip_prefix(FROM) {
                manifest.from = Some(from.to_owned());
            }
            if let Some((digest, path)) = line.split_once("  ")
                && let Some(digest) = Digest::read(digest)
                && stays_inside(path)
            {
                let digests = manifest.files.entry(path.to_owned()).or_default();
                if !digests.contains(&digest) {
                    digests.push(digest);
                }
            }
        }
        Ok(manifest)
    }

    /// Removes what a build that was killed while writing the manifest left of it.
    pub(super) fn remove_leftover(out: &Path) -> io::Result<()> {
        super::remove_temporary(&out.join(NAME))
    }

    /// The paths, in order, with what may stand there.
    fn files(&self) -> impl Iterator<Item = (&str, &[Digest])> + Clone {
        let files = self.files.iter();
        files.map(|(path, digests)| (path.as_str(), digests.as_slice()))
    }
}

/// Writes the manifest of a build that is finished: of these files, in the order of their paths.
pub(super) fn write_finished(out: &Path, from: &str, files: &[(&str, Digest)]) -> io::Result<()> {
    let files = files.iter();
    let files = files.map(|(path, digest)| (*path, std::slice::from_ref(digest)));
    write(out, Some(from), false, &files)
}

fn write<'f>(
    out: &Path,
    from: Option<&str>,
    unfinished: bool,
    files: &(impl Iterator<Item = (&'f str, &'f [Digest])> + Clone + Sync),
) -> io::Result<()> {
    super::replace_with(&out.join(NAME), &|out| {
        writeln!(out, "{TITLE}")?;
        if let Some(from) = from {
            writeln!(out, "{FROM}{from}")?;
        }
        if unfinished {
            writeln!(out, "{UNFINISHED}")?;
        }
        let mut text = String::new();
        for (path, digests) in files.clone() {
            text.clear();
            for digest in digests {
                line(&mut text, path, digest);
            }
            out.write_all(text.as_bytes())?;
        }
        Ok(())
    })
}

/// The manifest of a build that goes on: what the one before wrote, and of each file that is
/// about to be written what it will be. So whatever a build that was killed leaves is known to
/// the next.
pub(super) struct Journal<'m> {
    out: &'m Path,
    from: &'m str,
    old: &'m Manifest,
    file: Mutex<Option<std::fs::File>>,
}

impl<'m> Journal<'m> {
    /// One that is written as soon as there is anything to tell.
    pub(super) fn new(out: &'m Path, from: &'m str, old: &'m Manifest) -> Self {
        Journal {
            out,
            from,
            old,
            file: Mutex::default(),
        }
    }

    /// Says that a build has begun.
    pub(super) fn begin(&self) -> io::Result<()> {
        self.add(std::iter::empty())
    }

    /// Whether a build has begun, and stands there as not finished.
    pub(super) fn has_begun(&self) -> bool {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.is_some()
    }

    /// Tells of files that are about to be written.
    pub(super) fn add<'f>(
        &self,
        files: impl Iterator<Item = (&'f str, &'f Digest)>,
    ) -> io::Result<()> {
        let mut text = String::new();
        for (path, digest) in files {
            line(&mut text, path, digest);
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = file.as_mut() {
            return file.write_all(text.as_bytes());
        }
        write(self.out, Some(self.from), true, &self.old.files())?;
        let mut begun = std::fs::File::options()
            .append(true)
            .open(self.out.join(NAME))?;
        begun.write_all(text.as_bytes())?;
        *file = Some(begun);
        Ok(())
    }
}

/// Whether a path is made of plain names, and is not the manifest's own.
fn stays_inside(path: &str) -> bool {
    let plain = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    plain && !path.is_empty() && !path.contains('\\') && path != NAME
}
