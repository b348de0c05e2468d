//! The list `pinned` in the text of a lesson's file.

use std::ops::Range;

use crate::load::SourceFile;
use crate::model::Lesson;
use crate::schema::{Context, Decode, LessonRecord, Pin};
use crate::yaml::{self, Path};

/// What stands above the list where it is new.
const COMMENT: &str =
    "# How each event stood when this lesson was written; `dateline pin` writes it.";

/// The text of a lesson's file with these pins, and all else as it is. `None` if the list
/// is written in a way that this cannot change.
pub(super) fn with_pins(lesson: &Lesson, source: &SourceFile, pins: &[Pin]) -> Option<String> {
    let text = &source.text;
    let key = Path::root().key("pinned");
    let edited = if source.places().span(&key, true).is_none() {
        appended(text, pins)
    } else if lesson.pinned.is_empty() {
        let whole = source.places().span(&key, false)?;
        let before = text[..whole.start].trim_end();
        let list = listed(pins, "  - ", line_end(text));
        format!(
            "{before}{}{}{}",
            line_end(text),
            list.trim_end(),
            &text[whole.end..]
        )
    } else {
        changed(lesson, source, pins)?
    };
    (read(lesson, &edited)? == expected(lesson, pins)).then_some(edited)
}

/// What the file is to say then.
fn expected(lesson: &Lesson, pins: &[Pin]) -> LessonRecord {
    let mut expected = lesson.record.clone();
    expected.pinned = expected
        .pinned
        .iter()
        .filter_map(|old| pins.iter().find(|pin| pin.event == old.event))
        .chain(new(lesson, pins))
        .cloned()
        .collect();
    expected
}

/// The pins of events that had none.
fn new<'p>(lesson: &'p Lesson, pins: &'p [Pin]) -> impl Iterator<Item = &'p Pin> {
    let is_new = |pin: &&Pin| !lesson.pinned.iter().any(|old| old.event == pin.event);
    pins.iter().filter(is_new)
}

/// What a text of a lesson's file says.
fn read(lesson: &Lesson, text: &str) -> Option<LessonRecord> {
    let file = SourceFile::new("", text);
    let node = yaml::parse(text).ok()?;
    let mut context = Context::new(lesson.file, &file);
    LessonRecord::decode(&node, &Path::root(), &mut context)
}

fn appended(text: &str, pins: &[Pin]) -> String {
    let end = line_end(text);
    let text = text.trim_end_matches(['\n', '\r']);
    let list = listed(pins, "  - ", end);
    format!("{text}{end}{end}{COMMENT}{end}pinned:{end}{list}")
}

/// The list with each line that is another put into the place of the old one, new lines
/// behind the last, and lines of events that are gone taken out.
fn changed(lesson: &Lesson, source: &SourceFile, pins: &[Pin]) -> Option<String> {
    let text = &source.text;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut last = None;
    for (number, old) in lesson.pinned.iter().enumerate() {
        let at = Path::root().key("pinned").item(number);
        let span = source.places().span(&at, false)?;
        last = Some(span.clone());
        match pins.iter().find(|pin| pin.event == old.event) {
            Some(pin) if pin == old => {}
            Some(pin) => edits.push((span, pin.to_string())),
            None => edits.push((line_of(text, &span), String::new())),
        }
    }
    let last = line_of(text, &last?);
    let line = &text[last.clone()];
    let lead = line.len() - line.trim_start_matches([' ', '-']).len();
    let end = line_end(text);
    let mut added = listed(new(lesson, pins), &line[..lead], end);
    if !added.is_empty() && !line.ends_with('\n') {
        added = format!("{end}{}", added.trim_end());
    }
    edits.push((last.end..last.end, added));
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for (span, put) in edits {
        edited += text.get(done..span.start)?;
        edited += &put;
        done = span.end;
    }
    edited += text.get(done..)?;
    Some(edited)
}

/// The lines in which a span stands, with the end of the last.
fn line_of(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at + 1);
    start..end
}

fn listed<'p>(pins: impl IntoIterator<Item = &'p Pin>, lead: &str, end: &str) -> String {
    pins.into_iter().fold(String::new(), |mut list, pin| {
        list += &format!("{lead}{pin}{end}");
        list
    })
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
