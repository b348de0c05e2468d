//! Dates that are given in parts, and spans that are given by two dates.

use super::clock::{Midnight, with_time};
use super::{Dates, NoDate, Reading};
use crate::edtf::{Edtf, Expression};
use crate::import::{Manner, quoted};

impl Dates {
    /// Reads a date that is given in parts: year, month, day and time of day, each as far
    /// as it is there.
    pub fn parts(&self, parts: [&str; 4]) -> Result<Reading, NoDate> {
        let [year, month, day, time] = parts.map(|part| whole(part.trim()));
        let said: Vec<&str> = parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        let said = said.join(" ");
        if said.is_empty() {
            return Err(NoDate::Empty);
        }
        if year.is_empty() {
            let what = format!("{}: the year is missing", quoted(&said));
            return Err(NoDate::refused(Manner::Partly, &said, what));
        }
        let Ok(number) = year.replace('\u{2212}', "-").parse::<i64>() else {
            // "c. 1950", "1950s"
            let words = self.read(year)?;
            return Ok(beside(words, month, day, time, &said));
        };
        let mut remarks = Vec::new();
        let year = self.year(number, year, &said, &mut remarks)?;
        let mut date = year;
        let month = self.month(month, &said, &mut remarks)?;
        if let Some(month) = month {
            date += &format!("-{month:02}");
        }
        match day.parse::<u8>() {
            _ if day.is_empty() => {}
            Ok(0) => remarks.push((
                Manner::Partly,
                "the day is `0`: taken as not given".to_owned(),
            )),
            Ok(day) if month.is_some() => date += &format!("-{day:02}"),
            Ok(_) => {
                let what =
                    format!("the day, `{day}`, is given without a month: `{date}` was written");
                remarks.push((Manner::Partly, what));
            }
            Err(_) => {
                let what = format!("the day, {}, is not understood", quoted(day));
                return Err(NoDate::refused(Manner::NoPlace, &said, what));
            }
        }
        let when: Edtf = date.parse().map_err(|error: crate::edtf::Error| {
            NoDate::refused(
                Manner::Impossible,
                &said,
                format!("{}: {error}", quoted(&said)),
            )
        })?;
        let doubtful = |(manner, _): &(Manner, String)| *manner == Manner::Ambiguous;
        let doubtful = remarks.iter().any(doubtful);
        let reading = Reading {
            when,
            said: doubtful.then(|| said.clone()),
            remarks,
        };
        Ok(with_time(reading, &said, time, Midnight::IsATime))
    }

    /// A year as EDTF writes it.
    fn year(
        self,
        number: i64,
        written: &str,
        said: &str,
        remarks: &mut Vec<(Manner, String)>,
    ) -> Result<String, NoDate> {
        let year = match (number, self.century) {
            (0, _) => {
                let what = format!("{}: there is no year 0", quoted(said));
                return Err(NoDate::refused(Manner::Impossible, said, what));
            }
            (1..=99, Some(century)) if written.len() == 2 => i64::from(century) * 100 + number,
            (1..=99, None) if written.len() == 2 => {
                let what = format!(
                    "the year `{written}` is taken for the year {number}; `--century 20` says that 20{written} is meant"
                );
                remarks.push((Manner::Ambiguous, what));
                number
            }
            (..-9999, _) => {
                let what = format!(
                    "the year `{written}` is written `{}`: one year more or less, by which EDTF counts otherwise, is nothing there",
                    signed(number)
                );
                remarks.push((Manner::Assumed, what));
                number
            }
            (..0, _) => {
                let year = number.saturating_add(1);
                let what = format!(
                    "the year `{written}` is taken for {} BC, which EDTF writes `{}`",
                    number.unsigned_abs(),
                    signed(year)
                );
                remarks.push((Manner::Assumed, what));
                year
            }
            _ => number,
        };
        Ok(signed(year))
    }

    /// A month, by its number or its name.
    fn month(
        self,
        written: &str,
        said: &str,
        remarks: &mut Vec<(Manner, String)>,
    ) -> Result<Option<u8>, NoDate> {
        if written.is_empty() {
            return Ok(None);
        }
        if let Ok(number) = written.parse::<u8>() {
            if number == 0 {
                let what = "the month is `0`: taken as not given".to_owned();
                remarks.push((Manner::Partly, what));
                return Ok(None);
            }
            if number > 12 {
                let what = format!("{}: there is no month `{written}`", quoted(said));
                return Err(NoDate::refused(Manner::Impossible, said, what));
            }
            return Ok(Some(number));
        }
        let named = self.read(&format!("{written} 2000")).ok();
        let month = named.and_then(|reading| {
            let (first, last) = (reading.when.earliest().day()?, reading.when.latest().day()?);
            (first.month() == last.month() && first.day() != last.day()).then(|| first.month())
        });
        month.map(Some).ok_or_else(|| {
            let what = format!("the month, {}, is not understood", quoted(written));
            NoDate::refused(Manner::NoPlace, said, what)
        })
    }
}

