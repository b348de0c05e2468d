//! `dateline export`: what comes out, and what is told of what does not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;

use folder::Folder;
use serde_json::{Value, json};

const FORMATS: [&str; 5] = ["timelinejs", "csv", "ics", "jsonl", "markwhen"];

/// What goes to standard output.
fn exported(folder: &Folder, to: &str) -> String {
    let said = folder.run(["export", "--to", to, "-"]);
    assert_eq!(said.code, 0, "{}", said.err);
    said.out
}

/// A timeline with one more event: with all that other tools have no place for.
fn with_a_plan() -> Folder {
    let folder = Folder::base();
    folder.write(
        "2024-05-visit.yaml",
        r#"title: A visit <to> China & back
kind: visit
status: planned
when: "[2024-05-16..2024-05-31]"
said_when: in the second half of May
where: washington
topics: [visits, defence-industry]
summary: "A *plan*, [told](https://example.org/a) twice.\n\n2024-01-01: not an event #nor a tag"
history:
  - {as_of: 2024-04-08, status: planned, when: 2024-05, source: with-an-address}
corrections:
  - {on: 2024-06-01, kind: update, what: The day was added.}
left_open: [Who comes along.]
sources: [with-an-address]
"#,
    );
    let sources = fs::read_to_string(folder.events().join("sources.yaml")).unwrap();
    let more = "- {id: with-an-address, outlet: A & B, title: A report, type: reportage, published: 2024-04-08, url: \"https://example.org/a?b=1&c=2\"}\n";
    folder.write("sources.yaml", sources + more);
    folder
}

#[test]
fn timelinejs_has_the_dates_the_texts_and_the_first_report() {
    let text = exported(&with_a_plan(), "timelinejs");
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["title"]["text"]["headline"], "Spring 2024");
    let slides = document["events"].as_array().unwrap();
    assert_eq!(slides.len(), 3);
    assert_eq!(
        slides[0],
        json!({
            "unique_id": "2024-04-02-biden-xi-call",
            "start_date": {"year": 2024, "month": 4, "day": 2},
            "display_date": "2 April 2024",
            "text": {
                "headline": "Biden and Xi speak by phone",
                "text": "<p>The two spoke about China's support for Russia's industry.</p>",
            },
            "group": "Defence industry",
        })
    );
    let visit = &slides[2];
    assert_eq!(
        visit["start_date"],
        json!({"year": 2024, "month": 5, "day": 16})
    );
    assert_eq!(
        visit["end_date"],
        json!({"year": 2024, "month": 5, "day": 31})
    );
    assert_eq!(visit["display_date"], "planned: second half of May 2024");
    assert_eq!(
        visit["text"]["headline"],
        "A visit &lt;to&gt; China &amp; back"
    );
    let link = r#"<a href="https://example.org/a""#;
    assert!(visit["text"]["text"].as_str().unwrap().contains(link));
    assert_eq!(
        visit["media"],
        json!({"url": "https://example.org/a?b=1&c=2", "caption": "A report", "credit": "A &amp; B"})
    );
}

