//! The page itself: its name, the site it belongs to, the way to it.

use super::super::page::Section;
use super::address::Addresses;
use super::node::{Node, refer};
use super::{LinkedData, Site};
use crate::markdown;

impl LinkedData {
    /// Of a page, before it is said what it is about.
    pub(in crate::views) fn of_page(
        site: &Site<'_>,
        section: Section,
        path: &str,
        title: &str,
        description: &str,
    ) -> Self {
        let about = &site.timeline.about;
        let addresses = Addresses::seen_from(path, about.base_url.as_deref());
        let whole = if path.is_empty() {
            // The first page tells of the site itself.
            refer(&addresses.site_id())
        } else {
            let web_site = Node::called("WebSite", addresses.site_id());
            let web_site = web_site.with("name", &*about.title);
            web_site.with("url", addresses.of("")).into()
        };
        let page = Node::called("WebPage", addresses.own())
            .with("url", addresses.own())
            .with("name", title)
            .maybe("description", (description != title).then_some(description))
            .with("inLanguage", site.language.code())
            .with("isPartOf", whole)
            .maybe("breadcrumb", way(site, section, path, title, &addresses));
        LinkedData {
            addresses,
            page,
            things: Vec::new(),
        }
    }

    /// The first page with these events, and with it the whole site.
    pub(in crate::views) fn front(
        &mut self,
        site: &Site<'_>,
        shown: impl IntoIterator<Item = usize>,
    ) {
        let about = &site.timeline.about;
        let standfirst = about.standfirst.as_deref().map(markdown::to_text);
        let credit = about.credit.as_deref().map(markdown::to_text);
        self.things.push(
            Node::called("WebSite", self.addresses.site_id())
                .with("name", &*about.title)
                .with("url", self.addresses.of(""))
                .maybe("description", standfirst)
                .maybe("creditText", credit)
                .with("inLanguage", site.language.code()),
        );
        self.some_events(site, shown, site.timeline.events.len());
    }
}

/// The way from the first page to this one; `None` on the first page itself.
fn way(
    site: &Site<'_>,
    section: Section,
    path: &str,
    title: &str,
    addresses: &Addresses,
) -> Option<Node> {
    if path.is_empty() {
        return None;
    }
    let words = site.words();
    let list = match section {
        Section::Claims => Some(("claims/", words.accounts)),
        Section::Actors => Some(("actors/", words.actors)),
        Section::Topics => Some(("topics/", words.topics)),
        Section::Sources => Some(("sources/", words.sources)),
        Section::Known => Some(("known/", words.then.label)),
        Section::Changes => Some(("changes/", words.changes.title)),
        Section::Lessons => Some(("lessons/", words.lessons.title)),
        Section::Timeline if path.starts_with("years/") => Some(("years/", words.archive.all)),
        Section::Timeline | Section::None => None,
    };
    let first = ("", &*site.timeline.about.title);
    let stops = std::iter::once(first)
        .chain(list.filter(|(list, _)| *list != path))
        .chain([(path, title)]);
    let items = stops.enumerate().map(|(number, (path, name))| {
        Node::of("ListItem")
            .with("position", number + 1)
            .with("name", name)
            .with("item", refer(&addresses.of(path)))
    });
    Some(Node::of("BreadcrumbList").each("itemListElement", items))
}
