//! Intervals: `1964/2008`, `1985-04/..`, `/1985`.
//!
//! An end is a date, a season or a year; `..` where it is open; or nothing
//! where it is unknown. At least one end is dated: of `../..`, `/`, `../` and
//! `/..` the specification has neither rule ("either the start or end") nor
//! example, and they would say nothing. The ends `..2004-06-01` and
//! `2004-06-20..` of ISO 8601-2 (10.6) are not in the specification either.
//!
//! The end may not lie before the start, that is: its last possible day may
//! not be before the first possible day of the start. `2024-04-15/2024-04` is
//! therefore an interval (it ends some time in April), `2024-05/2024-04-30`
//! is not.

use std::fmt;

use super::bounds::Bound;
use super::point::Point;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// Some time in it the interval begins, or ends.
    Point(Point),
    /// `..`: there is none, or it is not given for another reason.
    Open,
    /// Nothing is written: it is not known.
    Unknown,
}

impl End {
    /// The date of the end, where it has one.
    #[must_use]
    pub fn point(&self) -> Option<&Point> {
        match self {
            Self::Point(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }

    fn level(&self) -> u8 {
        self.point().map_or(1, |point| point.level(true))
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

/// A time that goes on from a start to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// Where it begins.
    pub start: End,
    /// Where it ends.
    pub end: End,
}

impl Interval {
    pub(crate) fn earliest(&self) -> Bound {
        Bound::of_end(&self.start, |(first, _)| first)
    }

    pub(crate) fn latest(&self) -> Bound {
        Bound::of_end(&self.end, |(_, last)| last)
    }

    pub(crate) fn level(&self) -> u8 {
        self.start.level().max(self.end.level())
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}
