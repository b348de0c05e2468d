//! Actors or places that belong to themselves, directly or by way of others.

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
    key: &str,
    found: &mut Vec<Diagnostic>,
) {
    let mut told: Vec<&I> = Vec::new();
    for entry in book {
        let mut way = vec![&entry.id];
        let mut next = parent(entry);
        while let Some(id) = next {
            if way.contains(&id) {
                break;
            }
            way.push(id);
            next = book.get(id).and_then(&parent);
        }
        if next != Some(&entry.id) || told.contains(&&entry.id) {
            continue;
        }
        told.extend(&way);
        way.push(&entry.id);
        let names: Vec<_> = way.iter().map(ToString::to_string).collect();
        found.push(
            Diagnostic::new(
                names::PART_CIRCLE,
                Origin::value(entry.file, entry.at.key(key)),
                format!("this {} belongs to itself: {}", I::WHAT, names.join(" → ")),
            )
            .help(format!(
                "remove `{key}` from the one that stands above the others"
            )),
        );
    }
}
