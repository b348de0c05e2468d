//! The earliest and the latest day of an expression.

use std::fmt;

use super::Expression;
use super::day::Day;
use super::interval::End;
use super::point::Point;

/// One side of the time in which an expression lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A day.
    Day(Day),
    /// `..`: there is no bound on this side, or none is given.
    Open,
    /// An empty end of an interval: there is a bound, but it is not known.
    Unknown,
}

impl Bound {
    /// The day, where there is one.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unknown => None,
        }
    }

    pub(crate) fn of_end(end: &End, side: impl Fn((Day, Day)) -> Day) -> Self {
        match end {
            End::Point(point) => Self::of_point(point, side),
            End::Open => Self::Open,
            End::Unknown => Self::Unknown,
        }
    }

    fn of_point(point: &Point, side: impl Fn((Day, Day)) -> Day) -> Self {
        point
            .days()
            .map_or(Self::Unknown, |days| Self::Day(side(days)))
    }
}

/// A day as ISO 8601, `..` where open, nothing where unknown: as the ends of
/// an interval are written.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl Expression {
    pub(crate) fn bounds(&self) -> (Bound, Bound) {
        let of = |point: Point| {
            (
                Bound::of_point(&point, |days| days.0),
                Bound::of_point(&point, |days| days.1),
            )
        };
        match self {
            Self::Date(date) => of(Point::Date(*date)),
            Self::DateTime(moment) => of(Point::Date(moment.date)),
            Self::Season(season) => of(Point::Season(*season)),
            Self::Year(year) => of(Point::Year(*year)),
            Self::Interval(interval) => (interval.earliest(), interval.latest()),
            Self::Set(set) => (set.earliest(), set.latest()),
        }
    }
}
