//! Where accounts differ.

use std::collections::HashSet;

use askama::Template;

use super::accounts::{Accounts, Matter, MeasureFigures};
use super::claim::ClaimView;
use super::page::{Link, Page, Section};
use super::pair::Pair;
use super::site::Site;
use super::standing::{KnownLine, known_line};
use crate::model::{ClaimKey, Edge};
use crate::schema::{Comparator, Figure, MeasureId};
use crate::words::Counted;

/// Where accounts differ.
#[derive(Template)]
#[template(path = "claims.html", blocks = ["content"], whitespace = "minimize")]
pub struct ClaimsPage<'s> {
    page: Page<'s>,
    denied: Vec<Pair>,
    disputed: Vec<Pair>,
    figures: Vec<Measure>,
    /// In place of the figures the measures, where there may be very many.
    measures: Option<Measures>,
    wordings: Vec<Group>,
    borne_out: Vec<KnownLine>,
    more: More,
}

/// The measures whose figures differ.
struct Measures {
    lines: Vec<MeasureLine>,
}

/// To all of what only the latest stand here of.
#[derive(Default)]
struct More {
    measures: Option<Link>,
    denied: Option<Link>,
    disputed: Option<Link>,
    wordings: Option<Link>,
    borne_out: Option<Link>,
}

/// A measure in a list.
pub(super) struct MeasureLine {
    pub link: Link,
    pub id: String,
    pub difference: String,
    pub count: String,
}

/// The figures of a measure.
pub(super) struct Measure {
    pub name: String,
    pub id: String,
    pub difference: String,
    pub rows: Vec<Row>,
}

/// A figure with who gives it.
pub(super) struct Row {
    pub value: String,
    pub put: &'static str,
    pub period: Option<String>,
    pub speaker: String,
    pub reports: Vec<Link>,
    pub link: Link,
}

/// Claims on the same matter.
pub(super) struct Group {
    pub title: String,
    pub claims: Vec<ClaimView>,
}

/// How many of each the page has, where further pages have all.
const LATEST: usize = 30;

/// How many measures it has then.
const MEASURES: usize = 200;

/// How many of the values and times of a measure are told, where there may be very many.
const TOLD: usize = 5;

impl<'s> ClaimsPage<'s> {
    /// The page. Of a large timeline it has the latest, and further pages have all.
    pub fn new(site: &'s Site<'_>, accounts: &Accounts<'_, '_>) -> Self {
        let words = site.words();
        let page = Page::new(
            site,
            Section::Claims,
            "claims/",
            words.accounts,
            words.claims_page_lead,
        );
        let root = page.root.clone();
        let root = root.as_str();
        let large = site.is_large();
        let latest = if large { LATEST } else { usize::MAX };
        let pairs = |edges: &[Edge]| -> Vec<Pair> {
            let edges = edges.iter().take(latest);
            edges.map(|edge| Pair::of(site, *edge, root)).collect()
        };
        let all = |matter: Matter, shown: usize| {
            let total = accounts.count(matter);
            (total > shown).then(|| {
                let href = format!("{root}{}index.html", accounts.folder(matter));
                Link::new(href, site.language.all_of(total))
            })
        };
        let mut page = ClaimsPage {
            denied: pairs(&accounts.denied),
            disputed: pairs(&accounts.disputed),
            figures: Vec::new(),
            measures: None,
            wordings: wordings(site, accounts.wordings.iter().take(latest).copied(), root),
            borne_out: (accounts.borne_out.iter().take(latest))
                .map(|confirmed| known_line(site, confirmed, root))
                .collect(),
            more: More::default(),
            page,
        };
        if large {
            page.more = More {
                measures: all(Matter::Measures, MEASURES),
                denied: all(Matter::Denied, LATEST),
                disputed: all(Matter::Disputed, LATEST),
                wordings: all(Matter::Wordings, LATEST),
                borne_out: all(Matter::BorneOut, LATEST),
            };
            let lines = accounts.figures.iter().take(MEASURES);
            page.measures = Some(Measures {
                lines: lines.map(|it| measure_line(site, it, root)).collect(),
            });
        } else {
            let figures = accounts.figures.iter();
            page.figures = figures
                .map(|it| measure(site, it, &it.figures, root))
                .collect();
        }
        page
    }
}

