//! A thing with its properties, as JSON-LD writes it.

use std::fmt::Write;

/// A thing with its properties, written as they come.
#[derive(Clone, Debug, Default)]
pub(in crate::views) struct Node {
    /// All of it but the brace at the end.
    json: String,
    /// Where its type ends.
    type_end: usize,
    /// The name by which others refer to it; nothing if it has none.
    id: String,
}

/// What can be the value of a property.
pub(in crate::views) trait Say {
    /// Writes it at the end of a text.
    fn say(&self, out: &mut String);
}

/// JSON that is written already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::views) struct Json(String);

const START: &str = "{\"@type\":";

impl Node {
    /// A thing of a type of schema.org.
    pub(super) fn of(kind: &str) -> Self {
        let mut json = String::with_capacity(160);
        json.push_str(START);
        kind.say(&mut json);
        Node {
            type_end: json.len(),
            json,
            id: String::new(),
        }
    }

    /// A thing of a type, with the name by which others refer to it.
    pub(super) fn called(kind: &str, id: String) -> Self {
        let mut node = Node::of(kind).with("@id", &id);
        node.id = id;
        node
    }

    /// The thing by its name alone.
    pub(super) fn reference(&self) -> Json {
        refer(&self.id)
    }

    /// Gives it a property, which it has not had before but for its type.
    pub(super) fn set(&mut self, property: &str, value: impl Say) {
        if property == "@type" {
            let mut kind = String::new();
            value.say(&mut kind);
            self.json.replace_range(START.len()..self.type_end, &kind);
            self.type_end = START.len() + kind.len();
            return;
        }
        self.begin(property);
        value.say(&mut self.json);
    }

    fn begin(&mut self, property: &str) {
        self.json.push_str(",\"");
        self.json.push_str(property);
        self.json.push_str("\":");
    }

    /// With a property.
    pub(super) fn with(mut self, property: &str, value: impl Say) -> Self {
        self.set(property, value);
        self
    }

    /// With a property, where there is a value.
    pub(super) fn maybe(self, property: &str, value: Option<impl Say>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// With a property that may have several values; without it if there is none.
    pub(super) fn each<V: Say>(
        mut self,
        property: &str,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        let mut values = values.into_iter();
        let Some(first) = values.next() else {
            return self;
        };
        self.begin(property);
        let Some(second) = values.next() else {
            first.say(&mut self.json);
            return self;
        };
        self.json.push('[');
        first.say(&mut self.json);
        for value in std::iter::once(second).chain(values) {
            self.json.push(',');
            value.say(&mut self.json);
        }
        self.json.push(']');
        self
    }
}

/// Another thing, by its name alone.
pub(super) fn refer(id: &str) -> Json {
    let mut json = String::with_capacity(id.len() + 10);
    json.push_str("{\"@id\":");
    id.say(&mut json);
    json.push('}');
    Json(json)
}

impl From<Node> for Json {
    fn from(node: Node) -> Json {
        Json(node.json + "}")
    }
}

impl Say for Json {
    fn say(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl Say for Node {
    fn say(&self, out: &mut String) {
        out.push_str(&self.json);
        out.push('}');
    }
}

impl Say for usize {
    fn say(&self, out: &mut String) {
        // A text takes whatever is written.
        let _ = write!(out, "{self}");
    }
}

impl Say for String {
    fn say(&self, out: &mut String) {
        self.as_str().say(out);
    }
}

impl<S: Say + ?Sized> Say for &S {
    fn say(&self, out: &mut String) {
        (**self).say(out);
    }
}

impl Say for str {
    /// As a string that cannot end the element in which it stands: `<`, `>`, `&` and the line
    /// separators of JavaScript are written by number.
    fn say(&self, out: &mut String) {
        out.push('"');
        let mut start = 0;
        for (at, byte) in self.bytes().enumerate() {
            let separator = byte == 0xe2
                && matches!(
                    self.as_bytes().get(at..at + 3),
                    Some([_, 0x80, 0xa8 | 0xa9])
                );
            if byte >= b' ' && !matches!(byte, b'"' | b'\\' | b'<' | b'>' | b'&') && !separator {
                continue;
            }
            out.push_str(&self[start..at]);
            start = at + if separator { 3 } else { 1 };
            match byte {
                b'"' => out.push_str("\\\""),
                b'\\' => out.push_str("\\\\"),
                b'\n' => out.push_str("\\n"),
                b'\r' => out.push_str("\\r"),
                b'\t' => out.push_str("\\t"),
                8 => out.push_str("\\b"),
                12 => out.push_str("\\f"),
                _ if separator => out.push_str(if self.as_bytes()[at + 2] == 0xa8 {
                    "\\u2028"
                } else {
                    "\\u2029"
                }),
                other => {
                    let _ = write!(out, "\\u{other:04x}");
                }
            }
        }
        out.push_str(&self[start..]);
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_element() {
        let text = "</script><!-- & \u{2028}\u{2029}\u{2027}\u{202a} \"'\\\n\r\t\u{8}\u{c}\u{1}ä";
        let json = Json::from(Node::of("Thing").with("name", text)).0;
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{json}"
        );
        let back: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(back, serde_json::json!({"@type": "Thing", "name": text}));
    }

    #[test]
    fn several_values_are_a_list_and_one_is_none() {
        let mut node = Node::called("Thing", "a#b".to_owned())
            .each("none", Vec::<String>::new())
            .each("one", ["x"])
            .each("two", ["x", "y"]);
        node.set("@type", "Place");
        assert_eq!(
            Json::from(node.with("of", refer("c"))).0,
            r#"{"@type":"Place","@id":"a#b","one":"x","two":["x","y"],"of":{"@id":"c"}}"#
        );
    }
}
