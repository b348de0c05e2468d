//! What single tags do: links, images, and what is not shown.

use html5gum::HtmlString;

use super::address::link_address;
use super::elements::is_made_up;
use super::walk::{Tag, Walk};
use crate::import::quoted;

impl Walk {
    /// The number with which a list begins.
    pub(super) fn first_number(&mut self, tag: &Tag) -> u64 {
        let letters = attribute(tag, "type").filter(|kind| kind != "1");
        if letters.is_some()
            || tag
                .attributes
                .contains_key(&HtmlString::from(b"reversed".to_vec()))
        {
            self.told
                .tell("a list that counts otherwise counts `1, 2, 3`");
        }
        let start = attribute(tag, "start");
        let first = start.and_then(|text| text.trim().parse().ok()).unwrap_or(1);
        // More digits are none of Markdown's.
        if first > 999_999_000 { 1 } else { first }
    }

    pub(super) fn start_link(&mut self, tag: &Tag) {
        self.link = None;
        let Some(address) = attribute(tag, "href") else {
            return;
        };
        self.link = link_address(&address);
        if self.link.is_none() && !address.trim().is_empty() {
            let why = if address.trim().contains(':') {
                "is no address of a page"
            } else {
                "names no site"
            };
            let what = format!("a link became plain words: {} {why}", quoted(&address));
            self.told.tell(what);
        }
    }

    pub(super) fn image(&mut self, tag: &Tag) {
        let alt = attribute(tag, "alt").filter(|alt| !alt.trim().is_empty());
        let alt = alt.map_or_else(String::new, |alt| format!(" {},", quoted(&alt)));
        let address = attribute(tag, "src").unwrap_or_default();
        let address = quoted(&address);
        self.told.tell(format!("took out an image:{alt} {address}"));
    }

    pub(super) fn embedded(&mut self, name: &str, tag: &Tag) {
        let address = attribute(tag, "src").or_else(|| attribute(tag, "data"));
        match address {
            Some(address) => {
                let what = format!("took out a page or file shown in it (`{name}`): ");
                self.told.tell(what + &quoted(&address));
            }
            None => self
                .told
                .tell(format!("took out what is shown in it (`{name}`)")),
        }
    }

    /// An element of which the words stay; told, if it was more than words.
    pub(super) fn plain_element(&mut self, name: &str, tag: &Tag) {
        match name {
            "svg" | "canvas" | "math" | "applet" => {
                self.told
                    .tell(format!("took out a drawing or formula (`{name}`)"));
            }
            "input" | "meter" | "progress" => {
                let value = attribute(tag, "value").unwrap_or_default();
                self.told
                    .tell(format!("took out a field (`{name}`): {}", quoted(&value)));
            }
            _ => {}
        }
    }

    pub(super) fn unknown(&mut self, name: &str, source: &str) {
        if is_made_up(name) {
            self.told
                .tell(format!("took out a tag that HTML does not have: `{name}`"));
        } else {
            self.text(source);
        }
    }

    pub(super) fn end_hidden(&mut self, name: &str) {
        let Some(text) = self.hidden.take() else {
            return;
        };
        let letters = text.trim().chars().count();
        if letters == 0 {
            return;
        }
        self.told.tell(match name {
            "title" => format!("took out the title of a page: {}", quoted(&text)),
            "style" => format!("took out a style of {letters} letters"),
            "script" => format!("took out a script of {letters} letters"),
            _ => format!("took out words that are not shown: {}", quoted(&text)),
        });
    }
}

pub(super) fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let value = tag
        .attributes
        .get(&HtmlString::from(name.as_bytes().to_vec()))?;
    Some(String::from_utf8_lossy(value).into_owned())
}
