//! Event files made of what another tool keeps.
//!
//! 1. `text` turns the bytes of a file into text, whatever their encoding.
//! 2. A reader, one file a format, takes the text apart into [`Entry`]s and says what it
//!    had to leave out ([`Losses`]).
//! 3. `make` turns these into event files, actors, places and sources.
//!
//! Nothing is guessed in silence: whatever found no place, was doubtful, or was left
//! out is told in the loss report, with its place in the input.

mod entry;
pub mod html;
mod loss;

pub use entry::{Entry, Link, Named, Place};
pub use loss::{Loss, Losses, Manner};
