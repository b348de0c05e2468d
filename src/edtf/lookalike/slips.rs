//! EDTF but for a small thing: a blank, a digit too few, lower case.

use std::ops::Range;

use super::notation::{self, FOUR_DIGITS};
use super::{clock, lists, strict, valid, weeks, write};
use crate::edtf::error::{Error, ErrorKind, shown};

/// How often a text is repaired, at most.
pub(super) const MOST_REPAIRS: usize = 8;

/// What to write, where only the white space is wrong.
pub(super) fn but_for_blanks(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(date_and_time) = clock::with_clock(text) {
        return Some(write(&date_and_time));
    }
    (!divides_digits(text)).then_some(())?;
    let joined: String = text.split_whitespace().collect();
    // `2023 - 24` is more than the code of a season.
    let is_season = joined.len() == 7 && joined.get(5..).is_some_and(|code| code > "12");
    let text = (!is_season || joined == text).then_some(joined)?;
    if let Some(help) = lists::without_brackets(&text) {
        return Some(help);
    }
    let in_utc = clock::in_utc(&text);
    Some(write(&valid(text).or_else(|| valid(in_utc?))?))
}

/// Whether white space stands between two digits, which belong to two
/// numbers then.
fn divides_digits(text: &str) -> bool {
    let mut before = None;
    text.split_whitespace().any(|piece| {
        let divided = before.is_some_and(|last: char| last.is_ascii_digit())
            && piece.starts_with(|first: char| first.is_ascii_digit());
        before = piece.chars().next_back();
        divided
    })
}

/// What is wrong besides the white space, where a text has the signs of EDTF.
pub(super) fn besides_blanks(text: &str) -> Option<String> {
    let known = |letter: char| {
        letter.is_whitespace() || letter.is_ascii_digit() || "XYESTZ?~%-./,[]{}:+".contains(letter)
    };
    let is_near = text.chars().all(known)
        && text.contains(|letter: char| letter.is_ascii_digit())
        && !divides_digits(text);
    let joined: String = is_near.then(|| text.split_whitespace().collect())?;
    let error = strict(&joined).err()?;
    Some(format!(
        "an expression has no white space at all; and {error}"
    ))
}

