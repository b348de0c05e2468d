//! `dateline explain`: every code has its page, and the examples on it are true.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use dateline::check::check;
use dateline::decode::decode;
use dateline::diagnostic::{CODES, Code};
use dateline::load::load;
use folder::Folder;

/// Codes whose wrong example is told in words, with the reason.
const IN_WORDS: &[(&str, &str)] = &[
    ("invalid-utf8", "a page of text can only hold right bytes"),
    ("too-large", "it takes a megabyte"),
    ("missing-file", "a file that is not there cannot be shown"),
];

/// A file of an example: its name, and its text.
type Example<'t> = (&'t str, &'t str);

/// The examples under a heading: the first line of each names the file.
fn examples<'t>(code: &'t Code, heading: &str) -> Vec<Example<'t>> {
    let (_, section) = code.text.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    section
        .split("```yaml\n")
        .skip(1)
        .map(|rest| {
            let text = rest.split("```").next().unwrap();
            let name = text.lines().next().unwrap();
            (name.strip_prefix("# ").unwrap(), text)
        })
        .collect()
}

/// The codes that a folder raises, each once, in order.
fn raised(folder: &Folder) -> Vec<&'static str> {
    let (sources, mut report) = load(&folder.events()).unwrap();
    let (timeline, found) = decode(&sources);
    report.extend(found);
    let mut codes: Vec<_> = check(&timeline, report)
        .iter()
        .map(|diagnostic| diagnostic.code.name)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The base with the files of an example laid over it. A file of the base that has the
/// stem of one of these gives way to it.
fn laid(files: &[Example<'_>]) -> Folder {
    let folder = Folder::base();
    for (name, text) in files {
        let stem = name.rsplit('/').next().unwrap().split('.').next().unwrap();
        let base = format!("{stem}.yaml");
        if folder.events().join(&base).exists() {
            folder.remove(&base);
        }
        folder.write(name, text);
    }
    folder
}

#[test]
fn the_base_is_without_fault() {
    assert_eq!(raised(&Folder::base()), [""; 0]);
}

#[test]
fn every_wrong_example_raises_its_code_and_no_other() {
    let mut wrong = Vec::new();
    for code in CODES {
        let files = examples(code, "Wrong");
        let in_words = IN_WORDS.iter().any(|(name, _)| *name == code.name);
        assert_eq!(files.is_empty(), in_words, "{}", code.name);
        let raised = raised(&laid(&files));
        if !in_words && raised != [code.name] {
            wrong.push(format!("{} raises {raised:?}", code.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_told_in_words_is_true() {
    let folder = Folder::base();
    folder.write(
        "2024-04-02-biden-xi-call.yaml",
        b"title: Biden meets Andr\xE9\n",
    );
    assert_eq!(raised(&folder), ["invalid-utf8"]);

    let folder = Folder::base();
    let large = format!("# {}\n", "x".repeat(1024 * 1024));
    folder.write("2024-04-02-biden-xi-call.yaml", large);
    assert_eq!(raised(&folder), ["too-large"]);

    let folder = Folder::base();
    folder.remove("timeline.yaml");
    assert_eq!(raised(&folder), ["missing-file"]);
}

#[test]
fn no_right_example_raises_anything() {
    let mut wrong = Vec::new();
    for code in CODES {
        let files = examples(code, "Right");
        assert!(!files.is_empty(), "{}", code.name);
        let raised = raised(&laid(&files));
        if !raised.is_empty() {
            wrong.push(format!("{} raises {raised:?}", code.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pages_fit_a_terminal_and_say_what_they_are() {
    for code in CODES {
        assert_eq!(code.text.lines().next(), Some(&*format!("# {}", code.name)));
        for line in code.text.lines() {
            assert!(line.chars().count() <= 80, "{}: {line}", code.name);
            assert_eq!(line.trim_end_matches(' '), line, "{}", code.name);
        }
        assert!(code.summary().len() <= 80, "{}: one line", code.name);
    }
}

#[test]
fn explain_prints_the_page() {
    let folder = Folder::empty();
    for code in CODES {
        let said = folder.run(["explain", code.name]);
        assert_eq!((said.code, &*said.err), (0, ""), "{}", code.name);
        assert_eq!(said.out, code.text);
    }
}

#[test]
fn explain_alone_lists_all_codes() {
    let said = Folder::empty().run(["explain"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    for code in CODES {
        let line = format!("  {:22} {}\n", code.name, code.summary());
        assert!(said.out.contains(&line), "{}", code.name);
    }
}

#[test]
fn an_unknown_code_is_a_fault_of_the_command() {
    let folder = Folder::empty();
    let said = folder.run(["explain", "bad-dat"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: there is no code `bad-dat`; did you mean `bad-date`?\n"
    );
    let said = folder.run(["explain", "zzz"]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "error: there is no code `zzz`; `dateline explain` lists all codes\n"
    );
}
