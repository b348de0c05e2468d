//! Chicago: The Chicago Manual of Style, 17th edition, the bibliography of its notes
//! system.

use super::Setter;
use super::dates::Order;
use super::names::{Particle, Rule, as_printed};
use crate::citation::date::Issued;
use crate::citation::reference::{ItemType, Reference, Title};
use crate::citation::rich::Rich;

const NAMES: Rule = Rule {
    all: 10,
    of_more: 7,
    particle: Particle::AtEnd,
    given: as_printed,
};

/// An entry of the bibliography, in the style of Chicago.
pub fn chicago(reference: &Reference) -> Rich {
    let set = Setter::of(reference);
    let authors = set.text(&set.authors(&NAMES));
    let container = reference.container_title.as_deref().unwrap_or_default();
    let publisher = set.text(reference.publisher.as_deref().unwrap_or_default());
    let newspaper = reference.item_type == ItemType::ArticleNewspaper;
    let date = Rich::verbatim(set.chicago_date());
    let title = set.chicago_title();
    let anonymous = reference.author.is_empty();
    let parts = if anonymous {
        // Where nobody is named, the newspaper or the site stands in the author's place.
        let first = if newspaper {
            set.italic(container)
        } else {
            set.text(container)
        };
        if newspaper && reference.issued.is_some() {
            vec![first, title, set.sentence(&date.plain())]
        } else if newspaper {
            vec![first, title, date]
        } else if reference.publisher.is_some() {
            vec![first, title, set.commas([publisher, date])]
        } else {
            vec![first, set.commas([title, date])]
        }
    } else {
        let within = if newspaper {
            set.italic(&set.headline(container))
        } else {
            set.text(container)
        };
        match (&reference.container_title, &reference.publisher) {
            (None, None) => vec![authors, set.commas([title, date])],
            _ => vec![authors, title, set.commas([within, publisher, date])],
        }
    };
    let access = [
        Rich::verbatim(set.accessed(Order::MonthDayYear)),
        set.address(),
    ];
    let entry = set.stops(parts.into_iter().chain(access));
    set.with_via(entry.with_mark('.', set.placement()), chicago)
}

impl Setter<'_> {
    fn chicago_title(&self) -> Rich {
        match &self.reference.title {
            Title::Described(description) => self.text(description),
            Title::Printed(title) => self.quoted(&self.headline(title)),
        }
    }

    /// The date: "n.d." where there is none, unless it is told when the thing was read.
    fn chicago_date(&self) -> String {
        let Some(issued) = &self.reference.issued else {
            let read = self.reference.accessed.is_some();
            return if read { "" } else { self.words.no_date }.to_owned();
        };
        let date = self.date(issued, Order::MonthDayYear);
        match issued {
            Issued::Dated {
                approximate,
                uncertain,
                ..
            } if *approximate || *uncertain => {
                let before = if *approximate {
                    format!("{} ", self.words.circa_short)
                } else {
                    String::new()
                };
                let mark = if *uncertain { "?" } else { "" };
                format!("[{before}{date}{mark}]")
            }
            _ => date,
        }
    }
}
