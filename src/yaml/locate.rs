//! From a path to the bytes of the text that it names.
//!
//! The library tells a position only when something fails there. So the text is read
//! once more, by a reader that fails on purpose at every single value and takes the
//! failure back. That costs a parse for each file of which a place is shown, however
//! many are.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::node::{Path, Step};

/// Where the values of a file stand in its text.
#[derive(Clone, Debug)]
pub struct Places {
    root: Option<Spot>,
}

/// A value's place, and the places inside it.
#[derive(Clone, Debug, Default)]
struct Spot {
    span: Range<usize>,
    inside: Inside,
}

#[derive(Clone, Debug, Default)]
enum Inside {
    #[default]
    Nothing,
    List(Vec<Spot>),
    Map(Vec<Entry>),
}

#[derive(Clone, Debug)]
struct Entry {
    name: Option<String>,
    key: Spot,
    value: Spot,
}

impl Places {
    /// Finds the places of all values. Of a text that cannot be read there are none.
    pub fn of(text: &str) -> Self {
        let reader = Reader {
            text,
            lines: line_starts(text),
            arrived: Cell::default(),
            last: Cell::default(),
        };
        let root = serde_yaml::Deserializer::from_str(text)
            .next()
            .and_then(|document| Seed(&reader).deserialize(document).ok())
            .map(|spot| reader.placed(spot, 0));
        Places { root }
    }

    /// The bytes of the value that `path` names, or of its key if `key`. Of a list or a
    /// mapping it is the first line. A path that goes on inside a single value ends at
    /// that value. `None` if there is no such place.
    pub fn span(&self, path: &Path, key: bool) -> Option<Range<usize>> {
        let mut spot = self.root.as_ref()?;
        let mut steps = path.steps().iter().peekable();
        while let Some(step) = steps.next() {
            spot = match (&spot.inside, step) {
                (Inside::Nothing, Step::Key(_)) if !key => break,
                (Inside::Map(_), _) if key && steps.peek().is_none() => &spot.entry(step)?.key,
                _ => spot.inner(step)?,
            };
        }
        Some(spot.span.clone())
    }

    /// The same path with the names of keys in place of the numbers of entries.
    #[must_use]
    pub fn named(&self, path: &Path) -> Path {
        let mut named = Path::root();
        let mut spot = self.root.as_ref();
        for step in path.steps() {
            let name = spot.and_then(|spot| spot.entry(step)?.name.as_ref());
            named = match (step, name) {
                (Step::Key(name), _) => named.key(name.clone()),
                (Step::Entry(_), Some(name)) => named.key(name.clone()),
                (Step::Entry(number), None) => named.entry(*number),
                (Step::Item(number), _) => named.item(*number),
            };
            spot = spot.and_then(|spot| spot.inner(step));
        }
        named
    }
}

impl Spot {
    /// The entry to which a step leads.
    fn entry(&self, step: &Step) -> Option<&Entry> {
        match (&self.inside, step) {
            (Inside::Map(entries), Step::Entry(number)) => entries.get(*number),
            (Inside::Map(entries), Step::Key(name)) => entries
                .iter()
                .find(|entry| entry.name.as_deref() == Some(name)),
            _ => None,
        }
    }

    /// The value to which a step leads.
    fn inner(&self, step: &Step) -> Option<&Spot> {
        match (&self.inside, step) {
            (Inside::List(items), Step::Item(number)) => items.get(*number),
            _ => self.entry(step).map(|entry| &entry.value),
        }
    }
}

/// What the reader of the places knows of the text.
struct Reader<'t> {
    text: &'t str,
    lines: Vec<usize>,
    arrived: Cell<Arrived>,
    last: Cell<Position>,
}

/// The single value at which the reader failed last.
#[derive(Default)]
enum Arrived {
    #[default]
    No,
    Text(String),
    Word,
    Nothing,
}

/// A place as the library tells it, counted from 0, and as a byte of the text.
#[derive(Clone, Copy, Default)]
struct Position {
    line: usize,
    column: usize,
    byte: usize,
}

