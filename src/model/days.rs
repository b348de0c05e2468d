//! How much was known by the end of each of some days, and the events that a reader of that
//! day would have looked at first.

use super::{Event, Knowledge, Since, Timeline, is_by, report_day};
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
    plans: Vec<usize>,
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
        let plans = timeline.events.iter().enumerate().filter(|(_, event)| {
            event.status != Status::Happened
                || !event.history.is_empty()
                || !knowledge.turns(event).is_empty()
        });
        Days {
            plans: plans.map(|(number, _)| number).collect(),
            timeline,
            knowledge,
            events,
            sorted,
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
        for number in self.plans.iter().copied() {
            if !is_by(self.events[number], day) {
                continue;
            }
            let then = self
                .knowledge
                .standing(&self.timeline.events.as_slice()[number], day);
            // What had passed without a word of it comes no more.
            let to_come = then.when.latest().day().is_none_or(|last| last >= day);
            if open(then.status) && to_come {
                next.push((then.when.earliest().day(), number));
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
