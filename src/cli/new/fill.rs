//! The values of a record that is begun: those that are given on the command line, and those
//! that are asked for.

use crate::begin::{Choice, Field, Form};
use crate::cli::ask::{Asker, Question, Stopped};
use crate::cli::{ERROR, Outcome};
use crate::model::Timeline;
use crate::text::one_line;

/// The values of keys, each with all that is given for it.
pub(super) type Values = Vec<(&'static str, Vec<String>)>;

/// How a key is given.
pub(super) struct Way {
    /// The key.
    pub(super) key: &'static str,
    /// How it is named on the command line.
    pub(super) option: &'static str,
    /// The words of the question, if it is asked for.
    pub(super) question: Option<&'static str>,
    /// What it is if nothing is said.
    pub(super) default: Option<&'static str>,
}

/// A key that is asked for.
pub(super) const fn asked(key: &'static str, option: &'static str, question: &'static str) -> Way {
    Way {
        key,
        option,
        question: Some(question),
        default: None,
    }
}

/// A key that can only be given.
pub(super) const fn given(key: &'static str, option: &'static str) -> Way {
    Way {
        key,
        option,
        question: None,
        default: None,
    }
}

/// A record that is filled in.
pub(super) struct Filling<'f> {
    pub(super) form: &'f Form,
    pub(super) ways: &'f [Way],
    pub(super) timeline: &'f Timeline,
    /// Who can be asked.
    pub(super) asker: Option<&'f dyn Asker>,
    /// What is wrong besides, of what is given.
    pub(super) wrong: Vec<String>,
    /// What is wrong besides if nobody is asked.
    pub(super) unasked: Vec<String>,
}

/// What was filled in.
pub(super) struct Filled {
    pub(super) values: Values,
    /// Whether somebody was asked for it.
    pub(super) asked: bool,
}

