//! The pages.

#![allow(clippy::unnecessary_wraps, reason = "every output has this form")]

use std::sync::Arc;

use askama::Template;
use rayon::prelude::*;

use super::{File, Piece, RenderError, lesson, render};
use crate::edtf::Day;
use crate::model::{Amount, Days, Telling, Timeline};
use crate::views::{
    Accounts, AccountsPage, ActorPage, ActorsPage, BuilderPage, ChangePages, ChangesPage,
    ClaimsPage, EmbedEventPage, EmbedIndexPage, EventPage, Further, FurtherPage, IndexPage,
    KnownDaysPage, KnownPage, Ledger, LedgerPage, LessonPage, LessonsPage, SheetPage, Site,
    SourcePage, SourcesPage, TopicPage, TopicsPage, YearPage, YearsPage, day_path, days_with_pages,
    lesson_path, shown_on, under,
};

type Made = Result<Vec<File>, RenderError>;
type Pieces<'s> = Result<Vec<Piece<'s>>, RenderError>;

/// A page that is made when it is asked for.
fn later<'s, T: Template>(
    path: impl Into<Arc<str>>,
    view: impl Fn() -> T + Send + Sync + 's,
) -> Piece<'s> {
    Piece::new(path, move |bytes| render(&view(), bytes))
}

/// A page as a file of a folder of its own.
pub(super) fn page(path: String, template: &impl Template) -> Result<File, RenderError> {
    let mut bytes = Vec::new();
    match render(template, &mut bytes) {
        Ok(()) => Ok(File::new(path, bytes)),
        Err(error) => Err(RenderError { path, error }),
    }
}

pub(super) fn index<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    Ok(vec![later("index.html", || IndexPage::new(site))])
}

/// The pages by year of a large timeline.
pub(super) fn years<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let leaves = site.archive().leaves.iter().enumerate();
    let pages = leaves.map(|(number, leaf)| {
        let (events, beside) = site.archive().made_of(number);
        let basis = site.bases().of_events(events.iter().copied(), &beside);
        later(leaf.folder() + "index.html", move || {
            YearPage::new(site, number)
        })
        .resting_on(basis)
    });
    let lists = YearsPage::folders(site).into_iter().map(|(folder, span)| {
        later(folder + "index.html", move || {
            YearsPage::new(site, span.as_ref())
        })
    });
    Ok(pages.chain(lists).collect())
}

/// The pages on which all events of something stand, where they do not stand on its own.
fn ledger<'s>(site: &'s Site<'_>, ledger: Option<Ledger<'s>>) -> Vec<Piece<'s>> {
    let Some(ledger) = ledger else {
        return Vec::new();
    };
    let folders = ledger.folders();
    let ledger = Arc::new(ledger);
    let pages = folders.into_iter().enumerate().map(|(number, folder)| {
        let (events, beside) = ledger.made_of(number);
        let basis = site.bases().of_events(events.iter().copied(), &beside);
        let ledger = ledger.clone();
        later(folder + "index.html", move || {
            LedgerPage::new(site, &ledger, number)
        })
        .resting_on(basis)
    });
    pages.collect()
}

pub(super) fn claims<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    Ok(vec![later("claims/index.html", || {
        ClaimsPage::new(site, &Accounts::of(site))
    })])
}

pub(super) fn changes<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let pages = Arc::new(ChangePages::of(site));
    let folders: Vec<String> = pages.folders().collect();
    let newest = pages.clone();
    let newest = later("changes/index.html", move || ChangesPage::newest(&newest));
    let months = folders.into_par_iter().enumerate().map(|(number, folder)| {
        let (events, beside) = pages.made_of(number);
        let basis = site.bases().of_events(events, &beside);
        let pages = pages.clone();
        later(format!("{folder}index.html"), move || {
            ChangesPage::of_month(&pages, number, &folder)
        })
        .resting_on(basis)
    });
    let mut pieces: Vec<Piece<'_>> = months.collect();
    pieces.push(newest);
    Ok(pieces)
}

/// The further pages of lists that are too long for one: of claims, actors, topics, sources.
pub(super) fn lists<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    if !site.is_large() {
        return Ok(Vec::new());
    }
    let (accounts, further) = (Arc::new(Accounts::of(site)), Arc::new(Further::of(site)));
    let claims = accounts.leaves().into_par_iter().map(|leaf| {
        let (events, beside) = accounts.made_of(leaf);
        let basis = site.bases().of_events(events, &beside);
        let accounts = accounts.clone();
        later(accounts.folder_of(leaf) + "index.html", move || {
            AccountsPage::new(&accounts, leaf)
        })
        .resting_on(basis)
    });
    let mut pages: Vec<Piece<'_>> = claims.collect();
    let lists = further.leaves().into_iter().map(|leaf| {
        let further = further.clone();
        later(further.folder_of(leaf) + "index.html", move || {
            FurtherPage::new(&further, leaf)
        })
    });
    pages.extend(lists);
    Ok(pages)
}

pub(super) fn events<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let events = site.timeline.events.iter().enumerate();
    let pages = events.map(|(number, event)| {
        let last = site.timeline.events.len() - 1;
        let beside = number.saturating_sub(1)..=(number + 1).min(last);
        let basis = site.bases().of_events(beside, "event");
        later(format!("events/{}/index.html", event.id), move || {
            EventPage::new(site, number)
        })
        .resting_on(basis)
    });
    Ok(pages.collect())
}

/// Where the marks of a drawing of some events lead.
fn drawn(site: &Site<'_>, events: &[usize]) -> String {
    let pages = events.iter().map(|number| site.page_of_event(*number));
    pages.collect()
}

