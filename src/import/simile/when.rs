//! The four dates of SIMILE Timeline: `start`, `latestStart`, `earliestEnd`, `end`.

use super::Record;
use crate::edtf::{Bound, Day, Edtf, Expression};
use crate::import::dates::{NoDate, Reading, between};
use crate::import::{Dates, Manner, quoted};
use crate::text::one_line;

/// The names of the dates.
pub(super) const DATES: [&str; 4] = ["start", "latestStart", "earliestEnd", "end"];

/// Reads the date of a record.
pub(super) fn when(record: &Record, dates: Dates) -> Result<Reading, NoDate> {
    let [start, latest_start, earliest_end, end] =
        DATES.map(|name| read(record.get(name).unwrap_or_default(), dates));
    let mut start = match start {
        Err(NoDate::Empty) => return between(Err(NoDate::Empty), end),
        other => other?,
    };
    let given = |name: &str| record.get(name).map(one_line);
    let said = if given("latestStart").or(given("earliestEnd")).is_none() {
        let both = [given("start"), given("end")];
        both.into_iter().flatten().collect::<Vec<_>>().join(" – ")
    } else {
        let all = DATES
            .iter()
            .filter_map(|name| Some(format!("{name} {}", given(name)?)));
        all.collect::<Vec<_>>().join(", ")
    };
    let mut take = |name: &str, found: Result<Reading, NoDate>| match found {
        Ok(reading) => {
            start.remarks.extend(reading.remarks);
            Some(reading.when)
        }
        Err(NoDate::Refused { manner, what, .. }) => {
            let what = format!("`{name}` was left out: {what}");
            start.remarks.push((manner, what));
            start.said = Some(said.clone());
            None
        }
        Err(NoDate::Empty) => None,
    };
    let latest_start = take("latestStart", latest_start);
    let earliest_end = take("earliestEnd", earliest_end);
    let end = take("end", end).or_else(|| earliest_end.clone());
    if latest_start.is_none() && end.is_none() {
        return Ok(start);
    }
    let text = if record.lasts() == Some(true) && end.is_some() {
        lasting(
            &start.when,
            latest_start,
            earliest_end,
            end,
            &mut start.remarks,
        )
    } else {
        // It happened in a moment that is not known better.
        if let (None, Some(end)) = (record.lasts(), &end) {
            let what = format!(
                "from `{}` to `{end}`, and nothing says that it lasts: it is taken as one moment in that time, as SIMILE Timeline does; `isDuration` says otherwise",
                start.when
            );
            start.remarks.push((Manner::Ambiguous, what));
        }
        if let (Some(end), Some(inner)) = (&end, latest_start.as_ref().or(earliest_end.as_ref()))
            && inner != end
        {
            let what = format!(
                "`{inner}` has no place between `{}` and `{end}`",
                start.when
            );
            start.remarks.push((Manner::NoPlace, what));
        }
        one_of(&start.when, end.as_ref().or(latest_start.as_ref()))
    };
    if let Some(Ok(when)) = text.map(|text| text.parse::<Edtf>()) {
        if !start.remarks.is_empty() || start.said.is_some() {
            start.said = Some(said);
        }
        start.when = when;
    } else {
        let what = format!(
            "the dates are not in the order of time: only the start was taken, `{}`",
            start.when
        );
        start.remarks.push((Manner::Impossible, what));
        start.said = Some(said);
    }
    Ok(start)
}

fn read(text: &str, dates: Dates) -> Result<Reading, NoDate> {
    let text = one_line(text);
    let digits = text.trim_start_matches('-');
    // A year as a number is one of the year count with a year 0.
    if (1..=7).contains(&digits.len())
        && text.len() - digits.len() <= 1
        && digits.bytes().all(|b| b.is_ascii_digit())
        && let Ok(year) = text.parse::<i64>()
    {
        let form = match year {
            0..=9999 => format!("{year:04}"),
            -9999..0 => format!("-{:04}", -year),
            year => format!("Y{year}"),
        };
        if let Ok(when) = form.parse() {
            let mut reading = Reading::plain(when);
            if year <= 0 {
                let what = format!(
                    "{} counts with a year 0, as SIMILE Timeline does: it is {} BC",
                    quoted(&text),
                    1 - year
                );
                reading.remarks.push((Manner::Assumed, what));
            }
            return Ok(reading);
        }
    }
    dates.read(&text).map(Reading::forced)
}

