//! The format as a reference page for people: `docs/format.md`.

use std::fmt::Write;

use super::shape::{FILES, KeyShape, RecordShape, ScalarShape, Shape};
use super::vocabulary::Word;
use crate::diagnostic::{CODES, Severity};

const INTRODUCTION: &str = include_str!("reference.md");

/// The page, in Markdown.
pub fn reference_page() -> String {
    let mut page = Page::default();
    page.text.push_str(INTRODUCTION);
    for file in FILES {
        let _ = write!(page.text, "\n## `{}`\n", file.files);
        match (file.shape)() {
            Shape::List { item, .. } => {
                page.text.push_str("\nA list. Each item:\n");
                page.collect(&item);
                if let Shape::Record(record) = *item {
                    page.record(&record);
                }
            }
            Shape::Record(record) => page.record(&record),
            _ => {}
        }
    }
    page.text.push_str("\n## Parts of these\n");
    // Describing a part can bring in more parts.
    let mut described = 0;
    while let Some(record) = page.parts.get(described).cloned() {
        let _ = write!(page.text, "\n### {}\n", capitalised(record.name));
        page.record(&record);
        described += 1;
    }
    page.text.push_str("\n## Fixed words\n");
    for (name, words) in std::mem::take(&mut page.lists) {
        let _ = write!(
            page.text,
            "\n### {}\n\n| word | meaning |\n|---|---|\n",
            capitalised(name)
        );
        for word in words {
            let _ = writeln!(page.text, "| `{}` | {} |", word.word, word.doc);
        }
    }
    page.text
        .push_str("\n## Values\n\n| value | what it is |\n|---|---|\n");
    for scalar in std::mem::take(&mut page.scalars) {
        let doc = scalar.doc.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(page.text, "| {} | {doc} |", scalar.name);
    }
    for (severity, title) in [(Severity::Error, "Errors"), (Severity::Warning, "Warnings")] {
        let _ = write!(page.text, "\n## {title}\n\n| code | meaning |\n|---|---|\n");
        for code in CODES.iter().filter(|code| code.severity == severity) {
            let _ = writeln!(page.text, "| `{}` | {} |", code.name, code.summary());
        }
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
    parts: Vec<RecordShape>,
    lists: Vec<(&'static str, Vec<Word>)>,
    scalars: Vec<ScalarShape>,
}

impl Page {
    fn record(&mut self, record: &RecordShape) {
        let _ = write!(
            self.text,
            "\n{}\n\n| key | | value | meaning |\n|---|---|---|---|\n",
            record.doc
        );
        for key in &record.keys {
            self.key(key);
        }
    }

    fn key(&mut self, key: &KeyShape) {
        self.collect(&key.shape);
        let required = if key.required { "required" } else { "" };
        let value = value(&key.shape);
        let doc = key.doc.replace('\n', " ").replace('|', "\\|");
        let _ = writeln!(
            self.text,
            "| `{}` | {required} | {value} | {doc} |",
            key.name
        );
    }

    /// Notes what has to be described in a section of its own.
    fn collect(&mut self, shape: &Shape) {
        match shape {
            Shape::Scalar(scalar) => {
                if !self.scalars.iter().any(|known| known.name == scalar.name) {
                    self.scalars.push(scalar.clone());
                }
            }
            Shape::OneOf { name, words } => self.list(name, words),
            Shape::List { item, .. } => self.collect(item),
            Shape::Record(record) => {
                let of_file = FILES.iter().any(|file| match (file.shape)() {
                    Shape::Record(other) => other.name == record.name,
                    Shape::List { item, .. } => {
                        matches!(*item, Shape::Record(other) if other.name == record.name)
                    }
                    _ => false,
                });
                let same =
                    |known: &RecordShape| known.name == record.name && known.doc == record.doc;
                if !of_file && !self.parts.iter().any(same) {
                    self.parts.push(record.clone());
                }
            }
            Shape::Either(shapes) => shapes.iter().for_each(|shape| self.collect(shape)),
            Shape::ByKind(records) => {
                for record in records {
                    self.collect(&Shape::Record(record.clone()));
                }
            }
            Shape::Tagged { words, value } => {
                self.list("relation", words);
                self.collect(value);
            }
        }
    }

    fn list(&mut self, name: &'static str, words: &[Word]) {
        // The warnings have a section of their own.
        if name == "warning" {
            return;
        }
        match self.lists.iter_mut().find(|(known, _)| *known == name) {
            // A place can allow some of the words only.
            Some((_, known)) => {
                let new = words.iter().filter(|word| !known.contains(word));
                let new: Vec<Word> = new.copied().collect();
                known.extend(new);
            }
            None => self.lists.push((name, words.to_vec())),
        }
    }
}

/// What may stand there, in a few words.
fn value(shape: &Shape) -> String {
    match shape {
        Shape::Scalar(scalar) => scalar.name.to_owned(),
        Shape::OneOf { words, .. } if words.len() == 1 => format!("`{}`", words[0].word),
        Shape::OneOf { name, .. } => link(name),
        Shape::List { item, least: 0 } => format!("list of: {}", value(item)),
        Shape::List { item, .. } => format!("list (not empty) of: {}", value(item)),
        Shape::Record(record) => link(record.name),
        Shape::Either(shapes) => shapes.iter().map(value).collect::<Vec<_>>().join(", or "),
        Shape::ByKind(records) => {
            let links: Vec<_> = records.iter().map(|record| link(record.name)).collect();
            links.join(", or ")
        }
        Shape::Tagged { value: inside, .. } => {
            format!("`{{`{}`: `{}`}}`", link("relation"), value(inside))
        }
    }
}

fn link(name: &str) -> String {
    let anchor = match name {
        "warning" => "warnings".to_owned(),
        name => name.replace(' ', "-"),
    };
    format!("[{name}](#{anchor})")
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
