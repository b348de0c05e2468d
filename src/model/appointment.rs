//! When a date stands in a calendar.
//!
//! A calendar knows days of the years 1 to 9999, and moments in them; it knows neither open
//! ends nor doubt. A doubtful date takes all the days that it may be.

use crate::edtf::{Day, Edtf, End, Expression, Member, Point, Precision, Set, SetKind, Time};

/// An entry of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// When it is.
    pub slot: Slot,
    /// Whether it is just then. If not, it is some time in it.
    pub certain: bool,
}

/// A time in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Whole days, from the first to the last; the day after the last is in the calendar too.
    Days(Day, Day),
    /// A moment.
    Moment {
        /// The day.
        day: Day,
        /// The second of the day, from 0 to 86,399.
        second: u32,
        /// Whether day and second are those of UTC. If not, they are local, and nothing says
        /// where.
        utc: bool,
    },
}

/// The most days of doubt. What may have been at any time of several years is of no use in a
/// calendar, and would stand on every page of it.
const MOST_DOUBT: i64 = 366;

const SECONDS: i64 = 86_400;

/// The entries of a date: several where it is a set of days that are all meant, else one.
/// Nothing if it is open or its end is unknown, too vague, or out of the calendar's reach.
pub fn appointments(when: &Edtf) -> Option<Vec<Appointment>> {
    match when.expression() {
        Expression::DateTime(moment) => {
            let day = when.is_single_day()?;
            let slot = of_time(day, moment.time);
            Some(vec![Appointment {
                slot: within_reach(slot)?,
                certain: true,
            }])
        }
        Expression::Interval(interval) => {
            let (End::Point(start), End::Point(end)) = (&interval.start, &interval.end) else {
                return None;
            };
            let (first, latest_start) = start.days()?;
            let (earliest_end, last) = end.days()?;
            let doubt = apart(first, latest_start) + apart(earliest_end, last);
            let certain = doubt == 0 && is_sure(start) && is_sure(end);
            Some(vec![days(first, last, doubt, certain)?])
        }
        Expression::Set(set) if set.kind == SetKind::AllOf => of_all(set),
        _ => {
            let (first, last) = (when.earliest().day()?, when.latest().day()?);
            let sure = !when.is_uncertain() && !when.is_approximate();
            Some(vec![days(first, last, apart(first, last), sure)?])
        }
    }
}

/// The entries of days that are all meant.
fn of_all(set: &Set) -> Option<Vec<Appointment>> {
    let members = set.members.iter().map(|member| match member {
        Member::Point(point) => {
            let (first, last) = point.days()?;
            days(first, last, apart(first, last), is_sure(point))
        }
        Member::Range(from, to) if from.precision() == Precision::Day => {
            let (first, last) = (from.days()?.0, to.days()?.1);
            days(first, last, 0, is_sure(from) && is_sure(to))
        }
        // Some time in each of several months or years.
        Member::Range(from, to) => {
            let (first, last) = (from.days()?.0, to.days()?.1);
            days(first, last, apart(first, last), false)
        }
        Member::OnOrBefore(_) | Member::OnOrAfter(_) => None,
    });
    members.collect()
}

fn days(first: Day, last: Day, doubt: i64, sure: bool) -> Option<Appointment> {
    (doubt < MOST_DOUBT).then_some(())?;
    Some(Appointment {
        slot: within_reach(Slot::Days(first, last))?,
        certain: sure && doubt == 0,
    })
}

fn is_sure(point: &Point) -> bool {
    !point.any_qualification().is_some()
}

fn of_time(day: Day, time: Time) -> Slot {
    // A leap second is told as the one before it: few calendars know any.
    let second = time.second.min(59);
    let here = (i64::from(time.hour) * 60 + i64::from(time.minute)) * 60 + i64::from(second);
    let ahead = time.offset.map_or(0, |offset| i64::from(offset.minutes())) * 60;
    let there = day.number() * SECONDS + here - ahead;
    Slot::Moment {
        day: Day::from_number(there.div_euclid(SECONDS)).unwrap_or(day),
        second: u32::try_from(there.rem_euclid(SECONDS)).unwrap_or(0),
        utc: time.offset.is_some(),
    }
}