impl Filling<'_> {
    /// The values, all of them right. If one that has to be there is missing, whoever can be
    /// asked is asked for that and for what else can be said; if nobody can, all that is wrong
    /// is told at once.
    pub(super) fn fill(&self, values: Values) -> Result<Filled, Outcome> {
        let mut values: Values = (values.into_iter())
            .map(|(key, given)| (key, cleaned(given)))
            .collect();
        let mut wrong = self.wrong_values(&values);
        wrong.extend(self.wrong.iter().cloned());
        let missing = self.fields().filter(|(way, field)| {
            way.default.is_none() && field.shape.required && given_for(&values, way.key).is_empty()
        });
        let missing: Vec<String> = missing
            .map(|(way, field)| format!("{} is missing; {}", way.option, field.missing()))
            .collect();
        let asker = self
            .asker
            .filter(|_| wrong.is_empty() && !missing.is_empty());
        if let Some(asker) = asker {
            self.interview(asker, &mut values)
                .map_err(|stopped| stop(&stopped))?;
        } else {
            wrong.extend(missing);
            wrong.extend(self.unasked.iter().cloned());
        }
        if !wrong.is_empty() {
            return Err(faults(&wrong));
        }
        for way in self.ways {
            if let Some(default) = way.default
                && given_for(&values, way.key).is_empty()
            {
                put(&mut values, way.key, vec![default.to_owned()]);
            }
        }
        Ok(Filled {
            values,
            asked: asker.is_some(),
        })
    }

    fn fields(&self) -> impl Iterator<Item = (&Way, Field<'_>)> {
        (self.ways.iter()).filter_map(|way| Some((way, self.form.field(way.key)?)))
    }

    fn wrong_values(&self, values: &Values) -> Vec<String> {
        let mut wrong = Vec::new();
        for (way, field) in self.fields() {
            for value in given_for(values, way.key) {
                let told = field.wrong(value, self.timeline).into_iter();
                wrong.extend(told.map(|told| format!("{}: {told}", way.option)));
            }
        }
        wrong
    }

    /// Asks for all that is not given.
    fn interview(&self, asker: &dyn Asker, values: &mut Values) -> Result<(), Stopped> {
        for (way, field) in self.fields() {
            let Some(question) = way.question else {
                continue;
            };
            if !given_for(values, way.key).is_empty() {
                continue;
            }
            let choices = field.choices(self.timeline);
            // Nothing is declared that could be named.
            if choices.is_empty() && field.refers_to().is_some() {
                continue;
            }
            let mut answers: Vec<String> = Vec::new();
            loop {
                let one = One {
                    words: if answers.is_empty() { question } else { "And?" },
                    optional: !field.shape.required || !answers.is_empty(),
                    choices: (choices.iter())
                        .filter(|choice| !answers.iter().any(|known| of(known) == choice.value))
                        .cloned()
                        .collect(),
                };
                let answer = self.ask(asker, way, &field, &one)?;
                if answer.is_empty() {
                    break;
                }
                let role = match field.roles() {
                    roles if roles.is_empty() || answer.contains(':') => None,
                    roles => Some(self.role(asker, &field, &answer, &roles)?),
                };
                answers.push(match role.filter(|role| !role.is_empty()) {
                    Some(role) => format!("{answer}:{role}"),
                    None => answer,
                });
                if !field.takes_many() {
                    break;
                }
            }
            put(values, way.key, answers);
        }
        Ok(())
    }

    fn ask(
        &self,
        asker: &dyn Asker,
        way: &Way,
        field: &Field<'_>,
        one: &One<'_>,
    ) -> Result<String, Stopped> {
        let wrong = |answer: &str| match answer.trim() {
            "" if one.optional || way.default.is_some() => None,
            "" => Some("this cannot be left out".to_owned()),
            answer => Some(unquoted(&field.wrong(answer, self.timeline).join("; ")))
                .filter(|wrong| !wrong.is_empty()),
        };
        let leave = match (one.optional, field.takes_many()) {
            (true, true) => " Enter goes on.",
            (true, false) => " Enter leaves it out.",
            _ => "",
        };
        asker.ask(&Question {
            words: one.words,
            help: &format!("{}{leave}", unquoted(&one_line(&field.shape.doc))),
            default: way.default,
            choices: &one.choices,
            wrong: &wrong,
        })
    }

    fn role(
        &self,
        asker: &dyn Asker,
        field: &Field<'_>,
        who: &str,
        roles: &[Choice],
    ) -> Result<String, Stopped> {
        let wrong = |answer: &str| match answer.trim() {
            "" => None,
            role => Some(
                field
                    .wrong(&format!("{who}:{role}"), self.timeline)
                    .join("; "),
            )
            .filter(|wrong| !wrong.is_empty()),
        };
        asker.ask(&Question {
            words: &format!("What did {who} do in it?"),
            help: "The role. Enter leaves it out.",
            default: None,
            choices: roles,
            wrong: &wrong,
        })
    }
}

/// One question of those for a key.
struct One<'o> {
    words: &'o str,
    optional: bool,
    choices: Vec<Choice>,
}

/// What is given for a key.
pub(super) fn given_for<'v>(values: &'v Values, key: &str) -> &'v [String] {
    let found = values.iter().find(|(known, _)| *known == key);
    found.map(|(_, given)| given.as_slice()).unwrap_or_default()
}

/// The only value of a key.
pub(super) fn one_for<'v>(values: &'v Values, key: &str) -> Option<&'v str> {
    given_for(values, key).first().map(String::as_str)
}

/// All that is wrong, a line each.
pub(super) fn faults(wrong: &[String]) -> Outcome {
    let lines = wrong.iter().map(|line| format!("{ERROR}: {line}\n"));
    Outcome {
        err: lines.collect(),
        code: 2,
        ..Outcome::default()
    }
}