/// A number without the `.0` that spreadsheets put to it.
fn whole(part: &str) -> &str {
    part.strip_suffix(".0").unwrap_or(part)
}

fn signed(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let mark = if year.unsigned_abs() > 9999 { "Y" } else { "" };
    format!("{mark}{sign}{:04}", year.unsigned_abs())
}

/// A year in words, beside which nothing else can stand.
fn beside(mut words: Reading, month: &str, day: &str, time: &str, said: &str) -> Reading {
    let rest: Vec<&str> = [month, day, time]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if !rest.is_empty() {
        let what = format!(
            "{} has no place beside `{}`",
            quoted(&rest.join(" ")),
            words.when
        );
        words.remarks.push((Manner::NoPlace, what));
        words.said = Some(said.to_owned());
    }
    words
}

/// The time from a start to an end. Where there is only one of them, or they are the same,
/// it is that date; an end before its start is told, and left out.
pub fn between(
    start: Result<Reading, NoDate>,
    end: Result<Reading, NoDate>,
) -> Result<Reading, NoDate> {
    let (start, end) = match (start, end) {
        (start, Err(NoDate::Empty)) => return start,
        (Ok(mut start), Err(NoDate::Refused { manner, what, said })) => {
            start
                .remarks
                .push((manner, format!("the end was left out: {what}")));
            let before = start.said.take().unwrap_or_else(|| start.when.to_string());
            start.said = Some(format!("{before} – {said}"));
            return Ok(start);
        }
        (Err(NoDate::Empty), Ok(mut end)) => {
            let what = format!(
                "the start is missing: only the end, `{}`, is known",
                end.when
            );
            end.remarks.push((Manner::Partly, what));
            match format!("/{}", plain(&end.when)).parse() {
                Ok(when) => end.when = when,
                Err(_) => end.said = Some(format!("until {}", end.when)),
            }
            return Ok(end);
        }
        (Err(start), _) => return Err(start),
        (Ok(start), Ok(end)) => (start, end),
    };
    if start.when == end.when {
        return Ok(start);
    }
    let same_day = start.when.time().is_some()
        && start.when.is_single_day() == end.when.is_single_day()
        && start.when.is_single_day().is_some();
    if same_day {
        let mut start = start;
        let what = format!(
            "the end, `{}`, has no place beside the start, `{}`",
            end.when, start.when
        );
        start.remarks.push((Manner::NoPlace, what));
        return Ok(start);
    }
    let (from, to) = (plain(&start.when), plain(&end.when));
    let mut remarks = start.remarks;
    let said = match (start.said, end.said) {
        (None, None) => None,
        (one, other) => Some(format!(
            "{} – {}",
            one.unwrap_or_else(|| start.when.to_string()),
            other.unwrap_or_else(|| end.when.to_string())
        )),
    };
    remarks.extend(end.remarks);
    for (date, plain) in [(&start.when, &from), (&end.when, &to)] {
        if *date.to_string() != **plain {
            let what = format!("`{date}` cannot be an end of a span: `{plain}` was written");
            remarks.push((Manner::Partly, what));
        }
    }
    let mut said = said;
    let when = if from == to {
        from.parse()
    } else {
        format!("{from}/{to}").parse()
    };
    let when: Edtf = when.unwrap_or_else(|error| {
        let what = format!(
            "the end, `{}`, was left out: {error} (from `{}`)",
            end.when, start.when
        );
        remarks.push((Manner::Impossible, what));
        said = Some(format!("{} – {}", start.when, end.when));
        start.when.clone()
    });
    Ok(Reading {
        when,
        said,
        remarks,
    })
}

/// A date as it can stand as an end of a span: without the time of day; of several dates,
/// what is common to them.
fn plain(date: &Edtf) -> String {
    match date.expression() {
        Expression::DateTime(moment) => moment.date.to_string(),
        Expression::Set(_) | Expression::Interval(_) => {
            let (Some(first), Some(last)) = (date.earliest().day(), date.latest().day()) else {
                return date.to_string();
            };
            if first.year() != last.year() {
                return format!("{:04}", first.year());
            }
            if first.month() != last.month() {
                return format!("{:04}", first.year());
            }
            format!("{:04}-{:02}", first.year(), first.month())
        }
        _ => date.to_string(),
    }
}
