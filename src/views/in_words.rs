//! What pages say of an event wherever it stands, put into words once.

use super::site::Site;
use crate::markdown::{self, Html};
use crate::model::Event;

/// What pages say of an event wherever it stands.
#[derive(Debug)]
pub struct InWords {
    /// Its date.
    pub date: String,
    /// Its summary, without what Markdown has but words.
    pub text: Option<String>,
    /// Its summary.
    pub summary: Option<Html>,
    /// The first paragraph of its summary, without the element around it.
    pub opening: Html,
    /// "3 reports, 2 origins".
    pub counts: String,
}

impl InWords {
    /// Of the event with this number.
    pub(super) fn of(site: &Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let summary = event.summary.as_deref();
        InWords {
            date: site.language.date(&event.when),
            text: summary.map(markdown::to_text),
            summary: summary.map(markdown::to_html),
            opening: summary.map(markdown::first_paragraph).unwrap_or_default(),
            counts: counts(site, event, number),
        }
    }
}

fn counts(site: &Site<'_>, event: &Event, number: usize) -> String {
    match site.reports(event) {
        0 => site.words().no_report.to_owned(),
        reports => site.reports_and_origins(reports, site.event_origins[number]),
    }
}
