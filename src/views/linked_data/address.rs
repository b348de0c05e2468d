//! How things are named: by the page that tells of them, and a fragment.

use super::super::page::absolute;

/// The addresses of the site's pages as one of them writes them: absolute where the site has
/// an address, else relative to the page.
pub(super) struct Addresses {
    base: Option<String>,
    root: String,
    path: String,
}

impl Addresses {
    /// As the page at this path below the root writes them.
    pub(super) fn seen_from(path: &str, base: Option<&str>) -> Self {
        Addresses {
            base: base.map(str::to_owned),
            root: "../".repeat(path.matches('/').count()),
            path: path.to_owned(),
        }
    }

    /// Of a page.
    pub(super) fn of(&self, path: &str) -> String {
        match &self.base {
            Some(base) => absolute(base, path),
            None => format!("{}{path}index.html", self.root),
        }
    }

    /// Of the page itself, and its name as a thing.
    pub(super) fn own(&self) -> String {
        self.of(&self.path)
    }

    /// The site, as a thing.
    pub(super) fn site_id(&self) -> String {
        self.of("") + "#_site"
    }

    /// Of an event's page.
    pub(super) fn event(&self, id: &str) -> String {
        self.of(&format!("events/{id}/"))
    }

    /// An event.
    pub(super) fn event_id(&self, id: &str) -> String {
        self.event(id) + "#_event"
    }

    /// A claim: on the page of its event, where it has an anchor.
    pub(super) fn claim_id(&self, event: &str, claim: &str) -> String {
        format!("{}#{claim}", self.event(event))
    }

    /// Of an actor's page.
    pub(super) fn actor(&self, id: &str) -> String {
        self.of(&format!("actors/{id}/"))
    }

    /// An actor.
    pub(super) fn actor_id(&self, id: &str) -> String {
        self.actor(id) + "#_actor"
    }

    /// Of a topic's page.
    pub(super) fn topic(&self, id: &str) -> String {
        self.of(&format!("topics/{id}/"))
    }

    /// A topic.
    pub(super) fn topic_id(&self, id: &str) -> String {
        self.topic(id) + "#_topic"
    }

    /// Of a source's page.
    pub(super) fn source(&self, id: &str) -> String {
        self.of(&format!("sources/{id}/"))
    }

    /// A report.
    pub(super) fn report_id(&self, id: &str) -> String {
        self.source(id) + "#_report"
    }
}
