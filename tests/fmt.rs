//! `dateline fmt`: what it makes of files, and that it never does more than it may.
//!
//! In `tests/fmt` a file `x.yaml` stands beside `x.expected.yaml`, what it is formatted
//! to, or `x.left.txt`, why it is not. What comes before the first `.` of its name, up to
//! a `-`, is its kind. `BLESS=1 cargo test --test fmt` writes what is expected.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::panic, reason = "that is how a test fails")]

#[path = "fmt/command.rs"]
mod command;
mod folder;
#[path = "fmt/hostile.rs"]
mod hostile;
#[path = "fmt/kept.rs"]
mod kept;
#[path = "fmt/made.rs"]
mod made;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::format::{Unformatted, format};
use dateline::schema::{FILES, Shape};

/// The shape of a kind of file.
fn shape(kind: &str) -> Shape {
    let file = FILES.iter().find(|file| file.name == kind);
    (file
        .unwrap_or_else(|| panic!("no kind of file {kind}"))
        .shape)()
}

/// What becomes of a text, or why it stays.
fn formatted(kind: &str, text: &str) -> Result<String, String> {
    format(text, &shape(kind)).map_err(|why| match why {
        Unformatted::Left(left) => left.to_string(),
        Unformatted::Problems(problems) => format!("cannot be read: {}", problems[0].message),
    })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn files_become_what_stands_beside_them() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut names: Vec<_> = fs::read_dir(root().join("tests/fmt"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .filter(|path| !path.to_string_lossy().ends_with(".expected.yaml"))
        .collect();
    names.sort();
    let mut wrong = Vec::new();
    for path in names {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let kind = stem.split('-').next().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let (ending, found) = match formatted(kind, &text) {
            Ok(text) => ("expected.yaml", text),
            Err(why) => ("left.txt", why + "\n"),
        };
        for other in ["expected.yaml", "left.txt"] {
            let beside = path.with_extension(other);
            let expected = fs::read_to_string(&beside).ok();
            let found = (other == ending).then_some(&found);
            if bless {
                let _ = fs::remove_file(&beside);
                if let Some(found) = found {
                    fs::write(&beside, found).unwrap();
                }
            } else if expected.as_ref() != found {
                wrong.push(format!(
                    "{}\n--- expected\n{}\n--- found\n{}",
                    beside.display(),
                    expected.unwrap_or_default(),
                    found.map_or("", |found| &**found),
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_other_commands_write_is_in_the_style() {
    let folder = folder::Folder::empty();
    assert_eq!(folder.run(["init", "spring"]).code, 0);
    let dir = "spring/events";
    for arguments in [
        &[
            "new", "actor", "B. Other", "--kind", "person", "--role", "Minister",
        ][..],
        &["new", "place", "Elsewhere", "--country", "FR"][..],
        &[
            "new",
            "event",
            "Two speak: by phone",
            "--when",
            "2024-04-02",
            "--kind",
            "call",
            "--actor",
            "a-example",
        ][..],
    ] {
        let said = folder.run(arguments.iter().copied().chain(["--dir", dir]));
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let table = "Date;Headline;Who;Link\n3/4/2024;Talks: a first round;A. Envoy, B. Envoy;https://example.org/a\n";
    folder.write("../sheet.csv", table);
    let said = folder.run([
        "import",
        "sheet.csv",
        "--into",
        "talks",
        "--map",
        "actors=Who",
        "--separator",
        ",",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    for dir in [dir, "talks"] {
        let said = folder.run(["fmt", "--check", "--diff", dir]);
        assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    }
}
