//! What changed, by the day of the reports: event files in, and what is said of each day.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod compare;

use std::path::Path;

use compare::{any, assert_same_as_known, assert_same_to_come, said};
use dateline::decode::decode;
use dateline::edtf::Day;
use dateline::load::{Sources, load};
use dateline::model::Timeline;
use dateline::schema::Status;
use proptest::prelude::*;

/// Two reports that know nothing of one another, on two days, and one that relays the first.
const SOURCES: &str = "
- {id: first, title: First, type: reportage, published: 2024-04-06}
- {id: second, title: Second, type: reportage, published: 2024-04-10}
- {id: echo, title: Echo, type: reportage, published: 2024-04-10, relays: [first]}
- {id: third, title: Third, type: reportage, published: 2024-04-20}
";

fn timeline(files: &[(&str, &str)]) -> Timeline {
    let sources = Sources::from_texts(Path::new("events"), files.iter().copied());
    let (timeline, report) = decode(&sources);
    assert!(
        report.errors() == 0,
        "{}",
        dateline::diagnostic::human::render(&report, &sources)
    );
    timeline
}

/// A timeline of the reports above and these events.
fn with(events: &[(&str, &str)]) -> Timeline {
    let mut files = vec![
        ("timeline.yaml", "title: Changes"),
        ("sources.yaml", SOURCES),
    ];
    files.extend(events);
    timeline(&files)
}

fn says(events: &[(&str, &str)], expected: &[&str]) {
    let timeline = with(events);
    assert_eq!(said(&timeline), expected);
    assert_same_as_known(&timeline);
}

#[test]
fn an_event_is_added_on_the_day_of_its_first_report() {
    says(
        &[(
            "2024-04-02-call.yaml",
            "{title: A call, kind: call, status: happened, when: 2024-04-02, sources: [second, first]}",
        )],
        &["2024-04-06 added 2024-04-02-call (first)"],
    );
}

#[test]
fn without_a_report_it_is_known_when_all_is() {
    says(
        &[(
            "2024-04-02-call.yaml",
            "{title: A call, kind: call, status: happened, when: 2024-04-02}",
        )],
        // But nobody knows that it was new on that day.
        &[],
    );
    // Where no report has a day nothing was ever new.
    let timeline = timeline(&[
        ("timeline.yaml", "title: Changes"),
        (
            "2024-04-02-call.yaml",
            "{title: A call, kind: call, status: happened, when: 2024-04-02, corrections: [{on: 2024-05, kind: update, what: New.}]}",
        ),
    ]);
    assert_eq!(
        said(&timeline),
        ["2024-05-01 corrected 2024-04-02-call: New."]
    );
}

#[test]
fn nobody_planned_what_no_report_tells_of() {
    // Its day is after the last report; that makes no plan of it.
    says(
        &[(
            "2024-05-01-call.yaml",
            "{title: A call, kind: call, status: happened, when: 2024-05-01}",
        )],
        &[],
    );
}

#[test]
fn a_claim_told_later_is_new_and_a_second_origin_confirms() {
    says(
        &[(
            "2024-04-02-call.yaml",
            "
title: A call
kind: call
status: happened
when: 2024-04-02
claims:
  - {id: a, text: A., by: {anonymous: x}, reported_by: [first, echo]}
  - {id: b, text: B., by: {anonymous: x}, reported_by: [first, second]}
  - {id: c, text: C., by: {anonymous: x}, reported_by: [second, third, first]}
  - {id: d, text: D., by: {anonymous: x}, reported_by: [second, third]}
  - {id: e, text: E., by: {anonymous: x}, reported_by: [second, echo]}
",
        )],
        &[
            "2024-04-20 second origin 2024-04-02-call/d (third)",
            // An echo adds nothing to what it repeats; a third origin is no second one.
            "2024-04-10 second origin 2024-04-02-call/b (second)",
            "2024-04-10 second origin 2024-04-02-call/c (second)",
            "2024-04-10 claim 2024-04-02-call/d (second)",
            // Two origins at once: it never stood on one.
            "2024-04-10 claim 2024-04-02-call/e (second, echo)",
            "2024-04-06 added 2024-04-02-call (first)",
        ],
    );
}

