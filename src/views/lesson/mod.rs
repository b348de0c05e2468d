//! Lessons: their list, a lesson's page, and what is printed of it – the handout for pupils
//! and the teacher's key.

mod builder;
mod line;
mod matter;
mod offer;
mod practice;
mod sheet;
mod task;

use askama::Template;

use super::page::{Link, Page, Section};
use super::site::Site;
use crate::markdown::Prose;
use crate::model::lesson::{LessonPlan, Outdated, Part};
use crate::schema::LessonRecord;
use crate::words::Counted;
use practice::{Control, Practice};

pub use builder::BuilderPage;
pub(crate) use line::{LineView, MarkView};
pub use matter::{Matter, PartOfMatter};
pub use offer::Offer;
pub use sheet::{SheetFile, SheetPage};
pub(crate) use task::{
    CompareView, Lettered, PairView, QuestionView, SequenceView, SignificanceView, SortView,
    SourcingView, TaskView, WhoSaidItView,
};

/// All lessons.
#[derive(Template)]
#[template(path = "lessons.html", whitespace = "minimize")]
pub struct LessonsPage<'s> {
    page: Page<'s>,
    lessons: Vec<LessonLine>,
}

/// A lesson in the list.
struct LessonLine {
    link: Link,
    question: String,
    facts: Vec<String>,
}

/// The page of a lesson.
#[derive(Template)]
#[template(path = "lesson.html", whitespace = "minimize")]
pub struct LessonPage<'s> {
    page: Page<'s>,
    /// Its id.
    id: &'s str,
    about: About,
    steps: Vec<Step>,
    events: Vec<EventLine>,
    changed: Vec<Changed>,
    /// The files that it can be taken away in.
    offers: Vec<Offer>,
}

/// What a lesson is about, for whom, and how long it takes.
pub(crate) struct About {
    pub title: String,
    pub whom: Option<String>,
    pub minutes: Option<String>,
    pub question: String,
    pub intro: Option<Prose>,
    pub standards: Vec<String>,
    pub vocabulary: Vec<(String, String)>,
    pub closing: Option<Prose>,
}

/// An activity, without what it consists of.
pub(crate) struct Activity {
    pub title: String,
    pub instructions: Prose,
    /// What the key has beyond what follows from the events.
    pub answer: Option<Prose>,
    pub minutes: Option<String>,
}

/// An activity, and how it can be done on the page itself.
struct Step {
    activity: Activity,
    practice: Option<Practice>,
}

/// An event of a lesson.
struct EventLine {
    link: Link,
    date: String,
}

/// An event that has changed since the lesson was written.
struct Changed {
    link: Link,
    parts: String,
}

/// The path of a lesson's page below the root.
pub fn lesson_path(id: &str) -> String {
    format!("lessons/{id}/")
}

impl<'s> LessonsPage<'s> {
    /// The list.
    pub fn new(site: &'s Site<'_>) -> Self {
        let words = &site.words().lessons;
        let page = Page::new(site, Section::Lessons, "lessons/", words.title, words.lead);
        let lessons = site.lessons.iter().map(|plan| {
            let about = About::of(site, plan.lesson);
            LessonLine {
                link: Link::new(format!("{}/index.html", plan.lesson.id), about.title),
                question: about.question,
                facts: about.whom.into_iter().chain(about.minutes).collect(),
            }
        });
        LessonsPage {
            lessons: lessons.collect(),
            page,
        }
    }
}

