//! Pages that list things.

use super::super::card::{TITLE, brief};
use super::node::Node;
use super::{LinkedData, Site};
use crate::schema::TopicId;

impl LinkedData {
    /// The page lists these events, in the order of time.
    pub(in crate::views) fn events(
        &mut self,
        site: &Site<'_>,
        numbers: impl IntoIterator<Item = usize>,
    ) {
        let numbers: Vec<usize> = numbers.into_iter().collect();
        let all = numbers.len();
        self.some_events(site, numbers, all);
    }

    /// The page lists these events, which may be only some of those that there are.
    pub(in crate::views) fn some_events(
        &mut self,
        site: &Site<'_>,
        numbers: impl IntoIterator<Item = usize>,
        all: usize,
    ) {
        let events = site.timeline.events.as_slice();
        let large = site.is_large();
        let items: Vec<_> = numbers
            .into_iter()
            .take(if large { MOST } else { usize::MAX })
            .map(|number| {
                let event = &events[number];
                let title = if large {
                    brief(&event.title, TITLE)
                } else {
                    event.title.to_string()
                };
                (self.addresses.event(&event.id), title)
            })
            .collect();
        let order = if items.len() == all {
            "https://schema.org/ItemListOrderAscending"
        } else {
            // What is to come comes first, and then the latest.
            UNORDERED
        };
        self.list_of(items, order, all);
    }

    /// The page tells of a topic, and lists its events.
    /// Of these only those that are shown are named.
    pub(in crate::views) fn topic(
        &mut self,
        site: &Site<'_>,
        topic: &TopicId,
        events: &[usize],
        shown: Option<Vec<usize>>,
    ) {
        self.page.set("about", self.topic_node(site, topic));
        let shown = shown.unwrap_or_else(|| events.to_vec());
        self.some_events(site, shown, events.len());
    }

    /// The page lists all actors.
    pub(in crate::views) fn actors(&mut self, site: &Site<'_>) {
        let actors = site.timeline.actors.iter();
        let items = actors
            .map(|actor| (self.addresses.actor(&actor.id), actor.name.to_string()))
            .collect();
        self.list(items, UNORDERED);
    }

    /// The page lists all topics.
    pub(in crate::views) fn topics(&mut self, site: &Site<'_>) {
        let topics = site.events_of_topic.keys();
        let items = topics
            .map(|topic| (self.addresses.topic(topic), site.language.name_of(topic)))
            .collect();
        self.list(items, UNORDERED);
    }

    /// The page lists all sources.
    pub(in crate::views) fn sources(&mut self, site: &Site<'_>) {
        let sources = site.timeline.sources.iter();
        let items = sources
            .map(|source| (self.addresses.source(&source.id), source.label().to_owned()))
            .collect();
        self.list(items, UNORDERED);
    }

    /// A topic, by its name.
    pub(super) fn topic_node(&self, site: &Site<'_>, topic: &TopicId) -> Node {
        Node::called("Thing", self.addresses.topic_id(topic))
            .with("name", site.language.name_of(topic))
    }

    fn list(&mut self, items: Vec<(String, String)>, order: &str) {
        let all = items.len();
        self.list_of(items, order, all);
    }

    fn list_of(&mut self, items: Vec<(String, String)>, order: &str, all: usize) {
        self.page.set("@type", "CollectionPage");
        let list = Node::of("ItemList")
            .with("itemListOrder", order)
            .with("numberOfItems", all);
        let items = items.into_iter().take(MOST).enumerate();
        let items = items.map(|(number, (url, name))| {
            Node::of("ListItem")
                .with("position", number + 1)
                .with("url", url)
                .with("name", name)
        });
        self.page
            .set("mainEntity", list.each("itemListElement", items));
    }
}

/// The most things of a list that are named to programs; it is told how many there are.
const MOST: usize = 100;

const UNORDERED: &str = "https://schema.org/ItemListUnordered";