impl Reader<'_> {
    /// The place that an error of the library speaks of. It tells it as a line and a
    /// column in characters, at the end of its message; the beginning it leaves out.
    fn position(&self, message: &str) -> Position {
        let told = message.rsplit_once(" at line ").map(|(_, tail)| tail);
        let (line, column) = told
            .and_then(|tail| tail.split_once(" column "))
            .unwrap_or(("1", "1"));
        let line = line.parse().unwrap_or(1) - 1;
        let column = column.parse().unwrap_or(1) - 1;
        // Places come in the order of the text, and a line may be all of it.
        let last = self.last.get();
        let (from, ahead) = if last.line == line && last.column <= column {
            (last.byte, column - last.column)
        } else {
            (self.lines.get(line).copied().unwrap_or_default(), column)
        };
        let rest = &self.text[from..];
        let ahead = rest.char_indices().nth(ahead);
        let position = Position {
            line,
            column,
            byte: from + ahead.map_or(rest.len(), |(at, _)| at),
        };
        self.last.set(position);
        position
    }

    fn single(&self, message: &str, arrived: Arrived) -> (Spot, Option<String>) {
        let Position { line, byte, .. } = self.position(message);
        let rest = self.line(line, byte);
        let properties = properties(rest);
        let rest = &rest[properties..];
        let (length, name) = match arrived {
            Arrived::Text(value) => (text(rest, &value), Some(value)),
            Arrived::Word | Arrived::No => (word(rest).len(), None),
            Arrived::Nothing => match word(rest) {
                nothing @ ("~" | "null" | "Null" | "NULL") => (nothing.len(), None),
                _ => (0, None),
            },
        };
        let start = byte + properties;
        let spot = Spot {
            span: start..start + length,
            inside: Inside::Nothing,
        };
        (spot, name)
    }

    /// The place of a list or a mapping, of which the library tells nothing: it is
    /// found from the first thing inside. That of an empty one is found by its holder.
    fn container(&self, inside: Inside) -> Spot {
        let (first, marks): (_, &[char]) = match &inside {
            Inside::List(items) => (items.first(), &['[', '-']),
            Inside::Map(entries) => (entries.first().map(|entry| &entry.key), &['{']),
            Inside::Nothing => (None, &[]),
        };
        let span = first.map_or(0..0, |first| {
            let before = self.text[..first.span.start].trim_end();
            if before.ends_with(marks) {
                self.container_at(before.len() - 1)
            } else {
                self.container_at(first.span.start)
            }
        });
        Spot { span, inside }
    }

    /// Gives an empty list or mapping its place: somewhere behind `from`.
    fn placed(&self, spot: Spot, from: usize) -> Spot {
        let empty = match &spot.inside {
            Inside::Nothing => false,
            Inside::List(items) => items.is_empty(),
            Inside::Map(entries) => entries.is_empty(),
        };
        if !empty {
            return spot;
        }
        let mut blank = true;
        let mut comment = false;
        let found = self.text[from..].char_indices().find(|(_, c)| {
            comment = (comment || (*c == '#' && blank)) && *c != '\n';
            blank = c.is_whitespace();
            !comment && matches!(c, '[' | '{')
        });
        let start = found.map_or(from, |(at, _)| from + at);
        Spot {
            span: self.container_at(start),
            ..spot
        }
    }

    /// The first line of the list or mapping that begins at `start`.
    fn container_at(&self, start: usize) -> Range<usize> {
        let line = self.lines.partition_point(|line| *line <= start) - 1;
        let rest = self.line(line, start);
        let length = match rest.chars().next() {
            Some('[') => bracketed(rest, '[', ']'),
            Some('{') => bracketed(rest, '{', '}'),
            _ => before_comment(rest),
        };
        start..start + length
    }

    /// The rest of a line, from a byte of the text on.
    fn line(&self, line: usize, from: usize) -> &str {
        let end = self.lines.get(line + 1).copied();
        let rest = &self.text[from..end.unwrap_or(self.text.len()).max(from)];
        rest.trim_end_matches(['\r', '\n', '\u{85}', '\u{2028}', '\u{2029}'])
    }
}

/// Where the lines begin, as the library counts them.
fn line_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = at + c.len_utf8();
        match c {
            '\r' if characters.peek().is_some_and(|(_, c)| *c == '\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => starts.push(next),
            _ => {}
        }
    }
    starts
}

