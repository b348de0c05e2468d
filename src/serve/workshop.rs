//! Making the site again and again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::{Changes, Content, Problems};
use crate::decode::{Before, decode, decode_again};
use crate::diagnostic::Report;
use crate::edtf::Day;
use crate::load::{Sources, load};
use crate::outputs::{RenderError, not_found_at, pieces};
use crate::views::Site;

/// Makes the site of a folder, as often as is asked for.
pub struct Workshop {
    folder: PathBuf,
    as_of: Option<Day>,
    /// What was read last.
    read: Option<Read>,
    /// What was decoded last.
    decoded: Option<Before>,
    /// What was made last.
    site: Option<Arc<Content>>,
}

/// What comes of reading: texts, with what is wrong about their bytes, or what kept them
/// from being read.
type Read = Result<(Arc<Sources>, Report), Vec<String>>;

/// What came of a change.
#[derive(Debug)]
pub struct Attempt {
    /// How it ended.
    pub end: End,
    /// How long it took.
    pub time: Duration,
    /// What is to be shown from now on.
    pub shown: Arc<Shown>,
}

/// How an attempt ended.
#[derive(Debug)]
pub enum End {
    /// The site was made.
    Made {
        /// What it was made of.
        sources: Arc<Sources>,
        /// Warnings, if any.
        report: Report,
        /// How many events it has.
        events: usize,
        /// What is new about it; nothing, if it is the first.
        changes: Option<Changes>,
    },
    /// The event files are wrong.
    Wrong {
        /// What is wrong.
        sources: Arc<Sources>,
        /// What about it.
        report: Report,
    },
    /// The event files cannot be read, or there is a fault of ours: what is told of that.
    Failed(Vec<String>),
}

/// What a browser is shown.
#[derive(Debug)]
pub struct Shown {
    /// The last good site.
    pub site: Option<Arc<Content>>,
    /// What pages are told, as JSON.
    pub message: String,
}

#[derive(Serialize)]
struct Message<'m> {
    /// Which site is shown; empty, if none is.
    site: &'m str,
    folder: &'m str,
    #[serde(flatten)]
    problems: &'m Problems,
}

impl Workshop {
    /// A workshop for this folder, that shows what was known on a day, or all.
    pub fn new(folder: &Path, as_of: Option<Day>) -> Self {
        Workshop {
            folder: folder.to_owned(),
            as_of,
            read: None,
            decoded: None,
            site: None,
        }
    }

    /// Reads the folder, and makes the site, if any file is not as it was the last time.
    /// Tells when it begins to.
    pub fn attempt(&mut self, begun: &dyn Fn()) -> Option<Attempt> {
        let start = Instant::now();
        let read = self.read();
        if self.read.as_ref().is_some_and(|last| same(last, &read)) {
            return None;
        }
        begun();
        // A fault of ours must not end the preview; the terminal tells of it.
        let made = catch_unwind(AssertUnwindSafe(|| self.make(&read)));
        self.read = Some(read);
        let (end, problems) = made.unwrap_or_else(|_| {
            failed(vec![
                "this is a fault of Dateline's own, of which the terminal says more".to_owned(),
            ])
        });
        Some(Attempt {
            end,
            time: start.elapsed(),
            shown: Arc::new(self.shown(&problems)),
        })
    }

    fn read(&self) -> Read {
        let (sources, report) = load(&self.folder)
            .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        if sources.iter().next().is_none() {
            return Err(vec![format!(
                "{}: there are no event files (`.yaml`) in this folder",
                self.folder.display()
            )]);
        }
        Ok((Arc::new(sources), report))
    }

    fn make(&mut self, read: &Read) -> (End, Problems) {
        let (sources, found) = match read {
            Ok(read) => read,
            Err(messages) => return failed(messages.clone()),
        };
        let (timeline, report) = match self.decoded.take() {
            Some(before) => decode_again(sources, before),
            None => decode(sources),
        };
        let before = Before {
            sources: Arc::clone(sources),
            timeline,
            report,
        };
        let Before {
            timeline, report, ..
        } = self.decoded.insert(before);
        let mut found = found.clone();
        found.extend(report.iter().cloned());
        let report = crate::check::check(timeline, found);
        let problems = Problems::of(&report, sources);
        let sources = Arc::clone(sources);
        if report.errors() > 0 {
            return (End::Wrong { sources, report }, problems);
        }
        let then;
        let site = match self.as_of {
            Some(day) => {
                then = timeline.as_of(day);
                Site::of(&then).as_of(day)
            }
            None => Site::of(timeline),
        };
        let events = site.timeline.events.len();
        let content = match content(&site, self.site.as_deref()) {
            Ok(content) => content,
            Err(error) => return failed(vec![error.to_string()]),
        };
        let changes = self.site.as_ref().map(|last| content.changes(last));
        self.site = Some(Arc::new(content));
        let end = End::Made {
            sources,
            report,
            events,
            changes,
        };
        (end, problems)
    }

    fn shown(&self, problems: &Problems) -> Shown {
        let message = Message {
            site: self.site.as_ref().map_or("", |site| site.id()),
            folder: &self.folder.display().to_string(),
            problems,
        };
        Shown {
            message: serde_json::to_string(&message).unwrap_or_default(),
            site: self.site.clone(),
        }
    }
}

fn content(site: &Site<'_>, before: Option<&Content>) -> Result<Content, RenderError> {
    // In a small one pages number the events, and all of it is made in no time.
    let before = before.filter(|_| site.is_large());
    Content::of(pieces(site)?, not_found_at(site, "/")?, before)
}

fn failed(messages: Vec<String>) -> (End, Problems) {
    let problems = Problems::messages(&messages);
    (End::Failed(messages), problems)
}

/// Whether the same would come of both.
fn same(before: &Read, after: &Read) -> bool {
    match (before, after) {
        (Ok((before, _)), Ok((after, _))) => before
            .iter()
            .map(|(_, file)| (&file.name, &file.text, file.readable))
            .eq(after
                .iter()
                .map(|(_, file)| (&file.name, &file.text, file.readable))),
        (Err(before), Err(after)) => before == after,
        _ => false,
    }
}
