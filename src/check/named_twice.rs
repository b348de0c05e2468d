//! Something that a lesson names twice where once is meant.

use std::collections::{HashMap, HashSet};

use super::Subject;
use super::exercise::{Exercise, exercises_of};
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::model::{Lesson, claims_of_lesson, references_of_lesson};
use crate::schema::{Activity, ActorId, Speaker};
use crate::yaml::{Path, Step};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        let mut named: Vec<(String, Path)> = Vec::new();
        references_of_lesson(lesson, &mut |name, at| {
            named.push((format!("{} `{}`", name.what, name.id), at()));
        });
        for (claim, at) in claims_of_lesson(lesson) {
            named.push((format!("claim `{claim}`"), at));
        }
        for (n, entry) in lesson.vocabulary.iter().enumerate() {
            let at = lesson.at.key("vocabulary").item(n);
            named.push((format!("term `{}`", entry.term), at.key("term")));
        }
        for (n, pin) in lesson.pinned.iter().enumerate() {
            let at = lesson.at.key("pinned").item(n);
            named.push((format!("event `{}`", pin.event), at));
        }
        twice(lesson, named, found);
        for Exercise { activity, at, .. } in exercises_of(lesson) {
            match activity {
                Activity::WhoSaidIt(task) => {
                    let claims = task.claims.iter();
                    let told = claims.filter_map(|claim| subject.timeline.told(claim));
                    let speakers: HashSet<&ActorId> = told
                        .filter_map(|told| match &told.claim.by {
                            Speaker::Actor(id) => Some(id),
                            Speaker::Anonymous(_) | Speaker::Report(_) => None,
                        })
                        .collect();
                    for (m, actor) in task.distractors.iter().enumerate() {
                        if speakers.contains(actor) {
                            let at = at.key("distractors").item(m);
                            found.push(speaks(lesson, at, actor));
                        }
                    }
                }
                Activity::CauseOrJustBefore(task) => {
                    for (m, pair) in task.pairs.iter().enumerate() {
                        if pair.before == pair.after {
                            let at = at.key("pairs").item(m).key("after");
                            let message = "this pair names the same event on both sides";
                            found.push(
                                Diagnostic::new(
                                    names::NAMED_TWICE,
                                    Origin::value(lesson.file, at),
                                    message,
                                )
                                .help("name two events"),
                            );
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// Complains of what stands twice in one list.
fn twice(lesson: &Lesson, named: Vec<(String, Path)>, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(Vec<Step>, String), Path> = HashMap::new();
    for (what, at) in named {
        let steps = at.steps();
        // The list, and not the place in it. A list of pairs may name an event in several.
        let Some(item) = steps.iter().rposition(|step| matches!(step, Step::Item(_))) else {
            continue;
        };
        if steps[..item].ends_with(&[Step::Key("pairs".into())]) {
            continue;
        }
        let list = (steps[..item].to_vec(), what.to_lowercase());
        if let Some(earlier) = first.get(&list) {
            found.push(
                Diagnostic::new(
                    names::NAMED_TWICE,
                    Origin::value(lesson.file, at),
                    format!("the {what} stands here a second time"),
                )
                .label("again here")
                .related(Origin::value(lesson.file, earlier.clone()), "first here")
                .help("remove one of them"),
            );
        } else {
            first.insert(list, at);
        }
    }
}

fn speaks(lesson: &Lesson, at: Path, actor: &ActorId) -> Diagnostic {
    Diagnostic::new(
        names::NAMED_TWICE,
        Origin::value(lesson.file, at),
        format!("`{actor}` makes one of the claims, and is among the speakers already"),
    )
    .help("name actors who make none of them, or leave this one out")
}
