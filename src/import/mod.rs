//! Event files made of what another tool keeps.
//!
//! 1. `text` turns the bytes of a file into text, whatever their encoding.
//! 2. A reader, one file a format, takes the text apart into [`Entry`]s and says what it
//!    had to leave out ([`Losses`]). [`READERS`] lists them; [`detect`] tells which one
//!    fits. Dates go through [`dates`].
//! 3. `make` turns these into event files, actors, places and sources.
//!
//! Nothing is guessed in silence: whatever found no place, was doubtful, or was left
//! out is told in the loss report, with its place in the input.

mod csv;
pub mod dates;
mod detect;
mod entry;
mod front_matter;
pub mod html;
mod icalendar;
mod json;
mod loss;
pub mod make;
mod markwhen;
mod open;
mod report;
mod simile;
mod text;
mod timelinejs;

pub use dates::{Dates, Order};
pub use detect::detect;
pub use entry::{Entry, Link, Named, Place};
pub(crate) use loss::counted;
pub use loss::{Loss, Losses, Manner, quoted};
pub use open::open;
pub use report::Told;

/// The most records that are read.
pub const MAX_RECORDS: usize = 100_000;

/// The largest input that is read, in bytes: 1 GiB.
pub const MAX_SIZE: u64 = 1 << 30;

/// What is imported: a file, or the files of a folder, as text.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The name of the file or folder, without the folders that it stands in.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// The files, in the order of their names; one if it is no folder.
    pub files: Vec<InputFile>,
}

/// A file of the input.
#[derive(Clone, Debug, Default)]
pub struct InputFile {
    /// Its path inside the folder, with `/`; nothing if it is the one that was given. What
    /// [`Place::file`] is to be.
    pub name: Option<String>,
    /// Its text: without a byte order mark, lines ending as they do.
    pub text: String,
}

impl Input {
    /// The text of the only file, or of the first.
    pub fn text(&self) -> &str {
        self.files.first().map_or("", |file| &file.text)
    }

    /// How the name ends, in small letters: `csv`.
    pub fn ending(&self) -> String {
        let ending = self.name.rsplit_once('.').map_or("", |(_, ending)| ending);
        ending.to_lowercase()
    }
}

/// How the input is to be read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which comes first in `3/4/2024`, if somebody has said so.
    pub order: Option<Order>,
    /// The century of years of two digits, if somebody has said so: 19 for `19xx`.
    pub century: Option<u8>,
    /// Which field of the input becomes what: our name (`title`, `when`, `end`, `summary`,
    /// …) and the input's.
    pub map: Vec<(String, String)>,
    /// What stands between the values of a list in a single field.
    pub separator: Option<char>,
}

impl Options {
    /// Refuses a map, for a format whose names are fixed.
    fn refuse_map(&self) -> Result<(), Unreadable> {
        match self.map.first() {
            None => Ok(()),
            Some((ours, _)) => Err(Unreadable::new(format!(
                "`{ours}` cannot be mapped: the names of this format are fixed"
            ))),
        }
    }
}

/// What a reader gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What the timeline is called, plain text on one line.
    pub title: Option<String>,
    /// A paragraph on it, in Markdown.
    pub standfirst: Option<String>,
    /// The records. One without a date is left out later, and told in full then: a reader
    /// gives it as it is.
    pub entries: Vec<Entry>,
}

/// Why an input cannot be read at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unreadable {
    /// Where, as far as that is known.
    pub place: Place,
    /// Why: a lowercase phrase with values in backticks.
    pub message: String,
}

impl Unreadable {
    /// Without a place.
    pub fn new(message: impl Into<String>) -> Self {
        Unreadable {
            place: Place::default(),
            message: message.into(),
        }
    }
}

/// A format that can be read: an entry of [`READERS`].
#[derive(Debug)]
pub struct Reader {
    /// Its name, as `--from` takes it.
    pub name: &'static str,
    /// What it is, in a few words.
    pub what: &'static str,
    /// Whether an input looks like it. Asked in the order of [`READERS`].
    pub fits: fn(&Input) -> bool,
    /// Reads it.
    pub read: fn(&Input, &Options, &mut Losses) -> Result<Read, Unreadable>,
}

/// The formats that can be read; the more particular ones come first.
#[rustfmt::skip]
pub const READERS: &[Reader] = &[
    Reader { name: "timelinejs", what: "the JSON of TimelineJS, version 1 or 3", fits: timelinejs::fits, read: timelinejs::read },
    Reader { name: "timelinejs-csv", what: "the spreadsheet of TimelineJS as CSV", fits: csv::fits_timelinejs, read: csv::read_timelinejs },
    Reader { name: "icalendar", what: "iCalendar, as calendar programs write it (.ics)", fits: icalendar::fits, read: icalendar::read },
    Reader { name: "simile", what: "the XML or JSON of SIMILE Timeline", fits: simile::fits, read: simile::read },
    Reader { name: "markwhen", what: "markwhen (.mw)", fits: markwhen::fits, read: markwhen::read },
    Reader { name: "front-matter", what: "Markdown or text files with YAML front matter, one or a folder of them", fits: front_matter::fits, read: front_matter::read },
    Reader { name: "dateline-csv", what: "the `events.csv` of `dateline build`", fits: csv::fits_dateline, read: csv::read_dateline },
    Reader { name: "csv", what: "CSV: a table with commas, semicolons, tabs or bars", fits: csv::fits_any, read: csv::read_any },
];
