//! `dateline pin`: what it changes in a lesson's file, and what it says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;

use folder::{Folder, Said};

const LESSON: &str = "lessons/who-says-so.yaml";
const CALL: &str = "2024-04-02-biden-xi-call";
const WARNING: &str = "2024-04-06-warning";

/// A lesson's file with comments, odd spaces and a text at its end.
const TEXT: &str = "# A lesson of ours.
title:   'Who says so?'   # with a question mark
question: How do we know?
events: [2024-04-02-biden-xi-call, 2024-04-06-warning]


closing: |
  What do you know now?
";

const PINS: &str = "
# How each event stood when this lesson was written; `dateline pin` writes it.
pinned:
  - 2024-04-02-biden-xi-call happened 2024-04-02 title=5bb663 actors=ea3502 summary=0e38fd claims=concern:8823d1
  - 2024-04-06-warning happened 2024-04-06 title=deb1e7 where=washington actors=4253ad claims=support-continues:3ad8db
";

fn with(lesson: impl AsRef<[u8]>) -> Folder {
    let folder = Folder::base();
    folder.write(LESSON, lesson);
    folder
}

fn lesson(folder: &Folder) -> String {
    fs::read_to_string(folder.events().join(LESSON)).unwrap()
}

/// Puts other words into an event's file.
fn change(folder: &Folder, event: &str, from: &str, to: &str) {
    let path = folder.events().join(format!("{event}.yaml"));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn is_well(folder: &Folder) {
    let said = folder.run(["check", "--deny-warnings"]);
    assert_eq!((said.code, &*said.err), (0, ""));
}

fn said(said: &Said, code: i32, out: &str) {
    assert_eq!((&*said.out, &*said.err, said.code), (out, "", code));
}

#[test]
fn a_new_list_stands_at_the_end_and_all_else_is_as_it_was() {
    let folder = with(TEXT);
    let out = format!(
        "events/{LESSON}: pinned\n  {CALL}: pinned for the first time\n  {WARNING}: pinned for the first time\n"
    );
    said(&folder.run(["pin"]), 0, &out);
    assert_eq!(lesson(&folder), format!("{TEXT}{PINS}"));
    is_well(&folder);
    said(
        &folder.run(["pin"]),
        0,
        &format!("events/{LESSON}: nothing has changed\n"),
    );
    said(
        &folder.run(["pin", "--check"]),
        0,
        &format!("events/{LESSON}: nothing has changed\n"),
    );
    assert_eq!(lesson(&folder), format!("{TEXT}{PINS}"));
}

#[test]
fn what_changed_is_told_and_only_its_line_is_written_anew() {
    let list = PINS.replace(
        "  - 2024-04-06",
        "  # The one that is quoted.\n\n  -   2024-04-06",
    );
    let text = format!("{TEXT}{list}seed: 7  # for ever\n# The end");
    let folder = with(&text);
    is_well(&folder);
    change(
        &folder,
        WARNING,
        "The White House warns",
        "Washington warns",
    );
    change(&folder, WARNING, "when: 2024-04-06", "when: 2024-04-06?");
    let warned = folder.run(["check"]).err;
    assert!(warned.contains("warning[lesson-outdated]"), "{warned}");
    assert!(
        warned.contains("its title is now `Washington warns of Chinese support`"),
        "{warned}"
    );
    let news = format!(
        "  {WARNING}: its title is now `Washington warns of Chinese support`\n  \
         {WARNING}: its date was `6 April 2024` and is `6 April 2024 (uncertain)`\n"
    );
    said(
        &folder.run(["pin", "--check"]),
        1,
        &format!("events/{LESSON}: to be pinned\n{news}"),
    );
    assert_eq!(lesson(&folder), text);
    said(
        &folder.run(["pin", "who-says-so"]),
        0,
        &format!("events/{LESSON}: pinned\n{news}"),
    );
    let pinned = lesson(&folder);
    let others = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| !line.contains("- ") || !line.contains(WARNING));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(others(&pinned), others(&text));
    assert!(
        pinned.contains("  -   2024-04-06-warning happened 2024-04-06? title="),
        "{pinned}"
    );
    assert!(pinned.ends_with("seed: 7  # for ever\n# The end"));
    is_well(&folder);
}

