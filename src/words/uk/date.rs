//! One date in Ukrainian: a day, a month, a year, a season, with what is open or in doubt
//! about it.

use super::NOTATION;
use super::grammar::{
    Case, HALF, NUMBER, QUARTER, THIRD, UNKNOWN, YEAR, YEARS, declined, feminine, list, masculine,
    month, one_of, within,
};
use crate::edtf::{
    Date, Grouping, Hemisphere, Part, Point, Qualification, Season, TimeOfYear, Year, YearForm,
};
use crate::words::{Choice, Doubt, Years};

/// A date that stands by itself, with what its qualifiers say: «близько 2 квітня 2024
/// року».
pub(super) fn alone(point: &Point, case: Case) -> String {
    match Doubt::of(point) {
        Doubt::Whole(qualification)
            if qualification.approximate && case.is_free() && !point.has_unspecified() =>
        {
            let words = format!("близько {}", bare(point, Case::Genitive));
            if qualification.uncertain {
                with_note(&words, "імовірно")
            } else {
                words
            }
        }
        _ => doubted(point, case),
    }
}

/// A date among other words, with what its qualifiers say: «2 квітня 2024 року (приблизно)».
pub(super) fn doubted(point: &Point, case: Case) -> String {
    noted(&bare(point, case), point)
}

