//! A topic's page.

use askama::Template;

use super::card::Card;
use super::ledger::{Ledger, Owner};
use super::news::feed_title;
use super::overview::Overview;
use super::page::{Page, Section};
use super::recent::Recent;
use super::site::Site;
use super::years::YearLine;
use crate::schema::TopicId;

/// A topic's page.
#[derive(Template)]
#[template(path = "topic.html", whitespace = "minimize")]
pub struct TopicPage<'s> {
    page: Page<'s>,
    overview: Option<Overview>,
    cards: Vec<Card>,
    recent: Option<Recent>,
    years: Vec<YearLine>,
}

impl<'s> TopicPage<'s> {
    /// The page of a topic with these events.
    pub fn new(site: &'s Site<'_>, topic: &TopicId, events: &[usize]) -> Self {
        let name = site.language.name_of(topic);
        let folder = format!("topics/{topic}/");
        let mut page = Page::new(site, Section::Topics, &folder, &name, &name)
            .with_feeds(&folder, feed_title(site, &name));
        let ledger = Self::ledger(site, topic, events);
        let card = |number| Card::of(site, number, &page.root);
        let recent = ledger.as_ref().map(|_| Recent::of(site, events, card));
        let shown = recent.as_ref().map(|it| it.numbers().collect());
        page.data.topic(site, topic, events, shown);
        TopicPage {
            overview: Overview::of(site, events, None, &page.root),
            cards: match recent {
                Some(_) => Vec::new(),
                None => Card::all(site, events, &page.root),
            },
            recent,
            years: ledger.map(|it| it.index(site)).unwrap_or_default(),
            page,
        }
    }

    /// The pages of its events, where they do not all stand on its own.
    pub fn ledger<'l>(site: &Site<'_>, topic: &'l TopicId, events: &[usize]) -> Option<Ledger<'l>> {
        let owner = Owner {
            section: Section::Topics,
            folder: format!("topics/{topic}/"),
            name: site.language.name_of(topic),
            actor: None,
        };
        Ledger::of(site, owner, events, &[])
    }
}
