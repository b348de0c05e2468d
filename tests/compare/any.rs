//! Timelines made by chance, small and with few days, so that things meet.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Any of the days on which something can happen: few, so that things meet.
fn day() -> impl Strategy<Value = &'static str> {
    select(&[
        "2024-04-02",
        "2024-04-05",
        "2024-04-06",
        "2024-04-08",
        "2024-04",
        "\"[2024-04-06..2024-04-09]\"",
        "\"[..2024-04-07]\"",
        "2024-04-08/..",
    ])
}

/// Sources of all sorts, `s0` to `s4`: with and without a day, known through others, relayed
/// by those that follow.
pub(crate) fn sources() -> impl Strategy<Value = String> {
    let one = (prop::option::of(day()), 0..6_usize, 0..6_usize, 0..4_usize);
    prop::collection::vec(one, 5).prop_map(|sources| {
        let mut text = String::new();
        for (number, (published, via, relays, digest)) in sources.into_iter().enumerate() {
            let kind = if digest == 0 {
                "aggregation"
            } else {
                "reportage"
            };
            text += &format!("- {{id: s{number}, title: S, type: {kind}");
            if let Some(published) = published {
                text += &format!(", published: {published}");
            }
            if via < number {
                text += &format!(", via: s{via}");
            }
            if relays < number {
                text += &format!(", relays: [s{relays}]");
            }
            text += "}\n";
        }
        text
    })
}

fn some_sources() -> impl Strategy<Value = String> {
    subsequence(vec!["s0", "s1", "s2", "s3", "s4"], 1..=3).prop_map(|ids| ids.join(", "))
}

/// An event with two claims, perhaps with a figure, a relation, a history, a correction.
pub(crate) fn event() -> impl Strategy<Value = String> {
    let statuses = vec!["planned", "confirmed", "happened", "postponed"];
    let relation = select(&["denies", "disputes", "confirms", "restates"]);
    let target = select(&["2024-e0/a", "2024-e1/b", "2024-e2/a", "2024-e2/b"]);
    let claim = (some_sources(), 0..5_u8, relation, target);
    let state = (
        day(),
        select(statuses.clone()),
        prop::option::of(day()),
        0..8_usize,
    );
    let event = (
        day(),
        select(statuses.clone()),
        prop::option::of(some_sources()),
    );
    (
        event,
        prop::collection::vec(claim, 0..=2),
        prop::collection::vec(state, 0..=3),
        prop::collection::vec(day(), 0..=2),
    )
        .prop_map(|((when, status, sources), claims, history, corrections)| {
            let mut text = format!("title: E\nkind: visit\nstatus: {status}\nwhen: {when}\n");
            if let Some(sources) = sources {
                text += &format!("sources: [{sources}]\n");
            }
            text += "claims:\n";
            for (id, (sources, figure, relation, target)) in ["a", "b"].iter().zip(claims) {
                text += &format!(
                    "  - {{id: {id}, text: T., by: {{anonymous: x}}, reported_by: [{sources}]"
                );
                match figure {
                    0 => {}
                    1 => text += &format!(", relations: [{{{relation}: {target}}}]"),
                    _ => text += &format!(", figure: {{measure: m, value: {figure}}}"),
                }
                text += "}\n";
            }
            text += "history:\n";
            for (as_of, status, when, source) in history {
                text += &format!("  - {{as_of: {as_of}, status: {status}");
                if let Some(when) = when {
                    text += &format!(", when: {when}");
                }
                if source < 5 {
                    text += &format!(", source: s{source}");
                }
                text += "}\n";
            }
            text += "corrections:\n";
            for (number, on) in corrections.into_iter().enumerate() {
                text += &format!("  - {{on: {on}, kind: update, what: W{number}.}}\n");
            }
            text.replace("claims:\nhistory", "history")
                .replace("history:\ncorrections", "corrections")
                .trim_end_matches("corrections:\n")
                .to_owned()
        })
}
