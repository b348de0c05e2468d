//! Where accounts differ: all of it, and the pages that have it where one is not enough.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use askama::Template;

use super::claims::{Group, Measure, MeasureLine, difference, measure, measure_line, wordings};
use super::page::{Page, Section};
use super::pair::Pair;
use super::site::Site;
use super::standing::{KnownLine, known_line, ranked};
use super::turning::{Turning, leaf, numbered};
use crate::model::{ClaimKey, Confirmed, Edge};
use crate::schema::{Figure, MeasureId, RelationKind};

/// How many of them a page has.
const PAGE: usize = 60;

/// Where accounts differ: in the order of the claims, or, where there are pages of it, the
/// newest first.
pub struct Accounts<'s, 't> {
    site: &'s Site<'t>,
    /// Denials.
    pub(super) denied: Vec<Edge>,
    /// Disputes.
    pub(super) disputed: Vec<Edge>,
    /// The measures whose figures differ.
    pub(super) figures: Vec<MeasureFigures<'t>>,
    /// Claims on the same matter, each behind the first of its group.
    pub(super) wordings: Vec<(ClaimKey, ClaimKey)>,
    /// What two or more origins bear out.
    pub(super) borne_out: Vec<&'s Confirmed>,
}

/// A measure with all its figures.
pub(super) struct MeasureFigures<'t> {
    pub(super) measure: &'t MeasureId,
    pub(super) figures: Vec<(ClaimKey, &'t Figure)>,
    difference: OnceLock<String>,
}

impl MeasureFigures<'_> {
    /// In what they differ, in words.
    pub(super) fn difference(&self, site: &Site<'_>) -> &str {
        let said = || difference(site, &self.figures);
        self.difference.get_or_init(said)
    }
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// Denials.
    Denied,
    /// Disputes.
    Disputed,
    /// The measures whose figures differ.
    Measures,
    /// The figures of the measure with this number.
    Figures(usize),
    /// Claims on the same matter.
    Wordings,
    /// What two or more origins bear out.
    BorneOut,
}

/// A page of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountsLeaf {
    matter: Matter,
    /// Which of the pages of this matter it is, from 1 on.
    number: usize,
    /// How many there are.
    total: usize,
}

impl<'s, 't> Accounts<'s, 't> {
    /// Of a timeline.
    pub fn of(site: &'s Site<'t>) -> Self {
        let edges = |kind: RelationKind| -> Vec<Edge> {
            let edges = site.relations.edges().iter();
            edges.filter(|edge| edge.kind == kind).copied().collect()
        };
        let standing = &site.standing;
        let figures = site.timeline.figures().into_iter();
        let figures =
            figures.filter(|(measure, _)| standing.figures.binary_search(measure).is_ok());
        let mut accounts = Accounts {
            site,
            denied: edges(RelationKind::Denies),
            disputed: edges(RelationKind::Disputes),
            figures: figures
                .map(|(measure, figures)| MeasureFigures {
                    measure,
                    figures,
                    difference: OnceLock::new(),
                })
                .collect(),
            wordings: wording_groups(site),
            borne_out: Vec::new(),
        };
        if site.is_large() {
            accounts
                .denied
                .sort_by_key(|edge| std::cmp::Reverse(edge.from));
            accounts
                .disputed
                .sort_by_key(|edge| std::cmp::Reverse(edge.from));
            for measure in &mut accounts.figures {
                measure.figures.reverse();
            }
            accounts.borne_out = standing.known.iter().rev().collect();
        } else {
            accounts.borne_out = ranked(site, standing);
        }
        accounts
    }

    /// How much there is of a matter.
    pub(super) fn count(&self, matter: Matter) -> usize {
        match matter {
            Matter::Denied => self.denied.len(),
            Matter::Disputed => self.disputed.len(),
            Matter::Measures => self.figures.len(),
            Matter::Figures(number) => self.figures[number].figures.len(),
            Matter::Wordings => self.wordings.len(),
            Matter::BorneOut => self.borne_out.len(),
        }
    }

    /// The folder, below the root, of the first page of a matter.
    pub(super) fn folder(&self, matter: Matter) -> String {
        let folder = match matter {
            Matter::Denied => "denied",
            Matter::Disputed => "disputed",
            Matter::Measures => "measures",
            Matter::Figures(number) => {
                return format!("claims/figures/{}/", self.figures[number].measure);
            }
            Matter::Wordings => "wordings",
            Matter::BorneOut => "borne-out",
        };
        format!("claims/{folder}/")
    }

    /// All pages, beside the one that has the latest; none where that has everything.
    pub fn leaves(&self) -> Vec<AccountsLeaf> {
        if !self.site.is_large() {
            return Vec::new();
        }
        let measures = (0..self.figures.len()).map(Matter::Figures);
        let matters = [
            Matter::Denied,
            Matter::Disputed,
            Matter::Measures,
            Matter::Wordings,
            Matter::BorneOut,
        ];
        let leaves = matters.into_iter().chain(measures).flat_map(|matter| {
            let total = self.count(matter).div_ceil(PAGE);
            (1..=total).map(move |number| AccountsLeaf {
                matter,
                number,
                total,
            })
        });
        leaves.collect()
    }

    /// The folder of a page below the root.
    pub fn folder_of(&self, leaf: AccountsLeaf) -> String {
        numbered(&self.folder(leaf.matter), leaf.number)
    }

