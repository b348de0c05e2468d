//! Dates as citations have them: no finer than they are known.

use crate::edtf::{Date, Edtf, End, Expression, Grouping, Point, TimeOfYear};
use crate::words::{Language, Span};

/// When something appeared, or was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Issued {
    /// At one time, or from one to another.
    Dated {
        /// When, or from when on.
        from: Moment,
        /// Until when, where it lasted.
        to: Option<Moment>,
        /// Whether that is an estimate: `~`.
        approximate: bool,
        /// Whether that is in doubt: `?`.
        uncertain: bool,
    },
    /// At a time that no citation has a form for, in words: "on or after 12 April 2024".
    Worded(String),
}

/// A year, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year, of four digits.
    pub year: i64,
    /// What of it.
    pub part: Part,
}

/// What of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Year,
    /// Spring (1), summer, autumn or winter (4).
    Season(u8),
    /// A month, from 1 to 12.
    Month(u8),
    /// A month, and a day of it.
    Day(u8, u8),
}

impl Issued {
    /// The form that a date takes in a citation.
    pub fn of(date: &Edtf, words: &dyn Language) -> Self {
        let Some((from, to)) = moments(date) else {
            return Self::Worded(words.date(date));
        };
        if !is_of_four_digits(from) || !to.is_none_or(is_of_four_digits) {
            return Self::Worded(words.date(date));
        }
        Self::Dated {
            from,
            to,
            approximate: date.is_approximate(),
            uncertain: date.is_uncertain(),
        }
    }
}

fn is_of_four_digits(moment: Moment) -> bool {
    (1000..=9999).contains(&moment.year)
}

fn moments(date: &Edtf) -> Option<(Moment, Option<Moment>)> {
    match date.expression() {
        Expression::Interval(interval) => {
            let ends = (&interval.start, &interval.end);
            let (End::Point(Point::Date(start)), End::Point(Point::Date(end))) = ends else {
                return Some((smallest(date)?, None));
            };
            let (start, end) = (of_date(start), of_date(end));
            match (start, end) {
                (Some(start), Some(end)) if start == end => Some((start, None)),
                (Some(start), Some(end)) if start.is_as_fine_as(end) => Some((start, Some(end))),
                _ => Some((smallest(date)?, None)),
            }
        }
        Expression::Season(season) => {
            let part = match season.grouping {
                Grouping::Season(TimeOfYear::Spring, _) => Part::Season(1),
                Grouping::Season(TimeOfYear::Summer, _) => Part::Season(2),
                Grouping::Season(TimeOfYear::Autumn, _) => Part::Season(3),
                Grouping::Season(TimeOfYear::Winter, _) => Part::Season(4),
                _ => Part::Year,
            };
            let year = season.year.value()?;
            Some((Moment { year, part }, None))
        }
        _ => Some((smallest(date)?, None)),
    }
}

/// A date all of whose digits are known.
fn of_date(date: &Date) -> Option<Moment> {
    let number = |component: crate::edtf::Component<2>| {
        component
            .digits
            .value()
            .and_then(|value| u8::try_from(value).ok())
    };
    let year = date.year.value()?;
    let part = match (date.month, date.day) {
        (None, _) => Part::Year,
        (Some(month), None) => Part::Month(number(month)?),
        (Some(month), Some(day)) => Part::Day(number(month)?, number(day)?),
    };
    Some(Moment { year, part })
}

/// The smallest day, month or year that holds all of a date.
fn smallest(date: &Edtf) -> Option<Moment> {
    let (first, last) = (date.earliest().day()?, date.latest().day()?);
    let part = match Span::of(first, last) {
        Span::Day(day) => Part::Day(day.month(), day.day()),
        _ if first.year() != last.year() => return None,
        _ if first.month() == last.month() => Part::Month(first.month()),
        _ => Part::Year,
    };
    Some(Moment {
        year: first.year(),
        part,
    })
}

impl Moment {
    /// The month, where it is one or a day of one.
    pub(super) fn month(self) -> Option<u8> {
        match self.part {
            Part::Month(month) | Part::Day(month, _) => Some(month),
            Part::Year | Part::Season(_) => None,
        }
    }

    /// The day of the month.
    pub(super) fn day(self) -> Option<u8> {
        match self.part {
            Part::Day(_, day) => Some(day),
            _ => None,
        }
    }

    /// As ISO 8601 writes it: `2024-04-09`, `2024-04`; of a season the year.
    pub(super) fn iso(self) -> String {
        let two =
            |number: Option<u8>| number.map_or_else(String::new, |number| format!("-{number:02}"));
        format!("{:04}{}{}", self.year, two(self.month()), two(self.day()))
    }

    fn is_as_fine_as(self, other: Moment) -> bool {
        std::mem::discriminant(&self.part) == std::mem::discriminant(&other.part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    fn issued(date: &str) -> String {
        let date: Edtf = date.parse().unwrap();
        match Issued::of(&date, ENGLISH) {
            Issued::Worded(words) => words,
            Issued::Dated {
                from,
                to,
                approximate,
                uncertain,
            } => {
                let said = |moment: Moment| match moment.part {
                    Part::Year => moment.year.to_string(),
                    Part::Season(season) => format!("{} season {season}", moment.year),
                    Part::Month(month) => format!("{}/{month}", moment.year),
                    Part::Day(month, day) => format!("{}/{month}/{day}", moment.year),
                };
                let mut said = match to {
                    Some(to) => format!("{} to {}", said(from), said(to)),
                    None => said(from),
                };
                said += if approximate { " ~" } else { "" };
                said += if uncertain { " ?" } else { "" };
                said
            }
        }
    }

    #[test]
    fn a_date_becomes_the_smallest_part_of_the_calendar_that_holds_it() {
        let cases = [
            ("2024-04-02", "2024/4/2"),
            ("2024-04-02T23:30:00+03:00", "2024/4/2"),
            ("2024-04", "2024/4"),
            ("2024", "2024"),
            ("2024-04~", "2024/4 ~"),
            ("2024?", "2024 ?"),
            ("2024-04-02%", "2024/4/2 ~ ?"),
            ("[2024-04-12..2024-04-30]", "2024/4"),
            ("[2024-03-30..2024-04-02]", "2024"),
            ("2024-04-XX", "2024/4"),
            ("2024-XX-XX", "2024"),
            ("2024-21", "2024 season 1"),
            ("2024-28", "2024 season 4"),
            ("2024-33", "2024"),
            ("2024-04-12/2024-04-14", "2024/4/12 to 2024/4/14"),
            ("2024-04/2024-05-03", "2024"),
            ("2023/2024", "2023 to 2024"),
            ("{2024-04-01,2024-04-05}", "2024/4"),
        ];
        for (date, expected) in cases {
            assert_eq!(issued(date), expected, "{date}");
        }
    }

    #[test]
    fn what_has_no_form_is_put_into_words() {
        for date in [
            "[2024-04-12..]",
            "[..2024-04-08]",
            "2024-04-12/..",
            "[2023-12-30..2024-01-02]",
            "202X",
            "-0044",
            "0043",
            "Y170000002",
        ] {
            let edtf: Edtf = date.parse().unwrap();
            assert_eq!(issued(date), ENGLISH.date(&edtf), "{date}");
        }
    }
}
