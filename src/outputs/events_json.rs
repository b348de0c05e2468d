//! `events.json`: the whole timeline as data. A public contract: keys may be added,
//! never renamed.

use std::io::{self, Write};

use serde::Serialize;

use super::parts::in_parts;
use super::{Piece, RenderError};
use crate::edtf::{Bound, Edtf};
use crate::markdown;
use crate::model::{Actor, Event, Known, Place, Source};
use crate::schema::{ClaimRecord, Date, Role, Speaker, Status, Text};
use crate::views::Site;

#[derive(Serialize)]
struct Document<'s> {
    timeline: About<'s>,
    events: Vec<EventItem<'s>>,
    actors: Vec<ActorItem<'s>>,
    places: Vec<PlaceItem<'s>>,
    sources: Vec<SourceItem<'s>>,
}

#[derive(Serialize)]
struct About<'s> {
    title: &'s str,
    language: &'s str,
    standfirst: String,
    first_reported: Option<String>,
    last_reported: Option<String>,
}

/// An event as `events.json` has it.
#[derive(Serialize)]
pub(crate) struct EventItem<'s> {
    id: &'s str,
    url: String,
    title: &'s str,
    kind: &'s str,
    /// The type of the PLOVER and the code of the CAMEO event ontology.
    plover: Option<&'s str>,
    cameo: Option<&'s str>,
    status: &'s str,
    when: DateItem,
    said_when: Option<&'s str>,
    place: Option<&'s str>,
    actors: Vec<PartItem<'s>>,
    topics: Vec<&'s str>,
    summary: &'s str,
    first_reported: Option<String>,
    claims: Vec<ClaimItem<'s>>,
    sources: Vec<&'s str>,
    history: Vec<StateItem<'s>>,
    corrections: Vec<CorrectionItem<'s>>,
    left_open: Vec<&'s str>,
}

/// A date: as it is written, the first and the last day that it can be, and in words.
#[derive(Serialize)]
struct DateItem {
    edtf: String,
    earliest: Option<String>,
    latest: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct PartItem<'s> {
    id: &'s str,
    name: &'s str,
    role: Option<&'s str>,
    /// `actor`, `recipient` or `other`, as PLOVER has it.
    side: Option<&'s str>,
}

#[derive(Serialize)]
struct ClaimItem<'s> {
    id: &'s str,
    text: &'s str,
    /// The id of an actor or of a report that speaks itself, or the description of
    /// somebody unnamed.
    by: &'s str,
    speaker: SpeakerItem<'s>,
    said: Option<String>,
    said_when: Option<&'s str>,
    hedge: &'s str,
    wording: Option<&'s str>,
    reported_by: Vec<&'s str>,
    reports: Vec<ReportItem<'s>>,
    origins: usize,
    figure: Option<FigureItem<'s>>,
    relations: Vec<RelationItem<'s>>,
    note: Option<&'s str>,
}

/// Who makes a claim, told apart.
#[derive(Serialize)]
struct SpeakerItem<'s> {
    /// `actor`, `anonymous` or `report`.
    kind: &'s str,
    /// The id of the actor or of the report.
    id: Option<&'s str>,
    /// The name, or how the report describes somebody whom it does not name.
    name: &'s str,
    /// Whom somebody unnamed belongs to.
    of: Option<&'s str>,
}

#[derive(Serialize)]
struct ReportItem<'s> {
    source: &'s str,
    from: Option<&'s str>,
    quote: Option<&'s str>,
    locator: Option<&'s str>,
}

#[derive(Serialize)]
struct FigureItem<'s> {
    measure: &'s str,
    value: serde_json::Number,
    to: Option<serde_json::Number>,
    comparator: &'s str,
    unit: Option<&'s str>,
    period: Option<String>,
}

#[derive(Serialize)]
struct RelationItem<'s> {
    kind: &'s str,
    event: &'s str,
    claim: &'s str,
}

#[derive(Serialize)]
struct StateItem<'s> {
    as_of: String,
    status: &'s str,
    when: Option<DateItem>,
    source: Option<&'s str>,
    note: Option<&'s str>,
}

#[derive(Serialize)]
struct CorrectionItem<'s> {
    on: String,
    kind: &'s str,
    what: &'s str,
}

#[derive(Serialize)]
struct ActorItem<'s> {
    id: &'s str,
    url: String,
    name: &'s str,
    kind: &'s str,
    of: Option<&'s str>,
    roles: Vec<TermItem<'s>>,
    also: Vec<&'s str>,
    country: Option<&'s str>,
    wikidata: Option<&'s str>,
    note: Option<&'s str>,
}

#[derive(Serialize)]
struct TermItem<'s> {
    title: &'s str,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct PlaceItem<'s> {
    id: &'s str,
    name: &'s str,
    within: Option<&'s str>,
    country: Option<&'s str>,
    note: Option<&'s str>,
}

