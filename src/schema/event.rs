//! `<id>.yaml`: an event, and what is claimed of it.

use super::decode::{AtLeastOne, Context, Decode};
use super::id::MeasureId;
use super::record::record;
use super::shape::Shape;
use super::timeline::EventAcceptance;
use super::vocabulary::{Word, vocabulary};
use super::{ActorId, ClaimId, Date, Markdown, Number, PlaceId, SourceId, Target, Text, TopicId};
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
    /// One statement, with who says so.
    pub struct ClaimRecord = "claim" {
        /// The claim's id, unique in this event.
        id: ClaimId,
        /// What is claimed, in a sentence of our own.
        text: Text,
        /// Who claims it.
        by: Speaker,
        /// When it was said, as exactly as the reports allow.
        said: Option<Date>,
        /// The report's own words for that date.
        said_when: Option<Text>,
        /// How firmly the speaker puts it.
        hedge: Hedge,
        /// The verb that the report uses of the speaking, where it matters: confirmed, denied.
        wording: Option<Text>,
        /// The reports that carry it.
        reported_by: AtLeastOne<Attribution>,
        /// The figure in it, if there is one.
        figure: Option<Figure>,
        /// How it stands to other claims.
        relations: Vec<Relation>,
        /// Something a reader should know of the claim.
        note: Option<Text>,
    }
}

/// Who claims something.
#[derive(Clone, Debug, PartialEq)]
pub enum Speaker {
    /// A known actor.
    Actor(ActorId),
    /// Somebody whom the report does not name.
    Anonymous(Anonymous),
    /// A report itself, in its own voice.
    Report(OwnVoice),
}

record! {
    /// Somebody whom the report does not name.
    pub struct Anonymous = "anonymous speaker" {
        /// As the report describes them.
        description = "anonymous": Text,
        /// Whom they speak for or belong to, where the report says so.
        of: Option<ActorId>,
    }
}

record! {
    /// A report that says something in its own voice.
    pub struct OwnVoice = "report as speaker" {
        /// The report.
        source: SourceId,
    }
}

impl Speaker {
    /// The actor who speaks, or whom somebody unnamed belongs to.
    pub fn actor(&self) -> Option<&ActorId> {
        match self {
            Speaker::Actor(id) => Some(id),
            Speaker::Anonymous(someone) => someone.of.as_ref(),
            Speaker::Report(_) => None,
        }
    }
}

impl Decode for Speaker {
    fn shape() -> Shape {
        Shape::Either(vec![
            ActorId::shape(),
            Anonymous::shape(),
            OwnVoice::shape(),
        ])
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        match node {
            Node::Map(_) if node.get("source").is_some() => {
                OwnVoice::decode(node, at, context).map(Speaker::Report)
            }
            Node::Map(_) => Anonymous::decode(node, at, context).map(Speaker::Anonymous),
            Node::Text(text) => {
                let speaker = ActorId::decode(node, at, context);
                if speaker.is_none()
                    && !text.is_empty()
                    && let Some(complaint) = context.found.last_mut()
                {
                    complaint.help.push(format!(
                        "somebody whom the report does not name is written `{{anonymous: {text}}}`"
                    ));
                }
                speaker.map(Speaker::Actor)
            }
            other => {
                context.wrong_type(
                    other,
                    at,
                    "a speaker (an actor's id, `{anonymous: ...}` or `{source: ...}`)",
                );
                None
            }
        }
    }
}

/// A report that carries a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution(pub Reported);

record! {
    /// A report that carries a claim.
    pub struct Reported = "attribution" {
        /// The report.
        source: SourceId,
        /// The source that the report had this from: one of those it relays, or itself where it relays others but tells this on its own (of a digest: where it does not say whence it has this). If left out, it may have come from any that it relays.
        from: Option<SourceId>,
        /// The report's own words, to the letter, and few.
        quote: Option<Text>,
        /// Where in the report: `para 13`.
        locator: Option<Text>,
    }
}

