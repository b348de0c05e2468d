//! Tables as text (RFC 4180), for spreadsheets.

/// A table.
#[derive(Debug)]
pub(super) struct Csv(String);

impl Csv {
    /// A table with these columns. It begins with a byte order mark: a spreadsheet takes the
    /// text for UTF-8 by that, and for something else without it.
    pub(super) fn new(columns: &[&str]) -> Self {
        let mut csv = Csv("\u{feff}".to_owned());
        csv.row(
            columns
                .iter()
                .map(|column| Cell::Text((*column).to_owned())),
        );
        csv
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        for (number, cell) in cells.into_iter().enumerate() {
            if number > 0 {
                self.0.push(',');
            }
            self.0.push_str(&cell.written());
        }
        self.0.push_str("\r\n");
    }

    /// All of it.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) enum Cell {
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

    fn written(&self) -> String {
        let text = match self {
            Cell::Number(number) => return number.clone(),
            Cell::Text(text) if is_formula(text) => format!("'{text}"),
            Cell::Text(text) => text.clone(),
        };
        if text.contains([',', '"', '\n', '\r']) || text != text.trim() {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
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

    fn written(cells: &[Cell]) -> String {
        let mut csv = Csv::new(&["a", "b"]);
        csv.row(cells.iter().cloned());
        csv.into_string()
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