/// Letters in lower case: `201x`, `y-17e7`, `2024-04-02t10:00:00z`; also the
/// `u` that was the `X` of the draft of 2012.
pub(super) fn lower_case(text: &str) -> Option<Error> {
    let is_meant = |letter: char| "xyestzu".contains(letter);
    let at = text.find(is_meant)?;
    let letter = text.get(at..=at)?;
    let suggestion = valid(
        text.trim()
            .chars()
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
    Some(Error::new(ErrorKind::LowerCase, at..at + 1, message).with_help(write(&suggestion)))
}

/// What would be right in place of an error of the parser.
pub(super) fn help(text: &str, error: &Error) -> Option<String> {
    if let Some(help) = signs_for_digits(text).or_else(|| short_year(text, error)) {
        return Some(help);
    }
    if let Some(repaired) = repaired(text, error) {
        let numbered = error.kind() == ErrorKind::DigitCount && error.span().len() == 3;
        let reason = if numbered && error.fix().is_none() {
            "EDTF does not number the days of a year: "
        } else {
            ""
        };
        return Some(format!("{reason}{}", write(&repaired)));
    }
    let special = match error.kind() {
        ErrorKind::Month | ErrorKind::Season => day_before_month(text),
        ErrorKind::Time => clock::without_fraction(text, error),
        ErrorKind::DigitCount => end_in_full(text)
            .or_else(|| year_last(text))
            .or_else(|| lists::dots_for_hyphen(text, error)),
        ErrorKind::Set => lists::dots_for_slash(text, error),
        ErrorKind::TimeNotAllowed => clock::without_times(text, error),
        ErrorKind::DoubleDot => lists::with_brackets(text),
        ErrorKind::Trailing => after_the_end(text, error),
        ErrorKind::Missing => open_ended(text, error),
        ErrorKind::Order => lists::swapped(text, error),
        _ => None,
    };
    special.or_else(|| rewritten(text, error).filter(|_| error.help().is_none()))
}

/// The text with something else in the place of a part.
pub(super) fn replaced(text: &str, part: Range<usize>, by: &str) -> Option<String> {
    Some(format!(
        "{}{by}{}",
        text.get(..part.start)?,
        text.get(part.end..)?
    ))
}

/// The text after small repairs, one after the other.
fn repaired(text: &str, error: &Error) -> Option<String> {
    let (mut text, mut error) = (text.to_owned(), error.clone());
    for _ in 0..MOST_REPAIRS {
        let span = error.span();
        text = match (error.fix(), error.kind()) {
            (Some(fix), _) => replaced(&text, span, fix)?,
            (None, ErrorKind::Time | ErrorKind::Offset) => return clock::clock_in_full(&text),
            (None, ErrorKind::DigitCount) => {
                let fix = month_and_day(&text, span.clone())?;
                replaced(&text, span, &fix)?
            }
            (None, ErrorKind::Set) if span == (0..1) => {
                let close = if text.starts_with('[') { ']' } else { '}' };
                (!text.contains(close)).then_some(())?;
                format!("{text}{close}")
            }
            _ => return None,
        };
        match strict(&text) {
            Ok(_) => return Some(text),
            Err(next) => error = next,
        }
    }
    None
}

/// The month and the day for `123` and `0503` after a year and a hyphen.
fn month_and_day(text: &str, span: Range<usize>) -> Option<String> {
    let digits = text.get(span.clone())?;
    let year = text.get(span.start.checked_sub(5)?..span.start)?;
    let year: i64 = year.strip_suffix('-')?.parse().ok()?;
    (year >= 0).then_some(())?;
    match digits.len() {
        3 => {
            let day = weeks::day_of_year(year, digits.parse().ok()?)?;
            Some(format!("{:02}-{:02}", day.month(), day.day()))
        }
        4 => Some(format!("{}-{}", digits.get(..2)?, digits.get(2..)?)),
        _ => None,
    }
}

/// `198?`, `19??`, `2024-??`, `193-`: another sign for a digit.
fn signs_for_digits(text: &str) -> Option<String> {
    let signs = ['?', '_', '*'];
    let of_digits = if text.ends_with('-') && text.len() == 4 {
        text.replace('-', "X")
    } else {
        text.contains(signs).then(|| text.replace(signs, "X"))?
    };
    let of_numbers = || valid(text.replace(signs, "XX"));
    Some(write(&valid(of_digits).or_else(of_numbers)?))
}

/// A year of fewer than four digits.
fn short_year(text: &str, error: &Error) -> Option<String> {
    let span = error.span();
    let digits = text.get(span.clone())?;
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    (error.kind() == ErrorKind::DigitCount && is_number).then_some(())?;
    error.fix()?;
    if digits.len() < 3 {
        return end_in_full(text).or_else(|| Some(FOUR_DIGITS.to_owned()));
    }
    let year = shown(&repaired(text, error)?);
    Some(match valid(replaced(text, span, &format!("{digits}X"))?) {
        Some(decade) => format!(
            "write {year}, or {} for any year that begins so",
            shown(&decade)
        ),
        None => format!("write {year}"),
    })
}

/// `2024-13-04`: the day before the month.
fn day_before_month(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('-')?;
    let (day, month) = rest.split_once('-')?;
    valid(format!("{year}-{month}-{day}")).map(|date| write(&date))
}

/// `16052031`: eight digits that end with the year.
fn year_last(text: &str) -> Option<String> {
    let part = |range: Range<usize>| text.get(range).filter(|_| text.len() == 8);
    let (first, second, year) = (part(0..2)?, part(2..4)?, part(4..8)?);
    let day_first = valid(format!("{year}-{second}-{first}"));
    let month_first = valid(format!("{year}-{first}-{second}"));
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => {
            Some(format!("write `{one}` or `{other}`, as it is meant"))
        }
        (one, other) => one.or(other).map(|date| write(&date)),
    }
}

