//! What changed, day by day.

use askama::Template;

use super::change::{EventChanges, Line, told_by};
use super::change_pages::{ChangePages, Part};
use super::page::{Link, Page, Section};
use super::site::Site;
use super::turning::Turning;
use super::visit::Visit;
use crate::edtf::Day;
use crate::model::{Change, DayOfChange, Source, What, is_by};
use crate::schema::ClaimRecord;
use crate::words::Counted;

/// How many of the reports of a day are named on the pages of a large timeline.
const REPORTS: usize = 20;

/// What changed, day by day.
#[derive(Template)]
#[template(path = "changes.html", whitespace = "minimize")]
pub struct ChangesPage<'s> {
    page: Page<'s>,
    /// Whether it is the first page of changes.
    first: bool,
    /// To the first page from the others.
    latest: String,
    days: Vec<DayView>,
    /// To the pages of the months, where the first page does not hold all.
    months: Vec<Link>,
    turning: Turning,
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
    /// How many these are, where only some are named.
    all_reports: Option<String>,
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
    pub fn newest(pages: &ChangePages<'s, '_>) -> Self {
        let site = pages.site;
        let words = &site.words().changes;
        let page = Page::new(site, Section::Changes, "changes/", words.title, words.lead)
            .with_script("visit")
            .with_feeds("", site.timeline.about.title.to_string());
        ChangesPage {
            days: views(pages, &pages.newest, &page.root),
            first: true,
            latest: String::new(),
            months: pages.months(),
            turning: Turning::default(),
            visit: Visit::of(site),
            page,
        }
    }

    /// The page with this number of those of the months.
    pub fn of_month(pages: &ChangePages<'s, '_>, number: usize, path: &str) -> Self {
        let site = pages.site;
        let words = &site.words().changes;
        let leaf = &pages.leaves[number];
        let title = format!("{}, {}", words.title, leaf.name(site));
        let page = Page::new(site, Section::Changes, path, &title, words.lead);
        ChangesPage {
            days: views(pages, &leaf.parts, &page.root),
            first: false,
            latest: pages.up(number) + "index.html",
            months: Vec::new(),
            turning: pages.turning(number),
            visit: None,
            page,
        }
    }
}

fn views(pages: &ChangePages<'_, '_>, parts: &[Part<'_, '_>], root: &str) -> Vec<DayView> {
    let site = pages.site;
    let first = site.changes.days.last().map(|day| day.day);
    let named = if site.is_large() { REPORTS } else { usize::MAX };
    parts
        .iter()
        .map(|part| {
            let day = part.day;
            // The first part of the day has them.
            let reports = pages.reports.get(&day.day).filter(|_| !part.continued);
            let reports = reports.map_or(&[][..], Vec::as_slice);
            let mut name = day_name(site, day);
            if part.continued {
                name = format!("{name} ({})", site.words().lists.continued);
            }
            let many = reports.len() > named;
            DayView {
                id: day.day.to_string(),
                name,
                datetime: datetime(day.day),
                count: site.language.count(day.changes.len(), Counted::Changes),
                changes: day.changes.len(),
                reports: reports
                    .iter()
                    .take(named)
                    .map(|source| Link::source(root, &source.id, &dated(site, source)))
                    .collect(),
                all_reports: many.then(|| site.language.count(reports.len(), Counted::Reports)),
                added: added(site, part, root),
                first: first == Some(day.day),
                events: of_events(site, part.changes, root),
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
                name.to_owned()
            } else {
                format!("{name} ({date})")
            }
        }
        _ => name.to_owned(),
    }
}

fn added(site: &Site<'_>, part: &Part<'_, '_>, root: &str) -> Vec<AddedView> {
    let added = part
        .changes
        .iter()
        .filter(|change| change.what == What::Added);
    added
        .map(|change| {
            let event = &site.timeline.events.as_slice()[change.event];
            let of_claim = |claim: &&ClaimRecord| site.changes.knowledge.of_claim(event, claim);
            let told = |claim: &&ClaimRecord| is_by(of_claim(claim), part.day.day);
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

fn of_events(site: &Site<'_>, changes: &[Change<'_>], root: &str) -> Vec<EventChanges> {
    by_event(changes)
        .into_iter()
        .map(|(number, changes)| EventChanges::of(site, &changes, number, root))
        .filter(|event| !event.groups.is_empty())
        .collect()
}

/// Changes of a day by event.
pub(super) fn by_event<'d, 't>(changes: &'d [Change<'t>]) -> Vec<(usize, Vec<&'d Change<'t>>)> {
    let mut events: Vec<(usize, Vec<&Change<'_>>)> = Vec::new();
    for change in changes {
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
