//! The lanes: who stands on the drawing.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Span;
use crate::schema::ActorId;
use crate::views::site::Site;

/// The actors that may have lanes, the busiest first.
pub(super) struct Busy<'s> {
    /// Each with its events, by their places among those that are drawn.
    actors: Vec<(&'s ActorId, Vec<usize>)>,
    site: &'s Site<'s>,
    /// How many events are drawn.
    drawn: usize,
    /// What the lane of all others is called.
    others: &'static str,
}

/// The lanes, and in which of them each event is drawn.
#[derive(Clone, Debug)]
pub(super) struct Lanes {
    /// Their names.
    pub names: Vec<String>,
    /// Of each event that is drawn, its lanes.
    pub of: Vec<Which>,
}

/// Some of the lanes, of which there are never many: a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Which(u32);

impl Which {
    fn add(&mut self, lane: usize) {
        self.0 |= 1 << lane;
    }

    /// Their numbers.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |lane| self.0 & (1 << lane) != 0)
    }
}

impl<'s> Busy<'s> {
    /// The main actors among the events that are drawn. What belongs to an actor counts as
    /// it; what the page is about needs no lane.
    pub(super) fn of(site: &'s Site<'s>, drawn: &[(usize, Span)], about: Option<&ActorId>) -> Self {
        let apart = about.map_or_else(Vec::new, |id| site.timeline.chain_of(id));
        // The highest that is not above what the page is about.
        let top_of = |id: &'s ActorId| {
            let chain = site.timeline.chain_of(id);
            if chain.iter().any(|id| Some(*id) == about) {
                return None;
            }
            chain.into_iter().rev().find(|id| !apart.contains(id))
        };
        let events = site.timeline.events.as_slice();
        let mut actors: Vec<(&ActorId, Vec<usize>)> = Vec::new();
        let mut numbers: HashMap<&ActorId, usize> = HashMap::new();
        let mut tops: HashMap<&ActorId, Option<usize>> = HashMap::new();
        for (index, (number, _)) in drawn.iter().enumerate() {
            for part in &events[*number].actors {
                let top = *tops.entry(&part.who).or_insert_with(|| {
                    let top = top_of(&part.who)?;
                    Some(*numbers.entry(top).or_insert_with(|| {
                        actors.push((top, Vec::new()));
                        actors.len() - 1
                    }))
                });
                if let Some(top) = top
                    && actors[top].1.last() != Some(&index)
                {
                    actors[top].1.push(index);
                }
            }
        }
        actors.retain(|(_, events)| events.len() > 1);
        actors.sort_by_key(|(id, events)| (Reverse(events.len()), *id));
        let words = &site.words().overview;
        Busy {
            others: if about.is_some() || actors.is_empty() {
                words.alone
            } else {
                words.others
            },
            actors,
            site,
            drawn: drawn.len(),
        }
    }

    /// A lane for each of the first so many of them, and one for the events that are in none
    /// of these.
    pub(super) fn at_most(&self, most: usize) -> Lanes {
        let kept = self.actors.len().min(most);
        let mut names: Vec<String> = Vec::with_capacity(kept + 1);
        let mut of = vec![Which::default(); self.drawn];
        for (lane, (id, events)) in self.actors[..kept].iter().enumerate() {
            names.push(self.site.actor_name(id).to_owned());
            for index in events {
                of[*index].add(lane);
            }
        }
        let mut rest = false;
        for of in of.iter_mut().filter(|of| of.0 == 0) {
            of.add(kept);
            rest = true;
        }
        if rest {
            names.push(self.others.to_owned());
        }
        Lanes { names, of }
    }
}
