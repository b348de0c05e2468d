//! Dates and spans in words: "second half of May 2031", "3–5 May 2031",
//! "before 2031-05-03", "May 2031 or June 2031".

use super::span::{self, Advice, Bounded};
use super::when::{Part, When};
use super::words::{Token, tokens};
use super::{Reading, valid};

/// Reads a whole text as a phrase.
pub(super) fn read(text: &str) -> Option<Reading> {
    let in_brackets = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let tokens = tokens(in_brackets.unwrap_or(text))?;
    // What has the signs of EDTF only is a slip, unless it is two dates.
    let in_figures = text
        .chars()
        .all(|sign| sign.is_ascii_digit() || "-?~%X".contains(sign));
    // So is a set without words.
    if in_brackets.is_some() && !text.contains(|sign: char| sign.is_lowercase() || sign == ' ') {
        return None;
    }
    if in_figures && !tokens.contains(&Token::Dash) {
        return None;
    }
    let Advice { how, help } = advice(without_edges(&tokens))?;
    // `2001–05` may have the wrong hyphens only.
    let hyphens = text.replace(['\u{2013}', '\u{2014}'], "-");
    let is_date = |date: &String| date.get(5..7).is_none_or(|month| month <= "12");
    let help = match valid(hyphens).filter(is_date) {
        Some(date) => format!("write `{date}` for the one date; {help}"),
        None => help,
    };
    let words = text
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| word.chars().count() > 2);
    let how = how.unwrap_or(if words {
        "is written in words"
    } else {
        "is not written as EDTF"
    });
    Some(Reading::new(text, how, help))
}

fn without_edges(mut tokens: &[Token]) -> &[Token] {
    while let [Token::Skip | Token::Comma | Token::On, rest @ ..] = tokens {
        tokens = rest;
    }
    while let [rest @ .., Token::Skip | Token::Comma] = tokens {
        tokens = rest;
    }
    tokens
}

fn advice(tokens: &[Token]) -> Option<Advice> {
    let bound = |kind, tokens| span::bounded(kind, &when(tokens)?);
    match tokens {
        // "pre-2031"
        [Token::Before, Token::Hyphen, rest @ ..] | [Token::Before, rest @ ..] => {
            bound(Bounded::Before, rest)
        }
        [Token::By, rest @ ..] => bound(Bounded::By, rest),
        [Token::Until | Token::Dash, rest @ ..] => bound(Bounded::Until, rest),
        [Token::After, Token::Hyphen, rest @ ..] | [Token::After, rest @ ..] => {
            bound(Bounded::After, rest)
        }
        [Token::NotBefore, rest @ ..] => bound(Bounded::NotBefore, rest),
        [Token::Between, rest @ ..] => {
            range_at(rest, |token| *token == Token::And).or_else(|| range(rest))
        }
        [Token::From, rest @ ..] => range(rest).or_else(|| bound(Bounded::Since, onwards(rest))),
        [Token::Since, rest @ ..] => bound(Bounded::Since, onwards(rest)),
        [rest @ .., Token::Onwards | Token::Dash | Token::Hyphen] => bound(Bounded::Since, rest),
        [rest @ .., Token::OrEarlier] => bound(Bounded::By, rest),
        _ => list(tokens)
            .or_else(|| span::one(&when(tokens)?))
            .or_else(|| range(tokens)),
    }
}

fn onwards(tokens: &[Token]) -> &[Token] {
    match tokens {
        [rest @ .., Token::On | Token::Onwards] => rest,
        _ => tokens,
    }
}

/// A start and an end, with something between.
fn range(tokens: &[Token]) -> Option<Advice> {
    range_at(tokens, |token| matches!(token, Token::To | Token::Until))
        .or_else(|| range_at(tokens, |token| *token == Token::Dash))
        .or_else(|| range_at(tokens, |token| *token == Token::Hyphen))
        .or_else(|| range_at(tokens, |token| *token == Token::Slash))
}

