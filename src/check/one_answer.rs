//! Something to be matched or sorted of which all has the same answer.

use super::Subject;
use super::exercise::exercises;
use crate::diagnostic::{Diagnostic, names};
use crate::model::lesson::Sorted;
use crate::schema::Activity;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    for exercise in exercises(subject.timeline) {
        let (lesson, activity) = (exercise.lesson, exercise.activity);
        let (key, message, help) = match activity {
            Activity::WhoSaidIt(task) => {
                let told = task.claims.iter().map(|claim| timeline.told(claim));
                let speakers = told.map(|told| told.map(|told| &told.claim.by));
                if !all_one(&speakers.collect::<Vec<_>>()) {
                    continue;
                }
                (
                    "claims",
                    "the same speaker makes all of these claims",
                    "choose claims of at least two speakers",
                )
            }
            Activity::PlannedOrHappened(_) => {
                let events = lesson.events_of(activity).iter();
                let events = events.map(|id| timeline.events.get(id));
                let sorted = events.map(|event| event.map(Sorted::of));
                if !all_one(&sorted.collect::<Vec<_>>()) {
                    continue;
                }
                (
                    "events",
                    "the same became of all of these events, so that there is nothing to sort",
                    "choose some that happened and some that were only planned",
                )
            }
            _ => continue,
        };
        let origin = exercise.value(exercise.named(key));
        found.push(Diagnostic::new(names::ONE_ANSWER, origin, message).help(help));
    }
}

/// Whether there are several, and all the same. One that is not there, which is told
/// elsewhere, may be another.
fn all_one<T: PartialEq>(all: &[Option<T>]) -> bool {
    all.len() > 1 && all.iter().all(|one| one.is_some() && *one == all[0])
}
