//! An activity with too little in it to be done.

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::model::lesson::Sequence;
use crate::model::lesson::shuffle::Shuffle;
use crate::model::{Lesson, Timeline};
use crate::schema::{Activity, CompareReportsActivity};
use crate::yaml::Path;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        for (n, activity) in lesson.activities.iter().enumerate() {
            let at = lesson.at.key("activities").item(n);
            found.extend(too_small(subject.timeline, lesson, activity, &at));
        }
    }
}

fn too_small(
    timeline: &Timeline,
    lesson: &Lesson,
    activity: &Activity,
    at: &Path,
) -> Option<Diagnostic> {
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
                let origin = Origin::value(lesson.file, at.key("choose"));
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
    // A list may have been left out.
    let named = if count == 0 || matches!(activity.events(), Some([])) {
        "kind"
    } else {
        key
    };
    let complaint = |message: String| {
        let origin = Origin::value(lesson.file, at.key(named));
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
