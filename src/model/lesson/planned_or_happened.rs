//! `planned-or-happened`: events to be sorted by what became of them.

use super::shuffle::Shuffle;
use crate::model::Event;
use crate::schema::{Date, SourceId, State, Status};

/// Events to be sorted by what became of them.
#[derive(Clone, Debug)]
pub struct PlannedOrHappened<'t> {
    /// The events, in an order that gives nothing away.
    pub items: Vec<ToSort<'t>>,
}

/// An event to be sorted.
#[derive(Clone, Debug)]
pub struct ToSort<'t> {
    /// The event.
    pub event: &'t Event,
    /// The key.
    pub sorted: Sorted,
    /// What the key rests on: how it stood, from the first recorded state to today's, which
    /// is the last.
    pub stages: Vec<Stage<'t>>,
}

/// Where an event belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sorted {
    /// It is planned, or was put off: it has not happened, as far as is told.
    Planned,
    /// It happened, and no plan of it is recorded.
    Happened,
    /// It was planned, and then it happened.
    PlannedThenHappened,
    /// It was planned, and then it was called off.
    CalledOff,
}

/// How an event stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage<'t> {
    /// Its status.
    pub status: Status,
    /// The day as of which it stood so; of today's state there is none.
    pub as_of: Option<&'t Date>,
    /// The date that was given for it, if one was.
    pub when: Option<&'t Date>,
    /// The report that tells it, if one is named.
    pub source: Option<&'t SourceId>,
}

impl<'t> PlannedOrHappened<'t> {
    pub(super) fn of(events: &[&'t Event], shuffle: &mut Shuffle) -> Self {
        let order = shuffle.deal(events.len()).into_iter();
        PlannedOrHappened {
            items: order.map(|number| ToSort::of(events[number])).collect(),
        }
    }
}

impl<'t> ToSort<'t> {
    /// What is to be sorted of an event, and the key.
    pub fn of(event: &'t Event) -> Self {
        let stages = event.record.history.iter().map(stage);
        let now = Stage {
            status: event.status,
            as_of: None,
            when: Some(&event.record.when),
            source: None,
        };
        ToSort {
            event,
            sorted: Sorted::of(event),
            stages: stages.chain([now]).collect(),
        }
    }
}

fn stage(state: &State) -> Stage<'_> {
    Stage {
        status: state.status,
        as_of: Some(&state.as_of),
        when: state.when.as_ref(),
        source: state.source.as_ref(),
    }
}

impl Sorted {
    /// Where an event belongs.
    pub fn of(event: &Event) -> Self {
        let was_a_plan = (event.history.iter()).any(|state| state.status != Status::Happened);
        match event.status {
            Status::Happened if was_a_plan => Sorted::PlannedThenHappened,
            Status::Happened => Sorted::Happened,
            Status::Cancelled => Sorted::CalledOff,
            Status::Planned | Status::Confirmed | Status::Postponed => Sorted::Planned,
        }
    }
}
