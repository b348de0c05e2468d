//! Files made up after the format's own description, in all the ways in which YAML can be
//! written: keys in any order, comments anywhere, brackets or lines, all sorts of quotes.

use std::collections::BTreeMap;

use dateline::schema::{RecordShape, Shape};
use proptest::prelude::*;

use super::hostile::hold;
use super::kept::{kind_of, said};
use super::shape;

/// Chance, from a number.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most
    }

    fn one_in(&mut self, most: usize) -> bool {
        self.below(most) == 0
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// What is to be written.
enum Made {
    /// As it stands, whatever is around it.
    Raw(String),
    Text(String),
    List(Vec<Made>),
    Map(Vec<(String, Made)>),
}

const DATES: [&str; 9] = [
    "2024-04-02",
    "2024-04",
    "2023-36",
    "2024-04-02?",
    "2024-04/2024-05",
    "\"[2024-05-16..2024-05-31]\"",
    "'2024-04-02'",
    "\"2024\"",
    "2024",
];
const IDS: [&str; 7] = [
    "a",
    "b-2",
    "\"c\"",
    "'d-4'",
    "\"no\"",
    "2024-04-02-call",
    "a-rather-long-id-that-fills-the-line",
];
const TEXTS: [&str; 12] = [
    "words",
    "more words",
    "a # mark",
    "a: colon",
    "it's",
    "\"quoted\"",
    "漢字 – é",
    "- dash",
    "[bracket",
    "two\nlines",
    "a longer text that goes on for some time and has many words in it, so that it fills a line",
    "trailing colon:",
];

fn made(shape: &Shape, chance: &mut Chance) -> Made {
    match shape {
        Shape::Scalar(scalar) => match (scalar.name, scalar.types) {
            ("date", _) => Made::Raw(chance.of(&DATES).to_owned()),
            (_, ["number" | "integer"]) => Made::Raw(chance.of(&["1", "5", "12"]).to_owned()),
            (_, ["boolean"]) => Made::Raw("true".to_owned()),
            (name, _) if name.ends_with(" id") => Made::Raw(chance.of(&IDS).to_owned()),
            ("claim of an event", _) => Made::Raw("\"a/b\"".to_owned()),
            ("claim", _) => Made::Raw("a/b".to_owned()),
            _ => Made::Text(chance.of(&TEXTS).to_owned()),
        },
        Shape::OneOf { words, .. } => {
            let word = words[chance.below(words.len())].word;
            Made::Raw(match chance.below(4) {
                0 => format!("'{word}'"),
                1 => format!("\"{word}\""),
                _ => word.to_owned(),
            })
        }
        Shape::List { item, least } => {
            let count = least + chance.below(4);
            Made::List((0..count).map(|_| made(item, chance)).collect())
        }
        Shape::Record(record) => made_record(record, chance),
        Shape::Either(shapes) => made(&shapes[chance.below(shapes.len())], chance),
        Shape::ByKind(records) => made_record(&records[chance.below(records.len())], chance),
        Shape::Tagged { words, value } => {
            let word = words[chance.below(words.len())].word;
            Made::Map(vec![(word.to_owned(), made(value, chance))])
        }
    }
}

fn made_record(record: &RecordShape, chance: &mut Chance) -> Made {
    let mut entries: Vec<(String, Made)> = Vec::new();
    for key in &record.keys {
        if key.required || chance.one_in(2) {
            entries.push((key.name.to_owned(), made(&key.shape, chance)));
        }
    }
    if chance.one_in(12) {
        entries.push(("unheard_of".to_owned(), Made::Text("x".to_owned())));
    }
    if chance.one_in(20) {
        entries.push((
            record.keys[0].name.to_owned(),
            Made::Text("again".to_owned()),
        ));
    }
    for at in (1..entries.len()).rev() {
        let other = chance.below(at + 1);
        entries.swap(at, other);
    }
    Made::Map(entries)
}

/// Writes in one of the ways in which YAML can be written.
struct Pen {
    text: String,
    chance: Chance,
    /// Comments so far, which makes each another.
    comments: usize,
}

impl Pen {
    fn comment(&mut self, place: &str, key: &str) -> String {
        self.comments += 1;
        format!("# @{place} `{key}` {}", self.comments)
    }

    fn above(&mut self, indent: usize, key: &str) {
        if self.chance.one_in(8) {
            self.text += &"\n".repeat(1 + self.chance.below(2));
        }
        if self.chance.one_in(5) {
            // Right under another comment it would go on with that.
            let last = self.text.lines().last().unwrap_or_default();
            if last.find("# @") == Some(indent) && indent > 0 {
                self.text.push('\n');
            }
            let comment = self.comment("above", key);
            self.text += &format!("{}{comment}\n", " ".repeat(indent));
        }
    }

    fn end(&mut self, key: &str) {
        if self.chance.one_in(6) {
            let comment = self.comment("beside", key);
            // YAML has no tab behind a dash.
            let tab = if key == "-" { " " } else { " \t" };
            self.text += self.chance.of(&["  ", "   ", tab]);
            let start = self.text.rfind('\n').map_or(0, |at| at + 1);
            let column = self.text[start..].chars().count();
            self.text += &comment;
            if self.chance.one_in(3) {
                let more = self.comment("on and on", key);
                self.text += &format!("\n{}{more}", " ".repeat(column));
            }
        }
        self.text.push('\n');
    }

    fn after(&mut self, indent: usize, key: &str) {
        if self.chance.one_in(10) {
            let comment = self.comment("below", key);
            let indent = indent + 1 + self.chance.below(4);
            self.text += &format!("{}{comment}\n", " ".repeat(indent));
        }
    }

    fn map(&mut self, entries: &[(String, Made)], indent: usize, inline: bool) {
        for (number, (key, value)) in entries.iter().enumerate() {
            if number > 0 || !inline {
                self.above(indent, key);
                self.text += &" ".repeat(indent);
            }
            let written = match self.chance.below(8) {
                0 => format!("\"{key}\""),
                1 => format!("'{key}'"),
                _ => key.clone(),
            };
            self.text += &written;
            self.text += self.chance.of(&[":", ":", ":", " :"]);
            self.value(value, indent, key);
        }
    }

    /// What comes behind a `:` or a `-`.
    fn value(&mut self, value: &Made, indent: usize, key: &str) {
        match value {
            Made::Map(entries) if !entries.is_empty() && self.chance.one_in(2) => {
                let inner = indent + 1 + self.chance.below(4);
                if key == "-" && self.chance.one_in(2) {
                    self.text += &" ".repeat(inner - indent - 1);
                    if inner == indent + 1 {
                        self.text.push(' ');
                    }
                    let inner = inner.max(indent + 2);
                    self.map(entries, inner, true);
                } else {
                    self.end(key);
                    self.map(entries, inner, false);
                }
            }
            Made::List(items) if !items.is_empty() && self.chance.one_in(2) => {
                self.end(key);
                let same = key != "-" && self.chance.one_in(3);
                let inner = if same {
                    indent
                } else {
                    indent + 1 + self.chance.below(4)
                };
                for item in items {
                    self.above(inner, "-");
                    self.text += &format!("{}-", " ".repeat(inner));
                    self.value(item, inner, "-");
                }
            }
            Made::Text(text) if self.chance.one_in(3) && !text.starts_with(' ') => {
                let header = self.chance.of(&[" |-", " >-", " |-  # @beside `KEY` 0"]);
                // Folding would make another text of lines.
                let header = if text.contains('\n') { " |-" } else { header };
                self.text += &header.replace("KEY", key);
                let inner = indent + 1 + self.chance.below(4);
                for line in text.split('\n') {
                    self.text += &format!("\n{}{line}", " ".repeat(inner));
                }
                self.text += &"\n".repeat(1 + self.chance.below(2));
            }
            Made::Text(text) if self.chance.one_in(5) && text.contains(' ') => {
                // Over two lines, in quotes.
                let text = serde_json::to_string(text).unwrap();
                let (one, two) = text.split_once(' ').unwrap();
                self.text += &format!(
                    " {one}\n{}{two}",
                    " ".repeat(indent + 1 + self.chance.below(4))
                );
                self.text.push('\n');
                self.after(indent, key);
            }
            _ => {
                self.text.push(' ');
                let lines = self.chance.one_in(4);
                self.flow(value, indent + 1, lines);
                self.end(key);
                self.after(indent, key);
            }
        }
    }

    /// What needs no lines of its own, in brackets over several lines if `lines`.
    fn flow(&mut self, value: &Made, indent: usize, lines: bool) {
        match value {
            Made::Raw(raw) => self.text += raw,
            Made::Text(text) => {
                let plain = text.chars().all(|c| c.is_alphabetic() || c == ' ');
                let single = !text.contains('\n') && self.chance.one_in(3);
                self.text += &match () {
                    () if plain && self.chance.one_in(2) => text.clone(),
                    () if single => format!("'{}'", text.replace('\'', "''")),
                    () => serde_json::to_string(text).unwrap(),
                };
            }
            Made::List(items) => {
                self.text.push('[');
                for item in items {
                    self.part("-", "", item, indent, lines);
                }
                self.text.push(']');
            }
            Made::Map(entries) => {
                self.text.push('{');
                for (key, value) in entries {
                    self.part(key, &format!("{key}: "), value, indent, lines);
                }
                self.text.push('}');
            }
        }
    }

    fn part(&mut self, key: &str, before: &str, value: &Made, indent: usize, lines: bool) {
        let pad = format!("\n{}", " ".repeat(indent));
        if lines && self.chance.one_in(6) {
            let comment = self.comment("above", key);
            self.text += &format!("{pad}{comment}{pad}");
        } else if lines && self.chance.one_in(2) {
            self.text += &pad;
        }
        self.text += self.chance.of(&["", " ", "  "]);
        self.text += before;
        self.flow(value, indent + 1, lines);
        self.text += self.chance.of(&[",", ", ", " ,"]);
        if lines && self.chance.one_in(6) {
            let comment = self.comment("beside", key);
            self.text += &format!("  {comment}{pad}");
        }
    }
}

/// A file of a kind.
fn written(kind: &str, seed: u64) -> String {
    let mut chance = Chance(seed | 1);
    let value = made(&shape(kind), &mut chance);
    let mut pen = Pen {
        text: String::new(),
        chance,
        comments: 0,
    };
    if pen.chance.one_in(4) {
        pen.text += "# yaml-language-server: $schema=x\n";
    }
    match &value {
        Made::Map(entries) => pen.map(entries, 0, false),
        Made::List(items) => {
            for item in items {
                pen.above(0, "-");
                pen.text.push('-');
                pen.value(item, 0, "-");
            }
        }
        _ => {}
    }
    pen.text
}

/// Every comment stands at what it was written for.
fn hold_comments(old: &str, new: &str) {
    let comments = |text: &str| {
        let found = text
            .lines()
            .filter_map(|line| line.find("# @").map(|at| line[at..].trim_end().to_owned()));
        let mut found: Vec<_> = found.filter(|found| found.contains('`')).collect();
        found.sort();
        found
    };
    assert_eq!(comments(old), comments(new), "{old}\n{new}");
    let lines: Vec<_> = new.lines().collect();
    for (number, line) in lines.iter().enumerate() {
        let Some((before, comment)) = line.split_once("# @") else {
            continue;
        };
        let Some(key) = comment.split('`').nth(1) else {
            continue;
        };
        // A key that the format does not know keeps its quotes.
        let bare = |line: &str| line.replace(['"', '\''], "");
        let is_at = |line: &str| match key {
            "-" => line.trim_start().starts_with('-'),
            key => bare(line)
                .trim_start_matches([' ', '-'])
                .starts_with(&format!("{key}:")),
        };
        if comment.starts_with("above") {
            let mut below = lines[number + 1..].iter();
            let next = below.find(|line| !line.trim().is_empty() && !line.trim().starts_with('#'));
            assert!(
                next.is_some_and(|next| is_at(next)),
                "{comment}\n{old}\n{new}"
            );
        } else if comment.starts_with("beside") && !before.trim().is_empty() {
            // The last of the lines of a text has no key.
            let whole = is_at(before)
                || bare(before).contains(&format!("{key}:"))
                || before.ends_with("\"  ");
            assert!(whole, "{comment}\n{old}\n{new}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn files_that_are_made_up_are_formatted(seed in any::<u64>(), kind in 0_usize..6) {
        let (kind, name) = [
            ("event", "2024-04-02-call.yaml"), ("lesson", "lessons/a.yaml"), ("actors", "actors.yaml"),
            ("places", "places.yaml"), ("sources", "sources.yaml"), ("timeline", "timeline.yaml"),
        ][kind];
        prop_assert_eq!(kind_of(name), kind);
        let text = written(kind, seed);
        let read = dateline::yaml::parse(&text);
        prop_assert!(read.is_ok(), "{:?}\n{}", read, text);
        let new = hold(kind, &text);
        prop_assert!(new.is_some(), "{:?}\n{}", super::formatted(kind, &text), text);
        let new = new.unwrap();
        hold_comments(&text, &new);
        let files = |text: &str| BTreeMap::from([(name.to_owned(), text.to_owned())]);
        prop_assert_eq!(said(&files(&text)), said(&files(&new)), "{}\n{}", text, new);
    }
}
