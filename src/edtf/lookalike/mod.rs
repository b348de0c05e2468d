//! What a refused text may have been meant to be.
//!
//! Nothing here makes a text valid: it only makes the error say what to
//! write. Two rules hold for every suggestion. It has been parsed before. And
//! it says all that the text says: a part of a text that happens to be valid
//! is never suggested for the whole, because whoever follows such advice
//! loses the rest. Where nothing is recognised, the help says how dates are
//! written, and no more.
//!
//! - [`notation`]: dates in another notation, in numbers.
//! - [`phrase`]: dates and spans in words; its words are in [`words`], what
//!   it makes of them in [`when`] and [`span`].
//! - [`undated`]: texts that give no date, such as `TBD` and `yesterday`.
//! - [`slips`]: EDTF but for a small thing; those of times of day are in
//!   [`clock`], those of sets in [`lists`].
//!
//! The parser itself suggests no texts that it would have to parse, so that
//! nothing recurs. Phrases are short: a longer text is not read as one, so
//! that the time remains linear.

mod clock;
mod lists;
mod notation;
mod phrase;
mod slips;
mod span;
mod undated;
mod weeks;
mod when;
mod words;

use super::Expression;
use super::error::{Error, ErrorKind, quoted, shown};
use super::parse::strict;

/// How dates are written, where nothing better can be said.
const USUAL: &str = "write `2024-04-02`, `2024-04` or `2024`; \
                     for a day in a span `\"[2024-05-16..2024-05-31]\"`";

/// Longer texts are not read as phrases.
const LONGEST: usize = 200;

/// What a whole text is, if not EDTF: a message and its help.
struct Reading {
    message: String,
    help: String,
}

impl Reading {
    /// `how` follows the text: "is written in words".
    fn new(text: &str, how: &str, help: impl Into<String>) -> Self {
        Self {
            message: format!("{} {how}", quoted(text)),
            help: help.into(),
        }
    }
}

/// Improves an error, where the text looks like something known.
pub(super) fn explain(text: &str, error: Error) -> Error {
    improved(text, error).without_fix()
}

fn improved(text: &str, error: Error) -> Error {
    if error.kind() == ErrorKind::Empty {
        return error;
    }
    let only_blanks = error.kind() == ErrorKind::Space;
    if only_blanks && let Some(help) = slips::but_for_blanks(text) {
        return error.with_help(help);
    }
    if let Some(better) = slips::lower_case(text) {
        return better;
    }
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let whole = |reading: Reading| {
        let span = start..start + trimmed.len();
        Error::new(ErrorKind::Notation, span, reading.message).with_help(reading.help)
    };
    // What only EDTF has tells what is wrong.
    let slip_first = matches!(error.kind(), ErrorKind::DoubleDot | ErrorKind::Interval)
        || trimmed.starts_with(['[', '{']);
    if slip_first && let Some(help) = slips::help(text, &error) {
        return error.with_help(help);
    }
    if let Some(reading) = read(trimmed) {
        return whole(reading);
    }
    if !slip_first && let Some(help) = slips::help(text, &error) {
        return error.with_help(help);
    }
    if only_blanks {
        return match slips::besides_blanks(text) {
            Some(help) => error.with_help(help),
            None => whole(Reading::new(trimmed, "is not written as EDTF", USUAL)),
        };
    }
    match error.kind() {
        ErrorKind::Missing | ErrorKind::Trailing | ErrorKind::Notation | ErrorKind::DigitCount
            if error.help().is_none() =>
        {
            error.with_help(USUAL)
        }
        _ => error,
    }
}

/// Reads a text that may be in quotes as something other than EDTF.
fn read(text: &str) -> Option<Reading> {
    undated::unknown(text)
        .or_else(|| notation::in_quotes(text))
        .or_else(|| read_bare(text))
}

fn read_bare(text: &str) -> Option<Reading> {
    if text.len() > LONGEST {
        return None;
    }
    undated::unknown(text)
        .or_else(|| notation::numbers(text))
        .or_else(|| notation::with_signs(text))
        .or_else(|| undated::unknown_end(text))
        .or_else(|| phrase::read(text))
        .or_else(|| undated::relative(text))
}

/// The text, if it is EDTF.
fn valid(text: String) -> Option<String> {
    strict(&text).is_ok().then_some(text)
}

/// The first and the last day of an expression that has both.
fn days(text: &str) -> Option<(super::Day, super::Day)> {
    let expression: Expression = strict(text).ok()?;
    let (earliest, latest) = expression.bounds();
    Some((earliest.day()?, latest.day()?))
}

/// "write `2024-04-02`".
fn write(expression: &str) -> String {
    format!("write {}", shown(expression))
}
