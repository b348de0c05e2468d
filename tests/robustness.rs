//! Whatever the files hold: `check` ends, does not panic, says the same twice, and
//! speaks of places that are there.
//!
//! The sizes here are small, as these tests run in a debug build. What keeps time in
//! bounds is that all of it grows with the size of a file and not with its square; the
//! files of 1 MiB at the end would take hours otherwise.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

use dateline::check::check;
use dateline::decode::decode;
use dateline::diagnostic::{Report, human, json};
use dateline::load::Sources;
use dateline::model::lesson::{Ground, LessonPlan};
use dateline::model::{Provenance, Relations};
use dateline::schema::Pin;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The name of the file that is changed.
const EVENT: &str = "2024-04-02-biden-xi-call.yaml";

/// The files of `tests/ui/base`.
fn base() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/base");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn checked(files: &[(String, String)]) -> (Sources, Report) {
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, found) = decode(&sources);
    let report = check(&timeline, found);
    (sources, report)
}

/// Checks the base with another text in place of one of its files, and what is said.
fn with(name: &str, text: &str) -> Report {
    let files = laid(name, text);
    let report = once(&files);
    let said = |(sources, report): (Sources, Report)| {
        let told = human::render(&report, &sources);
        (told, json::render(&report, &sources))
    };
    assert_eq!(said(checked(&files)), said(checked(&files)));
    report
}

/// The same for a large text: once is enough.
fn with_large(name: &str, text: &str) -> Report {
    once(&laid(name, text))
}

fn laid(name: &str, text: &str) -> Vec<(String, String)> {
    let mut files = base();
    let place = files.iter_mut().find(|(other, _)| other == name);
    text.clone_into(&mut place.unwrap().1);
    files
}

fn once(files: &[(String, String)]) -> Report {
    let (sources, report) = checked(files);
    for found in report.located(&sources) {
        let related = found.diagnostic.related.iter().map(|(origin, _)| origin);
        for origin in std::iter::once(&found.diagnostic.origin).chain(related) {
            let Some(span) = origin.span(&sources) else {
                continue;
            };
            let text = &sources.get(origin.file).text;
            let message = &found.diagnostic.message;
            assert!(text.get(span.clone()).is_some(), "{message}: {span:?}");
            let shown = &text[span];
            assert!(!shown.contains('\n'), "{message}: {shown:?}");
        }
    }
    human::render(&report, &sources);
    let document = json::render(&report, &sources);
    let parsed: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(
        parsed["diagnostics"].as_array().unwrap().len(),
        report.errors() + report.warnings()
    );
    report
}

/// Pieces that mean something to YAML or to the format, or are hard to count.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "- ",
    ": ",
    ":",
    ",",
    "#",
    " #",
    "\"",
    "'",
    "''",
    "\\",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "|\n",
    ">-\n",
    "|2+\n",
    "? ",
    "---\n",
    "...\n",
    "%",
    "@",
    "`",
    "~",
    "null",
    "true",
    "1",
    "1.10",
    "0x7E8",
    "2024-02-30",
    "[..2024]",
    "é",
    "习",
    "🕊",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{0}",
    "\u{7f}",
    "\u{202e}",
    "<<: ",
    "title",
    "when: ",
    "claims:\n",
    "biden",
    "bidden",
    "concern",
    "denies: ",
    "\"\\u00e9\\n\"",
];

fn changed(text: &str, changes: &[(Index, usize, &str)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (at, removed, piece) in changes {
        let at = at.index(characters.len() + 1);
        let end = characters.len().min(at + removed);
        characters.splice(at..end, piece.chars());
    }
    characters.into_iter().collect()
}

/// A lesson on the events of the base, with an activity of every kind.
const LESSON: &str = "title: Who says so?
question: How do we know?
standards: [RH.9-10.6, D2.His.11.9-12, Other]
events: [2024-04-02-biden-xi-call, 2024-04-06-warning]
activities:
  - kind: sequence
  - {kind: who-said-it, claims: [2024-04-02-biden-xi-call/concern, 2024-04-06-warning/support-continues], distractors: [xi]}
  - {kind: compare-reports, claims: [2024-04-02-biden-xi-call/concern], columns: [value, verb]}
  - {kind: sourcing, claim: 2024-04-02-biden-xi-call/concern}
  - {kind: planned-or-happened, events: [2024-04-06-warning]}
  - {kind: blank-timeline, from: 2024, to: 2024-04-06/..}
  - {kind: significance, choose: 1, rubric: [{criterion: One, levels: [Two]}]}
  - {kind: cause-or-just-before, pairs: [{before: 2024-04-06-warning, after: 2024-04-02-biden-xi-call}]}
  - kind: questions
    questions: [{ask: Who?, choices: [One, {text: Two, right: true}], claims: [2024-04-02-biden-xi-call/concern]}]
seed: 1
pinned:
  - 2024-04-02-biden-xi-call happened 2024-04 title=000000 claims=concern:000000
";

/// Pieces that matter to lessons.
const LESSON_PIECES: &[&str] = &[
    "sequence",
    "sourcing",
    "kind: ",
    "events: ",
    "claims: ",
    "[]",
    "{}",
    "0",
    "99999999999",
    "-",
    "/",
    "=",
    ",",
    ":",
    " ",
    "\n",
    "\n  ",
    "XXXX-12-25",
    "[..2024]",
    "2024-04-02/..",
    "Y-99999999",
    "2024-04-02-biden-xi-call",
    "concern",
    "xi",
    "right: true",
    "# ",
    "\"",
    "'",
    "| ",
    "–",
];

/// Checks the base with a lesson, and works out what can be worked out of it.
fn with_lesson(text: &str) {
    let mut files = base();
    files.push(("lessons/a.yaml".to_owned(), text.to_owned()));
    once(&files);
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, _) = decode(&sources);
    let (relations, provenance) = (Relations::of(&timeline), Provenance::of(&timeline));
    for lesson in &timeline.lessons {
        let ground = Ground {
            timeline: &timeline,
            relations: &relations,
            provenance: &provenance,
        };
        LessonPlan::of(lesson, ground);
        for pin in &lesson.pinned {
            assert_eq!(Pin::read(&pin.to_string()).as_ref(), Some(pin));
        }
    }
}

