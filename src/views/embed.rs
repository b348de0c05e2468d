//! What stands in a frame on somebody else's page: the timeline as a short list, and single
//! events. Their links open the site in a window of its own.

use askama::Template;

use super::card::{Card, Heading};
use super::claim::ClaimView;
use super::page::{Page, absolute};
use super::site::Site;
use crate::markdown::Html;
use crate::words::Counted;

/// The timeline in a frame.
#[derive(Template)]
#[template(path = "embed_index.html", whitespace = "minimize")]
pub struct EmbedIndexPage<'s> {
    page: Page<'s>,
    events: String,
    years: Vec<Year>,
}

/// The events of a year, or those without a date.
struct Year {
    number: Option<i64>,
    name: String,
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
        let page = framed(site, "embed/", "", &about.title, &about.title);
        let mut years: Vec<Year> = Vec::new();
        for (number, event) in site.timeline.events.iter().enumerate() {
            let year = Heading::of(&event.when, site.language).map(|heading| heading.year);
            if years.last().is_none_or(|last| last.number != year) {
                years.push(Year {
                    number: year,
                    name: year.map_or_else(
                        || site.words().date_not_given.to_owned(),
                        |year| site.language.year(year),
                    ),
                    cards: Vec::new(),
                });
            }
            if let Some(year) = years.last_mut() {
                year.cards.push(Card::of(site, number, &page.root));
            }
        }
        EmbedIndexPage {
            events: site
                .language
                .count(site.timeline.events.len(), Counted::Events),
            years,
            page,
        }
    }
}

impl<'s> EmbedEventPage<'s> {
    /// The event with this number.
    pub fn new(site: &'s Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let words = site.in_words(number);
        let page = framed(
            site,
            &format!("embed/events/{}.html", event.id),
            &format!("events/{}/", event.id),
            &event.title,
            words.text.as_deref().unwrap_or(&event.title),
        );
        EmbedEventPage {
            card: Card::of(site, number, &page.root),
            place: event
                .place
                .as_ref()
                .map(|place| super::event::place_name(site, place)),
            summary: words.summary.as_ref().map(Html::opening_elsewhere),
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

/// What stands in a frame, at its own path, of the page at another, which is the one to be
/// found and cited.
fn framed<'s>(
    site: &'s Site<'_>,
    own_path: &str,
    path: &str,
    title: &str,
    description: &str,
) -> Page<'s> {
    let mut page = Page::framed(site, own_path, title, description);
    let base = site.timeline.about.base_url.as_deref();
    page.canonical = base.map(|base| absolute(base, path));
    page
}
