//! The pages.

use askama::Template;
use rayon::prelude::*;

use super::{File, RenderError, lesson};
use crate::views::{
    ActorPage, ActorsPage, BuilderPage, ChangesPage, ClaimsPage, EmbedEventPage, EmbedIndexPage,
    EventPage, IndexPage, KnownDaysPage, KnownPage, LessonPage, LessonsPage, SheetPage, Site,
    SourcePage, SourcesPage, TopicPage, TopicsPage, day_path, lesson_path,
};

type Made = Result<Vec<File>, RenderError>;

/// A page as a file of a folder of its own.
pub(super) fn page(path: String, template: &impl Template) -> Result<File, RenderError> {
    match template.render() {
        Ok(mut html) => {
            if !html.ends_with('\n') {
                html.push('\n');
            }
            Ok(File::new(path, html))
        }
        Err(error) => Err(RenderError { path, error }),
    }
}

pub(super) fn index(site: &Site<'_>) -> Made {
    Ok(vec![page("index.html".to_owned(), &IndexPage::new(site))?])
}

pub(super) fn claims(site: &Site<'_>) -> Made {
    Ok(vec![page(
        "claims/index.html".to_owned(),
        &ClaimsPage::new(site),
    )?])
}

pub(super) fn changes(site: &Site<'_>) -> Made {
    let mut files = vec![page(
        "changes/index.html".to_owned(),
        &ChangesPage::newest(site),
    )?];
    for month in ChangesPage::months(site) {
        files.push(page(
            format!("changes/{}/index.html", month.folder()),
            &ChangesPage::of_month(site, month),
        )?);
    }
    Ok(files)
}

pub(super) fn events(site: &Site<'_>) -> Made {
    let events = site.timeline.events.as_slice().par_iter().enumerate();
    events
        .map(|(number, event)| {
            page(
                format!("events/{}/index.html", event.id),
                &EventPage::new(site, number),
            )
        })
        .collect()
}

pub(super) fn actors(site: &Site<'_>) -> Made {
    let actors = site.timeline.actors.as_slice().par_iter().enumerate();
    let mut files: Vec<File> = actors
        .map(|(number, actor)| {
            page(
                format!("actors/{}/index.html", actor.id),
                &ActorPage::new(site, number),
            )
        })
        .collect::<Result<_, _>>()?;
    files.push(page(
        "actors/index.html".to_owned(),
        &ActorsPage::new(site),
    )?);
    Ok(files)
}

pub(super) fn topics(site: &Site<'_>) -> Made {
    let mut files: Vec<File> = site
        .events_of_topic
        .par_iter()
        .map(|(topic, events)| {
            page(
                format!("topics/{topic}/index.html"),
                &TopicPage::new(site, topic, events),
            )
        })
        .collect::<Result<_, _>>()?;
    files.push(page(
        "topics/index.html".to_owned(),
        &TopicsPage::new(site),
    )?);
    Ok(files)
}

pub(super) fn sources(site: &Site<'_>) -> Made {
    let sources = site.timeline.sources.as_slice().par_iter().enumerate();
    let mut files: Vec<File> = sources
        .map(|(number, source)| {
            page(
                format!("sources/{}/index.html", source.id),
                &SourcePage::new(site, number),
            )
        })
        .collect::<Result<_, _>>()?;
    files.push(page(
        "sources/index.html".to_owned(),
        &SourcesPage::new(site),
    )?);
    Ok(files)
}

pub(super) fn known(site: &Site<'_>) -> Made {
    let days = site.timeline.report_days();
    let made: Vec<_> = days
        .par_iter()
        .map(|day| {
            let timeline = site.timeline.as_of(*day);
            let then = Site::of(&timeline);
            let file = page(
                format!("{}index.html", day_path(*day)),
                &KnownPage::new(site, &then, *day, &days),
            )?;
            Ok((
                file,
                (*day, timeline.events.len(), timeline.claims().count()),
            ))
        })
        .collect::<Result<_, RenderError>>()?;
    let (mut files, counts): (Vec<File>, Vec<_>) = made.into_iter().unzip();
    if !days.is_empty() {
        files.push(page(
            "known/index.html".to_owned(),
            &KnownDaysPage::new(site, &counts),
        )?);
    }
    Ok(files)
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
pub(super) fn embeds(site: &Site<'_>) -> Made {
    let events = site.timeline.events.as_slice().par_iter().enumerate();
    let mut files: Vec<File> = events
        .map(|(number, event)| {
            page(
                format!("embed/events/{}/index.html", event.id),
                &EmbedEventPage::new(site, number),
            )
        })
        .collect::<Result<_, _>>()?;
    files.push(page(
        "embed/index.html".to_owned(),
        &EmbedIndexPage::new(site),
    )?);
    Ok(files)
}
