//! English.
//!
//! Years before 1 are worded BC, which has no year 0: the astronomical year
//! 0000 is 1 BC and -0044 is 45 BC. Years 1 to 999 have "AD", lest they be
//! taken for something else. A year beyond four digits is worded by its
//! number, "year −170,000,000": at that scale nobody counts in BC, and the
//! one year of difference would only puzzle.

mod archive;
mod builder;
mod cite;
mod date;
mod downloads;
mod interface;
mod lessons;
mod lists;
mod practice;

use super::number::Notation;
use super::{Choice, Common, Group, Language, Span, Years, common, groups};
use crate::edtf::{
    DateTime, Day, Edtf, End, Expression, Grouping, Interval, Member, Offset, Point, Precision,
    Set, SetKind,
};
use date::{
    Use, bare, cardinal, days_numbered, doubted, in_year, list, month_name, months_named, nth,
    of_year, part_of_year,
};

/// How English writes numbers.
const NOTATION: Notation = Notation {
    group: ",",
    point: ".",
};

/// The English language, as written in Britain.
pub(super) struct English;

impl Language for English {
    fn code(&self) -> &'static str {
        "en"
    }

    fn name(&self) -> &'static str {
        "English"
    }

    fn date(&self, edtf: &Edtf) -> String {
        match edtf.expression() {
            Expression::Date(date) => doubted(&Point::Date(*date), Use::Alone),
            Expression::Season(season) => doubted(&Point::Season(*season), Use::Alone),
            Expression::Year(year) => doubted(&Point::Year(*year), Use::Alone),
            Expression::DateTime(moment) => date_time(moment),
            Expression::Interval(interval) => self::interval(interval),
            Expression::Set(set) => self::set(set),
        }
    }

    fn day(&self, day: Day) -> String {
        let (number, month) = (day.day(), month_name(day.month()));
        format!("{number} {month}{}", of_year(&Years::One(day.year())))
    }

    fn countries(&self) -> &'static str {
        include_str!("countries.txt")
    }

    fn month_name(&self, month: u8) -> &'static str {
        month_name(month)
    }
}

fn date_time(moment: &DateTime) -> String {
    let day = bare(&Point::Date(moment.date), Use::Alone);
    let time = moment.time;
    let second = match time.second {
        0 => String::new(),
        second => format!(":{second:02}"),
    };
    let offset = match time.offset {
        None => "local time".to_owned(),
        Some(Offset::Utc) => "UTC".to_owned(),
        Some(Offset::Shift { minutes, .. }) => {
            let sign = if minutes < 0 { "−" } else { "+" };
            let size = minutes.unsigned_abs();
            format!("UTC{sign}{:02}:{:02}", size / 60, size % 60)
        }
    };
    format!(
        "{day}, {:02}:{:02}{second} ({offset})",
        time.hour, time.minute
    )
}

fn interval(interval: &Interval) -> String {
    let inside = |point: &Point| doubted(point, Use::Inside);
    match (&interval.start, &interval.end) {
        (End::Point(start), End::Point(end)) if start == end && start.is_plain() => {
            bare(start, Use::Alone)
        }
        (End::Point(start), End::Point(end)) if start.is_plain() && end.is_plain() => {
            let (start, end) = pair(start, end);
            format!("{start} to {end}")
        }
        (End::Point(start), End::Point(end)) => {
            format!("from {} to {}", inside(start), inside(end))
        }
        (End::Point(start), End::Open) => format!("from {} on", inside(start)),
        (End::Point(start), End::Unknown) => format!("from {}, end unknown", inside(start)),
        (End::Open, End::Point(end)) => format!("until {}, with no start", inside(end)),
        (End::Unknown, End::Point(end)) => format!("until {}, start unknown", inside(end)),
        (End::Open | End::Unknown, End::Open | End::Unknown) => "at an unknown time".to_owned(),
    }
}

/// Two dates, the first without what they have in common.
fn pair(first: &Point, last: &Point) -> (String, String) {
    let shortened = shortened(first, common([first, last]));
    (shortened, doubted(last, Use::Inside))
}

/// A date without what it has in common with one that follows.
fn shortened(point: &Point, common: Common) -> String {
    let Point::Date(date) = point else {
        return doubted(point, Use::Inside);
    };
    match (common, Choice::of_months(date), Choice::of_days(date)) {
        (Common::Month, _, Some(days)) => days_numbered(&days, cardinal),
        (Common::Year, Some(months), Some(days)) => {
            let (days, months) = (days_numbered(&days, cardinal), months_named(&months));
            format!("{days} {months}")
        }
        (Common::Year, Some(months), None) => months_named(&months),
        _ => doubted(point, Use::Inside),
    }
}

