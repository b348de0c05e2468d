//! When figures of one measure do not agree.

use crate::edtf::{Bound, Edtf};
use crate::schema::Figure;

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
