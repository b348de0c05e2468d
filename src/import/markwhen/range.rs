//! The dates before the colon of an event of markwhen.

use std::collections::HashMap;

use crate::edtf::{Bound, Day, Edtf, Expression, Precision};
use crate::import::dates::{NoDate, Reading, between};
use crate::import::{Dates, Manner, Order, quoted};

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

/// So many days and months.
#[derive(Clone, Copy, Debug, Default)]
struct Length {
    days: i64,
    months: i64,
    /// Whether there are parts that are no whole days.
    vague: bool,
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
    let day = |date: &crate::edtf::Point| {
        matches!(date, crate::edtf::Point::Date(date) if date.precision() == Precision::Day)
    };
    let fine = match when.expression() {
        Expression::Date(date) => date.precision() == Precision::Day,
        Expression::DateTime(_) => false,
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

/// How the numbers of `3/4/2024` stand.
#[derive(Clone, Copy)]
pub(super) struct Format {
    pub(super) order: Order,
    /// Whether the file or somebody says so.
    pub(super) said: bool,
}

/// Reads the text before a colon; `None` if it is no date at all.
pub(super) fn when(text: &str, format: Format, known: &Known) -> Option<When> {
    let text = text.trim();
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    let lower = text.to_lowercase();
    let every = lower.find(" every ").filter(|at| text.is_char_boundary(*at));
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
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for mark in [" to ", "/", "-", "–"] {
        cuts.extend(text.match_indices(mark).map(|(at, _)| (at, at + mark.len())));
    }
    cuts.sort_unstable();
    // A side that ends nowhere: `2024 - `.
    let sides = cuts.into_iter().filter_map(|(end, start)| {
        let (from, to) = (text[..end].trim(), text[start..].trim());
        Some((side(from, format)?, Some(side(to, format)?)))
    });
    let mut sides: Vec<_> = sides.collect();
    (!sides.is_empty()).then(|| sides.swap_remove(0))
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

fn is_time(lower: &str) -> bool {
    let clock = lower.strip_suffix("am").or_else(|| lower.strip_suffix("pm"));
    let digits = clock.unwrap_or(lower).trim();
    let fine = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    match digits.split_once(':') {
        Some((hour, minute)) => fine(hour) && fine(minute),
        None => clock.is_some() && fine(digits),
    }
}

/// A date as such; `None` if it is none.
fn date(text: &str, lower: &str, format: Format) -> Option<Result<Reading, NoDate>> {
    if let Some(found) = era(lower) {
        return Some(found);
    }
    if let Some(found) = week(lower) {
        return Some(found);
    }
    let first = text.split([' ', ',']).next().unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
    if first.contains('/') {
        let parts: Vec<&str> = first.split('/').collect();
        if !parts.iter().all(|part| digits(part)) {
            return None;
        }
        let rest = text[first.len()..].trim_matches([' ', ',']);
        return slashes(text, &parts, rest, format);
    }
    let iso = |text: &str| {
        let parts: Vec<&str> = text.split('T').next().unwrap_or_default().split('-').collect();
        parts.iter().all(|part| digits(part)) && parts.len() <= 3
            && parts[0].len() == 4
            && parts[1..].iter().all(|part| part.len() <= 2)
    };
    if digits(text) {
        let year = format!("{:0>4}", text);
        let year = if year.len() == 5 { format!("Y{text}") } else { year };
        return Some(Dates::default().read(&year));
    }
    let names = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let words: Vec<&str> = lower.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let month = words.iter().take(2).any(|word| names.iter().any(|name| word.starts_with(name)));
    let rest_is_date = words.iter().all(|word| {
        word.bytes().next().is_some_and(|b| b.is_ascii_digit())
            || names.iter().any(|name| word.starts_with(name))
    });
    if !(iso(first) || month && rest_is_date) || words.len() > 5 {
        return None;
    }
    match Dates::default().read(text) {
        Err(NoDate::Empty) => None,
        found => Some(found),
    }
}

/// `3/4/2024`, `4/2024`.
fn slashes(text: &str, parts: &[&str], rest: &str, format: Format) -> Option<Result<Reading, NoDate>> {
    let dates = Dates::default();
    let with_rest = |date: String| format!("{date} {rest}");
    match parts {
        [month, year] if year.len() == 4 && month.len() <= 2 && rest.is_empty() => {
            Some(dates.read(&format!("{year}-{month:0>2}")))
        }
        [first, second, year] if year.len() == 4 && first.len() <= 2 && second.len() <= 2 => {
            let (day, month) = match format.order {
                Order::DayFirst => (first, second),
                Order::MonthFirst => (second, first),
            };
            let mut found = dates.read(with_rest(format!("{year}-{month:0>2}-{day:0>2}")).trim());
            let number = |text: &&str| text.parse::<u8>().unwrap_or_default();
            let either = number(first) <= 12 && number(second) <= 12 && first != second;
            if let Ok(reading) = &mut found
                && either
                && !format.said
            {
                let what = format!(
                    "{} was read with the month first, as markwhen does where no `dateFormat: d/M/y` is given",
                    quoted(text)
                );
                reading.remarks.push((Manner::Ambiguous, what));
                reading.said = Some(text.to_owned());
            }
            Some(found)
        }
        _ => None,
    }
}

/// `44 BC`, `300 CE`.
fn era(lower: &str) -> Option<Result<Reading, NoDate>> {
    let end = lower.find(|c: char| !c.is_ascii_digit())?;
    let year: i64 = lower[..end].parse().ok().filter(|year| *year > 0 && *year < 100_000)?;
    let year = match lower[end..].trim() {
        "bc" | "bce" => 1 - year,
        "ad" | "ce" => year,
        _ => return None,
    };
    let text = match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        year => format!("Y{year}"),
    };
    text.parse().ok().map(|when| Ok(Reading::plain(when)))
}

/// `2024-W10`, `2024-W10-3`: ISO 8601.
fn week(lower: &str) -> Option<Result<Reading, NoDate>> {
    let (year, rest) = lower.split_once('w')?;
    let year: i64 = year.trim_end_matches('-').parse().ok().filter(|year| (1000..10_000).contains(year))?;
    let digits: String = rest.chars().filter(|c| *c != '-').collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !(2..=3).contains(&digits.len()) {
        return None;
    }
    let week: i64 = digits[..2].parse().ok()?;
    let day: Option<i64> = digits[2..].parse().ok();
    // 4 January is always in the first week; 1970-01-01 was a Thursday.
    let fourth = Day::new(year, 1, 4)?.number();
    let monday = fourth - (fourth + 3).rem_euclid(7) + (week - 1) * 7;
    let days = |from, to| Some((Day::from_number(from)?, Day::from_number(to)?));
    let thursday = Day::from_number(monday + 3)?;
    if thursday.year() != year || !(0..=7).contains(&day.unwrap_or(1)) || day == Some(0) {
        return Some(Err(refused(Manner::Impossible, "is a week or day that there is not", lower)));
    }
    let text = match day {
        Some(day) => Day::from_number(monday + day - 1)?.to_string(),
        None => {
            let (from, to) = days(monday, monday + 6)?;
            format!("{from}/{to}")
        }
    };
    text.parse().ok().map(|when| Ok(Reading::plain(when)))
}

/// `3 weeks`, `1 month, 2 days`.
fn length(lower: &str) -> Option<Length> {
    let mut rest = lower.trim();
    let mut length = Length::default();
    let mut any = false;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..end].parse().ok().filter(|number| *number < 1_000_000)?;
        rest = rest[end..].trim_start();
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        match &rest[..end] {
            "d" | "day" | "days" => length.days += number,
            "w" | "week" | "weeks" => length.days += number * 7,
            "month" | "months" => length.months += number,
            "y" | "year" | "years" => length.months += number * 12,
            "h" | "hour" | "hours" | "min" | "mins" | "minute" | "minutes" | "s" | "sec"
            | "secs" | "second" | "seconds" | "ms" | "milliseconds" => length.vague = true,
            // Which days people work is not known.
            "work" | "business" | "weekday" | "weekdays" | "workdays" => {
                length.vague = true;
                rest = rest[end..].trim_start();
                let word = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
                rest = rest[word..].trim_start_matches([' ', ',']);
                any = true;
                continue;
            }
            _ => return None,
        }
        any = true;
        rest = rest[end..].trim_start_matches([' ', ',']);
    }
    any.then_some(length)
}

