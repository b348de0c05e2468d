//! The controls by which a reader finds events on the first page.

use sha2::{Digest, Sha256};

use super::facet::{Choice, Facet};
use super::site::Site;
use crate::edtf::Day;
use crate::words::Find;

/// The controls by which a reader finds events.
pub struct FindView {
    /// Their words.
    pub words: &'static Find,
    /// Whether the address stays as it is, whatever is chosen.
    pub still: bool,
    /// How many events there are.
    pub total: usize,
    /// By what events can be chosen.
    pub facets: Vec<FacetView>,
    /// The days to which the list can be set back; the last is now.
    pub days: Vec<Day>,
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
    /// What there is to choose.
    pub choices: Vec<Choice>,
}

impl FindView {
    /// The controls, if there is anything to find.
    pub fn of(site: &Site<'_>) -> Option<Self> {
        let total = site.timeline.events.len();
        let days = site.timeline.report_days();
        (total > 1).then(|| FindView {
            words: &site.words().find,
            still: false,
            total,
            facets: Facet::ALL
                .iter()
                .map(|facet| FacetView {
                    facet: *facet,
                    word: facet.word(),
                    label: facet.label(site.words()),
                    choices: facet.choices(site),
                })
                .collect(),
            edition: edition(site, &days),
            days,
        })
    }

    /// For a list that is a part of another page: what is chosen does not stand in the
    /// address, and there are no earlier days.
    #[must_use]
    pub fn within(mut self) -> Self {
        self.still = true;
        self.days.clear();
        self
    }

    /// Whether the list is so long that it takes time to lay it out.
    pub fn is_long(&self) -> bool {
        self.total > 200
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
