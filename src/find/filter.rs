//! What is asked of an event for it to be found.

use std::collections::{BTreeMap, BTreeSet};

use super::each_text;
use super::words::{each_folded, folded};
use crate::edtf::Day;
use crate::model::{Event, Timeline};
use crate::views::Facet;

/// What is asked of an event. What is not asked for holds of every event.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Ids of which an event has to fall under one, for each facet that has any. What
    /// belongs to an actor or lies in a place falls under it too.
    pub facets: BTreeMap<&'static str, BTreeSet<String>>,
    /// The first day that an event may have ended on.
    pub from: Option<Day>,
    /// The last day that it may have begun on.
    pub to: Option<Day>,
    /// Words that all have to occur in its texts, or begin a word there, whatever their
    /// case and accents.
    pub words: String,
}

impl Filter {
    /// Whether words are asked for of which nothing is left to look for.
    pub fn is_wordless(&self) -> bool {
        !self.words.is_empty() && folded(&self.words).is_empty()
    }

    /// The numbers of the events that it holds of, in the order of time.
    pub fn find(&self, timeline: &Timeline) -> Vec<usize> {
        let terms = folded(&self.words);
        let events = timeline.events.iter().enumerate();
        events
            .filter(|(_, event)| self.in_time(event) && self.in_facets(timeline, event))
            .filter(|(_, event)| terms.is_empty() || has_words(timeline, event, &terms))
            .map(|(number, _)| number)
            .collect()
    }

    /// Whether it can have been in the time that is asked for.
    fn in_time(&self, event: &Event) -> bool {
        let ended = event.when.latest().day();
        let began = event.when.earliest().day();
        let late = |from: Day| ended.is_none_or(|day| day >= from);
        let early = |to: Day| began.is_none_or(|day| day <= to);
        self.from.is_none_or(late) && self.to.is_none_or(early)
    }

    fn in_facets(&self, timeline: &Timeline, event: &Event) -> bool {
        Facet::ALL.iter().all(|facet| {
            let Some(wanted) = self.facets.get(facet.word()) else {
                return true;
            };
            let under = facet.under(timeline, event);
            wanted.is_empty() || wanted.iter().any(|id| under.contains(id.as_str()))
        })
    }
}

fn has_words(timeline: &Timeline, event: &Event, terms: &[String]) -> bool {
    let mut missing: Vec<&String> = terms.iter().collect();
    each_text(timeline, event, |text| {
        each_folded(text, |word| {
            missing.retain(|term| !word.starts_with(term.as_str()));
        });
    });
    missing.is_empty()
}
