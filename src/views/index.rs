//! The first page: the timeline itself.

use askama::Template;

use super::card::{Card, Heading, YearPart};
use super::page::{Page, Section};
use super::site::Site;
use super::visit::Visit;
use crate::markdown::{self, Html};
use crate::model::report_day;
use crate::words::Counted;

/// The first page.
#[derive(Template)]
#[template(path = "index.html", whitespace = "minimize")]
pub struct IndexPage<'s> {
    page: Page<'s>,
    standfirst: Option<Html>,
    events: String,
    claims: String,
    reports: String,
    last_report: Option<String>,
    years: Vec<Year>,
    undated: Vec<Card>,
    visit: Option<Visit>,
}

/// The events of a year.
struct Year {
    number: i64,
    name: String,
    id: String,
    parts: Vec<Part>,
}

/// The events of a month, or of a vaguer part of a year.
struct Part {
    heading: Heading,
    name: String,
    id: String,
    cards: Vec<Card>,
}

impl<'s> IndexPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let about = &site.timeline.about;
        let standfirst = about.standfirst.as_deref();
        let text = standfirst.map(markdown::to_text).unwrap_or_default();
        let page = Page::new(site, Section::Timeline, "", &about.title, &text)
            .with_script("visit")
            .with_feeds("", about.title.to_string());
        let mut years: Vec<Year> = Vec::new();
        let mut undated = Vec::new();
        for (number, event) in site.timeline.events.iter().enumerate() {
            let card = Card::of(site, number, &page.root);
            match Heading::of(&event.when, site.language) {
                Some(heading) => place(site, &mut years, heading, card),
                None => undated.push(card),
            }
        }
        let language = site.language;
        let read = site
            .timeline
            .sources
            .iter()
            .filter(|source| source.via.is_none())
            .count();
        IndexPage {
            standfirst: standfirst.map(markdown::to_html),
            events: language.count(site.timeline.events.len(), Counted::Events),
            claims: language.count(site.timeline.claims().count(), Counted::Claims),
            reports: language.count(read, Counted::Reports),
            last_report: last_report(site),
            years,
            undated,
            visit: Visit::of(site),
            page,
        }
    }
}

/// The day of the last report; if it is not known to the day, the first that it can be.
fn last_report(site: &Site<'_>) -> Option<String> {
    let last = site.known.last?;
    let day = site.language.day(last);
    let known = site.timeline.sources.iter().any(|source| {
        report_day(source) == Some(last)
            && source
                .published
                .as_ref()
                .is_some_and(|date| date.is_single_day().is_some())
    });
    Some(if known {
        day
    } else {
        format!("{} {day}", site.words().not_before)
    })
}

/// Puts a card under its heading, which is the last one or a new one: events come in the
/// order of time.
fn place(site: &Site<'_>, years: &mut Vec<Year>, heading: Heading, card: Card) {
    let language = site.language;
    if years.last().is_none_or(|year| year.number != heading.year) {
        years.push(Year {
            number: heading.year,
            name: language.year(heading.year),
            id: format!("y{}", heading.year),
            parts: Vec::new(),
        });
    }
    let Some(year) = years.last_mut() else {
        return;
    };
    if year
        .parts
        .last()
        .is_none_or(|part| !part.heading.takes(&heading))
    {
        let name = match &heading.part {
            YearPart::Month(month) => language.month(heading.year, *month),
            YearPart::Whole => language.in_year(heading.year),
            YearPart::Span(_, words) => language.sentence(words),
        };
        let id = match &heading.part {
            YearPart::Month(month) => format!("{}-{month:02}", year.id),
            YearPart::Whole | YearPart::Span(..) => {
                format!("{}-part-{}", year.id, year.parts.len() + 1)
            }
        };
        year.parts.push(Part {
            heading,
            name,
            id,
            cards: Vec::new(),
        });
    }
    if let Some(part) = year.parts.last_mut() {
        part.cards.push(card);
    }
}