/// `after !id 3 weeks`, `before !id`, `!id`, `!id.end + 2 days`.
fn beside(text: &str, lower: &str) -> Option<Side> {
    let word = ["before", "after", "by"].into_iter().find(|word| {
        lower.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '!', '.']))
    });
    let rest = text.get(word.map_or(0, str::len)..)?.trim_start();
    let (id, rest) = match rest.strip_prefix('!') {
        Some(rest) => {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || "_.".contains(c))).unwrap_or(rest.len());
            (Some(rest[..end].to_owned()), rest[end..].trim_start())
        }
        None if word.is_some() => (None, rest),
        None => return None,
    };
    let rest = rest.trim_start_matches("plus").trim_start_matches('+').trim();
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
        Side::Now => Err(refused(Manner::Partly, "depends on the day on which it is read", text)),
        Side::Time => Err(refused(Manner::Partly, "is a time of a day that is not named", text)),
        Side::Length(length) => {
            let base = known.last.ok_or_else(|| no_base(text))?;
            worked_out(text, base.end, Some(length))
        }
        Side::Beside { before, id, length } => {
            let base = base(known, id.as_deref(), text)?;
            let length = length.ok_or_else(|| refused(Manner::Partly, "does not say how long", text))?;
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
        Side::Beside { before: false, id, length } => {
            let base = base(known, id.as_deref(), text)?;
            let from = match length {
                Some(length) => length.after(base.end),
                None => Some(base.end),
            };
            (None, Some(from.ok_or_else(|| no_base(text))?))
        }
        _ => return Err(refused(Manner::Partly, "cannot be worked out from what the file gives", text)),
    };
    let started = || match (&first, from) {
        (Some(found), _) => Ok(found.clone()),
        (None, Some(from)) => from.to_string().parse().map(Reading::plain).map_err(|_| no_base(text)),
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
            let what = format!("the end of {} is the day on which it is read: it was taken as having no end, `{}`", quoted(text), start.when);
            start.remarks.push((Manner::Assumed, what));
            start.said = Some(text.to_owned());
            Ok(start)
        }
        Side::Length(length) => match from {
            Some(from) if !length.vague => worked_out(text, from, Some(length)),
            _ => {
                let mut start = started()?;
                let what = format!("the end of {} was left out: its start is not known to the day, or its length is not of whole days", quoted(text));
                start.remarks.push((Manner::Partly, what));
                start.said = Some(text.to_owned());
                Ok(start)
            }
        },
        Side::Beside { .. } | Side::Time => {
            let mut start = started()?;
            let what = format!("the end of {} cannot be worked out, and was left out", quoted(text));
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
                "start" => Span { end: span.start, ..span },
                "end" => Span { start: span.end, ..span },
                _ => span,
            })
        }
    };
    found.ok_or_else(|| no_base(text))
}

