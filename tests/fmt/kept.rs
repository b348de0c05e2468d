//! Formatting every file in the repository keeps what it says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dateline::check::check;
use dateline::decode::decode;
use dateline::load::Sources;
use dateline::schema::FILES;

use super::{formatted, root};

/// The texts of a folder of event files, by their names.
pub(crate) fn folder(path: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (folder, before) in [(path.to_owned(), ""), (path.join("lessons"), "lessons/")] {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !name.ends_with(".yaml") {
                continue;
            }
            if let Ok(text) = fs::read_to_string(&path) {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                files.insert(format!("{before}{name}"), text.to_owned());
            }
        }
    }
    files
}

pub(crate) fn kind_of(name: &str) -> &'static str {
    let stem = name.strip_suffix(".yaml").unwrap_or(name);
    let file = FILES.iter().find(|file| file.name == stem);
    match file {
        _ if name.starts_with("lessons/") => "lesson",
        Some(file) => file.name,
        None => "event",
    }
}

/// What a folder says, and all that is wrong with it, without places.
pub(crate) fn said(files: &BTreeMap<String, String>) -> (String, Vec<String>) {
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, found) = decode(&sources);
    let report = check(&timeline, found);
    let mut told: Vec<_> = report
        .iter()
        .map(|one| format!("{} {} {:?}", one.code.name, one.message, one.help))
        .collect();
    told.sort();
    let said = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        timeline.about,
        timeline.events.iter().collect::<Vec<_>>(),
        timeline.actors.iter().collect::<Vec<_>>(),
        timeline.places.iter().collect::<Vec<_>>(),
        timeline.sources.iter().collect::<Vec<_>>(),
        timeline.lessons.iter().collect::<Vec<_>>(),
    );
    (said, told)
}

/// The folders of event files in the repository.
fn folders() -> Vec<std::path::PathBuf> {
    let tests = root().join("tests");
    let mut folders = vec![
        root().join("events"),
        tests.join("checkers/full"),
        tests.join("lessons"),
        tests.join("ukrainian"),
    ];
    let ui = fs::read_dir(tests.join("ui")).unwrap();
    folders.extend(ui.map(|entry| entry.unwrap().path()));
    folders.sort();
    folders
}

#[test]
fn every_file_in_the_repository_says_the_same() {
    let mut left = Vec::new();
    let mut count = 0;
    for path in folders() {
        let before = folder(&path);
        let mut after = before.clone();
        for (name, text) in &mut after {
            match formatted(kind_of(name), text) {
                Ok(new) => {
                    count += 1;
                    assert_eq!(formatted(kind_of(name), &new).as_ref(), Ok(&new), "{name}");
                    let comments = |text: &str| text.matches('#').count();
                    assert_eq!(comments(text), comments(&new), "{name}");
                    *text = new;
                }
                Err(why) if why.starts_with("cannot be read") => {}
                Err(why) => {
                    let folder = path.file_name().unwrap().to_string_lossy();
                    left.push(format!("{folder}/{name}:{why}"));
                }
            }
        }
        let (before, after) = (said(&before), said(&after));
        assert_eq!(before.1, after.1, "{}", path.display());
        assert!(before.0 == after.0, "{}", path.display());
    }
    assert!(count > 200, "{count}");
    let expected = fs::read_to_string(root().join("tests/fmt/left.txt")).unwrap_or_default();
    let left = left.join("\n") + "\n";
    if std::env::var_os("BLESS").is_some() {
        fs::write(root().join("tests/fmt/left.txt"), &left).unwrap();
    } else {
        assert_eq!(left, expected);
    }
}

#[test]
fn the_example_is_formatted() {
    for (name, text) in folder(&root().join("events")) {
        let new = formatted(kind_of(&name), &text).unwrap();
        assert_eq!(new, text, "{name}: run `dateline fmt`");
    }
}
