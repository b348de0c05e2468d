//! An entry as the YAML of an event file.

use super::Maker;
use super::texts::cleaned;
use crate::edtf::Edtf;
use crate::import::{Entry, Link, Losses, Manner, Place};
use crate::yaml::Node;

/// A key and its value.
pub(super) fn pair(key: &str, value: impl Into<Value>) -> (Node, Node) {
    (Node::Text(key.to_owned()), value.into().0)
}

/// A value of YAML.
pub(super) struct Value(Node);

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value(Node::Text(text))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value(Node::Text(text.to_owned()))
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Value(node)
    }
}

/// A text of several lines, as it stands in a block.
pub(super) fn block(text: String) -> Node {
    Node::Text(if text.contains('\n') {
        text + "\n"
    } else {
        text
    })
}

/// A date: a year alone needs no quotes.
pub(super) fn date(when: &Edtf) -> Node {
    let text = when.to_string();
    let number = text.parse::<i64>().ok();
    match number.filter(|number| number.to_string() == text && *number > 0) {
        Some(number) => Node::Int(number),
        None => Node::Text(text),
    }
}

/// Ids, each once.
fn list(ids: Vec<String>) -> Option<Node> {
    let mut once: Vec<Node> = Vec::new();
    for id in ids {
        let node = Node::Text(id);
        if !once.contains(&node) {
            once.push(node);
        }
    }
    (!once.is_empty()).then_some(Node::List(once))
}

/// Takes out of an entry's texts what no text may hold.
pub(super) fn clean(entry: &mut Entry, losses: &mut Losses) {
    let place = entry.place.clone();
    let mut clean = |field: &str, text: &mut String, is_line: bool| {
        let (cleaned, changed) = cleaned(text, is_line);
        if let Some(changed) = changed {
            losses.tell(&place, Some(field), Manner::Changed, changed);
        }
        *text = cleaned;
    };
    clean("title", &mut entry.title, true);
    clean("summary", &mut entry.summary, false);
    if let Some(said) = &mut entry.said_when {
        clean("date", said, true);
    }
    for actor in &mut entry.actors {
        clean("actors", &mut actor.name, true);
    }
    for topic in &mut entry.topics {
        clean("topics", topic, true);
    }
    if let Some(location) = &mut entry.location {
        clean("where", &mut location.name, true);
    }
    for link in &mut entry.links {
        for text in [&mut link.title, &mut link.outlet, &mut link.note] {
            if let Some(text) = text {
                clean("link", text, true);
            }
            *text = text.take().filter(|text| !text.is_empty());
        }
    }
    entry.said_when = entry.said_when.take().filter(|said| !said.is_empty());
    entry.actors.retain(|actor| !actor.name.is_empty());
    entry.topics.retain(|topic| !topic.is_empty());
    entry.location = entry.location.take().filter(|place| !place.name.is_empty());
}

impl Maker<'_> {
    /// The event, with the ids of what it names.
    pub(super) fn event(&mut self, entry: &Entry, when: &Edtf, losses: &mut Losses) -> Node {
        let defaults = self.defaults;
        let kind = entry
            .kind
            .or(defaults.kind)
            .map_or("other", |kind| kind.word);
        let status = entry.status.or(defaults.status);
        let mut event = vec![
            pair("title", entry.title.clone()),
            pair("kind", kind),
            pair("status", status.map_or("happened", |status| status.word())),
            pair("when", date(when)),
        ];
        if let Some(said) = &entry.said_when {
            event.push(pair("said_when", said.clone()));
        }
        if let Some(location) = &entry.location {
            let id = self.registers.place(location);
            event.push(pair("where", id));
        }
        let actors = entry.actors.iter();
        let actors = actors.map(|actor| self.registers.actor(actor)).collect();
        event.extend(list(actors).map(|actors| pair("actors", actors)));
        let topics = entry.topics.iter();
        let topics = topics
            .map(|topic| self.registers.topic(topic, &entry.place, losses))
            .collect();
        event.extend(list(topics).map(|topics| pair("topics", topics)));
        let mut summary = entry.summary.clone();
        let mut sources = Vec::new();
        for link in &entry.links {
            if defaults.sources {
                sources.push(self.registers.source(link, &entry.place, losses));
            } else {
                if !summary.is_empty() {
                    summary.push_str("\n\n");
                }
                summary += &in_text(link);
            }
        }
        if !summary.is_empty() {
            event.push(pair("summary", block(summary)));
        }
        event.extend(list(sources).map(|sources| pair("sources", sources)));
        Node::Map(event)
    }
}

/// A link at the end of a text.
fn in_text(link: &Link) -> String {
    let note = link.note.as_deref();
    let words: Vec<&str> = [link.outlet.as_deref(), link.title.as_deref(), note]
        .into_iter()
        .flatten()
        .collect();
    let words = crate::import::html::from_text(&words.join(", ")).markdown;
    let url = link.url.replace('<', "%3C").replace('>', "%3E");
    if words.is_empty() {
        format!("<{url}>")
    } else {
        format!("{words}: <{url}>")
    }
}

/// A place of the input for what belongs to no record.
pub(super) fn nowhere() -> Place {
    Place::default()
}
