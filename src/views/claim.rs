//! A claim as it is shown: what, who says so, and how it reached us.

use std::fmt;

use super::claims::path_of_figures;
use super::escape;
use super::page::Link;
use super::site::Site;
use crate::edtf::Bound;
use crate::model::{Chain, ClaimKey};
use crate::schema::{ActorId, ClaimRecord, Date, Speaker, Term};

/// A claim as it is shown.
pub(crate) struct ClaimView {
    /// Its id, and its anchor on the page.
    pub id: String,
    /// To the claim on its event's page.
    pub link: Link,
    /// What is claimed.
    pub text: String,
    /// Who claims it.
    pub speaker: SpeakerView,
    /// When it was said, in words.
    pub said: Option<String>,
    /// The report's words for that.
    pub said_when: Option<String>,
    /// The verb of the report.
    pub wording: Option<String>,
    /// How firmly it is put, unless as a fact.
    pub hedge: Option<&'static str>,
    /// The figure, with its period.
    pub figure: Option<String>,
    /// To the figures of its measure, where they differ.
    pub figures: Option<String>,
    /// The reports that carry it.
    pub reports: Vec<ReportView>,
    /// "1 report, 1 origin".
    pub counts: String,
    /// How it stands to others.
    pub relations: Vec<RelationView>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// Who claims something.
pub(crate) struct SpeakerView {
    /// The name or the description.
    pub name: String,
    /// To the speaker's page, where there is one.
    pub href: Option<String>,
    /// Whether it is the report itself, which does not say but writes.
    pub writes: bool,
    /// The office, or what is said of it: "Secretary of State".
    pub capacity: Option<String>,
    /// Whom an unnamed speaker belongs to.
    pub of: Option<Link>,
}

/// A report that carries a claim.
pub(crate) struct ReportView {
    /// The report.
    pub link: Link,
    /// What it is in the chain: an origin, or one that passes on.
    pub class: &'static str,
    /// What it had the claim from, down to where that begins.
    pub chain: ChainView,
    /// Its own words.
    pub quote: Option<String>,
    /// Where in it.
    pub locator: Option<String>,
    /// The language of its words, where it is not the page's.
    pub language: Option<String>,
}

/// How a claim stands to another.
pub(crate) struct RelationView {
    /// How: "denies", "denied by".
    pub word: &'static str,
    /// Whether the two do not fit together.
    pub conflict: bool,
    /// The other claim.
    pub link: Link,
    /// Who makes the other.
    pub speaker: String,
}

impl ClaimView {
    /// The claim with this key, on a page below `root`.
    pub(crate) fn of(site: &Site<'_>, key: ClaimKey, root: &str) -> Self {
        let (event, claim) = site.relations.claim(key);
        let origins = &site.origins[key.0][key.1];
        let language = site.language;
        ClaimView {
            id: claim.id.to_string(),
            link: Link::claim(root, &event.id, &claim.id, &event.title),
            text: claim.text.to_string(),
            speaker: SpeakerView::of(site, claim, root),
            said: said(site, claim).map(|said| language.when(said)),
            said_when: claim.said_when.as_ref().map(ToString::to_string),
            wording: claim.wording.as_ref().map(ToString::to_string),
            hedge: language.hedge(claim.hedge),
            figure: claim.figure.as_ref().map(|figure| match &figure.period {
                Some(period) => format!("{} ({})", language.figure(figure), language.date(period)),
                None => language.figure(figure),
            }),
            figures: claim
                .figure
                .as_ref()
                .filter(|figure| {
                    site.standing
                        .figures
                        .binary_search(&&figure.measure)
                        .is_ok()
                })
                .map(|figure| format!("{root}{}", path_of_figures(site, &figure.measure))),
            reports: claim
                .reported_by
                .iter()
                .map(|report| (report, site.provenance.chain(report)))
                .map(|(report, chain)| ReportView {
                    link: Link::source(root, chain.source, site.source_name(chain.source)),
                    class: chain_class(&chain),
                    chain: ChainView::of(site, &chain, root),
                    quote: report
                        .quote
                        .as_deref()
                        .map(|quote| language.inside_quotes(quote)),
                    locator: report.locator.as_ref().map(ToString::to_string),
                    language: site
                        .timeline
                        .sources
                        .get(&report.source)
                        .and_then(|source| source.language.as_ref())
                        .filter(|tag| &***tag != language.code())
                        .map(ToString::to_string),
                })
                .collect(),
            counts: site.reports_and_origins(origins.reports, origins.count),
            relations: relations(site, key, root),
            note: claim.note.as_ref().map(ToString::to_string),
        }
    }
}

fn relations(site: &Site<'_>, key: ClaimKey, root: &str) -> Vec<RelationView> {
    site.relations
        .of_claim(key)
        .map(|edge| {
            let outward = edge.from == key;
            let (event, claim) = site
                .relations
                .claim(if outward { edge.to } else { edge.from });
            RelationView {
                word: if outward {
                    site.language.relation_to(edge.kind)
                } else {
                    site.language.relation_from(edge.kind)
                },
                conflict: edge.kind.is_conflict(),
                link: Link::claim(root, &event.id, &claim.id, &claim.text),
                speaker: site.speaker_name(&claim.by).to_owned(),
            }
        })
        .collect()
}

impl SpeakerView {
    /// The speaker of a claim.
    pub(super) fn of(site: &Site<'_>, claim: &ClaimRecord, root: &str) -> Self {
        let name = site.speaker_name(&claim.by);
        match &claim.by {
            Speaker::Actor(id) => SpeakerView {
                name: name.to_owned(),
                href: Some(Link::actor(root, id, "").href),
                writes: false,
                capacity: capacity(site, id, claim.said.as_ref()),
                of: None,
            },
            Speaker::Anonymous(someone) => SpeakerView {
                name: name.to_owned(),
                href: None,
                writes: false,
                capacity: None,
                of: someone
                    .of
                    .as_ref()
                    .map(|of| Link::actor(root, of, site.actor_name(of))),
            },
            Speaker::Report(report) => SpeakerView {
                name: name.to_owned(),
                href: Some(Link::source(root, &report.source, "").href),
                writes: true,
                capacity: Some(site.words().in_its_own_voice.to_owned()),
                of: None,
            },
        }
    }
}

/// When a claim was made. What a report says itself it says when it is published.
fn said<'s>(site: &'s Site<'_>, claim: &'s ClaimRecord) -> Option<&'s Date> {
    claim.said.as_ref().or_else(|| match &claim.by {
        Speaker::Report(report) => site
            .timeline
            .sources
            .get(&report.source)?
            .published
            .as_ref(),
        Speaker::Actor(_) | Speaker::Anonymous(_) => None,
    })
}

