//! Where the marks stand, so that none covers another.

use rayon::prelude::*;

use super::lanes::Lanes;
use super::scale::Scale;
use super::{Part, Span};
use crate::edtf::Day;

/// The width of a letter of a name, in pixels, somewhat too large.
const LETTER: f64 = 7.6;

/// What a drawing is made for.
#[derive(Debug)]
pub(super) struct Form {
    /// For the style: `wide` or `narrow`.
    pub name: &'static str,
    /// The width that it is planned for, in pixels.
    pub width: f64,
    /// The part of the width that is left free at either end.
    pub edge: f64,
    /// The height of a row of marks, in pixels.
    pub row: f64,
    /// The most rows in a lane; one where marks are always put together.
    rows: usize,
    /// The most lanes beside that of the others.
    pub lanes: usize,
    /// The room that a mark takes, in pixels.
    mark: f64,
    /// The room that several marks put together take, in pixels.
    bin: f64,
}

impl Form {
    /// For screens from about 700 pixels on.
    const WIDE: Form = Form {
        name: "wide",
        width: 780.0,
        edge: 0.01,
        row: 14.0,
        rows: 4,
        lanes: 5,
        mark: 13.0,
        bin: 24.0,
    };
    /// The same where each mark stands for many events, whose number is in it.
    const WIDE_MANY: Form = Form {
        row: 26.0,
        rows: 1,
        bin: 30.0,
        ..Form::WIDE
    };
    /// For phones: marks large enough for a finger.
    const NARROW: Form = Form {
        name: "narrow",
        width: 288.0,
        edge: 0.05,
        row: 26.0,
        rows: 1,
        lanes: 4,
        mark: 26.0,
        bin: 26.0,
    };
}

impl Form {
    /// The drawings that are made, of few events or of many.
    pub(super) fn all(many: bool) -> [Form; 2] {
        let wide = if many { Form::WIDE_MANY } else { Form::WIDE };
        [wide, Form::NARROW]
    }

    /// The place on the drawing, with a drop of room at both ends so that no mark is cut.
    pub(super) fn across(&self, place: f64) -> Part {
        Part(self.edge + place * (1.0 - 2.0 * self.edge))
    }

    /// How much of the width a text takes, at most.
    pub(super) fn length(&self, text: &str) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "a few letters")]
        let letters = text.chars().count() as f64;
        (letters * LETTER + 8.0) / self.width
    }

    /// A name that fits into the width.
    pub(super) fn shortened(&self, name: &str) -> String {
        if self.length(name) <= 1.0 {
            return name.to_owned();
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "small and positive"
        )]
        let most = (self.width / LETTER) as usize - 2;
        let kept: String = name.chars().take(most).collect();
        format!("{}…", kept.trim_end())
    }
}

/// Where the marks stand.
pub(super) enum Placed {
    /// Each event has its own.
    Each(Vec<Place>),
    /// There are too many: those of a lane at a time are put together.
    Bins(Vec<Bin>),
}

/// Where an event stands.
#[derive(Debug)]
pub(super) struct Place {
    /// Which of the events that are drawn.
    pub drawn: usize,
    /// Where across, from 0 to 1.
    pub at: f64,
    /// Its lanes, and the row in each; rows count upward.
    pub rows: Vec<(usize, usize)>,
}

/// The events of a lane at a time.
#[derive(Debug)]
pub(super) struct Bin {
    /// The lane.
    pub lane: usize,
    /// Where across, from 0 to 1.
    pub at: f64,
    /// Which of the events that are drawn.
    pub drawn: Vec<usize>,
    /// From where to where, from 0 to 1.
    reach: (f64, f64),
}

impl Bin {
    /// The first and the last day.
    pub(super) fn time(&self, scale: &Scale) -> Option<(Day, Day)> {
        #[allow(clippy::cast_possible_truncation, reason = "days that EDTF can hold")]
        let day = |number: f64| Day::from_number(number as i64);
        let first = scale.day_at(self.reach.0).ceil();
        let last = (scale.day_at(self.reach.1) - 1.0).ceil().max(first);
        let (_, end) = scale.ends();
        Some((day(first.min(end - 1.0))?, day(last.min(end - 1.0))?))
    }
}

impl Placed {
    /// How many rows a lane has.
    pub(super) fn rows(&self, lane: usize) -> usize {
        match self {
            Placed::Each(places) => {
                let rows = places.iter().flat_map(|place| &place.rows);
                rows.filter(|(of, _)| *of == lane)
                    .map(|(_, row)| row + 1)
                    .max()
                    .unwrap_or(1)
            }
            Placed::Bins(_) => 1,
        }
    }
}

/// Places the marks.
pub(super) fn place(form: &Form, scale: &Scale, lanes: &Lanes, drawn: &[(usize, Span)]) -> Placed {
    each(form, scale, lanes, drawn).map_or_else(
        || Placed::Bins(bins(form, &middles(scale, drawn), lanes)),
        Placed::Each,
    )
}

