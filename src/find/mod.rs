//! Finding events: by who and what they are about, by time, and by the words in them. The
//! script of the first page does the same with the same texts.

mod filter;
mod texts;
mod words;

pub use filter::Filter;
pub(crate) use texts::each_text;
pub(crate) use words::{each_folded, words_of};
