//! Whole numbers.

use super::decode::{Context, Decode};
use super::shape::{ScalarShape, Shape};
use crate::diagnostic::{Diagnostic, names};
use crate::yaml::{Node, Path};

/// How many of something: a whole number from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

/// The largest of them: minutes of a day and a half, and more events than a class can rank.
const MOST: u32 = 2000;

impl Decode for Count {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "count",
            doc: "A whole number from 1 to 2000, without quotes.",
            types: &["integer"],
            pattern: None,
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let value = whole(node, at, context)?;
        let count = u32::try_from(value).ok().filter(|n| (1..=MOST).contains(n));
        if count.is_none() {
            refuse(context, at, &format!("a whole number from 1 to {MOST}"));
        }
        count.map(Count)
    }
}

/// The number from which all shuffling of a lesson follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

/// The whole numbers below this are exact in every language that may shuffle (2^53).
const LARGEST: u64 = 9_007_199_254_740_992;

impl Decode for Seed {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "seed",
            doc: "Any whole number that is not negative. The same one gives the same order for ever.",
            types: &["integer"],
            pattern: None,
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let value = whole(node, at, context)?;
        let seed = u64::try_from(value).ok().filter(|seed| *seed < LARGEST);
        if seed.is_none() {
            refuse(context, at, "a whole number from 0 to 9007199254740991");
        }
        seed.map(Seed)
    }
}

fn whole(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<i64> {
    match node {
        Node::Int(value) => Some(*value),
        Node::Float(_) => {
            refuse(context, at, "a whole number");
            None
        }
        other => {
            context.wrong_type(other, at, "a whole number");
            let (Node::Text(text), Some(complaint)) = (other, context.found.last_mut()) else {
                return None;
            };
            let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
            complaint.help.push(match digits.as_str() {
                "" => "write digits, such as `45`".to_owned(),
                digits => format!("write `{digits}`, without quotes and words"),
            });
            None
        }
    }
}

fn refuse(context: &mut Context<'_>, at: &Path, expected: &str) {
    let raw = context.raw(at).unwrap_or_default();
    let message = format!("`{raw}` is not {expected}");
    context.push(Diagnostic::new(
        names::BAD_VALUE,
        context.value(at),
        message,
    ));
}