/// Words about a date with what its qualifiers say.
pub(super) fn noted(words: &str, point: &Point) -> String {
    match Doubt::of(point) {
        Doubt::None => words.to_owned(),
        Doubt::Whole(qualification) => with_note(words, degree(qualification)),
        Doubt::Parts(groups) => {
            let said = |(parts, qualification): &(Vec<Part>, Qualification)| {
                let names: Vec<_> = parts.iter().map(|part| part_name(point, *part)).collect();
                format!("{} – {}", list(&names, "та"), degree(*qualification))
            };
            let notes: Vec<String> = groups.iter().map(said).collect();
            with_note(words, &notes.join("; "))
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

/// Adverbs, which need not agree with anything.
fn degree(qualification: Qualification) -> &'static str {
    match (qualification.uncertain, qualification.approximate) {
        (true, true) => "імовірно та приблизно",
        (true, false) => "імовірно",
        _ => "приблизно",
    }
}

fn part_name(point: &Point, part: Part) -> &'static str {
    match (part, point) {
        (Part::Year, _) => "рік",
        (Part::Day, _) => "день",
        (Part::Month, Point::Season(season)) => match season.grouping {
            Grouping::Season(..) => "пора року",
            Grouping::Quarter(_) => "квартал",
            Grouping::Quadrimester(_) => "третина",
            Grouping::Semestral(_) => "половина",
        },
        (Part::Month, _) => "місяць",
    }
}

/// A date without what its qualifiers say.
pub(super) fn bare(point: &Point, case: Case) -> String {
    match point {
        Point::Date(date) => calendar_date(date, case),
        Point::Season(season) => self::season(season, case),
        Point::Year(year) => long_year(year, case),
    }
}

fn calendar_date(date: &Date, case: Case) -> String {
    let years = Years::of(&date.year);
    let Some(months) = Choice::of_months(date) else {
        return year_alone(&years, case);
    };
    let of_year = of_year(&years);
    let Some(days) = Choice::of_days(date) else {
        return format!("{} {of_year}", months_named(&months, case));
    };
    format!("{} {of_year}", days_of(&days, &months, case))
}

/// «квітень», «січень або листопад», «один із місяців від січня до вересня».
fn months_named(months: &Choice, case: Case) -> String {
    match months {
        Choice::One(number) => month(*number, case),
        Choice::Among(numbers) => {
            let inside = if case == Case::When {
                Case::Locative
            } else {
                case
            };
            let names: Vec<_> = numbers
                .iter()
                .map(|number| month(*number, inside))
                .collect();
            let names = list(&names, "або");
            if case == Case::When {
                within(&names)
            } else {
                names
            }
        }
        Choice::Any => one_of("місяців", case),
        Choice::Between(first, last) => {
            one_of(&format!("місяців {}", from_to(*first, *last)), case)
        }
    }
}

fn from_to(first: u8, last: u8) -> String {
    let (first, last) = (month(first, Case::Genitive), month(last, Case::Genitive));
    format!("від {first} до {last}")
}

/// Days of one or of several months. A day reads alike in every case, its noun being
/// left out: «2 квітня».
fn days_of(days: &Choice, months: &Choice, case: Case) -> String {
    let of_months = months_named(months, Case::Genitive);
    match (days, months) {
        (Choice::Any, Choice::Any) => one_of("днів", case),
        (Choice::Any, Choice::Between(first, last)) => {
            one_of(&format!("днів {}", from_to(*first, *last)), case)
        }
        (Choice::Any, _) => one_of(&format!("днів {of_months}"), case),
        (Choice::One(day), Choice::One(_) | Choice::Among(_)) => format!("{day} {of_months}"),
        (Choice::Among(days), Choice::One(_)) => format!("{} {of_months}", numbers(days)),
        (Choice::Between(first, last), Choice::One(_)) => {
            between_days(&format!("{first} та {last} {of_months}"), case)
        }
        // Days of several months: «25 число одного з місяців».
        (Choice::One(day), _) => format!("{day} {} {of_months}", the_number(case)),
        (Choice::Among(days), _) => format!("{} {} {of_months}", numbers(days), the_number(case)),
        (Choice::Between(first, last), _) => {
            between_days(&format!("{first} та {last} числами {of_months}"), case)
        }
    }
}

fn between_days(ends: &str, case: Case) -> String {
    if case.is_free() {
        format!("між {ends}")
    } else {
        one_of(&format!("днів між {ends}"), case)
    }
}

fn numbers(days: &[u8]) -> String {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    list(&days, "або")
}

fn the_number(case: Case) -> String {
    let case = if case == Case::When {
        Case::Genitive
    } else {
        case
    };
    declined(&[NUMBER], case)
}

fn season(season: &Season, case: Case) -> String {
    let of_year = of_year(&Years::of(&season.year));
    match season.grouping {
        Grouping::Season(time, hemisphere) => {
            let hemisphere = match hemisphere {
                Hemisphere::Unsaid => "",
                Hemisphere::Northern => " (у Північній півкулі)",
                Hemisphere::Southern => " (у Південній півкулі)",
            };
            format!("{} {of_year}{hemisphere}", time_of_year(time, case))
        }
        Grouping::Quarter(number) => {
            format!(
                "{} {of_year}",
                declined(&[masculine(number), QUARTER], case)
            )
        }
        Grouping::Quadrimester(number) => {
            format!("{} {of_year}", declined(&[feminine(number), THIRD], case))
        }
        Grouping::Semestral(number) => half(number, &of_year, case),
    }
}

fn time_of_year(time: TimeOfYear, case: Case) -> String {
    let (forms, when) = match time {
        TimeOfYear::Spring => (["весна", "весни", "весною", "весні"], "навесні"),
        TimeOfYear::Summer => (["літо", "літа", "літом", "літі"], "влітку"),
        TimeOfYear::Autumn => (["осінь", "осені", "осінню", "осені"], "восени"),
        TimeOfYear::Winter => (["зима", "зими", "зимою", "зимі"], "взимку"),
    };
    if case == Case::When {
        when.to_owned()
    } else {
        declined(&[forms], case)
    }
}

/// «перша половина травня 2024 року»; `whole` is in the genitive.
pub(super) fn half(number: u8, whole: &str, case: Case) -> String {
    format!("{} {whole}", declined(&[feminine(number), HALF], case))
}

/// «четвертий квартал 2023 року».
pub(super) fn quarter(number: u8, year: i64, case: Case) -> String {
    let of_year = of_year(&Years::One(year));
    format!(
        "{} {of_year}",
        declined(&[masculine(number), QUARTER], case)
    )
}

fn long_year(year: &Year, case: Case) -> String {
    let (first, last) = (year.first(), year.last());
    if first == last {
        return year_alone(&Years::One(year.value), case);
    }
    let estimate = year_name(year.value, Case::Nominative);
    let words = match (year.form, case.is_free()) {
        (YearForm::FourDigits, _) => years_between(first, last, case),
        (_, true) => format!("між роками {} та {}", written(first), written(last)),
        (_, false) => {
            let ends = format!("років між {} та {}", written(first), written(last));
            one_of(&ends, case)
        }
    };
    with_note(&words, &format!("орієнтовно {estimate}"))
}

/// A year, or several, that stand without month or day.
fn year_alone(years: &Years, case: Case) -> String {
    match years {
        Years::One(year) => year_name(*year, case),
        Years::Decade(first) => decade(*first, case),
        Years::Between(first, last) => years_between(*first, *last, case),
        Years::Any => declined(&[UNKNOWN, YEAR], case),
        // An `X` is a Latin letter, and read as one.
        Years::Form(form) => one_of(&format!("років виду {}", form.replace('X', "Х")), case),
    }
}

/// «1960-ті роки»: the ending is that of the spoken number, «сорокові», «двотисячні».
fn decade(first: i64, case: Case) -> String {
    let ending = match case {
        Case::Nominative if first % 1000 == 0 => "ні",
        Case::Nominative if first % 100 == 40 => "ві",
        Case::Nominative => "ті",
        Case::Instrumental => "ми",
        _ => "х",
    };
    let inside = if case == Case::When {
        Case::Locative
    } else {
        case
    };
    let words = format!("{first}-{ending} {}", declined(&[YEARS], inside));
    if case == Case::When {
        within(&words)
    } else {
        words
    }
}

/// One of the years from the one to the other.
fn years_between(first: i64, last: i64, case: Case) -> String {
    let shared = shared_era([first, last]);
    let (a, b) = (number_of(first), number_of(last));
    match (shared, case.is_free()) {
        (Some(era), true) => format!("між {a} та {b} роками{era}"),
        (Some(era), false) => one_of(&format!("років між {a}-м та {b}-м{era}"), case),
        (None, true) => format!("між {a} роком{BC} та {b} роком{AD}"),
        (None, false) => one_of(&format!("років між {a}-м{BC} та {b}-м{AD}"), case),
    }
}

/// The year that a month, a day or a season is of, in the genitive.
pub(super) fn of_year(years: &Years) -> String {
    match years {
        Years::Decade(first) => one_of(&decade(*first, Case::Genitive), Case::Genitive),
        _ => year_alone(years, Case::Genitive),
    }
}

const BC: &str = " до н.\u{a0}е.";
const AD: &str = " н.\u{a0}е.";

/// The era that years have in common, to be said once; `None` if they are of both.
pub(super) fn shared_era(years: impl IntoIterator<Item = i64> + Clone) -> Option<&'static str> {
    let before = |year: i64| year <= 0;
    if years.clone().into_iter().all(before) {
        Some(BC)
    } else if years.clone().into_iter().any(before) {
        None
    } else if years.into_iter().any(|year| year < 1000) {
        Some(AD)
    } else {
        Some("")
    }
}

/// The number by which a year is called in its era.
pub(super) fn number_of(year: i64) -> String {
    written(if year <= 0 { 1 - year } else { year })
}

pub(super) fn is_long(year: i64) -> bool {
    !(-9999..=9999).contains(&year)
}

/// «2024 рік», «45 рік до н. е.», «рік 170 000 002».
pub(super) fn year_name(year: i64, case: Case) -> String {
    let inside = if case == Case::When {
        Case::Locative
    } else {
        case
    };
    let noun = declined(&[YEAR], inside);
    let words = if is_long(year) {
        format!("{noun} {}", written(year))
    } else {
        let era = shared_era([year]).unwrap_or_default();
        format!("{} {noun}{era}", number_of(year))
    };
    if case == Case::When {
        within(&words)
    } else {
        words
    }
}

fn written(number: i64) -> String {
    NOTATION.write(&number.to_string())
}
