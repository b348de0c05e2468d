//! References to sources and to the pages of events.

use super::date::Issued;
use super::name::Name;
use super::reference::{ItemType, Reference, Title};
use crate::model::{Event, Source, Timeline};
use crate::schema::{SourceId, SourceType, Text};
use crate::text::one_line;
use crate::words::Language;

/// Of a chain of reports, through each of which the one before it is known, how many a
/// reference names after the first.
const MOST_VIA: usize = 4;

impl Reference {
    /// A reference to a source, and to those through which it is known.
    pub fn of_source(timeline: &Timeline, source: &Source, words: &'static dyn Language) -> Self {
        Self::with_via(timeline, source, words, &mut vec![&source.id])
    }

    fn with_via<'t>(
        timeline: &'t Timeline,
        source: &'t Source,
        words: &'static dyn Language,
        seen: &mut Vec<&'t SourceId>,
    ) -> Self {
        let via = source.via.as_ref();
        let via = via.and_then(|id| timeline.sources.get(id)).filter(|via| {
            // A circle would have no end, and a reader has had enough of a long chain.
            !seen.contains(&&via.id) && seen.len() <= MOST_VIA
        });
        let via = via.map(|via| {
            seen.push(&via.id);
            Box::new(Self::with_via(timeline, via, words, seen))
        });
        let item_type = ItemType::of(source.source_type);
        let outlet = source.outlet.as_deref().map(one_line);
        let (container_title, publisher) = match item_type {
            ItemType::ArticleNewspaper | ItemType::Webpage => (outlet, None),
            ItemType::Report | ItemType::Document => (None, outlet),
        };
        let own = source.url.as_deref().map(str::to_owned);
        let archived = source.archive_url.as_deref().map(str::to_owned);
        let (url, archive_url) = match own {
            Some(url) => (Some(url), archived),
            None => (archived, None),
        };
        let language = source.language.as_deref();
        Reference {
            id: source.id.to_string(),
            item_type,
            title: match (&source.title, &source.description) {
                (Some(title), _) => Title::Printed(one_line(title)),
                (None, Some(description)) => Title::Described(one_line(description)),
                (None, None) => Title::Described(words.source_type(source.source_type).to_owned()),
            },
            author: source
                .byline
                .iter()
                .map(|name: &Text| Name::of(&one_line(name), language))
                .collect(),
            container_title,
            publisher,
            issued: source
                .published
                .as_ref()
                .map(|date| Issued::of(date, words)),
            accessed: source
                .retrieved
                .as_ref()
                .filter(|_| url.is_some())
                .map(|date| Issued::of(date, words)),
            url,
            archive_url,
            language: language.map(str::to_owned),
            via,
            words,
        }
    }

    /// A reference to the page of an event, which stands at this address, if at any.
    pub fn of_event(
        timeline: &Timeline,
        event: &Event,
        address: Option<String>,
        words: &'static dyn Language,
    ) -> Self {
        let corrected = event.corrections.last();
        Reference {
            id: event.id.to_string(),
            item_type: ItemType::Webpage,
            title: Title::Printed(one_line(&event.title)),
            author: Vec::new(),
            container_title: Some(one_line(&timeline.about.title)),
            publisher: None,
            issued: corrected.map(|correction| Issued::of(&correction.on, words)),
            accessed: None,
            url: address,
            archive_url: None,
            language: Some(words.code().to_owned()),
            via: None,
            words,
        }
    }
}

impl ItemType {
    fn of(source_type: SourceType) -> Self {
        match source_type {
            SourceType::Reportage => Self::ArticleNewspaper,
            SourceType::Analysis => Self::Report,
            SourceType::Aggregation => Self::Webpage,
            SourceType::Primary => Self::Document,
        }
    }
}
