//! The list of all sources.

use askama::Template;

use super::cite::CiteFiles;
use super::page::{Link, Page, Section};
use super::site::Site;
use crate::model::Source;
use crate::words::Counted;

/// The list of all sources: those that were read, and those known through them.
#[derive(Template)]
#[template(path = "sources.html", blocks = ["content"], whitespace = "minimize")]
pub struct SourcesPage<'s> {
    page: Page<'s>,
    read: Vec<Line>,
    through_others: Vec<Line>,
    cite_files: CiteFiles,
}

/// A source in the list.
struct Line {
    link: Link,
    outlet: Option<String>,
    published: Option<String>,
    source_type: &'static str,
    claims: String,
}

impl<'s> SourcesPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let words = site.words();
        let mut page = Page::new(
            site,
            Section::Sources,
            "sources/",
            words.sources,
            words.sources,
        );
        page.data.sources(site);
        let lines = |via: bool| {
            let sources = site.timeline.sources.iter();
            sources
                .filter(|source| source.via.is_some() == via)
                .map(|source| line(site, source, &page.root))
                .collect()
        };
        SourcesPage {
            read: lines(false),
            through_others: lines(true),
            cite_files: CiteFiles::of_sources(site),
            page,
        }
    }
}

fn line(site: &Site<'_>, source: &Source, root: &str) -> Line {
    let claims = site.claims_of_source.get(&source.id).map_or(0, Vec::len);
    Line {
        link: Link::source(root, &source.id, source.label()),
        outlet: source.outlet.as_ref().map(ToString::to_string),
        published: source
            .published
            .as_ref()
            .map(|date| site.language.date(date)),
        source_type: site.language.source_type(source.source_type),
        claims: site.language.count(claims, Counted::Claims),
    }
}
