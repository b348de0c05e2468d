//! A text that is being written: what stands in it, its lists and its links.

use super::super::xml::{Element, element};
use super::paragraph::{Paragraph, Style, run};
use super::{R, W};
use crate::markdown::Piece;
use crate::views::Site;

/// A text that is being written.
pub(super) struct Text<'s> {
    pub(super) site: &'s Site<'s>,
    /// Whether it is the key.
    pub(super) key: bool,
    body: Vec<Part>,
    /// Of each list the number of its first item, if it is numbered.
    lists: Vec<Option<u64>>,
    /// Where links lead.
    links: Vec<String>,
}

/// What stands below one another.
enum Part {
    Paragraph(Paragraph),
    Table(Element),
}

/// The relationships that every document has stand before its links.
const FIRST_LINK: usize = 5;
/// The deepest level of lists, counted from 0, that the format has.
const DEEPEST: usize = 8;

impl<'s> Text<'s> {
    /// An empty one.
    pub(super) fn new(site: &'s Site<'s>, key: bool) -> Self {
        Text {
            site,
            key,
            body: Vec::new(),
            lists: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Adds a paragraph.
    pub(super) fn add(&mut self, paragraph: Paragraph) {
        self.body.push(Part::Paragraph(paragraph));
    }

    /// Adds a table, and behind it the paragraph that has to come between two of them.
    pub(super) fn add_table(&mut self, table: Element) {
        self.body.push(Part::Table(table));
        self.add(Paragraph::new(Style::Cell));
    }

    /// Keeps the last paragraph on one page with what comes next.
    pub(super) fn hold(&mut self) {
        if let Some(Part::Paragraph(last)) = self.body.last_mut() {
            last.hold();
        }
    }

    /// Adds lines to write on.
    pub(super) fn lines(&mut self, count: usize) {
        for number in 1..=count {
            let line = Paragraph::new(Style::Line).say("\t");
            self.add(if number < count {
                line.with_next()
            } else {
                line
            });
        }
    }

    /// Begins a list, numbered from there on or with dots, and gives its number.
    pub(super) fn list(&mut self, first: Option<u64>) -> usize {
        self.lists.push(first);
        self.lists.len()
    }

    /// Adds words in Markdown to a paragraph.
    pub(super) fn pieces(&mut self, mut paragraph: Paragraph, pieces: &[Piece]) -> Paragraph {
        for piece in pieces {
            let looks: Vec<&str> = [
                (piece.code, "code"),
                (piece.link.is_some() && !piece.code, "link"),
                (piece.strong, "b"),
                (piece.emphasis, "i"),
            ]
            .into_iter()
            .filter_map(|(is, look)| is.then_some(look))
            .collect();
            let words = run(&piece.text, &looks.join(" "));
            paragraph = match &piece.link {
                Some(link) => paragraph.add(&piece.text, self.link_to(link, words)),
                None => paragraph.add(&piece.text, words),
            };
        }
        paragraph
    }

    /// Words that lead to an address; words alone where there is none.
    pub(super) fn link(&mut self, paragraph: Paragraph, text: &str, address: &str) -> Paragraph {
        if address.is_empty() {
            return paragraph.say(text);
        }
        let link = self.link_to(address, run(text, "link"));
        paragraph.add(text, link)
    }

    fn link_to(&mut self, address: &str, words: Element) -> Element {
        // What is not an address in ASCII is no address to a word processor.
        let address = fluent_uri::Iri::parse(address)
            .map_or_else(|_| address.to_owned(), |iri| iri.to_uri().into_string());
        let known = self.links.iter().position(|link| *link == address);
        let number = known.unwrap_or_else(|| {
            self.links.push(address);
            self.links.len() - 1
        });
        element("w:hyperlink")
            .with("r:id", format!("rId{}", FIRST_LINK + number))
            .add(words)
    }

    /// What stands in it.
    pub(super) fn take_body(&mut self) -> Vec<Element> {
        let body = std::mem::take(&mut self.body).into_iter();
        body.map(|part| match part {
            Part::Paragraph(paragraph) => paragraph.element(),
            Part::Table(table) => table,
        })
        .collect()
    }

    /// What it refers to.
    pub(super) fn relationships(&self) -> Vec<u8> {
        const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        let refer = |number: usize, what: &str, target: &str| {
            element("Relationship")
                .with("Id", format!("rId{number}"))
                .with("Type", format!("{R}/{what}"))
                .with("Target", target)
        };
        let links = self.links.iter().enumerate().map(|(number, link)| {
            refer(FIRST_LINK + number, "hyperlink", link).with("TargetMode", "External")
        });
        element("Relationships")
            .with("xmlns", RELATIONSHIPS)
            .add(refer(1, "styles", "styles.xml"))
            .add(refer(2, "settings", "settings.xml"))
            .add(refer(3, "numbering", "numbering.xml"))
            .add(refer(4, "footer", "footer1.xml"))
            .add_all(links)
            .document()
    }

    /// What its lists are like. Each is of a kind of its own: lists of one kind are counted
    /// as one.
    pub(super) fn numbering(&self) -> Vec<u8> {
        let numbered = || (1..).zip(&self.lists);
        let kinds = numbered().map(|(number, first): (usize, _)| {
            let kind = element("w:abstractNum")
                .with("w:abstractNumId", number.to_string())
                .add(element("w:multiLevelType").with("w:val", "multilevel"));
            kind.add_all((0..=DEEPEST).map(|depth| level(*first, depth)))
        });
        let lists = numbered().map(|(number, _): (usize, _)| {
            let number = number.to_string();
            element("w:num")
                .with("w:numId", number.as_str())
                .add(element("w:abstractNumId").with("w:val", number))
        });
        element("w:numbering")
            .with("xmlns:w", W)
            .add_all(kinds)
            .add_all(lists)
            .document()
    }
}

/// How items at a depth are marked.
fn level(first: Option<u64>, depth: usize) -> Element {
    let (format, mark) = match first {
        Some(_) => ("decimal", format!("%{}.", depth + 1)),
        None => ("bullet", "•".to_owned()),
    };
    let left = ((depth + 1) * 454).to_string();
    element("w:lvl")
        .with("w:ilvl", depth.to_string())
        .add(element("w:start").with("w:val", first.unwrap_or(1).to_string()))
        .add(element("w:numFmt").with("w:val", format))
        .add(element("w:lvlText").with("w:val", mark))
        .add(element("w:lvlJc").with("w:val", "left"))
        .add(
            element("w:pPr").add(
                element("w:ind")
                    .with("w:left", left)
                    .with("w:hanging", "454"),
            ),
        )
}
