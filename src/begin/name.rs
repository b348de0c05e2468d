//! Ids that are made from names.

use crate::check::{date_of_name, date_prefix};
use crate::edtf::Edtf;
use crate::schema::slug;

/// The longest part of an id that is made from words, in bytes.
const LONGEST: usize = 60;

/// The id of an actor or a place with this name. `None` if nothing can be made from it.
pub fn record_id(name: &str) -> Option<String> {
    slug(name).map(|words| shortened(&words))
}

/// The id of an event: its date, as far as it is known, and some words. If these begin with a
/// date already, it stays. `None` if nothing can be made from them.
pub fn event_id(words: &str, when: &Edtf) -> Option<String> {
    let words = record_id(words)?;
    let (earliest, latest) = (when.earliest().day(), when.latest().day());
    // No name begins with a year of more digits, or with one before the year 0.
    let named = (earliest.or(latest)).is_some_and(|day| (0..=9999).contains(&day.year()));
    match date_prefix(earliest, latest) {
        Some(date) if named && date_of_name(&words).is_none() => Some(format!("{date}-{words}")),
        _ => Some(words),
    }
}

/// The id of a report: who published it, or what it is called, and when. `None` if nothing
/// can be made from them.
pub fn source_id(words: &str, published: Option<&Edtf>) -> Option<String> {
    let words = record_id(words)?;
    let date = published.and_then(|date| {
        let (earliest, latest) = (date.earliest().day(), date.latest().day());
        date_prefix(earliest, latest)
    });
    Some(match date {
        Some(date) if !date.starts_with('-') => format!("{words}-{date}"),
        _ => words,
    })
}

/// As many whole words as fit.
fn shortened(slug: &str) -> String {
    let Some(cut) = slug.get(..=LONGEST) else {
        return slug.to_owned();
    };
    let end = cut.rfind('-').unwrap_or(LONGEST);
    slug[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_named_by_its_date_as_far_as_known() {
        for (when, expected) in [
            ("2024-04-02", "2024-04-02-talks"),
            ("2024-04", "2024-04-talks"),
            ("[2024-05-16..2024-05-31]", "2024-05-talks"),
            ("2024-05/2024-06", "2024-talks"),
            ("2024-04-02/..", "2024-04-02-talks"),
            ("-0044-03-15", "talks"),
            ("Y17000", "talks"),
        ] {
            let when: Edtf = when.parse().unwrap();
            assert_eq!(event_id("Talks!", &when).as_deref(), Some(expected));
        }
        let when: Edtf = "2024-04-02".parse().unwrap();
        let named = event_id("2024-04-talks", &when);
        assert_eq!(named.as_deref(), Some("2024-04-talks"));
        assert_eq!(event_id("Переговори", &when), None);
    }

    #[test]
    fn a_report_is_named_by_its_outlet_and_date() {
        let published: Edtf = "2024-04-06".parse().unwrap();
        let id = source_id("The Times", Some(&published));
        assert_eq!(id.as_deref(), Some("the-times-2024-04-06"));
        assert_eq!(source_id("Times", None).as_deref(), Some("times"));
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen";
        let id = record_id(long).unwrap();
        assert_eq!(
            id,
            "one-two-three-four-five-six-seven-eight-nine-ten-eleven"
        );
        assert_eq!(record_id(&"x".repeat(200)).unwrap().len(), LONGEST);
    }
}
