//! What is claimed of an event: by whom, carried by which reports, and how it stands to
//! what was claimed before.

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDate;

use super::cast::Cast;
use super::chance::Chance;
use super::dates::quarter;
use super::press::{Press, Report};
use super::wording::{CLAIMS, DENIALS, FIGURES, Holes, QUOTES, UNNAMED, VERBS};

/// What is measured, and in what.
#[rustfmt::skip]
const MEASURES: &[(&str, &str, usize)] = &[
    ("grain-shipped", "tonnes", 42_000), ("gas-through-the-line", "percent", 71), ("lorries-waiting", "lorries", 900),
    ("prisoners-exchanged", "persons", 120), ("aid-pledged", "EUR", 250_000_000), ("tariff-on-steel", "percent", 18),
    ("visas-issued", "visas", 5_300), ("boats-held", "boats", 14), ("refugees-registered", "persons", 61_000),
    ("observers-deployed", "persons", 340), ("debt-owed", "EUR", 1_900_000_000), ("trains-each-week", "trains", 22),
    ("mines-cleared", "hectares", 830), ("water-released", "percent", 55), ("chips-imported", "percent", 38),
    ("staff-expelled", "persons", 9),
];

/// A claim that others can refer to.
struct Earlier {
    /// `event/claim`.
    id: String,
    /// Who took part in its event.
    tied: Vec<usize>,
}

/// A figure that was given for a measure in a quarter.
struct Given {
    claim: String,
    value: usize,
    comparator: &'static str,
}

/// What was claimed so far.
#[derive(Default)]
pub(super) struct Record {
    recent: VecDeque<Earlier>,
    figures: HashMap<(usize, String), Given>,
}

/// The event that a claim is about.
pub(super) struct About<'a> {
    pub(super) number: usize,
    pub(super) id: &'a str,
    pub(super) day: NaiveDate,
    pub(super) sides: (usize, usize),
    pub(super) actors: &'a [usize],
    pub(super) holes: &'a Holes<'a>,
    pub(super) cast: &'a Cast,
    pub(super) press: &'a Press,
}

/// Claims as YAML, with whom and what they name.
#[derive(Default)]
pub(super) struct Made {
    pub(super) yaml: String,
    pub(super) actors: Vec<usize>,
    pub(super) reports: Vec<usize>,
    /// The claims of somebody unnamed that rest on one report.
    pub(super) thin: Vec<String>,
}

impl Record {
    /// The claims of an event, one to five.
    pub(super) fn claims(&mut self, about: &About<'_>, chance: &mut Chance) -> Made {
        let mut made = Made::default();
        let mut ids: Vec<String> = Vec::new();
        for number in 0..[1, 2, 2, 3, 3, 3, 4, 4, 5][chance.below(9)] {
            let id = format!("c{}", number + 1);
            self.claim(about, &id, &ids, &mut made, chance);
            ids.push(id);
        }
        for id in ids {
            self.recent.push_back(Earlier {
                id: format!("{}/{id}", about.id),
                tied: about.actors.to_vec(),
            });
        }
        while self.recent.len() > 150 {
            self.recent.pop_front();
        }
        made
    }

    fn claim(
        &mut self,
        about: &About<'_>,
        id: &str,
        before: &[String],
        made: &mut Made,
        chance: &mut Chance,
    ) {
        let mut relation = self.relation(before, chance);
        let figure = match relation {
            None if chance.mille(130) => Some(self.figure(about, id, &mut relation, chance)),
            _ => None,
        };
        let denier = relation.as_ref().and_then(|(_, _, denier)| *denier);
        let sentences = match (denier, &figure) {
            (Some(_), _) => DENIALS,
            (_, Some(_)) => FIGURES,
            _ => CLAIMS,
        };
        let text = about.holes.fill(chance.pick(sentences), chance);
        let reports = reports(about, chance);
        let by = match denier {
            Some(who) => {
                made.actors.push(who);
                about.cast.actors[who].id.clone()
            }
            None => speaker(about, id, &reports, made, chance),
        };
        let hedge = chance.pick(&["none", "none", "none", "likely", "approximately"]);
        made.yaml += &format!("  - id: {id}\n    text: {text}\n    by: {by}\n");
        made.yaml += &match chance.below(10) {
            0 => format!("    said: \"[..{}]\"\n    said_when: earlier\n", about.day),
            1 => format!("    said: {}?\n", about.day),
            _ => format!("    said: {}\n", about.day),
        };
        made.yaml += &format!("    hedge: {hedge}\n");
        if chance.mille(300) {
            made.yaml += &format!("    wording: {}\n", chance.pick(VERBS));
        }
        made.yaml += "    reported_by:\n";
        for report in &reports {
            made.yaml += &attribution(about, *report, chance);
        }
        made.yaml += &figure.unwrap_or_default();
        if let Some((kind, target, _)) = relation {
            made.yaml += &format!("    relations: [{{{kind}: {target}}}]\n");
        }
        made.reports.extend(reports);
    }

