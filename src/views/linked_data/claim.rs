//! Claims: what is said, by whom, and where it appeared.

use super::actor::is_organisation;
use super::node::{Node, refer};
use super::{LinkedData, Site, date};
use crate::model::Event;
use crate::schema::{ClaimRecord, Speaker};

impl LinkedData {
    /// Adds the claims of an event.
    pub(super) fn claims(&mut self, site: &Site<'_>, event: &Event) {
        for claim in &event.claims {
            let node = self.claim(site, event, claim);
            self.things.push(node);
        }
    }

    fn claim(&self, site: &Site<'_>, event: &Event, claim: &ClaimRecord) -> Node {
        let mut reports = Vec::new();
        for report in claim.reported_by.iter() {
            let id = refer(&self.addresses.report_id(&report.source));
            if !reports.contains(&id) {
                reports.push(id);
            }
        }
        let id = self.addresses.claim_id(&event.id, &claim.id);
        let node = Node::called("Claim", id.clone())
            .with("url", &id)
            .with("text", &*claim.text)
            // How firmly it was put belongs to what was said.
            .maybe("description", site.language.hedge(claim.hedge))
            .with("inLanguage", site.language.code());
        self.spoken(site, node, &claim.by)
            .maybe("dateCreated", claim.said.as_deref().and_then(date::single))
            .each("appearance", reports)
            .with("about", refer(&self.addresses.event_id(&event.id)))
    }

    /// With who says it. Of somebody unnamed only the description is known: whether it is
    /// one person or several, or an office, is not.
    fn spoken(&self, site: &Site<'_>, claim: Node, by: &Speaker) -> Node {
        match by {
            Speaker::Actor(id) => claim.with("author", self.actor_node(site, id)),
            Speaker::Anonymous(someone) => {
                let of = someone.of.as_ref().filter(|of| is_organisation(site, of));
                claim
                    .with("creditText", &*someone.description)
                    .maybe("sourceOrganization", of.map(|of| self.actor_node(site, of)))
            }
            Speaker::Report(report) => {
                let source = site.timeline.sources.get(&report.source);
                let outlet = source.and_then(|source| source.outlet.as_deref());
                let author = outlet.map(|outlet| Node::of("Organization").with("name", outlet));
                claim
                    .maybe("author", author)
                    .with("creditText", site.source_name(&report.source))
            }
        }
    }
}
