//! Markdown and text files with YAML front matter, as site generators and note books
//! keep them: one file an event.

pub(super) mod body;
mod fields;

use super::dates::{NoDate, Reading, between};
use super::html::web_address;
use super::{
    Dates, Entry, Input, InputFile, Link, Losses, Manner, Named, Options, Place, Read, Unreadable,
    quoted,
};
use crate::schema::{Kind, KINDS, Status};
use crate::text::one_line;
use crate::yaml::{self, Node, Path, Places};
use fields::Fields;

/// How the names of files with a text end.
const ENDINGS: &[&str] = &["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd", "txt", "text"];

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
            let place = Place { file: file.name.clone(), ..Place::default() };
            losses.tell(&place, None, Manner::LeftOut, "this is no Markdown or text file");
            continue;
        }
        documents.extend(document(input, file, &fields, losses));
    }
    let dates: Vec<(Place, String)> = documents.iter().flat_map(Document::dates).collect();
    let all = dates.iter().map(|(place, text)| (place.clone(), text.as_str()));
    let reader = Reader {
        dates: Dates::of(options, all, losses),
        separator: options.separator.unwrap_or(','),
        body_first: !fields.names_summary(),
    };
    let entries = documents.into_iter().map(|document| reader.entry(document, losses));
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

/// A text, taken apart.
enum Split<'t> {
    /// YAML, and the text under it.
    Yaml { front: &'t str, body: &'t str },
    /// Begun, and not ended.
    Open,
    /// In TOML, which is not read.
    Toml,
    /// None.
    No,
}

fn split(text: &str) -> Split<'_> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    match first.trim_end() {
        "---" => {}
        "+++" => return Split::Toml,
        _ => return Split::No,
    }
    let mut at = first.len();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Split::Yaml {
                front: &text[first.len()..at],
                body: &text[at + line.len()..],
            };
        }
        at += line.len();
    }
    Split::Open
}

/// A file with its keys.
struct Document<'t> {
    file: &'t InputFile,
    /// Its name without folders and ending.
    name: String,
    keys: Vec<Key>,
    body: &'t str,
}

/// A key with its value.
struct Key {
    name: String,
    line: Option<usize>,
    field: Option<&'static str>,
    value: Node,
}

fn document<'t>(
    input: &'t Input,
    file: &'t InputFile,
    fields: &Fields,
    losses: &mut Losses,
) -> Option<Document<'t>> {
    let path = file.name.as_deref().unwrap_or(&input.name);
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut document = Document {
        file,
        name: name.to_owned(),
        keys: Vec::new(),
        body: "",
    };
    let mut refuse = |line: usize, what: String| {
        losses.tell(&Place::line(file, line), None, Manner::LeftOut, what);
        None
    };
    match split(&file.text) {
        Split::Yaml { front, body } => {
            document.body = body;
            // Line ends would be part of values.
            let front = front.replace("\r\n", "\n");
            let node = match yaml::parse(&front) {
                Ok(node) => node,
                Err(problems) => {
                    let problem = problems.into_iter().next()?;
                    let before = front.get(..problem.span.start).unwrap_or_default();
                    let line = before.matches('\n').count() + 2;
                    return refuse(line, format!("its front matter cannot be read: {}", problem.message));
                }
            };
            document.keys = match &node {
                Node::Null => Vec::new(),
                Node::Map(entries) => keys(entries, &front, fields),
                other => return refuse(2, format!("its front matter is {}, not keys and values", other.what())),
            };
            Some(document)
        }
        Split::Open => refuse(1, "its front matter begins with `---` and does not end".to_owned()),
        Split::Toml => refuse(1, "its front matter is TOML (`+++`), which is not read; it can be made YAML (`---`)".to_owned()),
        Split::No => {
            document.body = &file.text;
            Some(document)
        }
    }
}

fn keys(entries: &yaml::Map, front: &str, fields: &Fields) -> Vec<Key> {
    let places = Places::of(front);
    let name = |node: &Node| scalar(node).unwrap_or_else(|| node.what().to_owned());
    let names: Vec<String> = entries.iter().map(|(key, _)| name(key)).collect();
    let found = fields.among(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let all = entries.iter().zip(names).zip(found).enumerate();
    all.map(|(number, (((_, value), name), field))| {
        let span = places.span(&Path::root().entry(number), true);
        let line = span.and_then(|span| Some(front.get(..span.start)?.matches('\n').count() + 2));
        Key {
            name,
            line,
            field,
            value: value.clone(),
        }
    })
    .collect()
}

/// A single value as text.
fn scalar(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone()),
        Node::Int(number) => Some(number.to_string()),
        Node::Float(number) => Some(number.to_string()),
        Node::Bool(truth) => Some(truth.to_string()),
        Node::Null | Node::List(_) | Node::Map(_) => None,
    }
}

impl Document<'_> {
    fn place(&self, key: &Key) -> Place {
        Place {
            file: self.file.name.clone(),
            line: key.line,
            name: None,
        }
    }

    /// All dates, for the order of their numbers.
    fn dates(&self) -> Vec<(Place, String)> {
        let dates = self.keys.iter().filter(|key| matches!(key.field, Some("when" | "end")));
        let texts = dates.filter_map(|key| Some((self.place(key), scalar(&key.value)?)));
        texts.collect()
    }

    /// The first value of a field.
    fn text(&self, field: &str) -> Option<(&Key, String)> {
        let key = self.keys.iter().find(|key| key.field == Some(field))?;
        Some((key, one_line(&bare(&scalar(&key.value)?))))
    }
}

