//! Where a claim comes from: the reports that carry it, down to their origins.

use std::collections::{BTreeMap, BTreeSet};

use super::{Event, Timeline};
use crate::schema::{Attribution, ClaimRecord, SourceId, SourceType};

/// The origins of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// How many reports carry it.
    pub reports: usize,
    /// How many of them are independent of one another: reports that meet in an origin
    /// count as one. A digest that does not say what it rests on adds nothing to others,
    /// and counts as one alone.
    pub count: usize,
    /// Each report's way down.
    pub chains: Vec<Chain>,
}

/// A report with what it had the claim from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The report.
    pub source: SourceId,
    /// What it had the claim from, or may have had it from; empty at an origin.
    pub from: Vec<Chain>,
    /// A digest that does not say what it rests on.
    pub unstated: bool,
}

impl Chain {
    /// The ends of the chain, as a set.
    fn set(&self) -> BTreeSet<SourceId> {
        let mut set = BTreeSet::new();
        self.origins(&mut set);
        set
    }

    /// Collects the ends of the chain.
    fn origins(&self, into: &mut BTreeSet<SourceId>) {
        if self.from.is_empty() {
            if !self.unstated {
                into.insert(self.source.clone());
            }
        } else {
            for chain in &self.from {
                chain.origins(into);
            }
        }
    }
}

impl Origins {
    /// The origins of a claim of this timeline.
    pub fn of(timeline: &Timeline, claim: &ClaimRecord) -> Self {
        let chains: Vec<_> = claim
            .reported_by
            .iter()
            .map(|report| chain_of(timeline, report))
            .collect();
        Origins {
            reports: reports(claim),
            count: independent(chains.iter().map(Chain::set)),
            chains,
        }
    }

    /// How many reports of an event are independent of one another, given the origins of
    /// its claims. A report that had one claim from here and another from there is one
    /// report all the same.
    pub fn of_event(timeline: &Timeline, event: &Event, claims: &[Origins]) -> usize {
        let mut of_report: BTreeMap<&SourceId, BTreeSet<SourceId>> = BTreeMap::new();
        for chain in claims.iter().flat_map(|origins| &origins.chains) {
            chain.origins(of_report.entry(&chain.source).or_default());
        }
        for report in event.reports() {
            // What is known only through another report is counted with that one.
            let read = timeline
                .sources
                .get(report)
                .is_none_or(|source| source.via.is_none());
            if read && !of_report.contains_key(report) {
                of_report.insert(report, down(timeline, report, &mut Vec::new()).set());
            }
        }
        independent(of_report.into_values())
    }
}

fn reports(claim: &ClaimRecord) -> usize {
    let sources: BTreeSet<_> = claim
        .reported_by
        .iter()
        .map(|report| &report.source)
        .collect();
    sources.len()
}

fn chain_of(timeline: &Timeline, report: &Attribution) -> Chain {
    let mut path = Vec::new();
    match &report.from {
        Some(from) if *from == report.source => end(timeline, &report.source),
        Some(from) => Chain {
            source: report.source.clone(),
            from: vec![down(timeline, from, &mut path)],
            unstated: false,
        },
        None => down(timeline, &report.source, &mut path),
    }
}

fn end(timeline: &Timeline, source: &SourceId) -> Chain {
    let unstated = timeline
        .sources
        .get(source)
        .is_some_and(|source| source.source_type == SourceType::Aggregation);
    Chain {
        source: source.clone(),
        from: Vec::new(),
        unstated,
    }
}

fn down(timeline: &Timeline, source: &SourceId, path: &mut Vec<SourceId>) -> Chain {
    let mut chain = end(timeline, source);
    // A circle is an error elsewhere; it must not hang us here.
    if path.contains(source) {
        return chain;
    }
    path.push(source.clone());
    if let Some(record) = timeline.sources.get(source) {
        chain.from = record
            .relays
            .iter()
            .map(|relayed| down(timeline, relayed, path))
            .collect();
    }
    path.pop();
    if !chain.from.is_empty() {
        chain.unstated = false;
    }
    chain
}

/// How many of the sets are independent of one another: have no origin in common. The
/// smallest are taken first, so that a digest of two reports does not make one of them.
/// Sets of nothing, of reports that do not say what they rest on, count as one if there
/// is no other.
fn independent(sets: impl Iterator<Item = BTreeSet<SourceId>>) -> usize {
    let mut sets: Vec<_> = sets.collect();
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let any = usize::from(!sets.is_empty());
    let mut taken: BTreeSet<SourceId> = BTreeSet::new();
    let mut count = 0;
    for origins in sets.into_iter().filter(|origins| !origins.is_empty()) {
        if taken.is_disjoint(&origins) {
            count += 1;
            taken.extend(origins);
        }
    }
    count.max(any)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(sets: &[&[&str]]) -> usize {
        let set = |ids: &&[&str]| ids.iter().map(|id| SourceId((*id).to_owned())).collect();
        independent(sets.iter().map(set))
    }

    #[test]
    fn reports_that_meet_in_an_origin_count_as_one() {
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[&["a"], &["b"]]), 2);
        assert_eq!(count(&[&["a"], &["b"], &["a"]]), 2);
        assert_eq!(count(&[&["a", "b"], &["b", "c"], &["e"]]), 2);
    }

    #[test]
    fn a_digest_of_two_reports_leaves_them_two() {
        assert_eq!(count(&[&["a"], &["b"], &["a", "b"]]), 2);
        assert_eq!(count(&[&["a", "b"], &["a"]]), 1);
    }

    #[test]
    fn a_report_without_a_stated_origin_adds_nothing_and_is_one_alone() {
        assert_eq!(count(&[&[]]), 1);
        assert_eq!(count(&[&[], &[]]), 1);
        assert_eq!(count(&[&[], &["a"]]), 1);
    }
}
