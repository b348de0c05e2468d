//! The whole timeline as one page, which needs no other file: what stands on the pages of
//! the site, below one another.

mod weave;

use askama::Template;

use super::accounts::Accounts;
use super::actor::ActorPage;
use super::actors::ActorsPage;
use super::card::Card;
use super::claims::ClaimsPage;
use super::event::EventPage;
use super::index::IndexPage;
use super::indexes::under;
use super::page::{Link, Page, Section};
use super::site::Site;
use super::source::SourcePage;
use super::sources::SourcesPage;
use super::topics::TopicsPage;
use crate::markdown::{self, Html};
use crate::model::ClaimKey;
use weave::{Anchors, Piece, TOP, weave, within};

/// The whole timeline as one page.
#[derive(Template)]
#[template(path = "one_file.html", whitespace = "minimize")]
pub struct OneFilePage<'s> {
    page: Page<'s>,
    style: &'s str,
    /// The style's digest, by which the page's policy lets it through.
    digest: &'s str,
    timeline: Html,
    events: Vec<Item>,
    accounts: Html,
    actor_list: Html,
    actors: Vec<Item>,
    topic_list: Html,
    topics: Vec<Item>,
    source_list: Html,
    sources: Vec<Item>,
}

/// A thing that has a page in the site.
struct Item {
    anchor: String,
    /// What stands on that page; of actors and sources only what is not told elsewhere.
    about: Html,
    title: String,
    events: Vec<Line>,
    claims: Vec<Link>,
    /// How to cite it, where that is not told with what it is.
    cite: Html,
}

/// An event in a list.
struct Line {
    link: Link,
    date: String,
}

impl<'s> OneFilePage<'s> {
    /// The page, with its style and the digest of that: `sha256-…`.
    ///
    /// # Errors
    ///
    /// As askama has them.
    pub fn new(site: &'s Site<'_>, style: &'s str, digest: &'s str) -> askama::Result<Self> {
        let timeline = site.timeline;
        let about = &timeline.about;
        let file = File { site };
        let standfirst = about.standfirst.as_deref();
        let description = standfirst.map(markdown::to_text).unwrap_or_default();
        let actors = timeline.actors.iter().enumerate();
        let sources = timeline.sources.iter().enumerate();
        Ok(OneFilePage {
            page: Page::new(site, Section::Timeline, "", &about.title, &description),
            style,
            digest,
            timeline: file.page("", "", 0, &IndexPage::new(site).as_content())?,
            events: timeline
                .events
                .iter()
                .enumerate()
                .map(|(number, event)| {
                    file.item(
                        "event",
                        &event.id,
                        &EventPage::new(site, number).as_content(),
                    )
                })
                .collect::<Result<_, _>>()?,
            accounts: file.page(
                "claims/",
                "claims",
                1,
                &ClaimsPage::new(site, &Accounts::of(site)).as_content(),
            )?,
            actor_list: file.page("actors/", "actors", 1, &ActorsPage::new(site).as_content())?,
            actors: actors
                .map(|(number, actor)| {
                    let page = ActorPage::new(site, number);
                    Ok(Item {
                        events: file.events(under(&site.events_of_actor, &actor.id)),
                        claims: file.claims(under(&site.claims_of_actor, &actor.id)),
                        ..file.item("actor", &actor.id, &page.as_about())?
                    })
                })
                .collect::<askama::Result<_>>()?,
            topic_list: file.page("topics/", "topics", 1, &TopicsPage::new(site).as_content())?,
            topics: site
                .events_of_topic
                .iter()
                .map(|(topic, events)| Item {
                    title: site.language.name_of(topic),
                    events: file.events(events),
                    ..Item::named(format!("topic-{topic}"))
                })
                .collect(),
            source_list: file.page(
                "sources/",
                "sources",
                1,
                &SourcesPage::new(site).as_content(),
            )?,
            sources: sources
                .map(|(number, source)| {
                    let page = SourcePage::new(site, number);
                    Ok(Item {
                        events: file.events(under(&site.events_of_source, &source.id)),
                        claims: file.claims(under(&site.claims_of_source, &source.id)),
                        cite: file.piece("source", &source.id, &page.as_cite())?,
                        ..file.item("source", &source.id, &page.as_about())?
                    })
                })
                .collect::<askama::Result<_>>()?,
        })
    }
}

impl Item {
    fn named(anchor: String) -> Self {
        Item {
            anchor,
            about: Html::default(),
            title: String::new(),
            events: Vec::new(),
            claims: Vec::new(),
            cite: Html::default(),
        }
    }
}

/// What is in the file.
struct File<'f> {
    site: &'f Site<'f>,
}

impl Anchors for File<'_> {
    fn of(&self, path: &str) -> Option<String> {
        if path == "index.html" {
            return Some(TOP.to_owned());
        }
        let mut parts = path.strip_suffix("/index.html")?.split('/');
        let (list, id) = (parts.next()?, parts.next());
        if parts.next().is_some() {
            return None;
        }
        match (list, id) {
            ("claims" | "actors" | "topics" | "sources", None) => Some(list.to_owned()),
            ("events" | "actors" | "topics" | "sources", Some(id)) => {
                Some(format!("{}-{id}", list.trim_end_matches('s')))
            }
            _ => None,
        }
    }
}

impl File<'_> {
    /// What stands on a page of the site.
    fn page(
        &self,
        folder: &str,
        anchor: &str,
        down: u8,
        content: &impl Template,
    ) -> askama::Result<Html> {
        let piece = Piece {
            folder,
            anchor,
            down,
        };
        Ok(Html::trusted(weave(&content.render()?, &piece, self)))
    }

    /// What stands on the page of a thing.
    fn piece(&self, kind: &str, id: &str, content: &impl Template) -> askama::Result<Html> {
        let folder = format!("{kind}s/{id}/");
        self.page(&folder, &format!("{kind}-{id}"), 2, content)
    }

    /// A thing with what stands on its page.
    fn item(&self, kind: &str, id: &str, content: &impl Template) -> askama::Result<Item> {
        Ok(Item {
            about: self.piece(kind, id, content)?,
            ..Item::named(format!("{kind}-{id}"))
        })
    }

    fn events(&self, numbers: &[usize]) -> Vec<Line> {
        let events = self.site.timeline.events.as_slice();
        Card::all(self.site, numbers, "")
            .into_iter()
            .zip(numbers)
            .map(|(card, number)| Line {
                link: Link::new(format!("#event-{}", events[*number].id), card.link.text),
                date: card.date,
            })
            .collect()
    }

    fn claims(&self, keys: &[ClaimKey]) -> Vec<Link> {
        keys.iter()
            .map(|key| {
                let (event, claim) = self.site.relations.claim(*key);
                let anchor = within(&format!("event-{}", event.id), &claim.id);
                Link::new(format!("#{anchor}"), &*claim.text)
            })
            .collect()
    }
}
