//! The files in which lessons can be taken away. What is in them is read by other programs:
//! `tests/checkers/downloads.test.js`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod classroom;

use std::collections::BTreeMap;

use classroom::{edit, edit_lesson, timeline};
use dateline::model::Timeline;
use dateline::outputs::outputs;
use dateline::schema::Text;
use dateline::views::Site;

/// The files of the lessons that are no pages, by their paths.
fn files(timeline: &Timeline) -> BTreeMap<String, Vec<u8>> {
    let site = Site::of(timeline);
    let files = outputs(&site).unwrap().into_iter();
    files
        .filter(|file| file.path.starts_with("lessons/") && !file.path.ends_with(".html"))
        .map(|file| (file.path, file.bytes))
        .collect()
}

/// The rows of the cards of the lesson on guards.
fn cards(timeline: &Timeline) -> Vec<Vec<String>> {
    let files = files(timeline);
    let text = &files["lessons/who-says-so/who-says-so-cards.txt"];
    let text = String::from_utf8(text.clone()).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_build_gives_the_same_bytes() {
    let one = files(&timeline());
    let ends: Vec<&str> = one
        .keys()
        .filter_map(|path| path.strip_prefix("lessons/who-says-so/who-says-so"))
        .collect();
    assert_eq!(
        ends,
        [
            "-cards.txt",
            "-handout.docx",
            "-key.docx",
            "-qti.zip",
            ".gift",
            ".zip"
        ]
    );
    assert_eq!(one, files(&timeline()));
}

#[test]
fn a_lesson_without_questions_has_no_files_of_questions() {
    let files = files(&timeline());
    let short = files
        .keys()
        .filter(|path| path.starts_with("lessons/short/"));
    assert_eq!(
        short.collect::<Vec<_>>(),
        [
            "lessons/short/short-handout.docx",
            "lessons/short/short-key.docx",
            "lessons/short/short.zip"
        ]
    );
}

#[test]
fn a_card_is_known_again_when_its_back_or_the_title_changes() {
    let before = cards(&timeline());
    // A word, four statements, two questions.
    assert_eq!(before.len(), 7);
    let mut changed = timeline();
    edit_lesson(&mut changed, |lesson| {
        lesson.title = Text("Another title".to_owned());
        lesson.vocabulary[0].meaning = Text("Another meaning".to_owned());
    });
    edit(&mut changed, "2024-03-20-call", |event| {
        event.claims[0].text = Text("Another wording of the claim".to_owned());
    });
    let after = cards(&changed);
    let ids = |rows: &[Vec<String>]| rows.iter().map(|row| row[3].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after));
    let changed = before.iter().zip(&after).filter(|(old, new)| old != new);
    assert_eq!(changed.count(), 2);
}