#[derive(Serialize)]
struct SourceItem<'s> {
    id: &'s str,
    /// Its page in the site; `url` is the report's own address.
    page: String,
    outlet: Option<&'s str>,
    title: Option<&'s str>,
    description: Option<&'s str>,
    byline: Vec<&'s str>,
    published: Option<DateItem>,
    url: Option<&'s str>,
    archive_url: Option<&'s str>,
    retrieved: Option<String>,
    language: Option<&'s str>,
    #[serde(rename = "type")]
    source_type: &'s str,
    via: Option<&'s str>,
    relays: Vec<&'s str>,
    note: Option<&'s str>,
}

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    Ok(vec![if site.is_large() {
        Piece::long_one(NAME, move |out| in_lines(site, out))
    } else {
        Piece::new(NAME, move |bytes| whole(site, bytes))
    }])
}

const NAME: &str = "events.json";

fn whole(site: &Site<'_>, json: &mut Vec<u8>) -> Result<(), askama::Error> {
    let timeline = site.timeline;
    let events = timeline.events.iter().enumerate();
    let document = Document {
        timeline: about(site),
        events: events
            .map(|(number, event)| event_item(site, number, event))
            .collect(),
        actors: timeline.actors.iter().map(actor_item).collect(),
        places: timeline.places.iter().map(place_item).collect(),
        sources: timeline
            .sources
            .iter()
            .map(|source| source_item(site, source))
            .collect(),
    };
    super::json(&document, json)
}

/// The same of a large timeline: a record a line, and no spaces that no program needs.
fn in_lines(site: &Site<'_>, json: &mut dyn Write) -> io::Result<()> {
    let timeline = site.timeline;
    json.write_all(b"{\"timeline\":")?;
    serde_json::to_writer(&mut *json, &about(site))?;
    let events = timeline.events.as_slice();
    list("events", events, json, |number, it| {
        event_item(site, number, it)
    })?;
    let actors = timeline.actors.as_slice();
    list("actors", actors, json, |_, it| actor_item(it))?;
    let places = timeline.places.as_slice();
    list("places", places, json, |_, it| place_item(it))?;
    let sources = timeline.sources.as_slice();
    list("sources", sources, json, |_, it| source_item(site, it))?;
    json.write_all(b"}\n")
}

/// A list of records, one a line.
fn list<'r, R: Sync, I: Serialize>(
    name: &str,
    records: &'r [R],
    json: &mut dyn Write,
    item: impl Fn(usize, &'r R) -> I + Sync,
) -> io::Result<()> {
    write!(json, ",\n\"{name}\":[\n")?;
    in_parts(records.len(), json, |part| {
        let mut json = Vec::new();
        for number in part {
            if number > 0 {
                json.extend(b",\n");
            }
            serde_json::to_writer(&mut json, &item(number, &records[number]))?;
        }
        Ok(json)
    })?;
    json.write_all(b"\n]")
}

fn about<'s>(site: &'s Site<'_>) -> About<'s> {
    let about = &site.timeline.about;
    let standfirst = about.standfirst.as_deref().map(markdown::to_text);
    About {
        title: &about.title,
        language: site.language.code(),
        standfirst: standfirst.unwrap_or_default(),
        first_reported: site.known.first.map(|day| day.to_string()),
        last_reported: site.known.last.map(|day| day.to_string()),
    }
}

fn actor_item(actor: &Actor) -> ActorItem<'_> {
    ActorItem {
        id: &actor.id,
        url: format!("actors/{}/", actor.id),
        name: &actor.name,
        kind: actor.kind.word(),
        of: actor.of.as_deref(),
        roles: actor
            .roles
            .iter()
            .map(|term| TermItem {
                title: &term.title,
                from: written(term.from.as_ref()),
                to: written(term.to.as_ref()),
            })
            .collect(),
        also: texts(&actor.also),
        country: actor.country.as_deref(),
        wikidata: actor.wikidata.as_deref(),
        note: actor.note.as_deref(),
    }
}

fn place_item(place: &Place) -> PlaceItem<'_> {
    PlaceItem {
        id: &place.id,
        name: &place.name,
        within: place.within.as_deref(),
        country: place.country.as_deref(),
        note: place.note.as_deref(),
    }
}

