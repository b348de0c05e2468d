//! The words of a paragraph as Markdown.

use super::address::{link_address, web_address};
use crate::import::Link;
use crate::markdown::{Block, Piece, Prose};
use crate::text::one_line;

/// How much care is taken that nothing becomes markup by accident.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// Only what is known to need it is escaped: the text stays easy to read.
    Light,
    /// All that could be markup is.
    Full,
}

/// A paragraph that shows just these pieces, and the pages it links to. It is read back to
/// be sure; where Markdown cannot say the look of some words, their look is given up, never
/// the words.
pub(super) fn paragraph(pieces: Vec<Piece>) -> (String, Vec<Link>) {
    let mut pieces = tidied(pieces);
    if pieces.is_empty() {
        return Default::default();
    }
    let links = links(&pieces);
    for care in [Care::Light, Care::Full] {
        let text = written(&pieces, care);
        if shows(&text, &pieces) {
            return (text, links);
        }
    }
    for piece in &mut pieces {
        (piece.strong, piece.emphasis) = (false, false);
    }
    let text = written(&pieces, Care::Full);
    if shows(&text, &pieces) {
        return (text, links);
    }
    let words: String = pieces.into_iter().map(|piece| piece.text).collect();
    let piece = Piece {
        text: words,
        ..Piece::default()
    };
    (written(&[piece], Care::Full), links)
}

/// The pages that the pieces link to, with the words of each link.
fn links(pieces: &[Piece]) -> Vec<Link> {
    let mut links = Vec::new();
    for same in pieces.chunk_by(|one, other| one.link == other.link) {
        let address = same.first().and_then(|piece| piece.link.as_deref());
        let Some(url) = address.and_then(web_address) else {
            continue;
        };
        let words: String = same.iter().map(|piece| piece.text.as_str()).collect();
        let words = one_line(&words);
        links.push(Link {
            title: (!words.is_empty() && words != url).then_some(words),
            url,
            ..Link::default()
        });
    }
    links
}

/// Text that is set out as it is written.
pub(super) fn code_block(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", text.trim_end())
}

/// The pieces without blanks at the ends of lines, and none of them empty; bare addresses
/// are links.
fn tidied(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut tidy: Vec<Piece> = Vec::new();
    let mut blank = String::new();
    let mut begun = false;
    for piece in pieces {
        let mut text = String::new();
        for c in piece.text.chars() {
            if c.is_whitespace() {
                // A line break swallows the blanks on both of its sides.
                match c {
                    '\n' if !blank.contains('\n') => "\n".clone_into(&mut blank),
                    _ if !blank.contains('\n') => blank.push(c),
                    _ => {}
                }
                continue;
            }
            if begun {
                text.push_str(&blank);
            }
            blank.clear();
            begun = true;
            text.push(c);
        }
        let piece = Piece { text, ..piece };
        match tidy.last_mut() {
            _ if piece.text.is_empty() => {}
            Some(last) if same_look(last, &piece) => last.text += &piece.text,
            _ => tidy.push(piece),
        }
    }
    tidy.into_iter().flat_map(with_links).collect()
}

fn same_look(one: &Piece, other: &Piece) -> bool {
    (one.strong, one.emphasis, one.code) == (other.strong, other.emphasis, other.code)
        && one.link == other.link
}

/// The piece, in which each address of a page is a link.
fn with_links(piece: Piece) -> Vec<Piece> {
    if piece.link.is_some() || piece.code || !piece.text.contains("://") {
        return vec![piece];
    }
    let mut pieces = Vec::new();
    let mut rest = piece.text.as_str();
    let mut before = String::new();
    let like = |text: String, link: Option<String>| Piece {
        text,
        link,
        ..piece.clone()
    };
    while let Some(at) = rest.find("http") {
        let free = !rest[..at].ends_with(char::is_alphanumeric);
        let address = bare_address(&rest[at..]);
        let Some(link) = link_address(address).filter(|link| free && link == address) else {
            before += &rest[..at + 4];
            rest = &rest[at + 4..];
            continue;
        };
        before += &rest[..at];
        if !before.is_empty() {
            pieces.push(like(std::mem::take(&mut before), None));
        }
        rest = &rest[at + address.len()..];
        pieces.push(like(link.clone(), Some(link)));
    }
    before += rest;
    if !before.is_empty() {
        pieces.push(like(before, None));
    }
    pieces
}