/// From a time in which it begins to one in which it ends.
fn lasting(
    start: &Edtf,
    latest_start: Option<Edtf>,
    earliest_end: Option<Edtf>,
    end: Option<Edtf>,
    remarks: &mut Vec<(Manner, String)>,
) -> Option<String> {
    let end = end?;
    let begins = widened(
        start,
        &latest_start.unwrap_or_else(|| start.clone()),
        "begins",
        remarks,
    )?;
    let ends = widened(
        &earliest_end.unwrap_or_else(|| end.clone()),
        &end,
        "ends",
        remarks,
    )?;
    if begins == ends {
        return Some(begins);
    }
    Some(format!("{begins}/{ends}"))
}

/// An end of a span can be as vague as a month, a year, a decade or a century: the least
/// of them that holds both dates.
fn widened(
    first: &Edtf,
    last: &Edtf,
    what: &str,
    remarks: &mut Vec<(Manner, String)>,
) -> Option<String> {
    if first == last {
        return simple(first);
    }
    let (Bound::Day(from), Bound::Day(to)) = (first.earliest(), last.latest()) else {
        return None;
    };
    if from > to {
        return None;
    }
    let year = from.year();
    let common = |unit: i64| (0..10_000).contains(&year) && year / unit == to.year() / unit;
    let wide = if from == to {
        from.to_string()
    } else if year == to.year() && from.month() == to.month() {
        from.to_string().rsplit_once('-')?.0.to_owned()
    } else if year == to.year() {
        from.to_string().rsplitn(3, '-').nth(2)?.to_owned()
    } else if common(10) {
        format!("{:03}X", year / 10)
    } else if common(100) {
        format!("{:02}XX", year / 100)
    } else {
        let words = format!(
            "it {what} between `{from}` and `{to}`, which the end of a span cannot say: it was marked uncertain"
        );
        remarks.push((Manner::Partly, words));
        return simple(if what == "begins" { first } else { last }).map(|date| format!("{date}%"));
    };
    let exact = wide
        .parse::<Edtf>()
        .ok()
        .is_some_and(|wide| (wide.earliest(), wide.latest()) == (Bound::Day(from), Bound::Day(to)));
    if !exact {
        let words = format!(
            "it {what} between `{from}` and `{to}`, which the end of a span can say no better than `{wide}`"
        );
        remarks.push((Manner::Partly, words));
    }
    Some(wide)
}

/// Some moment from a date to another.
fn one_of(first: &Edtf, last: Option<&Edtf>) -> Option<String> {
    let last = last.unwrap_or(first);
    if first == last {
        return Some(first.to_string());
    }
    let (Bound::Day(from), Bound::Day(to)) = (first.earliest(), last.latest()) else {
        return None;
    };
    match from.cmp(&to) {
        std::cmp::Ordering::Less => Some(format!("[{}..{}]", side(first, from), side(last, to))),
        std::cmp::Ordering::Equal => Some(from.to_string()),
        std::cmp::Ordering::Greater => None,
    }
}

/// A date as it may stand in a set: a year or a month as such, all else as a day.
fn side(date: &Edtf, day: Day) -> String {
    match date.expression() {
        Expression::Date(_) if date.level() == 0 => date.to_string(),
        _ => day.to_string(),
    }
}

/// A date as it may stand at the end of a span.
fn simple(date: &Edtf) -> Option<String> {
    match date.expression() {
        Expression::DateTime(_) => date.is_single_day().map(|day| day.to_string()),
        Expression::Interval(_) | Expression::Set(_) => None,
        _ => Some(date.to_string()),
    }
}
