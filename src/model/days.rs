//! How much was known by the end of each of some days, and the events that a reader of that
//! day would have looked at first.

use rayon::prelude::*;

use super::{Event, EventState, Knowledge, Since, Timeline, day_of, is_by, report_day};
use crate::edtf::Day;
use crate::schema::Status;

/// How much was known by a day, worked out once for all days.
#[derive(Debug)]
pub struct Days<'t> {
    timeline: &'t Timeline,
    knowledge: &'t Knowledge<'t>,
    /// Since when each event was known, in their order.
    events: Vec<Since>,
    /// The same in the order of the days, with those of claims and reports.
    sorted: [Vec<Since>; 3],
    /// The events that were plans on some day, or still are.
    plans: Vec<Plan>,
}

/// How an event that was a plan stood from day to day.
#[derive(Debug)]
struct Plan {
    /// The event's number.
    event: usize,
    /// The days on which it may have come to stand otherwise, in order.
    turns: Vec<Day>,
    /// How it stood before the first of them, and from each on.
    states: Vec<EventState>,
}

/// How much was known by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Events.
    pub events: usize,
    /// Claims.
    pub claims: usize,
    /// Reports that were read.
    pub reports: usize,
}

impl<'t> Days<'t> {
    /// Works it out.
    pub fn of(timeline: &'t Timeline, knowledge: &'t Knowledge<'t>) -> Self {
        let events: Vec<Since> = timeline
            .events
            .iter()
            .map(|event| knowledge.of_event(event))
            .collect();
        let claims = timeline
            .claims()
            .map(|(event, _, claim)| knowledge.of_claim(event, claim));
        let read = timeline
            .sources
            .iter()
            .filter(|source| source.via.is_none());
        let reports = read.map(|source| report_day(source).or(knowledge.of_source(&source.id)));
        let mut sorted = [events.clone(), claims.collect(), reports.collect()];
        for days in &mut sorted {
            days.sort_unstable();
        }
        let numbered = timeline.events.as_slice().par_iter().zip(&events);
        let plans: Vec<Plan> = numbered
            .enumerate()
            .filter_map(|(number, (event, since))| Plan::of(knowledge, (number, event), *since))
            .collect();
        Days {
            timeline,
            knowledge,
            events,
            sorted,
            plans,
        }
    }

    /// How much was known by the end of a day.
    pub fn amount(&self, day: Day) -> Amount {
        let [events, claims, reports] = [0, 1, 2]
            .map(|what: usize| self.sorted[what].partition_point(|since| is_by(*since, day)));
        Amount {
            events,
            claims,
            reports,
        }
    }

    /// The events that came last of those that had happened by the end of a day, and that were
    /// known; in the order of time.
    pub fn latest(&self, day: Day, most: usize) -> Vec<usize> {
        let events = self.timeline.events.as_slice();
        let mut latest: Vec<usize> = (0..events.len())
            .rev()
            .filter(|number| is_by(self.events[*number], day))
            .filter(|number| self.status(*number, day) == Status::Happened)
            .take(most)
            .collect();
        latest.reverse();
        latest
    }

    /// The events that were planned at the end of a day and come next, in the order of time.
    pub fn next(&self, day: Day, most: usize) -> Vec<usize> {
        let open = |status| {
            matches!(
                status,
                Status::Planned | Status::Confirmed | Status::Postponed
            )
        };
        let mut next = Vec::new();
        for plan in &self.plans {
            if !is_by(self.events[plan.event], day) {
                continue;
            }
            let then = plan.on(day);
            // What had passed without a word of it comes no more.
            let to_come = then.when.latest().day().is_none_or(|last| last >= day);
            if open(then.status) && to_come {
                next.push((then.when.earliest().day(), plan.event));
            }
        }
        next.sort_unstable();
        next.into_iter()
            .map(|(_, number)| number)
            .take(most)
            .collect()
    }

    fn status(&self, number: usize, day: Day) -> Status {
        let event: &Event = &self.timeline.events.as_slice()[number];
        self.knowledge.standing(event, day).status
    }
}

impl Plan {
    /// Of an event with its number that was known since a day; `None` if it was never a plan.
    fn of(
        knowledge: &Knowledge<'_>,
        (number, event): (usize, &Event),
        since: Since,
    ) -> Option<Self> {
        let mut turns = knowledge.turns(event);
        if event.status == Status::Happened && event.history.is_empty() && turns.is_empty() {
            return None;
        }
        turns.extend(knowledge.untold_turns(event));
        turns.sort_unstable();
        turns.dedup();
        // Where it never turned, it stood on any day as it does.
        let before = match turns.first() {
            Some(first) => first.pred(),
            None => since.or(day_of(&event.when)).or(Day::from_number(0)),
        };
        let days = before.iter().chain(&turns);
        let states = days.map(|day| knowledge.standing(event, *day)).collect();
        Some(Plan {
            event: number,
            states,
            turns,
        })
    }

    /// How it stood at the end of a day.
    fn on(&self, day: Day) -> &EventState {
        let turned = self.turns.partition_point(|turn| *turn <= day);
        // Before the first of all days there is none.
        let first = self.states.len() - self.turns.len();
        &self.states[(turned + first).saturating_sub(1)]
    }
}
