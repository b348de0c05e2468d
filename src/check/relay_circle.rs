//! Reports that relay one another in a circle: none of them could be the origin.

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::schema::SourceId;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let sources = &subject.timeline.sources;
    let mut told: Vec<Vec<&SourceId>> = Vec::new();
    for source in sources {
        for (n, relayed) in source.relays.iter().enumerate() {
            let Some(circle) = way_back(sources, relayed, &source.id) else {
                continue;
            };
            let mut members = circle.clone();
            members.sort();
            if told.contains(&members) {
                continue;
            }
            told.push(members);
            let mut way = vec![source.id.to_string()];
            way.extend(circle.iter().map(ToString::to_string));
            found.push(
                Diagnostic::new(
                    names::RELAY_CIRCLE,
                    source.origin(|at| at.key("relays").item(n)),
                    format!(
                        "these reports relay one another in a circle: {}",
                        way.join(" → ")
                    ),
                )
                .help("one of them told it first: remove it from the `relays` of that one"),
            );
        }
    }
}

type Sources = crate::model::Book<SourceId, crate::schema::SourceRecord>;

/// The shortest way from one source back to another along `relays`.
fn way_back<'t>(
    sources: &'t Sources,
    from: &'t SourceId,
    to: &SourceId,
) -> Option<Vec<&'t SourceId>> {
    let mut ways = vec![vec![from]];
    let mut seen = vec![from];
    while !ways.is_empty() {
        let mut next = Vec::new();
        for way in ways {
            let here = *way.last()?;
            if here == to {
                return Some(way);
            }
            for relayed in sources
                .get(here)
                .into_iter()
                .flat_map(|source| &source.relays)
            {
                if !seen.contains(&relayed) {
                    seen.push(relayed);
                    next.push(way.iter().copied().chain([relayed]).collect());
                }
            }
        }
        ways = next;
    }
    None
}
