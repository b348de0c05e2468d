//! What a lesson consists of, and its key: `tests/lessons` is a small timeline with a lesson
//! that has an activity of every kind.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod classroom;

use std::fmt::Debug;

use classroom::{date, edit, edit_lesson, timeline};
use dateline::model::lesson::{
    Candidate, Cell, Ground, How, LessonPlan, Sorted, Task, Unit, Voice,
};
use dateline::model::{Provenance, Relations, Timeline};
use dateline::schema::{
    ActivityKind, Column, Frame, LessonId, RelationKind, Seed, Speaker, Status,
};

/// Gives the plan of the lesson to a test.
fn plan<T>(timeline: &Timeline, test: impl FnOnce(&LessonPlan<'_>) -> T) -> T {
    let relations = Relations::of(timeline);
    let provenance = Provenance::of(timeline);
    let ground = Ground {
        timeline,
        relations: &relations,
        provenance: &provenance,
    };
    let id = LessonId("who-says-so".to_owned());
    test(&LessonPlan::of(timeline.lessons.get(&id).unwrap(), ground))
}

/// Gives the task of one kind to a test.
macro_rules! task {
    ($timeline:expr, $kind:ident, |$task:ident| $test:expr) => {
        plan($timeline, |plan| {
            let mut tasks = plan.exercises.iter().map(|exercise| &exercise.task);
            let Some(Task::$kind($task)) = tasks.find(|task| matches!(task, Task::$kind(_))) else {
                panic!("there is no such activity");
            };
            $test
        })
    };
}

fn same<T: PartialEq + Debug>(
    found: impl IntoIterator<Item = T>,
    expected: impl IntoIterator<Item = T>,
) {
    let (found, expected): (Vec<T>, Vec<T>) =
        (found.into_iter().collect(), expected.into_iter().collect());
    assert_eq!(found, expected);
}

#[test]
fn a_lesson_is_read_with_all_that_it_says() {
    let timeline = timeline();
    same(timeline.lessons.ids(), ["short", "who-says-so"]);
    plan(&timeline, |plan| {
        let kinds = plan
            .exercises
            .iter()
            .map(|exercise| exercise.activity.kind());
        same(kinds, ActivityKind::ALL.iter().copied());
        let frames = plan
            .lesson
            .standards
            .iter()
            .map(|standard| standard.frame());
        same(frames, [Some(Frame::CommonCore), Some(Frame::C3), None]);
        same(
            plan.events.iter().map(|event| &*event.id),
            [
                "2024-02-10-signing",
                "2024-03-10-visit",
                "2024-03-20-call",
                "2024-04-talks",
                "2024-04-12-denial",
                "2024-05-summit",
            ],
        );
        let reports = plan.reports.iter().map(|id| &***id);
        same(reports, ["gazette", "herald", "courier", "digest"]);
        assert!(plan.outdated.is_empty());
    });
}

#[test]
fn a_sequence_takes_every_order_that_the_dates_allow_and_no_other() {
    task!(&timeline(), Sequence, |sequence| {
        let card = |id: &str| {
            let mut cards = sequence.cards.iter();
            cards.position(|card| *card.event.id == *id).unwrap()
        };
        let right = [
            "2024-02-10-signing",
            "2024-03-10-visit",
            "2024-03-20-call",
            "2024-04-talks",
            "2024-04-12-denial",
            "2024-05-summit",
        ]
        .map(card);
        let dealt: Vec<usize> = (0..6).collect();
        assert!(
            !sequence.accepts(&dealt),
            "the cards are dealt in a right order"
        );
        assert!(sequence.accepts(&right));
        let mut other = right;
        other.swap(3, 4);
        assert!(sequence.accepts(&other), "talks some time in April");
        other.swap(0, 1);
        assert!(!sequence.accepts(&other));
        assert!(!sequence.accepts(&right[1..]));
        assert!(!sequence.accepts(&[0, 0, 0, 0, 0, 0]));
        let key: Vec<(Vec<&str>, bool)> = (sequence.key.iter())
            .map(|group| {
                let cards = group
                    .cards
                    .iter()
                    .map(|card| &*sequence.cards[*card].event.id);
                (cards.collect(), group.any_order)
            })
            .collect();
        assert_eq!(key.len(), 5);
        assert_eq!(key[3], (vec!["2024-04-talks", "2024-04-12-denial"], true));
        assert_eq!(sequence.cards[card("2024-02-10-signing")].follows, [0; 0]);
        assert_eq!(sequence.cards[card("2024-05-summit")].follows.len(), 5);
    });
}

#[test]
fn what_overlaps_with_two_that_have_an_order_is_told() {
    let mut timeline = timeline();
    edit(&mut timeline, "2024-04-talks", |event| {
        event.when = date("2024-03/2024-04");
    });
    task!(&timeline, Sequence, |sequence| {
        let group = &sequence.key[1];
        assert_eq!((group.cards.len(), group.any_order), (4, false));
        let order: Vec<usize> = sequence
            .key
            .iter()
            .flat_map(|group| group.cards.clone())
            .collect();
        assert!(sequence.accepts(&order));
    });
}

#[test]
fn no_seed_deals_the_cards_in_a_right_order() {
    let mut timeline = timeline();
    for seed in 0..300 {
        edit_lesson(&mut timeline, |lesson| lesson.seed = Some(Seed(seed)));
        task!(&timeline, Sequence, |sequence| {
            let dealt: Vec<usize> = (0..sequence.cards.len()).collect();
            assert!(!sequence.accepts(&dealt), "{seed}");
        });
    }
}

#[test]
fn a_seed_gives_the_same_cards_for_ever() {
    let timeline = timeline();
    task!(&timeline, Sequence, |sequence| {
        let dealt = sequence.cards.iter().map(|card| &*card.event.id);
        same(dealt, PROMISED);
    });
    let mut other = timeline.clone();
    edit_lesson(&mut other, |lesson| {
        lesson.activities.remove(1);
        lesson.closing = None;
    });
    task!(&other, Sequence, |sequence| {
        let dealt = sequence.cards.iter().map(|card| &*card.event.id);
        same(dealt, PROMISED);
    });
}

const PROMISED: [&str; 6] = [
    "2024-04-12-denial",
    "2024-03-10-visit",
    "2024-03-20-call",
    "2024-02-10-signing",
    "2024-05-summit",
    "2024-04-talks",
];

#[test]
fn claims_are_matched_to_speakers_named_or_not() {
    task!(&timeline(), WhoSaidIt, |match_up| {
        let name = |candidate: &Candidate<'_>| match candidate {
            Candidate::Speaker(Speaker::Actor(id)) => id.to_string(),
            Candidate::Speaker(Speaker::Anonymous(someone)) => someone.description.to_string(),
            Candidate::Speaker(Speaker::Report(report)) => format!("report {}", report.source),
            Candidate::Distractor(id) => format!("not {}", **id),
        };
        let key: Vec<String> = (match_up.statements.iter())
            .map(|statement| {
                let speaker = name(&match_up.speakers[statement.speaker]);
                format!("{}: {speaker}", statement.told.claim.id)
            })
            .collect();
        assert_eq!(
            key,
            [
                "guards: rudolf",
                "few-guards: a gamekeeper",
                "no-guards: michael",
                "own-voice: report digest",
            ]
        );
        let mut speakers: Vec<String> = match_up.speakers.iter().map(name).collect();
        assert_ne!(
            speakers[..4],
            ["rudolf", "a gamekeeper", "michael", "report digest"]
        );
        speakers.sort();
        same(
            speakers.iter().map(|name| &**name),
            [
                "a gamekeeper",
                "michael",
                "not flavia",
                "report digest",
                "rudolf",
            ],
        );
    });
}

