//! Years that are not just four digits: `Y170000002`, `Y-17E7`, `1950S2`.

use std::fmt;

use super::day::Day;
use super::qualifier::{Mark, Placement, Qualification, Qualifier};

/// How the number of a [`Year`] is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearForm {
    /// Four digits; such a year has significant digits, or it would be a
    /// plain date.
    FourDigits,
    /// After a `Y`, in full.
    Long,
    /// After a `Y`, as a number times a power of ten.
    Exponential {
        /// The number before the `E`.
        mantissa: i64,
        /// The power of ten.
        exponent: u8,
    },
}

/// A year beyond four digits, or one that only some digits are known of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Year {
    /// The astronomical year; an estimate where there are significant digits.
    pub value: i64,
    /// How it is written.
    pub form: YearForm,
    /// How many of its digits, from the left, are significant; the others may
    /// be anything. A four-digit year is counted with its leading zeros.
    pub significant: Option<u8>,
    /// The qualifier at its left.
    pub before: Option<Qualifier>,
    /// The qualifier at its right. Of a year alone, both say the same.
    pub after: Option<Qualifier>,
}

impl Year {
    /// What the qualifiers say of the year.
    #[must_use]
    pub fn qualification(&self) -> Qualification {
        Qualification::from(self.before) | Qualification::from(self.after)
    }

    /// The first year that it may stand for.
    #[must_use]
    pub fn first(&self) -> i64 {
        self.range().0
    }

    /// The last year that it may stand for.
    #[must_use]
    pub fn last(&self) -> i64 {
        self.range().1
    }

    /// The number of digits, of which `significant` are significant.
    pub(crate) fn digit_count(&self) -> u32 {
        match self.form {
            YearForm::FourDigits => 4,
            _ => self.value.unsigned_abs().checked_ilog10().unwrap_or(0) + 1,
        }
    }

    pub(crate) fn first_day(&self) -> Day {
        Day::first_of(self.first(), 1)
    }

    pub(crate) fn last_day(&self) -> Day {
        Day::last_of(self.last(), 12)
    }

    pub(crate) fn level(&self) -> u8 {
        let form = match self.form {
            YearForm::FourDigits | YearForm::Exponential { .. } => 2,
            YearForm::Long => 1,
        };
        let significant = if self.significant.is_some() { 2 } else { 0 };
        let placement = Placement {
            inside: self.before.is_some(),
            at_end: self.after.is_some(),
        };
        placement.level().max(form).max(significant)
    }

    fn range(&self) -> (i64, i64) {
        let Some(significant) = self.significant else {
            return (self.value, self.value);
        };
        let loose = self.digit_count().saturating_sub(u32::from(significant));
        let step = 10_i64.saturating_pow(loose);
        let magnitude = self.value.saturating_abs();
        let least = magnitude - magnitude % step;
        let greatest = least.saturating_add(step - 1).min(Day::MAX_YEAR);
        if self.value < 0 {
            // There is no year -0000.
            (-greatest, -least.max(1))
        } else {
            (least, greatest)
        }
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Mark(self.before).fmt(f)?;
        match self.form {
            YearForm::FourDigits => {
                let sign = if self.value < 0 { "-" } else { "" };
                write!(f, "{sign}{:04}", self.value.unsigned_abs())?;
            }
            YearForm::Long => write!(f, "Y{}", self.value)?,
            YearForm::Exponential { mantissa, exponent } => {
                write!(f, "Y{mantissa}E{exponent}")?;
            }
        }
        if let Some(significant) = self.significant {
            write!(f, "S{significant}")?;
        }
        Mark(self.after).fmt(f)
    }
}