/// The address at the beginning of a text, without the marks of the sentence after it.
fn bare_address(text: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"“”„«»`\\^{|}".contains(c);
    // A longer one is followed by nobody.
    let mut letters = text.char_indices();
    let end = letters.by_ref().take(2000).find(|(_, c)| ends(*c));
    let end = match (end, letters.next()) {
        (Some((end, _)), _) => end,
        (None, None) => text.len(),
        (None, Some(_)) => return "",
    };
    let mut address = &text[..end];
    let mut unopened = address.matches(')').count();
    unopened = unopened.saturating_sub(address.matches('(').count());
    loop {
        let short = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', ']']);
        match short.strip_suffix(')') {
            Some(shorter) if unopened > 0 => {
                unopened -= 1;
                address = shorter;
            }
            _ if short == address => return address,
            _ => address = short,
        }
    }
}

/// Whether a text in Markdown is one paragraph with these pieces.
fn shows(text: &str, pieces: &[Piece]) -> bool {
    let blocks = Prose::new(text).blocks();
    let [Block::Paragraph(shown)] = blocks.as_slice() else {
        return false;
    };
    letters(shown).eq(letters(pieces))
}

/// All letters, each with its look; that of a blank cannot be seen.
fn letters(pieces: &[Piece]) -> impl Iterator<Item = (char, Option<(bool, bool, bool, &str)>)> {
    pieces.iter().flat_map(|piece| {
        let link = piece.link.as_deref().unwrap_or_default();
        let look = (piece.strong, piece.emphasis, piece.code, link);
        let letters = piece.text.chars();
        letters.map(move |c| (c, (!c.is_whitespace()).then_some(look)))
    })
}

fn written(pieces: &[Piece], care: Care) -> String {
    let mut out = String::new();
    for same in pieces.chunk_by(|one, other| one.link == other.link) {
        match same {
            [
                Piece {
                    link: Some(link),
                    text,
                    strong: false,
                    emphasis: false,
                    code: false,
                },
            ] if link == text && !link.contains(['<', '>', '\\', '&']) => {
                out += &format!("<{link}>");
            }
            [
                Piece {
                    link: Some(link), ..
                },
                ..,
            ] => {
                // After it the link would be an image.
                if out.ends_with('!') {
                    out.pop();
                    out += "\\!";
                }
                let (before, words, after) = apart(same);
                escaped(&before, care, &mut out);
                out.push('[');
                look(&words, care, &mut out);
                out.push(']');
                out += &format!("({})", destination(link));
                escaped(&after, care, &mut out);
            }
            _ => look(same, care, &mut out),
        }
    }
    out
}

/// The words as strong, emphasised and plain ones.
fn look(pieces: &[Piece], care: Care, out: &mut String) {
    for same in pieces.chunk_by(|one, other| one.strong == other.strong) {
        let strong = same.first().is_some_and(|piece| piece.strong);
        marked(if strong { "**" } else { "" }, same, out, |same, out| {
            for same in same.chunk_by(|one, other| one.emphasis == other.emphasis) {
                let emphasis = same.first().is_some_and(|piece| piece.emphasis);
                marked(if emphasis { "*" } else { "" }, same, out, |same, out| {
                    for piece in same {
                        if piece.code {
                            code(&piece.text, out);
                        } else {
                            escaped(&piece.text, care, out);
                        }
                    }
                });
            }
        });
    }
}

