//! A time in words as far as it is said: some of year, month and day.

use super::{notation, valid};
use crate::edtf::Day;
use crate::edtf::parse::strict;

/// A part of a month, a year or a decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// The first or the second half.
    Half(u8),
    /// A week of a month; the sixth is the last one.
    Week(u8),
}

/// A time, perhaps without its year.
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are independent of each other"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    /// The astronomical year.
    pub(super) year: Option<i64>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// A season or another part of the year, 21 to 41.
    pub(super) code: Option<u8>,
    /// A numbered week of the year.
    pub(super) week: Option<u8>,
    /// What has no year, month and day of its own: `193X`, `2031-05?`.
    pub(super) written: Option<String>,
    /// What it may be as well: `19XX` for the 1900s.
    pub(super) otherwise: Option<String>,
    pub(super) part: Option<Part>,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
    /// Whether its year has two digits, and is not known therefore.
    pub(super) short_year: bool,
    /// Whether it is a winter of which both years are given.
    pub(super) two_years: bool,
    /// Whether the year was counted before Christ.
    pub(super) before_christ: bool,
}

impl When {
    pub(super) fn of_year(year: i64) -> Self {
        Self {
            year: Some(year),
            ..Self::default()
        }
    }

    pub(super) fn of_day(day: Day) -> Self {
        Self {
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
            ..Self::default()
        }
    }

    /// Reads a date in figures: EDTF, or another notation that has one
    /// meaning only.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.contains(['[', '{']) || !text.starts_with(|first: char| !first.is_alphabetic()) {
            return None;
        }
        let text = match strict(text) {
            Ok(expression) => {
                expression.point()?;
                text.to_owned()
            }
            Err(_) if text.contains('-') => return None,
            Err(_) => notation::one_date(text)?,
        };
        let date = text.trim_end_matches(['?', '~', '%']);
        let qualifier = text.get(date.len()..).unwrap_or_default();
        let plain = date
            .bytes()
            .enumerate()
            .all(|(at, byte)| byte.is_ascii_digit() || (at > 0 && byte == b'-'));
        if !plain {
            return Some(Self {
                written: Some(text),
                ..Self::default()
            });
        }
        let second = date.get(5..7).and_then(|digits| digits.parse().ok());
        Some(Self {
            year: date.get(..4)?.parse().ok(),
            month: second.filter(|number| *number <= 12),
            code: second.filter(|number| *number > 12),
            day: date.get(8..).and_then(|digits| digits.parse().ok()),
            approximate: matches!(qualifier, "~" | "%"),
            uncertain: matches!(qualifier, "?" | "%"),
            ..Self::default()
        })
    }

    /// Whether it says what there is to say, but for a year perhaps.
    pub(super) fn is_something(&self) -> bool {
        let parts = [
            self.month.is_some(),
            self.code.is_some(),
            self.week.is_some(),
            self.written.is_some(),
        ];
        match parts.iter().filter(|part| **part).count() {
            0 => self.year.is_some() && self.day.is_none(),
            1 => self.day.is_none() || self.month.is_some() || self.week.is_some(),
            _ => false,
        }
    }

    pub(super) fn has_year(&self) -> bool {
        self.year.is_some() || self.written.is_some()
    }

    pub(super) fn is_month(&self) -> bool {
        self.month.is_some() && self.day.is_none()
    }

    pub(super) fn is_year(&self) -> bool {
        self.year.is_some() && self.is_something() && self.month.is_none() && !self.is_part()
    }

    fn is_part(&self) -> bool {
        self.code.is_some() || self.week.is_some()
    }

    /// As EDTF writes it. It is not parsed yet: there may be no such day.
    pub(super) fn text(&self) -> Option<String> {
        if !self.is_something() || self.short_year || self.week.is_some() {
            return None;
        }
        let date = match (&self.written, self.year) {
            (Some(_), Some(_)) => return None,
            (Some(written), None) => written.clone(),
            (None, year) => {
                let year = year?;
                let sign = if year < 0 { "-" } else { "" };
                let number = year.unsigned_abs();
                let mark = if number > 9999 { "Y" } else { "" };
                let mut parts = vec![format!("{mark}{sign}{number:04}")];
                let others = [self.month.or(self.code), self.day];
                parts.extend(
                    others
                        .into_iter()
                        .flatten()
                        .map(|part| format!("{part:02}")),
                );
                parts.join("-")
            }
        };
        let qualifier = match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        };
        Some(date + qualifier)
    }

    /// As EDTF writes it, where it is one plain time that exists.
    pub(super) fn expression(&self) -> Option<String> {
        let plain = self.part.is_none() && self.otherwise.is_none();
        valid(self.text().filter(|_| plain)?)
    }

    /// The time of the same kind just before it, or just after.
    pub(super) fn neighbour(&self, after: bool) -> Option<Self> {
        if self.is_part() || self.written.is_some() || self.approximate || self.uncertain {
            return None;
        }
        let step = if after { 1 } else { -1 };
        let year = self.year?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                let day = Day::new(year, month, day)?;
                let next = if after { day.succ() } else { day.pred() };
                next.map(Self::of_day)
            }
            (Some(month), None) => {
                let months = year * 12 + i64::from(month) - 1 + step;
                Some(Self {
                    month: u8::try_from(months.rem_euclid(12) + 1).ok(),
                    ..Self::of_year(months.div_euclid(12))
                })
            }
            _ => Some(Self::of_year(year + step)),
        }
    }

    /// What kind of time it is: a day, a month, a year.
    pub(super) fn unit(&self) -> &'static str {
        if self.day.is_some() {
            "day"
        } else if self.month.is_some() {
            "month"
        } else if self.is_part() {
            "time"
        } else {
            "year"
        }
    }
}
