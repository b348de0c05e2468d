//! The kinds of event.

use super::decode::{Context, Decode};
use super::shape::Shape;
use super::vocabulary::Word;
use crate::yaml::{Node, Path};

/// A kind of event: an entry of [`KINDS`].
#[derive(Clone, Copy, Debug)]
pub struct Kind(&'static KindEntry);

/// What a kind of event is.
#[derive(Debug)]
pub struct KindEntry {
    /// As it is written in a file.
    pub word: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// The type of the PLOVER event ontology, where one fits.
    pub plover: Option<&'static str>,
    /// The code of the CAMEO event ontology, where one fits. Text: its zeros count.
    pub cameo: Option<&'static str>,
}

const fn kind(
    word: &'static str,
    doc: &'static str,
    plover: Option<&'static str>,
    cameo: Option<&'static str>,
) -> KindEntry {
    KindEntry {
        word,
        doc,
        plover,
        cameo,
    }
}

/// The kinds of event.
#[rustfmt::skip]
pub const KINDS: &[KindEntry] = &[
    kind("call", "Two or more speak by telephone or video.", Some("CONSULT"), Some("041")),
    kind("visit", "Somebody travels to somebody; the visitor is the actor, the host the recipient.", Some("CONSULT"), Some("042")),
    kind("meeting", "Two or more meet.", Some("CONSULT"), Some("040")),
    kind("summit", "Heads of state or government meet, or many do.", Some("CONSULT"), Some("040")),
    kind("negotiation", "Sides bargain over terms.", Some("CONSULT"), Some("046")),
    kind("statement", "Somebody says something in public.", None, Some("010")),
    kind("disclosure", "Something that was not public is told.", None, Some("010")),
    kind("warning", "Somebody says what may follow, without threatening it.", None, None),
    kind("threat", "Somebody says what they will do unless.", Some("THREATEN"), Some("130")),
    kind("sanction-threat", "Somebody says that they may impose sanctions.", Some("THREATEN"), Some("1312")),
    kind("accusation", "Somebody says that somebody did wrong.", Some("ACCUSE"), Some("112")),
    kind("criticism", "Somebody finds fault.", Some("ACCUSE"), Some("111")),
    kind("investigation", "Somebody inquires officially.", Some("ACCUSE"), Some("090")),
    kind("denial", "Somebody says that something is not so.", None, Some("016")),
    kind("rejection", "Somebody refuses what was asked or offered.", Some("REJECT"), Some("120")),
    kind("request", "Somebody asks for something.", Some("REQUEST"), Some("100")),
    kind("pledge", "Somebody promises something.", Some("AGREE"), Some("030")),
    kind("agreement", "Sides agree, by signature or word.", Some("SUPPORT"), Some("057")),
    kind("endorsement", "Somebody backs somebody or something.", Some("SUPPORT"), Some("051")),
    kind("cooperation", "Sides work together in deed.", Some("COOPERATE"), Some("060")),
    kind("aid", "Somebody gives help.", Some("AID"), Some("070")),
    kind("sanction", "Somebody imposes sanctions.", Some("SANCTION"), Some("163")),
    kind("easing", "Somebody lifts or loosens a measure.", Some("CONCEDE"), Some("081")),
    kind("force", "Armed force is used or made ready.", Some("MOBILIZE"), Some("150")),
    kind("other", "None of these.", None, None),
];

impl Kind {
    /// The kind that an entry of [`KINDS`] describes.
    pub fn of(entry: &'static KindEntry) -> Self {
        Kind(entry)
    }
}

/// A family of kinds of event: what a drawing tells apart by shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Those who met or spoke with one another.
    Talks,
    /// What was said in public.
    Words,
    /// What was said against somebody.
    Pressure,
    /// What was agreed or given.
    Agreement,
    /// What was done against somebody.
    Force,
    /// All else.
    Other,
}

impl Kind {
    /// Its family.
    pub fn family(self) -> Family {
        match self.word {
            "call" | "visit" | "meeting" | "summit" | "negotiation" => Family::Talks,
            "statement" | "disclosure" | "request" | "pledge" | "endorsement" => Family::Words,
            "warning" | "threat" | "sanction-threat" | "accusation" | "criticism" | "denial"
            | "rejection" => Family::Pressure,
            "agreement" | "cooperation" | "aid" | "easing" => Family::Agreement,
            "sanction" | "force" | "investigation" => Family::Force,
            _ => Family::Other,
        }
    }
}

impl std::ops::Deref for Kind {
    type Target = KindEntry;

    fn deref(&self) -> &KindEntry {
        self.0
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Decode for Kind {
    fn shape() -> Shape {
        Shape::OneOf {
            name: "kind of event",
            words: KINDS
                .iter()
                .map(|kind| Word {
                    word: kind.word,
                    doc: kind.doc,
                })
                .collect(),
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(text) = node.as_text() else {
            context.wrong_type(node, at, "a kind of event");
            return None;
        };
        let found = KINDS.iter().find(|kind| kind.word == text);
        if found.is_none() {
            let known: Vec<_> = KINDS.iter().map(|kind| kind.word).collect();
            context.unknown_word(text, at, "kind of event", &known);
        }
        found.map(Kind)
    }
}
