//! The words by which events are found.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// All words, and where each occurs. The script strips them of case and accents: it must do
/// the same with what a reader types, and both are done at one place.
#[derive(Serialize)]
pub(super) struct Words {
    /// The words, a space between two.
    words: String,
    /// Of each word the numbers that it occurs under: each less the one before it, a comma
    /// between two; a space before the next word's.
    under: String,
}

impl Words {
    /// Of texts of which each goes by its number, given by their words.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t BTreeSet<&'t str>>) -> Self {
        let mut under: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (number, words) in texts.enumerate() {
            for word in words {
                under.entry(word).or_default().push(number);
            }
        }
        Words {
            words: under.keys().copied().collect::<Vec<_>>().join(" "),
            under: under
                .values()
                .map(|numbers| steps(numbers))
                .collect::<Vec<_>>()
                .join(" "),
        }
    }
}

/// Each number less the one before it.
fn steps(numbers: &[usize]) -> String {
    let mut before = 0;
    let steps = numbers.iter().map(|number| {
        let step = number - before;
        before = *number;
        step.to_string()
    });
    steps.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::find::words_of;

    #[test]
    fn where_words_occur_is_told_by_steps() {
        let texts = ["a b", "b", "a c", "b"].map(words_of);
        let texts: Vec<BTreeSet<&str>> = texts
            .iter()
            .map(|words| words.iter().map(String::as_str).collect())
            .collect();
        let words = Words::of(texts.iter());
        assert_eq!(words.words, "a b c");
        assert_eq!(words.under, "0,2 0,1,2 2");
    }
}
