//! EDTF expressions in the words of a language.
//!
//! What an expression *is* — a whole month, the second half of one, some of
//! its digits unspecified, only its year in doubt — is found here, once
//! (`span`, `choice`, `common`, `group`, `doubt`). A language is one module that puts it
//! into words: it implements [`Language`], and is named in [`language`].
//!
//! The words are labels: they begin in lower case where a name does not
//! demand otherwise, have no full stop, and stand alone or after a colon.

mod archive;
mod builder;
mod choice;
mod cite;
mod common;
mod doubt;
mod downloads;
mod en;
mod group;
mod interface;
mod lessons;
mod lists;
mod number;
mod practice;
mod span;
mod uk;

pub use archive::Archive;
pub use builder::{Builder, PROBLEMS};
pub use choice::{Choice, Years};
pub use cite::Cite;
pub use common::{Common, common};
pub use doubt::Doubt;
pub use downloads::{Download, Downloads};
pub use group::{Group, groups};
pub use interface::{
    Changes, Counted, Find, Follow, Interface, Overview, Share, Standing, Then, Words,
};
pub use lessons::Lessons;
pub use lists::Lists;
pub use practice::Practice;
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

    /// An expression as it tells when something was done, after a word like "said" or
    /// "published": `April 2024`, but «у квітні 2024 року».
    fn when(&self, edtf: &Edtf) -> String {
        self.date(edtf)
    }

    /// One day in words: "2 April 2024".
    fn day(&self, day: Day) -> String;

    /// The name of a month from 1 to 12; empty for any other number.
    fn month_name(&self, month: u8) -> &'static str;

    /// The names of the countries, a line each: the code of ISO 3166-1, a space, the name.
    fn countries(&self) -> &'static str;

    /// The name of a country by its code of ISO 3166-1; the code itself where there is none.
    fn country<'c>(&self, code: &'c str) -> &'c str {
        (self.countries().lines())
            .filter_map(|line| line.split_once(' '))
            .find_map(|(known, name)| (known == code).then_some(name))
            .unwrap_or(code)
    }
}

/// The languages that there are.
pub const LANGUAGES: &[&dyn Language] = &[ENGLISH, &uk::Ukrainian];

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
