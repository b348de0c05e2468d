//! What of many events stands on a page that has no room for all: what is to come, and the
//! latest.

use super::archive::Time;
use super::card::Card;
use super::site::Site;
use crate::edtf::Day;
use crate::model::{ClaimKey, Event, known_span};
use crate::schema::Status;
use crate::words::Counted;

/// The most events that are to come.
const TO_COME: usize = 20;
/// The most of the latest events, or claims.
const LATEST: usize = 40;
/// The most events or claims that all stand on the page of an actor, a topic or a source.
pub(super) const ALL: usize = 60;

/// What of many events stands on a page.
pub(super) struct Recent {
    /// What is to come, the soonest first.
    pub to_come: Vec<Card>,
    /// Where there is more of it: "The next 20 of 55 events".
    pub to_come_of: Option<String>,
    /// The latest, the newest first.
    pub latest: Vec<Card>,
    /// "The latest 40 of 2310 events".
    pub latest_of: String,
}

impl Recent {
    /// Of the events with these numbers, in the order of time.
    pub(super) fn of(site: &Site<'_>, numbers: &[usize], card: impl Fn(usize) -> Card) -> Self {
        let last = site.known.last;
        let event = |number: &usize| &site.timeline.events.as_slice()[*number];
        let next = numbers.iter().filter(|it| is_to_come(event(it), last));
        let to_come: Vec<usize> = next.copied().collect();
        let shown = to_come.len().min(TO_COME);
        let latest: Vec<Card> = latest(site, numbers).take(LATEST).map(&card).collect();
        let language = site.language;
        Recent {
            to_come_of: (shown < to_come.len())
                .then(|| language.next_of(shown, to_come.len(), Counted::Events)),
            to_come: to_come.into_iter().take(TO_COME).map(card).collect(),
            latest_of: language.latest_of(latest.len(), numbers.len(), Counted::Events),
            latest,
        }
    }

    /// The numbers of all events that are shown.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> {
        let cards = self.to_come.iter().chain(&self.latest);
        cards.map(|card| card.number)
    }
}

/// The events that have happened, or whose day has come, the newest first.
pub(super) fn latest(site: &Site<'_>, numbers: &[usize]) -> impl Iterator<Item = usize> {
    let last = site.known.last;
    numbers.iter().rev().copied().filter(move |number| {
        let event = &site.timeline.events.as_slice()[*number];
        site.archive().time(*number) != Time::Undated && has_come(event, last)
    })
}

/// Of the claims of a large timeline's actor or source the latest, with how many there are;
/// all where they are few.
pub(super) fn latest_claims(
    site: &Site<'_>,
    claims: &[ClaimKey],
) -> (Vec<ClaimKey>, Option<String>) {
    if !site.is_large() || claims.len() <= ALL {
        return (claims.to_vec(), None);
    }
    let undated = |key: &&ClaimKey| site.archive().time(key.0) == Time::Undated;
    let dated = claims.iter().rev().filter(|key| !undated(key));
    let undated = claims.iter().rev().filter(undated);
    let latest = dated.chain(undated).take(LATEST).copied().collect();
    let of = site
        .language
        .latest_of(LATEST, claims.len(), Counted::Claims);
    (latest, Some(of))
}

/// Whether something is planned for a day that has not passed with the last report; or for no
/// day that is known.
fn is_to_come(event: &Event, last: Option<Day>) -> bool {
    let planned = matches!(event.status, Status::Planned | Status::Confirmed);
    planned && !has_passed(event, last)
}

/// Whether the last day that something can be had passed with the last report.
pub(super) fn has_passed(event: &Event, last: Option<Day>) -> bool {
    let end = known_span(&event.when).map(|(_, end)| end);
    end.zip(last).is_some_and(|(end, last)| end < last)
}

/// Whether something happened; or was called off or put off, and its day has come.
fn has_come(event: &Event, last: Option<Day>) -> bool {
    match event.status {
        Status::Happened => true,
        Status::Planned | Status::Confirmed => false,
        Status::Postponed | Status::Cancelled => {
            let begins = known_span(&event.when).map(|(first, _)| first);
            begins
                .zip(last)
                .is_some_and(|(begins, last)| begins <= last)
        }
    }
}
