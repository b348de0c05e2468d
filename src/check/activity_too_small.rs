//! An activity with too little in it to be done.

use super::Subject;
use super::exercise::{Exercise, exercises};
use crate::diagnostic::{Diagnostic, names};
use crate::model::Timeline;
use crate::model::lesson::Sequence;
use crate::model::lesson::shuffle::Shuffle;
use crate::schema::{Activity, CompareReportsActivity};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let exercises = exercises(subject.timeline);
    found.extend(exercises.filter_map(|exercise| too_small(subject.timeline, &exercise)));
}

fn too_small(timeline: &Timeline, exercise: &Exercise<'_>) -> Option<Diagnostic> {
    let (lesson, activity) = (exercise.lesson, exercise.activity);
    let events = lesson.events_of(activity).len();
    let (key, count, least, what) = match activity {
        Activity::Sequence(_) | Activity::PlannedOrHappened(_) | Activity::BlankTimeline(_) => {
            ("events", events, 2, "events")
        }
        Activity::WhoSaidIt(task) => ("claims", task.claims.len(), 2, "claims"),
        Activity::CompareReports(task) => {
            ("claims", rows(timeline, task)?, 2, "reports of its claims")
        }
        Activity::Significance(task) => {
            let choose = task.choose.0 as usize;
            if choose >= events {
                let origin = exercise.value(exercise.at.key("choose"));
                let message = format!("to choose {choose} of {events} events is to choose nothing");
                let help = "choose fewer, or name more events";
                return Some(
                    Diagnostic::new(names::ACTIVITY_TOO_SMALL, origin, message).help(help),
                );
            }
            return None;
        }
        Activity::CauseOrJustBefore(task) => ("pairs", task.pairs.len(), 1, "pair of events"),
        Activity::Questions(task) => ("questions", task.questions.len(), 1, "question"),
        Activity::Sourcing(_) => return None,
    };
    let kind = activity.kind().word();
    let complaint = |message: String| {
        // A list may have been left out.
        let at = if count == 0 {
            exercise.at.key("kind")
        } else {
            exercise.named(key)
        };
        let origin = exercise.value(at);
        Diagnostic::new(names::ACTIVITY_TOO_SMALL, origin, message)
    };
    if count < least {
        let has = match count {
            0 => "none".to_owned(),
            count => count.to_string(),
        };
        return Some(
            complaint(format!(
                "`{kind}` needs at least {least} {what}, and has {has}"
            ))
            .help(format!("add to its `{key}`, or remove the activity")),
        );
    }
    if let Activity::Sequence(_) = activity {
        let events = timeline.in_order(lesson.events_of(activity));
        let whole = events.len() == count;
        if whole && !Sequence::of(&events, &mut Shuffle::new(0, "")).has_order() {
            return Some(
                complaint("of no two of these events is the order known".to_owned())
                    .help("their dates may overlap: choose others"),
            );
        }
    }
    None
}

/// How many rows the table has; `None` if a claim is not there, which is told elsewhere.
fn rows(timeline: &Timeline, task: &CompareReportsActivity) -> Option<usize> {
    let reports = task
        .claims
        .iter()
        .map(|claim| Some(timeline.told(claim)?.claim.reported_by.len()));
    reports.sum()
}
