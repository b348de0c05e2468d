//! `who-said-it`: claims to be matched to those who make them.

use super::shuffle::Shuffle;
use super::{Ground, Told};
use crate::schema::{ActorId, Speaker, WhoSaidItActivity};

/// Claims to be matched to those who make them.
#[derive(Clone, Debug)]
pub struct WhoSaidIt<'t> {
    /// The claims, in the order of the file, each with its key.
    pub statements: Vec<Statement<'t>>,
    /// Those to choose from, each once, in an order that gives nothing away.
    pub speakers: Vec<Candidate<'t>>,
}

/// A claim to be matched.
#[derive(Clone, Debug)]
pub struct Statement<'t> {
    /// The claim.
    pub told: Told<'t>,
    /// The key: the number, among the [`speakers`](WhoSaidIt::speakers), of who makes it.
    pub speaker: usize,
}

/// Somebody to choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Candidate<'t> {
    /// Who makes one or more of the claims.
    Speaker(&'t Speaker),
    /// An actor who makes none.
    Distractor(&'t ActorId),
}

impl<'t> WhoSaidIt<'t> {
    pub(super) fn of(
        task: &'t WhoSaidItActivity,
        ground: Ground<'_, 't>,
        shuffle: &mut Shuffle,
    ) -> Self {
        let claims = ground.claims(&task.claims);
        let mut heard: Vec<Candidate<'t>> = Vec::new();
        for told in &claims {
            let speaker = Candidate::Speaker(&told.claim.by);
            if !heard.contains(&speaker) {
                heard.push(speaker);
            }
        }
        let speaking = heard.len();
        for actor in &task.distractors {
            let speaks = |one: &Candidate<'_>| match one {
                Candidate::Speaker(Speaker::Actor(id)) => id == actor,
                Candidate::Speaker(_) => false,
                Candidate::Distractor(id) => *id == actor,
            };
            if !heard.iter().any(speaks) {
                heard.push(Candidate::Distractor(actor));
            }
        }
        let mut order = shuffle.deal(heard.len());
        hide(&mut order, speaking);
        let speakers: Vec<Candidate<'t>> = order.iter().map(|number| heard[*number]).collect();
        let speaker_of = |told: &Told<'t>| {
            let speaker = Candidate::Speaker(&told.claim.by);
            speakers.iter().position(|one| *one == speaker).unwrap_or(0)
        };
        WhoSaidIt {
            statements: (claims.iter())
                .map(|told| Statement {
                    told: *told,
                    speaker: speaker_of(told),
                })
                .collect(),
            speakers,
        }
    }
}

/// Changes an order in which those who speak, the first so many, would stand in the order of
/// their claims with others between: the first two of them are exchanged.
fn hide(order: &mut [usize], speaking: usize) {
    let places: Vec<usize> = (0..order.len())
        .filter(|place| order[*place] < speaking)
        .collect();
    if let [first, second, ..] = *places
        && places.is_sorted_by_key(|place| order[*place])
    {
        order.swap(first, second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distractors_do_not_make_up_for_the_right_order() {
        let hidden = |mut order: Vec<usize>, speaking| {
            hide(&mut order, speaking);
            order
        };
        assert_eq!(hidden(vec![0, 3, 1, 2], 3), [1, 3, 0, 2]);
        assert_eq!(hidden(vec![1, 3, 0, 2], 3), [1, 3, 0, 2]);
        assert_eq!(hidden(vec![1, 0], 1), [1, 0]);
    }
}
