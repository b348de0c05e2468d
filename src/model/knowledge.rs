//! Since when something was known.
//!
//! What is known is what some report had told. A report is known from its [`report_day`]
//! on; one that we were only told of, or that others relay, from the day of the first
//! report that tells of it. On the last report's day all is known: of what has no day
//! nothing else can be said than that it is known by now.

use std::collections::HashMap;

use super::{Event, Source, Timeline, report_day};
use crate::edtf::{Day, Edtf};
use crate::schema::{ClaimRecord, Correction, Date, SourceId, State, Status};

/// The day from which on something was known; `None` of what was never not known, as in a
/// timeline whose reports have no days.
pub type Since = Option<Day>;

/// Since when everything in a timeline was known.
#[derive(Debug)]
pub struct Knowledge<'t> {
    timeline: &'t Timeline,
    sources: HashMap<&'t SourceId, Day>,
    /// The last report's day, on which all is known.
    last: Since,
}

/// How an event stood: whether it was planned, or over, and for when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventState {
    /// Its status.
    pub status: Status,
    /// Its date.
    pub when: Date,
}

impl<'t> Knowledge<'t> {
    /// Works it out.
    pub fn of(timeline: &'t Timeline) -> Self {
        let mut dated: Vec<(Day, &Source)> = timeline
            .sources
            .iter()
            .filter_map(|source| Some((report_day(source)?, source)))
            .collect();
        dated.sort_by_key(|(day, _)| *day);
        let mut told_of: HashMap<&SourceId, Vec<&Source>> = HashMap::new();
        for source in &timeline.sources {
            if let Some(via) = &source.via {
                told_of.entry(via).or_default().push(source);
            }
        }
        let mut sources = HashMap::new();
        for (day, source) in &dated {
            // Whoever knows a report knows of those that it tells of.
            let mut found = vec![*source];
            while let Some(source) = found.pop() {
                if sources.contains_key(&source.id) {
                    continue;
                }
                sources.insert(&source.id, *day);
                let relayed = source.relays.iter();
                found.extend(relayed.filter_map(|id| timeline.sources.get(id)));
                found.extend(told_of.get(&source.id).into_iter().flatten());
            }
        }
        Knowledge {
            timeline,
            sources,
            last: dated.last().map(|(day, _)| *day),
        }
    }

    /// Since when a report was known.
    pub fn of_source(&self, id: &SourceId) -> Since {
        self.sources.get(id).copied().or(self.last)
    }

    /// Since when an event was known: since the first report of it.
    pub fn of_event(&self, event: &Event) -> Since {
        self.first(event.reports())
    }

    /// Since when a claim was known: since the first report that carries it.
    pub fn of_claim(&self, claim: &ClaimRecord) -> Since {
        self.first(claim.reported_by.iter().map(|report| &report.source))
    }

    /// Since when a correction of an event stood there: since its day, or since the
    /// event was there.
    pub fn of_correction(&self, event: &Event, correction: &Correction) -> Since {
        day_of(&correction.on).max(self.of_event(event))
    }

    /// Since when an earlier state was known: since its day, and the report that tells it.
    pub fn of_state(&self, state: &State) -> Since {
        let told = state.source.as_ref().and_then(|id| self.of_source(id));
        day_of(&state.as_of).max(told)
    }

    /// How an event stood at the end of a day on which it was known.
    pub fn standing(&self, event: &Event, day: Day) -> EventState {
        let mut state = match self.earlier_state(event, day) {
            None => EventState {
                status: event.status,
                when: event.when.clone(),
            },
            Some(number) => EventState {
                status: event.history[number].status,
                when: date_in_state(event, number).clone(),
            },
        };
        if state.status != Status::Happened || is_by(self.over_since(event, &state.when), day) {
            return state;
        }
        // Told as done when it was first told, though by its date of today it was only later:
        // that it was so late is what later reports say.
        let told = self.of_event(event).unwrap_or(day);
        let by_then = format!("[..{told}]").parse().ok().map(Date);
        match by_then {
            Some(by_then) if event.history.is_empty() && !self.foretold(event) => {
                state.when = by_then;
            }
            _ => state.status = Status::Planned,
        }
        state
    }

