//! The list of all years, with how many events each has.

use askama::Template;

use super::archive::{Archive, Time, Whole};
use super::page::{Link, Page, Section};
use super::site::Site;
use super::spans::{self, Span};
use crate::edtf::Edtf;
use crate::model::known_span;
use crate::words::Counted;

/// The list of all years; or, where they are very many, of those in a span.
#[derive(Template)]
#[template(path = "years.html", whitespace = "minimize")]
pub struct YearsPage<'s> {
    page: Page<'s>,
    way: Vec<Link>,
    events: String,
    years: Vec<YearLine>,
}

/// A year, or a span of them, in a list.
pub(super) struct YearLine {
    /// To its page.
    pub link: Link,
    /// How many events it has.
    pub events: String,
    /// The same as a part of the most that any of the list has, in percent.
    pub part: usize,
    /// Its months, where they are listed.
    pub months: Vec<MonthLine>,
}

/// A month in a list.
pub(super) struct MonthLine {
    /// To its events.
    pub link: Link,
    /// How many there are.
    pub events: String,
}

impl<'s> YearsPage<'s> {
    /// The folders of the list of all years and of those of spans; nothing where the timeline
    /// is not large.
    pub fn folders<'l>(site: &'l Site<'_>) -> Vec<(String, Option<Span<'l>>)> {
        let archive = site.archive();
        if archive.leaves.is_empty() {
            return Vec::new();
        }
        let spans = spans::all(&archive.years).into_iter();
        let spans = spans.map(|span| (format!("years/{}/", span.folder()), Some(span)));
        std::iter::once(("years/".to_owned(), None))
            .chain(spans)
            .collect()
    }

    /// The page of a span of years, or of all of them.
    pub fn new(site: &'s Site<'_>, span: Option<&Span<'_>>) -> Self {
        let archive = site.archive();
        let language = site.language;
        let (folder, title, years, events) = match span {
            Some(span) => (
                format!("years/{}/", span.folder()),
                language.years(span.first, span.last),
                span.years,
                span.events(),
            ),
            None => (
                "years/".to_owned(),
                site.words().archive.all.to_owned(),
                archive.years.as_slice(),
                site.timeline.events.len(),
            ),
        };
        let events = language.count(events, Counted::Events);
        let about = format!("{title}: {events}");
        let page = Page::new(site, Section::Timeline, &folder, &title, &about);
        let all = span.is_none();
        let mut lines = lines(site, years, &format!("{}years/", page.root), all);
        for (line, span) in lines.iter_mut().zip(spans::spans(years)) {
            if span.is_year() {
                line.months = months(site, archive, span.first, &page.root);
            }
        }
        YearsPage {
            way: way(site, &page.root, !all),
            events,
            years: lines,
            page,
        }
    }
}

/// The years as they stand on a page from which `folder` leads to theirs.
pub(super) fn lines(
    site: &Site<'_>,
    years: &[(i64, usize)],
    folder: &str,
    with_undated: bool,
) -> Vec<YearLine> {
    let spans = spans::spans(years);
    let undated = if with_undated {
        site.archive().undated()
    } else {
        0
    };
    let events = spans.iter().map(Span::events);
    let most = events.chain([undated]).max().unwrap_or_default().max(1);
    let line = |folder: String, name: String, events: usize| YearLine {
        link: Link::new(folder + "/index.html", name),
        events: site.language.number(events),
        part: (events * 100).div_ceil(most),
        months: Vec::new(),
    };
    let mut lines: Vec<YearLine> = spans
        .iter()
        .map(|span| {
            let name = if span.is_year() {
                site.language.year(span.first)
            } else {
                site.language.years(span.first, span.last)
            };
            line(format!("{folder}{}", span.folder()), name, span.events())
        })
        .collect();
    if undated > 0 {
        let name = site.words().date_not_given.to_owned();
        lines.push(line(format!("{folder}undated"), name, undated));
    }
    lines
}

/// The way to a page: the timeline, and the list of all years.
pub(super) fn way(site: &Site<'_>, root: &str, to_all: bool) -> Vec<Link> {
    let timeline = Link::timeline(root, site.words().timeline);
    let all = Link::new(format!("{root}years/index.html"), site.words().archive.all);
    std::iter::once(timeline)
        .chain(to_all.then_some(all))
        .collect()
}

/// The months of a year, each with its page, or its heading on that of the year.
pub(super) fn months(site: &Site<'_>, archive: &Archive, year: i64, root: &str) -> Vec<MonthLine> {
    let leaves = archive.of_year(year);
    let line = |month: u8, href: String, events: usize| MonthLine {
        link: Link::new(
            href,
            site.language.sentence(site.language.month_name(month)),
        ),
        events: site.language.number(events),
    };
    if let [leaf] = leaves {
        let page = format!("{root}{}index.html", leaf.folder());
        let events = leaf.events.iter();
        let when = events.map(|number| &site.timeline.events.as_slice()[*number].when);
        let mut months: Vec<u8> = when.filter_map(|when| one_month(when)).collect();
        months.sort_unstable();
        return months
            .chunk_by(PartialEq::eq)
            .filter_map(|same| {
                let month = *same.first()?;
                let href = format!("{page}#y{year}-{month:02}");
                Some(line(month, href, same.len()))
            })
            .collect();
    }
    leaves
        .chunk_by(|a, b| a.time == b.time)
        .filter_map(|leaves| {
            let first = leaves.first()?;
            let Time::Year(_, Whole::Month(month)) = first.time else {
                return None;
            };
            let href = format!("{root}{}index.html", first.folder());
            let events = leaves.iter().map(|leaf| leaf.events.len()).sum();
            Some(line(month, href, events))
        })
        .collect()
}

/// The month in which all of a date lies: its heading in a list.
fn one_month(when: &Edtf) -> Option<u8> {
    let (first, last) = known_span(when)?;
    let same = (first.year(), first.month()) == (last.year(), last.month());
    same.then(|| first.month())
}
