//! What can be told of a text before and after the library has read it, and said
//! better than the library says it.

use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::node::MARKS;
use super::{MAX_DEPTH, Problem, ProblemKind, lines};

/// Brackets open at once past which a text is refused unread: libyaml's time grows
/// with the square of them, and only the reading would tell brackets in quotes apart.
const MAX_OPEN_BRACKETS: usize = 1000;

/// Finds what must not reach the library, and tabs, which it explains badly.
pub(super) fn check(text: &str) -> Vec<Problem> {
    let mut problems = tabs(text);
    problems.extend(brackets(text));
    problems
}

/// Lines that are indented with a tab. A tab inside a block of text (`|`, `>`) that
/// stands behind the block's own spaces is text, and fine.
fn tabs(text: &str) -> Vec<Problem> {
    // Who indents with tabs does so everywhere, and need not be told of every line.
    const MOST: usize = 100;
    let mut problems = Vec::new();
    if !text.contains('\t') {
        return problems;
    }
    for (start, line) in lines(text) {
        if problems.len() == MOST {
            break;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let tabs = line[indent..].len() - line[indent..].trim_start_matches('\t').len();
        if tabs == 0 || (indent > 0 && !line.trim().starts_with('-') && !line.contains(": ")) {
            continue;
        }
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        problems.push(Problem {
            kind: ProblemKind::TabIndentation,
            span: start + indent..start + indent + tabs,
            message: "this line is indented with a tab".to_owned(),
            help: Some("YAML is indented with spaces; two for each level are usual".to_owned()),
        });
    }
    // A tab that the library accepts (in flow style, say) is not worth a word.
    if !problems.is_empty() && serde_yaml::from_str::<IgnoredAny>(text).is_ok() {
        problems.clear();
    }
    problems
}

fn brackets(text: &str) -> Option<Problem> {
    let is_open = |byte: &u8| matches!(byte, b'[' | b'{');
    if text.as_bytes().iter().filter(|byte| is_open(byte)).count() <= MAX_OPEN_BRACKETS {
        return None;
    }
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > MAX_OPEN_BRACKETS {
            return Some(too_deep(at..at + 1));
        }
    }
    None
}

fn too_deep(span: Range<usize>) -> Problem {
    Problem {
        kind: ProblemKind::TooDeep,
        span,
        message: format!("nested more than {MAX_DEPTH} levels deep"),
        help: Some("an event file needs no more than six levels".to_owned()),
    }
}

/// The second document's first line. Where there is none, the library has lost its way.
pub(super) fn second_document(text: &str, second: serde_yaml::Deserializer<'_>) -> Problem {
    let mut content = false;
    let mut first = None;
    for (start, line) in lines(text) {
        if line.starts_with("---") || line.starts_with("...") {
            if content {
                first = Some(start..start + 3);
                break;
            }
        } else if !super::is_blank(line) && !line.starts_with('%') {
            content = true;
        }
    }
    let span = match (first, IgnoredAny::deserialize(second)) {
        (Some(span), _) => span,
        (None, Err(error)) => return explain(text, &error),
        (None, Ok(_)) => text.len()..text.len(),
    };
    Problem {
        kind: ProblemKind::SecondDocument,
        span,
        message: "a second document begins here".to_owned(),
        help: Some(
            "one file holds one document: remove the line, or move what follows to a file of its own"
                .to_owned(),
        ),
    }
}

/// Turns the library's error into a problem of ours.
pub(super) fn explain(text: &str, error: &serde_yaml::Error) -> Problem {
    let said = error.to_string();
    let at = error.location().map_or(0, |place| place.index());
    let at = floor_char(text, at);
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| said.contains(mark)) {
        return match kind {
            ProblemKind::TooDeep => too_deep(at..end),
            ProblemKind::Tag => Problem {
                kind: *kind,
                span: at..at + super::locate::word(&text[at..]).len(),
                message: "tags such as this one are not part of the format".to_owned(),
                help: Some(
                    "remove the tag, or put the text in quotes if it begins with `!`".to_owned(),
                ),
            },
            _ => alias_bomb(text),
        };
    }
    if said.contains("repetition limit") || said.contains("recursion limit") {
        return if said.contains("recursion") {
            too_deep(at..end)
        } else {
            alias_bomb(text)
        };
    }
    super::syntax::reword(text, &said, at)
}

fn alias_bomb(text: &str) -> Problem {
    let at = text.find('*').unwrap_or(0);
    Problem {
        kind: ProblemKind::AliasBomb,
        span: at..(at + 1).min(text.len()),
        message: "the aliases (`*name`) of this file unfold to more than the file itself"
            .to_owned(),
        help: Some("write the values out instead of repeating them by alias".to_owned()),
    }
}

fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