/// Nothing is done, since there was no answer.
pub(super) fn stop(stopped: &Stopped) -> Outcome {
    match &stopped.0 {
        Some(reason) => Outcome::fault(format_args!("nothing was written: {reason}")),
        None => Outcome {
            err: "nothing was written\n".to_owned(),
            code: 2,
            ..Outcome::default()
        },
    }
}

fn put(values: &mut Values, key: &'static str, given: Vec<String>) {
    match values.iter_mut().find(|(known, _)| *known == key) {
        Some((_, there)) => *there = given,
        None => values.push((key, given)),
    }
}

/// Without white space around, and each once. What is empty stays, to be told of.
fn cleaned(given: Vec<String>) -> Vec<String> {
    let mut cleaned: Vec<String> = Vec::new();
    for value in given {
        let value = value.trim().to_owned();
        if !cleaned.contains(&value) {
            cleaned.push(value);
        }
    }
    cleaned
}

/// Without the quotes that a value needs in YAML, and not in an answer.
fn unquoted(doc: &str) -> String {
    doc.replace("`\"", "`").replace("\"`", "`")
}

/// The id in what was answered for an actor: `biden:caller`.
fn of(answer: &str) -> &str {
    answer.split(':').next().unwrap_or(answer)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::schema::EventRecord;

    /// Somebody whose answers are known, and who keeps what was asked.
    struct Script {
        answers: RefCell<Vec<&'static str>>,
        asked: RefCell<Vec<String>>,
    }

    impl Asker for Script {
        fn ask(&self, question: &Question<'_>) -> Result<String, Stopped> {
            self.asked.borrow_mut().push(question.words.to_owned());
            let mut answers = self.answers.borrow_mut();
            if answers.is_empty() {
                return Err(Stopped(None));
            }
            let answer = answers.remove(0);
            match (question.wrong)(answer) {
                Some(wrong) => Err(Stopped(Some(wrong))),
                None => Ok(answer.to_owned()),
            }
        }
    }

    const WAYS: &[Way] = &[
        asked("title", "TITLE", "What?"),
        asked("when", "--when", "When?"),
        asked("kind", "--kind", "What kind?"),
        asked("actors", "--actor", "Who?"),
        asked("topics", "--topic", "About what?"),
    ];

    fn interviewed(answers: &[&'static str]) -> (Result<Values, Outcome>, Vec<String>) {
        let script = Script {
            answers: RefCell::new(answers.to_vec()),
            asked: RefCell::default(),
        };
        let filling = Filling {
            form: &Form::of::<EventRecord>().unwrap(),
            ways: WAYS,
            timeline: &Timeline::empty(),
            asker: Some(&script),
            wrong: Vec::new(),
            unasked: vec!["not told".to_owned()],
        };
        let given = vec![("when", vec![" 2024 ".to_owned()])];
        let filled = filling.fill(given).map(|filled| filled.values);
        (filled, script.asked.into_inner())
    }

    #[test]
    fn only_what_is_not_given_and_can_be_answered_is_asked() {
        // Nobody is declared who could take part.
        let (filled, asked) = interviewed(&["Talks", "call", "trade", "aid", ""]);
        assert_eq!(
            asked,
            ["What?", "What kind?", "About what?", "And?", "And?"]
        );
        let values = filled.unwrap();
        let given = |key| given_for(&values, key).join(" ");
        assert_eq!(given("title"), "Talks");
        assert_eq!(given("when"), "2024");
        assert_eq!(given("topics"), "trade aid");
    }

    #[test]
    fn answers_are_looked_over_and_stopping_is_told() {
        let (filled, _) = interviewed(&["Talks", "phon"]);
        let told = filled.unwrap_err().err;
        assert!(told.contains("`phon` is not a kind of event"), "{told}");
        let (filled, asked) = interviewed(&["Talks"]);
        assert_eq!(filled.unwrap_err().err, "nothing was written\n");
        assert_eq!(asked.len(), 2);
    }
}
