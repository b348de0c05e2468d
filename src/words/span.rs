//! What a span of days is: a month, a half of one, a quarter…

use crate::edtf::{Day, Point, Precision};

/// A span of days, by its most telling name. Only exact spans have one: the
/// second half of a month is from the 16th to its last day, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One day.
    Day(Day),
    /// The 1st to the 15th of a month (`half` 1), or the 16th to its end
    /// (`half` 2).
    HalfMonth {
        /// The astronomical year.
        year: i64,
        /// The month, 1 to 12.
        month: u8,
        /// 1 or 2.
        half: u8,
    },
    /// A whole month.
    Month {
        /// The astronomical year.
        year: i64,
        /// The month, 1 to 12.
        month: u8,
    },
    /// Three months that are a quarter, 1 to 4.
    Quarter {
        /// The astronomical year.
        year: i64,
        /// The quarter.
        quarter: u8,
    },
    /// January to June (1) or July to December (2).
    HalfYear {
        /// The astronomical year.
        year: i64,
        /// 1 or 2.
        half: u8,
    },
    /// A whole year.
    Year(i64),
    /// Anything else, from the one day to the other; its ends are no finer
    /// than the given precision: years for whole years, months for whole
    /// months.
    Other {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
        /// How fine its ends are.
        precision: Precision,
    },
}

impl Span {
    /// The span from the first day of `from` to the last day of `to`; `None` where either
    /// is in doubt or leaves digits open.
    #[must_use]
    pub fn between(from: &Point, to: &Point) -> Option<Self> {
        let ((first, _), (_, last)) = from.days().zip(to.days())?;
        (from.is_plain() && to.is_plain()).then(|| Self::of(first, last))
    }

    /// The span from `first` to `last`, both included.
    #[must_use]
    pub fn of(first: Day, last: Day) -> Self {
        let (year, month) = (first.year(), first.month());
        if first == last {
            return Self::Day(first);
        }
        let whole_months = first.day() == 1 && last.is_end_of_month();
        let other = |precision| Self::Other {
            first,
            last,
            precision,
        };
        if !whole_months {
            return match (first.day(), last.day()) {
                _ if (last.year(), last.month()) != (year, month) => other(Precision::Day),
                (1, 15) => Self::HalfMonth {
                    year,
                    month,
                    half: 1,
                },
                (16, _) if last.is_end_of_month() => Self::HalfMonth {
                    year,
                    month,
                    half: 2,
                },
                _ => other(Precision::Day),
            };
        }
        let same_year = last.year() == year;
        match (month, last.month()) {
            (1, 12) if same_year => Self::Year(year),
            (1, 12) => other(Precision::Year),
            (_, end) if same_year && end == month => Self::Month { year, month },
            (1 | 4 | 7 | 10, end) if same_year && end == month + 2 => Self::Quarter {
                year,
                quarter: end / 3,
            },
            (1 | 7, end) if same_year && end == month + 5 => Self::HalfYear {
                year,
                half: end / 6,
            },
            _ => other(Precision::Month),
        }
    }
}
