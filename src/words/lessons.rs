//! What lessons say.

use serde::Serialize;

use crate::model::lesson::{How, Sorted, Voice};
use crate::schema::{ActivityKind, Column};

/// What lessons say, on their pages and on paper.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Lessons {
    pub title: &'static str,
    pub lead: &'static str,
    pub lesson: &'static str,
    pub whom: &'static str,
    pub time: &'static str,
    pub question: &'static str,
    pub standards: &'static str,
    pub vocabulary: &'static str,
    pub activities: &'static str,
    pub closing: &'static str,
    pub events_lead: &'static str,
    pub on_paper: &'static str,
    pub handout: &'static str,
    pub key: &'static str,
    pub key_note: &'static str,
    pub name: &'static str,
    pub date: &'static str,
    pub outdated: &'static str,
    pub outdated_lead: &'static str,
    /// What of an event can have changed, in the order of `Part`.
    pub parts: [&'static str; 11],
    pub reports_lead: &'static str,
    pub any_order: &'static str,
    pub some_order: &'static str,
    pub report_says: &'static str,
    pub unsaid: &'static str,
    pub who_says_it: &'static str,
    pub how_do_they_know: &'static str,
    pub who_passed_it_on: &'static str,
    pub how_many_origins: &'static str,
    pub how_do_you_know: &'static str,
    pub off_the_line: &'static str,
    pub reasons: &'static str,
    pub rubric: &'static str,
    /// The general rubric: what is looked for, and the levels from the best on.
    pub rubric_rows: [[&'static str; 4]; 3],
    pub no_key: &'static str,
    pub led_to: &'static str,
    pub only_before: &'static str,
    pub not_to_be_told: &'static str,
    pub evidence: &'static str,
    pub order_unknown: &'static str,
    /// What a mark beside a report's words says.
    pub differs: &'static str,
    /// Of each kind of activity its heading, and what pupils are told to do.
    pub kinds: [(&'static str, &'static str); 9],
    /// The columns of a comparison.
    pub columns: [&'static str; 6],
    /// Where events are sorted.
    pub sorted: [&'static str; 4],
    /// Whose voice a claim is.
    pub voices: [&'static str; 3],
    /// How a report knows.
    pub hows: [&'static str; 3],
}

impl Lessons {
    /// The heading of a kind of activity, and what pupils are told to do.
    pub fn kind(&self, kind: ActivityKind) -> (&'static str, &'static str) {
        self.kinds[kind as usize]
    }

    /// The head of a column of a comparison.
    pub fn column(&self, column: Column) -> &'static str {
        self.columns[column as usize]
    }

    /// Where events are sorted.
    pub fn sorted(&self, sorted: Sorted) -> &'static str {
        self.sorted[sorted as usize]
    }

    /// Whose voice a claim is.
    pub fn voice(&self, voice: Voice) -> &'static str {
        self.voices[voice as usize]
    }

    /// How a report knows.
    pub fn how(&self, how: How) -> &'static str {
        self.hows[how as usize]
    }
}
