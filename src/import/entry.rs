//! What a reader gives: a record of another tool's file, taken apart.

use crate::edtf::Edtf;
use crate::schema::{Kind, Status};

/// Where something stands in the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file inside the folder that was given; nothing if it was a file.
    pub file: Option<String>,
    /// The line, from 1, where lines mean something to people.
    pub line: Option<usize>,
    /// What it is called in the input: `row 3`, `events[2]`, the `UID` of an entry.
    pub name: Option<String>,
}

/// A record of the input, as far as it is understood. All texts are those of people, not
/// yet ids; Markdown is safe: made by us, or with what could hurt taken out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// Its id in the event files, where the input tells that (a CSV of our own).
    pub id: Option<String>,
    /// The headline, plain text on one line; empty if there is none.
    pub title: String,
    /// When it happened. Nothing if no date can be made of what the input says: then
    /// `said_when` has its words.
    pub when: Option<Edtf>,
    /// The input's own words for the date, where they say more.
    pub said_when: Option<String>,
    /// The summary, in Markdown.
    pub summary: String,
    /// The kind, where the input names one of ours.
    pub kind: Option<Kind>,
    /// The status, where the input tells it.
    pub status: Option<Status>,
    /// Those who took part.
    pub actors: Vec<Named>,
    /// What it is about: groups, categories, tags.
    pub topics: Vec<String>,
    /// Where it happened.
    pub location: Option<Named>,
    /// The pages and reports that it names.
    pub links: Vec<Link>,
}

/// Somebody or something with a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// The name as the input has it.
    pub name: String,
    /// Its id in the event files, where the input tells that (a CSV of our own).
    pub id: Option<String>,
}

/// A page that an entry points to: it becomes a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Its address: http or https.
    pub url: String,
    /// Its title, or the words of the link.
    pub title: Option<String>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// When it appeared.
    pub published: Option<Edtf>,
    /// Something else that is said of it, plain text: the caption and credit of a picture.
    pub note: Option<String>,
}

impl Entry {
    /// All that it holds, for the report: a record that was left out is not lost in it.
    pub fn content(&self) -> String {
        let mut parts: Vec<(&str, String)> = Vec::new();
        parts.push(("title", self.title.clone()));
        let when = self.when.as_ref().map(ToString::to_string);
        parts.push(("date", when.unwrap_or_default()));
        parts.push(("date as given", self.said_when.clone().unwrap_or_default()));
        parts.push(("kind", self.kind.map_or("", |kind| kind.word).to_owned()));
        let status = self.status.map_or("", |status| status.word());
        parts.push(("status", status.to_owned()));
        parts.push(("text", self.summary.clone()));
        let actors = self.actors.iter().map(|actor| &*actor.name);
        parts.push(("actors", actors.collect::<Vec<_>>().join("; ")));
        parts.push(("topics", self.topics.join("; ")));
        let place = self.location.as_ref().map(|place| place.name.clone());
        parts.push(("where", place.unwrap_or_default()));
        for link in &self.links {
            parts.push(("link", link.to_string()));
        }
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        let parts = parts.map(|(name, text)| format!("{name} {}", super::quoted(&text)));
        parts.collect::<Vec<_>>().join(", ")
    }
}

impl std::fmt::Display for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let published = self.published.as_ref().map(ToString::to_string);
        let said = [
            self.title.clone(),
            self.outlet.clone(),
            published,
            self.note.clone(),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        f.write_str(&self.url)?;
        if said.is_empty() {
            return Ok(());
        }
        write!(f, " ({})", said.join(", "))
    }
}

impl Place {
    /// A line of a file.
    pub fn line(file: &super::InputFile, line: usize) -> Self {
        Place {
            file: file.name.clone(),
            line: Some(line),
            name: None,
        }
    }

    /// Something with a name.
    pub fn named(file: &super::InputFile, name: impl Into<String>) -> Self {
        Place {
            file: file.name.clone(),
            line: None,
            name: Some(name.into()),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let line = self.line.map(|line| format!("line {line}"));
        let name = self.name.as_deref().map(super::quoted);
        let parts = [self.file.clone(), line, name];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        f.write_str(&parts.join(", "))
    }
}
