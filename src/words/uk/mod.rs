//! Ukrainian.
//!
//! A date alone is in the nominative, «квітень 2024 року»; after a preposition it is
//! declined, «до квітня», «між квітнем та травнем»; after a verb it tells when, «сказано у
//! квітні». What is in doubt is noted with adverbs, which need not agree with anything.
//!
//! Years up to 0 are worded «до н. е.», which has no year 0; years 1 to 999 have «н. е.»,
//! lest they be taken for something else. A year beyond four digits is worded by its
//! number, «рік −170 000 000».
//!
//! «Та» joins words, not «і»: it is right after any sound and before any. A span is
//! joined with a dash, without spaces between numbers, with spaces between words.

mod archive;
mod builder;
mod cite;
mod date;
mod downloads;
mod grammar;
mod interface;
mod lessons;
mod lists;
mod number;
mod practice;

use super::number::Notation;
use super::{Common, Group, Language, Span, Years, common, groups};
use crate::edtf::{
    DateTime, Day, Edtf, End, Expression, Grouping, Interval, Member, Offset, Point, Precision,
    Set, SetKind,
};
use date::{alone, bare, doubted, half, noted, number_of, of_year, quarter, shared_era};
use grammar::{
    Case, MONTHS, YEAR, YEARS, after_vowel, declined, list, month, one_of, since, within,
};

/// How Ukrainian writes numbers: a decimal comma, and between groups of three digits a
/// space at which no line breaks.
const NOTATION: Notation = Notation {
    group: "\u{a0}",
    point: ",",
};

/// The Ukrainian language.
pub(super) struct Ukrainian;

impl Language for Ukrainian {
    fn code(&self) -> &'static str {
        "uk"
    }

    fn name(&self) -> &'static str {
        "українська"
    }

    fn date(&self, edtf: &Edtf) -> String {
        worded(edtf, Case::Nominative)
    }

    fn when(&self, edtf: &Edtf) -> String {
        worded(edtf, Case::When)
    }

    fn day(&self, day: Day) -> String {
        let of_year = of_year(&Years::One(day.year()));
        let month = month(day.month(), Case::Genitive);
        format!("{} {month} {of_year}", day.day())
    }

    fn countries(&self) -> &'static str {
        include_str!("countries.txt")
    }

    fn month_name(&self, month: u8) -> &'static str {
        usize::from(month)
            .checked_sub(1)
            .and_then(|index| MONTHS.get(index))
            .map_or("", |[name, ..]| name)
    }
}

fn worded(edtf: &Edtf, case: Case) -> String {
    match edtf.expression() {
        Expression::Date(date) => alone(&Point::Date(*date), case),
        Expression::Season(season) => alone(&Point::Season(*season), case),
        Expression::Year(year) => alone(&Point::Year(*year), case),
        Expression::DateTime(moment) => date_time(moment, case),
        Expression::Interval(interval) => self::interval(interval, case),
        Expression::Set(set) => self::set(set, case),
    }
}

/// The time for which an office was held.
fn term(from: Option<&Edtf>, to: Option<&Edtf>) -> Option<String> {
    let point = |edtf: &Edtf| edtf.expression().point();
    let end = |edtf: Option<&Edtf>| edtf.and_then(point).map_or(End::Open, End::Point);
    let (from_point, to_point) = (from.and_then(point), to.and_then(point));
    if from.is_some() == from_point.is_some() && to.is_some() == to_point.is_some() {
        return match (from_point, to_point) {
            (None, None) => None,
            (Some(from), None) => Some(since(&doubted(&from, Case::Genitive))),
            (None, Some(to)) => Some(format!("до {}", doubted(&to, Case::Genitive))),
            (Some(_), Some(_)) => Some(interval(
                &Interval {
                    start: end(from),
                    end: end(to),
                },
                Case::Nominative,
            )),
        };
    }
    // A set or an interval cannot be declined.
    let words = |name: &str, edtf: &Edtf| format!("{name} – {}", worded(edtf, Case::Nominative));
    let from = from.map(|from| words("початок", from));
    let to = to.map(|to| words("кінець", to));
    Some(
        [from, to]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
    )
}

