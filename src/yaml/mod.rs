//! The only part that knows the YAML library.
//!
//! [`parse`] turns the text of a file into a [`Node`], or says what keeps it from
//! being one. A node keeps what the usual route through `serde` loses: the order of
//! keys, keys given twice, and the difference between nothing (`~`) and text.
//!
//! Nodes carry no positions, since the library tells a position only with an error.
//! A place in a file is named by a [`Path`] instead, and [`Places`] turns a path into
//! bytes of the text when a diagnostic needs to be shown.

mod comment;
mod locate;
mod node;
mod preflight;
mod syntax;
mod write;

pub use comment::{Cut, cuts};
pub use locate::Places;
pub use node::{Map, Node, Path, Step};
pub use write::{scalar, write};

use std::ops::Range;

use node::Seed;
use serde::de::DeserializeSeed;

/// The deepest nesting that a file may have, in levels of lists and mappings.
pub const MAX_DEPTH: usize = 32;

/// The largest file of one record that is read, in bytes.
pub const MAX_BYTES: u64 = 1024 * 1024;

/// The largest file of a list of records that is read, in bytes.
pub const MAX_LIST_BYTES: u64 = 32 * MAX_BYTES;

/// What keeps a text from being one YAML document that we can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which of the complaints it is.
    pub kind: ProblemKind,
    /// The offending bytes of the text.
    pub span: Range<usize>,
    /// What the YAML library said, or what we found, as a lowercase phrase.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

/// The complaints of this stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not YAML.
    Syntax,
    /// A tab where YAML wants spaces.
    TabIndentation,
    /// A second document in the file.
    SecondDocument,
    /// More than [`MAX_DEPTH`] levels of nesting.
    TooDeep,
    /// Aliases that unfold to more than the file could hold itself.
    AliasBomb,
    /// A `!tag`.
    Tag,
}

/// Reads the one document in `text`. A text without any content is [`Node::Null`].
///
/// All problems that can be found without a whole parse are told at once.
pub fn parse(text: &str) -> Result<Node, Vec<Problem>> {
    let problems = preflight::check(text);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let Some(first) = documents.next() else {
        return Ok(Node::Null);
    };
    let budget = Seed::budget(text);
    let node = match Seed::root(&budget).deserialize(first) {
        Ok(node) => node,
        Err(_) if text.lines().all(is_blank) => return Ok(Node::Null),
        Err(error) => return Err(vec![preflight::explain(text, &error)]),
    };
    match documents.next() {
        None => Ok(node),
        Some(second) => Err(vec![preflight::second_document(text, second)]),
    }
}

/// The lines of a text without their ends, each with the byte at which it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches(['\n', '\r'])))
    })
}

fn is_blank(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> ProblemKind {
        parse(text).unwrap_err()[0].kind
    }

    #[test]
    fn nothing_is_null_and_not_an_error() {
        for text in ["", "\n", "# a comment\n", "---\n", "~\n"] {
            assert_eq!(parse(text), Ok(Node::Null), "{text:?}");
        }
    }

    #[test]
    fn text_null_and_numbers_stay_apart() {
        let node = parse("a: ~\nb: \"\"\nc: 1.10\nd: no\ne:\n").unwrap();
        let map = node.as_map().unwrap();
        let kinds: Vec<_> = map.iter().map(|(_, value)| value.what()).collect();
        assert_eq!(kinds, ["nothing", "text", "a number", "text", "nothing"]);
    }

    #[test]
    fn keys_given_twice_are_both_kept() {
        let node = parse("a: 1\na: 2\n").unwrap();
        assert_eq!(node.as_map().unwrap().len(), 2);
    }

    #[test]
    fn each_problem_has_its_kind() {
        assert_eq!(kind("a: [1"), ProblemKind::Syntax);
        assert_eq!(kind("a:\n\t- b\n"), ProblemKind::TabIndentation);
        assert_eq!(kind("a: 1\n---\nb: 2\n"), ProblemKind::SecondDocument);
        let deep = "[".repeat(33) + &"]".repeat(33);
        assert_eq!(kind(&deep), ProblemKind::TooDeep);
        assert_eq!(kind(&"{a: ".repeat(200_000)), ProblemKind::TooDeep);
        assert_eq!(kind("a: !x y"), ProblemKind::Tag);
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for n in 1..8 {
            let before = format!("*a{}, ", n - 1).repeat(10);
            bomb += &format!("a{n}: &a{n} [{before}]\n");
        }
        assert_eq!(kind(&bomb), ProblemKind::AliasBomb);
    }

    #[test]
    fn thirty_two_levels_are_fine() {
        let deep = "[".repeat(32) + &"]".repeat(32);
        assert!(parse(&deep).is_ok());
    }
}
