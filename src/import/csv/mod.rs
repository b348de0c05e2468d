//! Tables as text: the spreadsheet of `TimelineJS`, our own `events.csv`, and any other.

mod columns;
mod row;
mod table;

use columns::{Columns, key};
use row::{DERIVED, Flavour, Rows};

use super::dates::Dates;
use super::{Input, Losses, Manner, Options, Place, Read, Unreadable};

/// Whether the header has columns with all these names.
fn has_columns(input: &Input, names: &[&str]) -> bool {
    if input.is_folder || input.text().trim_start().starts_with(['{', '<']) {
        return false;
    }
    let header = table::header(input.text());
    let keys: Vec<String> = header.iter().map(key).collect();
    names.iter().all(|name| keys.iter().any(|key| key == name))
}

/// Whether this is the spreadsheet of `TimelineJS`.
pub(super) fn fits_timelinejs(input: &Input) -> bool {
    has_columns(input, &["headline", "media"])
        && (has_columns(input, &["year"]) || has_columns(input, &["startdate"]))
}

/// Whether this is an `events.csv` that `dateline build` wrote.
pub(super) fn fits_dateline(input: &Input) -> bool {
    has_columns(
        input,
        &[
            "id", "title", "kind", "status", "when", "earliest", "latest", "whentext",
        ],
    )
}

/// Whether this is a table at all: it ends in `csv` or `tsv`, or its header has two plain
/// names.
pub(super) fn fits_any(input: &Input) -> bool {
    if input.is_folder || input.text().trim_start().starts_with(['{', '[', '<']) {
        return false;
    }
    matches!(&*input.ending(), "csv" | "tsv" | "tab") || {
        let header = table::header(input.text());
        let known = |cell: &&str| {
            let cell = key(cell);
            columns::FIELDS
                .iter()
                .any(|(_, names)| names.contains(&&*cell))
        };
        header.iter().filter(known).count() > 1
    }
}

pub(super) fn read_timelinejs(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    read(input, options, Flavour::TimelineJs, losses)
}

pub(super) fn read_dateline(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    let mut options = options.clone();
    options.separator = options.separator.or(Some(';'));
    // The address of its page on a site is not that of a report.
    if !options.map.iter().any(|(ours, _)| ours == "link") {
        options.map.push(("link".to_owned(), String::new()));
    }
    read(input, &options, Flavour::Dateline, losses)
}

pub(super) fn read_any(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    read(input, options, Flavour::Any, losses)
}

fn read(
    input: &Input,
    options: &Options,
    flavour: Flavour,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    let table = table::read(input.text())?;
    if table.header.is_empty() {
        return Err(Unreadable::new("nothing is in this file"));
    }
    let columns = Columns::find(&table.header, options)?;
    if !columns.has("when") && !columns.has("year") {
        return Err(Unreadable {
            place: line(table.header_line),
            message: format!(
                "no column is known for a date; say which with `--map when=COLUMN`. The columns are {}",
                columns.listed()
            ),
        });
    }
    let what = format!("these columns were taken: {}", columns.taken());
    losses.tell(&line(table.header_line), None, Manner::Assumed, what);
    if flavour == Flavour::Dateline {
        let what = format!(
            "these columns follow from the event files, and were passed over: `{}`",
            DERIVED.join("`, `")
        );
        losses.tell(&line(table.header_line), None, Manner::Changed, what);
    }
    if let (Some(first), Some(last)) = (table.empty.first(), table.empty.last()) {
        let what = match table.empty.len() {
            1 => "passed over an empty row".to_owned(),
            many => format!("passed over {many} empty rows, the last on line {last}"),
        };
        losses.tell(&line(*first), None, Manner::Changed, what);
    }
    let mut texts = Vec::new();
    for field in ["when", "end"] {
        for number in columns.of(field).iter().take(1) {
            let cells = table.rows.iter().map(|(at, row)| {
                let cell = row.get(*number).unwrap_or_default();
                (line(*at), cell)
            });
            texts.extend(cells);
        }
    }
    let dates = Dates::of(options, texts, losses);
    let mut rows = Rows {
        columns: &columns,
        dates,
        separator: options.separator,
        flavour,
        read: Read::default(),
        losses,
    };
    for (at, row) in &table.rows {
        rows.add(line(*at), row);
    }
    Ok(rows.read)
}

fn line(line: usize) -> Place {
    Place {
        line: Some(line),
        ..Place::default()
    }
}
