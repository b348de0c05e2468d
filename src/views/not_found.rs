//! The page for an address that does not exist.

use askama::Template;

use super::page::{Page, Section};
use super::site::Site;

/// The page for an address that does not exist. It may stand at any depth, so that its
/// links begin at the site's own path.
#[derive(Template)]
#[template(path = "not_found.html", whitespace = "minimize")]
pub struct NotFoundPage<'s> {
    page: Page<'s>,
}

impl<'s> NotFoundPage<'s> {
    /// The page, of a site that stands at this path of its host.
    pub fn new(site: &'s Site<'_>, path: &str) -> Self {
        let words = site.words();
        let mut page = Page::new(
            site,
            Section::None,
            "404.html",
            words.page_not_found,
            words.page_not_found_lead,
        );
        page.root = format!("{}/", path.trim_end_matches('/'));
        page.canonical = None;
        NotFoundPage { page }
    }
}
