//! `sequence`: cards to be put in the order of time.

use super::order::certainly_before;
use super::shuffle::Shuffle;
use crate::model::Event;

/// Cards to be put in the order of time.
///
/// Cards are named by their number among [`cards`](Sequence::cards), counted from 0.
#[derive(Clone, Debug)]
pub struct Sequence<'t> {
    /// The cards as they are dealt: in no right order, where there is a wrong one.
    pub cards: Vec<Card<'t>>,
    /// The key: groups of cards in the order of time. Cards of one group belong together
    /// because their dates may overlap; most groups are of one card.
    pub key: Vec<Group>,
}

/// A card.
#[derive(Clone, Debug)]
pub struct Card<'t> {
    /// The event on it.
    pub event: &'t Event,
    /// The cards that have to come before it.
    pub follows: Vec<usize>,
}

/// Cards that belong together in the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The cards, in the order of the timeline.
    pub cards: Vec<usize>,
    /// Whether every order of them is right. If not, it is that of the timeline, and some
    /// others: a card whose date may overlap with those of two others can come anywhere
    /// among these, though they have an order themselves.
    pub any_order: bool,
}

impl<'t> Sequence<'t> {
    /// The cards of events, which are in the order of time.
    pub fn of(events: &[&'t Event], shuffle: &mut Shuffle) -> Self {
        let known: Vec<Vec<bool>> = (events.iter())
            .map(|one| {
                let before = |other: &&Event| certainly_before(&one.when, &other.when);
                events.iter().map(before).collect()
            })
            .collect();
        let before = |one: usize, other: usize| known[one][other];
        let mut order = shuffle.deal(events.len());
        hide(&mut order, before);
        let place_of = |event: usize| order.iter().position(|dealt| *dealt == event).unwrap_or(0);
        let cards = order.iter().map(|event| Card {
            event: events[*event],
            follows: (0..order.len())
                .filter(|card| before(order[*card], *event))
                .collect(),
        });
        let key = groups(events.len(), before).into_iter().map(|group| Group {
            any_order: is_free(&group, before),
            cards: group.into_iter().map(place_of).collect(),
        });
        Sequence {
            key: key.collect(),
            cards: cards.collect(),
        }
    }

    /// Whether an order of the cards is right.
    pub fn accepts(&self, order: &[usize]) -> bool {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        let all = sorted.into_iter().eq(0..self.cards.len());
        let right = |place: usize| {
            let later = &order[place + 1..];
            let card = &self.cards[order[place]];
            !card.follows.iter().any(|before| later.contains(before))
        };
        all && (0..order.len()).all(right)
    }

    /// Whether there is a wrong order at all.
    pub fn has_order(&self) -> bool {
        self.cards.iter().any(|card| !card.follows.is_empty())
    }
}

/// Changes an order that would be accepted: two cards are exchanged whose order is known, of
/// several such pairs the one whose later card comes first, and then its earlier one.
fn hide(order: &mut [usize], before: impl Fn(usize, usize) -> bool) {
    let mut known = None;
    for later in 1..order.len() {
        for earlier in 0..later {
            if before(order[later], order[earlier]) {
                // It is wrong already.
                return;
            }
            if before(order[earlier], order[later]) {
                known = known.or(Some((earlier, later)));
            }
        }
    }
    if let Some((earlier, later)) = known {
        order.swap(earlier, later);
    }
}

/// Numbers in the order of time, those together that are joined by overlaps.
fn groups(count: usize, before: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group = Vec::new();
    // The last that may overlap with any so far: with it the group can end.
    let mut reach = 0;
    for number in 0..count {
        let last = (number + 1..count).rfind(|other| !before(number, *other));
        reach = reach.max(last.unwrap_or(number));
        group.push(number);
        if reach == number {
            groups.push(std::mem::take(&mut group));
        }
    }
    groups
}

fn is_free(group: &[usize], before: impl Fn(usize, usize) -> bool) -> bool {
    let mut pairs = group
        .iter()
        .flat_map(|one| group.iter().map(move |other| (*one, *other)));
    !pairs.any(|(one, other)| before(one, other))
}
