//! An actor's page.

use askama::Template;

use super::card::Card;
use super::claim::ClaimView;
use super::indexes::under;
use super::ledger::{Ledger, Owner};
use super::news::feed_title;
use super::overview::Overview;
use super::page::{Link, Page, Section};
use super::recent::{Recent, latest, latest_claims};
use super::site::Site;
use super::years::YearLine;
use crate::schema::{ActorId, ClaimRecord};

/// Of many events the most of which it is told what others say.
const SAID_OF: usize = 10;

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
    recent: Option<Recent>,
    years: Vec<YearLine>,
    claims: Vec<ClaimView>,
    claims_of: Option<String>,
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
        let card = |number| Card::of(site, number, root).for_actor(site, number, &actor.id);
        let ledger = Self::ledger(site, number);
        let (claims, claims_of) = latest_claims(site, claims);
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
            cards: if ledger.is_some() {
                Vec::new()
            } else {
                events.iter().copied().map(card).collect()
            },
            said_of: if ledger.is_some() {
                let latest = latest(site, events);
                said_of(site, &actor.id, latest, root)
                    .take(SAID_OF)
                    .collect()
            } else {
                said_of(site, &actor.id, events.iter().copied(), root).collect()
            },
            recent: ledger.as_ref().map(|_| Recent::of(site, events, card)),
            years: ledger.map(|it| it.index(site)).unwrap_or_default(),
            claims: claims
                .into_iter()
                .map(|key| ClaimView::of(site, key, root))
                .collect(),
            claims_of,
            page,
        }
    }

    /// The pages of its events and claims, where they do not all stand on its own.
    pub fn ledger<'l>(site: &'l Site<'_>, number: usize) -> Option<Ledger<'l>> {
        let actor = &site.timeline.actors.as_slice()[number];
        let owner = Owner {
            section: Section::Actors,
            folder: format!("actors/{}/", actor.id),
            name: actor.name.to_string(),
            actor: Some(&actor.id),
        };
        let events = under(&site.events_of_actor, &actor.id);
        let claims = under(&site.claims_of_actor, &actor.id);
        Ledger::of(site, owner, events, claims)
    }
}

/// What others say of the events in which the actor itself takes part.
fn said_of(
    site: &Site<'_>,
    actor: &ActorId,
    events: impl Iterator<Item = usize>,
    root: &str,
) -> impl Iterator<Item = SaidOf> {
    let own = move |claim: &ClaimRecord| {
        let speaker = claim.by.actor();
        speaker.is_some_and(|speaker| site.timeline.chain_of(speaker).contains(&actor))
    };
    let takes_part = move |number: &usize| {
        let parts = &site.timeline.events.as_slice()[*number].actors;
        parts.iter().any(|part| part.who == *actor)
    };
    let of_event = move |number: usize| {
        let event = &site.timeline.events.as_slice()[number];
        let claims = event.claims.iter().filter(|claim| !own(claim));
        SaidOf {
            event: Link::event(root, &event.id, &event.title),
            lines: claims
                .map(|claim| SaidLine {
                    claim: Link::claim(root, &event.id, &claim.id, &claim.text),
                    speaker: site.speaker_name(&claim.by).to_owned(),
                    said: claim.said.as_ref().map(|said| site.language.when(said)),
                })
                .collect(),
        }
    };
    events
        .filter(takes_part)
        .map(of_event)
        .filter(|of| !of.lines.is_empty())
}
