//! The dates before the colon of an event of markwhen.

use std::collections::HashMap;

use super::date::{Format, date, is_time, refused};
use super::length::{Length, length};
use crate::edtf::{Bound, Day, Edtf, Expression, Point, Precision};
use crate::import::dates::{NoDate, Reading, between};
use crate::import::{Manner, quoted};

/// A line's date, as far as it is understood without the clock.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// What was found.
    pub(super) found: Result<Reading, NoDate>,
    /// How it repeats, in the input's words.
    pub(super) repeats: Option<String>,
}

/// What relative dates may lean on: events that came before.
#[derive(Default)]
pub(super) struct Known {
    last: Option<Span>,
    named: HashMap<String, Option<Span>>,
}

/// From a day to the first day that is no longer in it.
#[derive(Clone, Copy)]
struct Span {
    start: Day,
    end: Day,
}

/// One side of a date.
#[derive(Clone, Debug)]
enum Side {
    Date(Result<Reading, NoDate>),
    Now,
    Length(Length),
    /// From or before another event, and by how much.
    Beside {
        before: bool,
        id: Option<String>,
        length: Option<Length>,
    },
    Time,
}

impl Known {
    /// Keeps the date of an event for those after it.
    pub(super) fn keep(&mut self, when: Option<&Edtf>, ids: &[String]) {
        let span = when.and_then(exact);
        self.last = span;
        for id in ids {
            self.named.insert(id.clone(), span);
        }
    }
}

/// The days of a date that is given by days, and by nothing vaguer.
fn exact(when: &Edtf) -> Option<Span> {
    let day =
        |date: &Point| matches!(date, Point::Date(date) if date.precision() == Precision::Day);
    let fine = match when.expression() {
        Expression::Date(date) => date.precision() == Precision::Day,
        Expression::Interval(interval) => [interval.start, interval.end]
            .iter()
            .all(|end| end.point().is_some_and(day)),
        _ => false,
    };
    let (Bound::Day(start), Bound::Day(last)) = (when.earliest(), when.latest()) else {
        return None;
    };
    (fine && !when.is_uncertain() && !when.is_approximate()).then_some(Span {
        start,
        end: last.succ()?,
    })
}

/// Reads the text before a colon; `None` if it is no date at all.
pub(super) fn when(text: &str, format: Format, known: &Known) -> Option<When> {
    let text = text.trim();
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    let lower = text.to_lowercase();
    let every = lower
        .find(" every ")
        .filter(|at| text.is_char_boundary(*at));
    let (text, repeats) = match every {
        Some(at) if lower.len() == text.len() => (&text[..at], Some(text[at..].trim().to_owned())),
        _ => (text, None),
    };
    let found = match sides(text, format)? {
        (one, None) => alone(text, one, known),
        (start, Some(end)) => span(text, start, end, known),
    };
    Some(When { found, repeats })
}

/// The one or two sides of a date.
fn sides(text: &str, format: Format) -> Option<(Side, Option<Side>)> {
    if let Some(one) = side(text, format) {
        return Some((one, None));
    }
    // What can only part two dates comes first.
    for mark in [" - ", " to ", " – ", "-", "–", "/"] {
        for (at, _) in text.match_indices(mark) {
            let (from, to) = (text[..at].trim(), text[at + mark.len()..].trim());
            // `5/31` is no span of years.
            if mark == "/" && from.len().min(to.len()) < 3 {
                continue;
            }
            if let (Some(from), Some(to)) = (side(from, format), side(to, format)) {
                return Some((from, Some(to)));
            }
        }
    }
    None
}

fn side(text: &str, format: Format) -> Option<Side> {
    let text = text.trim().trim_end_matches(',');
    let lower = text.to_lowercase();
    if lower == "now" {
        return Some(Side::Now);
    }
    if let Some(length) = length(&lower) {
        return Some(Side::Length(length));
    }
    if let Some(beside) = beside(text, &lower) {
        return Some(beside);
    }
    if is_time(&lower) {
        return Some(Side::Time);
    }
    date(text, &lower, format).map(Side::Date)
}

/// `after !id 3 weeks`, `before !id`, `!id`, `!id.end + 2 days`.
fn beside(text: &str, lower: &str) -> Option<Side> {
    let word = ["before", "after", "by"].into_iter().find(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '!', '.']))
    });
    let rest = text.get(word.map_or(0, str::len)..)?.trim_start();
    let (id, rest) = match rest.strip_prefix('!') {
        Some(rest) => {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || "_.".contains(c)))
                .unwrap_or(rest.len());
            (Some(rest[..end].to_owned()), rest[end..].trim_start())
        }
        None if word.is_some() => (None, rest),
        None => return None,
    };
    let rest = rest
        .trim_start_matches("plus")
        .trim_start_matches('+')
        .trim();
    let length = if rest.is_empty() {
        None
    } else {
        Some(length(&rest.to_lowercase())?)
    };
    let id = id.filter(|id| !id.is_empty());
    Some(Side::Beside {
        before: matches!(word, Some("before" | "by")),
        id,
        length,
    })
}

