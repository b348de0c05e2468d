//! A claim that a report is said to have from a source which it does not relay.

use std::collections::HashSet;

use super::Subject;
use crate::diagnostic::{Diagnostic, all_of, names};
use crate::schema::SourceId;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let timeline = subject.timeline;
    let relays: HashSet<(&SourceId, &SourceId)> = timeline
        .sources
        .iter()
        .flat_map(|source| source.relays.iter().map(|relayed| (&source.id, relayed)))
        .collect();
    for (event, n, claim) in timeline.claims() {
        for (m, report) in claim.reported_by.iter().enumerate() {
            let (Some(from), Some(source)) = (&report.from, timeline.sources.get(&report.source))
            else {
                continue;
            };
            // A source that does not exist is somebody else's complaint.
            if *from == report.source
                || relays.contains(&(&source.id, from))
                || timeline.sources.get(from).is_none()
            {
                continue;
            }
            let relays = source.relays.iter().map(|id| &**id);
            let what = if source.relays.is_empty() {
                format!("`{}` relays nothing", source.id)
            } else {
                format!("`{}` relays {}", source.id, all_of(relays))
            };
            found.push(
                Diagnostic::new(
                    names::NOT_RELAYED,
                    event.origin(|at| {
                        at.key("claims")
                            .item(n)
                            .key("reported_by")
                            .item(m)
                            .key("from")
                    }),
                    format!("`{}` does not relay `{from}`", source.id),
                )
                .label(what)
                .help(format!(
                    "add `{from}` to the `relays` of `{}` in `sources.yaml`, or remove `from`",
                    source.id
                )),
            );
        }
    }
}
