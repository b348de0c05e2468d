//! Reads a date or a season; a year with `Y` or `S` goes on to `year`.

use std::ops::Range;

use super::cursor::Cursor;
use super::year;
use crate::edtf::date::{CalendarYear, Date};
use crate::edtf::day::{Day, days_in_month, is_leap_year};
use crate::edtf::digits::Digits;
use crate::edtf::error::{Error, ErrorKind, month_name, quoted};
use crate::edtf::point::Point;
use crate::edtf::qualifier::Component;
use crate::edtf::season::{Grouping, Season};

const MONTHS_AND_SEASONS: &str = "months are 01 to 12, seasons are 21 to 41";

/// Reads all of the cursor's part of the text as one date, season or year.
pub(super) fn point(mut cursor: Cursor<'_>) -> Result<Point, Error> {
    let start = cursor.pos();
    let before = cursor.qualifier()?;
    if cursor.peek() == Some(b'Y') {
        return year::prefixed(cursor, before).map(Point::Year);
    }
    let (negative, digits) = year_digits(&mut cursor, start)?;
    if cursor.peek() == Some(b'S') {
        return year::four_digits(cursor, before, negative, digits).map(Point::Year);
    }
    let after = cursor.qualifier()?;
    let year = CalendarYear {
        negative,
        component: Component {
            digits,
            before,
            after,
        },
    };
    if !cursor.eat(b'-') {
        cursor.expect_end("year")?;
        return Ok(Point::Date(Date {
            year,
            month: None,
            day: None,
        }));
    }
    let (month, month_span) = component(&mut cursor, "month")?;
    if let Some(grouping) = grouping(month, &month_span)? {
        return season(&mut cursor, year, month, grouping).map(Point::Season);
    }
    let mut date = Date {
        year,
        month: Some(month),
        day: None,
    };
    if cursor.eat(b'-') {
        let (day, day_span) = component(&mut cursor, "day")?;
        date.day = Some(day);
        cursor.expect_end("day")?;
        check_day(&date, day, day_span)?;
    } else {
        cursor.expect_end("month")?;
    }
    Ok(Point::Date(date))
}

fn year_digits(cursor: &mut Cursor<'_>, start: usize) -> Result<(bool, Digits<4>), Error> {
    let sign = cursor.pos();
    if cursor.eat(b'+') {
        let message = "a year has no `+`";
        return Err(Error::new(ErrorKind::Year, sign..sign + 1, message).with_fix(""));
    }
    let negative = cursor.eat(b'-');
    let span = cursor.digits(true);
    let text = cursor.slice(span.clone());
    if text.is_empty() {
        let span = start..cursor.end();
        let message = format!(
            "{} does not begin with a year",
            quoted(cursor.slice(span.clone()))
        );
        return Err(Error::new(ErrorKind::Missing, span, message));
    }
    let Some(digits) = Digits::read(text) else {
        return Err(wrong_year(text, span, negative));
    };
    if negative && digits.value() == Some(0) {
        return Err(
            Error::new(ErrorKind::Year, sign..span.end, "there is no year `-0000`")
                .with_help("the year before 0001 is `0000`, and before that `-0001`"),
        );
    }
    Ok((negative, digits))
}

/// A year that has not four digits: a basic format, or a year without its
/// `Y`, or a slip.
fn wrong_year(text: &str, span: Range<usize>, negative: bool) -> Error {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let day = |text: &str| {
        let (year, month) = (part(0..4).parse().ok()?, part(4..6).parse().ok()?);
        Day::new(year, month, text.parse().ok()?)
    };
    let basic = match text.len() {
        8 => day(part(6..8)).map(|day| day.to_string()),
        6 => day("01").map(|_| format!("{}-{}", part(0..4), part(4..6))),
        _ => None,
    };
    if let Some(extended) = basic.filter(|_| !negative) {
        let message = format!("{} is in the basic format, without hyphens", quoted(text));
        return Error::new(ErrorKind::Notation, span, message).with_fix(extended);
    }
    let message = format!("year {} has not four digits", quoted(text));
    let error = Error::new(ErrorKind::DigitCount, span, message);
    let number = text.trim_start_matches('0');
    let sign = if negative { "-" } else { "" };
    if text.contains('X') {
        error
    } else if number.len() > 4 {
        error.with_help(format!(
            "a year beyond four digits has a Y: `Y{sign}{number}`"
        ))
    } else if text.len() < 4 {
        error.with_fix(format!("{text:0>4}"))
    } else {
        error
    }
}