/// Words between marks, blanks at their ends outside.
fn marked(mark: &str, pieces: &[Piece], out: &mut String, inner: impl Fn(&[Piece], &mut String)) {
    if mark.is_empty() {
        return inner(pieces, out);
    }
    let (before, words, after) = apart(pieces);
    escaped(&before, Care::Full, out);
    if !words.is_empty() {
        out.push_str(mark);
        inner(&words, out);
        out.push_str(mark);
    }
    escaped(&after, Care::Full, out);
}

/// The blanks before and after some words, and the words.
fn apart(pieces: &[Piece]) -> (String, Vec<Piece>, String) {
    let mut words = pieces.to_vec();
    let mut before = String::new();
    while let Some(first) = words.first_mut() {
        let trimmed = first.text.trim_start();
        before += &first.text[..first.text.len() - trimmed.len()];
        first.text = trimmed.to_owned();
        if !first.text.is_empty() {
            break;
        }
        words.remove(0);
    }
    let mut after = String::new();
    while let Some(last) = words.last_mut() {
        let trimmed = last.text.trim_end();
        after.insert_str(0, &last.text[trimmed.len()..]);
        last.text.truncate(trimmed.len());
        if !last.text.is_empty() {
            break;
        }
        words.pop();
    }
    (before, words, after)
}

/// An address as Markdown has it after the words of a link.
fn destination(link: &str) -> String {
    let mut address = String::with_capacity(link.len());
    for c in link.chars() {
        match c {
            '(' | ')' | '\\' | '*' | '_' | '[' | ']' | '&' => address.extend(['\\', c]),
            '<' | '>' | ' ' => address += &format!("%{:02X}", u32::from(c)),
            c => address.push(c),
        }
    }
    // Most addresses need none of that.
    let plain =
        !link.contains(['<', '>', ' ', '\\', '(', ')', '*', '[', ']']) && !link.contains(';');
    if plain { link.to_owned() } else { address }
}

fn code(text: &str, out: &mut String) {
    let text = text.replace('\n', " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    *out += &format!("{fence}{pad}{text}{pad}{fence}");
}

/// Words in which nothing is markup.
fn escaped(text: &str, care: Care, out: &mut String) {
    let mut before = out.chars().next_back();
    let mut at_start = before.is_none_or(|c| c == '\n');
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        if c == '\n' {
            out.push_str("\\\n");
            at_start = true;
            before = Some(c);
            continue;
        }
        let escape = match care {
            Care::Full => c.is_ascii_punctuation() && !"'\",;:%?/$@".contains(c),
            Care::Light => is_markup(before, c, after),
        };
        if escape || (at_start && begins_a_block(before, c, after)) {
            out.push('\\');
        }
        out.push(c);
        // A number may begin a list: its dot is what matters.
        at_start = at_start && c.is_ascii_digit();
        before = Some(c);
    }
}

/// Whether a letter is likely to be taken for markup, within a line.
fn is_markup(before: Option<char>, c: char, after: &str) -> bool {
    let next = after.chars().next();
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match c {
        '\\' => next.is_none_or(|c| c.is_ascii_punctuation() || c == '\n'),
        '`' => true,
        '_' if word(before) && word(next) => false,
        '*' | '_' => !(blank(before) && blank(next)),
        ']' => next.is_some_and(|c| "(:".contains(c)),
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
        '&' => {
            let name = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '#');
            let name = name.into_iter().next().unwrap_or_default();
            !name.is_empty() && after[name.len()..].starts_with(';')
        }
        _ => false,
    }
}

/// Whether a letter at the beginning of a line would make it something else than a line.
fn begins_a_block(before: Option<char>, c: char, after: &str) -> bool {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let next = after.chars().next();
    match c {
        '#' | '>' | '=' | '~' | '`' | '|' => true,
        '+' => blank(next),
        '-' | '*' | '_' => blank(next) || next == Some(c),
        '.' | ')' => before.is_some_and(|c| c.is_ascii_digit()) && blank(next),
        _ => false,
    }
}
