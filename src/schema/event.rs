//! `<id>.yaml`: an event, who took part in it, and what became of it.

use super::decode::{Context, Decode};
use super::record::record;
use super::shape::Shape;
use super::timeline::EventAcceptance;
use super::vocabulary::vocabulary;
use super::{ActorId, ClaimRecord, Date, Kind, Markdown, PlaceId, SourceId, Text, TopicId};
use crate::yaml::{Node, Path};

record! {
    /// Something that happened, or is planned: one file each. The file's name without `.yaml` is the event's id; it begins with the date, as far as that is known, and goes on with a few words: `2024-04-02-biden-xi-call.yaml`, `2023-10-pentagon-statement.yaml`.
    pub struct EventRecord = "event" {
        /// What happened, in a headline of our own.
        title: Text,
        /// What kind of event it is.
        kind: Kind,
        /// Whether it has happened.
        status: Status,
        /// When it happened, or is to happen, as exactly as the reports allow and no more. A day within a span is `"[2024-05-16..2024-05-31]"`; what lasts from one day to another is `2024-05-16/2024-05-31`.
        when: Date,
        /// The report's own words for the date.
        said_when: Option<Text>,
        /// Where it happened.
        place = "where": Option<PlaceId>,
        /// Who took part.
        actors: Vec<Participation>,
        /// What it is about.
        topics: Vec<TopicId>,
        /// What happened, in a paragraph or two of our own.
        summary: Option<Markdown>,
        /// What is said of it, each with the speaker and the reports that carry it.
        claims: Vec<ClaimRecord>,
        /// Earlier states of the event, oldest first: what a plan was before it changed.
        history: Vec<State>,
        /// What was changed in this file after it was published, oldest first.
        corrections: Vec<Correction>,
        /// What the reports leave open, a sentence each.
        left_open: Vec<Text>,
        /// The reports that tell of the event. Those of its claims belong to it without being named again.
        sources: Vec<SourceId>,
        /// Warnings about this event that are meant, each with the reason.
        accept: Vec<EventAcceptance>,
    }
}

/// An actor's part in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Participation(pub ParticipationRecord);

record! {
    /// An actor's part in an event.
    pub struct ParticipationRecord = "part" {
        /// The actor.
        who: ActorId,
        /// What the actor did in it.
        role: Option<Role>,
        /// Something a reader should know of that part.
        note: Option<Text>,
    }
}

impl std::ops::Deref for Participation {
    type Target = ParticipationRecord;

    fn deref(&self) -> &ParticipationRecord {
        &self.0
    }
}

impl Decode for Participation {
    fn shape() -> Shape {
        Shape::Either(vec![ParticipationRecord::shape(), ActorId::shape()])
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        if node.as_text().is_some() {
            let who = ActorId::decode(node, at, context)?;
            return Some(Participation(ParticipationRecord {
                who,
                role: None,
                note: None,
            }));
        }
        ParticipationRecord::decode(node, at, context).map(Participation)
    }
}

record! {
    /// An earlier state of an event.
    pub struct State = "state" {
        /// The day as of which this was the state.
        as_of: Date,
        /// The status then.
        status: Status,
        /// The date that was given then.
        when: Option<Date>,
        /// The report that tells it.
        source: Option<SourceId>,
        /// What changed, in a few words.
        note: Option<Text>,
    }
}

vocabulary! {
    /// Whether an event has happened.
    pub enum Status = "status" {
        /// Intended, by whoever says so.
        Planned = "planned",
        /// Announced as certain to come.
        Confirmed = "confirmed",
        /// Over, or under way.
        Happened = "happened",
        /// Put off, with or without a new date.
        Postponed = "postponed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

record! {
    /// A change made to this file after it was published.
    pub struct Correction = "correction" {
        /// The day of the change.
        on: Date,
        /// What sort of change it is.
        kind: CorrectionKind,
        /// What was wrong and what is right now, in plain words.
        what: Text,
    }
}

vocabulary! {
    /// What sort of change was made.
    pub enum CorrectionKind = "kind of correction" {
        /// Something was wrong.
        Correction = "correction",
        /// Something new is known.
        Update = "update",
        /// Something could be misunderstood.
        Clarification = "clarification",
    }
}

/// Which side of an event a role is on, as PLOVER has it: it goes out from actors and
/// towards recipients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The event goes out from them.
    Actor,
    /// It goes towards them.
    Recipient,
    /// Neither.
    Other,
}

vocabulary! {
    /// What an actor did in an event.
    pub enum Role = "role" {
        /// Made the call.
        Caller = "caller",
        /// Was at the other end of the call or talks.
        Counterpart = "counterpart",
        /// Travelled.
        Visitor = "visitor",
        /// Received the visitors.
        Host = "host",
        /// Spoke.
        Speaker = "speaker",
        /// Was spoken to.
        Addressee = "addressee",
        /// Took part with others.
        Participant = "participant",
        /// Acted first, or alone.
        Initiator = "initiator",
        /// Was acted against.
        Target = "target",
        /// Received what was given.
        Beneficiary = "beneficiary",
        /// Stood between the sides.
        Mediator = "mediator",
        /// Is what it was about.
        Subject = "subject",
    }
}

impl Side {
    /// As data has it.
    pub fn word(self) -> &'static str {
        match self {
            Side::Actor => "actor",
            Side::Recipient => "recipient",
            Side::Other => "other",
        }
    }
}

impl Role {
    /// Its side.
    pub fn side(self) -> Side {
        match self {
            Role::Caller | Role::Visitor | Role::Speaker | Role::Participant | Role::Initiator => {
                Side::Actor
            }
            Role::Counterpart | Role::Host | Role::Addressee | Role::Target | Role::Beneficiary => {
                Side::Recipient
            }
            Role::Mediator | Role::Subject => Side::Other,
        }
    }
}
