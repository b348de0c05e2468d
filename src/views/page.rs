//! What every page has: head, navigation, foot.

use super::escape;
use super::linked_data::LinkedData;
use super::share::ShareView;
use super::site::Site;
use crate::markdown::Html;
use crate::text::first_words;
use crate::words::Interface;

/// Which entry of the main navigation a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The timeline and its events.
    Timeline,
    /// Where accounts differ.
    Claims,
    /// Actors.
    Actors,
    /// Topics.
    Topics,
    /// Sources.
    Sources,
    /// What was known when.
    Known,
    /// What changed.
    Changes,
    /// Lessons.
    Lessons,
    /// None.
    None,
}

/// What every page has.
pub(super) struct Page<'s> {
    /// The words of its language.
    pub words: &'static Interface,
    /// Its language, as BCP 47 writes it.
    pub language: &'static str,
    /// The timeline's title.
    pub site: &'s str,
    /// The page's own title; the timeline's on the first page.
    pub title: String,
    /// A sentence for search engines and link previews.
    pub description: String,
    /// The way from the page to the site's root: `../../`.
    pub root: String,
    /// Its absolute address, where the site has one.
    pub canonical: Option<String>,
    /// Who made the timeline.
    pub credit: Option<&'s Html>,
    /// What kind of thing it is to those who share it: `article` or `website`.
    pub kind: &'static str,
    /// How to show it in a page of one's own, where that is offered.
    pub share: Option<ShareView>,
    /// What it says for programs.
    pub data: LinkedData,
    /// Its entry in the navigation.
    pub section: Section,
    /// That the whole site is as it was known on a day, if it is.
    pub then: Option<String>,
    /// Whether it is part of a file that needs no other.
    pub one_file: bool,
    /// The scripts that it runs, by their names below `assets/`; it works without them.
    pub scripts: Vec<&'static str>,
    /// The feeds that tell of what is on it.
    pub feeds: Option<Feeds>,
    /// What else the site has.
    pub has: Has,
}

/// What a site may have or not.
pub(super) struct Has {
    /// A calendar.
    pub calendar: bool,
    /// Lessons.
    pub lessons: bool,
    /// A page on which lessons are made.
    pub builder: bool,
}

/// The feeds of the whole, or of an actor or a topic.
pub(super) struct Feeds {
    /// The folder in which they lie, below the root: `actors/<id>/`, or nothing.
    pub folder: String,
    /// What they tell of.
    pub title: String,
}

impl<'s> Page<'s> {
    /// A page of the folder `path` below the root: `events/<id>/`, or nothing.
    pub(super) fn new(
        site: &'s Site<'_>,
        section: Section,
        path: &str,
        title: &str,
        description: &str,
    ) -> Self {
        // As much as a search engine shows.
        let description = first_words(described(title, description), 200);
        let data = LinkedData::of_page(site, section, path, title, &description);
        let canonical = site.timeline.about.base_url.as_ref();
        Page {
            canonical: canonical.map(|_| data.own_address()),
            data,
            ..Page::within(site, section, path, title, description)
        }
    }

    /// The same for what stands in a frame, at its own path, of the page at another, which is
    /// the one to be found and cited. It says nothing for programs.
    pub(super) fn framed(
        site: &'s Site<'_>,
        (path, of): (&str, &str),
        title: &str,
        description: &str,
    ) -> Self {
        let description = first_words(described(title, description), 200);
        let base = site.timeline.about.base_url.as_deref();
        Page {
            canonical: base.map(|base| absolute(base, of)),
            ..Page::within(site, Section::None, path, title, description)
        }
    }

    fn within(
        site: &'s Site<'_>,
        section: Section,
        path: &str,
        title: &str,
        description: String,
    ) -> Self {
        let about = &site.timeline.about;
        Page {
            words: site.words(),
            language: site.language.code(),
            site: &about.title,
            title: title.to_owned(),
            canonical: None,
            data: LinkedData::default(),
            description,
            root: "../".repeat(path.matches('/').count()),
            credit: site.credit.as_ref(),
            kind: if path.starts_with("events/") {
                "article"
            } else {
                "website"
            },
            share: None,
            section,
            then: site.as_of.map(|day| site.language.as_known_on(day, true)),
            one_file: site.one_file,
            scripts: Vec::new(),
            feeds: None,
            has: Has {
                calendar: site.calendar,
                lessons: !site.lessons.is_empty() && !site.one_file,
                builder: site.makes_lessons(),
            },
        }
    }

