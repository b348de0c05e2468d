//! Dates in figures in another notation: slashes, dots, spaces, the signs for
//! year, month and day; and dates in quotes.

use super::{Reading, USUAL, read_bare, slips, valid, write};
use crate::edtf::error::quoted;
use crate::edtf::parse::strict;

/// What two or three numbers may mean.
enum Numbers {
    One(String),
    Either(String, String),
    /// A year of two digits.
    ShortYear,
}

/// What to say of a year of two digits.
pub(super) const FOUR_DIGITS: &str =
    "a year has four digits, and a date begins with it, as in `2024-04-02`";

/// Dates with slashes, with dots, with the year last.
pub(super) fn numbers(text: &str) -> Option<Reading> {
    let separator = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let how = match separator {
        '/' => "is written with slashes, not hyphens",
        '.' => "is written with dots, not hyphens",
        '-' => "does not begin with the year",
        ' ' => "is written with spaces, not hyphens",
        _ => return None,
    };
    Some(match in_numbers(text, separator)? {
        Numbers::One(date) => Reading::new(text, how, write(&date)),
        Numbers::Either(one, other) => {
            let help = format!("write `{one}` or `{other}`, as it is meant");
            Reading::new(text, how, help)
        }
        Numbers::ShortYear => Reading::new(text, "has a year of two digits", FOUR_DIGITS),
    })
}

/// A date with slashes or dots that has one meaning only.
pub(super) fn one_date(text: &str) -> Option<String> {
    let separator = text.chars().find(|letter| !letter.is_ascii_digit())?;
    match in_numbers(text, separator) {
        Some(Numbers::One(date)) if "/.".contains(separator) => Some(date),
        _ => None,
    }
}

/// Two or three numbers between separators. With dots the day comes first if
/// it can; otherwise the month may come first.
fn in_numbers(text: &str, separator: char) -> Option<Numbers> {
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
        let month = number(month, 2).filter(|month| *month <= 12)?;
        (year.len() == 4).then_some(())?;
        valid(format!("{year}-{month:02}"))
    };
    match parts {
        [Some(year), Some(second), Some(third), None] if year.len() == 4 => {
            (separator != '-').then_some(())?;
            date(year, second, third).map(Numbers::One)
        }
        [Some(first), Some(second), Some(third), None] if third.len() < 3 => {
            let small = [number(first, 2)?, number(second, 2)?, number(third, 2)?];
            let has_day = small.iter().any(|number| (1..=31).contains(number));
            let has_month = small.iter().any(|number| (1..=12).contains(number));
            (has_day && has_month).then_some(Numbers::ShortYear)
        }
        [Some(first), Some(second), Some(year), None] => {
            let day_first = date(year, second, first);
            let month_first = date(year, first, second);
            match (day_first, month_first) {
                (Some(one), Some(other)) if one != other && separator != '.' => {
                    Some(Numbers::Either(one, other))
                }
                (Some(one), _) | (None, Some(one)) => Some(Numbers::One(one)),
                (None, None) => None,
            }
        }
        [Some(year), Some(second), None, None] if year.len() == 4 => {
            (separator != '-').then_some(())?;
            month(year, second).map(Numbers::One)
        }
        [Some(first), Some(year), None, None] => month(year, first).map(Numbers::One),
        _ => None,
    }
}

/// `2031年5月3日`, `2031년 5월`: a sign after each number.
pub(super) fn with_signs(text: &str) -> Option<Reading> {
    let parts: Vec<&str> = text
        .split_inclusive(['年', '月', '日', '년', '월', '일'])
        .map(str::trim)
        .collect();
    let mut numbers = Vec::new();
    for (count, part) in parts.iter().enumerate() {
        let signs = [['年', '년'], ['月', '월'], ['日', '일']];
        let number: String = part
            .strip_suffix(*signs.get(count)?)?
            .chars()
            .map(digit)
            .collect();
        let number: u16 = number.trim().parse().ok()?;
        let width = if count == 0 { 4 } else { 2 };
        numbers.push(format!("{number:0width$}"));
    }
    let help = write(&valid(numbers.join("-"))?);
    Some(Reading::new(text, "is not written as EDTF", help))
}

/// The digit of ASCII for one of full width.
pub(super) fn digit(letter: char) -> char {
    match letter {
        '\u{FF10}'..='\u{FF19}' => char::from_u32(u32::from(letter) - 0xFF10 + 0x30),
        _ => None,
    }
    .unwrap_or(letter)
}

/// A text in quotes that are part of it: `“2031-05-03”`.
pub(super) fn in_quotes(text: &str) -> Option<Reading> {
    let name = |letter: char| match letter {
        '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' => Some("curly quotes"),
        '«' | '»' | '‹' | '›' | '「' | '」' => Some("quotes"),
        '"' | '\'' | '`' => Some("quotes of its own"),
        _ => None,
    };
    let inner = text.trim_matches(|letter| name(letter).is_some());
    if inner.len() == text.len() {
        return None;
    }
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    let marks: Vec<char> = [first, last]
        .into_iter()
        .filter(|letter| name(*letter).is_some())
        .collect();
    let kind = marks.first().and_then(|mark| name(*mark))?;
    let how = match marks[..] {
        // `'31` and `’31`: not a quotation.
        [mark] if "'’".contains(mark) && mark == first => return None,
        // A backtick is shown between others.
        ['`', ..] => format!("is in {kind}"),
        [one, other] if one != other => format!("is in {kind}, `{one}` and `{other}`"),
        [mark, ..] => format!("is in {kind}, `{mark}`"),
        [] => return None,
    };
    let inner = inner.trim();
    let help = match strict(inner) {
        Ok(_) if name(first) == Some("curly quotes") && !inner.starts_with(['[', '{', '%']) => {
            format!("write `{inner}`, or in straight quotes `\"{inner}\"`")
        }
        Ok(_) => write(inner),
        Err(error) => read_bare(inner)
            .map(|reading| reading.help)
            .or_else(|| slips::help(inner, &error))
            .unwrap_or_else(|| USUAL.to_owned()),
    };
    let message = format!("{} {how}", quoted(text));
    Some(Reading { message, help })
}
