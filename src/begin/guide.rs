//! What the keys of a record mean, as comments of an event file.
//!
//! Prose stands behind `# `. A key that waits to be filled in stands behind a `#` alone, so
//! that it is right when that is taken away.

use crate::schema::{KeyShape, RecordShape, Shape, with_article};

/// The longest line of a comment, in characters.
const WIDTH: usize = 98;

/// How much is said of each key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// All of it, for those who have not seen one yet.
    Whole,
    /// What it means, of keys that wait.
    Short,
}

/// What stands at a key: `key: value`, of one line or several, each with its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// It is filled in.
    Given(String),
    /// It waits, with a value that shows what belongs there.
    Waiting(String),
    /// It is not there.
    Left,
}

/// The keys of a record in their order, with what they mean.
pub(super) fn keys(
    record: &RecordShape,
    detail: Detail,
    mut entry: impl FnMut(&KeyShape) -> Entry,
) -> String {
    let mut out = String::new();
    for key in &record.keys {
        let entry = entry(key);
        if entry == Entry::Left {
            continue;
        }
        match detail {
            Detail::Whole => {
                if !out.is_empty() {
                    out.push('\n');
                }
                out += &prose(&meaning(key));
                out += &tables(&inner(&key.shape));
            }
            Detail::Short if matches!(entry, Entry::Waiting(_)) => out += &prose(&key.doc),
            Detail::Short => {}
        }
        match entry {
            Entry::Given(text) => out += &text,
            Entry::Waiting(text) => out += &waiting(&text),
            Entry::Left => {}
        }
    }
    out
}

/// The keys of records below one another, each with its meaning.
pub(super) fn tables(records: &[&RecordShape]) -> String {
    let keys = || records.iter().flat_map(|record| &record.keys);
    let width = keys().map(|key| key.name.len()).max().unwrap_or_default();
    let next = format!("#   {:width$}  ", "");
    keys().fold(String::new(), |out, key| {
        let lead = format!("#   {:width$}  ", key.name);
        out + &wrapped(&meaning(key), &lead, &next)
    })
}

/// Lines that wait: with a `#` before each.
pub(super) fn waiting(text: &str) -> String {
    text.split_inclusive('\n')
        .fold(String::new(), |mut out, line| {
            out.push('#');
            out += line;
            out
        })
}

/// Text as lines of a comment.
pub(super) fn prose(text: &str) -> String {
    wrapped(text, "# ", "# ")
}

/// A record as an item of the list under a key.
pub(super) fn item(record: &str) -> String {
    let mut begun = false;
    record.lines().fold(String::new(), |mut out, line| {
        let first = !begun && !line.starts_with('#');
        out += match (begun, first) {
            _ if line.is_empty() => "",
            (false, true) => "  - ",
            (false, false) => "  ",
            (true, _) => "    ",
        };
        begun |= first;
        out += line;
        out.push('\n');
        out
    })
}

/// The records that can stand at a place.
fn inner(shape: &Shape) -> Vec<&RecordShape> {
    match shape {
        Shape::List { item, .. } => inner(item),
        Shape::Either(shapes) => shapes.iter().flat_map(inner).collect(),
        // The keys of a claim are told one by one, where they stand.
        Shape::Record(record) if record.name != "claim" => vec![record],
        _ => Vec::new(),
    }
}

/// What a key means, whether it has to be there, and what may stand there.
fn meaning(key: &KeyShape) -> String {
    let required = if key.required { " Required." } else { "" };
    let values = values(&key.shape).unwrap_or_default();
    format!("{}{required}{values}", key.doc)
}

fn values(shape: &Shape) -> Option<String> {
    match shape {
        Shape::OneOf { words, .. } => {
            let words: Vec<_> = words.iter().map(|word| word.word).collect();
            Some(format!(" One of: {}.", words.join(", ")))
        }
        Shape::List { item, .. } => match &**item {
            Shape::Either(shapes) => Some(format!(" Each is {}.", either(shapes))),
            Shape::Tagged { .. } => values(item),
            _ => None,
        },
        Shape::Either(shapes) => Some(format!(" It is {}.", either(shapes))),
        Shape::Tagged { words, .. } => {
            let words: Vec<_> = words.iter().map(|word| word.word).collect();
            Some(format!(" The keys can be: {}.", words.join(", ")))
        }
        _ => None,
    }
}

fn either(shapes: &[Shape]) -> String {
    shapes.iter().map(form).collect::<Vec<_>>().join(", or ")
}

/// How a value is written, in short.
fn form(shape: &Shape) -> String {
    match shape {
        Shape::Scalar(scalar) => with_article(scalar.name),
        Shape::Record(record) => {
            let keys: Vec<_> = record.keys.iter().map(|key| key.name).collect();
            format!("`{{{}: …}}`", keys.join(": …, "))
        }
        _ => "a value".to_owned(),
    }
}

fn wrapped(text: &str, lead: &str, next: &str) -> String {
    let mut out = String::new();
    let mut line = lead.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            out += line.trim_end();
            out.push('\n');
            line.clear();
            line += next;
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line += word;
        empty = false;
    }
    out += line.trim_end();
    out.push('\n');
    out
}