impl<'s> LessonPage<'s> {
    /// The page.
    pub fn new(site: &'s Site<'_>, plan: &'s LessonPlan<'_>) -> Self {
        let about = About::of(site, plan.lesson);
        let path = lesson_path(&plan.lesson.id);
        let mut page = Page::new(site, Section::Lessons, &path, &about.title, &about.question);
        let root = page.root.clone();
        let steps = plan.exercises.iter().map(|exercise| Step {
            activity: Activity::of(site, exercise.activity),
            practice: Practice::of(site, &exercise.task, &root),
        });
        let steps: Vec<Step> = steps.collect();
        for script in scripts(&steps) {
            page = page.with_script(script);
        }
        LessonPage {
            id: &plan.lesson.id,
            steps,
            events: (plan.events.iter())
                .map(|event| EventLine {
                    link: Link::event(&root, &event.id, &event.title),
                    date: site.language.date(&event.when),
                })
                .collect(),
            changed: (plan.outdated.iter())
                .map(|outdated| Changed::of(site, outdated, &root))
                .collect(),
            offers: Vec::new(),
            about,
            page,
        }
    }

    /// The page with files that the lesson can be taken away in.
    #[must_use]
    pub fn with_offers(mut self, offers: Vec<Offer>) -> Self {
        self.offers = offers;
        self
    }
}

/// The scripts by which activities are done, in the order in which they run.
fn scripts(steps: &[Step]) -> Vec<&'static str> {
    let practices = || steps.iter().filter_map(|step| step.practice.as_ref());
    let mut scripts = Vec::new();
    if practices().any(|practice| matches!(practice, Practice::Order(_))) {
        scripts.push("activity-order");
    }
    if practices().next().is_some() {
        scripts.push("activity");
    }
    scripts
}

impl About {
    fn of(site: &Site<'_>, lesson: &LessonRecord) -> Self {
        let prose = |text: &crate::schema::Markdown| Prose::new(&**text);
        About {
            title: lesson.title.to_string(),
            whom: lesson.whom.as_ref().map(ToString::to_string),
            minutes: lesson.minutes.map(|count| minutes(site, count.0)),
            question: lesson.question.to_string(),
            intro: lesson.intro.as_ref().map(prose),
            standards: (lesson.standards.iter())
                .map(|standard| match &standard.text {
                    Some(text) => format!("{}: {text}", standard.code),
                    None => standard.code.to_string(),
                })
                .collect(),
            vocabulary: (lesson.vocabulary.iter())
                .map(|entry| (entry.term.to_string(), entry.meaning.to_string()))
                .collect(),
            closing: lesson.closing.as_ref().map(prose),
        }
    }
}

impl Activity {
    fn of(site: &Site<'_>, activity: &crate::schema::Activity) -> Self {
        let (title, instructions) = site.words().lessons.kind(activity.kind());
        let own = activity.instructions().map(|text| &**text);
        Activity {
            title: activity
                .title()
                .map_or_else(|| title.to_owned(), ToString::to_string),
            instructions: Prose::new(own.unwrap_or(instructions)),
            answer: (activity.answer()).map(|text| Prose::new(&**text)),
            minutes: activity.minutes().map(|count| minutes(site, count.0)),
        }
    }
}

impl Changed {
    fn of(site: &Site<'_>, outdated: &Outdated<'_>, root: &str) -> Self {
        let event = outdated.event;
        let mut parts: Vec<&str> = (outdated.parts.iter())
            .map(|part| site.words().lessons.parts[number_of(part)])
            .collect();
        parts.dedup();
        Changed {
            link: Link::event(root, &event.id, &event.title),
            parts: site.language.list(&parts),
        }
    }
}

/// The place of a part among the words for them.
fn number_of(part: &Part) -> usize {
    match part {
        Part::Title => 0,
        Part::Status { .. } => 1,
        Part::When { .. } => 2,
        Part::Place { .. } => 3,
        Part::Actors => 4,
        Part::Summary => 5,
        Part::History => 6,
        Part::ClaimAdded(_) => 7,
        Part::ClaimChanged(_) => 8,
        Part::ClaimRemoved(_) => 9,
        Part::Corrected(_) => 10,
    }
}

fn minutes(site: &Site<'_>, number: u32) -> String {
    site.language.count(number as usize, Counted::Minutes)
}
