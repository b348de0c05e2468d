//! Names by which records refer to one another.

use std::fmt;
use std::ops::Deref;

use super::decode::{Context, Decode, with_article};
use super::shape::{ScalarShape, Shape};
use crate::diagnostic::{Diagnostic, names};
use crate::yaml::{Node, Path};

/// The longest id, in bytes: it names files and folders.
pub(super) const MAX_LENGTH: usize = 120;

/// What every id fits: no folder on Windows can have the names that are taken out.
pub(super) const PATTERN: &str = "^(?!(con|nul|aux|prn|com[1-9]|lpt[1-9])$)[a-z0-9]+(-[a-z0-9]+)*$";

/// What is wrong with an id, if anything; with an id that would be right.
pub fn check_id(text: &str) -> Result<(), Option<String>> {
    if is_device(text) {
        return Err(Some(format!("{text}-1")));
    }
    if is_slug(text) && text.len() <= MAX_LENGTH {
        return Ok(());
    }
    Err(slug(text).filter(|right| right.len() <= MAX_LENGTH))
}

/// Whether a text is small letters, digits, and single hyphens between them.
fn is_slug(text: &str) -> bool {
    let mut before = b'-';
    let fine = text.bytes().all(|byte| {
        let fine = match byte {
            b'a'..=b'z' | b'0'..=b'9' => true,
            b'-' => before != b'-',
            _ => false,
        };
        before = byte;
        fine
    });
    fine && before != b'-'
}

/// Whether no folder can have this name on Windows.
fn is_device(text: &str) -> bool {
    let numbered = |name| {
        text.strip_prefix(name)
            .is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']))
    };
    matches!(text, "con" | "nul" | "aux" | "prn") || numbered("com") || numbered("lpt")
}

/// The id that is nearest to a text: small letters, digits, and single hyphens. `None`
/// if nothing is left of it, or it has letters that only a reader could put into these.
pub fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'à'..='å' => slug.push('a'),
            'ç' => slug.push('c'),
            'è'..='ë' => slug.push('e'),
            'ì'..='ï' => slug.push('i'),
            'ñ' => slug.push('n'),
            'ò'..='ö' | 'ø' => slug.push('o'),
            'ù'..='ü' => slug.push('u'),
            'ß' => slug.push_str("ss"),
            '\'' | '’' => {}
            _ if c.is_alphanumeric() => return None,
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    Some(slug.trim_end_matches('-').to_owned()).filter(|slug| !slug.is_empty())
}

/// Complains of an id.
pub fn bad_id(origin: crate::diagnostic::Origin, text: &str, right: Option<String>) -> Diagnostic {
    if text.len() > MAX_LENGTH {
        let message = format!(
            "an id has at most {MAX_LENGTH} characters, this one has {}",
            text.chars().count()
        );
        return Diagnostic::new(names::BAD_ID, origin, message).help("shorten it");
    }
    if is_device(text) {
        let message = format!("no folder on Windows can be called `{text}`");
        return Diagnostic::new(names::BAD_ID, origin, message)
            .maybe_help(right.map(|right| format!("write `{right}`, say")));
    }
    let message = match text {
        "" => "this id is empty".to_owned(),
        text => format!("`{text}` is not an id"),
    };
    Diagnostic::new(names::BAD_ID, origin, message)
        .help("an id is made of small letters a-z, digits and single hyphens")
        .maybe_help(right.map(|right| format!("write `{right}`")))
}

/// An id of some kind of record.
pub trait Id: Clone + Ord + std::hash::Hash + fmt::Display {
    /// What it names: `actor`.
    const WHAT: &'static str;

    /// The text.
    fn as_str(&self) -> &str;
}

macro_rules! id_type {
    ($(#[doc = $doc:literal])+ $type:ident = $what:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(pub String);

        impl Deref for $type {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Id for $type {
            const WHAT: &'static str = $what;

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Decode for $type {
            fn shape() -> Shape {
                Shape::Scalar(ScalarShape {
                    name: concat!($what, " id"),
                    doc: concat!($($doc),+).trim_ascii(),
                    types: &["string"],
                    pattern: Some(PATTERN),
                })
            }

            fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
                let Some(text) = node.as_text() else {
                    let expected = format!("the id of {}", with_article($what));
                    context.wrong_type(node, at, &expected);
                    return None;
                };
                match check_id(text) {
                    Ok(()) => Some(Self(text.to_owned())),
                    Err(right) => {
                        context.push(bad_id(context.value(at), text, right));
                        None
                    }
                }
            }
        }
    };
}

id_type! {
    /// The id of an event: the name of its file without `.yaml`.
    EventId = "event"
}
id_type! {
    /// The id of a claim, unique in its event.
    ClaimId = "claim"
}
id_type! {
    /// The id of an actor in `actors.yaml`.
    ActorId = "actor"
}
id_type! {
    /// The id of a place in `places.yaml`.
    PlaceId = "place"
}
id_type! {
    /// The id of a source in `sources.yaml`.
    SourceId = "source"
}
id_type! {
    /// A topic. It needs no declaration; its name on the page is made from it.
    TopicId = "topic"
}
id_type! {
    /// What a figure measures. Figures of one measure are set side by side.
    MeasureId = "measure"
}

id_type! {
    /// The id of a lesson: the name of its file without `.yaml`.
    LessonId = "lesson"
}

/// The claim that a relation points to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The event; none for the event in which the relation stands.
    pub event: Option<EventId>,
    /// The claim.
    pub claim: ClaimId,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.event {
            Some(event) => write!(f, "{event}/{}", self.claim),
            None => write!(f, "{}", self.claim),
        }
    }
}

impl Decode for Target {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "claim",
            doc: "A claim: `event-id/claim-id`, or the claim's id alone for one of the same event.",
            types: &["string"],
            pattern: Some("^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$"),
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(text) = node.as_text() else {
            context.wrong_type(node, at, "a claim (`event-id/claim-id`)");
            return None;
        };
        let (event, claim) = match text.split_once('/') {
            Some((event, claim)) => (Some(event), claim),
            None => (None, text),
        };
        for part in event.into_iter().chain([claim]) {
            if check_id(part).is_err() {
                context.push(
                    Diagnostic::new(names::BAD_ID, context.value(at), format!("`{text}` does not name a claim"))
                        .help("write `event-id/claim-id`, or the claim's id alone for one of the same event"),
                );
                return None;
            }
        }
        Some(Target {
            event: event.map(|event| EventId(event.to_owned())),
            claim: ClaimId(claim.to_owned()),
        })
    }
}

/// A claim of a named event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimReference {
    /// The event.
    pub event: EventId,
    /// The claim.
    pub claim: ClaimId,
}

impl fmt::Display for ClaimReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.event, self.claim)
    }
}

impl Decode for ClaimReference {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "claim of an event",
            doc: "A claim: `event-id/claim-id`.",
            types: &["string"],
            pattern: Some("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"),
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(text) = node.as_text() else {
            context.wrong_type(node, at, "a claim (`event-id/claim-id`)");
            return None;
        };
        match text.split_once('/') {
            Some((event, claim)) if check_id(event).is_ok() && check_id(claim).is_ok() => {
                Some(ClaimReference {
                    event: EventId(event.to_owned()),
                    claim: ClaimId(claim.to_owned()),
                })
            }
            _ => {
                let message = format!("`{text}` does not name a claim of an event");
                context.push(
                    Diagnostic::new(names::BAD_ID, context.value(at), message)
                        .help("write `event-id/claim-id`"),
                );
                None
            }
        }
    }
}
