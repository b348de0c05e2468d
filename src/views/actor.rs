//! An actor's page.

use askama::Template;

use super::card::Card;
use super::claim::ClaimView;
use super::news::feed_title;
use super::page::{Link, Page, Section};
use super::site::{Site, under};

/// An actor's page.
#[derive(Template)]
#[template(path = "actor.html", whitespace = "minimize")]
pub struct ActorPage<'s> {
    page: Page<'s>,
    kind: &'static str,
    roles: Vec<Office>,
    also: Vec<String>,
    country: Option<&'s str>,
    wikidata: Option<&'s str>,
    note: Option<&'s str>,
    part_of: Vec<Link>,
    parts: Vec<Link>,
    cards: Vec<Card>,
    claims: Vec<ClaimView>,
}

/// An office that a person held.
struct Office {
    title: String,
    time: Option<String>,
}

impl<'s> ActorPage<'s> {
    /// The page of the actor with this number.
    pub fn new(site: &'s Site<'_>, number: usize) -> Self {
        let actor = &site.timeline.actors.as_slice()[number];
        let language = site.language;
        let folder = format!("actors/{}/", actor.id);
        let page = Page::new(
            site,
            Section::Actors,
            &folder,
            &actor.name,
            actor.note.as_deref().unwrap_or(&actor.name),
        )
        .with_feeds(&folder, feed_title(site, &actor.name));
        let root = page.root.as_str();
        let claims = under(&site.claims_of_actor, &actor.id);
        let events = under(&site.events_of_actor, &actor.id);
        ActorPage {
            kind: language.actor_kind(actor.kind),
            roles: actor
                .roles
                .iter()
                .map(|term| Office {
                    title: term.title.to_string(),
                    time: language.term(term.from.as_deref(), term.to.as_deref()),
                })
                .collect(),
            also: actor.also.iter().map(ToString::to_string).collect(),
            country: actor.country.as_deref(),
            wikidata: actor.wikidata.as_deref(),
            note: actor.note.as_deref(),
            part_of: site
                .timeline
                .chain_of(&actor.id)
                .into_iter()
                .skip(1)
                .map(|id| Link::actor(root, id, site.actor_name(id)))
                .collect(),
            parts: site
                .timeline
                .actors
                .iter()
                .filter(|other| other.of.as_ref() == Some(&actor.id))
                .map(|other| Link::actor(root, &other.id, &other.name))
                .collect(),
            cards: Card::all(site, events, root),
            claims: claims
                .iter()
                .map(|key| ClaimView::of(site, *key, root))
                .collect(),
            page,
        }
    }
}
