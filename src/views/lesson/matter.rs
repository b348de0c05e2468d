//! What lessons are made of on the page where they are made: of each event and each claim
//! what any activity shows of it, in words.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::task::{cell, names_of, speaker_of, stage_text};
use crate::citation::{Reference, Rich, apa, chicago, mla};
use crate::edtf::{Bound, Day};
use crate::model::lesson::{Ground, Row, Sorted, Sourcing, ToSort, Told, fingerprint, moment};
use crate::model::{Event, known_span};
use crate::schema::{Column, Hedge, Speaker};
use crate::views::claim::{ChainView, ClaimView};
use crate::views::site::Site;
use crate::words::{Builder, Counted, Lessons, PROBLEMS};
use crate::yaml::{self, Node};

/// All that lessons can be made of.
#[derive(Serialize)]
pub struct Matter<'s> {
    language: &'static str,
    /// In the order of time.
    events: Vec<EventMatter<'s>>,
    actors: Vec<ActorMatter<'s>>,
    sources: Vec<SourceMatter>,
    /// The lessons that there are, as their files have them, to be changed at will.
    lessons: BTreeMap<&'s str, Value>,
    words: WordsMatter,
}

#[derive(Serialize)]
struct EventMatter<'s> {
    id: &'s str,
    title: &'s str,
    date: String,
    /// Who took part, in words.
    actors: String,
    /// The numbers of those who took part.
    who: Vec<usize>,
    status: &'static str,
    /// The first and the last day that it can be, counted from 1 January 1970.
    span: [Option<i64>; 2],
    /// The same, with the one for the other where only one is known.
    known: Option<[i64; 2]>,
    /// Where it is known to the second: the day and the second in UTC, and the day there.
    #[serde(skip_serializing_if = "Option::is_none")]
    moment: Option<(i64, u32, Option<i64>)>,
    sorted: &'static str,
    stages: Vec<String>,
    /// The line of it under `pinned`.
    pin: String,
    reports: Vec<usize>,
    claims: Vec<ClaimMatter<'s>>,
}

#[derive(Serialize)]
struct ClaimMatter<'s> {
    id: &'s str,
    text: &'s str,
    /// The same for all claims of a speaker, and of no other.
    speaker: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<&'s str>,
    by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'s str>,
    /// Whether it is put less firmly than as a fact.
    hedged: bool,
    cells: Cells,
    rows: Vec<RowMatter>,
    voice: &'static str,
    origins: String,
    /// How it stands to others: the word, the other's speaker, the other.
    bearings: Vec<(&'static str, String, String)>,
}

/// What belongs into the cells of a comparison; nothing where the report does not say.
#[derive(Serialize)]
struct Cells {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(rename = "put-as", skip_serializing_if = "Option::is_none")]
    put_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    speaker: Option<String>,
    hedge: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<String>,
}

/// A report of a claim.
#[derive(Serialize)]
struct RowMatter {
    report: String,
    says: String,
    quoted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<String>,
    how: &'static str,
    chain: Link,
}

/// A report in the way that a claim took.
#[derive(Serialize)]
struct Link {
    name: String,
    class: &'static str,
    /// What stands beside it where the way ends here.
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    word: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    from: Vec<Link>,
}

#[derive(Serialize)]
struct ActorMatter<'s> {
    id: &'s str,
    name: &'s str,
}

/// A report as it is cited: texts in turn upright and in italics.
#[derive(Serialize)]
struct SourceMatter {
    mla: Vec<String>,
    apa: Vec<String>,
    chicago: Vec<String>,
}

#[derive(Serialize)]
struct WordsMatter {
    #[serde(flatten)]
    lessons: &'static Lessons,
    builder: &'static Builder,
    problems: BTreeMap<&'static str, &'static str>,
    events: &'static str,
    reports: &'static str,
    /// Of each number of minutes its words, so that the script needs no grammar.
    minutes: Vec<String>,
    months: Vec<&'static str>,
    month: Vec<String>,
    year: String,
    #[serde(rename = "yearEarly")]
    year_early: String,
    #[serde(rename = "yearBefore")]
    year_before: String,
}

