//! Since when something was known.
//!
//! What is known is what some report had told. A report is known from its [`report_day`]
//! on; one that we were only told of, or that others relay, from the day of the first
//! report that tells of it. On the last report's day all is known: of what has no day
//! nothing else can be said than that it is known by now.

use rustc_hash::FxHashMap;

use super::{Event, Source, Timeline, report_day};
use crate::edtf::{Day, Edtf};
use crate::schema::{ClaimRecord, Correction, Date, EventId, SourceId, State, Status};

/// The day from which on something was known; `None` of what was never not known, as in a
/// timeline whose reports have no days.
pub type Since = Option<Day>;

/// Since when everything in a timeline was known.
#[derive(Debug)]
pub struct Knowledge<'t> {
    timeline: &'t Timeline,
    sources: FxHashMap<&'t SourceId, Day>,
    events: FxHashMap<&'t EventId, Since>,
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
        let mut told_of: FxHashMap<&SourceId, Vec<&Source>> = FxHashMap::default();
        for source in &timeline.sources {
            if let Some(via) = &source.via {
                told_of.entry(via).or_default().push(source);
            }
        }
        let mut sources = FxHashMap::default();
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
        let mut knowledge = Knowledge {
            timeline,
            sources,
            events: FxHashMap::default(),
            last: dated.last().map(|(day, _)| *day),
        };
        let events = timeline.events.iter();
        knowledge.events = events
            .map(|event| (&event.id, knowledge.first_told(event)))
            .collect();
        knowledge
    }

    /// Since when a report was known.
    pub fn of_source(&self, id: &SourceId) -> Since {
        self.sources.get(id).copied().or(self.last)
    }

    /// Whether it is known when a report was known: it has a day, or one that tells of it has.
    pub fn is_dated(&self, id: &SourceId) -> bool {
        self.sources.contains_key(id)
    }

    /// Since when an event was known: since the first report of it.
    pub fn of_event(&self, event: &Event) -> Since {
        let known = self.events.get(&event.id).copied();
        known.unwrap_or_else(|| self.first_told(event))
    }

    /// Since when a claim of an event was known: since the first report that carries it.
    pub fn of_claim(&self, event: &Event, claim: &ClaimRecord) -> Since {
        let reports = claim.reported_by.iter().map(|report| &report.source);
        self.first(reports).max(self.of_event(event))
    }

    /// Whether it is known when a claim was told: one of its reports has a day.
    pub fn is_told(&self, claim: &ClaimRecord) -> bool {
        let mut reports = claim.reported_by.iter();
        reports.any(|report| self.is_dated(&report.source))
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
                when: event.date_in_state(number).clone(),
            },
        };
        if state.status == Status::Happened && !is_by(self.over_since(event, &state.when), day) {
            // Those who told of it by then can only have told of a plan.
            state.status = Status::Planned;
        }
        state
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

    /// The days, in order, on which an event may come to stand otherwise.
    pub fn turns(&self, event: &Event) -> Vec<Day> {
        let over = (event.status == Status::Happened)
            .then(|| self.over_since(event, &event.when))
            .flatten();
        let mut days: Vec<Day> = if event.history.is_empty() {
            // Only of one that was told of before does it follow that it was a plan.
            let told = self.of_event(event);
            over.filter(|over| told.is_some_and(|told| told < *over))
                .into_iter()
                .collect()
        } else {
            let reports = event.reports().into_iter().map(|id| self.of_source(id));
            let states = event.history.iter().map(|state| self.of_state(state));
            reports.chain(states).flatten().chain(over).collect()
        };
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The other days on which an event may come to stand otherwise, though no report tells it:
    /// the last, on which all is known, and those on which what an earlier state says to have
    /// happened can have been over.
    pub(super) fn untold_turns(&self, event: &Event) -> impl Iterator<Item = Day> {
        let states = event.history.iter().enumerate();
        let happened = states.filter(|(_, state)| state.status == Status::Happened);
        let over =
            happened.filter_map(|(number, _)| self.over_since(event, event.date_in_state(number)));
        over.chain(self.last)
    }

    /// The days, in order, on which a report can have told that an event stands as it does
    /// today: those after its last earlier state, and when what happened can have been over.
    /// None where the state of today stands in the history, with its own day.
    pub fn days_of_today(&self, event: &Event) -> Vec<Day> {
        if event.history_ends_today() {
            return Vec::new();
        }
        let before = event.history.last().and_then(|state| day_of(&state.as_of));
        let over = match event.status {
            Status::Happened => event.when.earliest().day(),
            _ => None,
        };
        let told = event.reports().into_iter().filter_map(|id| match over {
            Some(first) => self.told_done(id, first),
            None => self.of_source(id),
        });
        let mut days: Vec<Day> = told.filter(|day| Some(*day) > before).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Since when the state was known in which an event is today. That something happened is
    /// told by whoever tells of it afterwards; of any other state the last report is the only
    /// one that surely has it.
    fn of_today(&self, event: &Event) -> Since {
        if let Some(state) = event.history.last().filter(|_| event.history_ends_today()) {
            return self.of_state(state);
        }
        let days = self.days_of_today(event);
        let told = match event.status {
            Status::Happened => days.first(),
            _ => days.last(),
        };
        let reports = event.reports().into_iter();
        told.copied()
            .or_else(|| reports.filter_map(|id| self.of_source(id)).max())
            .or(self.last)
    }

    /// Since when an event is told of: what has happened since a report can have told that it
    /// had, or has told of it as a plan.
    fn first_told(&self, event: &Event) -> Since {
        let reports = event.reports();
        let first = event.when.earliest().day();
        match first.filter(|_| event.status == Status::Happened && event.history.is_empty()) {
            None => self.first(reports),
            Some(first) => {
                let days = reports.into_iter().map(|id| {
                    let since = self.of_source(id);
                    if self.foretells(id, first) {
                        since
                    } else {
                        since.map(|day| day.max(first))
                    }
                });
                days.min().unwrap_or(self.last)
            }
        }
    }

    /// Since when it can have been told that what is said to have happened had. Where all
    /// reports seem to be earlier, its own day has to do. Where there is none, nobody told of
    /// a plan: then it had as long as it is known.
    fn over_since(&self, event: &Event, when: &Edtf) -> Since {
        let first = when.earliest().day()?;
        let reports = event.reports();
        if reports.is_empty() {
            return None;
        }
        let told = reports
            .into_iter()
            .filter_map(|id| self.told_done(id, first))
            .min();
        Some(told.unwrap_or(first))
    }

    /// The first day on which a report can have told that what began on a day had: no report
    /// can that is earlier; one whose day is vague can from that day on.
    fn told_done(&self, id: &SourceId, first: Day) -> Since {
        let since = self.of_source(id)?;
        (!self.foretells(id, first) || since >= first).then_some(since.max(first))
    }

    /// Whether a report can only have appeared before a day.
    fn foretells(&self, id: &SourceId, day: Day) -> bool {
        self.appeared_by(id).is_some_and(|last| last < day)
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

impl Event {
    /// The date in an earlier state. Where that gives none, the last one given before still
    /// held; where there was none, the next is the nearest.
    pub fn date_in_state(&self, number: usize) -> &Date {
        let given = |state: &'_ State| state.when.is_some();
        let before = self.history[..=number].iter().rfind(|state| given(state));
        let after = || self.history[number..].iter().find(|state| given(state));
        before
            .or_else(after)
            .and_then(|state| state.when.as_ref())
            .unwrap_or(&self.when)
    }

    /// Whether the last state of the history is the one of today.
    pub fn history_ends_today(&self) -> bool {
        self.history.last().is_some_and(|last| {
            last.status == self.status && *self.date_in_state(self.history.len() - 1) == self.when
        })
    }
}
