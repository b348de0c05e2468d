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

use super::site::Site;
use crate::markdown::Html;
use address::Addresses;
use node::{Node, Say};

/// What a page says for programs.
#[derive(Default)]
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
        let mut json = String::with_capacity(1024 + 512 * self.things.len());
        json.push_str("{\"@context\":\"https://schema.org\",\"@graph\":[");
        self.page.say(&mut json);
        for thing in &self.things {
            json.push(',');
            thing.say(&mut json);
        }
        json.push_str("]}");
        Html::trusted(json)
    }

    /// The address of the page.
    pub(super) fn own_address(&self) -> String {
        self.addresses.own()
    }

    /// Adds what the page is about first of all.
    fn main(&mut self, thing: Node) {
        let page = node::refer(&self.addresses.own());
        self.page.set("mainEntity", thing.reference());
        self.things.push(thing.with("mainEntityOfPage", page));
    }
}
