//! Tables.

use super::super::xml::{Element, element};
use super::paragraph::{Paragraph, Style};

/// The width of the text, in twentieths of a point: A4 without its margins.
pub(super) const WIDTH: usize = 9638;

/// A table that is being put together.
pub(super) struct Table {
    style: &'static str,
    columns: Vec<usize>,
    rows: Vec<Element>,
}

/// A cell.
pub(super) struct Cell {
    paragraphs: Vec<Paragraph>,
    /// How many columns it spans.
    span: usize,
    width: usize,
    shade: Option<&'static str>,
    bare: bool,
}

/// What a row is like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    /// Whether it is a head, which stands again on each page.
    pub(super) head: bool,
    /// How high it is at least.
    pub(super) height: usize,
}

impl Cell {
    /// A cell with these paragraphs.
    pub(super) fn new(paragraphs: Vec<Paragraph>) -> Self {
        Cell {
            paragraphs,
            span: 1,
            width: 0,
            shade: None,
            bare: false,
        }
    }

    /// A cell with a text.
    pub(super) fn say(text: &str) -> Self {
        Cell::new(vec![Paragraph::new(Style::Cell).say(text)])
    }

    /// The head of a column.
    pub(super) fn head(text: &str) -> Self {
        Cell::new(vec![Paragraph::new(Style::CellHead).say(text)]).shaded("EEEEEE")
    }

    /// A cell with a grey ground.
    pub(super) fn shaded(mut self, shade: &'static str) -> Self {
        self.shade = Some(shade);
        self
    }

    /// A cell over several columns.
    pub(super) fn over(mut self, columns: usize) -> Self {
        self.span = columns;
        self
    }

    /// A cell without a border.
    pub(super) fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    fn element(self) -> Element {
        let mut look = element("w:tcPr").add(
            element("w:tcW")
                .with("w:w", self.width.to_string())
                .with("w:type", "dxa"),
        );
        if self.span > 1 {
            look = look.add(element("w:gridSpan").with("w:val", self.span.to_string()));
        }
        if self.bare {
            let none = |name| element(name).with("w:val", "nil");
            look = look.add(
                element("w:tcBorders")
                    .add(none("w:top"))
                    .add(none("w:bottom"))
                    .add(none("w:right")),
            );
        }
        if let Some(shade) = self.shade {
            look = look.add(
                element("w:shd")
                    .with("w:val", "clear")
                    .with("w:color", "auto")
                    .with("w:fill", shade),
            );
        }
        let mut paragraphs = self.paragraphs;
        // A cell ends with a paragraph.
        if paragraphs.is_empty() {
            paragraphs.push(Paragraph::new(Style::Cell));
        }
        let paragraphs = paragraphs.into_iter().map(Paragraph::element);
        element("w:tc").add(look).add_all(paragraphs)
    }
}

impl Table {
    /// A table with columns of these widths.
    pub(super) fn new(style: &'static str, columns: Vec<usize>) -> Self {
        Table {
            style,
            columns,
            rows: Vec::new(),
        }
    }

    /// The widths of columns of which the first, with a name, is wider than the others.
    pub(super) fn widths(first: usize, others: usize) -> Vec<usize> {
        let first = if others == 0 { WIDTH } else { first };
        let rest = (WIDTH - first) / others.max(1);
        std::iter::once(first)
            .chain(std::iter::repeat_n(rest, others))
            .collect()
    }

    /// Adds a row.
    pub(super) fn row(&mut self, row: Row, cells: Vec<Cell>) {
        let mut look = element("w:trPr").add(element("w:cantSplit"));
        if row.height > 0 {
            look = look.add(
                element("w:trHeight")
                    .with("w:val", row.height.to_string())
                    .with("w:hRule", "atLeast"),
            );
        }
        if row.head {
            look = look.add(element("w:tblHeader"));
        }
        let mut at = 0;
        let cells = cells.into_iter().map(|mut cell| {
            let to = (at + cell.span).min(self.columns.len());
            cell.width = self.columns[at.min(to)..to].iter().sum();
            at = to;
            cell.element()
        });
        self.rows.push(element("w:tr").add(look).add_all(cells));
    }

    /// As it stands in the document.
    pub(super) fn element(self) -> Element {
        let columns = self.columns.iter();
        let columns = columns.map(|width| element("w:gridCol").with("w:w", width.to_string()));
        let width: usize = self.columns.iter().sum();
        element("w:tbl")
            .add(
                element("w:tblPr")
                    .add(element("w:tblStyle").with("w:val", self.style))
                    .add(
                        element("w:tblW")
                            .with("w:w", width.to_string())
                            .with("w:type", "dxa"),
                    )
                    .add(element("w:tblLayout").with("w:type", "fixed"))
                    .add(
                        element("w:tblLook")
                            .with("w:val", "0620")
                            .with("w:firstRow", "1")
                            .with("w:lastRow", "0")
                            .with("w:firstColumn", "0")
                            .with("w:lastColumn", "0")
                            .with("w:noHBand", "1")
                            .with("w:noVBand", "1"),
                    ),
            )
            .add(element("w:tblGrid").add_all(columns))
            .add_all(self.rows)
    }
}
