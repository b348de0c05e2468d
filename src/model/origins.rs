//! Where a claim comes from: the reports that carry it, down to their origins.

use std::collections::BTreeSet;

use super::Timeline;
use crate::schema::{Attribution, ClaimRecord, SourceId, SourceType};

/// The origins of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// How many reports carry it.
    pub reports: usize,
    /// How many of them are independent of one another: reports whose origins overlap
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
    /// The ends of the chain.
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
            count: independent(chains.iter()),
            chains,
        }
    }

    /// How many independent origins several claims have together.
    pub fn together<'a>(claims: impl Iterator<Item = &'a Origins>) -> usize {
        independent(claims.flat_map(|origins| &origins.chains))
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

/// How many groups there are if chains that share an origin belong together.
fn independent<'a>(chains: impl Iterator<Item = &'a Chain>) -> usize {
    let mut groups: Vec<BTreeSet<SourceId>> = Vec::new();
    let mut any = false;
    for chain in chains {
        any = true;
        let mut origins = BTreeSet::new();
        chain.origins(&mut origins);
        if origins.is_empty() {
            continue;
        }
        let (shared, apart): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|group| !group.is_disjoint(&origins));
        groups = apart;
        origins.extend(shared.into_iter().flatten());
        groups.push(origins);
    }
    groups.len().max(usize::from(any))
}