fn within_reach(slot: Slot) -> Option<Slot> {
    let reached = |day: Day| (1..=9999).contains(&day.year());
    let all = match slot {
        Slot::Days(first, last) => reached(first) && last.succ().is_some_and(reached),
        Slot::Moment { day, .. } => reached(day),
    };
    all.then_some(slot)
}

/// How many days lie between two.
fn apart(first: Day, last: Day) -> i64 {
    last.number().saturating_sub(first.number())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries as text: `?` marks what is not certain.
    fn of(text: &str) -> String {
        let Some(all) = appointments(&text.parse().unwrap()) else {
            return "-".to_owned();
        };
        let one = |one: &Appointment| {
            let mark = if one.certain { "" } else { "?" };
            match one.slot {
                Slot::Days(first, last) => format!("{first}..{last}{mark}"),
                Slot::Moment { day, second, utc } => {
                    let zone = if utc { "Z" } else { "" };
                    format!("{day}+{second}{zone}{mark}")
                }
            }
        };
        all.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_day_or_a_span_takes_its_days() {
        assert_eq!(of("2024-04-02"), "2024-04-02..2024-04-02");
        assert_eq!(of("2024-04-02/2024-04-05"), "2024-04-02..2024-04-05");
        assert_eq!(of("2000-02-28/2024-04-05"), "2000-02-28..2024-04-05");
        assert_eq!(
            of("{2024-04-02,2024-04-09,2024-04-12..2024-04-14}"),
            "2024-04-02..2024-04-02 2024-04-09..2024-04-09 2024-04-12..2024-04-14"
        );
    }

    #[test]
    fn doubt_takes_all_days_that_may_be() {
        assert_eq!(of("2024-04-02?"), "2024-04-02..2024-04-02?");
        assert_eq!(of("2024-04"), "2024-04-01..2024-04-30?");
        assert_eq!(of("[2024-05-16..2024-05-31]"), "2024-05-16..2024-05-31?");
        assert_eq!(of("[2024-04-12,2024-04-19]"), "2024-04-12..2024-04-19?");
        assert_eq!(of("2024-04/2024-05-12"), "2024-04-01..2024-05-12?");
        assert_eq!(of("2024-04-02/2024-04-05~"), "2024-04-02..2024-04-05?");
        assert_eq!(of("2024"), "2024-01-01..2024-12-31?");
        assert_eq!(
            of("{2024-04,2024-06}"),
            "2024-04-01..2024-04-30? 2024-06-01..2024-06-30?"
        );
        assert_eq!(of("{2024-04..2024-06}"), "2024-04-01..2024-06-30?");
    }

    #[test]
    fn a_time_is_of_utc_or_local() {
        assert_eq!(of("2024-04-02T10:00:00Z"), "2024-04-02+36000Z");
        assert_eq!(of("2024-04-02T01:30:00+02:00"), "2024-04-01+84600Z");
        assert_eq!(of("2024-12-31T23:59:59-04:00"), "2025-01-01+14399Z");
        assert_eq!(of("2016-12-31T23:59:60Z"), "2016-12-31+86399Z");
        assert_eq!(of("2024-04-02T10:00:00"), "2024-04-02+36000");
    }

    #[test]
    fn what_a_calendar_cannot_hold_is_left_out() {
        for text in [
            "2024-04-02/..",
            "2024-04-02/",
            "/2024-04-02",
            "[2024-04-12..]",
            "{..2024-04-12}",
            "2023/2025",
            "199X",
            "XXXX-05",
            "0000-04-02",
            "-0044-03-15",
            "Y17E7",
            "9999-12-31",
            "0001-01-01T00:00:00+02:00",
            "{2023..2025}",
        ] {
            assert_eq!(of(text), "-", "{text}");
        }
        assert_eq!(of("9999-12-30"), "9999-12-30..9999-12-30");
        assert_eq!(of("0001-01-01"), "0001-01-01..0001-01-01");
    }
}
