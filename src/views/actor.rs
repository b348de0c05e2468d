//! An actor's page.

use askama::Template;

use super::card::Card;
use super::claim::{ClaimView, SpeakerView};
use super::news::feed_title;
use super::overview::Overview;
use super::page::{Link, Page, Section};
use super::site::{Site, under};
use crate::schema::{ActorId, ClaimRecord};

/// An actor's page.
#[derive(Template)]
#[template(path = "actor.html", blocks = ["about"], whitespace = "minimize")]
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
    overview: Option<Overview>,
    cards: Vec<Card>,
    claims: Vec<ClaimView>,
    said_of: Vec<SaidOf>,
}

/// What others say of an event that the actor takes part in.
struct SaidOf {
    event: Link,
    lines: Vec<SaidLine>,
}

/// What somebody says.
struct SaidLine {
    claim: Link,
    speaker: String,
    said: Option<String>,
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
        let mut page = Page::new(
            site,
            Section::Actors,
            &folder,
            &actor.name,
            actor.note.as_deref().unwrap_or(&actor.name),
        )
        .with_feeds(&folder, feed_title(site, &actor.name));
        page.data.actor(site, number);
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
            country: actor.country.as_deref().map(|code| language.country(code)),
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
            overview: Overview::of(site, events, Some(&actor.id), root),
            cards: events
                .iter()
                .map(|number| Card::of(site, *number, root).for_actor(site, *number, &actor.id))
                .collect(),
            said_of: said_of(site, &actor.id, events, root),
            claims: claims
                .iter()
                .map(|key| ClaimView::of(site, *key, root))
                .collect(),
            page,
        }
    }
}

/// What others say of the events in which the actor itself takes part.
fn said_of(site: &Site<'_>, actor: &ActorId, events: &[usize], root: &str) -> Vec<SaidOf> {
    let own = |claim: &ClaimRecord| {
        let speaker = claim.by.actor();
        speaker.is_some_and(|speaker| site.timeline.chain_of(speaker).contains(&actor))
    };
    let takes_part = |number: &&usize| {
        let parts = &site.timeline.events.as_slice()[**number].actors;
        parts.iter().any(|part| part.who == *actor)
    };
    let of_event = |number: &usize| {
        let event = &site.timeline.events.as_slice()[*number];
        let claims = event.claims.iter().filter(|claim| !own(claim));
        SaidOf {
            event: Link::event(root, &event.id, &event.title),
            lines: claims
                .map(|claim| SaidLine {
                    claim: Link::claim(root, &event.id, &claim.id, &claim.text),
                    speaker: SpeakerView::of(site, claim, root).name,
                    said: claim.said.as_ref().map(|said| site.language.when(said)),
                })
                .collect(),
        }
    };
    events
        .iter()
        .filter(takes_part)
        .map(of_event)
        .filter(|of| !of.lines.is_empty())
        .collect()
}
