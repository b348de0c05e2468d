//! By what events are chosen on the first page, and what there is to choose.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::site::Site;
use crate::model::{Event, Timeline};
use crate::schema::{ActorId, KINDS, Kind, PlaceId, Status, TopicId};
use crate::words::Interface;

/// By what events are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// By who takes part or speaks.
    Actor,
    /// By what they are about.
    Topic,
    /// By their kind.
    Kind,
    /// By their status.
    Status,
    /// By where they are.
    Place,
    /// By who reports them.
    Outlet,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name in addresses.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How deep it stands: what it is a part of comes before it, and stands one higher.
    pub depth: usize,
}

impl Facet {
    /// All of them, in the order of the page.
    pub const ALL: &[Self] = &[
        Facet::Actor,
        Facet::Topic,
        Facet::Kind,
        Facet::Status,
        Facet::Place,
        Facet::Outlet,
    ];

    /// Its name in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Facet::Actor => "actor",
            Facet::Topic => "topic",
            Facet::Kind => "kind",
            Facet::Status => "status",
            Facet::Place => "place",
            Facet::Outlet => "outlet",
        }
    }

    /// What it is called on the page.
    pub(super) fn label(self, words: &'static Interface) -> &'static str {
        match self {
            Facet::Actor => words.who,
            Facet::Topic => words.about,
            Facet::Kind => words.find.kind,
            Facet::Status => words.status,
            Facet::Place => words.place,
            Facet::Outlet => words.outlet,
        }
    }

    /// What an event falls under, each followed by what it is a part of.
    fn paths<'t>(self, timeline: &'t Timeline, event: &'t Event) -> Vec<Vec<&'t str>> {
        match self {
            Facet::Actor => {
                let take_part = event.actors.iter().map(|part| &part.who);
                let speak = event.claims.iter().filter_map(|claim| claim.by.actor());
                take_part
                    .chain(speak)
                    .map(|actor| {
                        timeline
                            .chain_of(actor)
                            .into_iter()
                            .map(|id| &**id)
                            .collect()
                    })
                    .collect()
            }
            Facet::Topic => event.topics.iter().map(|topic| vec![&**topic]).collect(),
            Facet::Kind => vec![vec![event.kind.word]],
            Facet::Status => vec![vec![event.status.word()]],
            Facet::Place => event
                .place
                .iter()
                .map(|place| {
                    timeline
                        .chain_of_place(place)
                        .into_iter()
                        .map(|id| &**id)
                        .collect()
                })
                .collect(),
            Facet::Outlet => event
                .reports()
                .into_iter()
                .filter_map(|id| timeline.sources.get(id)?.outlet.as_deref())
                .map(|outlet| vec![outlet])
                .collect(),
        }
    }

    /// The ids of all that an event falls under: those of [`Facet::of`], and what these are
    /// a part of.
    pub fn under<'t>(self, timeline: &'t Timeline, event: &'t Event) -> BTreeSet<&'t str> {
        self.paths(timeline, event).into_iter().flatten().collect()
    }

    /// The ids of what an event falls under itself.
    pub fn of<'t>(self, timeline: &'t Timeline, event: &'t Event) -> BTreeSet<&'t str> {
        self.paths(timeline, event)
            .into_iter()
            .filter_map(|path| path.first().copied())
            .collect()
    }

    /// What there is to choose: what has the most events first, the parts of something behind
    /// it; the kind that is none last, and statuses in the order of the format.
    pub fn choices(self, site: &Site<'_>) -> Vec<Choice> {
        let timeline = site.timeline;
        if self == Facet::Status {
            return statuses(site);
        }
        let mut tally = Tally::default();
        for event in &timeline.events {
            tally.add(&self.paths(timeline, event));
        }
        let mut choices = tally.in_order(|id| self.name(site, id));
        if self == Facet::Kind {
            choices.sort_by_key(|choice| choice.id == "other");
        }
        choices
    }

    /// What a choice is called.
    fn name(self, site: &Site<'_>, id: &str) -> String {
        match self {
            Facet::Actor => site.actor_name(&ActorId(id.to_owned())).to_owned(),
            Facet::Topic => site.language.name_of(&TopicId(id.to_owned())),
            Facet::Kind => KINDS
                .iter()
                .find(|kind| kind.word == id)
                .map_or(id, |kind| site.language.kind(Kind::of(kind)))
                .to_owned(),
            Facet::Place => site
                .timeline
                .places
                .get(&PlaceId(id.to_owned()))
                .map_or(id, |place| &place.name)
                .to_owned(),
            Facet::Status | Facet::Outlet => id.to_owned(),
        }
    }
}

