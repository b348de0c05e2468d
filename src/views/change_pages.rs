//! The pages on which the changes stand: the newest, and those of the months.

use std::collections::BTreeMap;
use std::ops::Range;

use super::page::Link;
use super::site::Site;
use super::turning::{Turning, numbered};
use crate::edtf::Day;
use crate::model::{Change, DayOfChange, Source, report_day};

/// How many changes the first page of them holds, unless a single day has more. All of them
/// are on the pages of the months.
const MOST: usize = 400;

/// How many changes a page of a large timeline holds, unless a single event has more on a day.
const PAGE: usize = 150;

/// To how many of the months the first page of a large timeline leads; to those before by
/// their years.
const MONTHS: usize = 24;

/// The pages on which the changes stand.
pub struct ChangePages<'s, 't> {
    pub(super) site: &'s Site<'t>,
    /// The reports by the day on which they appeared.
    pub(super) reports: BTreeMap<Day, Vec<&'t Source>>,
    /// What the first page has.
    pub(super) newest: Vec<Part<'s, 't>>,
    /// The pages of the months, the newest first.
    pub(super) leaves: Vec<Leaf<'s, 't>>,
}

/// A day, or a part of one that has too much to tell for a page.
#[derive(Clone, Copy)]
pub(super) struct Part<'s, 't> {
    /// The day.
    pub day: &'s DayOfChange<'t>,
    /// The changes that are told.
    pub changes: &'s [Change<'t>],
    /// Whether a page before has the first part.
    pub continued: bool,
}

/// A page of a month.
pub(super) struct Leaf<'s, 't> {
    pub month: Month,
    /// Which of the pages of the month it is, from 1 on.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    pub parts: Vec<Part<'s, 't>>,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month {
    year: i64,
    month: u8,
}

