//! The line of time that pupils fill in, and the same filled in.

use super::task::{Lettered, letter, lettered};
use crate::model::lesson::{BlankTimeline, Unit};
use crate::views::site::Site;

/// A line of time, blank or filled in.
pub(crate) struct LineView {
    pub ticks: Vec<TickView>,
    pub events: Vec<Lettered>,
    /// Of each event that can stand there, from where to where, and in which row.
    pub marks: Vec<MarkView>,
    pub height: usize,
    pub off: Vec<String>,
}

/// A time that is named, and what it is a part of.
pub(crate) struct TickView {
    pub x: f64,
    pub name: String,
    pub under: Option<String>,
}

/// Where an event can stand.
pub(crate) struct MarkView {
    pub letter: String,
    pub x: f64,
    pub width: f64,
    pub y: usize,
}

/// The width of the line, and the height of a row of the key, in the drawing's own units.
const WIDTH: f64 = 1000.0;
const ROW: usize = 26;

impl LineView {
    /// The line for the events of an activity.
    pub(super) fn of(site: &Site<'_>, task: &BlankTimeline<'_>) -> Self {
        let language = site.language;
        let events: Vec<Lettered> = (task.marks.iter().enumerate())
            .map(|(number, mark)| lettered(site, number, mark.event))
            .collect();
        let marks = task
            .marks
            .iter()
            .enumerate()
            .map(|(number, mark)| MarkView {
                letter: letter(number),
                x: round(mark.from * WIDTH),
                width: round(((mark.to - mark.from) * WIDTH).max(6.0)),
                y: number * ROW + 8,
            });
        // The last tick is where the line ends: it names nothing.
        let named = task.ticks.len().saturating_sub(1);
        let mut before = None;
        let ticks = task.ticks.iter().enumerate().map(|(number, tick)| {
            let day = tick.day;
            let (name, group) = match task.unit {
                Unit::Days | Unit::Weeks => (
                    day.day().to_string(),
                    language.month(day.year(), day.month()),
                ),
                Unit::Months | Unit::Quarters => (
                    language.month_name(day.month()).to_owned(),
                    language.year(day.year()),
                ),
                Unit::Years(_) => (language.year(day.year()), String::new()),
            };
            let is_new = before.as_ref() != Some(&group);
            before = Some(group.clone());
            let there = number < named;
            TickView {
                x: round(tick.at * WIDTH),
                name: if there { name } else { String::new() },
                under: Some(group).filter(|group| there && is_new && !group.is_empty()),
            }
        });
        LineView {
            ticks: ticks.collect(),
            height: task.marks.len() * ROW + 8,
            marks: marks.collect(),
            events,
            off: task
                .off
                .iter()
                .map(|event| event.title.to_string())
                .collect(),
        }
    }
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
