//! `dateline new lesson`: a file to go on with, right as it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;
use std::path::Path;

use folder::Folder;

const CALL: &str = "2024-04-02-biden-xi-call";
const WARNING: &str = "2024-04-06-warning";

fn is_well(folder: &Folder) {
    let said = folder.run(["check", "--deny-warnings"]);
    assert_eq!((said.code, &*said.err), (0, ""));
}

#[test]
fn a_lesson_is_begun_from_events_and_check_takes_it() {
    let folder = Folder::base();
    let said = folder.run(["new", "lesson", "Who says so?", "--event", CALL, WARNING]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(
        said.out,
        "events/lessons/who-says-so.yaml: written; go on with it in an editor, and run `dateline check`\n"
    );
    is_well(&folder);
    let text = fs::read_to_string(folder.events().join("lessons/who-says-so.yaml")).unwrap();
    for expected in [
        "title: \"Who says so?\"\n",
        "  # Biden and Xi speak by phone (2 April 2024)\n  - 2024-04-02-biden-xi-call\n",
        "  - kind: sequence\n    events: [2024-04-02-biden-xi-call, 2024-04-06-warning]\n",
        "  - kind: who-said-it\n",
        "  - kind: sourcing\n",
        "pinned:\n  - 2024-04-02-biden-xi-call happened 2024-04-02 title=",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    // One event is hardly a lesson, but a beginning.
    let said = folder.run(["new", "lesson", "On \"one\": # call", "--event", CALL]);
    assert_eq!((said.code, &*said.err), (0, ""));
    is_well(&folder);
}

#[test]
fn any_events_make_a_lesson_that_check_takes() {
    let folder = Folder::empty();
    folder.lay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lessons"));
    let events = [
        "2024-02-10-signing",
        "2024-03-10-visit",
        "2024-03-20-call",
        "2024-04-12-denial",
        "2024-04-talks",
        "2024-05-summit",
    ];
    for number in 1..(1u32 << events.len()) {
        let chosen = events
            .iter()
            .enumerate()
            .filter(|(n, _)| number & (1 << n) != 0);
        let title = format!("Lesson {number}");
        let mut arguments = vec!["new", "lesson", &title];
        for (_, event) in chosen {
            arguments.extend(["--event", event]);
        }
        assert_eq!(folder.run(&arguments).code, 0, "{arguments:?}");
    }
    is_well(&folder);
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = Folder::base();
    folder.write("lessons/ours.yaml", "# Ours.\n");
    let said = folder.run(["new", "lesson", "Ours", "--event", CALL]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: events/lessons/ours.yaml is there already; choose another title, or give the lesson an id by --id\n"
    );
    let text = fs::read_to_string(folder.events().join("lessons/ours.yaml")).unwrap();
    assert_eq!(text, "# Ours.\n");
}

#[test]
fn what_cannot_be_begun_is_told() {
    let folder = Folder::base();
    let refused = |arguments: &[&str], message: &str| {
        let said = folder.run(["new", "lesson"].iter().chain(arguments));
        assert_eq!((said.code, &*said.out), (2, ""), "{arguments:?}");
        assert_eq!(said.err, format!("error: {message}\n"));
    };
    refused(
        &["Who?", "--event", "2024-04-02-biden-xi"],
        "there is no event `2024-04-02-biden-xi`; did you mean `2024-04-02-biden-xi-call`?",
    );
    refused(
        &["Who?", "--event", "zzz"],
        "there is no event `zzz`; each event is a file of that name",
    );
    refused(&[" ", "--event", CALL], "a lesson needs a title");
    refused(
        &["Хто це сказав?", "--event", CALL],
        "no file name can be made from this title; give the lesson an id by --id",
    );
    refused(
        &["New", "--event", CALL],
        "no lesson can have the id `new`; give it another by --id",
    );
    refused(
        &["Who?", "--id", "Who", "--event", CALL],
        "`Who` cannot be a lesson's id: that is made of small letters a-z, digits and single hyphens, and not long; give one by --id",
    );
    assert!(!folder.events().join("lessons").exists());
    let said = folder.run([
        "new",
        "lesson",
        "Хто це сказав?",
        "--event",
        CALL,
        "--id",
        "who",
    ]);
    assert_eq!(said.code, 0);
    is_well(&folder);
}
