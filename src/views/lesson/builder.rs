//! The page on which a lesson is made.

use askama::Template;

use crate::views::find::FindView;
use crate::views::page::{Page, Section};
use crate::views::site::Site;

/// The page on which a lesson is made of events of the timeline.
#[derive(Template)]
#[template(path = "lesson/new.html", whitespace = "minimize")]
pub struct BuilderPage<'s> {
    page: Page<'s>,
    find: Option<FindView>,
    /// Whether the events are too many to stand on the page.
    large: bool,
    /// The events in the order of time, with their dates; none where they are too many.
    events: Vec<(&'s str, &'s str, String)>,
}

impl<'s> BuilderPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let words = &site.words().builder;
        let page = Page::new(
            site,
            Section::Lessons,
            "lessons/new/",
            words.make,
            words.lead,
        );
        let large = site.is_large();
        if large {
            return BuilderPage {
                find: None,
                large,
                events: Vec::new(),
                page: page.with_script("builder"),
            };
        }
        let events = site.timeline.events.iter();
        BuilderPage {
            find: FindView::of(site).map(FindView::within),
            large,
            events: events
                .map(|event| (&*event.id, &*event.title, site.language.date(&event.when)))
                .collect(),
            page: page.with_script("find").with_script("builder"),
        }
    }
}
