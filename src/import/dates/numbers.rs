//! Dates in numbers alone: `3/4/2024`, and a spreadsheet's number of a day.

use super::{NoDate, Order, Reading, advice};
use crate::edtf::{Day, Edtf};
use crate::import::{Manner, quoted};

/// What a text tells of the order of day and month.
pub(super) enum Proof {
    /// Nothing: it is written otherwise.
    None,
    /// It can be read in both ways.
    Either,
    /// It can be read in this way only.
    Of(Order),
}

/// What a text tells of the order of day and month.
pub(super) fn proof(text: &str) -> Proof {
    let date = super::clock::split(text.trim()).map(|(date, _)| date);
    let Some(three) = three(date.as_deref().unwrap_or(text.trim())) else {
        return Proof::None;
    };
    // With dots the day comes first wherever dates are written so.
    if three.dots {
        return Proof::None;
    }
    match three.ways(2000) {
        [Some(one), Some(other)] if one == other => Proof::None,
        [Some(_), Some(_)] => Proof::Either,
        [Some(_), None] => Proof::Of(Order::DayFirst),
        [None, Some(_)] => Proof::Of(Order::MonthFirst),
        [None, None] => Proof::None,
    }
}

/// Two small numbers and a year.
struct Three {
    first: u8,
    second: u8,
    year: i64,
    short: bool,
    dots: bool,
}

fn three(text: &str) -> Option<Three> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !"/-.".contains(separator) {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, second, year] = parts[..] else {
        return None;
    };
    let small = |part: &str| {
        let fits = matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse().ok()).flatten()
    };
    let fits = matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit());
    Some(Three {
        first: small(first)?,
        second: small(second)?,
        year: fits.then(|| year.parse().ok()).flatten()?,
        short: year.len() == 2,
        dots: separator == '.',
    })
}

impl Three {
    /// With the day first, and with the month first; in a leap year if the year is short.
    fn ways(&self, century: i64) -> [Option<Day>; 2] {
        let year = if self.short {
            century + self.year
        } else {
            self.year
        };
        [
            Day::new(year, self.second, self.first),
            Day::new(year, self.first, self.second),
        ]
    }
}

/// Reads two small numbers and a year, in the order that is known.
pub(super) fn read(
    text: &str,
    order: Option<Order>,
    century: Option<u8>,
) -> Option<Result<Reading, NoDate>> {
    let three = three(text)?;
    if three.short && century.is_none() {
        let what = format!(
            "{} has a year of two digits; `--century 20` says that 20xx is meant",
            quoted(text)
        );
        return Some(Err(NoDate::refused(Manner::Partly, text, what)));
    }
    let ways = three.ways(i64::from(century.unwrap_or_default()) * 100);
    let order = if three.dots {
        Some(Order::DayFirst)
    } else {
        order
    };
    let (day, is_odd) = match (ways, order) {
        ([None, None], _) => {
            let what = format!("{}: there is no such day", quoted(text));
            return Some(Err(NoDate::refused(Manner::Impossible, text, what)));
        }
        ([Some(one), Some(other)], None) if one != other => {
            let both = [one, other].map(|day| day.to_string().parse::<Edtf>().ok());
            let [Some(one), Some(other)] = both else {
                return None;
            };
            return advice::either(text, &one, &other).map(Ok);
        }
        ([Some(day), None], Some(Order::MonthFirst))
        | ([None, Some(day)], Some(Order::DayFirst)) => (day, true),
        ([_, Some(day)], Some(Order::MonthFirst)) | ([None, Some(day)] | [Some(day), _], _) => {
            (day, false)
        }
    };
    let mut reading = Reading::plain(day.to_string().parse().ok()?);
    if is_odd {
        let what = format!(
            "{} is no date in the order of the others, and is taken for `{day}`",
            quoted(text)
        );
        reading.said = Some(text.to_owned());
        reading.remarks.push((Manner::Ambiguous, what));
    }
    Some(Ok(reading))
}

/// The days that spreadsheets number, as far as one would take a number for a day: from
/// 1954 to 2064.
const SERIALS: std::ops::Range<i64> = 20_000..60_000;

/// A spreadsheet's number of a day: `45384`, `45384.5`.
pub(super) fn serial(text: &str) -> Option<Reading> {
    let whole = match text.split_once('.') {
        Some((whole, rest)) if rest.bytes().all(|b| b.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => text,
    };
    if whole.len() != 5 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = whole.parse().ok().filter(|n| SERIALS.contains(n))?;
    // Day 1 is 1 January 1900, and there is a 29 February 1900.
    let base = Day::new(1899, 12, 30)?;
    let day = Day::from_number(base.number() + number)?;
    let what = format!(
        "{} is taken for a spreadsheet’s number of the day `{day}`",
        quoted(text)
    );
    let when = day.to_string().parse().ok()?;
    Some(Reading::with(when, text, Manner::Assumed, what))
}
