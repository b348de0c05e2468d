//! What the lesson builder and its sheets say.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::views::site::Site;
use crate::words::{Builder, Counted, Lessons, PROBLEMS};

#[derive(Serialize)]
pub(super) struct WordsMatter {
    #[serde(flatten)]
    lessons: &'static Lessons,
    builder: &'static Builder,
    problems: BTreeMap<&'static str, &'static str>,
    events: &'static str,
    reports: &'static str,
    /// Where what belongs to the events could not be loaded.
    failed: &'static str,
    /// Of each number of minutes its words, so that the script needs no grammar.
    minutes: Vec<String>,
    months: Vec<&'static str>,
    month: Vec<String>,
    year: String,
    #[serde(rename = "yearEarly")]
    year_early: String,
    #[serde(rename = "yearBefore")]
    year_before: String,
}

impl WordsMatter {
    pub(super) fn of(site: &Site<'_>) -> Self {
        let words = site.words();
        let language = site.language;
        let year_of = |text: String, number: &str| text.replacen(number, "{year}", 1);
        WordsMatter {
            lessons: &words.lessons,
            builder: &words.builder,
            problems: PROBLEMS.into_iter().zip(words.builder.problems).collect(),
            events: words.events,
            reports: words.reports,
            failed: words.find.failed,
            minutes: (0..=240)
                .map(|count| language.count(count, Counted::Minutes))
                .collect(),
            months: (1..=12).map(|month| language.month_name(month)).collect(),
            month: (1..=12)
                .map(|month| year_of(language.month(2000, month), "2000"))
                .collect(),
            year: year_of(language.year(2000), "2000"),
            year_early: year_of(language.year(500), "500"),
            // The year 2 before our era.
            year_before: year_of(language.year(-1), "2"),
        }
    }
}