fn set(set: &Set) -> String {
    if let [member] = set.members.as_slice() {
        return match (set.kind, member) {
            (_, Member::Point(point)) => doubted(point, Use::Alone),
            (SetKind::OneOf, Member::Range(from, to)) => one_between(from, to, Use::Alone),
            (SetKind::OneOf, Member::OnOrBefore(point)) => {
                let (on, date) = (preposition(point), doubted(point, Use::Inside));
                format!("{on} or before {date}")
            }
            (SetKind::OneOf, Member::OnOrAfter(point)) => {
                let (on, date) = (preposition(point), doubted(point, Use::Inside));
                format!("{on} or after {date}")
            }
            (SetKind::AllOf, member) => part_of_set(set.kind, member),
        };
    }
    let conjunction = match set.kind {
        SetKind::OneOf => "or",
        SetKind::AllOf => "and",
    };
    let groups: Vec<String> = groups(set)
        .into_iter()
        .map(|group| match group {
            Group::Dates(dates) => several(&dates, conjunction),
            Group::Span(member) => part_of_set(set.kind, member),
        })
        .collect();
    match groups.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{}, {conjunction} {last}", rest.join(", "))
        }
        _ => groups.join(""),
    }
}

fn several(points: &[&Point], conjunction: &str) -> String {
    let common = common(points.iter().copied());
    let last = points.len().saturating_sub(1);
    let words: Vec<String> = points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let common = if index == last {
                Common::Nothing
            } else {
                common
            };
            shortened(point, common)
        })
        .collect();
    list(&words, conjunction)
}

/// A range, or an open end, among other members.
fn part_of_set(kind: SetKind, member: &Member) -> String {
    let inside = |point: &Point| doubted(point, Use::Inside);
    match (kind, member) {
        (_, Member::Point(point)) => inside(point),
        (SetKind::OneOf, Member::Range(from, to)) => one_between(from, to, Use::Inside),
        (SetKind::OneOf, Member::OnOrBefore(point)) => format!("{} or earlier", inside(point)),
        (SetKind::OneOf, Member::OnOrAfter(point)) => format!("{} or later", inside(point)),
        (SetKind::AllOf, Member::Range(from, to)) => {
            let (from, to) = pair(from, to);
            format!("{from} to {to}")
        }
        (SetKind::AllOf, Member::OnOrBefore(point)) => {
            format!("{} and all earlier {}", inside(point), units(point))
        }
        (SetKind::AllOf, Member::OnOrAfter(point)) => {
            format!("{} and all later {}", inside(point), units(point))
        }
    }
}

/// One date of a range: by the name of the span where it has one.
fn one_between(from: &Point, to: &Point, place: Use) -> String {
    let between = || {
        let (from, to) = pair(from, to);
        format!("between {from} and {to}")
    };
    let Some(span) = Span::between(from, to) else {
        return between();
    };
    match (span, from.precision()) {
        (_, Precision::Year | Precision::SubYear) if from != to => between(),
        (_, Precision::Year | Precision::SubYear) | (Span::Month { .. }, Precision::Month) => {
            bare(from, place)
        }
        (Span::Day(day), _) => English.day(day),
        (Span::Month { year, month }, _) => {
            let of_year = of_year(&Years::One(year));
            format!("a day in {}{of_year}", month_name(month))
        }
        (Span::HalfMonth { year, month, half }, _) => {
            let of_year = of_year(&Years::One(year));
            place.the(&format!(
                "{} half of {}{of_year}",
                nth(half),
                month_name(month)
            ))
        }
        (Span::Quarter { year, quarter }, _) => {
            part_of_year(nth(quarter), "quarter", &Years::One(year), place)
        }
        (Span::HalfYear { year, half }, _) => {
            part_of_year(nth(half), "half", &Years::One(year), place)
        }
        (Span::Year(year), Precision::Month) => format!("a month{}", in_year(&Years::One(year))),
        (Span::Year(year), _) => format!("a day{}", in_year(&Years::One(year))),
        (Span::Other { .. }, _) => between(),
    }
}

/// "on" a day, "in" a month.
fn preposition(point: &Point) -> &'static str {
    match point.precision() {
        Precision::Day => "on",
        _ => "in",
    }
}

fn units(point: &Point) -> &'static str {
    match (point.precision(), point) {
        (Precision::Year, _) => "years",
        (Precision::Month, _) => "months",
        (Precision::Day, _) => "days",
        (Precision::SubYear, Point::Season(season)) => match season.grouping {
            Grouping::Season(..) => "seasons",
            Grouping::Quarter(_) => "quarters",
            _ => "parts of a year",
        },
        (Precision::SubYear, _) => "parts of a year",
    }
}
