//! Reading a value of the model from a node, with all that is wrong with it.

use rustc_hash::FxHashMap;

use super::shape::{RecordShape, Shape};
use crate::diagnostic::{Diagnostic, Origin, Place, any_of, did_you_mean, names};
use crate::load::{FileId, SourceFile};
use crate::yaml::{Node, Path};

/// A type that can stand in a file: it tells what it looks like, and reads itself.
pub trait Decode: Sized {
    /// What may stand in the file.
    fn shape() -> Shape;

    /// Reads it. What is wrong goes to the context; `None` then.
    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self>;

    /// What it is when its key is not there: `None` if the key has to be.
    fn absent() -> Option<Self> {
        None
    }
}

/// Where decoding stands, and what it has found to complain of.
pub struct Context<'a> {
    /// The file.
    pub file: FileId,
    /// Its text, and where its values stand.
    pub source: &'a SourceFile,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl<'a> Context<'a> {
    /// Nothing wrong yet.
    pub fn new(file: FileId, source: &'a SourceFile) -> Self {
        Context {
            file,
            source,
            found: Vec::new(),
        }
    }

    /// Complains.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// The value at a path, as an origin.
    pub fn value(&self, at: &Path) -> Origin {
        Origin::value(self.file, at.clone())
    }

    /// Complains that something else was expected; says how a text that YAML took for
    /// something else is written.
    pub fn wrong_type(&mut self, node: &Node, at: &Path, expected: &str) {
        if *node == Node::Null {
            self.null(at, expected);
            return;
        }
        let complaint = Diagnostic::new(
            names::WRONG_TYPE,
            self.value(at),
            format!("expected {expected}, found {}", node.what()),
        );
        let text = expected == "text" || expected.starts_with("the id of");
        let raw = self.raw(at).unwrap_or_default();
        let help = match node {
            Node::Int(_) | Node::Float(_) | Node::Bool(_) if text => {
                Some(format!("to make it text, put it in quotes: `\"{raw}\"`"))
            }
            Node::Map(entries) if text && entries.len() == 1 && !raw.starts_with('{') => {
                Some("a text that holds `: ` has to be in quotes".to_owned())
            }
            Node::List(_) if text => {
                Some("only one stands here, without `[ ]` and without `- `".to_owned())
            }
            _ => None,
        };
        self.push(complaint.maybe_help(help));
    }

    fn null(&mut self, at: &Path, expected: &str) {
        let complaint = Diagnostic::new(
            names::NULL_VALUE,
            self.value(at),
            format!("expected {expected}, found nothing"),
        );
        let text = self.raw(at).unwrap_or_default();
        self.push(match text.as_str() {
            "" => complaint.help("fill it in; what may be missing can be left out, key and all"),
            word => complaint.help(format!(
                "YAML reads `{word}` as nothing: put it in quotes if it is text, or remove the key"
            )),
        });
    }

    /// How a value is written in the file.
    pub fn raw(&self, at: &Path) -> Option<String> {
        let span = self.source.places().span(at, false)?;
        self.source.text.get(span).map(str::to_owned)
    }

    /// Complains of a word that is not in a list.
    pub fn unknown_word(&mut self, word: &str, at: &Path, name: &str, words: &[&str]) {
        let complaint = Diagnostic::new(
            names::UNKNOWN_WORD,
            self.value(at),
            format!("`{word}` is not a {name}"),
        );
        self.push(match did_you_mean(word, words.iter().copied()) {
            Some(close) => complaint.label(format!("did you mean `{close}`?")),
            None => complaint.help(format!("it can be {}", any_of(words.iter().copied()))),
        });
    }
}

/// Reads the keys of a mapping: each key once, none unknown, none missing.
pub(super) struct Keys<'n> {
    shape: &'n RecordShape,
    /// Of each key of the shape its number in the mapping and its value, if it is there.
    values: Vec<Option<(usize, &'n Node)>>,
    /// Those that a misspelt key was probably meant to be.
    meant: Vec<&'static str>,
    at: &'n Path,
}

impl<'n> Keys<'n> {
    /// Looks the mapping over. `None` if it is not one.
    pub(super) fn read(
        node: &'n Node,
        at: &'n Path,
        shape: &'n RecordShape,
        context: &mut Context<'_>,
    ) -> Option<Self> {
        let expected = with_article(shape.name);
        let Some(map) = node.as_map() else {
            context.wrong_type(node, at, &format!("{expected} (a mapping of keys)"));
            return None;
        };
        let mut values: Vec<Option<(usize, &Node)>> = vec![None; shape.keys.len()];
        let mut unknown: FxHashMap<&str, usize> = FxHashMap::default();
        let mut meant = Vec::new();
        for (number, (key, value)) in map.iter().enumerate() {
            let here = Origin::key(context.file, at.entry(number));
            let Some(name) = key.as_text() else {
                let found = key.what();
                let message = format!("a key has to be text, found {found}");
                context.push(Diagnostic::new(names::WRONG_TYPE, here, message));
                continue;
            };
            let known = shape.position(name);
            let earlier = match known {
                Some(known) => values[known].map(|(earlier, _)| earlier),
                None => unknown.get(name).copied(),
            };
            if let Some(earlier) = earlier {
                let earlier = Origin::key(context.file, at.entry(earlier));
                context.push(
                    Diagnostic::new(
                        names::DUPLICATE_KEY,
                        here,
                        format!("the key `{name}` stands here a second time"),
                    )
                    .label("again here")
                    .related(earlier, "first here")
                    .help(
                        "keep one of them; values of a list go under one key, each behind a `- `",
                    ),
                );
                continue;
            }
            if let Some(known) = known {
                values[known] = Some((number, value));
            } else {
                unknown.insert(name, number);
                let known = || shape.keys.iter().map(|key| key.name);
                let close = did_you_mean(name, known());
                let close = close.or_else(|| known().find(|ours| is_called(ours, name)));
                meant.extend(close);
                context.push(unknown_key(name, close, here, shape));
            }
        }
        Some(Keys {
            shape,
            values,
            meant,
            at,
        })
    }

