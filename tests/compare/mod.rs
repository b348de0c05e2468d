//! Changes as lines of text, and the same lines found in the slow and plain way: by comparing
//! the timelines as they were known, day by day.

pub(crate) mod any;

use std::collections::BTreeSet;

use dateline::edtf::Day;
use dateline::model::{
    Changes, Days, Event, EventState, Knowledge, Provenance, Relations, Timeline, What, day_of,
};
use dateline::schema::{RelationKind, Status};

/// Each change as a line, the newest day first.
pub(crate) fn said(timeline: &Timeline) -> Vec<String> {
    let relations = Relations::of(timeline);
    let provenance = Provenance::of(timeline);
    let changes = Changes::of(timeline, &relations, &provenance);
    let claim = |key| {
        let (event, claim) = relations.claim(key);
        format!("{}/{}", event.id, claim.id)
    };
    let mut lines = Vec::new();
    for day in &changes.days {
        for change in &day.changes {
            let event = &timeline.events.as_slice()[change.event];
            let what = match &change.what {
                What::Added => format!("added {}", event.id),
                What::Moved { was, now } => moved(event, was, now),
                What::Contradicted {
                    claim: one,
                    by,
                    kind,
                } => {
                    format!(
                        "contradicted {} by {}: {}",
                        claim(*one),
                        claim(*by),
                        kind.word()
                    )
                }
                What::OtherFigure { claim: one, others } => {
                    let others: Vec<_> = others.iter().map(|key| claim(*key)).collect();
                    format!("figure {} beside {}", claim(*one), others.join(" "))
                }
                What::ConfirmedBy { claim: one, by } => {
                    format!("confirmed {} by {}", claim(*one), claim(*by))
                }
                What::SecondOrigin(one) => format!("second origin {}", claim(*one)),
                What::NewClaim(one) => format!("claim {}", claim(*one)),
                What::Corrected(number) => {
                    format!(
                        "corrected {}: {}",
                        event.id, event.corrections[*number].what
                    )
                }
            };
            let told_by: Vec<_> = change.told_by.iter().map(ToString::to_string).collect();
            let told_by = match told_by.as_slice() {
                [] => String::new(),
                some => format!(" ({})", some.join(", ")),
            };
            lines.push(format!("{} {what}{told_by}", day.day));
        }
    }
    lines
}

fn moved(event: &Event, was: &EventState, now: &EventState) -> String {
    let word = if now.status == Status::Confirmed && was.status != Status::Confirmed {
        "plan confirmed"
    } else {
        "moved"
    };
    format!(
        "{word} {}: {} {} -> {} {}",
        event.id,
        was.status.word(),
        was.when.0,
        now.status.word(),
        now.when.0
    )
}

/// The changes are what comparing each day with the one before finds; and between these
/// days nothing changes.
pub(crate) fn assert_same_as_known(timeline: &Timeline) {
    let mut days: BTreeSet<Day> = timeline.report_days().into_iter().collect();
    let knowledge = Knowledge::of(timeline);
    for event in &timeline.events {
        days.extend(knowledge.turns(event));
        days.extend(knowledge.of_event(event));
        days.extend(event.corrections.iter().filter_map(|it| day_of(&it.on)));
        days.extend(event.history.iter().filter_map(|it| day_of(&it.as_of)));
    }
    let mut compared = Vec::new();
    for day in days.into_iter().rev() {
        let mut lines = compare(timeline, day.pred().unwrap(), day);
        lines.sort();
        compared.extend(lines);
    }
    let mut found: Vec<String> = said(timeline)
        .into_iter()
        .map(|line| line.split(" (").next().unwrap().to_owned())
        .collect();
    // By day, the newest first; within a day by the text.
    found.sort();
    let mut by_day: Vec<String> = Vec::new();
    let mut rest = found.as_slice();
    while let Some(last) = rest.last() {
        let day = &last[..last.find(' ').unwrap()];
        let start = rest.iter().position(|line| line.starts_with(day)).unwrap();
        by_day.extend(rest[start..].iter().cloned());
        rest = &rest[..start];
    }
    assert_eq!(by_day, compared);
}

/// What was to come on each day on which a report appeared, and on the days beside it, is what
/// the timeline as it was known then has of it.
pub(crate) fn assert_same_to_come(timeline: &Timeline) {
    let knowledge = Knowledge::of(timeline);
    let found = Days::of(timeline, &knowledge);
    let reports = timeline.report_days();
    let near = reports
        .into_iter()
        .flat_map(|day| [day.pred(), Some(day), day.succ()]);
    for day in near.flatten().collect::<BTreeSet<Day>>() {
        let then = timeline.as_of(day);
        let mut expected: Vec<_> = then
            .events
            .iter()
            .filter(|event| !matches!(event.status, Status::Happened | Status::Cancelled))
            .filter(|event| event.when.latest().day().is_none_or(|last| last >= day))
            .map(|event| {
                let number = timeline.events.position(&event.id).unwrap();
                (event.when.earliest().day(), number)
            })
            .collect();
        expected.sort_unstable();
        let expected: Vec<usize> = expected.into_iter().map(|(_, number)| number).collect();
        assert_eq!(found.next(day, usize::MAX), expected, "{day}");
    }
}

