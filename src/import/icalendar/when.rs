//! When an entry of a calendar is.

use super::line::Line;
use crate::edtf::{Day, Edtf};
use crate::import::dates::{NoDate, Reading};
use crate::import::{Manner, quoted};

const SECONDS: i64 = 86_400;

/// A day, or a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Moment {
    day: Day,
    /// The second of the day, and whether it is that of UTC.
    time: Option<(i64, bool)>,
}

/// Reads the start of an entry and its end or length.
pub(super) fn when(
    start: Option<&Line>,
    end: Option<&Line>,
    duration: Option<&Line>,
) -> Result<Reading, NoDate> {
    let Some(start) = start else {
        return Err(NoDate::Empty);
    };
    let first = moment(start)?;
    let mut remarks = Vec::new();
    if let (Some(zone), Some((_, false))) = (start.param("TZID"), first.time) {
        let what = format!(
            "the time is that of {}, which has no place: it is kept as local time",
            quoted(zone)
        );
        remarks.push((Manner::NoPlace, what));
    }
    let mut said = None;
    let mut until = |what: Result<Moment, NoDate>, value: &str, remarks: &mut Vec<_>| match what {
        Ok(moment) => Some(moment),
        Err(NoDate::Refused { manner, what, .. }) => {
            remarks.push((manner, format!("the end was left out: {what}")));
            said = Some(format!("{} – {value}", start.value));
            None
        }
        Err(NoDate::Empty) => None,
    };
    let end = match (end, duration) {
        (Some(end), _) => until(moment(end), &end.value, &mut remarks),
        (None, Some(duration)) => {
            let after = length(&duration.value).and_then(|length| first.after(length));
            let after = after.ok_or_else(|| {
                let what = format!("{} is no length of time", quoted(&duration.value));
                refused(Manner::Impossible, what, &duration.value)
            });
            until(after, &duration.value, &mut remarks)
        }
        (None, None) => None,
    };
    let text = match end {
        None => first.to_string(),
        Some(end) => span(&first, &end, &mut remarks),
    };
    match text.parse::<Edtf>() {
        Ok(when) => Ok(Reading {
            when,
            said,
            remarks,
        }),
        Err(error) => Err(refused(Manner::Impossible, error.to_string(), &start.value)),
    }
}

/// From a start to an end, which is not in it.
fn span(first: &Moment, end: &Moment, remarks: &mut Vec<(Manner, String)>) -> String {
    if (end.day, end.time.map(|(second, _)| second))
        < (first.day, first.time.map(|(second, _)| second))
        && first.time.map(|(_, utc)| utc) == end.time.map(|(_, utc)| utc)
    {
        let what = format!("the end, `{end}`, was left out: it is before the start, `{first}`");
        remarks.push((Manner::Impossible, what));
        return first.to_string();
    }
    let mut last = end.day;
    match end.time {
        // The end is the first day, or the first moment, that is no longer in it.
        None | Some((0, _)) if end.day > first.day => last = end.day.pred().unwrap_or(end.day),
        None => {
            let what = format!("the end, `{end}`, is not after the start: one day was taken");
            remarks.push((Manner::Assumed, what));
        }
        Some(_) => {}
    }
    if last > first.day {
        if first.time.is_some() || end.time.is_some() {
            let what =
                format!("the times of `{first}` and `{end}` have no place: a span is of days");
            remarks.push((Manner::Partly, what));
        }
        return format!("{}/{last}", first.day);
    }
    if end.time.is_some() && end != first {
        let what = format!("the end, `{end}`, has no place beside the start, `{first}`");
        remarks.push((Manner::NoPlace, what));
    }
    first.to_string()
}

/// Reads `20240402`, `20240402T103000` or `20240402T103000Z`.
fn moment(line: &Line) -> Result<Moment, NoDate> {
    let value = line.value.trim();
    if value.is_empty() {
        return Err(NoDate::Empty);
    }
    let bad =
        |manner: Manner, why: &str| refused(manner, format!("{} {why}", quoted(value)), value);
    // Some programs write the marks that the format leaves out.
    let bare: String = value.chars().filter(|c| !"-:".contains(*c)).collect();
    let (date, time) = bare.split_once(['T', 't']).unwrap_or((&bare, ""));
    let number = |text: &str| -> Option<u8> { text.parse().ok() };
    if date.len() != 8 || !date.bytes().all(|b| b.is_ascii_digit()) {
        return Err(bad(Manner::Partly, "is no date of iCalendar"));
    }
    let day = date[..4]
        .parse()
        .ok()
        .zip(number(&date[4..6]))
        .zip(number(&date[6..]));
    let day = day.and_then(|((year, month), day)| Day::new(year, month, day));
    let day = day.ok_or_else(|| bad(Manner::Impossible, "is a day that there is not"))?;
    if time.is_empty() {
        return Ok(Moment { day, time: None });
    }
    let clock = time.trim_end_matches(['Z', 'z']);
    if clock.len() != 6 || !clock.bytes().all(|b| b.is_ascii_digit()) {
        return Err(bad(Manner::Partly, "has no time of iCalendar"));
    }
    let part = |from: usize| clock[from..from + 2].parse::<i64>().unwrap_or_default();
    let (hour, minute, second) = (part(0), part(2), part(4));
    if hour > 23 || minute > 59 || second > 60 {
        return Err(bad(Manner::Impossible, "has a time that there is not"));
    }
    let second = hour * 3600 + minute * 60 + second.min(59);
    Ok(Moment {
        day,
        time: Some((second, clock.len() < time.len())),
    })
}

