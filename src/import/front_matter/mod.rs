//! Markdown and text files with YAML front matter, as site generators and note books
//! keep them: one file an event.

pub(super) mod body;
mod document;
mod fields;
mod values;

use super::dates::{NoDate, Reading, between};
use super::{
    Dates, Entry, Input, InputFile, Losses, Manner, Named, Options, Place, Read, Unreadable, quoted,
};
use crate::text::one_line;
use crate::yaml::Node;
use document::{Document, Key, Split, document, split};
use fields::Fields;
use values::{bare, kind_of, links, name, scalar, shown, status_of};

/// How the names of files with a text end.
const ENDINGS: &[&str] = &[
    "md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd", "txt", "text",
];

/// Whether it is a text with front matter, or a folder in which there is one.
pub(super) fn fits(input: &Input) -> bool {
    let mut texts = input.files.iter().filter(|file| is_text(input, file));
    texts.any(|file| matches!(split(&file.text), Split::Yaml { .. } | Split::Toml))
}

pub(super) fn read(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    let fields = Fields::of(options)?;
    let mut documents = Vec::new();
    for file in &input.files {
        if input.is_folder && !is_text(input, file) {
            let place = Place {
                file: file.name.clone(),
                ..Place::default()
            };
            losses.tell(
                &place,
                None,
                Manner::LeftOut,
                "this is no Markdown or text file",
            );
            continue;
        }
        documents.extend(document(input, file, &fields, losses));
    }
    let dates: Vec<(Place, String)> = documents.iter().flat_map(Document::dates).collect();
    let all = dates
        .iter()
        .map(|(place, text)| (place.clone(), text.as_str()));
    let reader = Reader {
        dates: Dates::of(options, all, losses),
        separator: options.separator.unwrap_or(','),
        body_first: !fields.names_summary(),
    };
    let entries = documents
        .iter()
        .map(|document| reader.entry(document, losses));
    Ok(Read {
        entries: entries.collect(),
        ..Read::default()
    })
}

fn is_text(input: &Input, file: &InputFile) -> bool {
    let name = file.name.as_deref().unwrap_or(&input.name);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending.to_lowercase().as_str())
}

struct Reader {
    dates: Dates,
    separator: char,
    /// Whether the text under the front matter is the summary.
    body_first: bool,
}

impl Reader {
    fn entry(&self, document: &Document<'_>, losses: &mut Losses) -> Entry {
        let mut entry = Entry {
            place: Place {
                file: document.file.name.clone(),
                ..Place::default()
            },
            ..Entry::default()
        };
        let (mut text, told) = body::markdown(document.body);
        for what in told {
            losses.tell(&entry.place, None, Manner::Changed, what);
        }
        title(document, &mut entry, &mut text, losses);
        self.date(document, &mut entry, losses);
        let has_body = !text.is_empty();
        let mut summary = String::new();
        for key in &document.keys {
            let place = document.place(key);
            match key.field {
                Some("title" | "when" | "end") if scalar(&key.value).is_some() => {}
                Some("said_when") if scalar(&key.value).is_some() => {
                    entry.said_when = scalar(&key.value).map(|text| one_line(&text));
                }
                Some("summary")
                    if !(self.body_first && has_body) && scalar(&key.value).is_some() =>
                {
                    let (words, told) = body::markdown(&scalar(&key.value).unwrap_or_default());
                    for what in told {
                        losses.tell(&place, Some(&key.name), Manner::Changed, what);
                    }
                    summary = words;
                }
                Some("kind") if kind_of(&key.value).is_some() => entry.kind = kind_of(&key.value),
                Some("status") if status_of(&key.value).is_some() => {
                    entry.status = status_of(&key.value);
                }
                Some("topics") => {
                    for topic in self.names(key, &place, losses) {
                        let topic = topic.trim_start_matches('#').to_owned();
                        if !entry.topics.contains(&topic) {
                            entry.topics.push(topic);
                        }
                    }
                }
                Some("actors") => {
                    for name in self.names(key, &place, losses) {
                        entry.actors.push(Named { name, id: None });
                    }
                }
                Some("where") => {
                    let names = match &key.value {
                        // A place may have a comma in its name.
                        Node::Text(text) => vec![one_line(&bare(text))],
                        _ => self.names(key, &place, losses),
                    };
                    for name in names.into_iter().filter(|name| !name.is_empty()) {
                        if entry.location.is_none() {
                            entry.location = Some(Named { name, id: None });
                        } else {
                            losses.no_place(&place, &key.name, &name);
                        }
                    }
                }
                Some("link") => links(key, &place, &mut entry, losses),
                Some("draft") if key.value == Node::Bool(false) => {}
                Some("shown") if key.value == Node::Bool(true) => {}
                Some("draft" | "shown") if matches!(key.value, Node::Bool(_)) => {
                    let what = "it is a draft, and was taken all the same";
                    losses.tell(&place, Some(&key.name), Manner::NoPlace, what);
                }
                _ => losses.no_place(&place, &key.name, &shown(&key.value)),
            }
        }
        if summary.is_empty() {
            entry.summary = text;
        } else {
            losses.no_place(&entry.place, "the text under the front matter", &text);
            entry.summary = summary;
        }
        entry
    }

