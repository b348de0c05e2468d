//! What the command writes, lists and says.

use std::fs;

use assert_cmd::Command;

use super::folder::{Folder, Said};

const CALL: &str = "2024-04-02-biden-xi-call.yaml";
const WRITTEN: &str =
    "status: happened\ntitle: A call   # by phone\nkind: call\nwhen: \"2024-04-02\"\n";
const FORMATTED: &str =
    "title: A call  # by phone\nkind: call\nstatus: happened\nwhen: 2024-04-02\n";

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.events().join(name)).unwrap()
}

fn is(said: &Said, code: i32, out: &str, err: &str) {
    assert_eq!((said.code, &*said.out, &*said.err), (code, out, err));
}

/// Runs it with a text as standard input.
fn send(arguments: &[&str], text: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command
        .arg("fmt")
        .args(arguments)
        .write_stdin(text)
        .output()
        .unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

#[test]
fn what_is_formatted_stays_untouched() {
    let folder = Folder::base();
    is(&folder.run(["fmt"]), 0, "6 as it should be\n", "");
    is(
        &folder.run(["fmt", "--check"]),
        0,
        "6 as it should be\n",
        "",
    );
    is(&folder.run(["fmt", "--diff"]), 0, "", "6 as it should be\n");
}

#[test]
fn what_is_begun_is_formatted() {
    let folder = Folder::base();
    let events = ["2024-04-02-biden-xi-call", "2024-04-06-warning"];
    let begun = folder.run(["new", "lesson", "Who?", "--event", events[0], events[1]]);
    assert_eq!(begun.code, 0, "{}", begun.err);
    is(
        &folder.run(["fmt", "--check"]),
        0,
        "7 as it should be\n",
        "",
    );
    is(
        &folder.run(["fmt", "events", "events/actors.yaml", "events/../events"]),
        0,
        "7 as it should be\n",
        "",
    );
}

#[test]
fn a_file_is_listed_shown_and_formatted() {
    let folder = Folder::base();
    folder.write(CALL, WRITTEN);
    let listed = format!("events/{CALL}: to be formatted\n1 to be formatted, 5 as it should be\n");
    is(&folder.run(["fmt", "--check"]), 1, &listed, "");
    let shown = format!(
        "--- a/events/{CALL}\n+++ b/events/{CALL}\n@@ -1,4 +1,4 @@\n+title: A call  # by phone\n+kind: call\n status: happened\n\
         -title: A call   # by phone\n-kind: call\n-when: \"2024-04-02\"\n+when: 2024-04-02\n"
    );
    let diff = folder.run(["fmt", "--diff"]);
    is(&diff, 1, &shown, "1 to be formatted, 5 as it should be\n");
    assert_eq!(read(&folder, CALL), WRITTEN);
    let done = format!("events/{CALL}: formatted\n1 formatted, 5 as it should be\n");
    is(&folder.run(["fmt"]), 0, &done, "");
    assert_eq!(read(&folder, CALL), FORMATTED);
    is(&folder.run(["fmt"]), 0, "6 as it should be\n", "");
}

#[test]
fn single_files_and_folders_can_be_named() {
    let folder = Folder::base();
    let lesson = "question: Who?\ntitle: A lesson\nevents: [2024-04-02-biden-xi-call]\n";
    let right = "title: A lesson\nquestion: Who?\nevents: [2024-04-02-biden-xi-call]\n";
    for path in ["events/lessons/a.yaml", "events/lessons", "events"] {
        folder.write("lessons/a.yaml", lesson);
        let said = folder.run(["fmt", path]);
        assert!(
            said.out.starts_with("events/lessons/a.yaml: formatted\n"),
            "{}",
            said.out
        );
        assert_eq!((said.code, &*said.err), (0, ""));
        assert_eq!(read(&folder, "lessons/a.yaml"), right);
    }
    folder.write(CALL, WRITTEN);
    folder.write("lessons/a.yaml", lesson);
    let said = folder.run(["fmt", &format!("events/{CALL}"), "events/actors.yaml"]);
    let out = format!("events/{CALL}: formatted\n1 formatted, 1 as it should be\n");
    is(&said, 0, &out, "");
    assert_eq!(read(&folder, "lessons/a.yaml"), lesson);
}

#[test]
fn what_is_not_there_or_no_event_file_is_told_before_anything_is_done() {
    let folder = Folder::base();
    folder.write(CALL, WRITTEN);
    folder.write("notes.txt", "x");
    let said = folder.run(["fmt", "events", "nowhere", "events/notes.txt"]);
    let err = "error: nowhere: there is no such file or folder\n\
               error: events/notes.txt: this is no event file: their names end in `.yaml`\n";
    is(&said, 2, "", err);
    assert_eq!(read(&folder, CALL), WRITTEN);
    let said = folder.run(["fmt", "-", "events"]);
    is(
        &said,
        2,
        "",
        "error: `-` stands alone: standard input holds one file\n",
    );
}

#[test]
fn files_with_errors_are_left_and_the_others_formatted() {
    let folder = Folder::base();
    folder.write(CALL, WRITTEN);
    let broken = "title: a: b\nkind: call\n";
    let anchored = "title: A\nwhen: &day 2024-04-02\nkind: call\nstatus: happened\n";
    folder.write("2024-04-03-broken.yaml", broken);
    folder.write("2024-04-04-anchored.yaml", anchored);
    folder.write("2024-04-05-latin.yaml", b"title: caf\xe9\n");
    let said = folder.run(["fmt"]);
    assert_eq!(said.code, 1);
    let out = format!(
        "events/{CALL}: formatted\n1 formatted, 5 as it should be, 1 left as it is, 2 with errors\n"
    );
    assert_eq!(said.out, out);
    assert!(
        said.err.starts_with(
            "events/2024-04-04-anchored.yaml:2:7: left as it is: `&day` is an anchor, which cannot be moved safely\n"
        ),
        "{}",
        said.err
    );
    for part in [
        "error[syntax]: a second `:` in one value",
        "events/2024-04-03-broken.yaml:1:8",
        "error[invalid-utf8]: the byte 0xE9 is not UTF-8",
        "2 errors; `dateline explain",
    ] {
        assert!(said.err.contains(part), "{part}\n{}", said.err);
    }
    assert_eq!(read(&folder, "2024-04-03-broken.yaml"), broken);
    assert_eq!(read(&folder, "2024-04-04-anchored.yaml"), anchored);
    assert_eq!(read(&folder, CALL), FORMATTED);
    for name in ["2024-04-03-broken.yaml", "2024-04-05-latin.yaml"] {
        folder.remove(name);
    }
    // That a file is not understood is no failure: it may be right.
    let said = folder.run(["fmt", "--check"]);
    assert_eq!(
        (said.code, &*said.out),
        (0, "6 as it should be, 1 left as it is\n")
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_one_and_who_may_read_may_read_still() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::base();
    let own = folder.events().parent().unwrap().join("call.yaml");
    fs::write(&own, WRITTEN).unwrap();
    fs::set_permissions(&own, fs::Permissions::from_mode(0o640)).unwrap();
    folder.remove(CALL);
    symlink(&own, folder.events().join(CALL)).unwrap();
    assert_eq!(folder.run(["fmt"]).code, 0);
    assert_eq!(fs::read_to_string(&own).unwrap(), FORMATTED);
    assert_eq!(
        fs::metadata(&own).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(folder.events().join(CALL).is_symlink());
}

#[test]
fn an_editor_sends_a_text_and_gets_it_back() {
    is(&send(&["-"], WRITTEN), 0, FORMATTED, "");
    is(&send(&["-", "--check"], FORMATTED), 0, "", "");
    let said = send(&["-", "--check", "--stdin-name", "x.yaml"], WRITTEN);
    is(&said, 1, "x.yaml: to be formatted\n", "");
    assert!(
        send(&["-", "--diff"], WRITTEN)
            .out
            .starts_with("--- a/events/event.yaml\n")
    );
    let place = "- {name: A, id: a}\n";
    let said = send(&["-", "--stdin-name", "events/places.yaml"], place);
    is(&said, 0, "- {id: a, name: A}\n", "");
    let lesson = "minutes: 5\ntitle: A\n";
    let said = send(&["-", "--stdin-name", "events/lessons/a.yaml"], lesson);
    is(&said, 0, "title: A\nminutes: 5\n", "");
    let said = send(&["-"], "title: &a x\n");
    assert_eq!((said.code, &*said.out), (0, "title: &a x\n"));
    assert!(
        said.err.contains("events/event.yaml:1:8: left as it is"),
        "{}",
        said.err
    );
    let said = send(&["-"], "title: a: b\n");
    assert_eq!((said.code, &*said.out), (1, ""));
    assert!(said.err.contains("event.yaml:1:8"), "{}", said.err);
}

#[test]
fn a_byte_order_mark_goes_and_lines_end_as_they_did() {
    let folder = Folder::base();
    let text = format!("\u{feff}{}", WRITTEN.replace('\n', "\r\n"));
    folder.write(CALL, &text);
    assert_eq!(folder.run(["fmt", "--check"]).code, 1);
    assert_eq!(folder.run(["fmt"]).code, 0);
    assert_eq!(read(&folder, CALL), FORMATTED.replace('\n', "\r\n"));
    folder.write(CALL, format!("\u{feff}{FORMATTED}"));
    assert_eq!(folder.run(["fmt", "--check"]).code, 1);
    assert_eq!(folder.run(["fmt"]).code, 0);
    assert_eq!(read(&folder, CALL), FORMATTED);
}
