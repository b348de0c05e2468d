//! The texts by which an event is found.

use std::borrow::Cow;

use crate::markdown;
use crate::model::{Event, Timeline};
use crate::schema::{ActorId, Speaker};

/// Hands over an event's texts, and the names of who and what is in it.
pub(crate) fn each_text<'t>(timeline: &'t Timeline, event: &'t Event, mut take: impl FnMut(&str)) {
    take(&event.title);
    if let Some(summary) = event.summary.as_deref() {
        take(&plain(summary));
    }
    let mut actors: Vec<&ActorId> = event.actors.iter().map(|part| &part.who).collect();
    for claim in &event.claims {
        take(&claim.text);
        match &claim.by {
            Speaker::Actor(id) => actors.push(id),
            Speaker::Anonymous(someone) => {
                take(&someone.description);
                actors.extend(&someone.of);
            }
            Speaker::Report(report) => {
                let source = timeline.sources.get(&report.source);
                if let Some(outlet) = source.and_then(|source| source.outlet.as_deref()) {
                    take(outlet);
                }
            }
        }
    }
    actors.sort_unstable();
    actors.dedup();
    for actor in actors.into_iter().filter_map(|id| timeline.actors.get(id)) {
        take(&actor.name);
        actor.also.iter().for_each(|name| take(name));
    }
    let places = event.place.iter();
    for place in places.flat_map(|place| timeline.chain_of_place(place)) {
        if let Some(place) = timeline.places.get(place) {
            take(&place.name);
        }
    }
}

/// The words of a summary. One without a mark of Markdown, as most are, is its own text.
fn plain(summary: &str) -> Cow<'_, str> {
    let is_mark = |byte: u8| matches!(byte, b'\\' | b'`' | b'~' | b'*' | b'_' | b'[' | b'<' | b'&');
    let numbered = |line: &str| {
        let text = line.trim_start_matches([' ', '\t', '-', '+', '>', '#']);
        text.starts_with(|c: char| c.is_ascii_digit())
    };
    if summary.bytes().any(is_mark) || summary.lines().any(numbered) {
        Cow::Owned(markdown::to_text(summary))
    } else {
        Cow::Borrowed(summary)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::find::words_of;

    #[test]
    fn a_summary_has_the_words_of_its_text() {
        for summary in [
            "One day.\n\nAnother: two,\nthree.",
            "# Head\n\n- first\n- 2. second\n\n> said\n\nUnder\n-----\n\n    code = x\n",
            "1. one\n2) two\n",
            "Of *great* weight, [see](https://example.org/there) &amp; `so`.",
            "snake_case ~~gone~~ | a | b |\n| - | - |",
            "+ plus\n\n---\n\n~~~rust\nfn\n~~~\n",
        ] {
            let (quick, whole) = (plain(summary), markdown::to_text(summary));
            assert_eq!(words_of(&quick), words_of(&whole), "{summary}");
        }
    }
}
