//! What is done in a lesson: one of some kinds of activity.

use super::decode::{Context, Decode};
use super::shape::{RecordShape, Shape};
use super::task::{
    BlankTimelineActivity, CauseActivity, CompareReportsActivity, PlannedOrHappenedActivity,
    QuestionsActivity, SequenceActivity, SignificanceActivity, SourcingActivity, WhoSaidItActivity,
};
use super::vocabulary::vocabulary;
use super::whole::Count;
use super::{EventId, Markdown, Text};
use crate::diagnostic::{Diagnostic, Origin, all_of, any_of, names};
use crate::yaml::{Node, Path};

vocabulary! {
    /// What is done.
    pub enum ActivityKind = "kind of activity" {
        /// Put events in the order of time.
        Sequence = "sequence",
        /// Match claims to those who make them.
        WhoSaidIt = "who-said-it",
        /// Fill in how reports put the same thing.
        CompareReports = "compare-reports",
        /// Trace one claim to where it comes from.
        Sourcing = "sourcing",
        /// Sort what was planned from what happened.
        PlannedOrHappened = "planned-or-happened",
        /// Put events on an empty line of time.
        BlankTimeline = "blank-timeline",
        /// Choose the most significant events, and give reasons.
        Significance = "significance",
        /// Weigh whether one event led to another or only came before it.
        CauseOrJustBefore = "cause-or-just-before",
        /// Answer the teacher's questions.
        Questions = "questions",
    }
}

/// Something to do in a lesson.
#[derive(Clone, Debug, PartialEq)]
pub enum Activity {
    /// Put events in the order of time.
    Sequence(SequenceActivity),
    /// Match claims to those who make them.
    WhoSaidIt(WhoSaidItActivity),
    /// Fill in how reports put the same thing.
    CompareReports(CompareReportsActivity),
    /// Trace one claim to where it comes from.
    Sourcing(SourcingActivity),
    /// Sort what was planned from what happened.
    PlannedOrHappened(PlannedOrHappenedActivity),
    /// Put events on an empty line of time.
    BlankTimeline(BlankTimelineActivity),
    /// Choose the most significant events, and give reasons.
    Significance(SignificanceActivity),
    /// Weigh whether one event led to another or only came before it.
    CauseOrJustBefore(CauseActivity),
    /// Answer the teacher's questions.
    Questions(QuestionsActivity),
}

/// The same of every kind of activity.
macro_rules! each {
    ($activity:expr, $inner:ident => $value:expr) => {
        match $activity {
            Activity::Sequence($inner) => $value,
            Activity::WhoSaidIt($inner) => $value,
            Activity::CompareReports($inner) => $value,
            Activity::Sourcing($inner) => $value,
            Activity::PlannedOrHappened($inner) => $value,
            Activity::BlankTimeline($inner) => $value,
            Activity::Significance($inner) => $value,
            Activity::CauseOrJustBefore($inner) => $value,
            Activity::Questions($inner) => $value,
        }
    };
}

