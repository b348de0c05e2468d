//! `dateline build` as its user meets it: what it writes, what it leaves alone.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    /// A small timeline in `events/`.
    fn new() -> Self {
        let folder = Folder(TempDir::new().unwrap());
        folder.put("events/timeline.yaml", "title: A small timeline\n");
        folder.put("events/actors.yaml", "- {id: a, name: Ann, kind: person}\n");
        folder.put(
            "events/sources.yaml",
            "- {id: s, title: A report, type: reportage, published: 2024-05-01}\n",
        );
        folder.put("events/2024-04-02-call.yaml", &event("Ann calls"));
        folder
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.current_dir(self.0.path()).args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn build(&self) -> String {
        let output = self.run(&["build"]);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The files below a folder.
    fn files(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.path(folder)];
        while let Some(here) = folders.pop() {
            for entry in fs::read_dir(&here).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.insert(path.clone(), fs::read(&path).unwrap());
                }
            }
        }
        found
    }
}

fn event(title: &str) -> String {
    format!(
        "title: {title}\nkind: call\nstatus: happened\nwhen: 2024-04-02\nactors: [a]\nsources: [s]\n"
    )
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn two_builds_give_the_same_bytes_and_the_second_writes_nothing() {
    let folder = Folder::new();
    assert!(folder.build().contains("files written, 0 up to date"));
    let first = folder.files("site");
    assert!(folder.build().contains("files were up to date"));
    assert_eq!(folder.files("site"), first);
    let elsewhere = folder.run(&["build", "events", "--out", "other/place"]);
    assert_eq!(code(&elsewhere), 0);
    // But for the manifest, which tells where the event files are as seen from there.
    let pages = |files: BTreeMap<PathBuf, Vec<u8>>| {
        let mut pages: Vec<_> = files.into_iter().collect();
        pages.retain(|(path, _)| !path.ends_with(".dateline-manifest"));
        pages
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect::<Vec<_>>()
    };
    assert_eq!(pages(folder.files("other/place")), pages(first));
}

#[test]
fn the_page_shows_what_the_file_says_and_escapes_it() {
    let folder = Folder::new();
    folder.put(
        "events/2024-04-02-call.yaml",
        &event("\"<script>alert(1)</script> & 'quotes'\""),
    );
    folder.build();
    let page = fs::read_to_string(folder.path("site/events/2024-04-02-call/index.html")).unwrap();
    assert!(!page.contains("<script>"));
    // One element of that name holds data, in which nothing can end it; the others are files.
    let files = page.matches("<script src=\"../../assets/").count();
    assert_eq!(page.matches("<script ").count(), files + 1);
    assert_eq!(page.matches("</script").count(), files + 1);
    assert!(
        page.contains(r#""name":"\u003cscript\u003ealert(1)\u003c/script\u003e \u0026 'quotes'""#)
    );
    assert!(
        page.contains("&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#39;quotes&#39;"),
        "{page}"
    );
    assert!(page.contains("Tuesday, 2 April 2024"));
}

#[test]
fn errors_keep_the_site_as_it_was() {
    let folder = Folder::new();
    folder.build();
    let before = folder.files("site");
    folder.put(
        "events/2024-04-02-call.yaml",
        &event("Ann calls again").replace("2024-04-02", "2024-04-31"),
    );
    let output = folder.run(&["build"]);
    assert_eq!(code(&output), 1);
    let said = told(&output);
    assert!(said.contains("`31` is not a day of April 2024"), "{said}");
    assert!(
        said.contains("nothing was built: 1 error in events"),
        "{said}"
    );
    assert_eq!(folder.files("site"), before);
}

#[test]
fn warnings_do_not_keep_a_site_from_being_built_unless_denied() {
    let folder = Folder::new();
    folder.put(
        "events/actors.yaml",
        "- {id: a, name: Ann, kind: person}\n- {id: b, name: Bob, kind: person}\n",
    );
    let denied = folder.run(&["build", "--deny-warnings"]);
    assert_eq!(code(&denied), 1);
    assert!(!folder.path("site").exists());
    let output = folder.run(&["build"]);
    assert_eq!(code(&output), 0);
    assert!(told(&output).contains("warning[unused]: nothing uses the actor `b`"));
}

#[test]
fn what_is_no_longer_part_of_the_site_goes_and_the_rest_stays() {
    let folder = Folder::new();
    folder.put(
        "events/2024-04-03-other.yaml",
        &event("Other").replace("04-02", "04-03"),
    );
    folder.build();
    folder.put("site/CNAME", "example.org\n");
    folder.put("site/events/2024-04-03-other/mine.txt", "mine\n");
    folder.put("site/events/own/index.html", "own\n");
    fs::rename(
        folder.path("events/2024-04-03-other.yaml"),
        folder.path("events/2024-04-03-renamed.yaml"),
    )
    .unwrap();
    folder.build();
    assert!(
        !folder
            .path("site/events/2024-04-03-other/index.html")
            .exists()
    );
    assert!(
        folder
            .path("site/events/2024-04-03-renamed/index.html")
            .exists()
    );
    for kept in [
        "site/CNAME",
        "site/events/2024-04-03-other/mine.txt",
        "site/events/own/index.html",
    ] {
        assert!(folder.path(kept).exists(), "{kept}");
    }
    fs::remove_file(folder.path("events/2024-04-03-renamed.yaml")).unwrap();
    folder.build();
    assert!(
        !folder.path("site/events/2024-04-03-renamed").exists(),
        "an empty folder goes too"
    );
}

#[test]
fn a_page_changed_by_hand_is_renewed_but_never_removed() {
    let folder = Folder::new();
    folder.put(
        "events/2024-04-03-other.yaml",
        &event("Other").replace("04-02", "04-03"),
    );
    folder.build();
    folder.put("site/index.html", "by hand");
    folder.put("site/events/2024-04-03-other/index.html", "by hand");
    fs::remove_file(folder.path("events/2024-04-03-other.yaml")).unwrap();
    let output = folder.run(&["build"]);
    assert!(told(&output).contains("left as it is"), "{output:?}");
    assert_ne!(
        fs::read(folder.path("site/index.html")).unwrap(),
        b"by hand"
    );
    assert_eq!(
        fs::read(folder.path("site/events/2024-04-03-other/index.html")).unwrap(),
        b"by hand"
    );
}

#[test]
fn files_that_are_not_ours_are_not_written_over() {
    let folder = Folder::new();
    folder.put("site/index.html", "somebody's own page");
    folder.put("site/notes.txt", "notes");
    folder.put("site/events", "a file where a folder should be");
    let before = folder.files("site");
    let output = folder.run(&["build"]);
    assert_eq!(code(&output), 2);
    let said = told(&output);
    assert!(
        said.contains("site/events\n") && said.contains("Nothing was written"),
        "{said}"
    );
    fs::remove_file(folder.path("site/events")).unwrap();
    let said = told(&folder.run(&["build"]));
    assert!(
        said.contains("site/index.html\n") && said.contains("Nothing was written"),
        "{said}"
    );
    fs::write(
        folder.path("site/events"),
        "a file where a folder should be",
    )
    .unwrap();
    assert_eq!(folder.files("site"), before);
}

#[test]
fn what_took_the_place_of_a_page_keeps_all_others_as_they_were() {
    let folder = Folder::new();
    folder.build();
    // The last file in their order, so that others would have been written before it.
    let page = folder.path("site/topics/index.html");
    fs::remove_file(&page).unwrap();
    folder.put("site/topics/index.html/notes.txt", "mine");
    folder.put("events/2024-04-02-call.yaml", &event("Ann calls again"));
    let before = folder.files("site");
    let output = folder.run(&["build"]);
    assert_eq!(code(&output), 2);
    let said = told(&output);
    assert!(
        said.contains("topics") && said.contains("Nothing was written"),
        "{said}"
    );
    assert_eq!(folder.files("site"), before);
}

#[test]
fn a_temporary_file_of_somebody_else_is_left_alone() {
    let folder = Folder::new();
    folder.put("site/index.html.dateline-tmp", "mine");
    let output = folder.run(&["build"]);
    assert_eq!(code(&output), 2, "{output:?}");
    assert_eq!(
        fs::read(folder.path("site/index.html.dateline-tmp")).unwrap(),
        b"mine"
    );
}

#[test]
fn the_site_of_other_event_files_is_not_replaced() {
    let folder = Folder::new();
    folder.build();
    let before = folder.files("site");
    fs::create_dir(folder.path("more")).unwrap();
    folder.put("more/timeline.yaml", "title: Another\n");
    let output = folder.run(&["build", "more"]);
    assert_eq!(code(&output), 2);
    assert!(
        told(&output).contains("holds the site of other event files, `../events`"),
        "{output:?}"
    );
    assert_eq!(folder.files("site"), before);
}

#[cfg(unix)]
#[test]
fn links_are_never_written_through() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("precious/2024-04-02-call")).unwrap();
    folder.put("precious/2024-04-02-call/index.html", "precious");
    fs::create_dir_all(folder.path("site")).unwrap();
    std::os::unix::fs::symlink(folder.path("precious"), folder.path("site/events")).unwrap();
    let output = folder.run(&["build"]);
    assert_eq!(code(&output), 2);
    assert_eq!(
        fs::read(folder.path("precious/2024-04-02-call/index.html")).unwrap(),
        b"precious"
    );
}

