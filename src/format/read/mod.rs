//! From the text to the tree.
//!
//! Only what the YAML library has read is read here, and only what the format needs of
//! YAML; whatever else stands in a file is refused, so that nothing is guessed.

mod block;
mod flow;
mod scalar;

use super::Left;
use super::tree::{Document, Line, Remark, Value};

/// Reads a text whose lines end in `\n`.
pub(super) fn read(text: &str) -> Result<Document<'_>, Left> {
    let odd = |c: char| matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut reader = Reader {
        text,
        at: 0,
        pending: Vec::new(),
    };
    if let Some((at, c)) = text.char_indices().find(|(_, c)| odd(*c)) {
        let reason = format!(
            "a line break of an unusual kind (U+{:04X}) stands here",
            u32::from(c)
        );
        return Err(reader.left_at(at, reason));
    }
    reader.document()
}

struct Reader<'t> {
    text: &'t str,
    /// The byte that is read next.
    at: usize,
    /// The empty lines and comments that stand above what is read next.
    pending: Vec<Line<'t>>,
}

type Read<T> = Result<T, Left>;

impl<'t> Reader<'t> {
    fn document(&mut self) -> Read<Document<'t>> {
        let mut column = self.next_column()?;
        let mut head = Vec::new();
        if self.line().trim_end() == "---" {
            head = std::mem::take(&mut self.pending);
            head.push(Line::Marker);
            self.next_line();
            column = self.next_column()?;
        }
        let Some(column) = column else {
            return Ok(Document {
                head,
                root: Value::Nothing,
                tail: std::mem::take(&mut self.pending),
            });
        };
        self.at += column;
        let root = self.root(column, &mut head)?;
        if self.next_column()?.is_some() {
            return Err(self.left("this stands behind the end of the file's list or mapping"));
        }
        Ok(Document {
            head,
            root,
            tail: std::mem::take(&mut self.pending),
        })
    }

    /// The rest of the text.
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The rest of the line, without its end.
    fn line(&self) -> &'t str {
        self.rest().split('\n').next().unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// How many bytes stand before this one on its line.
    fn column(&self) -> usize {
        let start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        self.at - start
    }

    /// Goes over spaces and tabs.
    fn skip_blanks(&mut self) -> usize {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        self.at += blanks;
        blanks
    }

    fn next_line(&mut self) {
        self.at = (self.at + self.line().len() + 1).min(self.text.len());
    }

    /// Goes over empty lines and comments, from the beginning of a line on, and tells how
    /// far what comes then is indented. `None` at the end of the text.
    fn next_column(&mut self) -> Read<Option<usize>> {
        while self.at < self.text.len() {
            let line = self.line();
            let own = line.trim_start_matches([' ', '\t']);
            let column = line.len() - own.len();
            if own.is_empty() {
                self.pending.push(Line::Blank);
            } else if own.starts_with('#') {
                let text = own.trim_end();
                self.pending.push(Line::Comment { text, column });
            } else if line[..column].contains('\t') {
                return Err(self.left("this line is indented with a tab"));
            } else {
                return Ok(Some(column));
            }
            self.next_line();
        }
        Ok(None)
    }

    /// The comments that are indented at least to `column`, and deeper than `outer`: they
    /// end a list or a mapping that stands there.
    fn tail(&mut self, column: usize, outer: Option<usize>) -> Vec<Line<'t>> {
        let inside = |line: &Line<'_>| match line {
            Line::Comment { column: own, .. } => {
                *own >= column && outer.is_none_or(|outer| *own > outer)
            }
            _ => true,
        };
        let mut run = self.pending.iter().take_while(|line| inside(line)).count();
        while run > 0 && self.pending[run - 1] == Line::Blank {
            run -= 1;
        }
        let rest = self.pending.split_off(run);
        std::mem::replace(&mut self.pending, rest)
    }

    /// Goes over the end of a line, behind which only a comment can stand, and over the
    /// lines on which that goes on.
    fn end_of_line(&mut self) -> Read<Option<Remark<'t>>> {
        let mut remark = self.end_of_one_line()?;
        if let Some(remark) = &mut remark {
            while let Some(more) = self.more(remark.column) {
                remark.more.push(more);
                self.next_line();
            }
        }
        Ok(remark)
    }

    /// The comment that stands alone on the line that begins here, at a column.
    fn more(&self, column: usize) -> Option<&'t str> {
        let line = self.line();
        let comment = line.trim_start_matches(' ');
        let is_more = comment.starts_with('#') && line.len() - comment.len() == column;
        is_more.then(|| comment.trim_end())
    }

    /// The comment that begins here.
    fn remark(&self, apart: bool) -> Remark<'t> {
        let start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        Remark {
            text: self.line().trim_end(),
            column: self.text[start..self.at].chars().count(),
            more: Vec::new(),
            apart,
        }
    }

    fn end_of_one_line(&mut self) -> Read<Option<Remark<'t>>> {
        let before = self.at;
        let blanks = self.skip_blanks();
        let line = self.line();
        let remark = if line.is_empty() {
            None
        } else if line.starts_with('#') && blanks > 0 {
            Some(self.remark(&self.text[before..self.at] != " "))
        } else {
            return Err(self.left("this does not belong to the value before it"));
        };
        self.next_line();
        Ok(remark)
    }

    fn left(&self, reason: impl Into<String>) -> Left {
        self.left_at(self.at, reason)
    }

    fn left_at(&self, at: usize, reason: impl Into<String>) -> Left {
        Left::at(self.text, at, reason)
    }
}

/// Whether a text goes on with a space, a tab or the end of its line.
fn is_apart(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t', '\n'])
}
