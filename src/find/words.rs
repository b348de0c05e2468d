//! The words of a text, as it is searched.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text, in small letters. Only where they certainly end is cut: what else
/// parts words, the script finds, which knows all letters.
pub(crate) fn words_of(text: &str) -> BTreeSet<String> {
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

/// The words of a text without case, accents and what else a reader may leave out: the same
/// that the script of the first page makes of it.
pub(super) fn folded(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.to_lowercase().nfkd() {
        match c {
            '.' => {}
            c if is_combining_mark(c) || is_format(c) => {}
            'ß' => plain.push_str("ss"),
            'ı' => plain.push('i'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ς' => plain.push('σ'),
            // Written without spaces: each letter is searched as a word.
            '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => {
                plain.push(' ');
                plain.push(c);
            }
            c => plain.push(c),
        }
    }
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a character only says how its neighbours are written (Unicode category Cf).
fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
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
    fn words_are_folded() {
        assert_eq!(folded("Łódź, U.S. CAFÉ"), ["lodz", "us", "cafe"]);
        assert_eq!(
            folded("习近平 й Straße"),
            ["习", "近", "平", "и", "strasse"]
        );
    }
}
