//! A question whose answer rests on no claim.

use super::Subject;
use crate::diagnostic::{Diagnostic, Origin, names};
use crate::schema::Activity;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        for (n, activity) in lesson.activities.iter().enumerate() {
            let Activity::Questions(task) = activity else {
                continue;
            };
            for (m, question) in task.questions.iter().enumerate() {
                let answered = question.answer.is_some() || !question.choices.is_empty();
                if question.claims.is_empty() && answered {
                    let at = lesson.at.key("activities").item(n);
                    let at = at.key("questions").item(m).key("ask");
                    found.push(
                        Diagnostic::new(
                            names::ANSWER_WITHOUT_CLAIM,
                            Origin::value(lesson.file, at),
                            "the answer to this question rests on no claim",
                        )
                        .help("name what it rests on: `claims: [event-id/claim-id]`"),
                    );
                }
            }
        }
    }
}
