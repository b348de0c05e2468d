//! The pages on which all events of an actor, a topic or a source stand, a line each, with
//! what the actor says or the source carries.

use std::ops::Range;

use askama::Template;

use super::page::{Link, Page, Section};
use super::recent::ALL;
use super::site::Site;
use super::spans::spans;
use super::turning::numbered;
use super::years::YearLine;
use crate::model::ClaimKey;
use crate::schema::{ActorId, Status};
use crate::words::Counted;

/// The most lines of a page.
const LINES: usize = 200;

/// Whose pages they are.
#[derive(Clone, Debug)]
pub(super) struct Owner<'o> {
    /// Of which part of the site.
    pub section: Section,
    /// The folder of its own page below the root.
    pub folder: String,
    /// What it is called.
    pub name: String,
    /// If it is an actor: of whom to tell in which role.
    pub actor: Option<&'o ActorId>,
}

/// The pages on which all events of something stand.
pub struct Ledger<'o> {
    owner: Owner<'o>,
    /// The numbers of its events, in the order of time.
    events: Vec<usize>,
    /// Its claims, in that order too.
    claims: &'o [ClaimKey],
    volumes: Vec<Volume>,
}

/// A page of a ledger.
#[derive(Debug)]
struct Volume {
    /// The years of its events: the first and the last; nothing where they are not known.
    years: Option<(i64, i64)>,
    /// Whether it has them all.
    all: bool,
    /// Its folder below that of the owner.
    folder: String,
    /// Which of the pages of these years it is.
    number: usize,
    /// How many there are.
    of: usize,
    /// Which of the events it has.
    events: Range<usize>,
}

impl<'o> Ledger<'o> {
    /// Of an owner with these events and claims; nothing where they all stand on its own page.
    pub(super) fn of(
        site: &Site<'_>,
        owner: Owner<'o>,
        events: &[usize],
        claims: &'o [ClaimKey],
    ) -> Option<Self> {
        if !site.is_large() || events.len().max(claims.len()) <= ALL {
            return None;
        }
        let mut ledger = Ledger {
            owner,
            events: in_order(site, events, claims),
            claims,
            volumes: Vec::new(),
        };
        let all = 0..ledger.events.len();
        if ledger.lines(&all) <= LINES {
            ledger.volumes.push(Volume {
                years: None,
                all: true,
                folder: "all/".to_owned(),
                number: 1,
                of: 1,
                events: all,
            });
        } else {
            ledger.divide(&ledger.years(site));
        }
        Some(ledger)
    }

    /// Its years, each with how many events there are.
    fn years(&self, site: &Site<'_>) -> Vec<(i64, usize)> {
        let same = |a: &usize, b: &usize| year(site, *a) == year(site, *b);
        let years = self.events.chunk_by(same);
        years
            .filter_map(|events| Some((year(site, *events.first()?)?, events.len())))
            .collect()
    }

    /// Makes pages by year; by more years than one where there are very many.
    fn divide(&mut self, years: &[(i64, usize)]) {
        let mut at = 0;
        for span in spans(years) {
            let events = at..at + span.events();
            at = events.end;
            self.add(Some((span.first, span.last)), &span.folder(), events);
        }
        if at < self.events.len() {
            self.add(None, "undated", at..self.events.len());
        }
    }

    /// Adds the pages of a span of years: as many as its lines need.
    fn add(&mut self, years: Option<(i64, i64)>, folder: &str, events: Range<usize>) {
        let mut pages = Vec::new();
        let mut open = events.start..events.start;
        let mut lines = 0;
        for at in events {
            let own = self.lines(&(at..at + 1));
            if lines + own > LINES && !open.is_empty() {
                pages.push(open.start..at);
                open = at..at;
                lines = 0;
            }
            open.end = at + 1;
            lines += own;
        }
        pages.push(open);
        let of = pages.len();
        let volumes = pages.into_iter().zip(1..).map(|(events, number)| Volume {
            years,
            all: false,
            folder: numbered(&format!("{folder}/"), number),
            number,
            of,
            events,
        });
        self.volumes.extend(volumes);
    }

    /// How many lines some of the events take.
    fn lines(&self, events: &Range<usize>) -> usize {
        let own = &self.events[events.clone()];
        let claims = own.iter().map(|event| self.claims_of(*event).len());
        own.len() + claims.sum::<usize>()
    }

