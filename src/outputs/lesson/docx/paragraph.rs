//! Paragraphs, and the direction in which they are read.

use super::super::xml::{Element, element};

/// The styles of paragraphs, which `styles.xml` has by these names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Normal,
    Title,
    Heading1,
    Heading2,
    Pupil,
    Mark,
    Question,
    Aside,
    Instructions,
    ListParagraph,
    Entry,
    Lettered,
    Choice,
    Line,
    Answer,
    Quote,
    Bibliography,
    Cell,
    CellHead,
    Tick,
    Card,
    Footer,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    style: Style,
    /// The list of which it is an item, and how deep in it.
    item: Option<(usize, usize)>,
    indent: usize,
    with_next: bool,
    italic: bool,
    centred: bool,
    runs: Vec<Element>,
    said: String,
}

impl Paragraph {
    /// One without words.
    pub(super) fn new(style: Style) -> Self {
        Paragraph {
            style,
            item: None,
            indent: 0,
            with_next: false,
            italic: false,
            centred: false,
            runs: Vec::new(),
            said: String::new(),
        }
    }

    /// As an item of a list.
    pub(super) fn item(mut self, list: usize, depth: usize) -> Self {
        self.item = Some((list, depth));
        self
    }

    /// Set in, so many times.
    pub(super) fn indented(mut self, depth: usize) -> Self {
        self.indent = depth;
        self
    }

    /// On one page with what comes next.
    pub(super) fn with_next(mut self) -> Self {
        self.with_next = true;
        self
    }

    /// Keeps it on one page with what comes next.
    pub(super) fn hold(&mut self) {
        self.with_next = true;
    }

    /// In the middle.
    pub(super) fn centred(mut self) -> Self {
        self.centred = true;
        self
    }

    /// With the look of another style, where that is more than a place.
    pub(super) fn like(mut self, style: Style) -> Self {
        self.italic = style == Style::Instructions;
        self
    }

    /// With words.
    pub(super) fn say(self, text: &str) -> Self {
        self.run(text, "")
    }

    /// With strong words.
    pub(super) fn strong(self, text: &str) -> Self {
        self.run(text, "b")
    }

    /// With emphasised words.
    pub(super) fn emphasised(self, text: &str) -> Self {
        self.run(text, "i")
    }

    /// With words that are of less weight.
    pub(super) fn aside(self, text: &str) -> Self {
        self.run(text, "aside")
    }

    /// With the letter of a thing.
    pub(super) fn letter(self, text: &str) -> Self {
        self.run(text, "letter")
    }

    /// With words that look so: a list of `b`, `i`, `u`, `code`, `aside`, `letter`.
    pub(super) fn run(mut self, text: &str, looks: &str) -> Self {
        self.said.push_str(text);
        self.runs.push(run(text, looks));
        self
    }

    /// With a run or a link that is made.
    pub(super) fn add(mut self, text: &str, run: Element) -> Self {
        self.said.push_str(text);
        self.runs.push(run);
        self
    }

    /// As it stands in the document.
    pub(super) fn element(self) -> Element {
        let on = |all: Element, is: bool, name| if is { all.add(element(name)) } else { all };
        let mut look =
            element("w:pPr").add(element("w:pStyle").with("w:val", format!("{:?}", self.style)));
        look = on(look, self.with_next, "w:keepNext");
        if let Some((list, depth)) = self.item {
            look = look.add(
                element("w:numPr")
                    .add(element("w:ilvl").with("w:val", depth.min(8).to_string()))
                    .add(element("w:numId").with("w:val", list.to_string())),
            );
        }
        look = on(look, is_right_to_left(&self.said), "w:bidi");
        if self.indent > 0 {
            let by = (self.indent * 454).to_string();
            look = look.add(element("w:ind").with("w:left", by));
        }
        if self.centred {
            look = look.add(element("w:jc").with("w:val", "center"));
        }
        element("w:p").add(look).add_all(self.runs)
    }
}

/// Words that look so. Tabs and line feeds in them are told apart from words.
pub(super) fn run(text: &str, looks: &str) -> Element {
    let has = |look: &str| looks.split(' ').any(|one| one == look);
    let mut look = element("w:rPr");
    for (name, style) in [
        ("aside", "AsideWords"),
        ("letter", "Letter"),
        ("code", "Code"),
        ("link", "Hyperlink"),
    ] {
        if has(name) {
            look = look.add(element("w:rStyle").with("w:val", style));
        }
    }
    for (name, marks) in [("b", ["w:b", "w:bCs"]), ("i", ["w:i", "w:iCs"])] {
        if has(name) {
            look = look.add_all(marks.map(element));
        }
    }
    if has("u") {
        look = look.add(element("w:u").with("w:val", "single"));
    }
    if text.chars().any(reads_right_to_left) {
        look = look.add(element("w:rtl"));
    }
    let mut run = element("w:r").add(look);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            run = run.add(element("w:br"));
        }
        for (number, part) in line.split('\t').enumerate() {
            if number > 0 {
                run = run.add(element("w:tab"));
            }
            if !part.is_empty() {
                run = run.add(element("w:t").with("xml:space", "preserve").say(part));
            }
        }
    }
    run
}

/// Whether a text is read from right to left: its first letter tells (Unicode Annex 9, P2
/// and P3, without what is isolated).
fn is_right_to_left(text: &str) -> bool {
    (text.chars().find(|c| c.is_alphabetic())).is_some_and(reads_right_to_left)
}

/// Whether a letter is of a script that is read from right to left.
fn reads_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
