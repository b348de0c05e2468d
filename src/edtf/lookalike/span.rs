//! What to write for a time, a bound, a span or a choice that a phrase gives.

use super::notation::FOUR_DIGITS;
use super::when::{Part, When};
use super::{days, valid, weeks, write};
use crate::edtf::error::{ErrorKind, shown};
use crate::edtf::parse::strict;
use crate::edtf::{Day, days_in_month};

/// What is to be written, and what the text is, if that is not plain.
pub(super) struct Advice {
    pub(super) how: Option<&'static str>,
    pub(super) help: String,
}

impl Advice {
    fn new(help: impl Into<String>) -> Self {
        Self {
            how: None,
            help: help.into(),
        }
    }

    fn with(self, how: &'static str) -> Self {
        Self {
            how: Some(how),
            ..self
        }
    }
}

/// On which side of a date, and whether the date itself is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bounded {
    Before,
    By,
    Until,
    After,
    NotBefore,
    Since,
}

/// One time.
pub(super) fn one(time: &When) -> Option<Advice> {
    if let Some(advice) = year_missing(time) {
        return Some(advice);
    }
    if let Some(part) = time.part {
        return part_of(time, part);
    }
    if let Some(number) = time.week {
        return week(time, number);
    }
    let text = time.text()?;
    if let Err(error) = strict(&text) {
        // A day that is in no calendar.
        let reason = error
            .help()
            .filter(|_| error.kind() == ErrorKind::DayOfMonth)?;
        return Some(Advice::new(format!("it would be `{text}`, but {reason}")));
    }
    let write = write(&text);
    Some(match (&time.otherwise, time.code, time.year) {
        (Some(_), ..) if time.approximate || time.uncertain => return None,
        (Some(other), ..) => {
            let first = time.written.as_deref()?.replace('X', "0");
            Advice::new(format!(
                "{write} for the ten years from {first}, `{other}` for the hundred"
            ))
        }
        (None, Some(24), Some(year)) if !time.two_years && text == format!("{year:04}-24") => {
            let (next, last) = (year + 1, year - 1);
            let before = valid(format!("{last:04}-24"))?;
            Advice::new(format!(
                "{write} for December {year} to February {next}, `{before}` for the winter before"
            ))
        }
        _ if time.before_christ && time.year != Some(0) => {
            Advice::new(format!("{write}: the year 1 BC is `0000`"))
        }
        _ => Advice::new(write),
    })
}

/// What is said where the year is not given, or not in full.
fn year_missing(time: &When) -> Option<Advice> {
    if time.short_year && time.year.is_none() {
        return Some(Advice::new(FOUR_DIGITS).with("has a year of two digits"));
    }
    if time.has_year() || time.short_year {
        return None;
    }
    let example = When {
        year: Some(2024),
        part: None,
        ..time.clone()
    };
    let example = example.expression()?;
    (example.len() > 4).then_some(())?;
    let help = format!("add the year, as in `{example}`");
    Some(Advice::new(help).with("has no year"))
}

/// A part of a time: its early days, its first half.
fn part_of(time: &When, part: Part) -> Option<Advice> {
    let whole = When {
        part: None,
        ..time.clone()
    };
    let base = whole.expression()?;
    let plain = |text: String| valid(text).map(|text| Advice::new(write(&text)));
    if let (true, Some(year), Some(month)) = (whole.is_month(), whole.year, whole.month) {
        let length = days_in_month(year, month);
        let (first, last) = match part {
            Part::Early => (1, 10),
            Part::Mid => (11, 20),
            Part::Late => (21, length),
            Part::Half(1) => (1, 15),
            Part::Half(_) => (16, length),
            Part::Week(6) => (length.saturating_sub(6), length),
            Part::Week(number) => (number * 7 - 6, (number * 7).min(length)),
        };
        let first = Day::new(year, month, first)?;
        let last = Day::new(year, month, last)?;
        let set = shown(&valid(format!("[{first}..{last}]"))?);
        if matches!(part, Part::Half(_)) && !time.approximate && !time.uncertain {
            let lasting = shown(&valid(format!("{first}/{last}"))?);
            return Some(Advice::new(format!(
                "write {set}; for something that lasts all that time, {lasting}"
            )));
        }
        return Some(narrowed(&base, "days", &set));
    }
    let third = match part {
        Part::Half(half) if whole.is_year() => {
            return plain(format!("{base}-{}", 39 + half));
        }
        Part::Early => 0,
        Part::Mid => 1,
        Part::Late => 2,
        Part::Half(_) | Part::Week(_) => return None,
    };
    if let Some(decade) = whole.written.as_deref() {
        let first = decade.strip_suffix('X').filter(|rest| rest.len() == 3)?;
        let (from, to) = [(0, 3), (4, 6), (7, 9)].get(third).copied()?;
        let set = shown(&valid(format!("[{first}{from}..{first}{to}]"))?);
        return Some(narrowed(&base, "years", &set));
    }
    if whole.day.is_some() {
        return None;
    }
    let (first, last) = days(&base)?;
    let number = |day: Day| day.year() * 12 + i64::from(day.month()) - 1;
    let length = (number(last) - number(first) + 1) / 3;
    let start = number(first) + length * i64::try_from(third).ok()?;
    let month = |number: i64| {
        let year = number.div_euclid(12);
        let month = u8::try_from(number.rem_euclid(12) + 1).ok()?;
        let month = When {
            month: Some(month),
            ..When::of_year(year)
        };
        month.text()
    };
    let (from, to) = (month(start)?, month(start + length - 1)?);
    let months = if from == to {
        from
    } else {
        format!("[{from}..{to}]")
    };
    let kind = if length == 1 { "month" } else { "months" };
    Some(narrowed(&base, kind, &shown(&valid(months)?)))
}

