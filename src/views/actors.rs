//! The list of all actors.

use std::cmp::Reverse;

use askama::Template;

use super::further::{self, FIRST, PAGE, Which};
use super::page::{Link, Page, Section};
use super::site::Site;
use crate::model::Actor;
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
    /// To all of them, where only some stand here.
    all: Option<Link>,
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
            .map(|kind| group(site, *kind, &page.root))
            .filter(|group| !group.actors.is_empty())
            .collect();
        ActorsPage { page, kinds }
    }
}

/// The actors of a kind; of very many those with the most events.
fn group(site: &Site<'_>, kind: ActorKind, root: &str) -> Group {
    let actors = site.timeline.actors.iter();
    let mut actors: Vec<&Actor> = actors.filter(|actor| actor.kind == kind).collect();
    let mut all = None;
    if site.is_large() && actors.len() > PAGE {
        let href = format!("{root}{}index.html", Which::Actors(kind).folder());
        all = Some(Link::new(href, site.language.all_of(actors.len())));
        actors.sort_by_key(|actor| Reverse(events_of(site, actor)));
        actors.truncate(FIRST);
    } else {
        actors.sort_by_cached_key(|actor| site.language.sort_key(&actor.name));
    }
    Group {
        name: site.language.actor_kinds(kind),
        actors: actors.iter().map(|actor| line(site, actor, root)).collect(),
        all,
    }
}

fn line(site: &Site<'_>, actor: &Actor, root: &str) -> Line {
    Line {
        link: Link::actor(root, &actor.id, &actor.name),
        office: actor.roles.first().map(|term| term.title.to_string()),
        events: site.language.count(events_of(site, actor), Counted::Events),
    }
}

fn events_of(site: &Site<'_>, actor: &Actor) -> usize {
    site.events_of_actor.get(&actor.id).map_or(0, Vec::len)
}

/// The actor with this number, on a page of all.
pub(super) fn further(site: &Site<'_>, number: usize, root: &str) -> further::Line {
    let line = line(site, &site.timeline.actors.as_slice()[number], root);
    further::Line {
        link: line.link,
        aside: line.office,
        count: line.events,
    }
}
