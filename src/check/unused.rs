//! An actor, place or source that nothing uses.

use std::collections::HashSet;

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::model::{
    Book, Named, references_of_actor, references_of_event, references_of_lesson,
    references_of_place, references_of_source,
};
use crate::schema::Id;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    // What an event that did not decode uses is not known.
    if !timeline.broken.ids.is_empty() || !timeline.broken.files.is_empty() {
        return;
    }
    let mut used = HashSet::new();
    for actor in &timeline.actors {
        references_of_actor(actor, &mut |name, _| {
            used.insert(name);
        });
    }
    for place in &timeline.places {
        references_of_place(place, &mut |name, _| {
            used.insert(name);
        });
    }
    for source in &timeline.sources {
        references_of_source(source, &mut |name, _| {
            used.insert(name);
        });
    }
    for event in &timeline.events {
        references_of_event(event, &mut |name, _| {
            used.insert(name);
        });
    }
    for lesson in &timeline.lessons {
        references_of_lesson(lesson, &mut |name, _| {
            used.insert(name);
        });
    }
    unused(&timeline.actors, &used, found);
    unused(&timeline.places, &used, found);
    unused(&timeline.sources, &used, found);
}

fn unused<I: Id, R>(book: &Book<I, R>, used: &HashSet<Named<'_>>, found: &mut Vec<Diagnostic>) {
    for entry in book {
        let name = Named {
            what: I::WHAT,
            id: entry.id.as_str(),
        };
        if !used.contains(&name) {
            found.push(
                Diagnostic::new(
                    names::UNUSED,
                    entry.origin(|at| at.key("id")),
                    format!("nothing uses the {} `{}`", I::WHAT, entry.id),
                )
                .help("remove it, or look for an event that was meant to name it"),
            );
        }
    }
}
