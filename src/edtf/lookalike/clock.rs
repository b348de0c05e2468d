//! Slips in a time of day, or a time of day where none may be.

use super::slips::{MOST_REPAIRS, replaced};
use super::{strict, valid, write};
use crate::edtf::error::{Error, ErrorKind};

/// `2024-04-02 10:00`: a day and a time with a space between.
pub(super) fn with_clock(text: &str) -> Option<String> {
    let (date, time) = text.split_once(char::is_whitespace)?;
    let time: String = time.split_whitespace().collect();
    time.contains(':').then_some(())?;
    let time = in_utc(&time).unwrap_or(time);
    let date = date.strip_suffix(',').unwrap_or(date);
    let joined = format!("{date}T{time}");
    valid(joined.clone()).or_else(|| clock_in_full(&joined))
}

/// `Z` for another name of it.
pub(super) fn in_utc(time: &str) -> Option<String> {
    ["UTC", "GMT"]
        .iter()
        .find_map(|name| time.strip_suffix(name))
        .map(|clock| format!("{clock}Z"))
}

/// A time that is not in full: `T10:00`, `T9:00:00`, `T100000+0200`.
pub(super) fn clock_in_full(text: &str) -> Option<String> {
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

/// `T10:00:00.5`: what of it EDTF can write.
pub(super) fn without_fraction(text: &str, error: &Error) -> Option<String> {
    let at = error.span().start;
    let fraction = text.get(at..)?.strip_prefix(['.', ','])?;
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    let text = valid(replaced(text, at..at + 1 + digits, "")?)?;
    Some(format!("without the fraction, {}", write(&text)))
}

/// A time of day in an interval or a set; there may be more of them.
pub(super) fn without_times(text: &str, error: &Error) -> Option<String> {
    let (mut plain, mut span) = (text.to_owned(), error.span());
    for _ in 0..MOST_REPAIRS {
        plain.get(span.clone())?.starts_with('T').then_some(())?;
        plain = replaced(&plain, span, "")?;
        match strict(&plain) {
            Ok(_) => {
                let reason = error.help()?;
                return Some(format!("{reason}: without the time, {}", write(&plain)));
            }
            Err(next) if next.kind() == ErrorKind::TimeNotAllowed => span = next.span(),
            Err(_) => return None,
        }
    }
    None
}
