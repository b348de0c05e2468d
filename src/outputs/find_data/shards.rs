//! The words of a large timeline, in parts of the alphabet: who looks for something loads only
//! what can begin with it.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;
use serde::Serialize;

use super::letters::steps;
use crate::find::{each_folded, each_text};
use crate::model::{Event, Timeline};

/// From how many bytes on a part is full. Gzipped it is a little more than half of that.
const FULL: usize = 40_000;

/// A part of the alphabet.
#[derive(Default, Serialize)]
pub(super) struct Shard {
    /// Its first word.
    #[serde(skip)]
    pub(super) first: String,
    /// The words as [`each_folded`] makes them, a space behind each.
    words: String,
    /// Of each word, a space between two, the numbers of the events that have it as
    /// [`steps`].
    of: String,
}

impl Shard {
    fn is_full(&self) -> bool {
        self.words.len() + self.of.len() >= FULL
    }
}

/// The words of all events, in the order in which scripts have them.
pub(super) fn shards(timeline: &Timeline) -> Vec<Shard> {
    let words = all_words(timeline);
    let mut order: Vec<(&str, &[usize])> = words
        .numbers
        .iter()
        .filter_map(|(word, number)| Some((&**word, words.events.get(*number)?.as_slice())))
        .collect();
    order.par_sort_unstable_by(|a, b| in_order(a.0, b.0));
    let mut shards: Vec<Shard> = Vec::new();
    for (word, events) in order {
        if shards.last().is_none_or(Shard::is_full) {
            shards.push(Shard {
                first: word.to_owned(),
                ..Shard::default()
            });
        }
        if let Some(shard) = shards.last_mut() {
            shard.words.push_str(word);
            shard.words.push(' ');
            steps(&mut shard.of, events.iter().copied());
            shard.of.push(' ');
        }
    }
    shards
}

/// The order of texts in scripts, which go by the units of UTF-16.
fn in_order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() || b.is_ascii() {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

/// Words with the numbers of the events that have them.
#[derive(Default)]
struct Words {
    numbers: HashMap<Box<str>, usize, BuildHasherDefault<Fnv>>,
    events: Vec<Vec<usize>>,
}

impl Words {
    /// The events of a word.
    fn events_of(&mut self, word: &str) -> &mut Vec<usize> {
        let known = self.numbers.get(word).copied();
        let number = known.unwrap_or_else(|| {
            self.numbers.insert(word.into(), self.events.len());
            self.events.push(Vec::new());
            self.events.len() - 1
        });
        &mut self.events[number]
    }

    /// Of events, the first of which has this number.
    fn of(timeline: &Timeline, events: &[Event], first: usize) -> Self {
        let mut words = Words::default();
        for (number, event) in (first..).zip(events) {
            each_text(timeline, event, |text| {
                each_folded(text, |word| {
                    let events = words.events_of(word);
                    if events.last() != Some(&number) {
                        events.push(number);
                    }
                });
            });
        }
        words
    }

    /// With those of later events.
    fn and(mut self, later: Self) -> Self {
        let mut events = later.events;
        for (word, number) in later.numbers {
            let later = std::mem::take(&mut events[number]);
            if let Some(number) = self.numbers.get(&word) {
                self.events[*number].extend(later);
            } else {
                self.numbers.insert(word, self.events.len());
                self.events.push(later);
            }
        }
        self
    }
}

fn all_words(timeline: &Timeline) -> Words {
    let events = timeline.events.as_slice();
    let size = events.len().div_ceil(rayon::current_num_threads()).max(1);
    let parts = events.par_chunks(size).enumerate();
    let parts: Vec<Words> = parts
        .map(|(part, events)| Words::of(timeline, events, part * size))
        .collect();
    parts.into_iter().reduce(Words::and).unwrap_or_default()
}

/// The hash of Fowler, Noll and Vo: for short words faster than what resists an attacker, of
/// whom there is none here.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