/// The path, below the root, of the figures of a measure whose figures differ.
pub(super) fn path_of_figures(site: &Site<'_>, measure: &MeasureId) -> String {
    if site.is_large() {
        format!("claims/figures/{measure}/index.html")
    } else {
        format!("claims/index.html#{}", id_of_figures(measure))
    }
}

fn id_of_figures(measure: &MeasureId) -> String {
    format!("figure-{measure}")
}

/// A measure in a list, with all its figures.
pub(super) fn measure_line(site: &Site<'_>, of: &MeasureFigures<'_>, root: &str) -> MeasureLine {
    let href = format!("{root}{}", path_of_figures(site, of.measure));
    MeasureLine {
        link: Link::new(href, site.language.name_of(of.measure)),
        id: id_of_figures(of.measure),
        difference: of.difference(site).to_owned(),
        count: site.language.count(of.figures.len(), Counted::Figures),
    }
}

/// A measure, with all its figures, of which some are shown.
pub(super) fn measure(
    site: &Site<'_>,
    of: &MeasureFigures<'_>,
    shown: &[(ClaimKey, &Figure)],
    root: &str,
) -> Measure {
    Measure {
        name: site.language.name_of(of.measure),
        id: id_of_figures(of.measure),
        difference: of.difference(site).to_owned(),
        rows: shown
            .iter()
            .map(|(key, figure)| row(site, *key, figure, root))
            .collect(),
    }
}

/// In what the figures of a measure differ, in words.
pub(super) fn difference(site: &Site<'_>, figures: &[(ClaimKey, &Figure)]) -> String {
    let language = site.language;
    let told = if site.is_large() { TOLD } else { usize::MAX };
    let values = figures
        .iter()
        .map(|(_, figure)| language.figure(&plain(figure)));
    let mut comparators: Vec<Comparator> = Vec::new();
    for (_, figure) in figures {
        if !comparators.contains(&figure.comparator) {
            comparators.push(figure.comparator);
        }
    }
    let mut seen = HashSet::new();
    let periods = figures
        .iter()
        .filter_map(|(_, figure)| figure.period.as_ref());
    let periods = periods.filter(|period| seen.insert(&***period));
    language.difference(
        &each_once(site, values, told),
        &comparators,
        &each_once(site, periods.map(|period| language.date(period)), told),
    )
}

/// Texts, each once; if there are too many, the first, and how many are left out.
fn each_once(site: &Site<'_>, texts: impl Iterator<Item = String>, most: usize) -> Vec<String> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut told: Vec<String> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            if told.len() < most {
                told.push(text.clone());
            }
            seen.insert(text);
        }
    }
    if seen.len() > told.len() {
        told.push(site.language.more(seen.len() - told.len()));
    }
    told
}

/// A figure without how it is put.
pub(super) fn plain(figure: &Figure) -> Figure {
    Figure {
        comparator: Comparator::Exactly,
        ..figure.clone()
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
        speaker: site.speaker_name(&claim.by).to_owned(),
        reports: claim
            .reported_by
            .iter()
            .map(|report| Link::source(root, &report.source, site.source_name(&report.source)))
            .collect(),
        link: Link::claim(root, &event.id, &claim.id, &claim.text),
    }
}

/// Claims under the title of the first of their group. Each comes with the first of it.
pub(super) fn wordings(
    site: &Site<'_>,
    claims: impl Iterator<Item = (ClaimKey, ClaimKey)>,
    root: &str,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for (first, key) in claims {
        if last != Some(first) {
            groups.push(Group {
                title: site.relations.claim(first).0.title.to_string(),
                claims: Vec::new(),
            });
            last = Some(first);
        }
        if let Some(group) = groups.last_mut() {
            group.claims.push(ClaimView::of(site, key, root));
        }
    }
    groups
}
