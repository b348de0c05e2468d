//! The keys of a record as they can be given in a word or a line: on the command line, or in
//! answer to a question.

use crate::diagnostic::{Diagnostic, Place, any_of, did_you_mean};
use crate::load::Sources;
use crate::model::Timeline;
use crate::schema::{
    ActorId, Context, Decode, Id, KeyShape, PlaceId, RecordShape, Shape, SourceId, Word,
};
use crate::yaml::{self, Node, Path, Step};

/// A kind of record that can be filled in.
pub struct Form {
    /// What it is called: `actor`.
    pub what: &'static str,
    pub(super) shape: RecordShape,
    decode: fn(&Node, &mut Context<'_>),
}

/// A key of a record.
pub struct Field<'f> {
    form: &'f Form,
    /// Its description.
    pub shape: &'f KeyShape,
}

/// Something that can stand at a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As it is written.
    pub value: String,
    /// What it means or is called.
    pub note: String,
}

impl Form {
    /// The form of a kind of record.
    pub fn of<T: Decode>() -> Option<Self> {
        let Shape::Record(shape) = T::shape() else {
            return None;
        };
        Some(Form {
            what: shape.name,
            shape,
            decode: |node, context| {
                T::decode(node, &Path::root(), context);
            },
        })
    }

    /// The keys.
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        self.shape
            .keys
            .iter()
            .map(|shape| Field { form: self, shape })
    }

    /// A key by its name.
    pub fn field(&self, key: &str) -> Option<Field<'_>> {
        self.fields().find(|field| field.shape.name == key)
    }

    /// The record with these values, in the order in which keys are written.
    pub fn record(&self, values: &[(&str, Vec<String>)]) -> Node {
        let entries = self.fields().filter_map(|field| {
            let (_, given) = values.iter().find(|(key, _)| *key == field.shape.name)?;
            Some(field.entry(given)).filter(|_| !given.is_empty())
        });
        Node::Map(entries.collect())
    }
}

