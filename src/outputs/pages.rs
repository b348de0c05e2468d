//! The pages.

use askama::Template;
use rayon::prelude::*;

use super::{File, RenderError};
use crate::views::{
    ActorPage, ActorsPage, ChangesPage, ClaimsPage, EventPage, IndexPage, Site, SourcePage,
    SourcesPage, TopicPage, TopicsPage,
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
