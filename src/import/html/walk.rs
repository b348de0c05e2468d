//! From tag to tag.

use std::collections::HashSet;

use html5gum::{DefaultEmitter, Error, HtmlString, Span, StartTag, Token, Tokenizer};

use super::Converted;
use super::blocks::Blocks;
use super::elements::{Element, Look, element};
use super::inline::{code_block, paragraph};
use super::tags::attribute;
use super::told::Told;
use crate::import::{Link, quoted};
use crate::markdown::Piece;
use crate::text::{is_unfit, turns_direction, unclosed_direction};

pub(super) type Tag = StartTag<usize>;

/// The tokens of a text, each with its place.
fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).filter_map(Result::ok)
}

/// Whether a text holds a tag of HTML.
pub(super) fn has_tag(text: &str) -> bool {
    tokens(text).any(|token| match token {
        Token::StartTag(tag) => element(&name_of(&tag.name)).is_some(),
        Token::Comment(_) => text.contains("<!--"),
        _ => false,
    })
}

fn name_of(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

/// Plain text, of which each line stays a line.
pub(super) fn plain(text: &str) -> Converted {
    let mut walk = Walk::default();
    for line in text.lines() {
        if line.trim().is_empty() {
            walk.end_line();
        } else {
            walk.say(line);
            walk.line_break();
        }
    }
    walk.finish()
}

/// HTML, or text without a tag in which references are read.
pub(super) fn convert(html: &str) -> Converted {
    let mut walk = Walk::default();
    let mut unended = false;
    let mut end = 0;
    // Without a tag, a blank line is what parts paragraphs.
    walk.by_blank_lines = !has_tag(html);
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => {
                end = end.max(tag.span.end);
                let name = name_of(&tag.name);
                match element(&name) {
                    Some(kind) => walk.start(&name, kind, &tag),
                    None => walk.unknown(&name, source(html, tag.span)),
                }
            }
            Token::EndTag(tag) => {
                end = end.max(tag.span.end);
                let name = name_of(&tag.name);
                match element(&name) {
                    Some(kind) => walk.end(&name, kind),
                    None => walk.unknown(&name, source(html, tag.span)),
                }
            }
            Token::String(text) => {
                end = end.max(text.span.end);
                walk.text(&String::from_utf8_lossy(&text));
            }
            Token::Comment(comment) => {
                end = end.max(comment.span.end);
                let text = String::from_utf8_lossy(&comment);
                if !text.trim().is_empty() {
                    walk.told
                        .tell(format!("took out a comment: {}", quoted(&text)));
                }
            }
            Token::Doctype(doctype) => end = end.max(doctype.span.end),
            Token::Error(error) => unended |= *error == Error::EofInTag,
        }
    }
    // What looks like a tag and never ends is no tag.
    if unended && let Some(rest) = html.get(end..) {
        walk.text(rest);
    }
    walk.finish()
}

fn source(html: &str, span: Span<usize>) -> &str {
    html.get(span.start..span.end).unwrap_or_default()
}

/// What is open at a place of the text.
#[derive(Default)]
pub(super) struct Walk {
    blocks: Blocks,
    line: Vec<Piece>,
    by_blank_lines: bool,
    strong: usize,
    emphasis: usize,
    code: usize,
    heading: usize,
    raised: usize,
    lowered: usize,
    preformatted: usize,
    set_out: String,
    pub(super) link: Option<String>,
    pub(super) hidden: Option<String>,
    cell: bool,
    links: Vec<Link>,
    linked: HashSet<String>,
    pub(super) told: Told,
}

impl Walk {
    fn start(&mut self, name: &str, kind: Element, tag: &Tag) {
        for (attribute, value) in &tag.attributes {
            let attribute = name_of(attribute);
            if attribute.starts_with("on") && attribute.len() > 2 {
                let value = String::from_utf8_lossy(value);
                let what = format!("took out a script in `{attribute}`: {}", quoted(&value));
                self.told.tell(what);
            }
        }
        match kind {
            Element::Break => self.line_break(),
            Element::Rule => {
                self.end_line();
                self.blocks.add("---");
            }
            Element::Heading => {
                self.end_line();
                self.heading += 1;
            }
            Element::List { numbered } => {
                self.end_line();
                let first = numbered.then(|| self.first_number(tag));
                self.blocks.begin_list(first);
            }
            Element::Item => {
                self.end_line();
                self.blocks.begin_item();
            }
            Element::Quote => {
                self.end_line();
                self.blocks.begin_quote();
            }
            Element::Preformatted => {
                self.end_line();
                self.preformatted += 1;
            }
            Element::Cell => {
                self.cell = true;
                self.told
                    .tell("a table became lines, its cells parted by `·`");
            }
            Element::Look(look) => self.look(look, true),
            Element::Link => self.start_link(tag),
            Element::Image => self.image(tag),
            Element::Embedded => self.embedded(name, tag),
            Element::Hidden => {
                if let Some(address) = attribute(tag, "src").filter(|_| name == "script") {
                    let what = format!("took out a script: {}", quoted(&address));
                    self.told.tell(what);
                }
                self.hidden = Some(String::new());
            }
            Element::Block => self.end_line(),
            Element::Plain => self.plain_element(name, tag),
        }
        if name == "iframe" {
            self.hidden = Some(String::new());
        }
    }

