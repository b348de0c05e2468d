//! Dates as historians need them: the Extended Date/Time Format (EDTF).
//!
//! An EDTF expression is one line of text that says when something was, as
//! well as it is known: `2024-04-02`; `2024-04` (some time that month);
//! `1950~` (around that year); `156X` (some year of the 1560s);
//! `2024-04-12/..` (from that day on); `[2024-04-12..2024-04-30]` (one day of
//! these). This module reads all of it — levels 0, 1 and 2 of the
//! [specification] of the Library of Congress of 4 February 2019, a profile
//! of ISO 8601-1 and ISO 8601-2 — and nothing else.
//!
//! ```
//! # use dateline::edtf::{Bound, Day, Edtf};
//! let spring: Edtf = "2024-04?/2024-05-12".parse().unwrap();
//! assert_eq!(spring.level(), 1);
//! assert_eq!(spring.earliest(), Bound::Day(Day::new(2024, 4, 1).unwrap()));
//! assert_eq!(spring.latest(), Bound::Day(Day::new(2024, 5, 12).unwrap()));
//! assert!(spring.is_uncertain());
//! assert_eq!(spring.to_string(), "2024-04?/2024-05-12");
//!
//! let error = "2024-04-31".parse::<Edtf>().unwrap_err();
//! assert_eq!(error.to_string(), "`31` is not a day of April 2024");
//! assert_eq!(error.span(), 8..10);
//! assert_eq!(error.help().as_deref(), Some("April has 30 days"));
//! ```
//!
//! # How it is built
//!
//! Text goes in by [`FromStr`] and becomes an [`Expression`]: a tree that
//! keeps every digit, every `X` and every qualifier where it is written, so
//! that `Display` gives the same text back, byte for byte. The parser
//! (`parse`) reads strictly, once, from left to right; only when it has
//! refused the text is it looked at again for what may have been meant
//! (`lookalike`), so that an [`Error`] can say what to write.
//!
//! # Earliest and latest
//!
//! Every expression lies between an earliest and a latest day, both possible:
//!
//! - A date, a season, a year: the first and the last day of it; with `X`,
//!   the first and the last day that any digits in its place would give. Text
//!   of which no digits give a day (`2023-02-3X`) is an error. `XXXX` is a
//!   year from 0000 to 9999.
//! - Significant digits: the years that agree in them. `1950S2` is 1900 to
//!   1999.
//! - A time of day is the day that is written, whatever the offset.
//! - An interval: the earliest of its start and the latest of its end.
//! - A set: the earliest and the latest of its members.
//! - The qualifiers `?`, `~` and `%` never move either: how far "around"
//!   reaches is not for a machine to say.
//!
//! Which months the seasons have is in [`season`], what an interval may be in
//! [`interval`], and what a set may be in [`set`].
//!
//! # Where the specification is silent
//!
//! - Year `0000` exists (1 BC); `-0000` does not. A `Y` year has more than
//!   four digits, no leading zeros, and at most sixteen digits in full.
//! - Seasons, `Y` years and significant digits may be ends of intervals and
//!   members of sets, and may be qualified like dates; a season's year may
//!   have `X`, its code may not.
//! - Negative years may have `X`, months and days.
//! - The hour is 00 to 23 (ISO 8601-1:2019 has no 24), the second may be 60
//!   at 23:59:60 UTC only; offsets reach ±23:59, and zero is not negative.
//! - An individual and a group qualifier may stand on the same component.
//!
//! [specification]: https://www.loc.gov/standards/datetime/
//! [`FromStr`]: std::str::FromStr

mod bounds;
mod date;
mod day;
mod digits;
mod error;
pub mod interval;
mod lookalike;
mod parse;
mod point;
mod qualifier;
pub mod season;
pub mod set;
mod time;
mod year;

use std::fmt;
use std::str::FromStr;

pub use bounds::Bound;
pub use date::{CalendarYear, Date, Part, Precision};
pub use day::{Day, days_in_month, is_leap_year};
pub use digits::Digits;
pub use error::{Error, ErrorKind};
pub use interval::{End, Interval};
pub use point::Point;
pub use qualifier::{Component, Qualification, Qualifier};
pub use season::{Grouping, Hemisphere, Season, TimeOfYear};
pub use set::{Member, Set, SetKind};
pub use time::{DateTime, Offset, Time};
pub use year::{Year, YearForm};

