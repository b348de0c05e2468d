//! Where a claim comes from: the reports that carry it, down to their origins.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Event, Timeline};
use crate::schema::{Attribution, ClaimRecord, SourceId, SourceType};

/// What the sources rest on, worked out once for all claims.
#[derive(Debug)]
pub struct Provenance<'t> {
    timeline: &'t Timeline,
    /// Of each source, the ends of all its ways down.
    ends: HashMap<&'t SourceId, BTreeSet<&'t SourceId>>,
}

/// The origins of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins<'t> {
    /// How many reports carry it.
    pub reports: usize,
    /// How many of them are independent of one another: reports that meet in an origin
    /// count as one. A digest that does not say what it rests on adds nothing to others,
    /// and counts as one alone.
    pub count: usize,
    /// Each report's way down.
    pub chains: Vec<Chain<'t>>,
}

/// A report with what it had the claim from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain<'t> {
    /// The report.
    pub source: &'t SourceId,
    /// What it had the claim from, or may have had it from; empty at an origin, and
    /// where this source's way down has been shown before.
    pub from: Vec<Chain<'t>>,
    /// A digest that does not say what it rests on.
    pub unstated: bool,
}

impl<'t> Provenance<'t> {
    /// Of all sources of a timeline.
    pub fn of(timeline: &'t Timeline) -> Self {
        let mut provenance = Provenance {
            timeline,
            ends: HashMap::new(),
        };
        for source in &timeline.sources {
            provenance.find_ends(&source.id, &mut Vec::new());
        }
        provenance
    }

    fn find_ends(&mut self, id: &'t SourceId, path: &mut Vec<&'t SourceId>) {
        // A circle is an error elsewhere; it must not hang us here.
        if self.ends.contains_key(id) || path.contains(&id) {
            return;
        }
        let Some(source) = self.timeline.sources.get(id) else {
            return;
        };
        path.push(id);
        let mut ends = BTreeSet::new();
        for relayed in &source.relays {
            self.find_ends(relayed, path);
            match self.ends.get(relayed) {
                Some(found) => ends.extend(found),
                None => drop(ends.insert(relayed)),
            }
        }
        path.pop();
        if source.relays.is_empty() && source.source_type != SourceType::Aggregation {
            ends.insert(id);
        }
        self.ends.insert(id, ends);
    }

