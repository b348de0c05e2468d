//! What a lesson was written on: the fingerprint of an event, and what has changed since.
//!
//! A [`Pin`] keeps each part of an event that a lesson shows or asks for, so that it can be
//! told which of them changed:
//!
//! | part | kept as | what counts |
//! |---|---|---|
//! | status, date, place | themselves | the word, the EDTF expression, the id |
//! | `title` | hash | the title |
//! | `actors` | hash | each one's id, role and note, in order |
//! | `summary` | hash | the Markdown |
//! | `history` | hash | each earlier state: day, status, date, report, note |
//! | `corrections` | number | how many there are: they are only ever added |
//! | `claims` | id and hash of each | text, speaker, day, hedge, verb, figure, relations, and of each report its source, what it had it from, and its quote |
//!
//! A hash is the first six hexadecimal digits of the SHA-256 of the values, as the file
//! format writes them, with a line break after each; a value that is not there is an empty
//! line. White space counts as one space, so that a text that is wrapped anew is the same.
//! What pupils do not see is left out: topics, notes on claims, `left_open`, `accept`. What
//! stands in other files, such as an actor's name, is not part of an event.

use sha2::{Digest, Sha256};

use crate::model::{Event, Lesson, Timeline};
use crate::schema::{
    ClaimId, ClaimRecord, Date, EventRecord, Figure, Number, Pin, PlaceId, Role, Speaker, Status,
};

/// A part of an event that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its title.
    Title,
    /// Its status.
    Status {
        /// What it was.
        was: Status,
    },
    /// Its date.
    When {
        /// What it was.
        was: Date,
    },
    /// Its place.
    Place {
        /// What it was.
        was: Option<PlaceId>,
    },
    /// Who took part in it.
    Actors,
    /// Its summary.
    Summary,
    /// Its earlier states.
    History,
    /// This claim is new.
    ClaimAdded(ClaimId),
    /// This claim is another.
    ClaimChanged(ClaimId),
    /// This claim is not there any more.
    ClaimRemoved(ClaimId),
    /// The correction with this number, counted from 0, is new.
    Corrected(usize),
}

/// An event that has changed since a lesson was pinned.
#[derive(Clone, Debug, PartialEq)]
pub struct Outdated<'t> {
    /// The event.
    pub event: &'t Event,
    /// What of it has changed; one or more.
    pub parts: Vec<Part>,
}

/// The events of a lesson that have changed since it was pinned, in the order of the pins.
pub fn outdated<'t>(lesson: &Lesson, timeline: &'t Timeline) -> Vec<Outdated<'t>> {
    let pinned = lesson.pinned.iter().filter_map(|pin| {
        let event = timeline.events.get(&pin.event)?;
        let parts = changed(pin, event);
        (!parts.is_empty()).then_some(Outdated { event, parts })
    });
    pinned.collect()
}

/// How an event stands, as a lesson uses it.
pub fn fingerprint(event: &Event) -> Pin {
    let record: &EventRecord = &event.record;
    let some = |is_there: bool, hash: String| is_there.then_some(hash);
    Pin {
        event: event.id.clone(),
        status: record.status,
        when: record.when.clone(),
        place: record.place.clone(),
        title: hash([&*record.title]),
        actors: some(!record.actors.is_empty(), of_actors(record)),
        summary: record.summary.as_ref().map(|summary| hash([&**summary])),
        history: some(!record.history.is_empty(), of_history(record)),
        corrections: record.corrections.len(),
        claims: record
            .claims
            .iter()
            .map(|claim| (claim.id.clone(), of_claim(claim)))
            .collect(),
    }
}

/// What of an event has changed since it was pinned: nothing, if it is as it was.
pub fn changed(pinned: &Pin, event: &Event) -> Vec<Part> {
    let now = fingerprint(event);
    let mut parts = Vec::new();
    let mut note = |differs: bool, part: Part| parts.extend(differs.then_some(part));
    note(pinned.title != now.title, Part::Title);
    let was = pinned.status;
    note(was != now.status, Part::Status { was });
    let was = pinned.when.clone();
    note(was != now.when, Part::When { was });
    let was = pinned.place.clone();
    note(was != now.place, Part::Place { was });
    note(pinned.actors != now.actors, Part::Actors);
    note(pinned.summary != now.summary, Part::Summary);
    note(pinned.history != now.history, Part::History);
    for (id, hash) in &now.claims {
        match pinned.claims.iter().find(|(known, _)| known == id) {
            None => note(true, Part::ClaimAdded(id.clone())),
            Some((_, was)) => note(was != hash, Part::ClaimChanged(id.clone())),
        }
    }
    for (id, _) in &pinned.claims {
        let gone = !now.claims.iter().any(|(known, _)| known == id);
        note(gone, Part::ClaimRemoved(id.clone()));
    }
    for number in pinned.corrections..now.corrections {
        note(true, Part::Corrected(number));
    }
    parts
}

fn of_actors(record: &EventRecord) -> String {
    hash(record.actors.iter().flat_map(|part| {
        let role = part.role.map(Role::word);
        let note = part.note.as_deref();
        [
            &*part.who,
            role.unwrap_or_default(),
            note.unwrap_or_default(),
        ]
    }))
}

fn of_history(record: &EventRecord) -> String {
    hash(record.history.iter().flat_map(|state| {
        [
            state.as_of.to_string(),
            state.status.word().to_owned(),
            date(state.when.as_ref()),
            state.source.as_deref().unwrap_or_default().to_owned(),
            state.note.as_deref().unwrap_or_default().to_owned(),
        ]
    }))
}

fn of_claim(claim: &ClaimRecord) -> String {
    let (kind, speaker, of) = match &claim.by {
        Speaker::Actor(id) => ("actor", &**id, ""),
        Speaker::Anonymous(someone) => (
            "anonymous",
            &*someone.description,
            someone.of.as_deref().unwrap_or_default(),
        ),
        Speaker::Report(report) => ("source", &*report.source, ""),
    };
    let mut values = vec![
        claim.text.to_string(),
        kind.to_owned(),
        speaker.to_owned(),
        of.to_owned(),
        date(claim.said.as_ref()),
        claim.hedge.word().to_owned(),
        claim.wording.as_deref().unwrap_or_default().to_owned(),
    ];
    values.extend(claim.figure.as_deref().map(of_figure).into_iter().flatten());
    for report in claim.reported_by.iter() {
        values.push(report.source.to_string());
        values.push(report.from.as_deref().unwrap_or_default().to_owned());
        values.push(report.quote.as_deref().unwrap_or_default().to_owned());
    }
    for relation in &claim.relations {
        values.push(relation.kind.word().to_owned());
        values.push(relation.target.to_string());
    }
    hash(values)
}

fn of_figure(figure: &Figure) -> [String; 6] {
    let number = |number: Number| number.0.to_string();
    [
        figure.measure.to_string(),
        number(figure.value),
        figure.to.map(number).unwrap_or_default(),
        figure.comparator.word().to_owned(),
        figure.unit.as_deref().unwrap_or_default().to_owned(),
        date(figure.period.as_ref()),
    ]
}

fn date(date: Option<&Date>) -> String {
    date.map(|date| date.0.to_string()).unwrap_or_default()
}

fn hash<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    let mut lines = String::new();
    for value in values {
        for (number, word) in value.as_ref().split_whitespace().enumerate() {
            if number > 0 {
                lines.push(' ');
            }
            lines.push_str(word);
        }
        lines.push('\n');
    }
    let [a, b, c, ..] = <[u8; 32]>::from(Sha256::digest(lines));
    format!("{a:02x}{b:02x}{c:02x}")
}
