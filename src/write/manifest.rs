//! What an earlier build wrote: a list of paths with the SHA-256 of their bytes, in the
//! form of `sha256sum`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io;
use std::path::{Component, Path};

use sha2::{Digest as _, Sha256};

/// Its name in the site's folder.
const NAME: &str = ".dateline-manifest";

const TITLE: &str = "# Written by Dateline; these files are its own.";
/// Before the folder of the event files, as seen from the site's.
const FROM: &str = "# From: ";
const UNFINISHED: &str = "# The build was not finished.";

/// The SHA-256 of a file's bytes, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Digest(String);

impl Digest {
    /// Of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            let _ = write!(hex, "{byte:02x}");
        }
        Digest(hex)
    }
}

/// What a build wrote. A build that was not finished may have left the bytes of before
/// or of after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    files: BTreeMap<String, BTreeSet<Digest>>,
    /// Whether the build that wrote it was not finished.
    pub(super) unfinished: bool,
    /// The folder of the event files, as seen from the site's.
    pub(super) from: Option<String>,
}

impl Manifest {
    /// Of a build that is finished.
    pub(super) fn finished(from: &str, files: BTreeMap<String, Digest>) -> Self {
        let files = files
            .into_iter()
            .map(|(path, digest)| (path, BTreeSet::from([digest])))
            .collect();
        Manifest {
            files,
            unfinished: false,
            from: Some(from.to_owned()),
        }
    }

    /// This one and another together, while the build between them is not finished.
    pub(super) fn and(&self, other: &Manifest) -> Self {
        let mut files = self.files.clone();
        for (path, digests) in &other.files {
            files
                .entry(path.clone())
                .or_default()
                .extend(digests.iter().cloned());
        }
        Manifest {
            files,
            unfinished: true,
            from: other.from.clone(),
        }
    }

    /// The paths, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// Whether a path is in it.
    pub(super) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
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
                && digest.len() == 64
                && digest.bytes().all(|b| b.is_ascii_hexdigit())
                && stays_inside(path)
            {
                manifest
                    .files
                    .entry(path.to_owned())
                    .or_default()
                    .insert(Digest(digest.to_owned()));
            }
        }
        Ok(manifest)
    }

    /// Removes what a build that was killed while writing the manifest left of it.
    pub(super) fn remove_leftover(out: &Path) -> io::Result<()> {
        match std::fs::remove_file(super::temporary(&out.join(NAME))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Writes it into the folder.
    pub(super) fn write(&self, out: &Path) -> io::Result<()> {
        let mut text = format!("{TITLE}\n");
        if let Some(from) = &self.from {
            let _ = writeln!(text, "{FROM}{from}");
        }
        if self.unfinished {
            text += UNFINISHED;
            text.push('\n');
        }
        for (path, digests) in &self.files {
            for Digest(digest) in digests {
                let _ = writeln!(text, "{digest}  {path}");
            }
        }
        super::replace(&out.join(NAME), text.as_bytes())
    }
}

/// Whether a path is made of plain names, and is not the manifest's own.
fn stays_inside(path: &str) -> bool {
    let plain = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    plain && !path.is_empty() && !path.contains('\\') && path != NAME
}