    fn date(&self, document: &Document<'_>, entry: &mut Entry, losses: &mut Losses) {
        let read = |field: &str| match document.text(field) {
            Some((key, text)) => (Some(key), self.dates.read(&text)),
            None => (None, Err(NoDate::Empty)),
        };
        let (key, start) = read("when");
        let (_, end) = read("end");
        let mut found = between(start, end);
        if found == Err(NoDate::Empty)
            && let Some(reading) = date_of_name(&document.name)
        {
            found = Ok(reading);
        }
        // The line of the key says more than the file.
        let place = entry.place.clone();
        if let Some(key) = key {
            entry.place.line = key.line;
        }
        let name = key.map_or("the file's name", |key| key.name.as_str());
        entry.take_date(name, found, losses);
        entry.place = place;
    }

    /// The names in a value: a list, or a text in which they are parted.
    fn names(&self, key: &Key, place: &Place, losses: &mut Losses) -> Vec<String> {
        let items: Vec<String> = match &key.value {
            Node::List(items) => items
                .iter()
                .filter_map(|item| name(item, key, place, losses))
                .collect(),
            Node::Text(text) => text.split(self.separator).map(str::to_owned).collect(),
            other => name(other, key, place, losses).into_iter().collect(),
        };
        let mut names: Vec<String> = items.iter().map(|item| one_line(&bare(item))).collect();
        names.retain(|name| !name.is_empty());
        names
    }
}

/// The title: of its key, else the first heading, else the file's name.
fn title(document: &Document<'_>, entry: &mut Entry, text: &mut String, losses: &mut Losses) {
    let heading = text
        .strip_prefix("# ")
        .map(|rest| rest.lines().next().unwrap_or_default());
    let heading = heading.map(|heading| {
        one_line(&crate::markdown::to_text(
            heading.trim_end_matches(['#', ' ']),
        ))
    });
    let given = document
        .text("title")
        .map(|(_, title)| title)
        .filter(|title| !title.is_empty());
    if let Some(heading) =
        heading.filter(|heading| given.as_ref().is_none_or(|title| title == heading))
    {
        let end = text.find('\n').unwrap_or(text.len());
        *text = text[end..].trim_start().to_owned();
        entry.title = heading;
        return;
    }
    if let Some(title) = given {
        entry.title = title;
        return;
    }
    let name = document.name.as_str();
    let bare = name.trim_start_matches(|c: char| c.is_ascii_digit() || "-_ ".contains(c));
    let bare = if bare.is_empty() { name } else { bare };
    entry.title = one_line(&bare.replace(['-', '_'], " "));
    let what = format!(
        "there is no title: {} was made of the file's name",
        quoted(&entry.title)
    );
    losses.tell(&entry.place, Some("title"), Manner::Assumed, what);
}

/// The date with which the name of a file begins.
fn date_of_name(name: &str) -> Option<Reading> {
    let when = name.get(..10)?.parse().ok()?;
    let what = format!("there is no date: `{when}` was taken from the file's name");
    Some(Reading {
        when,
        said: None,
        remarks: vec![(Manner::Assumed, what)],
    })
}

#[cfg(test)]
mod tests;
