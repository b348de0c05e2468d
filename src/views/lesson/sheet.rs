//! What is printed of a lesson: the handout, and the same sheet filled in.

use askama::Template;

use super::task::TaskView;
use super::{About, Activity, lesson_path};
use crate::citation::{Reference, Rich, apa, chicago, mla};
use crate::model::lesson::LessonPlan;
use crate::schema::CitationStyle;
use crate::views::page::{Page, Section};
use crate::views::site::Site;

/// A handout, or the key to it.
#[derive(Template)]
#[template(path = "lesson/sheet.html", whitespace = "minimize")]
pub struct SheetPage<'s> {
    page: Page<'s>,
    /// Whether it is the teacher's key.
    key: bool,
    about: About,
    exercises: Vec<ExerciseView>,
    /// The reports that the lesson rests on, as they are cited.
    reports: Vec<Rich>,
}

/// An activity with what it consists of.
struct ExerciseView {
    activity: Activity,
    task: TaskView,
}

impl<'s> SheetPage<'s> {
    /// The handout for pupils, from which nothing leads to the key.
    pub fn handout(site: &'s Site<'_>, plan: &LessonPlan<'_>) -> Self {
        SheetPage::of(site, plan, false)
    }

    /// The teacher's key.
    pub fn key(site: &'s Site<'_>, plan: &LessonPlan<'_>) -> Self {
        SheetPage::of(site, plan, true)
    }

    fn of(site: &'s Site<'_>, plan: &LessonPlan<'_>, key: bool) -> Self {
        let words = &site.words().lessons;
        let about = About::of(site, plan.lesson);
        let (folder, what) = if key {
            ("key", words.key)
        } else {
            ("student", words.handout)
        };
        let path = format!("{}{folder}/", lesson_path(&plan.lesson.id));
        let title = format!("{}: {what}", about.title);
        let page = Page::new(site, Section::Lessons, &path, &title, &about.question);
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