fn range_at(tokens: &[Token], divides: fn(&Token) -> bool) -> Option<Advice> {
    let mut places = tokens.iter().enumerate().filter(|found| divides(found.1));
    places.find_map(|(at, _)| {
        let (from, to) = (tokens.get(..at)?, tokens.get(at + 1..)?);
        if from.ends_with(&[Token::Comma]) || to.starts_with(&[Token::Comma]) {
            return None;
        }
        let start = when(from)?;
        if to == [Token::Present] {
            return span::ongoing(&start);
        }
        let mut ends = [start, when(to)?];
        // `2031–32`, `2031-05–06`: the end is what the start ends with.
        if let ([start, end], [Token::Number { value, digits: 2 }]) = (&mut ends, to)
            && start.day.is_none()
            && start.has_year()
        {
            let value = i64::from(*value);
            if start.is_month() {
                *end = When {
                    month: u8::try_from(value).ok(),
                    ..When::of_year(start.year?)
                };
            } else if start.is_year() {
                let year = start.year?;
                *end = When::of_year(year - year.rem_euclid(100) + value);
            }
        }
        let given = [0, 1].map(|at| ends.get(at).is_some_and(When::has_year));
        complete(&mut ends);
        span::range(ends, given)
    })
}

/// "May 2031 or June 2031", "12, 19 and 26 April 2024".
fn list(tokens: &[Token]) -> Option<Advice> {
    let is_or = tokens.contains(&Token::Or);
    if is_or == tokens.contains(&Token::And) {
        return None;
    }
    let mut times = Vec::new();
    for part in tokens.split(|token| matches!(token, Token::Or | Token::And)) {
        // "12, 19" is two days, not a day and a year.
        if let Some(time) = when(part).filter(|time| !time.short_year) {
            times.push(time);
            continue;
        }
        for part in part.split(|token| *token == Token::Comma) {
            if !part.is_empty() {
                times.push(when(part)?);
            }
        }
    }
    complete(&mut times);
    span::list(&times, is_or)
}

/// Gives each time the month and the year that its neighbours have: "3 or 4
/// May 2031".
fn complete(times: &mut [When]) {
    for at in 0..times.len() {
        let others = || {
            let before = times.iter().take(at).rev();
            let after = times.iter().skip(at + 1);
            (before, after)
        };
        let (before, after) = others();
        let month = before.chain(after).find_map(|time| time.month);
        let (before, after) = others();
        let year = after.chain(before).find_map(|time| time.year);
        if let Some(time) = times.get_mut(at) {
            if time.day.is_some() && time.week.is_none() {
                time.month = time.month.or(month);
            }
            if time.written.is_none() {
                time.year = time.year.or(year);
            }
        }
    }
}

/// Reads one time, of which the year or more may be missing.
fn when(tokens: &[Token]) -> Option<When> {
    let tokens = without_edges(tokens);
    if let [Token::Number { digits: 3, .. }] = tokens {
        return None;
    }
    let mut time = When::default();
    let mut rest = tokens;
    while let Some(taken) = take(rest, &mut time, rest.len() == tokens.len()) {
        rest = rest.get(taken..).filter(|_| taken > 0)?;
        if rest.is_empty() {
            let said = time.month.is_some() || time.day.is_some() || time.code.is_some();
            return (said || time.part.is_some() || time.is_something()).then_some(time);
        }
    }
    None
}

/// Takes the next tokens into a time; how many they are, or nothing where
/// they do not fit.
fn take(tokens: &[Token], time: &mut When, is_first: bool) -> Option<usize> {
    let taken = match tokens {
        [Token::Skip | Token::On | Token::Comma, ..] | [Token::Year, Token::Date(_), ..] => 1,
        // Between two parts of a date; not before or after it.
        [Token::Hyphen | Token::Slash, _, ..] if !is_first => 1,
        // "winter 2031–32"
        [Token::Dash, Token::Date(_) | Token::Number { .. }, ..] if time.code == Some(24) => 1,
        [Token::Approximate, ..] => flag(&mut time.approximate)?,
        [Token::Uncertain, ..] => flag(&mut time.uncertain)?,
        [Token::Part(part), ..] => put(&mut time.part, *part, 1)?,
        [Token::Ordinal(number), Token::Century, ..] => {
            let century = format!("{:02}XX", number.checked_sub(1)?);
            put(&mut time.written, century, 2)?
        }
        [Token::Ordinal(number), Token::Half, ..] if (1..=2).contains(number) => {
            put(&mut time.part, Part::Half(*number), 2)?
        }
        [Token::Last, Token::Half, ..] => put(&mut time.part, Part::Half(2), 2)?,
        [Token::Half, Token::Number { value, .. }, ..] if (1..=2).contains(value) => {
            put(&mut time.part, Part::Half(u8::try_from(*value).ok()?), 2)?
        }
        [Token::Ordinal(number), Token::Week, ..] if (1..=5).contains(number) => {
            put(&mut time.part, Part::Week(*number), 2)?
        }
        [Token::Last, Token::Week, ..] => put(&mut time.part, Part::Week(6), 2)?,
        [Token::Week, Token::Number { value, .. }, ..] => {
            put(&mut time.week, u8::try_from(*value).ok()?, 2)?
        }
        [Token::Last, Token::Quarter, ..] => put(&mut time.code, 36, 2)?,
        [Token::Ordinal(number), Token::Quarter, ..] => quarter(time, u16::from(*number))?,
        [Token::Quarter, Token::Number { value, .. }, ..]
        | [Token::Number { value, .. }, Token::Quarter, ..] => quarter(time, *value)?,
        [Token::Season(code), ..] => put(&mut time.code, *code, 1)?,
        [Token::Month(month), ..] => put(&mut time.month, *month, 1)?,
        [Token::Ordinal(day), ..] => put(&mut time.day, *day, 1)?,
        [Token::Decade(year), ..] => decade(time, *year)?,
        [Token::Date(date), Token::Era(is_before), ..]
        | [Token::Era(is_before), Token::Date(date), ..] => {
            let year = date.year.filter(|_| date.is_year())?;
            era(time, year, *is_before)?
        }
        [Token::Number { value, .. }, Token::Era(is_before), ..]
        | [Token::Era(is_before), Token::Number { value, .. }, ..] => {
            era(time, i64::from(*value), *is_before)?
        }
        [Token::Date(date), ..] => date_in(time, date)?,
        [Token::Apostrophe, Token::Number { digits: 2, .. }, ..] => 2 * flag(&mut time.short_year)?,
        [Token::Number { value, digits }, ..] => number(time, *value, *digits)?,
        _ => return None,
    };
    Some(taken)
}