#[test]
fn a_foreign_or_damaged_manifest_is_not_believed() {
    let folder = Folder::new();
    folder.put("precious.txt", "precious");
    let digest = "0".repeat(64);
    folder.put(
        "site/.dateline-manifest",
        &format!("{digest}  ../precious.txt\n{digest}  /etc/passwd\nnonsense\n{digest}  \u{0}\n"),
    );
    folder.build();
    assert_eq!(fs::read(folder.path("precious.txt")).unwrap(), b"precious");
}

#[test]
fn the_site_and_the_event_files_stay_apart() {
    let folder = Folder::new();
    let before = folder.files("events");
    for out in [
        "events",
        "events/site",
        ".",
        "./events/../events/x",
        "site/../events",
        "nope/../events",
    ] {
        let output = folder.run(&["build", "--out", out]);
        assert_eq!(code(&output), 2, "{out}: {output:?}");
        let said = told(&output);
        assert!(
            said.contains("choose another") || said.contains("behind a folder"),
            "{said}"
        );
    }
    assert_eq!(folder.files("events"), before);
    assert!(!folder.path("index.html").exists());
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = Folder::new();
    let output = folder.run(&["build", "evnets"]);
    assert_eq!(code(&output), 2);
    assert_eq!(told(&output), "error: evnets: there is no such folder\n");
}

