//! The timeline as a whole, and what follows from it. No input or output, no HTML.
//!
//! What a single record may say is declared in [`schema`](crate::schema); here is what
//! the records are together: the events in order, the claims with their origins, and
//! who refers to whom.

mod appointment;
mod as_of;
mod book;
mod changes;
mod days;
mod differing;
mod figures;
mod knowledge;
mod known;
pub mod lesson;
mod order;
mod origins;
mod part;
mod references;
mod relations;
mod standing;

pub use appointment::{Appointment, Slot, appointments};
pub use book::{Book, Entry, TextDigest};
pub use changes::{Change, Changes, DayOfChange, Sort, What};
pub use days::{Amount, Days};
pub(crate) use differing::Differing;
pub use knowledge::{EventState, Knowledge, Since, day_of, is_by};
pub use known::{Known, report_day};
pub use order::{known_span, span_order};
pub use origins::{Chain, Origins, Provenance, Tally};
pub use part::Telling;
pub use references::{
    Named, claims_of_lesson, references_of_actor, references_of_event, references_of_lesson,
    references_of_place, references_of_source,
};
pub use relations::{ClaimKey, Edge, Relations};
pub use standing::{Confirmed, Standing};

use crate::load::FileId;
use crate::schema::{
    ActorId, ActorRecord, ClaimRecord, EventId, EventRecord, Id, Language, LessonId, LessonRecord,
    PlaceId, PlaceRecord, SourceId, SourceRecord, Text, TimelineRecord, TopicId,
};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// An event with its id and place.
pub type Event = Entry<EventId, EventRecord>;
/// An actor with its place in `actors.yaml`.
pub type Actor = Entry<ActorId, ActorRecord>;
/// A place with its place in `places.yaml`.
pub type Place = Entry<PlaceId, PlaceRecord>;
/// A source with its place in `sources.yaml`.
pub type Source = Entry<SourceId, SourceRecord>;

/// A lesson with its id and place.
pub type Lesson = Entry<LessonId, LessonRecord>;

/// All that the files say.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// What the timeline as a whole is.
    pub about: TimelineRecord,
    /// Where that stands.
    pub about_file: Option<FileId>,
    /// The events, in the order of time.
    pub events: Book<EventId, EventRecord>,
    /// The actors, in the order of their file.
    pub actors: Book<ActorId, ActorRecord>,
    /// The places, in the order of their file.
    pub places: Book<PlaceId, PlaceRecord>,
    /// The sources, in the order of their file.
    pub sources: Book<SourceId, SourceRecord>,
    /// The lessons, in the order of their ids.
    pub lessons: Book<LessonId, LessonRecord>,
    /// The texts of the lessons' files, as they are written.
    pub lesson_texts: BTreeMap<LessonId, String>,
    /// What is declared but could not be decoded whole.
    pub broken: Broken,
    /// The digest of the names and texts of all files but those of events.
    pub frame: TextDigest,
}

/// What is declared but could not be decoded whole: references to it are not wrong.
#[derive(Clone, Debug, Default)]
pub struct Broken {
    /// Ids of such records, by what they name.
    pub ids: HashSet<(&'static str, String)>,
    /// Kinds of record of which a whole file could not be read.
    pub files: HashSet<&'static str>,
}

impl Broken {
    /// Whether a record with this id may exist all the same.
    pub fn may_hold(&self, what: &'static str, id: &str) -> bool {
        self.files.contains(what) || self.ids.contains(&(what, id.to_owned()))
    }
}

impl Timeline {
    /// A timeline without anything in it.
    pub fn empty() -> Self {
        Timeline {
            about: TimelineRecord {
                title: Text(String::new()),
                id: None,
                standfirst: None,
                language: Language("en".to_owned()),
                base_url: None,
                credit: None,
                accept: Vec::new(),
            },
            about_file: None,
            events: Book::default(),
            actors: Book::default(),
            places: Book::default(),
            sources: Book::default(),
            lessons: Book::default(),
            lesson_texts: BTreeMap::new(),
            broken: Broken::default(),
            frame: TextDigest::default(),
        }
    }

    /// Every claim with its event.
    pub fn claims(&self) -> impl Iterator<Item = (&Event, usize, &ClaimRecord)> {
        self.events.iter().flat_map(|event| {
            event
                .claims
                .iter()
                .enumerate()
                .map(move |(number, claim)| (event, number, claim))
        })
    }

    /// The actor, what it belongs to, what that belongs to, and so on.
    pub fn chain_of<'a>(&'a self, actor: &'a ActorId) -> Vec<&'a ActorId> {
        let mut chain = vec![actor];
        let mut next = self.actors.get(actor).and_then(|actor| actor.of.as_ref());
        while let Some(id) = next {
            if chain.contains(&id) {
                break;
            }
            chain.push(id);
            next = self.actors.get(id).and_then(|actor| actor.of.as_ref());
        }
        chain
    }

    /// The place, what it lies in, what that lies in, and so on.
    pub fn chain_of_place<'a>(&'a self, place: &'a PlaceId) -> Vec<&'a PlaceId> {
        let mut chain = Vec::new();
        let mut next = Some(place);
        while let Some(id) = next
            && !chain.contains(&id)
        {
            chain.push(id);
            next = self.places.get(id).and_then(|place| place.within.as_ref());
        }
        chain
    }

    /// The topics of all events, each with how many events are about it.
    pub fn topics(&self) -> BTreeMap<&TopicId, usize> {
        let mut topics = BTreeMap::new();
        for event in &self.events {
            for topic in event.topics.iter().collect::<BTreeSet<_>>() {
                *topics.entry(topic).or_default() += 1;
            }
        }
        topics
    }
}

impl EventRecord {
    /// The reports that tell of the event: those it names itself, those of its claims and
    /// of its history, each once, in that order.
    pub fn reports(&self) -> Vec<&SourceId> {
        let claims = self
            .claims
            .iter()
            .flat_map(|claim| claim.reported_by.iter());
        let all = self
            .sources
            .iter()
            .chain(claims.map(|report| &report.source))
            .chain(
                self.history
                    .iter()
                    .filter_map(|state| state.source.as_ref()),
            );
        each_once(all)
    }
}

/// These, each where it comes first.
fn each_once<'i>(ids: impl Iterator<Item = &'i SourceId>) -> Vec<&'i SourceId> {
    // Among a few, comparing is quicker than hashing.
    const FEW: usize = 16;
    let mut found: Vec<&SourceId> = Vec::new();
    let mut seen = FxHashSet::default();
    for id in ids {
        let new = if found.len() < FEW {
            !found.contains(&id)
        } else {
            if seen.is_empty() {
                seen.extend(found.iter().map(|id| id.as_str()));
            }
            seen.insert(id.as_str())
        };
        if new {
            found.push(id);
        }
    }
    found
}

impl Source {
    /// How it is called: its title, else our description, else its outlet, else its id.
    pub fn label(&self) -> &str {
        let title = self.title.as_ref().or(self.description.as_ref());
        title
            .or(self.outlet.as_ref())
            .map_or(self.id.as_str(), |text| &**text)
    }
}
