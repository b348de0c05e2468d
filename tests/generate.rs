//! The synthetic timelines of `examples/generate` are right, and the same each time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::Path;

use dateline::check::check;
use dateline::decode::decode;
use dateline::diagnostic::human;
use dateline::load::Sources;
use dateline::schema::{KINDS, RelationKind, Status};

#[path = "../examples/generate/synthetic/mod.rs"]
mod synthetic;

fn sources(files: &[(String, String)]) -> Sources {
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    Sources::from_texts(Path::new("synthetic"), texts)
}

#[test]
fn it_has_no_complaint_at_any_size() {
    for (events, seed) in [(1, 1), (2, 1), (10, 1), (60, 2), (400, 3)] {
        let files = synthetic::timeline(events, seed);
        assert_eq!(files.len(), events + 4);
        let sources = sources(&files);
        let (timeline, decoded) = decode(&sources);
        assert_eq!(timeline.events.len(), events);
        let report = check(&timeline, decoded);
        let complaints = report.iter().next().is_some();
        assert!(!complaints, "{}", human::render(&report, &sources));
    }
}

#[test]
fn it_is_the_same_twice_and_another_with_another_seed() {
    let once = synthetic::timeline(50, 7);
    assert_eq!(once, synthetic::timeline(50, 7));
    assert_ne!(once, synthetic::timeline(50, 8));
}

#[test]
fn it_uses_what_the_format_has() {
    let files = synthetic::timeline(2000, 1);
    let sources = sources(&files);
    let (timeline, _) = decode(&sources);
    let events = || timeline.events.iter();
    let kinds: BTreeSet<&str> = events().map(|event| event.kind.word).collect();
    assert_eq!(kinds.len(), KINDS.len(), "{kinds:?}");
    let statuses: BTreeSet<Status> = events().map(|event| event.status).collect();
    assert_eq!(statuses.len(), Status::ALL.len(), "{statuses:?}");
    let relations = timeline.claims().flat_map(|(_, _, claim)| &claim.relations);
    let relations: BTreeSet<RelationKind> = relations.map(|relation| relation.kind).collect();
    assert_eq!(relations.len(), RelationKind::ALL.len(), "{relations:?}");
    assert!(timeline.sources.iter().any(|source| source.via.is_some()));
    assert!(events().any(|event| event.history.len() == 2));
    assert!(events().any(|event| !event.corrections.is_empty()));
    // Each way to write a date: what stands between the digits tells them apart.
    let shape = |date: &str| date.replace(|c: char| c.is_ascii_digit(), "");
    let dates: BTreeSet<String> = events()
        .map(|event| shape(&event.when.to_string()))
        .collect();
    assert!(dates.len() > 20, "{dates:?}");
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    assert!((1800..2300).contains(&(bytes / 2000)), "{bytes}");
}