/// Days and seconds of a length such as `P1DT2H`.
fn length(value: &str) -> Option<(i64, i64)> {
    let mut rest = value
        .trim()
        .trim_start_matches('+')
        .strip_prefix(['P', 'p'])?;
    let (mut days, mut seconds) = (0_i64, 0_i64);
    let mut of_time = false;
    let mut any = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            of_time = true;
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..end]
            .parse()
            .ok()
            .filter(|number| *number < 1_000_000_000)?;
        let unit = rest[end..].chars().next()?.to_ascii_uppercase();
        match (unit, of_time) {
            ('W', false) => days += number * 7,
            ('D', false) => days += number,
            ('H', true) => seconds += number * 3600,
            ('M', true) => seconds += number * 60,
            ('S', true) => seconds += number,
            _ => return None,
        }
        any = true;
        rest = &rest[end + 1..];
    }
    any.then_some((days, seconds))
}

impl Moment {
    /// The moment so many days and seconds later.
    fn after(&self, (days, seconds): (i64, i64)) -> Option<Moment> {
        let (second, utc) = match self.time {
            Some((second, utc)) => (second + seconds, Some(utc)),
            None if seconds % SECONDS == 0 => (seconds, None),
            None => return None,
        };
        let day = Day::from_number(self.day.number() + days + second.div_euclid(SECONDS))?;
        Some(Moment {
            day,
            time: utc.map(|utc| (second.rem_euclid(SECONDS), utc)),
        })
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.day.fmt(f)?;
        let Some((second, utc)) = self.time else {
            return Ok(());
        };
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let zone = if utc { "Z" } else { "" };
        write!(f, "T{hour:02}:{minute:02}:{second:02}{zone}")
    }
}

fn refused(manner: Manner, what: String, said: &str) -> NoDate {
    NoDate::Refused {
        manner,
        what,
        said: said.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::icalendar::line::lines;

    fn read(text: &str) -> String {
        let all: Vec<Line> = lines(text).map(Result::unwrap).collect();
        let line = |name: &str| all.iter().find(|line| line.name == name);
        match when(line("DTSTART"), line("DTEND"), line("DURATION")) {
            Ok(reading) => {
                let manners = reading
                    .remarks
                    .iter()
                    .map(|(manner, _)| format!(" {manner:?}"));
                format!("{}{}", reading.when, manners.collect::<String>())
            }
            Err(NoDate::Empty) => "empty".to_owned(),
            Err(NoDate::Refused { manner, .. }) => format!("no: {manner:?}"),
        }
    }

    #[test]
    fn ends_are_the_first_day_that_is_not_in_it() {
        for (text, expected) in [
            ("DTSTART;VALUE=DATE:20240402", "2024-04-02"),
            (
                "DTSTART;VALUE=DATE:20240402\nDTEND;VALUE=DATE:20240403",
                "2024-04-02",
            ),
            (
                "DTSTART;VALUE=DATE:20240402\nDTEND;VALUE=DATE:20240405",
                "2024-04-02/2024-04-04",
            ),
            (
                "DTSTART;VALUE=DATE:20240402\nDTEND;VALUE=DATE:20240402",
                "2024-04-02 Assumed",
            ),
            ("DTSTART:20240402\nDTEND:20240401", "2024-04-02 Impossible"),
            ("DTSTART:20240402\nDURATION:P1W", "2024-04-02/2024-04-08"),
            ("DTSTART:20240402\nDURATION:P1X", "2024-04-02 Impossible"),
            ("DTSTART:20240402T103000Z", "2024-04-02T10:30:00Z"),
            ("DTSTART:20240402T103000", "2024-04-02T10:30:00"),
            (
                "DTSTART;TZID=Europe/Kyiv:20240402T103000",
                "2024-04-02T10:30:00 NoPlace",
            ),
            (
                "DTSTART:20240402T103000Z\nDTEND:20240402T120000Z",
                "2024-04-02T10:30:00Z NoPlace",
            ),
            (
                "DTSTART:20240402T203000\nDTEND:20240403T000000",
                "2024-04-02T20:30:00 NoPlace",
            ),
            (
                "DTSTART:20240402T203000\nDURATION:PT12H",
                "2024-04-02/2024-04-03 Partly",
            ),
            ("DTSTART:20240230", "no: Impossible"),
            ("DTSTART:20240402T250000", "no: Impossible"),
            ("DTSTART:soon", "no: Partly"),
            ("DTSTART:20240402\nDTEND:20240230", "2024-04-02 Impossible"),
            ("DTSTART:2024-04-02", "2024-04-02"),
            ("DTSTART:", "empty"),
            ("SUMMARY:x", "empty"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
