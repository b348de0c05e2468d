//! What is printed of a lesson: the handout, and the same sheet filled in.

use askama::Template;

use super::task::TaskView;
use super::{About, Activity, lesson_path};
use crate::citation::{Reference, Rich, apa, chicago, mla};
use crate::model::lesson::LessonPlan;
use crate::schema::CitationStyle;
use crate::views::page::{Link, NOWHERE, Page, Section, absolute};
use crate::views::site::Site;

/// A handout, or the key to it.
#[derive(Template)]
#[template(path = "lesson/sheet.html", whitespace = "minimize")]
pub struct SheetPage<'s> {
    page: Page<'s>,
    /// Whether it is the teacher's key.
    pub(crate) key: bool,
    pub(crate) about: About,
    pub(crate) exercises: Vec<ExerciseView>,
    /// The reports that the lesson rests on, as they are cited.
    pub(crate) reports: Vec<Rich>,
}

/// The same sheet as a file that needs no other, and knows of the site only what its address
/// is, where it has one.
#[derive(Template)]
#[template(path = "lesson/sheet_file.html", whitespace = "minimize")]
pub struct SheetFile<'s> {
    page: Page<'s>,
    key: bool,
    about: About,
    exercises: Vec<ExerciseView>,
    reports: Vec<Rich>,
    /// To the timeline.
    timeline: Link,
    style: &'s str,
    /// The style's digest, by which the page's policy lets it through.
    digest: &'s str,
}

/// An activity with what it consists of.
pub(crate) struct ExerciseView {
    pub activity: Activity,
    pub task: TaskView,
}

/// Where a sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the site.
    Site,
    /// In a file of its own.
    Apart,
}

impl<'s> SheetPage<'s> {
    /// The handout for pupils, from which nothing leads to the key.
    pub fn handout(site: &'s Site<'_>, plan: &LessonPlan<'_>) -> Self {
        SheetPage::of(site, plan, false, Place::Site)
    }

    /// The teacher's key.
    pub fn key(site: &'s Site<'_>, plan: &LessonPlan<'_>) -> Self {
        SheetPage::of(site, plan, true, Place::Site)
    }

    /// The handout or the key for a file that leaves the site: what it links to has its whole
    /// address, or is only named.
    pub fn apart(site: &'s Site<'_>, plan: &LessonPlan<'_>, key: bool) -> Self {
        SheetPage::of(site, plan, key, Place::Apart)
    }

    /// What it is called: the lesson, and which of its sheets.
    pub(crate) fn title(&self) -> &str {
        &self.page.title
    }

    /// The sheet as a file of HTML, with its style and the digest of that: `sha256-…`.
    pub fn into_file(self, style: &'s str, digest: &'s str) -> SheetFile<'s> {
        SheetFile {
            timeline: Link::timeline(&self.page.root, self.page.site),
            page: self.page,
            key: self.key,
            about: self.about,
            exercises: self.exercises,
            reports: self.reports,
            style,
            digest,
        }
    }

    fn of(site: &'s Site<'_>, plan: &LessonPlan<'_>, key: bool, place: Place) -> Self {
        let words = &site.words().lessons;
        let about = About::of(site, plan.lesson);
        let (folder, what) = if key {
            ("key", words.key)
        } else {
            ("student", words.handout)
        };
        let path = format!("{}{folder}/", lesson_path(&plan.lesson.id));
        let title = format!("{}: {what}", about.title);
        let mut page = Page::new(site, Section::Lessons, &path, &title, &about.question);
        if place == Place::Apart {
            let base = site.timeline.about.base_url.as_ref();
            page.root = base.map_or_else(|| NOWHERE.to_owned(), |base| absolute(base, ""));
        }
        let style = match plan.lesson.citations {
            CitationStyle::Mla => mla,
            CitationStyle::Apa => apa,
            CitationStyle::Chicago => chicago,
        };
        let reports = plan.reports.iter();
        SheetPage {
            key,
            exercises: (plan.exercises.iter())
                .map(|exercise| ExerciseView {
                    activity: Activity::of(site, exercise.activity),
                    task: TaskView::of(site, &exercise.task, &page.root),
                })
                .collect(),
            reports: reports
                .filter_map(|id| site.timeline.sources.get(id))
                .map(|source| style(&Reference::of_source(site.timeline, source, site.language)))
                .collect(),
            about,
            page,
        }
    }
}
