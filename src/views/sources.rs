//! The list of all sources.

use askama::Template;

use super::cite::CiteFiles;
use super::further::{self, FIRST, PAGE, Which, newest_first, years};
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
    /// To all of these, where only some stand here.
    all_through_others: Option<Link>,
    /// The years, where only the latest that were read stand here.
    years: Vec<(Link, String)>,
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
        let sources = site.timeline.sources.as_slice();
        let root = page.root.as_str();
        let link = |which: Which, text: String| {
            Link::new(format!("{root}{}index.html", which.folder()), text)
        };
        let lines = |sources: &[&Source]| -> Vec<Line> {
            let sources = sources.iter();
            sources.map(|source| line(site, source, root)).collect()
        };
        let (mut through_others, mut read): (Vec<&Source>, Vec<&Source>) =
            sources.iter().partition(|source| source.via.is_some());
        let mut by_year = Vec::new();
        let mut all_through_others = None;
        if site.is_large() && sources.len() > PAGE {
            let newest = newest_first(site);
            let newest = newest.iter().take(FIRST);
            read = newest.map(|number| &sources[*number]).collect();
            by_year = years(site)
                .into_iter()
                .map(|(year, sources)| {
                    let which = Which::Published(year);
                    let count = site.language.count(sources.len(), Counted::Reports);
                    (link(which, which.name(site)), count)
                })
                .collect();
            if through_others.len() > FIRST {
                let all = site.language.all_of(through_others.len());
                all_through_others = Some(link(Which::ThroughOthers, all));
                through_others.truncate(FIRST);
            }
        }
        SourcesPage {
            read: lines(&read),
            through_others: lines(&through_others),
            all_through_others,
            years: by_year,
            cite_files: CiteFiles::of_sources(site),
            page,
        }
    }
}

/// The source with this number, on a page of all.
pub(super) fn further(site: &Site<'_>, number: usize, root: &str) -> further::Line {
    let line = line(site, &site.timeline.sources.as_slice()[number], root);
    let said = [
        line.outlet.as_deref(),
        Some(line.source_type),
        line.published.as_deref(),
    ];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    further::Line {
        link: line.link,
        aside: Some(said.join(" · ")),
        count: line.claims,
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