#[test]
fn timings_tell_the_stages() {
    let folder = Folder::new();
    let output = folder.run(&["build", "--timings"]);
    let said = String::from_utf8(output.stdout).unwrap();
    for stage in ["read and check", "work out", "make and write"] {
        assert!(said.contains(stage), "{said}");
    }
}

#[test]
fn absolute_addresses_only_with_a_base_url() {
    let folder = Folder::new();
    folder.build();
    assert!(!folder.path("site/sitemap.xml").exists() && !folder.path("site/404.html").exists());
    folder.put(
        "events/timeline.yaml",
        "title: T\nbase_url: https://news.example/war/\n",
    );
    folder.build();
    let read = |path: &str| fs::read_to_string(folder.path(path)).unwrap();
    assert!(
        read("site/sitemap.xml")
            .contains("<loc>https://news.example/war/events/2024-04-02-call/</loc>")
    );
    assert!(read("site/404.html").contains("href=\"/war/assets/dateline.css\""));
    let page = read("site/events/2024-04-02-call/index.html");
    assert!(page.contains(
        "<link rel=\"canonical\" href=\"https://news.example/war/events/2024-04-02-call/\">"
    ));
    assert!(page.contains("href=\"../../assets/dateline.css\""));
}

/// Kills builds at moments spread over their run. Whatever is there afterwards is whole:
/// of the old site or of the new one. The next build puts everything right.
#[test]
fn a_killed_build_leaves_every_page_whole() {
    let folder = Folder::new();
    let write_events = |title: &str| {
        for day in 1..=28 {
            // More than stand on the first page: so some files are long.
            for month in 1..=8 {
                let text = event(&format!("{title} {month} {day}"))
                    .replace("2024-04-02", &format!("2024-0{month}-{day:02}"));
                folder.put(&format!("events/2024-0{month}-{day:02}-e.yaml"), &text);
            }
        }
    };
    let cache = Path::new(".dateline-cache");
    let site_of = |title: &str| {
        write_events(title);
        let output = folder.run(&["build", "--out", title]);
        assert_eq!(code(&output), 0, "{output:?}");
        let root = folder.path(title);
        let strip = |(path, bytes): (PathBuf, Vec<u8>)| {
            (path.strip_prefix(&root).unwrap().to_owned(), bytes)
        };
        let mut files: BTreeMap<_, _> = folder.files(title).into_iter().map(strip).collect();
        files.remove(cache);
        files
    };
    let manifest = Path::new(".dateline-manifest");
    let one = site_of("one");
    let begun = std::time::Instant::now();
    let two = site_of("two");
    let time = begun.elapsed();
    for round in 0..20_u32 {
        let (title, new) = if round % 2 == 0 {
            ("one", &one)
        } else {
            ("two", &two)
        };
        write_events(title);
        let mut child = folder
            .command(&["build"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(time * round / 20);
        child.kill().unwrap();
        child.wait().unwrap();
        let root = folder.path("site");
        for (path, bytes) in folder.files("site") {
            let path = path.strip_prefix(&root).unwrap();
            let temporary = path.to_string_lossy().ends_with(".dateline-tmp");
            if path == manifest || path == cache || temporary {
                continue;
            }
            let whole = one.get(path) == Some(&bytes) || two.get(path) == Some(&bytes);
            assert!(whole, "{} is not whole", path.display());
        }
        if round % 5 == 4 {
            folder.build();
            let names =
                |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
            let root = folder.path("site");
            let mut now: BTreeMap<_, _> = folder
                .files("site")
                .into_iter()
                .map(|(path, bytes)| (path.strip_prefix(&root).unwrap().to_owned(), bytes))
                .collect();
            now.remove(cache);
            assert_eq!(names(&now), names(new));
            assert_eq!(now, *new);
        }
    }
}
