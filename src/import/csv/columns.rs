//! Which column holds what.

use std::collections::BTreeMap;

use ::csv::StringRecord;

use crate::diagnostic::did_you_mean;
use crate::import::{Options, Unreadable};
use crate::text::{is_unfit, turns_direction};

/// What a column can hold: our name, and the plain names by which it is recognised.
#[rustfmt::skip]
pub(super) const FIELDS: &[(&str, &[&str])] = &[
    ("id", &["id"]),
    ("title", &["title", "headline", "name", "event", "eventname", "eventtitle", "subject", "what"]),
    ("when", &["when", "date", "startdate", "start", "begin", "begins", "datestart", "eventdate", "day"]),
    ("time", &["time", "starttime"]),
    ("end", &["end", "enddate", "until", "finish", "ends", "dateend"]),
    ("end_time", &["endtime"]),
    ("year", &["year"]),
    ("month", &["month"]),
    ("day", &["day"]),
    ("end_year", &["endyear"]),
    ("end_month", &["endmonth"]),
    ("end_day", &["endday"]),
    ("said_when", &["displaydate", "saidwhen", "datetext"]),
    ("summary", &["summary", "text", "description", "details", "notes", "note", "body", "content", "abstract"]),
    ("kind", &["kind"]),
    ("status", &["status"]),
    ("actors", &["actors", "actor", "who", "people", "participants", "attendees"]),
    ("topics", &["topics", "topic", "tags", "tag", "category", "categories", "group", "theme"]),
    ("type", &["type"]),
    ("where", &["where", "place", "location", "city", "venue"]),
    ("link", &["link", "links", "url", "source", "sources", "sourceurl", "media", "website", "reference"]),
    ("link_title", &["linktitle", "sourcetitle", "sourcename"]),
    ("outlet", &["outlet", "publisher", "publication"]),
    ("published", &["published", "publisheddate", "publicationdate"]),
    ("caption", &["mediacaption", "caption"]),
    ("credit", &["mediacredit", "credit"]),
];

/// Fields that several columns can fill.
const MANY: &[&str] = &["summary", "actors", "topics", "link"];

/// Which columns hold what.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The columns of each field, by their numbers.
    of: BTreeMap<&'static str, Vec<usize>>,
    /// The names of all columns, for people.
    pub(super) names: Vec<String>,
}

/// A name without what tells nothing: `End Date` is `enddate`.
pub(super) fn key(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

impl Columns {
    /// Finds the columns: those that the options name, then those with plain names.
    pub(super) fn find(header: &StringRecord, options: &Options) -> Result<Self, Unreadable> {
        let mut names: Vec<String> = Vec::new();
        for (number, name) in header.iter().enumerate() {
            let mut name = crate::text::one_line(name);
            name.retain(|c| !is_unfit(c) && !turns_direction(c) && c != '`');
            if name.is_empty() || names.contains(&name) {
                names.push(format!("{name} (column {})", number + 1).trim().to_owned());
            } else {
                names.push(name);
            }
        }
        let mut columns = Columns {
            of: BTreeMap::new(),
            names,
        };
        let mut chosen: Vec<&str> = Vec::new();
        for (ours, theirs) in &options.map {
            let field = field(ours)?;
            chosen.push(field);
            if !theirs.is_empty() {
                let number = columns.number(theirs)?;
                columns.of.entry(field).or_default().push(number);
            }
        }
        let taken: Vec<usize> = columns.of.values().flatten().copied().collect();
        let keys: Vec<String> = columns.names.iter().map(|name| key(name)).collect();
        for (field, known) in FIELDS {
            if chosen.contains(field) {
                continue;
            }
            for known in *known {
                let found = keys.iter().position(|key| key == known);
                let Some(number) = found.filter(|number| !taken.contains(number)) else {
                    continue;
                };
                // `Day` is a date, unless there is a year beside it.
                let year = keys.iter().any(|key| key == "year");
                if *known == "day" && year == (*field == "when") {
                    continue;
                }
                let slot = columns.of.entry(field).or_default();
                if slot.is_empty() || MANY.contains(field) {
                    slot.push(number);
                }
            }
        }
        Ok(columns)
    }

    fn number(&self, theirs: &str) -> Result<usize, Unreadable> {
        let exact = self.names.iter().position(|name| name == theirs.trim());
        let like = || self.names.iter().position(|name| key(name) == key(theirs));
        exact.or_else(like).ok_or_else(|| {
            let close = did_you_mean(theirs, self.names.iter().map(String::as_str));
            let close =
                close.map_or_else(String::new, |close| format!(", did you mean `{close}`?"));
            Unreadable::new(format!(
                "there is no column `{theirs}`{close}; the columns are {}",
                self.listed()
            ))
        })
    }

    /// The names of the columns, for people.
    pub(super) fn listed(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    }

    /// Whether a field has a column.
    pub(super) fn has(&self, field: &str) -> bool {
        self.of.contains_key(field)
    }

    /// The numbers of a field's columns.
    pub(super) fn of(&self, field: &str) -> &[usize] {
        self.of.get(field).map_or(&[], Vec::as_slice)
    }

    /// What a field's first column is called; the field's own name if it has none.
    pub(super) fn name<'c>(&'c self, field: &'c str) -> &'c str {
        let number = self.of(field).first();
        let name = number.and_then(|number| self.names.get(*number));
        name.map_or(field, String::as_str)
    }

    /// Whether a column fills a field.
    pub(super) fn is_used(&self, number: usize) -> bool {
        self.of.values().any(|numbers| numbers.contains(&number))
    }

    /// Which columns were taken for what, for people.
    pub(super) fn taken(&self) -> String {
        let mut taken = Vec::new();
        for (field, _) in FIELDS {
            for number in self.of(field) {
                taken.push(format!("{field}={}", self.names[*number]));
            }
        }
        let taken: Vec<String> = taken.iter().map(|pair| format!("`{pair}`")).collect();
        taken.join(", ")
    }
}

fn field(ours: &str) -> Result<&'static str, Unreadable> {
    let found = FIELDS.iter().find(|(field, _)| *field == ours);
    found.map(|(field, _)| *field).ok_or_else(|| {
        let all: Vec<&str> = FIELDS.iter().map(|(field, _)| *field).collect();
        let close = did_you_mean(ours, all.iter().copied());
        let close = close.map_or_else(String::new, |close| format!(", did you mean `{close}`?"));
        Unreadable::new(format!(
            "no field is called `{ours}`{close}; there are {}",
            all.join(", ")
        ))
    })
}