    /// Reads one key.
    pub(super) fn take<T: Decode>(
        &self,
        key: &'static str,
        record: &str,
        context: &mut Context<'_>,
    ) -> Option<T> {
        let value = self.shape.position(key).and_then(|it| self.values[it]);
        if let Some((_, node)) = value {
            return T::decode(node, &self.at.key(key), context);
        }
        let absent = T::absent();
        if absent.is_none() && !self.meant.contains(&key) {
            context.push(
                Diagnostic::new(
                    names::MISSING_KEY,
                    context.value(self.at),
                    format!("{} needs the key `{key}`", with_article(record)),
                )
                .label(format!("`{key}` is missing here")),
            );
        }
        absent
    }
}

/// Whether another tool calls a key of ours so.
fn is_called(ours: &str, name: &str) -> bool {
    let theirs: &[&str] = match ours {
        "title" => &["headline", "heading"],
        "when" => &["date", "day", "start"],
        "where" => &["place", "location"],
        "kind" => &["type", "category"],
        "summary" => &["description", "body", "content"],
        "topics" => &["tags", "keywords", "categories"],
        "actors" => &["participants", "people", "persons"],
        "url" => &["link", "address", "website"],
        "published" => &["date"],
        "outlet" => &["publisher", "newspaper"],
        "byline" => &["author", "authors"],
        _ => &[],
    };
    theirs.contains(&name.to_lowercase().as_str())
}

fn unknown_key(name: &str, close: Option<&str>, here: Origin, shape: &RecordShape) -> Diagnostic {
    let complaint = Diagnostic::new(
        names::UNKNOWN_KEY,
        here,
        format!("{} has no key `{name}`", with_article(shape.name)),
    );
    if name == "<<" {
        return complaint.help("merge keys are not part of the format: write the keys out");
    }
    if let Some(close) = close {
        return complaint.label(format!("did you mean `{close}`?"));
    }
    let known = shape.keys.iter().map(|key| key.name);
    complaint.help(format!("it can have {}", any_of(known)))
}

/// "a claim", "an actor".
pub fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o']);
    format!("{} {name}", if vowel { "an" } else { "a" })
}

impl<T: Decode> Decode for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    #[allow(
        clippy::option_option,
        reason = "whether it decoded, and whether it is there"
    )]
    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        T::decode(node, at, context).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        T::decode(node, at, context).map(Box::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn shape() -> Shape {
        Shape::List {
            item: Box::new(T::shape()),
            least: 0,
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Some(items) = node.as_list() else {
            context.wrong_type(node, at, "a list");
            let raw = context.raw(at).unwrap_or_default();
            let help = match node {
                Node::Null => None,
                Node::Text(text) if text.starts_with('-') => {
                    Some("write a space behind the `-` of each item".to_owned())
                }
                Node::Text(text) if raw == *text => {
                    Some(format!("a list of this one is written `[{raw}]`"))
                }
                _ => Some(
                    "a list is written `[one, two]`, or one item a line behind `- `".to_owned(),
                ),
            };
            if let (Some(complaint), Some(help)) = (context.found.last_mut(), help) {
                complaint.help.push(help);
            }
            return None;
        };
        // Every item is read, so that every wrong one is told.
        let decoded: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(number, item)| T::decode(item, &at.item(number), context))
            .collect();
        decoded.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// A list that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct AtLeastOne<T>(pub Vec<T>);

impl<T> std::ops::Deref for AtLeastOne<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Decode> Decode for AtLeastOne<T> {
    fn shape() -> Shape {
        Shape::List {
            item: Box::new(T::shape()),
            least: 1,
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let items = Vec::decode(node, at, context)?;
        if items.is_empty() {
            context.push(
                Diagnostic::new(names::EMPTY_VALUE, context.value(at), "this list is empty")
                    .help("it needs at least one item"),
            );
            return None;
        }
        Some(AtLeastOne(items))
    }
}

/// Complains of a part of a text.
pub(super) fn within(context: &Context<'_>, at: &Path, span: std::ops::Range<usize>) -> Origin {
    Origin {
        file: context.file,
        place: Place::Within(at.clone(), span),
    }
}
