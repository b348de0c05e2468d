//! The marks as they are drawn.

use super::lanes::Lanes;
use super::place::{Bin, Form, Place, Placed};
use super::scale::Scale;
use super::{Part, Span};
use crate::edtf::Edtf;
use crate::schema::{Family, Kind, Status};
use crate::views::card::is_doubted;
use crate::views::page::Link;
use crate::views::site::Site;

/// Where an open end fades out, as a part of the width.
const BEYOND: f64 = 0.06;

/// An event, or several that are drawn as one.
pub(in crate::views) struct Mark {
    /// To its page, or to the first of them in the list.
    pub href: String,
    /// What it is, in words.
    pub title: String,
    /// The numbers of the events; nothing where all of the timeline are too many.
    pub events: String,
    /// Its status as it is written in a file, for the style; of several, `happened`
    /// unless they are all planned.
    pub status: &'static str,
    /// Whether its date is marked as uncertain or approximate.
    pub doubted: bool,
    /// The line that joins its marks: its place, and from where to where.
    pub joined: Option<(Part, f64, f64)>,
    /// Its times.
    pub spans: Vec<SpanView>,
    /// Its marks.
    pub points: Vec<Point>,
    /// The number of events, where there are several: the radius and the number.
    pub count: Option<(f64, usize)>,
    /// Whether the number has to be written small.
    pub small: bool,
}

/// A mark in a lane.
pub(in crate::views) struct Point {
    /// The id of its shape.
    pub shape: &'static str,
    /// Where.
    pub x: Part,
    /// Where.
    pub y: f64,
}

/// How far a date reaches.
pub(in crate::views) struct SpanView {
    /// How it is drawn: `lasts`, `several`, `doubt`, `before`, `after`.
    pub form: &'static str,
    /// From where.
    pub x: Part,
    /// How wide.
    pub width: Part,
    /// Its middle.
    pub y: f64,
}

/// What the marks are drawn on.
pub(super) struct Canvas<'a> {
    /// What is drawn.
    pub site: &'a Site<'a>,
    /// What for.
    pub form: &'a Form,
    /// Where a day stands.
    pub scale: &'a Scale,
    /// The lanes.
    pub lanes: &'a Lanes,
    /// Below the marks of each lane.
    pub ground: Vec<f64>,
    /// The way from the page to the root.
    pub root: &'a str,
    /// Whether the events are too many for their numbers to stand on the page.
    pub many: bool,
}

