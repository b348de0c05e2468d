//! The names of times under the drawing: years in one row, months and days in another.

use super::scale::Scale;
use crate::edtf::Day;
use crate::words::Language;

/// The width of a letter of such a name, in pixels, somewhat too large.
const LETTER: f64 = 7.2;
/// The room that a name keeps from the next.
const GAP: f64 = 8.0;
/// The steps, in years, at which years are named.
const STEPS: [i64; 12] = [
    100_000_000,
    10_000_000,
    1_000_000,
    100_000,
    10_000,
    1000,
    500,
    100,
    50,
    10,
    5,
    1,
];
/// The room, in pixels, from which on a step is divided.
const ROOM: f64 = 40.0;

/// A time that is named.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Where it begins, from 0 to 1.
    pub place: f64,
    /// Its name.
    pub name: String,
    /// Whether it is a year.
    pub year: bool,
}

/// The times to be named on a drawing of this width in pixels.
pub(super) fn ticks(scale: &Scale, language: &dyn Language, width: f64) -> Vec<Tick> {
    let (first, last) = scale.ends();
    let mut years = Row::new(scale, width);
    let mut rest = Row::new(scale, width);
    #[allow(clippy::cast_possible_truncation, reason = "days that EDTF can hold")]
    let (from, to) = (first as i64, last as i64);
    let (Some(start), Some(end)) = (Day::from_number(from), Day::from_number(to - 1)) else {
        return Vec::new();
    };
    // The rounder the year, the sooner it has a name. Smaller steps are tried only where
    // the scale is stretched so far that there is room for them.
    let mut blocks = vec![(start.year(), end.year() + 1)];
    for step in STEPS {
        let mut next = Vec::new();
        for (first, last) in blocks {
            let mut year = first;
            while year < last {
                let after = ((year.div_euclid(step) + 1) * step).min(last);
                if year.rem_euclid(step) == 0 {
                    years.offer(day(year, 1, 1), language.year(year));
                }
                if years.room(day(year, 1, 1), day(after, 1, 1)) >= ROOM {
                    next.push((year, after));
                }
                year = after;
            }
        }
        blocks = next;
    }
    if years.ticks.is_empty() {
        years.offer(Some(from), language.year(start.year()));
    }
    // What is left are the years with room for their months.
    let months = |(year, _)| (1..=12u8).map(move |month| (year, month));
    let mut months: Vec<(i64, u8)> = blocks.into_iter().flat_map(months).collect();
    let of_month = |row: &Row<'_>, (year, month): (i64, u8)| {
        let after = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
        row.room(day(year, month, 1), day(after.0, after.1, 1))
    };
    // Those that have the most of it first.
    months.sort_by(|a, b| of_month(&rest, *b).total_cmp(&of_month(&rest, *a)));
    months.retain(|(year, month)| {
        // Of the first month the beginning may lie before the drawing.
        let begins = day(*year, *month, 1).map(|day| day.max(from));
        let name = language.month_name(*month).to_owned();
        of_month(&rest, (*year, *month)) > 0.0 && rest.offer(begins, name)
    });
    for days in [
        &[15u8][..],
        &[8, 22],
        &[5, 12, 19, 26],
        &[3, 10, 17, 24, 29],
    ] {
        for (year, month) in &months {
            for number in days {
                rest.offer(day(*year, *month, *number), number.to_string());
            }
        }
    }
    let mut ticks = years.ticks;
    for tick in &mut ticks {
        tick.year = true;
    }
    ticks.extend(rest.ticks);
    ticks.sort_by(|a, b| a.place.total_cmp(&b.place));
    ticks
}

fn day(year: i64, month: u8, day: u8) -> Option<i64> {
    Day::new(year, month, day).map(Day::number)
}

/// A row of names that keep clear of one another.
struct Row<'s> {
    scale: &'s Scale,
    width: f64,
    ticks: Vec<Tick>,
    taken: Vec<(f64, f64)>,
}

impl<'s> Row<'s> {
    fn new(scale: &'s Scale, width: f64) -> Self {
        Row {
            scale,
            width,
            ticks: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// How much of the width, in pixels, is between two days.
    fn room(&self, first: Option<i64>, end: Option<i64>) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "days that are drawn")]
        let at = |day: i64| self.scale.at(day as f64);
        match (first, end) {
            (Some(first), Some(end)) => (at(end) - at(first)) * self.width,
            _ => 0.0,
        }
    }

    /// Takes a name if there is room for it; whether there was.
    fn offer(&mut self, day: Option<i64>, name: String) -> bool {
        #[allow(clippy::cast_precision_loss, reason = "days that are drawn")]
        let Some(day) = day.map(|day| day as f64) else {
            return false;
        };
        let (first, last) = self.scale.ends();
        if day < first || day >= last {
            return false;
        }
        let place = self.scale.at(day);
        #[allow(clippy::cast_precision_loss, reason = "a few letters")]
        let length = name.chars().count() as f64 * LETTER;
        let (from, to) = (place * self.width, place * self.width + length);
        let clear = to <= self.width
            && self
                .taken
                .iter()
                .all(|other| to + GAP <= other.0 || other.1 + GAP <= from);
        if clear {
            self.taken.push((from, to));
            self.ticks.push(Tick {
                place,
                name,
                year: false,
            });
        }
        clear
    }
}
