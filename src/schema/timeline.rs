//! `timeline.yaml`: what the timeline as a whole is.

use super::decode::{Context, Decode};
use super::record::record;
use super::shape::Shape;
use super::vocabulary::Word;
use super::{BaseUrl, ClaimId, EventId, Language, Markdown, Text};
use crate::diagnostic::{CODES, Code, Severity, find_code};
use crate::yaml::{Node, Path};

record! {
    /// What the timeline as a whole is called, and in which language it speaks.
    pub struct TimelineRecord = "timeline" {
        /// The timeline's title.
        title: Text,
        /// A name that the timeline keeps when its title changes: a few words, or an address. The entries of its feeds and calendars are known again by it, else by the title, and would come anew with another one.
        id: Option<Text>,
        /// A paragraph under the title: what this is about, and why it matters.
        standfirst: Option<Markdown>,
        /// The language of dates and of the words around the events. `en` if left out.
        language: Language,
        /// The address under which the site will stand. Only what has to be absolute needs it: canonical addresses, the sitemap, frames for other pages, and feeds that are to be read elsewhere. Without it the site works as well, from any folder.
        base_url: Option<BaseUrl>,
        /// Who made the timeline, from what, and by which rules; shown at the foot of every page.
        credit: Option<Markdown>,
        /// Warnings that are meant, each with the reason.
        accept: Vec<Acceptance>,
    }
}

impl TimelineRecord {
    /// The name by which the timeline is known again.
    pub fn lasting_name(&self) -> &str {
        self.id.as_ref().unwrap_or(&self.title)
    }
}

record! {
    /// A warning that is meant, and need not be told again.
    pub struct Acceptance = "acceptance" {
        /// The warning's code.
        code: WarningCode,
        /// The event for which it is accepted; all events if left out.
        event = "in": Option<EventId>,
        /// Why it is meant.
        because: Text,
    }
}

record! {
    /// A warning about this event that is meant, and need not be told again.
    pub struct EventAcceptance = "acceptance in an event" {
        /// The warning's code.
        code: WarningCode,
        /// The claim for which it is accepted; the whole event if left out.
        claim: Option<ClaimId>,
        /// Why it is meant.
        because: Text,
    }
}

/// The code of a warning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WarningCode(pub &'static Code);

fn warnings() -> impl Iterator<Item = &'static Code> {
    CODES
        .iter()
        .copied()
        .filter(|code| code.severity == Severity::Warning)
}

impl Decode for WarningCode {
    fn shape() -> Shape {
        Shape::OneOf {
            name: "warning",
            words: warnings()
                .map(|code| Word {
                    word: code.name,
                    doc: code.summary(),
                })
                .collect(),
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(text) = node.as_text() else {
            context.wrong_type(node, at, "the code of a warning");
            return None;
        };
        let found = find_code(text).filter(|code| code.severity == Severity::Warning);
        if found.is_none() {
            let known: Vec<_> = warnings().map(|code| code.name).collect();
            context.unknown_word(text, at, "warning", &known);
        }
        found.map(WarningCode)
    }
}
