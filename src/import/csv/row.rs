//! A row becomes an entry.

use ::csv::StringRecord;

use super::columns::Columns;
use crate::import::dates::{Dates, NoDate, Reading, between};
use crate::import::html::{from_either, from_text, is_html, to_markdown, web_address};
use crate::import::timelinejs::{Media, put_media, put_title, tell_era};
use crate::import::{Entry, Link, Losses, Manner, Named, Place, Read, quoted};
use crate::schema::{KINDS, Kind, Status};

/// Whose table it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flavour {
    /// Texts are HTML; the column `Type` tells titles and eras from events.
    TimelineJs,
    /// Our own: ids stand in it, and what follows from the rest.
    Dateline,
    /// Somebody's.
    Any,
}

/// What the rows become.
pub(super) struct Rows<'r> {
    pub(super) columns: &'r Columns,
    pub(super) dates: Dates,
    pub(super) separator: Option<char>,
    pub(super) flavour: Flavour,
    pub(super) read: Read,
    pub(super) losses: &'r mut Losses,
}

/// Columns of our own table that follow from others.
pub(super) const DERIVED: &[&str] = &[
    "earliest",
    "latest",
    "when_text",
    "origins",
    "first_reported",
    "url",
];

/// A cell without the apostrophe that keeps a spreadsheet from reckoning with it.
fn cell(row: &StringRecord, number: usize) -> &str {
    let text = row.get(number).unwrap_or_default().trim();
    match text.strip_prefix('\'') {
        Some(rest)
            if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) =>
        {
            rest
        }
        _ => text,
    }
}

