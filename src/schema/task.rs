//! What each kind of activity needs.

use super::activity::ActivityKind;
use super::decode::{Context, Decode};
use super::id::ClaimReference;
use super::record::record;
use super::shape::{ScalarShape, Shape};
use super::vocabulary::{Word, vocabulary};
use super::whole::Count;
use super::{ActorId, Date, EventId, Markdown, Text};
use crate::yaml::{Node, Path};

/// The word of one kind of activity: what its key `kind` has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfKind<const KIND: usize>;

impl<const KIND: usize> Decode for OfKind<KIND> {
    fn shape() -> Shape {
        let words = ActivityKind::words().into_iter();
        Shape::OneOf {
            name: "kind of activity",
            words: words.skip(KIND).take(1).collect::<Vec<Word>>(),
        }
    }

    fn decode(_: &Node, _: &Path, _: &mut Context<'_>) -> Option<Self> {
        // What it says has led here.
        Some(OfKind)
    }
}

/// Declares a kind of activity: what all of them have, and what this one needs.
macro_rules! activity {
    (
        $(#[doc = $doc:literal])+
        pub struct $type:ident = $name:literal, $kind:ident {
            $(
                $(#[doc = $field_doc:literal])+
                $field:ident: $field_type:ty,
            )+
        }
    ) => {
        record! {
            $(#[doc = $doc])+
            pub struct $type = $name {
                /// What is done.
                kind: OfKind<{ ActivityKind::$kind as usize }>,
                /// Its heading; made from its kind if left out.
                title: Option<Text>,
                /// How long it takes, in minutes.
                minutes: Option<Count>,
                /// What pupils are told to do; made from its kind if left out.
                instructions: Option<Markdown>,
                /// What a good answer to the instructions has, for the key alone.
                answer: Option<Markdown>,
                $(
                    $(#[doc = $field_doc])+
                    $field: $field_type,
                )+
            }
        }
    };
}

activity! {
    /// Cards of events to be put in the order of time. Events whose dates may overlap are never asked for an order: either is right.
    pub struct SequenceActivity = "sequence activity", Sequence {
        /// The events; all of the lesson if left out.
        events: Vec<EventId>,
    }
}

activity! {
    /// Claims to be matched to those who make them, unnamed ones included.
    pub struct WhoSaidItActivity = "who-said-it activity", WhoSaidIt {
        /// The claims.
        claims: Vec<ClaimReference>,
        /// Actors who make none of them, to stand among the speakers all the same.
        distractors: Vec<ActorId>,
    }
}

activity! {
    /// A table to be filled in: how two or more reports put the same thing. Each report of each claim is a row.
    pub struct CompareReportsActivity = "compare-reports activity", CompareReports {
        /// The claims.
        claims: Vec<ClaimReference>,
        /// What is compared; all that any of the claims has if left out.
        columns: Vec<Column>,
    }
}

vocabulary! {
    /// What reports are compared by.
    pub enum Column = "column" {
        /// The figure and its unit.
        Value = "value",
        /// How the figure is put: about, nearly, over.
        PutAs = "put-as",
        /// The time that the figure is about.
        Period = "period",
        /// Who says it.
        Speaker = "speaker",
        /// How firmly it is put.
        Hedge = "hedge",
        /// The verb that the report uses of the speaking.
        Verb = "verb",
    }
}

activity! {
    /// One claim, traced: who says it, how they know, who passed it on, and how many independent origins it has.
    pub struct SourcingActivity = "sourcing activity", Sourcing {
        /// The claim.
        claim: ClaimReference,
    }
}

activity! {
    /// Events to be sorted into planned, happened, and both.
    pub struct PlannedOrHappenedActivity = "planned-or-happened activity", PlannedOrHappened {
        /// The events; all of the lesson if left out.
        events: Vec<EventId>,
    }
}

activity! {
    /// A line of time to be filled in.
    pub struct BlankTimelineActivity = "blank-timeline activity", BlankTimeline {
        /// The events; all of the lesson if left out.
        events: Vec<EventId>,
        /// Where the line begins; a little before the first event if left out.
        from: Option<Box<Date>>,
        /// Where the line ends; a little after the last event if left out.
        to: Option<Box<Date>>,
    }
}

activity! {
    /// The most significant of the events to be chosen and ranked, with reasons. It has a rubric and no key.
    pub struct SignificanceActivity = "significance activity", Significance {
        /// How many are to be chosen.
        choose: Count,
        /// The events; all of the lesson if left out.
        events: Vec<EventId>,
        /// By what the reasons are judged; a general rubric if left out.
        rubric: Vec<Criterion>,
    }
}

record! {
    /// A line of a rubric.
    pub struct Criterion = "criterion" {
        /// What is judged.
        criterion: Text,
        /// What each level looks like, the best first.
        levels: Vec<Text>,
    }
}

activity! {
    /// Pairs of events of which pupils weigh whether the one led to the other or only came before it. It never has a key: that one came before the other does not make it the cause.
    pub struct CauseActivity = "cause-or-just-before activity", CauseOrJustBefore {
        /// The pairs.
        pairs: Vec<Pair>,
    }
}

record! {
    /// Two events, one before the other.
    pub struct Pair = "pair" {
        /// The earlier event.
        before: EventId,
        /// The later event.
        after: EventId,
    }
}

activity! {
    /// Questions of the teacher's own.
    pub struct QuestionsActivity = "questions activity", Questions {
        /// The questions, in order.
        questions: Vec<Question>,
    }
}

record! {
    /// A question: with choices, or with an answer in a few words.
    pub struct Question = "question" {
        /// The question.
        ask: Text,
        /// What there is to choose from, in this order: one or more of them right, one or more wrong.
        choices: Vec<Choice>,
        /// The answer, where there is nothing to choose from.
        answer: Option<Markdown>,
        /// Why the answer is right, for the teacher's key.
        because: Option<Markdown>,
        /// The claims that the answer rests on.
        claims: Vec<ClaimReference>,
    }
}

/// Something to choose. One that is only a text is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice(pub ChoiceRecord);

record! {
    /// Something to choose. One that is written as a text alone is wrong.
    pub struct ChoiceRecord = "choice" {
        /// What it says.
        text: Text,
        /// Whether it is right.
        right: Right,
    }
}

/// Whether a choice is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Right(pub bool);

impl std::ops::Deref for Choice {
    type Target = ChoiceRecord;

    fn deref(&self) -> &ChoiceRecord {
        &self.0
    }
}

impl Choice {
    /// Whether it is right.
    pub fn is_right(&self) -> bool {
        self.right.0
    }
}

impl Decode for Right {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "yes or no",
            doc: "`true` or `false`.",
            types: &["boolean"],
            pattern: None,
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        if let Node::Bool(right) = node {
            return Some(Right(*right));
        }
        context.wrong_type(node, at, "`true` or `false`");
        if let (Node::Text(_), Some(complaint)) = (node, context.found.last_mut()) {
            complaint
                .help
                .push("write `right: true`; of a wrong choice leave it out".to_owned());
        }
        None
    }

    fn absent() -> Option<Self> {
        Some(Right(false))
    }
}

impl Decode for Choice {
    fn shape() -> Shape {
        Shape::Either(vec![ChoiceRecord::shape(), Text::shape()])
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        if matches!(node, Node::Map(_)) {
            return ChoiceRecord::decode(node, at, context).map(Choice);
        }
        let text = Text::decode(node, at, context)?;
        Some(Choice(ChoiceRecord {
            text,
            right: Right(false),
        }))
    }
}
