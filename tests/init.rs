//! `dateline init`: a timeline that is right from the first moment.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::yaml::{Node, parse};
use folder::Folder;

const FILES: &[&str] = &[
    ".github/workflows/publish.yml",
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "events/2000-01-01-example.yaml",
    "events/actors.yaml",
    "events/places.yaml",
    "events/sources.yaml",
    "events/timeline.yaml",
    "schema/actors.json",
    "schema/event.json",
    "schema/lesson.json",
    "schema/places.json",
    "schema/sources.json",
    "schema/timeline.json",
];

/// An empty folder, without a place for event files.
fn nothing() -> Folder {
    let folder = Folder::empty();
    fs::remove_dir(folder.events()).unwrap();
    folder
}

fn root(folder: &Folder) -> PathBuf {
    folder.events().parent().unwrap().to_owned()
}

fn files(below: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(
                files(&path)
                    .into_iter()
                    .map(|file| format!("{name}/{file}")),
            );
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_begun_is_right_and_builds() {
    let folder = nothing();
    let said = folder.run(["init", ".", "--title", "Talks: spring #1"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(files(&root(&folder)), FILES);
    assert!(
        said.out
            .starts_with(".: a timeline is begun\n  events/timeline.yaml\n")
    );
    assert!(said.out.contains("\nGo on:\n  dateline serve "));
    let said = folder.run(["check", "--deny-warnings"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let said = folder.run(["build"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let page = read(root(&folder).join("site/index.html"));
    assert!(page.contains("<h1>Talks: spring #1</h1>"));
    assert!(page.contains("Example: A. Example telephones B. Example"));
    assert!(read(root(&folder).join("README.md")).starts_with("# Talks: spring #1\n"));
}

#[test]
fn the_workflow_may_no_more_than_it_needs_and_installs_this_version() {
    let folder = nothing();
    folder.run(["init", "."]);
    let text = read(root(&folder).join(".github/workflows/publish.yml"));
    let workflow = parse(&text).unwrap();
    let text_of = |keys: &[&str]| {
        let found = keys.iter().try_fold(&workflow, |node, key| node.get(key));
        found.and_then(Node::as_text).map(str::to_owned)
    };
    let version = format!("dateline@{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(text_of(&["env", "DATELINE"]), Some(version));
    assert!(!text.contains("VERSION"));
    let all = workflow.get("permissions").and_then(Node::as_map).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(
        text_of(&["permissions", "contents"]).as_deref(),
        Some("read")
    );
    let build = workflow.get("jobs").and_then(|jobs| jobs.get("build"));
    assert_eq!(build.unwrap().get("permissions"), None);
    for command in ["dateline check --format github\n", "dateline build\n"] {
        assert!(text.contains(command), "{command}");
    }
    for line in text.lines().filter(|line| line.contains("uses:")) {
        let (_, version) = line.split_once("@v").unwrap();
        assert!(version.parse::<u32>().is_ok(), "{line}");
    }
}

#[test]
fn the_language_is_that_of_the_pages() {
    let folder = nothing();
    let said = folder.run(["init", "new one", "--language", "uk", "--no-workflow"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert!(said.out.contains("\n  cd 'new one'\n"), "{}", said.out);
    let here = root(&folder).join("new one");
    assert!(!here.join(".github").exists());
    let dir = here.join("events");
    let said = folder.run(["check", "--deny-warnings", dir.to_str().unwrap()]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert!(read(dir.join("timeline.yaml")).contains("\nlanguage: uk\n"));
    let said = folder.run(["init", "other", "--language", "tlh"]);
    assert_eq!(said.code, 2);
    assert!(!root(&folder).join("other").exists());
}

#[test]
fn the_schemas_are_those_that_the_program_prints() {
    let folder = nothing();
    folder.run(["init", ".", "--bare"]);
    let begun = files(&root(&folder));
    assert_eq!(begun, &FILES[5..]);
    for name in begun.iter().filter_map(|name| name.strip_prefix("schema/")) {
        let kind = name.strip_suffix(".json").unwrap();
        let said = folder.run(["schema", kind]);
        assert_eq!(read(root(&folder).join("schema").join(name)), said.out);
    }
}

#[test]
fn nothing_is_written_over_and_nothing_by_halves() {
    let folder = nothing();
    let here = root(&folder);
    fs::write(here.join("README.md"), "Mine.\n").unwrap();
    fs::create_dir(here.join("schema")).unwrap();
    fs::write(here.join("schema/event.json"), "{}").unwrap();
    fs::write(here.join(".vscode"), "a file\n").unwrap();
    fs::write(here.join("other.txt"), "").unwrap();
    let before = files(&here);
    let said = folder.run(["init", "."]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: nothing was written, since these are there already; choose another folder, move them away, or begin only event files and schemas by --bare:\n  ./.vscode\n  ./README.md\n  ./schema/event.json\n"
    );
    assert_eq!(files(&here), before);
    assert_eq!(read(here.join("README.md")), "Mine.\n");
    // Other files are no hindrance.
    fs::remove_file(here.join("schema/event.json")).unwrap();
    assert_eq!(folder.run(["init", ".", "--bare"]).code, 0);
    assert_eq!(folder.run(["init", "."]).code, 2);
    assert_eq!(folder.run(["init", "other.txt"]).code, 2);
}

#[test]
fn event_files_of_another_timeline_are_not_joined() {
    let folder = Folder::empty();
    folder.write("2024-talks.yaml", "title: Talks\n");
    let said = folder.run(["init", "."]);
    assert_eq!(said.code, 2);
    assert!(said.err.ends_with(":\n  ./events\n"), "{}", said.err);
    assert_eq!(files(&root(&folder)), ["events/2024-talks.yaml"]);
}

#[cfg(unix)]
#[test]
fn what_was_begun_before_a_failure_is_taken_back() {
    use std::os::unix::fs::symlink;
    let folder = nothing();
    // Nothing is there, and yet nothing can be made of that name.
    symlink("nowhere/at/all", root(&folder).join("here")).unwrap();
    let said = folder.run(["init", "here"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.ends_with("; nothing was written\n"),
        "{}",
        said.err
    );
    assert_eq!(files(&root(&folder)), ["here"]);
    assert_eq!(folder.run(["init", ".", "--title", " "]).code, 2);
    assert_eq!(folder.run(["init", ".", "--title", "a\u{7}"]).code, 2);
    assert_eq!(files(&root(&folder)), ["here"]);
}

/// The lines of each key that waits: from a `#key:` to the end of what is indented below it.
fn waiting(text: &str) -> Vec<Vec<usize>> {
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        let Some(rest) = line.trim_start().strip_prefix('#') else {
            inside = false;
            continue;
        };
        if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
            blocks.push(vec![number]);
            inside = true;
        } else if inside && rest.starts_with("  ") {
            blocks.last_mut().unwrap().push(number);
        } else {
            inside = false;
        }
    }
    blocks
}

/// The text with some lines no longer behind a `#`.
fn filled_in(text: &str, lines: &[usize]) -> String {
    let all = text.lines().enumerate().map(|(number, line)| {
        if lines.contains(&number) {
            line.replacen('#', "", 1) + "\n"
        } else {
            line.to_owned() + "\n"
        }
    });
    all.collect()
}

#[test]
fn every_key_that_waits_is_right_when_it_is_filled_in() {
    let folder = nothing();
    folder.run(["init", ".", "--bare"]);
    let mut tried = Vec::new();
    for name in FILES.iter().filter_map(|name| name.strip_prefix("events/")) {
        let text = read(folder.events().join(name));
        let blocks = waiting(&text);
        for lines in blocks.iter().chain([&blocks.concat()]) {
            let filled = filled_in(&text, lines);
            folder.write(name, &filled);
            let said = folder.run(["check", "--deny-warnings"]);
            // What is to be accepted is not there.
            let accepts = lines
                .iter()
                .any(|line| text.lines().nth(*line).unwrap().starts_with("#accept"));
            let expected = usize::from(accepts);
            let told = said.err.matches("error[").count() + said.err.matches("warning[").count();
            assert_eq!(told, expected, "{name}: {}", said.err);
            assert_eq!(
                said.err.contains("warning[unused-accept]"),
                accepts,
                "{filled}"
            );
        }
        let keys = blocks.iter().map(|lines| {
            let line = text.lines().nth(lines[0]).unwrap().trim_start();
            let key = line[1..].split(':').next().unwrap();
            format!("{}:{key}", name.strip_suffix(".yaml").unwrap())
        });
        tried.extend(keys);
        folder.write(name, &text);
    }
    for key in [
        "2000-01-01-example:said_when",
        "2000-01-01-example:history",
        "2000-01-01-example:corrections",
        "2000-01-01-example:accept",
        "2000-01-01-example:figure",
        "2000-01-01-example:relations",
        "actors:wikidata",
        "sources:archive_url",
        "timeline:base_url",
    ] {
        assert!(tried.iter().any(|known| known == key), "{key}: {tried:?}");
    }
    assert!(tried.len() > 25, "{tried:?}");
}
