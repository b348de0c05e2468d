//! A line of time, as a table that can be filled in.
//!
//! The columns of the table lie between all the places where anything begins or ends, so
//! that what a cell spans is as exact as on the drawn line.

use super::paragraph::{Paragraph, Style};
use super::table::{Cell, Row, Table, WIDTH};
use super::text::Text;
use crate::views::{LineView, MarkView};

/// The places on a line where columns of the table begin, in twentieths of a point.
struct Places(Vec<usize>);

/// How narrow a cell is that a letter still fits in.
const LETTER: usize = 340;

/// The line, blank or filled in.
pub(super) fn write(text: &mut Text<'_>, line: &LineView) {
    let ticks: Vec<usize> = line.ticks.iter().map(|tick| place(tick.x)).collect();
    let ends = |mark: &MarkView| [place(mark.x), place(mark.x + mark.width)];
    let mut places = ticks.clone();
    if text.key {
        places.extend(line.marks.iter().flat_map(ends));
    }
    places.sort_unstable();
    places.dedup();
    let places = Places(places);
    let columns = places.0.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut table = Table::new("TimeLine", columns);
    let head = Row {
        head: true,
        height: 0,
    };
    let named = |said: &str| {
        let paragraph = Paragraph::new(Style::Tick);
        Cell::new(vec![paragraph.with_next().say(said)])
    };
    if line.ticks.iter().any(|tick| tick.under.is_some()) {
        let groups: Vec<(usize, &str)> = (line.ticks.iter().zip(&ticks))
            .filter_map(|(tick, at)| Some((*at, tick.under.as_deref()?)))
            .collect();
        let ends = groups.iter().skip(1).map(|(at, _)| *at);
        let ends = ends.chain(ticks.last().copied());
        let cells = groups.iter().zip(ends).map(|((from, name), to)| {
            let name = Paragraph::new(Style::Tick).with_next().strong(name);
            Cell::new(vec![name]).over(places.between(*from, to))
        });
        table.row(head, cells.collect());
    }
    let parts = || ticks.windows(2).map(|pair| (pair[0], pair[1]));
    let cells = parts().zip(&line.ticks);
    table.row(
        head,
        cells
            .map(|((from, to), tick)| named(&tick.name).over(places.between(from, to)))
            .collect(),
    );
    if text.key {
        for mark in &line.marks {
            table.row(Row::default(), marked(&places, &ticks, mark));
        }
    } else {
        let row = Row {
            head: false,
            height: 3000,
        };
        let cells = parts().map(|(from, to)| named("").over(places.between(from, to)));
        table.row(row, cells.collect());
    }
    text.add_table(table.element());
}

/// A row of the key: grey from the first day that is possible to the last.
fn marked(places: &Places, ticks: &[usize], mark: &MarkView) -> Vec<Cell> {
    let (from, to) = (place(mark.x), place(mark.x + mark.width));
    let mut cuts: Vec<usize> = ticks
        .iter()
        .copied()
        .filter(|at| *at < from || *at > to)
        .collect();
    cuts.extend([from, to]);
    cuts.sort_unstable();
    cuts.dedup();
    let spans: Vec<(usize, usize)> = cuts.windows(2).map(|pair| (pair[0], pair[1])).collect();
    let fits = |(begin, end): &(usize, usize)| end - begin >= LETTER;
    // Its letter stands in it, or beside it where it is too narrow.
    let own = spans.iter().position(|span| span.0 == from);
    let own = own.unwrap_or_default();
    let after = (own..spans.len()).find(|at| fits(&spans[*at]));
    let letter = after.or_else(|| (0..own).rfind(|at| fits(&spans[*at])));
    let cells = spans.iter().enumerate().map(|(number, (begin, end))| {
        let mut paragraph = Paragraph::new(Style::Tick);
        if letter == Some(number) {
            paragraph = paragraph.letter(&mark.letter);
        }
        let cell = Cell::new(vec![paragraph]).over(places.between(*begin, *end));
        if number == own {
            cell.shaded("BFBFBF")
        } else {
            cell
        }
    });
    cells.collect()
}

impl Places {
    /// How many columns there are between two places.
    fn between(&self, from: usize, to: usize) -> usize {
        let inside = self.0.iter().filter(|at| (from..to).contains(at));
        inside.count().max(1)
    }
}

/// A place on the line, of which the length is 1000, in the table.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place within the width of a page"
)]
fn place(x: f64) -> usize {
    (x.clamp(0.0, 1000.0) / 1000.0 * WIDTH as f64).round() as usize
}
