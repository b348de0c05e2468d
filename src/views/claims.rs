//! Where accounts differ.

use std::collections::BTreeMap;

use askama::Template;

use super::claim::{ClaimView, SpeakerView};
use super::page::{Link, Page, Section};
use super::site::Site;
use crate::model::{ClaimKey, told_differently};
use crate::schema::{Figure, RelationKind};

/// Where accounts differ.
#[derive(Template)]
#[template(path = "claims.html", whitespace = "minimize")]
pub struct ClaimsPage<'s> {
    page: Page<'s>,
    denied: Vec<Pair>,
    disputed: Vec<Pair>,
    figures: Vec<Measure>,
    wordings: Vec<Group>,
}

/// Two claims that do not fit together.
struct Pair {
    /// The claim that speaks against the other.
    claim: ClaimView,
    word: &'static str,
    /// Whether the word leads from the one to the other, not also back.
    directed: bool,
    /// The other.
    other: ClaimView,
}

/// The figures of a measure.
struct Measure {
    name: String,
    id: String,
    rows: Vec<Row>,
}

/// A figure with who gives it.
struct Row {
    value: String,
    period: Option<String>,
    speaker: String,
    reports: Vec<Link>,
    link: Link,
}

/// Claims on the same matter.
struct Group {
    title: String,
    claims: Vec<ClaimView>,
}

impl<'s> ClaimsPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>) -> Self {
        let words = site.words();
        let page = Page::new(
            site,
            Section::Claims,
            "claims/",
            words.accounts,
            words.claims_page_lead,
        );
        let root = page.root.as_str();
        ClaimsPage {
            denied: pairs(site, RelationKind::Denies, root),
            disputed: pairs(site, RelationKind::Disputes, root),
            figures: figures(site, root),
            wordings: wordings(site, root),
            page,
        }
    }
}

fn pairs(site: &Site<'_>, kind: RelationKind, root: &str) -> Vec<Pair> {
    site.relations
        .edges()
        .iter()
        .filter(|edge| edge.kind == kind)
        .map(|edge| Pair {
            claim: ClaimView::of(site, edge.from, root),
            word: site.language.relation(kind),
            directed: kind != RelationKind::Disputes,
            other: ClaimView::of(site, edge.to, root),
        })
        .collect()
}

fn figures(site: &Site<'_>, root: &str) -> Vec<Measure> {
    site.timeline
        .figures()
        .into_iter()
        .filter(|(_, figures)| told_differently(figures))
        .map(|(measure, figures)| Measure {
            name: site.language.name_of(measure),
            id: format!("figure-{measure}"),
            rows: figures
                .into_iter()
                .map(|(key, figure)| row(site, key, figure, root))
                .collect(),
        })
        .collect()
}

fn row(site: &Site<'_>, key: ClaimKey, figure: &Figure, root: &str) -> Row {
    let (event, claim) = site.relations.claim(key);
    Row {
        value: site.language.figure(figure),
        period: figure
            .period
            .as_ref()
            .map(|period| site.language.date(period)),
        speaker: SpeakerView::of(site, claim, root).name,
        reports: claim
            .reported_by
            .iter()
            .map(|report| Link::source(root, &report.source, &site.source_name(&report.source)))
            .collect(),
        link: Link::claim(root, &event.id, &claim.id, &claim.text),
    }
}

/// Claims that relations join, other than by denial or dispute.
fn wordings(site: &Site<'_>, root: &str) -> Vec<Group> {
    let mut groups: BTreeMap<ClaimKey, Vec<ClaimKey>> = BTreeMap::new();
    for (key, group) in site.relations.groups() {
        let only_conflict = site
            .relations
            .of_claim(key)
            .all(|edge| edge.kind.is_conflict());
        if !only_conflict {
            groups.entry(group).or_default().push(key);
        }
    }
    let mut groups: Vec<_> = groups.into_values().filter(|keys| keys.len() > 1).collect();
    for keys in &mut groups {
        keys.sort_unstable();
    }
    groups.sort();
    groups
        .into_iter()
        .map(|keys| Group {
            title: site.relations.claim(keys[0]).0.title.to_string(),
            claims: keys
                .into_iter()
                .map(|key| ClaimView::of(site, key, root))
                .collect(),
        })
        .collect()
}
