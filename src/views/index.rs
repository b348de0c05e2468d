//! The first page: the timeline itself.

use std::collections::BTreeMap;

use askama::Template;

use super::card::{Card, heading};
use super::page::{Page, Section};
use super::site::Site;
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
}

/// The events of a year.
struct Year {
    name: String,
    id: String,
    months: Vec<Month>,
}

/// The events of a month, or those of which only the year is known.
struct Month {
    name: Option<String>,
    id: String,
    cards: Vec<Card>,
}

impl<'s> IndexPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let about = &site.timeline.about;
        let standfirst = about.standfirst.as_deref();
        let text = standfirst.map(markdown::to_text).unwrap_or_default();
        let page = Page::new(site, Section::Timeline, "", &about.title, &text);
        let mut years: BTreeMap<i64, BTreeMap<Option<u8>, Vec<Card>>> = BTreeMap::new();
        let mut undated = Vec::new();
        for (number, event) in site.timeline.events.iter().enumerate() {
            let card = Card::of(site, number, &page.root);
            match heading(&event.when) {
                Some((year, month)) => {
                    years
                        .entry(year)
                        .or_default()
                        .entry(month)
                        .or_default()
                        .push(card);
                }
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
            years: years
                .into_iter()
                .map(|(year, months)| self::year(site, year, months))
                .collect(),
            undated,
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

fn year(site: &Site<'_>, year: i64, months: BTreeMap<Option<u8>, Vec<Card>>) -> Year {
    Year {
        name: site.language.year(year),
        id: format!("y{year}"),
        months: months
            .into_iter()
            .map(|(month, cards)| Month {
                name: month.map(|month| site.language.month(year, month)),
                id: month.map_or_else(|| format!("y{year}-0"), |month| format!("y{year}-{month}")),
                cards,
            })
            .collect(),
    }
}
