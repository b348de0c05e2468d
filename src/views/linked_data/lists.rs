//! Pages that list things.

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
        let events = site.timeline.events.as_slice();
        let items: Vec<_> = numbers
            .into_iter()
            .map(|number| {
                let event = &events[number];
                (self.addresses.event(&event.id), event.title.to_string())
            })
            .collect();
        self.list(items, "https://schema.org/ItemListOrderAscending");
    }

    /// The page tells of a topic, and lists its events.
    pub(in crate::views) fn topic(&mut self, site: &Site<'_>, topic: &TopicId, events: &[usize]) {
        self.page.set("about", self.topic_node(site, topic));
        self.events(site, events.iter().copied());
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
        self.page.set("@type", "CollectionPage");
        let list = Node::of("ItemList")
            .with("itemListOrder", order)
            .with("numberOfItems", items.len());
        let items = items.into_iter().enumerate().map(|(number, (url, name))| {
            Node::of("ListItem")
                .with("position", number + 1)
                .with("url", url)
                .with("name", name)
        });
        self.page
            .set("mainEntity", list.each("itemListElement", items));
    }
}

const UNORDERED: &str = "https://schema.org/ItemListUnordered";
