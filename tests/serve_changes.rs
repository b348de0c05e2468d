//! `dateline serve`: each change is seen, and what is wrong is told.

#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;
mod preview;

use std::fs;

use folder::{Folder, ui};
use preview::Preview;

const CALL: &str = "2024-04-02-biden-xi-call.yaml";

/// The text of an event file of the small timeline, with a part of it replaced.
fn edited(from: &str, to: &str) -> String {
    let text = fs::read_to_string(ui().join("base").join(CALL)).unwrap();
    assert!(text.contains(from));
    text.replace(from, to)
}

fn retitled(title: &str) -> String {
    edited(
        "title: Biden and Xi speak by phone",
        &format!("title: {title}"),
    )
}

#[test]
fn each_change_is_seen() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let mut page = preview.listen();
    let first = page.next();
    assert_eq!(
        (&first["errors"], &first["warnings"]),
        (&0.into(), &0.into())
    );
    let site = first["site"].as_str().unwrap().to_owned();
    assert!(
        preview
            .get("/")
            .text()
            .contains(&format!("data-site=\"{site}\""))
    );

    folder.write(CALL, retitled("A call"));
    let second = page.other_than(&first);
    assert!(preview.get("/").text().contains("A call"));
    let line = preview.hear("rebuilt: ");
    assert!(line.contains("rebuilt: 2 events; "), "{line}");
    assert!(line.contains(" files changed; "), "{line}");

    // Saved by way of another file, as many editors do.
    let events = folder.events();
    fs::write(events.join(".call.yaml.new"), retitled("A second call")).unwrap();
    fs::rename(events.join(".call.yaml.new"), events.join(CALL)).unwrap();
    let third = page.other_than(&second);
    assert!(preview.get("/").text().contains("A second call"));

    // A comment changes no page: they are told the same as before.
    folder.write(CALL, retitled("A second call") + "# A note.\n");
    page.until(|state| *state == third);
    preview.hear("; no file changed; ");

    // The event goes, and comes back: the same site as at first.
    folder.remove(CALL);
    page.other_than(&third);
    assert_eq!(preview.get("/events/2024-04-02-biden-xi-call/").status, 404);
    let original = fs::read(ui().join("base").join(CALL)).unwrap();
    folder.write(CALL, original);
    page.until(|state| *state == first);
}

#[test]
fn what_is_wrong_is_told_over_the_last_good_site() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let mut page = preview.listen();
    let good = page.next();
    let wrong = edited("when: 2024-04-02", "when: 2024-02-30 # <b>&</b>");
    folder.write(CALL, &wrong);
    let bad = page.until(|state| state["items"][0]["code"] == "bad-date");
    assert_eq!((&bad["site"], &bad["errors"]), (&good["site"], &1.into()));
    let item = &bad["items"][0];
    assert_eq!(item["file"], format!("events/{CALL}"));
    assert_eq!((&item["line"], &item["column"]), (&4.into(), &15.into()));
    let checked: serde_json::Value =
        serde_json::from_str(&folder.run(["check", "--format", "json"]).out).unwrap();
    for part in ["code", "message", "label", "help"] {
        assert_eq!(item[part], checked["diagnostics"][0][part], "{part}");
    }
    let excerpt = &item["excerpt"];
    assert_eq!(excerpt["before"], "when: 2024-02-");
    assert_eq!(excerpt["meant"], "30");
    assert_eq!(excerpt["after"], " # <b>&</b>");
    // The terminal has it as `check` does.
    let printed = preview.hear_warning("not built: 1 error");
    let said = folder.run(["check"]).err;
    assert!(printed.contains(&said), "{printed}\n{said}");
    assert!(printed.contains("not built: 1 error"), "{printed}");
    assert!(
        printed.ends_with(" in events; the pages stay as they were\n"),
        "{printed}"
    );
    assert_eq!(preview.get("/").status, 200);
    // Who comes later hears of it at once.
    assert_eq!(preview.listen().next(), bad);

    let original = fs::read(ui().join("base").join(CALL)).unwrap();
    folder.write(CALL, original);
    page.until(|state| *state == good);
    preview.hear("rebuilt: 2 events; no file changed; ");
}

