//! Where accounts differ.

use std::collections::BTreeMap;

use askama::Template;

use super::claim::{ClaimView, SpeakerView};
use super::page::{Link, Page, Section};
use super::pair::Pair;
use super::site::Site;
use super::standing::{KnownLine, known_line, ranked};
use crate::model::ClaimKey;
use crate::schema::{Comparator, Figure, RelationKind};

/// Where accounts differ.
#[derive(Template)]
#[template(path = "claims.html", blocks = ["content"], whitespace = "minimize")]
pub struct ClaimsPage<'s> {
    page: Page<'s>,
    denied: Vec<Pair>,
    disputed: Vec<Pair>,
    figures: Vec<Measure>,
    wordings: Vec<Group>,
    borne_out: Vec<KnownLine>,
}

/// The figures of a measure.
struct Measure {
    name: String,
    id: String,
    difference: String,
    rows: Vec<Row>,
}

/// A figure with who gives it.
struct Row {
    value: String,
    put: &'static str,
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
            borne_out: ranked(site, &site.standing)
                .into_iter()
                .map(|confirmed| known_line(site, confirmed, root))
                .collect(),
            page,
        }
    }
}

fn pairs(site: &Site<'_>, kind: RelationKind, root: &str) -> Vec<Pair> {
    site.relations
        .edges()
        .iter()
        .filter(|edge| edge.kind == kind)
        .map(|edge| Pair::of(site, *edge, root))
        .collect()
}

fn figures(site: &Site<'_>, root: &str) -> Vec<Measure> {
    site.timeline
        .figures()
        .into_iter()
        .filter(|(measure, _)| site.standing.figures.contains(measure))
        .map(|(measure, figures)| Measure {
            name: site.language.name_of(measure),
            id: format!("figure-{measure}"),
            difference: difference(site, &figures),
            rows: figures
                .into_iter()
                .map(|(key, figure)| row(site, key, figure, root))
                .collect(),
        })
        .collect()
}

/// In what the figures of a measure differ, in words.
fn difference(site: &Site<'_>, figures: &[(ClaimKey, &Figure)]) -> String {
    let language = site.language;
    let mut values: Vec<String> = Vec::new();
    let mut comparators: Vec<Comparator> = Vec::new();
    let mut periods: Vec<String> = Vec::new();
    for (_, figure) in figures {
        add(&mut values, language.figure(&plain(figure)));
        add(&mut comparators, figure.comparator);
        if let Some(period) = &figure.period {
            add(&mut periods, language.date(period));
        }
    }
    language.difference(&values, &comparators, &periods)
}

/// A figure without how it is put.
pub(super) fn plain(figure: &Figure) -> Figure {
    Figure {
        comparator: Comparator::Exactly,
        ..figure.clone()
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn row(site: &Site<'_>, key: ClaimKey, figure: &Figure, root: &str) -> Row {
    let (event, claim) = site.relations.claim(key);
    Row {
        value: site.language.figure(&plain(figure)),
        put: match figure.comparator {
            Comparator::Exactly => site.words().without_qualifier,
            other => site.language.comparator(other).trim_end(),
        },
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
