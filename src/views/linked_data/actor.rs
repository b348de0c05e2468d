//! Actors.

use super::node::{Json, Node};
use super::{LinkedData, Site, date};
use crate::schema::{ActorId, ActorKind, Term};

impl LinkedData {
    /// The page tells of an actor.
    pub(in crate::views) fn actor(&mut self, site: &Site<'_>, number: usize) {
        let actor = &site.timeline.actors.as_slice()[number];
        let whole = actor
            .of
            .as_ref()
            .filter(|of| is_organisation(site, of))
            .map(|of| self.actor_node(site, of));
        let belongs = if actor.kind == ActorKind::Person {
            "memberOf"
        } else {
            "parentOrganization"
        };
        let wikidata = actor.wikidata.as_ref();
        let person = Node::called(kind(actor.kind), self.addresses.actor_id(&actor.id))
            .with("name", &*actor.name)
            .each("alternateName", actor.also.iter().map(|name| &**name))
            .maybe("description", actor.note.as_deref())
            .maybe(
                "sameAs",
                wikidata.map(|item| format!("https://www.wikidata.org/wiki/{item}")),
            )
            .maybe(belongs, whole);
        let person = if actor.kind == ActorKind::Person {
            person.each("hasOccupation", actor.roles.iter().map(office))
        } else {
            person
        };
        self.main(person);
    }

    /// An actor, by the name.
    pub(super) fn actor_node(&self, site: &Site<'_>, id: &ActorId) -> Node {
        let actor = site.timeline.actors.get(id);
        let kind = actor.map_or("Thing", |actor| kind(actor.kind));
        Node::called(kind, self.addresses.actor_id(id)).with("name", site.actor_name(id))
    }
}

/// Whether it is anything but a person.
pub(super) fn is_organisation(site: &Site<'_>, id: &ActorId) -> bool {
    let actor = site.timeline.actors.get(id);
    actor.is_some_and(|actor| actor.kind != ActorKind::Person)
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Government | ActorKind::Ministry => "GovernmentOrganization",
        ActorKind::Organisation => "Organization",
        ActorKind::Company => "Corporation",
    }
}

/// An office; the time for which it was held, as far as a date can say it.
fn office(term: &Term) -> Json {
    let office = Node::of("Occupation").with("name", &*term.title);
    let day = |date: Option<&crate::schema::Date>| date.and_then(|date| date::single(date));
    let (from, to) = (day(term.from.as_ref()), day(term.to.as_ref()));
    if from.is_none() && to.is_none() {
        return office.into();
    }
    Node::of("Role")
        .with("hasOccupation", office)
        .maybe("startDate", from)
        .maybe("endDate", to)
        .into()
}