    /// The origins of a claim.
    pub fn of_claim(&self, claim: &'t ClaimRecord) -> Origins<'t> {
        let reported_by: &'t [Attribution] = &claim.reported_by;
        let reports: BTreeSet<_> = reported_by.iter().map(|report| &report.source).collect();
        Origins {
            reports: reports.len(),
            count: independent(reported_by.iter().map(|report| self.ends_of(report))),
            chains: reported_by
                .iter()
                .map(|report| self.chain(report))
                .collect(),
        }
    }

    /// How many of the reports that carry any of these claims are independent of one
    /// another.
    pub fn of_claims(&self, claims: impl Iterator<Item = &'t ClaimRecord>) -> usize {
        let reports = claims.flat_map(|claim| claim.reported_by.iter());
        independent(reports.map(|report| self.ends_of(report)))
    }

    /// How many of the reports that carry a claim are independent of one another, of those
    /// that are known.
    pub fn count_of(&self, claim: &'t ClaimRecord, known: impl Fn(&SourceId) -> bool) -> usize {
        let reported_by: &'t [Attribution] = &claim.reported_by;
        let reports = reported_by.iter().filter(|report| known(&report.source));
        independent(reports.map(|report| self.ends_among(report, &known)))
    }

    /// How many reports of an event are independent of one another. A report that had
    /// one claim from here and another from there is one report all the same.
    pub fn of_event(&self, event: &'t Event) -> usize {
        let mut of_report: BTreeMap<&SourceId, BTreeSet<&SourceId>> = BTreeMap::new();
        for report in event
            .record
            .claims
            .iter()
            .flat_map(|claim| claim.reported_by.iter())
        {
            of_report
                .entry(&report.source)
                .or_default()
                .extend(self.ends_of(report));
        }
        for report in event.record.reports() {
            // What is known only through another report is counted with that one.
            let read = self
                .timeline
                .sources
                .get(report)
                .is_none_or(|source| source.via.is_none());
            if read && !of_report.contains_key(report) {
                of_report.insert(report, self.ends.get(report).cloned().unwrap_or_default());
            }
        }
        independent(of_report.into_values())
    }

    /// The ends of what a report had a claim from; with those of the report through which
    /// alone it is known.
    fn ends_of(&self, report: &'t Attribution) -> BTreeSet<&'t SourceId> {
        self.ends_among(report, &|_| true)
    }

    /// The same, where the report through which it is known counts only if that is known.
    fn ends_among(
        &self,
        report: &'t Attribution,
        known: &impl Fn(&SourceId) -> bool,
    ) -> BTreeSet<&'t SourceId> {
        let mut ends = match &report.from {
            Some(from) if *from == report.source && self.is_digest(from) => BTreeSet::new(),
            Some(from) if *from == report.source => BTreeSet::from([&report.source]),
            Some(from) => self.ends.get(from).cloned().unwrap_or_default(),
            None => self.ends.get(&report.source).cloned().unwrap_or_default(),
        };
        let source = self.timeline.sources.get(&report.source);
        if let Some(via) = source.and_then(|source| source.via.as_ref())
            && known(via)
        {
            ends.extend(self.ends.get(via).into_iter().flatten());
        }
        ends
    }

    fn is_digest(&self, id: &SourceId) -> bool {
        let source = self.timeline.sources.get(id);
        source.is_some_and(|source| source.source_type == SourceType::Aggregation)
    }

    fn chain(&self, report: &'t Attribution) -> Chain<'t> {
        let mut shown = BTreeSet::new();
        match &report.from {
            Some(from) if *from == report.source => Chain {
                source: &report.source,
                from: Vec::new(),
                unstated: self.is_digest(from),
            },
            Some(from) => Chain {
                source: &report.source,
                from: vec![self.down(from, &mut shown)],
                unstated: false,
            },
            None => self.down(&report.source, &mut shown),
        }
    }

    /// The way down from a source; of one that comes twice only the first time.
    fn down(&self, id: &'t SourceId, shown: &mut BTreeSet<&'t SourceId>) -> Chain<'t> {
        let mut chain = Chain {
            source: id,
            from: Vec::new(),
            unstated: false,
        };
        if let Some(source) = self.timeline.sources.get(id)
            && shown.insert(id)
        {
            chain.from = source
                .relays
                .iter()
                .map(|relayed| self.down(relayed, shown))
                .collect();
            chain.unstated = chain.from.is_empty() && self.is_digest(id);
        }
        chain
    }
}

/// The most reports for which every choice of them is tried.
const FEW: usize = 12;

/// How many of the sets are independent of one another: the most that can be chosen so
/// that no two have an origin in common. Of many, the smallest are taken first, which may
/// find fewer but never more. Sets of nothing, of reports that do not say what they rest
/// on, count as one if there is no other.
fn independent<'t>(sets: impl Iterator<Item = BTreeSet<&'t SourceId>>) -> usize {
    let mut sets: Vec<_> = sets.collect();
    let any = usize::from(!sets.is_empty());
    sets.retain(|origins| !origins.is_empty());
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let best = if sets.len() <= FEW {
        most(&sets)
    } else {
        greedy(&sets)
    };
    best.max(any)
}

fn most(sets: &[BTreeSet<&SourceId>]) -> usize {
    let Some((first, rest)) = sets.split_first() else {
        return 0;
    };
    let apart: Vec<_> = rest
        .iter()
        .filter(|other| other.is_disjoint(first))
        .cloned()
        .collect();
    let with = 1 + most(&apart);
    // Without the first only where it stands in another's way.
    if apart.len() == rest.len() {
        with
    } else {
        with.max(most(rest))
    }
}

fn greedy(sets: &[BTreeSet<&SourceId>]) -> usize {
    let mut taken = BTreeSet::new();
    let free = sets.iter().filter(|origins| {
        let free = taken.is_disjoint(origins);
        if free {
            taken.extend(origins.iter().copied());
        }
        free
    });
    free.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(sets: &[&[&str]]) -> usize {
        let ids: Vec<Vec<SourceId>> = sets
            .iter()
            .map(|set| set.iter().map(|id| SourceId((*id).to_owned())).collect())
            .collect();
        independent(ids.iter().map(|set| set.iter().collect()))
    }

    #[test]
    fn reports_that_meet_in_an_origin_count_as_one() {
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[&["a"], &["b"]]), 2);
        assert_eq!(count(&[&["a"], &["b"], &["a"]]), 2);
        assert_eq!(count(&[&["a", "b"], &["b", "c"], &["e"]]), 2);
    }

    #[test]
    fn another_report_never_makes_them_fewer() {
        assert_eq!(count(&[&["a"], &["b"], &["a", "b"]]), 2);
        assert_eq!(count(&[&["a", "c"], &["b", "d"]]), 2);
        assert_eq!(count(&[&["a", "b"], &["a", "c"], &["b", "d"]]), 2);
    }

    #[test]
    fn a_report_without_a_stated_origin_adds_nothing_and_is_one_alone() {
        assert_eq!(count(&[&[]]), 1);
        assert_eq!(count(&[&[], &[]]), 1);
        assert_eq!(count(&[&[], &["a"]]), 1);
    }
}
