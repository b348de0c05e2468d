//! Ids made of what people write.

use std::collections::HashSet;

use crate::check::date_prefix;
use crate::edtf::Edtf;
use crate::import::Entry;
use crate::schema::{check_id, slug};

/// About how long an id may become, in bytes; at a hyphen.
const LONGEST: usize = 60;

/// An id for a text; letters of other scripts are written in Latin ones. `fallback` is for
/// a text of which nothing is left.
pub(super) fn of(text: &str, fallback: &str) -> String {
    // A hyphen where other characters stand, so that words stay apart.
    let latin = || {
        let latin = deunicode::deunicode_with_tofu(text, "-");
        let plain: String = latin.chars().filter(char::is_ascii).collect();
        slug(&plain)
    };
    let id = slug(text).or_else(latin);
    let mut id = id.unwrap_or_else(|| fallback.to_owned());
    if id.len() > LONGEST {
        let cut = id[..LONGEST].rfind('-').filter(|at| *at > LONGEST / 2);
        id.truncate(cut.unwrap_or(LONGEST));
    }
    match check_id(&id) {
        Ok(()) => id,
        Err(Some(right)) => right,
        Err(None) => fallback.to_owned(),
    }
}

/// The first of `id`, `id-2`, `id-3` … that is free.
pub(super) fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(id) {
        return id.to_owned();
    }
    let mut number = 2;
    loop {
        let next = format!("{id}-{number}");
        if !is_taken(&next) {
            return next;
        }
        number += 1;
    }
}

/// An id for an event: its own if it tells one, else its date, as far as that is known, and
/// its title.
pub(super) fn event(entry: &Entry, when: &Edtf, taken: &HashSet<String>) -> String {
    let is_taken = |id: &str| taken.contains(id);
    if let Some(id) = entry.id.as_deref()
        && check_id(id).is_ok()
    {
        return free(id, is_taken);
    }
    let words = of(&entry.title, "event");
    let (first, last) = (when.earliest().day(), when.latest().day());
    let year = first.or(last).map(crate::edtf::Day::year);
    let id = match date_prefix(first, last) {
        Some(date) if year.is_some_and(|year| (0..=9999).contains(&year)) => {
            format!("{date}-{words}")
        }
        // No name of a file begins with such a year.
        _ if words.starts_with(|c: char| c.is_ascii_digit()) => format!("event-{words}"),
        _ => words,
    };
    free(&id, is_taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_an_id() {
        for (text, expected) in [
            ("Biden’s call", "bidens-call"),
            ("Чернобыль", "chernobyl"),
            ("Łódź talks", "lodz-talks"),
            ("北京", "bei-jing"),
            ("…", "event"),
            ("CON", "con-1"),
            ("🙂", "smile"),
        ] {
            let id = of(text, "event");
            assert!(check_id(&id).is_ok(), "{text}: {id}");
            if text != "🙂" {
                assert_eq!(id, expected, "{text}");
            }
        }
        let long = of(&"word ".repeat(60), "event");
        assert!(long.len() <= LONGEST && long.ends_with("word"), "{long}");
        assert!(of(&"x".repeat(500), "event").len() <= LONGEST);
    }
}
