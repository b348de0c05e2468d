//! Text with italics, put together without doubled punctuation.

use super::quotes::typographic;

/// A piece of text that is italic or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is italic.
    pub italic: bool,
}

/// Text with italics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich {
    runs: Vec<Run>,
    /// How many closing quotation marks it ends with.
    closing: usize,
}

/// Where a comma or a full stop that follows a quotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placement {
    /// Inside the marks: “so.”
    Inside,
    /// Behind them: «so».
    Behind,
}

/// The quotation marks of a language: the outer pair, then the inner one.
pub(super) type Marks = [&'static str; 4];

impl Rich {
    /// The text as it is: an address, a date.
    pub(super) fn verbatim(text: impl Into<String>) -> Self {
        Rich {
            runs: vec![Run {
                text: text.into(),
                italic: false,
            }],
            closing: 0,
        }
    }

    /// A text of others, with the right quotation marks and apostrophes.
    pub(super) fn text(text: &str, marks: Marks) -> Self {
        Self::set(text, marks, false)
    }

    /// The same in italics.
    pub(super) fn italic(text: &str, marks: Marks) -> Self {
        Self::set(text, marks, true)
    }

    fn set(text: &str, marks: Marks, italic: bool) -> Self {
        let (text, closing) = typographic(text, marks, 0);
        Rich {
            runs: vec![Run { text, italic }],
            closing,
        }
    }

    /// A text of others in quotation marks; those within it become the other ones.
    pub(super) fn quoted(text: &str, marks: Marks) -> Self {
        let (text, closing) = typographic(text, marks, 1);
        let [open, close, ..] = marks;
        Rich {
            runs: vec![Run {
                text: format!("{open}{text}{close}"),
                italic: false,
            }],
            closing: closing + close.chars().count(),
        }
    }

    /// Its pieces.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Its words, without the italics.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }

    /// With more behind it.
    pub(super) fn then(mut self, more: &Rich) -> Self {
        for run in &more.runs {
            match self.runs.last_mut() {
                Some(last) if last.italic == run.italic => last.text += &run.text,
                _ => self.runs.push(run.clone()),
            }
        }
        if !more.is_empty() {
            self.closing = more.closing;
        }
        self
    }

    /// With words of the style behind it.
    pub(super) fn then_text(self, text: &str) -> Self {
        self.then(&Rich::verbatim(text))
    }

    /// With a full stop or a comma at its end, unless what is there does for it.
    pub(super) fn with_mark(mut self, mark: char, placement: Placement) -> Self {
        let Some(last) = self.runs.last_mut() else {
            return self;
        };
        let quotes = last
            .text
            .char_indices()
            .rev()
            .nth(self.closing.saturating_sub(1))
            .map_or(last.text.len(), |(at, _)| at);
        let end = if self.closing == 0 {
            last.text.len()
        } else {
            quotes
        };
        let before = last.text[..end].chars().next_back();
        let done = match mark {
            '.' => matches!(before, Some('.' | '?' | '!' | ':' | ';')),
            mark => before == Some(mark),
        };
        if done {
            return self;
        }
        if self.closing > 0 && placement == Placement::Inside {
            last.text.insert(end, mark);
            return self;
        }
        self.then_text(&mark.to_string())
    }

    /// Pieces one behind the other, those that are empty left out.
    pub(super) fn join(
        parts: impl IntoIterator<Item = Rich>,
        mark: char,
        placement: Placement,
    ) -> Self {
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .reduce(|all, part| all.with_mark(mark, placement).then_text(" ").then(&part))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks = ["“", "”", "‘", "’"];

    #[test]
    fn a_full_stop_goes_into_the_quotation_and_is_not_doubled() {
        let end = |text, mark| Rich::quoted(text, MARKS).with_mark(mark, Placement::Inside);
        assert_eq!(end("It ends", '.').plain(), "“It ends.”");
        assert_eq!(end("It ends.", '.').plain(), "“It ends.”");
        assert_eq!(end("Does it end?", '.').plain(), "“Does it end?”");
        assert_eq!(end("Does it end?", ',').plain(), "“Does it end?,”");
        assert_eq!(end("He said \"so\"", '.').plain(), "“He said ‘so.’”");
        assert_eq!(end("The workers'", '.').plain(), "“The workers’.”");
        let behind = Rich::quoted("So", ["«", "»", "„", "“"]).with_mark('.', Placement::Behind);
        assert_eq!(behind.plain(), "«So».");
    }

    #[test]
    fn italics_end_before_the_full_stop() {
        let joined = Rich::join(
            [
                Rich::italic("A title", MARKS),
                Rich::default(),
                Rich::verbatim("2024"),
            ],
            '.',
            Placement::Inside,
        );
        assert_eq!(joined.plain(), "A title. 2024");
        assert_eq!(joined.runs().len(), 2);
        assert_eq!(joined.runs()[0].text, "A title");
    }
}
