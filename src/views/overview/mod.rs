//! The timeline's drawing: time across, a lane for each of the main actors, a mark for
//! each event.
//!
//! Places across are parts of the width, so that the drawing fills whatever room there is
//! and its words keep their size; heights are pixels. There are two drawings, one for wide
//! screens and one for narrow ones, of which the style sheet shows one.

mod lanes;
mod marks;
mod place;
mod scale;
mod ticks;

use std::collections::BTreeSet;
use std::fmt;

use super::card::is_doubted;
use super::index::last_report;
use super::site::{Site, WHOLE};
use crate::edtf::{Day, Edtf, Expression, SetKind};
use crate::model::known_span;
use crate::schema::{Family, Status};
use lanes::Busy;
use marks::{Canvas, Mark};
use place::{Bin, Form, Placed};
use scale::Scale;
use ticks::{Tick, ticks};

/// Fewer events than these need no drawing.
const FEWEST: usize = 3;
/// The width of the strip above the lanes, in pixels.
const TOP: f64 = 24.0;
/// Between a lane's name and its marks.
const NAME: f64 = 21.0;
/// Below the marks of a lane.
const FOOT: f64 = 8.0;
/// The strip with the names of times.
const TIMES: f64 = 40.0;

/// The timeline's drawing.
pub(super) struct Overview {
    /// What it shows, for those who do not see it.
    pub label: String,
    /// The drawings, for wide and for narrow screens.
    pub drawings: Vec<Drawing>,
    /// The shapes that occur, with their meaning.
    pub legend: Vec<(&'static str, &'static str)>,
    /// Whether something planned is on it.
    pub planned: bool,
    /// Whether something of uncertain date is on it.
    pub vague: bool,
    /// Whether something is on it whose date is marked as uncertain or approximate.
    pub doubted: bool,
    /// How many events have no date that could be drawn.
    pub undrawn: usize,
}

/// A drawing for a kind of screen.
pub(super) struct Drawing {
    /// For which: `wide` or `narrow`.
    pub form: &'static str,
    /// Its height in pixels.
    pub height: f64,
    /// The times that are named.
    pub ticks: Vec<TickView>,
    /// The lanes.
    pub lanes: Vec<LaneView>,
    /// The marks.
    pub marks: Vec<Mark>,
    /// Where the day of the last report ends.
    pub last: Option<LastLine>,
    /// Where the lanes end.
    pub bottom: f64,
}

/// A time that is named.
pub(super) struct TickView {
    /// Where.
    pub x: Part,
    /// Its name.
    pub name: String,
    /// Whether it is a year.
    pub year: bool,
}

/// A lane.
pub(super) struct LaneView {
    /// Whose.
    pub name: String,
    /// Where the name stands.
    pub name_y: f64,
    /// Where its line is.
    pub line_y: f64,
}

/// The day of the last report.
pub(super) struct LastLine {
    /// Where it ends.
    pub x: Part,
    /// What it says.
    pub name: String,
    /// Where that stands.
    pub name_x: Part,
    /// On which side of the line its words stand: `start` or `end`.
    pub side: &'static str,
}

/// A part of the width, written as percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part(pub f64);

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", (self.0 * 1e4).round() / 1e2)
    }
}

/// When an event was, as far as it is drawn: days, numbered, the last one excluded.
#[derive(Clone, Copy, Debug)]
struct Span {
    from: f64,
    to: f64,
    form: Option<&'static str>,
}

impl Overview {
    /// Of events, on a page below `root`; of `about`, which needs no lane of its own.
    /// `None` where there is too little to draw.
    pub(super) fn of(
        site: &Site<'_>,
        numbers: &[usize],
        about: Option<&crate::schema::ActorId>,
        root: &str,
    ) -> Option<Self> {
        let events = site.timeline.events.as_slice();
        let drawn = drawn(site, numbers.iter().copied());
        let last = about.map_or(site.known.last, |_| None);
        let scale = scale(&drawn, last)?;
        let lanes = Busy::of(site, &drawn, about);
        let middles = (numbers.len() > WHOLE).then(|| place::middles(&scale, &drawn));
        let draw = |form: &Form| {
            let lanes = lanes.at_most(form.lanes);
            let found = match &middles {
                Some(middles) => Placed::Bins(place::bins(form, middles, &lanes)),
                None => place::place(form, &scale, &lanes, &drawn),
            };
            let canvas = Canvas {
                site,
                form,
                scale: &scale,
                ground: Vec::new(),
                lanes: &lanes,
                root,
                many: middles.is_some(),
            };
            drawing(canvas, &found, &drawn, last)
        };
        let drawings = Form::all(middles.is_some()).iter().map(draw).collect();
        let families: BTreeSet<Family> = drawn
            .iter()
            .map(|(number, _)| events[*number].kind.family())
            .collect();
        let language = site.language;
        Some(Overview {
            label: site.words().overview.label.to_owned(),
            drawings,
            legend: families
                .into_iter()
                .map(|family| (marks::shape(family), language.family(family)))
                .collect(),
            planned: drawn
                .iter()
                .any(|(number, _)| events[*number].status != Status::Happened),
            vague: drawn
                .iter()
                .any(|(_, span)| matches!(span.form, Some("doubt" | "before" | "after"))),
            doubted: drawn
                .iter()
                .any(|(number, _)| is_doubted(&events[*number].when)),
            undrawn: numbers.len() - drawn.len(),
        })
    }
}