/// How long the anchor and the tag before a value are (`&name `, `!!str `).
fn properties(line: &str) -> usize {
    let mut length = 0;
    while line[length..].starts_with(['&', '!']) {
        let rest = &line[length..];
        let property = rest.find([' ', '\t']).unwrap_or(rest.len());
        let after = rest[property..].trim_start_matches([' ', '\t']);
        length = line.len() - after.len();
    }
    length
}

/// How long the text is with which a line begins: to its closing quote, or as long as
/// its words. Of a block it is the mark (`|`), of a text of many lines the first.
fn text(line: &str, value: &str) -> usize {
    match line.chars().next() {
        Some('"') => quoted(line, '"'),
        Some('\'') => quoted(line, '\''),
        _ if line.starts_with(value) => value.len(),
        _ => plain(line),
    }
}

/// The number or word with which a line begins: it has neither spaces nor commas.
pub(super) fn word(line: &str) -> &str {
    let end = line
        .find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}'))
        .unwrap_or(line.len());
    let word = &line[..end];
    word.strip_suffix(':').unwrap_or(word)
}

fn quoted(line: &str, quote: char) -> usize {
    let mut characters = line.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if quote == '"' => {
                characters.next();
            }
            // `''` inside '...' is a quote that belongs to the text.
            '\'' if quote == '\'' && characters.peek().is_some_and(|(_, c)| *c == '\'') => {
                characters.next();
            }
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    line.trim_end().len()
}

fn bracketed(line: &str, open: char, close: char) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        // A bracket in a quoted text is text. A quote begins one only where a value can.
        let can_begin = || line[..at].trim_end().ends_with(['[', '{', ',', ':']);
        if matches!(c, '"' | '\'') && can_begin() {
            at += quoted(&line[at..], c);
            continue;
        }
        at += c.len_utf8();
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    before_comment(line)
}

fn plain(line: &str) -> usize {
    let end = line.find(": ").unwrap_or(line.len());
    let found = &line[..before_comment(&line[..end])];
    found.strip_suffix(':').unwrap_or(found).len()
}

fn before_comment(line: &str) -> usize {
    let end = line.find(" #").unwrap_or(line.len());
    line[..end].trim_end().len()
}

/// Reads a value and gives its place; of a text also what it says, as it may be a key.
struct Seed<'r, 't>(&'r Reader<'t>);

/// The same for a key.
struct Key<'r, 't>(&'r Reader<'t>);

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Spot;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spot, D::Error> {
        Key(self.0).deserialize(deserializer).map(|(spot, _)| spot)
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = (Spot, Option<String>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let reader = self.0;
        match deserializer.deserialize_any(Visit(reader)) {
            Ok(spot) => Ok((spot, None)),
            Err(error) => match reader.arrived.take() {
                // Something else failed, and goes on failing.
                Arrived::No => Err(error),
                arrived => Ok(reader.single(&error.to_string(), arrived)),
            },
        }
    }
}

struct Visit<'r, 't>(&'r Reader<'t>);

impl Visit<'_, '_> {
    fn fail<E: Error>(&self, arrived: Arrived) -> Result<Spot, E> {
        self.0.arrived.set(arrived);
        Err(E::custom("arrived"))
    }
}

