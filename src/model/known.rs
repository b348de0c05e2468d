//! When it became known: the days of the reports.

use std::cmp::{Ordering, Reverse};

use super::{Event, Source, Timeline};
use crate::edtf::{Day, Edtf};
use crate::schema::EventId;

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

/// The first and the last day of a date, as far as they are known: of one that is open or
/// unknown on one side, the day of the other. `None` if it tells no year.
pub fn known_span(date: &Edtf) -> Option<(Day, Day)> {
    let (earliest, latest) = (date.earliest().day(), date.latest().day());
    let (first, last) = (earliest.or(latest)?, latest.or(earliest)?);
    // `XXXX-12-25`: a day of no year that is known.
    ((first.year(), last.year()) != (0, 9999)).then_some((first, last))
}

/// The order of events in time: by earliest day, then the vaguer before the more exact,
/// then by time of day, then by id. A date that is open or unknown at its beginning counts from its end,
/// which is all that is known of it, and stands before what is known to be of that day.
pub fn span_order(a: (&Edtf, &EventId), b: (&Edtf, &EventId)) -> Ordering {
    let key = |date: &Edtf| {
        let (earliest, latest) = (date.earliest().day(), date.latest().day());
        let first = earliest.or(latest);
        let last = latest.map_or((0, None), |day| (1, Some(Reverse(day))));
        (first, earliest.is_some(), last, clock(date))
    };
    key(a.0).cmp(&key(b.0)).then_with(|| a.1.cmp(b.1))
}

/// Of a date that has a time of day, the seconds since the beginning of its day in UTC;
/// of a time without an offset, as if it were UTC.
fn clock(date: &Edtf) -> Option<i32> {
    let time = date.time()?;
    let minutes = i32::from(time.hour) * 60 + i32::from(time.minute);
    let offset = time.offset.map_or(0, |offset| i32::from(offset.minutes()));
    Some((minutes - offset) * 60 + i32::from(time.second))
}