    /// How a claim stands to another, if it does: of the same event, or of one not long
    /// before; with who speaks, if it denies the other.
    fn relation(
        &self,
        before: &[String],
        chance: &mut Chance,
    ) -> Option<(&'static str, String, Option<usize>)> {
        const KINDS: &[&str] = &[
            "disputes",
            "restates",
            "restates",
            "confirms",
            "confirms",
            "narrows",
            "broadens",
            "supersedes",
        ];
        if !before.is_empty() && chance.mille(110) {
            let target = before[chance.below(before.len())].clone();
            return Some((chance.pick(KINDS), target, None));
        }
        if self.recent.is_empty() || !chance.mille(160) {
            return None;
        }
        let earlier = &self.recent[self.recent.len() - 1 - chance.favoured(self.recent.len())];
        if chance.mille(250) {
            let denier = chance.pick(&earlier.tied);
            return Some(("denies", earlier.id.clone(), Some(denier)));
        }
        Some((chance.pick(KINDS), earlier.id.clone(), None))
    }

    /// A figure; where one was given before for the same quarter, in relation to that.
    fn figure(
        &mut self,
        about: &About<'_>,
        id: &str,
        relation: &mut Option<(&'static str, String, Option<usize>)>,
        chance: &mut Chance,
    ) -> String {
        let number = chance.favoured(MEASURES.len());
        let (measure, unit, usual) = MEASURES[number];
        let period = quarter(about.day);
        let before = self.figures.get(&(number, period.clone()));
        let same = before.filter(|_| chance.mille(600));
        let (value, comparator) = match same {
            Some(given) => (given.value, given.comparator),
            None => (
                usual * chance.between(70, 130) / 100,
                chance.pick(&["exactly", "about", "over", "nearly", "at-least"]),
            ),
        };
        if let Some(given) = before {
            let kinds: &[_] = match same {
                Some(_) => &["restates", "confirms"],
                None => &["disputes", "supersedes"],
            };
            *relation = Some((chance.pick(kinds), given.claim.clone(), None));
        }
        let yaml = format!(
            "    figure: {{measure: {measure}, value: {value}, comparator: {comparator}, unit: {unit}, period: {period}}}\n"
        );
        let claim = format!("{}/{id}", about.id);
        let given = Given {
            claim,
            value,
            comparator,
        };
        self.figures.insert((number, period), given);
        yaml
    }
}

/// The reports that carry a claim: one to three.
fn reports(about: &About<'_>, chance: &mut Chance) -> Vec<usize> {
    let many = [1, 1, 1, 1, 1, 2, 2, 2, 3][chance.below(9)];
    let mut reports: Vec<usize> = (0..many)
        .map(|_| about.press.on(about.number, chance))
        .collect();
    reports.sort_unstable();
    reports.dedup();
    reports
}

/// Who makes a claim: somebody who took part, a spokesperson, the report itself, or
/// somebody unnamed.
fn speaker(
    about: &About<'_>,
    id: &str,
    reports: &[usize],
    made: &mut Made,
    chance: &mut Chance,
) -> String {
    let (one, other) = about.sides;
    let state = if chance.mille(600) { one } else { other };
    let who = match chance.below(20) {
        0..9 => chance.pick(about.actors),
        9..13 => Cast::spokesperson(state),
        13..15 => about.cast.acting(state, about.day, chance),
        15..17 => {
            let report = &about.press.reports[reports[0]];
            return format!("{{source: {}}}", report.id);
        }
        _ => {
            let origins = reports.iter().map(|n| &about.press.reports[*n]);
            let origins = origins.filter(|report| Report::is_origin(report)).count();
            if reports.len() == 1 {
                made.thin.push(id.to_owned());
            } else if origins < 2 {
                return speaker(about, id, reports, made, chance);
            }
            let whom = chance.pick(UNNAMED);
            if chance.mille(400) {
                return format!("{{anonymous: {whom}}}");
            }
            let of = state * 8;
            made.actors.push(of);
            return format!("{{anonymous: {whom}, of: {}}}", about.cast.actors[of].id);
        }
    };
    made.actors.push(who);
    about.cast.actors[who].id.clone()
}

fn attribution(about: &About<'_>, number: usize, chance: &mut Chance) -> String {
    let report = &about.press.reports[number];
    let mut yaml = format!("      - {{source: {}", report.id);
    if !report.relays.is_empty() && chance.mille(600) {
        let from = chance.pick(&report.relays);
        let from = if chance.mille(700) { from } else { number };
        yaml += &format!(", from: {}", about.press.reports[from].id);
    }
    if chance.mille(700) {
        let quote = about.holes.fill(chance.pick(QUOTES), chance);
        yaml += &format!(", quote: \"{quote}\"");
    }
    if chance.mille(800) {
        yaml += &format!(", locator: para {}", chance.between(1, 24));
    }
    yaml + "}\n"
}
