//! What changed, as a feed tells it: an entry for each event and day.

use std::sync::{Arc, OnceLock};

use askama::Template;

use super::change::{EventChanges, Line, Side, told_by, word};
use super::changes::{by_event, datetime, day_name};
use super::page::{Link, absolute};
use super::site::Site;
use crate::markdown::{self, Html};
use crate::model::{Change, DayOfChange, Sort, What};
use crate::words::Changes;

/// How many entries a feed has at the most: enough for a reader who was away for weeks, and
/// not more than what every program fetches again and again in one piece.
const MOST: usize = 100;

/// The same of a large timeline, of which there are many feeds.
const MOST_OF_MANY: usize = 50;

/// All that feeds tell, the newest first.
pub struct News<'s> {
    site: &'s Site<'s>,
    items: Vec<Item<'s>>,
    /// Of each event the numbers of its items.
    of_event: Vec<Vec<usize>>,
    /// Of each item its entry, seen from the root. Few are in any feed.
    at_root: Vec<OnceLock<Box<Entry>>>,
    /// The same seen from the folder of an actor or a topic, where addresses are relative.
    below: Vec<OnceLock<Box<Entry>>>,
}

/// What an entry is about.
struct Item<'s> {
    day: &'s DayOfChange<'s>,
    /// The day, as RFC 3339 writes it.
    date: Arc<str>,
    /// When it was told, where that is not one day.
    told: Option<Arc<str>>,
    event: usize,
    kind: ItemKind,
    changes: Vec<&'s Change<'s>>,
}

/// The sorts of entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ItemKind {
    /// An event was told of for the first time.
    Added,
    /// Something else was told of an event.
    Changed,
    /// A correction, counted within its event and day.
    Corrected(usize),
}

/// A feed.
pub struct Feed<'n> {
    /// Its title.
    pub title: String,
    /// What it is about, where its title does not say it.
    pub description: Option<String>,
    /// The address of the page that it belongs to.
    pub home: String,
    /// The newest day of it.
    pub updated: String,
    /// Its entries, the newest first.
    pub entries: Vec<&'n Entry>,
}

/// An entry of a feed.
pub struct Entry {
    /// What it is about, in a word that stays the same.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The address of the event's page.
    pub url: String,
    /// The day of it, as RFC 3339 writes it.
    pub date: String,
    /// What it tells.
    pub content: String,
    /// The event's topics: the id, and in words.
    pub topics: Vec<(String, String)>,
}

/// What an entry tells.
#[derive(Template)]
#[template(path = "news.html", whitespace = "minimize")]
struct Content<'s> {
    words: &'s Changes,
    /// When it was told, where that is not one day.
    day: Option<String>,
    /// Of an event that is new: its date, kind and who took part.
    facts: Option<String>,
    summary: Option<&'s Html>,
    /// Who says what of an event that is new.
    claims: Vec<Side>,
    told_by: Vec<Link>,
    event: EventChanges,
}

impl<'s> News<'s> {
    /// Of a timeline. Days that RFC 3339 cannot write are not in it.
    pub fn of(site: &'s Site<'s>) -> Self {
        let mut items = Vec::new();
        for day in &site.changes.days {
            let Some(date) = datetime(day.day) else {
                continue;
            };
            let date: Arc<str> = format!("{date}T00:00:00Z").into();
            let told = Some(day_name(site, day)).filter(|name| *name != site.language.day(day.day));
            let told: Option<Arc<str>> = told.map(Arc::from);
            for (event, changes) in by_event(&day.changes) {
                let mut item = |kind, changes: Vec<&'s Change<'s>>| {
                    items.push(Item {
                        day,
                        date: date.clone(),
                        told: told.clone(),
                        event,
                        kind,
                        changes,
                    });
                };
                let is_correction = |change: &&Change<'_>| change.what.sort() == Sort::Corrected;
                let (corrections, others): (Vec<_>, Vec<_>) =
                    changes.into_iter().partition(is_correction);
                for (number, correction) in corrections.into_iter().enumerate() {
                    item(ItemKind::Corrected(number), vec![correction]);
                }
                if others.iter().any(|change| change.what == What::Added) {
                    item(ItemKind::Added, others);
                } else if !others.is_empty() {
                    item(ItemKind::Changed, others);
                }
            }
        }
        let mut of_event = vec![Vec::new(); site.timeline.events.len()];
        for (number, item) in items.iter().enumerate() {
            of_event[item.event].push(number);
        }
        let none = || items.iter().map(|_| OnceLock::new()).collect();
        News {
            site,
            at_root: none(),
            below: none(),
            items,
            of_event,
        }
    }

