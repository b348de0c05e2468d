//! Texts in the part of XHTML that QTI has.

use super::super::quiz::Part;
use super::super::xml::{Element, element};
use crate::markdown::{Block, Piece};

/// What is said, as blocks.
pub(super) fn blocks(parts: &[Part]) -> Vec<Element> {
    parts.iter().flat_map(part).collect()
}

fn part(part: &Part) -> Vec<Element> {
    match part {
        Part::Prose(prose) => prose.blocks().iter().map(block).collect(),
        Part::Line(line) => vec![element("p").say(line.as_str())],
        Part::Quote(quote) => {
            vec![element("blockquote").add(element("p").say(quote.as_str()))]
        }
    }
}

fn block(block: &Block) -> Element {
    match block {
        Block::Paragraph(pieces) => element("p").add_all(pieces.iter().map(piece)),
        // Where the numbers begin cannot be said.
        Block::List { first, items } => {
            let items = items
                .iter()
                .map(|item| element("li").add_all(item.iter().map(self::block)));
            element(if first.is_some() { "ol" } else { "ul" }).add_all(items)
        }
        Block::Quote(blocks) => element("blockquote").add_all(blocks.iter().map(self::block)),
        Block::Code(code) => element("pre").say(code.as_str()),
    }
}

fn piece(piece: &Piece) -> Element {
    let mut words = element("span");
    for (number, line) in piece.text.split('\n').enumerate() {
        if number > 0 {
            words = words.add(element("br"));
        }
        words = words.say(line);
    }
    for (is, name) in [
        (piece.code, "code"),
        (piece.emphasis, "em"),
        (piece.strong, "strong"),
    ] {
        if is {
            words = element(name).add(words);
        }
    }
    match &piece.link {
        Some(link) => element("a").with("href", link.as_str()).add(words),
        None => words,
    }
}
