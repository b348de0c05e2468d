//! `dateline list` and `dateline show`: what the writer of event files sees of them in a
//! terminal.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::path::Path;
use std::process::Command;

use folder::Folder;
use serde_json::Value;

/// Runs `dateline` beside the example timeline; what it says, if all is well.
fn on_example(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .args(arguments)
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {err}");
    String::from_utf8(output.stdout).unwrap()
}

/// The ids that a table lists.
fn ids(arguments: &[&str]) -> Vec<String> {
    let table = on_example(&[&["list"], arguments].concat());
    let first = |line: &str| line.split(' ').next().unwrap().to_owned();
    table.lines().map(first).collect()
}

#[test]
fn the_table_has_id_date_status_kind_and_title() {
    let said = Folder::base().run(["list"]);
    assert_eq!(
        said.out,
        "2024-04-02-biden-xi-call  2 April 2024  happened  call     Biden and Xi speak by phone\n\
         2024-04-06-warning        6 April 2024  happened  warning  The White House warns of Chinese support\n"
    );
    assert_eq!((said.err.as_str(), said.code), ("2 events\n", 0));
    let said = Folder::base().run(["list", "--kind", "call"]);
    assert_eq!(said.out.lines().count(), 1);
    assert_eq!(said.err, "1 of 2 events\n");
}

#[test]
fn what_is_asked_for_is_found() {
    // Words: any case, without accents, the beginning is enough, all have to occur.
    assert_eq!(ids(&["WANG", "assur"]), ["2023-10-wang-yi-assurance"]);
    assert!(ids(&["wang", "nowhere"]).is_empty());
    // An actor has what belongs to it.
    let government = ids(&["--actor", "us-government"]);
    assert!(government.contains(&"2024-04-02-biden-xi-call".to_owned()));
    assert!(government.len() > ids(&["--actor", "biden"]).len());
    // One of several values, all of several options.
    let planned = ids(&["--status", "planned"]);
    let both = ids(&["--status", "planned", "--status", "happened"]);
    assert!(!planned.is_empty() && planned.len() < both.len());
    assert!(ids(&["--status", "planned", "--kind", "call"]).is_empty());
    // What can have been in a time, as vague as it may be.
    let may = ids(&["--from", "2024-05", "--to", "2024-05"]);
    assert!(may.contains(&"2024-05-putin-to-china".to_owned()));
    assert!(!may.contains(&"2024-04-02-biden-xi-call".to_owned()));
    let all = ids(&[]);
    assert_eq!(all.len(), 40);
    assert!(ids(&["--as-of", "2024-04-06"]).len() < all.len());
}

