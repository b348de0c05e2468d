//! The proof that formatting has changed nothing but what it may.

use std::collections::{BTreeMap, HashSet};

use super::read::read;
use super::tree::{Collection, Document, Line, Value};
use super::{Left, styled};
use crate::schema::Shape;
use crate::yaml::{self, Node, Path, Places};

/// Holds the text of a file against what it was made into. Both end their lines in `\n`.
///
/// The two have to say the same, but for the order of keys; have the same comments, each
/// at the entry at which it stood; and formatting again must change nothing.
pub(super) fn prove(before: &str, after: &str, shape: &Shape) -> Result<(), Left> {
    let unproved = |what: &str| Left::somewhere(format!("formatting it would {what}"));
    let old = yaml::parse(before).map_err(|_| unproved("need what cannot be read"))?;
    let new = yaml::parse(after).map_err(|_| unproved("make it unreadable"))?;
    if let Some(path) = difference(&old, &new, &Path::root()) {
        let span = Places::of(before).span(&path, false).unwrap_or_default();
        let what = "formatting the file would change what is said here";
        return Err(Left::at(before, span.start, what));
    }
    if characters(before) != characters(after) {
        return Err(unproved("change its words"));
    }
    if comments(before, after)? != comments(after, after)? {
        return Err(unproved("move a comment to another place"));
    }
    if yaml::cuts(before, &old).len() != yaml::cuts(after, &new).len() {
        return Err(unproved("change what is read as a comment"));
    }
    if styled(after, shape)? != after {
        return Err(unproved("not come to an end"));
    }
    Ok(())
}

/// The place of the first value that is another, whatever the order of keys.
fn difference(old: &Node, new: &Node, path: &Path) -> Option<Path> {
    match (old, new) {
        (Node::List(old), Node::List(new)) if old.len() == new.len() => {
            let mut items = old.iter().zip(new).enumerate();
            items.find_map(|(number, (old, new))| difference(old, new, &path.item(number)))
        }
        (Node::Map(old), Node::Map(new)) if old.len() == new.len() => {
            let (old, new) = (by_key(old), by_key(new));
            let mut entries = old.into_iter().zip(new);
            entries.find_map(|((old_key, number, old), (new_key, _, new))| {
                let path = path.entry(number);
                if old_key == new_key {
                    difference(old, new, &path)
                } else {
                    Some(path)
                }
            })
        }
        // What is not a number is not even the same as itself.
        (Node::Float(old), Node::Float(new)) if old.is_nan() && new.is_nan() => None,
        _ => (old != new).then(|| path.clone()),
    }
}

/// The entries by their keys, those with the same key in the order of the file.
fn by_key(map: &yaml::Map) -> Vec<(String, usize, &Node)> {
    let entries = map.iter().enumerate();
    let keyed = entries.map(|(number, (key, value))| (format!("{key:?}"), number, value));
    let mut keyed: Vec<_> = keyed.collect();
    keyed.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    keyed
}

/// How often each character stands in a text, but for those that only give it form.
fn characters(text: &str) -> BTreeMap<char, usize> {
    let form =
        |c: &char| c.is_whitespace() || matches!(c, '\'' | '"' | '[' | ']' | '{' | '}' | ',' | '-');
    let mut counted = BTreeMap::new();
    for c in text.chars().filter(|c| !form(c)) {
        *counted.entry(c).or_default() += 1;
    }
    counted
}

/// The comments of a text, each with the name of the place at which it stands, told alike
/// for the text and for what it was made into.
fn comments(text: &str, after: &str) -> Result<Vec<(String, String)>, Left> {
    let mut heads = Heads::default();
    heads.document(&read(after)?);
    let mut found = Comments {
        heads: heads.0,
        found: Vec::new(),
    };
    let document = read(text)?;
    found.lines(&document.head, "/head");
    if let Value::Collection(root) = &document.root {
        found.collection(root, "");
    }
    found.lines(&document.tail, "/tail");
    found.found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found.found)
}

/// The entries that are the first of their item or file: a comment above them is one
/// above the item, or at the head of the file.
#[derive(Default)]
struct Heads(HashSet<String>);

impl Heads {
    fn document(&mut self, document: &Document<'_>) {
        if let Value::Collection(root) = &document.root {
            self.collection(root, "", true);
        }
    }

    fn collection(&mut self, collection: &Collection<'_>, path: &str, heads: bool) {
        let names = names(collection, path);
        if let Some(first) = names.first().filter(|_| heads && !collection.list) {
            self.0.insert(first.clone());
        }
        for (part, name) in collection.parts.iter().zip(&names) {
            if let Value::Collection(inside) = &part.value {
                self.collection(inside, name, collection.list);
            }
        }
    }
}

/// The names of a collection's parts: the same however its keys are ordered.
fn names(collection: &Collection<'_>, path: &str) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let parts = collection.parts.iter().enumerate().map(|(number, part)| {
        let Some(key) = &part.key else {
            return format!("{path}/{number}");
        };
        let times = seen.entry(&key.name).or_default();
        *times += 1;
        format!("{path}/{}:{times}", key.name.escape_debug())
    });
    parts.collect()
}

struct Comments {
    heads: HashSet<String>,
    found: Vec<(String, String)>,
}

impl Comments {
    fn collection(&mut self, collection: &Collection<'_>, path: &str) {
        for (part, name) in collection.parts.iter().zip(names(collection, path)) {
            let above = if self.heads.contains(&name) {
                format!("{path}/head")
            } else if collection.list {
                format!("{name}/head")
            } else {
                format!("{name}/above")
            };
            self.lines(&part.above, &above);
            for remark in part.mark.iter().chain(&part.beside) {
                for text in std::iter::once(&remark.text).chain(&remark.more) {
                    let place = format!("{name}/line");
                    self.found.push((place, (*text).to_owned()));
                }
            }
            self.lines(&part.between, &format!("{name}/between"));
            if let Value::Collection(inside) = &part.value {
                self.collection(inside, &name);
            }
            self.lines(&part.after, &format!("{name}/tail"));
        }
        self.lines(&collection.tail, &format!("{path}/tail"));
    }

    fn lines(&mut self, lines: &[Line<'_>], place: &str) {
        for line in lines {
            let text = match line {
                Line::Blank => continue,
                Line::Comment { text, .. } => text,
                Line::Marker => "---",
            };
            self.found.push((place.to_owned(), text.to_owned()));
        }
    }
}
