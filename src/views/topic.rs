//! A topic's page.

use askama::Template;

use super::card::Card;
use super::news::feed_title;
use super::overview::Overview;
use super::page::{Page, Section};
use super::site::Site;
use crate::schema::TopicId;

/// A topic's page.
#[derive(Template)]
#[template(path = "topic.html", whitespace = "minimize")]
pub struct TopicPage<'s> {
    page: Page<'s>,
    overview: Option<Overview>,
    cards: Vec<Card>,
}

impl<'s> TopicPage<'s> {
    /// The page of a topic with these events.
    pub fn new(site: &'s Site<'_>, topic: &TopicId, events: &[usize]) -> Self {
        let name = site.language.name_of(topic);
        let folder = format!("topics/{topic}/");
        let mut page = Page::new(site, Section::Topics, &folder, &name, &name)
            .with_feeds(&folder, feed_title(site, &name));
        page.data.topic(site, topic, events);
        TopicPage {
            overview: Overview::of(site, events, None, &page.root),
            cards: Card::all(site, events, &page.root),
            page,
        }
    }
}
