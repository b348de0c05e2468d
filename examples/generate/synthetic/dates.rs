//! The days on which things happen, and how vaguely they are told.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::chance::Chance;

/// Over how many days ten thousand events go: fourteen years.
const SPAN_OF_TEN_THOUSAND: usize = 14 * 365;

/// When each event becomes news.
pub(super) struct Calendar {
    /// The day of each event, in order.
    pub(super) days: Vec<NaiveDate>,
    /// The last day of all.
    pub(super) last: NaiveDate,
}

impl Calendar {
    /// Four times as many events go over twice as many years, and come thicker towards
    /// the end.
    pub(super) fn of(events: usize, chance: &mut Chance) -> Self {
        const ONE: usize = 1 << 20;
        let last = NaiveDate::from_ymd_opt(2024, 6, 28).unwrap_or_default();
        let span = SPAN_OF_TEN_THOUSAND * (events * 10_000).isqrt() / 10_000;
        let first = last - days(span);
        let mut all: Vec<_> = (0..events)
            .map(|number| {
                let even = (number + 1) * ONE / events;
                let thicker = (even * ONE).isqrt();
                let day = first + days((even + thicker) * span / (2 * ONE));
                let to_monday = match day.weekday() {
                    Weekday::Sat => 2,
                    Weekday::Sun => 1,
                    _ => 0,
                };
                let moved = if chance.mille(750) { to_monday } else { 0 };
                (day + days(moved)).min(last)
            })
            .collect();
        all.sort_unstable();
        Calendar { days: all, last }
    }

    /// The first day.
    pub(super) fn first(&self) -> NaiveDate {
        self.days.first().copied().unwrap_or(self.last)
    }
}

/// So many days.
pub(super) fn days(number: usize) -> Days {
    Days::new(number as u64)
}

/// A date as a report tells it: the expression, and with what a file's name begins.
pub(super) struct Told {
    pub(super) edtf: String,
    pub(super) prefix: String,
    /// The report's own words.
    pub(super) words: Option<&'static str>,
}

impl Told {
    fn new(edtf: String, prefix: String) -> Self {
        Told {
            edtf,
            prefix,
            words: None,
        }
    }
}

/// A day that is known.
pub(super) fn exactly(day: NaiveDate) -> Told {
    Told::new(day.to_string(), day.to_string())
}

/// How the day of something that has happened is told: mostly as it is, else in every way
/// that the format knows. None of them begins after the day.
pub(super) fn happened(day: NaiveDate, chance: &mut Chance) -> Told {
    let (year, month) = (day.year(), day.month());
    let of_year = format!("{year:04}");
    let of_month = format!("{year:04}-{month:02}");
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(day);
    let before = |days| day - TimeDelta::days(days);
    let after = |days| day + TimeDelta::days(days);
    let vague = |edtf: String, words| Told {
        words: Some(words),
        ..Told::new(edtf, of_year.clone())
    };
    if chance.mille(790) {
        let words = chance.mille(250).then(|| weekday(day));
        return Told {
            words,
            ..exactly(day)
        };
    }
    let in_month = |edtf: String| Told::new(edtf, of_month.clone());
    match chance.below(100) {
        0..20 => in_month(of_month.clone()),
        20..30 => vague(format!("[{}..{day}]", before(6)), "last week"),
        30..38 => vague(format!("{}/{}", before(2), after(1)), "over four days"),
        38..46 => vague(format!("[..{day}]"), "recently"),
        46..53 => Told::new(format!("{day}~"), of_month),
        53..60 => Told::new(format!("{day}?"), of_month),
        60..63 => Told::new(format!("{day}%"), of_month),
        63..67 => vague(
            format!("[{},{day}]", before(1)),
            "on one of two days in a row",
        ),
        67..70 => vague(
            format!("{{{},{day}}}", before(7)),
            "on two days, a week apart",
        ),
        70..74 => in_month(format!("{day}T{:02}:30:00Z", chance.between(6, 20))),
        74..77 => in_month(format!("{first}/..")),
        77..79 => vague(format!("../{day}"), "until then"),
        79..81 => vague(format!("/{day}"), "until then"),
        81..83 => in_month(format!("{first}/")),
        83..85 => in_month(format!("[{first}..]")),
        85..88 => vague(
            format!("{year:04}-{:02}", 33 + day.month0() / 3),
            "in that quarter",
        ),
        88..90 => vague(
            format!("{year:04}-{:02}", 40 + day.month0() / 6),
            "in that half of the year",
        ),
        90..92 => in_month(format!("{of_month}-XX")),
        92..93 => vague(format!("{year:04}-XX"), "some time that year"),
        93..95 => in_month(format!("{of_month}-?{:02}", day.day())),
        95..96 => in_month(format!("{of_month}~-{:02}", day.day())),
        96..97 => vague(of_year.clone(), "that year"),
        97..98 => vague(format!("{of_year}~"), "about then"),
        98..99 => vague(format!("{:03}X", year / 10), "in that decade"),
        _ => vague(format!("{of_year}S3"), "in those years"),
    }
}

/// How the day of something that is to come is told.
pub(super) fn to_come(day: NaiveDate, chance: &mut Chance) -> Told {
    let (year, month) = (day.year(), day.month());
    let of_month = format!("{year:04}-{month:02}");
    let of_year = format!("{year:04}");
    let end = day + days(chance.between(1, 20));
    match chance.below(10) {
        0..4 => exactly(day),
        4..6 => Told::new(format!("[{day}..{end}]"), of_year),
        6 => Told::new(format!("{day}/{end}"), of_year),
        7 => Told::new(format!("{day}~"), of_month),
        8 => Told::new(format!("{day}?"), of_month),
        _ => Told::new(format!("[{day}..]"), of_year),
    }
}

/// The last quarter that has begun, as a period of figures.
pub(super) fn quarter(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), 33 + day.month0() / 3)
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "on Monday",
        Weekday::Tue => "on Tuesday",
        Weekday::Wed => "on Wednesday",
        Weekday::Thu => "on Thursday",
        Weekday::Fri => "on Friday",
        Weekday::Sat => "on Saturday",
        Weekday::Sun => "on Sunday",
    }
}