fn date_time(moment: &DateTime, case: Case) -> String {
    let day = bare(&Point::Date(moment.date), Case::Nominative);
    let time = moment.time;
    let second = match time.second {
        0 => String::new(),
        second => format!(":{second:02}"),
    };
    let offset = match time.offset {
        None => "за місцевим часом".to_owned(),
        Some(Offset::Utc) => "UTC".to_owned(),
        Some(Offset::Shift { minutes, .. }) => {
            let sign = if minutes < 0 { "−" } else { "+" };
            let size = minutes.unsigned_abs();
            format!("UTC{sign}{:02}:{:02}", size / 60, size % 60)
        }
    };
    let at = match (case, time.hour) {
        (Case::When, 11) => " об",
        (Case::When, _) => " о",
        _ => ",",
    };
    format!(
        "{day}{at} {:02}:{:02}{second} ({offset})",
        time.hour, time.minute
    )
}

fn interval(interval: &Interval, case: Case) -> String {
    let from = |point: &Point| since(&doubted(point, Case::Genitive));
    let until = |point: &Point| {
        let end = bare(point, Case::Genitive);
        let included = if point.has_unspecified() {
            ""
        } else {
            " включно"
        };
        format!("до {}", noted(&format!("{end}{included}"), point))
    };
    match (&interval.start, &interval.end) {
        (End::Point(start), End::Point(end)) if start == end && start.is_plain() => {
            bare(start, case)
        }
        (End::Point(start), End::Point(end)) => span(start, end, case),
        (End::Point(start), End::Open) => format!("починаючи {}", from(start)),
        (End::Point(start), End::Unknown) => format!("{}, кінець невідомий", from(start)),
        (End::Open, End::Point(end)) => format!("{}, без визначеного початку", until(end)),
        (End::Unknown, End::Point(end)) => format!("{}, початок невідомий", until(end)),
        (End::Open | End::Unknown, End::Open | End::Unknown) => "у невідомий час".to_owned(),
    }
}

/// All from the one date to the other: «2–5 квітня 2024 року», or with prepositions where
/// the two have nothing in common.
fn span(start: &Point, end: &Point, case: Case) -> String {
    let points = [start, end];
    match what_is_common(&points) {
        Common::Nothing => {
            let end = doubted(end, Case::Genitive);
            format!("{} до {end}", since(&doubted(start, Case::Genitive)))
        }
        Common::Year => members(&points, case, Number::Many).join(" – "),
        Common::Month | Common::Years => members(&points, case, Number::Many).join("–"),
    }
}

/// Whether several dates are meant, or one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    One,
    Many,
}

/// What dates have in common. Years have no more than a noun, and that only if they are
/// of one era and have not so many digits that the noun comes first.
fn what_is_common(points: &[&Point]) -> Common {
    let years: Vec<i64> = points.iter().filter_map(|point| year_of(point)).collect();
    match common(points.iter().copied()) {
        Common::Years if shared_era(years).is_none() => Common::Nothing,
        common => common,
    }
}

fn year_of(point: &Point) -> Option<i64> {
    point.days().map(|(first, _)| first.year())
}

/// Dates, each but the last without what they have in common.
fn members(points: &[&Point], case: Case, number: Number) -> Vec<String> {
    let common = what_is_common(points);
    let days = points.iter().filter_map(|point| point.days());
    let firsts: Vec<Day> = days.map(|(first, _)| first).collect();
    let (Some(last), false) = (firsts.last(), common == Common::Nothing) else {
        return points.iter().map(|point| doubted(point, case)).collect();
    };
    let inside = if case == Case::When {
        Case::Locative
    } else {
        case
    };
    let of_days = points
        .iter()
        .any(|point| point.precision() == Precision::Day);
    let mut words: Vec<String> = firsts
        .iter()
        .map(|day| match common {
            Common::Years => number_of(day.year()),
            Common::Month => day.day().to_string(),
            _ if of_days => format!("{} {}", day.day(), month(day.month(), Case::Genitive)),
            _ => month(day.month(), inside),
        })
        .collect();
    let rest = match common {
        Common::Years => {
            let noun = if number == Number::Many { YEARS } else { YEAR };
            let era = shared_era(firsts.iter().map(|day| day.year())).unwrap_or_default();
            format!("{}{era}", declined(&[noun], inside))
        }
        Common::Month => {
            let of_year = of_year(&Years::One(last.year()));
            format!("{} {of_year}", month(last.month(), Case::Genitive))
        }
        _ => of_year(&Years::One(last.year())),
    };
    if let Some(last) = words.last_mut() {
        *last = format!("{last} {rest}");
    }
    if let (Case::When, false, Some(first)) = (case, of_days, words.first_mut()) {
        *first = within(first);
    }
    words
}