/// A date with one side.
fn alone(text: &str, side: Side, known: &Known) -> Result<Reading, NoDate> {
    match side {
        Side::Date(found) => found,
        Side::Now => Err(refused(
            Manner::Partly,
            "depends on the day on which it is read",
            text,
        )),
        Side::Time => Err(refused(
            Manner::Partly,
            "is a time of a day that is not named",
            text,
        )),
        Side::Length(length) => {
            let base = known.last.ok_or_else(|| no_base(text))?;
            worked_out(text, base.end, Some(length))
        }
        Side::Beside { before, id, length } => {
            let base = base(known, id.as_deref(), text)?;
            let length =
                length.ok_or_else(|| refused(Manner::Partly, "does not say how long", text))?;
            if before {
                let start = length.before(base.start).ok_or_else(|| no_base(text))?;
                return computed(text, start, base.start);
            }
            worked_out(text, base.end, Some(length))
        }
    }
}

/// A date with two sides.
fn span(text: &str, start: Side, end: Side, known: &Known) -> Result<Reading, NoDate> {
    let (first, from) = match start {
        Side::Date(found) => {
            let found = found?;
            let from = exact(&found.when).map(|span| span.start);
            (Some(found), from)
        }
        Side::Beside {
            before: false,
            id,
            length,
        } => {
            let base = base(known, id.as_deref(), text)?;
            let from = match length {
                Some(length) => length.after(base.end),
                None => Some(base.end),
            };
            (None, Some(from.ok_or_else(|| no_base(text))?))
        }
        _ => {
            return Err(refused(
                Manner::Partly,
                "cannot be worked out from what the file gives",
                text,
            ));
        }
    };
    let started = || match (&first, from) {
        (Some(found), _) => Ok(found.clone()),
        (None, Some(from)) => from
            .to_string()
            .parse()
            .map(Reading::plain)
            .map_err(|_| no_base(text)),
        (None, None) => Err(no_base(text)),
    };
    match end {
        Side::Date(end) => between(started(), end),
        Side::Now => {
            let mut start = started()?;
            let date = start.when.to_string();
            let date = date.split('T').next().unwrap_or_default();
            if let Ok(when) = format!("{date}/..").parse() {
                start.when = when;
            }
            let what = format!(
                "the end of {} is the day on which it is read: it was taken as having no end, `{}`",
                quoted(text),
                start.when
            );
            start.remarks.push((Manner::Assumed, what));
            start.said = Some(text.to_owned());
            Ok(start)
        }
        Side::Length(length) => match from {
            Some(from) if !length.vague => worked_out(text, from, Some(length)),
            _ => {
                let mut start = started()?;
                let what = format!(
                    "the end of {} was left out: its start is not known to the day, or its length is not of whole days",
                    quoted(text)
                );
                start.remarks.push((Manner::Partly, what));
                start.said = Some(text.to_owned());
                Ok(start)
            }
        },
        Side::Beside { .. } | Side::Time => {
            let mut start = started()?;
            let what = format!(
                "the end of {} cannot be worked out, and was left out",
                quoted(text)
            );
            start.remarks.push((Manner::Partly, what));
            start.said = Some(text.to_owned());
            Ok(start)
        }
    }
}

fn base(known: &Known, id: Option<&str>, text: &str) -> Result<Span, NoDate> {
    let found = match id {
        None => known.last,
        Some(id) => {
            let (name, part) = id.split_once('.').unwrap_or((id, ""));
            let span = known.named.get(name).copied().flatten();
            span.map(|span| match part {
                "start" => Span {
                    end: span.start,
                    ..span
                },
                "end" => Span {
                    start: span.end,
                    ..span
                },
                _ => span,
            })
        }
    };
    found.ok_or_else(|| no_base(text))
}

fn worked_out(text: &str, from: Day, length: Option<Length>) -> Result<Reading, NoDate> {
    let to = length
        .filter(|length| !length.vague)
        .and_then(|length| length.after(from));
    match to {
        Some(to) => computed(text, from, to),
        None => Err(refused(Manner::Partly, "is no length of whole days", text)),
    }
}

/// From a day to the first day that is no longer in it.
fn computed(text: &str, from: Day, to: Day) -> Result<Reading, NoDate> {
    let last = to.pred().filter(|last| *last >= from).unwrap_or(from);
    let date = if last == from {
        from.to_string()
    } else {
        format!("{from}/{last}")
    };
    let when: Edtf = date.parse().map_err(|_| no_base(text))?;
    let what = format!("{} was worked out: `{when}`", quoted(text));
    Ok(Reading {
        when,
        said: Some(text.to_owned()),
        remarks: vec![(Manner::Assumed, what)],
    })
}

fn no_base(text: &str) -> NoDate {
    refused(
        Manner::Partly,
        "leans on another event whose days are not known",
        text,
    )
}
