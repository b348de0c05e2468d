//! A YAML value as it stands in the file, and paths that name places in it.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::{MAX_DEPTH, ProblemKind};

/// The entries of a mapping, in the order of the file, keys given twice included.
pub type Map = [(Node, Node)];

/// A YAML value as it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `~`, `null`, or no value at all.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number, those too large for [`Node::Int`] included.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// What this is, in words: `"a list"`, `"nothing"`.
    pub fn what(&self) -> &'static str {
        match self {
            Node::Null => "nothing",
            Node::Bool(_) => "true or false",
            Node::Int(_) | Node::Float(_) => "a number",
            Node::Text(_) => "text",
            Node::List(_) => "a list",
            Node::Map(_) => "a mapping",
        }
    }

    /// The text, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, if it is a mapping.
    pub fn as_map(&self) -> Option<&Map> {
        match self {
            Node::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items, if it is a list.
    pub fn as_list(&self) -> Option<&[Node]> {
        match self {
            Node::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value of the first entry with this key, if it is a mapping that has one.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_map()?
            .iter()
            .find(|(name, _)| name.as_text() == Some(key))
            .map(|(_, value)| value)
    }
}

/// One step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the value of the first entry with this key.
    Key(Cow<'static, str>),
    /// To the value of the entry with this number, counted from 0.
    Entry(usize),
    /// To the item with this number, counted from 0.
    Item(usize),
}

/// The way from a document's root to a place in it. It prints as `claims[2].said`,
/// with items counted from 0 as everywhere in YAML tools.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(Vec<Step>);

impl Path {
    /// The document itself.
    pub fn root() -> Path {
        Path::default()
    }

    /// On to the value of a key.
    #[must_use]
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Path {
        self.with(Step::Key(key.into()))
    }

    /// On to an item of a list, counted from 0.
    #[must_use]
    pub fn item(&self, number: usize) -> Path {
        self.with(Step::Item(number))
    }

    /// On to the value of an entry of a mapping, counted from 0.
    #[must_use]
    pub fn entry(&self, number: usize) -> Path {
        self.with(Step::Entry(number))
    }

    /// The steps, from the root on.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    fn with(&self, step: Step) -> Path {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Path(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if number == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Entry(n) => write!(f, "{{{n}}}")?,
                Step::Item(n) => write!(f, "[{n}]")?,
            }
        }
        Ok(())
    }
}

/// Marks, in an error's message, which of our own complaints it is.
pub(super) const MARKS: [(&str, ProblemKind); 3] = [
    ("\u{1}too deep", ProblemKind::TooDeep),
    ("\u{1}alias bomb", ProblemKind::AliasBomb),
    ("\u{1}tag", ProblemKind::Tag),
];

/// Builds a [`Node`], within bounds.
pub(super) struct Seed<'a> {
    depth: usize,
    budget: &'a Cell<usize>,
}

impl<'a> Seed<'a> {
    /// How many nodes a text can have without aliases: each takes a byte or more.
    pub(super) fn budget(text: &str) -> Cell<usize> {
        Cell::new(text.len() + 1024)
    }

    pub(super) fn root(budget: &'a Cell<usize>) -> Self {
        Seed { depth: 0, budget }
    }

    fn inner<E: Error>(&self) -> Result<Seed<'a>, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom(MARKS[0].0));
        }
        Ok(Seed {
            depth: self.depth + 1,
            budget: self.budget,
        })
    }

    fn spend<E: Error>(&self) -> Result<(), E> {
        let left = self
            .budget
            .get()
            .checked_sub(1)
            .ok_or_else(|| E::custom(MARKS[1].0))?;
        self.budget.set(left);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.spend()?;
        Ok(Node::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.spend()?;
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.spend()?;
        Ok(Node::Int(value))
    }

    #[allow(clippy::cast_precision_loss, reason = "only told to be a number")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.spend()?;
        Ok(i64::try_from(value).map_or(Node::Float(value as f64), Node::Int))
    }

    #[allow(clippy::cast_precision_loss, reason = "only told to be a number")]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        self.visit_f64(value as f64)
    }

    #[allow(clippy::cast_precision_loss, reason = "only told to be a number")]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.spend()?;
        Ok(Node::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.spend()?;
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.spend()?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.inner()?)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.spend()?;
        let mut entries = Vec::new();
        while let Some(key) = access.next_key_seed(self.inner()?)? {
            let value = access.next_value_seed(self.inner()?)?;
            entries.push((key, value));
        }
        Ok(Node::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(A::Error::custom(MARKS[2].0))
    }
}
