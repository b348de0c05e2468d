//! Events to be put in order whose order is not known.

use super::Subject;
use super::exercise::{Exercise, exercises};
use crate::diagnostic::{Diagnostic, all_of, names};
use crate::model::lesson::shuffle::Shuffle;
use crate::model::lesson::{Sequence, certainly_before};
use crate::schema::Activity;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for exercise in exercises(subject.timeline) {
        let (lesson, activity) = (exercise.lesson, exercise.activity);
        match activity {
            Activity::Sequence(_) => sequence(subject, &exercise, found),
            Activity::CauseOrJustBefore(task) => {
                for (m, pair) in task.pairs.iter().enumerate() {
                    let events = &subject.timeline.events;
                    let (Some(before), Some(after)) =
                        (events.get(&pair.before), events.get(&pair.after))
                    else {
                        continue;
                    };
                    if certainly_before(&before.when, &after.when) || pair.before == pair.after {
                        continue;
                    }
                    let at = exercise.at.key("pairs").item(m);
                    let message = if certainly_before(&after.when, &before.when) {
                        format!("`{}` came after `{}`, not before it", before.id, after.id)
                    } else {
                        format!(
                            "nothing says that `{}` came before `{}`",
                            before.id, after.id
                        )
                    };
                    found.push(
                        Diagnostic::new(names::ORDER_UNKNOWN, exercise.value(at), message)
                            .related(before.origin(|at| at.key("when")), "said to be before")
                            .related(after.origin(|at| at.key("when")), "said to be after")
                            .help("what did not come before cannot have led to it: choose another pair")
                            .about_lesson(&lesson.id),
                    );
                }
            }
            _ => {}
        }
    }
}

fn sequence(subject: &Subject<'_>, exercise: &Exercise<'_>, found: &mut Vec<Diagnostic>) {
    let (lesson, activity) = (exercise.lesson, exercise.activity);
    let events = subject.timeline.in_order(lesson.events_of(activity));
    let sequence = Sequence::of(&events, &mut Shuffle::new(0, ""));
    // That no order at all is known is told elsewhere.
    if !sequence.has_order() {
        return;
    }
    for group in sequence.key.iter().filter(|group| group.cards.len() > 1) {
        let events = || group.cards.iter().map(|card| sequence.cards[*card].event);
        let origin = exercise.value(exercise.named("events"));
        let message = format!(
            "the order of {} is not known: their dates may overlap",
            all_of(events().map(|event| &*event.id))
        );
        let complaint = Diagnostic::new(names::ORDER_UNKNOWN, origin, message)
            .help("leave all but one out; or accept this warning: then every order of them that their dates allow is right in the key")
            .about_lesson(&lesson.id);
        let dates = events().take(MOST_SHOWN);
        found.push(dates.fold(complaint, |complaint, event| {
            complaint.related(event.origin(|at| at.key("when")), "one of them")
        }));
    }
}

/// How many of the dates are shown.
const MOST_SHOWN: usize = 3;
