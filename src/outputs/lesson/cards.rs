//! Cards to learn with, as a table that Anki imports: front, back, tags, and an id by which a
//! second import changes a card and does not double it. Quizlet takes the first two columns.
//!
//! Texts are plain and each on one line, since Quizlet knows no quotation marks around them.

use super::super::lasting_id::uuid;
use crate::model::lesson::{LessonPlan, Task};
use crate::schema::Id;
use crate::text::one_line;
use crate::views::{QuestionView, SheetPage, Site, TaskView};

/// The file; nothing where there is nothing to learn so.
pub(super) fn cards(
    site: &Site<'_>,
    plan: &LessonPlan<'_>,
    key: &SheetPage<'_>,
) -> Option<Vec<u8>> {
    let mut deck = Deck {
        site,
        lesson: plan.lesson.id.as_str(),
        rows: Vec::new(),
    };
    for (term, meaning) in &key.about.vocabulary {
        deck.card("word", term, term, meaning);
    }
    for (exercise, shown) in plan.exercises.iter().zip(&key.exercises) {
        match (&exercise.task, &shown.task) {
            (Task::WhoSaidIt(task), TaskView::WhoSaidIt(view)) => {
                for (statement, (_, text, letter)) in task.statements.iter().zip(&view.statements) {
                    let mut speakers = view.speakers.iter();
                    let Some((_, name)) = speakers.find(|(one, _)| one == letter) else {
                        continue;
                    };
                    let reports = statement.told.claim.reported_by.iter();
                    let reports: Vec<&str> = reports
                        .map(|report| site.source_name(&report.source))
                        .collect();
                    let front = format!("{} {text}", site.words().downloads.who_says_it);
                    let back = format!("{name} – {}", reports.join("; "));
                    let id = statement.told.reference().to_string();
                    deck.card("statement", &id, &front, &back);
                }
            }
            (_, TaskView::Questions(asked)) => {
                for question in asked {
                    let (front, back) = sides(question);
                    deck.card("question", &question.ask, &front, &back);
                }
            }
            _ => {}
        }
    }
    if deck.rows.is_empty() {
        return None;
    }
    // Two colons would make a deck within a deck.
    let name = one_line(&key.about.title).replace("::", ":");
    let heads = format!(
        "#separator:tab\n#html:false\n#notetype:Basic\n#deck:{name}\n\
         #columns:Front\tBack\tTags\tId\n#tags column:3\n#guid column:4\n"
    );
    Some((heads + &deck.rows.concat()).into_bytes())
}

/// A question with its choices, and its answer with what that rests on.
fn sides(question: &QuestionView) -> (String, String) {
    let mut front = question.ask.clone();
    let mut back: Vec<String> = Vec::new();
    for (letter, text, right) in &question.choices {
        front += &format!(" {letter}) {text}");
        if *right {
            back.push(format!("{letter}) {text}"));
        }
    }
    let told = [&question.answer, &question.because].into_iter().flatten();
    back.extend(told.map(crate::markdown::Prose::text));
    (front, back.join(" – "))
}

struct Deck<'d> {
    site: &'d Site<'d>,
    lesson: &'d str,
    rows: Vec<String>,
}

impl Deck<'_> {
    /// Adds a card; what names it among its kind names it for ever.
    fn card(&mut self, kind: &str, name: &str, front: &str, back: &str) {
        let timeline = self.site.timeline.about.lasting_name();
        let id = uuid(timeline, &format!("card/{}/{kind}/{name}", self.lesson));
        let row = format!(
            "{}\t{}\tdateline {} {kind}\t{id}\n",
            field(front),
            field(back),
            self.lesson
        );
        // What is asked twice is learnt once.
        if !self
            .rows
            .iter()
            .any(|other| other.ends_with(&format!("{id}\n")))
        {
            self.rows.push(row);
        }
    }
}

/// A text as a field. One that begins with a quotation mark or a `#`, which would be read as
/// something else, stands in quotation marks.
fn field(text: &str) -> String {
    let text = one_line(text);
    if text.starts_with(['"', '#']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_stays_one() {
        assert_eq!(field("a\tb\n c \"d\""), "a b c \"d\"");
        assert_eq!(field("\"So\", he said"), "\"\"\"So\"\", he said\"");
        assert_eq!(field("#1"), "\"#1\"");
    }
}