/// What an EDTF text says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expression {
    /// A year, month or day: `1985`, `1985-04`, `1985-04-12`.
    Date(Date),
    /// A day and a time of day.
    DateTime(DateTime),
    /// A season, quarter or other part of a year: `2001-21`.
    Season(Season),
    /// A year beyond four digits, or with significant digits: `Y170000002`,
    /// `1950S2`.
    Year(Year),
    /// A time from a start to an end.
    Interval(Interval),
    /// One or all of several dates.
    Set(Set),
}

impl Expression {
    /// The expression as a [`Point`], where it is a date without time, a
    /// season or a year.
    #[must_use]
    pub fn point(&self) -> Option<Point> {
        match self {
            Self::Date(date) => Some(Point::Date(*date)),
            Self::Season(season) => Some(Point::Season(*season)),
            Self::Year(year) => Some(Point::Year(*year)),
            Self::DateTime(_) | Self::Interval(_) | Self::Set(_) => None,
        }
    }

    fn level(&self) -> u8 {
        match self {
            Self::DateTime(moment) => moment.date.level(false),
            Self::Interval(interval) => interval.level(),
            Self::Set(_) => 2,
            Self::Date(_) | Self::Season(_) | Self::Year(_) => {
                self.point().map_or(0, |point| point.level(false))
            }
        }
    }

    /// What the qualifiers say of any component of any date in it.
    fn qualification(&self) -> Qualification {
        let points: Vec<Point> = match self {
            Self::Interval(interval) => [interval.start, interval.end]
                .iter()
                .filter_map(|end| end.point().copied())
                .collect(),
            Self::Set(set) => set
                .members
                .iter()
                .flat_map(Member::points)
                .copied()
                .collect(),
            _ => self.point().into_iter().collect(),
        };
        points
            .iter()
            .map(Point::any_qualification)
            .fold(Qualification::default(), |all, one| all | one)
    }
}

impl From<Point> for Expression {
    fn from(point: Point) -> Self {
        match point {
            Point::Date(date) => Self::Date(date),
            Point::Season(season) => Self::Season(season),
            Point::Year(year) => Self::Year(year),
        }
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::DateTime(moment) => moment.fmt(f),
            Self::Season(season) => season.fmt(f),
            Self::Year(year) => year.fmt(f),
            Self::Interval(interval) => interval.fmt(f),
            Self::Set(set) => set.fmt(f),
        }
    }
}

/// A valid EDTF expression.
///
/// It is made by parsing: `"2024-04".parse::<Edtf>()`. `Display` gives the
/// text back, byte for byte. Two are equal when they are written alike, not
/// when they mean the same: `2024-04?` and `?2024-?04` differ.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf {
    expression: Expression,
    level: u8,
    earliest: Bound,
    latest: Bound,
}

impl Edtf {
    /// The level of the specification whose features the text uses: 0, 1 or
    /// 2. It is the text that counts: `2004-06?` is of level 1, and
    /// `?2004-?06`, which says the same, of level 2.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.level
    }

    /// The first day that the expression may stand for or reach back to.
    #[must_use]
    pub fn earliest(&self) -> Bound {
        self.earliest
    }

    /// The last day that the expression may stand for or reach to; never
    /// before [`earliest`](Edtf::earliest).
    #[must_use]
    pub fn latest(&self) -> Bound {
        self.latest
    }

    /// What the text says, in all detail.
    #[must_use]
    pub fn expression(&self) -> &Expression {
        &self.expression
    }

    /// Whether any part is marked uncertain, with `?` or `%`.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.expression.qualification().uncertain
    }

    /// Whether any part is marked approximate, with `~` or `%`.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.expression.qualification().approximate
    }

    /// The day, where the expression can stand for one day only: its earliest
    /// and its latest are the same. Qualifiers do not matter.
    #[must_use]
    pub fn is_single_day(&self) -> Option<Day> {
        let day = self.earliest.day()?;
        (self.latest == Bound::Day(day)).then_some(day)
    }

    /// The time of day, of a day that has one.
    #[must_use]
    pub fn time(&self) -> Option<&Time> {
        match &self.expression {
            Expression::DateTime(moment) => Some(&moment.time),
            _ => None,
        }
    }
}

impl FromStr for Edtf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match parse::strict(text) {
            Ok(expression) => {
                let (earliest, latest) = expression.bounds();
                Ok(Self {
                    level: expression.level(),
                    earliest,
                    latest,
                    expression,
                })
            }
            Err(error) => Err(lookalike::explain(text, error)),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expression.fmt(f)
    }
}