impl<'s> Matter<'s> {
    /// All that lessons can be made of.
    pub fn of(site: &'s Site<'_>) -> Self {
        let events = site.timeline.events.iter().enumerate();
        let cited = |source| {
            let reference = Reference::of_source(site.timeline, source, site.language);
            SourceMatter {
                mla: in_turn(&mla(&reference)),
                apa: in_turn(&apa(&reference)),
                chicago: in_turn(&chicago(&reference)),
            }
        };
        Matter {
            language: site.language.code(),
            events: events
                .map(|(number, event)| EventMatter::of(site, number, event))
                .collect(),
            actors: (site.timeline.actors.iter())
                .map(|actor| ActorMatter {
                    id: &actor.id,
                    name: site.actor_name(&actor.id),
                })
                .collect(),
            sources: site.timeline.sources.iter().map(cited).collect(),
            lessons: (site.timeline.lesson_texts.iter())
                .filter_map(|(id, text)| Some((&**id, value_of(&yaml::parse(text).ok()?))))
                .collect(),
            words: WordsMatter::of(site),
        }
    }
}

/// The keys under which a lesson has numbers; under all others `2024` is a text.
const NUMBERS: &[&str] = &["choose", "minutes", "seed"];

/// What a file has, as JSON has it.
fn value_of(node: &Node) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(is) => Value::Bool(*is),
        Node::Int(number) => Value::from(*number),
        Node::Float(number) => Value::from(*number),
        Node::Text(text) => Value::from(text.as_str()),
        Node::List(list) => list.iter().map(value_of).collect(),
        Node::Map(entries) => (entries.iter())
            .filter_map(|(key, value)| match key {
                Node::Text(key) => Some((
                    key.clone(),
                    match value {
                        Node::Int(number) if !NUMBERS.contains(&key.as_str()) => {
                            Value::from(number.to_string())
                        }
                        _ => value_of(value),
                    },
                )),
                _ => None,
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

impl<'s> EventMatter<'s> {
    fn of(site: &'s Site<'_>, number: usize, event: &'s Event) -> Self {
        let timeline = site.timeline;
        let when = &event.when;
        let [first, last] = [when.earliest(), when.latest()].map(Bound::day);
        let sort = ToSort::of(event);
        let claims = event.claims.iter().enumerate();
        EventMatter {
            id: &event.id,
            title: &event.title,
            date: site.language.date(when),
            actors: names_of(site, event),
            who: (event.actors.iter())
                .filter_map(|part| timeline.actors.position(&part.who))
                .collect(),
            status: event.status.word(),
            span: [first, last].map(|day| day.map(Day::number)),
            known: known_span(when).map(|(first, last)| [first.number(), last.number()]),
            moment: moment(when).map(|(day, second)| (day, second, first.map(Day::number))),
            sorted: match sort.sorted {
                Sorted::Planned => "planned",
                Sorted::Happened => "happened",
                Sorted::PlannedThenHappened => "planned-then-happened",
                Sorted::CalledOff => "called-off",
            },
            stages: (sort.stages.iter())
                .map(|stage| stage_text(site, stage))
                .collect(),
            pin: fingerprint(event).to_string(),
            reports: (event.record.reports().into_iter())
                .filter_map(|id| timeline.sources.position(id))
                .collect(),
            claims: claims
                .map(|(claim, it)| {
                    ClaimMatter::of(
                        site,
                        Told {
                            key: (number, claim),
                            event,
                            claim: it,
                        },
                    )
                })
                .collect(),
        }
    }
}

impl<'s> ClaimMatter<'s> {
    fn of(site: &'s Site<'_>, told: Told<'s>) -> Self {
        let claim = told.claim;
        let words = &site.words().lessons;
        let view = ClaimView::of(site, told.key, "");
        let ground = Ground {
            timeline: site.timeline,
            relations: &site.relations,
            provenance: &site.provenance,
        };
        let traced = Sourcing::of_claim(told, ground);
        let rows = traced
            .passed
            .iter()
            .zip(view.reports)
            .map(|(passed, report)| RowMatter {
                quoted: report.quote.is_some(),
                says: report.quote.unwrap_or_else(|| claim.text.to_string()),
                report: report.link.text.clone(),
                lang: report.language,
                locator: report.locator,
                how: words.how(passed.how),
                chain: Link::of(report.link.text, report.class, report.chain),
            });
        ClaimMatter {
            id: &claim.id,
            text: &claim.text,
            speaker: key_of(&claim.by),
            actor: match &claim.by {
                Speaker::Actor(id) => Some(id),
                _ => None,
            },
            by: speaker_of(site, &told),
            measure: claim.figure.as_ref().map(|figure| &*figure.measure),
            hedged: claim.hedge != Hedge::None,
            cells: Cells::of(site, told),
            rows: rows.collect(),
            voice: words.voice(traced.voice),
            origins: site.language.count(traced.origins, Counted::Origins),
            bearings: (view.relations.into_iter())
                .map(|relation| (relation.word, relation.speaker, relation.link.text))
                .collect(),
        }
    }
}

/// What tells speakers apart: no id has a space.
fn key_of(speaker: &Speaker) -> String {
    match speaker {
        Speaker::Actor(id) => id.to_string(),
        Speaker::Report(report) => format!("report {}", report.source),
        Speaker::Anonymous(someone) => {
            let of = someone.of.as_ref().map(ToString::to_string);
            format!("of {}: {}", of.unwrap_or_default(), someone.description)
        }
    }
}

impl Cells {
    fn of(site: &Site<'_>, told: Told<'_>) -> Self {
        // What the cells say is the same for all reports of a claim.
        let said = |column| {
            let report = &told.claim.reported_by.first()?.0;
            let row = Row {
                number: 0,
                told,
                report,
            };
            let said = row.cell(column);
            said.is_said().then(|| cell(site, &row, &said))
        };
        Cells {
            value: said(Column::Value),
            put_as: said(Column::PutAs),
            period: said(Column::Period),
            speaker: said(Column::Speaker),
            hedge: said(Column::Hedge),
            verb: said(Column::Verb),
        }
    }
}

impl Link {
    fn of(name: String, class: &'static str, chain: ChainView) -> Self {
        let from = chain.from.into_iter();
        Link {
            name,
            class,
            end: chain.remark,
            word: chain.word,
            from: from
                .map(|link| Link::of(link.link.text, link.class, link.chain))
                .collect(),
        }
    }
}

/// Texts in turn upright and in italics.
fn in_turn(text: &Rich) -> Vec<String> {
    let mut parts = vec![String::new()];
    for run in text.runs() {
        // Upright ones have even numbers.
        if run.italic == (parts.len() % 2 == 1) {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut() {
            *last += &run.text;
        }
    }
    parts
}

impl WordsMatter {
    fn of(site: &Site<'_>) -> Self {
        let words = site.words();
        let language = site.language;
        let year_of = |text: String, number: &str| text.replacen(number, "{year}", 1);
        WordsMatter {
            lessons: &words.lessons,
            builder: &words.builder,
            problems: PROBLEMS.into_iter().zip(words.builder.problems).collect(),
            events: words.events,
            reports: words.reports,
            minutes: (0..=240)
                .map(|count| language.count(count, Counted::Minutes))
                .collect(),
            months: (1..=12).map(|month| language.month_name(month)).collect(),
            month: (1..=12)
                .map(|month| year_of(language.month(2000, month), "2000"))
                .collect(),
            year: year_of(language.year(2000), "2000"),
            year_early: year_of(language.year(500), "500"),
            // The year 2 before our era.
            year_before: year_of(language.year(-1), "2"),
        }
    }
}