    /// Whether all reports of what has happened appeared before it can have: they told of
    /// a plan.
    fn foretold(&self, event: &Event) -> bool {
        let Some(first) = event.when.earliest().day() else {
            return false;
        };
        event
            .reports()
            .into_iter()
            .all(|id| self.appeared_by(id).is_some_and(|last| last < first))
    }

    /// The number of the earlier state in which an event was at the end of a day; `None` if
    /// it was in the one of today. Told of before its first recorded state it was in that:
    /// it is nearer than today's.
    pub fn earlier_state(&self, event: &Event, day: Day) -> Option<usize> {
        if event.history.is_empty() || is_by(self.of_today(event), day) {
            return None;
        }
        let known = event
            .history
            .iter()
            .rposition(|state| is_by(self.of_state(state), day));
        Some(known.unwrap_or(0))
    }

    /// The days, in order, on which an event may come to stand otherwise. One without a
    /// recorded earlier state does not: that it was planned is at most inferred.
    pub fn turns(&self, event: &Event) -> Vec<Day> {
        if event.history.is_empty() {
            return Vec::new();
        }
        let reports = event.reports().into_iter().map(|id| self.of_source(id));
        let states = event.history.iter().map(|state| self.of_state(state));
        let over = self.over_since(event, &event.when);
        let mut days: Vec<Day> = reports.chain(states).chain([over]).flatten().collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Since when the state was known in which an event is today: since the first of its
    /// reports that became known after its last earlier state; if there is none, since its
    /// last report.
    fn of_today(&self, event: &Event) -> Since {
        let before = event.history.last().and_then(|state| day_of(&state.as_of));
        let reports = event.reports().into_iter();
        let days: Vec<Day> = reports.filter_map(|id| self.of_source(id)).collect();
        let after = days.iter().filter(|day| Some(**day) > before).min();
        after.or(days.iter().max()).copied().or(self.last)
    }

    /// Since when it can have been told that what is said to have happened had: no report can
    /// that is earlier. One whose day is vague can from the event's day on; where all of them
    /// seem to be earlier, that day has to do.
    fn over_since(&self, event: &Event, when: &Edtf) -> Since {
        let first = when.earliest().day()?;
        let reports = event.reports().into_iter();
        let able = reports.filter_map(|id| {
            let since = self.of_source(id)?;
            let not_before = self.appeared_by(id).is_none_or(|last| last >= first);
            (not_before || since >= first).then_some(since)
        });
        Some(able.min().map_or(first, |told| told.max(first)))
    }

    /// The last day on which a report can have appeared.
    fn appeared_by(&self, id: &SourceId) -> Option<Day> {
        let source = self.timeline.sources.get(id)?;
        source.published.as_ref()?.latest().day()
    }

    fn first<'a>(&self, reports: impl IntoIterator<Item = &'a SourceId>) -> Since {
        let days = reports.into_iter().map(|id| self.of_source(id));
        days.min().unwrap_or(self.last)
    }
}

/// Whether something was known by the end of a day.
pub fn is_by(since: Since, day: Day) -> bool {
    since.is_none_or(|since| since <= day)
}

/// The day from which a date of ours counts: its first, or where that is open its last.
pub fn day_of(date: &Edtf) -> Option<Day> {
    date.earliest().day().or(date.latest().day())
}

/// The date of an event in an earlier state. Where that gives none, the last one given
/// before still held; where there was none, the next is the nearest.
fn date_in_state(event: &Event, number: usize) -> &Date {
    let given = |state: &'_ State| state.when.is_some();
    let before = event.history[..=number].iter().rfind(|state| given(state));
    let after = || event.history[number..].iter().find(|state| given(state));
    before
        .or_else(after)
        .and_then(|state| state.when.as_ref())
        .unwrap_or(&event.when)
}
