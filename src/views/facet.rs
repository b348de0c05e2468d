//! By what events are chosen on the first page, and what there is to choose.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

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
    /// The numbers of the events that fall under it itself.
    pub events: Vec<usize>,
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

    /// Hands over the ids of what an event falls under itself, some perhaps more than once.
    fn each<'t>(self, timeline: &'t Timeline, event: &'t Event, mut take: impl FnMut(&'t str)) {
        match self {
            Facet::Actor => {
                event.actors.iter().for_each(|part| take(&part.who));
                let speak = event.claims.iter().filter_map(|claim| claim.by.actor());
                speak.for_each(|actor| take(actor));
            }
            Facet::Topic => event.topics.iter().for_each(|topic| take(topic)),
            Facet::Kind => take(event.kind.word),
            Facet::Status => take(event.status.word()),
            Facet::Place => event.place.iter().for_each(|place| take(place)),
            Facet::Outlet => {
                let outlet = |id| timeline.sources.get(id)?.outlet.as_deref();
                let claims = event.claims.iter();
                let reports = claims.flat_map(|claim| claim.reported_by.iter());
                let history = event.history.iter();
                let all = event
                    .sources
                    .iter()
                    .chain(reports.map(|report| &report.source))
                    .chain(history.filter_map(|state| state.source.as_ref()));
                all.filter_map(outlet).for_each(take);
            }
        }
    }

    /// What something is a part of.
    fn above<'t>(self, timeline: &'t Timeline, id: &str) -> Option<&'t str> {
        match self {
            Facet::Actor => {
                let actor = timeline.actors.get(&ActorId(id.to_owned()))?;
                actor.of.as_deref()
            }
            Facet::Place => {
                let place = timeline.places.get(&PlaceId(id.to_owned()))?;
                place.within.as_deref()
            }
            _ => None,
        }
    }

    /// The ids of all that an event falls under: those of [`Facet::of`], and what these are
    /// a part of.
    pub fn under<'t>(self, timeline: &'t Timeline, event: &'t Event) -> BTreeSet<&'t str> {
        let mut all = BTreeSet::new();
        for own in self.of(timeline, event) {
            let mut next = Some(own);
            while let Some(id) = next.filter(|id| all.insert(*id)) {
                next = self.above(timeline, id);
            }
        }
        all
    }

    /// The ids of what an event falls under itself.
    pub fn of<'t>(self, timeline: &'t Timeline, event: &'t Event) -> BTreeSet<&'t str> {
        let mut ids = BTreeSet::new();
        self.each(timeline, event, |id| {
            ids.insert(id);
        });
        ids
    }

    /// What there is to choose: what has the most events first, the parts of something behind
    /// it; the kind that is none last, and statuses in the order of the format.
    pub fn choices(self, site: &Site<'_>) -> Vec<Choice> {
        let timeline = site.timeline;
        let mut tally = Tally::default();
        for (number, event) in timeline.events.iter().enumerate() {
            self.each(timeline, event, |id| {
                tally.add(number, id, |id| self.above(timeline, id));
            });
        }
        if self == Facet::Status {
            return statuses(site, &mut tally);
        }
        let mut choices = tally.in_order(|id| self.name(site, id));
        if self == Facet::Kind {
            choices.sort_by_key(|choice| choice.id == "other");
        }
        choices
    }

    /// Whether there is more than one thing to choose.
    pub(super) fn is_choice(self, site: &Site<'_>) -> bool {
        let timeline = site.timeline;
        if self == Facet::Status && !site.is_large() {
            return self.choices(site).len() > 1;
        }
        let mut first = None;
        timeline.events.iter().any(|event| {
            let mut other = false;
            self.each(timeline, event, |id| {
                other |= *first.get_or_insert(id) != id || self.above(timeline, id).is_some();
            });
            other
        })
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

/// The statuses that an event has; where earlier days can be chosen also those it had, or
/// can have had: what is over was planned as long as it was still to come.
fn statuses(site: &Site<'_>, tally: &mut Tally<'_>) -> Vec<Choice> {
    let first = site.known.first;
    let mut earlier = BTreeSet::new();
    if !site.is_large() {
        for event in &site.timeline.events {
            earlier.extend(event.history.iter().map(|state| state.status));
            if event.when.earliest().day() > first {
                earlier.insert(Status::Planned);
            }
        }
    }
    let statuses = Status::ALL.iter();
    statuses
        .filter_map(|status| {
            let events = tally.take(status.word());
            (events.is_some() || earlier.contains(status)).then(|| Choice {
                id: status.word().to_owned(),
                name: site.language.sentence(site.language.status(*status)),
                depth: 0,
                events: events.unwrap_or_default(),
            })
        })
        .collect()
}

/// Which events fall under what.
#[derive(Default)]
struct Tally<'t> {
    numbers: HashMap<&'t str, usize>,
    all: Vec<Counted<'t>>,
}

