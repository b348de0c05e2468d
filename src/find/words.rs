//! The words of a text, as it is searched.

use std::collections::BTreeSet;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

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

/// The words of a text without case, accents and what else a reader may leave out.
pub(super) fn folded(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_folded(text, |word| words.push(word.to_owned()));
    words
}

/// Hands over the words of a text without case, accents and what else a reader may leave out:
/// the same that the script of the first page makes of it.
pub(crate) fn each_folded(text: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => word.push(c),
            'A'..='Z' => word.push(c.to_ascii_lowercase()),
            '.' => {}
            c if c.is_ascii() => end(&mut word, &mut take),
            c => {
                for c in c.to_lowercase() {
                    decompose_compatible(c, |c| put(c, &mut word, &mut take));
                }
            }
        }
    }
    end(&mut word, &mut take);
}

/// Puts a character to the word that is being read, or ends it.
fn put(c: char, word: &mut String, take: &mut impl FnMut(&str)) {
    match c {
        '.' => {}
        'ß' => word.push_str("ss"),
        'ı' => word.push('i'),
        'ł' => word.push('l'),
        'đ' => word.push('d'),
        'ø' => word.push('o'),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'ς' => word.push('σ'),
        // An apostrophe, though it counts as a letter.
        'ʼ' => end(word, take),
        c if is_combining_mark(c) || is_format(c) => {}
        // Each letter is searched as a word.
        c if is_spaceless(c) => {
            end(word, take);
            word.push(c);
        }
        c if c.is_alphanumeric() => word.push(c),
        _ => end(word, take),
    }
}

fn end(word: &mut String, take: &mut impl FnMut(&str)) {
    if !word.is_empty() {
        take(word);
        word.clear();
    }
}

/// Whether a character is of a script that is written without spaces: Han, Hiragana or
/// Katakana (Unicode property Script), as far as it is a letter and has no simpler form.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303b}'
        | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}'
        | '\u{30fd}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{16fe3}' | '\u{16ff0}'..='\u{16ff6}'
        | '\u{1aff0}'..='\u{1b167}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character only says how its neighbours are written (Unicode category Cf).
fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
        | '\u{890}'..='\u{891}' | '\u{8e2}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0001}' | '\u{e0020}'..='\u{e007f}')
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
        assert_eq!(
            folded("п\u{2bc}ять п’ять ΟΔΟΣ İzmir cafe\u{301} ﬁn a…b co\u{ad}op"),
            [
                "п", "ять", "п", "ять", "οδοσ", "izmir", "cafe", "fin", "ab", "coop"
            ]
        );
        assert_eq!(
            folded("コーヒー AB㎏c 人a"),
            ["コー", "ヒー", "abkgc", "人a"]
        );
    }
}
