//! What holds of every text, and a comparison with another implementation.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use dateline::edtf::{Bound, Day, Edtf, ErrorKind};
use dateline::words;
use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::RngSeed;

/// Texts that match a pattern.
fn text(pattern: &str) -> impl Strategy<Value = String> + use<> {
    string_regex(pattern).expect("a pattern")
}

/// A date, season or year of the grammar; not always one of the calendar.
fn point() -> impl Strategy<Value = String> {
    let qualifier = "[?~%]?";
    let year = "(-?[0-9]{4}|(19|20)[0-9]{2}|20[0-2]X|19XX|[X12]{4})";
    let month = "(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[0-2]|XX|1X|0X|X[0-9])";
    let day = "([012][0-9]|3[01]|XX|[0-3]X|X[0-9])";
    let calendar = format!(
        "{qualifier}{year}{qualifier}(-{qualifier}{month}{qualifier}(-{qualifier}{day}{qualifier})?)?"
    );
    prop_oneof![
        4 => text("(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-[0-2][1-8])?)?"),
        6 => text(&calendar),
        1 => text("[?~%]?Y-?[1-9][0-9]{0,11}(E[1-9])?(S[1-9])?[?~%]?"),
        1 => text("-?[0-9]{4}S[1-4][?~%]?"),
    ]
}

/// An expression of the grammar.
fn expression() -> impl Strategy<Value = String> {
    let end = || prop_oneof![4 => point(), 1 => Just(String::new()), 1 => Just("..".to_owned())];
    let member = || {
        prop_oneof![
            4 => point(),
            2 => (point(), point()).prop_map(|(from, to)| format!("{from}..{to}")),
            1 => point().prop_map(|date| format!("..{date}")),
            1 => point().prop_map(|date| format!("{date}..")),
        ]
    };
    let list = || prop::collection::vec(member(), 1..4).prop_map(|members| members.join(","));
    let time = "T([01][0-9]|2[0-4]):[0-5][0-9]:([0-5][0-9]|60)(Z|[+-][0-2][0-9](:[0-5][0-9])?)?";
    prop_oneof![
        4 => point(),
        1 => (point(), text(time)).prop_map(|(date, time)| date + &time),
        3 => (end(), end()).prop_map(|(start, end)| format!("{start}/{end}")),
        2 => list().prop_map(|list| format!("[{list}]")),
        2 => list().prop_map(|list| format!("{{{list}}}")),
    ]
}

/// What must hold of any text, valid or not.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let edtf = match text.parse::<Edtf>() {
        Ok(edtf) => edtf,
        Err(error) => {
            let span = error.span();
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
            prop_assert!(text.is_empty() || !span.is_empty(), "{text:?}");
            let message = error.to_string();
            prop_assert!(!message.is_empty() && !message.ends_with('.'), "{message}");
            return Ok(());
        }
    };
    prop_assert_eq!(edtf.to_string(), text);
    prop_assert_eq!(
        &edtf.to_string().parse::<Edtf>().expect("parses again"),
        &edtf
    );
    prop_assert!(edtf.level() <= 2);
    if let (Bound::Day(first), Bound::Day(last)) = (edtf.earliest(), edtf.latest()) {
        prop_assert!(first <= last, "{first} to {last} of {text}");
        prop_assert_eq!(edtf.is_single_day().is_some(), first == last);
    }
    for language in words::LANGUAGES {
        for words in [language.date(&edtf), language.when(&edtf)] {
            prop_assert!(!words.is_empty());
            prop_assert!(!words.contains("  ") && words.trim() == words, "{words:?}");
            let foreign = language.code() == "uk" && has_latin(&words);
            prop_assert!(!foreign, "{words:?}");
        }
    }
    Ok(())
}

