//! Events under the headings of years and months.

use super::card::{Card, Heading, YearPart};
use super::site::Site;

/// Events under the headings of years and months, in the order of time.
pub(super) struct Listing {
    /// The years.
    pub years: Vec<Year>,
    /// The events of no year that is known.
    pub undated: Vec<Card>,
}

/// The events of a year.
pub(super) struct Year {
    /// Which.
    pub number: i64,
    /// In words.
    pub name: String,
    /// Its anchor.
    pub id: String,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// The events of a month, or of a vaguer part of a year.
pub(super) struct Part {
    /// Which.
    pub heading: Heading,
    /// In words.
    pub name: String,
    /// Its anchor.
    pub id: String,
    /// Its events.
    pub cards: Vec<Card>,
}

impl Listing {
    /// None.
    pub(super) fn empty() -> Self {
        Listing {
            years: Vec::new(),
            undated: Vec::new(),
        }
    }

    /// The events with these numbers, in the order of time, on a page below `root`.
    pub(super) fn of_some(site: &Site<'_>, numbers: &[usize], root: &str) -> Self {
        let mut listing = Listing::empty();
        for number in numbers {
            listing.add(site, *number, Card::of(site, *number, root));
        }
        listing
    }

    /// All events, on a page below `root`; with what was said of each, if asked for.
    pub(super) fn of(site: &Site<'_>, root: &str, with_claims: bool) -> Self {
        let mut listing = Listing::empty();
        for number in 0..site.timeline.events.len() {
            let card = Card::of(site, number, root);
            let card = if with_claims {
                card.with_claims(site, number)
            } else {
                card
            };
            listing.add(site, number, card);
        }
        listing
    }

    /// Puts a card under its heading.
    fn add(&mut self, site: &Site<'_>, number: usize, card: Card) {
        let event = &site.timeline.events.as_slice()[number];
        match Heading::of(&event.when, site.language) {
            Some(heading) => place(site, &mut self.years, heading, card),
            None => self.undated.push(card),
        }
    }
}

/// Puts a card under its heading, which is the last one or a new one: events come in the
/// order of time.
fn place(site: &Site<'_>, years: &mut Vec<Year>, heading: Heading, card: Card) {
    let language = site.language;
    if years.last().is_none_or(|year| year.number != heading.year) {
        years.push(Year {
            number: heading.year,
            name: language.year(heading.year),
            id: format!("y{}", heading.year),
            parts: Vec::new(),
        });
    }
    let Some(year) = years.last_mut() else {
        return;
    };
    if year
        .parts
        .last()
        .is_none_or(|part| !part.heading.takes(&heading))
    {
        let name = match &heading.part {
            YearPart::Month(month) => language.month(heading.year, *month),
            YearPart::Whole => language.in_year(heading.year),
            YearPart::Span(_, words) => language.sentence(words),
        };
        let id = match &heading.part {
            YearPart::Month(month) => format!("{}-{month:02}", year.id),
            YearPart::Whole | YearPart::Span(..) => {
                format!("{}-part-{}", year.id, year.parts.len() + 1)
            }
        };
        year.parts.push(Part {
            heading,
            name,
            id,
            cards: Vec::new(),
        });
    }
    if let Some(part) = year.parts.last_mut() {
        part.cards.push(card);
    }
}
