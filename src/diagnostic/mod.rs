//! What is wrong, and where.
//!
//! A [`Diagnostic`] is data. It names a place by file and path, not by line and
//! column: these are worked out only when somebody looks, by [`human`] for a terminal
//! and by [`json`] for a machine.

mod codes;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;
mod suggest;

pub use codes::{CODES, Code, Severity, find as find_code, names};
pub use suggest::{all_of, any_of, did_you_mean};

use std::ops::Range;

use crate::load::{FileId, Sources};
use crate::yaml::Path;

/// One complaint about one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Which rule complains; tells the severity too.
    pub code: &'static Code,
    /// What is wrong: a lowercase phrase with values in backticks.
    pub message: String,
    /// Where.
    pub origin: Origin,
    /// A few words under the place.
    pub label: Option<String>,
    /// Other places that have to do with it, each with a few words.
    pub related: Vec<(Origin, String)>,
    /// What would be right, one piece of advice each.
    pub help: Vec<String>,
    /// Whether and where it may be accepted by `accept`: the event and the claim, or the lesson.
    pub subject: Subject,
}

/// What a warning is about, for `accept` to name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The id of the event.
    pub event: Option<String>,
    /// The id of the claim.
    pub claim: Option<String>,
    /// The id of the lesson, of a warning about one.
    pub lesson: Option<String>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The place in it.
    pub place: Place,
}

/// How a place in a file is named.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// These bytes of its text.
    Bytes(Range<usize>),
    /// The value at a path.
    Value(Path),
    /// The key of the value at a path.
    Key(Path),
    /// These bytes of the text that stands at a path.
    Within(Path, Range<usize>),
}

impl Origin {
    /// The whole of a file.
    pub fn file(file: FileId) -> Self {
        Origin {
            file,
            place: Place::File,
        }
    }

    /// The value at a path.
    pub fn value(file: FileId, path: Path) -> Self {
        Origin {
            file,
            place: Place::Value(path),
        }
    }

    /// The key of the value at a path.
    pub fn key(file: FileId, path: Path) -> Self {
        Origin {
            file,
            place: Place::Key(path),
        }
    }

    /// The bytes of the file's text that are meant; nothing if it is the file as a
    /// whole, or cannot be found.
    pub fn span(&self, sources: &Sources) -> Option<Range<usize>> {
        let file = sources.get(self.file);
        let text = &file.text;
        match &self.place {
            Place::File => None,
            Place::Bytes(span) => Some(span.clone()),
            Place::Value(path) => file.places().span(path, false),
            Place::Key(path) => file.places().span(path, true),
            Place::Within(path, part) => {
                let whole = file.places().span(path, false)?;
                let raw = text.get(whole.clone())?;
                let quote = usize::from(raw.starts_with(['"', '\'']));
                let start = whole.start + quote + part.start;
                let end = whole.start + quote + part.end;
                // A text with escapes or of several lines has other bytes in the file.
                let plain = !raw.contains('\\') && !raw.starts_with(['|', '>']);
                let fits = end <= whole.end && text.get(start..end).is_some();
                Some(if plain && fits { start..end } else { whole })
            }
        }
    }

    /// The path inside the file, for readers that want it: `claims[0].said`.
    pub fn path(&self, sources: &Sources) -> Option<String> {
        match &self.place {
            Place::Value(path) | Place::Key(path) | Place::Within(path, _) => {
                let named = sources.get(self.file).places().named(path);
                Some(named.to_string()).filter(|path| !path.is_empty())
            }
            Place::File | Place::Bytes(_) => None,
        }
    }
}

impl Diagnostic {
    /// A complaint without label and help yet.
    pub fn new(code: &'static Code, origin: Origin, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            message: tidy(&message.into()),
            origin,
            label: None,
            related: Vec::new(),
            help: Vec::new(),
            subject: Subject::default(),
        }
    }

    /// Puts a few words under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(tidy(&label.into()));
        self
    }

    /// Says what would be right.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(tidy(&help.into()));
        self
    }

    /// Says what would be right, if that is known.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<impl Into<String>>) -> Self {
        self.help.extend(help.map(|help| tidy(&help.into())));
        self
    }

    /// Shows another place too.
    #[must_use]
    pub fn related(mut self, origin: Origin, words: impl Into<String>) -> Self {
        self.related.push((origin, words.into()));
        self
    }

    /// Says what it is about, for `accept`.
    #[must_use]
    pub fn about(mut self, event: &str, claim: Option<&str>) -> Self {
        self.subject = Subject {
            event: Some(event.to_owned()),
            claim: claim.map(str::to_owned),
            lesson: None,
        };
        self
    }

    /// Says about which lesson it is, for `accept`.
    #[must_use]
    pub fn about_lesson(mut self, lesson: &str) -> Self {
        self.subject.lesson = Some(lesson.to_owned());
        self
    }

    /// Whether it keeps a site from being built.
    pub fn is_error(&self) -> bool {
        self.code.severity == Severity::Error
    }
}

/// A message on one line, fit to be printed: values (in backticks) that are very long
/// are cut, and characters that do something to a terminal are named.
fn tidy(message: &str) -> String {
    const LONGEST: usize = 130;
    let mut tidy = String::with_capacity(message.len().min(1024));
    for (number, piece) in message.split('`').enumerate() {
        if number > 0 {
            tidy.push('`');
        }
        let value = number % 2 == 1;
        for (count, c) in piece.chars().enumerate() {
            if value && count == LONGEST {
                tidy.push('…');
                break;
            }
            if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
                tidy.extend(c.escape_default());
            } else {
                tidy.push(c);
            }
        }
    }
    tidy
}

/// All that was found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all of another.
    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(other);
    }

    /// How many are errors.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.is_error()).count()
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.diagnostics.len() - self.errors()
    }

    /// In the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// With each one's bytes, in the order of the files and of the places in them.
    pub fn located<'a>(&'a self, sources: &Sources) -> Vec<Located<'a>> {
        let mut located: Vec<_> = self
            .diagnostics
            .iter()
            .map(|diagnostic| Located {
                diagnostic,
                span: diagnostic.origin.span(sources),
            })
            .collect();
        located.sort_by_key(|found| {
            let start = found.span.as_ref().map_or(0, |span| span.start);
            (
                found.diagnostic.origin.file,
                start,
                found.diagnostic.code.name,
            )
        });
        located
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.diagnostics.into_iter()
    }
}

impl FromIterator<Diagnostic> for Report {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(iter: T) -> Self {
        Report {
            diagnostics: iter.into_iter().collect(),
        }
    }
}

/// A diagnostic with its bytes.
#[derive(Debug)]
pub struct Located<'a> {
    /// The diagnostic.
    pub diagnostic: &'a Diagnostic,
    /// Its bytes in its file's text, if it is about some.
    pub span: Option<Range<usize>>,
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}
