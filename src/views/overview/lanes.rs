//! The lanes: who stands on the drawing.

use std::collections::BTreeMap;

use super::Span;
use crate::schema::ActorId;
use crate::views::site::Site;

/// The lanes, and in which of them each event is drawn.
#[derive(Clone, Debug)]
pub(super) struct Lanes {
    /// Their names.
    pub names: Vec<String>,
    /// Of each event that is drawn, the numbers of its lanes.
    pub of: Vec<Vec<usize>>,
    /// What the lane of all others is called.
    others: &'static str,
}

impl Lanes {
    /// A lane for each of the main actors among the events, the busiest first, and one for
    /// all others. What belongs to an actor is in its lane.
    pub(super) fn of(site: &Site<'_>, drawn: &[(usize, Span)], about: Option<&ActorId>) -> Self {
        let apart = about.map_or_else(Vec::new, |id| site.timeline.chain_of(id));
        let events = site.timeline.events.as_slice();
        let mut busy: BTreeMap<&ActorId, Vec<usize>> = BTreeMap::new();
        for (index, (number, _)) in drawn.iter().enumerate() {
            for part in &events[*number].actors {
                let chain = site.timeline.chain_of(&part.who);
                if chain.iter().any(|id| Some(*id) == about) {
                    continue;
                }
                // The highest that is not above what the page is about.
                let Some(top) = chain.into_iter().rev().find(|id| !apart.contains(id)) else {
                    continue;
                };
                let lane = busy.entry(top).or_default();
                if lane.last() != Some(&index) {
                    lane.push(index);
                }
            }
        }
        let mut busy: Vec<_> = busy
            .into_iter()
            .filter(|(_, events)| events.len() > 1)
            .collect();
        busy.sort_by_key(|(id, events)| (std::cmp::Reverse(events.len()), *id));
        let mut of = vec![Vec::new(); drawn.len()];
        for (lane, (_, events)) in busy.iter().enumerate() {
            for index in events {
                of[*index].push(lane);
            }
        }
        let words = &site.words().overview;
        Lanes {
            names: busy
                .iter()
                .map(|(id, _)| site.actor_name(id).to_owned())
                .collect(),
            of,
            others: if about.is_some() || busy.is_empty() {
                words.alone
            } else {
                words.others
            },
        }
    }

    /// The first so many of them, and one for the events that are in none of these.
    pub(super) fn at_most(&self, most: usize) -> Self {
        let kept = self.names.len().min(most);
        let mut lanes = Lanes {
            names: self.names[..kept].to_vec(),
            of: self.of.clone(),
            others: self.others,
        };
        let mut rest = false;
        for of in &mut lanes.of {
            of.retain(|lane| *lane < kept);
            if of.is_empty() {
                of.push(kept);
                rest = true;
            }
        }
        if rest {
            lanes.names.push(self.others.to_owned());
        }
        lanes
    }
}
