//! Questions to somebody at a terminal.

use inquire::autocompletion::{Autocomplete, Replacement};
use inquire::error::CustomUserError;
use inquire::validator::{ErrorMessage, Validation};
use inquire::{InquireError, Text};

use crate::begin::Choice;

/// Somebody who can be asked.
pub trait Asker {
    /// The answer to a question, which is right.
    fn ask(&self, question: &Question<'_>) -> Result<String, Stopped>;
}

/// A question that is answered in a line.
pub struct Question<'q> {
    /// Its words.
    pub words: &'q str,
    /// What belongs there.
    pub help: &'q str,
    /// What is meant by an empty answer.
    pub default: Option<&'q str>,
    /// What can be chosen.
    pub choices: &'q [Choice],
    /// What is wrong with an answer, in words.
    pub wrong: &'q dyn Fn(&str) -> Option<String>,
}

/// There will be no answer: whoever was asked wants to stop, or, with the reason, cannot be
/// asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stopped(pub Option<String>);

/// Asks at the terminal, on standard error.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// How wide it is, in columns.
    pub columns: usize,
}

/// How many choices are shown at once.
const CHOICES: usize = 6;

impl Asker for Terminal {
    fn ask(&self, question: &Question<'_>) -> Result<String, Stopped> {
        let choices = Choices {
            all: question.choices,
            // What stands before each, and the end of the line.
            width: self.columns.saturating_sub(3),
        };
        // In brackets.
        let mut help = wrapped(question.help, self.columns.saturating_sub(3));
        if !question.choices.is_empty() {
            help += &wrapped("\nTab completes, ↓ chooses, Esc stops", self.columns);
        }
        let wrong = |answer: &str| -> Result<Validation, CustomUserError> {
            Ok(match (question.wrong)(&choices.meant(answer)) {
                Some(words) => {
                    let words = wrapped(&words, self.columns.saturating_sub(3));
                    Validation::Invalid(ErrorMessage::Custom(words))
                }
                None => Validation::Valid,
            })
        };
        let shown = |answer: &str| choices.meant(answer);
        let mut text = Text::new(question.words)
            .with_page_size(CHOICES)
            .with_help_message(&help)
            .with_autocomplete(choices)
            .with_validator(wrong)
            .with_formatter(&shown);
        text.default = question.default;
        match text.prompt() {
            Ok(answer) => Ok(choices.meant(&answer)),
            Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
                Err(Stopped(None))
            }
            Err(error) => Err(Stopped(Some(error.to_string()))),
        }
    }
}

/// What can be chosen, and how wide it may be shown.
#[derive(Clone, Copy)]
struct Choices<'q> {
    all: &'q [Choice],
    width: usize,
}

impl Choices<'_> {
    /// A choice as it is shown: with what it means, as far as there is room.
    fn shown(&self, choice: &Choice) -> String {
        if choice.note.is_empty() {
            return choice.value.clone();
        }
        let line = format!("{} – {}", choice.value, choice.note);
        if line.chars().count() <= self.width {
            return line;
        }
        let cut: String = line.chars().take(self.width.saturating_sub(1)).collect();
        format!("{}…", cut.trim_end())
    }

    /// What is meant by an answer: of a choice that is shown, its value.
    fn meant(&self, answer: &str) -> String {
        let chosen = self.all.iter().find(|choice| self.shown(choice) == answer);
        chosen
            .map_or(answer.trim(), |choice| &choice.value)
            .to_owned()
    }

    /// The choices that an input can become: first those that begin with it.
    fn fitting(&self, input: &str) -> Vec<&Choice> {
        let input = input.trim().to_lowercase();
        let (first, other): (Vec<_>, Vec<_>) = (self.all.iter())
            .filter(|choice| {
                choice.value.contains(&input) || choice.note.to_lowercase().contains(&input)
            })
            .partition(|choice| choice.value.starts_with(&input));
        first.into_iter().chain(other).collect()
    }
}

impl Autocomplete for Choices<'_> {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        let fitting = self.fitting(input);
        // What is written out needs no choice.
        if fitting.first().is_some_and(|choice| choice.value == input) {
            return Ok(Vec::new());
        }
        Ok(fitting.iter().map(|choice| self.shown(choice)).collect())
    }

    fn get_completion(
        &mut self,
        input: &str,
        highlighted: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        if let Some(line) = highlighted {
            return Ok(Some(self.meant(&line)));
        }
        let fitting = self.fitting(input);
        let begin = |choice: &&&Choice| choice.value.starts_with(input);
        let shared = fitting.iter().filter(begin).fold(None, |shared, choice| {
            Some(shared.map_or(choice.value.clone(), |shared: String| {
                let both = shared.chars().zip(choice.value.chars());
                both.take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
            }))
        });
        let longer = shared.filter(|shared| shared.len() > input.len());
        Ok(longer.or_else(|| match *fitting {
            [only] => Some(only.value.clone()),
            _ => None,
        }))
    }
}

/// Text in lines of at most so many characters, as far as its words allow.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let mut wrapped = String::new();
        for word in line.split(' ') {
            let needed = wrapped.chars().count() + 1 + word.chars().count();
            if !wrapped.is_empty() && needed > width {
                lines.push(std::mem::take(&mut wrapped));
            } else if !wrapped.is_empty() {
                wrapped.push(' ');
            }
            wrapped += word;
        }
        lines.push(wrapped);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Choice> {
        let choice = |(value, note): (&str, &str)| Choice {
            value: value.to_owned(),
            note: note.to_owned(),
        };
        let words = [
            ("biden", "Joe Biden"),
            ("xi", "Xi Jinping"),
            ("us-government", "The US government"),
            ("us-treasury", "The US Treasury"),
        ];
        words.map(choice).to_vec()
    }

    #[test]
    fn choices_are_found_by_id_and_by_name() {
        let all = all();
        let mut choices = Choices {
            all: &all,
            width: 20,
        };
        let shown = |input: &str| choices.clone().get_suggestions(input).unwrap();
        assert_eq!(shown("jin"), ["xi – Xi Jinping"]);
        assert_eq!(shown("us-t"), ["us-treasury – The U…"]);
        assert_eq!(shown("xi"), [""; 0]);
        assert_eq!(choices.meant("us-treasury – The U…"), "us-treasury");
        let mut complete = |input: &str| choices.get_completion(input, None).unwrap();
        assert_eq!(complete("u").as_deref(), Some("us-"));
        assert_eq!(complete("us-"), None);
        assert_eq!(complete("joe").as_deref(), Some("biden"));
        assert_eq!(complete("zzz"), None);
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrapped("one two three", 7), "one two\nthree");
        assert_eq!(wrapped("incomprehensible", 7), "incomprehensible");
    }
}
