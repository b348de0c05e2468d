//! Lengths of time.

use crate::edtf::Day;

/// So many days and months.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) months: i64,
    /// Whether there are parts that are no whole days.
    pub(super) vague: bool,
}

/// `3 weeks`, `1 month, 2 days`.
pub(super) fn length(lower: &str) -> Option<Length> {
    let mut rest = lower.trim();
    let mut length = Length::default();
    let mut any = false;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..end]
            .parse()
            .ok()
            .filter(|number| *number < 1_000_000)?;
        rest = rest[end..].trim_start();
        let end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        match &rest[..end] {
            "d" | "day" | "days" => length.days += number,
            "w" | "week" | "weeks" => length.days += number * 7,
            "month" | "months" => length.months += number,
            "y" | "year" | "years" => length.months += number * 12,
            "h" | "hour" | "hours" | "min" | "mins" | "minute" | "minutes" | "s" | "sec"
            | "secs" | "second" | "seconds" | "ms" | "milliseconds" => length.vague = true,
            // Which days people work is not known.
            "work" | "business" | "weekday" | "weekdays" | "workdays" => {
                length.vague = true;
                rest = rest[end..].trim_start();
                let word = rest
                    .find(|c: char| !c.is_ascii_alphabetic())
                    .unwrap_or(rest.len());
                rest = rest[word..].trim_start_matches([' ', ',']);
                any = true;
                continue;
            }
            _ => return None,
        }
        any = true;
        rest = rest[end..].trim_start_matches([' ', ',']);
    }
    any.then_some(length)
}

impl Length {
    pub(super) fn after(self, day: Day) -> Option<Day> {
        moved(day, self.months, self.days)
    }

    pub(super) fn before(self, day: Day) -> Option<Day> {
        (!self.vague).then(|| moved(day, -self.months, -self.days))?
    }
}

/// A day so many months and days on; nothing where a month has no such day.
fn moved(day: Day, months: i64, days: i64) -> Option<Day> {
    let all = day.year() * 12 + i64::from(day.month()) - 1 + months;
    let month = u8::try_from(all.rem_euclid(12) + 1).ok()?;
    let day = Day::new(all.div_euclid(12), month, day.day())?;
    Day::from_number(day.number() + days)
}
