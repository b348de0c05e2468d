//! Actors, places and sources: those that are there, found by name, and new ones.

use std::collections::{HashMap, HashSet};

use super::event::{date, nowhere, pair};
use super::{Defaults, ids, same};
use crate::import::{Link, Losses, Manner, Named, Place, counted, quoted};
use crate::model::Timeline;
use crate::yaml::Node;

/// Records of one kind.
#[derive(Default)]
struct Register {
    taken: HashSet<String>,
    by_name: HashMap<String, String>,
    /// New ones: by what they are found, their ids, and what they are.
    new: Vec<(String, String, Node)>,
}

impl Register {
    fn there<'n>(&mut self, id: &str, names: impl IntoIterator<Item = &'n str>) {
        self.taken.insert(id.to_owned());
        for name in names {
            self.by_name.entry(name.to_owned()).or_insert(id.to_owned());
        }
    }

    /// The id under this name; a new record if there is none.
    fn find(&mut self, name: String, base: &str, make: impl FnOnce(&str) -> Node) -> String {
        if let Some(id) = self.by_name.get(&name) {
            return id.clone();
        }
        let id = ids::free(base, |id| self.taken.contains(id));
        self.taken.insert(id.clone());
        self.by_name.insert(name.clone(), id.clone());
        let node = make(&id);
        self.new.push((name, id.clone(), node));
        id
    }

    fn back_to(&mut self, mark: usize) {
        for (name, id, _) in self.new.drain(mark..) {
            self.taken.remove(&id);
            self.by_name.remove(&name);
        }
    }
}

/// Everything that events name.
pub(super) struct Registers<'d> {
    actors: Register,
    places: Register,
    sources: Register,
    /// What is said of sources that are new, by their ids.
    said: HashMap<String, Option<String>>,
    /// Topics of which the id says less than the words, each told once.
    topics: HashSet<String>,
    defaults: &'d Defaults,
}

/// How many new ones there were, to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark([usize; 3]);

impl<'d> Registers<'d> {
    pub(super) fn of(timeline: &Timeline, defaults: &'d Defaults) -> Self {
        let mut registers = Registers {
            actors: Register::default(),
            places: Register::default(),
            sources: Register::default(),
            said: HashMap::new(),
            topics: HashSet::new(),
            defaults,
        };
        // By name before other names, and by id at last.
        for actor in &timeline.actors {
            registers
                .actors
                .there(&actor.id, [same(&actor.name).as_str()]);
        }
        for actor in &timeline.actors {
            let also: Vec<String> = actor.also.iter().map(|name| same(name)).collect();
            let also = also.iter().map(String::as_str);
            registers.actors.there(&actor.id, also.chain([&*actor.id]));
        }
        for place in &timeline.places {
            registers
                .places
                .there(&place.id, [same(&place.name).as_str()]);
        }
        for place in &timeline.places {
            registers.places.there(&place.id, [&*place.id]);
        }
        for source in &timeline.sources {
            let urls = [&source.url, &source.archive_url];
            let urls: Vec<&str> = urls.into_iter().flatten().map(|url| &**url).collect();
            registers.sources.there(&source.id, urls);
            let says =
                [&source.outlet, &source.title].map(|text| text.as_ref().map(ToString::to_string));
            let [outlet, title] = says;
            let published = source.published.as_ref().map(|date| date.0.to_string());
            let note = source.note.as_ref().map(ToString::to_string);
            let says = words_of([outlet, title, published, note]);
            registers.said.insert(source.id.to_string(), says);
        }
        registers
    }

    pub(super) fn mark(&self) -> Mark {
        Mark([
            self.actors.new.len(),
            self.places.new.len(),
            self.sources.new.len(),
        ])
    }

    /// Takes back what was added since.
    pub(super) fn back_to(&mut self, mark: Mark) {
        let Mark([actors, places, sources]) = mark;
        self.actors.back_to(actors);
        self.places.back_to(places);
        for (_, id, _) in &self.sources.new[sources..] {
            self.said.remove(id);
        }
        self.sources.back_to(sources);
    }

    pub(super) fn actor(&mut self, named: &Named) -> String {
        let kind = self
            .defaults
            .actor_kind
            .map_or("organisation", |kind| kind.word());
        let known = named
            .id
            .as_deref()
            .filter(|id| self.actors.taken.contains(*id));
        if let Some(id) = known {
            return id.to_owned();
        }
        let base = named
            .id
            .as_deref()
            .map_or_else(|| ids::of(&named.name, "actor"), |id| ids::of(id, "actor"));
        self.actors.find(same(&named.name), &base, |id| {
            Node::Map(vec![
                pair("id", id),
                pair("name", named.name.clone()),
                pair("kind", kind),
            ])
        })
    }