#[test]
fn relations_tell_on_the_day_on_which_both_sides_are_known() {
    says(
        &[
            (
                "2024-04-02-call.yaml",
                "
title: A call
kind: call
status: happened
when: 2024-04-02
claims:
  - {id: a, text: A., by: {anonymous: x}, reported_by: [first]}
  - {id: late, text: Late., by: {anonymous: x}, reported_by: [third], relations: [{confirms: b}]}
  - {id: b, text: B., by: {anonymous: x}, reported_by: [first], relations: [{restates: a}]}
",
            ),
            (
                "2024-04-09-denial.yaml",
                "
title: A denial
kind: denial
status: happened
when: 2024-04-09
claims:
  - {id: no, text: Not so., by: {anonymous: y}, reported_by: [second], relations: [{denies: 2024-04-02-call/a}, {denies: 2024-04-02-call/late}]}
  - {id: other, text: Other., by: {anonymous: y}, reported_by: [second], relations: [{disputes: 2024-04-02-call/late}, {disputes: 2024-04-02-call/b}]}
",
            ),
        ],
        &[
            // A denial was told before what it denies; of a dispute the earlier side is disputed.
            "2024-04-20 contradicted 2024-04-02-call/late by 2024-04-09-denial/no: denies (third)",
            "2024-04-20 confirmed 2024-04-02-call/b by 2024-04-02-call/late (third)",
            "2024-04-20 claim 2024-04-02-call/late (third)",
            "2024-04-20 contradicted 2024-04-09-denial/other by 2024-04-02-call/late: disputes (third)",
            "2024-04-10 contradicted 2024-04-02-call/a by 2024-04-09-denial/no: denies (second)",
            "2024-04-10 contradicted 2024-04-02-call/b by 2024-04-09-denial/other: disputes (second)",
            "2024-04-10 added 2024-04-09-denial (second)",
            "2024-04-06 added 2024-04-02-call (first)",
        ],
    );
}

#[test]
fn a_dispute_that_both_sides_tell_is_one() {
    says(
        &[(
            "2024-04-02-call.yaml",
            "
title: A call
kind: call
status: happened
when: 2024-04-02
claims:
  - {id: a, text: A., by: {anonymous: x}, reported_by: [first], relations: [{disputes: b}]}
  - {id: b, text: B., by: {anonymous: x}, reported_by: [second], relations: [{disputes: a}]}
",
        )],
        &[
            "2024-04-10 contradicted 2024-04-02-call/a by 2024-04-02-call/b: disputes (second)",
            "2024-04-10 claim 2024-04-02-call/b (second)",
            "2024-04-06 added 2024-04-02-call (first)",
        ],
    );
}

#[test]
fn a_figure_stands_beside_those_that_differ_and_that_nothing_joins_to_it() {
    says(
        &[(
            "2024-04-02-call.yaml",
            "
title: A call
kind: call
status: happened
when: 2024-04-02
claims:
  - {id: a, text: A., by: {anonymous: x}, reported_by: [first], figure: {measure: m, value: 90}}
  - {id: same, text: S., by: {anonymous: x}, reported_by: [second], figure: {measure: m, value: 90}}
  - {id: b, text: B., by: {anonymous: x}, reported_by: [second], figure: {measure: m, value: 70}}
  - {id: narrower, text: N., by: {anonymous: x}, reported_by: [second], figure: {measure: m, value: 60}, relations: [{narrows: b}]}
  - {id: else, text: E., by: {anonymous: x}, reported_by: [second], figure: {measure: n, value: 60}}
",
        )],
        &[
            "2024-04-10 figure 2024-04-02-call/b beside 2024-04-02-call/same 2024-04-02-call/a (second)",
            "2024-04-10 figure 2024-04-02-call/narrower beside 2024-04-02-call/same 2024-04-02-call/a (second)",
            "2024-04-10 claim 2024-04-02-call/same (second)",
            "2024-04-10 claim 2024-04-02-call/b (second)",
            "2024-04-10 claim 2024-04-02-call/narrower (second)",
            "2024-04-10 claim 2024-04-02-call/else (second)",
            "2024-04-06 added 2024-04-02-call (first)",
        ],
    );
}

