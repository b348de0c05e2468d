//! Single values: words, numbers, and texts in quotes or without.

use super::{Read, Reader, is_apart};

impl<'t> Reader<'t> {
    /// Reads a text in quotes, to its closing one.
    pub(super) fn quoted(&mut self) -> Read<&'t str> {
        let rest = self.rest();
        let quote = rest.as_bytes().first().copied().unwrap_or_default();
        let mut bytes = rest.bytes().enumerate().skip(1).peekable();
        while let Some((at, byte)) = bytes.next() {
            let doubled = quote == b'\'' && bytes.peek().is_some_and(|(_, next)| *next == quote);
            if byte == b'\\' && quote == b'"' {
                bytes.next();
            } else if byte == quote && doubled {
                // `''` inside '...' is a quote that belongs to the text.
                bytes.next();
            } else if byte == quote {
                self.at += at + 1;
                return Ok(&rest[..=at]);
            }
        }
        Err(self.left("this quote is not closed"))
    }

    /// Reads a text without quotes that belongs to a part at `column`: of the lines below
    /// it has those that are indented deeper.
    pub(super) fn plain(&mut self, column: usize) -> Read<&'t str> {
        self.refuse_properties()?;
        let start = self.at;
        loop {
            let line = self.line();
            let end = before_comment(line);
            self.at += end;
            let text = &self.text[start..self.at];
            if end < line.trim_end().len() {
                return Ok(text);
            }
            let below = self.rest().find(|c: char| !c.is_whitespace());
            let Some(next) = below.map(|below| self.at + below) else {
                return Ok(text);
            };
            let indent = next - self.text[..next].rfind('\n').map_or(0, |at| at + 1);
            if indent <= column || self.text[next..].starts_with('#') {
                return Ok(text);
            }
            self.at = next;
        }
    }

    /// Reads a text without quotes inside brackets.
    pub(super) fn plain_in_flow(&mut self) -> Read<&'t str> {
        self.refuse_properties()?;
        let start = self.at;
        loop {
            let end = end_in_flow(self.rest());
            self.at += self.rest()[..end].trim_end().len();
            let text = &self.text[start..self.at];
            if text.is_empty() {
                return Err(self.left("a value is missing here"));
            }
            let rest = self.rest();
            let line = rest.trim_start_matches([' ', '\t']);
            if !line.is_empty() && !line.starts_with('\n') {
                return Ok(text);
            }
            let below = rest.trim_start();
            let ends = |c: char| matches!(c, ',' | '[' | ']' | '{' | '}' | '#' | ':');
            if below.is_empty() || below.starts_with(ends) {
                return Ok(text);
            }
            self.at += rest.len() - below.len();
        }
    }

    /// Refuses what YAML can put before a value, or instead of one.
    fn refuse_properties(&self) -> Read<()> {
        let what = match self.peek() {
            Some(b'&') => "an anchor",
            Some(b'*') => "an alias",
            Some(b'!') => "a tag",
            _ => return Ok(()),
        };
        let word = self.line().split([' ', '\t', ',', ']', '}']).next();
        let word = word.unwrap_or_default();
        Err(self.left(format!("`{word}` is {what}, which cannot be moved safely")))
    }
}

/// Where a text ends that a comment may follow.
fn before_comment(line: &str) -> usize {
    let comment = line
        .match_indices('#')
        .find(|(at, _)| line[..*at].ends_with([' ', '\t']) || line[..*at].is_empty());
    let text = comment.map_or(line, |(at, _)| &line[..at]);
    text.trim_end_matches([' ', '\t']).len()
}

/// Where a text without quotes ends that stands in brackets: at the line's end at the
/// latest, from which it may go on below.
fn end_in_flow(rest: &str) -> usize {
    let ends = |(at, c): (usize, char)| match c {
        ',' | '[' | ']' | '{' | '}' | '\n' => true,
        ':' => {
            let rest = &rest[at + 1..];
            is_apart(rest) || rest.starts_with([',', '[', ']', '{', '}'])
        }
        '#' => rest[..at].ends_with([' ', '\t']),
        _ => false,
    };
    let end = rest.char_indices().find(|found| ends(*found));
    end.map_or(rest.len(), |(at, _)| at)
}
