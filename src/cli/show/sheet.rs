//! Text as it is set out for a terminal, eighty columns wide.

use unicode_width::UnicodeWidthStr;

const WIDTH: usize = 80;
/// How far what stands behind a name is from the edge.
const NAMES: usize = 11;

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const END: &str = "\u{1b}[0m";

/// A text for a terminal. What comes from the event files cannot do anything to it: a text
/// with control characters does not decode.
#[derive(Default)]
pub(super) struct Sheet(String);

impl Sheet {
    /// With what it is about at its head.
    pub(super) fn new(title: &str) -> Self {
        let mut sheet = Sheet::default();
        sheet.wrapped(title, "", "", BOLD);
        sheet
    }

    /// A line that stands back: an id, a file.
    pub(super) fn aside(&mut self, text: &str) {
        self.wrapped(text, "", "", DIM);
    }

    /// The head of a part.
    pub(super) fn heading(&mut self, text: &str) {
        self.space();
        self.wrapped(text, "", "", BOLD);
    }

    /// An empty line.
    pub(super) fn space(&mut self) {
        self.0.push('\n');
    }

    /// A name and what stands behind it, if anything does.
    pub(super) fn named(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let room = " ".repeat(NAMES.saturating_sub(name.width()));
        let lead = format!("{name}{room}");
        self.wrapped(text, &lead, &" ".repeat(NAMES), "");
    }

    /// Paragraphs, set in by so many columns.
    pub(super) fn text(&mut self, text: &str, by: usize) {
        let lead = " ".repeat(by);
        for line in text.lines() {
            self.wrapped(line, &lead, &lead, "");
        }
    }

    /// An item of a list.
    pub(super) fn item(&mut self, text: &str, by: usize) {
        let lead = " ".repeat(by);
        self.wrapped(text, &format!("{lead}- "), &format!("{lead}  "), "");
    }

    /// What is said of an item, or its name, at its place.
    pub(super) fn marked(&mut self, text: &str, by: usize) {
        let lead = " ".repeat(by);
        self.wrapped(text, &lead, &lead, BOLD);
    }

    fn wrapped(&mut self, text: &str, first: &str, others: &str, style: &str) {
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(others)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let lines = textwrap::wrap(text, options);
        for line in lines {
            let line = line.trim_end();
            if style.is_empty() || line.is_empty() {
                self.0 += line;
            } else {
                self.0 += &format!("{style}{line}{END}");
            }
            self.0.push('\n');
        }
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}