/// What events fall under.
struct Counted<'t> {
    id: &'t str,
    /// Its own number, and those of what it is a part of.
    up: Vec<usize>,
    /// How many events fall under it, or under a part of it.
    total: usize,
    /// The last of them.
    last: Option<usize>,
    /// The events that fall under it itself.
    events: Vec<usize>,
}

impl<'t> Tally<'t> {
    /// Counts that an event falls under something. Events come in their order.
    fn add(&mut self, event: usize, id: &'t str, above: impl Fn(&str) -> Option<&'t str>) {
        let number = self.number(id, above);
        let Some(own) = self.all.get_mut(number) else {
            return;
        };
        if own.events.last() == Some(&event) {
            return;
        }
        own.events.push(event);
        let up = std::mem::take(&mut own.up);
        for number in &up {
            if let Some(whole) = self.all.get_mut(*number)
                && whole.last.replace(event) != Some(event)
            {
                whole.total += 1;
            }
        }
        if let Some(own) = self.all.get_mut(number) {
            own.up = up;
        }
    }

    /// The number of something, which it is given with its first event.
    fn number(&mut self, id: &'t str, above: impl Fn(&str) -> Option<&'t str>) -> usize {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let mut chain = vec![id];
        while let Some(next) = chain.last().and_then(|id| above(id))
            && !chain.contains(&next)
        {
            chain.push(next);
        }
        let mut up = Vec::new();
        for id in chain.into_iter().rev() {
            let number = *self.numbers.entry(id).or_insert(self.all.len());
            up.insert(0, number);
            if number == self.all.len() {
                self.all.push(Counted {
                    id,
                    up: up.clone(),
                    total: 0,
                    last: None,
                    events: Vec::new(),
                });
            }
        }
        self.numbers[id]
    }

    /// The events that fall under something itself, if it is known.
    fn take(&mut self, id: &str) -> Option<Vec<usize>> {
        let number = self.numbers.get(id)?;
        Some(std::mem::take(&mut self.all.get_mut(*number)?.events))
    }

    /// Everything, with what belongs to it behind it.
    fn in_order(self, name: impl Fn(&str) -> String) -> Vec<Choice> {
        let whole_of: Vec<Option<usize>> =
            self.all.iter().map(|it| it.up.get(1).copied()).collect();
        let mut all: Vec<(usize, String, Counted<'t>)> = self
            .all
            .into_iter()
            .enumerate()
            .map(|(number, it)| (number, name(it.id), it))
            .collect();
        all.sort_by_cached_key(|(_, name, it)| (Reverse(it.total), name.to_lowercase(), it.id));
        let mut below: HashMap<Option<usize>, Vec<(usize, String, Counted<'t>)>> = HashMap::new();
        for choice in all.into_iter().rev() {
            below.entry(whole_of[choice.0]).or_default().push(choice);
        }
        let mut choices = Vec::with_capacity(whole_of.len());
        let mut open: Vec<(usize, String, Counted<'t>)> = below.remove(&None).unwrap_or_default();
        while let Some((number, name, it)) = open.pop() {
            choices.push(Choice {
                id: it.id.to_owned(),
                name,
                depth: it.up.len() - 1,
                events: it.events,
            });
            open.extend(below.remove(&Some(number)).into_iter().flatten());
        }
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_behind_their_whole_and_what_has_more_events_comes_first() {
        let above = |id: &str| match id {
            "yellen" => Some("treasury"),
            "treasury" | "house" => Some("us"),
            _ => None,
        };
        let mut tally = Tally::default();
        let events = [
            &["nato", "yellen"][..],
            &["house", "treasury", "house"],
            &["eu"],
            &["house", "us"],
            &["house"],
        ];
        for (number, ids) in events.iter().enumerate() {
            for id in *ids {
                tally.add(number, id, above);
            }
        }
        let order: Vec<_> = tally
            .in_order(str::to_uppercase)
            .into_iter()
            .map(|choice| (choice.name, choice.depth, choice.events))
            .collect();
        let expected = [
            ("US", 0, vec![3]),
            ("HOUSE", 1, vec![1, 3, 4]),
            ("TREASURY", 1, vec![1]),
            ("YELLEN", 2, vec![0]),
            ("EU", 0, vec![2]),
            ("NATO", 0, vec![0]),
        ];
        assert_eq!(
            order,
            expected.map(|(name, depth, events)| (name.to_owned(), depth, events))
        );
    }
}