impl Canvas<'_> {
    /// The marks of events.
    pub(super) fn marks(&self, found: &Placed, drawn: &[(usize, Span)]) -> Vec<Mark> {
        match found {
            Placed::Each(places) => places
                .iter()
                .map(|place| self.each(place, drawn[place.drawn]))
                .collect(),
            Placed::Bins(bins) => {
                let most = bins.iter().map(|bin| bin.drawn.len()).max().unwrap_or(1);
                bins.iter()
                    .map(|bin| self.several(bin, drawn, most))
                    .collect()
            }
        }
    }

    fn height_of(&self, lane: usize, row: usize) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "a few rows")]
        let row = row as f64;
        self.ground[lane] - (row + 0.5) * self.form.row
    }

    /// An event with a mark in each of its lanes.
    fn each(&self, place: &Place, (number, span): (usize, Span)) -> Mark {
        let event = &self.site.timeline.events.as_slice()[number];
        let rows = place.rows.iter();
        let heights: Vec<f64> = rows
            .map(|(lane, row)| self.height_of(*lane, *row))
            .collect();
        let top = heights.iter().copied().fold(f64::INFINITY, f64::min);
        let bottom = heights.iter().copied().fold(0.0, f64::max);
        let x = self.form.across(place.at);
        Mark {
            joined: (heights.len() > 1).then_some((x, top, bottom)),
            spans: heights
                .iter()
                .filter_map(|y| self.reach(span, *y))
                .collect(),
            points: heights
                .iter()
                .map(|y| Point {
                    shape: shape_of(event.kind),
                    x,
                    y: *y,
                })
                .collect(),
            ..self.alone(number)
        }
    }

    /// The mark of one event, without what is drawn.
    fn alone(&self, number: usize) -> Mark {
        let event = &self.site.timeline.events.as_slice()[number];
        let language = self.site.language;
        let status = match event.status {
            Status::Happened => String::new(),
            other => format!(" ({})", language.status(other)),
        };
        Mark {
            href: Link::event(self.root, &event.id, "").href,
            title: format!("{}{status}: {}", language.date(&event.when), &*event.title),
            events: if self.many || self.site.is_large() {
                String::new()
            } else {
                number.to_string()
            },
            status: event.status.word(),
            doubted: is_doubted(&event.when),
            joined: None,
            spans: Vec::new(),
            points: Vec::new(),
            count: None,
            small: false,
        }
    }

    /// The events of a lane at a time, of which no other has more than `most`.
    fn several(&self, bin: &Bin, drawn: &[(usize, Span)], most: usize) -> Mark {
        let events = self.site.timeline.events.as_slice();
        let (x, y) = (self.form.across(bin.at), self.height_of(bin.lane, 0));
        let numbers: Vec<usize> = bin.drawn.iter().map(|index| drawn[*index].0).collect();
        if let ([index], [number]) = (bin.drawn.as_slice(), numbers.as_slice()) {
            return Mark {
                spans: self.reach(drawn[*index].1, y).into_iter().collect(),
                points: vec![Point {
                    shape: shape_of(events[*number].kind),
                    x,
                    y,
                }],
                ..self.alone(*number)
            };
        }
        let all_open = numbers
            .iter()
            .all(|number| events[*number].status != Status::Happened);
        #[allow(clippy::cast_precision_loss, reason = "counts")]
        let (count, most) = (numbers.len() as f64, most as f64);
        let radius = if self.many {
            7.0 + ((count / most).sqrt() * 55.0).round() / 10.0
        } else {
            (6.0 + count.sqrt() * 1.4).min(self.form.row / 2.0 - 0.5)
        };
        let when = bin.time(self.scale).and_then(|(first, last)| {
            let time = format!("{first}/{last}").parse::<Edtf>().ok()?;
            Some(self.site.language.date(&time))
        });
        Mark {
            href: numbers
                .first()
                .map_or_else(String::new, |number| self.way_to(*number)),
            title: self.site.language.events_of(
                numbers.len(),
                &self.lanes.names[bin.lane],
                when.as_deref().unwrap_or_default(),
            ),
            events: if self.many || self.site.is_large() {
                String::new()
            } else {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                numbers.join(" ")
            },
            status: if all_open { "planned" } else { "happened" },
            doubted: false,
            joined: None,
            spans: Vec::new(),
            points: vec![Point { shape: "", x, y }],
            count: Some((radius, numbers.len())),
            small: self.many && numbers.len() > 99,
        }
    }

    /// The way to an event in the list: on this page, or where it carries not all of them.
    fn way_to(&self, number: usize) -> String {
        if self.site.is_large() {
            format!("{}{}", self.root, self.site.page_of_event(number))
        } else {
            format!("#_e-{}", self.site.timeline.events.as_slice()[number].id)
        }
    }

    /// How far a date reaches; where it is open, a little beyond what is known.
    fn reach(&self, span: Span, y: f64) -> Option<SpanView> {
        let form = span.form?;
        let (mut from, mut to) = (self.scale.at(span.from), self.scale.at(span.to));
        match form {
            "before" => from = (to - BEYOND).max(0.0),
            "after" => to = (from + BEYOND).min(1.0),
            _ => {}
        }
        let (from, to) = (self.form.across(from), self.form.across(to));
        Some(SpanView {
            form,
            x: from,
            width: Part(to.0 - from.0),
            y,
        })
    }
}

fn shape_of(kind: Kind) -> &'static str {
    shape(kind.family())
}

/// The id, on the page, of the shape that is drawn for a family of kinds.
pub(super) fn shape(family: Family) -> &'static str {
    match family {
        Family::Talks => "_talks",
        Family::Words => "_words",
        Family::Pressure => "_pressure",
        Family::Agreement => "_agreement",
        Family::Force => "_force",
        Family::Other => "_other",
    }
}
