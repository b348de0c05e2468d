//! The pages that have all actors, topics and sources, where one list of them would be too long.
//!
//! Their folders have a point in their names, which no id has: `sources/by.year/2024/`.

use std::collections::BTreeMap;

use askama::Template;

use super::actors;
use super::page::{Link, Page, Section};
use super::site::Site;
use super::sources;
use super::topics;
use super::turning::{Turning, leaf, numbered};
use crate::edtf::Day;
use crate::model::{Source, report_day};
use crate::schema::{ActorKind, TopicId};

/// How many a page has. A list of no more than these stands whole.
pub(super) const PAGE: usize = 100;

/// How many of a longer list stand on the page that leads to all.
pub(super) const FIRST: usize = 50;

/// Lists that are too long for one page, in the order in which they are told.
pub struct Further<'s, 't> {
    site: &'s Site<'t>,
    lists: Vec<List<'t>>,
}

/// What a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Actors of a kind.
    Actors(ActorKind),
    /// Topics.
    Topics,
    /// Reports that were published in a year, or of which nobody knows when.
    Published(Option<i64>),
    /// Reports that are known through others.
    ThroughOthers,
}

/// A list, by the numbers of what it has.
struct List<'t> {
    which: Which,
    items: Vec<Item<'t>>,
}

/// Something in a list.
#[derive(Clone, Copy)]
enum Item<'t> {
    Actor(usize),
    Topic(&'t TopicId, usize),
    Source(usize),
}

/// A page of such a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FurtherLeaf {
    list: usize,
    number: usize,
    total: usize,
}

/// Something in a list, as it is shown.
pub(super) struct Line {
    pub link: Link,
    pub aside: Option<String>,
    pub count: String,
}

/// A page of such a list.
#[derive(Template)]
#[template(path = "further.html", whitespace = "minimize")]
pub struct FurtherPage<'s> {
    page: Page<'s>,
    /// The list that leads here.
    list: Link,
    lines: Vec<Line>,
    turning: Turning,
}

impl Which {
    /// The folder, below the root, of its first page.
    pub(super) fn folder(self) -> String {
        match self {
            Which::Actors(kind) => format!("actors/by.kind/{}/", kind.word()),
            Which::Topics => "topics/by.name/".to_owned(),
            Which::Published(Some(year @ 1..)) => format!("sources/by.year/{year:04}/"),
            Which::Published(Some(year)) => format!("sources/by.year/bc-{}/", 1 - year),
            Which::Published(None) => "sources/by.year/undated/".to_owned(),
            Which::ThroughOthers => "sources/through.others/".to_owned(),
        }
    }

    /// What it has, in words.
    pub(super) fn name(self, site: &Site<'_>) -> String {
        let words = site.words();
        match self {
            Which::Actors(kind) => site.language.actor_kinds(kind).to_owned(),
            Which::Topics => words.topics.to_owned(),
            Which::Published(Some(year)) => site.language.year(year),
            Which::Published(None) => words.date_not_given.to_owned(),
            Which::ThroughOthers => words.known_through_others.to_owned(),
        }
    }

    fn section(self) -> Section {
        match self {
            Which::Actors(_) => Section::Actors,
            Which::Topics => Section::Topics,
            Which::Published(_) | Which::ThroughOthers => Section::Sources,
        }
    }
}

impl<'s, 't> Further<'s, 't> {
    /// Of a timeline: nothing, unless it is large.
    pub fn of(site: &'s Site<'t>) -> Self {
        let mut lists = Vec::new();
        if site.is_large() {
            actor_lists(site, &mut lists);
            topic_list(site, &mut lists);
            source_lists(site, &mut lists);
        }
        Further { site, lists }
    }

    /// All pages.
    pub fn leaves(&self) -> Vec<FurtherLeaf> {
        let lists = self.lists.iter().enumerate();
        let leaves = lists.flat_map(|(list, of)| {
            let total = of.items.len().div_ceil(PAGE);
            (1..=total).map(move |number| FurtherLeaf {
                list,
                number,
                total,
            })
        });
        leaves.collect()
    }

    /// The folder of a page below the root.
    pub fn folder_of(&self, leaf: FurtherLeaf) -> String {
        numbered(&self.lists[leaf.list].which.folder(), leaf.number)
    }
}

