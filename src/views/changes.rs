//! What changed, day by day.

use std::collections::BTreeMap;

use askama::Template;

use super::change::{EventChanges, Line, told_by};
use super::page::{Link, Page, Section};
use super::site::Site;
use super::visit::Visit;
use crate::edtf::Day;
use crate::model::{Change, DayOfChange, Source, What, is_by, report_day};
use crate::schema::ClaimRecord;
use crate::words::Counted;

/// How many changes the first page of them holds, unless a single day has more. All of them
/// are on the pages of the months.
const MOST: usize = 400;

/// What changed, day by day.
#[derive(Template)]
#[template(path = "changes.html", whitespace = "minimize")]
pub struct ChangesPage<'s> {
    page: Page<'s>,
    /// Whether it is the first page of changes.
    first: bool,
    days: Vec<DayView>,
    /// To the pages of the months, where the first page does not hold all.
    months: Vec<Link>,
    visit: Option<Visit>,
}

/// A day on which something changed.
struct DayView {
    id: String,
    name: String,
    /// As HTML writes it, where it can.
    datetime: Option<String>,
    count: String,
    /// How many changes there are.
    changes: usize,
    /// The reports that appeared.
    reports: Vec<Link>,
    /// The events told of for the first time.
    added: Vec<AddedView>,
    /// Whether everything begins with this day.
    first: bool,
    /// What changed about the others, and what the reports say against one another.
    events: Vec<EventChanges>,
}

/// An event told of for the first time.
struct AddedView {
    link: Link,
    date: String,
    kind: &'static str,
    claims: Option<String>,
    told_by: Vec<Link>,
}

impl<'s> ChangesPage<'s> {
    /// The first page: the newest days.
    pub fn newest(site: &'s Site<'_>) -> Self {
        let words = &site.words().changes;
        let page = Page::new(site, Section::Changes, "changes/", words.title, words.lead)
            .with_script("visit")
            .with_feeds("", site.timeline.about.title.to_string());
        let all = &site.changes.days;
        let days = &all[..newest(all)];
        let months = ChangesPage::months(site)
            .into_iter()
            .map(|month| Link::new(format!("{}/index.html", month.folder()), month.name(site)))
            .collect();
        ChangesPage {
            days: views(site, days, &page.root),
            first: true,
            months,
            visit: Visit::of(site),
            page,
        }
    }

    /// The page of a month.
    pub fn of_month(site: &'s Site<'_>, month: Month) -> Self {
        let words = &site.words().changes;
        let title = format!("{}, {}", words.title, month.name(site));
        let path = format!("changes/{}/", month.folder());
        let page = Page::new(site, Section::Changes, &path, &title, words.lead);
        let days = &site.changes.days;
        let start = days.partition_point(|day| Month::of(day.day) > month);
        let end = days.partition_point(|day| Month::of(day.day) >= month);
        ChangesPage {
            days: views(site, &days[start..end], &page.root),
            first: false,
            months: Vec::new(),
            visit: None,
            page,
        }
    }

    /// The months that have a page of their own, the newest first: none, where the first page
    /// holds all.
    pub fn months(site: &Site<'_>) -> Vec<Month> {
        let days = &site.changes.days;
        if newest(days) == days.len() {
            return Vec::new();
        }
        let mut months: Vec<Month> = days.iter().map(|day| Month::of(day.day)).collect();
        months.dedup();
        months
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
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

    /// The folder of its page, below that of the changes.
    pub fn folder(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    fn name(self, site: &Site<'_>) -> String {
        site.language.month(self.year, self.month)
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

fn views(site: &Site<'_>, days: &[DayOfChange<'_>], root: &str) -> Vec<DayView> {
    let mut reports: BTreeMap<Day, Vec<&Source>> = BTreeMap::new();
    for source in &site.timeline.sources {
        if let Some(day) = report_day(source) {
            reports.entry(day).or_default().push(source);
        }
    }
    let first = site.changes.days.last().map(|day| day.day);
    days.iter()
        .map(|day| {
            let reports = reports.get(&day.day).map_or(&[][..], Vec::as_slice);
            DayView {
                id: day.day.to_string(),
                name: day_name(site, day),
                datetime: datetime(day.day),
                count: site.language.count(day.changes.len(), Counted::Changes),
                changes: day.changes.len(),
                reports: reports
                    .iter()
                    .map(|source| Link::source(root, &source.id, &dated(site, source)))
                    .collect(),
                added: added(site, day, root),
                first: first == Some(day.day),
                events: of_events(site, day, root),
            }
        })
        .collect()
}

/// A day of change in words. Where every report that made it one may have appeared later, it
/// is the first that it can have been.
pub(super) fn day_name(site: &Site<'_>, day: &DayOfChange<'_>) -> String {
    let name = site.language.day(day.day);
    let exact = day.changes.iter().any(|change| {
        let told = change.told_by.iter();
        change.told_by.is_empty()
            || told
                .filter_map(|id| site.timeline.sources.get(id))
                .any(|source| !is_vague(source))
    });
    if exact {
        return name;
    }
    let name = format!("{} {name}", site.words().not_before);
    site.language.sentence(&name)
}

/// Whether a report may have appeared on a later day than the one it is counted from.
fn is_vague(source: &Source) -> bool {
    let date = source.published.as_ref();
    source.via.is_none() && date.is_some_and(|date| date.is_single_day().is_none())
}

/// A report's name, with its date where that is vague.
fn dated(site: &Site<'_>, source: &Source) -> String {
    let name = site.source_name(&source.id);
    match &source.published {
        Some(date) if is_vague(source) => {
            let date = site.language.date(date);
            // The name may tell it already.
            if name.contains(&date) {
                name
            } else {
                format!("{name} ({date})")
            }
        }
        _ => name,
    }
}

fn added(site: &Site<'_>, day: &DayOfChange<'_>, root: &str) -> Vec<AddedView> {
    let added = day
        .changes
        .iter()
        .filter(|change| change.what == What::Added);
    added
        .map(|change| {
            let event = &site.timeline.events.as_slice()[change.event];
            let of_claim = |claim: &&ClaimRecord| site.changes.knowledge.of_claim(event, claim);
            let told = |claim: &&ClaimRecord| is_by(of_claim(claim), day.day);
            let claims = event.claims.iter().filter(told).count();
            AddedView {
                link: Link::event(root, &event.id, &event.title),
                date: site.language.date(&event.when),
                kind: site.language.kind(event.kind),
                claims: (claims > 0).then(|| site.language.count(claims, Counted::Claims)),
                told_by: told_by(site, change, root),
            }
        })
        .collect()
}

fn of_events(site: &Site<'_>, day: &DayOfChange<'_>, root: &str) -> Vec<EventChanges> {
    by_event(day)
        .into_iter()
        .map(|(number, changes)| EventChanges::of(site, &changes, number, root))
        .filter(|event| !event.groups.is_empty())
        .collect()
}

/// A day's changes by event.
pub(super) fn by_event<'d, 't>(day: &'d DayOfChange<'t>) -> Vec<(usize, Vec<&'d Change<'t>>)> {
    let mut events: Vec<(usize, Vec<&Change<'_>>)> = Vec::new();
    for change in &day.changes {
        match events.last_mut() {
            Some((number, changes)) if *number == change.event => changes.push(change),
            _ => events.push((change.event, vec![change])),
        }
    }
    events
}

/// A day as HTML's `datetime` and RFC 3339 write it: of the years 1 to 9999.
pub(crate) fn datetime(day: Day) -> Option<String> {
    (1..=9999).contains(&day.year()).then(|| day.to_string())
}
