//! A pin: one line that says how an event stood when a lesson was written.

use std::fmt;

use super::decode::{Context, Decode};
use super::shape::{ScalarShape, Shape};
use super::{ClaimId, Date, EventId, PlaceId, Status, check_id};
use crate::diagnostic::{Diagnostic, names};
use crate::yaml::{Node, Path};

/// How an event stood when a lesson was written.
///
/// It is written as one line: the event's id, its status and its date as they stand in its
/// file, then `name=value` for each other part. What is short is kept as it is, so that it
/// can be told what it was; of texts a hash is kept, and of the corrections their number.
/// A part that the event does not have is left out.
///
/// ```text
/// 2024-04-02-call happened 2024-04-02 title=1f0c22 where=washington actors=77d0e1
///   summary=0be413 history=51ab09 corrections=1 claims=concern:9c1b5e,reply:03d7aa
/// ```
///
/// Which parts there are, and what each hash is of, is told by
/// [`fingerprint`](crate::model::lesson::fingerprint).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The event.
    pub event: EventId,
    /// Its status.
    pub status: Status,
    /// Its date.
    pub when: Date,
    /// Its place.
    pub place: Option<PlaceId>,
    /// The hash of its title.
    pub title: String,
    /// The hash of who took part in it.
    pub actors: Option<String>,
    /// The hash of its summary.
    pub summary: Option<String>,
    /// The hash of its earlier states.
    pub history: Option<String>,
    /// How many corrections it has.
    pub corrections: usize,
    /// Its claims, each with its hash.
    pub claims: Vec<(ClaimId, String)>,
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.event, self.status.word(), self.when.0)?;
        write!(f, " title={}", self.title)?;
        let mut part = |name: &str, value: Option<&str>| match value {
            Some(value) => write!(f, " {name}={value}"),
            None => Ok(()),
        };
        part("where", self.place.as_deref())?;
        part("actors", self.actors.as_deref())?;
        part("summary", self.summary.as_deref())?;
        part("history", self.history.as_deref())?;
        let corrections = self.corrections.to_string();
        part(
            "corrections",
            (self.corrections > 0).then_some(&*corrections),
        )?;
        let claims: Vec<_> = self
            .claims
            .iter()
            .map(|(id, hash)| format!("{id}:{hash}"))
            .collect();
        let claims = claims.join(",");
        part("claims", (!claims.is_empty()).then_some(&*claims))
    }
}

impl Pin {
    /// Reads the line. `None` if it is none that was written here.
    pub fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let event = words.next().filter(|id| check_id(id).is_ok())?;
        let status = words.next()?;
        let mut pin = Pin {
            event: EventId(event.to_owned()),
            status: Status::ALL
                .iter()
                .copied()
                .find(|known| known.word() == status)?,
            when: Date(words.next()?.parse().ok()?),
            place: None,
            title: String::new(),
            actors: None,
            summary: None,
            history: None,
            corrections: 0,
            claims: Vec::new(),
        };
        for word in words {
            let (name, value) = word.split_once('=')?;
            let text = || Some(value.to_owned());
            match name {
                "title" => value.clone_into(&mut pin.title),
                "where" => pin.place = text().map(PlaceId),
                "actors" => pin.actors = text(),
                "summary" => pin.summary = text(),
                "history" => pin.history = text(),
                "corrections" => pin.corrections = value.parse().ok()?,
                "claims" => {
                    let claims = value.split(',').map(|claim| {
                        let (id, hash) = claim.split_once(':')?;
                        Some((ClaimId(id.to_owned()), hash.to_owned()))
                    });
                    pin.claims = claims.collect::<Option<_>>()?;
                }
                _ => return None,
            }
        }
        Some(pin)
    }
}

impl Decode for Pin {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "pin",
            doc: "How an event stood when the lesson was written: its id, its status, its date, and a short hash of each other part. Written by `dateline pin`, not by hand.",
            types: &["string"],
            pattern: Some(r"^[a-z0-9]+(-[a-z0-9]+)*\s+[a-z]+\s+\S+(\s+[a-z]+=\S+)*$"),
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(line) = node.as_text() else {
            context.wrong_type(node, at, "a line that `dateline pin` wrote");
            return None;
        };
        let pin = Pin::read(line);
        if pin.is_none() {
            let message = "this is no line that `dateline pin` wrote";
            context.push(
                Diagnostic::new(names::BAD_VALUE, context.value(at), message)
                    .help("remove the line, then run `dateline pin`"),
            );
        }
        pin
    }
}
