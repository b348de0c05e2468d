//! Out to another tool and back: what is not as it was, one of the two reports has told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

fn dateline(here: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(here)
        .args(arguments)
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {err}");
    String::from_utf8(output.stdout).unwrap()
}

/// The events of a folder by their titles.
fn events(here: &Path, dir: &str) -> BTreeMap<String, Value> {
    let list = dateline(here, &["list", "--dir", dir, "--format", "json"]);
    let list: Vec<Value> = serde_json::from_str(&list).unwrap();
    let title = |event: &Value| event["title"].as_str().unwrap().to_owned();
    list.into_iter()
        .map(|event| (title(&event), event))
        .collect()
}

/// The events under each sort of loss.
fn lost(report: &str) -> Vec<(String, Vec<String>)> {
    let mut lost: Vec<(String, Vec<String>)> = Vec::new();
    for line in report.lines() {
        match (line.strip_prefix("  "), lost.last_mut()) {
            (Some(event), Some((_, events))) => events.push(event.to_owned()),
            _ => lost.push((line.to_owned(), Vec::new())),
        }
    }
    lost
}

/// By which words a report tells of a field.
const TOLD: &[(&str, &[&str])] = &[
    ("when", &["vague dates", "times of day"]),
    (
        "said_when",
        &["the reports’ own words", "vague dates", "status"],
    ),
    ("status", &["status"]),
    ("kind", &["kind of event", "hyphens in kinds"]),
    ("place", &["places"]),
    ("actors", &["actors", "what part each actor took"]),
    (
        "topics",
        &[
            "topics but the first",
            "hyphens in kinds",
            "kind of event: a tag",
        ],
    ),
    ("claims", &["claims"]),
    ("sources", &["reports", "claims"]),
    ("first_reported", &["reports", "claims"]),
    ("history", &["history"]),
    ("corrections", &["corrections"]),
    ("left_open", &["what the reports leave open"]),
    ("summary", &["`#`, `[` and `]`", "vague dates"]),
];

/// What follows from other fields, or is the file's name.
const FOLLOWS: &[&str] = &["id", "url", "plover", "cameo", "title"];

fn there_and_back(to: &str, file: &str) {
    let place = TempDir::new().unwrap();
    let here = place.path();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("events");
    let from = from.to_str().unwrap();
    dateline(
        here,
        &[
            "export", "--dir", from, "--to", to, file, "--report", "lost.txt",
        ],
    );
    dateline(
        here,
        &["import", file, "--into", "back", "--report", "import.json"],
    );
    dateline(here, &["check", "back"]);
    let lost = lost(&fs::read_to_string(here.join("lost.txt")).unwrap());
    let report: Value =
        serde_json::from_str(&fs::read_to_string(here.join("import.json")).unwrap()).unwrap();
    let told_by_import = |field: &str| {
        // The kind and the status that are put are told for all events at once.
        let assumed = ["kind", "status"].contains(&field);
        assumed
            && report
                .to_string()
                .contains(&format!("does not tell the {field} of"))
    };
    let before = events(here, from);
    let after = events(here, "back");
    let titles: Vec<&String> = before.keys().collect();
    assert_eq!(titles, after.keys().collect::<Vec<_>>());
    let mut silent = Vec::new();
    let mut kept = 0;
    for (title, event) in &before {
        let id = event["id"].as_str().unwrap();
        for (field, value) in event.as_object().unwrap() {
            let now = &after[title][field];
            let same = match field.as_str() {
                "when" => value["edtf"] == now["edtf"],
                "summary" => words(value) == words(now),
                _ => value == now,
            };
            if same || FOLLOWS.contains(&field.as_str()) {
                kept += usize::from(same);
                continue;
            }
            let sorts = TOLD
                .iter()
                .find(|(name, _)| name == field)
                .unwrap_or_else(|| panic!("{field}"))
                .1;
            let told = lost.iter().any(|(sort, events)| {
                sorts.iter().any(|word| sort.starts_with(word)) && events.iter().any(|it| it == id)
            });
            if !told && !told_by_import(field) {
                silent.push(format!("{id}: {field}: {value} became {now}"));
            }
        }
    }
    assert!(silent.is_empty(), "{to}:\n{}", silent.join("\n"));
    assert!(kept > 6 * before.len(), "{kept}");
}

/// The words of a text, however its lines are broken.
fn words(text: &Value) -> Vec<&str> {
    text.as_str().unwrap().split_whitespace().collect()
}

#[test]
fn timelinejs_loses_only_what_is_told() {
    there_and_back("timelinejs", "timeline.json");
}

#[test]
fn markwhen_loses_only_what_is_told() {
    there_and_back("markwhen", "timeline.mw");
}

#[test]
fn a_table_loses_only_what_is_told() {
    there_and_back("csv", "events.csv");
}
