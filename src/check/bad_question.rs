//! A question that cannot be marked: no answer, or choices that do not work.

use std::collections::HashSet;

use super::Subject;
use super::exercise::questions;
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::model::Lesson;
use crate::schema::Question;
use crate::yaml::Path;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (lesson, question, at) in questions(subject.timeline) {
        found.extend(wrong(lesson, question, &at));
    }
}

fn wrong(lesson: &Lesson, question: &Question, at: &Path) -> Option<Diagnostic> {
    let complain = |at: Path, message: &str, help: &str| {
        let origin = Origin::value(lesson.file, at);
        Some(Diagnostic::new(names::BAD_QUESTION, origin, message).help(help))
    };
    let choices = &question.choices;
    if choices.is_empty() {
        return match question.answer {
            Some(_) => None,
            None => complain(
                at.key("ask"),
                "this question has no answer and no choices",
                "give it an `answer`, or `choices` of which one is `right: true`",
            ),
        };
    }
    if question.answer.is_some() {
        return complain(
            at.key("answer"),
            "this question has choices, and an answer beside them",
            "mark the right choice by `right: true`; why it is right stands under `because`",
        );
    }
    let right = choices.iter().filter(|choice| choice.is_right()).count();
    if choices.len() < 2 {
        return complain(
            at.key("choices"),
            "one choice is none",
            "add what is wrong, too",
        );
    }
    if right == 0 {
        return complain(
            at.key("choices"),
            "none of these choices is right",
            "write the right one as `{text: ..., right: true}`",
        );
    }
    if right == choices.len() {
        return complain(
            at.key("choices"),
            "all of these choices are right",
            "add what is wrong, too",
        );
    }
    let mut seen = HashSet::new();
    let same = (choices.iter()).position(|choice| !seen.insert(choice.text.to_lowercase()))?;
    let at = at.key("choices").item(same).key("text");
    complain(at, "another choice says the same", "remove one of them")
}
