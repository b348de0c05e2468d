//! A thing with its properties, as JSON-LD writes it.

use serde_json::{Map, Value};

/// A thing with its properties.
#[derive(Clone, Debug)]
pub(in crate::views) struct Node(Map<String, Value>);

impl Node {
    /// A thing of a type of schema.org.
    pub(super) fn of(kind: &str) -> Self {
        Node(Map::new()).with("@type", kind)
    }

    /// A thing of a type, with the name by which others refer to it.
    pub(super) fn called(kind: &str, id: String) -> Self {
        Node::of(kind).with("@id", id)
    }

    /// The thing by its name alone.
    pub(super) fn reference(&self) -> Value {
        let id = self.0.get("@id").and_then(Value::as_str);
        refer(id.unwrap_or_default().to_owned())
    }

    /// Gives it a property.
    pub(super) fn set(&mut self, property: &str, value: impl Into<Value>) {
        self.0.insert(property.to_owned(), value.into());
    }

    /// With a property.
    pub(super) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        self.set(property, value);
        self
    }

    /// With a property, where there is a value.
    pub(super) fn maybe(self, property: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// With a property that may have several values; without it if there is none.
    pub(super) fn each<V: Into<Value>>(
        self,
        property: &str,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        match values.len() {
            0 => self,
            1 => self.with(property, values.remove(0)),
            _ => self.with(property, values),
        }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Value {
        Value::Object(node.0)
    }
}

/// Another thing, by its name alone.
pub(super) fn refer(id: String) -> Value {
    Value::Object(Map::from_iter([("@id".to_owned(), Value::String(id))]))
}
