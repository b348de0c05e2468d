//! `blank-timeline`: a line of time to be filled in.
//!
//! The line is even, unlike the drawing on the first page: pupils measure on it. It is
//! divided into days, weeks, months, quarters or years, whichever are the smallest of which
//! it has few enough to be written at; and it begins and ends with one.

use crate::edtf::Day;
use crate::model::{Event, known_span};
use crate::schema::BlankTimelineActivity;

/// A line of time to be filled in.
#[derive(Clone, Debug)]
pub struct BlankTimeline<'t> {
    /// The first day on the line.
    pub first: Day,
    /// The last day on the line.
    pub last: Day,
    /// What the line is divided into.
    pub unit: Unit,
    /// Where each of these begins, and at last where the line ends.
    pub ticks: Vec<Tick>,
    /// The key: where the events stand.
    pub marks: Vec<Mark<'t>>,
    /// Events that cannot stand on it: their dates tell no year, or lie outside.
    pub off: Vec<&'t Event>,
}

/// What a line is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks, which begin on Monday.
    Weeks,
    /// Months.
    Months,
    /// Quarters of years.
    Quarters,
    /// Years, or so many of them.
    Years(i64),
}

/// A place on the line that is marked on the empty one too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day that begins here.
    pub day: Day,
    /// Where, from 0 to 1.
    pub at: f64,
}

/// An event on the line.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'t> {
    /// The event.
    pub event: &'t Event,
    /// Where the first day that it may have been on begins, from 0 to 1.
    pub from: f64,
    /// Where the last of them ends.
    pub to: f64,
    /// Whether it may have begun before the place that is marked.
    pub open_start: bool,
    /// Whether it may have ended after it.
    pub open_end: bool,
}

/// The most parts into which a line is divided.
const MOST: i64 = 16;

impl<'t> BlankTimeline<'t> {
    /// The line for events. `None` if none of them has a date that can be drawn, or the
    /// line would end before it begins.
    pub fn of(task: &BlankTimelineActivity, events: &[&'t Event]) -> Option<Self> {
        let spans = || events.iter().filter_map(|event| known_span(&event.when));
        let from = task.from.as_ref().and_then(|date| date.earliest().day());
        let to = task.to.as_ref().and_then(|date| date.latest().day());
        let from = from.or_else(|| spans().map(|span| span.0).min())?;
        let to = to.or_else(|| spans().map(|span| span.1).max())?;
        if to < from {
            return None;
        }
        let unit = Unit::for_span(from, to);
        let begins = begins(unit, from, to)?;
        let (first, end) = (*begins.first()?, *begins.last()?);
        let mut line = BlankTimeline {
            first,
            last: end.pred()?,
            unit,
            ticks: Vec::new(),
            marks: Vec::new(),
            off: Vec::new(),
        };
        line.ticks = begins
            .into_iter()
            .map(|day| Tick {
                day,
                at: line.at(day),
            })
            .collect();
        for event in events {
            match line.mark(event) {
                Some(mark) => line.marks.push(mark),
                None => line.off.push(event),
            }
        }
        Some(line)
    }

    /// Where a day begins on the line: 0 is where it begins itself, 1 where it ends.
    pub fn at(&self, day: Day) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "days of a line that is drawn")]
        let between = |from: Day, to: Day| (to.number() - from.number()) as f64;
        let length = between(self.first, self.last) + 1.0;
        between(self.first, day) / length
    }

    fn mark(&self, event: &'t Event) -> Option<Mark<'t>> {
        let (first, last) = known_span(&event.when)?;
        if last < self.first || first > self.last {
            return None;
        }
        Some(Mark {
            event,
            from: self.at(first.max(self.first)),
            to: self.at(last.min(self.last).succ()?),
            open_start: event.when.earliest().day().is_none() || first < self.first,
            open_end: event.when.latest().day().is_none() || last > self.last,
        })
    }
}