/// Reads a month or a day: two digits, with qualifiers.
fn component(cursor: &mut Cursor<'_>, what: &str) -> Result<(Component<2>, Range<usize>), Error> {
    let hyphen = cursor.pos().saturating_sub(1);
    let before = cursor.qualifier()?;
    let span = cursor.digits(true);
    let text = cursor.slice(span.clone());
    if text.is_empty() {
        let (span, message) = if cursor.is_at_end() {
            (hyphen..cursor.end(), format!("no {what} at the end"))
        } else {
            let rest = quoted(cursor.rest());
            (
                cursor.pos()..cursor.end(),
                format!("{rest} is not a {what}"),
            )
        };
        return Err(Error::new(ErrorKind::Missing, span, message));
    }
    let Some(digits) = Digits::read(text) else {
        let message = format!("{what} {} has not two digits", quoted(text));
        return Err(Error::new(ErrorKind::DigitCount, span, message));
    };
    let after = cursor.qualifier()?;
    let component = Component {
        digits,
        before,
        after,
    };
    Ok((component, span))
}

/// The grouping that stands in the place of the month, if it is not a month.
fn grouping(month: Component<2>, span: &Range<usize>) -> Result<Option<Grouping>, Error> {
    let Some(number) = month.digits.value() else {
        if (1..=12).any(|number| month.digits.matches(number)) {
            return Ok(None);
        }
        let message = format!("no month has the digits `{}`", month.digits);
        return Err(Error::new(ErrorKind::Month, span.clone(), message)
            .with_help("only months may have an `X`; seasons may not"));
    };
    let grouping = u8::try_from(number).ok().and_then(Grouping::from_code);
    let (kind, range) = match number {
        1..=12 => return Ok(None),
        _ if grouping.is_some() => return Ok(grouping),
        0 | 13..=19 => (ErrorKind::Month, "month `NN` is not between 01 and 12"),
        _ => (ErrorKind::Season, "season `NN` is not between 21 and 41"),
    };
    let message = range.replace("NN", &month.digits.to_string());
    Err(Error::new(kind, span.clone(), message).with_help(MONTHS_AND_SEASONS))
}

fn season(
    cursor: &mut Cursor<'_>,
    year: CalendarYear,
    month: Component<2>,
    grouping: Grouping,
) -> Result<Season, Error> {
    if cursor.peek() == Some(b'-') {
        let message = format!("a season has no day {}", quoted(cursor.rest()));
        return Err(
            Error::new(ErrorKind::Season, cursor.pos()..cursor.end(), message)
                .with_help("a day goes with a month, 01 to 12"),
        );
    }
    cursor.expect_end("season")?;
    Ok(Season {
        year,
        grouping,
        before: month.before,
        after: month.after,
    })
}

/// Refuses a date that is in no calendar.
fn check_day(date: &Date, day: Component<2>, span: Range<usize>) -> Result<(), Error> {
    let number = day.digits.value();
    if number.is_some_and(|number| !(1..=31).contains(&number)) {
        let message = format!("day `{}` is not between 01 and 31", day.digits);
        let error = Error::new(ErrorKind::Day, span, message);
        return Err(match month_length(date) {
            Some(help) => error.with_help(help),
            None => error,
        });
    }
    if date.first_day().is_some() {
        return Ok(());
    }
    let month = match date.month {
        Some(month) if month.digits.is_unspecified() => "any month of".to_owned(),
        Some(month) => month.digits.value().map_or_else(
            || format!("any month `{}` of", month.digits),
            |number| month_name(u8::try_from(number).unwrap_or(0)).to_owned(),
        ),
        None => String::new(),
    };
    let year = date.year.plain();
    let message = if number.is_some() {
        format!("`{}` is not a day of {month} {year}", day.digits)
    } else {
        format!("no day of {month} {year} has the digits `{}`", day.digits)
    };
    let error = Error::new(ErrorKind::DayOfMonth, span, message);
    Err(match month_length(date) {
        Some(help) => error.with_help(help),
        None => error,
    })
}

/// How many days the month has: "April has 30 days".
fn month_length(date: &Date) -> Option<String> {
    let month = u8::try_from(date.month?.digits.value()?).ok()?;
    let name = month_name(month);
    match (month, date.year.value()) {
        (2, Some(year)) if is_leap_year(year) => {
            Some(format!("February {} has 29 days", date.year.plain()))
        }
        (2, Some(_)) => Some(format!("February {} has 28 days", date.year.plain())),
        (2, None) => Some("February has 28 days, and 29 in a leap year".to_owned()),
        (_, year) => {
            let days = days_in_month(year.unwrap_or(2000), month);
            Some(format!("{name} has {days} days"))
        }
    }
}
