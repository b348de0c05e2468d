//! The text of a lesson that is begun.

use crate::format::format;
use crate::model::lesson::shuffle::Shuffle;
use crate::model::lesson::{Sequence, Sorted, fingerprint};
use crate::model::{Event, Timeline};
use crate::schema::{ClaimRecord, Decode, EventId, LessonRecord, Speaker};
use crate::text::one_line;
use crate::words::ENGLISH;
use crate::yaml;

/// A lesson on these events, with the activities that they are fit for and comments that
/// say how to go on. It is right as it is.
pub(super) fn begun(title: &str, timeline: &Timeline, events: &[&Event]) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text += words;
        text.push('\n');
    };
    line(
        "# A lesson. Every key is told of in docs/format.md; `dateline check` says what is wrong.",
    );
    line(&format!("title: {}", yaml::scalar(title)));
    line("# Whom it is for, and how long it takes.");
    line("for: Grade 10");
    line("minutes: 45");
    line("# The essential question: what the lesson is to answer. Put your own.");
    line("question: What happened, and how do we know?");
    line("# What pupils read first, in Markdown.");
    line("# intro: |");
    line("#   A paragraph or two.");
    line("# Standards: codes of the Common Core or the C3 Framework, or any other as a text.");
    line("# standards: [RH.9-10.6, D2.His.11.9-12]");
    line("events:");
    for event in events {
        line(&format!(
            "  # {} ({})",
            one_line(&event.title),
            ENGLISH.date(&event.when)
        ));
        line(&format!("  - {}", event.id));
    }
    line("# Words that pupils need.");
    line("# vocabulary:");
    line("#   - {term: attribution, meaning: Saying who told something.}");
    line("# What is done, in order. Remove what you do not need.");
    let activities = activities(timeline, events);
    if activities.is_empty() {
        line("# activities:");
    } else {
        line("activities:");
    }
    for activity in activities {
        line(&activity);
    }
    line("  # - kind: questions");
    line("  #   questions:");
    line("  #     - ask: Who says so?");
    line("  #       answer: The answer for the teacher's key.");
    line("  #       claims: [event-id/claim-id]");
    line("# What pupils talk over at the end, in Markdown.");
    line("# closing: |");
    line("#   What do you know now, and from whom?");
    line("# How the reports are cited on the handout: mla, apa or chicago.");
    line("citations: mla");
    line("");
    line("# How each event stood when this lesson was written; `dateline pin` writes it.");
    line("pinned:");
    for event in events {
        line(&format!("  - {}", fingerprint(event)));
    }
    // So that `dateline fmt` finds nothing to do.
    format(&text, &LessonRecord::shape()).unwrap_or(text)
}

/// The activities that these events are fit for.
fn activities(timeline: &Timeline, events: &[&Event]) -> Vec<String> {
    let mut activities = Vec::new();
    if let Some(events) = in_order(timeline, events) {
        let heading = "  # Cards to be put in the order of time.\n  - kind: sequence\n    events:";
        activities.push(listed(heading, events.iter().map(ToString::to_string)));
    }
    let claims: Vec<(&Event, &ClaimRecord)> = (events.iter())
        .flat_map(|event| event.claims.iter().map(move |claim| (*event, claim)))
        .collect();
    let name = |(event, claim): &(&Event, &ClaimRecord)| format!("{}/{}", event.id, claim.id);
    let voices = one_of_each(&claims);
    if voices.len() > 1 {
        let heading =
            "  # Claims to be matched to those who make them.\n  - kind: who-said-it\n    claims:";
        activities.push(listed(heading, voices.iter().map(&name)));
    }
    if let Some(most) = claims
        .iter()
        .rev()
        .max_by_key(|(_, claim)| claim.reported_by.len())
    {
        let heading = "  # One claim, traced: who says it, how they know, who passed it on.\n  - kind: sourcing";
        activities.push(format!("{heading}\n    claim: {}", name(most)));
    }
    let mut sorted: Vec<Sorted> = events.iter().map(|event| Sorted::of(event)).collect();
    sorted.sort_unstable();
    sorted.dedup();
    if sorted.len() > 1 {
        let heading =
            "  # Events to be sorted by what became of them.\n  - kind: planned-or-happened";
        activities.push(heading.to_owned());
    }
    if events.len() > 2 {
        let choose = events.len().div_ceil(2).min(5);
        let heading = "  # The most significant events, with reasons.\n  - kind: significance";
        activities.push(format!("{heading}\n    choose: {choose}"));
    }
    activities
}

fn listed(heading: &str, items: impl Iterator<Item = String>) -> String {
    let items = items.map(|item| format!("\n      - {item}"));
    format!("{heading}{}", items.collect::<String>())
}

/// Those of the events whose order is known, if there are two: of several that may have been
/// at once the first.
fn in_order<'t>(timeline: &'t Timeline, events: &[&Event]) -> Option<Vec<&'t EventId>> {
    let ids: Vec<EventId> = events.iter().map(|event| event.id.clone()).collect();
    let mut chosen: Vec<&Event> = Vec::new();
    for event in timeline.in_order(&ids) {
        let mut with = chosen.clone();
        with.push(event);
        let sequence = Sequence::of(&with, &mut Shuffle::new(0, ""));
        if sequence.key.iter().all(|group| group.cards.len() == 1) {
            chosen.push(event);
        }
    }
    (chosen.len() > 1).then(|| chosen.into_iter().map(|event| &event.id).collect())
}

/// The first claim of each speaker, up to a few.
fn one_of_each<'t>(claims: &[(&'t Event, &'t ClaimRecord)]) -> Vec<(&'t Event, &'t ClaimRecord)> {
    const MOST: usize = 6;
    let mut heard: Vec<&Speaker> = Vec::new();
    let mut first = Vec::new();
    for (event, claim) in claims {
        if heard.len() < MOST && !heard.contains(&&claim.by) {
            heard.push(&claim.by);
            first.push((*event, *claim));
        }
    }
    first
}
