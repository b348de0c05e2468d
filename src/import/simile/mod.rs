//! SIMILE Timeline: XML, and JSON as people write it.

mod script;
mod when;
mod xml;

use std::collections::HashSet;

use super::html::{Converted, to_markdown, web_address};
use super::{Dates, Entry, Input, Link, Losses, Manner, Options, Place, Read, Unreadable, quoted};

/// Names and values: of XML attributes, of JSON entries.
type Fields = Vec<(String, String)>;

/// A file, taken apart.
struct Data {
    /// What is said of all records.
    about: Fields,
    records: Vec<Record>,
}

/// A record, taken apart.
#[derive(Clone, Debug, Default)]
struct Record {
    place: Place,
    fields: Fields,
    /// What stands between the tags, HTML.
    html: String,
}

/// Whether it is XML with events in `data`, or an object with events that have a start.
pub(super) fn fits(input: &Input) -> bool {
    let text = input.text();
    let start = text.trim_start();
    if input.is_folder {
        return false;
    }
    if start.starts_with('<') {
        return start.contains("<data") && start.contains("<event");
    }
    let known = |key: &str| {
        text.contains(&format!("{key}:"))
            || text.contains(&format!("{key}\""))
            || text.contains(&format!("{key}'"))
    };
    let object = start.starts_with('{') || start.starts_with("var ") || start.starts_with('/');
    object
        && known("events")
        && (known("dateTimeFormat") || known("start") && known("title"))
        && !text.contains("\"start_date\"")
}

pub(super) fn read(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    options.refuse_map()?;
    let mut read = Read::default();
    for file in &input.files {
        let Data { about, records } = if file.text.trim_start().starts_with('<') {
            xml::records(file, losses)?
        } else {
            script::records(file, losses)?
        };
        let place = Place {
            file: file.name.clone(),
            ..Place::default()
        };
        for (name, value) in about {
            head(&place, &name, &value, losses);
        }
        let all = records.iter().flat_map(|record| {
            let dates = when::DATES.iter().filter_map(|name| record.get(name));
            dates.map(|date| (record.place.clone(), date))
        });
        let dates = Dates::of(options, all, losses);
        let entries = records.iter().map(|record| entry(record, dates, losses));
        read.entries.extend(entries);
    }
    Ok(read)
}

/// What is said of all records.
fn head(place: &Place, name: &str, value: &str, losses: &mut Losses) {
    let plain = name.replace('-', "").to_lowercase();
    let known = ["iso8601", "gregorian"].contains(&value.trim().to_lowercase().as_str());
    match plain.as_str() {
        "datetimeformat" if known => {}
        "datetimeformat" if !value.trim().is_empty() => {
            let what = format!(
                "{} is no form of dates that is known: they were read as they are",
                quoted(value)
            );
            losses.tell(place, Some(name), Manner::Assumed, what);
        }
        _ => losses.no_place(place, name, value),
    }
}

impl Record {
    /// The value under a name, if there is something in it.
    fn get(&self, name: &str) -> Option<&str> {
        let found = self
            .fields
            .iter()
            .find(|(found, value)| found == name && !value.trim().is_empty());
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it lasts from its start to its end, if that is said.
    fn lasts(&self) -> Option<bool> {
        let said = self
            .get("isDuration")
            .or_else(|| self.get("durationEvent"))?;
        match said.trim().to_lowercase().as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }
}

fn entry(record: &Record, dates: Dates, losses: &mut Losses) -> Entry {
    let mut entry = Entry {
        place: record.place.clone(),
        ..Entry::default()
    };
    let found = when::when(record, dates);
    entry.take_date("start", found, losses);
    let mut seen = HashSet::new();
    for (name, value) in &record.fields {
        let again = !seen.insert(name.as_str());
        match name.as_str() {
            "start" | "latestStart" | "earliestEnd" | "end" if !again => {}
            "isDuration" | "durationEvent" if record.lasts().is_some() && !again => {}
            "title" if !again => {
                let found = to_markdown(value).into_line();
                links(&mut entry, &found);
                entry.title = found.told(&record.place, Some(name), losses);
            }
            "description" if record.html.trim().is_empty() && !again => {
                entry.summary = to_markdown(value).told(&record.place, Some(name), losses);
            }
            "link" if web_address(value).is_some() => {
                let link = Link {
                    url: web_address(value).unwrap_or_default(),
                    ..Link::default()
                };
                links(
                    &mut entry,
                    &Converted {
                        links: vec![link],
                        ..Converted::default()
                    },
                );
            }
            _ => losses.no_place(&record.place, name, value),
        }
    }
    if !record.html.trim().is_empty() {
        entry.summary = to_markdown(&record.html).told(&record.place, Some("text"), losses);
    }
    entry
}

fn links(entry: &mut Entry, found: &Converted) {
    for link in &found.links {
        if !entry.links.iter().any(|other| other.url == link.url) {
            entry.links.push(link.clone());
        }
    }
}

#[cfg(test)]
mod tests;
