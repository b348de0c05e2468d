//! What the dates of [`edtf`](crate::edtf) advise to write for a text.

use super::{NoDate, Reading};
use crate::edtf::{Edtf, Error, ErrorKind};
use crate::import::{Manner, quoted};

/// Reads a text as EDTF advises.
pub(super) fn follow(text: &str) -> Result<Reading, NoDate> {
    let error = match text.parse::<Edtf>() {
        Ok(when) => return Ok(Reading::plain(when)),
        Err(error) => error,
    };
    let help = error.help().unwrap_or_default();
    // What is no date is not mended: `2024-13-01` may be meant in more than one way.
    let found = if is_impossible(error.kind()) {
        None
    } else {
        taken(text, &help)
    };
    found.ok_or_else(|| refused(text, &error, &help))
}

/// Whether a text is written as a date, but there is no such date.
fn is_impossible(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Month
            | ErrorKind::Season
            | ErrorKind::Day
            | ErrorKind::DayOfMonth
            | ErrorKind::Order
    )
}

/// The date that the advice names; never one that is only an example.
fn taken(text: &str, help: &str) -> Option<Reading> {
    if help.starts_with("write `2024-04-02`, `2024-04` or") {
        return None;
    }
    let (before, rest) = help.split_once("write `")?;
    let (when, rest) = expression(rest)?;
    if !before.is_empty() && !before.ends_with(": ") && !before.ends_with(", ") {
        return None;
    }
    if let Some(rest) = rest.strip_prefix("; for a ") {
        let (unit, rest) = rest.split_once(" in that span, `")?;
        let (other, _) = expression(rest)?;
        let what = format!(
            "{} is taken as lasting, `{when}`; for one {unit} in that span, write `{other}`",
            quoted(text)
        );
        return Some(Reading::with(when, text, Manner::Ambiguous, what));
    }
    let second = rest
        .strip_prefix(" or `")
        .or_else(|| rest.split_once(", `").map(|(_, rest)| rest));
    if let Some((other, _)) = second.and_then(expression)
        && !rest.starts_with(':')
    {
        return either(text, &when, &other);
    }
    let plain = text.chars().all(|c| !c.is_alphabetic()) || rest.is_empty();
    let mut reading = Reading::plain(when);
    if !plain || text.contains(char::is_alphabetic) {
        reading.said = Some(text.to_owned());
    }
    if rest.starts_with("; to leave") {
        let what = format!("{} is taken for `{}`{rest}", quoted(text), reading.when);
        reading.remarks.push((Manner::Ambiguous, what));
    } else if rest.contains("or narrow it") {
        let what = format!(
            "{} is taken for `{}`; its words are kept beside it",
            quoted(text),
            reading.when
        );
        reading.remarks.push((Manner::Partly, what));
    }
    Some(reading)
}

/// One of two dates.
pub(super) fn either(text: &str, one: &Edtf, other: &Edtf) -> Option<Reading> {
    let (first, last) = if (other.earliest().day(), other.latest().day())
        < (one.earliest().day(), one.latest().day())
    {
        (other, one)
    } else {
        (one, other)
    };
    let when: Edtf = format!("[{first},{last}]").parse().ok()?;
    let what = format!(
        "{} can be `{first}` or `{last}`: `{when}` was written, one of the two",
        quoted(text)
    );
    Some(Reading::with(when, text, Manner::Ambiguous, what))
}

/// What stands up to the closing backtick, with quotes of YAML taken off; and the rest.
fn expression(text: &str) -> Option<(Edtf, &str)> {
    let (written, rest) = text.split_once('`')?;
    Some((written.trim_matches('"').parse().ok()?, rest))
}

fn refused(text: &str, error: &Error, help: &str) -> NoDate {
    let impossible = help.starts_with("it would be")
        || is_impossible(error.kind())
        || error.kind() == ErrorKind::Time;
    let said = error.to_string();
    let what = if impossible && help.starts_with("it would be") {
        format!("{}: {help}", quoted(text))
    } else if impossible {
        format!("{}: {said}", quoted(text))
    } else if said.ends_with("has no year") || said.ends_with("has a year of two digits") {
        let help = if said.ends_with("digits") {
            "; `--century 20` says which is meant"
        } else {
            ""
        };
        return NoDate::refused(Manner::Partly, text, format!("{said}{help}"));
    } else if said.ends_with("is not a date") || said.ends_with("depends on the day of reading") {
        return NoDate::refused(Manner::Partly, text, said);
    } else {
        let what = format!("{} is not understood as a date", quoted(text));
        return NoDate::refused(Manner::NoPlace, text, what);
    };
    NoDate::refused(Manner::Impossible, text, what)
}
