//! From the tree to the text.

use super::Left;
use super::tree::{Block, Collection, Document, Form, Line, Part, Remark, Value};

/// How many columns a list of words may have on one line.
const WIDTH: usize = 100;

/// Writes a file's text. Lines end in `\n`.
pub(super) fn print(document: &Document<'_>) -> Result<String, Left> {
    let mut printer = Printer::default();
    printer.lines(&document.head, 0);
    if let Value::Collection(root) = &document.root {
        if let Some(flat) = flat_if_fit(root, 0) {
            printer.begin(0);
            printer.text += &flat;
            printer.text.push('\n');
        } else {
            printer.parts(root, 0)?;
        }
    }
    printer.lines(&document.tail, 0);
    Ok(printer.text)
}

#[derive(Default)]
struct Printer {
    text: String,
    /// Whether an empty line comes before the next one.
    blank: bool,
    /// Whether an empty line would become part of the text above it.
    kept: bool,
    /// Whether the next line has begun: behind a dash.
    begun: bool,
}

impl Printer {
    /// Begins a line.
    fn begin(&mut self, indent: usize) {
        if std::mem::take(&mut self.begun) {
            self.blank = false;
            return;
        }
        if self.blank && !self.kept && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.blank = false;
        self.kept = false;
        self.text += &" ".repeat(indent);
    }