/// The office that an actor held when something was said.
pub(super) fn capacity(site: &Site<'_>, id: &ActorId, said: Option<&Date>) -> Option<String> {
    let actor = site.timeline.actors.get(id)?;
    let held = actor.roles.iter().find(|term| holds(term, said))?;
    Some(held.title.to_string())
}

/// Whether an office may have been held then.
fn holds(term: &Term, said: Option<&Date>) -> bool {
    let Some(said) = said else {
        return true;
    };
    let before = |a: Bound, b: Bound| matches!((a, b), (Bound::Day(a), Bound::Day(b)) if a < b);
    let ended = term
        .to
        .as_ref()
        .is_some_and(|to| before(to.latest(), said.earliest()));
    let not_yet = term
        .from
        .as_ref()
        .is_some_and(|from| before(said.latest(), from.earliest()));
    !ended && !not_yet
}

/// What a report had a claim from, down to where that begins: a list within a list, drawn
/// as a chain.
#[derive(Debug)]
pub(crate) struct ChainView {
    /// What is to be said where it ends.
    pub remark: Option<&'static str>,
    /// What leads to those whom it had it from.
    pub word: Option<&'static str>,
    /// These.
    pub from: Vec<ChainLink>,
}

/// A report further down in a chain.
#[derive(Debug)]
pub(crate) struct ChainLink {
    /// The report.
    pub link: Link,
    /// What it is in the chain.
    pub class: &'static str,
    /// Whom it had it from itself.
    pub chain: ChainView,
}

impl ChainView {
    fn of(site: &Site<'_>, chain: &Chain<'_>, root: &str) -> Self {
        let words = site.words();
        let ends = chain.from.is_empty();
        ChainView {
            remark: if chain.unstated {
                Some(words.origin_not_stated)
            } else {
                ends.then_some(words.origin)
            },
            word: match chain.from.len() {
                0 => None,
                1 => Some(words.which_had_it_from),
                _ => Some(words.one_of_these),
            },
            from: (chain.from.iter())
                .map(|from| ChainLink {
                    link: Link::source(root, from.source, site.source_name(from.source)),
                    class: chain_class(from),
                    chain: ChainView::of(site, from, root),
                })
                .collect(),
        }
    }
}

impl ChainView {
    /// The same in one line.
    pub(crate) fn line(&self) -> String {
        let mut line = String::new();
        for said in [self.remark, self.word].into_iter().flatten() {
            line += &format!(" – {said}");
        }
        let from: Vec<String> = (self.from.iter())
            .map(|from| format!(" {}{}", from.link.text, from.chain.line()))
            .collect();
        line + &from.join(",")
    }
}

impl fmt::Display for ChainView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(remark) = self.remark {
            write!(f, " <span class=\"chain-end\">{}</span>", escape(remark))?;
        }
        let Some(word) = self.word else {
            return Ok(());
        };
        write!(f, "<span class=\"chain-word\">{}</span>", escape(word))?;
        f.write_str("<ul class=\"chain\">")?;
        for from in &self.from {
            let (link, chain) = (from.link.html(), &from.chain);
            write!(f, "<li class=\"{}\">{link}{chain}</li>", from.class)?;
        }
        f.write_str("</ul>")
    }
}

impl askama::filters::HtmlSafe for ChainView {}

fn chain_class(chain: &Chain<'_>) -> &'static str {
    match (chain.unstated, chain.from.is_empty()) {
        (true, _) => "is-unstated",
        (false, true) => "is-origin",
        (false, false) => "is-relay",
    }
}
