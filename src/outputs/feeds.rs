//! `feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1): of everything, and of each
//! actor and each topic.
//!
//! Times are those of the reports' days, at their beginning in UTC: nothing reads the clock.
//! Addresses are absolute where the site has a `base_url`, and else relative to the feed.

use askama::Template;
use rayon::prelude::*;
use serde::Serialize;

use super::lasting_id::uuid;
use super::{File, RenderError};
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

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let news = News::of(site);
    let language = site.language;
    let mut made = vec![files(site, news.feed(), "")?];
    let actors = site.timeline.actors.as_slice().par_iter().map(|actor| {
        let folder = format!("actors/{}/", actor.id);
        let events = under(&site.events_of_actor, &actor.id);
        let feed = news.feed_of(&folder, &actor.name, events);
        files(site, feed, &folder)
    });
    let topics = site.events_of_topic.par_iter().map(|(topic, events)| {
        let folder = format!("topics/{topic}/");
        let feed = news.feed_of(&folder, &language.name_of(topic), events);
        files(site, feed, &folder)
    });
    made.extend(actors.chain(topics).collect::<Result<Vec<_>, _>>()?);
    Ok(made.into_iter().flatten().collect())
}

/// A feed in both its forms.
fn files(
    site: &Site<'_>,
    feed: Result<Feed<'_>, askama::Error>,
    folder: &str,
) -> Result<[File; 2], RenderError> {
    let (xml, json) = (format!("{folder}feed.xml"), format!("{folder}feed.json"));
    let wrong = |path: &str| {
        let path = path.to_owned();
        move |error| RenderError { path, error }
    };
    let feed = feed.map_err(wrong(&xml))?;
    let base = site.timeline.about.base_url.as_deref();
    let own = |path: &str| base.map(|base| absolute(base, path));
    let title = &site.timeline.about.title;
    let timeline = site.timeline.about.lasting_name();
    let language = site.language.code();
    let ids: Vec<String> = feed
        .entries
        .iter()
        .map(|entry| uuid(timeline, &format!("entry/{}", entry.key)))
        .collect();
    let atom = Atom {
        language,
        author: title,
        id: uuid(timeline, &format!("feed/{folder}")),
        own: own(&xml),
        entries: feed
            .entries
            .iter()
            .zip(&ids)
            .map(|(of, id)| AtomEntry { of, id: id.clone() })
            .collect(),
        feed: &feed,
    };
    let mut text = atom.render().map_err(wrong(&xml))?;
    text.push('\n');
    let document = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.home,
        feed_url: own(&json),
        description: feed.description.as_deref(),
        language,
        authors: [Author { name: title }],
        items: feed
            .entries
            .iter()
            .zip(&ids)
            .map(|(entry, id)| JsonItem {
                id: format!("urn:uuid:{id}"),
                url: &entry.url,
                title: &entry.title,
                content_html: &entry.content,
                date_published: &entry.date,
                date_modified: &entry.date,
                tags: entry.topics.iter().map(|(_, name)| &**name).collect(),
            })
            .collect(),
    };
    let bytes = super::json(&json, &document)?;
    Ok([File::new(xml, text), bytes])
}