#[test]
fn markwhen_has_an_entry_an_event_and_nothing_that_looks_like_one() {
    let text = exported(&with_a_plan(), "markwhen");
    assert_eq!(
        text,
        "title: Spring 2024
timezone: UTC
description: What was said between Washington and Beijing.

2024-04-02: Biden and Xi speak by phone #call #defence_industry
The two spoke about China's support for Russia's industry.

2024-04-06: The White House warns of Chinese support #warning

2024-05-16/2024-05-31: A visit <to> China & back #visit #planned #visits #defence_industry
Second half of May 2024
A plan, told twice.
> 2024-01-01: not an event ＃nor a tag
> [A report](https://example.org/a?b=1&c=2)
"
    );
}

#[test]
fn lines_of_json_are_those_of_the_list() {
    let folder = with_a_plan();
    let lines = exported(&folder, "jsonl");
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let list: Value = serde_json::from_str(&folder.run(["list", "--format", "json"]).out).unwrap();
    assert_eq!(Value::Array(lines), list);
}

#[test]
fn the_table_and_the_calendar_are_those_of_the_site() {
    let folder = with_a_plan();
    assert_eq!(folder.run(["build"]).code, 0);
    let site = folder.events().join("../site");
    for (to, name) in [("csv", "events.csv"), ("ics", "calendar.ics")] {
        assert_eq!(
            exported(&folder, to),
            fs::read_to_string(site.join(name)).unwrap()
        );
    }
}

#[test]
fn what_finds_no_place_is_told_with_its_events() {
    let folder = with_a_plan();
    let said = folder.run([
        "export",
        "--to",
        "timelinejs",
        "out.json",
        "--report",
        "lost.txt",
    ]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "out.json: 3 events written\n")
    );
    assert_eq!(
        said.err,
        "what timelinejs has no place for, or not as it was:
  2 events    actors
  2 events    claims: who says what, and which reports carry it
  1 event     corrections
  1 event     history: what a plan was before it changed
  3 events    kind of event
  2 events    places
  2 events    reports but the first that has an address, which is the media
  1 event     status: it stands before the date in words only
  1 event     the reports’ own words for a date
  1 event     topics but the first, which is the group
  1 event     vague dates: drawn from the first to the last day that they can be, with the words beside
  2 events    what part each actor took
  1 event     what the reports leave open
"
    );
    let lost = fs::read_to_string(folder.events().join("../lost.txt")).unwrap();
    assert!(
        lost.contains("\ncorrections\n  2024-05-visit\nhistory"),
        "{lost}"
    );
    let said = folder.run([
        "export",
        "--to",
        "jsonl",
        "out.jsonl",
        "--report",
        "none.txt",
    ]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let none = fs::read_to_string(folder.events().join("../none.txt")).unwrap();
    assert_eq!(none, "nothing was lost\n");
}

#[test]
fn an_event_without_any_day_is_left_out_and_told() {
    let folder = Folder::base();
    folder.write(
        "unknown.yaml",
        "title: Once\nkind: other\nstatus: happened\nwhen: XXXX\n",
    );
    let said = folder.run(["check"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for to in ["timelinejs", "ics", "markwhen"] {
        let said = folder.run(["export", "--to", to, &format!("out.{to}")]);
        assert!(said.out.contains("2 events written"), "{to}: {}", said.out);
        assert!(
            said.err.contains("1 event     left out: dates that "),
            "{to}: {}",
            said.err
        );
    }
}

#[test]
fn nothing_is_written_over_and_nothing_of_what_is_wrong() {
    let folder = Folder::base();
    fs::write(folder.events().join("../out"), "mine").unwrap();
    for to in FORMATS {
        let said = folder.run(["export", "--to", to, "out"]);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("out is there already"), "{}", said.err);
        // Neither is the report where the file cannot be.
        let said = folder.run(["export", "--to", to, "out", "--report", "new.txt"]);
        assert_eq!(said.code, 2);
        assert!(!folder.events().join("../new.txt").exists());
    }
    assert_eq!(
        fs::read_to_string(folder.events().join("../out")).unwrap(),
        "mine"
    );
    // Nothing that `check` would read as an event file, and no file twice.
    for arguments in [
        ["events/x.yaml", "r.txt"],
        ["x.json", "events/r.yaml"],
        ["x.json", "x.json"],
    ] {
        let [file, report] = arguments;
        let said = folder.run(["export", "--to", "jsonl", file, "--report", report]);
        assert_eq!(said.code, 2, "{arguments:?}");
        assert!(!folder.events().join("..").join(file).exists());
    }
    folder.write("2024-04-09-wrong.yaml", "title: Wrong\n");
    let said = folder.run(["export", "--to", "csv", "fresh.csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(
        said.err
            .ends_with("nothing was written: 3 errors in events\n"),
        "{}",
        said.err
    );
    assert!(!folder.events().join("../fresh.csv").exists());
}

#[test]
fn only_what_was_known_on_a_day_goes_out() {
    let folder = with_a_plan();
    let said = folder.run(["export", "--to", "jsonl", "-", "--as-of", "2024-04-01"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
}