#[test]
fn warnings_are_told_once_and_keep_nothing_back() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let mut page = preview.listen();
    page.next();
    let places = "- {id: washington, name: Washington, country: US}\n- {id: paris, name: Paris, country: FR}\n";
    folder.write("places.yaml", places);
    let state = page.until(|state| state["errors"] == 0 && state["warnings"] == 1);
    assert!(preview.hear("rebuilt: ").contains("; 1 warning; "));
    let told = preview.hear_warning("1 warning; ");
    assert_eq!(told, folder.run(["check"]).err);
    // The same once more is no news: what comes next is the error.
    folder.write(CALL, retitled("A call"));
    page.other_than(&state);
    folder.write(CALL, edited("when: 2024-04-02", "when: 2024-02-30"));
    let told = preview.hear_warning("1 error");
    assert!(told.starts_with("error"), "{told}");
}

#[test]
fn a_first_site_that_cannot_be_made_is_waited_for() {
    let folder = Folder::base();
    folder.write(CALL, edited("when: 2024-04-02", "when: 2024-02-30"));
    let preview = Preview::of(&folder);
    let mut page = preview.listen();
    let bad = page.next();
    assert_eq!((&bad["site"], &bad["errors"]), (&"".into(), &1.into()));
    for path in ["/", "/index.html", "/claims", "/../x"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 503, "{path}");
        assert!(answer.text().contains("The site cannot be built yet"));
        assert!(
            answer
                .text()
                .contains("<script src=\"/_dateline/preview.js\" data-site=\"\" defer>")
        );
    }
    folder.write(CALL, retitled("A call"));
    page.other_than(&bad);
    assert_eq!(preview.get("/").status, 200);
    preview.hear("built: 2 events on ");
}

#[test]
fn folders_may_come_late_go_and_come_back() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let mut page = preview.listen();
    let first = page.next();
    let events = folder.events();
    let run = [
        "new",
        "lesson",
        "Who?",
        "--event",
        "2024-04-02-biden-xi-call",
    ];
    assert_eq!(folder.run(run).code, 0);
    preview.get_until("/lessons/who/", |answer| answer.status == 200);
    // In the new folder, too, changes are seen.
    let lesson = events.join("lessons/who.yaml");
    let text = fs::read_to_string(&lesson).unwrap();
    fs::write(&lesson, text.replace("Who?", "Who says so?")).unwrap();
    preview.get_until("/lessons/who/", |answer| {
        answer.text().contains("Who says so?")
    });

    fs::remove_dir_all(&events).unwrap();
    page.until(|state| state["errors"] != 0);
    preview.hear_warning("events: there is no such folder");
    assert_eq!(preview.get("/lessons/who/").status, 200);
    fs::create_dir(&events).unwrap();
    preview.hear_warning("there are no event files");
    folder.lay(&ui().join("base"));
    page.until(|state| *state == first);
    folder.write(CALL, retitled("A call"));
    preview.get_until("/", |answer| answer.text().contains("A call"));

    // Another folder takes its place.
    let other = Folder::base();
    other.write(CALL, retitled("Another call"));
    fs::rename(&events, events.with_extension("old")).unwrap();
    fs::create_dir(&events).unwrap();
    folder.lay(&other.events());
    preview.get_until("/", |answer| answer.text().contains("Another call"));
    folder.write(CALL, retitled("The last call"));
    preview.get_until("/", |answer| answer.text().contains("The last call"));
}

#[cfg(unix)]
#[test]
fn files_that_lie_elsewhere_are_looked_after() {
    let folder = Folder::base();
    let elsewhere = folder.events().with_file_name("call.yaml");
    fs::write(&elsewhere, retitled("A call")).unwrap();
    folder.remove(CALL);
    std::os::unix::fs::symlink(&elsewhere, folder.events().join(CALL)).unwrap();
    let preview = Preview::of(&folder);
    fs::write(&elsewhere, retitled("Another call")).unwrap();
    preview.get_until("/", |answer| answer.text().contains("Another call"));

    let preview = Preview::with(&Folder::base(), &["--port", "0", "--poll"]);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn the_last_state_wins() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    for number in 0..300 {
        folder.write(CALL, retitled(&format!("Call {number}")));
    }
    folder.write(CALL, retitled("The last call"));
    preview.get_until("/", |answer| answer.text().contains("The last call"));
    let mut page = preview.listen();
    let last = page.next();
    assert_eq!(last["errors"], 0);
    assert!(
        preview
            .get("/")
            .text()
            .contains(last["site"].as_str().unwrap())
    );
}
