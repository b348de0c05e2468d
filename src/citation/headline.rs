//! English titles in the capitals of headlines, as the MLA and Chicago set them.

/// Words that stay small unless they are the first or the last: articles, conjunctions
/// that join equals, and prepositions, however long.
const SMALL: &[&str] = &[
    "a",
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "alongside",
    "amid",
    "amidst",
    "among",
    "amongst",
    "an",
    "and",
    "around",
    "as",
    "aside",
    "at",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "but",
    "by",
    "circa",
    "despite",
    "down",
    "during",
    "except",
    "for",
    "from",
    "given",
    "in",
    "inside",
    "into",
    "like",
    "near",
    "nor",
    "notwithstanding",
    "of",
    "off",
    "on",
    "onto",
    "or",
    "out",
    "outside",
    "over",
    "per",
    "plus",
    "since",
    "so",
    "than",
    "the",
    "through",
    "throughout",
    "till",
    "to",
    "toward",
    "towards",
    "under",
    "underneath",
    "until",
    "unto",
    "up",
    "upon",
    "versus",
    "via",
    "vs",
    "with",
    "within",
    "without",
    "yet",
];

/// A title with capitals at its first and last word, after a colon, a question or an
/// exclamation mark, and at every word that is not small by rule. Words with a capital in
/// them stay as they are printed.
pub(super) fn headline(title: &str) -> String {
    let words = words(title);
    let last = words.len().saturating_sub(1);
    let mut out = String::with_capacity(title.len());
    let mut done = 0;
    for (number, (from, to)) in words.iter().copied().enumerate() {
        out.push_str(&title[done..from]);
        done = to;
        let word = &title[from..to];
        let before = if number == 0 { 0 } else { words[number - 1].1 };
        let opens = number == 0 || title[before..from].contains([':', '?', '!']);
        // The first part of a compound counts, whatever it is: "Up-to-Date".
        let leads = title[to..].starts_with('-') && !title[..from].ends_with('-');
        let closes = number == last;
        let long = word.chars().nth(1).is_some();
        let small = SMALL.binary_search(&word).is_ok();
        // What stands in angle brackets is a sign, and not a word.
        let sign = word.contains(['<', '>']) || is_lone_greek(word);
        let raise = opens || (long && (leads || closes || !small));
        if raise && is_lower(word) && !sign {
            let mut letters = word.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(letters.as_str());
        } else {
            out.push_str(word);
        }
    }
    out.push_str(&title[done..]);
    out
}

/// Whether making a word small leaves it as it is.
fn is_lower(word: &str) -> bool {
    if word.is_ascii() {
        !word.bytes().any(|byte| byte.is_ascii_uppercase())
    } else {
        word == word.to_lowercase()
    }
}

/// A Greek letter alone is a sign and no word.
fn is_lone_greek(word: &str) -> bool {
    let mut letters = word.chars();
    matches!(
        (letters.next(), letters.next()),
        (Some('\u{370}'..='\u{3ff}'), None)
    )
}

/// Where the words begin and end. An apostrophe within a word belongs to it.
fn words(title: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut letters = title.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let goes_on = |next: Option<&(usize, char)>| next.is_some_and(|(_, c)| c.is_alphanumeric());
        let inside = match letter {
            '\'' | '’' => start.is_some() && goes_on(letters.peek()),
            other => !other.is_whitespace() && !is_mark(other),
        };
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, title.len())));
    words
}

fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '-' | '–'
            | '—'
            | '/'
            | '.'
            | ','
            | ';'
            | '?'
            | '!'
            | ':'
            | '['
            | ']'
            | '('
            | ')'
            | '"'
            | '‘'
            | '“'
            | '”'
            | '«'
            | '»'
            | '„'
            | '…'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_counts_has_a_capital() {
        let cases = [
            (
                "US confirms warning allies about China's support for Russia's war in recent months",
                "US Confirms Warning Allies about China's Support for Russia's War in Recent Months",
            ),
            ("what they agreed on", "What They Agreed On"),
            ("talks: the next step", "Talks: The Next Step"),
            ("is it done? a look back", "Is It Done? A Look Back"),
            (
                "state-of-the-art and up-to-date plans",
                "State-of-the-Art and Up-to-Date Plans",
            ),
            (
                "the \"inner\" circle – who said what",
                "The \"Inner\" Circle – Who Said What",
            ),
            (
                "iPhone maker's plan, e.g. this vs. that",
                "iPhone Maker's Plan, e.g. This vs. That",
            ),
            ("the α particle and don't", "The α Particle and Don't"),
            ("", ""),
        ];
        for (printed, set) in cases {
            assert_eq!(headline(printed), set);
        }
    }

    #[test]
    fn the_small_words_are_in_order_and_small() {
        assert!(SMALL.is_sorted());
        assert!(SMALL.iter().all(|word| *word == word.to_lowercase()));
    }
}
