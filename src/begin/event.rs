//! The file of an event that is begun.

use super::form::Form;
use super::guide::{Detail, Entry, keys};
use super::samples::{self, Names};
use crate::schema::KeyShape;
use crate::yaml::{self, Node};

/// What an event is begun with.
pub struct EventFile<'e> {
    /// The values of its keys, as [`Form`] takes them.
    pub values: &'e [(&'static str, Vec<String>)],
    /// Where its JSON Schema stands, as seen from the file.
    pub schema: Option<&'e str>,
}

/// The text of the file: the keys that are given, and the others as comments to fill in.
pub fn event_file(form: &Form, file: &EventFile<'_>) -> String {
    let mut text = file.schema.map(modeline).unwrap_or_default();
    text += "# Keys behind a `#` wait: fill one in, and take the `#` away. `dateline check` says what is wrong.\n";
    let record = form.record(file.values);
    let names = names(file.values);
    text + &keys(&form.shape, Detail::Short, |key| {
        entry(key, &record, |key| samples::of_event(key, &names))
    })
}

/// The comment by which an editor knows the schema of a file.
pub(super) fn modeline(schema: &str) -> String {
    format!("# yaml-language-server: $schema={schema}\n")
}

/// A key as it is in a record, or as a sample if it is not there.
pub(super) fn entry(
    key: &KeyShape,
    record: &Node,
    sample: impl Fn(&str) -> Option<String>,
) -> Entry {
    match record.get(key.name) {
        Some(value) => {
            let key = Node::Text(key.name.to_owned());
            Entry::Given(yaml::write(&Node::Map(vec![(key, value.clone())])))
        }
        None => sample(key.name).map_or(Entry::Left, Entry::Waiting),
    }
}

/// What samples are to name: what is given, or else words that say what belongs there.
fn names(values: &[(&'static str, Vec<String>)]) -> Names {
    let first = |key: &str, else_words: &str| {
        let given = values.iter().find(|(known, _)| *known == key);
        let first = given.and_then(|(_, values)| values.first());
        first.map_or(else_words, String::as_str).to_owned()
    };
    let actor = first("actors", "actor-id");
    Names {
        actor: actor.split(':').next().unwrap_or(&actor).trim().to_owned(),
        place: first("where", "place-id"),
        source: first("sources", "source-id"),
        date: in_flow(&first("when", "2000")),
        claim: "first-claim".to_owned(),
    }
}

/// A date as it can stand anywhere in YAML.
fn in_flow(date: &str) -> String {
    if date.contains([',', ':', '[', '{']) {
        format!("\"{date}\"")
    } else {
        yaml::scalar(date)
    }
}