impl Field<'_> {
    /// Whether several values can stand there.
    pub fn takes_many(&self) -> bool {
        matches!(self.shape.shape, Shape::List { .. })
    }

    /// Of which kind of record an id stands there.
    pub fn refers_to(&self) -> Option<&'static str> {
        fn of(shape: &Shape) -> Option<&'static str> {
            match shape {
                Shape::Scalar(scalar) => [ActorId::WHAT, PlaceId::WHAT, SourceId::WHAT]
                    .into_iter()
                    .find(|what| scalar.name.strip_suffix(" id") == Some(*what)),
                Shape::List { item, .. } => of(item),
                Shape::Either(shapes) => shapes.iter().find_map(of),
                _ => None,
            }
        }
        of(&self.shape.shape).filter(|_| self.shape.name != "id")
    }

    /// What can stand there, if that is a list of words or of ids.
    pub fn choices(&self, timeline: &Timeline) -> Vec<Choice> {
        if let Shape::OneOf { words, .. } = &self.shape.shape {
            return words.iter().map(Choice::word).collect();
        }
        match self.refers_to() {
            Some(what) => declared(what, timeline),
            None if self.shape.name == "topics" => (timeline.topics().keys())
                .map(|topic| Choice::new(topic, ""))
                .collect(),
            None => Vec::new(),
        }
    }

    /// The records of this kind that are declared.
    pub fn declared(&self, timeline: &Timeline) -> Vec<Choice> {
        declared(self.form.what, timeline)
    }

    /// What an actor can do in an event.
    pub fn roles(&self) -> Vec<Choice> {
        let Shape::List { item, .. } = &self.shape.shape else {
            return Vec::new();
        };
        let Shape::Either(shapes) = &**item else {
            return Vec::new();
        };
        let role = shapes.iter().find_map(|shape| match shape {
            Shape::Record(record) => record.keys.iter().find(|key| key.name == "role"),
            _ => None,
        });
        match role.map(|role| &role.shape) {
            Some(Shape::OneOf { words, .. }) => words.iter().map(Choice::word).collect(),
            _ => Vec::new(),
        }
    }

    /// What is wrong with a value, in words: nothing if it can stand there.
    pub fn wrong(&self, value: &str, timeline: &Timeline) -> Vec<String> {
        let entry = self.entry(&[value.to_owned()]);
        let text = yaml::write(&Node::Map(vec![entry.clone()]));
        let sources = Sources::from_texts(std::path::Path::new(""), [("", text.as_str())]);
        let Some((file, source)) = sources.iter().next() else {
            return Vec::new();
        };
        let mut context = Context::new(file, source);
        (self.form.decode)(&Node::Map(vec![entry]), &mut context);
        let of_key = context.found.iter().filter(|found| self.is_about(found));
        let mut wrong: Vec<String> = of_key.map(in_one_line).collect();
        if wrong.is_empty() {
            wrong.extend(self.unknown(value, timeline));
        }
        wrong
    }

    /// What to say where nothing is given.
    pub fn missing(&self) -> String {
        if let Shape::OneOf { words, .. } = &self.shape.shape {
            return format!("it can be {}", any_of(words.iter().map(|word| word.word)));
        }
        let first = self.shape.doc.split(". ").next().unwrap_or_default();
        let mut letters = first.trim_end_matches('.').chars();
        let small = letters.next().map(|letter| letter.to_ascii_lowercase());
        small.into_iter().chain(letters).collect()
    }

    /// The complaint about an id that names nothing.
    fn unknown(&self, value: &str, timeline: &Timeline) -> Option<String> {
        let what = self.refers_to()?;
        let id = part(value).0;
        let known = declared(what, timeline);
        let mut ids = known.iter().map(|known| known.value.as_str());
        if ids.clone().any(|known| known == id) || timeline.broken.may_hold(what, id) {
            return None;
        }
        let meant = did_you_mean(id, &mut ids)
            .map(|close| format!("did you mean `{close}`? "))
            .unwrap_or_default();
        Some(format!(
            "there is no {what} `{id}`; {meant}`dateline new {what}` declares one"
        ))
    }

    fn is_about(&self, found: &Diagnostic) -> bool {
        let (Place::Value(at) | Place::Key(at) | Place::Within(at, _)) = &found.origin.place else {
            return false;
        };
        matches!(at.steps().first(), Some(Step::Key(key)) if key == self.shape.name)
    }

    /// The key with these values.
    fn entry(&self, values: &[String]) -> (Node, Node) {
        let key = Node::Text(self.shape.name.to_owned());
        let mut nodes = values.iter().map(|value| self.node(value));
        let value = if self.takes_many() {
            Node::List(nodes.collect())
        } else {
            nodes.next().unwrap_or(Node::Null)
        };
        (key, value)
    }

    fn node(&self, value: &str) -> Node {
        let text = |text: &str| Node::Text(text.to_owned());
        let record = |entries: Vec<(&str, Node)>| {
            let entries = entries.into_iter().map(|(key, value)| (text(key), value));
            Node::Map(entries.collect())
        };
        match (self.form.what, self.shape.name) {
            ("event", "actors") => match part(value) {
                (who, Some(role)) => record(vec![("who", text(who)), ("role", text(role))]),
                (who, None) => text(who),
            },
            ("actor", "roles") => record(vec![("title", text(value))]),
            _ => match &self.shape.shape {
                // A year alone is a number, as people write it.
                Shape::Scalar(scalar) if scalar.name == "date" => match value.parse() {
                    Ok(year) if value.len() == 4 && (1000..=9999).contains(&year) => {
                        Node::Int(year)
                    }
                    _ => text(value),
                },
                _ => text(value),
            },
        }
    }
}

impl Choice {
    fn new(value: &str, note: &str) -> Self {
        Choice {
            value: value.to_owned(),
            note: note.to_owned(),
        }
    }

    fn word(word: &Word) -> Self {
        Choice::new(word.word, word.doc)
    }
}

/// The records of a kind that are declared in list files.
fn declared(what: &str, timeline: &Timeline) -> Vec<Choice> {
    match what {
        ActorId::WHAT => (timeline.actors.iter())
            .map(|actor| Choice::new(&actor.id, &actor.name))
            .collect(),
        PlaceId::WHAT => (timeline.places.iter())
            .map(|place| Choice::new(&place.id, &place.name))
            .collect(),
        SourceId::WHAT => (timeline.sources.iter())
            .map(|source| Choice::new(&source.id, source.label()))
            .collect(),
        _ => Vec::new(),
    }
}

/// An actor's id and role: `biden:caller`.
fn part(value: &str) -> (&str, Option<&str>) {
    match value.split_once(':') {
        Some((who, role)) => (who.trim(), Some(role.trim())),
        None => (value, None),
    }
}

/// A complaint with its advice.
fn in_one_line(found: &Diagnostic) -> String {
    let advice = found.label.iter().chain(&found.help);
    advice.fold(found.message.clone(), |line, advice| {
        format!("{line}; {advice}")
    })
}
