//! Reports.

use super::node::{Node, refer};
use super::{LinkedData, Site, date};
use crate::model::Source;
use crate::schema::{SourceId, SourceType};

impl LinkedData {
    /// The page tells of a source.
    pub(in crate::views) fn source(&mut self, site: &Site<'_>, number: usize) {
        let source = &site.timeline.sources.as_slice()[number];
        let report = self.report(source);
        self.main(report);
        let relayed: Vec<_> = source.relays.iter().collect();
        self.reports(site, relayed);
    }

    /// Adds these reports to what the page speaks of.
    pub(super) fn reports(&mut self, site: &Site<'_>, ids: Vec<&SourceId>) {
        for source in ids
            .into_iter()
            .filter_map(|id| site.timeline.sources.get(id))
        {
            let report = self.report(source);
            self.things.push(report);
        }
    }

    /// A report. Its authors stand as they are printed: a byline may name a desk as well as
    /// people, and does not say which.
    fn report(&self, source: &Source) -> Node {
        let names: Vec<&str> = source.byline.iter().map(|name| &**name).collect();
        let outlet = source
            .outlet
            .as_ref()
            .map(|outlet| Node::of("Organization").with("name", &**outlet));
        let kind = match source.source_type {
            SourceType::Reportage => "NewsArticle",
            SourceType::Analysis => "Report",
            SourceType::Aggregation => "Article",
            SourceType::Primary => "CreativeWork",
        };
        Node::called(kind, self.addresses.report_id(&source.id))
            .with("name", source.label())
            .maybe("headline", source.title.as_deref())
            .maybe(
                "description",
                source.title.as_ref().and(source.description.as_deref()),
            )
            .maybe("creditText", (!names.is_empty()).then(|| names.join(", ")))
            .maybe("publisher", outlet)
            .maybe(
                "datePublished",
                source.published.as_deref().and_then(date::single),
            )
            .maybe("url", source.url.as_deref())
            .maybe("archivedAt", source.archive_url.as_deref())
            .maybe("inLanguage", source.language.as_deref())
            .each(
                "isBasedOn",
                source
                    .relays
                    .iter()
                    .map(|id| refer(&self.addresses.report_id(id))),
            )
    }
}
