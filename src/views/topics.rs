//! The list of all topics.

use askama::Template;

use super::page::{Link, Page, Section};
use super::site::Site;
use crate::words::Counted;

/// The list of all topics.
#[derive(Template)]
#[template(path = "topics.html", blocks = ["content"], whitespace = "minimize")]
pub struct TopicsPage<'s> {
    page: Page<'s>,
    topics: Vec<Line>,
}

/// A topic in the list.
struct Line {
    link: Link,
    events: String,
}

impl<'s> TopicsPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let words = site.words();
        let mut page = Page::new(site, Section::Topics, "topics/", words.topics, words.topics);
        page.data.topics(site);
        let topics = site
            .events_of_topic
            .iter()
            .map(|(topic, events)| Line {
                link: Link::topic(&page.root, topic, &site.language.name_of(topic)),
                events: site.language.count(events.len(), Counted::Events),
            })
            .collect();
        TopicsPage { page, topics }
    }
}
