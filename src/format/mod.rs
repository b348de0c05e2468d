//! The one style of the files of a timeline: keys in the order of the format, dates and
//! lists written alike, comments kept.
//!
//! A file's text is read into a tree that keeps its comments, the tree is put into the
//! order of the file's [`Shape`], and written again. Then it is proved that the new text
//! says what the old one said. If that cannot be proved, the file is left as it is.

mod arrange;
mod print;
mod proof;
mod read;
mod tree;

use std::fmt;

use crate::schema::Shape;
use crate::yaml::{self, Problem};

/// Why a text was not formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unformatted {
    /// It cannot be read.
    Problems(Vec<Problem>),
    /// It can be read, but not be formatted safely.
    Left(Left),
}

/// Why a text that can be read is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The reason, as a lowercase phrase.
    pub reason: String,
}

impl Left {
    fn at(text: &str, at: usize, reason: impl Into<String>) -> Self {
        let before = text.get(..at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Left {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            reason: reason.into(),
        }
    }

    /// The file as a whole.
    fn somewhere(reason: impl Into<String>) -> Self {
        Left::at("", 0, reason)
    }
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Left {
            line,
            column,
            reason,
        } = self;
        write!(f, "{line}:{column}: left as it is: {reason}")
    }
}

/// The text of a file of this shape, formatted, and proved to say the same.
///
/// Its lines end as the first one does. A byte order mark is dropped.
pub fn format(text: &str, shape: &Shape) -> Result<String, Unformatted> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    yaml::parse(text).map_err(Unformatted::Problems)?;
    let first = text.find('\n').map_or("", |end| &text[..end]);
    let windows = first.ends_with('\r');
    let mut lines = text.replace("\r\n", "\n");
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
    let formatted = styled(&lines, shape).map_err(Unformatted::Left)?;
    if formatted != lines {
        proof::prove(&lines, &formatted, shape).map_err(Unformatted::Left)?;
    }
    Ok(if windows {
        formatted.replace('\n', "\r\n")
    } else {
        formatted
    })
}

/// The text in the one style, not proved yet.
fn styled(text: &str, shape: &Shape) -> Result<String, Left> {
    let mut document = read::read(text)?;
    arrange::arrange(&mut document.root, shape);
    print::print(&document)
}
