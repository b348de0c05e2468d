//! What a page says for search engines and other programs: JSON-LD in the terms of
//! schema.org, and of nothing else.
//!
//! It says less than the page and never more. A claim is a `Claim` of whoever makes it, not
//! a property of the event; a date is left out where ISO 8601 could only say it more exactly
//! than it is known; how claims stand to one another schema.org has no terms for.

mod actor;
mod address;
mod claim;
mod date;
mod event;
mod lists;
mod node;
mod page;
mod place;
mod report;

use serde_json::{Value, json};

use super::site::Site;
use crate::markdown::Html;
use address::Addresses;
use node::Node;

/// What a page says for programs.
pub(super) struct LinkedData {
    addresses: Addresses,
    /// The page itself.
    page: Node,
    /// What it is about.
    things: Vec<Node>,
}

impl LinkedData {
    /// As it stands in the page, in a `script` element that no browser runs.
    pub(super) fn html(&self) -> Html {
        let things = self.things.iter().cloned();
        let graph: Vec<Value> = std::iter::once(self.page.clone())
            .chain(things)
            .map(Value::from)
            .collect();
        let document = json!({"@context": "https://schema.org", "@graph": graph});
        Html::trusted(escape(&document.to_string()))
    }

    /// Adds what the page is about first of all.
    fn main(&mut self, thing: Node) {
        let page = node::refer(self.addresses.own());
        self.page.set("mainEntity", thing.reference());
        self.things.push(thing.with("mainEntityOfPage", page));
    }
}

/// JSON that cannot end the element it stands in: `<`, `>`, `&` and the line separators of
/// JavaScript stand only in its strings, where they can be written by number.
fn escape(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                safe += &format!("\\u{:04x}", u32::from(letter));
            }
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_element() {
        let text = "</script><!-- & \u{2028}\u{2029} \"'\\";
        let json = escape(&json!([text]).to_string());
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{json}"
        );
        let back: Vec<String> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, [text]);
    }
}