#[test]
fn reports_are_compared_by_what_any_of_them_says() {
    task!(&timeline(), CompareReports, |table| {
        same(table.columns.iter().copied(), Column::ALL.iter().copied());
        let rows: Vec<String> = (table.rows.iter())
            .map(|row| format!("{} {}", row.told.claim.id, row.report.source))
            .collect();
        assert_eq!(
            rows,
            [
                "guards gazette",
                "guards herald",
                "few-guards courier",
                "no-guards courier"
            ]
        );
        assert!(
            matches!(table.rows[0].cell(Column::Value), Cell::Value(it) if it.value.0.to_string() == "90")
        );
        assert!(matches!(table.rows[2].cell(Column::Period), Cell::Unsaid));
        assert!(matches!(table.rows[3].cell(Column::Verb), Cell::Verb(it) if **it == *"denied"));
        let differs = |row: usize, column| table.differs(&table.rows[row], column);
        assert!(Column::ALL.iter().all(|column| differs(0, *column)));
        let relations = table.relations.iter().map(|it| (it.from, it.kind, it.to));
        same(
            relations,
            [(1, RelationKind::Disputes, 0), (2, RelationKind::Denies, 0)],
        );
    });
}

#[test]
fn a_claim_is_traced_to_its_origin() {
    task!(&timeline(), Sourcing, |sourcing| {
        let sourcing = sourcing.as_ref().unwrap();
        assert_eq!((sourcing.voice, sourcing.origins), (Voice::Named, 1));
        let passed = sourcing.passed.iter();
        let passed = passed.map(|it| (&*it.report.source, it.how, &**it.chain.from[0].source));
        same(
            passed,
            [
                ("gazette", How::PassesOn, "palace"),
                ("herald", How::PassesOn, "palace"),
            ],
        );
        let bearings = sourcing.bearings.iter().map(|it| (it.kind, it.from_other));
        same(
            bearings,
            [(RelationKind::Disputes, true), (RelationKind::Denies, true)],
        );
    });
}

