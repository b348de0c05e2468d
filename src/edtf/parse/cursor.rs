//! A place in the text, and the small things that are read there.

use std::ops::Range;

use crate::edtf::error::{Error, ErrorKind, quoted};
use crate::edtf::qualifier::Qualifier;

/// Reads a part of a text; its places are bytes of the whole.
///
/// It steps over ASCII only, so that it always stands on a boundary of
/// characters.
pub(super) struct Cursor<'a> {
    text: &'a str,
    pos: usize,
    end: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, range: Range<usize>) -> Self {
        Self {
            text,
            pos: range.start,
            end: range.end,
        }
    }

    pub(super) fn pos(&self) -> usize {
        self.pos
    }

    pub(super) fn end(&self) -> usize {
        self.end
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// What is left to read.
    pub(super) fn rest(&self) -> &'a str {
        self.slice(self.pos..self.end)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.pos >= self.end
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    /// Steps over an ASCII character, if it is there.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.pos += 1;
        }
        found
    }

    /// Steps over digits, and `X` where wanted.
    pub(super) fn digits(&mut self, with_x: bool) -> Range<usize> {
        let start = self.pos;
        let wanted = |byte: &u8| byte.is_ascii_digit() || (with_x && *byte == b'X');
        self.pos += self.rest().bytes().take_while(wanted).count();
        start..self.pos
    }

    /// Steps over a qualifier, if there is one. Two at one place are refused.
    pub(super) fn qualifier(&mut self) -> Result<Option<Qualifier>, Error> {
        let start = self.pos;
        let mut characters = self.rest().chars();
        let Some(first) = characters.next().and_then(Qualifier::from_symbol) else {
            return Ok(None);
        };
        self.pos += 1;
        if characters.next().and_then(Qualifier::from_symbol).is_some() {
            let span = start..start + 2;
            let message = format!(
                "{} is two qualifiers at one place",
                quoted(self.slice(span.clone()))
            );
            return Err(Error::new(ErrorKind::Qualifier, span, message)
                .with_help("uncertain is `?`, approximate is `~`, and both together are `%`"));
        }
        Ok(Some(first))
    }

    /// The place of the `T` between a date and a time.
    pub(super) fn time_mark(&self) -> Option<usize> {
        let bytes = self.rest().bytes();
        let mut before = bytes.clone();
        let at = bytes.skip(1).position(|byte| {
            let follows = before
                .next()
                .is_some_and(|byte| byte.is_ascii_digit() || b"X?~%".contains(&byte));
            byte == b'T' && follows
        })?;
        Some(self.pos + at + 1)
    }

    /// Refuses what is left, which comes after `what`.
    pub(super) fn expect_end(&self, what: &str) -> Result<(), Error> {
        if self.is_at_end() {
            return Ok(());
        }
        let message = format!("unexpected {} after the {what}", quoted(self.rest()));
        Err(Error::new(ErrorKind::Trailing, self.pos..self.end, message))
    }
}
