//! What the qualifiers say of a date as a whole.

use crate::edtf::{Part, Point, Precision, Qualification};

/// What the qualifiers of a date say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing: it is not qualified.
    None,
    /// All of it is qualified alike.
    Whole(Qualification),
    /// Some components are qualified, or not all alike: those with each
    /// qualification, in the order of the date.
    Parts(Vec<(Vec<Part>, Qualification)>),
}

impl Doubt {
    /// What the qualifiers of a date, season or year say.
    #[must_use]
    pub fn of(point: &Point) -> Self {
        let parts: &[Part] = match point.precision() {
            Precision::Year => &[Part::Year],
            Precision::Month | Precision::SubYear => &[Part::Year, Part::Month],
            Precision::Day => &[Part::Year, Part::Month, Part::Day],
        };
        let mut groups: Vec<(Vec<Part>, Qualification)> = Vec::new();
        for part in parts {
            let qualification = point.qualification(*part);
            if !qualification.is_some() {
                continue;
            }
            match groups.iter_mut().find(|group| group.1 == qualification) {
                Some((found, _)) => found.push(*part),
                None => groups.push((vec![*part], qualification)),
            }
        }
        match groups.as_slice() {
            [] => Self::None,
            [(found, qualification)] if found.len() == parts.len() => Self::Whole(*qualification),
            _ => Self::Parts(groups),
        }
    }
}