/// `2018-01-15/02-20`: an end without what it shares with the start, as ISO
/// 8601 allows and EDTF does not.
fn end_in_full(text: &str) -> Option<String> {
    let (start, end) = text.split_once('/')?;
    let shared = start.get(..start.len().checked_sub(end.len())?)?;
    (shared.ends_with('-') && !end.is_empty()).then_some(())?;
    valid(format!("{start}/{shared}{end}")).map(|interval| write(&interval))
}

/// `2024-`: nothing more, or everything after it.
fn open_ended(text: &str, error: &Error) -> Option<String> {
    (text.get(error.span())? == "-").then_some(())?;
    let date = valid(replaced(text, error.span(), "")?)?;
    Some(match valid(format!("{date}/..")) {
        Some(on) => format!(
            "{}, or {} for what lasts from then on",
            write(&date),
            shown(&on)
        ),
        None => write(&date),
    })
}

/// More text after the end: only signs that say nothing are left out.
fn after_the_end(text: &str, error: &Error) -> Option<String> {
    let span = error.span();
    let (head, rest) = (text.get(..span.start)?, text.get(span.clone())?);
    if let Some(help) = lists::without_brackets(text) {
        return Some(help);
    }
    if rest.starts_with(',')
        && let Some(set) = valid(format!("[{text}")).or_else(|| valid(format!("{{{text}")))
    {
        return Some(write(&set));
    }
    if let Some(help) = open_ended(text, error).or_else(|| lists::dots_for_hyphen(text, error)) {
        return Some(help);
    }
    if head.contains('Y') && rest.bytes().all(|byte| byte == b'X') {
        let significant = head.bytes().filter(u8::is_ascii_digit).count();
        let zeros = "0".repeat(rest.len());
        return valid(format!("{head}{zeros}S{significant}")).map(|year| write(&year));
    }
    let is_offset = rest.starts_with(['Z', '+']) || rest.starts_with('-') && rest.contains(':');
    if head.contains('T') {
        return Some(match clock::in_utc(text).and_then(valid) {
            Some(text) => write(&text),
            None if rest.starts_with(['?', '~', '%']) => {
                "a qualifier goes with a date that has no time, as in `2024-04-02?`".to_owned()
            }
            None => "after the time comes `Z`, or an offset as in `+02:00`".to_owned(),
        });
    }
    if is_offset && strict(head).is_ok_and(|expression| expression.point().is_some()) {
        let help = "an offset goes with a time of day, as in `2024-04-02T10:00:00Z`";
        return Some(help.to_owned());
    }
    if head.ends_with([']', '}']) && rest.starts_with(['?', '~', '%']) {
        return Some(
            "a qualifier goes with the dates inside, as in `\"[1984?,1985?]\"`".to_owned(),
        );
    }
    None
}

/// Small slips: a digit too few, another kind of hyphen, a stray sign.
fn rewritten(text: &str, error: &Error) -> Option<String> {
    let hyphens = text.replace(
        ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'],
        "-",
    );
    let stray = || {
        let part = text.get(error.span())?;
        let signs = |sign| ",;.:()]}".contains(sign);
        let says_nothing = part == "T" || (part.chars().all(signs) && !part.contains(".."));
        valid(says_nothing.then(|| replaced(text, error.span(), ""))??)
    };
    let suggestion = valid(padded(text))
        .or_else(|| valid(hyphens))
        .or_else(|| valid(text.chars().map(notation::digit).collect()))
        .or_else(stray)?;
    Some(write(&suggestion))
}

/// A zero before every month and day of one digit.
fn padded(text: &str) -> String {
    let mut padded = String::new();
    let mut before = [' '; 2];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_first =
            before[1] == '-' && (before[0].is_ascii_digit() || "X?~%".contains(before[0]));
        let is_last = !letters
            .peek()
            .is_some_and(|next| next.is_ascii_digit() || *next == 'X');
        if is_first && is_last && letter.is_ascii_digit() {
            padded.push('0');
        }
        padded.push(letter);
        before = [before[1], letter];
    }
    padded
}
