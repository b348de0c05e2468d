//! The page of a year of a large timeline, or of a month of one.

use askama::Template;

use super::archive::{Leaf, Time, Whole, year_folder};
use super::card::Card;
use super::listing::{Listing, Part};
use super::page::{Link, Page, Section};
use super::site::Site;
use super::years::{MonthLine, months, way};
use crate::words::Counted;

/// The page of a year, of a month, or of what has no date; the first or a further one.
#[derive(Template)]
#[template(path = "year.html", whitespace = "minimize")]
pub struct YearPage<'s> {
    page: Page<'s>,
    way: Vec<Link>,
    events: String,
    months: Vec<MonthLine>,
    parts: Vec<Part>,
    cards: Vec<Card>,
    previous: Option<Link>,
    next: Option<Link>,
}

impl<'s> YearPage<'s> {
    /// The page with this number in the archive.
    pub fn new(site: &'s Site<'_>, number: usize) -> Self {
        let archive = site.archive();
        let leaves = &archive.leaves;
        let leaf = &leaves[number];
        let folder = leaf.folder();
        let title = title(site, leaf);
        let same = match leaf.time.year() {
            Some(year) => archive.of_year(year),
            None => leaves.as_slice(),
        };
        let whole = matches!(leaf.time, Time::Year(_, Whole::Year));
        let same = same.iter().filter(|it| whole || it.time == leaf.time);
        let total: usize = same.map(|leaf| leaf.events.len()).sum();
        let events = site.language.count(total, Counted::Events);
        let about = format!("{title}: {events}");
        let mut page = Page::new(site, Section::Timeline, &folder, &title, &about);
        page.data.events(site, leaf.events.iter().copied());
        let root = page.root.as_str();
        let mut way = way(site, root, true);
        if let Time::Year(year, Whole::Month(_)) = leaf.time {
            let href = format!("{root}years/{}/index.html", year_folder(year));
            way.push(Link::new(href, site.language.year(year)));
        }
        let (parts, cards) = match leaf.time {
            Time::Year(_, Whole::Year) => {
                let years = Listing::of_some(site, &leaf.events, root).years.into_iter();
                (years.flat_map(|year| year.parts).collect(), Vec::new())
            }
            _ => (Vec::new(), Card::all(site, &leaf.events, root)),
        };
        let split = matches!(leaf.time, Time::Year(year, Whole::Year)
            if leaf.number == 1 && archive.of_year(year).len() > 1);
        let neighbour = |number: Option<usize>| {
            let leaf = leaves.get(number?)?;
            let href = format!("{root}{}index.html", leaf.folder());
            Some(Link::new(href, self::title(site, leaf)))
        };
        YearPage {
            way,
            events,
            months: match leaf.time.year() {
                Some(year) if split => months(site, archive, year, root),
                _ => Vec::new(),
            },
            parts,
            cards,
            previous: neighbour(number.checked_sub(1)),
            next: neighbour(Some(number + 1)),
            page,
        }
    }
}

/// What a page is called.
fn title(site: &Site<'_>, leaf: &Leaf) -> String {
    let language = site.language;
    let name = match leaf.time {
        Time::Year(year, Whole::Year) => language.year(year),
        Time::Year(year, Whole::Month(month)) => language.month(year, month),
        Time::Undated => site.words().date_not_given.to_owned(),
    };
    match leaf.number {
        1 => name,
        number => format!("{name}, {}", language.page_of(number, leaf.of)),
    }
}
