//! The texts by which an event is found.

use std::collections::BTreeSet;

use crate::markdown;
use crate::model::{Event, Timeline};
use crate::schema::{ActorId, Speaker};

/// An event's texts, and the names of who and what is in it.
pub(crate) fn texts(timeline: &Timeline, event: &Event) -> Vec<String> {
    let mut texts = vec![event.title.to_string()];
    texts.extend(event.summary.as_deref().map(markdown::to_text));
    let mut actors: BTreeSet<&ActorId> = event.actors.iter().map(|part| &part.who).collect();
    for claim in &event.claims {
        texts.push(claim.text.to_string());
        match &claim.by {
            Speaker::Actor(id) => {
                actors.insert(id);
            }
            Speaker::Anonymous(someone) => {
                texts.push(someone.description.to_string());
                actors.extend(&someone.of);
            }
            Speaker::Report(report) => {
                let source = timeline.sources.get(&report.source);
                texts.extend(
                    source
                        .and_then(|source| source.outlet.as_deref())
                        .map(str::to_owned),
                );
            }
        }
    }
    for actor in actors.into_iter().filter_map(|id| timeline.actors.get(id)) {
        texts.push(actor.name.to_string());
        texts.extend(actor.also.iter().map(ToString::to_string));
    }
    for place in event
        .place
        .iter()
        .flat_map(|place| timeline.chain_of_place(place))
    {
        texts.extend(
            timeline
                .places
                .get(place)
                .map(|place| place.name.to_string()),
        );
    }
    texts
}