/// The event with this number, as `events.json` has it.
pub(crate) fn event_item<'s>(site: &'s Site<'_>, number: usize, event: &'s Event) -> EventItem<'s> {
    let words = site.in_words(number);
    EventItem {
        id: &event.id,
        url: format!("events/{}/", event.id),
        title: &event.title,
        kind: event.kind.word,
        plover: event.kind.plover,
        cameo: event.kind.cameo,
        status: event.status.word(),
        when: date_item(site, &event.when),
        said_when: event.said_when.as_deref(),
        place: event.place.as_deref(),
        actors: event
            .actors
            .iter()
            .map(|part| PartItem {
                id: &part.who,
                name: site.actor_name(&part.who),
                role: part.role.map(Role::word),
                side: part.role.map(|role| role.side().word()),
            })
            .collect(),
        topics: event.topics.iter().map(|topic| &**topic).collect(),
        summary: words.text().unwrap_or_default(),
        first_reported: Known::of_event(site.timeline, event)
            .first
            .map(|day| day.to_string()),
        claims: event
            .claims
            .iter()
            .zip(&site.origins[number])
            .map(|(claim, origins)| claim_item(site, event, claim, origins.count))
            .collect(),
        sources: event.reports().into_iter().map(|id| &**id).collect(),
        history: event
            .history
            .iter()
            .map(|state| StateItem {
                as_of: state.as_of.to_string(),
                status: Status::word(state.status),
                when: state.when.as_ref().map(|date| date_item(site, date)),
                source: state.source.as_deref(),
                note: state.note.as_deref(),
            })
            .collect(),
        corrections: event
            .corrections
            .iter()
            .map(|correction| CorrectionItem {
                on: correction.on.to_string(),
                kind: correction.kind.word(),
                what: &correction.what,
            })
            .collect(),
        left_open: texts(&event.left_open),
    }
}

fn speaker_item<'s>(site: &'s Site<'_>, speaker: &'s Speaker) -> SpeakerItem<'s> {
    let (kind, id, of) = match speaker {
        Speaker::Actor(id) => ("actor", Some(&**id), None),
        Speaker::Anonymous(someone) => ("anonymous", None, someone.of.as_deref()),
        Speaker::Report(report) => ("report", Some(&*report.source), None),
    };
    SpeakerItem {
        kind,
        id,
        name: site.speaker_name(speaker),
        of,
    }
}

fn claim_item<'s>(
    site: &'s Site<'_>,
    event: &'s Event,
    claim: &'s ClaimRecord,
    origins: usize,
) -> ClaimItem<'s> {
    let mut reported_by: Vec<&str> = Vec::new();
    for report in claim.reported_by.iter() {
        if !reported_by.contains(&&*report.source) {
            reported_by.push(&report.source);
        }
    }
    ClaimItem {
        id: &claim.id,
        text: &claim.text,
        by: match &claim.by {
            Speaker::Actor(id) => id,
            Speaker::Anonymous(someone) => &someone.description,
            Speaker::Report(report) => &report.source,
        },
        speaker: speaker_item(site, &claim.by),
        said: written(claim.said.as_ref()),
        said_when: claim.said_when.as_deref(),
        hedge: claim.hedge.word(),
        wording: claim.wording.as_deref(),
        reported_by,
        reports: claim
            .reported_by
            .iter()
            .map(|report| ReportItem {
                source: &report.source,
                from: report.from.as_deref(),
                quote: report.quote.as_deref(),
                locator: report.locator.as_deref(),
            })
            .collect(),
        origins,
        figure: claim.figure.as_ref().map(|figure| FigureItem {
            measure: &figure.measure,
            value: number(figure.value.0),
            to: figure.to.map(|to| number(to.0)),
            comparator: figure.comparator.word(),
            unit: figure.unit.as_deref(),
            period: written(figure.period.as_ref()),
        }),
        relations: claim
            .relations
            .iter()
            .map(|relation| RelationItem {
                kind: relation.kind.word(),
                event: relation.target.event.as_ref().unwrap_or(&event.id),
                claim: &relation.target.claim,
            })
            .collect(),
        note: claim.note.as_deref(),
    }
}

fn source_item<'s>(site: &Site<'_>, source: &'s Source) -> SourceItem<'s> {
    SourceItem {
        id: &source.id,
        page: format!("sources/{}/", source.id),
        outlet: source.outlet.as_deref(),
        title: source.title.as_deref(),
        description: source.description.as_deref(),
        byline: texts(&source.byline),
        published: source.published.as_ref().map(|date| date_item(site, date)),
        url: source.url.as_deref(),
        archive_url: source.archive_url.as_deref(),
        retrieved: written(source.retrieved.as_ref()),
        language: source.language.as_deref(),
        source_type: source.source_type.word(),
        via: source.via.as_deref(),
        relays: source.relays.iter().map(|id| &**id).collect(),
        note: source.note.as_deref(),
    }
}

fn date_item(site: &Site<'_>, date: &Edtf) -> DateItem {
    let day = |bound: Bound| bound.day().map(|day| day.to_string());
    DateItem {
        edtf: date.to_string(),
        earliest: day(date.earliest()),
        latest: day(date.latest()),
        text: site.language.date(date),
    }
}

/// A figure as it was written: whole numbers without a point.
#[allow(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
fn number(value: f64) -> serde_json::Number {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return (value as i64).into();
    }
    serde_json::Number::from_f64(value).unwrap_or_else(|| 0.into())
}

fn written(date: Option<&Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}