#[test]
fn the_lesson_that_is_changed_is_worked_out() {
    with_lesson(LESSON);
    let mut files = base();
    files.push(("lessons/a.yaml".to_owned(), LESSON.to_owned()));
    let (_, report) = checked(&files);
    let codes: Vec<_> = report.iter().map(|one| one.code.name).collect();
    assert!(
        !codes.contains(&"unknown-key") && codes.contains(&"order-unknown"),
        "{codes:?}"
    );
}

proptest! {
    #[test]
    fn any_change_of_a_lesson_is_checked(
        changes in prop::collection::vec((any::<Index>(), 0..12_usize, select(LESSON_PIECES)), 1..5),
    ) {
        with_lesson(&changed(LESSON, &changes));
    }

    #[test]
    fn any_text_is_checked(text in "(?s).{0,200}") {
        with(EVENT, &text);
    }

    #[test]
    fn any_pieces_are_checked(pieces in prop::collection::vec(select(PIECES), 0..60)) {
        with(EVENT, &pieces.concat());
        with("sources.yaml", &pieces.concat());
    }

    #[test]
    fn any_change_is_checked(
        file in 0..6_usize,
        changes in prop::collection::vec((any::<Index>(), 0..12_usize, select(PIECES)), 1..6),
    ) {
        let (name, text) = base().swap_remove(file);
        with(&name, &changed(&text, &changes));
    }

    #[test]
    fn any_change_of_windows_files_is_checked(
        changes in prop::collection::vec((any::<Index>(), 0..4_usize, select(PIECES)), 1..4),
    ) {
        let (_, text) = base().swap_remove(0);
        with(EVENT, &changed(&text.replace('\n', "\r\n"), &changes));
    }
}

/// A text of one piece again and again, as large as a file may be.
fn large(piece: &str) -> String {
    let most = usize::try_from(dateline::yaml::MAX_BYTES).unwrap();
    piece.repeat(most / piece.len())
}

#[test]
fn large_files_that_are_not_yaml_are_refused() {
    for piece in [
        "[", "{a: ", "- ", ": ", "&a", "&a ", "*a ", "? ", "\t", "\ta\n", "\"", "'", "---\n",
    ] {
        let report = with_large(EVENT, &large(piece));
        assert!(report.errors() > 0, "{piece:?}");
    }
}

#[test]
fn large_files_of_comments_and_nothing_are_empty() {
    for piece in ["#", " #x", "# x\n", "\n", "\r\n"] {
        let report = with_large(EVENT, &large(piece));
        let codes: Vec<_> = report.iter().map(|found| found.code.name).collect();
        assert_eq!(codes, ["empty-value"], "{piece:?}");
    }
}

#[test]
fn thousands_of_errors_are_told_and_some_are_shown() {
    let head = "title: Talks\nkind: call\nstatus: happened\nwhen: 2024-04-02\n";
    let lines = format!("{head}topics:\n{}", "- B\n".repeat(20_000));
    assert!(with_large(EVENT, &lines).errors() >= 20_000);
    let one_line = format!("{head}topics: [{}]\n", "é, ".repeat(20_000));
    assert!(with_large(EVENT, &one_line).errors() >= 20_000);
    let keys = "a: 1\n".repeat(20_000);
    assert!(with_large(EVENT, &keys).errors() >= 20_000);
    let cut = format!("{head}topics:\n{}", "- b #x\n".repeat(20_000));
    assert!(with_large(EVENT, &cut).warnings() >= 20_000);
}

#[test]
fn long_chains_and_circles_are_walked_once() {
    let relays = |last: usize| {
        let mut text = String::new();
        for n in 0..5000 {
            let next = if n + 1 < 5000 { n + 1 } else { last };
            text += &format!("- {{id: s{n}, type: primary, relays: [s{next}]}}\n");
        }
        text
    };
    let circles = |report: &Report| {
        let all = report.iter();
        all.filter(|found| found.code.name == "relay-circle")
            .count()
    };
    assert_eq!(circles(&with_large("sources.yaml", &relays(5000))), 0);
    assert_eq!(circles(&with_large("sources.yaml", &relays(0))), 1);
    assert_eq!(circles(&with_large("sources.yaml", &relays(4999))), 1);
}