fn worked_out(text: &str, from: Day, length: Option<Length>) -> Result<Reading, NoDate> {
    let to = length.filter(|length| !length.vague).and_then(|length| length.after(from));
    match to {
        Some(to) => computed(text, from, to),
        None => Err(refused(Manner::Partly, "is no length of whole days", text)),
    }
}

/// From a day to the first day that is no longer in it.
fn computed(text: &str, from: Day, to: Day) -> Result<Reading, NoDate> {
    let last = to.pred().filter(|last| *last >= from).unwrap_or(from);
    let date = if last == from { from.to_string() } else { format!("{from}/{last}") };
    let when: Edtf = date.parse().map_err(|_| no_base(text))?;
    let what = format!("{} was worked out: `{when}`", quoted(text));
    Ok(Reading {
        when,
        said: Some(text.to_owned()),
        remarks: vec![(Manner::Assumed, what)],
    })
}

impl Length {
    fn after(self, day: Day) -> Option<Day> {
        moved(day, self.months, self.days)
    }

    fn before(self, day: Day) -> Option<Day> {
        (!self.vague).then(|| moved(day, -self.months, -self.days))?
    }
}

/// A day so many months and days on; nothing where a month has no such day.
fn moved(day: Day, months: i64, days: i64) -> Option<Day> {
    let all = day.year() * 12 + i64::from(day.month()) - 1 + months;
    let month = u8::try_from(all.rem_euclid(12) + 1).ok()?;
    let day = Day::new(all.div_euclid(12), month, day.day())?;
    Day::from_number(day.number() + days)
}

fn no_base(text: &str) -> NoDate {
    refused(Manner::Partly, "leans on another event whose days are not known", text)
}

fn refused(manner: Manner, why: &str, said: &str) -> NoDate {
    NoDate::Refused {
        manner,
        what: format!("{} {why}", quoted(said)),
        said: said.to_owned(),
    }
}
