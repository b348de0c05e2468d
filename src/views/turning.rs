//! The way between pages that follow one another.

use super::page::Link;
use super::site::Site;

/// The way from one of several pages to the others, the newest first.
#[derive(Default)]
pub(super) struct Turning {
    /// To the page before: what is newer.
    pub before: Option<Link>,
    /// To the page after: what is older.
    pub after: Option<Link>,
    /// To all of them, or of very many to some; the page itself has no address.
    pub all: Vec<Link>,
    /// Whether they follow one another in time, from the newest on.
    pub in_time: bool,
}

/// Of how many pages each is linked from each.
const FEW: usize = 30;

impl Turning {
    /// Between the pages of a folder, on the one with this number, counted from 1. The first
    /// page has the folder itself.
    pub(super) fn of(site: &Site<'_>, number: usize, total: usize) -> Self {
        let language = site.language;
        let up = if number > 1 { "../" } else { "" };
        let link = |page: usize, text: String| {
            let address = format!("{up}{}index.html", numbered("", page));
            Link::new(
                if page == number {
                    String::new()
                } else {
                    address
                },
                text,
            )
        };
        let near = |page: usize| {
            total <= FEW
                || page == 1
                || page == total
                || page.is_multiple_of(10)
                || page.abs_diff(number) < 4
        };
        let turn = |page: usize| {
            let there = (1..=total).contains(&page);
            there.then(|| link(page, language.sentence(&language.page_of(page, total))))
        };
        Turning {
            before: turn(number - 1),
            after: turn(number + 1),
            all: (1..=total)
                .filter(|page| total > 1 && near(*page))
                .map(|page| link(page, page.to_string()))
                .collect(),
            in_time: false,
        }
    }

    /// Whether there are other pages.
    pub(super) fn is_there(&self) -> bool {
        self.before.is_some() || self.after.is_some()
    }

    /// The link on the left, where what is earlier stands.
    pub(super) fn left(&self) -> Option<&Link> {
        let link = if self.in_time {
            &self.after
        } else {
            &self.before
        };
        link.as_ref()
    }

    /// The link on the right.
    pub(super) fn right(&self) -> Option<&Link> {
        let link = if self.in_time {
            &self.before
        } else {
            &self.after
        };
        link.as_ref()
    }

    /// The same of pages that follow one another in time, from the newest on.
    pub(super) fn in_time(mut self) -> Self {
        self.in_time = true;
        self
    }
}

/// The folder of one of several pages: the first has the folder of all. The others have a word
/// of their own, as a number alone might be a month.
pub(super) fn numbered(folder: &str, number: usize) -> String {
    match number {
        1 => folder.to_owned(),
        _ => format!("{folder}page-{number}/"),
    }
}

/// The part of a list that stands on the page with this number, counted from 1.
pub(super) fn leaf<T>(all: &[T], number: usize, most: usize) -> &[T] {
    all.chunks(most).nth(number - 1).unwrap_or(&[])
}