/// Where each event is drawn if nothing is in its way.
pub(super) fn middles(scale: &Scale, drawn: &[(usize, Span)]) -> Vec<f64> {
    let middles = drawn.par_iter().map(|(_, span)| middle(scale, *span));
    middles.collect()
}

/// Where an event is drawn if nothing is in its way: in the middle of its time; where one
/// end is open, at the other.
fn middle(scale: &Scale, span: Span) -> f64 {
    match span.form {
        Some("before") => scale.at(span.to - 0.5),
        Some("after") => scale.at(span.from + 0.5),
        _ => f64::midpoint(scale.at(span.from), scale.at(span.to)),
    }
}

/// A mark for each event; `None` if there is not room enough. A mark of an uncertain date
/// may stand anywhere within its time, one of a certain date only at it.
fn each(form: &Form, scale: &Scale, lanes: &Lanes, drawn: &[(usize, Span)]) -> Option<Vec<Place>> {
    let pixels = form.width * (1.0 - 2.0 * form.edge);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small and positive"
    )]
    let capacity = (pixels / form.mark) as usize * form.rows * lanes.names.len();
    if form.rows < 2 || drawn.len() > capacity {
        return None;
    }
    let room = |span: Span| scale.at(span.to) - scale.at(span.from);
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by(|a, b| room(drawn[*a].1).total_cmp(&room(drawn[*b].1)));
    let mut taken: Vec<Vec<Vec<f64>>> = vec![vec![Vec::new(); form.rows]; lanes.names.len()];
    let mut places = Vec::with_capacity(drawn.len());
    for index in order {
        let span = drawn[index].1;
        let at = middle(scale, span) * pixels;
        let half = (room(span) * pixels - form.mark).max(0.0) / 2.0;
        let free = |x: f64| {
            let row = |lane: usize| {
                let rows = taken[lane].iter();
                let row = rows
                    .clone()
                    .position(|row| row.iter().all(|other| (other - x).abs() >= form.mark));
                row.map(|row| (lane, row))
            };
            lanes.of[index].iter().map(row).collect::<Option<Vec<_>>>()
        };
        let (x, rows) = outward(at, half)
            .filter_map(|x| free(x).map(|rows| (x, rows)))
            .min_by(|a, b| cost(at, a).total_cmp(&cost(at, b)))?;
        for (lane, row) in &rows {
            taken[*lane][*row].push(x);
        }
        places.push(Place {
            drawn: index,
            at: x / pixels,
            rows,
        });
    }
    // In the order of time, which is that of the keyboard.
    places.sort_by_key(|place| place.drawn);
    Some(places)
}

/// Low rows are better than being in the middle.
fn cost(middle: f64, (x, rows): &(f64, Vec<(usize, usize)>)) -> f64 {
    let highest = rows.iter().map(|(_, row)| *row).max().unwrap_or(0);
    #[allow(clippy::cast_precision_loss, reason = "a few rows")]
    let highest = highest as f64;
    (x - middle).abs() + highest * 26.0
}

/// Places from the middle outward.
fn outward(middle: f64, half: f64) -> impl Iterator<Item = f64> {
    const STEP: f64 = 2.0;
    let steps = std::iter::successors(Some(0.0), |step| Some(step + STEP));
    steps
        .take_while(move |step| *step <= half)
        .flat_map(move |step| [middle - step, middle + step])
}

/// The events of each lane, put together where they would cover one another. `middles` are
/// where they would be drawn.
pub(super) fn bins(form: &Form, middles: &[f64], lanes: &Lanes) -> Vec<Bin> {
    let pixels = form.width * (1.0 - 2.0 * form.edge);
    let count = (pixels / form.bin).floor();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small and positive"
    )]
    let (slots, slot_of) = (count as usize, |place: f64| {
        (place * count).min(count - 1.0) as usize
    });
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); lanes.names.len() * slots];
    for (index, middle) in middles.iter().enumerate() {
        let slot = slot_of(*middle);
        for lane in lanes.of[index].iter() {
            found[lane * slots + slot].push(index);
        }
    }
    let found = found.into_iter().enumerate();
    found
        .filter(|(_, drawn)| !drawn.is_empty())
        .map(|(at, drawn)| {
            #[allow(clippy::cast_precision_loss, reason = "a few slots")]
            let slot = (at % slots) as f64;
            let centre = (slot + 0.5) / count;
            Bin {
                lane: at / slots,
                // One alone stands near its own time, as far as the next leave it room.
                at: match *drawn {
                    [index] => middles[index].clamp(centre - 0.2 / count, centre + 0.2 / count),
                    _ => centre,
                },
                drawn,
                reach: (slot / count, (slot + 1.0) / count),
            }
        })
        .collect()
}
