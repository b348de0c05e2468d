//! Sets: `[1667,1668,1670..1672]` (one of them), `{1960,1961-12}` (all of
//! them).
//!
//! Members are dates, seasons and years, separated by commas, without spaces.
//! `a..b` is all that lies between two members, both included: of one
//! precision, without `X` or significant digits, and not backwards. `..a`
//! ("or earlier") may only open the list and `a..` ("or later") only close
//! it, as the specification says ("at the beginning or end of the list").

use std::fmt;

use super::bounds::Bound;
use super::day::Day;
use super::point::Point;

/// Whether one or all of the members are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetKind {
    /// `[…]`: one of the members.
    OneOf,
    /// `{…}`: all of the members.
    AllOf,
}

/// A member of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// A date, a season or a year.
    Point(Point),
    /// `a..b`: every one from `a` to `b`, both included.
    Range(Point, Point),
    /// `..a`: `a`, or an earlier one.
    OnOrBefore(Point),
    /// `a..`: `a`, or a later one.
    OnOrAfter(Point),
}

impl Member {
    /// The one or two points that are written.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        let (one, two) = match self {
            Self::Point(point) | Self::OnOrBefore(point) | Self::OnOrAfter(point) => (point, None),
            Self::Range(from, to) => (from, Some(to)),
        };
        std::iter::once(one).chain(two)
    }

    /// The first and the last possible day; `None` where open.
    fn days(&self) -> (Option<Day>, Option<Day>) {
        let first = |point: &Point| point.days().map(|days| days.0);
        let last = |point: &Point| point.days().map(|days| days.1);
        match self {
            Self::Point(point) => (first(point), last(point)),
            Self::Range(from, to) => (first(from), last(to)),
            Self::OnOrBefore(point) => (None, last(point)),
            Self::OnOrAfter(point) => (first(point), None),
        }
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Range(from, to) => write!(f, "{from}..{to}"),
            Self::OnOrBefore(point) => write!(f, "..{point}"),
            Self::OnOrAfter(point) => write!(f, "{point}.."),
        }
    }
}

/// A set of dates, of which one or all are meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Set {
    /// One of them, or all.
    pub kind: SetKind,
    /// The members, in the order they are written; at least one.
    pub members: Vec<Member>,
}

impl Set {
    pub(crate) fn earliest(&self) -> Bound {
        let mut earliest = None;
        for member in &self.members {
            let Some(day) = member.days().0 else {
                return Bound::Open;
            };
            earliest = Some(earliest.map_or(day, |other: Day| other.min(day)));
        }
        earliest.map_or(Bound::Unknown, Bound::Day)
    }

    pub(crate) fn latest(&self) -> Bound {
        let mut latest = None;
        for member in &self.members {
            let Some(day) = member.days().1 else {
                return Bound::Open;
            };
            latest = Some(latest.map_or(day, |other: Day| other.max(day)));
        }
        latest.map_or(Bound::Unknown, Bound::Day)
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (open, close) = match self.kind {
            SetKind::OneOf => ('[', ']'),
            SetKind::AllOf => ('{', '}'),
        };
        write!(f, "{open}")?;
        for (index, member) in self.members.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{member}")?;
        }
        write!(f, "{close}")
    }
}
