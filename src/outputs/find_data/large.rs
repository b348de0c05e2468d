//! What the first page of a large timeline loads, each part when it is needed: first
//! `data/find.js`, when events were and where the rest is; for each of the facets
//! `data/facet-<name>.js`, what there is to choose and what falls under it; the words in
//! `data/words-<number>.js`, some of the alphabet each; and `data/titles-<number>.js`, what the
//! list of what is found says of a hundred events each.
//!
//! As elsewhere an event goes by its number in the order of time. Nothing is said of earlier
//! days: events are as they are now.

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::letters::{number, steps};
use super::shards::{Shard, shards};
use crate::edtf::Day;
use crate::model::Event;
use crate::outputs::{File, RenderError, script_for};
use crate::schema::Status;
use crate::views::{Facet, FindView, Site, marked};

/// The events of which one file has the titles.
const TITLES: usize = 100;
/// Years of more digits are beyond what a reader can choose, and all the same.
const LAST_YEAR: i64 = 99_999;

/// A file, with the edition that it belongs to.
#[derive(Serialize)]
struct Part<'s, T> {
    edition: &'s str,
    #[serde(rename = "part")]
    name: &'s str,
    #[serde(flatten)]
    data: T,
}

/// When events were, and where the rest is.
#[derive(Serialize)]
struct Index<'s> {
    /// The day from which days are counted, in days from 1 January 1970.
    begin: i64,
    /// Of each event, as letters, how many days later its first day is than that of the one
    /// before it, and its length: see [`times`].
    times: String,
    /// The first word of each part of the alphabet.
    words: Vec<&'s str>,
    /// What changes when the words are parted otherwise.
    parted: &'s str,
    /// How many events one file of titles has.
    titles: usize,
    /// Of each drawing the marks in their order, a space between two: the numbers of their
    /// events as [`steps`].
    marks: Vec<(&'static str, String)>,
}

/// What there is to choose, and what falls under it.
#[derive(Serialize)]
struct Column {
    /// Name in addresses, name, depth.
    choices: Vec<(String, String, usize)>,
    /// Of each choice, a space between two, the numbers of the events that fall under it
    /// itself as [`steps`].
    of: String,
}

/// Words, and where each occurs.
#[derive(Serialize)]
struct WordsPart<'s> {
    parted: &'s str,
    #[serde(flatten)]
    words: &'s Shard,
}

/// What the list of what is found says of events.
#[derive(Serialize)]
struct Titles<'s> {
    /// Id, title, date, kind; unless it happened its status as it is written in a file, and
    /// in words.
    events: Vec<Title<'s>>,
}

type Title<'s> = (&'s str, &'s str, String, &'s str, &'s str, &'s str);

/// The files.
pub(super) fn output(site: &Site<'_>, view: &FindView) -> Result<Vec<File>, RenderError> {
    let (words, rest) = rayon::join(|| shards(site.timeline), || others(site, view));
    let mut digest = Sha256::new();
    for shard in &words {
        digest.update(&shard.first);
        digest.update("\n");
    }
    let digest: [u8; 32] = digest.finalize().into();
    let parted = format!(
        "{:02x}{:02x}{:02x}{:02x}",
        digest[0], digest[1], digest[2], digest[3]
    );
    let (begin, times) = times(site.timeline.events.as_slice());
    let index = Index {
        begin,
        times,
        words: words.iter().map(|shard| shard.first.as_str()).collect(),
        parted: &parted,
        titles: TITLES,
        marks: marks(site),
    };
    let mut files = rest?;
    files.push(part(view, "find", index)?);
    let words = words.par_iter().enumerate().map(|(number, words)| {
        let data = WordsPart {
            parted: &parted,
            words,
        };
        part(view, &format!("words-{number}"), data)
    });
    files.extend(words.collect::<Result<Vec<_>, _>>()?);
    Ok(files)
}

/// What does not hang on the words.
fn others(site: &Site<'_>, view: &FindView) -> Result<Vec<File>, RenderError> {
    let facets = view.facets.par_iter().filter(|facet| facet.is_choice);
    let facets = facets.map(|facet| {
        part(
            view,
            &format!("facet-{}", facet.word),
            column(site, facet.facet),
        )
    });
    let mut files = facets.collect::<Result<Vec<_>, _>>()?;
    let chunks = site.timeline.events.as_slice().par_chunks(TITLES);
    let titles = chunks.enumerate().map(|(number, events)| {
        let data = Titles {
            events: events.iter().map(|event| title(site, event)).collect(),
        };
        part(view, &format!("titles-{number}"), data)
    });
    files.extend(titles.collect::<Result<Vec<_>, _>>()?);
    Ok(files)
}

fn part(view: &FindView, name: &str, data: impl Serialize) -> Result<File, RenderError> {
    let part = Part {
        edition: &view.edition,
        name,
        data,
    };
    script_for("find", name, &part)
}

fn column(site: &Site<'_>, facet: Facet) -> Column {
    let choices = facet.choices(site);
    let mut of = String::new();
    for choice in &choices {
        steps(&mut of, choice.events.iter().copied());
        of.push(' ');
    }
    Column {
        choices: choices
            .into_iter()
            .map(|choice| (choice.id, choice.name, choice.depth))
            .collect(),
        of,
    }
}

fn title<'s>(site: &Site<'s>, event: &'s Event) -> Title<'s> {
    let language = site.language;
    let (status, words) = match event.status {
        Status::Happened => ("", ""),
        status => (status.word(), language.status(status)),
    };
    let date = language.date(&event.when);
    (
        &event.id,
        &event.title,
        date,
        language.kind(event.kind),
        status,
        words,
    )
}

fn marks(site: &Site<'_>) -> Vec<(&'static str, String)> {
    let drawings = marked(site).into_iter();
    drawings
        .map(|(name, marks)| {
            let mut events = String::new();
            for mark in marks {
                steps(&mut events, mark.into_iter());
                events.push(' ');
            }
            (name, events)
        })
        .collect()
}

/// When the events were, in two numbers each. One that has a first day stands so many days
/// behind the one before it, one that has none counts by its last; events come in this
/// order. The other number is how many days later its last day is, and 3 more; it is 0 where
/// there is no first day, 1 where there is no last, and 2 where there is neither.
fn times(events: &[Event]) -> (i64, String) {
    let mut times = String::with_capacity(events.len() * 3);
    let (mut begin, mut before) = (None, 0);
    for event in events {
        let days = (event.when.earliest().day(), event.when.latest().day());
        let (first, last) = (days.0.map(day_number), days.1.map(day_number));
        let stands = first.or(last).unwrap_or(before);
        if first.or(last).is_some() && begin.is_none() {
            (begin, before) = (Some(stands), stands);
        }
        let stands = stands.max(before);
        number(&mut times, (stands - before).unsigned_abs());
        before = stands;
        let length = match (first, last) {
            (None, Some(_)) => 0,
            (Some(_), None) => 1,
            (None, None) => 2,
            (Some(_), Some(last)) => (last - stands).max(0).unsigned_abs() + 3,
        };
        number(&mut times, length);
    }
    (begin.unwrap_or(0), times)
}

fn day_number(day: Day) -> i64 {
    let year = day.year().clamp(-LAST_YEAR, LAST_YEAR);
    Day::new(year, day.month(), day.day()).map_or(0, Day::number)
}
