//! Lessons: what each activity consists of, and its key.
//!
//! A [`LessonPlan`] is worked out from a [`Lesson`] and the timeline. It holds data and no
//! words: a page, a printed handout and a file for a school's system are made from the same
//! plan, and so have the same cards in the same order and the same key. Nothing in it is
//! chosen by chance: all shuffling follows from the lesson's seed, as told in [`shuffle`].
//!
//! What a lesson names and the timeline does not have is left out here; `check` tells of it.

mod blank_timeline;
mod cause;
mod compare_reports;
mod order;
mod pinned;
mod planned_or_happened;
mod questions;
mod sequence;
pub mod shuffle;
mod significance;
mod sourcing;
mod who_said_it;

pub use blank_timeline::{BlankTimeline, Mark, Tick, Unit};
pub use cause::{Cause, CausePair};
pub use compare_reports::{Cell, CompareReports, Row, RowRelation};
pub use order::{certainly_before, moment};
pub use pinned::{Outdated, Part, changed, fingerprint, outdated};
pub use planned_or_happened::{PlannedOrHappened, Sorted, Stage, ToSort};
pub use questions::{Asked, Questions};
pub use sequence::{Card, Group, Sequence};
pub use significance::Significance;
pub use sourcing::{Bearing, How, Passed, Sourcing, Voice};
pub use who_said_it::{Candidate, Statement, WhoSaidIt};

use std::collections::{HashMap, HashSet};

use super::{ClaimKey, Event, Lesson, Provenance, Relations, Timeline, span_order};
use crate::schema::{
    Activity, ActivityKind, ClaimRecord, ClaimReference, EventId, LessonRecord, SourceId,
};
use shuffle::Shuffle;

/// What lessons are made from: the timeline, and what follows from it.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'s, 't> {
    /// The timeline.
    pub timeline: &'t Timeline,
    /// How its claims stand to one another.
    pub relations: &'s Relations<'t>,
    /// What its sources rest on.
    pub provenance: &'s Provenance<'t>,
}

/// A claim with its event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told<'t> {
    /// The numbers of the event and of the claim.
    pub key: ClaimKey,
    /// The event.
    pub event: &'t Event,
    /// The claim.
    pub claim: &'t ClaimRecord,
}

impl Told<'_> {
    /// Its name in a lesson's file: `event-id/claim-id`.
    pub fn reference(&self) -> ClaimReference {
        ClaimReference {
            event: self.event.id.clone(),
            claim: self.claim.id.clone(),
        }
    }
}

/// A lesson, worked out.
#[derive(Clone, Debug)]
pub struct LessonPlan<'t> {
    /// The lesson.
    pub lesson: &'t Lesson,
    /// Its events, in the order of time.
    pub events: Vec<&'t Event>,
    /// What is done, in order.
    pub exercises: Vec<Exercise<'t>>,
    /// The reports of its events, each once: what a handout cites.
    pub reports: Vec<&'t SourceId>,
    /// The events that have changed since the lesson was pinned, and what of them.
    pub outdated: Vec<Outdated<'t>>,
}

/// An activity, worked out.
#[derive(Clone, Debug)]
pub struct Exercise<'t> {
    /// The activity as the file has it: its kind, title, instructions and minutes.
    pub activity: &'t Activity,
    /// What it consists of, and its key.
    pub task: Task<'t>,
}