#[test]
fn events_that_came_and_went_have_their_lines() {
    let pinned = format!("{TEXT}{PINS}");
    let one = pinned.replace(", 2024-04-06-warning]", "]");
    let folder = with(&one);
    let out = format!("events/{LESSON}: pinned\n  {WARNING}: not in the lesson any more\n");
    said(&folder.run(["pin"]), 0, &out);
    let without = lesson(&folder);
    assert!(one.starts_with(&without), "{without}");
    assert_eq!(without.lines().count(), one.lines().count() - 1);
    is_well(&folder);

    // Without an end of line after the last, as some editors leave it.
    folder.write(
        LESSON,
        without
            .trim_end()
            .replace("call]", "call, 2024-04-06-warning]"),
    );
    let out = format!("events/{LESSON}: pinned\n  {WARNING}: pinned for the first time\n");
    said(&folder.run(["pin"]), 0, &out);
    assert_eq!(lesson(&folder), pinned.trim_end());
    is_well(&folder);
}

#[test]
fn lists_at_the_margin_empty_ones_and_quoted_lines_are_written_too() {
    let margin = format!("{TEXT}{PINS}")
        .replace("  - ", "- ")
        .replace("deb1e7", "000000");
    for text in [
        margin.clone(),
        margin
            .replace(
                "- 2024-04-06-warning happened",
                "- \"2024-04-06-warning happened",
            )
            .replace("3ad8db", "3ad8db\""),
        format!("{TEXT}pinned: []  # none\n"),
        format!("pinned: []\n{TEXT}"),
    ] {
        let folder = with(&text);
        let said = folder.run(["pin"]);
        assert_eq!((said.code, &*said.err), (0, ""), "{text}");
        is_well(&folder);
        let now = lesson(&folder);
        assert!(now.contains("  What do you know now?\n"), "{now}");
    }
}

#[test]
fn a_list_that_cannot_be_changed_is_left_alone() {
    let pin = |event| format!("\"{event} happened 2024-04-02 title=000000\"");
    let text = format!(
        "{TEXT}pinned: [{}, {}]\n",
        pin(CALL),
        pin("2024-04-01-gone")
    );
    let folder = with(&text);
    let said = folder.run(["pin"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        format!(
            "error: events/{LESSON}: the list `pinned` is not written as this command writes it; remove it, and try again\n"
        )
    );
    assert_eq!(lesson(&folder), text);
}

#[test]
fn what_is_no_news_is_written_too() {
    let text = format!("{TEXT}{PINS}");
    let old = text.replace("summary=0e38fd", "summary=0e38fd corrections=2");
    let folder = with(&old);
    is_well(&folder);
    let out = format!("events/{LESSON}: pinned\n  {CALL}: pinned anew\n");
    said(&folder.run(["pin"]), 0, &out);
    assert_eq!(lesson(&folder), text);
}

#[test]
fn files_of_windows_stay_such() {
    let text = format!("\u{feff}{}", TEXT.replace('\n', "\r\n"));
    let folder = with(&text);
    assert_eq!(folder.run(["pin"]).code, 0);
    assert_eq!(
        lesson(&folder),
        format!("{text}{}", PINS.replace('\n', "\r\n"))
    );
    is_well(&folder);
}

#[test]
fn nothing_is_pinned_while_anything_is_wrong() {
    let folder = with(TEXT);
    change(&folder, WARNING, "kind: warning", "kind: waring");
    let said = folder.run(["pin"]);
    assert_eq!((said.code, &*said.out), (1, ""));
    assert!(said.err.contains("error[unknown-word]"), "{}", said.err);
    assert!(
        said.err
            .ends_with("nothing was pinned: 1 error in events\n"),
        "{}",
        said.err
    );
    assert_eq!(lesson(&folder), TEXT);
}

#[test]
fn only_the_lessons_that_are_named_are_pinned() {
    let folder = with(TEXT);
    folder.write("lessons/other.yaml", TEXT);
    let said = folder.run(["pin", "events/lessons/other.yaml"]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.starts_with("events/lessons/other.yaml: pinned\n"),
        "{}",
        said.out
    );
    assert_eq!(lesson(&folder), TEXT);

    let said = folder.run(["pin", "who-say-so"]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "error: there is no lesson `who-say-so`; did you mean `who-says-so`?\n"
    );
    let said = Folder::base().run(["pin"]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "error: there are no lessons; `dateline new lesson` begins one\n"
    );
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::base();
    folder.write("../ours.yaml", TEXT);
    let real = folder.events().join("../ours.yaml");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
    let link = folder.events().join(LESSON);
    fs::create_dir(link.parent().unwrap()).unwrap();
    symlink("../../ours.yaml", &link).unwrap();
    assert_eq!(folder.run(["pin"]).code, 0);
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), format!("{TEXT}{PINS}"));
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
