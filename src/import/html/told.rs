//! What was changed, each thing once.

use std::collections::HashMap;

/// Phrases in the order in which they were first said, with how often.
#[derive(Default)]
pub(super) struct Told {
    phrases: Vec<(String, usize)>,
    at: HashMap<String, usize>,
}

impl Told {
    pub(super) fn tell(&mut self, phrase: impl Into<String>) {
        let phrase = phrase.into();
        if let Some(at) = self.at.get(&phrase) {
            self.phrases[*at].1 += 1;
        } else {
            self.at.insert(phrase.clone(), self.phrases.len());
            self.phrases.push((phrase, 1));
        }
    }

    pub(super) fn into_phrases(self) -> Vec<String> {
        let phrases = self.phrases.into_iter();
        phrases
            .map(|(phrase, times)| match times {
                1 => phrase,
                _ => format!("{phrase} ({times} times)"),
            })
            .collect()
    }
}
