//! A date of markwhen as such.

use crate::edtf::Day;
use crate::import::dates::{NoDate, Reading};
use crate::import::{Dates, Manner, Order, quoted};

/// How the numbers of `3/4/2024` stand.
#[derive(Clone, Copy)]
pub(super) struct Format {
    pub(super) order: Order,
    /// Whether the file or somebody says so.
    pub(super) said: bool,
}

pub(super) fn is_time(lower: &str) -> bool {
    let clock = lower
        .strip_suffix("am")
        .or_else(|| lower.strip_suffix("pm"));
    let digits = clock.unwrap_or(lower).trim();
    let fine =
        |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    match digits.split_once(':') {
        Some((hour, minute)) => fine(hour) && fine(minute),
        None => clock.is_some() && fine(digits),
    }
}

/// A date as such; `None` if it is none.
pub(super) fn date(text: &str, lower: &str, format: Format) -> Option<Result<Reading, NoDate>> {
    if let Some(found) = era(lower) {
        return Some(found);
    }
    if let Some(found) = week(lower) {
        return Some(found);
    }
    let first = text.split([' ', ',']).next().unwrap_or_default();
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let rest = text[first.len()..].trim_matches([' ', ',']);
    let timed = rest.is_empty() || is_time(&rest.to_lowercase());
    if first.contains('/') {
        let parts: Vec<&str> = first.split('/').collect();
        if !timed || !parts.iter().all(|part| digits(part)) {
            return None;
        }
        return slashes(text, &parts, rest, format);
    }
    let iso = |text: &str| {
        let parts: Vec<&str> = text
            .split('T')
            .next()
            .unwrap_or_default()
            .split('-')
            .collect();
        parts.iter().all(|part| digits(part))
            && parts.len() <= 3
            && parts[0].len() == 4
            && parts[1..].iter().all(|part| part.len() <= 2)
    };
    if digits(text) {
        let mark = if text.len() == 5 { "Y" } else { "" };
        let year = format!("{mark}{text:0>4}");
        return Some(Dates::default().read(&year));
    }
    let names = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let words: Vec<&str> = lower
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let month = words
        .iter()
        .take(2)
        .any(|word| names.iter().any(|name| word.starts_with(name)));
    let rest_is_date = words.iter().all(|word| {
        word.bytes().next().is_some_and(|b| b.is_ascii_digit())
            || names.iter().any(|name| word.starts_with(name))
    });
    if !(iso(first) && timed || month && rest_is_date) || words.len() > 5 {
        return None;
    }
    match Dates::default().read(text) {
        Err(NoDate::Empty) => None,
        found => Some(found),
    }
}

/// `3/4/2024`, `4/2024`.
fn slashes(
    text: &str,
    parts: &[&str],
    rest: &str,
    format: Format,
) -> Option<Result<Reading, NoDate>> {
    let dates = Dates::default();
    let with_rest = |date: String| format!("{date} {rest}");
    match parts {
        [month, year] if year.len() == 4 && month.len() <= 2 && rest.is_empty() => {
            Some(dates.read(&format!("{year}-{month:0>2}")))
        }
        [first, second, year] if year.len() == 4 && first.len() <= 2 && second.len() <= 2 => {
            let (day, month) = match format.order {
                Order::DayFirst => (first, second),
                Order::MonthFirst => (second, first),
            };
            let mut found = dates.read(with_rest(format!("{year}-{month:0>2}-{day:0>2}")).trim());
            let number = |text: &&str| text.parse::<u8>().unwrap_or_default();
            let either = number(first) <= 12 && number(second) <= 12 && first != second;
            if let Ok(reading) = &mut found
                && either
                && !format.said
            {
                let what = format!(
                    "{} was read with the month first, as markwhen does where no `dateFormat: d/M/y` is given",
                    quoted(text)
                );
                reading.remarks.push((Manner::Ambiguous, what));
                reading.said = Some(text.to_owned());
            }
            Some(found)
        }
        _ => None,
    }
}

/// `44 BC`, `300 CE`.
fn era(lower: &str) -> Option<Result<Reading, NoDate>> {
    let end = lower.find(|c: char| !c.is_ascii_digit())?;
    let year: i64 = lower[..end]
        .parse()
        .ok()
        .filter(|year| *year > 0 && *year < 100_000)?;
    let year = match lower[end..].trim() {
        "bc" | "bce" => 1 - year,
        "ad" | "ce" => year,
        _ => return None,
    };
    let text = match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        year => format!("Y{year}"),
    };
    text.parse().ok().map(|when| Ok(Reading::plain(when)))
}

/// `2024-W10`, `2024-W10-3`: ISO 8601.
fn week(lower: &str) -> Option<Result<Reading, NoDate>> {
    let (year, rest) = lower.split_once('w')?;
    let year: i64 = year
        .trim_end_matches('-')
        .parse()
        .ok()
        .filter(|year| (1000..10_000).contains(year))?;
    let digits: String = rest.chars().filter(|c| *c != '-').collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !(2..=3).contains(&digits.len()) {
        return None;
    }
    let week: i64 = digits[..2].parse().ok()?;
    let day: Option<i64> = digits[2..].parse().ok();
    // 4 January is always in the first week; 1970-01-01 was a Thursday.
    let fourth = Day::new(year, 1, 4)?.number();
    let monday = fourth - (fourth + 3).rem_euclid(7) + (week - 1) * 7;
    let days = |from, to| Some((Day::from_number(from)?, Day::from_number(to)?));
    let thursday = Day::from_number(monday + 3)?;
    if thursday.year() != year || !(0..=7).contains(&day.unwrap_or(1)) || day == Some(0) {
        return Some(Err(refused(
            Manner::Impossible,
            "is a week or day that there is not",
            lower,
        )));
    }
    let text = if let Some(day) = day {
        Day::from_number(monday + day - 1)?.to_string()
    } else {
        let (from, to) = days(monday, monday + 6)?;
        format!("{from}/{to}")
    };
    text.parse().ok().map(|when| Ok(Reading::plain(when)))
}

pub(super) fn refused(manner: Manner, why: &str, said: &str) -> NoDate {
    NoDate::Refused {
        manner,
        what: format!("{} {why}", quoted(said)),
        said: said.to_owned(),
    }
}
