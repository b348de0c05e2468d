//! One date in English: a day, a month, a year, a season, with what is open
//! or in doubt about it.

use super::NOTATION;
use crate::edtf::{
    Date, Grouping, Hemisphere, Part, Point, Qualification, Season, TimeOfYear, Year, YearForm,
};
use crate::words::{Choice, Doubt, Years};

/// Where words stand, which decides on articles: "2010s", but "from the 2010s
/// on".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Alone,
    Inside,
}

impl Use {
    pub(super) fn the(self, words: &str) -> String {
        match self {
            Self::Alone => words.to_owned(),
            Self::Inside => format!("the {words}"),
        }
    }

    fn some_year(self, words: &str) -> String {
        match self {
            Self::Alone => words.to_owned(),
            Self::Inside => format!("some year {words}"),
        }
    }
}

/// A date with what its qualifiers say.
pub(super) fn doubted(point: &Point, place: Use) -> String {
    match Doubt::of(point) {
        Doubt::None => bare(point, place),
        Doubt::Whole(qualification) if point.has_unspecified() => {
            with_note(&bare(point, place), adjectives(qualification))
        }
        Doubt::Whole(qualification) => {
            let words = if qualification.approximate {
                format!("around {}", bare(point, Use::Inside))
            } else {
                bare(point, place)
            };
            if qualification.uncertain {
                with_note(&words, "uncertain")
            } else {
                words
            }
        }
        Doubt::Parts(groups) => {
            let said = |(parts, qualification): &(Vec<Part>, Qualification)| {
                let names = parts.iter().map(|part| part_name(point, *part).to_owned());
                let names = list(&names.collect::<Vec<_>>(), "and");
                format!("{names} {}", adjectives(*qualification))
            };
            let notes: Vec<String> = groups.iter().map(said).collect();
            with_note(&bare(point, place), &notes.join(", "))
        }
    }
}

/// Words with a note in brackets, in one pair with what is there already.
fn with_note(words: &str, note: &str) -> String {
    match words.strip_suffix(')') {
        Some(open) => format!("{open}, {note})"),
        None => format!("{words} ({note})"),
    }
}

fn adjectives(qualification: Qualification) -> &'static str {
    match (qualification.uncertain, qualification.approximate) {
        (true, true) => "uncertain and approximate",
        (true, false) => "uncertain",
        _ => "approximate",
    }
}

fn part_name(point: &Point, part: Part) -> &'static str {
    match (part, point) {
        (Part::Year, _) => "year",
        (Part::Day, _) => "day",
        (Part::Month, Point::Season(season)) => match season.grouping {
            Grouping::Season(..) => "season",
            Grouping::Quarter(_) => "quarter",
            Grouping::Quadrimester(_) => "months",
            Grouping::Semestral(_) => "half",
        },
        (Part::Month, _) => "month",
    }
}

/// A date without what its qualifiers say.
pub(super) fn bare(point: &Point, place: Use) -> String {
    match point {
        Point::Date(date) => calendar_date(date, place),
        Point::Season(season) => self::season(season, place),
        Point::Year(year) => long_year(year, place),
    }
}

fn calendar_date(date: &Date, place: Use) -> String {
    let years = Years::of(&date.year);
    let Some(months) = Choice::of_months(date) else {
        return year_alone(&years, place);
    };
    let of_year = of_year(&years);
    let Some(days) = Choice::of_days(date) else {
        return match months {
            Choice::Any => format!("a month{}", in_year(&years)),
            months => format!("{}{of_year}", months_named(&months)),
        };
    };
    match (days, months) {
        (Choice::Any, Choice::Any) => format!("a day{}", in_year(&years)),
        (Choice::Any, months) => format!("a day in {}{of_year}", months_named(&months)),
        (days, Choice::One(month)) => {
            format!(
                "{} {}{of_year}",
                days_numbered(&days, cardinal),
                month_name(month)
            )
        }
        (days, Choice::Any) => {
            let days = days_numbered(&days, ordinal);
            format!("{days} of a month{}", in_year(&years))
        }
        (days, months) => {
            let days = days_numbered(&days, ordinal);
            format!("{days} of {}{of_year}", months_named(&months))
        }
    }
}

pub(super) fn months_named(months: &Choice) -> String {
    let name = |month: &u8| month_name(*month).to_owned();
    match months {
        Choice::One(month) => name(month),
        Choice::Any => "a month".to_owned(),
        Choice::Between(first, last) => {
            format!("a month from {} to {}", name(first), name(last))
        }
        Choice::Among(months) => list(&months.iter().map(name).collect::<Vec<_>>(), "or"),
    }
}

