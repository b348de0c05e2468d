//! Whether it is known which of two events came first.

use crate::edtf::Edtf;
use crate::model::{Slot, appointments};

/// Whether the one is over before the other begins, whichever of their days they were on.
/// Of two moments whose distance from UTC is known the time of day counts too; where it was
/// already the next day at the place of the earlier, no order is given.
pub fn certainly_before(one: &Edtf, other: &Edtf) -> bool {
    if let (Some(first), Some(second)) = (moment(one), moment(other)) {
        return first < second && one.earliest().day() <= other.earliest().day();
    }
    match (one.latest().day(), other.earliest().day()) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    }
}

/// A moment in UTC: the day, and the second of it. `None` of what is no moment whose
/// distance from UTC is known.
pub fn moment(date: &Edtf) -> Option<(i64, u32)> {
    match *appointments(date)?.as_slice() {
        [one] => match one.slot {
            Slot::Moment {
                day,
                second,
                utc: true,
            } => Some((day.number(), second)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_overlap_has_no_order() {
        let before = |one: &str, other: &str| {
            let (one, other) = (one.parse().unwrap(), other.parse().unwrap());
            certainly_before(&one, &other)
        };
        assert!(before("2024-04-02", "2024-04-03"));
        assert!(before("2024-03", "2024-04-01"));
        assert!(before("[..2024-04-06]", "2024-04-07"));
        assert!(before("2024-04-02T10:00:00Z", "2024-04-02T07:00:00-04:00"));
        for (one, other) in [
            ("2024-04-02", "2024-04-02"),
            ("2024-04", "2024-04-30"),
            ("2024-04-02/..", "2024-05"),
            ("2024-04-02", "[..2024-04-06]"),
            ("2024-04-02T10:00:00", "2024-04-02T11:00:00"),
            ("2024-04-02T10:00:00Z", "2024-04-02"),
            ("2024-04-03T01:00:00+09:00", "2024-04-02T23:00:00Z"),
        ] {
            assert!(!before(one, other) && !before(other, one), "{one} {other}");
        }
    }
}