#[test]
fn every_facet_finds_what_the_timeline_says_of_its_events() {
    let all: Value = serde_json::from_str(&on_example(&["list", "--format", "json"])).unwrap();
    let all = all.as_array().unwrap();
    let with = |key: &str, holds: &dyn Fn(&Value) -> bool| -> Vec<String> {
        let found = all.iter().filter(|event| holds(&event[key]));
        found
            .map(|event| event["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let topic = with("topics", &|it| {
        it.as_array().unwrap().contains(&"diplomacy".into())
    });
    assert_eq!(ids(&["--topic", "diplomacy"]), topic);
    let kind = with("kind", &|it| it == "warning");
    assert_eq!(ids(&["--kind", "warning"]), kind);
    let place = with("place", &|it| it == "beijing");
    assert_eq!(ids(&["--place", "beijing"]), place);
    let telling = ["newsweek-2024-04"];
    let outlet = with("sources", &|it| {
        it.as_array()
            .unwrap()
            .iter()
            .any(|id| telling.contains(&id.as_str().unwrap()))
    });
    assert_eq!(ids(&["--outlet", "Newsweek"]), outlet);
    assert!(!topic.is_empty() && !kind.is_empty() && !place.is_empty() && !outlet.is_empty());
}

#[test]
fn json_and_csv_are_those_of_the_site() {
    let listed: Value = serde_json::from_str(&on_example(&["list", "--format", "json"])).unwrap();
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("site");
    let text = std::fs::read_to_string(site.join("events.json")).unwrap();
    let built: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(listed, built["events"]);
    let csv = on_example(&["list", "--format", "csv"]);
    assert_eq!(
        csv,
        std::fs::read_to_string(site.join("events.csv")).unwrap()
    );
    let tsv = on_example(&["list", "--format", "tsv"]);
    assert_eq!(tsv.lines().count(), 41);
    let tabs = |line: &str| line.matches('\t').count();
    assert!(tsv.lines().all(|line| tabs(line) == 16), "{tsv}");
}

#[test]
fn all_that_there_is_not_is_told_at_once() {
    let said = Folder::base().run([
        "list", "--actor", "bidn", "--place", "moscow", "--topic", "defence",
    ]);
    assert_eq!(
        said.err,
        "error: there is no actor `bidn`; did you mean `biden`?\n\
         error: there is no topic `defence`; did you mean `defence-industry`?\n\
         error: there is no place `moscow`\n"
    );
    assert_eq!((said.out.as_str(), said.code), ("", 2));
    let said = Folder::base().run(["list", "--from", "3/4/2024"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("2024-04-03") && said.err.contains("2024-03-04"),
        "{}",
        said.err
    );
}

#[test]
fn what_no_word_is_finds_nothing_and_a_folder_is_no_word() {
    let folder = Folder::base();
    let said = folder.run(["list", ".*("]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err.contains("there is no word to look for in `.*(`"),
        "{}",
        said.err
    );
    let said = folder.run(["list", "events"]);
    assert!(
        said.err
            .contains("to list the events of the folder events: `--dir events`"),
        "{}",
        said.err
    );
}

#[test]
fn names_and_arguments_cannot_act_on_the_terminal() {
    let folder = Folder::base();
    folder.write("n\u{1b}]0;title\u{7}.yaml", "title: [");
    for arguments in [
        &["check"][..],
        &["list", "--actor", "a\u{1b}]0;x\u{7}"],
        &["\u{9b}31m"],
        &["check", "--format", "github"],
    ] {
        let said = folder.run(arguments);
        let all = said.out + &said.err;
        assert!(
            !all.contains(['\u{1b}', '\u{7}', '\u{9b}']),
            "{arguments:?}: {all:?}"
        );
    }
}

#[test]
fn what_is_right_is_listed_where_something_is_wrong() {
    let folder = Folder::base();
    folder.write("2024-04-09-wrong.yaml", "title: Wrong\n");
    let said = folder.run(["list"]);
    assert_eq!(said.out.lines().count(), 2);
    assert_eq!(said.code, 1);
    assert!(
        said.err
            .starts_with("3 errors in events: what is wrong may be missing here"),
        "{}",
        said.err
    );
}

#[test]
fn an_event_is_shown_with_its_claims() {
    let said = Folder::base().run(["show", "2024-04-02-biden-xi-call"]);
    assert_eq!((said.err.as_str(), said.code), ("", 0));
    assert_eq!(
        said.out,
        "Biden and Xi speak by phone
events/2024-04-02-biden-xi-call.yaml

When       2 April 2024 (2024-04-02)
Status     happened
Kind       call
Actors     Joe Biden (caller), Xi Jinping (counterpart)
Topics     defence-industry
Reports    1 report, 1 origin, first on 8 April 2024

The two spoke about China's support for Russia's industry.

Claims
  concern
  Biden raised concerns.
  - by Joe Biden, 2 April 2024
  - reported by Newsweek, para 14 – had it from The White House's readout of the
    call – origin
  - 1 report, 1 origin
"
    );
}

#[test]
fn actors_sources_and_places_are_shown_with_their_events() {
    let folder = Folder::base();
    let actor = folder.run(["show", "us-government"]).out;
    assert!(
        actor.starts_with("The US government\nus-government, an actor\n\nKind       government\n"),
        "{actor}"
    );
    assert!(
        actor.contains("\nHas        The White House (white-house), Joe Biden (biden)\n"),
        "{actor}"
    );
    assert!(actor.ends_with(
        "Events\n  - 2 April 2024: Biden and Xi speak by phone (2024-04-02-biden-xi-call)\n  - 6 April 2024: The White House warns of Chinese support (2024-04-06-warning)\n"
    ), "{actor}");
    let source = folder.run(["show", "newsweek-2024-04-08"]).out;
    assert!(
        source.contains("Published  8 April 2024 (2024-04-08)\n"),
        "{source}"
    );
    assert!(
        source.contains("Relays     The White House's readout of the call (white-house-readout)\n"),
        "{source}"
    );
    let place = folder.run(["show", "washington"]).out;
    assert!(
        place.starts_with("Washington\nwashington, a place\n\nCountry    United States\n"),
        "{place}"
    );
}

#[test]
fn a_claim_is_shown_alone_and_a_file_stands_for_its_event() {
    let folder = Folder::base();
    let claim = folder.run(["show", "2024-04-02-biden-xi-call/concern"]).out;
    assert!(claim.starts_with("Biden and Xi speak by phone\n2024-04-02-biden-xi-call\n\nconcern\nBiden raised concerns.\n"), "{claim}");
    let file = folder.run(["show", "events/2024-04-06-warning.yaml"]).out;
    assert!(
        file.starts_with("The White House warns of Chinese support\n"),
        "{file}"
    );
    let json = folder
        .run(["show", "2024-04-06-warning", "--format", "json"])
        .out;
    let item: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(item["claims"][0]["id"], "support-continues");
}

#[test]
fn what_is_not_there_is_not_shown() {
    let folder = Folder::base();
    for (id, help) in [
        (
            "bidne",
            "there is no event, actor, source or place `bidne`; did you mean `biden`?",
        ),
        (
            "zzzz",
            "there is no event, actor, source or place `zzzz`; `dateline list` tells the events",
        ),
        (
            "2024-04-06-warning/support",
            "has no claim `support`; did you mean `support-continues`?",
        ),
    ] {
        let said = folder.run(["show", id]);
        assert_eq!(said.code, 2);
        assert!(said.err.contains(help), "{}", said.err);
    }
    let said = folder.run(["show", "2024-04-06-warning", "--as-of", "2024-04-01"]);
    assert!(
        said.err.contains("no report had told of it by 2024-04-01"),
        "{}",
        said.err
    );
}

#[test]
fn what_the_pages_say_in_ukrainian_the_terminal_says_in_english() {
    let folder = Folder::base();
    folder.write("timeline.yaml", "title: Весна\nlanguage: uk\n");
    let said = folder.run(["show", "2024-04-02-biden-xi-call"]);
    assert!(said.out.contains("When       2 April 2024"), "{}", said.out);
    assert!(folder.run(["list", "ПІДТРИМ"]).out.is_empty());
}
