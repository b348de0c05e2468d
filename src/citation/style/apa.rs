//! APA: the Publication Manual of the American Psychological Association, 7th edition.

use super::Setter;
use super::dates::Order;
use super::names::{Particle, Rule, initials};
use crate::citation::date::{Issued, Part};
use crate::citation::reference::{ItemType, Reference, Title};
use crate::citation::rich::Rich;

/// Of more than twenty authors the first ones are named, and the last.
const NAMES: Rule = Rule {
    all: 20,
    of_more: 19,
    particle: Particle::Before,
    given: initials,
};

/// An entry of the list of references, in the style of the APA.
pub fn apa(reference: &Reference) -> Rich {
    let set = Setter::of(reference);
    let date = Rich::verbatim(format!("({})", set.apa_date()));
    let title = set.apa_title();
    let container = set.apa_container();
    let parts = if reference.author.is_empty() {
        vec![title, date, container]
    } else {
        vec![set.text(&set.apa_authors()), date, title, container]
    };
    let entry = set.stops(parts).with_mark('.', set.placement());
    let entry = match &reference.url {
        Some(url) => entry.then_text(&format!(" {}{url}", set.apa_retrieved())),
        None => entry,
    };
    set.with_via(entry, apa)
}

impl Setter<'_> {
    fn apa_authors(&self) -> String {
        let authors = self.reference.author.iter();
        let names: Vec<String> = authors.map(|name| self.inverted(name, &NAMES)).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] if names.len() > NAMES.all => {
                format!("{}, … {last}", first[..NAMES.of_more].join(", "))
            }
            [rest @ .., last] => format!("{}, & {last}", rest.join(", ")),
        }
    }

    fn apa_date(&self) -> String {
        let (from, to, doubt) = match &self.reference.issued {
            None => return self.words.no_date.to_owned(),
            Some(Issued::Worded(words)) => return words.clone(),
            Some(Issued::Dated {
                from,
                to,
                approximate,
                uncertain,
            }) => (*from, *to, *approximate || *uncertain),
        };
        let mut date = match to {
            Some(to) if to.year != from.year => format!("{}–{}", from.year, to.year),
            _ => from.year.to_string(),
        };
        // Of a report the year is enough, and of a year there is no more.
        if self.reference.item_type != ItemType::Report && from.part != Part::Year {
            let rest = match to {
                Some(to) => self.span_in_year(from, to, Order::MonthDayYear),
                None => self.in_year(from, Order::MonthDayYear),
            };
            date = format!("{date}, {rest}");
        }
        if doubt {
            format!("{} {date}", self.words.circa_short)
        } else {
            date
        }
    }

    fn apa_title(&self) -> Rich {
        let stands_alone = match self.reference.item_type {
            ItemType::Webpage | ItemType::Report | ItemType::Document => true,
            ItemType::ArticleNewspaper => self.reference.container_title.is_none(),
        };
        match &self.reference.title {
            Title::Described(description) => self.text(&format!("[{description}]")),
            Title::Printed(title) if stands_alone => self.italic(title),
            Title::Printed(title) => self.text(title),
        }
    }

    fn apa_container(&self) -> Rich {
        let container = self.reference.container_title.as_deref();
        match (self.reference.item_type, container) {
            (ItemType::ArticleNewspaper, Some(title)) => self.italic(&self.headline(title)),
            (_, Some(title)) => self.text(&self.headline(title)),
            (_, None) => self.text(self.reference.publisher.as_deref().unwrap_or_default()),
        }
    }

    /// "Retrieved May 1, 2024, from ", which only what bears no date needs.
    fn apa_retrieved(&self) -> String {
        match (&self.reference.issued, &self.reference.accessed) {
            (None, Some(day)) => format!(
                "{} {}, {} ",
                self.words.retrieved,
                self.date(day, Order::MonthDayYear),
                self.words.retrieved_from
            ),
            _ => String::new(),
        }
    }
}