    fn end(&mut self, name: &str, kind: Element) {
        match kind {
            Element::Heading => {
                self.end_line();
                self.heading = self.heading.saturating_sub(1);
            }
            Element::List { .. } => {
                self.end_line();
                self.blocks.end_list();
            }
            Element::Item => {
                self.end_line();
                self.blocks.end_item();
            }
            Element::Quote => {
                self.end_line();
                self.blocks.end_quote();
            }
            Element::Preformatted => {
                self.end_line();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Element::Look(look) => self.look(look, false),
            Element::Link => self.link = None,
            Element::Block => self.end_line(),
            Element::Hidden | Element::Embedded => self.end_hidden(name),
            // `</br>` is a line break.
            Element::Break => self.line_break(),
            Element::Rule | Element::Cell | Element::Image | Element::Plain => {}
        }
    }

    fn look(&mut self, look: Look, on: bool) {
        let count = match look {
            Look::Strong => &mut self.strong,
            Look::Emphasis => &mut self.emphasis,
            Look::Code => &mut self.code,
            Look::Raised => &mut self.raised,
            Look::Lowered => &mut self.lowered,
            Look::Quoted => {
                self.say(if on { "“" } else { "”" });
                return;
            }
            Look::Struck => {
                if on {
                    self.told.tell("words that were struck out are plain words");
                }
                return;
            }
        };
        *count = if on {
            *count + 1
        } else {
            count.saturating_sub(1)
        };
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(hidden) = &mut self.hidden {
            hidden.push_str(text);
        } else if self.preformatted > 0 {
            self.set_out.push_str(text);
        } else if self.by_blank_lines {
            let mut blank = false;
            for line in text.split_inclusive('\n') {
                if line.trim().is_empty() && blank {
                    self.end_line();
                }
                blank = line.ends_with('\n');
                self.say(line);
            }
        } else {
            self.say(text);
        }
    }

    /// Adds words to the line.
    fn say(&mut self, text: &str) {
        let mut text = self.fit(text);
        if self.raised > 0 || self.lowered > 0 {
            text = self.moved(text);
        }
        let blank =
            |text: &str| text.is_empty() || text.ends_with(|c: char| c.is_ascii_whitespace());
        let mut after_blank = self.line.last().is_none_or(|last| blank(&last.text));
        let mut said = String::with_capacity(text.len());
        if std::mem::take(&mut self.cell) && !self.line.is_empty() && !text.trim().is_empty() {
            said += if after_blank { "· " } else { " · " };
            after_blank = true;
        }
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                if !after_blank {
                    said.push(' ');
                }
                after_blank = true;
            } else {
                said.push(c);
                after_blank = false;
            }
        }
        let piece = Piece {
            text: said,
            strong: self.strong > 0 || self.heading > 0,
            emphasis: self.emphasis > 0,
            code: self.code > 0,
            link: self.link.clone(),
        };
        match self.line.last_mut() {
            Some(last)
                if (last.strong, last.emphasis, last.code, &last.link)
                    == (piece.strong, piece.emphasis, piece.code, &piece.link) =>
            {
                last.text += &piece.text;
            }
            _ => self.line.push(piece),
        }
    }

    /// The text without what no text may hold.
    fn fit(&mut self, text: &str) -> String {
        let unfit = |c: char| is_unfit(c) && !c.is_ascii_whitespace();
        let mut fit = text.to_owned();
        if fit.contains(unfit) {
            fit.retain(|c| !unfit(c));
            self.told.tell("took out characters that no text can hold");
        }
        if unclosed_direction(&fit).is_some() {
            fit.retain(|c| !turns_direction(c));
            self.told
                .tell("took out unseen characters that turn the text round");
        }
        fit
    }

    /// Raised and lowered figures as such; of letters it is told that they no longer are.
    fn moved(&mut self, text: String) -> String {
        const FIGURES: &str = "0123456789+-=()";
        let figures = if self.raised > 0 {
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"
        } else {
            "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
        };
        let moved = |c: char| {
            let c = if c == '−' { '-' } else { c };
            let at = FIGURES.find(c)?;
            figures.chars().nth(at)
        };
        if let Some(moved) = text.chars().map(moved).collect() {
            return moved;
        }
        if text.contains(char::is_alphanumeric) {
            self.told.tell(format!(
                "raised or lowered letters are plain ones: {}",
                quoted(&text)
            ));
        }
        text
    }

    fn line_break(&mut self) {
        if self.preformatted > 0 {
            self.set_out.push('\n');
            return;
        }
        match self.line.last_mut() {
            // Two of them part paragraphs.
            Some(last) if last.text.trim_end_matches(' ').ends_with('\n') => self.end_line(),
            Some(last) => last.text.push('\n'),
            None => {}
        }
    }

    /// Ends the line, the paragraph, or what is set out.
    fn end_line(&mut self) {
        self.cell = false;
        let set_out = std::mem::take(&mut self.set_out);
        if !set_out.trim().is_empty() {
            let text = self.fit(set_out.trim_start_matches(['\n', '\r']));
            self.blocks.add(&code_block(&text));
        }
        let (text, links) = paragraph(std::mem::take(&mut self.line));
        if !text.is_empty() {
            self.blocks.add(&text);
        }
        for link in links {
            if self.linked.insert(link.url.clone()) {
                self.links.push(link);
            }
        }
    }

    fn finish(mut self) -> Converted {
        self.end_hidden("");
        self.end_line();
        if self.blocks.flattened {
            self.told
                .tell("lists or quotations too deep in one another were made flat");
        }
        Converted {
            markdown: self.blocks.into_markdown(),
            links: self.links,
            changed: self.told.into_phrases(),
        }
    }
}
