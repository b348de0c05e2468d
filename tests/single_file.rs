//! `dateline build --single-file` as its user meets it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;
use std::path::PathBuf;

use folder::{Folder, Said};

/// A path beside the folder of the event files.
fn beside(folder: &Folder, path: &str) -> PathBuf {
    folder.events().parent().unwrap().join(path)
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(beside(folder, path)).unwrap()
}

fn build(folder: &Folder, more: &[&str]) -> Said {
    let arguments = ["build", "--single-file", "timeline.html"];
    folder.run(arguments.iter().chain(more))
}

/// What lies beside the folder of the event files.
fn names(folder: &Folder) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.events().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn one_file_is_written_and_nothing_else() {
    let folder = Folder::base();
    let said = build(&folder, &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.out
            .starts_with("timeline.html: 2 events in one file of "),
        "{}",
        said.out
    );
    assert!(said.out.contains(" KB; written; "), "{}", said.out);
    assert_eq!(names(&folder), ["events", "timeline.html"]);
    let html = read(&folder, "timeline.html");
    for part in [
        "id=\"event-2024-04-02-biden-xi-call\"",
        "id=\"actor-biden\"",
        "<style>",
        "download=\"2024-04-02-biden-xi-call.ris\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("<script") && !html.contains("<link rel=\"stylesheet"));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let folder = Folder::base();
    build(&folder, &[]);
    let first = read(&folder, "timeline.html");
    assert!(build(&folder, &[]).out.contains("; up to date; "));
    let said = folder.run(["build", "--single-file", "else/where/t.html"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(read(&folder, "else/where/t.html"), first);
}

#[test]
fn its_own_file_is_replaced() {
    let folder = Folder::base();
    build(&folder, &[]);
    folder.write("timeline.yaml", "title: Another name\n");
    let said = build(&folder, &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(read(&folder, "timeline.html").contains("<h1>Another name</h1>"));
}

#[test]
fn what_is_not_ours_is_never_written_over() {
    let folder = Folder::base();
    let kept = "<!doctype html>\n<p>Somebody's own</p>\n";
    fs::write(beside(&folder, "timeline.html"), kept).unwrap();
    let said = build(&folder, &[]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "error: timeline.html is in the way: it is no timeline that `dateline build --single-file` wrote. \
         Nothing was written to it. Move it away, or choose another name.\n"
    );
    assert_eq!(read(&folder, "timeline.html"), kept);
    // A folder, and a page of a site, are no such file either.
    fs::create_dir(beside(&folder, "folder")).unwrap();
    assert_eq!(folder.run(["build"]).code, 0);
    let page = read(&folder, "site/index.html");
    for path in ["folder", "site/index.html"] {
        let said = folder.run(["build", "--single-file", path]);
        assert_eq!(said.code, 2, "{path}");
        assert!(said.err.contains("is in the way"), "{}", said.err);
    }
    assert_eq!(read(&folder, "site/index.html"), page);
}

#[cfg(unix)]
#[test]
fn a_link_is_never_written_through() {
    let folder = Folder::base();
    build(&folder, &[]);
    fs::rename(
        beside(&folder, "timeline.html"),
        beside(&folder, "precious.html"),
    )
    .unwrap();
    let precious = read(&folder, "precious.html");
    std::os::unix::fs::symlink("precious.html", beside(&folder, "timeline.html")).unwrap();
    folder.write("timeline.yaml", "title: Another name\n");
    assert_eq!(build(&folder, &[]).code, 2);
    assert_eq!(read(&folder, "precious.html"), precious);
}

#[test]
fn the_event_files_are_no_place_for_it() {
    let folder = Folder::base();
    for path in [
        "events/timeline.html",
        "events/timeline.yaml",
        "events/new/t.html",
        "events",
    ] {
        let said = folder.run(["build", "--single-file", path]);
        assert_eq!(said.code, 2, "{path}: {}", said.out);
        assert!(
            said.err
                .contains("lies inside the folder of the event files, events"),
            "{}",
            said.err
        );
    }
    assert!(!beside(&folder, "events/timeline.html").exists());
}

#[test]
fn with_out_the_site_is_written_as_well() {
    let folder = Folder::base();
    let said = build(&folder, &["--out", "public"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.out.lines().count(), 2, "{}", said.out);
    assert_eq!(names(&folder), ["events", "public", "timeline.html"]);
    // A single file in the site's folder is not the site's, and stays.
    let arguments = [
        "build",
        "--out",
        "public",
        "--single-file",
        "public/all.html",
    ];
    assert_eq!(folder.run(arguments).code, 0);
    assert_eq!(folder.run(["build", "--out", "public"]).code, 0);
    assert!(beside(&folder, "public/all.html").exists());
}

#[test]
fn errors_in_the_event_files_leave_it_as_it_was() {
    let folder = Folder::base();
    build(&folder, &[]);
    let before = read(&folder, "timeline.html");
    folder.write("timeline.yaml", "titel: Wrong\n");
    let said = build(&folder, &[]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("nothing was built"), "{}", said.err);
    assert_eq!(read(&folder, "timeline.html"), before);
}

#[test]
fn it_can_tell_what_was_known_on_a_day() {
    let folder = Folder::base();
    let now = build(&folder, &[]);
    assert!(now.out.contains("2 events"), "{}", now.out);
    let then = build(&folder, &["--as-of", "2024-03-01"]);
    assert!(then.out.contains(": 0 events in one file"), "{}", then.out);
    assert!(read(&folder, "timeline.html").contains("As known on 1 March 2024"));
}

#[test]
fn what_a_killed_build_left_is_cleared_away_and_nothing_else() {
    let folder = Folder::base();
    build(&folder, &[]);
    let whole = read(&folder, "timeline.html");
    folder.write("timeline.yaml", "title: Another name\n");
    let temporary = beside(&folder, "timeline.html.dateline-tmp");
    for left in ["", "<!doctype", &whole[..2000]] {
        fs::write(&temporary, left).unwrap();
        fs::write(beside(&folder, "timeline.html"), &whole).unwrap();
        assert_eq!(build(&folder, &[]).code, 0);
        assert!(!temporary.exists());
    }
    fs::write(&temporary, "mine").unwrap();
    fs::write(beside(&folder, "timeline.html"), &whole).unwrap();
    assert_eq!(build(&folder, &[]).code, 2);
    assert_eq!(fs::read_to_string(&temporary).unwrap(), "mine");
    assert_eq!(read(&folder, "timeline.html"), whole);
}
