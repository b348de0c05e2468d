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
        Block::Paragraph(pieces) => pieces.iter().fold(element("p"), add_piece),
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

/// Adds words to a paragraph.
fn add_piece(paragraph: Element, piece: &Piece) -> Element {
    let mut looks = [
        (piece.link.is_some(), "a"),
        (piece.strong, "strong"),
        (piece.emphasis, "em"),
        (piece.code, "code"),
    ]
    .into_iter()
    .filter_map(|(is, name)| is.then_some(name))
    .rev();
    let Some(inmost) = looks.next() else {
        return say(paragraph, &piece.text);
    };
    let link = |name, words: Element| match &piece.link {
        Some(link) if name == "a" => words.with("href", link.as_str()),
        _ => words,
    };
    let words = link(inmost, say(element(inmost), &piece.text));
    paragraph.add(looks.fold(words, |words, name| link(name, element(name).add(words))))
}

/// A text with its lines.
fn say(mut words: Element, text: &str) -> Element {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            words = words.add(element("br"));
        }
        words = words.say(line);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Prose;

    #[test]
    fn words_keep_their_looks() {
        let said = Part::Prose(Prose::new(
            "a *b **c*** [`d`](https://e.example/?f&g)\\\n]]>\n\n3. h",
        ));
        let document = element("div").add_all(blocks(&[said])).document();
        assert_eq!(
            String::from_utf8(document).unwrap().lines().nth(1).unwrap(),
            "<div><p>a <em>b </em><strong><em>c</em></strong> \
             <a href=\"https://e.example/?f&amp;g\"><code>d</code></a><br/>]]&gt;</p>\
             <ol><li><p>h</p></li></ol></div>"
        );
    }
}
