//! A file with front matter, taken apart.

use super::fields::Fields;
use super::values::{bare, scalar};
use crate::import::{Input, InputFile, Losses, Manner, Place};
use crate::text::one_line;
use crate::yaml::{self, Node, Path, Places};

/// A text, taken apart.
pub(super) enum Split<'t> {
    /// YAML, and the text under it.
    Yaml { front: &'t str, body: &'t str },
    /// Begun, and not ended.
    Open,
    /// In TOML, which is not read.
    Toml,
    /// None.
    No,
}

pub(super) fn split(text: &str) -> Split<'_> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    match first.trim_end() {
        "---" => {}
        "+++" => return Split::Toml,
        _ => return Split::No,
    }
    let mut at = first.len();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Split::Yaml {
                front: &text[first.len()..at],
                body: &text[at + line.len()..],
            };
        }
        at += line.len();
    }
    Split::Open
}

/// A file with its keys.
pub(super) struct Document<'t> {
    pub(super) file: &'t InputFile,
    /// Its name without folders and ending.
    pub(super) name: String,
    pub(super) keys: Vec<Key>,
    pub(super) body: &'t str,
}

/// A key with its value.
pub(super) struct Key {
    pub(super) name: String,
    pub(super) line: Option<usize>,
    pub(super) field: Option<&'static str>,
    pub(super) value: Node,
}

pub(super) fn document<'t>(
    input: &'t Input,
    file: &'t InputFile,
    fields: &Fields,
    losses: &mut Losses,
) -> Option<Document<'t>> {
    let path = file.name.as_deref().unwrap_or(&input.name);
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut document = Document {
        file,
        name: name.to_owned(),
        keys: Vec::new(),
        body: "",
    };
    let mut refuse = |line: usize, what: String| {
        losses.tell(&Place::line(file, line), None, Manner::LeftOut, what);
        None
    };
    match split(&file.text) {
        Split::Yaml { front, body } => {
            document.body = body;
            // Line ends would be part of values.
            let front = front.replace("\r\n", "\n");
            let node = match yaml::parse(&front) {
                Ok(node) => node,
                Err(problems) => {
                    let problem = problems.into_iter().next()?;
                    let before = front.get(..problem.span.start).unwrap_or_default();
                    let line = before.matches('\n').count() + 2;
                    return refuse(
                        line,
                        format!("its front matter cannot be read: {}", problem.message),
                    );
                }
            };
            document.keys = match &node {
                Node::Null => Vec::new(),
                Node::Map(entries) => keys(entries, &front, fields),
                other => {
                    return refuse(
                        2,
                        format!("its front matter is {}, not keys and values", other.what()),
                    );
                }
            };
            Some(document)
        }
        Split::Open => refuse(
            1,
            "its front matter begins with `---` and does not end".to_owned(),
        ),
        Split::Toml => refuse(
            1,
            "its front matter is TOML (`+++`), which is not read; it can be made YAML (`---`)"
                .to_owned(),
        ),
        Split::No => {
            document.body = &file.text;
            Some(document)
        }
    }
}

pub(super) fn keys(entries: &yaml::Map, front: &str, fields: &Fields) -> Vec<Key> {
    let places = Places::of(front);
    let name = |node: &Node| scalar(node).unwrap_or_else(|| node.what().to_owned());
    let names: Vec<String> = entries.iter().map(|(key, _)| name(key)).collect();
    let found = fields.among(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let all = entries.iter().zip(names).zip(found).enumerate();
    all.map(|(number, (((_, value), name), field))| {
        let span = places.span(&Path::root().entry(number), true);
        let line = span.and_then(|span| Some(front.get(..span.start)?.matches('\n').count() + 2));
        Key {
            name,
            line,
            field,
            value: value.clone(),
        }
    })
    .collect()
}

impl Document<'_> {
    pub(super) fn place(&self, key: &Key) -> Place {
        Place {
            file: self.file.name.clone(),
            line: key.line,
            name: None,
        }
    }

    /// All dates, for the order of their numbers.
    pub(super) fn dates(&self) -> Vec<(Place, String)> {
        let dates = self
            .keys
            .iter()
            .filter(|key| matches!(key.field, Some("when" | "end")));
        let texts = dates.filter_map(|key| Some((self.place(key), scalar(&key.value)?)));
        texts.collect()
    }

    /// The first value of a field.
    pub(super) fn text(&self, field: &str) -> Option<(&Key, String)> {
        let key = self.keys.iter().find(|key| key.field == Some(field))?;
        Some((key, one_line(&bare(&scalar(&key.value)?))))
    }
}
