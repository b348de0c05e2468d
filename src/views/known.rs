//! The timeline as it was known on a day, and the days there are.

use std::collections::BTreeSet;

use askama::Template;

use super::index::Numbers;
use super::listing::Listing;
use super::overview::Overview;
use super::page::{Link, Page, Section};
use super::site::Site;
use super::standing::StandingView;
use crate::edtf::Day;
use crate::model::{Amount, Days};
use crate::words::Counted;

/// How many of the last days on which reports appeared have a page in a large timeline; and of
/// how many months before these the last one has.
const LAST_DAYS: usize = 30;
/// How many events that had happened the page of a day shows in a large timeline.
const LATEST: usize = 20;
/// How many that were still to come.
const NEXT: usize = 10;

/// The timeline as it was known on a day.
#[derive(Template)]
#[template(path = "known.html", whitespace = "minimize")]
pub struct KnownPage<'s> {
    page: Page<'s>,
    numbers: Numbers,
    days: Vec<DayLink>,
    standing: Option<StandingView>,
    overview: Option<Overview>,
    /// That it shows a few of the events only, and which.
    some: Option<String>,
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
            some: None,
            listing: Listing::of(then, root, true),
            page,
        }
    }

    /// The page of a day in a large timeline: those that came last, and come next. `then` is
    /// what was known of these by its end, and `amount` how much there was in all.
    pub fn of_some(
        site: &Site<'_>,
        then: &'s Site<'_>,
        day: Day,
        days: &[Day],
        amount: Amount,
    ) -> Self {
        let some = then.timeline.events.len();
        let language = site.language;
        KnownPage {
            numbers: Numbers {
                events: language.count(amount.events, Counted::Events),
                claims: language.count(amount.claims, Counted::Claims),
                reports: language.count(amount.reports, Counted::Reports),
                last_report: Some(report_day_name(site, day)),
            },
            standing: None,
            overview: None,
            some: (some < amount.events).then(|| site.words().then.some.to_owned()),
            ..KnownPage::new(site, then, day, days)
        }
    }
}

/// The days on which reports appeared that have a page of their own, in their order: all of
/// them, or in a large timeline the last ones and before these the last of each of some months.
pub fn days_with_pages(site: &Site<'_>) -> Vec<Day> {
    let days = site.timeline.report_days();
    if !site.is_large() {
        return days;
    }
    let (before, last) = days.split_at(days.len().saturating_sub(LAST_DAYS));
    let month = |day: &Day| (day.year(), day.month());
    let months = before.chunk_by(|one, other| month(one) == month(other));
    let ends: Vec<Day> = months.filter_map(|days| days.last().copied()).collect();
    let first = ends.len().saturating_sub(LAST_DAYS);
    ends[first..].iter().chain(last).copied().collect()
}

/// The numbers of the events that the page of a day shows in a large timeline.
pub fn shown_on(days: &Days<'_>, day: Day) -> BTreeSet<usize> {
    let latest = days.latest(day, LATEST);
    latest.into_iter().chain(days.next(day, NEXT)).collect()
}

impl<'s> KnownDaysPage<'s> {
    /// The page. `counts` tell of each day how much was known by its end.
    pub fn new(site: &'s Site<'_>, counts: &[(Day, Amount)]) -> Self {
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
                .map(|(day, amount)| DayLine {
                    link: link(site, *day, &page.root),
                    events: language.count(amount.events, Counted::Events),
                    claims: language.count(amount.claims, Counted::Claims),
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
