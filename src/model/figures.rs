//! When figures of one measure do not agree.

use std::collections::BTreeMap;

use super::{ClaimKey, Differing, Timeline};
use crate::edtf::{Bound, Edtf};
use crate::schema::{Figure, MeasureId};

impl Timeline {
    /// The figures of each measure with the claims that give them, in the order of time.
    pub fn figures(&self) -> BTreeMap<&MeasureId, Vec<(ClaimKey, &Figure)>> {
        let mut measures: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (event_number, event) in self.events.iter().enumerate() {
            for (claim_number, claim) in event.claims.iter().enumerate() {
                if let Some(figure) = claim.figure.as_deref() {
                    let figures = measures.entry(&figure.measure).or_default();
                    figures.push(((event_number, claim_number), figure));
                }
            }
        }
        measures
    }

    /// The measures of which any two figures differ.
    pub fn measures_that_differ(&self) -> Vec<&MeasureId> {
        let measures = self.figures().into_iter();
        measures
            .filter(|(_, figures)| told_differently(figures))
            .map(|(measure, _)| measure)
            .collect()
    }
}

/// Whether any two of the figures differ.
fn told_differently(figures: &[(ClaimKey, &Figure)]) -> bool {
    let figures = || figures.iter().map(|(_, figure)| *figure);
    let mut differing = Differing::among(figures());
    figures().any(|figure| differing.put(figure, None).is_some())
}

impl Figure {
    /// Whether two figures of one measure do not say the same, of times that overlap. A
    /// figure without a period is taken to be about any.
    pub fn differs_from(&self, other: &Figure) -> bool {
        self != other && overlap(self.period.as_deref(), other.period.as_deref())
    }
}

fn overlap(a: Option<&Edtf>, b: Option<&Edtf>) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return true;
    };
    let before = |a: &Edtf, b: &Edtf| matches!((a.latest(), b.earliest()), (Bound::Day(end), Bound::Day(start)) if end < start);
    !before(a, b) && !before(b, a)
}
