//! Of each claim what any activity shows of it.

use serde::Serialize;

use crate::model::lesson::{Ground, Row, Sourcing, Told};
use crate::schema::{Column, Hedge, Speaker};
use crate::views::claim::{ChainView, ClaimView};
use crate::views::lesson::task::{cell, speaker_of};
use crate::views::site::Site;
use crate::words::Counted;

#[derive(Serialize)]
pub(super) struct ClaimMatter<'s> {
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

impl<'s> ClaimMatter<'s> {
    pub(super) fn of(site: &'s Site<'_>, told: Told<'s>) -> Self {
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