    /// The claims of an event.
    fn claims_of(&self, event: usize) -> &'o [ClaimKey] {
        claims_of(self.claims, event)
    }

    /// Its pages as they stand on the owner's own page.
    pub(super) fn index(&self, site: &Site<'_>) -> Vec<YearLine> {
        let volumes = self.volumes.chunk_by(|a, b| a.years == b.years);
        let counted: Vec<(&Volume, usize)> = volumes
            .filter_map(|pages| {
                let events = pages.iter().map(|page| page.events.len()).sum();
                Some((pages.first()?, events))
            })
            .collect();
        let most = counted.iter().map(|(_, events)| *events).max();
        counted
            .into_iter()
            .map(|(volume, events)| YearLine {
                link: Link::new(format!("{}index.html", volume.folder), volume.time(site)),
                events: site.language.number(events),
                part: (events * 100).div_ceil(most.unwrap_or_default().max(1)),
                months: Vec::new(),
            })
            .collect()
    }

    /// The folders of its pages below the root.
    pub fn folders(&self) -> Vec<String> {
        let volumes = self.volumes.iter();
        volumes.map(|volume| self.folder(volume)).collect()
    }

    /// What the page with this number is made of: the numbers of the events, and all else that
    /// tells it from others.
    pub fn made_of(&self, number: usize) -> (&[usize], String) {
        let near = number.saturating_sub(1)..=number + 1;
        let names = near.map(|number| self.volumes.get(number));
        let names = names.map(|it| it.map(|it| (it.years, it.all, it.number, it.of)));
        let beside = format!(
            "{} {} {:?}",
            self.owner.folder,
            self.claims.is_empty(),
            names.collect::<Vec<_>>()
        );
        (&self.events[self.volumes[number].events.clone()], beside)
    }

    /// The folder of a page below the root.
    fn folder(&self, volume: &Volume) -> String {
        format!("{}{}", self.owner.folder, volume.folder)
    }

    /// What a page is called.
    fn title(&self, site: &Site<'_>, volume: &Volume) -> String {
        let time = if volume.all {
            site.words().archive.all_after_name.to_owned()
        } else {
            volume.time(site)
        };
        let name = format!("{}: {time}", self.owner.name);
        match volume.number {
            1 => name,
            number => format!("{name}, {}", site.language.page_of(number, volume.of)),
        }
    }
}

/// These events and those of the claims, each once, in the order of time; what has no year
/// comes last.
fn in_order(site: &Site<'_>, events: &[usize], claims: &[ClaimKey]) -> Vec<usize> {
    let mut events = events.to_vec();
    events.extend(claims.iter().map(|(event, _)| *event));
    events.sort_unstable_by_key(|number| (year(site, *number).is_none(), *number));
    events.dedup();
    events
}

/// The year in which an event stands.
fn year(site: &Site<'_>, number: usize) -> Option<i64> {
    site.archive().time(number).year()
}

/// Those of some claims that are of an event.
fn claims_of(claims: &[ClaimKey], event: usize) -> &[ClaimKey] {
    let begin = claims.partition_point(|(of, _)| *of < event);
    let end = claims.partition_point(|(of, _)| *of <= event);
    &claims[begin..end]
}

impl Volume {
    /// Its years in words.
    fn time(&self, site: &Site<'_>) -> String {
        match self.years {
            _ if self.all => site.words().archive.all.to_owned(),
            Some((first, last)) if first == last => site.language.year(first),
            Some((first, last)) => site.language.years(first, last),
            None => site.words().date_not_given.to_owned(),
        }
    }
}

/// A page of a ledger.
#[derive(Template)]
#[template(path = "ledger.html", whitespace = "minimize")]
pub struct LedgerPage<'s> {
    page: Page<'s>,
    way: Vec<Link>,
    events: String,
    claims_lead: Option<&'static str>,
    years: Vec<LedgerYear<'s>>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// The events of a year.
pub(super) struct LedgerYear<'s> {
    pub name: String,
    pub id: String,
    pub lines: Vec<Line<'s>>,
}

