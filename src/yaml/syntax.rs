//! What the YAML library complains of, in words for somebody who writes event files.

use std::ops::Range;

use super::{Problem, ProblemKind, lines};

/// A complaint of the library, taken apart: "`what` at line 5 column 1, while scanning
/// `inside` at line 1 column 8".
struct Said<'t> {
    text: &'t str,
    what: &'t str,
    /// What the library was reading.
    inside: &'t str,
    /// Where the reading stopped.
    at: usize,
    /// Where what it was reading began.
    from: usize,
}

/// What is wrong, which bytes, and what would be right.
type Reworded = (String, Range<usize>, Option<String>);

/// Turns a complaint of the library about the byte `at` into a problem of ours.
pub(super) fn reword(text: &str, said: &str, at: usize) -> Problem {
    let (problem, context) = said.split_once(", while ").unwrap_or((said, ""));
    let what = problem.split(" at line ").next().unwrap_or(problem);
    let what = what.split(" at position ").next().unwrap_or(what);
    let inside = context.split(" at line ").next().unwrap_or(context);
    let said = Said {
        text,
        what: what.rsplit_once(": ").map_or(what, |(_, last)| last),
        inside,
        at,
        // Left out where it is the beginning of the text.
        from: context
            .split_once(" at line ")
            .and_then(|(_, place)| byte_of(text, place))
            .unwrap_or(0),
    };
    let (message, span, help) = said
        .of_quotes()
        .or_else(|| said.of_brackets())
        .or_else(|| said.of_keys())
        .or_else(|| said.of_signs())
        .unwrap_or_else(|| (said.what.to_owned(), said.here(), None));
    let tab = said.what.starts_with("found a tab character");
    Problem {
        kind: if tab {
            ProblemKind::TabIndentation
        } else {
            ProblemKind::Syntax
        },
        span,
        message,
        help,
    }
}

/// The byte at "5 column 1", counted in characters from 1.
fn byte_of(text: &str, place: &str) -> Option<usize> {
    let (line, column) = place.split_once(" column ")?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let (start, line) = lines(text).nth(line.checked_sub(1)?)?;
    let inside = line.char_indices().nth(column.checked_sub(1)?);
    Some(start + inside.map_or(line.len(), |(at, _)| at))
}

const QUOTE: &str = "put the text in quotes";

