//! What a lesson was written on, and what of it has changed since.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod classroom;

use classroom::{date, edit, timeline};
use dateline::model::lesson::{Part, changed, fingerprint};
use dateline::schema::{
    ActorId, ClaimId, ClaimRecord, Correction, CorrectionKind, EventId, EventRecord, Hedge,
    PlaceId, Speaker, Status, Text,
};

/// What of an event is told to have changed when it is edited.
fn news(id: &str, change: impl FnOnce(&mut EventRecord)) -> Vec<Part> {
    let before = timeline();
    let mut after = before.clone();
    edit(&mut after, id, change);
    let id = EventId(id.to_owned());
    let pin = fingerprint(before.events.get(&id).unwrap());
    let written = pin.to_string();
    assert!(!written.contains('\n'));
    changed(&pin, after.events.get(&id).unwrap())
}

#[test]
fn what_changed_is_told_in_parts() {
    let call = "2024-03-20-call";
    let text = |text: &str| Text(text.to_owned());
    assert_eq!(news(call, |_| ()), []);
    assert_eq!(
        news(call, |event| event.title = text("Another")),
        [Part::Title]
    );
    let was = Status::Happened;
    assert_eq!(
        news(call, |event| event.status = Status::Planned),
        [Part::Status { was }]
    );
    let was = date("2024-03-20");
    assert_eq!(
        news(call, |event| event.when = date("2024-03")),
        [Part::When { was }]
    );
    let was = Some(PlaceId("zenda".to_owned()));
    assert_eq!(
        news("2024-03-10-visit", |event| event.place = None),
        [Part::Place { was }]
    );
    assert_eq!(news(call, |event| drop(event.actors.pop())), [Part::Actors]);
    assert_eq!(news(call, |event| event.summary = None), [Part::Summary]);
    assert_eq!(
        news("2024-03-10-visit", |event| drop(event.history.pop())),
        [Part::History]
    );
    let claim = |id: &str| ClaimId(id.to_owned());
    assert_eq!(
        news(call, |event| event.claims[0].text = text("Ninety guards.")),
        [Part::ClaimChanged(claim("guards"))]
    );
    assert_eq!(
        news(call, |event| event.claims[0].id = claim("soldiers")),
        [
            Part::ClaimAdded(claim("soldiers")),
            Part::ClaimRemoved(claim("guards"))
        ]
    );
    let correction = Correction {
        on: date("2024-05-01"),
        kind: CorrectionKind::Correction,
        what: text("There were eighty."),
    };
    assert_eq!(
        news(call, |event| event.corrections.push(correction)),
        [Part::Corrected(0)]
    );
}

#[test]
fn every_change_of_a_claim_counts_and_no_wrapping_does() {
    let call = "2024-03-20-call";
    let changed =
        |change: fn(&mut ClaimRecord)| !news(call, |event| change(&mut event.claims[0])).is_empty();
    let all: [fn(&mut ClaimRecord); 8] = [
        |claim| claim.by = Speaker::Actor(ActorId("flavia".to_owned())),
        |claim| claim.said = Some(date("2024-03-20")),
        |claim| claim.hedge = Hedge::Likely,
        |claim| claim.wording = None,
        |claim| drop(claim.reported_by.0.pop()),
        |claim| claim.reported_by.0[0].0.quote = None,
        |claim| claim.figure.as_mut().unwrap().value.0 = 91.0,
        |claim| claim.figure.as_mut().unwrap().period = None,
    ];
    for (number, change) in all.into_iter().enumerate() {
        assert!(changed(change), "{number}");
    }
    assert!(!changed(
        |claim| claim.text.0 = claim.text.replace(' ', "\n  ")
    ));
    assert!(!changed(
        |claim| claim.note = Some(Text("A note.".to_owned()))
    ));
}