impl Unit {
    /// The smallest unit of which there are few enough between two days.
    fn for_span(from: Day, to: Day) -> Unit {
        let days = to.number() - from.number() + 1;
        let months =
            (to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
        if days <= MOST {
            return Unit::Days;
        }
        if days <= MOST * 7 - 6 {
            return Unit::Weeks;
        }
        if months < MOST {
            return Unit::Months;
        }
        if months / 3 < MOST - 1 {
            return Unit::Quarters;
        }
        let years = to.year() - from.year() + 1;
        let mut step = 1;
        for factor in [2, 5, 10].iter().cycle() {
            let next = match factor {
                5 => step / 2 * 5,
                10 => step / 5 * 10,
                _ => step * 2,
            };
            if years / step < MOST {
                break;
            }
            step = next;
        }
        Unit::Years(step)
    }

    /// The beginning of the one in which a day is.
    fn begin(self, day: Day) -> Option<Day> {
        match self {
            Unit::Days => Some(day),
            // The first of January 1970 was a Thursday.
            Unit::Weeks => Day::from_number(day.number() - (day.number() + 3).rem_euclid(7)),
            Unit::Months => Day::new(day.year(), day.month(), 1),
            Unit::Quarters => Day::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1),
            Unit::Years(step) => Day::new(day.year().div_euclid(step) * step, 1, 1),
        }
    }

    /// The beginning of the next.
    fn next(self, begin: Day) -> Option<Day> {
        let months = |count: u8| {
            let month = begin.month() - 1 + count;
            Day::new(begin.year() + i64::from(month / 12), month % 12 + 1, 1)
        };
        match self {
            Unit::Days => begin.succ(),
            Unit::Weeks => Day::from_number(begin.number() + 7),
            Unit::Months => months(1),
            Unit::Quarters => months(3),
            Unit::Years(step) => Day::new(begin.year() + step, 1, 1),
        }
    }
}

/// The days on which the parts begin that hold two days, and the day after the last.
fn begins(unit: Unit, from: Day, to: Day) -> Option<Vec<Day>> {
    let mut begins = vec![unit.begin(from)?];
    while let Some(last) = begins.last().copied()
        && last <= to
    {
        begins.push(unit.next(last)?);
    }
    Some(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        let date: crate::edtf::Edtf = text.parse().unwrap();
        date.is_single_day().unwrap()
    }

    fn divided(from: &str, to: &str) -> String {
        let (from, to) = (day(from), day(to));
        let unit = Unit::for_span(from, to);
        let begins = begins(unit, from, to).unwrap();
        assert!(begins.len() <= 18, "{from} {to}: {}", begins.len());
        format!("{unit:?} {} .. {}", begins[0], begins[begins.len() - 1])
    }

    #[test]
    fn a_line_is_divided_into_what_there_is_room_for() {
        assert_eq!(
            divided("2024-04-02", "2024-04-02"),
            "Days 2024-04-02 .. 2024-04-03"
        );
        assert_eq!(
            divided("2024-04-02", "2024-04-17"),
            "Days 2024-04-02 .. 2024-04-18"
        );
        assert_eq!(
            divided("2024-04-02", "2024-05-31"),
            "Weeks 2024-04-01 .. 2024-06-03"
        );
        assert_eq!(
            divided("2023-04-02", "2024-05-31"),
            "Months 2023-04-01 .. 2024-06-01"
        );
        assert_eq!(
            divided("2021-02-02", "2024-05-31"),
            "Quarters 2021-01-01 .. 2024-07-01"
        );
        assert_eq!(
            divided("2012-02-02", "2024-05-31"),
            "Years(1) 2012-01-01 .. 2025-01-01"
        );
        assert_eq!(
            divided("1914-06-28", "1991-12-26"),
            "Years(5) 1910-01-01 .. 1995-01-01"
        );
        assert_eq!(
            divided("0043-06-28", "1991-12-26"),
            "Years(200) 0000-01-01 .. 2000-01-01"
        );
    }

    #[test]
    fn every_span_has_few_parts() {
        let mut length = 1;
        while length < 4_000_000_000 {
            for start in [0, 19_000, -700_000] {
                let days = [start, start + length].map(|number| Day::from_number(number).unwrap());
                let unit = Unit::for_span(days[0], days[1]);
                let count = begins(unit, days[0], days[1]).unwrap().len();
                assert!(
                    (2..=18).contains(&count),
                    "{} {}: {count}",
                    days[0],
                    days[1]
                );
            }
            length += length / 3 + 1;
        }
    }
}
