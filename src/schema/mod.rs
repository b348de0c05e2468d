//! The file format: one description, from which decoding, the JSON Schema and the
//! reference page all come.
//!
//! A kind of record is declared once, with [`record!`](crate::schema::record): its
//! keys, their types and what they mean. A type that can stand in a file implements
//! [`Decode`], which both describes it (its [`Shape`]) and reads it.

mod actor;
mod claim;
mod decode;
mod event;
mod id;
mod json_schema;
mod kind;
mod place;
mod record;
mod reference;
mod scalar;
mod shape;
mod source;
mod timeline;
mod vocabulary;

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
    ActorId, ClaimId, EventId, Id, MeasureId, PlaceId, SourceId, Target, TopicId, bad_id, check_id,
};
pub use kind::{Family, KINDS, Kind, KindEntry};

pub use json_schema::json_schema;
pub use place::PlaceRecord;

pub use reference::reference_page;
pub use scalar::{
    BaseUrl, Country, Date, Language, LanguageTag, Markdown, Number, Text, Url, Wikidata,
};
pub use shape::{FILES, FileKind, KeyShape, RecordShape, ScalarShape, Shape};
pub use source::{SourceRecord, SourceType};
pub use timeline::{Acceptance, EventAcceptance, TimelineRecord, WarningCode};
pub use vocabulary::Word;
