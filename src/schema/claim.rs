//! What is claimed of an event: who says so, and which reports carry it.

use super::decode::{AtLeastOne, Context, Decode};
use super::id::MeasureId;
use super::record::record;
use super::shape::Shape;
use super::vocabulary::vocabulary;
use super::{ActorId, ClaimId, Date, Number, SourceId, Target, Text};
use crate::yaml::{Node, Path};

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
        figure: Option<Box<Figure>>,
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
