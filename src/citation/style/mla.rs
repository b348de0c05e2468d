//! MLA: the Handbook of the Modern Language Association, 9th edition.

use super::Setter;
use super::dates::Order;
use super::names::{Particle, Rule, spaced};
use crate::citation::date::Issued;
use crate::citation::reference::{Reference, Title};
use crate::citation::rich::Rich;

const NAMES: Rule = Rule {
    all: 2,
    of_more: 1,
    particle: Particle::Before,
    given: spaced,
};

/// An entry of the list of works cited, in the style of the MLA.
pub fn mla(reference: &Reference) -> Rich {
    let set = Setter::of(reference);
    let container = reference.container_title.as_deref();
    let container = set.italic(&set.headline(container.unwrap_or_default()));
    let publisher = set.text(reference.publisher.as_deref().unwrap_or_default());
    let date = set.mla_date();
    let date = if reference.container_title.is_none() && reference.publisher.is_none() {
        set.sentence(&date)
    } else {
        Rich::verbatim(date)
    };
    let parts = [
        set.text(&set.authors(&NAMES)),
        set.mla_title(),
        set.commas([container, publisher, date, set.address()]),
        Rich::verbatim(set.accessed(Order::DayMonthYear)),
    ];
    let entry = set.stops(parts).with_mark('.', set.placement());
    set.with_via(entry, mla)
}

impl Setter<'_> {
    fn mla_title(&self) -> Rich {
        match &self.reference.title {
            Title::Described(description) => self.text(description),
            Title::Printed(title) if self.reference.container_title.is_some() => {
                self.quoted(&self.headline(title))
            }
            Title::Printed(title) => self.italic(&self.headline(title)),
        }
    }

    /// The date; nothing where there is none.
    fn mla_date(&self) -> String {
        let Some(issued) = &self.reference.issued else {
            return String::new();
        };
        let date = self.date(issued, Order::DayMonthYear);
        let Issued::Dated {
            approximate,
            uncertain,
            ..
        } = issued
        else {
            return date;
        };
        let mark = if *uncertain { "?" } else { "" };
        if *approximate {
            format!("{} {date}{mark}", self.words.circa)
        } else {
            format!("{date}{mark}")
        }
    }

    /// "Accessed 1 May 2024", which only what bears no date needs.
    pub(super) fn accessed(&self, order: Order) -> String {
        match (&self.reference.issued, &self.reference.accessed) {
            (None, Some(day)) => format!("{} {}", self.words.accessed, self.date(day, order)),
            _ => String::new(),
        }
    }
}
