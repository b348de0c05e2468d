//! How the story stands: what is known, what is disputed, what comes next.

use std::collections::BTreeSet;

use super::{ClaimKey, Edge, Provenance, Relations, Timeline};
use crate::schema::{MeasureId, RelationKind, Status};

/// How the story stands, by what the reports say and nothing else.
#[derive(Clone, Debug, Default)]
pub struct Standing<'t> {
    /// Claims that two or more independent origins bear out, and nobody denies, disputes or
    /// supersedes.
    pub known: Vec<Confirmed>,
    /// Denials and disputes.
    pub disputed: Vec<Edge>,
    /// Measures whose figures differ.
    pub figures: Vec<&'t MeasureId>,
    /// The numbers of the events that are still to come, or were put off.
    pub next: Vec<usize>,
}

/// A claim that more than one origin bears out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The claim; of several that say the same, the first.
    pub claim: ClaimKey,
    /// Those that confirm it, or say it in other words.
    pub others: Vec<ClaimKey>,
    /// How many origins, independent of one another, they have together.
    pub origins: usize,
}

impl<'t> Standing<'t> {
    /// Works it out.
    pub fn of(
        timeline: &'t Timeline,
        relations: &Relations<'t>,
        provenance: &Provenance<'t>,
    ) -> Self {
        let conflicts = relations
            .edges()
            .iter()
            .filter(|edge| edge.kind.is_conflict());
        let open = |status| {
            matches!(
                status,
                Status::Planned | Status::Confirmed | Status::Postponed
            )
        };
        Standing {
            known: known(timeline, relations, provenance),
            disputed: conflicts.copied().collect(),
            figures: timeline.measures_that_differ(),
            next: (0..timeline.events.len())
                .filter(|number| open(timeline.events.as_slice()[*number].status))
                .collect(),
        }
    }
}

fn known<'t>(
    timeline: &'t Timeline,
    relations: &Relations<'t>,
    provenance: &Provenance<'t>,
) -> Vec<Confirmed> {
    let mut known = Vec::new();
    let mut told = BTreeSet::new();
    for (event, record) in timeline.events.iter().enumerate() {
        for claim in 0..record.claims.len() {
            let key = (event, claim);
            if told.contains(&key) {
                continue;
            }
            let same = said_alike(relations, key);
            let origins = provenance.of_claims(same.iter().map(|key| relations.claim(*key).1));
            // Nor is what a later account has put in its place.
            let in_doubt = same.iter().any(|key| {
                let mut edges = relations.of_claim(*key);
                let superseded =
                    |edge: &Edge| edge.kind == RelationKind::Supersedes && edge.to == *key;
                edges.any(|edge| edge.kind.is_conflict() || superseded(&edge))
            });
            if origins >= 2 && !in_doubt {
                told.extend(same.iter().copied());
                known.push(Confirmed {
                    claim: key,
                    others: same.into_iter().filter(|other| *other != key).collect(),
                    origins,
                });
            }
        }
    }
    known
}

/// A claim with those that directly confirm it or say it in other words, or that it does.
/// No further: what says the same as what says the same may be something else.
fn said_alike(relations: &Relations<'_>, key: ClaimKey) -> BTreeSet<ClaimKey> {
    let alike = |kind| matches!(kind, RelationKind::Confirms | RelationKind::Restates);
    let edges = relations.of_claim(key).filter(|edge| alike(edge.kind));
    let mut same: BTreeSet<ClaimKey> = edges
        .map(|edge| if edge.from == key { edge.to } else { edge.from })
        .collect();
    same.insert(key);
    same
}
