//! `questions`: the teacher's own, with answers that rest on claims.

use super::{Ground, Told};
use crate::schema::{Choice, Question, QuestionsActivity};

/// Questions to be answered.
#[derive(Clone, Debug)]
pub struct Questions<'t> {
    /// The questions, in the order of the file.
    pub asked: Vec<Asked<'t>>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Asked<'t> {
    /// The question, with its answer or its choices. These are in the order of the file: a
    /// teacher may have written "none of these" last.
    pub question: &'t Question,
    /// The claims that the answer rests on.
    pub claims: Vec<Told<'t>>,
}

impl<'t> Questions<'t> {
    pub(super) fn of(task: &'t QuestionsActivity, ground: Ground<'_, 't>) -> Self {
        let asked = task.questions.iter().map(|question| Asked {
            question,
            claims: ground.claims(&question.claims),
        });
        Questions {
            asked: asked.collect(),
        }
    }
}

impl<'t> Asked<'t> {
    /// The choices that are right; none of a question without choices.
    pub fn right(&self) -> impl Iterator<Item = &'t Choice> {
        self.question
            .choices
            .iter()
            .filter(|choice| choice.is_right())
    }
}
