//! What lessons are made of on the page where they are made: of each event and each claim
//! what any activity shows of it, in words.

mod claim;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use self::claim::ClaimMatter;
use self::words::WordsMatter;
use super::task::{names_of, stage_text};
use crate::citation::{Reference, Rich, apa, chicago, mla};
use crate::edtf::{Bound, Day};
use crate::model::lesson::{Sorted, ToSort, Told, fingerprint, moment};
use crate::model::{Event, Source, known_span};
use crate::views::site::Site;
use crate::yaml::{self, Node};

/// What every lesson can be made of.
#[derive(Serialize)]
pub struct Matter<'s> {
    language: &'static str,
    /// Of the events, actors and sources that numbers stand for: others are another edition.
    pub edition: String,
    /// How many events a part has.
    part: usize,
    /// Their ids, titles and dates, in the order of time.
    events: Vec<(&'s str, &'s str, String)>,
    /// Their ids and names.
    actors: Vec<(&'s str, &'s str)>,
    /// The lessons that there are, as their files have them, to be changed at will.
    lessons: BTreeMap<&'s str, Value>,
    words: WordsMatter,
}

/// How many events a part has: few, since a lesson needs few; many, since each is a file.
const PART: usize = 50;

/// What belongs to some of the events.
#[derive(Serialize)]
pub struct PartOfMatter<'s> {
    edition: &'s str,
    events: Vec<EventMatter<'s>>,
    /// The reports of these events, by their numbers.
    sources: BTreeMap<usize, SourceMatter>,
}

#[derive(Serialize)]
struct EventMatter<'s> {
    /// Who took part, in words.
    actors: String,
    /// The numbers of those who took part.
    who: Vec<usize>,
    status: &'static str,
    /// The first and the last day that it can be, counted from 1 January 1970.
    span: [Option<i64>; 2],
    /// The same, with the one for the other where only one is known.
    known: Option<[i64; 2]>,
    /// Where it is known to the second: the day and the second in UTC, and the day there.
    #[serde(skip_serializing_if = "Option::is_none")]
    moment: Option<(i64, u32, Option<i64>)>,
    sorted: &'static str,
    stages: Vec<String>,
    /// The line of it under `pinned`.
    pin: String,
    reports: Vec<usize>,
    claims: Vec<ClaimMatter<'s>>,
}

/// A report as it is cited: texts in turn upright and in italics.
#[derive(Serialize)]
struct SourceMatter {
    mla: Vec<String>,
    apa: Vec<String>,
    chicago: Vec<String>,
}

impl<'s> Matter<'s> {
    /// What every lesson can be made of.
    pub fn of(site: &'s Site<'_>) -> Self {
        let events = site.timeline.events.as_slice().par_iter();
        Matter {
            language: site.language.code(),
            edition: edition(site),
            part: PART,
            events: events
                .map(|event| (&*event.id, &*event.title, site.language.date(&event.when)))
                .collect(),
            actors: (site.timeline.actors.iter())
                .map(|actor| (&*actor.id, &*actor.name))
                .collect(),
            lessons: (site.timeline.lesson_texts.iter())
                .filter_map(|(id, text)| Some((&**id, value_of(&yaml::parse(text).ok()?))))
                .collect(),
            words: WordsMatter::of(site),
        }
    }
}

impl<'s> PartOfMatter<'s> {
    /// How many parts there are.
    pub fn count(site: &Site<'_>) -> usize {
        site.timeline.events.len().div_ceil(PART)
    }

    /// The numbers of the events of the part with this number.
    pub fn events(site: &Site<'_>, number: usize) -> Range<usize> {
        let start = number * PART;
        start..(start + PART).min(site.timeline.events.len())
    }

