//! What is said of a text that is refused, and that it is good advice.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use dateline::edtf::Edtf;
use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::RngSeed;

/// What the help says to write: all in backticks after the first "write",
/// without the quotes of YAML.
fn suggestions(help: &str) -> Vec<&str> {
    let Some((_, after)) = help.split_once("write ") else {
        return Vec::new();
    };
    after
        .split('`')
        .skip(1)
        .step_by(2)
        .map(|text| {
            let quoted = text
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'));
            assert!(
                quoted.is_some() || !text.starts_with(['[', '{', '%']),
                "not to be copied into YAML: {help}"
            );
            quoted.unwrap_or(text)
        })
        .collect()
}

/// Fails where the help of a refused text is bad advice.
fn is_good_advice(text: &str) {
    let Err(error) = text.parse::<Edtf>() else {
        return;
    };
    assert!(text.get(error.span()).is_some(), "span in {text:?}");
    let Some(help) = error.help() else { return };
    assert!(!help.is_empty() && !help.ends_with('.'), "{text:?}: {help}");
    let suggestions = suggestions(&help);
    for suggestion in &suggestions {
        assert!(
            suggestion.parse::<Edtf>().is_ok(),
            "what is suggested for {text:?} is refused itself: {help}"
        );
    }
    if let [only] = suggestions[..]
        && let Some(rest) = text.trim_start().strip_prefix(only)
        && !help.contains("without the ")
        // An end that is not known is left empty.
        && !only.ends_with('/')
    {
        // Behind an interval, or a time of day that can begin none, a hyphen says nothing.
        let rest = if only.contains(['/', ':']) {
            rest.trim_end_matches('-')
        } else {
            rest
        };
        assert!(says_nothing(rest), "{rest:?} is lost of {text:?}: {help}");
    }
}

/// Whether a date loses nothing without this after it.
fn says_nothing(rest: &str) -> bool {
    const WORDS: &[&str] = &[
        "t",
        "ad",
        "ce",
        "of",
        "the",
        "in",
        "at",
        "on",
        "date",
        "dated",
        "during",
        "sometime",
        "mon",
        "monday",
        "tue",
        "tues",
        "tuesday",
        "wed",
        "weds",
        "wednesday",
        "thu",
        "thur",
        "thurs",
        "thursday",
        "fri",
        "friday",
        "sat",
        "saturday",
        "sun",
        "sunday",
        "年",
    ];
    rest.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| WORDS.contains(&word.to_lowercase().as_str()))
        && !rest.contains(['-', '–', '—', '/', '?', '~', '%', '+', '…', '<', '>'])
        && !rest.contains("..")
}

#[test]
fn what_is_refused() {
    let table = include_str!("edtf_refused.tsv");
    let rows: Vec<&str> = table.lines().filter(|row| !row.starts_with('#')).collect();
    assert!(rows.len() > 500);
    for row in rows {
        let columns: Vec<&str> = row.split('\t').collect();
        let [text, part, kind, message, help] = columns[..] else {
            panic!("not five columns: {row}");
        };
        let unquoted = |text: &'static str| {
            let rest = text
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'));
            rest.unwrap_or_else(|| panic!("not in quotes: {row}"))
        };
        let (text, part) = (unquoted(text), unquoted(part));
        let error = text
            .parse::<Edtf>()
            .err()
            .unwrap_or_else(|| panic!("{text:?} is accepted"));
        assert_eq!(error.to_string(), message, "message for {text:?}");
        assert_eq!(format!("{:?}", error.kind()), kind, "kind for {text:?}");
        assert_eq!(&text[error.span()], part, "offending part of {text:?}");
        let found = error.help().unwrap_or_else(|| "-".to_owned());
        assert_eq!(found, help, "help for {text:?}");
        is_good_advice(text);
    }
}

/// The reading of a long text takes no longer than its length.
#[test]
fn long_texts() {
    for piece in [
        "a",
        "2",
        "2031",
        "2031-",
        "2031-05-16–",
        "[",
        "[2031,",
        "2031,",
        "?",
        "X",
        "-",
        " ",
        "..",
        "May 2031 or ",
        "20310503,",
        "“",
        "2031-123/",
        "T10:00",
        "/",
        "y",
        "(",
        "5.",
        "\u{3000}",
    ] {
        for prefix in ["", "[", "2031"] {
            is_good_advice(&format!("{prefix}{}", piece.repeat(20_000)));
        }
    }
}

fn text(pattern: &str) -> impl Strategy<Value = String> + use<> {
    string_regex(pattern).expect("a pattern")
}

/// A word, number or sign of a phrase.
fn word() -> impl Strategy<Value = String> {
    let words = [
        "early", "mid", "late", "end", "of", "the", "first", "last", "2nd", "3rd", "half", "week",
        "quarter", "Q2", "H1", "W18", "century", "spring", "winter", "May", "Dec.", "February",
        "on", "or", "and", "before", "after", "by", "until", "since", "from", "to", "between",
        "onwards", "later", "earlier", "present", "c.", "probably", "BC", "AD", "Friday", "year",
        "–", "-", "/", ",", "..", "?", "~", "’", "(", "+", "<", "unknown", "TBD", "open", "-?",
        "%", "years", "ago", "T10:00", "“", "”", "[", "]", "年", "月",
    ];
    prop_oneof![
        5 => prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => text("(19|20)[0-9]0s"),
        2 => text("(19|20)[0-9]{2}"),
        2 => text("[0-9]{1,3}"),
        2 => text("20[0-9]{2}-[01][0-9](-[0-3][0-9])?"),
        1 => text("[0-3]?[0-9][./-][01]?[0-9][./-](20)?[0-9]{2}"),
    ]
}

/// A date of EDTF, alone or with others.
fn expression() -> impl Strategy<Value = String> {
    let date = || text("[?~%]?(20[0-9]{2}|20[0-9]X|-0[0-9]{3})(-[0-3][0-9]){0,2}[?~%]?");
    prop_oneof![
        3 => date(),
        1 => text("Y-?[0-9]{4,7}(E[0-9])?(S[0-9])?"),
        1 => text("20[0-9]{2}-0[1-9]-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-]0[0-9](:00)?)?"),
        2 => (date(), date()).prop_map(|(start, end)| format!("{start}/{end}")),
        2 => (date(), date()).prop_map(|(first, last)| format!("[{first}..{last}]")),
        1 => (date(), date()).prop_map(|(one, other)| format!("{{{one},..{other}}}")),
    ]
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
    fn advice_on_any_text(text in any::<String>()) {
        is_good_advice(&text);
    }

    #[test]
    fn advice_on_phrases(words in prop::collection::vec((word(), "[ ]?[ ]?"), 1..8)) {
        let phrase: String = words.iter().flat_map(|(word, blank)| [&**word, &**blank]).collect();
        is_good_advice(&phrase);
    }

    #[test]
    fn advice_on_a_spoilt_expression(
        text in expression(),
        at in 0_usize..40,
        extra in "[ 0-9XxsuT?~%/.,:+–-]{1,3}",
        cut in 0_usize..3,
    ) {
        let at = at.min(text.len());
        let rest = text.get((at + cut).min(text.len())..).unwrap_or_default();
        is_good_advice(&format!("{}{extra}{rest}", &text[..at]));
    }

    /// What follows a date is never dropped from it.
    #[test]
    fn nothing_is_lost(
        date in "20[0-9]{2}(-0[1-9](-[0-2][1-8])?)?",
        rest in "[ –—a-z0-9/.,~?-]{1,8}",
    ) {
        is_good_advice(&format!("{date}{rest}"));
    }
}
