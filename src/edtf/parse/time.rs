//! Reads a day with a time of day.

use std::ops::Range;

use super::cursor::Cursor;
use super::date;
use crate::edtf::date::{Date, Precision};
use crate::edtf::day::Day;
use crate::edtf::error::{Error, ErrorKind, quoted};
use crate::edtf::point::Point;
use crate::edtf::time::{DateTime, Offset, Time};

/// Reads a text with the `T` of a time at `mark`.
pub(super) fn date_time(text: &str, mark: usize) -> Result<DateTime, Error> {
    let date = match date::point(Cursor::new(text, 0..mark))? {
        Point::Date(date) if date.precision() == Precision::Day && Point::Date(date).is_plain() => {
            date
        }
        _ => {
            let before = quoted(text.get(..mark).unwrap_or_default());
            let message = format!("{before} is not a plain day, and cannot have a time");
            return Err(
                Error::new(ErrorKind::TimeNotAllowed, 0..mark, message).with_help(
                    "a time follows a day without `X` or qualifier: `2024-04-02T10:00:00`",
                ),
            );
        }
    };
    let mut cursor = Cursor::new(text, mark + 1..text.len());
    let time = clock(&mut cursor, &date)?;
    cursor.expect_end("time")?;
    Ok(DateTime { date, time })
}

/// Refuses a time of day where only dates may be: in intervals and sets.
pub(super) fn refuse(cursor: &Cursor<'_>, place: &str) -> Result<(), Error> {
    let Some(mark) = cursor.time_mark() else {
        return Ok(());
    };
    let message = format!("a time of day in {place}");
    Err(
        Error::new(ErrorKind::TimeNotAllowed, mark..cursor.end(), message)
            .with_help(format!("{place} has dates only")),
    )
}

fn clock(cursor: &mut Cursor<'_>, date: &Date) -> Result<Time, Error> {
    let start = cursor.pos();
    let (hour, hour_span) = two_digits(cursor, "hour", ErrorKind::Time)?;
    if hour > 23 {
        let message = format!("hour `{hour:02}` is not between 00 and 23");
        let error = Error::new(ErrorKind::Time, hour_span, message);
        return Err(match date.first_day().and_then(Day::succ) {
            Some(next) if hour == 24 && cursor.rest() == ":00:00" => error.with_help(format!(
                "midnight is the beginning of the next day: write `{next}T00:00:00`"
            )),
            Some(_) if hour == 24 => {
                error.with_help("midnight is the beginning of the next day: its hour is 00")
            }
            _ => error,
        });
    }
    colon(cursor, start)?;
    let (minute, minute_span) = two_digits(cursor, "minute", ErrorKind::Time)?;
    up_to_59("minute", minute, minute_span, ErrorKind::Time)?;
    colon(cursor, start)?;
    let (second, second_span) = two_digits(cursor, "second", ErrorKind::Time)?;
    if second > 60 {
        up_to_59("second", second, second_span.clone(), ErrorKind::Time)?;
    }
    if cursor.peek().is_some_and(|byte| b".,".contains(&byte)) {
        let message = format!("{}: a time has whole seconds only", quoted(cursor.rest()));
        let span = cursor.pos()..cursor.end();
        return Err(Error::new(ErrorKind::Time, span, message)
            .with_help("leave the fraction of the second out"));
    }
    let time = Time {
        hour,
        minute,
        second,
        offset: offset(cursor)?,
    };
    if second == 60 && !may_be_leap_second(time) {
        let message = "second `60` is a leap second, and those are at 23:59:60 UTC";
        return Err(Error::new(ErrorKind::Time, second_span, message));
    }
    Ok(time)
}

/// Whether the minute is the last of a day of UTC. Without an offset any is
/// taken that may be so: offsets are quarters of an hour.
fn may_be_leap_second(time: Time) -> bool {
    let minutes = i16::from(time.hour) * 60 + i16::from(time.minute);
    match time.offset {
        Some(offset) => (minutes - offset.minutes()).rem_euclid(1440) == 1439,
        None => minutes.rem_euclid(15) == 14,
    }
}

fn offset(cursor: &mut Cursor<'_>) -> Result<Option<Offset>, Error> {
    let start = cursor.pos();
    if cursor.eat(b'Z') {
        return Ok(Some(Offset::Utc));
    }
    let negative = cursor.eat(b'-');
    if !negative && !cursor.eat(b'+') {
        return Ok(None);
    }
    let (hours, span) = two_digits(cursor, "hour of the offset", ErrorKind::Offset)?;
    if hours > 23 {
        let message = format!("hour `{hours:02}` of the offset is not between 00 and 23");
        return Err(Error::new(ErrorKind::Offset, span, message));
    }
    let with_minutes = cursor.eat(b':');
    let mut minutes = i16::from(hours) * 60;
    if with_minutes {
        let what = "minute of the offset";
        let (number, span) = two_digits(cursor, what, ErrorKind::Offset)?;
        up_to_59(what, number, span, ErrorKind::Offset)?;
        minutes += i16::from(number);
    }
    if negative && minutes == 0 {
        let span = start..cursor.pos();
        let message = format!(
            "offset {} is a negative zero",
            quoted(cursor.slice(span.clone()))
        );
        return Err(Error::new(ErrorKind::Offset, span, message).with_fix("Z"));
    }
    Ok(Some(Offset::Shift {
        minutes: if negative { -minutes } else { minutes },
        with_minutes,
    }))
}

fn up_to_59(what: &str, number: u8, span: Range<usize>, kind: ErrorKind) -> Result<(), Error> {
    if number <= 59 {
        return Ok(());
    }
    let message = format!("{what} `{number:02}` is not between 00 and 59");
    Err(Error::new(kind, span, message))
}

fn two_digits(
    cursor: &mut Cursor<'_>,
    what: &str,
    kind: ErrorKind,
) -> Result<(u8, Range<usize>), Error> {
    let span = cursor.digits(false);
    let text = cursor.slice(span.clone());
    if text.is_empty() {
        let (span, message) = if cursor.is_at_end() {
            let last = cursor.pos().saturating_sub(1);
            (last..cursor.end(), format!("no {what} at the end"))
        } else {
            let rest = quoted(cursor.rest());
            (
                cursor.pos()..cursor.end(),
                format!("{rest} is not a {what}"),
            )
        };
        return Err(Error::new(kind, span, message));
    }
    let number = text.parse().ok().filter(|_| text.len() == 2);
    number.map(|number| (number, span.clone())).ok_or_else(|| {
        let message = format!("{what} {} has not two digits", quoted(text));
        Error::new(kind, span, message)
    })
}

fn colon(cursor: &mut Cursor<'_>, start: usize) -> Result<(), Error> {
    if cursor.eat(b':') {
        return Ok(());
    }
    let so_far = cursor.slice(start..cursor.pos());
    let message = format!("time {} is not as long as hh:mm:ss", quoted(so_far));
    Err(Error::new(ErrorKind::Time, start..cursor.pos(), message)
        .with_help("a time is written `10:00:00`"))
}