pub(super) fn actors<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let actors = site.timeline.actors.iter().enumerate();
    let pages = actors.flat_map(|(number, actor)| {
        let events = under(&site.events_of_actor, &actor.id);
        let claims = under(&site.claims_of_actor, &actor.id).iter();
        let numbers = events.iter().copied().chain(claims.map(|claim| claim.0));
        let basis = site.bases().of_events(numbers, &drawn(site, events));
        let own = later(format!("actors/{}/index.html", actor.id), move || {
            ActorPage::new(site, number)
        })
        .resting_on(basis);
        let more = ledger(site, ActorPage::ledger(site, number));
        std::iter::once(own).chain(more)
    });
    let list = later("actors/index.html", || ActorsPage::new(site));
    Ok(pages.chain([list]).collect())
}

pub(super) fn topics<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let topics = site.events_of_topic.iter();
    let pages = topics.flat_map(|(topic, events)| {
        let basis = site
            .bases()
            .of_events(events.iter().copied(), &drawn(site, events));
        let own = later(format!("topics/{topic}/index.html"), move || {
            TopicPage::new(site, topic, events)
        })
        .resting_on(basis);
        let more = ledger(site, TopicPage::ledger(site, topic, events));
        std::iter::once(own).chain(more)
    });
    let list = later("topics/index.html", || TopicsPage::new(site));
    Ok(pages.chain([list]).collect())
}

pub(super) fn sources<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let sources = site.timeline.sources.iter().enumerate();
    let pages = sources.flat_map(|(number, source)| {
        let events = under(&site.events_of_source, &source.id).iter().copied();
        let claims = under(&site.claims_of_source, &source.id).iter();
        let numbers = events.chain(claims.map(|claim| claim.0));
        let basis = site.bases().of_events(numbers, "source");
        let own = later(format!("sources/{}/index.html", source.id), move || {
            SourcePage::new(site, number)
        })
        .resting_on(basis);
        let more = ledger(site, SourcePage::ledger(site, number));
        std::iter::once(own).chain(more)
    });
    let list = later("sources/index.html", || SourcesPage::new(site));
    Ok(pages.chain([list]).collect())
}

pub(super) fn known<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let days: Arc<[Day]> = days_with_pages(site).into();
    if days.is_empty() {
        return Ok(Vec::new());
    }
    let known = Days::of(site.timeline, &site.changes.knowledge);
    let counts: Vec<(Day, Amount)> = days.iter().map(|day| (*day, known.amount(*day))).collect();
    let telling = Arc::new(Telling::of(site.timeline));
    let list = KnownDaysPage::new(site, &counts);
    let list = page("known/index.html".to_owned(), &list)?.into();
    let pages = days.par_iter().copied().map(|day| {
        let days = days.clone();
        let path = format!("{}index.html", day_path(day));
        if !site.is_large() {
            return later_of(
                path,
                move || site.timeline.as_of(day),
                move |then, bytes| render(&KnownPage::new(site, then, day, &days), bytes),
            );
        }
        let (shown, amount, telling) = (shown_on(&known, day), known.amount(day), telling.clone());
        let beside = format!("known {day} {amount:?}");
        let basis = site.bases().of_events(shown.iter().copied(), &beside);
        later_of(
            path,
            move || telling.part(&shown).as_of(day),
            move |then, bytes| render(&KnownPage::of_some(site, then, day, &days, amount), bytes),
        )
        .resting_on(basis)
    });
    let mut pages: Vec<Piece<'_>> = pages.collect();
    pages.push(list);
    Ok(pages)
}

/// A page of another timeline than the site's.
fn later_of<'s>(
    path: String,
    timeline: impl Fn() -> Timeline + Send + Sync + 's,
    write: impl Fn(&Site<'_>, &mut Vec<u8>) -> Result<(), askama::Error> + Send + Sync + 's,
) -> Piece<'s> {
    Piece::new(path, move |bytes| write(&Site::of(&timeline()), bytes))
}

pub(super) fn lessons(site: &Site<'_>) -> Made {
    let mut files: Vec<File> = site
        .lessons
        .par_iter()
        .map(|plan| {
            let path = lesson_path(&plan.lesson.id);
            let (mut files, offers) = lesson::downloads(site, plan)?;
            files.extend([
                page(
                    format!("{path}index.html"),
                    &LessonPage::new(site, plan).with_offers(offers),
                )?,
                page(
                    format!("{path}student/index.html"),
                    &SheetPage::handout(site, plan),
                )?,
                page(format!("{path}key/index.html"), &SheetPage::key(site, plan))?,
            ]);
            Ok(files)
        })
        .collect::<Result<Vec<_>, RenderError>>()?
        .into_iter()
        .flatten()
        .collect();
    if !files.is_empty() {
        let list = page("lessons/index.html".to_owned(), &LessonsPage::new(site))?;
        files.push(list);
    }
    if site.makes_lessons() {
        let new = page("lessons/new/index.html".to_owned(), &BuilderPage::new(site))?;
        files.push(new);
    }
    Ok(files)
}

/// What stands in frames on other pages.
pub(super) fn embeds<'s>(site: &'s Site<'_>) -> Pieces<'s> {
    let events = site.timeline.events.iter().enumerate();
    let pages = events.map(|(number, event)| {
        let basis = site.bases().of_events([number], "embed");
        later(format!("embed/events/{}.html", event.id), move || {
            EmbedEventPage::new(site, number)
        })
        .resting_on(basis)
    });
    let list = later("embed/index.html", || EmbedIndexPage::new(site));
    Ok(pages.chain([list]).collect())
}
