//! From a path to the bytes of the text that it names.
//!
//! The library tells a position only when something fails there. So the text is
//! walked once more, down the path, with a reader that fails on purpose at its end.
//! That costs a parse, and is paid only for what is shown to somebody.

use std::fmt;
use std::ops::Range;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::node::{Path, Step};

/// The bytes of the value that `path` names, or of its key if `key`. Of a list or a
/// mapping it is the first line. `None` if there is no such place.
pub fn span_of(text: &str, path: &Path, key: bool) -> Option<Range<usize>> {
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let walk = Walk {
        steps: path.steps(),
        key,
    };
    let error = walk.deserialize(documents.next()?).err()?;
    if !error.to_string().contains(ARRIVED) {
        return None;
    }
    let start = error.location()?.index();
    text.get(start..)?;
    Some(start..scalar_end(text, start))
}

const ARRIVED: &str = "\u{1}arrived";

/// Where the scalar that starts at `start` ends on its line: behind its closing quote,
/// or before the comment, the next value or the line's end.
pub(super) fn scalar_end(text: &str, start: usize) -> usize {
    let line = text[start..].split(['\n', '\r']).next().unwrap_or_default();
    let length = match line.chars().next() {
        Some('"') => quoted(line, '"'),
        Some('\'') => quoted(line, '\''),
        Some('[') => bracketed(line, '[', ']'),
        Some('{') => bracketed(line, '{', '}'),
        _ => plain(line, in_flow(text, start)),
    };
    start + length
}

/// Whether the place lies inside `[...]` or `{...}` that began on the same line, where
/// a comma or a closing bracket ends a value.
fn in_flow(text: &str, start: usize) -> bool {
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line_start..start];
    let opened = before.matches(['[', '{']).count();
    opened > before.matches([']', '}']).count()
}

fn quoted(line: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in line.char_indices().skip(1) {
        match c {
            '\\' if quote == '"' && !escaped => escaped = true,
            _ if c == quote && !escaped => return at + c.len_utf8(),
            _ => escaped = false,
        }
    }
    line.trim_end().len()
}

fn bracketed(line: &str, open: char, close: char) -> usize {
    let mut depth = 0;
    for (at, c) in line.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    line.trim_end().len()
}

fn plain(line: &str, flow: bool) -> usize {
    let mut end = line.len();
    for mark in [" #", ": "] {
        end = end.min(line.find(mark).unwrap_or(end));
    }
    if flow {
        end = end.min(line.find([',', ']', '}']).unwrap_or(end));
    }
    let found = line[..end].trim_end();
    found.strip_suffix(':').unwrap_or(found).len()
}

#[derive(Clone, Copy)]
struct Walk<'a> {
    steps: &'a [Step],
    key: bool,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.steps.is_empty() {
            deserializer.deserialize_any(Arrive)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a mapping")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some((Step::Item(number), rest)) = self.steps.split_first() else {
            return Err(A::Error::custom("not a list"));
        };
        for _ in 0..*number {
            access.next_element::<IgnoredAny>()?;
        }
        access.next_element_seed(Walk {
            steps: rest,
            ..self
        })?;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.steps.split_first() else {
            return Err(A::Error::custom("not a mapping"));
        };
        let key = self.key && rest.is_empty();
        let mut number = 0;
        loop {
            let here = matches!(step, Step::Entry(n) if *n == number);
            let seed = Key {
                fail: here && key,
                fail_at: match step {
                    Step::Key(name) if key => Some(name),
                    _ => None,
                },
            };
            let Some(found) = access.next_key_seed(seed)? else {
                return Err(A::Error::custom("no such key"));
            };
            if here || matches!(step, Step::Key(name) if found.as_ref() == Some(name)) {
                return access.next_value_seed(Walk {
                    steps: rest,
                    ..self
                });
            }
            access.next_value::<IgnoredAny>()?;
            number += 1;
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom("a tag"))
    }
}

/// Reads a key; fails at it if it is the one that is looked for.
struct Key<'a> {
    fail: bool,
    fail_at: Option<&'a String>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.fail {
            return deserializer.deserialize_any(Arrive).map(|()| None);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        if self.fail_at.is_some_and(|name| name == value) {
            return Err(E::custom(ARRIVED));
        }
        Ok(Some(value.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        while access.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        while access.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

/// Fails at whatever it meets.
struct Arrive;

impl<'de> Visitor<'de> for Arrive {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ARRIVED)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom(ARRIVED))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom(ARRIVED))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom(ARRIVED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, path: &Path, key: bool) -> String {
        span_of(text, path, key).map_or("nowhere".into(), |span| text[span].to_owned())
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
        assert_eq!(at(TEXT, &actors.item(0).key("who"), false), "biden");
        assert_eq!(at(TEXT, &actors.item(0).key("role"), true), "role");
        assert_eq!(at(TEXT, &actors.item(1).key("role"), false), "~");
        assert_eq!(at(TEXT, &root.key("n"), false), "1.10");
        assert_eq!(at(TEXT, &root.key("empty"), false), "");
        assert_eq!(at(TEXT, &root.key("b"), false), "true");
        assert_eq!(at(TEXT, &root.key("long"), false), "|");
        assert_eq!(at(TEXT, &root.entry(2), true), "n");
        assert_eq!(at(TEXT, &root.key("none"), false), "nowhere");
        assert_eq!(at(TEXT, &actors.item(7), false), "nowhere");
    }

    #[test]
    fn the_second_of_two_keys_has_its_own_place() {
        let text = "a: 1\na: 2\n";
        let second = span_of(text, &Path::root().entry(1), true).unwrap();
        assert_eq!(second, 5..6);
    }
}
