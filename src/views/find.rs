//! The controls by which a reader finds events on the first page.

use sha2::{Digest, Sha256};

use super::facet::Facet;
use super::site::Site;
use crate::edtf::Day;
use crate::words::Find;

/// The controls by which a reader finds events.
pub struct FindView {
    /// Their words.
    pub words: &'static Find,
    /// Whether the address stays as it is, whatever is chosen.
    pub still: bool,
    /// Whether the page does not carry all events: what is found is drawn by the script.
    pub is_large: bool,
    /// How many events there are.
    pub total: usize,
    /// By what events can be chosen.
    pub facets: Vec<FacetView>,
    /// The days to which the list can be set back; the last is now. None in a large timeline.
    pub days: Vec<Day>,
    /// Whether the pages of earlier days are only linked to.
    pub has_days_apart: bool,
    /// Of the events and days that numbers stand for: another order is another edition.
    pub edition: String,
}

/// By what events can be chosen.
pub struct FacetView {
    /// By what.
    pub facet: Facet,
    /// Its name in addresses.
    pub word: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Whether there is more than one thing to choose.
    pub is_choice: bool,
}

impl FindView {
    /// The controls, if there is anything to find.
    pub fn of(site: &Site<'_>) -> Option<Self> {
        let total = site.timeline.events.len();
        let is_large = site.is_large();
        let days = if is_large {
            Vec::new()
        } else {
            site.timeline.report_days()
        };
        (total > 1).then(|| FindView {
            words: &site.words().find,
            still: false,
            is_large,
            total,
            facets: Facet::ALL
                .iter()
                .map(|facet| FacetView {
                    facet: *facet,
                    word: facet.word(),
                    label: facet.label(site.words()),
                    is_choice: facet.is_choice(site),
                })
                .collect(),
            has_days_apart: is_large && site.known.last.is_some(),
            edition: edition(site, &days),
            days,
        })
    }

    /// For a list that is a part of another page: what is chosen does not stand in the
    /// address, and there are no earlier days.
    #[must_use]
    pub fn within(mut self) -> Self {
        self.still = true;
        self.has_days_apart = false;
        self.days.clear();
        self
    }

    /// The scripts that work them, by their names below `assets/`.
    pub fn scripts(&self) -> &'static [&'static str] {
        match (self.is_large, self.still) {
            (true, _) => &["find-large"],
            (false, true) => &["find"],
            (false, false) => &["days", "find"],
        }
    }

    /// The number of the last day, if there are several.
    pub fn last_day(&self) -> Option<usize> {
        self.days.len().checked_sub(1).filter(|last| *last > 0)
    }
}

fn edition(site: &Site<'_>, days: &[Day]) -> String {
    let mut digest = Sha256::new();
    for id in site.timeline.events.ids() {
        digest.update(id);
        digest.update("\n");
    }
    for day in days {
        digest.update(day.to_string());
    }
    let bytes: [u8; 32] = digest.finalize().into();
    let [a, b, c, d, ..] = bytes;
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}
