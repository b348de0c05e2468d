//! EDTF expressions in the words of a language.
//!
//! What an expression *is* — a whole month, the second half of one, some of
//! its digits unspecified, only its year in doubt — is found here, once
//! (`span`, `choice`, `common`, `doubt`). A language is one module that puts it
//! into words: it implements [`Language`], and is named in [`language`].
//!
//! The words are labels: they begin in lower case where a name does not
//! demand otherwise, have no full stop, and stand alone or after a colon.

mod choice;
mod common;
mod doubt;
mod en;
mod interface;
mod span;

pub use choice::{Choice, Years};
pub use common::{Common, common};
pub use doubt::Doubt;
pub use interface::{Changes, Counted, Follow, Interface, Words};
pub use span::Span;

use crate::edtf::{Day, Edtf};

/// A language that dates are worded in.
pub trait Language: Words {
    /// Its code: the language subtag of BCP 47, `en`.
    fn code(&self) -> &'static str;

    /// Its own name for itself: `English`.
    fn name(&self) -> &'static str;

    /// An expression in words: "second half of May 2024".
    fn date(&self, edtf: &Edtf) -> String;

    /// One day in words: "2 April 2024".
    fn day(&self, day: Day) -> String;

    /// The name of a month from 1 to 12; empty for any other number.
    fn month_name(&self, month: u8) -> &'static str;
}

/// The languages that there are.
pub const LANGUAGES: &[&dyn Language] = &[ENGLISH];

/// English, in which Dateline's own messages are.
pub const ENGLISH: &dyn Language = &en::English;

/// The language of a code such as `en`, if it is there.
#[must_use]
pub fn language(code: &str) -> Option<&'static dyn Language> {
    LANGUAGES
        .iter()
        .copied()
        .find(|language| language.code() == code)
}
