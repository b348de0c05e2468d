//! Entries become event files, and the actors, places and sources that these name.
//!
//! All of it is planned first, and looked through as `dateline check` does, together with
//! what is there already. Nothing is written here.

mod event;
mod ids;
mod lists;
mod register;
mod texts;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Entry, Losses, MAX_RECORDS, Manner, Place, Read, counted, quoted};
use crate::check::check;
use crate::decode::decode;
use crate::diagnostic::Report;
use crate::edtf::Edtf;
use crate::load::Sources;
use crate::model::Timeline;
use crate::schema::{ActorKind, Kind, SourceType, Status};
use crate::yaml::{MAX_BYTES, Node, parse, write};
use register::Registers;
use texts::cleaned;

/// What is put where the input does not tell.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// The kind of an event.
    pub kind: Option<Kind>,
    /// Its status.
    pub status: Option<Status>,
    /// The kind of an actor.
    pub actor_kind: Option<ActorKind>,
    /// The type of a source.
    pub source_type: Option<SourceType>,
    /// The date of a record that has none; it is left out otherwise.
    pub undated: Option<Edtf>,
    /// Whether links become sources; otherwise they stand at the end of the summary.
    pub sources: bool,
}

/// What is to be written.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Files that are not there yet: their names and texts.
    pub new: Vec<(String, String)>,
    /// Files that are there and are added to: their names, and the text to be added.
    pub added: Vec<(String, String)>,
    /// How many of everything.
    pub counts: Counts,
    /// What `dateline check` finds in all of it; no errors.
    pub warnings: usize,
}

/// How many of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records of the input.
    pub records: usize,
    /// Events that are new.
    pub events: usize,
    /// Records that are there already as they are in the input.
    pub there: usize,
    /// Records that were left out.
    pub left_out: usize,
    /// Actors that are new.
    pub actors: usize,
    /// Places that are new.
    pub places: usize,
    /// Sources that are new.
    pub sources: usize,
}

/// Why nothing can be made.
#[derive(Clone, Debug)]
pub enum Refused {
    /// The files would be too much, or cannot be added to; in words.
    Because(String),
    /// What was made is not right: a fault of this program.
    Ours(Box<(Report, Sources)>),
}

/// Where the events are made.
struct Maker<'m> {
    timeline: &'m Timeline,
    texts: HashMap<&'m str, &'m str>,
    /// The events that are there, by date and title.
    known: HashMap<(String, String), Vec<&'m str>>,
    ids: HashSet<String>,
    /// Records of this input, and where they stand.
    seen: HashMap<Key, Vec<(Node, Place)>>,
    registers: Registers<'m>,
    defaults: &'m Defaults,
    assumed: Assumed,
    plan: Plan,
}

/// By what a record is known: its id, if it tells one, and its date and title.
type Key = (Option<String>, String);

/// What was put, and how often.
#[derive(Default)]
struct Assumed {
    kind: usize,
    status: usize,
}

/// Plans what an input becomes in a folder of which these are the files. `name` is what the
/// input is called.
pub fn plan(
    read: Read,
    name: &str,
    existing: &Sources,
    timeline: &Timeline,
    defaults: &Defaults,
    losses: &mut Losses,
) -> Result<Plan, Refused> {
    if read.entries.len() > MAX_RECORDS {
        return Err(Refused::Because(format!(
            "there are more than {MAX_RECORDS} records; divide the file"
        )));
    }
    let mut known: HashMap<_, Vec<_>> = HashMap::new();
    for event in &timeline.events {
        let key = (event.when.to_string(), same(&event.title));
        known.entry(key).or_default().push(&*event.id);
    }
    let events = existing.iter().map(|(_, file)| (file.stem(), &*file.text));
    let mut maker = Maker {
        timeline,
        texts: events.collect(),
        known,
        ids: existing
            .iter()
            .map(|(_, file)| file.stem().to_owned())
            .collect(),
        seen: HashMap::new(),
        registers: Registers::of(timeline, defaults),
        defaults,
        assumed: Assumed::default(),
        plan: Plan::default(),
    };
    // No event can be called so, with or without the `s`.
    for reserved in ["timeline", "actor", "place", "source"] {
        maker
            .ids
            .extend([reserved.to_owned(), format!("{reserved}s")]);
    }
    maker.head(&read, name, losses);
    maker.plan.counts.records = read.entries.len();
    for entry in read.entries {
        maker.add(entry, losses);
    }
    maker.tell_assumed(losses);
    let mut plan = maker.plan;
    let (adding, counts) = maker.registers.finish(losses);
    plan.counts.actors = counts[0];
    plan.counts.places = counts[1];
    plan.counts.sources = counts[2];
    for (file, records) in adding {
        let there = existing.iter().find(|(_, other)| other.name == file);
        match there {
            None => plan
                .new
                .push((file.to_owned(), write(&Node::List(records)))),
            Some((_, there)) => {
                let text = lists::addition(&there.text, &records).ok_or_else(|| {
                    Refused::Because(format!(
                        "nothing can be added at the end of `{file}`; write its list as lines that begin with `- id:`"
                    ))
                })?;
                plan.added.push((file.to_owned(), text));
            }
        }
    }
    look_through(plan, existing)
}

