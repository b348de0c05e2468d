//! Actors or places that belong to themselves, directly or by way of others.

use std::collections::HashMap;

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::model::{Book, Entry};
use crate::schema::Id;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    circles(
        &subject.timeline.actors,
        |actor| actor.of.as_ref(),
        "of",
        found,
    );
    circles(
        &subject.timeline.places,
        |place| place.within.as_ref(),
        "within",
        found,
    );
}

fn circles<I: Id, R>(
    book: &Book<I, R>,
    parent: impl Fn(&Entry<I, R>) -> Option<&I>,
    key: &'static str,
    found: &mut Vec<Diagnostic>,
) {
    // From which entry each was first reached.
    let mut reached: HashMap<&I, usize> = HashMap::new();
    for (start, entry) in book.iter().enumerate() {
        let mut way: Vec<&I> = Vec::new();
        let mut next = Some(entry);
        while let Some(here) = next {
            if let Some(from) = reached.get(&here.id) {
                if *from == start {
                    let circle = way.iter().skip_while(|id| **id != &here.id);
                    found.push(complaint(here, circle.map(|id| id.as_str()), key));
                }
                break;
            }
            reached.insert(&here.id, start);
            way.push(&here.id);
            next = parent(here).and_then(|id| book.get(id));
        }
    }
}

fn complaint<'a, I: Id, R>(
    entry: &Entry<I, R>,
    circle: impl Iterator<Item = &'a str>,
    key: &'static str,
) -> Diagnostic {
    Diagnostic::new(
        names::PART_CIRCLE,
        Origin::value(entry.file, entry.at.key(key)),
        format!(
            "this {} belongs to itself: {}",
            I::WHAT,
            super::circle(circle)
        ),
    )
    .help(format!(
        "remove `{key}` from the one that stands above the others"
    ))
}
