//! What holds of every language: all is worded, and nothing of another language is left.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use dateline::schema::{
    ActorKind, Comparator, CorrectionKind, Family, Hedge, KINDS, Kind, RelationKind, Role,
    SourceType, Status,
};
use dateline::words::{Counted, ENGLISH, LANGUAGES, Language};
use tempfile::TempDir;

/// Names that are written so in every language.
const NAMES: &[&str] = &[
    "JSON Feed",
    "APA",
    "Anki",
    "Atom",
    "BibTeX",
    "CSL",
    "CSV",
    "Chicago",
    "Dateline",
    "GIFT",
    "IMS Global",
    "JSON",
    "JavaScript",
    "MLA",
    "Moodle",
    "QTI 2.1",
    "Quizlet",
    "RH.",
    "RIS",
    "UTC",
    "lessons/",
];

/// The words of the interface, each under its name: as `Debug` shows them, one a line.
fn interface(language: &dyn Language) -> BTreeMap<String, String> {
    let shown = format!("{:#?}", language.interface());
    let mut words = BTreeMap::new();
    let mut inside: Vec<&str> = Vec::new();
    for line in shown.lines().map(str::trim) {
        // An entry of a list has no name, and may hold a colon.
        let named = line.split_once(": ").filter(|_| !line.starts_with('"'));
        let (name, said) = named.unwrap_or(("", line));
        if let Some(said) = said.strip_prefix('"') {
            let name = format!("{}.{name} {}", inside.join("."), words.len());
            words.insert(name, said.strip_suffix("\",").expect(line).to_owned());
        } else if line.ends_with(['{', '[']) {
            inside.push(name);
        } else if line.ends_with(['}', ']']) || line.ends_with("},") || line.ends_with("],") {
            inside.pop();
        }
    }
    words
}

/// The words of the fixed lists, each under its name.
fn vocabulary(language: &dyn Language) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let mut put = |list: &str, word: &str, said: &str| {
        words.insert(format!("{list} {word}"), said.to_owned());
    };
    for kind in KINDS {
        put("kind", kind.word, language.kind(Kind::of(kind)));
    }
    for status in Status::ALL {
        put("status", status.word(), language.status(*status));
    }
    for role in Role::ALL {
        put("role", role.word(), language.role(*role));
    }
    for kind in RelationKind::ALL {
        put("relation", kind.word(), language.relation(*kind));
        put("relation to", kind.word(), language.relation_to(*kind));
        put("relation from", kind.word(), language.relation_from(*kind));
    }
    for kind in ActorKind::ALL {
        put("actor", kind.word(), language.actor_kind(*kind));
        put("actors", kind.word(), language.actor_kinds(*kind));
    }
    for source_type in SourceType::ALL {
        put(
            "source",
            source_type.word(),
            language.source_type(*source_type),
        );
    }
    for kind in CorrectionKind::ALL {
        put("correction", kind.word(), language.correction(*kind));
    }
    for (code, _) in ENGLISH
        .countries()
        .lines()
        .filter_map(|line| line.split_once(' '))
    {
        put("country", code, language.country(code));
    }
    for family in [
        Family::Talks,
        Family::Words,
        Family::Pressure,
        Family::Agreement,
        Family::Force,
        Family::Other,
    ] {
        put("family", &format!("{family:?}"), language.family(family));
    }
    for hedge in Hedge::ALL {
        if let Some(said) = language.hedge(*hedge) {
            put("hedge", hedge.word(), said);
        }
    }
    for comparator in Comparator::ALL {
        if *comparator != Comparator::Exactly {
            put(
                "comparator",
                comparator.word(),
                language.comparator(*comparator),
            );
        }
    }
    for (name, what) in [
        ("events", Counted::Events),
        ("claims", Counted::Claims),
        ("reports", Counted::Reports),
        ("origins", Counted::Origins),
        ("actors", Counted::Actors),
        ("sources", Counted::Sources),
        ("changes", Counted::Changes),
    ] {
        put("one of", name, &language.count(1, what));
        put("five of", name, &language.count(5, what));
    }
    for month in 1..=12 {
        put("month", &month.to_string(), language.month_name(month));
    }
    for (number, day) in language.weekdays().iter().enumerate() {
        put("day", &number.to_string(), day);
    }
    words
}

fn all(language: &dyn Language) -> BTreeMap<String, String> {
    let mut words = vocabulary(language);
    words.extend(interface(language));
    words
}

fn others() -> impl Iterator<Item = &'static &'static dyn Language> {
    LANGUAGES.iter().filter(|language| language.code() != "en")
}