/// An event in a line.
pub(super) struct Line<'s> {
    pub date: &'s str,
    pub id: &'s str,
    pub title: &'s str,
    /// Its status, unless it happened, and in which role the actor took part.
    pub more: String,
    pub claims: Vec<ClaimLine<'s>>,
}

/// A claim in a line.
pub(super) struct ClaimLine<'s> {
    pub id: &'s str,
    pub text: &'s str,
    /// Who makes it, where they are not all of one.
    pub speaker: Option<&'s str>,
}

impl<'s> LedgerPage<'s> {
    /// The page of a ledger with this number.
    pub fn new(site: &'s Site<'_>, ledger: &Ledger<'_>, number: usize) -> Self {
        let volume = &ledger.volumes[number];
        let folder = ledger.folder(volume);
        let title = ledger.title(site, volume);
        let events = site.language.count(volume.events.len(), Counted::Events);
        let owner = &ledger.owner;
        let about = format!("{title}: {events}");
        let page = Page::new(site, owner.section, &folder, &title, &about);
        let root = page.root.as_str();
        let words = site.words();
        let list = match owner.section {
            Section::Topics => ("topics", words.topics),
            Section::Sources => ("sources", words.sources),
            _ => ("actors", words.actors),
        };
        let way = vec![
            Link::timeline(root, words.timeline),
            Link::new(format!("{root}{}/index.html", list.0), list.1),
            Link::new(format!("{root}{}index.html", owner.folder), &*owner.name),
        ];
        let neighbour = |number: Option<usize>| {
            let volume = ledger.volumes.get(number?)?;
            let href = format!("{root}{}index.html", ledger.folder(volume));
            Some(Link::new(href, ledger.title(site, volume)))
        };
        let own = &ledger.events[volume.events.clone()];
        LedgerPage {
            way,
            events,
            claims_lead: (!ledger.claims.is_empty()).then_some(match owner.section {
                Section::Sources => words.archive.claims_of_report,
                _ => words.archive.claims_of_actor,
            }),
            years: by_year(site, own, ledger.claims, owner.actor),
            previous: neighbour(number.checked_sub(1)),
            next: neighbour(Some(number + 1)),
            page,
        }
    }
}

/// The events of a report and the claims that it carries, a line each: they stand on its own
/// page, where they are few.
pub(super) fn lines_of_report<'s>(
    site: &'s Site<'_>,
    events: &[usize],
    claims: &[ClaimKey],
) -> Vec<LedgerYear<'s>> {
    by_year(site, &in_order(site, events, claims), claims, None)
}

/// Events in lines with those of some claims that are theirs, and with the role of an actor.
fn by_year<'s>(
    site: &'s Site<'_>,
    events: &[usize],
    claims: &[ClaimKey],
    actor: Option<&ActorId>,
) -> Vec<LedgerYear<'s>> {
    let years = events.chunk_by(|a, b| year(site, *a) == year(site, *b));
    let years = years.map(|events| {
        let year = events.first().and_then(|first| year(site, *first));
        let lines = events
            .iter()
            .map(|it| line(site, *it, claims_of(claims, *it), actor));
        LedgerYear {
            name: year.map_or(site.words().date_not_given.to_owned(), |it| {
                site.language.year(it)
            }),
            id: year.map_or("undated".to_owned(), |it| format!("y{it}")),
            lines: lines.collect(),
        }
    });
    years.collect()
}

fn line<'s>(
    site: &'s Site<'_>,
    number: usize,
    claims: &[ClaimKey],
    actor: Option<&ActorId>,
) -> Line<'s> {
    let event = &site.timeline.events.as_slice()[number];
    let language = site.language;
    let mut more = Vec::new();
    if event.status != Status::Happened {
        more.push(language.status(event.status));
    }
    let parts = event.actors.iter();
    let own = parts.filter(|part| actor == Some(&part.who));
    more.extend(
        own.filter_map(|part| part.role)
            .map(|role| language.role(role)),
    );
    Line {
        date: site.in_words(number).date,
        id: &event.id,
        title: &event.title,
        more: more.join(", "),
        claims: claims
            .iter()
            .map(|key| {
                let claim = site.relations.claim(*key).1;
                ClaimLine {
                    id: &claim.id,
                    text: &claim.text,
                    speaker: actor.is_none().then(|| site.speaker_name(&claim.by)),
                }
            })
            .collect(),
    }
}
