//! What an event is chosen and found by.

use std::collections::BTreeSet;

use crate::edtf::Day;
use crate::find::{each_text, words_of};
use crate::model::{Event, Timeline};
use crate::views::Facet;

/// What an event is chosen and found by, as far as it can change with what is told of it.
pub(super) struct Facts {
    /// The first day that it can be.
    pub(super) first: Option<Day>,
    /// The last.
    pub(super) last: Option<Day>,
    /// Who takes part or speaks.
    pub(super) actors: BTreeSet<String>,
    /// Whose reports tell of it.
    pub(super) outlets: BTreeSet<String>,
    /// The words of its texts and of the names in it.
    pub(super) words: BTreeSet<String>,
}

impl Facts {
    /// Of an event of a timeline.
    pub(super) fn of(timeline: &Timeline, event: &Event) -> Self {
        let owned = |facet: Facet| {
            let ids = facet.of(timeline, event);
            ids.into_iter().map(str::to_owned).collect()
        };
        let mut words = BTreeSet::new();
        each_text(timeline, event, |text| words.extend(words_of(text)));
        Facts {
            first: event.when.earliest().day(),
            last: event.when.latest().day(),
            actors: owned(Facet::Actor),
            outlets: owned(Facet::Outlet),
            words,
        }
    }
}

/// A day as a number that is greater for a later day: 20240402. Years of more than five
/// digits are beyond what a reader can choose, and all the same.
pub(super) fn number_of(day: Day) -> i64 {
    day.year().clamp(-99_999, 99_999) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_numbers_keep_their_order() {
        let days = [
            (-44, 3, 15),
            (-44, 12, 31),
            (-43, 1, 1),
            (0, 12, 31),
            (1, 1, 1),
            (2024, 4, 2),
        ];
        let numbers = days.map(|(year, month, day)| number_of(Day::new(year, month, day).unwrap()));
        assert!(numbers.is_sorted());
        assert_eq!(numbers[5], 20_240_402);
        assert!(number_of(Day::new(Day::MAX_YEAR, 1, 1).unwrap()) > numbers[5]);
    }
}
