//! The first page: the timeline itself.

use askama::Template;

use super::card::Card;
use super::find::FindView;
use super::known::report_day_name;
use super::listing::Listing;
use super::overview::Overview;
use super::page::{Page, Section};
use super::recent::Recent;
use super::share::{Frame, ShareView};
use super::site::Site;
use super::standing::StandingView;
use super::visit::Visit;
use super::years::{YearLine, lines};
use crate::markdown::{self, Html};
use crate::words::Counted;

/// The first page.
#[derive(Template)]
#[template(path = "index.html", blocks = ["content"], whitespace = "minimize")]
pub struct IndexPage<'s> {
    page: Page<'s>,
    standfirst: Option<Html>,
    numbers: Numbers,
    standing: Option<StandingView>,
    overview: Option<Overview>,
    listing: Listing,
    front: Option<Front>,
    has_days: bool,
    find: Option<FindView>,
    visit: Option<Visit>,
}

/// What the first page of a large timeline has of the events: not all of them.
struct Front {
    /// What is to come, and the latest.
    recent: Recent,
    /// The years, with how many events they have.
    years: Vec<YearLine>,
}

/// How much there is, and up to when.
pub(super) struct Numbers {
    /// "40 events".
    pub events: String,
    /// "182 claims".
    pub claims: String,
    /// "23 reports".
    pub reports: String,
    /// The day of the last report.
    pub last_report: Option<String>,
}

impl<'s> IndexPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let about = &site.timeline.about;
        let standfirst = about.standfirst.as_deref();
        let text = standfirst.map(markdown::to_text).unwrap_or_default();
        let mut page = Page::new(site, Section::Timeline, "", &about.title, &text)
            .with_script("visit")
            .with_feeds("", about.title.to_string());
        let find = FindView::of(site);
        for script in find.iter().flat_map(FindView::scripts) {
            page = page.with_script(script);
        }
        page.share = ShareView::of(site, Frame::timeline(site));
        let all: Vec<usize> = (0..site.timeline.events.len()).collect();
        let front = site.is_large().then(|| Front::of(site, &all));
        match &front {
            Some(front) => page.data.front(site, front.recent.numbers()),
            None => page.data.front(site, all.iter().copied()),
        }
        IndexPage {
            standfirst: standfirst.map(markdown::to_html),
            numbers: Numbers::of(site),
            standing: StandingView::of(site, &page.root),
            overview: Overview::of(site, &all, None, &page.root),
            listing: match front {
                Some(_) => Listing::empty(),
                None => Listing::of(site, &page.root, false),
            },
            front,
            has_days: !site.timeline.report_days().is_empty(),
            find,
            visit: Visit::of(site),
            page,
        }
    }
}

impl Front {
    /// Of a timeline with these events.
    fn of(site: &Site<'_>, all: &[usize]) -> Self {
        Front {
            recent: Recent::of(site, all, |number| {
                Card::of(site, number, "").in_brief(site)
            }),
            years: lines(site, &site.archive().years, "years/", true),
        }
    }
}

impl Numbers {
    /// Of a timeline.
    pub(super) fn of(site: &Site<'_>) -> Self {
        let language = site.language;
        let sources = site.timeline.sources.iter();
        let read = sources.filter(|source| source.via.is_none()).count();
        Numbers {
            events: language.count(site.timeline.events.len(), Counted::Events),
            claims: language.count(site.timeline.claims().count(), Counted::Claims),
            reports: language.count(read, Counted::Reports),
            last_report: last_report(site),
        }
    }
}

/// The day of the last report.
pub(super) fn last_report(site: &Site<'_>) -> Option<String> {
    let last = site.known.last?;
    Some(report_day_name(site, last))
}
