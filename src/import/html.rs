//! HTML, or text, as Markdown that is safe and shows the same words.
//!
//! The tags are taken one after another; no tree is built of them, so that no depth and no
//! wrong nesting costs more than the text is long. What a page does not show, or what has
//! no place in Markdown, is taken out and told.

mod address;
mod blocks;
mod elements;
mod inline;
mod tags;
mod told;
mod walk;

use super::{Link, Losses, Manner, Place};
use crate::markdown;
use crate::text::one_line;

pub(super) use address::link_address;
pub use address::web_address;

/// What became of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Converted {
    /// The text in Markdown: it is shown by [`markdown::to_html`] with the same words.
    pub markdown: String,
    /// The pages that it links to, each once, in order.
    pub links: Vec<Link>,
    /// What was taken out or is no longer as it was: a phrase each.
    pub changed: Vec<String>,
}

impl Converted {
    /// Tells all that was changed, and gives the Markdown.
    pub fn told(self, place: &Place, field: Option<&str>, losses: &mut Losses) -> String {
        for what in self.changed {
            losses.tell(place, field, Manner::Changed, what);
        }
        self.markdown
    }

    /// The same as one line of plain text; links in it, which such a line cannot have, are
    /// told as changes, and stay among the links.
    #[must_use]
    pub fn into_line(mut self) -> Converted {
        for link in &self.links {
            let bare = link.title.is_none();
            if !bare {
                let what = format!("took the link to `{}` from its words", link.url);
                self.changed.push(what);
            }
        }
        self.markdown = one_line(&markdown::to_text(&self.markdown));
        self
    }
}

/// HTML as Markdown. A text without any tag stays that text: its blank lines part
/// paragraphs, and references such as `&amp;` are read.
pub fn to_markdown(html: &str) -> Converted {
    walk::convert(html)
}

/// Plain text as Markdown: nothing in it is markup, and each line stays a line.
pub fn from_text(text: &str) -> Converted {
    walk::plain(text)
}

/// A text that some programs write as HTML and others as plain text: it is HTML if it
/// holds a tag of HTML.
pub fn from_either(text: &str) -> Converted {
    if is_html(text) {
        to_markdown(text)
    } else {
        from_text(text)
    }
}

/// Whether a text holds a tag of HTML.
pub fn is_html(text: &str) -> bool {
    text.contains('<') && walk::has_tag(text)
}

#[cfg(test)]
mod tests;
