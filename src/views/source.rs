//! A source's page.

use askama::Template;

use super::card::Card;
use super::cite::CiteView;
use super::claim::ClaimView;
use super::event::full_name;
use super::indexes::under;
use super::ledger::{Ledger, LedgerYear, Owner, lines_of_report};
use super::overview::Overview;
use super::page::{Link, Page, Section};
use super::recent::{Recent, latest_claims};
use super::site::Site;
use super::years::YearLine;
use crate::model::{Event, Known, Source, report_day};
use crate::schema::SourceId;

/// The most events that it is said to tell of first, where it tells of many.
const TOLD_FIRST: usize = 40;

/// A source's page.
#[derive(Template)]
#[template(path = "source.html", blocks = ["about", "cite"], whitespace = "minimize")]
pub struct SourcePage<'s> {
    page: Page<'s>,
    outlet: Option<&'s str>,
    description: Option<&'s str>,
    byline: String,
    published: Option<String>,
    published_note: Option<&'s str>,
    url: Option<&'s str>,
    archive_url: Option<&'s str>,
    retrieved: Option<String>,
    source_type: &'static str,
    note: Option<&'s str>,
    via: Option<Link>,
    relays: Vec<Link>,
    relayed_by: Vec<Link>,
    told_first: Vec<Link>,
    overview: Option<Overview>,
    /// Of a large timeline the events with what it says of them, a line each, where they are
    /// few.
    lines: Vec<LedgerYear<'s>>,
    /// Whether it carries claims.
    carries: bool,
    cards: Vec<Card>,
    recent: Option<Recent>,
    years: Vec<YearLine>,
    claims: Vec<ClaimView>,
    claims_of: Option<String>,
    cite: CiteView,
}

impl<'s> SourcePage<'s> {
    /// The page of the source with this number.
    pub fn new(site: &'s Site<'_>, number: usize) -> Self {
        let source = &site.timeline.sources.as_slice()[number];
        let language = site.language;
        let mut page = Page::new(
            site,
            Section::Sources,
            &format!("sources/{}/", source.id),
            source.label(),
            &full_name(source),
        )
        .with_script("copy");
        page.data.source(site, number);
        let root = page.root.as_str();
        let link = |id: &SourceId| {
            let name = site
                .timeline
                .sources
                .get(id)
                .map_or_else(|| id.to_string(), full_name);
            Link::source(root, id, &name)
        };
        let names: Vec<&str> = source.byline.iter().map(|name| &**name).collect();
        let ledger = Self::ledger(site, number);
        let claims = under(&site.claims_of_source, &source.id);
        let in_lines = site.is_large() && ledger.is_none();
        let (shown, claims_of) = if in_lines {
            (Vec::new(), None)
        } else {
            latest_claims(site, claims)
        };
        let events = under(&site.events_of_source, &source.id);
        SourcePage {
            outlet: source.outlet.as_deref(),
            // Where there is no title it stands in its place already.
            description: source.title.as_ref().and(source.description.as_deref()),
            byline: language.list(&names),
            published: source.published.as_ref().map(|date| language.date(date)),
            published_note: source.published_note.as_deref(),
            url: source.url.as_deref(),
            archive_url: source.archive_url.as_deref(),
            retrieved: source.retrieved.as_ref().map(|date| language.when(date)),
            source_type: language.source_type(source.source_type),
            note: source.note.as_deref(),
            via: source.via.as_ref().map(link),
            relays: source.relays.iter().map(link).collect(),
            relayed_by: under(&site.relayed_by, &source.id)
                .iter()
                .map(|number| &site.timeline.sources.as_slice()[*number])
                .map(|other| Link::source(root, &other.id, &full_name(other)))
                .collect(),
            told_first: told_first(site, source, events)
                .take(if ledger.is_some() {
                    TOLD_FIRST
                } else {
                    usize::MAX
                })
                .map(|event| Link::event(root, &event.id, &event.title))
                .collect(),
            // Of a large timeline a report tells of a few days.
            overview: if site.is_large() {
                None
            } else {
                Overview::of(site, events, None, root)
            },
            lines: if in_lines {
                lines_of_report(site, events, claims)
            } else {
                Vec::new()
            },
            carries: !claims.is_empty(),
            cards: if site.is_large() {
                Vec::new()
            } else {
                Card::all(site, events, root)
            },
            recent: ledger
                .as_ref()
                .map(|_| Recent::of(site, events, |number| Card::of(site, number, root))),
            years: ledger.map(|it| it.index(site)).unwrap_or_default(),
            claims: shown
                .into_iter()
                .map(|key| ClaimView::of(site, key, root))
                .collect(),
            claims_of,
            cite: CiteView::of_source(site, source),
            page,
        }
    }

    /// The pages of its events and claims, where they do not all stand on its own.
    pub fn ledger<'l>(site: &'l Site<'_>, number: usize) -> Option<Ledger<'l>> {
        let source = &site.timeline.sources.as_slice()[number];
        let owner = Owner {
            section: Section::Sources,
            folder: format!("sources/{}/", source.id),
            name: source.label().to_owned(),
            actor: None,
        };
        let events = under(&site.events_of_source, &source.id);
        let claims = under(&site.claims_of_source, &source.id);
        Ledger::of(site, owner, events, claims)
    }
}

/// The events that no other report tells of earlier; none where the source's own day is
/// not known, and none that it has from another, which told of it before.
fn told_first<'s>(
    site: &'s Site<'_>,
    source: &Source,
    events: &[usize],
) -> impl Iterator<Item = &'s Event> {
    let day = report_day(source);
    let numbers = if day.is_some() {
        events.to_vec()
    } else {
        Vec::new()
    };
    numbers
        .into_iter()
        .map(|number| &site.timeline.events.as_slice()[number])
        .filter(move |event| {
            // What we know of it alone it tells us first.
            let relays = |id: &SourceId| {
                let relayed = site.timeline.sources.get(id);
                source.relays.contains(id) && relayed.is_some_and(|it| it.via.is_none())
            };
            Known::of_event(site.timeline, event).first == day
                && !event.reports().into_iter().any(relays)
        })
}
