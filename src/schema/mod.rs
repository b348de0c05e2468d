//! The file format: one description, from which decoding, the JSON Schema and the
//! reference page all come.
//!
//! A kind of record is declared once, with [`record!`](crate::schema::record): its
//! keys, their types and what they mean. A type that can stand in a file implements
//! [`Decode`], which both describes it (its [`Shape`]) and reads it.

mod activity;
mod actor;
mod claim;
mod decode;
mod event;
mod id;
mod json_schema;
mod kind;
mod lesson;
mod pin;
mod place;
mod record;
mod reference;
mod scalar;
mod shape;
mod source;
mod standard;
mod task;
mod timeline;
mod vocabulary;
mod whole;

pub use activity::{Activity, ActivityKind};
pub use actor::{ActorKind, ActorRecord, Term};
pub use claim::{
    Anonymous, Attribution, ClaimRecord, Comparator, Figure, Hedge, OwnVoice, Relation,
    RelationKind, Reported, Speaker,
};
pub use decode::{AtLeastOne, Context, Decode, with_article};
pub use event::{
    Correction, CorrectionKind, EventRecord, Participation, Role, Side, State, Status,
};
pub use id::{
    ActorId, ClaimId, ClaimReference, EventId, Id, LessonId, MeasureId, PlaceId, SourceId, Target,
    TopicId, bad_id, check_id, slug,
};
pub use kind::{Family, KINDS, Kind, KindEntry};

pub use json_schema::json_schema;
pub use lesson::{CitationStyle, LessonAcceptance, LessonRecord, VocabularyEntry};
pub use pin::Pin;
pub use place::PlaceRecord;

pub use reference::reference_page;
pub use scalar::{
    BaseUrl, Country, Date, Language, LanguageTag, Markdown, Number, Text, Url, Wikidata,
};
pub use shape::{FILES, FileKind, KeyShape, RecordShape, ScalarShape, Shape};
pub use source::{SourceRecord, SourceType};
pub use standard::{Frame, Recognised, Standard, StandardRecord, recognise};
pub use task::{
    BlankTimelineActivity, CauseActivity, Choice, ChoiceRecord, Column, CompareReportsActivity,
    Criterion, OfKind, Pair, PlannedOrHappenedActivity, Question, QuestionsActivity, Right,
    SequenceActivity, SignificanceActivity, SourcingActivity, WhoSaidItActivity,
};
pub use timeline::{Acceptance, EventAcceptance, TimelineRecord, WarningCode};
pub use vocabulary::Word;
pub use whole::{Count, Seed};
