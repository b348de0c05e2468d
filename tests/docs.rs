//! What the documentation says is so: every command in it is run, every file in it is
//! written, every answer is compared.
//!
//! In `docs/`, a block `console` holds commands behind `$ ` and what they say; `…` stands for
//! anything, alone on a line for any lines. `# exits with N` behind a command names its exit
//! code. `title=FILE` behind a block's language is the file that it is, `add=FILE` the file
//! that it is added to. The blocks of a page are taken in order, in one folder.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use tempfile::TempDir;

/// Pages whose blocks are no lesson to be run: generated, and held by other tests.
const GENERATED: &[&str] = &["format.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A page's blocks of code: what stands behind the fence, nothing if it is only set in, and
/// the text.
fn blocks(markdown: &str) -> Vec<(Option<String>, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(Option<String>, String)> = None;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some((Some(info.to_string()), String::new()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                open = Some((None, String::new()));
            }
            Event::Text(text) => {
                if let Some((_, block)) = &mut open {
                    *block += &text;
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The folder in which a page is tried.
struct Place {
    folder: TempDir,
    here: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let here = folder.path().to_owned();
        Place { folder, here }
    }

    fn write(&self, name: &str, text: &str, add: bool) {
        let path = self.here.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let before = if add {
            fs::read_to_string(&path).unwrap()
        } else {
            String::new()
        };
        fs::write(path, before + text).unwrap();
    }

    /// Runs the commands of a block; what is not as it is said.
    fn run(&mut self, block: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut lines = block.lines().peekable();
        while let Some(line) = lines.next() {
            let command = line
                .strip_prefix("$ ")
                .unwrap_or_else(|| panic!("no command: {line}"));
            let mut expected = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                expected += line;
                expected.push('\n');
            }
            if let Some(folder) = command.strip_prefix("cd ") {
                self.here = self.here.join(folder);
                continue;
            }
            if command.starts_with("dateline serve") {
                self.serve();
                continue;
            }
            let code = command
                .split_once("# exits with ")
                .map_or(0, |(_, code)| code.parse().unwrap());
            let (said, ended) = self.shell(command);
            if ended != code {
                wrong.push(format!(
                    "$ {command}\nended with {ended}, not with {code}:\n{said}"
                ));
            } else if !fits(&expected, &said) {
                wrong.push(format!(
                    "$ {command}\n--- in the page\n{expected}--- it says\n{said}"
                ));
            }
        }
        wrong
    }

    fn shell(&self, command: &str) -> (String, i32) {
        let own = Path::new(env!("CARGO_BIN_EXE_dateline"))
            .parent()
            .unwrap()
            .to_owned();
        let path = std::env::var_os("PATH").unwrap();
        let paths = std::iter::once(own).chain(std::env::split_paths(&path));
        let output = Command::new("sh")
            .args(["-c", &format!("{{ {command}\n}} 2>&1")])
            .current_dir(&self.here)
            .env("PATH", std::env::join_paths(paths).unwrap())
            .env("HOME", self.folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        (said, output.status.code().unwrap())
    }

    /// Serves until the address is said, and ends it as Ctrl-C does.
    fn serve(&self) {
        let mut server = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["serve", "--port", "0"])
            .current_dir(&self.here)
            .stdout(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(server.stdout.take().unwrap());
        let address = out
            .lines()
            .map_while(Result::ok)
            .find(|line| line.contains("http://"));
        assert!(address.is_some(), "no address");
        let id = server.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-INT", &id])
                .status()
                .unwrap()
                .success()
        );
        assert!(server.wait().unwrap().success());
    }
}

/// Whether what is said is what is expected, where `…` stands for anything.
fn fits(expected: &str, said: &str) -> bool {
    if expected.is_empty() {
        return said.is_empty();
    }
    let lines: Vec<&str> = expected.lines().collect();
    let said: Vec<&str> = said.lines().map(str::trim_end).collect();
    lines_fit(&lines, &said)
}

fn lines_fit(expected: &[&str], said: &[&str]) -> bool {
    match (expected, said) {
        ([], []) => true,
        (["…", rest @ ..], _) => (0..=said.len()).any(|from| lines_fit(rest, &said[from..])),
        ([line, rest @ ..], [first, others @ ..]) => {
            line_fits(line, first) && lines_fit(rest, others)
        }
        _ => false,
    }
}

fn line_fits(expected: &str, said: &str) -> bool {
    let parts: Vec<&str> = expected.split('…').collect();
    let [first, middle @ .., last] = &parts[..] else {
        return expected == said;
    };
    let Some(mut rest) = said.strip_prefix(first) else {
        return false;
    };
    for part in middle {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

fn pages() -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = fs::read_dir(root().join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    pages.sort();
    pages
}

#[test]
fn what_the_pages_show_is_so() {
    let mut wrong = Vec::new();
    for (name, text) in pages() {
        if GENERATED.contains(&name.as_str()) {
            continue;
        }
        let mut place = Place::new();
        for (info, block) in blocks(&text) {
            let info = info.unwrap_or_else(|| panic!("{name}: a block without a fence: {block}"));
            let found = match info.split_once(' ') {
                None if info == "console" => place.run(&block),
                Some((_, attribute)) => {
                    match attribute.split_once('=') {
                        Some(("title", file)) => place.write(file, &block, false),
                        Some(("add", file)) => place.write(file, &block, true),
                        _ => panic!("{name}: {attribute}?"),
                    }
                    Vec::new()
                }
                _ => panic!("{name}: what is a block of `{info}`?\n{block}"),
            };
            wrong.extend(found.into_iter().map(|it| format!("{name}: {it}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_readme_adds_an_event() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let mut place = Place::new();
    let events = place.here.join("events");
    let (said, code) = place.shell(&format!(
        "cp -r '{}' '{}'",
        root().join("events").display(),
        events.display()
    ));
    assert_eq!((said.as_str(), code), ("", 0));
    let mut yaml = 0;
    for (info, block) in blocks(&readme) {
        match info.as_deref() {
            Some("yaml title=events/2024-04-17-minister-warns.yaml") => {
                place.write("events/2024-04-17-minister-warns.yaml", &block, false);
            }
            Some("yaml add=events/sources.yaml") => {
                place.write("events/sources.yaml", &block, true);
            }
            Some("console") => {
                let wrong = place.run(&block);
                assert!(wrong.is_empty(), "{}", wrong.join("\n"));
                continue;
            }
            Some(info) => panic!("README: what is a block of `{info}`?"),
            // Cargo and the tests themselves are not run by a test.
            None => {
                for line in block.lines() {
                    let known = line.starts_with("cargo ") || root().join(line).is_file();
                    assert!(known, "README: {line}");
                }
                continue;
            }
        }
        yaml += 1;
    }
    assert_eq!(yaml, 2);
    let (said, code) = place.shell("dateline check && dateline build");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("site: 41 events"), "{said}");
}

/// Each command that a page names in passing is one.
#[test]
fn every_command_that_is_named_is_there() {
    let help = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("--help")
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, list) = help.split_once("\nCommands:\n").unwrap();
    let commands: BTreeSet<&str> = list
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.trim().split(' ').next())
        .collect();
    let mut texts = pages();
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        texts.push((
            name.to_owned(),
            fs::read_to_string(root().join(name)).unwrap(),
        ));
    }
    let mut named = 0;
    for (name, text) in &texts {
        for event in Parser::new(text) {
            let Event::Code(code) = event else { continue };
            let mut words = code.split_whitespace();
            if words.next() != Some("dateline") {
                continue;
            }
            let command = words.find(|word| !word.starts_with('-'));
            if let Some(command) = command {
                named += 1;
                assert!(commands.contains(command), "{name}: `{code}`");
            }
        }
    }
    assert!(named > 20, "{named}");
}

#[test]
fn what_may_differ_may_and_nothing_else() {
    assert!(fits("a\n…\nc\n", "a\nb\nb\nc\n"));
    assert!(fits("1 of … files\n", "1 of 23 files\n"));
    assert!(!fits("1 of … files\n", "1 of 23 file\n"));
    assert!(!fits("a\n", "a\nb\n"));
    assert!(!fits("", "a\n"));
}

/// The examples of the format page name actors and reports that only they know of; else they
/// are right.
#[test]
fn the_format_page_shows_what_the_format_takes() {
    let place = Place::new();
    place.write("events/timeline.yaml", "title: Examples\n", false);
    let text = fs::read_to_string(root().join("docs/format.md")).unwrap();
    let mut shown = 0;
    for (info, block) in blocks(&text) {
        assert_eq!(info.as_deref(), Some("yaml"), "{block}");
        let name = if block.contains("\nactivities:") {
            "events/lessons/example.yaml"
        } else if block.starts_with("title:") {
            "events/2024-04-02-biden-xi-call.yaml"
        } else {
            assert!(block.lines().all(|line| line.starts_with('#')), "{block}");
            continue;
        };
        place.write(name, &block, false);
        shown += 1;
    }
    assert_eq!(shown, 2);
    let (said, _) = place.shell("dateline check --format json");
    let document: serde_json::Value = serde_json::from_str(&said).unwrap();
    for diagnostic in document["diagnostics"].as_array().unwrap() {
        assert_eq!(diagnostic["code"], "unknown-reference", "{diagnostic}");
    }
}
