//! What of a card can have been otherwise on an earlier day.

use super::card::Card;
use super::site::Site;

/// What of a card can have been otherwise on an earlier day: the rest is the same as soon as
/// the event is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The date in words.
    pub date: String,
    /// Whether the date is one day and certain.
    pub exact: bool,
    /// The status as it is written in a file.
    pub status: &'static str,
    /// The status in words, unless it happened.
    pub status_words: Option<&'static str>,
    /// Whether there is a summary.
    pub summary: bool,
    /// "4 claims", if there are any, and "3 reports, 2 origins".
    pub counts: Vec<String>,
    /// Whether accounts differ.
    pub differs: bool,
}

impl Look {
    /// Of the event with this number.
    pub fn of(site: &Site<'_>, number: usize) -> Self {
        let card = Card::of(site, number, "");
        Look {
            date: card.date,
            exact: card.exact,
            status: card.status,
            status_words: card.status_words,
            summary: !card.summary.is_empty(),
            counts: card.claims.into_iter().chain([card.reports]).collect(),
            differs: card.differs,
        }
    }
}
