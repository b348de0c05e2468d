//! What belongs to an actor, a topic or a source, found by its id.

use std::collections::BTreeMap;
use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::model::{ClaimKey, Timeline};
use crate::schema::{ActorId, SourceId, TopicId};

/// What belongs to each actor, topic and source of a timeline: the numbers of events, claims
/// and sources, in their order.
pub(super) struct Indexes<'t> {
    /// The events in which each actor, or what belongs to it, takes part or speaks.
    pub(super) events_of_actor: BTreeMap<&'t ActorId, Vec<usize>>,
    /// The claims that each actor makes itself, or somebody unnamed of it.
    pub(super) claims_of_actor: BTreeMap<&'t ActorId, Vec<ClaimKey>>,
    /// The events of each topic.
    pub(super) events_of_topic: BTreeMap<&'t TopicId, Vec<usize>>,
    /// The events that each source tells of.
    pub(super) events_of_source: BTreeMap<&'t SourceId, Vec<usize>>,
    /// The claims that each source carries, or that a report says to have from it.
    pub(super) claims_of_source: BTreeMap<&'t SourceId, Vec<ClaimKey>>,
    /// The sources that pass each source on.
    pub(super) relayed_by: BTreeMap<&'t SourceId, Vec<usize>>,
}

impl<'t> Indexes<'t> {
    /// Finds it.
    pub(super) fn of(timeline: &'t Timeline) -> Self {
        let (sources, (actors, others)) = rayon::join(
            || of_sources(timeline),
            || (of_actors(timeline), of_others(timeline)),
        );
        Indexes {
            events_of_actor: actors.0,
            claims_of_actor: actors.1,
            events_of_topic: others.0,
            events_of_source: sources.0,
            claims_of_source: sources.1,
            relayed_by: others.1,
        }
    }
}

type Sorted<'t, K, V> = BTreeMap<&'t K, Vec<V>>;

fn of_sources(
    timeline: &Timeline,
) -> (Sorted<'_, SourceId, usize>, Sorted<'_, SourceId, ClaimKey>) {
    let (mut events, mut claims) = (Index::default(), Index::default());
    for (number, event) in timeline.events.iter().enumerate() {
        for source in event.reports() {
            events.add(source, number);
        }
        for (claim_number, claim) in event.claims.iter().enumerate() {
            for report in claim.reported_by.iter() {
                for source in std::iter::once(&report.source).chain(&report.from) {
                    claims.add(source, (number, claim_number));
                }
            }
        }
    }
    (events.sorted(), claims.sorted())
}

fn of_actors(timeline: &Timeline) -> (Sorted<'_, ActorId, usize>, Sorted<'_, ActorId, ClaimKey>) {
    let (mut events, mut claims) = (Index::default(), Index::default());
    for (number, event) in timeline.events.iter().enumerate() {
        let take_part = event.actors.iter().map(|part| &part.who);
        let speak = event.claims.iter().filter_map(|claim| claim.by.actor());
        for actor in take_part.chain(speak) {
            for actor in timeline.chain_of(actor) {
                events.add(actor, number);
            }
        }
        for (claim_number, claim) in event.claims.iter().enumerate() {
            if let Some(actor) = claim.by.actor() {
                claims.add(actor, (number, claim_number));
            }
        }
    }
    (events.sorted(), claims.sorted())
}

/// The events of topics, and what passes sources on.
fn of_others(timeline: &Timeline) -> (Sorted<'_, TopicId, usize>, Sorted<'_, SourceId, usize>) {
    let (mut topics, mut relayed) = (Index::default(), Index::default());
    for (number, event) in timeline.events.iter().enumerate() {
        for topic in &event.topics {
            topics.add(topic, number);
        }
    }
    for (number, source) in timeline.sources.iter().enumerate() {
        for other in &source.relays {
            relayed.add(other, number);
        }
    }
    (topics.sorted(), relayed.sorted())
}

/// Values under keys, to be sorted when all are there.
struct Index<'t, K, V>(FxHashMap<&'t K, Vec<V>>);

impl<K, V> Default for Index<'_, K, V> {
    fn default() -> Self {
        Index(FxHashMap::default())
    }
}

impl<'t, K: Ord + Hash, V: PartialEq> Index<'t, K, V> {
    /// Adds a value, unless it is the one that was added last.
    fn add(&mut self, key: &'t K, value: V) {
        let values = self.0.entry(key).or_default();
        if values.last() != Some(&value) {
            values.push(value);
        }
    }

    fn sorted(self) -> Sorted<'t, K, V> {
        self.0.into_iter().collect()
    }
}

/// What an index holds under a key; nothing if it has no such key.
pub fn under<'i, K: Ord, V>(index: &'i BTreeMap<&K, Vec<V>>, key: &K) -> &'i [V] {
    index.get(key).map_or(&[], Vec::as_slice)
}