/// Sets what is not set yet.
fn put<T>(slot: &mut Option<T>, value: T, taken: usize) -> Option<usize> {
    slot.replace(value).is_none().then_some(taken)
}

fn flag(slot: &mut bool) -> Option<usize> {
    (!std::mem::replace(slot, true)).then_some(1)
}

fn quarter(time: &mut When, number: u16) -> Option<usize> {
    let number = u8::try_from(number).ok()?;
    (1..=4).contains(&number).then_some(())?;
    put(&mut time.code, 32 + number, 2)
}

fn decade(time: &mut When, year: u16) -> Option<usize> {
    year.is_multiple_of(10).then_some(())?;
    if year.is_multiple_of(100) {
        time.otherwise = Some(format!("{:02}XX", year / 100));
    }
    put(&mut time.written, format!("{:03}X", year / 10), 1)
}

fn era(time: &mut When, year: i64, is_before: bool) -> Option<usize> {
    (year > 0).then_some(())?;
    time.before_christ = is_before;
    put(&mut time.year, if is_before { 1 - year } else { year }, 2)
}

/// A date in figures in a phrase: a year, as a rule.
fn date_in(time: &mut When, date: &When) -> Option<usize> {
    // "winter 2031-32", "winter 2031/2032": where it begins counts.
    if time.code == Some(24) {
        let second = date.month.or(date.code).map(i64::from);
        match (time.year, date.year) {
            (None, Some(year)) if date.day.is_none() && second == Some((year + 1) % 100) => {
                time.two_years = true;
                return put(&mut time.year, year, 1);
            }
            (Some(first), Some(_)) if *date == When::of_year(first + 1) => {
                return flag(&mut time.two_years);
            }
            _ => {}
        }
    }
    if let Some(written) = &date.written {
        return put(&mut time.written, written.clone(), 1);
    }
    for (slot, value) in [
        (&mut time.month, date.month),
        (&mut time.day, date.day),
        (&mut time.code, date.code),
    ] {
        if let Some(value) = value {
            put(slot, value, 1)?;
        }
    }
    time.approximate |= date.approximate;
    time.uncertain |= date.uncertain;
    put(&mut time.year, date.year?, 1)
}

/// A number of one to three digits: a day, or a year.
fn number(time: &mut When, value: u16, digits: usize) -> Option<usize> {
    let year = i64::from(value);
    if digits == 3 {
        return put(&mut time.year, year, 1);
    }
    if time.code == Some(24) && time.year.is_some_and(|first| (first + 1) % 100 == year) {
        return flag(&mut time.two_years);
    }
    let no_day = time.day.is_some() || value > 31 || time.code.is_some();
    let named = time.month.is_some() || time.code.is_some();
    if no_day && named && time.year.is_none() {
        return flag(&mut time.short_year);
    }
    put(&mut time.day, u8::try_from(value).ok()?, 1)
}
