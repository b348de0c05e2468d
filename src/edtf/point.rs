//! What may be an end of an interval or a member of a set.

use std::fmt;

use super::date::{Date, Part, Precision};
use super::day::Day;
use super::qualifier::Qualification;
use super::season::Season;
use super::year::Year;

/// A date, a season or a year: an expression that is neither an interval nor
/// a set, and has no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// A calendar date.
    Date(Date),
    /// A season or another part of a year.
    Season(Season),
    /// A year beyond four digits, or with significant digits.
    Year(Year),
}

impl Point {
    /// How fine it is.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self {
            Self::Date(date) => date.precision(),
            Self::Season(_) => Precision::SubYear,
            Self::Year(_) => Precision::Year,
        }
    }

    /// What the qualifiers say of one component.
    #[must_use]
    pub fn qualification(&self, part: Part) -> Qualification {
        match (self, part) {
            (Self::Date(date), _) => date.qualification(part),
            (Self::Season(season), _) => season.qualification(part),
            (Self::Year(year), Part::Year) => year.qualification(),
            (Self::Year(_), _) => Qualification::default(),
        }
    }

    /// What the qualifiers say of any component.
    #[must_use]
    pub fn any_qualification(&self) -> Qualification {
        self.qualification(Part::Year)
            | self.qualification(Part::Month)
            | self.qualification(Part::Day)
    }

    /// Whether it leaves digits open, by `X` or by significant digits.
    #[must_use]
    pub fn has_unspecified(&self) -> bool {
        match self {
            Self::Date(date) => date.has_unspecified(),
            Self::Season(season) => season.year.component.digits.has_unspecified(),
            Self::Year(year) => year.significant.is_some(),
        }
    }

    /// Whether it stands for one year, part of a year, month or day, with no
    /// doubt: not qualified, nothing left open.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        !self.has_unspecified() && !self.any_qualification().is_some()
    }

    /// The first and the last day that it may stand for; never `None` of what
    /// has been parsed, which refuses a date with no possible day.
    #[must_use]
    pub fn days(&self) -> Option<(Day, Day)> {
        match self {
            Self::Date(date) => Some((date.first_day()?, date.last_day()?)),
            Self::Season(season) => Some((season.first_day(), season.last_day())),
            Self::Year(year) => Some((year.first_day(), year.last_day())),
        }
    }

    pub(crate) fn level(&self, in_interval: bool) -> u8 {
        match self {
            Self::Date(date) => date.level(in_interval),
            Self::Season(season) => season.level(),
            Self::Year(year) => year.level(),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Season(season) => season.fmt(f),
            Self::Year(year) => year.fmt(f),
        }
    }
}
