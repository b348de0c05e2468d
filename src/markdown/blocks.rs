//! Markdown as blocks, for documents that are not HTML.

use pulldown_cmark::{Event, Tag, TagEnd};

/// A text that is written in Markdown: it prints itself as HTML that can be trusted, and
/// falls into blocks for other documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(String);

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A list; one that is numbered tells from where on.
    List {
        /// The number of its first item.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A text that is set out as it is written.
    Code(String),
}

/// Words that look alike; a line that is broken on purpose has a line feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are strong.
    pub strong: bool,
    /// Whether they are emphasised.
    pub emphasis: bool,
    /// Whether they are code.
    pub code: bool,
    /// Where they lead.
    pub link: Option<String>,
}

impl Prose {
    /// A text.
    pub fn new(markdown: impl Into<String>) -> Self {
        Prose(markdown.into())
    }

    /// Its text alone, paragraphs apart by a blank line.
    pub fn text(&self) -> String {
        super::to_text(&self.0)
    }

    /// Its blocks.
    pub fn blocks(&self) -> Vec<Block> {
        Reader::default().read(super::safe(&self.0))
    }
}

impl std::fmt::Display for Prose {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        super::to_html(&self.0).fmt(f)
    }
}

impl askama::filters::HtmlSafe for Prose {}

/// What is read so far: the blocks that are open, the outermost first.
#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    line: Vec<Piece>,
    look: Piece,
    depth: Depth,
}

/// How often something is begun and not ended: emphasis can stand in emphasis.
#[derive(Default)]
struct Depth {
    strong: usize,
    emphasis: usize,
}

/// A block that is not ended.
enum Open {
    List(Option<u64>, Vec<Vec<Block>>),
    Inside(Vec<Block>),
}

impl Reader {
    fn read<'e>(mut self, events: impl Iterator<Item = Event<'e>>) -> Vec<Block> {
        self.open.push(Open::Inside(Vec::new()));
        let mut code = None;
        for event in events {
            match event {
                Event::Start(Tag::CodeBlock(_)) => {
                    self.end_line();
                    code = Some(String::new());
                }
                Event::End(TagEnd::CodeBlock) => {
                    let text = code.take().unwrap_or_default();
                    self.add(Block::Code(text.trim_end().to_owned()));
                }
                Event::Text(text) => match &mut code {
                    Some(code) => code.push_str(&text),
                    None => self.say(&text),
                },
                Event::Code(text) => {
                    self.look.code = true;
                    self.say(&text);
                    self.look.code = false;
                }
                Event::SoftBreak => self.say(" "),
                Event::HardBreak => self.say("\n"),
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag),
                _ => {}
            }
        }
        self.end_line();
        match self.open.into_iter().next() {
            Some(Open::Inside(blocks)) => blocks,
            _ => Vec::new(),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.depth.strong += 1,
            Tag::Emphasis => self.depth.emphasis += 1,
            Tag::Link { dest_url, .. } => self.look.link = Some(dest_url.into_string()),
            Tag::List(first) => {
                self.end_line();
                self.open.push(Open::List(first, Vec::new()));
            }
            Tag::Item | Tag::BlockQuote(_) => {
                self.end_line();
                self.open.push(Open::Inside(Vec::new()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.depth.strong = self.depth.strong.saturating_sub(1),
            TagEnd::Emphasis => self.depth.emphasis = self.depth.emphasis.saturating_sub(1),
            TagEnd::Link => self.look.link = None,
            TagEnd::Paragraph => self.end_line(),
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.end_line();
                let Some(Open::Inside(blocks)) = self.open.pop() else {
                    return;
                };
                match self.open.last_mut() {
                    Some(Open::List(_, items)) if tag == TagEnd::Item => items.push(blocks),
                    _ => self.add(Block::Quote(blocks)),
                }
            }
            TagEnd::List(_) => {
                if let Some(Open::List(first, items)) = self.open.pop() {
                    self.add(Block::List { first, items });
                }
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        let piece = Piece {
            text: text.to_owned(),
            strong: self.depth.strong > 0,
            emphasis: self.depth.emphasis > 0,
            ..self.look.clone()
        };
        match self.line.last_mut() {
            Some(last) if last.looks_like(&piece) => last.text += text,
            _ => self.line.push(piece),
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.iter().any(|piece| !piece.text.trim().is_empty()) {
            self.add(Block::Paragraph(line));
        }
    }

    fn add(&mut self, block: Block) {
        if let Some(Open::Inside(blocks)) = self.open.last_mut() {
            blocks.push(block);
        }
    }
}

impl Piece {
    fn looks_like(&self, other: &Piece) -> bool {
        (self.strong, self.emphasis, self.code) == (other.strong, other.emphasis, other.code)
            && self.link == other.link
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(blocks: &[Block]) -> String {
        let line = |pieces: &[Piece]| -> String {
            let told = pieces.iter().map(|piece| {
                let mut text = piece.text.clone();
                for (is, mark) in [
                    (piece.emphasis, "*"),
                    (piece.strong, "**"),
                    (piece.code, "`"),
                ] {
                    if is {
                        text = format!("{mark}{text}{mark}");
                    }
                }
                match &piece.link {
                    Some(link) => format!("[{text}]({link})"),
                    None => text,
                }
            });
            told.collect()
        };
        let all = blocks.iter().map(|block| match block {
            Block::Paragraph(pieces) => format!("P({})", line(pieces)),
            Block::List { first, items } => {
                let items: Vec<String> = items.iter().map(|item| told(item)).collect();
                format!("L{first:?}({})", items.join("|"))
            }
            Block::Quote(blocks) => format!("Q({})", told(blocks)),
            Block::Code(text) => format!("C({text})"),
        });
        all.collect()
    }

    #[test]
    fn a_text_falls_into_blocks() {
        let text = "# A *head*\n\nOne\ntwo **three *four* five**\\\nsix `a*b`.\n\n3. c\n4. d\n   - e\n\n     f\n\n> q <b>r</b>\n\n```\nx\n  y\n```\n\n[a](https://a.example/) [b](javascript:x)";
        assert_eq!(
            told(&Prose::new(text).blocks()),
            "P(A *head*)P(One two **three *****four***** five**\nsix `a*b`.)\
             LSome(3)(P(c)|P(d)LNone(P(e)P(f)))Q(P(q <b>r</b>))C(x\n  y)\
             P([a](https://a.example/) b)"
        );
    }

    #[test]
    fn html_and_quotes_in_lists_lose_nothing() {
        let text = "<div>\n1 < 2\n</div>\n\n- > a\n- b";
        assert_eq!(
            told(&Prose::new(text).blocks()),
            "P(<div>\n1 < 2\n</div>\n)LNone(Q(P(a))|P(b))"
        );
    }
}