    /// The feed of everything.
    pub fn feed(&self) -> Result<Feed<'_>, askama::Error> {
        let about = &self.site.timeline.about;
        let mut feed = self.made(
            "",
            about.title.to_string(),
            0..self.items.len().min(self.most()),
        )?;
        feed.description = about.standfirst.as_deref().map(markdown::to_text);
        Ok(feed)
    }

    /// The feed of some events, which lies in this folder.
    pub fn feed_of(
        &self,
        folder: &str,
        name: &str,
        events: &[usize],
    ) -> Result<Feed<'_>, askama::Error> {
        let title = feed_title(self.site, name);
        self.made(folder, title, self.items_of(events))
    }

    /// The numbers of the items of some events, the newest first.
    fn items_of(&self, events: &[usize]) -> Vec<usize> {
        let mut numbers: Vec<usize> = events
            .iter()
            .flat_map(|event| self.of_event[*event].iter().copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.truncate(self.most());
        numbers
    }

    /// How many entries a feed has at the most.
    fn most(&self) -> usize {
        if self.site.is_large() {
            MOST_OF_MANY
        } else {
            MOST
        }
    }

    /// What the feed of some events is made of: the numbers of those that are in it, and all
    /// else that tells it from others.
    pub fn made_of(&self, folder: &str, events: &[usize]) -> (Vec<usize>, String) {
        let mut beside = folder.to_owned();
        let items = self.items_of(events).into_iter().map(|it| &self.items[it]);
        let mut events = Vec::new();
        for item in items {
            for text in [&*item.date, item.told.as_deref().unwrap_or_default()] {
                beside += text;
                beside.push('\n');
            }
            events.push(item.event);
            for change in &item.changes {
                beside += &format!("{:?}", change.what);
                // Of another event that gives another figure nothing else may be told here.
                events.extend(change.what.claims().map(|(event, _)| event));
            }
        }
        if events.is_empty()
            && let Some(newest) = self.items.first()
        {
            beside += &newest.date;
        }
        (events, beside)
    }

    fn made(
        &self,
        folder: &str,
        title: String,
        numbers: impl IntoIterator<Item = usize>,
    ) -> Result<Feed<'_>, askama::Error> {
        let site = self.site;
        let base = site.timeline.about.base_url.as_deref();
        let root = match base {
            Some(base) => absolute(base, ""),
            None => "../".repeat(folder.matches('/').count()),
        };
        let made = if base.is_some() || folder.is_empty() {
            &self.at_root
        } else {
            &self.below
        };
        // An entry is in the feeds of all who take part in its event.
        let entry = |number: usize| {
            if let Some(entry) = made[number].get() {
                return Ok(&**entry);
            }
            let entry = self.entry(&self.items[number], &root)?;
            Ok(&**made[number].get_or_init(|| Box::new(entry)))
        };
        let entries: Vec<&Entry> = numbers
            .into_iter()
            .map(entry)
            .collect::<Result<_, askama::Error>>()?;
        // An empty feed must be of some time all the same.
        let updated = entries
            .first()
            .map(|entry| entry.date.clone())
            .or_else(|| self.items.first().map(|item| item.date.to_string()))
            .unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned());
        let page = if base.is_some() { "" } else { "index.html" };
        Ok(Feed {
            home: format!("{root}{folder}{page}"),
            title,
            description: None,
            updated,
            entries,
        })
    }

    fn entry(&self, item: &Item<'_>, root: &str) -> Result<Entry, askama::Error> {
        let site = self.site;
        let language = site.language;
        let event = &site.timeline.events.as_slice()[item.event];
        let day = item.day.day;
        let (key, words) = match item.kind {
            ItemKind::Added => ("added".to_owned(), None),
            ItemKind::Changed => (format!("changed/{day}"), Some(self.sorts(item))),
            ItemKind::Corrected(number) => {
                (format!("corrected/{day}/{number}"), Some(self.sorts(item)))
            }
        };
        let page = match site.timeline.about.base_url {
            Some(_) => "",
            None => "index.html",
        };
        Ok(Entry {
            key: format!("{}/{key}", event.id),
            title: match words {
                Some(words) => format!("{words}: {}", event.title),
                None => event.title.to_string(),
            },
            url: format!("{root}events/{}/{page}", event.id),
            date: item.date.to_string(),
            content: self.content(item, root).render()?.trim().to_owned(),
            topics: event
                .topics
                .iter()
                .map(|topic| (topic.to_string(), language.name_of(topic)))
                .collect(),
        })
    }

    /// "Moved, contradicted".
    fn sorts(&self, item: &Item<'_>) -> String {
        let mut sorts: Vec<Sort> = item
            .changes
            .iter()
            .map(|change| change.what.sort())
            .collect();
        sorts.sort_unstable();
        sorts.dedup();
        // In a title "added" would be taken for the event.
        let words = sorts.iter().map(|sort| match sort {
            Sort::Added => self.site.words().changes.more_told,
            _ => word(self.site, *sort),
        });
        let words: Vec<&str> = words.collect();
        self.site.language.sentence(&words.join(", "))
    }

    fn content(&self, item: &Item<'_>, root: &str) -> Content<'s> {
        let site = self.site;
        let event = &site.timeline.events.as_slice()[item.event];
        let added = item
            .changes
            .iter()
            .find(|change| change.what == What::Added);
        let knowledge = &site.changes.knowledge;
        let told = event.claims.iter().enumerate().filter(|(_, claim)| {
            added.is_some() && knowledge.of_claim(event, claim) <= Some(item.day.day)
        });
        Content {
            words: &site.words().changes,
            day: item.told.as_deref().map(str::to_owned),
            facts: added.map(|_| facts(site, item.event)),
            summary: added.and(site.in_words(item.event).summary()),
            claims: told
                .map(|(number, _)| Side::of(site, (item.event, number), root))
                .collect(),
            told_by: added.map_or_else(Vec::new, |change| told_by(site, change, root)),
            event: EventChanges::of(site, &item.changes, item.event, root),
        }
    }
}

/// The title of the feed of something: with the timeline's, which readers' programs do not
/// show beside it.
pub(super) fn feed_title(site: &Site<'_>, name: &str) -> String {
    format!("{name} – {}", site.timeline.about.title)
}

/// "Call · 2 April 2024 · Joe Biden, Xi Jinping".
fn facts(site: &Site<'_>, number: usize) -> String {
    let event = &site.timeline.events.as_slice()[number];
    let language = site.language;
    let names = site.names_in(event);
    let kind = language.kind(event.kind).to_owned();
    let mut facts = vec![kind, site.in_words(number).date.to_owned()];
    if !names.is_empty() {
        facts.push(names.join(", "));
    }
    facts.join(" · ")
}
