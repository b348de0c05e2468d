//! Tables as text, for spreadsheets and other programs.

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table with these columns.
    pub(super) fn new(columns: &'static [&'static str]) -> Self {
        let rows = Vec::new();
        Table { columns, rows }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: impl Into<Vec<Cell>>) {
        self.rows.push(cells.into());
    }

    /// As CSV (RFC 4180). It begins with a byte order mark: a spreadsheet takes the text for
    /// UTF-8 by that, and for something else without it.
    pub(crate) fn csv(&self) -> String {
        let mut csv = format!("\u{feff}{}\r\n", self.columns.join(","));
        csv += &self.csv_rows();
        csv
    }

    /// The rows as CSV, without the head.
    pub(super) fn csv_rows(&self) -> String {
        let mut csv = String::new();
        for row in &self.rows {
            for (number, cell) in row.iter().enumerate() {
                if number > 0 {
                    csv.push(',');
                }
                cell.write_csv(&mut csv);
            }
            csv += "\r\n";
        }
        csv
    }

    /// With tabs between the cells, for programs that read lines: line breaks and tabs in a
    /// cell become spaces.
    pub(crate) fn tsv(&self) -> String {
        let mut tsv = self.columns.join("\t") + "\n";
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(Cell::in_tsv).collect();
            tsv += &cells.join("\t");
            tsv.push('\n');
        }
        tsv
    }
}

/// A cell.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    /// Text.
    Text(String),
    /// A number, which is written as it is.
    Number(String),
}

impl Cell {
    /// Text.
    pub(super) fn text(text: impl AsRef<str>) -> Self {
        Cell::Text(text.as_ref().to_owned())
    }

    /// Text, or an empty cell.
    pub(super) fn maybe(text: Option<impl AsRef<str>>) -> Self {
        text.map_or_else(|| Cell::Text(String::new()), Cell::text)
    }

    /// A count.
    pub(super) fn count(count: usize) -> Self {
        Cell::Number(count.to_string())
    }

    /// Several texts in one cell.
    pub(super) fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut list = String::new();
        for text in texts {
            if !list.is_empty() {
                list.push_str("; ");
            }
            list.push_str(text.as_ref());
        }
        Cell::Text(list)
    }

    fn write_csv(&self, csv: &mut String) {
        let text = match self {
            Cell::Number(number) => {
                csv.push_str(number);
                return;
            }
            Cell::Text(text) => text,
        };
        let mark = if is_formula(text) { "'" } else { "" };
        // Behind the mark nothing is in front that a program could take away.
        let spaced = text.trim_end() != text || (mark.is_empty() && text.trim_start() != text);
        if !spaced
            && !text
                .bytes()
                .any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r'))
        {
            csv.push_str(mark);
            csv.push_str(text);
            return;
        }
        csv.push('"');
        csv.push_str(mark);
        for (number, part) in text.split('"').enumerate() {
            if number > 0 {
                csv.push_str("\"\"");
            }
            csv.push_str(part);
        }
        csv.push('"');
    }

    fn in_tsv(&self) -> String {
        let (Cell::Number(text) | Cell::Text(text)) = self;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether a spreadsheet would reckon with a text. Such a text is written with an apostrophe
/// before it, which says that it is text.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: &[Cell]) -> Table {
        let mut table = Table::new(&["a", "b"]);
        table.row(cells);
        table
    }

    fn written(cells: &[Cell]) -> String {
        table(cells).csv()
    }

    #[test]
    fn lines_stay_lines_between_tabs() {
        let table = table(&[Cell::text("a\tb\nc"), Cell::text("=1, \"x\"")]);
        assert_eq!(table.tsv(), "a\tb\na b c\t=1, \"x\"\n");
    }

    #[test]
    fn cells_are_quoted_where_they_need_it() {
        assert_eq!(
            written(&[Cell::text("plain text"), Cell::text("a, \"b\"\nc")]),
            "\u{feff}a,b\r\nplain text,\"a, \"\"b\"\"\nc\"\r\n"
        );
        assert_eq!(
            written(&[Cell::list(["x", "y"]), Cell::maybe(None::<&str>)]),
            "\u{feff}a,b\r\nx; y,\r\n"
        );
    }

    #[test]
    fn no_text_is_taken_for_a_formula_and_numbers_stay_numbers() {
        for text in ["=1+1", "+1", "-1", "@a", "-0044-03-15", "\t=1", "＝1"] {
            assert_eq!(
                written(&[Cell::text(text), Cell::Number("-1.25".to_owned())]),
                format!("\u{feff}a,b\r\n'{text},-1.25\r\n")
            );
        }
    }
}
