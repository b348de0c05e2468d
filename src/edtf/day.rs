//! One day of the proleptic Gregorian calendar, over a very long range of
//! years.

use std::fmt;

/// Days in 400 years, after which the calendar repeats.
const CYCLE_DAYS: i64 = 146_097;
/// Days from 0001-01-01 to 1970-01-01.
const EPOCH: i64 = 719_162;

/// A day of the proleptic Gregorian calendar: the calendar of ISO 8601, in
/// which the rules of 1582 hold for all time.
///
/// Years are astronomical: 0 is the year before 1 (1 BC), −1 the year before
/// that (2 BC). They reach [`Day::MAX_YEAR`] on both sides, so that every day
/// has a [`number`](Day::number) that fits an `i64`.
///
/// Days are ordered in time. `Display` writes ISO 8601: `2024-04-02`,
/// `-0044-03-15`, and the expanded form with a sign beyond four digits,
/// `+170000002-01-01`.
#[allow(clippy::struct_field_names, reason = "it is the day of the month")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i64,
    month: u8,
    day: u8,
}

impl Day {
    /// The last year that is represented; its negative is the first.
    pub const MAX_YEAR: i64 = 9_999_999_999_999_999;

    /// The day of that year, month (1 to 12) and day of month (from 1), or
    /// `None` where the calendar has no such day or the year is out of range.
    #[must_use]
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let valid = (-Self::MAX_YEAR..=Self::MAX_YEAR).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        valid.then_some(Self { year, month, day })
    }

    /// The astronomical year.
    #[must_use]
    pub fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The number of days since 1970-01-01, negative before it.
    #[must_use]
    pub fn number(self) -> i64 {
        let months: i64 = (1..self.month)
            .map(|month| i64::from(days_in_month(self.year, month)))
            .sum();
        days_before_year(self.year) - EPOCH + months + i64::from(self.day) - 1
    }

    /// The day with that [`number`](Day::number), or `None` where its year is
    /// beyond [`Day::MAX_YEAR`].
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        let days = number.checked_add(EPOCH)?;
        let cycle = days.div_euclid(CYCLE_DAYS);
        let in_cycle = days.rem_euclid(CYCLE_DAYS);
        // Either the year of the cycle or one too late: leap days are not
        // spread evenly.
        let guess = in_cycle * 400 / CYCLE_DAYS + 2;
        let year_of_cycle = (guess - 2..=guess)
            .rev()
            .find(|year| days_before_year(*year) <= in_cycle)?;
        let mut rest = in_cycle - days_before_year(year_of_cycle);
        let year = cycle * 400 + year_of_cycle;
        for month in 1..=12 {
            let length = i64::from(days_in_month(year, month));
            if rest < length {
                return Self::new(year, month, u8::try_from(rest + 1).ok()?);
            }
            rest -= length;
        }
        None
    }

    /// The next day, or `None` after the last day that is represented.
    #[must_use]
    pub fn succ(self) -> Option<Self> {
        Self::from_number(self.number() + 1)
    }

    /// The day before, or `None` before the first day that is represented.
    #[must_use]
    pub fn pred(self) -> Option<Self> {
        Self::from_number(self.number() - 1)
    }

    /// Whether this is the last day of its month.
    #[must_use]
    pub fn is_end_of_month(self) -> bool {
        self.day == days_in_month(self.year, self.month)
    }

    /// The first day of a month whose year and month are known to be in
    /// range.
    pub(crate) fn first_of(year: i64, month: u8) -> Self {
        let year = year.clamp(-Self::MAX_YEAR, Self::MAX_YEAR);
        let month = month.clamp(1, 12);
        Self {
            year,
            month,
            day: 1,
        }
    }

    /// The last day of a month whose year and month are known to be in range.
    pub(crate) fn last_of(year: i64, month: u8) -> Self {
        let first = Self::first_of(year, month);
        Self {
            day: days_in_month(first.year, first.month),
            ..first
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.year {
            ..=-1 => "-",
            10_000.. => "+",
            _ => "",
        };
        let year = self.year.unsigned_abs();
        write!(f, "{sign}{year:04}-{:02}-{:02}", self.month, self.day)
    }
}

/// Whether the astronomical `year` is a leap year.
#[must_use]
pub fn is_leap_year(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// The number of days of a month (1 to 12) of the astronomical `year`; 0 for
/// any other month.
#[must_use]
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days from 0001-01-01 to the first day of `year`.
fn days_before_year(year: i64) -> i64 {
    let before = year - 1;
    before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400)
}