    /// What a page is made of: the numbers of the events, and all else that tells it from others.
    pub fn made_of(&self, of: AccountsLeaf) -> (Vec<usize>, String) {
        let AccountsLeaf { number, total, .. } = of;
        let mut beside = format!("{} {total}", self.folder_of(of));
        let mut claims = Vec::new();
        match of.matter {
            Matter::Denied | Matter::Disputed => {
                let edges = match of.matter {
                    Matter::Denied => &self.denied,
                    _ => &self.disputed,
                };
                let edges = leaf(edges, number, PAGE).iter();
                claims.extend(edges.flat_map(|edge| [edge.from, edge.to]));
            }
            Matter::Measures => {
                for it in leaf(&self.figures, number, PAGE) {
                    let (difference, count) = (it.difference(self.site), it.figures.len());
                    beside += &format!(" {} {count} {difference}", it.measure);
                }
            }
            Matter::Figures(measure) => {
                let measure = &self.figures[measure];
                beside += &format!(" {}", measure.difference(self.site));
                let figures = leaf(&measure.figures, number, PAGE).iter();
                claims.extend(figures.map(|(claim, _)| *claim));
            }
            Matter::Wordings => {
                let all = leaf(&self.wordings, number, PAGE).iter();
                claims.extend(all.flat_map(|(first, claim)| [*first, *claim]));
            }
            Matter::BorneOut => {
                for confirmed in leaf(&self.borne_out, number, PAGE) {
                    beside += &format!(" {} {}", confirmed.others.len(), confirmed.origins);
                    claims.push(confirmed.claim);
                    claims.extend(&confirmed.others);
                }
            }
        }
        for (_, claim) in &claims {
            beside += &format!(" {claim}");
        }
        (claims.into_iter().map(|(event, _)| event).collect(), beside)
    }
}

/// Claims that relations join, other than by denial or dispute, each behind the first of its
/// group.
fn wording_groups(site: &Site<'_>) -> Vec<(ClaimKey, ClaimKey)> {
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
    groups.sort_unstable();
    if site.is_large() {
        groups.sort_by_key(|keys| std::cmp::Reverse(keys.last().copied()));
    }
    let claims = groups.iter().flat_map(|keys| {
        let first = keys.first().copied();
        keys.iter().map(move |key| (first.unwrap_or(*key), *key))
    });
    claims.collect()
}

/// A page of where accounts differ.
#[derive(Template)]
#[template(path = "accounts.html", whitespace = "minimize")]
pub struct AccountsPage<'s> {
    page: Page<'s>,
    heading: String,
    lead: String,
    pairs: Vec<Pair>,
    measure: Option<Measure>,
    measures: Vec<MeasureLine>,
    wordings: Vec<Group>,
    borne_out: Vec<KnownLine>,
    turning: Turning,
}

impl<'s> AccountsPage<'s> {
    /// The page.
    pub fn new(accounts: &Accounts<'s, '_>, of: AccountsLeaf) -> Self {
        let site = accounts.site;
        let language = site.language;
        let words = site.words();
        let AccountsLeaf {
            matter,
            number,
            total,
        } = of;
        let (heading, lead) = match matter {
            Matter::Denied => (words.denied.to_owned(), words.denied_lead),
            Matter::Disputed => (words.disputed.to_owned(), words.disputed_lead),
            Matter::Measures => (words.figures.to_owned(), words.figures_lead),
            Matter::Figures(number) => {
                let name = language.name_of(accounts.figures[number].measure);
                (name, words.figures_lead)
            }
            Matter::Wordings => (words.wordings.to_owned(), words.wordings_lead),
            Matter::BorneOut => {
                let words = &words.standing;
                (words.all_known.to_owned(), words.known_lead)
            }
        };
        let title = match total {
            1 => heading.clone(),
            _ => format!("{heading}, {}", language.page_of(number, total)),
        };
        let path = accounts.folder_of(of);
        let page = Page::new(site, Section::Claims, &path, &title, lead);
        let root = page.root.clone();
        let mut made = AccountsPage {
            heading: title,
            lead: lead.to_owned(),
            pairs: Vec::new(),
            measure: None,
            measures: Vec::new(),
            wordings: Vec::new(),
            borne_out: Vec::new(),
            turning: Turning::of(site, number, total),
            page,
        };
        made.fill(accounts, of, &root);
        made
    }

    fn fill(&mut self, accounts: &Accounts<'_, '_>, of: AccountsLeaf, root: &str) {
        let site = accounts.site;
        let pairs = |edges: &[Edge]| -> Vec<Pair> {
            let edges = leaf(edges, of.number, PAGE).iter();
            edges.map(|edge| Pair::of(site, *edge, root)).collect()
        };
        match of.matter {
            Matter::Denied => self.pairs = pairs(&accounts.denied),
            Matter::Disputed => self.pairs = pairs(&accounts.disputed),
            Matter::Measures => {
                let measures = leaf(&accounts.figures, of.number, PAGE).iter();
                self.measures = measures.map(|it| measure_line(site, it, root)).collect();
                return;
            }
            Matter::Figures(number) => {
                let figures = &accounts.figures[number];
                let shown = leaf(&figures.figures, of.number, PAGE);
                let measure = measure(site, figures, shown, root);
                self.lead.clone_from(&measure.difference);
                self.measure = Some(measure);
            }
            Matter::Wordings => {
                let claims = leaf(&accounts.wordings, of.number, PAGE).iter();
                self.wordings = wordings(site, claims.copied(), root);
            }
            Matter::BorneOut => {
                let known = leaf(&accounts.borne_out, of.number, PAGE).iter();
                self.borne_out = known
                    .map(|confirmed| known_line(site, confirmed, root))
                    .collect();
            }
        }
        self.turning.in_time = true;
    }
}