/// A value without the marks of a link between notes.
fn bare(text: &str) -> String {
    let inside = text.trim().strip_prefix("[[").and_then(|text| text.strip_suffix("]]"));
    inside.map_or_else(|| text.to_owned(), |link| body::words_of_note(link).to_owned())
}

struct Reader {
    dates: Dates,
    separator: char,
    /// Whether the text under the front matter is the summary.
    body_first: bool,
}

impl Reader {
    fn entry(&self, document: Document<'_>, losses: &mut Losses) -> Entry {
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
        title(&document, &mut entry, &mut text, losses);
        self.date(&document, &mut entry, losses);
        let has_body = !text.is_empty();
        let mut summary = String::new();
        for key in &document.keys {
            let place = document.place(key);
            match key.field {
                Some("title" | "when" | "end") if scalar(&key.value).is_some() => {}
                Some("said_when") if scalar(&key.value).is_some() => {
                    entry.said_when = scalar(&key.value).map(|text| one_line(&text));
                }
                Some("summary") if !(self.body_first && has_body) && scalar(&key.value).is_some() => {
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
            Node::List(items) => items.iter().filter_map(|item| name(item, key, place, losses)).collect(),
            Node::Text(text) => text.split(self.separator).map(str::to_owned).collect(),
            other => name(other, key, place, losses).into_iter().collect(),
        };
        let mut names: Vec<String> = items.iter().map(|item| one_line(&bare(item))).collect();
        names.retain(|name| !name.is_empty());
        names
    }
}

/// The name in an item: itself, or what stands under `name` or `title` in it.
fn name(item: &Node, key: &Key, place: &Place, losses: &mut Losses) -> Option<String> {
    let Node::Map(entries) = item else {
        let text = scalar(item);
        if text.is_none() {
            losses.no_place(place, &key.name, &shown(item));
        }
        return text;
    };
    let at = ["name", "title", "label"].into_iter().find(|key| item.get(key).and_then(scalar).is_some());
    let mut found = None;
    for (inner, value) in entries {
        if at.is_some() && inner.as_text() == at && found.is_none() {
            found = scalar(value);
        } else {
            let inner = format!("{}.{}", key.name, shown(inner));
            losses.no_place(place, &inner, &shown(value));
        }
    }
    found
}

fn links(key: &Key, place: &Place, entry: &mut Entry, losses: &mut Losses) {
    let items = key.value.as_list().unwrap_or(std::slice::from_ref(&key.value));
    for item in items {
        let mut link = Link::default();
        match item {
            Node::Map(entries) => {
                for (name, value) in entries {
                    let text = scalar(value).map(|text| one_line(&text));
                    let slot = match (name.as_text(), &text) {
                        (Some("url" | "link" | "href"), Some(text)) if link.url.is_empty() => {
                            link.url = web_address(text).unwrap_or_default();
                            if !link.url.is_empty() {
                                continue;
                            }
                            None
                        }
                        (Some("title" | "name" | "label"), Some(_)) => Some(&mut link.title),
                        (Some("outlet" | "publisher" | "publication"), Some(_)) => Some(&mut link.outlet),
                        _ => None,
                    };
                    match slot {
                        Some(slot) if slot.is_none() => *slot = text,
                        _ => {
                            let inner = format!("{}.{}", key.name, shown(name));
                            losses.no_place(place, &inner, &shown(value));
                        }
                    }
                }
                if link.url.is_empty() {
                    let said = [link.title, link.outlet];
                    for text in said.iter().flatten() {
                        losses.no_place(place, &key.name, text);
                    }
                    continue;
                }
            }
            Node::Null => continue,
            other => {
                let text = scalar(other).unwrap_or_default();
                let text = text.trim();
                // `[words](address)`
                let parts = text.strip_prefix('[').and_then(|text| text.strip_suffix(')'));
                let parts = parts.and_then(|text| text.split_once("]("));
                let (title, address) = parts.map_or((None, text), |(title, address)| (Some(title), address));
                let Some(url) = web_address(address) else {
                    losses.no_place(place, &key.name, &shown(other));
                    continue;
                };
                link.url = url;
                link.title = title.map(one_line).filter(|title| !title.is_empty());
            }
        }
        if !entry.links.iter().any(|other| other.url == link.url) {
            entry.links.push(link);
        }
    }
}

/// The title: of its key, else the first heading, else the file's name.
fn title(document: &Document<'_>, entry: &mut Entry, text: &mut String, losses: &mut Losses) {
    let heading = text.strip_prefix("# ").map(|rest| rest.lines().next().unwrap_or_default());
    let heading = heading.map(|heading| one_line(&crate::markdown::to_text(heading.trim_end_matches(['#', ' ']))));
    let given = document.text("title").map(|(_, title)| title).filter(|title| !title.is_empty());
    if let Some(heading) = heading.filter(|heading| given.as_ref().is_none_or(|title| title == heading)) {
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
    let what = format!("there is no title: {} was made of the file's name", quoted(&entry.title));
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

fn kind_of(value: &Node) -> Option<Kind> {
    let word = value.as_text()?.trim().to_lowercase();
    KINDS.iter().find(|kind| kind.word == word).map(Kind::of)
}

fn status_of(value: &Node) -> Option<Status> {
    Some(match value.as_text()?.trim().to_lowercase().as_str() {
        "planned" => Status::Planned,
        "confirmed" => Status::Confirmed,
        "happened" => Status::Happened,
        "postponed" => Status::Postponed,
        "cancelled" | "canceled" => Status::Cancelled,
        _ => return None,
    })
}

/// A value in words of YAML, for people.
fn shown(value: &Node) -> String {
    match value {
        Node::Null => String::new(),
        value => scalar(value).unwrap_or_else(|| yaml::write(value).trim_end().to_owned()),
    }
}

#[cfg(test)]
mod tests;
