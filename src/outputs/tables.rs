//! `events.csv` and `claims.csv`: a row an event, a row a claim.

use std::io::{self, Write};

use super::csv::{Cell, Table};
use super::parts::in_parts;
use super::{Piece, RenderError};
use crate::edtf::Bound;
use crate::model::{ClaimKey, Event, Known};
use crate::schema::{ClaimRecord, Date, Number, Speaker};
use crate::views::{Site, absolute, place_name};

/// What a row of `events.csv` has. Columns may be added at the end, never renamed or moved.
const EVENTS: &[&str] = &[
    "id",
    "title",
    "kind",
    "status",
    "when",
    "earliest",
    "latest",
    "when_text",
    "place",
    "actors",
    "topics",
    "summary",
    "claims",
    "reports",
    "origins",
    "first_reported",
    "url",
];

/// What a row of `claims.csv` has.
const CLAIMS: &[&str] = &[
    "event",
    "id",
    "text",
    "speaker",
    "speaker_kind",
    "of",
    "said",
    "hedge",
    "measure",
    "value",
    "to",
    "comparator",
    "unit",
    "period",
    "relations",
    "reported_by",
    "reports",
    "origins",
    "url",
];

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    let events = table(site, "events.csv", EVENTS, |site, number, table| {
        table.row(event_row(site, number));
    });
    let claims = table(site, "claims.csv", CLAIMS, |site, number, table| {
        let event = &site.timeline.events.as_slice()[number];
        for (claim_number, claim) in event.claims.iter().enumerate() {
            table.row(claim_row(site, (number, claim_number), event, claim));
        }
    });
    Ok(vec![events, claims])
}

/// Adds the rows of the event with this number.
type Rows = fn(&Site<'_>, usize, &mut Table);

/// A table as a file.
fn table<'s>(
    site: &'s Site<'_>,
    path: &str,
    columns: &'static [&'static str],
    rows: Rows,
) -> Piece<'s> {
    if site.is_large() {
        return Piece::long_one(path, move |out| write_rows(site, columns, out, rows));
    }
    Piece::new(path, move |bytes| {
        write_rows(site, columns, bytes, rows).map_err(|error| askama::Error::Custom(error.into()))
    })
}

/// A table as CSV, with the rows of each event.
fn write_rows(
    site: &Site<'_>,
    columns: &'static [&'static str],
    csv: &mut dyn Write,
    rows: Rows,
) -> io::Result<()> {
    csv.write_all(Table::new(columns).csv().as_bytes())?;
    in_parts(site.timeline.events.len(), csv, |part| {
        let mut table = Table::new(columns);
        for number in part {
            rows(site, number, &mut table);
        }
        Ok(table.csv_rows())
    })
}

/// A table of the events with these numbers, a row each.
pub(crate) fn events_table(site: &Site<'_>, events: impl IntoIterator<Item = usize>) -> Table {
    let mut table = Table::new(EVENTS);
    for number in events {
        table.row(event_row(site, number));
    }
    table
}

fn event_row(site: &Site<'_>, number: usize) -> [Cell; EVENTS.len()] {
    let event = &site.timeline.events.as_slice()[number];
    let words = site.in_words(number);
    let day = |bound: Bound| Cell::maybe(bound.day().map(|day| day.to_string()));
    let first = Known::of_event(site.timeline, event).first;
    [
        Cell::text(&*event.id),
        Cell::text(&*event.title),
        Cell::text(event.kind.word),
        Cell::text(event.status.word()),
        Cell::text(event.when.to_string()),
        day(event.when.earliest()),
        day(event.when.latest()),
        Cell::text(words.date),
        Cell::maybe(event.place.as_ref().map(|place| place_name(site, place))),
        Cell::list(site.names_in(event)),
        Cell::list(event.topics.iter().map(|topic| &**topic)),
        Cell::maybe(words.text()),
        Cell::count(event.claims.len()),
        Cell::count(site.reports(event)),
        Cell::count(site.event_origins[number]),
        Cell::maybe(first.map(|day| day.to_string())),
        Cell::text(address(site, &format!("events/{}/", event.id), "")),
    ]
}

fn claim_row(
    site: &Site<'_>,
    key: ClaimKey,
    event: &Event,
    claim: &ClaimRecord,
) -> [Cell; CLAIMS.len()] {
    let (kind, of) = match &claim.by {
        Speaker::Actor(_) => ("actor", None),
        Speaker::Anonymous(someone) => (
            "anonymous",
            someone.of.as_ref().map(|of| site.actor_name(of)),
        ),
        Speaker::Report(_) => ("report", None),
    };
    let figure = claim.figure.as_ref();
    let number = |number: Number| Cell::Number(number.0.to_string());
    let empty = Cell::text("");
    let date = |date: &Date| date.to_string();
    let mut reported_by: Vec<&str> = Vec::new();
    for report in claim.reported_by.iter() {
        if !reported_by.contains(&&*report.source) {
            reported_by.push(&report.source);
        }
    }
    let origins = &site.origins[key.0][key.1];
    [
        Cell::text(&*event.id),
        Cell::text(&*claim.id),
        Cell::text(&*claim.text),
        Cell::text(site.speaker_name(&claim.by)),
        Cell::text(kind),
        Cell::maybe(of),
        Cell::maybe(claim.said.as_ref().map(date)),
        Cell::text(claim.hedge.word()),
        Cell::maybe(figure.map(|figure| &*figure.measure)),
        figure.map_or_else(|| empty.clone(), |figure| number(figure.value)),
        figure
            .and_then(|figure| figure.to)
            .map_or_else(|| empty.clone(), number),
        Cell::maybe(figure.map(|figure| figure.comparator.word())),
        Cell::maybe(figure.and_then(|figure| figure.unit.as_deref())),
        Cell::maybe(figure.and_then(|figure| figure.period.as_ref()).map(date)),
        Cell::list(claim.relations.iter().map(|relation| {
            let target = &relation.target;
            let other = target.event.as_ref().unwrap_or(&event.id);
            format!("{} {other}/{}", relation.kind.word(), target.claim)
        })),
        Cell::list(&reported_by),
        Cell::count(reported_by.len()),
        Cell::count(origins.count),
        Cell::text(address(
            site,
            &format!("events/{}/", event.id),
            &format!("#{}", claim.id),
        )),
    ]
}

/// The address of a page: absolute where the site has one, else from the site's root.
fn address(site: &Site<'_>, page: &str, anchor: &str) -> String {
    match &site.timeline.about.base_url {
        Some(base) => format!("{}{anchor}", absolute(base, page)),
        None => format!("{page}index.html{anchor}"),
    }
}
