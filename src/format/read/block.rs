//! Lists and mappings that are told by indentation.

use std::borrow::Cow;

use super::super::tree::{Block, Collection, Form, Key, Line, Part, Value};
use super::{Read, Reader, is_apart};

impl<'t> Reader<'t> {
    /// The list or mapping that a file is. `head` receives what stays at its head.
    pub(super) fn root(&mut self, column: usize, head: &mut Vec<Line<'t>>) -> Read<Value<'t>> {
        if self.is_item() {
            return self.list(column, None).map(Value::Collection);
        }
        if self.is_key()? {
            let above = head_length(&self.pending);
            let rest = self.pending.split_off(above);
            head.append(&mut std::mem::replace(&mut self.pending, rest));
            return self.mapping(column, None).map(Value::Collection);
        }
        if !matches!(self.peek(), Some(b'[' | b'{')) {
            return Err(self.left("this file is neither a list nor a mapping"));
        }
        head.append(&mut self.pending);
        let root = self.flow()?;
        if let Some(remark) = self.end_of_line()? {
            let texts = std::iter::once(remark.text).chain(remark.more);
            self.pending = texts
                .map(|text| Line::Comment { text, column: 0 })
                .collect();
        }
        Ok(Value::Collection(root))
    }

    fn mapping(&mut self, column: usize, outer: Option<usize>) -> Read<Collection<'t>> {
        let mut parts = Vec::new();
        loop {
            let mut part = Part::new(self.above(parts.is_empty()));
            part.key = Some(self.key()?);
            self.value(&mut part, column)?;
            parts.push(part);
            match self.next_column()? {
                Some(next) if next == column => self.at += next,
                Some(next) if next > column => return Err(self.unfit(next)),
                _ => break,
            }
        }
        Ok(self.collection(false, parts, column, outer))
    }