/// The statuses that an event has, had, or can have had: what is over was planned as long
/// as it was still to come.
fn statuses(site: &Site<'_>) -> Vec<Choice> {
    let first = site.known.first;
    let mut found = BTreeSet::new();
    for event in &site.timeline.events {
        found.insert(event.status);
        found.extend(event.history.iter().map(|state| state.status));
        if event.when.earliest().day() > first {
            found.insert(Status::Planned);
        }
    }
    Status::ALL
        .iter()
        .filter(|status| found.contains(status))
        .map(|status| Choice {
            id: status.word().to_owned(),
            name: site.language.sentence(site.language.status(*status)),
            depth: 0,
        })
        .collect()
}

/// How many events fall under what.
#[derive(Default)]
struct Tally<'t> {
    events: BTreeMap<&'t str, usize>,
    above: BTreeMap<&'t str, &'t str>,
}

impl<'t> Tally<'t> {
    /// Counts an event.
    fn add(&mut self, paths: &[Vec<&'t str>]) {
        for id in paths.iter().flatten().collect::<BTreeSet<_>>() {
            *self.events.entry(id).or_default() += 1;
        }
        for step in paths.iter().flat_map(|path| path.windows(2)) {
            if let [part, whole] = step {
                self.above.insert(part, whole);
            }
        }
    }

    /// Everything, with what belongs to it behind it.
    fn in_order(&self, name: impl Fn(&str) -> String) -> Vec<Choice> {
        let mut all: Vec<(&str, String)> = self.events.keys().map(|id| (*id, name(id))).collect();
        all.sort_by_cached_key(|(id, name)| (Reverse(self.events[id]), name.to_lowercase(), *id));
        let mut below: BTreeMap<Option<&str>, Vec<&(&str, String)>> = BTreeMap::new();
        for choice in &all {
            below
                .entry(self.above.get(choice.0).copied())
                .or_default()
                .push(choice);
        }
        let mut choices = Vec::with_capacity(all.len());
        let mut open: Vec<(&(&str, String), usize)> = Vec::new();
        let roots = below.get(&None).into_iter().flatten();
        open.extend(roots.rev().map(|choice| (*choice, 0)));
        while let Some((choice, depth)) = open.pop() {
            choices.push(Choice {
                id: choice.0.to_owned(),
                name: choice.1.clone(),
                depth,
            });
            let parts = below.get(&Some(choice.0)).into_iter().flatten();
            open.extend(parts.rev().map(|part| (*part, depth + 1)));
        }
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_behind_their_whole_and_what_has_more_events_comes_first() {
        let mut tally = Tally::default();
        tally.add(&[vec!["nato"], vec!["yellen", "treasury", "us"]]);
        tally.add(&[vec!["house", "us"], vec!["treasury", "us"]]);
        tally.add(&[vec!["eu"]]);
        tally.add(&[vec!["house", "us"], vec!["us"]]);
        tally.add(&[vec!["house", "us"]]);
        let order: Vec<_> = tally
            .in_order(str::to_uppercase)
            .into_iter()
            .map(|choice| (choice.name, choice.depth))
            .collect();
        let expected = [
            ("US", 0),
            ("HOUSE", 1),
            ("TREASURY", 1),
            ("YELLEN", 2),
            ("EU", 0),
            ("NATO", 0),
        ];
        assert_eq!(
            order,
            expected.map(|(name, depth)| (name.to_owned(), depth))
        );
    }
}