#[test]
fn a_plan_moves_through_its_states() {
    says(
        &[(
            "2024-05-visit.yaml",
            "
title: A visit
kind: visit
status: confirmed
when: 2024-05-20
sources: [third]
history:
  - {as_of: 2024-04-06, status: planned, when: \"[2024-05-16..2024-05-31]\", source: first}
  - {as_of: 2024-04-08, status: postponed}
  - {as_of: 2024-04-10, status: planned, when: 2024-05, source: echo}
",
        )],
        &[
            "2024-04-20 plan confirmed 2024-05-visit: planned 2024-05 -> confirmed 2024-05-20 (third)",
            "2024-04-10 moved 2024-05-visit: postponed [2024-05-16..2024-05-31] -> planned 2024-05 (echo)",
            // No report tells it, and no new date was given: the last one is what was known.
            "2024-04-08 moved 2024-05-visit: planned [2024-05-16..2024-05-31] -> postponed [2024-05-16..2024-05-31]",
            "2024-04-06 added 2024-05-visit (first)",
        ],
    );
}

#[test]
fn that_a_plan_was_carried_out_is_told_by_a_report_and_not_by_the_calendar() {
    let visit = |sources: &str, history: &str| {
        format!(
            "{{title: A visit, kind: visit, status: happened, when: 2024-04-08, sources: [{sources}], history: {history}}}"
        )
    };
    let planned = "[{as_of: 2024-04-06, status: planned, source: first}]";
    says(
        &[
            // That it was once ahead is recorded here; there it follows from a report that is
            // earlier than what it tells of.
            ("2024-04-08-a.yaml", &visit("first, second, third", planned)),
            ("2024-04-08-b.yaml", &visit("first, third", "[]")),
        ],
        &[
            "2024-04-20 moved 2024-04-08-b: planned 2024-04-08 -> happened 2024-04-08 (third)",
            "2024-04-10 moved 2024-04-08-a: planned 2024-04-08 -> happened 2024-04-08 (second)",
            "2024-04-06 added 2024-04-08-a (first)",
            "2024-04-06 added 2024-04-08-b (first)",
        ],
    );
    // A report of the day before cannot know; one whose day is vague can, on the day itself.
    let vague = "
- {id: first, title: First, type: reportage, published: 2024-04-06}
- {id: second, title: Second, type: reportage, published: 2024-04-07}
- {id: third, title: Third, type: reportage, published: \"[2024-04-07..2024-04-12]\"}
";
    let timeline = timeline(&[
        ("timeline.yaml", "title: Changes"),
        ("sources.yaml", vague),
        ("2024-04-08-a.yaml", &visit("first, second, third", planned)),
    ]);
    assert_eq!(
        said(&timeline),
        [
            "2024-04-08 moved 2024-04-08-a: planned 2024-04-08 -> happened 2024-04-08",
            "2024-04-06 added 2024-04-08-a (first)",
        ]
    );
    assert_same_as_known(&timeline);
    // What was known on a day is never that something of a later day was over.
    let then = timeline.as_of(Day::new(2024, 4, 7).unwrap());
    assert_eq!(then.events.as_slice()[0].status, Status::Planned);
}

#[test]
fn a_report_whose_day_is_vague_is_none_of_a_day_before_what_it_tells_of() {
    let vague = "
- {id: first, title: First, type: reportage, published: \"[2024-04-06..2024-04-12]\"}
- {id: second, title: Second, type: reportage, published: 2024-04-20}
";
    let timeline = timeline(&[
        ("timeline.yaml", "title: Changes"),
        ("sources.yaml", vague),
        (
            "2024-04-12-call.yaml",
            "{title: A call, kind: call, status: happened, when: \"[2024-04-12..2024-04-30]\", sources: [first, second]}",
        ),
        (
            "2024-04-05-call.yaml",
            "{title: A call, kind: call, status: happened, when: 2024-04-05, sources: [first]}",
        ),
    ]);
    assert_eq!(
        said(&timeline),
        [
            "2024-04-12 added 2024-04-12-call",
            "2024-04-06 added 2024-04-05-call (first)",
        ]
    );
    assert_same_as_known(&timeline);
    let then = timeline.as_of(Day::new(2024, 4, 6).unwrap());
    assert_eq!(then.events.len(), 1);
}

#[test]
fn no_report_is_said_to_tell_what_any_of_several_can_have_told() {
    let visit = |end: &str| {
        format!(
            "
title: A visit
kind: visit
status: cancelled
when: 2024-05-20
sources: [first, second, third]
history:
  - {{as_of: 2024-04-06, status: planned, source: first}}
{end}"
        )
    };
    says(
        &[
            ("2024-05-20-a.yaml", &visit("")),
            // The history may say it.
            (
                "2024-05-20-b.yaml",
                &visit("  - {as_of: 2024-04-10, status: cancelled, source: second}"),
            ),
        ],
        &[
            "2024-04-20 moved 2024-05-20-a: planned 2024-05-20 -> cancelled 2024-05-20",
            "2024-04-10 moved 2024-05-20-b: planned 2024-05-20 -> cancelled 2024-05-20 (second)",
            "2024-04-06 added 2024-05-20-a (first)",
            "2024-04-06 added 2024-05-20-b (first)",
        ],
    );
}

#[test]
fn corrections_stand_on_their_own_day_and_never_before_their_event() {
    says(
        &[(
            "2024-04-02-call.yaml",
            "
title: A call
kind: call
status: happened
when: 2024-04-02
sources: [second]
corrections:
  - {on: 2024-04-07, kind: correction, what: Too early.}
  - {on: \"[..2024-04-15]\", kind: update, what: Vague.}
  - {on: 2024-06, kind: clarification, what: After the last report.}
",
        )],
        &[
            "2024-06-01 corrected 2024-04-02-call: After the last report.",
            "2024-04-15 corrected 2024-04-02-call: Vague.",
            "2024-04-10 added 2024-04-02-call (second)",
            "2024-04-10 corrected 2024-04-02-call: Too early.",
        ],
    );
}

#[test]
fn a_report_that_we_were_told_of_is_known_when_it_is_told_of() {
    let files = [
        ("timeline.yaml", "title: Changes"),
        (
            "sources.yaml",
            "
- {id: told, title: Told, type: reportage, published: 2024-04-01, via: teller}
- {id: deeper, title: Deeper, type: reportage, via: told}
- {id: teller, title: Teller, type: reportage, published: 2024-04-10}
- {id: undated, title: Undated, type: reportage}
- {id: last, title: Last, type: reportage, published: 2024-04-20}
",
        ),
        (
            "2024-03-a.yaml",
            "{title: A, kind: call, status: happened, when: 2024-03, sources: [deeper]}",
        ),
        (
            "2024-03-b.yaml",
            "{title: B, kind: call, status: happened, when: 2024-03, sources: [undated]}",
        ),
    ];
    let timeline = timeline(&files);
    assert_eq!(said(&timeline), ["2024-04-10 added 2024-03-a (deeper)"]);
    assert_same_as_known(&timeline);
}

#[test]
fn what_was_known_has_nothing_in_it_that_was_told_later() {
    let timeline = with(&[(
        "2024-05-visit.yaml",
        "
title: A visit
kind: visit
status: confirmed
when: 2024-05-20
said_when: On 20 May
summary: All of it.
sources: [first]
claims:
  - {id: a, text: A., by: {anonymous: x}, reported_by: [first, third]}
  - {id: b, text: B., by: {anonymous: x}, reported_by: [third], relations: [{denies: a}]}
history:
  - {as_of: 2024-04-06, status: planned, when: 2024-05, source: first}
corrections:
  - {on: 2024-06-01, kind: correction, what: Later.}
",
    )]);
    let then = timeline.as_of(Day::new(2024, 4, 19).unwrap());
    let event = &then.events.as_slice()[0];
    assert_eq!(event.status, Status::Planned);
    assert_eq!(event.when.0.to_string(), "2024-05");
    assert_eq!(event.said_when, None);
    assert_eq!(event.summary, None);
    assert_eq!(event.claims.len(), 1);
    assert_eq!(event.claims[0].reported_by.len(), 1);
    assert!(event.history.is_empty() && event.corrections.is_empty());
    let sources: Vec<_> = then.sources.ids().collect();
    assert_eq!(sources, ["first", "second", "echo"]);
    let before = timeline.as_of(Day::new(2024, 4, 5).unwrap());
    assert!(before.events.is_empty() && before.sources.is_empty());
    // In the end it is as it stands in the files.
    let end = timeline.as_of(Day::new(2024, 6, 1).unwrap());
    assert_eq!(end.events.as_slice(), timeline.events.as_slice());
}

#[test]
fn the_changes_of_real_timelines_are_what_sets_the_days_apart() {
    for folder in ["events", "tests/checkers/full"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let (timeline, _) = decode(&load(&folder).unwrap().0);
        assert!(said(&timeline).len() > 20);
        assert_same_as_known(&timeline);
        assert_same_to_come(&timeline);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_changes_of_any_timeline_are_what_sets_the_days_apart(
        sources in any::sources(),
        events in prop::collection::vec(any::event(), 3),
    ) {
        let names = ["2024-e0.yaml", "2024-e1.yaml", "2024-e2.yaml"];
        let mut files = vec![("timeline.yaml", "title: Changes"), ("sources.yaml", &*sources)];
        files.extend(names.into_iter().zip(events.iter().map(|text| &**text)));
        let timeline = timeline(&files);
        assert_same_as_known(&timeline);
        assert_same_to_come(&timeline);
    }
}