/// Of a large timeline the numbers of the events that each mark stands for: of each drawing
/// its name, and the marks in their order.
pub fn marked(site: &Site<'_>) -> Vec<(&'static str, Vec<Vec<usize>>)> {
    let drawn = drawn(site, 0..site.timeline.events.len());
    let Some(scale) = scale(&drawn, site.known.last) else {
        return Vec::new();
    };
    let lanes = Busy::of(site, &drawn, None);
    let middles = place::middles(&scale, &drawn);
    let of = |form: &Form| {
        let bins = place::bins(form, &middles, &lanes.at_most(form.lanes));
        let numbers = |bin: Bin| bin.drawn.into_iter().map(|index| drawn[index].0).collect();
        (form.name, bins.into_iter().map(numbers).collect())
    };
    Form::all(true).iter().map(of).collect()
}

/// The events that can be drawn.
fn drawn(site: &Site<'_>, numbers: impl Iterator<Item = usize>) -> Vec<(usize, Span)> {
    let events = site.timeline.events.as_slice();
    numbers
        .filter_map(|number| Some((number, span(&events[number].when)?)))
        .collect()
}

/// The scale for events and the day of the last report; `None` where there is too little to
/// draw.
fn scale(drawn: &[(usize, Span)], last: Option<Day>) -> Option<Scale> {
    if drawn.len() < FEWEST {
        return None;
    }
    let mut spans: Vec<(f64, f64)> = drawn.iter().map(|(_, span)| (span.from, span.to)).collect();
    if let Some(last) = last {
        spans.push((number(last), number(last) + 1.0));
    }
    Scale::of(&spans)
}

#[allow(clippy::cast_precision_loss, reason = "days that are drawn")]
fn number(day: Day) -> f64 {
    day.number() as f64
}

/// When an event was, as far as it can be drawn.
fn span(date: &Edtf) -> Option<Span> {
    let (first, last) = known_span(date)?;
    let form = match (date.earliest().day(), date.latest().day()) {
        (None, _) => Some("before"),
        (_, None) => Some("after"),
        (Some(first), Some(last)) if first == last => None,
        _ => Some(match date.expression() {
            Expression::Interval(_) => "lasts",
            Expression::Set(set) if set.kind == SetKind::AllOf => "several",
            _ => "doubt",
        }),
    };
    Some(Span {
        from: number(first),
        to: number(last) + 1.0,
        form,
    })
}

fn drawing(
    mut canvas: Canvas<'_>,
    found: &Placed,
    drawn: &[(usize, Span)],
    last: Option<Day>,
) -> Drawing {
    let Canvas {
        site, form, scale, ..
    } = canvas;
    let mut y = TOP;
    let mut views = Vec::new();
    for (lane, name) in canvas.lanes.names.iter().enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "a few rows")]
        let rows = found.rows(lane) as f64;
        let line_y = y + NAME + rows * form.row + FOOT / 2.0;
        views.push(LaneView {
            name: form.shortened(name),
            name_y: y + NAME - 6.0,
            line_y,
        });
        y = line_y + FOOT / 2.0;
    }
    canvas.ground = views.iter().map(|lane| lane.line_y - FOOT / 2.0).collect();
    Drawing {
        form: form.name,
        height: y + TIMES,
        ticks: ticks(scale, site.language, form.width)
            .into_iter()
            .map(|Tick { place, name, year }| TickView {
                x: form.across(place),
                name,
                year,
            })
            .collect(),
        marks: canvas.marks(found, drawn),
        lanes: views,
        last: last.map(|day| last_line(site, form, scale.at(number(day) + 1.0))),
        bottom: y,
    }
}

/// The line at the end of the last report's day; its words stand on the side that has room
/// for them, else at the beginning.
fn last_line(site: &Site<'_>, form: &Form, place: f64) -> LastLine {
    let day = last_report(site).unwrap_or_default();
    let label = site.words().last_report;
    let mut name = format!("{label}: {day}");
    if form.length(&name) > 1.0 {
        label.clone_into(&mut name);
    }
    let length = form.length(&name);
    let x = form.across(place);
    let (anchor, name_x) = if x.0 >= length {
        ("end", x)
    } else if 1.0 - x.0 >= length {
        ("start", x)
    } else {
        ("start", Part(0.0))
    };
    LastLine {
        x,
        name,
        name_x,
        side: anchor,
    }
}
