//! The list of all actors.

use askama::Template;

use super::page::{Link, Page, Section};
use super::site::Site;
use crate::schema::ActorKind;
use crate::words::Counted;

/// The list of all actors, by kind.
#[derive(Template)]
#[template(path = "actors.html", blocks = ["content"], whitespace = "minimize")]
pub struct ActorsPage<'s> {
    page: Page<'s>,
    kinds: Vec<Group>,
}

/// The actors of a kind.
struct Group {
    name: &'static str,
    actors: Vec<Line>,
}

/// An actor in the list.
struct Line {
    link: Link,
    office: Option<String>,
    events: String,
}

impl<'s> ActorsPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let words = site.words();
        let mut page = Page::new(site, Section::Actors, "actors/", words.actors, words.actors);
        page.data.actors(site);
        let kinds = ActorKind::ALL
            .iter()
            .map(|kind| Group {
                name: site.language.actor_kinds(*kind),
                actors: lines(site, *kind, &page.root),
            })
            .filter(|group| !group.actors.is_empty())
            .collect();
        ActorsPage { page, kinds }
    }
}

fn lines(site: &Site<'_>, kind: ActorKind, root: &str) -> Vec<Line> {
    let mut lines: Vec<_> = site
        .timeline
        .actors
        .iter()
        .filter(|actor| actor.kind == kind)
        .map(|actor| {
            let events = site.events_of_actor.get(&actor.id).map_or(0, Vec::len);
            Line {
                link: Link::actor(root, &actor.id, &actor.name),
                office: actor.roles.first().map(|term| term.title.to_string()),
                events: site.language.count(events, Counted::Events),
            }
        })
        .collect();
    lines.sort_by_key(|line| site.language.sort_key(&line.link.text));
    lines
}
