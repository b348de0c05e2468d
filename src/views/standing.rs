//! How the story stands, in three short lists.

use std::cmp::Reverse;

use super::card::{NAME, TITLE, brief};
use super::claims::path_of_figures;
use super::page::Link;
use super::recent::has_passed;
use super::site::Site;
use crate::model::{ClaimKey, Confirmed, Edge, Standing};
use crate::schema::{RelationKind, Speaker, Status};
use crate::words::Counted;

/// The most lines of a list; what is more is a page away.
const MOST: usize = 4;

/// Of a large timeline the most letters of a claim.
const TEXT: usize = 280;

/// Of a large timeline the most speakers of a claim.
const SPEAKERS: usize = 6;

/// How the story stands.
pub(super) struct StandingView {
    /// What two or more origins bear out.
    pub known: Vec<KnownLine>,
    /// Whether there is more of it.
    pub more_known: bool,
    /// What is denied or disputed.
    pub disputed: Vec<DisputeLine>,
    /// Figures that differ.
    pub figures: Vec<Link>,
    /// What is still to come.
    pub next: Vec<NextLine>,
    /// What of it does not stand there at once, and how much that is.
    pub more_next: Option<(String, Vec<NextLine>)>,
}

/// What two or more origins bear out.
pub(super) struct KnownLine {
    /// The claim.
    pub claim: Link,
    /// Who makes it, or says the same.
    pub speakers: String,
    /// "2 origins".
    pub origins: String,
}

/// A denial or a dispute.
pub(super) struct DisputeLine {
    /// What is said against.
    pub claim: Link,
    /// By whom.
    pub speaker: String,
    /// How: "denies".
    pub word: &'static str,
    /// What it speaks against.
    pub other: Link,
    /// Who says that.
    pub other_speaker: String,
}

/// What is still to come.
pub(super) struct NextLine {
    /// When, in words.
    pub date: String,
    /// The event.
    pub event: Link,
    /// Its status, for the style.
    pub status: &'static str,
    /// Its status in words.
    pub status_words: &'static str,
}

impl StandingView {
    /// Of a timeline, on a page below `root`; nothing where there are no claims to go by.
    pub(super) fn of(site: &Site<'_>, root: &str) -> Option<Self> {
        let standing = &site.standing;
        if site.timeline.claims().next().is_none() && standing.next.is_empty() {
            return None;
        }
        let known = ranked(site, standing);
        let more_known = known.len() > MOST;
        let mut disputed: Vec<&Edge> = standing.disputed.iter().collect();
        // A denial is plainer than two accounts that do not fit; the latest first.
        disputed.sort_by_key(|edge| (edge.kind != RelationKind::Denies, Reverse(edge.from)));
        // Of two events that speak against one another once is enough here.
        let mut pairs = std::collections::HashSet::new();
        disputed.retain(|edge| pairs.insert((edge.from.0, edge.to.0)));
        let most = if site.is_large() {
            MOST * 2
        } else {
            usize::MAX
        };
        // What was put off years ago and never heard of again is not what comes next.
        let events = site.timeline.events.as_slice();
        let ahead = |it: &&usize| !(site.is_large() && has_passed(&events[**it], site.known.last));
        let mut next: Vec<NextLine> = (standing.next.iter().filter(ahead).take(most))
            .map(|number| next_line(site, *number, root))
            .collect();
        let rest = next.split_off(next.len().min(MOST * 2));
        // Of a large timeline they stand among the events, as far as there is room.
        let more_next = (!rest.is_empty() && !site.is_large()).then(|| {
            let count = site.language.count(rest.len(), Counted::Events);
            (format!("{}: {count}", site.words().standing.later), rest)
        });
        Some(StandingView {
            known: known
                .into_iter()
                .take(MOST)
                .map(|confirmed| known_line(site, confirmed, root))
                .collect(),
            more_known,
            disputed: disputed
                .into_iter()
                .take(MOST)
                .map(|edge| dispute_line(site, edge, root))
                .collect(),
            figures: standing
                .figures
                .iter()
                .take(if site.is_large() { MOST } else { usize::MAX })
                .map(|measure| {
                    let href = format!("{root}{}", path_of_figures(site, measure));
                    let name = site.language.name_of(measure);
                    Link::new(href, fitting(site, name, NAME))
                })
                .collect(),
            next,
            more_next,
        })
    }
}

/// What is known, the best first: what people and governments say before what reports say
/// of themselves, by the number of origins, the latest first.
pub(super) fn ranked<'a>(site: &Site<'_>, standing: &'a Standing<'_>) -> Vec<&'a Confirmed> {
    let mut known: Vec<&Confirmed> = standing.known.iter().collect();
    known.sort_by_key(|confirmed| {
        let claim = site.relations.claim(confirmed.claim).1;
        let own_voice = matches!(claim.by, Speaker::Report(_));
        (
            own_voice,
            Reverse(confirmed.origins),
            Reverse(confirmed.claim),
        )
    });
    known
}

/// A claim that two or more origins bear out, in a line.
pub(super) fn known_line(site: &Site<'_>, confirmed: &Confirmed, root: &str) -> KnownLine {
    let mut speakers: Vec<String> = Vec::new();
    let keys = std::iter::once(&confirmed.claim).chain(&confirmed.others);
    let most = if site.is_large() {
        SPEAKERS
    } else {
        usize::MAX
    };
    for key in keys {
        if speakers.len() == most {
            break;
        }
        let speaker = speaker(site, *key);
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    let names: Vec<&str> = speakers.iter().map(String::as_str).collect();
    KnownLine {
        claim: claim(site, confirmed.claim, root),
        speakers: site.language.list(&names),
        origins: site.language.count(confirmed.origins, Counted::Origins),
    }
}

fn dispute_line(site: &Site<'_>, edge: &Edge, root: &str) -> DisputeLine {
    DisputeLine {
        claim: claim(site, edge.from, root),
        speaker: speaker(site, edge.from),
        word: site.language.relation_to(edge.kind),
        other: claim(site, edge.to, root),
        other_speaker: speaker(site, edge.to),
    }
}

fn next_line(site: &Site<'_>, number: usize, root: &str) -> NextLine {
    let event = &site.timeline.events.as_slice()[number];
    NextLine {
        date: fitting(site, site.language.date(&event.when), NAME),
        event: {
            let title = fitting(site, event.title.to_string(), TITLE);
            Link::event(root, &event.id, &title)
        },
        status: event.status.word(),
        status_words: match event.status {
            Status::Happened => "",
            status => site.language.status(status),
        },
    }
}

fn claim(site: &Site<'_>, key: ClaimKey, root: &str) -> Link {
    let (event, claim) = site.relations.claim(key);
    let text = fitting(site, claim.text.to_string(), TEXT);
    Link::claim(root, &event.id, &claim.id, &text)
}

fn speaker(site: &Site<'_>, key: ClaimKey) -> String {
    let claim = site.relations.claim(key).1;
    fitting(site, site.speaker_name(&claim.by).to_owned(), NAME)
}

/// A text as far as there is room for it: of a large timeline the list has to stay short.
fn fitting(site: &Site<'_>, text: String, most: usize) -> String {
    if site.is_large() {
        brief(&text, most)
    } else {
        text
    }
}