impl Month {
    fn of(day: Day) -> Self {
        Month {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The folder of its first page, below that of the changes.
    fn folder(self) -> String {
        format!("{:04}-{:02}/", self.year, self.month)
    }

    fn name(self, site: &Site<'_>) -> String {
        site.language.month(self.year, self.month)
    }
}

impl Leaf<'_, '_> {
    /// Its folder, below that of the changes.
    fn folder(&self) -> String {
        numbered(&self.month.folder(), self.number)
    }

    /// Its month in words, and which page of it, where there are several.
    pub(super) fn name(&self, site: &Site<'_>) -> String {
        let month = self.month.name(site);
        match self.total {
            1 => month,
            total => format!("{month}, {}", site.language.page_of(self.number, total)),
        }
    }
}

impl<'s, 't> ChangePages<'s, 't> {
    /// Of a timeline.
    pub fn of(site: &'s Site<'t>) -> Self {
        let days = &site.changes.days;
        let mut reports: BTreeMap<Day, Vec<&Source>> = BTreeMap::new();
        for source in &site.timeline.sources {
            if let Some(day) = report_day(source) {
                reports.entry(day).or_default().push(source);
            }
        }
        let large = site.is_large();
        let newest = if large {
            // More than one page cannot have.
            let mut changes = 0;
            let enough = days.iter().take_while(|day| {
                let wanted = changes <= PAGE;
                changes += day.changes.len();
                wanted
            });
            let enough = enough.count();
            cut(&days[..enough], PAGE)
                .into_iter()
                .next()
                .unwrap_or_default()
        } else {
            days[..newest(days)].iter().map(Part::whole).collect()
        };
        let held: usize = newest.iter().map(|part| part.changes.len()).sum();
        let all: usize = days.iter().map(|day| day.changes.len()).sum();
        let mut leaves = Vec::new();
        if held < all {
            let most = if large { PAGE } else { usize::MAX };
            for days in days.chunk_by(|a, b| Month::of(a.day) == Month::of(b.day)) {
                let Some(month) = days.first().map(|day| Month::of(day.day)) else {
                    continue;
                };
                let pages = cut(days, most);
                let total = pages.len();
                leaves.extend(pages.into_iter().enumerate().map(|(number, parts)| Leaf {
                    month,
                    number: number + 1,
                    total,
                    parts,
                }));
            }
        }
        ChangePages {
            site,
            reports,
            newest,
            leaves,
        }
    }

    /// The folders, below the root, of the pages of the months.
    pub fn folders(&self) -> impl Iterator<Item = String> {
        let leaves = self.leaves.iter();
        leaves.map(|leaf| format!("changes/{}", leaf.folder()))
    }

    /// What the page of a month with this number is made of: the numbers of the events, and
    /// all else that tells it from others.
    pub fn made_of(&self, number: usize) -> (Vec<usize>, String) {
        let mut events = Vec::new();
        let near = number.saturating_sub(1)..=number + 1;
        let names = near.map(|number| self.leaves.get(number));
        let names = names.map(|leaf| leaf.map(|leaf| (leaf.month, leaf.number, leaf.total)));
        let mut beside = format!("{:?}", names.collect::<Vec<_>>());
        let first = self.site.changes.days.last().map(|day| day.day);
        for part in &self.leaves[number].parts {
            let day = part.day;
            let all = day.changes.len();
            beside += &format!(
                "{} {all} {} {}",
                day.day,
                part.continued,
                Some(day.day) == first
            );
            for change in part.changes {
                events.push(change.event);
                events.extend(change.what.claims().map(|(event, _)| event));
                beside += &format!("{change:?}");
            }
        }
        (events, beside)
    }

    /// From the first page to those of the months: of a large timeline to the last ones, and
    /// to the last of each year before.
    pub(super) fn months(&self) -> Vec<Link> {
        let site = self.site;
        let months = self.leaves.iter().filter(|leaf| leaf.number == 1);
        let link = |leaf: &Leaf<'_, '_>, text| Link::new(leaf.folder() + "index.html", text);
        let most = if site.is_large() { MONTHS } else { usize::MAX };
        let mut year = None;
        months
            .enumerate()
            .filter_map(|(number, leaf)| {
                let known = year.replace(leaf.month.year) == Some(leaf.month.year);
                if number < most {
                    Some(link(leaf, leaf.month.name(site)))
                } else {
                    (!known).then(|| link(leaf, site.language.year(leaf.month.year)))
                }
            })
            .collect()
    }

    /// The way up from a page of a month to the first page.
    pub(super) fn up(&self, number: usize) -> String {
        let folder = self.leaves.get(number).map(Leaf::folder);
        "../".repeat(folder.unwrap_or_default().matches('/').count())
    }

    /// The way from a page of a month, in a large timeline.
    pub(super) fn turning(&self, number: usize) -> Turning {
        let site = self.site;
        if !site.is_large() {
            return Turning::default();
        }
        let up = self.up(number);
        let link = |leaf: &Leaf<'_, '_>| {
            Link::new(format!("{up}{}index.html", leaf.folder()), leaf.name(site))
        };
        let before = number
            .checked_sub(1)
            .and_then(|number| self.leaves.get(number));
        Turning {
            before: before.map(link),
            after: self.leaves.get(number + 1).map(link),
            all: Vec::new(),
            in_time: true,
        }
    }
}

impl<'s, 't> Part<'s, 't> {
    fn whole(day: &'s DayOfChange<'t>) -> Self {
        Part {
            day,
            changes: &day.changes,
            continued: false,
        }
    }
}

/// How many of the days the first page holds.
fn newest(days: &[DayOfChange<'_>]) -> usize {
    let mut lines = 0;
    let within = days.iter().take_while(|day| {
        lines += day.changes.len();
        lines <= MOST
    });
    within.count().max(1).min(days.len())
}

/// Days on as many pages as they need, if a page has so many changes at the most. A day stays
/// whole where it can, and what changed about an event on a day always does.
fn cut<'s, 't>(days: &'s [DayOfChange<'t>], most: usize) -> Vec<Vec<Part<'s, 't>>> {
    let mut pages: Vec<Vec<Part<'_, '_>>> = Vec::new();
    let mut page = Vec::new();
    let mut held: usize = 0;
    for day in days {
        let all = day.changes.len();
        if held > 0 && held.saturating_add(all) > most && all <= most {
            pages.push(std::mem::take(&mut page));
            held = 0;
        }
        let part = |changes: Range<usize>| Part {
            day,
            continued: changes.start > 0,
            changes: &day.changes[changes],
        };
        let (mut from, mut at) = (0, 0);
        for event in day.changes.chunk_by(|a, b| a.event == b.event) {
            if held > 0 && held.saturating_add(event.len()) > most {
                if at > from {
                    page.push(part(from..at));
                }
                pages.push(std::mem::take(&mut page));
                (held, from) = (0, at);
            }
            held += event.len();
            at += event.len();
        }
        page.push(part(from..at));
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages
}