impl Rows<'_> {
    pub(super) fn add(&mut self, place: Place, row: &StringRecord) {
        let mut entry = Entry {
            place,
            ..Entry::default()
        };
        self.texts(&mut entry, row);
        self.date(&mut entry, row);
        self.words(&mut entry, row);
        self.lists(&mut entry, row);
        self.links(&mut entry, row);
        let sort = self.sort(&mut entry, row);
        self.rest(&entry, row);
        match sort {
            Sort::Event => self.read.entries.push(entry),
            Sort::Title => put_title(&mut self.read, entry, self.losses),
            Sort::Era => {
                tell_era(&mut entry, self.losses);
                self.read.entries.push(entry);
            }
        }
    }

    /// The text of a field with one column.
    fn one<'t>(&self, field: &str, row: &'t StringRecord) -> &'t str {
        let number = self.columns.of(field).first();
        number.map_or("", |number| cell(row, *number))
    }

    /// The texts of a field, each with the name of its column.
    fn all<'t>(&self, field: &str, row: &'t StringRecord) -> Vec<(String, &'t str)> {
        let numbers = self.columns.of(field).iter();
        let cells = numbers.map(|number| (self.columns.names[*number].clone(), cell(row, *number)));
        cells.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// A text that may be HTML, as one line.
    fn line(&mut self, place: &Place, column: &str, text: &str) -> String {
        let converted = match self.flavour {
            Flavour::TimelineJs => to_markdown(text),
            Flavour::Any => from_either(text),
            Flavour::Dateline => return crate::text::one_line(text),
        };
        converted.into_line().told(place, Some(column), self.losses)
    }

    fn texts(&mut self, entry: &mut Entry, row: &StringRecord) {
        let id = self.one("id", row);
        if self.flavour == Flavour::Dateline && !id.is_empty() {
            entry.id = Some(id.to_owned());
        } else {
            let column = self.columns.name("id");
            self.losses.no_place(&entry.place, column, id);
        }
        let title = self.one("title", row);
        entry.title = self.line(&entry.place, self.columns.name("title"), title);
        for (column, text) in self.all("summary", row) {
            let converted = match self.flavour {
                Flavour::TimelineJs => to_markdown(text),
                Flavour::Any => from_either(text),
                Flavour::Dateline => from_text(text),
            };
            let text = converted.told(&entry.place, Some(&column), self.losses);
            if !entry.summary.is_empty() {
                entry.summary.push_str("\n\n");
            }
            entry.summary.push_str(&text);
        }
        let said = self.one("said_when", row);
        if !said.is_empty() {
            let column = self.columns.name("said_when");
            entry.said_when = Some(self.line(&entry.place, column, said));
        }
    }

    fn date(&mut self, entry: &mut Entry, row: &StringRecord) {
        let whole = |date: &str, time: &str| {
            let text = if time.is_empty() || date.is_empty() {
                date.to_owned()
            } else {
                format!("{date} {time}")
            };
            let reading = self.dates.read(&text)?;
            // Words are somebody's own; numbers may be what a spreadsheet made of a year.
            if date.chars().any(char::is_alphabetic) || self.flavour == Flavour::Dateline {
                Ok(reading)
            } else {
                Ok(reading.forced())
            }
        };
        let of = |parts: [&str; 4], date: &str, time: &str| -> Result<Reading, NoDate> {
            let [year, month, day, _] = parts;
            if [year, month, day].iter().all(|part| part.is_empty()) {
                return whole(date, time);
            }
            if date.is_empty() {
                return self.dates.parts(parts);
            }
            // `2 April` in one column, `2024` in another.
            let joined = if date.contains(year) {
                date.to_owned()
            } else {
                format!("{date} {year}")
            };
            if let Ok(reading) = whole(&joined, time)
                && month.is_empty()
                && day.is_empty()
            {
                return Ok(reading);
            }
            let mut reading = self.dates.parts(parts)?;
            let what = format!("{} has no place beside `{}`", quoted(date), reading.when);
            reading.remarks.push((Manner::NoPlace, what));
            Ok(reading)
        };
        let one = |field: &str| self.one(field, row);
        let (time, end_time) = (one("time"), one("end_time"));
        let start_parts = [one("year"), one("month"), one("day"), time];
        let start = of(start_parts, one("when"), time);
        let mut end_parts = [one("end_year"), one("end_month"), one("end_day"), end_time];
        let mut end_date = one("end");
        // A time alone is one of the same day.
        if !end_time.is_empty()
            && end_date.is_empty()
            && end_parts[..3].iter().all(|p| p.is_empty())
        {
            end_date = one("when");
            end_parts = [start_parts[0], start_parts[1], start_parts[2], end_time];
        }
        let end = of(end_parts, end_date, end_time);
        let field = if self.columns.has("when") {
            "when"
        } else {
            "year"
        };
        let no_start = matches!(start, Err(NoDate::Empty));
        entry.take_date(self.columns.name(field), between(start, end), self.losses);
        if no_start {
            for (field, time) in [("time", time), ("end_time", end_time)] {
                self.losses
                    .no_place(&entry.place, self.columns.name(field), time);
            }
        }
    }

    /// Words of our vocabularies.
    fn words(&mut self, entry: &mut Entry, row: &StringRecord) {
        let word = |text: &str| text.to_lowercase().replace([' ', '_'], "-");
        let kind = self.one("kind", row);
        if !kind.is_empty() {
            let found = KINDS.iter().find(|entry| entry.word == word(kind));
            entry.kind = found.map(Kind::of);
            if found.is_none() {
                let what = format!("{} is none of our kinds of event", quoted(kind));
                let column = self.columns.name("kind");
                self.losses
                    .tell(&entry.place, Some(column), Manner::NoPlace, what);
            }
        }
        let status = self.one("status", row);
        if !status.is_empty() {
            let all = [
                Status::Planned,
                Status::Confirmed,
                Status::Happened,
                Status::Postponed,
                Status::Cancelled,
            ];
            let alike = word(status).replace("canceled", "cancelled");
            entry.status = all.into_iter().find(|status| status.word() == alike);
            if entry.status.is_none() {
                let what = format!("{} is none of our states of an event", quoted(status));
                let column = self.columns.name("status");
                self.losses
                    .tell(&entry.place, Some(column), Manner::NoPlace, what);
            }
        }
    }

    /// The values of a cell that holds several.
    fn split<'t>(&self, text: &'t str, commas: bool) -> Vec<&'t str> {
        let divides = |c: char| {
            matches!(c, ';' | '|' | '\n') || commas && c == ',' || self.separator == Some(c)
        };
        let parts = text.split(divides).map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }

    fn lists(&mut self, entry: &mut Entry, row: &StringRecord) {
        for (column, text) in self.all("actors", row) {
            let names = self.split(text, false);
            if let ([name], None) = (&names[..], self.separator)
                && name.contains(',')
            {
                let what = format!(
                    "{} is taken as one name; `--separator ,` says that commas part names",
                    quoted(name)
                );
                self.losses
                    .tell(&entry.place, Some(&column), Manner::Ambiguous, what);
            }
            for name in &names {
                if ![" and ", " & ", " / "].iter().any(|it| name.contains(it)) {
                    continue;
                }
                let what = format!("{} is taken as one name", quoted(name));
                self.losses
                    .tell(&entry.place, Some(&column), Manner::Ambiguous, what);
            }
            for name in names {
                let name = self.line(&entry.place, &column, name);
                entry.actors.push(Named { name, id: None });
            }
        }
        for (column, text) in self.all("topics", row) {
            for topic in self.split(text, true) {
                let topic = self.line(&entry.place, &column, topic);
                entry.topics.push(topic);
            }
        }
        let place = self.one("where", row);
        if !place.is_empty() {
            let name = self.line(&entry.place, self.columns.name("where"), place);
            entry.location = Some(Named { name, id: None });
        }
    }

    fn links(&mut self, entry: &mut Entry, row: &StringRecord) {
        let mut links: Vec<Link> = Vec::new();
        for (column, text) in self.all("link", row) {
            if is_html(text) && self.flavour == Flavour::TimelineJs {
                let media = Media {
                    url: (&column, text),
                    caption: ("", ""),
                    credit: ("", ""),
                };
                put_media(entry, &media, self.losses);
                continue;
            }
            for part in text
                .split_whitespace()
                .map(|part| part.trim_end_matches([',', ';']))
            {
                let Some(url) = web_address(part) else {
                    // What is no address is told as a whole.
                    links.retain(|link| !text.contains(&link.url));
                    let addresses: Vec<Link> = web_address(text)
                        .map(|url| Link {
                            url,
                            ..Link::default()
                        })
                        .into_iter()
                        .collect();
                    if addresses.is_empty() {
                        let what = format!("{} is no web address", quoted(text));
                        self.losses
                            .tell(&entry.place, Some(&column), Manner::NoPlace, what);
                    }
                    links.extend(addresses);
                    break;
                };
                if !links.iter().any(|link| link.url == url) {
                    links.push(Link {
                        url,
                        ..Link::default()
                    });
                }
            }
        }
        let caption = self.one("caption", row);
        let credit = self.one("credit", row);
        let fields = ["link_title", "outlet", "published"];
        let Some(first) = links.first_mut() else {
            for field in fields.iter().chain(&["caption", "credit"]) {
                let text = self.one(field, row);
                let column = self.columns.name(field);
                self.losses.no_place(&entry.place, column, text);
            }
            return;
        };
        let [title, outlet, published] = fields.map(|field| self.one(field, row));
        let some = |text: String| (!text.is_empty()).then_some(text);
        first.title = some(self.line(&entry.place, self.columns.name("link_title"), title));
        first.outlet = some(self.line(&entry.place, self.columns.name("outlet"), outlet));
        let mut dated = Entry {
            place: entry.place.clone(),
            ..Entry::default()
        };
        let column = self.columns.name("published");
        dated.take_date(column, self.dates.read(published), self.losses);
        first.published = dated.when;
        let caption = some(self.line(&entry.place, self.columns.name("caption"), caption));
        let credit = some(self.line(&entry.place, self.columns.name("credit"), credit));
        first.note = match (caption, credit) {
            (Some(caption), Some(credit)) => Some(format!("{caption} (credit: {credit})")),
            (Some(caption), None) => Some(caption),
            (None, Some(credit)) => Some(format!("Credit: {credit}")),
            (None, None) => None,
        };
        entry.links = links;
    }

    /// What the column for the type says: in `TimelineJS` what a row is, elsewhere a kind or
    /// a topic.
    fn sort(&mut self, entry: &mut Entry, row: &StringRecord) -> Sort {
        let text = self.one("type", row);
        let word = text.to_lowercase();
        match (&*word, self.flavour) {
            ("", _) => return Sort::Event,
            ("title" | "start", Flavour::TimelineJs) => return Sort::Title,
            ("era", Flavour::TimelineJs) => return Sort::Era,
            _ => {}
        }
        let kind = KINDS.iter().find(|entry| entry.word == word);
        if let Some(kind) = kind.filter(|_| entry.kind.is_none()) {
            entry.kind = Some(Kind::of(kind));
        } else {
            let topic = self.line(&entry.place, self.columns.name("type"), text);
            entry.topics.push(topic);
        }
        Sort::Event
    }

    /// Tells what stands in columns that fill nothing, and beside the columns.
    fn rest(&mut self, entry: &Entry, row: &StringRecord) {
        for number in 0..row.len() {
            let text = cell(row, number);
            if text.is_empty() || self.columns.is_used(number) {
                continue;
            }
            match self.columns.names.get(number) {
                Some(name) if self.flavour == Flavour::Dateline => {
                    if matches!(name.as_str(), "claims" | "reports") {
                        if text != "0" {
                            let what = format!("{text}: they do not stand in this table");
                            self.losses
                                .tell(&entry.place, Some(name), Manner::NoPlace, what);
                        }
                    } else if !DERIVED.contains(&name.as_str()) {
                        self.losses.no_place(&entry.place, name, text);
                    }
                }
                Some(name) => self.losses.no_place(&entry.place, name, text),
                None => {
                    let name = format!("column {}", number + 1);
                    self.losses.no_place(&entry.place, &name, text);
                }
            }
        }
        if row.len() < self.columns.names.len() {
            let what = format!(
                "the row has {} of {} cells",
                row.len(),
                self.columns.names.len()
            );
            self.losses.tell(&entry.place, None, Manner::Partly, what);
        }
    }
}

/// What a row is.
enum Sort {
    Event,
    Title,
    Era,
}
