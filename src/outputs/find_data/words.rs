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

/// The words of a text, in small letters. Only where they certainly end is cut: what else
/// parts words, the script finds, which knows all letters.
pub(super) fn words_of(text: &str) -> BTreeSet<String> {
    let parts = |c: char| {
        c.is_whitespace()
            || (c.is_ascii_punctuation() && c != '.')
            || ('\u{2010}'..='\u{205e}').contains(&c)
    };
    text.split(parts)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_they_end_and_nowhere_else() {
        let words = |text| words_of(text).into_iter().collect::<Vec<_>>();
        assert_eq!(
            words("The U.S.–China talks (“cold”)."),
            ["china", "cold", "talks", "the", "u.s"]
        );
        assert_eq!(
            words("Straße, STRASSE; semi-official"),
            ["official", "semi", "strasse", "straße"]
        );
        assert_eq!(
            words("п’ять днів у Києві\u{2028}їх"),
            ["днів", "києві", "п", "у", "ять", "їх"]
        );
        // An accent that is a character of its own is no end.
        assert_eq!(
            words("cafe\u{301}s замо\u{301}к"),
            ["cafe\u{301}s", "замо\u{301}к"]
        );
        assert!(words(" … – “” ").is_empty());
    }

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
