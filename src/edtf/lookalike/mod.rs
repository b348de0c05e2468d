//! What a refused text may have been meant to be.
//!
//! Nothing here makes a text valid: it only makes the error say what to
//! write. A text that is suggested has been parsed before. The parser itself
//! suggests no texts that it would have to parse, so that nothing recurs.

mod notation;

use super::error::{Error, ErrorKind};
use super::parse::strict;

/// Improves an error, where the text looks like something known.
pub(super) fn explain(text: &str, error: Error) -> Error {
    if error.kind() == ErrorKind::Empty {
        return error;
    }
    if let Some(better) = notation::other_notation(text).or_else(|| notation::lower_case(text)) {
        return better;
    }
    let suggestion = match error.kind() {
        ErrorKind::Space => with_clock(text).or_else(|| valid(without_spaces(text))),
        ErrorKind::Month | ErrorKind::Season => day_before_month(text),
        ErrorKind::Time | ErrorKind::Offset => clock_in_full(text),
        ErrorKind::DigitCount => end_in_full(text),
        ErrorKind::Year => without_zeros(text, &error),
        ErrorKind::Set => dots_for_slash(text, &error),
        ErrorKind::TimeNotAllowed => replaced(text, error.span(), "").and_then(valid),
        ErrorKind::DoubleDot => return with_brackets(text, error),
        _ => None,
    };
    let has_help = error.help().is_some();
    match suggestion.or_else(|| (!has_help).then(|| rewritten(text, &error))?) {
        Some(suggestion) => error.with_help(format!("write `{suggestion}`")),
        None => error,
    }
}

fn valid(text: String) -> Option<String> {
    strict(&text).is_ok().then_some(text)
}

/// The text with something else in the place of a part.
fn replaced(text: &str, part: std::ops::Range<usize>, by: &str) -> Option<String> {
    Some(format!(
        "{}{by}{}",
        text.get(..part.start)?,
        text.get(part.end..)?
    ))
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// `2024-04-02 10:00`: a day and a time with a space between.
fn with_clock(text: &str) -> Option<String> {
    let (date, time) = text.trim().split_once(char::is_whitespace)?;
    let time = time.trim_start();
    let joined = format!("{date}T{time}");
    valid(joined.clone()).or_else(|| valid(format!("{joined}:00")))
}

/// A time that is not in full: `T10:00`, `T9:00:00`, `T100000+0200`.
fn clock_in_full(text: &str) -> Option<String> {
    let (date, time) = text.split_once('T')?;
    let sign = time.find(['+', '-', 'Z']).unwrap_or(time.len());
    let (clock, offset) = time.split_at_checked(sign)?;
    let pairs = |digits: &str| -> Vec<String> {
        if digits.contains(':') || digits.len() < 3 {
            digits
                .split(':')
                .map(|piece| format!("{piece:0>2}"))
                .collect()
        } else {
            let pair = |pair: &[u8]| String::from_utf8_lossy(pair).into_owned();
            digits.as_bytes().chunks(2).map(pair).collect()
        }
    };
    (!clock.is_empty()).then_some(())?;
    let mut clock = pairs(clock);
    if clock.len() < 3 {
        clock.resize(3, "00".to_owned());
    }
    let offset = match offset.strip_prefix(['+', '-']) {
        Some(shift) => format!("{}{}", offset.get(..1)?, pairs(shift).join(":")),
        None => offset.to_owned(),
    };
    valid(format!("{date}T{}{offset}", clock.join(":")))
}

/// `2024-13-04`: the day before the month.
fn day_before_month(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('-')?;
    let (day, month) = rest.split_once('-')?;
    valid(format!("{year}-{month}-{day}"))
}

/// `2018-01-15/02-20`: an end without what it shares with the start, as ISO
/// 8601 allows and EDTF does not.
fn end_in_full(text: &str) -> Option<String> {
    let (start, end) = text.split_once('/')?;
    let shared = start.get(..start.len().checked_sub(end.len())?)?;
    (shared.ends_with('-') && !end.is_empty()).then_some(())?;
    valid(format!("{start}/{shared}{end}"))
}

/// `Y017000`: zeros before a number that has none.
fn without_zeros(text: &str, error: &Error) -> Option<String> {
    let number = text.get(error.span())?;
    number.starts_with('0').then_some(())?;
    valid(replaced(
        text,
        error.span(),
        number.trim_start_matches('0'),
    )?)
}

/// `[1984/1986]`: an interval as a member.
fn dots_for_slash(text: &str, error: &Error) -> Option<String> {
    let slash = error.span();
    (text.get(slash.clone())? == "/").then_some(())?;
    let before = text.get(..slash.start)?.strip_suffix("..");
    let after = text.get(slash.end..)?;
    let start = before.map_or(slash.start, str::len);
    let end = slash.end + if after.starts_with("..") { 2 } else { 0 };
    valid(replaced(text, start..end, "..")?)
}

/// `1984..1986`, without brackets.
fn with_brackets(text: &str, error: Error) -> Error {
    let suggest = || {
        (!text.contains(['/', '[', '{'])).then_some(())?;
        let (from, to) = text.split_once("..")?;
        let interval = valid(match (from, to) {
            ("", _) => format!("../{to}"),
            (_, "") => format!("{from}/.."),
            _ => format!("{from}/{to}"),
        })?;
        Some((interval, valid(format!("[{text}]"))?))
    };
    match suggest() {
        Some((interval, set)) => error.with_help(format!(
            "write `{interval}` for all of the time, `{set}` for some time in it"
        )),
        None => error,
    }
}

/// Small slips: a digit too few, another kind of hyphen, something extra.
fn rewritten(text: &str, error: &Error) -> Option<String> {
    let padded = |part: &str| -> String {
        let pieces: Vec<String> = part
            .split('-')
            .map(|piece| match piece.len() {
                1 if piece.starts_with(|digit: char| digit.is_ascii_digit()) => format!("0{piece}"),
                _ => piece.to_owned(),
            })
            .collect();
        pieces.join("-")
    };
    let hyphens = text.replace(
        ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'],
        "-",
    );
    valid(padded(text))
        .or_else(|| valid(text.split('/').map(padded).collect::<Vec<_>>().join("/")))
        .or_else(|| valid(hyphens))
        .or_else(|| valid(replaced(text, error.span(), "")?))
}