    fn list(&mut self, column: usize, outer: Option<usize>) -> Read<Collection<'t>> {
        let mut parts = Vec::new();
        loop {
            let mut part = Part::new(self.above(parts.is_empty()));
            self.at += 1;
            self.value(&mut part, column)?;
            parts.push(part);
            match self.next_column()? {
                Some(next) if next == column && self.is_item_at(next) => self.at += next,
                Some(next) if next > column => return Err(self.unfit(next)),
                _ => break,
            }
        }
        Ok(self.collection(true, parts, column, outer))
    }

    fn collection(
        &mut self,
        list: bool,
        parts: Vec<Part<'t>>,
        column: usize,
        outer: Option<usize>,
    ) -> Collection<'t> {
        // At the end of the file its own comments stand.
        let tail = match outer {
            None => Vec::new(),
            Some(_) => self.tail(column, outer),
        };
        Collection {
            list,
            form: Form::Lines,
            words: false,
            parts,
            tail,
        }
    }

    fn above(&mut self, first: bool) -> Vec<Line<'t>> {
        let mut above = std::mem::take(&mut self.pending);
        above.dedup_by(|next, line| *next == Line::Blank && *line == Line::Blank);
        if first && above.first() == Some(&Line::Blank) {
            above.remove(0);
        }
        above
    }

    fn unfit(&mut self, column: usize) -> super::Left {
        self.at += column;
        self.left("this line is indented in a way that is not understood")
    }

    /// Reads what stands behind the `:` or the `-` of a part at `column`.
    fn value(&mut self, part: &mut Part<'t>, column: usize) -> Read<()> {
        let before = self.at;
        self.skip_blanks();
        if matches!(self.peek(), None | Some(b'\n' | b'#')) {
            self.at = before;
            part.mark = self.end_of_line()?;
            return self.value_below(part, column);
        }
        let nested = part.key.is_none() && (self.is_item() || self.is_key()?);
        if !nested {
            return self.single(part, column);
        }
        if self.text[before..self.at].contains('\t') {
            return Err(self.left("a tab stands before this"));
        }
        let own = self.column();
        let collection = if self.is_item() {
            self.list(own, Some(column))?
        } else {
            self.mapping(own, Some(column))?
        };
        part.value = Value::Collection(collection);
        Ok(())
    }

    fn value_below(&mut self, part: &mut Part<'t>, column: usize) -> Read<()> {
        match self.next_column()? {
            Some(next) if next > column => {
                self.at += next;
                if self.is_item() {
                    part.value = Value::Collection(self.list(next, Some(column))?);
                } else if self.is_key()? {
                    part.value = Value::Collection(self.mapping(next, Some(column))?);
                } else {
                    part.between = std::mem::take(&mut self.pending);
                    part.between.retain(|line| *line != Line::Blank);
                    part.below = true;
                    self.single(part, column)?;
                }
            }
            // A list may stand as far to the left as its key.
            Some(next) if next == column && part.key.is_some() && self.is_item_at(next) => {
                self.at += next;
                part.value = Value::Collection(self.list(next, Some(column))?);
            }
            _ => part.between = self.tail(column + 1, None),
        }
        Ok(())
    }

    /// Reads a value that is no list and no mapping told by indentation.
    fn single(&mut self, part: &mut Part<'t>, column: usize) -> Read<()> {
        part.value = match self.peek() {
            Some(b'|' | b'>') if part.below => {
                return Err(self.left("this stands on another line than its key"));
            }
            Some(b'|' | b'>') => return self.text(part, column),
            Some(b'[' | b'{') => Value::Collection(self.flow()?),
            Some(b'"' | b'\'') => Value::Scalar(Cow::Borrowed(self.quoted()?)),
            _ => Value::Scalar(Cow::Borrowed(self.plain(column)?)),
        };
        part.beside = self.end_of_line()?;
        self.next_column()?;
        part.after = self.tail(column + 1, None);
        Ok(())
    }

    /// Reads a text behind `|` or `>`.
    fn text(&mut self, part: &mut Part<'t>, column: usize) -> Read<()> {
        let line = self.line();
        let header = line.find([' ', '\t']).map_or(line, |end| &line[..end]);
        let start = self.at;
        self.at += header.len();
        part.beside = self.end_of_one_line()?;
        let mut block = Block {
            header,
            lines: Vec::new(),
        };
        let indent = if header.bytes().any(|byte| byte.is_ascii_digit()) {
            column + block.indent()
        } else {
            let mut lines = self.rest().split('\n');
            let first = lines.find(|line| !line.trim_matches(' ').is_empty());
            first.map_or(0, spaces).max(column + 1)
        };
        while self.at < self.text.len() {
            let line = self.line();
            let blank = line.trim_matches(' ').is_empty();
            if !blank && spaces(line) < indent {
                break;
            }
            let inside = line.get(indent..).unwrap_or_default();
            if blank && !inside.is_empty() && block.lines.iter().all(|line| line.is_empty()) {
                return Err(self.left_at(start, "this text begins with a line of spaces"));
            }
            block.lines.push(inside);
            self.next_line();
        }
        if !block.keeps() {
            let whole = block.lines.iter().rposition(|line| !line.is_empty());
            let whole = whole.map_or(0, |last| last + 1);
            if whole < block.lines.len() {
                self.pending.push(Line::Blank);
            }
            block.lines.truncate(whole);
        }
        part.value = Value::Text(block);
        Ok(())
    }

    fn key(&mut self) -> Read<Key<'t>> {
        if !self.is_key()? {
            return Err(self.left("this is not understood as a key"));
        }
        let raw = if let Some(b'"' | b'\'') = self.peek() {
            self.quoted()?
        } else {
            let line = self.line();
            let end = colon(line).unwrap_or(line.len());
            self.at += end;
            line[..end].trim_end()
        };
        self.skip_blanks();
        self.at += 1;
        Ok(Key {
            raw: Cow::Borrowed(raw),
            name: name(raw),
        })
    }

    /// Whether an item of a list begins here.
    fn is_item(&self) -> bool {
        self.is_item_at(0)
    }

    fn is_item_at(&self, ahead: usize) -> bool {
        self.text[self.at + ahead..]
            .strip_prefix('-')
            .is_some_and(is_apart)
    }

    /// Whether an entry of a mapping begins here.
    fn is_key(&self) -> Read<bool> {
        let line = self.line();
        if line.strip_prefix('?').is_some_and(is_apart) {
            return Err(self.left("a key behind `?` is not understood"));
        }
        Ok(match self.peek() {
            Some(b'"' | b'\'') => {
                let mut ahead = Reader {
                    text: &self.text[..self.at + line.len()],
                    at: self.at,
                    pending: Vec::new(),
                };
                if ahead.quoted().is_err() {
                    return Ok(false);
                }
                ahead.skip_blanks();
                ahead.rest().strip_prefix(':').is_some_and(is_apart)
            }
            Some(b'[' | b'{' | b'|' | b'>' | b'&' | b'*' | b'!') => false,
            _ => colon(line).is_some(),
        })
    }
}

/// What a key says.
pub(super) fn name(raw: &str) -> String {
    if raw.starts_with(['"', '\'']) {
        let node = crate::yaml::parse(raw).ok();
        let text = node.as_ref().and_then(|node| node.as_text());
        return text.unwrap_or(raw).to_owned();
    }
    raw.to_owned()
}

/// The `:` that ends the key with which a line begins.
fn colon(line: &str) -> Option<usize> {
    let comment = line.find(" #").unwrap_or(line.len());
    let mut colons = line[..comment].match_indices(':');
    colons
        .find(|(at, _)| is_apart(&line[at + 1..]))
        .map(|(at, _)| at)
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How many of the lines above the first entry speak of the file and not of the entry:
/// those that an empty line parts from it, and those that are for editors and lawyers.
fn head_length(lines: &[Line<'_>]) -> usize {
    const OF_FILE: [&str; 7] = [
        "yaml-language-server:",
        "spdx-",
        "copyright",
        "licence",
        "license",
        "vim:",
        "-*-",
    ];
    let of_file = |line: &Line<'_>| match line {
        Line::Comment { text, .. } => {
            let text = text.to_lowercase();
            OF_FILE.iter().any(|mark| text.contains(mark))
        }
        _ => true,
    };
    lines.iter().rposition(of_file).map_or(0, |last| last + 1)
}
