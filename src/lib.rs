//! Dateline turns a folder of YAML event files about diplomacy into a static HTML
//! timeline: who met, called, warned or denied, when, where, and who says so.
//!
//! It goes in five steps, each a function from one value to the next:
//!
//! 1. [`load`] reads a folder into [`Sources`](load::Sources), the texts of its files:
//!    events, what they refer to, and lessons on them.
//! 2. [`decode`] turns these into a [`Timeline`](model::Timeline), and reports all that
//!    is wrong with single files. What may stand in a file is declared in [`schema`],
//!    from which its documentation comes too.
//! 3. [`check`] looks over what decoded whole with the rules that need more than one
//!    record, and reports what breaks them.
//! 4. [`outputs`] makes the site of it: a list of files, each of which can be made by itself.
//! 5. [`write`] makes them and puts them on the disk: what changed, each whole or not at all,
//!    and no more of them in memory than are being made.
//!
//! While somebody writes, `serve` goes the first four again with every change, and shows
//! what comes of it to a browser.
//!
//! Nothing is changed behind anybody's back, nothing is global, and nobody reads the
//! clock. A complaint is a [`Diagnostic`](diagnostic::Diagnostic); showing it is
//! somebody else's work. Dates are [`Edtf`](edtf::Edtf) expressions, put into
//! [`words`].
//!
//! Around this stand those who work on the files themselves: [`begin`] writes the first of
//! them, [`mod@format`] puts them into one style, [`import`] makes them of what other tools
//! keep, and [`export`] writes for these. [`find`] tells which events are meant.

pub mod begin;
pub mod check;
pub mod citation;
pub mod cli;
pub mod decode;
pub mod diagnostic;
pub mod edtf;
pub mod export;
pub mod find;
pub mod format;
pub mod import;
pub mod load;
pub mod markdown;
pub mod model;
pub mod outputs;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod text;
pub mod views;
pub mod words;
pub mod write;
pub mod yaml;
