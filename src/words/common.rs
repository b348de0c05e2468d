//! What several dates have in common, and need not be said of each.

use crate::edtf::{Date, Point, Precision};

/// What several dates have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Common {
    /// They are days of one month of one year.
    Month,
    /// They are all days, or all months, of one year.
    Year,
    /// They are all years: no more than the word for a year.
    Years,
    /// Nothing.
    Nothing,
}

/// What dates have in common; nothing, where any of them is not a plain
/// date: qualified, with `X`, a season, a long year.
#[must_use]
pub fn common<'a>(points: impl IntoIterator<Item = &'a Point>) -> Common {
    let mut points = points.into_iter();
    let Some(first) = points.next().and_then(plain) else {
        return Common::Nothing;
    };
    let mut found = match first.precision() {
        Precision::Day => Common::Month,
        Precision::Month => Common::Year,
        Precision::Year => Common::Years,
        Precision::SubYear => return Common::Nothing,
    };
    for point in points {
        let Some(date) = plain(point) else {
            return Common::Nothing;
        };
        if date.precision() != first.precision() {
            return Common::Nothing;
        }
        if found == Common::Years {
            continue;
        }
        if date.year != first.year {
            return Common::Nothing;
        }
        if date.month != first.month {
            found = Common::Year;
        }
    }
    found
}

fn plain(point: &Point) -> Option<&Date> {
    match point {
        Point::Date(date) if point.is_plain() => Some(date),
        _ => None,
    }
}
