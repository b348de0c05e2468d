//! Seasons, quarters and the other parts of a year: 21 to 41 in the place of
//! a month.
//!
//! # Which months they are
//!
//! The specification names the groupings and, for quarters, quadrimesters and
//! semestrals, gives their length; of the seasons it gives no months, and ISO
//! 8601-2 (3.1.3.1) leaves them to place and custom. To have an earliest and
//! a latest day they need some, and these are taken:
//!
//! | code | grouping | months |
//! |------|----------|--------|
//! | 21, 25 | spring; spring, northern hemisphere | March to May |
//! | 22, 26 | summer; summer, northern hemisphere | June to August |
//! | 23, 27 | autumn; autumn, northern hemisphere | September to November |
//! | 24, 28 | winter; winter, northern hemisphere | December to February of the next year |
//! | 29 | spring, southern hemisphere | September to November |
//! | 30 | summer, southern hemisphere | December to February of the next year |
//! | 31 | autumn, southern hemisphere | March to May |
//! | 32 | winter, southern hemisphere | June to August |
//! | 33 to 36 | quarters | January to March, and so on |
//! | 37 to 39 | quadrimesters | January to April, May to August, September to December |
//! | 40, 41 | semestrals | January to June, July to December |
//!
//! The seasons are those of meteorology, of three whole months, as the Met Office
//! (United Kingdom) and NOAA (United States) define them. The other
//! libraries differ: `edtf-core` (Rust) takes the same months, with the same
//! winter; `python-edtf` takes the same spring, summer and autumn but only
//! December for winter; `edtf.js` takes quarters (spring is January to
//! March). Two choices are ours to state:
//!
//! - *A winter belongs to the year it begins in*: `2001-24` runs from
//!   2001-12-01 to 2002-02-28. So the four seasons of a year come in the
//!   order of their codes, which the draft of 2012 asked of sorting.
//! - *21 to 24 are taken as northern*, although the specification has them
//!   independent of location: a span of the whole year would be of no use.
//!   Who means the southern hemisphere writes 29 to 32.

use std::fmt;

use super::date::{CalendarYear, Part};
use super::day::Day;
use super::qualifier::{Mark, Placement, Qualification, Qualifier};

/// Where a season is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hemisphere {
    /// Not said (21 to 24); its months are taken as northern.
    Unsaid,
    /// Northern (25 to 28).
    Northern,
    /// Southern (29 to 32).
    Southern,
}

/// A time of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeOfYear {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn.
    Autumn,
    /// Winter.
    Winter,
}

/// A part of a year that is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// A season (21 to 32).
    Season(TimeOfYear, Hemisphere),
    /// A quarter, 1 to 4 (33 to 36).
    Quarter(u8),
    /// A quadrimester, four months, 1 to 3 (37 to 39).
    Quadrimester(u8),
    /// A semestral, six months, 1 or 2 (40 and 41).
    Semestral(u8),
}

impl Grouping {
    /// The grouping of a code from 21 to 41.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        let season = |first: u8, hemisphere| {
            let time = match code - first {
                0 => TimeOfYear::Spring,
                1 => TimeOfYear::Summer,
                2 => TimeOfYear::Autumn,
                _ => TimeOfYear::Winter,
            };
            Some(Self::Season(time, hemisphere))
        };
        match code {
            21..=24 => season(21, Hemisphere::Unsaid),
            25..=28 => season(25, Hemisphere::Northern),
            29..=32 => season(29, Hemisphere::Southern),
            33..=36 => Some(Self::Quarter(code - 32)),
            37..=39 => Some(Self::Quadrimester(code - 36)),
            40..=41 => Some(Self::Semestral(code - 39)),
            _ => None,
        }
    }

    /// The code, 21 to 41.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Season(time, hemisphere) => {
                let first = match hemisphere {
                    Hemisphere::Unsaid => 21,
                    Hemisphere::Northern => 25,
                    Hemisphere::Southern => 29,
                };
                first + time as u8
            }
            Self::Quarter(number) => 32 + number.clamp(1, 4),
            Self::Quadrimester(number) => 36 + number.clamp(1, 3),
            Self::Semestral(number) => 39 + number.clamp(1, 2),
        }
    }

    /// Whether two groupings divide the year in the same way, so that one can
    /// count from the one to the other.
    #[must_use]
    pub fn same_division(self, other: Self) -> bool {
        match (self, other) {
            (Self::Season(_, one), Self::Season(_, two)) => one == two,
            (Self::Quarter(_), Self::Quarter(_))
            | (Self::Quadrimester(_), Self::Quadrimester(_))
            | (Self::Semestral(_), Self::Semestral(_)) => true,
            _ => false,
        }
    }

    /// Its first month, and its length in months.
    fn months(self) -> (u8, u8) {
        match self {
            Self::Season(time, hemisphere) => {
                let southern = matches!(hemisphere, Hemisphere::Southern);
                let first = match (time, southern) {
                    (TimeOfYear::Spring, false) | (TimeOfYear::Autumn, true) => 3,
                    (TimeOfYear::Summer, false) | (TimeOfYear::Winter, true) => 6,
                    (TimeOfYear::Autumn, false) | (TimeOfYear::Spring, true) => 9,
                    (TimeOfYear::Winter, false) | (TimeOfYear::Summer, true) => 12,
                };
                (first, 3)
            }
            Self::Quarter(number) => (number.clamp(1, 4) * 3 - 2, 3),
            Self::Quadrimester(number) => (number.clamp(1, 3) * 4 - 3, 4),
            Self::Semestral(number) => (number.clamp(1, 2) * 6 - 5, 6),
        }
    }
}

/// A season, a quarter or another part of a year: `2001-21`, `2023-36`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Season {
    /// The year.
    pub year: CalendarYear,
    /// The part of the year.
    pub grouping: Grouping,
    /// The qualifier at the left of the code, said of the part of the year
    /// only.
    pub before: Option<Qualifier>,
    /// The qualifier at the end, said of the whole.
    pub after: Option<Qualifier>,
}

impl Season {
    /// What the qualifiers say of one component; of [`Part::Day`], which a
    /// season has not, nothing.
    #[must_use]
    pub fn qualification(&self, part: Part) -> Qualification {
        let after = Qualification::from(self.after);
        match part {
            Part::Year => self.year.component.own() | after,
            Part::Month => Qualification::from(self.before) | after,
            Part::Day => Qualification::default(),
        }
    }

    pub(crate) fn first_day(&self) -> Day {
        Day::first_of(self.year.first(), self.grouping.months().0)
    }

    pub(crate) fn last_day(&self) -> Day {
        let (first, length) = self.grouping.months();
        let last = first + length - 1;
        if last > 12 {
            Day::last_of(self.year.last() + 1, last - 12)
        } else {
            Day::last_of(self.year.last(), last)
        }
    }

    pub(crate) fn level(&self) -> u8 {
        let grouping = match self.grouping {
            Grouping::Season(_, Hemisphere::Unsaid) => 1,
            _ => 2,
        };
        let year = self.year.component;
        let unspecified = if year.digits.has_unspecified() { 2 } else { 0 };
        let placement = Placement {
            inside: year.before.is_some() || year.after.is_some() || self.before.is_some(),
            at_end: self.after.is_some(),
        };
        placement.level().max(grouping).max(unspecified)
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.grouping.code();
        let (before, after) = (Mark(self.before), Mark(self.after));
        write!(f, "{}-{before}{code}{after}", self.year)
    }
}
