//! What pages say of an event wherever it stands; what takes time is put into words once.

use std::sync::OnceLock;

use super::site::Site;
use crate::markdown::{self, Html};
use crate::model::Event;

/// What pages say of an event wherever it stands.
#[derive(Clone, Copy)]
pub struct InWords<'s> {
    /// Its date.
    pub date: &'s str,
    /// "3 reports, 2 origins".
    pub counts: &'s str,
    markdown: Option<&'s str>,
    kept: &'s Kept,
}

/// What has been put into words.
pub(super) struct Kept {
    date: String,
    counts: String,
    /// Nothing where it is as it is written.
    text: OnceLock<Option<String>>,
    summary: OnceLock<Html>,
}

impl Kept {
    /// Of the event with this number.
    pub(super) fn of(site: &Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        Kept {
            date: site.language.date(&event.when),
            counts: counts(site, event, number),
            text: OnceLock::new(),
            summary: OnceLock::new(),
        }
    }
}

impl<'s> InWords<'s> {
    pub(super) fn new(event: &'s Event, kept: &'s Kept) -> Self {
        InWords {
            date: &kept.date,
            counts: &kept.counts,
            markdown: event.summary.as_deref(),
            kept,
        }
    }

    /// Its summary, without what Markdown has but words.
    pub fn text(self) -> Option<&'s str> {
        let markdown = self.markdown?;
        // Most are written without any mark.
        let written = markdown.trim_end();
        let text = self.kept.text.get_or_init(|| {
            let text = markdown::to_text(markdown);
            (text != written).then_some(text)
        });
        Some(text.as_deref().unwrap_or(written))
    }

    /// Its summary.
    pub fn summary(self) -> Option<&'s Html> {
        let markdown = self.markdown?;
        let summary = &self.kept.summary;
        Some(summary.get_or_init(|| markdown::to_html(markdown)))
    }

    /// The first paragraph of its summary, without the element around it.
    pub fn opening(self) -> Html {
        let first = self.summary().and_then(Html::first_paragraph);
        first
            .or_else(|| self.markdown.map(markdown::first_paragraph))
            .unwrap_or_default()
    }
}

fn counts(site: &Site<'_>, event: &Event, number: usize) -> String {
    match site.reports(event) {
        0 => site.words().no_report.to_owned(),
        reports => site.reports_and_origins(reports, site.event_origins[number]),
    }
}
