//! A time of day, with or beside a date.

use super::Reading;
use crate::edtf::{Edtf, Expression, Precision};
use crate::import::{Manner, quoted};

/// What midnight means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Midnight {
    /// That time of day.
    IsATime,
    /// Most often nothing: programs write it where there is no time.
    IsNoTime,
}

/// Divides a text into a date and a time of day, as far as it looks like these.
pub(super) fn split(text: &str) -> Option<(String, String)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // `2024-04-02T10:00`, `20240402T1000`
    if let Some(at) = text.find(['T', 't'])
        && at >= 4
        && digit(at - 1)
        && digit(at + 1)
    {
        return Some((text[..at].to_owned(), text[at + 1..].to_owned()));
    }
    let words: Vec<&str> = text.split(' ').collect();
    let is_clock = |word: &str| {
        let bare = word.trim_end_matches(',').to_lowercase();
        let half = bare.strip_suffix("am").or_else(|| bare.strip_suffix("pm"));
        let digits = half.unwrap_or(&bare);
        let first = digits.starts_with(|c: char| c.is_ascii_digit());
        first && (digits.contains(':') || half.is_some())
    };
    let mut at = words.iter().position(|word| is_clock(word));
    // "3 pm"
    if at.is_none() {
        let half =
            |word: &&str| matches!(word.to_lowercase().as_str(), "am" | "pm" | "a.m." | "p.m.");
        at = words.iter().position(half).and_then(|at| at.checked_sub(1));
    }
    let at = at?;
    let mut date: Vec<&str> = words[..at].to_vec();
    if date
        .last()
        .is_some_and(|word| matches!(*word, "at" | "-" | "–"))
    {
        date.pop();
    }
    let mut time: Vec<&str> = words[at..].to_vec();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if date.is_empty() {
        // "10:00, 2 April 2024"
        date = time.split_off(1);
    } else if time.len() > 1 && time.last().is_some_and(|word| is_year(word)) {
        // "Tue Apr 02 10:00:00 2024"
        date.extend(time.pop());
    }
    let date = date.join(" ");
    let date = date.trim_end_matches(',').to_owned();
    (!date.is_empty()).then(|| (date, time.join(" ")))
}

/// Puts a time of day to a date.
pub(super) fn with_time(
    mut reading: Reading,
    text: &str,
    time: &str,
    midnight: Midnight,
) -> Reading {
    if time.trim().is_empty() {
        return reading;
    }
    let Some(time) = read(time) else {
        let what = format!("the time of day, {}, is not understood", quoted(time));
        reading.remarks.push((Manner::NoPlace, what));
        reading.said = Some(text.to_owned());
        return reading;
    };
    if midnight == Midnight::IsNoTime && time.is_midnight() {
        let what = format!(
            "{} names midnight, perhaps only because a time of day had to be given: `{}` was written",
            quoted(text),
            reading.when
        );
        reading.remarks.push((Manner::FalsePrecision, what));
        return reading;
    }
    let day = matches!(reading.when.expression(), Expression::Date(date) if date.precision() == Precision::Day);
    let joined: Option<Edtf> = format!("{}T{}", reading.when, time.written()).parse().ok();
    if let Some(when) = joined.filter(|_| day) {
        reading.when = when;
        if let Some(fraction) = time.fraction {
            let what = format!("the fraction of a second, `{fraction}`, was left out");
            reading.remarks.push((Manner::NoPlace, what));
        }
    } else {
        let what = format!(
            "the time of day, {}, has no place beside `{}`",
            quoted(&time.written()),
            reading.when
        );
        reading.remarks.push((Manner::NoPlace, what));
        reading.said = Some(text.to_owned());
    }
    reading
}

/// A time of day.
struct Time {
    clock: [u8; 3],
    fraction: Option<String>,
    offset: String,
}

impl Time {
    fn is_midnight(&self) -> bool {
        self.clock == [0; 3]
    }

    fn written(&self) -> String {
        let [hour, minute, second] = self.clock;
        format!("{hour:02}:{minute:02}:{second:02}{}", self.offset)
    }
}

/// Reads a time of day: `10:00`, `3:05 pm`, `100000Z`, `10:00:00.5+02:00`.
fn read(text: &str) -> Option<Time> {
    let mut rest = text.trim();
    // "GMT+0200 (Central European Summer Time)"
    if let Some((before, name)) = rest.split_once(" (")
        && name.ends_with(')')
    {
        rest = before;
    }
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != ':')
        .unwrap_or(rest.len());
    let (digits, mut rest) = rest.split_at(end);
    let mut clock: Vec<u8> = if digits.contains(':') || digits.len() < 3 {
        let pieces = digits.split(':').map(|piece| piece.parse().ok());
        pieces.collect::<Option<_>>()?
    } else {
        let pairs = (0..digits.len()).step_by(2);
        let pairs = pairs.map(|at| digits.get(at..at + 2)?.parse().ok());
        pairs.collect::<Option<_>>()?
    };
    let mut fraction = None;
    if let Some(after) = rest.strip_prefix(['.', ',']) {
        let end = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let zero = after[..end].bytes().all(|b| b == b'0');
        fraction = (!zero).then(|| format!(".{}", &after[..end]));
        rest = &after[end..];
    }
    let lower = rest.trim().to_lowercase();
    let halves = [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)];
    let half = halves
        .iter()
        .find_map(|(name, hours)| Some((lower.strip_prefix(name)?, *hours)));
    let mut zone = lower.clone();
    if let Some((after, hours)) = half {
        let hour = clock.first_mut()?;
        (1..=12).contains(hour).then_some(())?;
        *hour = *hour % 12 + hours;
        after.trim().clone_into(&mut zone);
    } else if digits.len() < 3 {
        return None;
    }
    clock.resize(3, 0);
    let [hour, minute, second] = clock[..] else {
        return None;
    };
    (hour < 24 && minute < 60 && second < 61).then_some(())?;
    Some(Time {
        clock: [hour, minute, second],
        fraction,
        offset: offset(&zone)?,
    })
}

/// An offset from UTC as EDTF writes it; nothing where none is given.
fn offset(zone: &str) -> Option<String> {
    let bare = ["utc", "gmt"]
        .iter()
        .find_map(|name| zone.strip_prefix(name))
        .unwrap_or(zone);
    if bare.is_empty() || bare == "z" {
        return Some(if zone.is_empty() { "" } else { "Z" }.to_owned());
    }
    let sign = bare.chars().next().filter(|c| "+-".contains(*c))?;
    let digits: String = bare[1..].chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "00"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    if (hours, minutes) == (0, 0) {
        return Some("Z".to_owned());
    }
    (hours < 24 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// A text without the weekday with which it begins: `Tue, 2 April 2024`.
pub(super) fn without_weekday(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once(' ')?;
    let lower = word.trim_end_matches([',', '.']).to_lowercase();
    let days = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let is_day = lower.len() > 2 && days.iter().any(|day| day.starts_with(&lower));
    is_day.then(|| rest.trim_start())
}