/// Whether any letter is Latin, but for those of the one name that is so everywhere.
fn has_latin(words: &str) -> bool {
    words
        .replace("UTC", "")
        .contains(|c: char| c.is_ascii_alphabetic())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        // The same cases every time.
        rng_seed: RngSeed::Fixed(2024),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn any_text_of_the_alphabet(text in text(r"[0-9XYEST?~%\-./,\[\]{}:+Z ]{0,24}")) {
        holds(&text)?;
    }

    #[test]
    fn any_text_near_the_alphabet(text in text(r"[0-9]{4}[0-9XYSTxyz?~%\-./: é–]{0,12}")) {
        holds(&text)?;
    }

    #[test]
    fn any_expression(text in expression()) {
        holds(&text)?;
    }

    /// Without its qualifiers an expression lies between the same days.
    #[test]
    fn qualifiers_move_no_bound(text in expression()) {
        let plain: String = text.chars().filter(|symbol| !"?~%".contains(*symbol)).collect();
        if let (Ok(qualified), Ok(plain)) = (text.parse::<Edtf>(), plain.parse::<Edtf>()) {
            prop_assert_eq!(qualified.earliest(), plain.earliest());
            prop_assert_eq!(qualified.latest(), plain.latest());
            prop_assert!(!plain.is_uncertain() && !plain.is_approximate());
        }
    }

    #[test]
    fn numbers_of_days(number in prop_oneof![-4_000_000_i64..4_000_000, any::<i64>()]) {
        if let Some(day) = Day::from_number(number) {
            prop_assert_eq!(day.number(), number);
            prop_assert_eq!(Day::new(day.year(), day.month(), day.day()), Some(day));
            if let Some(next) = day.succ() {
                prop_assert!(next > day);
                prop_assert_eq!(next.number(), number + 1);
                prop_assert_eq!(next.pred(), Some(day));
            }
        } else {
            prop_assert!(number.unsigned_abs() > 3_000_000_000_000_000_000);
        }
    }

    /// `edtf-core` is an independent implementation, of ISO 8601-2. Both
    /// accept the same texts and give them the same days and levels, but for
    /// the differences that [`known_difference`] and [`known_level`] list.
    #[test]
    fn another_implementation_agrees(text in expression()) {
        match (text.parse::<Edtf>(), edtf_core::Edtf::parse(&text)) {
            (Ok(ours), Ok(theirs)) => {
                let bounds = theirs.bounds();
                prop_assert_eq!(ours.earliest().to_string(), their_bound(bounds.earliest));
                // To them `-0050S1` reaches to the year 0000; to us there is
                // no year -0000, and it ends with -0001.
                if !(text.contains("-0") && text.contains('S')) {
                    prop_assert_eq!(ours.latest().to_string(), their_bound(bounds.latest));
                }
                prop_assert_eq!(ours.is_uncertain(), theirs.is_uncertain());
                prop_assert_eq!(ours.is_approximate(), theirs.is_approximate());
                prop_assert!(
                    ours.level() == theirs.level() || known_level(&text, &ours, &theirs),
                    "level of {}: {} and {}", text, ours.level(), theirs.level()
                );
            }
            (Ok(_), Err(error)) => {
                prop_assert!(they_refuse(&text, error.message), "{}: {}", text, error);
            }
            (Err(error), Ok(_)) => {
                prop_assert!(we_refuse(&text, error.kind()), "{}: {}", text, error);
            }
            (Err(_), Err(_)) => {}
        }
    }
}

fn their_bound(bound: edtf_core::Bound) -> String {
    match bound {
        edtf_core::Bound::Date(day) => Day::new(day.year, day.month, day.day)
            .expect("a day")
            .to_string(),
        edtf_core::Bound::Unknown => String::new(),
        _ => "..".to_owned(),
    }
}

/// They give the level of what is said, we that of how it is written:
/// `?2004-?06` says what `2004-06?` says, which is of level 1, but in a way
/// that the specification has in level 2 only.
fn known_level(text: &str, ours: &Edtf, theirs: &edtf_core::Edtf) -> bool {
    ours.level() == 2 && theirs.level() == 1 && text.contains(['?', '~', '%'])
}

/// What they refuse and we accept.
fn they_refuse(text: &str, message: &str) -> bool {
    match message {
        // The specification puts no such limit on `X`.
        "negative years cannot contain unspecified digits" => text.contains('X'),
        // Level 1 has negative years, and level 0 times of their days.
        "date-times require a complete YYYY-MM-DD date" => text.starts_with('-'),
        // The offsets of places have been larger, and ISO 8601-1 has no limit.
        "time shift exceeds ±14:00" => text.contains('T'),
        // It is not said that what is between two dates must be certain, or
        // that quarters may not follow one another.
        "set range endpoints cannot be qualified" => text.contains(['?', '~', '%']),
        "set range endpoints cannot be seasons" => true,
        // A `Y` year is a component like others: a qualifier may precede it.
        "year must have exactly four digits (or X)" => {
            ["?Y", "~Y", "%Y"].iter().any(|year| text.contains(year))
        }
        _ => false,
    }
}

/// What we refuse and they accept.
fn we_refuse(text: &str, kind: ErrorKind) -> bool {
    match kind {
        // `..a` and `a..` as ends of intervals are of ISO 8601-2 (10.6), not
        // of the specification; and in a set they are "at the beginning or
        // end of the list" only.
        ErrorKind::DoubleDot => text.contains("../") || text.contains("/..") || text.contains(','),
        // They keep years whose days cannot be counted.
        ErrorKind::YearTooLarge => text.contains('Y'),
        // They take any second 60 as a leap second.
        ErrorKind::Time => text.contains(":60"),
        _ => false,
    }
}