fn actor_lists<'t>(site: &Site<'t>, lists: &mut Vec<List<'t>>) {
    for kind in ActorKind::ALL {
        let actors = site.timeline.actors.as_slice();
        let mut items: Vec<usize> = (0..actors.len())
            .filter(|number| actors[*number].kind == *kind)
            .collect();
        if items.len() > PAGE {
            items.sort_by_cached_key(|number| site.language.sort_key(&actors[*number].name));
            lists.push(List {
                which: Which::Actors(*kind),
                items: items.into_iter().map(Item::Actor).collect(),
            });
        }
    }
}

fn topic_list<'t>(site: &Site<'t>, lists: &mut Vec<List<'t>>) {
    if site.events_of_topic.len() > PAGE {
        let topics = site.events_of_topic.iter();
        lists.push(List {
            which: Which::Topics,
            items: topics
                .map(|(topic, events)| Item::Topic(topic, events.len()))
                .collect(),
        });
    }
}

fn source_lists<'t>(site: &Site<'t>, lists: &mut Vec<List<'t>>) {
    if site.timeline.sources.len() <= PAGE {
        return;
    }
    for (year, sources) in years(site) {
        lists.push(List {
            which: Which::Published(year),
            items: sources.into_iter().map(Item::Source).collect(),
        });
    }
    let sources = site.timeline.sources.iter().enumerate();
    let through_others = sources.filter(|(_, source)| source.via.is_some());
    let items: Vec<_> = through_others
        .map(|(number, _)| Item::Source(number))
        .collect();
    if items.len() > FIRST {
        lists.push(List {
            which: Which::ThroughOthers,
            items,
        });
    }
}

/// The reports that were read, by the year in which they were published; the newest first, and
/// last those of which nobody knows when.
pub(super) fn years(site: &Site<'_>) -> Vec<(Option<i64>, Vec<usize>)> {
    let mut years: BTreeMap<Option<i64>, Vec<usize>> = BTreeMap::new();
    for number in newest_first(site) {
        let source = &site.timeline.sources.as_slice()[number];
        years.entry(year(source)).or_default().push(number);
    }
    years.into_iter().rev().collect()
}

/// The reports that were read, the newest first.
pub(super) fn newest_first(site: &Site<'_>) -> Vec<usize> {
    let sources = site.timeline.sources.as_slice();
    let mut read: Vec<usize> = (0..sources.len())
        .filter(|number| sources[*number].via.is_none())
        .collect();
    read.sort_by_key(|number| std::cmp::Reverse(report_day(&sources[*number])));
    read
}

fn year(source: &Source) -> Option<i64> {
    let published = source.published.as_ref()?;
    let day = published.earliest().day().or(published.latest().day());
    day.map(Day::year)
}

impl<'s> FurtherPage<'s> {
    /// The page.
    pub fn new(further: &Further<'s, '_>, of: FurtherLeaf) -> Self {
        let site = further.site;
        let List { which, items } = &further.lists[of.list];
        let language = site.language;
        let section = which.section();
        let (list_path, list_name) = match section {
            Section::Actors => ("actors", site.words().actors),
            Section::Topics => ("topics", site.words().topics),
            _ => ("sources", site.words().sources),
        };
        let name = which.name(site);
        let mut title = match which {
            Which::Published(_) => format!("{list_name}: {name}"),
            _ => name,
        };
        if of.total > 1 {
            title = format!("{title}, {}", language.page_of(of.number, of.total));
        }
        let path = further.folder_of(of);
        let page = Page::new(site, section, &path, &title, &title);
        let lines = leaf(items, of.number, PAGE).iter().map(|item| match item {
            Item::Actor(number) => actors::further(site, *number, &page.root),
            Item::Topic(topic, events) => topics::further(site, topic, *events, &page.root),
            Item::Source(number) => sources::further(site, *number, &page.root),
        });
        let turning = Turning::of(site, of.number, of.total);
        FurtherPage {
            lines: lines.collect(),
            list: Link::new(format!("{}{list_path}/index.html", page.root), list_name),
            turning: match which {
                Which::Published(_) => turning.in_time(),
                _ => turning,
            },
            page,
        }
    }
}
