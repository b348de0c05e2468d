//! The list of all topics.

use std::cmp::Reverse;

use askama::Template;

use super::further::{self, FIRST, PAGE, Which};
use super::page::{Link, Page, Section};
use super::site::Site;
use crate::schema::TopicId;
use crate::words::Counted;

/// The list of all topics.
#[derive(Template)]
#[template(path = "topics.html", blocks = ["content"], whitespace = "minimize")]
pub struct TopicsPage<'s> {
    page: Page<'s>,
    topics: Vec<Line>,
    /// To all of them, where only some stand here.
    all: Option<Link>,
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
        let topics = site.events_of_topic.iter();
        let mut topics: Vec<(&TopicId, usize)> = topics
            .map(|(topic, events)| (*topic, events.len()))
            .collect();
        let mut all = None;
        if site.is_large() && topics.len() > PAGE {
            let href = format!("{}{}index.html", page.root, Which::Topics.folder());
            all = Some(Link::new(href, site.language.all_of(topics.len())));
            topics.sort_by_key(|(_, events)| Reverse(*events));
            topics.truncate(FIRST);
        }
        TopicsPage {
            topics: (topics.into_iter())
                .map(|(topic, events)| line(site, topic, events, &page.root))
                .collect(),
            all,
            page,
        }
    }
}

fn line(site: &Site<'_>, topic: &TopicId, events: usize, root: &str) -> Line {
    Line {
        link: Link::topic(root, topic, &site.language.name_of(topic)),
        events: site.language.count(events, Counted::Events),
    }
}

/// A topic on a page of all.
pub(super) fn further(
    site: &Site<'_>,
    topic: &TopicId,
    events: usize,
    root: &str,
) -> further::Line {
    let line = line(site, topic, events, root);
    further::Line {
        link: line.link,
        aside: None,
        count: line.events,
    }
}
