//! How things are named: by the page that tells of them, and a fragment.

use super::super::page::absolute;

/// The addresses of the site's pages as one of them writes them: absolute where the site has
/// an address, else relative to the page.
#[derive(Default)]
pub(super) struct Addresses {
    base: Option<String>,
    /// What stands before every path.
    root: String,
    /// What stands behind it.
    end: &'static str,
    path: String,
}

impl Addresses {
    /// As the page at this path below the root writes them.
    pub(super) fn seen_from(path: &str, base: Option<&str>) -> Self {
        Addresses {
            base: base.map(str::to_owned),
            root: match base {
                Some(base) => absolute(base, ""),
                None => "../".repeat(path.matches('/').count()),
            },
            end: if base.is_some() { "" } else { "index.html" },
            path: path.to_owned(),
        }
    }

    /// Of a page.
    pub(super) fn of(&self, path: &str) -> String {
        self.below("", path, "")
    }

    /// Of the page of a thing in a folder, and of the place with this name on it.
    fn below(&self, folder: &str, id: &str, place: &str) -> String {
        let slash = if folder.is_empty() { "" } else { "/" };
        match &self.base {
            // What needs no other spelling in an address: all ids of ours.
            Some(base)
                if !id
                    .bytes()
                    .all(|it| it.is_ascii_alphanumeric() || b"-/".contains(&it)) =>
            {
                absolute(base, &[folder, id, slash].concat()) + place
            }
            _ => [&self.root, folder, id, slash, self.end, place].concat(),
        }
    }

    /// Of the page itself, and its name as a thing.
    pub(super) fn own(&self) -> String {
        self.of(&self.path)
    }

    /// The site, as a thing.
    pub(super) fn site_id(&self) -> String {
        self.below("", "", "#_site")
    }

    /// Of an event's page.
    pub(super) fn event(&self, id: &str) -> String {
        self.below("events/", id, "")
    }

    /// An event.
    pub(super) fn event_id(&self, id: &str) -> String {
        self.below("events/", id, "#_event")
    }

    /// A claim: on the page of its event, where it has an anchor.
    pub(super) fn claim_id(&self, event: &str, claim: &str) -> String {
        format!("{}#{claim}", self.event(event))
    }

    /// Of an actor's page.
    pub(super) fn actor(&self, id: &str) -> String {
        self.below("actors/", id, "")
    }

    /// An actor.
    pub(super) fn actor_id(&self, id: &str) -> String {
        self.below("actors/", id, "#_actor")
    }

    /// Of a topic's page.
    pub(super) fn topic(&self, id: &str) -> String {
        self.below("topics/", id, "")
    }

    /// A topic.
    pub(super) fn topic_id(&self, id: &str) -> String {
        self.below("topics/", id, "#_topic")
    }

    /// Of a source's page.
    pub(super) fn source(&self, id: &str) -> String {
        self.below("sources/", id, "")
    }

    /// A report.
    pub(super) fn report_id(&self, id: &str) -> String {
        self.below("sources/", id, "#_report")
    }
}
