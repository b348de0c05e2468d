//! What the first page loads when a reader looks for something: `data/find.js`, what events
//! are chosen and found by, and `data/known.js`, how they stood on earlier days.
//!
//! Both are scripts that hand over an object, for a page on a disk can load nothing else.
//! An event goes by its number in the order of time, a day by its number among those on
//! which a report appeared. Of an event, first come the words, actors and outlets with which
//! it became known, under its own number; what was told of it later stands under numbers of
//! its own, which [`Index::late`] refers back to it.
//!
//! Of a large timeline there is another form, in [`large`].

mod facts;
mod known;
mod large;
mod letters;
mod shards;
mod versions;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use self::facts::{Facts, number_of};
use self::versions::Version;
use self::words::Words;
use super::{File, RenderError, script};
use crate::views::{Facet, FindView, Site};

/// What events are chosen and found by.
#[derive(Serialize)]
struct Index<'s> {
    edition: &'s str,
    facets: BTreeMap<&'s str, Column>,
    /// Of each number behind those of the events: the event, and the day on which this was
    /// told of it.
    late: Vec<(usize, usize)>,
    /// Of each event the first and the last day that it can be, as numbers: 20240402.
    first: Vec<Option<i64>>,
    last: Vec<Option<i64>>,
    #[serde(flatten)]
    words: Words,
}

/// What there is to choose, and what falls under it.
#[derive(Serialize)]
struct Column {
    /// Name in addresses, name, depth.
    choices: Vec<(String, String, usize)>,
    /// Of each number, the choices that it falls under itself.
    of: Vec<Vec<usize>>,
}

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let Some(view) = FindView::of(site) else {
        return Ok(Vec::new());
    };
    if site.is_large() {
        return large::output(site, &view);
    }
    let versions = versions::of(site, &view.days);
    let mut files = vec![script("find", &index(site, &view, &versions))?];
    if view.days.len() > 1 {
        files.push(script("known", &known::known(site, &view, &versions))?);
    }
    Ok(files)
}

fn index<'s>(site: &Site<'_>, view: &'s FindView, versions: &[Vec<Version>]) -> Index<'s> {
    let pieces = pieces(versions);
    let now: Vec<&Facts> = versions
        .iter()
        .filter_map(|of| Some(&of.last()?.facts))
        .collect();
    let column = |facet: Facet| {
        let choices = facet.choices(site);
        let numbers: HashMap<&str, usize> = choices
            .iter()
            .enumerate()
            .map(|(number, choice)| (choice.id.as_str(), number))
            .collect();
        let find = |ids: &mut dyn Iterator<Item = &str>| -> Vec<usize> {
            ids.filter_map(|id| numbers.get(id).copied()).collect()
        };
        let of = match facet {
            Facet::Actor => pieces
                .iter()
                .map(|piece| find(&mut piece.actors.iter().copied()))
                .collect(),
            Facet::Outlet => pieces
                .iter()
                .map(|piece| find(&mut piece.outlets.iter().copied()))
                .collect(),
            _ => site
                .timeline
                .events
                .iter()
                .map(|event| find(&mut facet.of(site.timeline, event).into_iter()))
                .collect(),
        };
        Column {
            choices: choices
                .iter()
                .map(|choice| (choice.id.clone(), choice.name.clone(), choice.depth))
                .collect(),
            of,
        }
    };
    Index {
        edition: &view.edition,
        facets: view
            .facets
            .iter()
            .map(|facet| (facet.word, column(facet.facet)))
            .collect(),
        late: pieces[versions.len()..]
            .iter()
            .map(|piece| (piece.event, piece.since))
            .collect(),
        first: now.iter().map(|facts| facts.first.map(number_of)).collect(),
        last: now.iter().map(|facts| facts.last.map(number_of)).collect(),
        words: Words::of(pieces.iter().map(|piece| &piece.words)),
    }
}

/// What was told of an event on a day that had not been told of it before.
struct Piece<'v> {
    event: usize,
    since: usize,
    actors: BTreeSet<&'v str>,
    outlets: BTreeSet<&'v str>,
    words: BTreeSet<&'v str>,
}

/// What was told of the events: of each in their order what was told first, then all that
/// came later.
fn pieces(versions: &[Vec<Version>]) -> Vec<Piece<'_>> {
    let mut first = Vec::with_capacity(versions.len());
    let mut late = Vec::new();
    for (event, of) in versions.iter().enumerate() {
        let mut told: [BTreeSet<&str>; 3] = Default::default();
        for (number, version) in of.iter().enumerate() {
            let facts = &version.facts;
            let [actors, outlets, words] = &mut told;
            let piece = Piece {
                event,
                since: version.since,
                actors: new(actors, &facts.actors),
                outlets: new(outlets, &facts.outlets),
                words: new(words, &facts.words),
            };
            if number == 0 {
                first.push(piece);
            } else if !(piece.actors.is_empty()
                && piece.outlets.is_empty()
                && piece.words.is_empty())
            {
                late.push(piece);
            }
        }
    }
    first.append(&mut late);
    first
}

/// What had not been told, which now it has.
fn new<'v>(told: &mut BTreeSet<&'v str>, now: &'v BTreeSet<String>) -> BTreeSet<&'v str> {
    now.iter()
        .map(String::as_str)
        .filter(|one| told.insert(one))
        .collect()
}
