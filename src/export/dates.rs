//! Dates for tools that know only such dates as a calendar has.

use crate::edtf::Edtf;

/// How many years of doubt can be drawn without all else becoming a point.
const MOST_DOUBT: i64 = 100;

/// A date as exact as it is, to the year, the month, the day or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    pub(super) year: i64,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    /// Hour, minute, second.
    pub(super) time: Option<(u32, u32, u32)>,
}

/// When something is, for a tool that knows one date or a span from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) start: Exact,
    pub(super) end: Option<Exact>,
    /// Whether this says as much as the date of the event does.
    pub(super) whole: bool,
}

impl Plain {
    /// Of a date that is known on one side at least, to a century. What is vague becomes the span of all
    /// days that it can be; an open end becomes none.
    pub(super) fn of(date: &Edtf) -> Option<Self> {
        let text = date.to_string();
        if let Some(start) = exact(&text) {
            let whole = start.time.is_none() || offset_of(&text).is_none();
            let end = None;
            return Some(Plain { start, end, whole });
        }
        if let Some((start, end)) = text.split_once('/')
            && let (Some(start), Some(end)) = (exact(start), exact(end))
        {
            let end = Some(end);
            return Some(Plain {
                start,
                end,
                whole: true,
            });
        }
        let day = |day: crate::edtf::Day| Exact {
            year: day.year(),
            month: Some(day.month().into()),
            day: Some(day.day().into()),
            time: None,
        };
        let first = date.earliest().day().map(day);
        let last = date.latest().day().map(day);
        let start = first.or(last)?;
        let years = last.map_or(0, |last| last.year - start.year);
        if years > MOST_DOUBT {
            return None;
        }
        Some(Plain {
            start,
            end: last.filter(|last| *last != start),
            whole: false,
        })
    }
}

/// A date of level 0 of EDTF, without its offset.
fn exact(text: &str) -> Option<Exact> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let (sign, digits) = match date.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, date),
    };
    let mut parts = digits.split('-').map(|part| {
        let number = part.bytes().all(|byte| byte.is_ascii_digit());
        (
            number.then(|| part.parse::<u32>().ok()).flatten(),
            part.len(),
        )
    });
    let (Some(year), 4) = parts.next()? else {
        return None;
    };
    let mut two = |most: u32| match parts.next() {
        None => Some(None),
        Some((Some(number), 2)) if (1..=most).contains(&number) => Some(Some(number)),
        Some(_) => None,
    };
    let (month, day) = (two(12)?, two(31)?);
    let time = match time {
        None => None,
        Some(time) => {
            let mut parts = time.get(..8)?.split(':').map(str::parse::<u32>);
            Some((
                parts.next()?.ok()?,
                parts.next()?.ok()?,
                parts.next()?.ok()?,
            ))
        }
    };
    Some(Exact {
        year: sign * i64::from(year),
        month,
        day,
        time,
    })
}

/// The offset of a time of day from UTC.
fn offset_of(text: &str) -> Option<&str> {
    let (_, time) = text.split_once('T')?;
    time.get(8..).filter(|offset| !offset.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(date: &str) -> String {
        let Some(plain) = Plain::of(&date.parse().unwrap()) else {
            return "none".to_owned();
        };
        let one = |it: &Exact| {
            let mut text = it.year.to_string();
            for part in [it.month, it.day].into_iter().flatten() {
                text += &format!("-{part}");
            }
            if let Some((hour, minute, second)) = it.time {
                text += &format!(" {hour}:{minute}:{second}");
            }
            text
        };
        let end = plain.end.as_ref().map(one);
        let mark = if plain.whole { "" } else { "!" };
        format!(
            "{}{}{mark}",
            one(&plain.start),
            end.map_or_else(String::new, |end| format!(" to {end}"))
        )
    }

    #[test]
    fn dates_are_as_exact_as_they_were() {
        for (date, expected) in [
            ("2024-04-02", "2024-4-2"),
            ("2024-04", "2024-4"),
            ("2024", "2024"),
            ("-0043-03-15", "-43-3-15"),
            ("2024-05-16/2024-05-31", "2024-5-16 to 2024-5-31"),
            ("2022/2024-05", "2022 to 2024-5"),
            ("2024-04-02T15:00:00", "2024-4-2 15:0:0"),
            ("2024-04-02T15:00:00-04:00", "2024-4-2 15:0:0!"),
            ("[2024-05-16..2024-05-31]", "2024-5-16 to 2024-5-31!"),
            ("2024-04-02?", "2024-4-2!"),
            ("2023-36", "2023-10-1 to 2023-12-31!"),
            ("2024-04/..", "2024-4-1!"),
            ("../2024-04", "2024-4-30!"),
            ("19XX", "1900-1-1 to 1999-12-31!"),
            ("XXXX", "none"),
        ] {
            assert_eq!(shown(date), expected, "{date}");
        }
    }
}
