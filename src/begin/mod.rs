//! Timelines and records that are begun: what stands in their files.
//!
//! A timeline is begun from a [`Starter`]. A record is begun from the values that somebody
//! gave for its keys, told by a [`Form`]; an event becomes a file ([`event_file`]), an actor,
//! a place or a source another item of a list ([`with_item`]). What the keys mean is taken
//! from the one description of the format, in [`schema`](crate::schema). [`new_errors`] tells
//! whether a file may be written.

mod event;
mod form;
mod guide;
mod item;
mod name;
mod samples;
mod starter;
mod trial;

pub use event::{EventFile, event_file};
pub use form::{Choice, Field, Form};
pub use item::with_item;
pub use name::{event_id, record_id, source_id};
pub use starter::{EVENT_SCHEMA, Starter};
pub use trial::new_errors;