impl Activity {
    /// What kind of activity it is.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Activity::Sequence(_) => ActivityKind::Sequence,
            Activity::WhoSaidIt(_) => ActivityKind::WhoSaidIt,
            Activity::CompareReports(_) => ActivityKind::CompareReports,
            Activity::Sourcing(_) => ActivityKind::Sourcing,
            Activity::PlannedOrHappened(_) => ActivityKind::PlannedOrHappened,
            Activity::BlankTimeline(_) => ActivityKind::BlankTimeline,
            Activity::Significance(_) => ActivityKind::Significance,
            Activity::CauseOrJustBefore(_) => ActivityKind::CauseOrJustBefore,
            Activity::Questions(_) => ActivityKind::Questions,
        }
    }

    /// Its heading, if it has one of its own.
    pub fn title(&self) -> Option<&Text> {
        each!(self, inner => inner.title.as_ref())
    }

    /// What pupils are told to do, if it is told in words of its own.
    pub fn instructions(&self) -> Option<&Markdown> {
        each!(self, inner => inner.instructions.as_ref())
    }

    /// What the key has beyond what follows from the events.
    pub fn answer(&self) -> Option<&Markdown> {
        each!(self, inner => inner.answer.as_ref())
    }

    /// How long it takes, in minutes.
    pub fn minutes(&self) -> Option<Count> {
        each!(self, inner => inner.minutes)
    }

    /// The events that it names under `events`; `None` of a kind that has no such key.
    pub fn events(&self) -> Option<&[EventId]> {
        match self {
            Activity::Sequence(inner) => Some(&inner.events),
            Activity::PlannedOrHappened(inner) => Some(&inner.events),
            Activity::BlankTimeline(inner) => Some(&inner.events),
            Activity::Significance(inner) => Some(&inner.events),
            _ => None,
        }
    }

    fn record_of(kind: ActivityKind) -> RecordShape {
        match kind {
            ActivityKind::Sequence => SequenceActivity::record(),
            ActivityKind::WhoSaidIt => WhoSaidItActivity::record(),
            ActivityKind::CompareReports => CompareReportsActivity::record(),
            ActivityKind::Sourcing => SourcingActivity::record(),
            ActivityKind::PlannedOrHappened => PlannedOrHappenedActivity::record(),
            ActivityKind::BlankTimeline => BlankTimelineActivity::record(),
            ActivityKind::Significance => SignificanceActivity::record(),
            ActivityKind::CauseOrJustBefore => CauseActivity::record(),
            ActivityKind::Questions => QuestionsActivity::record(),
        }
    }

    fn decode_as(
        kind: ActivityKind,
        node: &Node,
        at: &Path,
        context: &mut Context<'_>,
    ) -> Option<Self> {
        /// Reads what a variant holds.
        macro_rules! read {
            ($variant:ident) => {
                Decode::decode(node, at, context).map(Activity::$variant)
            };
        }
        match kind {
            ActivityKind::Sequence => read!(Sequence),
            ActivityKind::WhoSaidIt => read!(WhoSaidIt),
            ActivityKind::CompareReports => read!(CompareReports),
            ActivityKind::Sourcing => read!(Sourcing),
            ActivityKind::PlannedOrHappened => read!(PlannedOrHappened),
            ActivityKind::BlankTimeline => read!(BlankTimeline),
            ActivityKind::Significance => read!(Significance),
            ActivityKind::CauseOrJustBefore => read!(CauseOrJustBefore),
            ActivityKind::Questions => read!(Questions),
        }
    }
}

impl Decode for Activity {
    fn shape() -> Shape {
        let kinds = ActivityKind::ALL.iter();
        Shape::ByKind(kinds.map(|kind| Activity::record_of(*kind)).collect())
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        if node.as_map().is_none() {
            context.wrong_type(node, at, "an activity (a mapping of keys)");
            return None;
        }
        let Some(kind) = node.get("kind") else {
            let words = ActivityKind::ALL.iter().map(|kind| kind.word());
            context.push(
                Diagnostic::new(
                    names::MISSING_KEY,
                    context.value(at),
                    "an activity needs the key `kind`",
                )
                .label("`kind` is missing here")
                .help(format!("it can be {}", any_of(words))),
            );
            return None;
        };
        let kind = ActivityKind::decode(kind, &at.key("kind"), context)?;
        let before = context.found.len();
        let activity = Self::decode_as(kind, node, at, context);
        say_whose(node, at, before, context);
        activity
    }
}

/// Of keys that this kind of activity does not have, says which kinds have them.
fn say_whose(node: &Node, at: &Path, before: usize, context: &mut Context<'_>) {
    let entries = node.as_map().unwrap_or_default();
    for complaint in &mut context.found[before..] {
        if complaint.code != names::UNKNOWN_KEY {
            continue;
        }
        let here = |number| Origin::key(context.file, at.entry(number));
        let number = (0..entries.len()).find(|number| complaint.origin == here(*number));
        let Some(key) = number.and_then(|number| entries[number].0.as_text()) else {
            continue;
        };
        let kinds = kinds_with(key);
        if !kinds.is_empty() {
            complaint.help = vec![format!("`{key}` is a key of {}", all_of(kinds))];
        }
    }
}

/// The kinds of activity that have a key.
fn kinds_with(key: &str) -> Vec<&'static str> {
    let has = |kind: &&ActivityKind| {
        let record = Activity::record_of(**kind);
        record.keys.iter().any(|known| known.name == key)
    };
    let kinds = ActivityKind::ALL.iter().filter(has);
    kinds.map(|kind| kind.word()).collect()
}