#[test]
fn plans_are_told_from_what_happened() {
    task!(&timeline(), PlannedOrHappened, |sort| {
        let mut key: Vec<(&str, Sorted)> = (sort.items.iter())
            .map(|item| (&*item.event.id, item.sorted))
            .collect();
        key.sort_unstable();
        assert_eq!(
            key,
            [
                ("2024-02-10-signing", Sorted::CalledOff),
                ("2024-03-10-visit", Sorted::PlannedThenHappened),
                ("2024-03-20-call", Sorted::Happened),
                ("2024-05-summit", Sorted::Planned),
            ]
        );
        let mut items = sort.items.iter();
        let visit = items
            .find(|item| *item.event.id == *"2024-03-10-visit")
            .unwrap();
        let day = |date: Option<&dateline::schema::Date>| date.map(|it| it.0.to_string());
        let stages: Vec<_> = (visit.stages.iter())
            .map(|stage| (stage.status, day(stage.as_of), day(stage.when)))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            stages,
            [
                (Status::Planned, some("2024-02-01"), some("2024-03")),
                (Status::Confirmed, some("2024-02-20"), some("2024-03-10")),
                (Status::Happened, None, some("2024-03-10")),
            ]
        );
    });
}

#[test]
fn a_line_of_time_has_room_for_all_events() {
    task!(&timeline(), BlankTimeline, |line| {
        let line = line.as_ref().unwrap();
        assert_eq!(line.unit, Unit::Months);
        let ends = (line.first.to_string(), line.last.to_string());
        assert_eq!(ends, ("2024-02-01".to_owned(), "2024-05-31".to_owned()));
        assert_eq!(
            (line.ticks.len(), line.marks.len(), line.off.len()),
            (5, 6, 0)
        );
        assert!((line.ticks[0].at, line.ticks[4].at) == (0.0, 1.0));
        for mark in &line.marks {
            assert!(0.0 <= mark.from && mark.from < mark.to && mark.to <= 1.0);
        }
        let april = (line.ticks[2].at, line.ticks[3].at);
        let mut marks = line.marks.iter();
        let talks = marks
            .find(|mark| *mark.event.id == *"2024-04-talks")
            .unwrap();
        assert!((talks.from, talks.to) == april);
    });
}

#[test]
fn what_has_no_key_has_what_it_needs() {
    task!(&timeline(), Significance, |choice| {
        assert_eq!((choice.choose, choice.events.len()), (2, 6));
        assert_eq!(choice.rubric[0].levels.len(), 2);
    });
    task!(&timeline(), CauseOrJustBefore, |cause| {
        assert!(cause.pairs[0].certain);
    });
    task!(&timeline(), Questions, |questions| {
        let right = questions.asked[0].right().map(|choice| &*choice.text);
        same(right, ["Rudolf"]);
        let claims = questions.asked[1].claims.iter();
        same(
            claims.map(|told| told.reference().to_string()),
            ["2024-03-20-call/few-guards".to_owned()],
        );
    });
}

#[test]
fn a_day_before_has_no_lessons() {
    let timeline = timeline();
    for day in timeline.report_days() {
        assert!(timeline.as_of(day).lessons.is_empty());
    }
}
