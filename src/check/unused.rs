//! An actor, place or source that nothing uses.

use std::collections::{HashMap, HashSet};

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::model::{
    Book, Entry, Named, references_of_actor, references_of_event, references_of_lesson,
    references_of_place, references_of_source,
};
use crate::schema::Id;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    // What an event that did not decode uses is not known.
    if !timeline.broken.ids.is_empty() || !timeline.broken.files.is_empty() {
        return;
    }
    // What only something unused names is not used either.
    let mut parts: HashMap<Named<'_>, Vec<Named<'_>>> = HashMap::new();
    for actor in &timeline.actors {
        references_of_actor(actor, &mut |name, _| {
            parts.entry(named(actor)).or_default().push(name);
        });
    }
    for place in &timeline.places {
        references_of_place(place, &mut |name, _| {
            parts.entry(named(place)).or_default().push(name);
        });
    }
    for source in &timeline.sources {
        references_of_source(source, &mut |name, _| {
            parts.entry(named(source)).or_default().push(name);
        });
    }
    let mut open = Vec::new();
    for event in &timeline.events {
        references_of_event(event, &mut |name, _| open.push(name));
    }
    for lesson in &timeline.lessons {
        references_of_lesson(lesson, &mut |name, _| open.push(name));
    }
    let mut used = HashSet::new();
    while let Some(name) = open.pop() {
        if used.insert(name) {
            open.extend(parts.get(&name).into_iter().flatten().copied());
        }
    }
    unused(&timeline.actors, &used, found);
    unused(&timeline.places, &used, found);
    unused(&timeline.sources, &used, found);
}

fn named<I: Id, R>(entry: &Entry<I, R>) -> Named<'_> {
    Named {
        what: I::WHAT,
        id: entry.id.as_str(),
    }
}

fn unused<I: Id, R>(book: &Book<I, R>, used: &HashSet<Named<'_>>, found: &mut Vec<Diagnostic>) {
    for entry in book {
        if !used.contains(&named(entry)) {
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
