//! A question whose answer rests on no claim.

use super::Subject;
use super::exercise::questions;
use crate::diagnostic::{Diagnostic, Origin, names};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (lesson, question, at) in questions(subject.timeline) {
        let answered = question.answer.is_some() || !question.choices.is_empty();
        if question.claims.is_empty() && answered {
            found.push(
                Diagnostic::new(
                    names::ANSWER_WITHOUT_CLAIM,
                    Origin::value(lesson.file, at.key("ask")),
                    "the answer to this question rests on no claim",
                )
                .help("name what it rests on: `claims: [event-id/claim-id]`"),
            );
        }
    }
}
