//! `feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1): of everything, and of each
//! actor and each topic.
//!
//! Times are those of the reports' days, at their beginning in UTC: nothing reads the clock.
//! Addresses are absolute where the site has a `base_url`, and else relative to the feed.

use std::sync::Arc;

use askama::Template;
use serde::Serialize;

use super::lasting_id::uuid;
use super::{Piece, RenderError, json, render};
use crate::views::{Entry, Feed, News, Site, absolute, under};

/// An Atom feed.
#[derive(Template)]
#[template(path = "feed.xml", whitespace = "minimize")]
struct Atom<'f> {
    language: &'f str,
    author: &'f str,
    feed: &'f Feed<'f>,
    id: String,
    own: Option<String>,
    entries: Vec<AtomEntry<'f>>,
}

struct AtomEntry<'f> {
    of: &'f Entry,
    id: String,
}

#[derive(Serialize)]
struct JsonFeed<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'f str>,
    language: &'f str,
    authors: [Author<'f>; 1],
    items: Vec<JsonItem<'f>>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
}

#[derive(Serialize)]
struct JsonItem<'f> {
    id: String,
    url: &'f str,
    title: &'f str,
    content_html: &'f str,
    date_published: &'f str,
    date_modified: &'f str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'f str>,
}

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    let news = Arc::new(News::of(site));
    let mut pieces = Vec::new();
    for form in [Form::Atom, Form::Json] {
        let news = news.clone();
        pieces.push(Piece::new(form.name(), move |bytes| {
            form.write(site, &news.feed()?, "", bytes)
        }));
    }
    let actors = site.timeline.actors.iter().map(|actor| {
        let events = under(&site.events_of_actor, &actor.id);
        (
            format!("actors/{}/", actor.id),
            actor.name.to_string(),
            events,
        )
    });
    let topics = site.events_of_topic.iter().map(|(topic, events)| {
        let name = site.language.name_of(topic);
        (format!("topics/{topic}/"), name, events.as_slice())
    });
    for (folder, name, events) in actors.chain(topics) {
        let (made_of, beside) = news.made_of(&folder, events);
        let basis = site.bases().of_events(made_of, &beside);
        for form in [Form::Atom, Form::Json] {
            let (news, folder, name) = (news.clone(), folder.clone(), name.clone());
            let path = format!("{folder}{}", form.name());
            let piece = Piece::new(path, move |bytes| {
                let feed = news.feed_of(&folder, &name, events)?;
                form.write(site, &feed, &folder, bytes)
            });
            pieces.push(piece.resting_on(basis));
        }
    }
    Ok(pieces)
}

/// How a feed is written.
#[derive(Clone, Copy)]
enum Form {
    Atom,
    Json,
}

impl Form {
    /// Its file's name in the folder of what it tells of.
    fn name(self) -> &'static str {
        match self {
            Form::Atom => "feed.xml",
            Form::Json => "feed.json",
        }
    }

    /// Writes the feed of a folder below the root.
    fn write(
        self,
        site: &Site<'_>,
        feed: &Feed<'_>,
        folder: &str,
        bytes: &mut Vec<u8>,
    ) -> Result<(), askama::Error> {
        let base = site.timeline.about.base_url.as_deref();
        let own = base.map(|base| absolute(base, &format!("{folder}{}", self.name())));
        let timeline = site.timeline.about.lasting_name();
        let ids = feed
            .entries
            .iter()
            .map(|entry| uuid(timeline, &format!("entry/{}", entry.key)));
        let entries = feed.entries.iter().zip(ids);
        let title = &site.timeline.about.title;
        let language = site.language.code();
        match self {
            Form::Atom => {
                let atom = Atom {
                    language,
                    author: title,
                    id: uuid(timeline, &format!("feed/{folder}")),
                    own,
                    entries: entries.map(|(of, id)| AtomEntry { of, id }).collect(),
                    feed,
                };
                render(&atom, bytes)
            }
            Form::Json => {
                let document = JsonFeed {
                    version: "https://jsonfeed.org/version/1.1",
                    title: &feed.title,
                    home_page_url: &feed.home,
                    feed_url: own,
                    description: feed.description.as_deref(),
                    language,
                    authors: [Author { name: title }],
                    items: entries.map(|(entry, id)| json_item(entry, &id)).collect(),
                };
                json(&document, bytes)
            }
        }
    }
}

fn json_item<'f>(entry: &'f Entry, id: &str) -> JsonItem<'f> {
    JsonItem {
        id: format!("urn:uuid:{id}"),
        url: &entry.url,
        title: &entry.title,
        content_html: &entry.content,
        date_published: &entry.date,
        date_modified: &entry.date,
        tags: entry.topics.iter().map(|(_, name)| &**name).collect(),
    }
}
