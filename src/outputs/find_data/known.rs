//! How the events stood on earlier days.

use serde::Serialize;

use super::facts::number_of;
use super::versions::Version;
use crate::edtf::Day;
use crate::views::{FindView, Site, as_known_on, report_day_name};

/// How the events stood on earlier days.
#[derive(Serialize)]
pub(super) struct Known<'s> {
    edition: &'s str,
    /// The days on which a report appeared, as they are written in addresses and in words, and
    /// that something is as it was known on them.
    days: Vec<(String, String, String)>,
    /// Of each event the number of the day on which it became known.
    since: Vec<usize>,
    /// The event, the days from which and to which (no longer on this one), and what was
    /// otherwise than now.
    states: Vec<(usize, usize, usize, State<'s>)>,
}

/// What was otherwise than now.
#[derive(Default, PartialEq, Serialize)]
struct State<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<bool>,
    /// As it is written in a file, and in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<(&'s str, &'s str)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<&'s [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    differs: Option<bool>,
    /// The first and the last day that it could be.
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<(Option<i64>, Option<i64>)>,
}

/// How the events stood on earlier days, from all that they were.
pub(super) fn known<'s>(
    site: &Site<'_>,
    view: &'s FindView,
    versions: &'s [Vec<Version>],
) -> Known<'s> {
    let mut states: Vec<(usize, usize, usize, State<'s>)> = Vec::new();
    for (event, of) in versions.iter().enumerate() {
        let Some((now, before)) = of.split_last() else {
            continue;
        };
        for (version, next) in before.iter().zip(&of[1..]) {
            let state = State::of(version, now);
            match states.last_mut() {
                Some(last) if last.0 == event && last.2 == version.since && last.3 == state => {
                    last.2 = next.since;
                }
                _ if state == State::default() => {}
                _ => states.push((event, version.since, next.since, state)),
            }
        }
    }
    Known {
        edition: &view.edition,
        days: view
            .days
            .iter()
            .map(|day| {
                (
                    day.to_string(),
                    report_day_name(site, *day),
                    as_known_on(site, *day),
                )
            })
            .collect(),
        since: versions
            .iter()
            .filter_map(|of| Some(of.first()?.since))
            .collect(),
        states,
    }
}

impl<'s> State<'s> {
    fn of(then: &'s Version, now: &Version) -> Self {
        let (look, today) = (&then.look, &now.look);
        let differs = look.differs != today.differs;
        let span = |version: &Version| -> (Option<Day>, Option<Day>) {
            (version.facts.first, version.facts.last)
        };
        State {
            date: (look.date != today.date).then_some(&*look.date),
            exact: (look.exact != today.exact).then_some(look.exact),
            status: (look.status != today.status)
                .then_some((look.status, look.status_words.unwrap_or_default())),
            summary: (look.summary != today.summary).then_some(look.summary),
            counts: (differs || look.counts != today.counts).then_some(&*look.counts),
            differs: (differs || look.counts != today.counts).then_some(look.differs),
            span: (span(then) != span(now)).then(|| {
                let (first, last) = span(then);
                (first.map(number_of), last.map(number_of))
            }),
        }
    }
}
