//! The activities of lessons, each with its place: what the rules about them walk over.

use crate::diagnostic::Origin;
use crate::model::{Lesson, Timeline};
use crate::schema::{Activity, Question};
use crate::yaml::Path;

/// An activity of a lesson, and where it stands.
pub(super) struct Exercise<'t> {
    /// The lesson.
    pub lesson: &'t Lesson,
    /// The activity.
    pub activity: &'t Activity,
    /// Its place in the lesson's file.
    pub at: Path,
}

/// The activities of all lessons.
pub(super) fn exercises(timeline: &Timeline) -> impl Iterator<Item = Exercise<'_>> {
    timeline.lessons.iter().flat_map(exercises_of)
}

/// The activities of a lesson.
pub(super) fn exercises_of(lesson: &Lesson) -> impl Iterator<Item = Exercise<'_>> {
    let activities = lesson.activities.iter().enumerate();
    activities.map(move |(number, activity)| Exercise {
        lesson,
        activity,
        at: lesson.at.key("activities").item(number),
    })
}

/// The questions of all lessons, each with its lesson and its place.
pub(super) fn questions(timeline: &Timeline) -> impl Iterator<Item = (&Lesson, &Question, Path)> {
    exercises(timeline).flat_map(
        |Exercise {
             lesson,
             activity,
             at,
         }| {
            let asked = match activity {
                Activity::Questions(task) => task.questions.as_slice(),
                _ => &[],
            };
            let asked = asked.iter().enumerate();
            asked
                .map(move |(number, question)| (lesson, question, at.key("questions").item(number)))
        },
    )
}

impl Exercise<'_> {
    /// The place of what it names under a key; of its events, where it names none, that of
    /// its kind.
    pub(super) fn named(&self, key: &'static str) -> Path {
        match self.activity.events() {
            Some([]) => self.at.key("kind"),
            _ => self.at.key(key),
        }
    }

    /// The value at a place in the lesson's file.
    pub(super) fn value(&self, at: Path) -> Origin {
        Origin::value(self.lesson.file, at)
    }
}
