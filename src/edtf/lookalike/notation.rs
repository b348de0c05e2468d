//! Dates in another notation: lower case, slashes, dots, words.

use super::valid;
use crate::edtf::error::{Error, ErrorKind, month_name, quoted};

/// Letters in lower case: `201x`, `y-17e7`, `2024-04-02t10:00:00z`; also the
/// `u` that was the `X` of the draft of 2012.
pub(super) fn lower_case(text: &str) -> Option<Error> {
    let is_meant = |letter: char| "xyestzu".contains(letter);
    let at = text.find(is_meant)?;
    let letter = text.get(at..=at)?;
    let suggestion = valid(
        text.chars()
            .map(|letter| match letter {
                'u' => 'X',
                _ if is_meant(letter) => letter.to_ascii_uppercase(),
                _ => letter,
            })
            .collect(),
    )?;
    let message = if letter == "u" {
        "`u` for an unspecified digit is written `X`".to_owned()
    } else {
        format!("`{letter}` is in lower case")
    };
    Some(
        Error::new(ErrorKind::LowerCase, at..at + 1, message)
            .with_help(format!("write `{suggestion}`")),
    )
}

/// Dates with slashes, with dots, with the year last, in words.
pub(super) fn other_notation(text: &str) -> Option<Error> {
    let trimmed = text.trim();
    let (how, help) = if let Some(suggestion) = in_words(trimmed) {
        ("is written in words", format!("write `{suggestion}`"))
    } else {
        let separator = trimmed.chars().find(|letter| !letter.is_ascii_digit())?;
        let how = match separator {
            '/' => "is written with slashes, not hyphens",
            '.' => "is written with dots, not hyphens",
            '-' => "does not begin with the year",
            _ => return None,
        };
        (how, in_numbers(trimmed, separator)?)
    };
    let start = text.len() - text.trim_start().len();
    let message = format!("{} {how}", quoted(trimmed));
    let span = start..start + trimmed.len();
    Some(Error::new(ErrorKind::Notation, span, message).with_help(help))
}

/// Two or three numbers between separators. Dots go with day, month, year;
/// with slashes and hyphens the month may come first.
fn in_numbers(text: &str, separator: char) -> Option<String> {
    let mut parts = text.split(separator);
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    let number = |part: &str, longest: usize| {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        (digits && part.len() <= longest).then_some(())?;
        part.parse::<u16>().ok()
    };
    let date = |year: &str, month: &str, day: &str| {
        (year.len() == 4).then_some(())?;
        let (month, day) = (number(month, 2)?, number(day, 2)?);
        valid(format!("{year}-{month:02}-{day:02}"))
    };
    let month = |year: &str, month: &str| {
        (year.len() == 4).then_some(())?;
        valid(format!("{year}-{:02}", number(month, 2)?))
    };
    match parts {
        [Some(year), Some(second), Some(third), None] if year.len() == 4 => {
            (separator != '-').then_some(())?;
            Some(format!("write `{}`", date(year, second, third)?))
        }
        [Some(first), Some(second), Some(year), None] => {
            let day_first = date(year, second, first);
            let month_first = date(year, first, second).filter(|_| separator != '.');
            match (day_first, month_first) {
                (Some(one), Some(other)) if one != other => {
                    Some(format!("write `{one}` or `{other}`, as it is meant"))
                }
                (Some(one), _) | (None, Some(one)) => Some(format!("write `{one}`")),
                (None, None) => None,
            }
        }
        [Some(year), Some(second), None, None] if year.len() == 4 => {
            (separator != '-').then_some(())?;
            Some(format!("write `{}`", month(year, second)?))
        }
        [Some(first), Some(year), None, None] => Some(format!("write `{}`", month(year, first)?)),
        _ => None,
    }
}

/// `April 2024`, `2 April 2024`, `Apr 2, 2024`.
fn in_words(text: &str) -> Option<String> {
    let mut month = None;
    let mut year = None;
    let mut day = None;
    let words = text.split(|letter: char| letter.is_whitespace() || ",.-".contains(letter));
    for word in words.filter(|word| !word.is_empty()) {
        let number = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        let slot = if let Some(found) = month_of(word) {
            if month.replace(found).is_some() {
                return None;
            }
            continue;
        } else if word.len() == 4 {
            &mut year
        } else if (1..=2).contains(&number.len()) {
            &mut day
        } else {
            return None;
        };
        if slot.replace(number.parse::<u16>().ok()?).is_some() {
            return None;
        }
    }
    let (month, year) = (month?, year?);
    valid(match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    })
}

/// The month that a word names, by three letters or more.
fn month_of(word: &str) -> Option<u8> {
    (1..=12).find(|month| {
        let name = month_name(*month);
        word.len() >= 3
            && name
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
    })
}
