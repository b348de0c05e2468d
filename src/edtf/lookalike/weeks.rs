//! Weeks and days that are numbered through the year: EDTF has neither.

use crate::edtf::Day;
use crate::edtf::day::is_leap_year;

/// Monday and Sunday of a week of ISO 8601, of which the first has 4 January.
pub(super) fn week(year: i64, number: u8) -> Option<(Day, Day)> {
    let fourth = Day::new(year, 1, 4)?.number();
    // 1970-01-01, day 0, was a Thursday.
    let first_monday = fourth - (fourth + 3).rem_euclid(7);
    let monday = first_monday + 7 * (i64::from(number) - 1);
    let thursday = Day::from_number(monday + 3)?;
    (number > 0 && thursday.year() == year).then_some(())?;
    Some((Day::from_number(monday)?, Day::from_number(monday + 6)?))
}

/// The day of that number, from 1.
pub(super) fn day_of_year(year: i64, number: u16) -> Option<Day> {
    let length = if is_leap_year(year) { 366 } else { 365 };
    (1..=length).contains(&number).then_some(())?;
    Day::from_number(Day::new(year, 1, 1)?.number() + i64::from(number) - 1)
}
