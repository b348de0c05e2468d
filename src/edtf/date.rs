//! A calendar date: a year, perhaps a month, perhaps a day.

use std::fmt;

use super::day::{Day, days_in_month};
use super::qualifier::{Component, Mark, Placement, Qualification};

/// A component of a date, as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The year.
    Year,
    /// The month, or the sub-year grouping that stands in its place.
    Month,
    /// The day of the month.
    Day,
}

/// How fine a date is: its last component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A year.
    Year,
    /// A part of a year of 21 to 41: a season, a quarter and so on.
    SubYear,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// A year of four digits, perhaps negative, perhaps with `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CalendarYear {
    /// Whether a `-` precedes the digits.
    pub negative: bool,
    /// The four digits and their qualifiers.
    pub component: Component<4>,
}

impl CalendarYear {
    /// The astronomical year, where every digit is specified.
    #[must_use]
    pub fn value(&self) -> Option<i64> {
        self.component
            .digits
            .value()
            .map(|number| self.signed(number))
    }

    /// The first year that it may stand for. A negative year is never 0:
    /// there is no year `-0000`.
    #[must_use]
    pub fn first(&self) -> i64 {
        if self.negative {
            self.signed(self.component.digits.greatest())
        } else {
            self.signed(self.component.digits.least())
        }
    }

    /// The last year that it may stand for.
    #[must_use]
    pub fn last(&self) -> i64 {
        let digits = self.component.digits;
        if self.negative {
            let nearest = (1..=digits.greatest()).find(|number| digits.matches(*number));
            self.signed(nearest.unwrap_or(1))
        } else {
            self.signed(digits.greatest())
        }
    }

    /// Whether it may stand for `year`.
    #[must_use]
    pub fn matches(&self, year: i64) -> bool {
        let sign_fits = if self.negative { year < 0 } else { year >= 0 };
        sign_fits
            && u16::try_from(year.unsigned_abs())
                .is_ok_and(|number| self.component.digits.matches(number))
    }

    /// Every year that it may stand for, in order of time.
    pub(crate) fn years(&self) -> impl DoubleEndedIterator<Item = i64> + '_ {
        (self.first()..=self.last()).filter(|year| self.matches(*year))
    }

    /// The years without their qualifiers: `2004`, `-0044`, `156X`.
    pub(crate) fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}", self.component.digits)
    }

    fn signed(&self, number: u16) -> i64 {
        let number = i64::from(number);
        if self.negative { -number } else { number }
    }
}

impl fmt::Display for CalendarYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Component {
            digits,
            before,
            after,
        } = self.component;
        let sign = if self.negative { "-" } else { "" };
        write!(f, "{}{sign}{digits}{}", Mark(before), Mark(after))
    }
}

/// A date with the precision of a year, a month or a day, any part of which
/// may be unspecified and qualified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year.
    pub year: CalendarYear,
    /// The month.
    pub month: Option<Component<2>>,
    /// The day of the month. A date with a day has a month.
    pub day: Option<Component<2>>,
}

impl Date {
    /// How fine the date is.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        }
    }

    /// What the qualifiers say of one component: the one at its left, and
    /// every one at its right.
    #[must_use]
    pub fn qualification(&self, part: Part) -> Qualification {
        let after = |component: Option<Component<2>>| {
            Qualification::from(component.and_then(|component| component.after))
        };
        let own = |component: Option<Component<2>>| {
            component.map_or_else(Qualification::default, |component| component.own())
        };
        match part {
            Part::Year => self.year.component.own() | after(self.month) | after(self.day),
            Part::Month => own(self.month) | after(self.day),
            Part::Day => own(self.day),
        }
    }

    /// Whether any digit is `X`.
    #[must_use]
    pub fn has_unspecified(&self) -> bool {
        self.year.component.digits.has_unspecified()
            || [self.month, self.day]
                .into_iter()
                .flatten()
                .any(|component| component.digits.has_unspecified())
    }

    /// The first day that the date may stand for; `None` where there is none.
    pub(crate) fn first_day(&self) -> Option<Day> {
        self.has_day_in_some_year()
            .then(|| self.year.years().find_map(|year| self.days_of(year).next()))?
    }

    /// The last day that the date may stand for.
    pub(crate) fn last_day(&self) -> Option<Day> {
        self.has_day_in_some_year().then(|| {
            let mut years = self.year.years().rev();
            years.find_map(|year| self.days_of(year).next_back())
        })?
    }

    /// The months that the date may fall in, from 1 to 12.
    pub(crate) fn months(&self) -> impl DoubleEndedIterator<Item = u8> + use<> {
        let month = self.month;
        (1..=12).filter(move |number| {
            month.is_none_or(|component| component.digits.matches(u16::from(*number)))
        })
    }

    fn days_of(&self, year: i64) -> impl DoubleEndedIterator<Item = Day> + use<> {
        let wanted = self.day;
        self.months().flat_map(move |month| {
            (1..=days_in_month(year, month))
                .filter(move |day| {
                    wanted.is_none_or(|component| component.digits.matches(u16::from(*day)))
                })
                .filter_map(move |day| Day::new(year, month, day))
        })
    }

    /// Whether its month and day are in the calendar of a leap year: if not,
    /// no year needs to be tried.
    fn has_day_in_some_year(&self) -> bool {
        self.days_of(2000).next().is_some()
    }

    /// The level whose features the date needs, on its own (`in_interval`
    /// false) or as an end of an interval.
    pub(crate) fn level(&self, in_interval: bool) -> u8 {
        let sign = u8::from(self.year.negative);
        let unspecified = match (self.has_unspecified(), in_interval) {
            (false, _) => 0,
            (true, false) if self.is_unspecified_from_the_right() => 1,
            _ => 2,
        };
        sign.max(unspecified).max(self.placement().level())
    }

    /// The five forms of level 1: `201X`, `20XX`, `2004-XX`, `1985-04-XX` and
    /// `1985-XX-XX`.
    fn is_unspecified_from_the_right(&self) -> bool {
        let whole = |component: Component<2>| component.digits.is_unspecified();
        let none = |component: Component<2>| !component.digits.has_unspecified();
        let year = self.year.component.digits;
        match (self.month, self.day) {
            (None, _) => {
                matches!(year.digits(), [Some(_), Some(_), _, None] if year.is_contiguous())
            }
            _ if year.has_unspecified() => false,
            (Some(month), None) => whole(month),
            (Some(month), Some(day)) => whole(day) && (whole(month) || none(month)),
        }
    }

    fn placement(&self) -> Placement {
        let year = self.year.component;
        let last = match (self.month, self.day) {
            (None, _) => year.after,
            (Some(month), None) => month.after,
            (_, Some(day)) => day.after,
        };
        let after = [
            year.after,
            self.month.and_then(|month| month.after),
            self.day.and_then(|day| day.after),
        ];
        let before = [
            year.before,
            self.month.and_then(|month| month.before),
            self.day.and_then(|day| day.before),
        ];
        let written = after.iter().chain(&before).flatten().count();
        Placement {
            inside: written > usize::from(last.is_some()),
            at_end: last.is_some(),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.year.fmt(f)?;
        for component in [self.month, self.day].into_iter().flatten() {
            let Component {
                digits,
                before,
                after,
            } = component;
            write!(f, "-{}{digits}{}", Mark(before), Mark(after))?;
        }
        Ok(())
    }
}
