//! What may stand in a file, as data.

use super::{
    ActorRecord, Decode, EventRecord, LessonRecord, PlaceRecord, SourceRecord, TimelineRecord,
    vocabulary::Word,
};

/// What may stand at a place in a file.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Text in one of the forms that have a name.
    Scalar(ScalarShape),
    /// One of a fixed list of words.
    OneOf {
        /// What the list is called.
        name: &'static str,
        /// The words.
        words: Vec<Word>,
    },
    /// A list, with at least so many items.
    List {
        /// What stands in it.
        item: Box<Shape>,
        /// The least number of items.
        least: usize,
    },
    /// A mapping with named keys.
    Record(RecordShape),
    /// Either of some shapes.
    Either(Vec<Shape>),
    /// A mapping whose key `kind` tells which of these it is: the one that allows just that
    /// word there.
    ByKind(Vec<RecordShape>),
    /// A mapping of one entry, whose key is one of some words.
    Tagged {
        /// The words that the key may be.
        words: Vec<Word>,
        /// The value.
        value: Box<Shape>,
    },
}

/// A single value.
#[derive(Clone, Debug)]
pub struct ScalarShape {
    /// What it is called in the reference: `text`, `date (EDTF)`.
    pub name: &'static str,
    /// What it is, in a sentence or two.
    pub doc: &'static str,
    /// `string` or `number`, as JSON Schema calls it; a date may be both.
    pub types: &'static [&'static str],
    /// A regular expression that all right values fit (ECMA 262), if there is one.
    pub pattern: Option<&'static str>,
}

/// A mapping with named keys.
#[derive(Clone, Debug)]
pub struct RecordShape {
    /// What the record is called: `claim`.
    pub name: &'static str,
    /// What it is.
    pub doc: String,
    /// Its keys, in the order in which they are written.
    pub keys: Vec<KeyShape>,
}

impl RecordShape {
    /// Which of the keys has this name.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.keys.iter().position(|key| key.name == name)
    }

    /// Of a record that is one of several kinds, the word under its key `kind`.
    pub fn kind(&self) -> Option<Word> {
        let kind = self.keys.iter().find(|key| key.name == "kind")?;
        match &kind.shape {
            Shape::OneOf { words, .. } => match **words {
                [word] => Some(word),
                _ => None,
            },
            _ => None,
        }
    }
}

/// A key of a record.
#[derive(Clone, Debug)]
pub struct KeyShape {
    /// The key.
    pub name: &'static str,
    /// What it means.
    pub doc: String,
    /// Whether it has to be there.
    pub required: bool,
    /// What its value may be.
    pub shape: Shape,
}

/// A kind of file.
pub struct FileKind {
    /// What the kind is called, and its JSON Schema's name.
    pub name: &'static str,
    /// Which files are of this kind.
    pub files: &'static str,
    /// Its shape.
    pub shape: fn() -> Shape,
}

/// The kinds of file, in the order of the reference page.
pub const FILES: &[FileKind] = &[
    FileKind {
        name: "timeline",
        files: "timeline.yaml",
        shape: TimelineRecord::shape,
    },
    FileKind {
        name: "event",
        files: "<id>.yaml",
        shape: EventRecord::shape,
    },
    FileKind {
        name: "actors",
        files: "actors.yaml",
        shape: Vec::<ActorRecord>::shape,
    },
    FileKind {
        name: "places",
        files: "places.yaml",
        shape: Vec::<PlaceRecord>::shape,
    },
    FileKind {
        name: "sources",
        files: "sources.yaml",
        shape: Vec::<SourceRecord>::shape,
    },
    FileKind {
        name: "lesson",
        files: "lessons/<id>.yaml",
        shape: LessonRecord::shape,
    },
];
