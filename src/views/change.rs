//! What changed about an event, as lines.

use super::page::Link;
use super::site::Site;
use crate::model::{Change, ClaimKey, EventState, Sort, What};
use crate::schema::RelationKind;

/// What changed about an event on a day, by the sort of change.
pub(super) struct EventChanges {
    /// To the event's page.
    pub link: Link,
    /// The event's date in words.
    pub date: String,
    /// The changes.
    pub groups: Vec<Group>,
}

/// Changes of one sort.
pub(super) struct Group {
    /// The sort, for the style.
    pub class: &'static str,
    /// The sort in words.
    pub word: String,
    /// The changes.
    pub lines: Vec<Line>,
}

/// A change, or several of one claim.
pub(super) enum Line {
    /// A claim, and what it now stands beside.
    Claim {
        /// The claim.
        claim: Side,
        /// What it stands beside; nothing, if it is the claim that is new.
        beside: Vec<Beside>,
        /// The reports that told the claim, if it is new.
        told_by: Vec<Link>,
    },
    /// How an event stood, and stands.
    Move {
        /// Before.
        was: String,
        /// Now.
        now: String,
        /// The reports that told it.
        told_by: Vec<Link>,
    },
    /// A correction.
    Correction {
        /// What sort of change it is.
        kind: &'static str,
        /// What was wrong, and what is right.
        what: String,
    },
}

/// What a claim stands beside.
pub(super) struct Beside {
    /// How: "denied by".
    pub word: &'static str,
    /// The other claims.
    pub others: Vec<Side>,
    /// The reports that told it.
    pub told_by: Vec<Link>,
}

/// A claim in a line.
pub(super) struct Side {
    /// To the claim on its event's page, with its text.
    pub link: Link,
    /// Who makes it.
    pub speaker: String,
    /// Its figure, where that is what counts.
    pub figure: Option<String>,
}

impl EventChanges {
    /// Of the changes of one event on one day; `root` leads to the site's root.
    pub(super) fn of(site: &Site<'_>, changes: &[&Change<'_>], number: usize, root: &str) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let mut sorted: Vec<_> = changes
            .iter()
            .filter(|change| change.what != What::Added)
            .collect();
        sorted.sort_by_key(|change| change.what.sort());
        let mut groups: Vec<(Sort, Group)> = Vec::new();
        for change in sorted {
            let sort = change.what.sort();
            let Some(line) = Line::of(site, change, root) else {
                continue;
            };
            if groups.last().is_none_or(|(last, _)| *last != sort) {
                let group = Group {
                    class: class(sort),
                    word: site.language.sentence(word(site, sort)),
                    lines: Vec::new(),
                };
                groups.push((sort, group));
            }
            if let Some((_, group)) = groups.last_mut() {
                match group.lines.last_mut() {
                    Some(last) if last.is_of_same_claim(&line) => last.join(line),
                    _ => group.lines.push(line),
                }
            }
        }
        EventChanges {
            link: Link::event(root, &event.id, &event.title),
            date: site.language.date(&event.when),
            groups: groups.into_iter().map(|(_, group)| group).collect(),
        }
    }
}

impl Line {
    /// Of a change other than that an event was added.
    fn of(site: &Site<'_>, change: &Change<'_>, root: &str) -> Option<Self> {
        let language = site.language;
        let told_by = told_by(site, change, root);
        let view = |key: &ClaimKey| Side::of(site, *key, root);
        let beside = |claim: Side, word, others| Line::Claim {
            claim,
            beside: vec![Beside {
                word,
                others,
                told_by: told_by.clone(),
            }],
            told_by: Vec::new(),
        };
        Some(match &change.what {
            What::Added => return None,
            What::Moved { was, now } => Line::Move {
                was: state_words(site, was),
                now: state_words(site, now),
                told_by,
            },
            What::Contradicted { claim, by, kind } => {
                beside(view(claim), language.relation_from(*kind), vec![view(by)])
            }
            What::OtherFigure { claim, others } => {
                let with_figure = |key: &ClaimKey| view(key).with_figure(site, *key);
                let word = site.words().changes.other_figures;
                let others = others.iter().map(with_figure).collect();
                beside(with_figure(claim), word, others)
            }
            What::ConfirmedBy { claim, by } => {
                let word = language.relation_from(RelationKind::Confirms);
                beside(view(claim), word, vec![view(by)])
            }
            What::SecondOrigin(claim) => {
                let word = site.words().changes.second_origin;
                beside(view(claim), word, Vec::new())
            }
            What::NewClaim(claim) => {
                let claim = view(claim);
                // What a report says itself needs not be told twice.
                let own = |link: &&Link| link.text != claim.speaker;
                Line::Claim {
                    told_by: told_by.iter().filter(own).cloned().collect(),
                    claim,
                    beside: Vec::new(),
                }
            }
            What::Corrected(number) => {
                let event = &site.timeline.events.as_slice()[change.event];
                let correction = &event.corrections[*number];
                Line::Correction {
                    kind: language.correction(correction.kind),
                    what: correction.what.to_string(),
                }
            }
        })
    }

    fn is_of_same_claim(&self, other: &Line) -> bool {
        match (self, other) {
            (Line::Claim { claim: one, .. }, Line::Claim { claim: other, .. }) => {
                one.link.href == other.link.href
            }
            _ => false,
        }
    }

    /// Takes in another line of the same claim.
    fn join(&mut self, other: Line) {
        if let (Line::Claim { beside, .. }, Line::Claim { beside: more, .. }) = (self, other) {
            beside.extend(more);
        }
    }
}

impl Side {
    /// The claim with this key.
    pub(super) fn of(site: &Site<'_>, key: ClaimKey, root: &str) -> Self {
        let (event, claim) = site.relations.claim(key);
        Side {
            link: Link::claim(root, &event.id, &claim.id, &claim.text),
            speaker: site.speaker_name(&claim.by).to_owned(),
            figure: None,
        }
    }

    fn with_figure(mut self, site: &Site<'_>, key: ClaimKey) -> Self {
        let figure = site.relations.claim(key).1.figure.as_ref();
        self.figure = figure.map(|figure| site.language.figure(figure));
        self
    }
}

/// The reports that told of a change.
pub(super) fn told_by(site: &Site<'_>, change: &Change<'_>, root: &str) -> Vec<Link> {
    change
        .told_by
        .iter()
        .map(|id| Link::source(root, id, site.source_name(id)))
        .collect()
}

/// "planned, second half of May 2024".
fn state_words(site: &Site<'_>, state: &EventState) -> String {
    format!(
        "{}, {}",
        site.language.status(state.status),
        site.language.date(&state.when)
    )
}

/// A sort of change, for the style.
fn class(sort: Sort) -> &'static str {
    match sort {
        Sort::Added => "added",
        Sort::Moved => "moved",
        Sort::Turned => "turned",
        Sort::Contradicted => "contradicted",
        Sort::Confirmed => "confirmed",
        Sort::Corrected => "corrected",
    }
}

/// A sort of change in words, in lower case.
pub(super) fn word(site: &Site<'_>, sort: Sort) -> &'static str {
    let words = &site.words().changes;
    match sort {
        Sort::Added => words.added,
        Sort::Moved => words.moved,
        Sort::Turned => words.turned,
        Sort::Contradicted => words.contradicted,
        Sort::Confirmed => words.confirmed,
        Sort::Corrected => words.corrected,
    }
}
