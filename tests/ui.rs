//! What the writer of event files sees: each folder of `tests/ui` is laid over
//! `tests/ui/base`, `dateline check events` is run beside it, and what it says has to
//! be what `expected.txt` holds, to the letter.
//!
//! `BLESS=1 cargo test --test ui` writes what it says into the files; read them then,
//! as the one who wrote the event files would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dateline::diagnostic::CODES;
use folder::{Folder, Said, ui};
use serde_json::Value;

/// The folders of `tests/ui` without the base.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(ui())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .collect();
    cases.sort();
    cases
}

/// The base with a case laid over it.
fn laid(case: &Path) -> Folder {
    let folder = Folder::base();
    folder.lay(case);
    for name in fs::read_to_string(case.join("removed.txt"))
        .unwrap_or_default()
        .lines()
    {
        folder.remove(name);
    }
    if case.ends_with("too-large") {
        let comment = format!("# {}\n", "x".repeat(1024)).repeat(1024);
        folder.write("2024-04-03-large.yaml", comment);
    }
    folder
}

fn shown(said: &Said) -> String {
    format!("{}exit: {}\n", said.err, said.code)
}

#[test]
fn what_is_said_is_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let text = shown(&laid(&case).run(["check", "events"]));
        assert!(!text.contains('\u{1b}'), "{}: styles", case.display());
        let file = case.join("expected.txt");
        if bless {
            fs::write(file, text).unwrap();
            continue;
        }
        let expected = fs::read_to_string(file).unwrap_or_default();
        if text != expected {
            let name = case.file_name().unwrap().to_string_lossy().into_owned();
            wrong.push(format!(
                "--- {name}, expected\n{expected}--- {name}, said\n{text}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_code_is_seen() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        let text = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        for code in CODES {
            if text.contains(&format!("[{}]: ", code.name)) {
                seen.insert(code.name);
            }
        }
    }
    let unseen: Vec<_> = CODES
        .iter()
        .map(|code| code.name)
        .filter(|name| !seen.contains(name))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

#[test]
fn all_is_well_is_said_and_nothing_else() {
    let said = Folder::base().run(["check"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(
        said.out,
        "events: 2 events, 2 claims, 5 actors, 2 sources: all is well\n"
    );
}

#[test]
fn colour_is_where_it_is_wanted() {
    let folder = laid(&ui().join("unknown-key"));
    let styled = |variables: &[(&'static str, &'static str)]| {
        let said = folder.run_with(["check"], variables.iter().copied());
        assert_eq!(said.code, 1);
        said.err.contains('\u{1b}')
    };
    assert!(!styled(&[]));
    assert!(styled(&[("CLICOLOR_FORCE", "1")]));
    assert!(!styled(&[("NO_COLOR", "1")]));
    assert!(!styled(&[("NO_COLOR", "1"), ("CLICOLOR", "1")]));
}

#[test]
fn styles_are_all_that_colour_changes() {
    let folder = laid(&ui().join("several-files"));
    let plain = folder.run(["check"]).err;
    let styled = folder.run_with(["check"], [("CLICOLOR_FORCE", "1")]).err;
    let mut bare = String::new();
    let mut rest = &*styled;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        bare += before;
        rest = after.split_once('m').unwrap().1;
    }
    bare += rest;
    assert_eq!(bare, plain);
}

#[test]
fn warnings_are_errors_to_those_who_say_so() {
    let folder = laid(&ui().join("unused"));
    let said = folder.run(["check"]);
    assert_eq!(said.code, 0);
    let denied = folder.run(["check", "--deny-warnings"]);
    assert_eq!((denied.code, denied.err), (1, said.err));
    let well = Folder::base().run(["check", "--deny-warnings"]);
    assert_eq!(well.code, 0);
}

#[test]
fn what_the_system_refuses_is_told_with_exit_code_2() {
    let folder = Folder::base();
    let refused = |arguments: &[&str], message: &str| {
        let said = folder.run(arguments);
        assert_eq!((said.code, &*said.out), (2, ""), "{arguments:?}");
        assert_eq!(said.err, format!("error: {message}\n"));
    };
    refused(&["check", "evnts"], "evnts: there is no such folder");
    refused(
        &["check", "events/timeline.yaml"],
        "events/timeline.yaml: this is not a folder",
    );
    fs::create_dir(folder.events().join("empty")).unwrap();
    refused(
        &["check", "events/empty"],
        "events/empty: there are no event files (`.yaml`) in this folder",
    );
    refused(
        &["check", "events/empty", "--format", "json"],
        "events/empty: there are no event files (`.yaml`) in this folder",
    );
}

#[cfg(unix)]
#[test]
fn all_unreadable_files_are_told() {
    use std::os::unix::fs::symlink;

    let folder = Folder::base();
    for name in ["2024-04-03-one.yaml", "2024-04-04-two.yaml"] {
        symlink("nowhere", folder.events().join(name)).unwrap();
    }
    let said = folder.run(["check"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: events/2024-04-03-one.yaml: this link leads nowhere\n\
         error: events/2024-04-04-two.yaml: this link leads nowhere\n"
    );
}

fn json(case: &str) -> Value {
    let said = laid(&ui().join(case)).run(["check", "--format", "json"]);
    assert_eq!(said.err, "");
    assert!(said.out.ends_with("}\n"));
    let document: Value = serde_json::from_str(&said.out).unwrap();
    let errors = document["errors"].as_u64().unwrap();
    assert_eq!(said.code, i32::from(errors > 0));
    let diagnostics = document["diagnostics"].as_array().unwrap();
    let all = errors + document["warnings"].as_u64().unwrap();
    assert_eq!(diagnostics.len() as u64, all);
    document
}

#[test]
fn json_tells_the_same_to_machines() {
    let document = json("unknown-key");
    assert_eq!(document["errors"], 1);
    assert_eq!(document["warnings"], 0);
    assert_eq!(
        document["diagnostics"][0],
        serde_json::json!({
            "code": "unknown-key",
            "severity": "error",
            "message": "an event has no key `topic`",
            "file": "events/2024-04-01-event.yaml",
            "line": 5,
            "column": 1,
            "end_line": 5,
            "end_column": 6,
            "path": "topic",
            "label": "did you mean `topics`?",
            "help": [],
            "related": [],
        })
    );
}

#[test]
fn json_tells_related_places_with_their_files() {
    let document = json("figures-differ");
    let diagnostic = &document["diagnostics"][0];
    assert_eq!(diagnostic["code"], "figures-differ");
    assert_eq!(diagnostic["severity"], "warning");
    let related = &diagnostic["related"][0];
    assert_ne!(related["file"], diagnostic["file"]);
    assert_eq!(related["message"], "from this one");
    assert_eq!(related["line"], 10);
    assert!(diagnostic["help"][0].as_str().unwrap().contains("disputes"));
}

#[test]
fn json_has_null_where_there_is_no_place() {
    let document = json("file-name");
    let diagnostic = &document["diagnostics"][0];
    assert_eq!(diagnostic["file"], "events/2024-04-01-event.yml");
    for key in ["line", "column", "end_line", "end_column", "path", "label"] {
        assert_eq!(diagnostic[key], Value::Null, "{key}");
    }
}

#[test]
fn json_of_a_right_folder_is_empty() {
    let said = Folder::base().run(["check", "--format", "json"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let document: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        document,
        serde_json::json!({"errors": 0, "warnings": 0, "diagnostics": []})
    );
}

#[test]
fn columns_count_characters() {
    let document = json("not-ascii");
    let diagnostic = &document["diagnostics"][0];
    assert_eq!(
        (&diagnostic["line"], &diagnostic["column"]),
        (&Value::from(6), &Value::from(56))
    );
}
