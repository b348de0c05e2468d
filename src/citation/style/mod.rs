//! The styles: how an entry of a list of references is set.

mod apa;
mod chicago;
mod dates;
mod mla;
mod names;

pub use apa::apa;
pub use chicago::chicago;
pub use mla::mla;

use super::headline::headline;
use super::reference::Reference;
use super::rich::{Placement, Rich};
use crate::words::Cite;

/// A reference as a style sets it: the pieces that all styles are made of.
struct Setter<'r> {
    reference: &'r Reference,
    words: &'static Cite,
}

impl<'r> Setter<'r> {
    fn of(reference: &'r Reference) -> Self {
        Setter {
            reference,
            words: &reference.words.interface().cite,
        }
    }

    fn placement(&self) -> Placement {
        if self.words.stop_in_quotation {
            Placement::Inside
        } else {
            Placement::Behind
        }
    }

    fn text(&self, text: &str) -> Rich {
        Rich::text(text, self.words.quotation_marks)
    }

    fn italic(&self, text: &str) -> Rich {
        Rich::italic(text, self.words.quotation_marks)
    }

    fn quoted(&self, text: &str) -> Rich {
        Rich::quoted(text, self.words.quotation_marks)
    }

    /// A title in the capitals of headlines, where it is in English.
    fn headline(&self, title: &str) -> String {
        if self.reference.is_english() {
            headline(title)
        } else {
            title.to_owned()
        }
    }

    /// Words at the beginning of a sentence.
    fn sentence(&self, words: &str) -> Rich {
        Rich::verbatim(self.reference.words.sentence(words))
    }

    fn stops(&self, parts: impl IntoIterator<Item = Rich>) -> Rich {
        Rich::join(parts, '.', self.placement())
    }

    fn commas(&self, parts: impl IntoIterator<Item = Rich>) -> Rich {
        Rich::join(parts, ',', self.placement())
    }

    fn address(&self) -> Rich {
        Rich::verbatim(self.reference.url.as_deref().unwrap_or_default())
    }

    /// The entry, and the one of the report through which the thing is known.
    fn with_via(&self, entry: Rich, style: impl Fn(&Reference) -> Rich) -> Rich {
        match &self.reference.via {
            Some(via) => entry
                .then_text(&format!(" {} ", self.words.as_cited_in))
                .then(&style(via)),
            None => entry,
        }
    }
}