    fn lines(&mut self, lines: &[Line<'_>], indent: usize) {
        for line in lines {
            match line {
                Line::Blank => self.blank = true,
                Line::Comment { text, .. } => {
                    self.begin(indent);
                    self.text += text;
                    self.text.push('\n');
                }
                Line::Marker => {
                    self.begin(0);
                    self.text += "---\n";
                }
            }
        }
    }

    /// Ends a line.
    fn end(&mut self, remark: Option<&Remark<'_>>) {
        if let Some(remark) = remark {
            let start = self.text.rfind('\n').map_or(0, |at| at + 1);
            // Behind a dash alone a comment above the first key would go on with it.
            let dash = self.text[start..].trim_start_matches([' ', '-']).is_empty();
            self.text += if remark.apart || dash { "  " } else { " " };
            let column = width(&self.text[start..]);
            self.text += remark.text;
            for more in &remark.more {
                self.text += &format!("\n{}{more}", " ".repeat(column));
            }
        }
        self.text.push('\n');
    }

    fn parts(&mut self, collection: &Collection<'_>, indent: usize) -> Result<(), Left> {
        for part in &collection.parts {
            if !self.begun {
                self.lines(&part.above, indent);
            }
            if let Some(key) = &part.key {
                self.begin(indent);
                self.text += &key.raw;
                self.text.push(':');
            } else {
                self.lifted(part, indent);
                self.begin(indent);
                self.text.push('-');
            }
            self.value(part, indent)?;
        }
        self.lines(&collection.tail, indent);
        Ok(())
    }

    /// The comments above the first entry of an item: they stand above its dash.
    fn lifted(&mut self, item: &Part<'_>, indent: usize) {
        let Some(inside) = inline(item, indent) else {
            return;
        };
        for line in inside.parts.iter().take(1).flat_map(|part| &part.above) {
            if *line != Line::Blank {
                self.lines(&[*line], indent);
            }
        }
    }

    /// Writes what stands behind the `:` or the `-` of a part, and its line's end.
    fn value(&mut self, part: &Part<'_>, indent: usize) -> Result<(), Left> {
        let inner = indent + 2;
        match &part.value {
            Value::Nothing => {
                self.end(part.mark.as_ref());
                self.lines(&part.between, inner);
            }
            Value::Scalar(raw) => {
                let commented = part.mark.is_some() || !part.between.is_empty();
                let below = commented || (part.below && part.key.is_some());
                self.single(part, raw, below, inner);
            }
            Value::Text(block) => {
                self.text.push(' ');
                self.text += block.header;
                self.end(part.beside.as_ref());
                self.block(block, indent);
            }
            Value::Collection(collection) => self.collection(part, collection, indent)?,
        }
        self.lines(&part.after, inner);
        Ok(())
    }

    fn single(&mut self, part: &Part<'_>, raw: &str, below: bool, indent: usize) {
        if below {
            self.end(part.mark.as_ref());
            self.lines(&part.between, indent);
            self.begin(indent);
        } else {
            self.text.push(' ');
        }
        let double = raw.starts_with('"');
        for (number, line) in raw.split('\n').enumerate() {
            let mut line = line;
            if number > 0 {
                self.text.push('\n');
                line = line.trim_start_matches([' ', '\t']);
                if !line.is_empty() {
                    self.text += &" ".repeat(indent);
                }
            }
            let trimmed = line.trim_end_matches([' ', '\t']);
            // A space behind `\` belongs to the text.
            let escaped = double && trimmed.ends_with('\\');
            self.text += if escaped { line } else { trimmed };
        }
        self.end(part.beside.as_ref());
    }

    fn block(&mut self, block: &Block<'_>, indent: usize) {
        let spaces = " ".repeat(indent + block.indent());
        for line in &block.lines {
            if !line.is_empty() {
                self.text += &spaces;
                self.text += line;
            }
            self.text.push('\n');
        }
        self.blank = false;
        self.kept = block.keeps();
    }

    fn collection(
        &mut self,
        part: &Part<'_>,
        collection: &Collection<'_>,
        indent: usize,
    ) -> Result<(), Left> {
        let commented = part.mark.is_some() || !part.between.is_empty();
        let remark = part.mark.as_ref().or(part.beside.as_ref());
        let both = part.mark.is_some() && part.beside.is_some();
        let place = if commented && collection.flow() {
            indent + 2
        } else {
            indent + part.key.as_ref().map_or(1, |key| width(&key.raw) + 1) + 1
        };
        if let Some(flat) = flat_if_fit(collection, place) {
            // A comment on the line of the key of a list of lines goes behind the brackets.
            let below = collection.flow() && commented;
            let mut moved = Part::new(Vec::new());
            moved.between.clone_from(&part.between);
            (moved.mark, moved.beside) = if below {
                (part.mark.clone(), part.beside.clone())
            } else {
                (None, remark.cloned())
            };
            self.single(&moved, &flat, below, indent + 2);
            return Ok(());
        }
        if both || !part.between.is_empty() {
            return Err(Left::somewhere(
                "comments stand around brackets that have to be written on several lines",
            ));
        }
        if inline(part, indent).is_some() {
            self.text.push(' ');
            self.begun = true;
        } else {
            self.end(remark);
        }
        self.parts(collection, indent + 2)
    }
}

/// The collection that begins on the line of an item's dash, if it is one that does.
fn inline<'p, 't>(item: &'p Part<'t>, indent: usize) -> Option<&'p Collection<'t>> {
    let Value::Collection(inside) = &item.value else {
        return None;
    };
    let commented = inside
        .parts
        .first()
        .is_some_and(|first| first.above.iter().any(|line| *line != Line::Blank));
    let bare = item.mark.is_none() && item.beside.is_none() && item.between.is_empty();
    let begins = item.key.is_none() && bare && !(inside.list && commented);
    (begins && flat_if_fit(inside, indent + 2).is_none()).then_some(inside)
}

/// A collection on one line, if it belongs there: a list of words that fits the line on
/// which it begins at `column`, or what its author has written in brackets.
fn flat_if_fit(collection: &Collection<'_>, column: usize) -> Option<String> {
    if !collection.flow() && !collection.words {
        return None;
    }
    let grouped = collection
        .parts
        .iter()
        .any(|part| part.above.contains(&Line::Blank));
    if grouped {
        return None;
    }
    let flat = flat(collection)?;
    let measured = collection.words || collection.form == Form::Spread;
    let fits = collection.parts.is_empty() || column + width(&flat) <= WIDTH;
    (!measured || fits).then_some(flat)
}

/// A collection on one line, unless it holds what needs lines of its own.
fn flat(collection: &Collection<'_>) -> Option<String> {
    if collection.is_commented() || !(collection.flow() || collection.words) {
        return None;
    }
    let parts = collection.parts.iter().map(|part| {
        let value = match &part.value {
            Value::Scalar(raw) if !raw.contains('\n') => raw.to_string(),
            Value::Collection(inside) => flat(inside)?,
            _ => return None,
        };
        Some(match &part.key {
            Some(key) => format!("{}: {value}", key.raw),
            None => value,
        })
    });
    let parts = parts.collect::<Option<Vec<_>>>()?.join(", ");
    Some(if collection.list {
        format!("[{parts}]")
    } else {
        format!("{{{parts}}}")
    })
}

fn width(text: &str) -> usize {
    text.chars().count()
}
