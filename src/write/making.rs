//! Making some files, and writing those that changed.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::aside::{Aside, replace};
use super::folders::Folders;
use super::manifest::{Digest, Journal, Manifest};
use super::{Stamp, Traces, WriteError, at};
use crate::outputs::{MakeLong, Piece};

/// How many files are made before the first of them is written.
pub(super) const AT_ONCE: usize = 16;

/// The bytes of memory that are kept from some files for the next.
pub(super) const ROOM: usize = 1 << 20;

/// What has to be known to write the files of a site.
pub(super) struct Task<'w> {
    pub(super) out: &'w Path,
    pub(super) folders: &'w Folders,
    pub(super) old: &'w Manifest,
    pub(super) before: &'w Traces,
    pub(super) journal: &'w Journal<'w>,
}

/// What became of a file.
pub(super) struct Done {
    pub(super) digest: Digest,
    pub(super) changed: bool,
    pub(super) stamp: Option<Stamp>,
}

impl Task<'_> {
    /// Makes some files, one behind the other in this room, and writes those that changed.
    pub(super) fn write(
        &self,
        pieces: &[Piece<'_>],
        there: &[Option<There>],
        room: &mut Vec<u8>,
    ) -> Result<Vec<Done>, WriteError> {
        let mut done = Vec::with_capacity(pieces.len());
        let mut to_write = Vec::new();
        for (number, (piece, there)) in pieces.iter().zip(there).enumerate() {
            let path = self.out.join(&*piece.path);
            let stamp = there.as_ref().and_then(|there| there.stamp);
            if let Some(digest) = self.known(piece, stamp) {
                done.push(Done {
                    digest,
                    changed: false,
                    stamp,
                });
                continue;
            }
            if let Some(make) = piece.long() {
                done.push(self.write_long(piece, make, there.as_ref())?);
                continue;
            }
            let begin = room.len();
            piece.add_to(room)?;
            let bytes = &room[begin..];
            let changed = match there {
                Some(there) => !there.holds(&path, bytes)?,
                None => true,
            };
            done.push(Done {
                digest: Digest::of(bytes),
                changed,
                stamp,
            });
            if changed {
                to_write.push((number, path, begin..room.len()));
            } else {
                room.truncate(begin);
            }
        }
        if to_write.is_empty() {
            return Ok(done);
        }
        let new = to_write.iter().map(|(number, ..)| {
            let number = *number;
            (&*pieces[number].path, &done[number].digest)
        });
        self.journal.add(new).map_err(at(self.out))?;
        for (number, path, bytes) in to_write {
            self.folders.make(self.out, &pieces[number].path)?;
            done[number].stamp = replace(&path, &room[bytes]).map_err(at(&path))?;
        }
        Ok(done)
    }

    /// Writes a long file under its temporary name as it is made, and puts it into its place if
    /// that holds something else.
    fn write_long(
        &self,
        piece: &Piece<'_>,
        make: &MakeLong<'_>,
        there: Option<&There>,
    ) -> Result<Done, WriteError> {
        let path = self.out.join(&*piece.path);
        self.folders.make(self.out, &piece.path)?;
        // Who finds it half-written has to know that it is ours, though not yet what it will be.
        let nothing = Digest::of(&[]);
        let journal = |digest| {
            let file = std::iter::once((&*piece.path, digest));
            self.journal.add(file).map_err(at(self.out))
        };
        journal(&nothing)?;
        let (aside, written) = Aside::write_long(&path, make, Digesting::new).map_err(at(&path))?;
        let (size, digest) = written.end();
        let same = match there {
            Some(there) if there.size == size => digest_of(&path).map_err(at(&path))? == digest,
            _ => false,
        };
        if same {
            aside.remove().map_err(at(&path))?;
            return Ok(Done {
                digest,
                changed: false,
                stamp: there.and_then(|there| there.stamp),
            });
        }
        journal(&digest)?;
        let stamp = aside.put().map_err(at(&path))?;
        Ok(Done {
            digest,
            changed: true,
            stamp,
        })
    }

    /// The digest of a file that need not be made: it rests on what it did, and is as it was
    /// left.
    fn known(&self, piece: &Piece<'_>, stamp: Option<Stamp>) -> Option<Digest> {
        let trace = self.before.get(&piece.path)?;
        let same = piece.basis.is_some() && piece.basis == trace.basis;
        if same && stamp == Some(trace.stamp) {
            self.old.digest(&piece.path)
        } else {
            None
        }
    }
}

/// What stands at the path of a file before anything is written.
pub(super) struct There {
    /// Whether it is a file, and not a folder or a link.
    pub(super) is_file: bool,
    size: u64,
    stamp: Option<Stamp>,
}

impl There {
    /// What stands at a path, if its folder was there.
    pub(super) fn at(path: &Path, in_folder: bool) -> Result<Option<Self>, WriteError> {
        if !in_folder {
            return Ok(None);
        }
        match fs::symlink_metadata(path) {
            Ok(meta) => Ok(Some(There {
                is_file: meta.is_file(),
                size: meta.len(),
                stamp: Stamp::of(&meta),
            })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(at(path)(error)),
        }
    }

    /// Whether these bytes are what is in it.
    pub(super) fn holds(&self, path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
        let same = self.size == bytes.len() as u64;
        Ok(same && fs::read(path).map_err(at(path))? == bytes)
    }
}

/// A file that is written, with the digest of what has been.
struct Digesting<W> {
    to: W,
    size: u64,
    digest: Sha256,
}

impl<W> Digesting<W> {
    fn new(to: W) -> Self {
        Digesting {
            to,
            size: 0,
            digest: Sha256::new(),
        }
    }
}

impl<W> Digesting<W> {
    /// How much was written, and its digest; the file is closed.
    fn end(self) -> (u64, Digest) {
        (self.size, Digest::end(self.digest))
    }
}

impl<W: Write> Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.size += written as u64;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The digest of a file.
fn digest_of(path: &Path) -> io::Result<Digest> {
    let mut out = Digesting::new(io::sink());
    io::copy(&mut fs::File::open(path)?, &mut out)?;
    Ok(Digest::end(out.digest))
}