    pub(super) fn place(&mut self, named: &Named) -> String {
        let known = named
            .id
            .as_deref()
            .filter(|id| self.places.taken.contains(*id));
        if let Some(id) = known {
            return id.to_owned();
        }
        let base = ids::of(named.id.as_deref().unwrap_or(&named.name), "place");
        self.places.find(same(&named.name), &base, |id| {
            Node::Map(vec![pair("id", id), pair("name", named.name.clone())])
        })
    }

    /// The id of a topic. Where it says less than the words, that is told, once a topic.
    pub(super) fn topic(&mut self, topic: &str, place: &Place, losses: &mut Losses) -> String {
        let id = ids::of(topic, "topic");
        let plain: String = topic
            .to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join("-");
        if id != plain && self.topics.insert(topic.to_owned()) {
            let what = format!("the topic {} is written `{id}`", quoted(topic));
            losses.tell(place, Some("topics"), Manner::Changed, what);
        }
        id
    }

    pub(super) fn source(&mut self, link: &Link, place: &Place, losses: &mut Losses) -> String {
        let kind = self
            .defaults
            .source_type
            .map_or("aggregation", |kind| kind.word());
        let host = host(&link.url);
        let said = [&link.outlet, &link.title].into_iter().flatten();
        let said = said.map(String::as_str).collect::<Vec<_>>().join(" ");
        let base = ids::of(if said.is_empty() { host } else { &said }, "source");
        let before = self.sources.new.len();
        let id = self.sources.find(link.url.clone(), &base, |id| {
            let mut source = vec![pair("id", id)];
            let texts = [("outlet", &link.outlet), ("title", &link.title)];
            for (key, text) in texts {
                source.extend(text.clone().map(|text| pair(key, text)));
            }
            if said.is_empty() {
                source.push(pair("description", format!("Page on {host}")));
            }
            if let Some(published) = &link.published {
                source.push(pair("published", date(published)));
            }
            source.push(pair("url", link.url.clone()));
            source.push(pair("type", kind));
            source.extend(link.note.clone().map(|note| pair("note", note)));
            Node::Map(source)
        });
        let is_new = self.sources.new.len() > before;
        let says = [
            link.outlet.clone(),
            link.title.clone(),
            link.published.as_ref().map(ToString::to_string),
            link.note.clone(),
        ];
        let says = words_of(says);
        if is_new {
            self.said.insert(id.clone(), says);
        } else if let Some(says) = says
            && self.said.get(&id) != Some(&Some(says.clone()))
        {
            let what = format!(
                "{}: the source `{id}` has other words already",
                quoted(&says)
            );
            losses.tell(place, Some("link"), Manner::NoPlace, what);
        }
        id
    }

    /// The files that are added to, with the new records; and how many of each.
    pub(super) fn finish(
        self,
        losses: &mut Losses,
    ) -> (Vec<(&'static str, Vec<Node>)>, [usize; 3]) {
        let counts = [&self.actors, &self.places, &self.sources].map(|register| register.new.len());
        if counts[0] > 0 && self.defaults.actor_kind.is_none() {
            let names: Vec<&str> = self
                .actors
                .new
                .iter()
                .map(|(_, id, _)| id.as_str())
                .collect();
            let what = format!(
                "the input does not tell what kind of actor these are: `organisation`, which is any body, was put; `--actor-kind` puts another: {}",
                names.join(", ")
            );
            losses.tell(&nowhere(), Some("kind of actor"), Manner::Assumed, what);
        }
        if counts[2] > 0 && self.defaults.source_type.is_none() {
            let what = format!(
                "the input does not tell what type of source these are ({}): `aggregation`, which counts as no origin of its own, was put; `--source-type` puts another",
                counted(counts[2], "link")
            );
            losses.tell(&nowhere(), Some("type of source"), Manner::Assumed, what);
        }
        let files = [
            ("actors.yaml", self.actors),
            ("places.yaml", self.places),
            ("sources.yaml", self.sources),
        ];
        let files = files.into_iter().map(|(file, register)| {
            let records = register.new.into_iter().map(|(_, _, node)| node);
            (file, records.collect::<Vec<_>>())
        });
        let files = files.filter(|(_, records)| !records.is_empty()).collect();
        (files, counts)
    }
}

/// What is said of a source.
fn words_of(says: [Option<String>; 4]) -> Option<String> {
    let says: Vec<String> = says.into_iter().flatten().collect();
    (!says.is_empty()).then(|| says.join(", "))
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    host.strip_prefix("www.").unwrap_or(host)
}
