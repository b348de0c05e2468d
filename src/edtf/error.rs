//! Why a text is not EDTF, where, and what to write instead.

use std::fmt;
use std::ops::Range;

/// What kind of fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no text, or only white space.
    Empty,
    /// White space, which is allowed nowhere.
    Space,
    /// A letter in lower case that is to be a capital.
    LowerCase,
    /// A date in another notation: basic format, slashes, dots, words.
    Notation,
    /// A component is missing where one is to be.
    Missing,
    /// A component has too few or too many digits.
    DigitCount,
    /// No such year, or not in this form.
    Year,
    /// A year beyond what is represented.
    YearTooLarge,
    /// No such number of significant digits, or not here.
    Significant,
    /// No such month.
    Month,
    /// No such season, or a season with a day.
    Season,
    /// No such day in any month.
    Day,
    /// No such day in that month, or in any that the digits allow.
    DayOfMonth,
    /// Two qualifiers at one place.
    Qualifier,
    /// More text after the end.
    Trailing,
    /// No such time of day, or not a whole one.
    Time,
    /// No such offset from UTC.
    Offset,
    /// A time of day where none is allowed.
    TimeNotAllowed,
    /// The wrong make of an interval.
    Interval,
    /// The wrong make of a set.
    Set,
    /// `..` at a place where it means nothing.
    DoubleDot,
    /// An end before its start.
    Order,
}

/// A text is not EDTF.
///
/// `Display` is a phrase in lower case without a full stop, with the values
/// it speaks of in backticks: "month `13` is not between 01 and 12".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    span: Range<usize>,
    message: String,
    help: Option<String>,
    /// What the parser would have in the place of the offending part. It
    /// becomes help where the whole text is right with it.
    fix: Option<String>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            kind,
            span,
            message: message.into(),
            help: None,
            fix: None,
        }
    }

    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    pub(crate) fn with_fix(self, fix: impl Into<String>) -> Self {
        Self {
            fix: Some(fix.into()),
            ..self
        }
    }

    pub(crate) fn without_fix(self) -> Self {
        Self { fix: None, ..self }
    }

    pub(crate) fn fix(&self) -> Option<&str> {
        self.fix.as_deref()
    }

    /// What kind of fault it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The offending part, in bytes of the parsed text, on boundaries of
    /// characters. It is empty only where the text is.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What would be right, as a phrase for a reader: "write `2024-04-02`",
    /// "April has 30 days".
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.help.clone()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// A piece of the text in backticks, cut where it is long, control characters
/// escaped.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut quoted = String::from("`");
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST {
            quoted.push('…');
            break;
        }
        if character.is_control() {
            quoted.extend(character.escape_default());
        } else {
            quoted.push(character);
        }
    }
    quoted.push('`');
    quoted
}

/// An expression as it is to be copied into YAML: in backticks, and in double
/// quotes where YAML would take its first character for something else.
pub(crate) fn shown(expression: &str) -> String {
    if expression.starts_with(['[', '{', '%']) {
        format!("`\"{expression}\"`")
    } else {
        format!("`{expression}`")
    }
}

/// The English name of a month from 1 to 12, for messages.
pub(crate) fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        12 => "December",
        _ => "",
    }
}
