//! Dates as ISO 8601-1 can say them, which knows no doubt: what it cannot say without
//! claiming more than is known is not said.

use crate::edtf::{Bound, Day, Edtf, End, Expression, Offset};

/// When something began and ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    /// When it began.
    pub(super) start: Option<String>,
    /// When it ended, if that is another date.
    pub(super) end: Option<String>,
    /// Whether that is all that is known of it.
    pub(super) whole: bool,
}

/// When something began and ended that has this date.
pub(super) fn span(date: &Edtf) -> Span {
    let written = date.to_string();
    let Expression::Interval(interval) = date.expression() else {
        let start = single(date);
        let exact = matches!(date.expression(), Expression::DateTime(_));
        return Span {
            whole: exact || start.as_ref() == Some(&written),
            start,
            end: None,
        };
    };
    let start = end_of_interval(&interval.start);
    let end = end_of_interval(&interval.end);
    let said = |end: &Option<String>| end.clone().unwrap_or_default();
    Span {
        whole: format!("{}/{}", said(&start), said(&end)) == written,
        start,
        end,
    }
}

/// A date that is no span of time: the day, or else the month, or the year in which all
/// of it lies; for "second half of May 2024" the month. `None` if it is in doubt, or lies in
/// more than one year.
pub(super) fn single(date: &Edtf) -> Option<String> {
    if date.is_uncertain() || date.is_approximate() {
        return None;
    }
    match date.expression() {
        Expression::Interval(_) => None,
        Expression::DateTime(moment) => {
            let time = moment.time;
            // EDTF may leave the minutes of an offset out; ISO 8601's time of day may not.
            let zone = match time.offset.map(Offset::minutes) {
                None => String::new(),
                Some(0) => "Z".to_owned(),
                Some(minutes) => format!(
                    "{}{:02}:{:02}",
                    if minutes < 0 { '-' } else { '+' },
                    minutes.unsigned_abs() / 60,
                    minutes.unsigned_abs() % 60
                ),
            };
            Some(format!(
                "{}T{:02}:{:02}:{:02}{zone}",
                moment.date, time.hour, time.minute, time.second
            ))
        }
        _ => holding(date.earliest().day()?, date.latest().day()?),
    }
}

/// The time in which all of a date lies, from its first to its last day; `None` if the date
/// is in doubt, since the doubt may reach beyond.
pub(super) fn coverage(date: &Edtf) -> Option<String> {
    if date.is_uncertain() || date.is_approximate() {
        return None;
    }
    match (date.earliest(), date.latest()) {
        (Bound::Day(first), Bound::Day(last)) => {
            let (first, last) = (written(first)?, written(last)?);
            Some(if first == last {
                first
            } else {
                format!("{first}/{last}")
            })
        }
        (Bound::Day(first), Bound::Open) => Some(format!("{}/..", written(first)?)),
        (Bound::Open, Bound::Day(last)) => Some(format!("../{}", written(last)?)),
        _ => None,
    }
}

fn end_of_interval(end: &End) -> Option<String> {
    let point = end.point()?;
    if point.any_qualification().is_some() {
        return None;
    }
    let (first, last) = point.days()?;
    holding(first, last)
}

/// The smallest of a day, a month and a year that holds both days.
fn holding(first: Day, last: Day) -> Option<String> {
    let day = written(first)?;
    let length = match (first, last) {
        _ if first == last => "YYYY-MM-DD".len(),
        _ if first.year() != last.year() => return None,
        _ if first.month() == last.month() => "YYYY-MM".len(),
        _ => "YYYY".len(),
    };
    Some(day[..length].to_owned())
}

/// A day; `None` in years for which ISO 8601 demands an agreement with the reader.
fn written(day: Day) -> Option<String> {
    (1583..=9999).contains(&day.year()).then(|| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Edtf {
        text.parse().unwrap()
    }

    #[test]
    fn nothing_is_said_that_is_more_exact_than_what_is_known() {
        for (text, said) in [
            ("2024-04-02", "2024-04-02"),
            ("2024-04", "2024-04"),
            ("2024", "2024"),
            ("2024-04-XX", "2024-04"),
            ("[2024-05-16..2024-05-31]", "2024-05"),
            ("[2024-04-12,2024-04-19]", "2024-04"),
            ("2023-36", "2023"),
            ("2024-04-02T23:30:00+03", "2024-04-02T23:30:00+03:00"),
            ("2024-04-02T09:00:00-00:30", "2024-04-02T09:00:00-00:30"),
            ("2024-04-02T23:30:00Z", "2024-04-02T23:30:00Z"),
            ("2024-04-02T23:30:00", "2024-04-02T23:30:00"),
        ] {
            assert_eq!(single(&date(text)).as_deref(), Some(said), "{text}");
        }
        for text in [
            "2024-04-02?",
            "2024~",
            "%2024-04-02",
            "202X",
            "2024-24",
            "[2023-12-31,2024-01-01]",
            "[..2024-04-02]",
            "1066-10-14",
            "-0043-03-15",
            "Y17000",
            "XXXX-12-25",
        ] {
            assert_eq!(single(&date(text)), None, "{text}");
        }
    }

    #[test]
    fn an_interval_has_the_ends_that_are_known() {
        let said = |text: &str| {
            let Span { start, end, whole } = span(&date(text));
            let said = |end: Option<String>| end.unwrap_or_else(|| "-".to_owned());
            format!("{} {} {whole}", said(start), said(end))
        };
        assert_eq!(said("2024-05-16/2024-05-31"), "2024-05-16 2024-05-31 true");
        assert_eq!(said("2024-05/2024"), "2024-05 2024 true");
        assert_eq!(said("2024-05-16~/2024-05-31"), "- 2024-05-31 false");
        assert_eq!(said("2024-05-16/.."), "2024-05-16 - false");
        assert_eq!(said("/2024-05-16"), "- 2024-05-16 true");
        assert_eq!(said("2024-04-02"), "2024-04-02 - true");
        assert_eq!(
            said("2024-04-02T23:30:00+03"),
            "2024-04-02T23:30:00+03:00 - true"
        );
        assert_eq!(said("[2024-05-16..2024-05-31]"), "2024-05 - false");
        assert_eq!(said("2024-04-02?"), "- - false");
    }

    #[test]
    fn what_a_page_covers_goes_from_the_first_possible_day_to_the_last() {
        for (text, said) in [
            ("2024-04-02", Some("2024-04-02")),
            ("[2024-05-16..2024-05-31]", Some("2024-05-16/2024-05-31")),
            ("2024-04-12/..", Some("2024-04-12/..")),
            ("[..2024-04-02]", Some("../2024-04-02")),
            ("/2024-04-02", None),
            ("2024-04?", None),
        ] {
            assert_eq!(coverage(&date(text)).as_deref(), said, "{text}");
        }
    }
}