/// What sets a day apart from the one before, found by comparing the timelines as they were
/// known.
fn compare(timeline: &Timeline, before: Day, day: Day) -> Vec<String> {
    let (old, new) = (timeline.as_of(before), timeline.as_of(day));
    let today = Knowledge::of(timeline);
    let mut lines = Vec::new();
    let mut say = |what: String| lines.push(format!("{day} {what}"));
    let (old_provenance, new_provenance) = (Provenance::of(&old), Provenance::of(&new));
    for event in &new.events {
        let was = old.events.get(&event.id);
        // Of what has no day nobody knows that it was new.
        let in_full = timeline.events.get(&event.id).unwrap();
        let Some(was) = was else {
            if in_full.reports().into_iter().any(|id| today.is_dated(id)) {
                say(format!("added {}", event.id));
            }
            for correction in &event.corrections {
                say(format!("corrected {}: {}", event.id, correction.what));
            }
            continue;
        };
        let turned = today
            .turns(timeline.events.get(&event.id).unwrap())
            .contains(&day);
        let [one, two] = [was, event].map(|event| EventState {
            status: event.status,
            when: event.when.clone(),
        });
        if turned && one != two {
            say(moved(event, &one, &two));
        }
        for claim in &event.claims {
            let before = was.claims.iter().find(|it| it.id == claim.id);
            match before {
                None if !today.is_told(claim) => {}
                None => say(format!("claim {}/{}", event.id, claim.id)),
                Some(before) => {
                    let origins = old_provenance.of_claim(before).count;
                    let on_day = claim.reported_by.iter().any(|report| {
                        let via = timeline
                            .sources
                            .get(&report.source)
                            .and_then(|it| it.via.as_ref());
                        [Some(&report.source), via]
                            .into_iter()
                            .flatten()
                            .any(|id| today.is_dated(id) && today.of_source(id) == Some(day))
                    });
                    if on_day && origins < 2 && new_provenance.of_claim(claim).count >= 2 {
                        say(format!("second origin {}/{}", event.id, claim.id));
                    }
                }
            }
        }
        for correction in &event.corrections {
            if !was.corrections.contains(correction) {
                say(format!("corrected {}: {}", event.id, correction.what));
            }
        }
    }
    for edge in edges(timeline, &new).difference(&edges(timeline, &old)) {
        say(edge.clone());
    }
    for figure in new_figures(timeline, &old, &new) {
        say(figure);
    }
    lines
}

/// The conflicts and confirmations of a timeline as it was known, a line each. Of a dispute
/// the side that was told first is the disputed one; of two told at once, the one pointed to
/// unless it comes later in the order of today.
fn edges(today: &Timeline, then: &Timeline) -> BTreeSet<String> {
    let relations = Relations::of(then);
    let since = Knowledge::of(today);
    let mut lines = BTreeSet::new();
    for edge in relations.edges() {
        let side = |key| {
            let (event, claim) = relations.claim(key);
            let events = &today.events;
            let event = events.get(&event.id).unwrap();
            let number = event
                .claims
                .iter()
                .position(|it| it.id == claim.id)
                .unwrap();
            (
                since.of_claim(event, &event.claims[number]),
                (events.position(&event.id), number),
                format!("{}/{}", event.id, claim.id),
            )
        };
        if [edge.from, edge.to]
            .iter()
            .any(|key| !since.is_told(relations.claim(*key).1))
        {
            continue;
        }
        let (mut by, mut claim) = (side(edge.from), side(edge.to));
        if edge.kind == RelationKind::Disputes && by < claim {
            (by, claim) = (claim, by);
        }
        match edge.kind {
            RelationKind::Confirms => lines.insert(format!("confirmed {} by {}", claim.2, by.2)),
            kind if kind.is_conflict() => lines.insert(format!(
                "contradicted {} by {}: {}",
                claim.2,
                by.2,
                kind.word()
            )),
            _ => false,
        };
    }
    lines
}

/// The figures that were not there, beside those from which they differ.
fn new_figures(timeline: &Timeline, old: &Timeline, new: &Timeline) -> Vec<String> {
    // How the claims stand to one another the files say today.
    let relations = Relations::of(timeline);
    let groups = relations.groups();
    let since = Knowledge::of(timeline);
    let mut lines = Vec::new();
    for figures in timeline.figures().into_values() {
        let there = |of: &Timeline, key| {
            let (event, claim) = relations.claim(key);
            of.events
                .get(&event.id)
                .is_some_and(|event| event.claims.iter().any(|it| it.id == claim.id))
        };
        let mut told: Vec<_> = figures
            .into_iter()
            .filter(|(key, _)| there(new, *key))
            .collect();
        told.sort_by_key(|(key, _)| {
            let (event, claim) = relations.claim(*key);
            (since.of_claim(event, claim), *key)
        });
        for (number, (key, figure)) in told.iter().enumerate() {
            if there(old, *key) || !since.is_told(relations.claim(*key).1) {
                continue;
            }
            let others: Vec<String> = told[..number]
                .iter()
                .rev()
                .filter(|(other, earlier)| {
                    let one = groups.get(key);
                    figure.differs_from(earlier) && (one.is_none() || one != groups.get(other))
                })
                .take(3)
                .map(|(other, _)| {
                    let (event, claim) = relations.claim(*other);
                    format!("{}/{}", event.id, claim.id)
                })
                .collect();
            if !others.is_empty() {
                let (event, claim) = relations.claim(*key);
                lines.push(format!(
                    "figure {}/{} beside {}",
                    event.id,
                    claim.id,
                    others.join(" ")
                ));
            }
        }
    }
    lines
}
