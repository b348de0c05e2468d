//! An event's page.

use askama::Template;

use super::card::is_exact;
use super::cite::CiteView;
use super::claim::{ClaimView, capacity};
use super::page::{Link, Page, Section};
use super::pair::Pair;
use super::share::{Frame, ShareView};
use super::site::Site;
use crate::edtf::Bound;
use crate::markdown::Html;
use crate::model::{Event, Source};
use crate::schema::Status;

/// An event's page.
#[derive(Template)]
#[template(path = "event.html", blocks = ["content"], whitespace = "minimize")]
pub struct EventPage<'s> {
    page: Page<'s>,
    date: &'s str,
    weekday: Option<&'static str>,
    exact: bool,
    /// Whether it has an entry for a calendar.
    calendar: bool,
    said_when: Option<&'s str>,
    place: Option<String>,
    kind: &'static str,
    status: &'static str,
    status_words: &'static str,
    actors: Vec<Part>,
    topics: Vec<Link>,
    summary: Option<&'s Html>,
    counts: &'s str,
    claims: Vec<ClaimView>,
    differ: Vec<Pair>,
    history: Vec<StateView>,
    left_open: Vec<&'s str>,
    corrections: Vec<CorrectionView>,
    reports: Vec<ReportLine>,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
    cite: CiteView,
}

/// An actor's part in the event.
struct Part {
    link: Link,
    office: Option<String>,
    role: Option<&'static str>,
    note: Option<String>,
}

/// An earlier state.
struct StateView {
    as_of: String,
    status: &'static str,
    date: Option<String>,
    source: Option<Link>,
    note: Option<String>,
}

/// A change made to the page.
struct CorrectionView {
    on: String,
    kind: &'static str,
    what: String,
}

/// A report that tells of the event.
struct ReportLine {
    link: Link,
    published: Option<String>,
}

/// The event before or after.
struct Neighbour {
    link: Link,
    date: String,
}

impl<'s> EventPage<'s> {
    /// The page of the event with this number.
    pub fn new(site: &'s Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let language = site.language;
        let words = site.in_words(number);
        let text = words.text();
        let mut page = Page::new(
            site,
            Section::Timeline,
            &format!("events/{}/", event.id),
            &event.title,
            text.unwrap_or(&event.title),
        )
        .with_script("copy");
        page.data.event(site, number, text);
        page.share = ShareView::of(site, Frame::event(site, number));
        let root = page.root.as_str();
        EventPage {
            date: words.date,
            weekday: event
                .when
                .is_single_day()
                .and_then(|day| language.weekday(day)),
            exact: is_exact(&event.when),
            calendar: site.is_ahead(event),
            said_when: event.said_when.as_deref(),
            place: event.place.as_ref().map(|place| place_name(site, place)),
            kind: language.kind(event.kind),
            status: event.status.word(),
            status_words: language.status(event.status),
            actors: event
                .actors
                .iter()
                .map(|part| Part {
                    link: Link::actor(root, &part.who, site.actor_name(&part.who)),
                    office: capacity(site, &part.who, Some(&event.when)),
                    role: part.role.map(|role| language.role(role)),
                    note: part.note.as_ref().map(ToString::to_string),
                })
                .collect(),
            topics: event
                .topics
                .iter()
                .map(|topic| Link::topic(root, topic, &language.name_of(topic)))
                .collect(),
            summary: words.summary(),
            counts: words.counts,
            claims: (0..event.claims.len())
                .map(|claim| ClaimView::of(site, (number, claim), root))
                .collect(),
            differ: differ(site, number, root),
            history: history(site, event, root),
            left_open: event.left_open.iter().map(|text| &**text).collect(),
            corrections: event
                .corrections
                .iter()
                .map(|correction| CorrectionView {
                    on: language.date(&correction.on),
                    kind: language.correction(correction.kind),
                    what: correction.what.to_string(),
                })
                .collect(),
            reports: in_order(site, event)
                .into_iter()
                .map(|source| ReportLine {
                    link: Link::source(root, &source.id, &full_name(source)),
                    published: source.published.as_ref().map(|date| language.when(date)),
                })
                .collect(),
            previous: number
                .checked_sub(1)
                .and_then(|number| neighbour(site, number, root)),
            next: neighbour(site, number + 1, root),
            cite: CiteView::of_event(site, event),
            page,
        }
    }

    fn happened(&self) -> bool {
        self.status == Status::Happened.word()
    }
}

/// What does not fit together in the event, or with it; each pair once.
fn differ(site: &Site<'_>, number: usize, root: &str) -> Vec<Pair> {
    let claims = 0..site.timeline.events.as_slice()[number].claims.len();
    let edges = claims.flat_map(|claim| site.relations.of_claim((number, claim)));
    let mut found = Vec::new();
    for edge in edges.filter(|edge| edge.kind.is_conflict()) {
        if !found.contains(&edge) {
            found.push(edge);
        }
    }
    found
        .into_iter()
        .map(|edge| Pair::of(site, edge, root))
        .collect()
}

/// A source with its outlet and its title.
pub(super) fn full_name(source: &Source) -> String {
    match (&source.outlet, &source.title, &source.description) {
        (Some(outlet), Some(what), _) | (Some(outlet), None, Some(what)) => {
            format!("{outlet}: {what}")
        }
        _ => source.label().to_owned(),
    }
}

/// A place with those that it lies in.
pub fn place_name(site: &Site<'_>, id: &crate::schema::PlaceId) -> String {
    let places = site.timeline.chain_of_place(id).into_iter();
    let names: Vec<&str> = places
        .filter_map(|id| Some(&*site.timeline.places.get(id)?.name))
        .collect();
    names.join(", ")
}

/// The sources of an event in the order in which they appeared; those without a date
/// at the end.
fn in_order<'s>(site: &'s Site<'_>, event: &Event) -> Vec<&'s Source> {
    let mut sources: Vec<_> = event
        .reports()
        .into_iter()
        .filter_map(|id| site.timeline.sources.get(id))
        .collect();
    sources.sort_by_key(
        |source| match source.published.as_ref().map(|date| date.earliest()) {
            Some(Bound::Day(day)) => (0, Some(day)),
            _ => (1, None),
        },
    );
    sources
}

/// The earlier states, and today's at the end if it is another.
fn history(site: &Site<'_>, event: &Event, root: &str) -> Vec<StateView> {
    if event.history.is_empty() {
        return Vec::new();
    }
    let language = site.language;
    let mut states: Vec<_> = event
        .history
        .iter()
        .map(|state| StateView {
            as_of: language.date(&state.as_of),
            status: language.status(state.status),
            date: state.when.as_ref().map(|date| language.date(date)),
            source: state
                .source
                .as_ref()
                .map(|id| Link::source(root, id, site.source_name(id))),
            note: state.note.as_ref().map(ToString::to_string),
        })
        .collect();
    if event.history_ends_today() {
        return states;
    }
    states.push(StateView {
        as_of: site.words().now.to_owned(),
        status: language.status(event.status),
        date: Some(language.date(&event.when)),
        source: None,
        note: None,
    });
    states
}

fn neighbour(site: &Site<'_>, number: usize, root: &str) -> Option<Neighbour> {
    // On one page it stands next to this one.
    let events = site.timeline.events.as_slice();
    let event = events.get(number).filter(|_| !site.one_file)?;
    Some(Neighbour {
        link: Link::event(root, &event.id, &event.title),
        date: site.in_words(number).date.to_owned(),
    })
}