/// A title as it is compared.
fn same(title: &str) -> String {
    let words = title.split_whitespace().map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}

impl Maker<'_> {
    /// What the timeline is called, if it has no name yet.
    fn head(&mut self, read: &Read, name: &str, losses: &mut Losses) {
        let place = Place::default();
        let title = read.title.as_deref().map(|title| cleaned(title, true).0);
        let title = title.filter(|title| !title.is_empty());
        if self.timeline.about_file.is_some() {
            let there = &*self.timeline.about.title;
            if let Some(title) = title.filter(|title| title != there) {
                let what = format!(
                    "{}: the timeline is called `{there}` already",
                    quoted(&title)
                );
                losses.tell(&place, Some("title of the timeline"), Manner::NoPlace, what);
            }
            let standfirst = read.standfirst.as_deref().unwrap_or_default();
            let there = self.timeline.about.standfirst.as_deref();
            if there.map(str::trim) != Some(standfirst.trim()) {
                losses.no_place(&place, "text on the timeline", standfirst);
            }
            return;
        }
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let title = title.unwrap_or_else(|| {
            let (stem, _) = cleaned(stem, true);
            let stem = if stem.is_empty() {
                "Imported".to_owned()
            } else {
                stem
            };
            let what = format!("the input has no title: the timeline is called `{stem}`");
            losses.tell(&place, Some("title of the timeline"), Manner::Assumed, what);
            stem
        });
        let mut about = vec![event::pair("title", title)];
        let standfirst = read.standfirst.as_deref().unwrap_or_default();
        let (standfirst, changed) = cleaned(standfirst, false);
        if let Some(changed) = changed {
            losses.tell(
                &place,
                Some("text on the timeline"),
                Manner::Changed,
                changed,
            );
        }
        if !standfirst.is_empty() {
            about.push(event::pair("standfirst", event::block(standfirst)));
        }
        let text = write(&Node::Map(about));
        self.plan.new.push(("timeline.yaml".to_owned(), text));
    }

    fn add(&mut self, mut entry: Entry, losses: &mut Losses) {
        event::clean(&mut entry, losses);
        if entry.when.is_none()
            && let Some(undated) = &self.defaults.undated
        {
            let what = format!("no date is known: `{undated}` was put");
            losses.tell(&entry.place, Some("date"), Manner::Assumed, what);
            entry.when = Some(undated.clone());
        }
        let Some(when) = entry.when.clone() else {
            let given = if entry.said_when.is_some() {
                "no date can be made of what is given"
            } else {
                "no date is given"
            };
            self.leave_out(&entry, given, losses);
            return;
        };
        if entry.title.is_empty() {
            name(&mut entry, losses);
        }
        let mark = self.registers.mark();
        let node = self.event(&entry, &when, losses);
        let key = (entry.id.clone(), format!("{when} {}", same(&entry.title)));
        let twin = self.seen.get(&key).and_then(|all| {
            let twin = all.iter().find(|(other, _)| *other == node);
            twin.map(|(_, place)| place.clone())
        });
        if let Some(place) = twin {
            self.registers.back_to(mark);
            let what = format!("it is the same as {place}, which is imported");
            self.leave_out(&entry, &what, losses);
            return;
        }
        let first = self.seen.get(&key).is_none_or(Vec::is_empty);
        let seen = self.seen.entry(key).or_default();
        seen.push((node.clone(), entry.place.clone()));
        match self.there(&entry, &when, &node, first) {
            There::No => {}
            There::Same => {
                self.registers.back_to(mark);
                self.plan.counts.there += 1;
                return;
            }
            There::Other(id) => {
                self.registers.back_to(mark);
                let what = format!(
                    "`{id}.yaml` is there already, and says something else; it stays as it is"
                );
                self.leave_out(&entry, &what, losses);
                return;
            }
        }
        let text = write(&node);
        if text.len() as u64 > MAX_BYTES {
            self.registers.back_to(mark);
            let what = format!(
                "it is larger than an event file may be, {} KiB",
                MAX_BYTES / 1024
            );
            self.leave_out(&entry, &what, losses);
            return;
        }
        let id = ids::event(&entry, &when, &self.ids);
        self.ids.insert(id.clone());
        self.assumed.kind += usize::from(entry.kind.is_none() && self.defaults.kind.is_none());
        self.assumed.status +=
            usize::from(entry.status.is_none() && self.defaults.status.is_none());
        self.plan.counts.events += 1;
        self.plan.new.push((format!("{id}.yaml"), text));
    }

    /// Whether an event is there already: one with its id, or its date and title.
    fn there(&self, entry: &Entry, when: &Edtf, node: &Node, first: bool) -> There {
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        let known = self.known.get(&(when.to_string(), same(&entry.title)));
        ids.extend(known.into_iter().flatten());
        if let Some(id) = entry.id.as_deref()
            && self.texts.contains_key(id)
        {
            ids.insert(id);
        }
        let is_same = |id: &&&str| {
            let text = self.texts.get(**id);
            text.is_some_and(|text| parse(text).is_ok_and(|there| there == *node))
        };
        if ids.iter().any(|id| is_same(&id)) {
            return There::Same;
        }
        match ids.first() {
            Some(id) if first => There::Other((*id).to_owned()),
            _ => There::No,
        }
    }

    /// Tells that a record was left out, with all that it holds.
    fn leave_out(&mut self, entry: &Entry, why: &str, losses: &mut Losses) {
        self.plan.counts.left_out += 1;
        let content = entry.content();
        let what = if content.is_empty() {
            why.to_owned()
        } else {
            format!("{why}. It holds {content}")
        };
        losses.tell(&entry.place, None, Manner::LeftOut, what);
    }

    fn tell_assumed(&self, losses: &mut Losses) {
        let put = [
            (self.assumed.kind, "kind", "other"),
            (self.assumed.status, "status", "happened"),
        ];
        for (count, key, value) in put {
            if count > 0 {
                let what = format!(
                    "the input does not tell the {key} of {}: `{value}` was put; `--{key}` puts another",
                    counted(count, "event")
                );
                losses.tell(&Place::default(), Some(key), Manner::Assumed, what);
            }
        }
    }
}

