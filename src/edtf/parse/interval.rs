//! Reads an interval.

use std::ops::Range;

use super::cursor::Cursor;
use super::{date, time};
use crate::edtf::error::{Error, ErrorKind, quoted, shown};
use crate::edtf::interval::{End, Interval};

/// Reads a text whose first slash is at `slash`.
pub(super) fn interval(text: &str, slash: usize) -> Result<Interval, Error> {
    let after = slash + 1;
    if let Some(second) = text.get(after..).and_then(|rest| rest.find('/')) {
        let span = after + second..after + second + 1;
        let message = "a second `/` in an interval";
        return Err(Error::new(ErrorKind::Interval, span, message)
            .with_help("an interval has one start and one end"));
    }
    let start = end(text, 0..slash)?;
    let end = end(text, after..text.len())?;
    if start.point().is_none() && end.point().is_none() {
        let message = format!("{} has a date at neither end", quoted(text));
        return Err(Error::new(ErrorKind::Interval, 0..text.len(), message)
            .with_help("give one end a date: `2024-04/..`"));
    }
    let interval = Interval { start, end };
    if let (Some(first), Some(last)) = (interval.earliest().day(), interval.latest().day())
        && first > last
    {
        let (start, end) = (interval.start, interval.end);
        let message = format!("the end `{end}` is before the start `{start}`");
        let swapped = shown(&format!("{end}/{start}"));
        return Err(Error::new(ErrorKind::Order, after..text.len(), message)
            .with_help(format!("write {swapped}")));
    }
    Ok(interval)
}

fn end(text: &str, range: Range<usize>) -> Result<End, Error> {
    let cursor = Cursor::new(text, range.clone());
    match cursor.rest() {
        "" => return Ok(End::Unknown),
        ".." => return Ok(End::Open),
        "open" => {
            return Err(
                Error::new(ErrorKind::Interval, range, "`open` is written `..`")
                    .with_fix("..")
                    .with_help("an open end is `..`: `2024-04/..`"),
            );
        }
        "unknown" => {
            let message = "`unknown` is written by leaving the end empty";
            return Err(Error::new(ErrorKind::Interval, range, message)
                .with_fix("")
                .with_help("write nothing at that end"));
        }
        written if written.starts_with("..") || written.ends_with("..") => {
            let message = format!("`..` with a date in the end {}", quoted(written));
            return Err(Error::new(ErrorKind::DoubleDot, range, message)
                .with_help("an end is a date, or `..`, or nothing"));
        }
        _ => {}
    }
    time::refuse(&cursor, "an interval")?;
    date::point(cursor).map(End::Point)
}
