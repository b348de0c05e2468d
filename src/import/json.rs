//! JSON as it stands in the file: keys given twice are both kept, numbers as written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Losses, Manner, Place, Unreadable, quoted};

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    /// `null`
    Null,
    /// Text, a number, `true` or `false`: as text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// The entries of an object, in their order, keys given twice included.
    Map(Vec<(String, Json)>),
}

/// Reads JSON. What some tools put around it, to make it a script, is left off.
pub(super) fn parse(text: &str) -> Result<Json, Unreadable> {
    let (before, inner) = bare(text);
    serde_json::from_str(inner).map_err(|error| {
        let line = error.line() + before.matches('\n').count();
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        let what = if said.contains("recursion limit") {
            "the JSON is nested too deeply".to_owned()
        } else {
            format!("this is not JSON: {said} (column {})", error.column())
        };
        let mut unreadable = Unreadable::new(what);
        unreadable.place.line = Some(line);
        unreadable
    })
}

/// The JSON in a script: `name = {…};`, `name({…});`.
fn bare(text: &str) -> (&str, &str) {
    let start = text.find(['{', '[']).unwrap_or(0);
    let (before, inner) = text.split_at(start);
    let name = before.trim().trim_end_matches(['=', '(']).trim();
    let name = name.strip_prefix("var ").unwrap_or(name);
    let is_script = before.trim().ends_with(['=', '('])
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_.$[]\"'".contains(c));
    if is_script {
        (before, inner.trim_end().trim_end_matches([';', ')']))
    } else {
        ("", text)
    }
}

impl Json {
    /// The text, if it is one, a number, or true or false.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list.
    pub(super) fn as_list(&self) -> Option<&[Json]> {
        match self {
            Json::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value under a key: the last, as JavaScript has it.
    pub(super) fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Map(entries) => {
                let found = entries.iter().rev().find(|(name, _)| name == key);
                found.map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Text(text) => text.trim().is_empty(),
            Json::List(items) => items.iter().all(Json::is_empty),
            Json::Map(entries) => entries.iter().all(|(_, value)| value.is_empty()),
        }
    }
}

impl fmt::Display for Json {
    /// As JSON, in which numbers are quoted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Text(text) => write!(f, "{text:?}"),
            Json::List(items) => {
                f.write_str("[")?;
                for (number, item) in items.iter().enumerate() {
                    let comma = if number > 0 { ", " } else { "" };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Json::Map(entries) => {
                f.write_str("{")?;
                for (number, (key, value)) in entries.iter().enumerate() {
                    let comma = if number > 0 { ", " } else { "" };
                    write!(f, "{comma}{key:?}: {value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

/// The fields of an object that are not yet used: what nobody takes is told.
#[derive(Debug)]
pub(super) struct Fields<'j> {
    place: Place,
    prefix: String,
    left: Vec<(&'j str, &'j Json)>,
    taken: Vec<&'j str>,
}

impl<'j> Fields<'j> {
    /// The fields of a value, if it is an object.
    pub(super) fn of(value: &'j Json, place: &Place) -> Option<Self> {
        match value {
            Json::Map(entries) => Some(Fields {
                place: place.clone(),
                prefix: String::new(),
                left: entries.iter().map(|(key, value)| (&**key, value)).collect(),
                taken: Vec::new(),
            }),
            _ => None,
        }
    }

    /// Takes the value under a key: the last, as JavaScript has it.
    pub(super) fn take(&mut self, key: &str) -> Option<&'j Json> {
        let at = self.left.iter().rposition(|(name, _)| *name == key)?;
        let (key, value) = self.left.remove(at);
        self.taken.push(key);
        Some(value).filter(|value| !value.is_empty())
    }

    /// Takes the text under a key; empty if there is none. Something else than text is
    /// told.
    pub(super) fn text(&mut self, key: &str, losses: &mut Losses) -> &'j str {
        match self.take(key) {
            None => "",
            Some(Json::Text(text)) => text.trim(),
            Some(other) => {
                let what = format!("{} is not text", quoted(&other.to_string()));
                losses.tell(&self.place, Some(&self.path(key)), Manner::NoPlace, what);
                ""
            }
        }
    }

    /// Takes the object under a key. Something else is left for [`Fields::text`].
    pub(super) fn inner(&mut self, key: &str) -> Option<Fields<'j>> {
        let at = self.left.iter().rposition(|(name, _)| *name == key)?;
        let mut inner = Fields::of(self.left[at].1, &self.place)?;
        inner.prefix = self.path(key) + ".";
        self.taken.push(self.left.remove(at).0);
        Some(inner)
    }

    /// What a key is called in the report: `text.headline`.
    pub(super) fn path(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Tells all that is left.
    pub(super) fn rest(self, losses: &mut Losses) {
        for (key, value) in self.left {
            if !value.is_empty() {
                let value = match value {
                    Json::Text(text) => text.clone(),
                    other => other.to_string(),
                };
                let path = format!("{}{key}", self.prefix);
                if self.taken.contains(&key) {
                    let what =
                        format!("{}: it is given twice, and the last counts", quoted(&value));
                    losses.tell(&self.place, Some(&path), Manner::NoPlace, what);
                } else {
                    losses.no_place(&self.place, &path, &value);
                }
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Json::Map(entries))
    }
}
