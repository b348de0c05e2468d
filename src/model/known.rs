//! When it became known: the days of the reports.

use super::{Event, Source, Timeline};
use crate::edtf::Day;

/// The day on which a report can first have been read: the earliest day of its date.
/// `None` if it has no date, or if we have not read it ourselves but were told of it
/// by a later report.
pub fn report_day(source: &Source) -> Option<Day> {
    if source.via.is_some() {
        return None;
    }
    source.published.as_ref()?.earliest().day()
}

/// The days on which reports became known.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The first report's day.
    pub first: Option<Day>,
    /// The last report's day.
    pub last: Option<Day>,
}

impl Known {
    /// Of the whole timeline: all sources that were read.
    pub fn of_timeline(timeline: &Timeline) -> Self {
        Self::of(timeline.sources.iter())
    }

    /// Of one event.
    pub fn of_event(timeline: &Timeline, event: &Event) -> Self {
        let reports = event.reports();
        Self::of(
            reports
                .into_iter()
                .filter_map(|id| timeline.sources.get(id)),
        )
    }

    fn of<'a>(sources: impl Iterator<Item = &'a Source>) -> Self {
        let days: Vec<Day> = sources.filter_map(report_day).collect();
        Known {
            first: days.iter().min().copied(),
            last: days.iter().max().copied(),
        }
    }
}