impl Said<'_> {
    fn of_quotes(&self) -> Option<Reworded> {
        let in_quotes = self.inside.ends_with("quoted scalar");
        match self.what {
            "found unexpected end of stream" | "found unexpected document indicator"
                if in_quotes =>
            {
                tell(
                    "this quote is not closed",
                    self.opening(),
                    "end the text with the quote with which it begins",
                )
            }
            "found unknown escape character" => {
                let escape: String = self.text[self.at..].chars().take(2).collect();
                tell(
                    &format!("`{escape}` means nothing inside \"...\""),
                    self.at..self.at + escape.len(),
                    "write `\\\\` for a backslash, or put the text in '...' instead",
                )
            }
            "did not find expected hexdecimal number"
            | "found invalid Unicode character escape code" => tell(
                "a `\\` in this text names no character",
                self.opening(),
                "write `\\\\` for a backslash, or put the text in '...' instead",
            ),
            "did not find expected key" | "did not find expected '-' indicator"
                if self.before().trim_end().ends_with(['"', '\'']) =>
            {
                tell(
                    "this stands behind the quote that closes the text",
                    self.at..self.line_end(self.at),
                    "put the whole text in quotes; a quote that belongs to it is written `''` inside '...' and `\\\"` inside \"...\"",
                )
            }
            _ => None,
        }
    }

    fn of_brackets(&self) -> Option<Reworded> {
        let (what, close) = match self.what {
            "did not find expected ',' or ']'" => ("list", ']'),
            "did not find expected ',' or '}'" => ("mapping", '}'),
            "did not find expected node content" => {
                let here = self.here();
                return match &self.text[here.clone()] {
                    close @ ("]" | "}") if !self.inside.contains("flow") => tell(
                        &format!("a `{close}` that closes nothing"),
                        here,
                        "remove it, or put the text in quotes to which it belongs",
                    ),
                    _ => tell(
                        "a value is missing here",
                        here,
                        "write one, or remove the `,` or the `:` before this",
                    ),
                };
            }
            _ => return None,
        };
        if self.line_end(self.from) > self.at {
            return tell(
                &format!("expected `,` or `{close}`"),
                self.here(),
                "put `,` between the values; put a text in quotes if a bracket or a `:` belongs to it",
            );
        }
        let stopped = self.text[..self.at].matches('\n').count() + 1;
        tell(
            &format!("this {what} is not closed"),
            self.opening(),
            format!("end it with `{close}`; the reading stopped in line {stopped}"),
        )
    }

    fn of_keys(&self) -> Option<Reworded> {
        let own = self.line_start() + self.indent().len();
        match self.what {
            "mapping values are not allowed in this context" => {
                let Some((_, value)) = self.before().split_once(": ") else {
                    return tell(
                        "this key is indented as if it went on with the value above",
                        own..self.at,
                        "indent it like the keys that it belongs with; if it is part of the text above, put that text in quotes",
                    );
                };
                let value = self.at - value.trim_start().len()..self.line_end(self.at);
                let help = self.in_quotes(&value);
                tell("a second `:` in one value", value, help)
            }
            "could not find expected ':'" => {
                let key = self.opening();
                let glued = self.text[key.clone()].split_once(':');
                if glued.is_some_and(|(name, value)| {
                    let word = |c: char| c.is_ascii_alphabetic() || c == '_';
                    name.chars().all(word) && value.starts_with(|c: char| !c.is_whitespace())
                }) {
                    return tell(
                        "no space behind the `:`",
                        key,
                        "write `key: value`, with a space behind the `:`",
                    );
                }
                tell(
                    "a key without a `:`",
                    key,
                    "write `key: value`; a text of several lines is indented below its key",
                )
            }
            "did not find expected key"
            | "did not find expected <document start>"
            | "did not find expected '-' indicator" => {
                let span = self.at..self.line_end(self.at);
                if self.before().contains(": *") || self.before().contains("- *") {
                    return self.of_star(self.before().rfind('*')? + self.line_start());
                }
                if own < self.at {
                    return tell("this does not belong to the value before it", span, QUOTE);
                }
                tell(
                    "this line does not fit those above it",
                    span,
                    "lines that belong together begin in the same column, and items of a list with `- `",
                )
            }
            "block sequence entries are not allowed in this context" => tell(
                "a list cannot begin on the line of its key",
                self.at..self.line_end(self.at),
                format!("begin it on the next line; {QUOTE} if the `-` belongs to it"),
            ),
            _ => None,
        }
    }

    fn of_signs(&self) -> Option<Reworded> {
        match self.what {
            "found character that cannot start any token" => {
                let sign = match self.text[self.at..].chars().next() {
                    Some('`') => "a backtick".to_owned(),
                    Some('\t') => "a tab".to_owned(),
                    other => format!("`{}`", other.unwrap_or(' ').escape_debug()),
                };
                let help = self.in_quotes(&(self.at..self.line_end(self.at)));
                tell(
                    &format!("a value cannot begin with {sign}"),
                    self.here(),
                    help,
                )
            }
            "did not find expected alphabetic or numeric character" => self.of_star(self.from),
            "unknown anchor" => self.of_star(self.at),
            what if what.starts_with("found a tab character") => tell(
                "a tab where YAML wants spaces",
                self.here(),
                "write spaces instead; two for each level are usual",
            ),
            "did not find expected comment or line break" => tell(
                "text on the line of the `|` or `>`",
                self.at..self.line_end(self.at),
                format!("begin the text on the next line, indented; or {QUOTE}"),
            ),
            "mapping keys are not allowed in this context" => {
                tell("a value cannot begin with `? `", self.here(), QUOTE)
            }
            "found unexpected ':'" => tell("a `:` inside a value", self.here(), QUOTE),
            "control characters are not allowed" => {
                // Here the library tells no place.
                let (at, found) = self
                    .text
                    .char_indices()
                    .find(|(_, c)| !is_allowed(*c))
                    .unwrap_or((self.at, ' '));
                tell(
                    &format!("a control character (U+{:04X})", u32::from(found)),
                    at..at + found.len_utf8(),
                    "remove it",
                )
            }
            _ if self.inside.ends_with("a tag") => {
                tell("a value cannot begin with `!`", self.opening(), QUOTE)
            }
            _ if self.inside.ends_with("a directive") => {
                tell("a line cannot begin with `%`", self.opening(), QUOTE)
            }
            _ => None,
        }
    }

    /// A `*` or `&` that begins a text, and names an anchor to YAML.
    fn of_star(&self, at: usize) -> Option<Reworded> {
        let span = at..self.line_end(at);
        let sign = self.text[at..].chars().next()?;
        if !matches!(sign, '*' | '&') {
            return None;
        }
        let help = self.in_quotes(&span);
        tell(&format!("a text cannot begin with `{sign}`"), span, help)
    }

    /// The character at which the reading stopped.
    fn here(&self) -> Range<usize> {
        let found = self.text[self.at..].chars().next();
        self.at..self.at + found.map_or(0, char::len_utf8)
    }

    /// From where the library began to read what it could not end, to the line's end.
    fn opening(&self) -> Range<usize> {
        self.from..self.line_end(self.from)
    }

    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let line = self.text[at..].split('\n').next().unwrap_or_default();
        at + line.trim_end().len()
    }

    /// The line up to where the reading stopped.
    fn before(&self) -> &str {
        &self.text[self.line_start()..self.at]
    }

    /// What a line has before its first word.
    fn indent(&self) -> &str {
        let before = self.before();
        &before[..before.len() - before.trim_start_matches([' ', '-']).len()]
    }

    /// The advice to write these bytes in quotes, as they are then.
    fn in_quotes(&self, span: &Range<usize>) -> String {
        let value = &self.text[span.clone()];
        let simple = !value.contains(['"', '\\', '`', '#', '{', '[']) && value.len() < 100;
        if simple && !value.is_empty() {
            format!("{QUOTE}: `\"{value}\"`")
        } else {
            QUOTE.to_owned()
        }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "every complaint ends with it")]
fn tell(message: &str, span: Range<usize>, help: impl Into<String>) -> Option<Reworded> {
    Some((message.to_owned(), span, Some(help.into())))
}

/// Whether YAML lets a character stand in a file.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}
