//! The file format: one description, from which decoding, the JSON Schema and the
//! reference page all come.
//!
//! A kind of record is declared once, with [`record!`](crate::schema::record): its
//! keys, their types and what they mean. A type that can stand in a file implements
//! [`Decode`], which both describes it (its [`Shape`]) and reads it.

mod actor;
mod decode;
mod event;
mod id;
mod json_schema;
mod place;
mod record;
mod reference;
mod scalar;
mod shape;
mod source;
mod timeline;
mod vocabulary;

pub use actor::{ActorKind, ActorRecord, Term};
pub use decode::{AtLeastOne, Context, Decode, with_article};
pub use event::{
    Anonymous, Attribution, ClaimRecord, Comparator, Correction, CorrectionKind, EventRecord,
    Figure, Hedge, KINDS, Kind, KindEntry, OwnVoice, Participation, Reported, Role, Side, Speaker,
    State, Status,
};
pub use event::{Relation, RelationKind};
pub use id::{
    ActorId, ClaimId, EventId, Id, MeasureId, PlaceId, SourceId, Target, TopicId, bad_id, check_id,
};

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
