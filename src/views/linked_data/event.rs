//! Events.

use super::date::{Span, coverage, single, span};
use super::node::{Json, Node, refer};
use super::place::place;
use super::{LinkedData, Site};
use crate::edtf::{Bound, Edtf};
use crate::model::Event;
use crate::schema::{CorrectionKind, Participation, Role, Status};

/// Kinds of event at which people are together, and an actor without a role was present.
const GATHERINGS: &[&str] = &["call", "visit", "meeting", "summit", "negotiation"];

/// A property that names those who were part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Attendee,
    Performer,
    About,
}

impl LinkedData {
    /// The page tells of an event, of what is claimed of it, and of the reports.
    pub(in crate::views) fn event(
        &mut self,
        site: &Site<'_>,
        number: usize,
        summary: Option<&str>,
    ) {
        let event = &site.timeline.events.as_slice()[number];
        let corrections = event
            .corrections
            .iter()
            .filter(|correction| correction.kind == CorrectionKind::Correction)
            .map(|correction| {
                Node::of("CorrectionComment")
                    .with("text", &*correction.what)
                    .maybe("datePublished", single(&correction.on))
            });
        let page = std::mem::take(&mut self.page);
        self.page = page
            .maybe("temporalCoverage", coverage(&event.when))
            .each("correction", corrections);
        let thing = self.event_node(site, event, summary);
        self.main(thing);
        self.claims(site, event);
        self.reports(site, event.reports());
    }

    fn event_node(&self, site: &Site<'_>, event: &Event, summary: Option<&str>) -> Node {
        let dates = Dates::of(event);
        // A date that no property can hold is told in words.
        let words = (!dates.whole).then(|| {
            let language = site.language;
            format!("{}.", language.sentence(&language.date(&event.when)))
        });
        let description: Vec<&str> = words.as_deref().into_iter().chain(summary).collect();
        Node::called("Event", self.addresses.event_id(&event.id))
            .with("name", &*event.title)
            .with("url", self.addresses.event(&event.id))
            .maybe(
                "description",
                (!description.is_empty()).then(|| description.join(" ")),
            )
            .maybe("eventStatus", dates.status)
            .maybe("startDate", dates.start)
            .maybe("endDate", dates.end)
            .each("previousStartDate", dates.previous)
            .maybe(
                "location",
                event.place.as_ref().and_then(|id| place(site, id)),
            )
            .each("attendee", self.parts(site, event, Part::Attendee))
            .each("performer", self.parts(site, event, Part::Performer))
            .each(
                "about",
                self.parts(site, event, Part::About).into_iter().chain(
                    event
                        .topics
                        .iter()
                        .map(|topic| self.topic_node(site, topic).into()),
                ),
            )
            .with("keywords", site.language.kind(event.kind))
            .each(
                "subjectOf",
                event
                    .reports()
                    .into_iter()
                    .map(|id| refer(&self.addresses.report_id(id))),
            )
    }

    fn parts(&self, site: &Site<'_>, event: &Event, part: Part) -> Vec<Json> {
        let mut parts = Vec::new();
        for actor in event
            .actors
            .iter()
            .filter(|actor| part_of(event, actor) == part)
        {
            let node = Json::from(self.actor_node(site, &actor.who));
            if !parts.contains(&node) {
                parts.push(node);
            }
        }
        parts
    }
}

/// As what an actor was part of an event. Schema.org knows who attends and who appears;
/// whoever was acted upon, or acted from afar, the event is about.
fn part_of(event: &Event, actor: &Participation) -> Part {
    match actor.role {
        Some(
            Role::Caller
            | Role::Counterpart
            | Role::Visitor
            | Role::Host
            | Role::Participant
            | Role::Mediator,
        ) => Part::Attendee,
        Some(Role::Speaker) => Part::Performer,
        None if GATHERINGS.contains(&event.kind.word) => Part::Attendee,
        None
        | Some(
            Role::Addressee | Role::Initiator | Role::Target | Role::Beneficiary | Role::Subject,
        ) => Part::About,
    }
}

/// The dates of an event, with what became of them.
#[derive(Default)]
struct Dates {
    start: Option<String>,
    end: Option<String>,
    previous: Vec<String>,
    status: Option<&'static str>,
    /// Whether they say all that is known of the event's date.
    whole: bool,
}

impl Dates {
    fn of(event: &Event) -> Self {
        let Span { start, end, whole } = span(&event.when);
        let earlier = event.history.iter().filter_map(|state| state.when.as_ref());
        let mut previous: Vec<String> = Vec::new();
        let mut moved = false;
        for when in earlier.clone().filter(|when| apart(when, &event.when)) {
            moved = true;
            let before = span(when).start;
            previous.extend(before.filter(|before| !previous.contains(before)));
        }
        let now = Dates {
            start,
            end,
            previous,
            status: None,
            whole,
        };
        match event.status {
            Status::Cancelled => Dates {
                status: Some("https://schema.org/EventCancelled"),
                ..now
            },
            _ if moved => Dates {
                status: Some("https://schema.org/EventRescheduled"),
                ..now
            },
            // Its date may be the old one or a new one: only earlier states can tell.
            Status::Postponed => Dates {
                status: Some("https://schema.org/EventPostponed"),
                previous: now
                    .start
                    .filter(|_| earlier.clone().any(|when| *when == event.when))
                    .into_iter()
                    .collect(),
                ..Dates::default()
            },
            Status::Planned | Status::Confirmed => Dates {
                status: Some("https://schema.org/EventScheduled"),
                ..now
            },
            Status::Happened => now,
        }
    }
}

/// Whether two dates cannot mean the same day: a plan that has only become more exact was
/// not moved.
fn apart(one: &Edtf, other: &Edtf) -> bool {
    let ends_before = |one: &Edtf, other: &Edtf| {
        matches!(
            (one.latest(), other.earliest()),
            (Bound::Day(last), Bound::Day(first)) if last < first
        )
    };
    ends_before(one, other) || ends_before(other, one)
}
