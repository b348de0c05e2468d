//! What a text may hold. Texts come from elsewhere, and stand between words of ours.

use std::borrow::Cow;

/// A text without line breaks and doubled spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a text on one line, about as many letters as are given; `…` tells that
/// there is more.
pub fn first_words(text: &str, most: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.']))
}

/// The first character that no text may hold.
pub fn unfit(text: &str) -> Option<char> {
    text.chars().find(|c| is_unfit(*c))
}

/// Whether no text may hold a character: one that HTML and XML do not allow.
pub fn is_unfit(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    // Unicode, 23.7: the last two of each plane, and 32 in between.
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    control || noncharacter
}

/// Whether a character turns the direction of the text (Unicode Annex 9, explicit
/// formatting).
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first character that turns the direction of the text, and that nothing turns back:
/// it would turn what stands after the text.
pub fn unclosed_direction(text: &str) -> Option<char> {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push((c, '\u{202c}')),
            '\u{2066}'..='\u{2068}' => open.push((c, '\u{2069}')),
            '\u{202c}' | '\u{2069}' if open.last().is_none_or(|(_, end)| *end != c) => {
                return Some(c);
            }
            '\u{202c}' | '\u{2069}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.first().map(|(c, _)| *c)
}

/// A text that does nothing to a terminal but set styles: names of files and arguments can
/// hold anything. Other control characters are named.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(acts) {
        out += &rest[..at];
        rest = &rest[at..];
        let style = style_at(rest);
        if style > 0 {
            out += &rest[..style];
            rest = &rest[style..];
        } else if let Some(c) = rest.chars().next() {
            out.extend(c.escape_default());
            rest = &rest[c.len_utf8()..];
        }
    }
    out += rest;
    Cow::Owned(out)
}

/// How long the setting of a style is with which a text begins (ECMA-48, SGR).
fn style_at(text: &str) -> usize {
    let Some(inside) = text.strip_prefix("\u{1b}[") else {
        return 0;
    };
    let numbers = inside.len()
        - inside
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == ';')
            .len();
    if inside[numbers..].starts_with('m') {
        numbers + 3
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_a_terminal_but_styles() {
        for (text, expected) in [
            ("a\tb\r\n", "a\tb\r\n"),
            (
                "\u{1b}[1m\u{1b}[91merror\u{1b}[0m",
                "\u{1b}[1m\u{1b}[91merror\u{1b}[0m",
            ),
            ("\u{1b}]0;title\u{7}x", "\\u{1b}]0;title\\u{7}x"),
            ("\u{1b}[2J\u{9b}31mä", "\\u{1b}[2J\\u{9b}31mä"),
            ("\u{1b}[12", "\\u{1b}[12"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }

    #[test]
    fn what_turns_the_text_has_to_turn_it_back() {
        for fine in [
            "plain",
            "a \u{202b}b\u{202c} c",
            "\u{2067}a\u{2066}b\u{2069}\u{2069}",
            "\u{200f}a",
        ] {
            assert_eq!(unclosed_direction(fine), None, "{fine:?}");
        }
        for (wrong, first) in [
            ("Ann \u{202e}eVil", '\u{202e}'),
            ("a\u{202c}b", '\u{202c}'),
            ("\u{2066}a\u{202c}", '\u{202c}'),
            ("\u{2066}a\u{202b}b\u{202c}", '\u{2066}'),
        ] {
            assert_eq!(unclosed_direction(wrong), Some(first), "{wrong:?}");
        }
    }

    #[test]
    fn the_first_words_are_whole() {
        assert_eq!(first_words("one  two\nthree", 13), "one two three");
        assert_eq!(first_words("one, two three", 6), "one…");
        assert_eq!(first_words("abcdef", 3), "abc…");
    }

    #[test]
    fn controls_and_noncharacters_are_unfit() {
        for c in [
            '\u{1}',
            '\u{7f}',
            '\u{85}',
            '\u{fffe}',
            '\u{1ffff}',
            '\u{fdd0}',
            '\r',
        ] {
            assert_eq!(unfit(&format!("a{c}")), Some(c));
        }
        assert_eq!(unfit("a\n\tb\u{fffd}\u{e000}"), None);
    }
}
