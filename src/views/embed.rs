//! What stands in a frame on somebody else's page: the timeline as a short list, and single
//! events. Their links open the site in a window of its own.

use askama::Template;

use super::card::{Card, Heading};
use super::claim::ClaimView;
use super::page::Page;
use super::recent::Recent;
use super::site::Site;
use crate::markdown::Html;
use crate::words::Counted;

/// The timeline in a frame.
#[derive(Template)]
#[template(path = "embed_index.html", whitespace = "minimize")]
pub struct EmbedIndexPage<'s> {
    page: Page<'s>,
    events: String,
    parts: Vec<Part>,
}

/// Some of the events: those of a year, or those without a date; of many events those that are
/// to come, or the latest.
struct Part {
    name: String,
    /// How many of how many it has, where it has not all.
    of: Option<String>,
    cards: Vec<Card>,
}

/// An event in a frame.
#[derive(Template)]
#[template(path = "embed_event.html", whitespace = "minimize")]
pub struct EmbedEventPage<'s> {
    page: Page<'s>,
    card: Card,
    place: Option<String>,
    summary: Option<Html>,
    claims: Vec<ClaimView>,
    more: Option<String>,
}

/// How many claims of an event stand in a frame.
const CLAIMS: usize = 3;

impl<'s> EmbedIndexPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let about = &site.timeline.about;
        let page = Page::framed(site, ("embed/", ""), &about.title, &about.title);
        EmbedIndexPage {
            events: site
                .language
                .count(site.timeline.events.len(), Counted::Events),
            parts: if site.is_large() {
                recent(site, &page.root)
            } else {
                by_year(site, &page.root)
            },
            page,
        }
    }
}

fn by_year(site: &Site<'_>, root: &str) -> Vec<Part> {
    let year = |number: usize| {
        let event = &site.timeline.events.as_slice()[number];
        Heading::of(&event.when, site.language).map(|heading| heading.year)
    };
    let all: Vec<usize> = (0..site.timeline.events.len()).collect();
    let years = all.chunk_by(|a, b| year(*a) == year(*b));
    let parts = years.map(|events| Part {
        name: events.first().and_then(|first| year(*first)).map_or_else(
            || site.words().date_not_given.to_owned(),
            |year| site.language.year(year),
        ),
        of: None,
        cards: Card::all(site, events, root),
    });
    parts.collect()
}

/// A frame has no room for many events; what it shows leads to the others.
fn recent(site: &Site<'_>, root: &str) -> Vec<Part> {
    let all: Vec<usize> = (0..site.timeline.events.len()).collect();
    let recent = Recent::of(site, &all, |number| Card::of(site, number, root));
    let words = &site.words().archive;
    let parts = [
        Part {
            name: words.to_come.to_owned(),
            of: recent.to_come_of,
            cards: recent.to_come,
        },
        Part {
            name: words.latest.to_owned(),
            of: Some(recent.latest_of),
            cards: recent.latest,
        },
    ];
    parts
        .into_iter()
        .filter(|it| !it.cards.is_empty())
        .collect()
}

impl<'s> EmbedEventPage<'s> {
    /// The event with this number.
    pub fn new(site: &'s Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let words = site.in_words(number);
        let page = Page::framed(
            site,
            (
                &format!("embed/events/{}.html", event.id),
                &format!("events/{}/", event.id),
            ),
            &event.title,
            words.text().unwrap_or(&event.title),
        );
        EmbedEventPage {
            card: Card::of(site, number, &page.root),
            place: event
                .place
                .as_ref()
                .map(|place| super::event::place_name(site, place)),
            summary: words.summary().map(Html::opening_elsewhere),
            claims: (0..event.claims.len().min(CLAIMS))
                .map(|claim| ClaimView::of(site, (number, claim), &page.root))
                .collect(),
            more: (event.claims.len() > CLAIMS).then(|| {
                let more = event.claims.len() - CLAIMS;
                site.language.count(more, Counted::Claims)
            }),
            page,
        }
    }
}