/// What an activity consists of, and its key.
#[derive(Clone, Debug)]
pub enum Task<'t> {
    /// Cards to be put in the order of time.
    Sequence(Sequence<'t>),
    /// Claims to be matched to speakers.
    WhoSaidIt(WhoSaidIt<'t>),
    /// A table to be filled in.
    CompareReports(CompareReports<'t>),
    /// One claim to be traced; nothing if the timeline does not have it.
    Sourcing(Option<Sourcing<'t>>),
    /// Events to be sorted.
    PlannedOrHappened(PlannedOrHappened<'t>),
    /// A line of time to be filled in; nothing if no event has a date that can be drawn.
    BlankTimeline(Option<BlankTimeline<'t>>),
    /// Events to choose from.
    Significance(Significance<'t>),
    /// Pairs of events to be weighed.
    CauseOrJustBefore(Cause<'t>),
    /// Questions to be answered.
    Questions(Questions<'t>),
}

impl<'t> LessonPlan<'t> {
    /// Works it out.
    pub fn of(lesson: &'t Lesson, ground: Ground<'_, 't>) -> Self {
        let record: &'t LessonRecord = &lesson.record;
        let events = ground.timeline.in_order(&record.events);
        let mut seen = HashSet::new();
        let reports = events.iter().flat_map(|event| event.record.reports());
        LessonPlan {
            lesson,
            exercises: exercises(lesson, record, ground),
            reports: reports.filter(|id| seen.insert(*id)).collect(),
            outdated: outdated(lesson, ground.timeline),
            events,
        }
    }
}

fn exercises<'t>(
    lesson: &Lesson,
    record: &'t LessonRecord,
    ground: Ground<'_, 't>,
) -> Vec<Exercise<'t>> {
    let seed = match record.seed {
        Some(seed) => seed.0,
        None => shuffle::seed_of(&lesson.id),
    };
    let mut kinds: HashMap<ActivityKind, usize> = HashMap::new();
    let activities = record.activities.iter().map(|activity| {
        let kind = activity.kind();
        // Two of a kind are not shuffled alike; those of other kinds do not matter to it.
        let count = kinds.entry(kind).or_default();
        let shuffle = Shuffle::new(seed, &format!("{}/{count}", kind.word()));
        *count += 1;
        Exercise {
            activity,
            task: task(activity, record, ground, shuffle),
        }
    });
    activities.collect()
}

fn task<'t>(
    activity: &'t Activity,
    lesson: &'t LessonRecord,
    ground: Ground<'_, 't>,
    mut shuffle: Shuffle,
) -> Task<'t> {
    let events = || ground.timeline.in_order(lesson.events_of(activity));
    match activity {
        Activity::Sequence(_) => Task::Sequence(Sequence::of(&events(), &mut shuffle)),
        Activity::WhoSaidIt(task) => Task::WhoSaidIt(WhoSaidIt::of(task, ground, &mut shuffle)),
        Activity::CompareReports(task) => Task::CompareReports(CompareReports::of(task, ground)),
        Activity::Sourcing(task) => Task::Sourcing(Sourcing::of(task, ground)),
        Activity::PlannedOrHappened(_) => {
            Task::PlannedOrHappened(PlannedOrHappened::of(&events(), &mut shuffle))
        }
        Activity::BlankTimeline(task) => Task::BlankTimeline(BlankTimeline::of(task, &events())),
        Activity::Significance(task) => Task::Significance(Significance::of(task, events())),
        Activity::CauseOrJustBefore(task) => Task::CauseOrJustBefore(Cause::of(task, ground)),
        Activity::Questions(task) => Task::Questions(Questions::of(task, ground)),
    }
}

impl Timeline {
    /// The events with these ids, each once, in the order of time.
    pub fn in_order(&self, ids: &[EventId]) -> Vec<&Event> {
        let named: HashSet<&EventId> = ids.iter().collect();
        let events = named.into_iter().filter_map(|id| self.events.get(id));
        let mut events: Vec<&Event> = events.collect();
        events.sort_by(|a, b| span_order((&a.when, &a.id), (&b.when, &b.id)));
        events
    }

    /// The claim that is named, if it is there.
    pub fn told(&self, named: &ClaimReference) -> Option<Told<'_>> {
        let number = self.events.position(&named.event)?;
        let event = self.events.as_slice().get(number)?;
        let mut claims = event.claims.iter().enumerate();
        let (claim_number, claim) = claims.find(|(_, claim)| claim.id == named.claim)?;
        Some(Told {
            key: (number, claim_number),
            event,
            claim,
        })
    }
}

impl LessonRecord {
    /// The ids of the events that an activity uses: those that it names, or all of the
    /// lesson; none of a kind that does not use events as such.
    pub fn events_of<'l>(&'l self, activity: &'l Activity) -> &'l [EventId] {
        match activity.events() {
            Some([]) => &self.events,
            named => named.unwrap_or_default(),
        }
    }
}

impl<'t> Ground<'_, 't> {
    /// The claims that are named and there, in the order in which they are named.
    fn claims(&self, named: &[ClaimReference]) -> Vec<Told<'t>> {
        named
            .iter()
            .filter_map(|one| self.timeline.told(one))
            .collect()
    }
}
