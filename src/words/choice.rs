//! What is left open by unspecified digits.

use crate::edtf::{CalendarYear, Component, Date, Day};

/// The months, or the days of a month, that a component may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Just one.
    One(u8),
    /// Any: `XX`.
    Any,
    /// One of four or more that follow one another.
    Between(u8, u8),
    /// One of these.
    Among(Vec<u8>),
}

impl Choice {
    /// The months that the date may fall in; `None` of a year.
    #[must_use]
    pub fn of_months(date: &Date) -> Option<Self> {
        let month = date.month?;
        if let Some(month) = definite(month) {
            return Some(Self::One(month));
        }
        let possible = numbers(month, 12)
            .into_iter()
            .filter(|month| longest(date, *month) > 0)
            .collect();
        Some(Self::of(month, possible))
    }

    /// The days of the month that the date may fall on; `None` of a year or a
    /// month.
    #[must_use]
    pub fn of_days(date: &Date) -> Option<Self> {
        let day = date.day?;
        if let Some(day) = definite(day) {
            return Some(Self::One(day));
        }
        let last = numbers(date.month?, 12)
            .into_iter()
            .map(|month| longest(date, month))
            .max()?;
        Some(Self::of(day, numbers(day, last)))
    }

    fn of(component: Component<2>, possible: Vec<u8>) -> Self {
        let in_a_row = possible.windows(2).all(|pair| {
            pair.first()
                .zip(pair.last())
                .is_some_and(|(a, b)| a + 1 == *b)
        });
        match possible.as_slice() {
            [one] => Self::One(*one),
            _ if component.digits.is_unspecified() => Self::Any,
            [first, _, _, .., last] if in_a_row => Self::Between(*first, *last),
            _ => Self::Among(possible),
        }
    }
}

/// The number that a component is, where no digit of it is open.
fn definite(component: Component<2>) -> Option<u8> {
    component.digits.value().and_then(|it| it.try_into().ok())
}

/// The numbers up to `most` that a component may stand for.
fn numbers(component: Component<2>, most: u8) -> Vec<u8> {
    (1..=most)
        .filter(|number| component.digits.matches(u16::from(*number)))
        .collect()
}

/// The last day that the date's digits allow in a month, in any year; 0 where
/// there is none.
fn longest(date: &Date, month: u8) -> u8 {
    let years = [
        date.year.value(),
        date.year.value().is_none().then_some(2000),
    ];
    years
        .into_iter()
        .flatten()
        .filter_map(|year| {
            (1..=31).rev().find(|day| {
                let fits = date
                    .day
                    .is_none_or(|component| component.digits.matches(u16::from(*day)));
                fits && Day::new(year, month, *day).is_some()
            })
        })
        .max()
        .unwrap_or(0)
}

/// The years that a year may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Years {
    /// Just one, astronomical.
    One(i64),
    /// Ten years, from this one on, of the first millennium or later.
    Decade(i64),
    /// One of these and all between.
    Between(i64, i64),
    /// Any: `XXXX`.
    Any,
    /// Some that do not follow one another, of this form: `1XX3`.
    Form(String),
}

impl Years {
    /// The years that a year of four digits may stand for.
    #[must_use]
    pub fn of(year: &CalendarYear) -> Self {
        let digits = year.component.digits;
        if let Some(value) = year.value() {
            return Self::One(value);
        }
        let (first, last) = (year.first(), year.last());
        if !digits.is_contiguous() {
            let sign = if year.negative { "-" } else { "" };
            Self::Form(format!("{sign}{digits}"))
        } else if digits.is_unspecified() && !year.negative {
            Self::Any
        } else if first >= 1000 && last == first + 9 {
            Self::Decade(first)
        } else {
            Self::Between(first, last)
        }
    }
}
