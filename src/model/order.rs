//! Where a date stands in time, and in which order events are told.

use std::cmp::{Ordering, Reverse};

use crate::edtf::{Day, Edtf};
use crate::schema::EventId;

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