impl std::ops::Deref for Attribution {
    type Target = Reported;

    fn deref(&self) -> &Reported {
        &self.0
    }
}

impl Decode for Attribution {
    fn shape() -> Shape {
        Shape::Either(vec![Reported::shape(), SourceId::shape()])
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        if node.as_text().is_some() {
            let source = SourceId::decode(node, at, context)?;
            return Some(Attribution(Reported {
                source,
                from: None,
                quote: None,
                locator: None,
            }));
        }
        Reported::decode(node, at, context).map(Attribution)
    }
}

record! {
    /// A figure. Figures of one measure are set side by side wherever they differ.
    pub struct Figure = "figure" {
        /// What is measured.
        measure: MeasureId,
        /// The value.
        value: Number,
        /// The upper end, where the figure is a range.
        to: Option<Number>,
        /// How the value is put.
        comparator: Comparator,
        /// The unit: `percent`, `USD`, `times`.
        unit: Option<Text>,
        /// The time that it is about.
        period: Option<Date>,
    }
}

vocabulary! {
    /// How a figure's value is put.
    pub enum Comparator = "comparator" {
        /// Just that.
        Exactly = "exactly",
        /// More or less that.
        About = "about",
        /// A little less.
        Nearly = "nearly",
        /// More.
        Over = "over",
        /// Less.
        Under = "under",
        /// That or more.
        AtLeast = "at-least",
        /// That or less.
        AtMost = "at-most",
    }
    absent: Exactly
}

vocabulary! {
    /// How firmly a claim is put.
    pub enum Hedge = "hedge" {
        /// As a fact.
        None = "none",
        /// As probable or possible: likely, could, signs of.
        Likely = "likely",
        /// As roughly so: about, nearly.
        Approximately = "approximately",
    }
    absent: None
}

/// How a claim stands to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// To which.
    pub target: Target,
}

vocabulary! {
    /// How a claim stands to another.
    pub enum RelationKind = "relation" {
        /// The speaker says that the other is not so.
        Denies = "denies",
        /// The two do not fit together.
        Disputes = "disputes",
        /// The same in other words.
        Restates = "restates",
        /// The same, of less: a shorter time, a smaller part.
        Narrows = "narrows",
        /// The same, of more: a longer time, a larger part.
        Broadens = "broadens",
        /// Takes the place of the other.
        Supersedes = "supersedes",
        /// Another speaker says that the other is so.
        Confirms = "confirms",
    }
}

impl RelationKind {
    /// Whether the two claims do not fit together.
    pub fn is_conflict(self) -> bool {
        matches!(self, RelationKind::Denies | RelationKind::Disputes)
    }
}

