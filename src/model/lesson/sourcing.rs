//! `sourcing`: one claim, traced to where it comes from.

use super::{Ground, Told};
use crate::model::{Chain, ClaimKey};
use crate::schema::{Attribution, RelationKind, Reported, SourcingActivity, Speaker};

/// One claim, traced.
#[derive(Clone, Debug)]
pub struct Sourcing<'t> {
    /// The claim.
    pub told: Told<'t>,
    /// Whose voice it is.
    pub voice: Voice,
    /// The reports that carry it, each with its way down.
    pub passed: Vec<Passed<'t>>,
    /// How many of these are independent of one another.
    pub origins: usize,
    /// What other claims have to do with it.
    pub bearings: Vec<Bearing>,
}

/// Whose voice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Somebody who is named.
    Named,
    /// Somebody whom the report does not name.
    Unnamed,
    /// The report itself: it names nobody who says so.
    Report,
}

/// A report that carries the claim.
#[derive(Clone, Debug)]
pub struct Passed<'t> {
    /// The report, with its quote and where in it that is.
    pub report: &'t Reported,
    /// How it knows.
    pub how: How,
    /// Its way down.
    pub chain: Chain<'t>,
}

/// How a report knows what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It tells this itself, and passes nobody on.
    Itself,
    /// It passes on what others told: those further down.
    PassesOn,
    /// It is a digest that does not say whence it has this.
    Unstated,
}

/// Another claim that has to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// The other claim.
    pub claim: ClaimKey,
    /// How the one stands to the other.
    pub kind: RelationKind,
    /// Whether it is the other that stands so to this one: that denies it, say.
    pub from_other: bool,
}

impl<'t> Sourcing<'t> {
    pub(super) fn of(task: &SourcingActivity, ground: Ground<'_, 't>) -> Option<Self> {
        let told = ground.timeline.told(&task.claim)?;
        Some(Sourcing::of_claim(told, ground))
    }

    /// The claim, traced.
    pub fn of_claim(told: Told<'t>, ground: Ground<'_, 't>) -> Self {
        let reports: &'t [Attribution] = &told.claim.reported_by;
        let origins = ground.provenance.of_claim(told.claim);
        let passed = reports
            .iter()
            .zip(origins.chains)
            .map(|(report, chain)| Passed {
                report: &report.0,
                how: match (chain.unstated, chain.from.is_empty()) {
                    (true, _) => How::Unstated,
                    (false, true) => How::Itself,
                    (false, false) => How::PassesOn,
                },
                chain,
            });
        let bearings = ground.relations.of_claim(told.key).map(|edge| Bearing {
            claim: if edge.from == told.key {
                edge.to
            } else {
                edge.from
            },
            kind: edge.kind,
            from_other: edge.to == told.key,
        });
        Sourcing {
            told,
            voice: match told.claim.by {
                Speaker::Actor(_) => Voice::Named,
                Speaker::Anonymous(_) => Voice::Unnamed,
                Speaker::Report(_) => Voice::Report,
            },
            passed: passed.collect(),
            origins: origins.count,
            bearings: bearings.collect(),
        }
    }
}
