//! The members of a set as they are told together.

use crate::edtf::{Member, Point, Set};

/// Members of a set that are told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group<'s> {
    /// Dates that follow one another: "12, 19 or 26 April 2024".
    Dates(Vec<&'s Point>),
    /// A range or an open end, which stands alone.
    Span(&'s Member),
}

/// The groups of a set, in its order.
#[must_use]
pub fn groups(set: &Set) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    for member in &set.members {
        match (member, groups.last_mut()) {
            (Member::Point(point), Some(Group::Dates(dates))) => dates.push(point),
            (Member::Point(point), _) => groups.push(Group::Dates(vec![point])),
            (span, _) => groups.push(Group::Span(span)),
        }
    }
    groups
}
