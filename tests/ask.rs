//! What `dateline new` asks at a terminal.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;
mod terminal;

use std::fs;

use folder::Folder;
use terminal::Terminal;

const DOWN: &str = "\u{1b}[B";
const ESCAPE: &str = "\u{1b}";
const CONTROL_C: &str = "\u{3}";

fn at_terminal(folder: &Folder, arguments: &[&str], columns: u16) -> Terminal {
    let beside = folder.events().parent().unwrap().to_owned();
    Terminal::run(&beside, arguments, columns)
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.events()).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn an_event_is_asked_for() {
    let folder = Folder::base();
    let mut terminal = at_terminal(&folder, &["new", "event"], 80);
    terminal.answer("What happened?", "");
    terminal.shows("this cannot be left out");
    terminal.press("Xi visits Washington\r");
    // What is wrong is told at once, and can be mended where it stands.
    terminal.answer("When?", "2024-04-31");
    terminal.shows("# `31` is not a day of April 2024; April has 30 days");
    terminal.press("\u{7f}0\r");
    terminal.answer("What kind of event is it?", "vis\t");
    terminal.answer("Has it happened?", "");
    terminal.answer("Where?", "wash\t");
    // Somebody is found by a part of the name.
    terminal.shows("Who took part?");
    terminal.press("jinp");
    terminal.shows("xi – Xi Jinping\n[Who took part. Enter goes on.");
    terminal.press(DOWN);
    terminal.press("\r");
    terminal.answer("What did xi do in it?", "visitor");
    terminal.answer("And?", "bidn");
    terminal.shows("there is no actor `bidn`; did you mean `biden`? `dateline new actor` declares");
    terminal.press("\u{7f}\u{7f}\u{7f}\u{7f}\r");
    terminal.answer("Which report tells of it?", "newsweek-2024-04-08");
    terminal.answer(
        "> Which report tells of it? newsweek-2024-04-08\n? And?",
        "",
    );
    terminal.answer("What is it about?", "");
    terminal.answer("What is there to say of it?", "Talks: and a walk.");
    let (code, screen) = terminal.end();
    assert_eq!(code, 0, "{screen}");
    for line in [
        "> What happened? Xi visits Washington\n> When? 2024-04-30\n> What kind of event is it? visit\n> Has it happened? happened\n> Where? washington\n> Who took part? xi\n",
        "events/2024-04-30-xi-visits-washington.yaml: written;",
    ] {
        assert!(screen.contains(line), "{line}\n{screen}");
    }
    let path = folder.events().join("2024-04-30-xi-visits-washington.yaml");
    let text = fs::read_to_string(path).unwrap();
    let filled: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        filled,
        [
            "title: Xi visits Washington",
            "kind: visit",
            "status: happened",
            "when: 2024-04-30",
            "where: washington",
            "actors:",
            "  - {who: xi, role: visitor}",
            "summary: \"Talks: and a walk.\"",
            "sources: [newsweek-2024-04-08]",
        ]
    );
    assert_eq!(folder.run(["check"]).code, 0);
}

#[test]
fn an_actor_is_asked_for_in_a_narrow_window() {
    let folder = Folder::base();
    let mut terminal = at_terminal(&folder, &["new", "actor"], 40);
    terminal.answer("What is the actor called?", "Janet Yellen");
    terminal.shows("What kind of actor is it?");
    // Choices take a line each, and words are not broken.
    terminal.shows("  ministry – A ministry, department or…\n");
    terminal.shows("[What kind of actor it is.\nTab completes, ↓ chooses, Esc stops]");
    terminal.press("person\r");
    terminal.answer("Whom does it belong to?", "us-\t");
    terminal.answer("Which office does the actor hold?", "");
    terminal.answer("Which country?", "USA");
    terminal.shows("# `USA` is not a country code; write\nthe two capital letters of ISO\n");
    terminal.press("\u{7f}\r");
    terminal.answer("Under which id? (janet-yellen)", "biden");
    terminal.shows("already:\nJoe Biden; give this one another id\n");
    terminal.press("\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}yellen\r");
    let (code, screen) = terminal.end();
    assert_eq!(code, 0, "{screen}");
    let text = fs::read_to_string(folder.events().join("actors.yaml")).unwrap();
    let last = text.lines().last().unwrap();
    assert_eq!(
        last,
        "- {id: yellen, name: Janet Yellen, kind: person, of: us-government, country: US}"
    );
}

#[test]
fn whoever_stops_has_written_nothing() {
    for keys in [ESCAPE, CONTROL_C] {
        let folder = Folder::base();
        let before = names(&folder);
        let mut terminal = at_terminal(&folder, &["new", "event"], 80);
        terminal.answer("What happened?", "Xi visits Washington");
        terminal.shows("? When?");
        terminal.press(keys);
        let (code, screen) = terminal.end();
        assert_eq!(code, 2, "{screen}");
        assert!(screen.ends_with("nothing was written"), "{screen}");
        assert_eq!(names(&folder), before);
    }
}

#[test]
fn nothing_is_asked_where_nothing_is_missing_or_wished() {
    let folder = Folder::base();
    let complete = ["new", "event", "Talks", "--when", "2024", "--kind", "call"];
    let (code, screen) = at_terminal(&folder, &complete, 80).end();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.starts_with("events/2024-talks.yaml: written;"));
    let (code, screen) = at_terminal(&folder, &["new", "event", "--no-input"], 80).end();
    assert_eq!(code, 2, "{screen}");
    assert!(screen.starts_with("error: TITLE is missing;"), "{screen}");
}

#[test]
fn a_file_name_is_asked_for_where_the_title_makes_none() {
    let folder = Folder::base();
    let given = ["new", "event", "Розмова", "--when", "2024-04"];
    let mut terminal = at_terminal(&folder, &given, 80);
    terminal.answer("What kind of event is it?", "call");
    for question in [
        "Has it happened?",
        "Where?",
        "Who took part?",
        "Which report tells of it?",
        "What is it about?",
        "What is there to say of it?",
    ] {
        terminal.answer(&format!("? {question}"), "");
    }
    terminal.answer("What is its file to be called?", "Call");
    terminal.shows("`Call` is not an id");
    terminal.press("\u{7f}\u{7f}\u{7f}\u{7f}rozmova\r");
    let (code, screen) = terminal.end();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("events/2024-04-rozmova.yaml: written;"));
}
