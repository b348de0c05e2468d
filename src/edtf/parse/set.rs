//! Reads a set.

use std::ops::Range;

use super::cursor::Cursor;
use super::{date, time};
use crate::edtf::date::Precision;
use crate::edtf::error::{Error, ErrorKind, quoted, shown};
use crate::edtf::point::Point;
use crate::edtf::set::{Member, Set, SetKind};

/// Reads a text that begins with `[` or `{`.
pub(super) fn set(text: &str) -> Result<Set, Error> {
    let (kind, open, close) = if text.starts_with('[') {
        (SetKind::OneOf, '[', ']')
    } else {
        (SetKind::AllOf, '{', '}')
    };
    let bracket = |found: (usize, char)| "[]{}".contains(found.1);
    let end = match text.char_indices().skip(1).find(|found| bracket(*found)) {
        Some((at, found)) if found == close => at,
        Some((at, found)) => {
            let message = format!("`{found}` in a set that `{open}` begins and `{close}` ends");
            return Err(Error::new(ErrorKind::Set, at..at + 1, message)
                .with_help("`[…]` is one of its members, `{…}` is all of them; sets do not nest"));
        }
        None => {
            let message = format!("`{open}` without its `{close}`");
            return Err(Error::new(ErrorKind::Set, 0..1, message)
                .with_help(format!("a set ends with `{close}`")));
        }
    };
    Cursor::new(text, end + 1..text.len()).expect_end("set")?;
    if end == 1 {
        return Err(
            Error::new(ErrorKind::Set, 0..2, "a set without members").with_help(format!(
                "write the dates, with commas between: {}",
                shown(&format!("{open}1984,1985{close}"))
            )),
        );
    }
    let mut members = Vec::new();
    let mut start = 1;
    for member in text.get(1..end).unwrap_or_default().split(',') {
        let range = start..start + member.len();
        let is_last = range.end == end;
        start = range.end + 1;
        members.push(self::member(text, range, is_last)?);
    }
    Ok(Set { kind, members })
}

/// Reads one member, which is the first where its range begins at 1.
fn member(text: &str, range: Range<usize>, is_last: bool) -> Result<Member, Error> {
    let written = text.get(range.clone()).unwrap_or_default();
    if written.is_empty() {
        // The comma that it lacks a neighbour of.
        let comma = if is_last { range.start - 1 } else { range.end };
        let message = "a comma without a member on both sides";
        return Err(Error::new(ErrorKind::Set, comma..comma + 1, message));
    }
    if let Some(slash) = written.find('/') {
        let at = range.start + slash;
        return Err(Error::new(ErrorKind::Set, at..at + 1, "a `/` in a set")
            .with_help("a set has dates as members, not intervals"));
    }
    let Some(dots) = written.find("..") else {
        return point(text, range).map(Member::Point);
    };
    let from = range.start..range.start + dots;
    let to = range.start + dots + 2..range.end;
    if let Some(again) = text.get(to.clone()).and_then(|rest| rest.find("..")) {
        let at = to.start + again;
        let message = "a second `..` in one member";
        return Err(Error::new(ErrorKind::DoubleDot, at..at + 2, message)
            .with_help("a member has one `..`: `..1984`, `1984..` or `1984..1986`"));
    }
    match (from.is_empty(), to.is_empty()) {
        (true, true) => Err(
            Error::new(ErrorKind::DoubleDot, range, "`..` without a date")
                .with_help("a member has a date: `..1984`, `1984..` or `1984..1986`"),
        ),
        (true, false) if range.start > 1 => Err(Error::new(
            ErrorKind::DoubleDot,
            range,
            format!("{} is not the first member", quoted(written)),
        )
        .with_help("`..` before a date (or earlier) may only open the list")),
        (false, true) if !is_last => Err(Error::new(
            ErrorKind::DoubleDot,
            range,
            format!("{} is not the last member", quoted(written)),
        )
        .with_help("`..` after a date (or later) may only close the list")),
        (true, false) => point(text, to).map(Member::OnOrBefore),
        (false, true) => point(text, from).map(Member::OnOrAfter),
        (false, false) => range_of(text, from, to),
    }
}

fn point(text: &str, range: Range<usize>) -> Result<Point, Error> {
    let cursor = Cursor::new(text, range);
    time::refuse(&cursor, "a set")?;
    date::point(cursor)
}

fn range_of(text: &str, from: Range<usize>, to: Range<usize>) -> Result<Member, Error> {
    let (first, last) = (point(text, from.clone())?, point(text, to.clone())?);
    for (end, span) in [(first, &from), (last, &to)] {
        if end.has_unspecified() {
            let message = format!("`{end}` is not one date to count from or to");
            return Err(Error::new(ErrorKind::Set, span.clone(), message)
                .with_help("the ends of `..` have no `X` and no significant digits"));
        }
    }
    if !same_precision(&first, &last) {
        let message = format!("`{first}` and `{last}` are not of the same precision");
        return Err(Error::new(ErrorKind::Set, from.start..to.end, message)
            .with_help("both ends of `..` are years, or months, or days"));
    }
    if let (Some(start), Some(end)) = (first.days(), last.days())
        && start.0 > end.1
    {
        let message = format!("the end `{last}` is before the start `{first}`");
        return Err(
            Error::new(ErrorKind::Order, to, message).with_help("the earlier date comes first")
        );
    }
    Ok(Member::Range(first, last))
}

fn same_precision(one: &Point, two: &Point) -> bool {
    match (one, two) {
        (Point::Season(one), Point::Season(two)) => one.grouping.same_division(two.grouping),
        _ => one.precision() == two.precision() && one.precision() != Precision::SubYear,
    }
}
