//! What an event is chosen and found by.

use std::collections::BTreeSet;

use super::words::words_of;
use crate::edtf::Day;
use crate::markdown;
use crate::model::{Event, Timeline};
use crate::schema::{ActorId, Speaker};
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
        Facts {
            first: event.when.earliest().day(),
            last: event.when.latest().day(),
            actors: owned(Facet::Actor),
            outlets: owned(Facet::Outlet),
            words: texts(timeline, event)
                .iter()
                .flat_map(|text| words_of(text))
                .collect(),
        }
    }
}

/// Its texts, and the names of who and what is in it.
fn texts(timeline: &Timeline, event: &Event) -> Vec<String> {
    let mut texts = vec![event.title.to_string()];
    texts.extend(event.summary.as_deref().map(markdown::to_text));
    let mut actors: BTreeSet<&ActorId> = event.actors.iter().map(|part| &part.who).collect();
    for claim in &event.claims {
        texts.push(claim.text.to_string());
        match &claim.by {
            Speaker::Actor(id) => {
                actors.insert(id);
            }
            Speaker::Anonymous(someone) => {
                texts.push(someone.description.to_string());
                actors.extend(&someone.of);
            }
            Speaker::Report(report) => {
                let source = timeline.sources.get(&report.source);
                texts.extend(
                    source
                        .and_then(|source| source.outlet.as_deref())
                        .map(str::to_owned),
                );
            }
        }
    }
    for actor in actors.into_iter().filter_map(|id| timeline.actors.get(id)) {
        texts.push(actor.name.to_string());
        texts.extend(actor.also.iter().map(ToString::to_string));
    }
    for place in event
        .place
        .iter()
        .flat_map(|place| timeline.chain_of_place(place))
    {
        texts.extend(
            timeline
                .places
                .get(place)
                .map(|place| place.name.to_string()),
        );
    }
    texts
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