    /// What belongs to the events of the part with this number.
    pub fn of(site: &'s Site<'_>, number: usize, edition: &'s str) -> Self {
        let all = site.timeline.events.as_slice();
        let mut sources = BTreeMap::new();
        let events: Vec<_> = PartOfMatter::events(site, number)
            .map(|number| EventMatter::of(site, number, &all[number]))
            .collect();
        for report in events.iter().flat_map(|event| &event.reports) {
            let source = &site.timeline.sources.as_slice()[*report];
            sources
                .entry(*report)
                .or_insert_with(|| SourceMatter::of(site, source));
        }
        PartOfMatter {
            edition,
            events,
            sources,
        }
    }
}

impl SourceMatter {
    fn of(site: &Site<'_>, source: &Source) -> Self {
        let reference = Reference::of_source(site.timeline, source, site.language);
        SourceMatter {
            mla: in_turn(&mla(&reference)),
            apa: in_turn(&apa(&reference)),
            chicago: in_turn(&chicago(&reference)),
        }
    }
}

/// What tells the numbers of events, actors and sources apart from those of another build.
fn edition(site: &Site<'_>) -> String {
    let timeline = site.timeline;
    let mut digest = Sha256::new();
    let mut say = |id: &str| {
        digest.update(id);
        digest.update("\n");
    };
    timeline.events.iter().for_each(|it| say(&it.id));
    timeline.actors.iter().for_each(|it| say(&it.id));
    timeline.sources.iter().for_each(|it| say(&it.id));
    let bytes: [u8; 32] = digest.finalize().into();
    let [a, b, c, d, ..] = bytes;
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

/// The keys under which a lesson has numbers; under all others `2024` is a text.
const NUMBERS: &[&str] = &["choose", "minutes", "seed"];

/// What a file has, as JSON has it.
fn value_of(node: &Node) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(is) => Value::Bool(*is),
        Node::Int(number) => Value::from(*number),
        Node::Float(number) => Value::from(*number),
        Node::Text(text) => Value::from(text.as_str()),
        Node::List(list) => list.iter().map(value_of).collect(),
        Node::Map(entries) => (entries.iter())
            .filter_map(|(key, value)| match key {
                Node::Text(key) => Some((
                    key.clone(),
                    match value {
                        Node::Int(number) if !NUMBERS.contains(&key.as_str()) => {
                            Value::from(number.to_string())
                        }
                        _ => value_of(value),
                    },
                )),
                _ => None,
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

impl<'s> EventMatter<'s> {
    fn of(site: &'s Site<'_>, number: usize, event: &'s Event) -> Self {
        let timeline = site.timeline;
        let when = &event.when;
        let [first, last] = [when.earliest(), when.latest()].map(Bound::day);
        let sort = ToSort::of(event);
        let claims = event.claims.iter().enumerate();
        EventMatter {
            actors: names_of(site, event),
            who: (event.actors.iter())
                .filter_map(|part| timeline.actors.position(&part.who))
                .collect(),
            status: event.status.word(),
            span: [first, last].map(|day| day.map(Day::number)),
            known: known_span(when).map(|(first, last)| [first.number(), last.number()]),
            moment: moment(when).map(|(day, second)| (day, second, first.map(Day::number))),
            sorted: match sort.sorted {
                Sorted::Planned => "planned",
                Sorted::Happened => "happened",
                Sorted::PlannedThenHappened => "planned-then-happened",
                Sorted::CalledOff => "called-off",
            },
            stages: (sort.stages.iter())
                .map(|stage| stage_text(site, stage))
                .collect(),
            pin: fingerprint(event).to_string(),
            reports: (event.record.reports().into_iter())
                .filter_map(|id| timeline.sources.position(id))
                .collect(),
            claims: claims
                .map(|(claim, it)| {
                    ClaimMatter::of(
                        site,
                        Told {
                            key: (number, claim),
                            event,
                            claim: it,
                        },
                    )
                })
                .collect(),
        }
    }
}

/// Texts in turn upright and in italics.
fn in_turn(text: &Rich) -> Vec<String> {
    let mut parts = vec![String::new()];
    for run in text.runs() {
        // Upright ones have even numbers.
        if run.italic == (parts.len() % 2 == 1) {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut() {
            *last += &run.text;
        }
    }
    parts
}
