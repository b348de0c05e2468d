//! Records of one kind, in order, found by id.

use rustc_hash::FxHashMap;
use std::ops::Deref;

use crate::diagnostic::Origin;
use crate::load::FileId;
use crate::schema::Id;
use crate::yaml::Path;

/// The SHA-256 of a file's text.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct TextDigest(pub [u8; 32]);

/// It tells how something was written, which is no part of what was said.
impl std::fmt::Debug for TextDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TextDigest")
    }
}

impl AsRef<[u8]> for TextDigest {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A record with its id and the place where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<I, R> {
    /// The id.
    pub id: I,
    /// The file.
    pub file: FileId,
    /// The digest of the file's text.
    pub text: TextDigest,
    /// The record's place in the file.
    pub at: Path,
    /// What it says.
    pub record: R,
}

/// An entry is its record, and where it stands.
impl<I, R> Deref for Entry<I, R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.record
    }
}

impl<I, R> Entry<I, R> {
    /// The value at a path inside the record.
    pub fn origin(&self, inside: impl FnOnce(&Path) -> Path) -> Origin {
        Origin::value(self.file, inside(&self.at))
    }
}

/// Records of one kind, in order, found by id.
#[derive(Clone, Debug)]
pub struct Book<I, R> {
    entries: Vec<Entry<I, R>>,
    index: FxHashMap<I, usize>,
}

impl<I, R> Default for Book<I, R> {
    fn default() -> Self {
        Book {
            entries: Vec::new(),
            index: FxHashMap::default(),
        }
    }
}

impl<I: Id, R> Book<I, R> {
    /// A book of these entries, in this order. Of two with one id the first is found.
    pub fn new(entries: Vec<Entry<I, R>>) -> Self {
        let mut index =
            FxHashMap::with_capacity_and_hasher(entries.len(), rustc_hash::FxBuildHasher);
        for (number, entry) in entries.iter().enumerate() {
            index.entry(entry.id.clone()).or_insert(number);
        }
        Book { entries, index }
    }

    /// A book of some of the entries.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&Entry<I, R>) -> bool) -> Self
    where
        R: Clone,
    {
        Book::new(self.iter().filter(|entry| keep(entry)).cloned().collect())
    }

    /// The entry with this id.
    pub fn get(&self, id: &I) -> Option<&Entry<I, R>> {
        self.entries.get(self.position(id)?)
    }

    /// Which entry it is, counted from 0.
    pub fn position(&self, id: &I) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// All entries, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<I, R>> {
        self.entries.iter()
    }

    /// All entries, in order.
    pub fn as_slice(&self) -> &[Entry<I, R>] {
        &self.entries
    }

    /// All entries, in order.
    pub fn into_entries(self) -> Vec<Entry<I, R>> {
        self.entries
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.as_str())
    }
}

impl<'a, I: Id, R> IntoIterator for &'a Book<I, R> {
    type Item = &'a Entry<I, R>;
    type IntoIter = std::slice::Iter<'a, Entry<I, R>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
