//! What a file of the site rests on: where that is the same, so is the file.
//!
//! A page of one event, or of some, rests on the texts of their files, on those of the events
//! to which they are related, and on all files that are not of events: actors, places, sources,
//! lessons and what the timeline is. It is told by a digest of these.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::model::TextDigest;
use crate::views::Site;

/// What a file of the site rests on, as a digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Basis([u8; 16]);

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Basis({self})")
    }
}

impl Basis {
    /// What [`Display`](fmt::Display) wrote.
    pub fn read(hex: &str) -> Option<Self> {
        let number = u128::from_str_radix(hex, 16).ok()?;
        (hex.len() == 32).then(|| Basis(number.to_be_bytes()))
    }

    fn of(digest: Sha256) -> Self {
        let all: [u8; 32] = digest.finalize().into();
        let mut half = [0; 16];
        half.copy_from_slice(&all[..16]);
        Basis(half)
    }
}

/// What the events of a site bring to the files that rest on them.
#[derive(Debug)]
pub(crate) struct Bases {
    /// What every file rests on.
    frame: TextDigest,
    /// Of each event: its text with those of the events to which it is related.
    events: Vec<Basis>,
}

impl Bases {
    /// Works it out.
    pub(crate) fn of(site: &Site<'_>) -> Self {
        let events = site.timeline.events.as_slice();
        let mut related: Vec<Vec<usize>> = vec![Vec::new(); events.len()];
        for edge in site.relations.edges() {
            let (from, to) = (edge.from.0, edge.to.0);
            if from != to {
                related[from].push(to);
                related[to].push(from);
            }
        }
        let frame = format!(
            "{:?} {:?} {} {} {} {}",
            site.as_of,
            site.standing.figures,
            site.one_file,
            site.calendar,
            site.is_large(),
            site.timeline.events.len() > 1,
        );
        let mut whole = Sha256::new();
        whole.update(site.timeline.frame);
        whole.update(frame);
        let frame = TextDigest(whole.finalize().into());
        let events = events.iter().zip(&mut related).map(|(event, related)| {
            related.sort_unstable();
            related.dedup();
            let mut digest = Sha256::new();
            let others = related.iter().map(|other| &events[*other]);
            for event in std::iter::once(event).chain(others) {
                digest.update(&*event.id);
                digest.update([0]);
                digest.update(event.text);
            }
            Basis::of(digest)
        });
        Bases {
            frame,
            events: events.collect(),
        }
    }

    /// Of a file made of the events with these numbers, in their order. `beside` is all else
    /// that it shows and that does not follow from them.
    pub(crate) fn of_events(
        &self,
        numbers: impl IntoIterator<Item = usize>,
        beside: &str,
    ) -> Basis {
        let mut digest = Sha256::new();
        digest.update(self.frame);
        for number in numbers {
            digest.update(self.events[number].0);
        }
        digest.update(beside);
        Basis::of(digest)
    }
}
