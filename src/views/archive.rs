//! The pages on which the events of a large timeline stand: which years, months and further
//! pages there are, and which events each has.

use super::site::Site;
use super::turning::numbered;
use crate::edtf::Edtf;
use crate::model::known_span;

/// The most events of a page.
pub(super) const PAGE: usize = 100;

/// The pages on which the events of a large timeline stand.
#[derive(Debug, Default)]
pub struct Archive {
    /// The pages, in the order of time: a year before its months, and what has no year that
    /// is known last.
    pub leaves: Vec<Leaf>,
    /// The years that have events, each with how many.
    pub years: Vec<(i64, usize)>,
    /// Of every event, by its number, the page.
    leaf_of: Vec<usize>,
    /// Of every event, by its number, its time.
    times: Vec<Time>,
}

/// A page of events.
#[derive(Debug)]
pub struct Leaf {
    /// The time of its events.
    pub time: Time,
    /// Which of the pages of that time it is, from 1 on.
    pub number: usize,
    /// How many there are of that time.
    pub of: usize,
    /// The numbers of its events.
    pub events: Vec<usize>,
}

/// A year or a month of one; neither where the year is not known. They are in the order of
/// the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// A year, or more than a month of it.
    Year(i64, Whole),
    /// No year that is known.
    Undated,
}

/// All of a year, or a month of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whole {
    /// All of it, or more than a month.
    Year,
    /// A month, from 1 to 12.
    Month(u8),
}

impl Time {
    /// The time under which a date stands: a month, where it is not much longer than that.
    pub fn of(date: &Edtf) -> Self {
        let Some((first, last)) = known_span(date) else {
            return Time::Undated;
        };
        let one = (first.year(), first.month()) == (last.year(), last.month());
        // What lasts from the end of a month into the next one is of the month in which it begins.
        if one || last.number() - first.number() < 31 {
            Time::Year(first.year(), Whole::Month(first.month()))
        } else {
            Time::Year(first.year(), Whole::Year)
        }
    }

    /// The year, if it is known.
    pub fn year(self) -> Option<i64> {
        match self {
            Time::Year(year, _) => Some(year),
            Time::Undated => None,
        }
    }

    /// The folder of its pages below the root.
    pub fn folder(self) -> String {
        match self {
            Time::Year(year, Whole::Year) => format!("years/{}/", year_folder(year)),
            Time::Year(year, Whole::Month(month)) => {
                format!("years/{}/{month:02}/", year_folder(year))
            }
            Time::Undated => "years/undated/".to_owned(),
        }
    }
}

impl Leaf {
    /// Its folder below the root.
    pub fn folder(&self) -> String {
        numbered(&self.time.folder(), self.number)
    }
}

/// The folder of a year: as people write it, with a letter first where it is before the
/// year 1.
pub(super) fn year_folder(year: i64) -> String {
    match year {
        ..=0 => format!("bc-{}", 1 - year),
        _ => format!("{year:04}"),
    }
}

impl Archive {
    /// Of a timeline; empty where that is not large.
    pub(super) fn of(site: &Site<'_>) -> Self {
        let mut archive = Archive::default();
        if !site.is_large() {
            return archive;
        }
        let events = site.timeline.events.iter();
        archive.times = events.map(|event| Time::of(&event.when)).collect();
        let mut all: Vec<(Time, usize)> = archive.times.iter().copied().zip(0..).collect();
        all.sort_unstable();
        for year in all.chunk_by(|a, b| a.0.year() == b.0.year()) {
            archive.add_year(year);
        }
        archive.leaf_of = vec![0; all.len()];
        for (number, leaf) in archive.leaves.iter().enumerate() {
            for event in &leaf.events {
                archive.leaf_of[*event] = number;
            }
        }
        archive
    }

    /// What the page with this number is made of: the numbers of the events, and all else that
    /// tells it from others.
    pub fn made_of(&self, number: usize) -> (&[usize], String) {
        let near = number.saturating_sub(1)..=number + 1;
        let names = near.map(|number| self.leaves.get(number));
        let names = names.map(|leaf| leaf.map(|leaf| (leaf.time, leaf.number, leaf.of)));
        let leaf = &self.leaves[number];
        let year = leaf.time.year().map(|year| self.of_year(year));
        let year = year.unwrap_or_default().iter();
        let beside = format!(
            "{:?} {:?}",
            names.collect::<Vec<_>>(),
            year.map(|leaf| (leaf.time, leaf.events.len()))
                .collect::<Vec<_>>()
        );
        (&leaf.events, beside)
    }

    /// Adds the pages of a year, or of what has none.
    fn add_year(&mut self, events: &[(Time, usize)]) {
        let Some((first, _)) = events.first() else {
            return;
        };
        let whole = match first {
            Time::Year(year, _) => Time::Year(*year, Whole::Year),
            Time::Undated => Time::Undated,
        };
        self.years
            .extend(whole.year().map(|year| (year, events.len())));
        let numbers = |events: &[(Time, usize)]| events.iter().map(|(_, number)| *number).collect();
        if events.len() <= PAGE {
            let mut events: Vec<usize> = numbers(events);
            events.sort_unstable();
            self.add(whole, &events);
            return;
        }
        let vague = events.partition_point(|(time, _)| *time == whole);
        let (vague, months) = events.split_at(vague);
        self.add(whole, &numbers(vague));
        for month in months.chunk_by(|a, b| a.0 == b.0) {
            if let Some((time, _)) = month.first() {
                self.add(*time, &numbers(month));
            }
        }
    }

    /// Adds the pages of a time.
    fn add(&mut self, time: Time, events: &[usize]) {
        let of = events.len().div_ceil(PAGE).max(1);
        for number in 1..=of {
            let rest = events.iter().skip((number - 1) * PAGE);
            self.leaves.push(Leaf {
                time,
                number,
                of,
                events: rest.take(PAGE).copied().collect(),
            });
        }
    }

    /// The pages of a year, its own first.
    pub(super) fn of_year(&self, year: i64) -> &[Leaf] {
        let before = |it: &Leaf| it.time.year().is_some_and(|it| it < year);
        let (_, rest) = self.leaves.split_at(self.leaves.partition_point(before));
        let own = rest.partition_point(|it| it.time.year() == Some(year));
        rest.split_at(own).0
    }

    /// How many events have no year that is known.
    pub(super) fn undated(&self) -> usize {
        let dated: usize = self.years.iter().map(|(_, events)| events).sum();
        self.times.len() - dated
    }

    /// The time of the event with this number.
    pub fn time(&self, number: usize) -> Time {
        self.times.get(number).copied().unwrap_or(Time::Undated)
    }
}

impl Site<'_> {
    /// The list that carries the card of the event with this number: its path below the root.
    pub fn page_of_event(&self, number: usize) -> String {
        let archive = self.archive();
        let leaf = archive.leaf_of.get(number);
        match leaf.and_then(|leaf| archive.leaves.get(*leaf)) {
            Some(leaf) => leaf.folder() + "index.html",
            None => "index.html".to_owned(),
        }
    }
}