#[test]
fn every_language_has_words_for_everything() {
    let english = all(ENGLISH);
    assert!(interface(ENGLISH).len() > 60, "{english:?}");
    for language in LANGUAGES {
        let words = all(*language);
        let names = |words: &BTreeMap<String, String>| words.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&words), names(&english), "{}", language.name());
        for (name, said) in &words {
            assert!(!said.trim().is_empty(), "{name} in {}", language.name());
        }
    }
}

#[test]
fn no_language_has_english_words() {
    let english = all(ENGLISH);
    for language in others() {
        for (name, said) in all(*language) {
            assert_ne!(
                Some(&said),
                english.get(&name),
                "{name} in {}",
                language.name()
            );
        }
    }
}

#[test]
fn quotations_have_the_marks_of_the_language() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/assets/css/base.css");
    let style = fs::read_to_string(path).unwrap();
    for language in LANGUAGES {
        let words = language.interface();
        let page = match language.code() {
            "en" => String::new(),
            code => format!(":root:lang({code}) "),
        };
        let rule = format!(
            "\n{page}q {{ quotes: \"{}\" \"{}\" \"{}\" \"{}\"; }}\n",
            words.quote_open, words.quote_close, words.quote_open_inside, words.quote_close_inside,
        );
        assert!(style.contains(&rule), "no rule{rule}in the style sheet");
    }
}

/// Text without what is Latin in every language.
fn without(mut text: String, names: &[&str]) -> String {
    for name in names {
        text = text.replace(name, "");
    }
    text
}

#[test]
fn ukrainian_words_are_cyrillic() {
    let ukrainian = dateline::words::language("uk").unwrap();
    for (name, said) in all(ukrainian) {
        // A locale is no word, and what stands in braces is filled in.
        if name.contains(".locale ") {
            continue;
        }
        let mut rest = without(said.clone(), NAMES);
        while let Some((before, after)) = rest.split_once('{') {
            let (_, after) = after.split_once('}').expect(&said);
            rest = format!("{before}{after}");
        }
        assert!(
            !rest.contains(|c: char| c.is_ascii_alphabetic()),
            "{name}: {said}"
        );
    }
}

/// What a reader sees or hears of a page: the text between tags, and the attributes that
/// are read out.
fn told(html: &str) -> Vec<String> {
    const SAID: &[&str] = &[" aria-label=\"", " title=\"", " alt=\"", " placeholder=\""];
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        texts.push(text.to_owned());
        let end = match after {
            _ if after.starts_with("!--") => "-->",
            _ if after.starts_with("script") => "</script>",
            _ => ">",
        };
        let (tag, after) = after.split_once(end).expect("a tag ends");
        for attribute in SAID {
            let value = tag.split_once(attribute);
            texts.extend(value.and_then(|(_, value)| Some(value.split('"').next()?.to_owned())));
        }
        if tag.starts_with("meta name=\"description\"") {
            texts.extend(tag.split("content=\"").nth(1).map(str::to_owned));
        }
        rest = after;
    }
    texts.push(rest.to_owned());
    texts.retain(|text| !text.trim().is_empty());
    texts
}

#[test]
fn no_template_has_words_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let mut html = fs::read_to_string(&path).unwrap();
        for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
            while let Some((before, rest)) = html.split_once(open) {
                let (_, after) = rest.split_once(close).expect("a part of the template ends");
                html = format!("{before}{after}");
            }
        }
        for text in told(&html) {
            let words = without(text.clone(), NAMES).contains(char::is_alphabetic);
            assert!(!words, "{}: {}", path.display(), text.trim());
        }
    }
}

/// What of the timeline in `tests/ukrainian/` is Latin, because the format has it so.
const DATA: &[&str] = &["Q1", "UA"];

#[test]
fn a_ukrainian_timeline_has_no_word_of_another_language() {
    let folder = TempDir::new().unwrap();
    let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ukrainian");
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(folder.path())
        .arg("build")
        .arg(events)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let mut pages = 0;
    let mut folders = vec![folder.path().join("site")];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                pages += 1;
                let html = fs::read_to_string(&path).unwrap();
                for text in told(&html) {
                    // Code to be copied, and addresses.
                    if text.trim_start().starts_with("&#60;") {
                        continue;
                    }
                    let words = text.split_whitespace().filter(|word| !word.contains("://"));
                    let words = words.collect::<Vec<_>>().join(" ");
                    let rest = without(without(words, NAMES), DATA);
                    let latin = rest.contains(|c: char| c.is_ascii_alphabetic());
                    assert!(!latin, "{}: {text}", path.display());
                }
            }
        }
    }
    assert!(pages > 18, "{pages} pages");
}
