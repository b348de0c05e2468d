//! The strict parser: one pass from left to right, no recursion.
//!
//! An expression is first split at what only one kind of it has — brackets, a
//! slash, a `T` — and then its dates are read. Spans are bytes of the whole
//! text throughout.

mod cursor;
mod date;
mod interval;
mod set;
mod time;
mod year;

use super::Expression;
use super::error::{Error, ErrorKind, quoted};
use cursor::Cursor;

/// Reads a whole text.
pub(crate) fn strict(text: &str) -> Result<Expression, Error> {
    if text.trim().is_empty() {
        return Err(
            Error::new(ErrorKind::Empty, 0..text.len(), "no date is given")
                .with_help("write a date such as `2024-04-02`, `2024-04` or `2024`"),
        );
    }
    refuse_spaces(text)?;
    if text.starts_with(['[', '{']) {
        return set::set(text).map(Expression::Set);
    }
    if let Some(slash) = text.find('/') {
        return interval::interval(text, slash).map(Expression::Interval);
    }
    let whole = Cursor::new(text, 0..text.len());
    if let Some(mark) = whole.time_mark() {
        return time::date_time(text, mark).map(Expression::DateTime);
    }
    if let Some(dots) = text.find("..") {
        let message = "`..` stands outside of an interval and a set";
        return Err(Error::new(ErrorKind::DoubleDot, dots..dots + 2, message)
            .with_help("`..` is the open end of an interval, `2024-04/..`, or part of a set"));
    }
    date::point(whole).map(Expression::from)
}

fn refuse_spaces(text: &str) -> Result<(), Error> {
    let Some(start) = text.find(char::is_whitespace) else {
        return Ok(());
    };
    let length = text
        .get(start..)
        .and_then(|rest| rest.find(|character: char| !character.is_whitespace()));
    let (end, place) = match length {
        None => (text.len(), "after"),
        Some(length) if start == 0 => (length, "before"),
        Some(length) => (start + length, "inside"),
    };
    let message = format!("white space {place} {}", quoted(text.trim()));
    Err(Error::new(ErrorKind::Space, start..end, message)
        .with_help("an expression has no white space at all"))
}
