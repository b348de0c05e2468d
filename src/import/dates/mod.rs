//! Dates of other tools, as EDTF.
//!
//! What may be meant by a text is the knowledge of [`edtf`](crate::edtf): its advice to
//! those who write a date in another way is followed here, and told where there is
//! something to decide. Nothing is decided in silence: `3/4/2024` becomes one of two days
//! unless somebody said, or another date of the same file proves, which number is the day.

mod advice;
mod clock;
mod numbers;
mod parts;

use super::{Entry, Losses, Manner, Options, Place, quoted};
use crate::edtf::{Edtf, Expression, Precision};
use crate::text::one_line;

pub use parts::between;

/// Which comes first in `3/4/2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// A date, and what there is to tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The date.
    pub when: Edtf,
    /// The input's words, where they say more, or may be read otherwise.
    pub said: Option<String>,
    /// What had to be decided or left out.
    pub remarks: Vec<(Manner, String)>,
}

/// Why there is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// Nothing is given.
    Empty,
    /// No date can be made of what is given.
    Refused {
        /// In which manner.
        manner: Manner,
        /// Why, in words.
        what: String,
        /// The input's words.
        said: String,
    },
}

/// Reads the dates of one input.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dates {
    order: Option<Order>,
    century: Option<u8>,
}

impl Dates {
    /// Reads the dates as the options say. Where these do not say which number of
    /// `3/4/2024` is the day, all dates of the input are looked at: if one of them can be
    /// read in one way only, the others are read so too, and that is told.
    pub fn of<'t>(
        options: &Options,
        all: impl IntoIterator<Item = (Place, &'t str)>,
        losses: &mut Losses,
    ) -> Self {
        let mut dates = Dates {
            order: options.order,
            century: options.century,
        };
        if dates.order.is_some() {
            return dates;
        }
        let mut proofs: [Option<(Place, &str)>; 2] = [None, None];
        let mut doubtful = 0;
        for (place, text) in all {
            let slot = match numbers::proof(text) {
                numbers::Proof::None => continue,
                numbers::Proof::Either => {
                    doubtful += 1;
                    continue;
                }
                numbers::Proof::Of(Order::DayFirst) => &mut proofs[0],
                numbers::Proof::Of(Order::MonthFirst) => &mut proofs[1],
            };
            if slot.is_none() {
                *slot = Some((place, text));
            }
        }
        if doubtful == 0 {
            return dates;
        }
        let (order, (place, text), which) = match proofs {
            [Some(proof), None] => (Order::DayFirst, proof, "the day"),
            [None, Some(proof)] => (Order::MonthFirst, proof, "the month"),
            [Some(one), Some(other)] => {
                let what = format!(
                    "{} has the day first, {} ({}) the month: none of them tells how the others are meant",
                    quoted(one.1),
                    quoted(other.1),
                    other.0
                );
                losses.tell(&one.0, None, Manner::Ambiguous, what);
                return dates;
            }
            [None, None] => return dates,
        };
        let what = format!(
            "{} can only be read with {which} first, and {} so too; `--day-first` or `--month-first` says otherwise",
            quoted(text),
            match doubtful {
                1 => "another date of this file is read".to_owned(),
                many => format!("{many} other dates of this file are read"),
            }
        );
        losses.tell(&place, None, Manner::Ambiguous, what);
        dates.order = Some(order);
        dates
    }

    /// Reads a date as people or programs write it.
    pub fn read(&self, text: &str) -> Result<Reading, NoDate> {
        let text = one_line(text.trim_start_matches('\u{feff}'));
        if text.is_empty() {
            return Err(NoDate::Empty);
        }
        if let Ok(when) = text.parse() {
            return Ok(Reading::plain(when));
        }
        if let Some(reading) = numbers::serial(&text) {
            return Ok(reading);
        }
        if let Some(found) = numbers::read(&text, self.order, self.century) {
            return found;
        }
        if let Some((date, time)) = clock::split(&text) {
            let reading = self.read(&date)?;
            let midnight = clock::Midnight::IsNoTime;
            return Ok(clock::with_time(reading, &text, &time, midnight));
        }
        if let Some(rest) = clock::without_weekday(&text) {
            return self.read(rest);
        }
        advice::follow(&text)
    }
}

impl Reading {
    /// A date of which there is nothing to tell.
    pub fn plain(when: Edtf) -> Self {
        Reading {
            when,
            said: None,
            remarks: Vec::new(),
        }
    }

    fn with(when: Edtf, said: &str, manner: Manner, what: impl Into<String>) -> Self {
        Reading {
            when,
            said: Some(said.to_owned()),
            remarks: vec![(manner, what.into())],
        }
    }

    /// A date of a format that has no way to write a year alone: a 1 January is pointed
    /// out.
    #[must_use]
    pub fn forced(mut self) -> Self {
        let starts = match self.when.expression() {
            Expression::Date(date) => date.precision() == Precision::Day,
            Expression::DateTime(_) => true,
            Expression::Interval(_) => {
                let text = self.when.to_string();
                text.split('/')
                    .next()
                    .is_some_and(|it| it.ends_with("-01-01"))
            }
            _ => false,
        };
        let first = self.when.earliest().day();
        if starts && first.is_some_and(|day| (day.month(), day.day()) == (1, 1)) {
            let what = format!(
                "`{}` is a 1 January, perhaps only because a whole date had to be given; if no more than the year is known, write the year",
                self.when
            );
            self.remarks.push((Manner::FalsePrecision, what));
        }
        self
    }
}

impl NoDate {
    fn refused(manner: Manner, said: &str, what: impl Into<String>) -> Self {
        NoDate::Refused {
            manner,
            what: what.into(),
            said: said.to_owned(),
        }
    }
}

impl Entry {
    /// Takes over what was found of its date, and tells what there is to tell. `said_when`
    /// is not touched if it is there already.
    pub fn take_date(&mut self, field: &str, found: Result<Reading, NoDate>, losses: &mut Losses) {
        let said = match found {
            Ok(reading) => {
                for (manner, what) in reading.remarks {
                    losses.tell(&self.place, Some(field), manner, what);
                }
                self.when = Some(reading.when);
                reading.said
            }
            Err(NoDate::Empty) => None,
            Err(NoDate::Refused { manner, what, said }) => {
                losses.tell(&self.place, Some(field), manner, what);
                Some(said)
            }
        };
        if self.said_when.is_none() {
            self.said_when = said;
        }
    }
}

#[cfg(test)]
mod tests;