fn narrowed(base: &str, what: &str, example: &str) -> Advice {
    let is = if what.ends_with('s') { "are" } else { "is" };
    Advice::new(format!(
        "{}, or narrow it to the {what} that {is} meant, such as {example}",
        write(base)
    ))
}

/// A numbered week, or a day of it.
fn week(time: &When, number: u8) -> Option<Advice> {
    let how = "is a numbered week";
    let (monday, sunday) = weeks::week(time.year?, number)?;
    if let Some(day) = time.day {
        let day = Day::from_number(monday.number() + i64::from(day) - 1);
        let day = day.filter(|day| (monday..=sunday).contains(day))?;
        let help = format!("EDTF has no weeks: {}", write(&day.to_string()));
        return Some(Advice::new(help).with("is a day of a numbered week"));
    }
    let both = both_ways(&When::of_day(monday), &When::of_day(sunday))?;
    Some(Advice::new(format!("EDTF has no weeks: {both}")).with(how))
}

/// "before May 2031", "since 3 May 2031".
pub(super) fn bounded(kind: Bounded, time: &When) -> Option<Advice> {
    if let Some(advice) = year_missing(time) {
        return Some(advice);
    }
    let is_end = matches!(kind, Bounded::Before | Bounded::By | Bounded::Until);
    let mut time = time.clone();
    match (time.part, kind) {
        (None, _)
        // To the end of it is to it; from its beginning is from it.
        | (Some(Part::Late), Bounded::By | Bounded::Until)
        | (Some(Part::Early), Bounded::Since | Bounded::NotBefore) => time.part = None,
        _ => return None,
    }
    let date = time.expression()?;
    let set = |date: &str| {
        let text = if is_end {
            format!("[..{date}]")
        } else {
            format!("[{date}..]")
        };
        valid(text).map(|text| shown(&text))
    };
    let set_of_date = set(&date)?;
    Some(Advice::new(match kind {
        Bounded::By | Bounded::NotBefore => format!("write {set_of_date}"),
        Bounded::Before | Bounded::After => {
            let neighbour = time.neighbour(kind == Bounded::After);
            let beyond = neighbour.and_then(|time| set(&time.expression()?));
            let unit = time.unit();
            match beyond {
                Some(beyond) => {
                    let side = if is_end { "before" } else { "after" };
                    format!(
                        "write {set_of_date}; to leave the {unit} itself out, \
                         take the {unit} {side}: {beyond}"
                    )
                }
                None => format!("write {set_of_date}"),
            }
        }
        Bounded::Until | Bounded::Since => {
            let lasting = if is_end {
                format!("../{date}")
            } else {
                format!("{date}/..")
            };
            let lasting = shown(&valid(lasting)?);
            let unit = time.unit();
            format!(
                "for something that lasts, write {lasting}; for a {unit} in that span, {set_of_date}"
            )
        }
    }))
}

/// "2031 to present".
pub(super) fn ongoing(start: &When) -> Option<Advice> {
    let lasting = valid(format!("{}/..", start.expression()?))?;
    Some(Advice::new(write(&lasting)))
}

/// From one time to another, and whether the year of each was given.
pub(super) fn range(ends: [When; 2], given: [bool; 2]) -> Option<Advice> {
    let [mut start, mut end] = ends;
    if start.short_year || end.short_year {
        return Some(Advice::new(FOUR_DIGITS).with("has a year of two digits"));
    }
    if !start.has_year() && !end.has_year() {
        let of_year = |time: &When| When {
            year: Some(2024),
            ..time.clone()
        };
        let (from, to) = (of_year(&start).expression()?, of_year(&end).expression()?);
        let example = valid(format!("{from}/{to}"))?;
        let help = format!("add the year, as in {}", shown(&example));
        return Some(Advice::new(help).with("has no year"));
    }
    // "30 December to 2 January 2032": the year that was not given is another.
    if start.year == end.year && start.month > end.month {
        match given {
            [false, true] => start.year = start.year.map(|year| year - 1),
            [true, false] => end.year = end.year.map(|year| year + 1),
            _ => {}
        }
    }
    both_ways(&start, &end).map(Advice::new)
}

/// A span as all of its time, and as one time in it.
fn both_ways(start: &When, end: &When) -> Option<String> {
    let (from, to) = (start.expression()?, end.expression()?);
    let lasting = shown(&valid(format!("{from}/{to}"))?);
    let same = start.unit() == end.unit() && start.unit() != "time";
    let (unit, set) = if let Some(set) = valid(format!("[{from}..{to}]")).filter(|_| same) {
        (start.unit(), set)
    } else {
        let (first, last) = (days(&from)?.0, days(&to)?.1);
        ("day", valid(format!("[{first}..{last}]"))?)
    };
    Some(format!(
        "for something that lasts, write {lasting}; for a {unit} in that span, {}",
        shown(&set)
    ))
}

/// Some times, of which one is meant, or all.
pub(super) fn list(times: &[When], is_choice: bool) -> Option<Advice> {
    if let Some(advice) = times.iter().find_map(year_missing) {
        return Some(advice);
    }
    let members: Option<Vec<String>> = times.iter().map(When::expression).collect();
    let members = members.filter(|members| members.len() > 1)?.join(",");
    let set = if is_choice {
        format!("[{members}]")
    } else {
        format!("{{{members}}}")
    };
    Some(Advice::new(write(&valid(set)?)))
}