    /// The page with another script, `assets/<name>.js`.
    pub(super) fn with_script(mut self, name: &'static str) -> Self {
        self.scripts.push(name);
        self
    }

    /// The page with links to the feeds of a folder below the root.
    pub(super) fn with_feeds(mut self, folder: &str, title: String) -> Self {
        self.feeds = Some(Feeds {
            folder: folder.to_owned(),
            title,
        });
        self
    }

    /// Its language and the country whose spelling it has, as Open Graph writes them: `en_GB`.
    pub(super) fn locale(&self) -> String {
        self.words.find.locale.replace('-', "_")
    }

    /// Whether it is the first page of the site.
    pub(super) fn is_front(&self) -> bool {
        self.root.is_empty() && self.section == Section::Timeline
    }

    /// Whether this is the page's entry in the navigation.
    pub(super) fn is(&self, section: &str) -> bool {
        let own = match self.section {
            Section::Timeline => "timeline",
            Section::Claims => "claims",
            Section::Actors => "actors",
            Section::Topics => "topics",
            Section::Sources => "sources",
            Section::Known => "known",
            Section::Changes => "changes",
            Section::Lessons => "lessons",
            Section::None => "",
        };
        own == section
    }
}

/// What is said of a page: its title, where there is nothing else.
fn described<'d>(title: &'d str, description: &'d str) -> &'d str {
    if description.trim().is_empty() {
        title
    } else {
        description
    }
}

/// A path below the address of the site.
pub fn absolute(base: &str, path: &str) -> String {
    let address = format!("{}/{path}", base.trim_end_matches('/'));
    // Nothing of it is written otherwise in a URI, if it is one.
    if address.is_ascii() {
        return address;
    }
    match fluent_uri::Iri::parse(address.as_str()) {
        Ok(iri) => iri.to_uri().into_string(),
        Err(_) => address,
    }
}

/// The root of a page that stands apart from the site, of which nobody knows the address:
/// what it would lead to is only named.
pub(super) const NOWHERE: &str = "nowhere:";

/// A link: where it goes, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Where, relative to the page; empty where there is nothing to lead to.
    pub href: String,
    /// What it says.
    pub text: String,
}

impl Link {
    /// A link.
    pub(super) fn new(href: String, text: impl Into<String>) -> Self {
        Link {
            href,
            text: text.into(),
        }
    }

    /// To what these parts name below the root, if there is one.
    fn below(root: &str, parts: &[&str], text: &str) -> Self {
        match root {
            NOWHERE => Link::new(String::new(), text),
            root => Link::new([&[root], parts].concat().concat(), text),
        }
    }

    /// The link as it stands in HTML: words alone where it leads nowhere.
    pub(super) fn html(&self) -> String {
        let text = escape(&self.text);
        match self.href.as_str() {
            "" => text,
            href => format!("<a href=\"{}\">{text}</a>", escape(href)),
        }
    }

    /// To the timeline itself.
    pub(super) fn timeline(root: &str, text: &str) -> Self {
        Link::below(root, &["index.html"], text)
    }

    /// To an event's page.
    pub(super) fn event(root: &str, id: &str, text: &str) -> Self {
        Link::below(root, &["events/", id, "/index.html"], text)
    }

    /// To an actor's page.
    pub(super) fn actor(root: &str, id: &str, text: &str) -> Self {
        Link::below(root, &["actors/", id, "/index.html"], text)
    }

    /// To a topic's page.
    pub(super) fn topic(root: &str, id: &str, text: &str) -> Self {
        Link::below(root, &["topics/", id, "/index.html"], text)
    }

    /// To a source's page.
    pub(super) fn source(root: &str, id: &str, text: &str) -> Self {
        Link::below(root, &["sources/", id, "/index.html"], text)
    }

    /// To a claim on its event's page.
    pub(super) fn claim(root: &str, event: &str, claim: &str, text: &str) -> Self {
        Link::below(root, &["events/", event, "/index.html#", claim], text)
    }
}
