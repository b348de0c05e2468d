//! The timeline as it was known on a day, and the days there are.

use askama::Template;

use super::index::Numbers;
use super::listing::Listing;
use super::overview::Overview;
use super::page::{Link, Page, Section};
use super::site::Site;
use super::standing::StandingView;
use crate::edtf::Day;
use crate::words::Counted;

/// The timeline as it was known on a day.
#[derive(Template)]
#[template(path = "known.html", whitespace = "minimize")]
pub struct KnownPage<'s> {
    page: Page<'s>,
    numbers: Numbers,
    days: Vec<DayLink>,
    standing: Option<StandingView>,
    overview: Option<Overview>,
    listing: Listing,
}

/// The days on which reports appeared.
#[derive(Template)]
#[template(path = "known_days.html", whitespace = "minimize")]
pub struct KnownDaysPage<'s> {
    page: Page<'s>,
    days: Vec<DayLine>,
}

/// A day on which a report appeared.
struct DayLink {
    link: Link,
    current: bool,
}

/// A day with what was known by its end.
struct DayLine {
    link: Link,
    events: String,
    claims: String,
}

/// The day of a report in words; if it is not known to the day, the first that it can be.
pub fn report_day_name(site: &Site<'_>, day: Day) -> String {
    let name = site.language.day(day);
    if site.sure_days.contains(&day) {
        name
    } else {
        format!("{} {name}", site.words().not_before)
    }
}

/// "As known on 9 April 2024"; of a day that is the first on which a report can have
/// appeared, that it is.
pub fn as_known_on(site: &Site<'_>, day: Day) -> String {
    let sure = site.sure_days.contains(&day);
    site.language.as_known_on(day, sure)
}

/// The path of a day's page below the root.
pub fn day_path(day: Day) -> String {
    format!("known/{day}/")
}

impl<'s> KnownPage<'s> {
    /// The page of one of the days on which reports appeared. `then` is what was known by its
    /// end.
    pub fn new(site: &Site<'_>, then: &'s Site<'_>, day: Day, days: &[Day]) -> Self {
        let title = as_known_on(site, day);
        let words = then.words();
        let mut page = Page::new(
            then,
            Section::Known,
            &day_path(day),
            &title,
            words.then.lead,
        );
        let all: Vec<usize> = (0..then.timeline.events.len()).collect();
        page.data.events(then, all.iter().copied());
        let root = page.root.as_str();
        KnownPage {
            numbers: Numbers::of(then),
            days: days
                .iter()
                .map(|other| DayLink {
                    link: link(site, *other, root),
                    current: *other == day,
                })
                .collect(),
            standing: StandingView::of(then, root),
            overview: Overview::of(then, &all, None, root),
            listing: Listing::of(then, root, true),
            page,
        }
    }
}

impl<'s> KnownDaysPage<'s> {
    /// The page. `counts` are, of each day, the events and claims known by its end.
    pub fn new(site: &'s Site<'_>, counts: &[(Day, usize, usize)]) -> Self {
        let words = site.words();
        let page = Page::new(
            site,
            Section::Known,
            "known/",
            words.then.label,
            words.then.lead,
        );
        let language = site.language;
        KnownDaysPage {
            days: counts
                .iter()
                .map(|(day, events, claims)| DayLine {
                    link: link(site, *day, &page.root),
                    events: language.count(*events, Counted::Events),
                    claims: language.count(*claims, Counted::Claims),
                })
                .collect(),
            page,
        }
    }
}

fn link(site: &Site<'_>, day: Day, root: &str) -> Link {
    let href = format!("{root}{}index.html", day_path(day));
    Link::new(href, report_day_name(site, day))
}
