//! Lists and mappings in brackets.

use std::borrow::Cow;

use super::super::tree::{Collection, Form, Key, Line, Part, Value};
use super::block::name;
use super::{Read, Reader};

impl<'t> Reader<'t> {
    /// Reads a list or a mapping, to its closing bracket.
    pub(super) fn flow(&mut self) -> Read<Collection<'t>> {
        let start = self.at;
        let list = self.peek() == Some(b'[');
        let mut parts: Vec<Part<'t>> = Vec::new();
        let mut loose = Vec::new();
        self.at += 1;
        loop {
            self.between(&mut parts, &mut loose);
            match self.peek() {
                None => return Err(self.left_at(start, "this bracket is not closed")),
                Some(b']' | b'}') => break,
                Some(b',') => self.at += 1,
                Some(_) => {
                    let mut part = Part::new(std::mem::take(&mut loose));
                    if list {
                        part.value = self.value_in_flow()?;
                        self.refuse_pair()?;
                    } else {
                        self.entry_in_flow(&mut part)?;
                    }
                    parts.push(part);
                }
            }
        }
        self.at += 1;
        if parts.is_empty() && !loose.is_empty() {
            return Err(self.left_at(start, "a comment stands in these empty brackets"));
        }
        Ok(Collection {
            list,
            form: if self.text[start..self.at].contains('\n') {
                Form::Spread
            } else {
                Form::Brackets
            },
            words: false,
            parts,
            tail: loose,
        })
    }

    fn entry_in_flow(&mut self, part: &mut Part<'t>) -> Read<()> {
        if self.rest().starts_with("? ") {
            return Err(self.left("a key behind `?` is not understood"));
        }
        let raw = match self.peek() {
            Some(b'"' | b'\'') => self.quoted()?,
            Some(b'[' | b'{') => return Err(self.left("a key in brackets is not understood")),
            _ => self.plain_in_flow()?,
        };
        part.key = Some(Key {
            raw: Cow::Borrowed(raw),
            name: name(raw),
        });
        self.skip_space()?;
        if self.peek() != Some(b':') {
            return Err(self.left("a key without a value stands before this"));
        }
        self.at += 1;
        self.skip_space()?;
        if matches!(self.peek(), Some(b',' | b'}')) {
            return Err(self.left("a key without a value stands before this"));
        }
        part.value = self.value_in_flow()?;
        Ok(())
    }

    fn value_in_flow(&mut self) -> Read<Value<'t>> {
        Ok(match self.peek() {
            Some(b'[' | b'{') => Value::Collection(self.flow()?),
            Some(b'"' | b'\'') => Value::Scalar(Cow::Borrowed(self.quoted()?)),
            _ => Value::Scalar(Cow::Borrowed(self.plain_in_flow()?)),
        })
    }

    /// Refuses `[a: b]`, a mapping without brackets of its own.
    fn refuse_pair(&self) -> Read<()> {
        if self.rest().trim_start().starts_with(':') {
            return Err(self.left("a mapping without brackets of its own is not understood"));
        }
        Ok(())
    }

    /// Goes over what can stand between a key and its value.
    fn skip_space(&mut self) -> Read<()> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        if self.peek() == Some(b'#') {
            return Err(self.left("a comment between a key and its value in brackets"));
        }
        Ok(())
    }

    /// Goes over spaces, line breaks and comments between the parts. A comment on the line
    /// on which a part ends belongs to it, any other to the next.
    fn between(&mut self, parts: &mut [Part<'t>], loose: &mut Vec<Line<'t>>) {
        let mut same_line = !parts.is_empty();
        let mut below = false;
        loop {
            let before = self.at;
            self.skip_blanks();
            match self.peek() {
                Some(b'\n') => {
                    below = same_line || (below && self.column() > 0);
                    same_line = false;
                    self.at += 1;
                }
                Some(b'#') => {
                    let found = self.remark(before + 1 != self.at);
                    let text = found.text;
                    match parts.last_mut().map(|part| &mut part.beside) {
                        Some(beside @ None) if same_line => *beside = Some(found),
                        Some(Some(remark)) if below && remark.column == found.column => {
                            remark.more.push(text);
                        }
                        _ => {
                            below = false;
                            loose.push(Line::Comment { text, column: 0 });
                        }
                    }
                    self.at += self.line().len();
                }
                _ => return,
            }
        }
    }
}