fn set(set: &Set, case: Case) -> String {
    if let [member] = set.members.as_slice() {
        return match (set.kind, member) {
            (_, Member::Point(point)) => alone(point, case),
            (SetKind::OneOf, Member::Range(from, to)) => one_between(from, to, case),
            (SetKind::OneOf, Member::OnOrBefore(point)) => {
                format!("не пізніше {}", doubted(point, Case::Genitive))
            }
            (SetKind::OneOf, Member::OnOrAfter(point)) => {
                format!("не раніше {}", doubted(point, Case::Genitive))
            }
            (SetKind::AllOf, member) => part_of_set(set.kind, member, case),
        };
    }
    let (conjunction, last_of_all, number) = match set.kind {
        SetKind::OneOf => ("або", "або", Number::One),
        SetKind::AllOf => ("та", "а також", Number::Many),
    };
    let groups: Vec<String> = groups(set)
        .into_iter()
        .map(|group| match group {
            Group::Dates(dates) if dates.len() == 1 => {
                dates.iter().map(|date| doubted(date, case)).collect()
            }
            Group::Dates(dates) => list(&members(&dates, case, number), conjunction),
            Group::Span(member) => part_of_set(set.kind, member, case),
        })
        .collect();
    match groups.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let last = match set.kind {
                SetKind::OneOf => after_vowel(last),
                SetKind::AllOf => last.clone(),
            };
            format!("{}, {last_of_all} {last}", rest.join(", "))
        }
        _ => groups.join(""),
    }
}

/// A range, or an open end, among other members.
fn part_of_set(kind: SetKind, member: &Member, case: Case) -> String {
    let words = |point: &Point| doubted(point, case);
    match (kind, member) {
        (_, Member::Point(point)) => words(point),
        (SetKind::OneOf, Member::Range(from, to)) => one_between(from, to, case),
        (SetKind::OneOf, Member::OnOrBefore(point)) => format!("{} чи раніше", words(point)),
        (SetKind::OneOf, Member::OnOrAfter(point)) => format!("{} чи пізніше", words(point)),
        (SetKind::AllOf, Member::Range(from, to)) => span(from, to, case),
        (SetKind::AllOf, Member::OnOrBefore(point)) => {
            format!("{} та всі попередні {}", words(point), units(point))
        }
        (SetKind::AllOf, Member::OnOrAfter(point)) => {
            format!("{} та всі наступні {}", words(point), units(point))
        }
    }
}

/// One date of a range: by the name of the span where it has one.
fn one_between(from: &Point, to: &Point, case: Case) -> String {
    let between = || {
        let ends = list(
            &members(&[from, to], Case::Instrumental, Number::Many),
            "та",
        );
        format!("між {ends}")
    };
    let Some(span) = Span::between(from, to) else {
        return between();
    };
    let months = |year| of_year(&Years::One(year));
    match (span, from.precision()) {
        (_, Precision::Year | Precision::SubYear) if from != to => between(),
        (_, Precision::Year | Precision::SubYear) | (Span::Month { .. }, Precision::Month) => {
            bare(from, case)
        }
        (Span::Day(day), _) => Ukrainian.day(day),
        (Span::Month { year, month }, _) => {
            let month = grammar::month(month, Case::Genitive);
            one_of(&format!("днів {month} {}", months(year)), case)
        }
        (
            Span::HalfMonth {
                year,
                month,
                half: number,
            },
            _,
        ) => {
            let month = grammar::month(month, Case::Genitive);
            half(number, &format!("{month} {}", months(year)), case)
        }
        (
            Span::Quarter {
                year,
                quarter: number,
            },
            _,
        ) => quarter(number, year, case),
        (Span::HalfYear { year, half: number }, _) => half(number, &months(year), case),
        (Span::Year(year), Precision::Month) => one_of(&format!("місяців {}", months(year)), case),
        (Span::Year(year), _) => one_of(&format!("днів {}", months(year)), case),
        (Span::Other { .. }, _) => between(),
    }
}

fn units(point: &Point) -> &'static str {
    match (point.precision(), point) {
        (Precision::Year, _) => "роки",
        (Precision::Month, _) => "місяці",
        (Precision::Day, _) => "дні",
        (Precision::SubYear, Point::Season(season)) => match season.grouping {
            Grouping::Season(..) => "пори року",
            Grouping::Quarter(_) => "квартали",
            Grouping::Quadrimester(_) => "третини",
            Grouping::Semestral(_) => "половини",
        },
        (Precision::SubYear, _) => "частини року",
    }
}