impl Decode for Relation {
    fn shape() -> Shape {
        Shape::Tagged {
            words: RelationKind::words(),
            value: Box::new(Target::shape()),
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some([(key, value)]) = node.as_map() else {
            context.wrong_type(
                node,
                at,
                "a relation with one key, such as `{denies: event-id/claim-id}`",
            );
            return None;
        };
        let Some(word) = key.as_text() else {
            context.wrong_type(key, at, "a relation");
            return None;
        };
        let kind = RelationKind::ALL
            .iter()
            .copied()
            .find(|kind| kind.word() == word);
        if kind.is_none() {
            let known: Vec<_> = RelationKind::ALL.iter().map(|kind| kind.word()).collect();
            context.unknown_word(word, at, "relation", &known);
            if let Some(complaint) = context.found.last_mut() {
                complaint.origin = crate::diagnostic::Origin::key(context.file, at.entry(0));
            }
        }
        let target = Target::decode(value, &at.entry(0), context);
        Some(Relation {
            kind: kind?,
            target: target?,
        })
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

/// A kind of event: an entry of [`KINDS`].
#[derive(Clone, Copy, Debug)]
pub struct Kind(&'static KindEntry);

/// What a kind of event is.
#[derive(Debug)]
pub struct KindEntry {
    /// As it is written in a file.
    pub word: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// The type of the PLOVER event ontology, where one fits.
    pub plover: Option<&'static str>,
    /// The code of the CAMEO event ontology, where one fits. Text: its zeros count.
    pub cameo: Option<&'static str>,
}

const fn kind(
    word: &'static str,
    doc: &'static str,
    plover: Option<&'static str>,
    cameo: Option<&'static str>,
) -> KindEntry {
    KindEntry {
        word,
        doc,
        plover,
        cameo,
    }
}

/// The kinds of event.
#[rustfmt::skip]
pub const KINDS: &[KindEntry] = &[
    kind("call", "Two or more speak by telephone or video.", Some("CONSULT"), Some("041")),
    kind("visit", "Somebody travels to somebody; the visitor is the actor, the host the recipient.", Some("CONSULT"), Some("042")),
    kind("meeting", "Two or more meet.", Some("CONSULT"), Some("040")),
    kind("summit", "Heads of state or government meet, or many do.", Some("CONSULT"), Some("040")),
    kind("negotiation", "Sides bargain over terms.", Some("CONSULT"), Some("046")),
    kind("statement", "Somebody says something in public.", None, Some("010")),
    kind("disclosure", "Something that was not public is told.", None, Some("010")),
    kind("warning", "Somebody says what may follow, without threatening it.", None, None),
    kind("threat", "Somebody says what they will do unless.", Some("THREATEN"), Some("130")),
    kind("sanction-threat", "Somebody says that they may impose sanctions.", Some("THREATEN"), Some("1312")),
    kind("accusation", "Somebody says that somebody did wrong.", Some("ACCUSE"), Some("112")),
    kind("criticism", "Somebody finds fault.", Some("ACCUSE"), Some("111")),
    kind("investigation", "Somebody inquires officially.", Some("ACCUSE"), Some("090")),
    kind("denial", "Somebody says that something is not so.", None, Some("016")),
    kind("rejection", "Somebody refuses what was asked or offered.", Some("REJECT"), Some("120")),
    kind("request", "Somebody asks for something.", Some("REQUEST"), Some("100")),
    kind("pledge", "Somebody promises something.", Some("AGREE"), Some("030")),
    kind("agreement", "Sides agree, by signature or word.", Some("SUPPORT"), Some("057")),
    kind("endorsement", "Somebody backs somebody or something.", Some("SUPPORT"), Some("051")),
    kind("cooperation", "Sides work together in deed.", Some("COOPERATE"), Some("060")),
    kind("aid", "Somebody gives help.", Some("AID"), Some("070")),
    kind("sanction", "Somebody imposes sanctions.", Some("SANCTION"), Some("163")),
    kind("easing", "Somebody lifts or loosens a measure.", Some("CONCEDE"), Some("081")),
    kind("force", "Armed force is used or made ready.", Some("MOBILIZE"), Some("150")),
    kind("other", "None of these.", None, None),
];

impl Kind {
    /// The kind that an entry of [`KINDS`] describes.
    pub fn of(entry: &'static KindEntry) -> Self {
        Kind(entry)
    }
}

impl std::ops::Deref for Kind {
    type Target = KindEntry;

    fn deref(&self) -> &KindEntry {
        self.0
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Decode for Kind {
    fn shape() -> Shape {
        Shape::OneOf {
            name: "kind of event",
            words: KINDS
                .iter()
                .map(|kind| Word {
                    word: kind.word,
                    doc: kind.doc,
                })
                .collect(),
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(text) = node.as_text() else {
            context.wrong_type(node, at, "a kind of event");
            return None;
        };
        let found = KINDS.iter().find(|kind| kind.word == text);
        if found.is_none() {
            let known: Vec<_> = KINDS.iter().map(|kind| kind.word).collect();
            context.unknown_word(text, at, "kind of event", &known);
        }
        found.map(Kind)
    }
}