/// A title for a record that has none.
fn name(entry: &mut Entry, losses: &mut Losses) {
    let words = crate::markdown::to_text(&entry.summary);
    let links = || entry.links.iter();
    let from = [
        (!words.trim().is_empty()).then(|| ("its text", words.clone())),
        links().find_map(|link| Some(("its link", link.title.clone()?))),
        links().find_map(|link| Some(("its link", link.note.clone()?))),
    ];
    let (from, title) = match from.into_iter().flatten().next() {
        Some((from, words)) => (from, crate::text::first_words(&words, 80)),
        None => ("nothing else", "Without a title".to_owned()),
    };
    let what = format!("it has no title; from {from}: {}", quoted(&title));
    losses.tell(&entry.place, Some("title"), Manner::Assumed, what);
    entry.title = title;
}

/// Whether an event is there already.
enum There {
    No,
    Same,
    /// With something else in it.
    Other(String),
}

/// Looks through what is to be written, together with what is there.
fn look_through(mut plan: Plan, existing: &Sources) -> Result<Plan, Refused> {
    let mut whole: Vec<(&str, std::borrow::Cow<'_, str>)> = Vec::new();
    for (_, file) in existing.iter() {
        let added = plan.added.iter().find(|(name, _)| *name == file.name);
        let text = match added {
            Some((_, text)) => format!("{}{text}", file.text).into(),
            None => file.text.as_str().into(),
        };
        whole.push((&file.name, text));
    }
    whole.extend(
        plan.new
            .iter()
            .map(|(name, text)| (&**name, text.as_str().into())),
    );
    for (name, text) in &whole {
        if text.len() as u64 > MAX_BYTES {
            return Err(Refused::Because(format!(
                "`{name}` would be larger than {} KiB; import in parts, into several folders, or leave links in the texts with `--no-sources`",
                MAX_BYTES / 1024
            )));
        }
    }
    let sources = Sources::from_texts(
        existing.root(),
        whole.iter().map(|(name, text)| (*name, &**text)),
    );
    let (timeline, found) = decode(&sources);
    let report = check(&timeline, found);
    if report.errors() > 0 {
        return Err(Refused::Ours(Box::new((report, sources))));
    }
    plan.warnings = report.warnings();
    Ok(plan)
}