pub(super) fn days_numbered(days: &Choice, number: impl Fn(u8) -> String) -> String {
    match days {
        Choice::One(day) => number(*day),
        Choice::Any => "a day".to_owned(),
        Choice::Between(first, last) => {
            format!("between {} and {}", number(*first), number(*last))
        }
        Choice::Among(days) => {
            let days: Vec<String> = days.iter().map(|day| number(*day)).collect();
            list(&days, "or")
        }
    }
}

pub(super) fn cardinal(day: u8) -> String {
    day.to_string()
}

fn ordinal(day: u8) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("the {day}{ending}")
}

fn season(season: &Season, place: Use) -> String {
    let years = Years::of(&season.year);
    match season.grouping {
        Grouping::Season(time, hemisphere) => {
            let time = match time {
                TimeOfYear::Spring => "spring",
                TimeOfYear::Summer => "summer",
                TimeOfYear::Autumn => "autumn",
                TimeOfYear::Winter => "winter",
            };
            let hemisphere = match hemisphere {
                Hemisphere::Unsaid => "",
                Hemisphere::Northern => " (northern hemisphere)",
                Hemisphere::Southern => " (southern hemisphere)",
            };
            format!("{time}{}{hemisphere}", of_year(&years))
        }
        Grouping::Quarter(number) => part_of_year(nth(number), "quarter", &years, place),
        Grouping::Quadrimester(number) => {
            let which = match number {
                1 => "first",
                2 => "middle",
                _ => "last",
            };
            part_of_year(which, "four months", &years, place)
        }
        Grouping::Semestral(number) => part_of_year(nth(number), "half", &years, place),
    }
}

/// Which of four quarters, or of two halves.
pub(super) fn nth(number: u8) -> &'static str {
    match number {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "last",
    }
}

pub(super) fn part_of_year(which: &str, part: &str, years: &Years, place: Use) -> String {
    place.the(&format!("{which} {part} of {}", some_year(years)))
}

fn long_year(year: &Year, place: Use) -> String {
    let (first, last) = (year.first(), year.last());
    if first == last {
        return year_alone(&Years::One(year.value), place);
    }
    let words = if matches!(year.form, YearForm::FourDigits) {
        let names = [first, last, year.value].map(year_name);
        let [first, last, estimate] = names;
        format!("between {first} and {last} (estimated {estimate})")
    } else {
        let numbers = [first, last, year.value].map(grouped);
        let [first, last, estimate] = numbers;
        format!("between the years {first} and {last} (estimated {estimate})")
    };
    place.some_year(&words)
}

/// A year, or several, that stand without month or day.
fn year_alone(years: &Years, place: Use) -> String {
    match years {
        Years::One(year) if is_long(*year) => place.the(&year_name(*year)),
        Years::One(year) => year_name(*year),
        Years::Decade(first) => place.the(&format!("{first}s")),
        Years::Between(first, last) => {
            let (first, last) = (year_name(*first), year_name(*last));
            place.some_year(&format!("between {first} and {last}"))
        }
        Years::Any => "some year".to_owned(),
        Years::Form(form) => format!("some year of the form {form}"),
    }
}

/// The year after a month or a season: "April 2024".
pub(super) fn of_year(years: &Years) -> String {
    match years {
        Years::One(year) if is_long(*year) => format!(" of the {}", year_name(*year)),
        Years::One(year) => format!(" {}", year_name(*year)),
        _ => in_year(years),
    }
}

/// The year that something is in: "a day in 2024".
pub(super) fn in_year(years: &Years) -> String {
    format!(" in {}", some_year(years))
}

/// One year, whichever it is.
fn some_year(years: &Years) -> String {
    match years {
        Years::Decade(first) => format!("some year of the {first}s"),
        _ => year_alone(years, Use::Inside),
    }
}

fn is_long(year: i64) -> bool {
    !(-9999..=9999).contains(&year)
}

pub(super) fn year_name(year: i64) -> String {
    match year {
        _ if is_long(year) => format!("year {}", grouped(year)),
        ..=0 => format!("{} BC", 1 - year),
        1..=999 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

/// A number in groups of three digits: 170,000,002.
fn grouped(number: i64) -> String {
    NOTATION.write(&number.to_string())
}

/// "12, 19 or 26".
pub(super) fn list(words: &[impl AsRef<str>], conjunction: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} {conjunction} {last}", rest.join(", ")),
    }
}

pub(super) fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        12 => "December",
        _ => "",
    }
}
