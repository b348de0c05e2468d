//! What is wrong, as the preview tells it to pages: with lines, columns and excerpts, since
//! a page cannot look them up.

use std::ops::Range;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Located, Origin, Report, Severity};
use crate::load::Sources;

/// How many are told: more than anybody reads before mending some.
const MOST: usize = 50;

/// How much of a line is shown, in characters: before the place that is meant, of it, and
/// after it.
const BEFORE: usize = 60;
const MEANT: usize = 160;
const AFTER: usize = 80;

/// What an attempt complained of.
#[derive(Debug, Default, Serialize)]
pub struct Problems {
    errors: usize,
    warnings: usize,
    /// How many are not among the items.
    more: usize,
    items: Vec<Item>,
}

#[derive(Debug, Default, Serialize)]
struct Item {
    error: bool,
    code: Option<&'static str>,
    message: String,
    #[serde(flatten)]
    place: Place,
    /// What stands in the file above the path, if the place is no part of its text.
    path: Option<String>,
    excerpt: Option<Excerpt>,
    label: Option<String>,
    related: Vec<Related>,
    help: Vec<String>,
}

/// Line and column count from 1, columns in characters.
#[derive(Debug, Default, Serialize)]
struct Place {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Related {
    message: String,
    #[serde(flatten)]
    place: Place,
}

/// The line of a place, in three parts, of which the second is meant.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Excerpt {
    before: String,
    meant: String,
    after: String,
}

impl Problems {
    /// Those of a report.
    pub fn of(report: &Report, sources: &Sources) -> Self {
        let mut located = report.located(sources);
        // Errors first: they are what keeps the site from being made.
        located.sort_by_key(|found| !found.diagnostic.is_error());
        let items: Vec<_> = located
            .iter()
            .take(MOST)
            .map(|found| item(found, sources))
            .collect();
        Problems {
            errors: report.errors(),
            warnings: report.warnings(),
            more: located.len() - items.len(),
            items,
        }
    }

    /// What keeps the files from being read, or is our own fault.
    pub fn messages(messages: &[String]) -> Self {
        let item = |message: &String| Item {
            error: true,
            message: message.clone(),
            ..Item::default()
        };
        Problems {
            errors: messages.len(),
            items: messages.iter().map(item).collect(),
            ..Problems::default()
        }
    }
}

fn item(found: &Located<'_>, sources: &Sources) -> Item {
    let Diagnostic {
        code,
        message,
        origin,
        label,
        related,
        help,
        ..
    } = found.diagnostic;
    let text = &sources.get(origin.file).text;
    Item {
        error: code.severity == Severity::Error,
        code: Some(code.name),
        message: message.clone(),
        place: place(origin, found.span.as_ref(), sources),
        path: match found.span {
            Some(_) => None,
            None => origin.path(sources),
        },
        excerpt: found.span.as_ref().and_then(|span| excerpt(text, span)),
        label: label.clone(),
        related: related
            .iter()
            .map(|(origin, message)| Related {
                message: message.clone(),
                place: place(origin, origin.span(sources).as_ref(), sources),
            })
            .collect(),
        help: help.clone(),
    }
}

fn place(origin: &Origin, span: Option<&Range<usize>>, sources: &Sources) -> Place {
    let file = sources.get(origin.file);
    let start = span.map(|span| file.line_column(span.start));
    let path = sources.path_of(origin.file).display().to_string();
    Place {
        file: Some(path.replace('\\', "/")),
        line: start.map(|at| at.line),
        column: start.map(|at| at.column),
    }
}

/// The line on which some bytes of a text begin, with no more around them than is needed to
/// find them.
fn excerpt(text: &str, span: &Range<usize>) -> Option<Excerpt> {
    let (before, rest) = text.split_at_checked(span.start)?;
    let before = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let length = span.len().min(line.len());
    let (meant, after) = line.split_at_checked(length)?;
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let before = match before.char_indices().nth(skipped) {
        Some((at, _)) if skipped > 0 => format!("…{}", &before[at..]),
        _ => before.to_owned(),
    };
    Some(Excerpt {
        before,
        meant: cut(meant, MEANT),
        after: cut(after.trim_end(), AFTER),
    })
}

/// The beginning of a text, and a sign that there is more.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, span: Range<usize>) -> [String; 3] {
        let Excerpt {
            before,
            meant,
            after,
        } = excerpt(text, &span).unwrap();
        [before, meant, after]
    }

    #[test]
    fn an_excerpt_is_the_line_in_three_parts() {
        let text = "a: 1\nwhen: 2024-02-30 # їжак\r\nb: 2\n";
        assert_eq!(parts(text, 11..21), ["when: ", "2024-02-30", " # їжак"]);
        assert_eq!(parts(text, 0..1), ["", "a", ": 1"]);
        // What goes on over several lines is shown as far as the first.
        assert_eq!(parts(text, 3..11), ["a: ", "1", ""]);
        // Nothing, at the end.
        let end = text.len();
        assert_eq!(parts(text, end..end), ["", "", ""]);
        assert_eq!(excerpt(text, &(end + 1..end + 2)), None);
        assert_eq!(excerpt("ї", &(1..2)), None);
    }

    #[test]
    fn long_lines_are_cut() {
        let text = format!("{}x{}", "ї".repeat(1000), "ж".repeat(1000));
        let [before, meant, after] = parts(&text, 2000..2001);
        assert_eq!(before, format!("…{}", "ї".repeat(BEFORE)));
        assert_eq!(meant, "x");
        assert_eq!(after, format!("{}…", "ж".repeat(AFTER)));
    }
}
