//! Reports that relay one another in a circle: none of them could be the origin.

use std::collections::HashSet;

use super::Subject;
use crate::diagnostic::{Diagnostic, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let sources = &subject.timeline.sources;
    // Walks down from each source along `relays`, once over each. A source that is met
    // again on the way down closes a circle.
    let mut seen = HashSet::new();
    let mut told = HashSet::new();
    for start in 0..sources.len() {
        let mut way = Vec::new();
        let mut on_way = HashSet::new();
        if seen.insert(start) {
            way.push((start, 0));
            on_way.insert(start);
        }
        while let Some((here, next)) = way.last_mut() {
            let here = *here;
            let Some(relayed) = sources.as_slice()[here].relays.get(*next) else {
                way.pop();
                on_way.remove(&here);
                continue;
            };
            *next += 1;
            let Some(other) = sources.position(relayed) else {
                continue;
            };
            if seen.insert(other) {
                way.push((other, 0));
                on_way.insert(other);
            } else if on_way.contains(&other) {
                let from = way.iter().position(|(source, _)| *source == other);
                let circle = &way[from.unwrap_or_default()..];
                // Of circles that share all their sources one is told.
                let mut news = false;
                for (source, _) in circle {
                    news |= told.insert(*source);
                }
                if news {
                    found.push(complaint(subject, circle));
                }
            }
        }
    }
}

/// The complaint about a circle: its sources, each with the number of the relayed one
/// that comes next, counted from 1.
fn complaint(subject: &Subject<'_>, circle: &[(usize, usize)]) -> Diagnostic {
    let sources = subject.timeline.sources.as_slice();
    let (first, next) = circle[0];
    let names = circle.iter().map(|(source, _)| &*sources[*source].id);
    Diagnostic::new(
        names::RELAY_CIRCLE,
        sources[first].origin(|at| at.key("relays").item(next - 1)),
        format!(
            "these reports relay one another in a circle: {}",
            super::circle(names)
        ),
    )
    .help("one of them told it first: remove it from the `relays` of that one")
}
