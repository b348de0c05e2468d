//! How claims stand to one another, seen from both sides.

use rustc_hash::FxHashMap;

use super::{Event, Timeline};
use crate::schema::{ClaimId, ClaimRecord, RelationKind};

/// A claim, named by the numbers of its event and of itself.
pub type ClaimKey = (usize, usize);

/// A relation between two claims that both exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The claim in which it stands.
    pub from: ClaimKey,
    /// How that claim stands to the other.
    pub kind: RelationKind,
    /// The other.
    pub to: ClaimKey,
}

/// All relations of a timeline.
#[derive(Clone, Debug)]
pub struct Relations<'t> {
    timeline: &'t Timeline,
    edges: Vec<Edge>,
    by_claim: FxHashMap<ClaimKey, Vec<usize>>,
}

impl<'t> Relations<'t> {
    /// Finds them. Relations to claims that do not exist are left out.
    pub fn of(timeline: &'t Timeline) -> Self {
        let many = claims_of_long_events(timeline);
        let mut edges = Vec::new();
        let mut by_claim: FxHashMap<ClaimKey, Vec<usize>> = FxHashMap::default();
        for (event_number, event) in timeline.events.iter().enumerate() {
            for (claim_number, claim) in event.claims.iter().enumerate() {
                for relation in &claim.relations {
                    let from = (event_number, claim_number);
                    let target = &relation.target;
                    let event = match &target.event {
                        Some(other) => timeline.events.position(other),
                        None => Some(event_number),
                    };
                    let Some(to) = event.and_then(|it| named(timeline, &many, it, &target.claim))
                    else {
                        continue;
                    };
                    by_claim.entry(from).or_default().push(edges.len());
                    by_claim.entry(to).or_default().push(edges.len());
                    edges.push(Edge {
                        from,
                        kind: relation.kind,
                        to,
                    });
                }
            }
        }
        Relations {
            timeline,
            edges,
            by_claim,
        }
    }

    /// All of them, in the order of the files.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Those of one claim, from either side.
    pub fn of_claim(&self, claim: ClaimKey) -> impl Iterator<Item = Edge> + '_ {
        let numbers = self.by_claim.get(&claim).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|number| self.edges[*number])
    }

    /// The event and the claim with these numbers.
    pub fn claim(&self, key: ClaimKey) -> (&'t Event, &'t ClaimRecord) {
        let event = &self.timeline.events.as_slice()[key.0];
        (event, &event.claims[key.1])
    }

    /// Groups the claims that relations join, directly or by way of others: for each
    /// claim that has a relation, the first claim of its group.
    pub fn groups(&self) -> FxHashMap<ClaimKey, ClaimKey> {
        let mut above: FxHashMap<ClaimKey, ClaimKey> = FxHashMap::default();
        for edge in &self.edges {
            let (from, to) = (top(&mut above, edge.from), top(&mut above, edge.to));
            above.insert(from.max(to), from.min(to));
        }
        let claims: Vec<ClaimKey> = above.keys().copied().collect();
        claims
            .into_iter()
            .map(|claim| (claim, top(&mut above, claim)))
            .collect()
    }
}

/// The first claim of a group, found by going up from one of its members; the way is
/// shortened for the next who goes it.
fn top(above: &mut FxHashMap<ClaimKey, ClaimKey>, claim: ClaimKey) -> ClaimKey {
    let mut here = claim;
    loop {
        let next = *above.entry(here).or_insert(here);
        if next == here {
            break;
        }
        here = next;
    }
    above.insert(claim, here);
    here
}

/// Of more claims than these one is not looked for one by one.
const FEW: usize = 32;

/// The claims of events that have many, by the numbers of these and their own names.
type Many<'t> = FxHashMap<(usize, &'t ClaimId), usize>;

fn claims_of_long_events(timeline: &Timeline) -> Many<'_> {
    let mut many = FxHashMap::default();
    let events = timeline.events.iter().enumerate();
    for (event_number, event) in events.filter(|(_, event)| event.claims.len() > FEW) {
        for (number, claim) in event.claims.iter().enumerate() {
            many.entry((event_number, &claim.id)).or_insert(number);
        }
    }
    many
}

/// The claim of a name in an event; of two the first.
fn named(timeline: &Timeline, many: &Many<'_>, event: usize, claim: &ClaimId) -> Option<ClaimKey> {
    let claims = &timeline.events.as_slice()[event].claims;
    let number = if claims.len() > FEW {
        many.get(&(event, claim)).copied()
    } else {
        claims.iter().position(|one| one.id == *claim)
    };
    Some((event, number?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::decode;
    use crate::load::Sources;

    #[test]
    fn claims_are_found_in_events_with_few_and_with_many() {
        for many in [FEW - 1, FEW, FEW + 1] {
            let mut text =
                "title: E\nkind: call\nstatus: happened\nwhen: 2024-04-02\nclaims:\n".to_owned();
            for number in 0..many {
                text += &format!(
                    "  - {{id: c{number}, text: T., by: {{anonymous: x}}, reported_by: [s], relations: [{{confirms: c0}}, {{denies: 2024-f/c{}}}]}}\n",
                    many - 1
                );
            }
            let files = [("2024-e.yaml", &*text), ("2024-f.yaml", &*text)];
            let (timeline, _) = decode(&Sources::from_texts("events".as_ref(), files));
            let relations = Relations::of(&timeline);
            let (last, edges) = (many - 1, relations.edges());
            assert_eq!(edges.len(), 4 * many);
            assert_eq!((edges[0].from, edges[0].to), ((0, 0), (0, 0)));
            assert_eq!((edges[1].from, edges[1].to), ((0, 0), (1, last)));
            let end = edges.last().map(|edge| (edge.from, edge.to));
            assert_eq!(end, Some(((1, last), (1, last))));
        }
    }
}