impl<'de> Visitor<'de> for Visit<'_, '_> {
    type Value = Spot;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Spot, E> {
        self.fail(Arrived::Text(value.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Spot, E> {
        self.fail(Arrived::Nothing)
    }

    fn visit_none<E: Error>(self) -> Result<Spot, E> {
        self.fail(Arrived::Nothing)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Spot, E> {
        self.fail(Arrived::Word)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Spot, E> {
        self.fail(Arrived::Word)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Spot, E> {
        self.fail(Arrived::Word)
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Spot, E> {
        self.fail(Arrived::Word)
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Spot, E> {
        self.fail(Arrived::Word)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Spot, E> {
        self.fail(Arrived::Word)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Spot, A::Error> {
        let reader = self.0;
        let mut items: Vec<Spot> = Vec::new();
        let mut before = reader.last.get().byte;
        while let Some(item) = access.next_element_seed(Seed(reader))? {
            let item = reader.placed(item, before);
            before = item.span.end;
            items.push(item);
        }
        Ok(reader.container(Inside::List(items)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Spot, A::Error> {
        let reader = self.0;
        let mut entries: Vec<Entry> = Vec::new();
        while let Some((key, name)) = access.next_key_seed(Key(reader))? {
            let value = access.next_value_seed(Seed(reader))?;
            let value = reader.placed(value, key.span.end);
            entries.push(Entry { name, key, value });
        }
        Ok(reader.container(Inside::Map(entries)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Spot, A::Error> {
        Err(A::Error::custom("a tag"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'t>(text: &'t str, path: &Path, key: bool) -> &'t str {
        Places::of(text)
            .span(path, key)
            .map_or("nowhere", |span| &text[span])
    }

    const TEXT: &str = "title: \"é: x\" # note\nactors:\n  - {who: biden, role: caller}\n  - who: xi\n    role: ~\nn: 1.10\nempty:\nb: true\nlong: |\n  text\n";

    #[test]
    fn finds_values_keys_and_empty_ones() {
        let root = Path::root();
        assert_eq!(at(TEXT, &root.key("title"), false), "\"é: x\"");
        assert_eq!(at(TEXT, &root.key("title"), true), "title");
        let actors = root.key("actors");
        assert_eq!(
            at(TEXT, &actors.item(0), false),
            "{who: biden, role: caller}"
        );
        assert_eq!(at(TEXT, &actors, false), "- {who: biden, role: caller}");
        assert_eq!(at(TEXT, &actors.item(0).key("who"), false), "biden");
        assert_eq!(at(TEXT, &actors.item(0).key("role"), true), "role");
        assert_eq!(at(TEXT, &actors.item(1), false), "who: xi");
        assert_eq!(at(TEXT, &actors.item(1).key("role"), false), "~");
        assert_eq!(at(TEXT, &root.key("n"), false), "1.10");
        assert_eq!(at(TEXT, &root.key("empty"), false), "");
        assert_eq!(at(TEXT, &root.key("b"), false), "true");
        assert_eq!(at(TEXT, &root.key("long"), false), "|");
        assert_eq!(at(TEXT, &root.entry(2), true), "n");
        assert_eq!(at(TEXT, &root.key("none"), false), "nowhere");
        assert_eq!(at(TEXT, &actors.item(7), false), "nowhere");
        assert_eq!(at(TEXT, &root.key("title").item(0), false), "nowhere");
    }

    #[test]
    fn a_path_into_a_single_value_ends_at_it() {
        let path = Path::root().item(0).key("who");
        assert_eq!(at("[biden, xi]", &path, false), "biden");
    }

    #[test]
    fn the_second_of_two_keys_has_its_own_place() {
        let second = Places::of("a: 1\na: 2\n").span(&Path::root().entry(1), true);
        assert_eq!(second, Some(5..6));
    }

    #[test]
    fn flow_of_many_lines_ends_at_commas_and_brackets() {
        let text = "a: [x y,\n  z, 12, 'it''s, so',\n  null]\nb: {}\nc: # [no]\n  []\n";
        let list = Path::root().key("a");
        let items = ["x y", "z", "12", "'it''s, so'", "null"];
        for (number, item) in items.into_iter().enumerate() {
            assert_eq!(at(text, &list.item(number), false), item);
        }
        assert_eq!(at(text, &list, false), "[x y,");
        assert_eq!(at(text, &Path::root().key("b"), false), "{}");
        assert_eq!(at(text, &Path::root().key("c"), false), "[]");
        assert_eq!(at("# {\n[]", &Path::root(), false), "[]");
    }

    #[test]
    fn anchors_tags_and_line_breaks_of_all_sorts_are_stepped_over() {
        let text = "\u{2028}é: &x 2024-13\r\nb: *x\r\nc: !!str 12\n\rd: &y\n  [e]\n";
        let root = Path::root();
        assert_eq!(at(text, &root.key("é"), false), "2024-13");
        assert_eq!(at(text, &root.key("b"), false), "2024-13");
        assert_eq!(at(text, &root.key("c"), false), "12");
        assert_eq!(at(text, &root.key("c"), true), "c");
        assert_eq!(at(text, &root.key("d").item(0), false), "e");
    }
}
