//! Where a claim comes from: the reports that carry it, down to their origins.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use rustc_hash::FxHashMap;

use super::{Event, Timeline};
use crate::schema::{Attribution, ClaimRecord, SourceId, SourceType};

/// What the sources rest on, worked out once for all claims.
#[derive(Debug)]
pub struct Provenance<'t> {
    timeline: &'t Timeline,
    /// Of each source its rank in the order of the ids, by which it goes here.
    ranks: FxHashMap<&'t SourceId, u32>,
    /// Of each source, by its rank, the ends of all its ways down, in their order.
    ends: Vec<Option<Ends>>,
}

/// The ends of ways down, by their ranks, each once and in order.
type Ends = Box<[u32]>;

/// How many reports carry a claim, and how many of them are independent of one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many reports carry it.
    pub reports: usize,
    /// How many of them are independent of one another: reports that meet in an origin
    /// count as one. A digest that does not say what it rests on adds nothing to others,
    /// and counts as one alone.
    pub count: usize,
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
        let sources = timeline.sources.iter();
        let mut ids: Vec<&SourceId> = sources
            .flat_map(|source| std::iter::once(&source.id).chain(&source.relays))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let mut provenance = Provenance {
            timeline,
            ends: vec![None; ids.len()],
            ranks: (0..).zip(ids).map(|(rank, id)| (id, rank)).collect(),
        };
        for source in &timeline.sources {
            provenance.find_ends(&source.id, &mut Vec::new());
        }
        provenance
    }

    /// The rank of a source. Of one that there is not, which is an error elsewhere, a rank
    /// behind all others.
    fn rank(&self, id: &SourceId) -> u32 {
        self.ranks.get(id).copied().unwrap_or(u32::MAX)
    }

    fn ends(&self, id: &SourceId) -> Option<&[u32]> {
        self.ends.get(self.rank(id) as usize)?.as_deref()
    }

    fn find_ends(&mut self, id: &'t SourceId, path: &mut Vec<&'t SourceId>) {
        // A circle is an error elsewhere; it must not hang us here.
        if self.ends(id).is_some() || path.contains(&id) {
            return;
        }
        let Some(source) = self.timeline.sources.get(id) else {
            return;
        };
        path.push(id);
        let mut ends = Vec::new();
        for relayed in &source.relays {
            self.find_ends(relayed, path);
            match self.ends(relayed) {
                Some(found) => ends.extend(found),
                None => ends.push(self.rank(relayed)),
            }
        }
        path.pop();
        let rank = self.rank(id);
        if source.relays.is_empty() && source.source_type != SourceType::Aggregation {
            ends.push(rank);
        }
        if let Some(place) = self.ends.get_mut(rank as usize) {
            *place = Some(in_order(ends).into());
        }
    }

    /// The origins of a claim.
    pub fn of_claim(&self, claim: &'t ClaimRecord) -> Origins<'t> {
        let Tally { reports, count } = self.count(claim);
        let reported_by: &'t [Attribution] = &claim.reported_by;
        Origins {
            reports,
            count,
            chains: reported_by
                .iter()
                .map(|report| self.chain(report))
                .collect(),
        }
    }

    /// How many reports carry a claim, and how many of them are independent of one another.
    pub fn count(&self, claim: &ClaimRecord) -> Tally {
        let reported_by: &[Attribution] = &claim.reported_by;
        let mut reports: Vec<u32> = Vec::with_capacity(reported_by.len());
        for report in reported_by {
            let rank = self.rank(&report.source);
            if !reports.contains(&rank) {
                reports.push(rank);
            }
        }
        Tally {
            reports: reports.len(),
            count: independent(reported_by.iter().map(|report| self.ends_of(report))),
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
        let mut of_report: Vec<(&SourceId, Vec<u32>)> = Vec::new();
        let claims = event.record.claims.iter();
        for report in claims.flat_map(|claim| claim.reported_by.iter()) {
            let ends = self.ends_of(report);
            match of_report.iter_mut().find(|(id, _)| **id == report.source) {
                Some((_, all)) => all.extend(&*ends),
                None => of_report.push((&report.source, ends.into_owned())),
            }
        }
        for report in event.record.reports() {
            // What is known only through another report is counted with that one.
            let read = self
                .timeline
                .sources
                .get(report)
                .is_none_or(|source| source.via.is_none());
            if read && !of_report.iter().any(|(id, _)| *id == report) {
                of_report.push((report, self.ends(report).unwrap_or_default().into()));
            }
        }
        independent(
            of_report
                .into_iter()
                .map(|(_, ends)| Cow::Owned(in_order(ends))),
        )
    }

    /// The ends of what a report had a claim from; with those of the report through which
    /// alone it is known.
    fn ends_of(&self, report: &Attribution) -> Cow<'_, [u32]> {
        self.ends_among(report, &|_| true)
    }

    /// The same, where the report through which it is known counts only if that is known.
    fn ends_among(
        &self,
        report: &Attribution,
        known: &impl Fn(&SourceId) -> bool,
    ) -> Cow<'_, [u32]> {
        let ends = match &report.from {
            Some(from) if *from == report.source && self.is_digest(from) => Cow::default(),
            Some(from) if *from == report.source => Cow::Owned(vec![self.rank(from)]),
            Some(from) => Cow::Borrowed(self.ends(from).unwrap_or_default()),
            None => Cow::Borrowed(self.ends(&report.source).unwrap_or_default()),
        };
        let source = self.timeline.sources.get(&report.source);
        match source.and_then(|source| source.via.as_ref()) {
            Some(via) if known(via) => {
                let mut both = ends.into_owned();
                both.extend(self.ends(via).unwrap_or_default());
                Cow::Owned(in_order(both))
            }
            _ => ends,
        }
    }

    fn is_digest(&self, id: &SourceId) -> bool {
        let source = self.timeline.sources.get(id);
        source.is_some_and(|source| source.source_type == SourceType::Aggregation)
    }

    /// A report's way down from a claim.
    pub fn chain(&self, report: &'t Attribution) -> Chain<'t> {
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
fn independent<'e>(sets: impl Iterator<Item = Cow<'e, [u32]>>) -> usize {
    let mut sets: Vec<_> = sets.collect();
    if let [_] | [] = sets.as_slice() {
        return sets.len();
    }
    sets.retain(|origins| !origins.is_empty());
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let sets: Vec<&[u32]> = sets.iter().map(|set| &**set).collect();
    let best = if sets.len() <= FEW {
        most(&sets)
    } else {
        greedy(&sets)
    };
    best.max(1)
}

fn most(sets: &[&[u32]]) -> usize {
    let Some((first, rest)) = sets.split_first() else {
        return 0;
    };
    let apart: Vec<&[u32]> = rest
        .iter()
        .filter(|other| are_apart(other, first))
        .copied()
        .collect();
    let with = 1 + most(&apart);
    // Without the first only where it stands in another's way.
    if apart.len() == rest.len() {
        with
    } else {
        with.max(most(rest))
    }
}

fn greedy(sets: &[&[u32]]) -> usize {
    let mut taken = HashSet::new();
    let free = sets.iter().filter(|origins| {
        let free = !origins.iter().any(|origin| taken.contains(origin));
        if free {
            taken.extend(origins.iter().copied());
        }
        free
    });
    free.count()
}

/// Whether two sets, each in order, have nothing in common.
fn are_apart(one: &[u32], other: &[u32]) -> bool {
    let (few, many) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !few.iter().any(|it| many.binary_search(it).is_ok())
}

fn in_order(mut ranks: Vec<u32>) -> Vec<u32> {
    ranks.sort_unstable();
    ranks.dedup();
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(sets: &[&[&str]]) -> usize {
        let rank = |id: &&str| u32::from(id.as_bytes()[0]);
        independent(sets.iter().map(|set| set.iter().map(rank).collect()))
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
