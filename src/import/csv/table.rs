//! A table as text: what stands between its values, its rows, and the lines of these.

use std::borrow::Cow;

use ::csv::{ReaderBuilder, StringRecord, Trim};

use crate::import::{MAX_RECORDS, Unreadable};

/// A table as it stands in the file.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The line of the header.
    pub(super) header_line: usize,
    /// The names of the columns.
    pub(super) header: StringRecord,
    /// The rows, each with the line on which it begins.
    pub(super) rows: Vec<(usize, StringRecord)>,
    /// The lines of the rows in which nothing stands.
    pub(super) empty: Vec<usize>,
}

/// A quotation mark that parts the table otherwise than was meant, by its byte: rows would
/// vanish into a cell.
#[derive(Debug, PartialEq, Eq)]
enum Stray {
    /// It opens a cell, and no other closes it.
    Open(usize),
    /// It closes a cell that goes on.
    Behind(usize),
}

/// The first stray quotation mark (RFC 4180, 2.5 to 2.7).
fn stray_quote(body: &[u8], delimiter: u8) -> Option<Stray> {
    let mut begins = true;
    let mut open: Option<usize> = None;
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        match (open, byte) {
            (None, b'"') if begins => open = Some(at),
            (None, byte) => begins = *byte == delimiter || matches!(byte, b'\n' | b'\r'),
            (Some(_), b'"') => match body.get(at + 1) {
                Some(b'"') => at += 1,
                None => open = None,
                Some(next) if *next == delimiter || matches!(next, b'\n' | b'\r') => {
                    open = None;
                    begins = false;
                }
                Some(_) => return Some(Stray::Behind(at)),
            },
            (Some(_), _) => {}
        }
        at += 1;
    }
    open.map(Stray::Open)
}

/// Reads a table.
pub(super) fn read(text: &str) -> Result<Table, Unreadable> {
    let (skipped, delimiter, body) = beginning(text);
    let body = newlines(body);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .trim(Trim::None)
        .from_reader(body.as_bytes());
    let mut table = Table::default();
    let mut lines = Lines::new(body.as_bytes(), skipped + 1);
    if let Some(stray) = stray_quote(body.as_bytes(), delimiter) {
        let mut unreadable = Unreadable::new(match stray {
            Stray::Open(_) => {
                "the quotation mark that opens a cell here is never closed; close it, or double it where it belongs to the text"
            }
            Stray::Behind(_) => {
                "something stands behind the quotation mark that closes a cell here; double the marks that belong to the text"
            }
        });
        let (Stray::Open(at) | Stray::Behind(at)) = stray;
        unreadable.place.line = Some(lines.of(at));
        return Err(unreadable);
    }
    loop {
        let mut record = StringRecord::new();
        let at = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let mut unreadable = Unreadable::new(format!("this is no table: {error}"));
                unreadable.place.line = Some(lines.of(at));
                return Err(unreadable);
            }
        }
        let line = lines.of(at);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            table.empty.push(line);
        } else if table.header.is_empty() {
            table.header_line = line;
            table.header = record;
        } else if table.rows.len() == MAX_RECORDS {
            return Err(Unreadable::new(format!(
                "there are more than {MAX_RECORDS} rows; divide the file"
            )));
        } else {
            table.rows.push((line, record));
        }
    }
    Ok(table)
}

/// The first row of a text that may be a table.
pub(super) fn header(text: &str) -> StringRecord {
    let (_, delimiter, body) = beginning(text);
    let end = body
        .char_indices()
        .nth(20_000)
        .map_or(body.len(), |(at, _)| at);
    let body = newlines(&body[..end]);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(body.as_bytes());
    let found = reader.records().map_while(Result::ok);
    let mut rows = found.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    rows.next().unwrap_or_default()
}

/// How many lines say how the table is written, what stands between its values, and the
/// table.
fn beginning(text: &str) -> (usize, u8, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    // The way of a spreadsheet to say what stands between the values.
    if let Some(&[delimiter]) = first
        .strip_prefix("sep=")
        .map(|rest| rest.trim().as_bytes())
        && delimiter.is_ascii_punctuation()
    {
        let rest = text[first.len()..].trim_start_matches('\r');
        return (1, delimiter, rest.strip_prefix('\n').unwrap_or(rest));
    }
    if first == "sep=\t" {
        let rest = text[first.len()..].trim_start_matches('\r');
        return (1, b'\t', rest.strip_prefix('\n').unwrap_or(rest));
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes().take(20_000) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (delimiter, count) in &mut counts {
                    *count += u32::from(*delimiter == byte);
                }
            }
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let delimiter = counts.iter().find(|(_, count)| *count == most);
    (0, delimiter.map_or(b',', |(delimiter, _)| *delimiter), text)
}

/// A text of which the lines end in `\r` alone has them end as others do.
fn newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') {
        Cow::Owned(text.replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Counts lines as an editor does, from the start to the end of a text once.
struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn new(bytes: &'t [u8], line: usize) -> Self {
        Lines { bytes, at: 0, line }
    }

    /// The line on which something begins that stands at or after a byte, but for empty
    /// lines.
    fn of(&mut self, at: usize) -> usize {
        let mut at = at.max(self.at).min(self.bytes.len());
        while matches!(self.bytes.get(at), Some(b'\n' | b'\r')) {
            at += 1;
        }
        let passed = &self.bytes[self.at..at];
        self.line += passed.split(|byte| *byte == b'\n').count() - 1;
        self.at = at;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_would_swallow_rows_is_found() {
        for (text, expected) in [
            ("a,b\n\"x\",\"y \"\"z\"\"\"\n", None),
            ("a\n5\" gun,\"\"\n", None),
            ("a,b\n1,\"He said\n2,c\n", Some(Stray::Open(6))),
            ("\"a\" b,c\n", Some(Stray::Behind(2))),
            ("\"a\"\r\n\"b\"", None),
        ] {
            assert_eq!(stray_quote(text.as_bytes(), b','), expected, "{text}");
        }
    }

    fn lines(text: &str) -> (usize, Vec<usize>, Vec<usize>) {
        let table = read(text).unwrap();
        let rows = table.rows.iter().map(|(line, _)| *line).collect();
        (table.header_line, rows, table.empty)
    }

    #[test]
    fn lines_are_those_of_an_editor() {
        assert_eq!(lines("a,b\n1,2\n3,4\n"), (1, vec![2, 3], vec![]));
        assert_eq!(lines("a,b\r\n1,2\r\n\r\n\r\n3,4"), (1, vec![2, 5], vec![]));
        assert_eq!(
            lines("\n\na,b\n\"1\n2\n3\",2\n,\n3,4\n"),
            (3, vec![4, 8], vec![7])
        );
        assert_eq!(lines("a,b\r1,2\r\r3,4\r"), (1, vec![2, 4], vec![]));
        assert_eq!(lines("sep=;\r\na;b\r\n1;2\r\n"), (2, vec![3], vec![]));
        assert_eq!(lines(""), (0, vec![], vec![]));
    }

    #[test]
    fn what_stands_between_the_values_is_told_by_the_first_row() {
        for text in [
            "a,b;c\n1,2\n",
            "\"a;;;\",b\n1,2\n",
            "a;b\n1,5;2\n",
            "a\tb\n1,2\t3\n",
            "a|b\n1|2\n",
            "sep=|\na|b\n1|2\n",
        ] {
            let table = read(text).unwrap();
            assert_eq!(
                (table.header.len(), table.rows[0].1.len()),
                (2, 2),
                "{text}"
            );
        }
    }
}
