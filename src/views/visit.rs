//! What a script needs to tell what is new since the reader's last visit.
//!
//! The last visit is the newest day of change that the reader has seen, with how much the
//! last days had to tell: the script compares these with today's, and reads no clock.

use super::changes::datetime;
use super::site::Site;
use crate::words::Counted;

/// For how many days back it is told how many changes there were since. Whoever was away for
/// longer is told that there were more.
const DAYS: usize = 30;

/// What the script needs.
pub(super) struct Visit {
    /// The last days on which something changed, each with how many changes it has:
    /// `2024-04-12:65 2024-04-09:21`, the newest first.
    pub days: String,
    /// "14 changes since your last visit", for each day that may have been the last one.
    pub notes: Vec<Note>,
}

/// How much has changed since a day.
pub(super) struct Note {
    /// The newest day that was seen; nothing for all that are earlier.
    pub after: Option<String>,
    /// In words.
    pub text: String,
}

impl Visit {
    /// Of a timeline; nothing if nothing in it changed on a day that a script can compare.
    pub(super) fn of(site: &Site<'_>) -> Option<Self> {
        let words = &site.words().changes;
        let days: Vec<(String, usize)> = site
            .changes
            .days
            .iter()
            .filter_map(|day| Some((datetime(day.day)?, day.changes.len())))
            .collect();
        days.first()?;
        let counted = days.iter().take(DAYS);
        let counted: Vec<String> = counted
            .map(|(day, count)| format!("{day}:{count}"))
            .collect();
        let mut notes = Vec::new();
        let mut changes = 0;
        for (number, (_, count)) in days.iter().enumerate().take(DAYS) {
            changes += count;
            let after = days.get(number + 1).map(|(day, _)| day.clone());
            let count = site.language.count(changes, Counted::Changes);
            let text = format!("{count} {}", words.since_last_visit);
            notes.push(Note { after, text });
        }
        if days.len() > DAYS {
            let count = site.language.count(changes, Counted::Changes);
            let text = format!("{} {count} {}", words.more_than, words.since_last_visit);
            notes.push(Note {
                after: None,
                text: site.language.sentence(&text),
            });
        }
        Some(Visit {
            days: counted.join(" "),
            notes,
        })
    }
}
