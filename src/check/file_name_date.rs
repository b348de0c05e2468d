//! A file whose name gives another date than the event in it.

use super::{Subject, english};
use crate::diagnostic::{Diagnostic, names};
use crate::edtf::{Day, Edtf};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for event in &subject.timeline.events {
        let (earliest, latest) = (event.when.earliest().day(), event.when.latest().day());
        let origin = event.origin(|at| at.key("when"));
        let Some(named) = date_of_name(&event.id) else {
            // A year of more than four digits, or before the year 0, fits no name.
            if earliest
                .or(latest)
                .is_some_and(|day| (0..=9999).contains(&day.year()))
            {
                found.push(
                    Diagnostic::new(
                        names::FILE_NAME_DATE,
                        origin,
                        format!(
                            "the file's name, `{}`, does not begin with the date",
                            event.id
                        ),
                    )
                    .maybe_help(
                        prefix(earliest, latest)
                            .map(|date| format!("name the file `{date}-{}.yaml`", event.id)),
                    )
                    .about(&event.id, None),
                );
            }
            continue;
        };
        let (Some(first), Some(last)) = (named.earliest().day(), named.latest().day()) else {
            continue;
        };
        let apart = latest.is_some_and(|latest| latest < first)
            || earliest.is_some_and(|earliest| last < earliest);
        if apart {
            found.push(
                Diagnostic::new(
                    names::FILE_NAME_DATE,
                    origin,
                    format!("the file's name says {}", english().date(&named)),
                )
                .label(format!("the event: {}", english().date(&event.when)))
                .maybe_help(prefix(earliest, latest).map(|date| better_name(&event.id, &date)))
                .about(&event.id, None),
            );
        }
    }
}

/// The date with which an id begins, as far as it is one.
fn date_of_name(id: &str) -> Option<Edtf> {
    let parts: Vec<&str> = id.split('-').collect();
    let digits = |n: usize, len: usize| {
        parts
            .get(n)
            .is_some_and(|part| part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
    };
    if !digits(0, 4) {
        return None;
    }
    let longest = match (digits(1, 2), digits(2, 2)) {
        (true, true) => 3,
        (true, false) => 2,
        _ => 1,
    };
    // `2024-13-thirteen` begins with a year.
    (1..=longest)
        .rev()
        .find_map(|n| parts[..n].join("-").parse().ok())
}

/// What is common to all days of an event: a day, a month or a year.
pub(crate) fn prefix(earliest: Option<Day>, latest: Option<Day>) -> Option<String> {
    let (first, last) = (earliest.or(latest)?, latest.or(earliest)?);
    let (year, month) = (first.year(), first.month());
    if first == last {
        Some(first.to_string())
    } else if (year, month) == (last.year(), last.month()) {
        Some(format!("{year:04}-{month:02}"))
    } else {
        Some(format!("{year:04}"))
    }
}

fn better_name(id: &str, date: &str) -> String {
    let rest: Vec<&str> = id
        .split('-')
        .skip_while(|part| part.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    format!(
        "name the file `{date}-{}.yaml`, or correct `when`",
        rest.join("-")
    )
}
