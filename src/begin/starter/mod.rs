//! A new timeline, with one event that shows what an event can say.
//!
//! Nothing in it looks like news: the people are called Example, the addresses lead to
//! example.com, and every text says that it is to be replaced.

use super::event::{entry, modeline};
use super::guide::{Detail, Entry, item, keys, prose, tables};
use super::samples::{self, Names};
use crate::outputs::File;
use crate::schema::{
    ActorRecord, ClaimRecord, Decode, EventRecord, FILES, PlaceRecord, RecordShape, Shape,
    SourceRecord, TimelineRecord, json_schema,
};
use crate::yaml::{self, Node};

/// Where the JSON Schema of an event stands, as seen from the events.
pub const EVENT_SCHEMA: &str = "../schema/event.json";

const README: &str = include_str!("README.md");
const PUBLISH: &str = include_str!("publish.yml");
const SETTINGS: &str = include_str!("settings.json");
const EXTENSIONS: &str = include_str!("extensions.json");
const WAITING: &str =
    "A key behind a `#` waits to be filled in: take the `#` away, and put your own value.";

/// What a timeline is begun with.
#[derive(Clone, Debug)]
pub struct Starter<'s> {
    /// What it is called.
    pub title: &'s str,
    /// The code of the language of its pages.
    pub language: &'s str,
    /// Whether it gets a workflow that checks and publishes it.
    pub workflow: bool,
    /// Whether it gets nothing but event files and their schemas.
    pub bare: bool,
}

impl Starter<'_> {
    /// All its files.
    pub fn files(&self) -> Vec<File> {
        let mut files = vec![
            file("events/timeline.yaml", &self.timeline()),
            file("events/actors.yaml", &actors()),
            file("events/places.yaml", &places()),
            file("events/sources.yaml", &sources()),
            file("events/2000-01-01-example.yaml", &event()),
        ];
        files.extend(FILES.iter().map(|kind| {
            let name = format!("schema/{}.json", kind.name);
            file(&name, &json_schema(kind))
        }));
        if self.bare {
            return files;
        }
        files.push(file("README.md", &self.readme()));
        files.push(file(
            ".gitignore",
            "# What `dateline build` writes, and what `dateline import` reports.\n/site/\n*-import-report*.md\n",
        ));
        files.push(file(".vscode/settings.json", SETTINGS));
        files.push(file(".vscode/extensions.json", EXTENSIONS));
        if self.workflow {
            let workflow = PUBLISH.replace("VERSION", env!("CARGO_PKG_VERSION"));
            files.push(file(".github/workflows/publish.yml", &workflow));
        }
        files
    }

    fn timeline(&self) -> String {
        let record = Node::Map(vec![
            text("title", self.title),
            text("language", self.language),
        ]);
        let head = format!("What the timeline is. {WAITING}");
        let shape = shape::<TimelineRecord>();
        let keys = keys(&shape, Detail::Whole, |key| {
            entry(key, &record, |key| {
                samples::of_timeline(key).map(str::to_owned)
            })
        });
        format!(
            "{}{}\n{keys}",
            modeline("../schema/timeline.json"),
            prose(&head)
        )
    }

    fn readme(&self) -> String {
        let publishing = if self.workflow {
            include_str!("publishing.md")
        } else {
            ""
        };
        let title = crate::text::one_line(self.title);
        README
            .replace("TITLE", &title)
            .replace("PUBLISHING\n", publishing)
    }
}

fn event() -> String {
    let names = Names {
        actor: "a-example".to_owned(),
        place: "example-place".to_owned(),
        source: "example-report".to_owned(),
        date: "2000-01-01".to_owned(),
        claim: "first-claim".to_owned(),
    };
    let record = read(include_str!("event.yaml"));
    let shape = shape::<EventRecord>();
    let keys = keys(&shape, Detail::Whole, |key| match key.name {
        "claims" => Entry::Given(format!("claims:\n{}", claims(&names))),
        _ => entry(key, &record, |key| samples::of_event(key, &names)),
    });
    let head = format!("{} {WAITING}", shape.doc);
    format!(
        "{}# Example: this event shows what an event can say. Replace all of it, or remove the file.\n#\n{}\n{keys}",
        modeline(EVENT_SCHEMA),
        prose(&head),
    )
}

/// Two claims: the second tells what its keys mean.
fn claims(names: &Names) -> String {
    let claims = read(include_str!("claims.yaml"));
    let [first, second] = claims.as_list().unwrap_or_default() else {
        return String::new();
    };
    let list = yaml::write(&Node::List(vec![first.clone()]));
    let explained = keys(&shape::<ClaimRecord>(), Detail::Whole, |key| {
        entry(key, second, |key| samples::of_claim(key, names))
    });
    let first = each_line(&list, |line| format!("  {line}"));
    format!("{first}\n{}", item(&explained))
}

fn actors() -> String {
    list::<ActorRecord>(
        "actors",
        "dateline new actor \"B. Example\" --kind person",
        include_str!("actors.yaml"),
        samples::of_actor,
    )
}

fn places() -> String {
    list::<PlaceRecord>(
        "places",
        "dateline new place \"Example City\"",
        include_str!("places.yaml"),
        samples::of_place,
    )
}

fn sources() -> String {
    list::<SourceRecord>(
        "sources",
        "dateline new source \"A title\" --outlet \"An outlet\" --type reportage",
        include_str!("sources.yaml"),
        samples::of_source,
    )
}

/// A list of records: what their keys mean, the first with those that wait, the others as
/// they are.
fn list<T: Decode>(
    name: &str,
    command: &str,
    records: &str,
    sample: impl Fn(&str) -> Option<&'static str>,
) -> String {
    let shape = shape::<T>();
    let records = read(records);
    let Some((first, others)) = records.as_list().unwrap_or_default().split_first() else {
        return String::new();
    };
    let first = keys(&shape, Detail::Short, |key| {
        entry(key, first, |key| sample(key).map(str::to_owned))
    });
    // What they mean stands above.
    let first: Vec<&str> = (first.lines())
        .filter(|line| !line.starts_with("# "))
        .collect();
    let first = item(&first.join("\n"));
    let first = each_line(&first, |line| {
        line.strip_prefix("  ").unwrap_or(line).to_owned()
    });
    let others = match others {
        [] => String::new(),
        others => yaml::write(&Node::List(others.to_vec())),
    };
    format!(
        "{}# Examples, to be replaced.\n#\n{}#\n{}#\n{}\n{first}{others}",
        modeline(&format!("../schema/{name}.json")),
        prose(&shape.doc),
        tables(&[&shape]),
        prose(&format!("`{command}` adds one at the end. {WAITING}")),
    )
}

fn shape<T: Decode>() -> RecordShape {
    match T::shape() {
        Shape::Record(record) => record,
        _ => RecordShape {
            name: "",
            doc: String::new(),
            keys: Vec::new(),
        },
    }
}

/// A text with each of its lines turned into another.
fn each_line(text: &str, turned: impl Fn(&str) -> String) -> String {
    text.lines()
        .fold(String::new(), |out, line| out + &turned(line) + "\n")
}

/// One of the files beside this one.
fn read(text: &str) -> Node {
    yaml::parse(text).unwrap_or(Node::Null)
}

fn text(key: &str, value: &str) -> (Node, Node) {
    (Node::Text(key.to_owned()), Node::Text(value.to_owned()))
}

fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}
