//! The words of dates and spans, and the reading of a phrase into them.

use super::strict;
use super::when::{Part, When};
use crate::edtf::error::month_name;

/// A word, a number or a sign of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A date in figures: `2031`, `2031-05-03`, `3.5.2031`.
    Date(When),
    /// A number of one to three digits.
    Number {
        value: u16,
        digits: usize,
    },
    /// `3rd`, "third".
    Ordinal(u8),
    /// The last one.
    Last,
    /// `1930s`.
    Decade(u16),
    /// A month by its name.
    Month(u8),
    /// A season, by its code.
    Season(u8),
    /// "quarter", "half", "week", "century".
    Quarter,
    Half,
    Week,
    Century,
    /// "early", "mid", "late".
    Part(Part),
    /// "BC" (true) or "AD".
    Era(bool),
    /// "around".
    Approximate,
    /// "probably".
    Uncertain,
    /// "before", without the date itself.
    Before,
    /// "by", "on or before".
    By,
    /// "until": before, or to.
    Until,
    /// "after", without the date itself.
    After,
    /// "on or after".
    NotBefore,
    /// "since".
    Since,
    From,
    Between,
    To,
    And,
    Or,
    /// "on", which may mean "onwards" at the end.
    On,
    Onwards,
    OrEarlier,
    /// "present", as an end.
    Present,
    /// "year", before its number.
    Year,
    /// What adds nothing: "of", "the", a day of the week.
    Skip,
    Comma,
    Hyphen,
    /// A longer dash.
    Dash,
    Slash,
    Apostrophe,
}

/// Words that belong together; longer ones before their beginnings.
const PHRASES: &[(&[&str], Token)] = &[
    (&["on", "or", "before"], Token::By),
    (&["at", "or", "before"], Token::By),
    (&["no", "later", "than"], Token::By),
    (&["not", "later", "than"], Token::By),
    (&["not", "after"], Token::By),
    (&["at", "the", "latest"], Token::OrEarlier),
    (&["or", "earlier"], Token::OrEarlier),
    (&["or", "before"], Token::OrEarlier),
    (&["and", "earlier"], Token::OrEarlier),
    (&["and", "before"], Token::OrEarlier),
    (&["on", "or", "after"], Token::NotBefore),
    (&["no", "earlier", "than"], Token::NotBefore),
    (&["not", "earlier", "than"], Token::NotBefore),
    (&["not", "before"], Token::NotBefore),
    (&["at", "the", "earliest"], Token::Onwards),
    (&["or", "later"], Token::Onwards),
    (&["or", "after"], Token::Onwards),
    (&["and", "later"], Token::Onwards),
    (&["and", "after"], Token::Onwards),
    (&["and", "onwards"], Token::Onwards),
    (&["and", "on"], Token::Onwards),
    (&["prior", "to"], Token::Before),
    (&["earlier", "than"], Token::Before),
    (&["later", "than"], Token::After),
    (&["up", "to"], Token::Until),
    (&["up", "until"], Token::Until),
    (&["as", "from"], Token::From),
    (&["starting", "from"], Token::From),
    (&["latter", "half"], Token::Part(Part::Half(2))),
    (&["or", "so"], Token::Approximate),
    (&["on", "or", "about"], Token::Approximate),
    (&["some", "time", "in"], Token::Skip),
];

/// Reads a phrase, or nothing where a word or sign is not known.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut pieces = Vec::new();
    let mut text = text.to_owned();
    for dash in ["-->", "->", "→", "--", "...", "..", "…"] {
        text = text.replace(dash, "—");
    }
    for chunk in text.split_whitespace() {
        pieces_of(chunk, &mut pieces)?;
    }
    let mut tokens = Vec::new();
    let mut rest = pieces.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let phrase = PHRASES.iter().find(|(words, _)| {
            let begins =
                |part: &[Piece]| part.iter().zip(*words).all(|(piece, word)| piece == word);
            rest.get(..words.len()).is_some_and(begins)
        });
        if let Some((words, token)) = phrase {
            tokens.push(token.clone());
            rest = rest.get(words.len()..).unwrap_or_default();
            continue;
        }
        tokens.push(match first {
            Piece::Token(token) => token.clone(),
            Piece::Word(word) => token_of(word)?,
        });
        rest = after;
    }
    Some(tokens)
}

/// A piece of a phrase: a word in small letters, or what is known already.
enum Piece {
    Word(String),
    Token(Token),
}

impl PartialEq<&str> for Piece {
    fn eq(&self, word: &&str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '\u{2012}'..='\u{2015}')
}

/// Reads what stands between white space.
fn pieces_of(chunk: &str, pieces: &mut Vec<Piece>) -> Option<()> {
    let bare = chunk.trim_end_matches([',', ';']);
    for (count, part) in bare.split(is_dash).enumerate() {
        if count > 0 {
            pieces.push(Piece::Token(Token::Dash));
        }
        if let Some(date) = When::read(part) {
            pieces.push(Piece::Token(Token::Date(date)));
        } else if let Some((from, to)) = two_dates(part) {
            let sign = if part.contains('/') {
                Token::Slash
            } else {
                Token::Dash
            };
            pieces.extend([from, sign, to].map(Piece::Token));
        } else {
            signs_and_words(part, pieces)?;
        }
    }
    if bare.len() < chunk.len() {
        pieces.push(Piece::Token(Token::Comma));
    }
    Some(())
}

/// `2031-05-16-2031-05-31`, `2024-2025`, `2024-04-02-03`, `1.5.2031/3.5.2031`.
fn two_dates(part: &str) -> Option<(Token, Token)> {
    part.match_indices(['-', '/']).find_map(|(at, sign)| {
        let (before, after) = (part.get(..at)?, part.get(at + sign.len()..)?);
        let from = When::read(before)?;
        if let Some(to) = When::read(after) {
            return Some((Token::Date(from), Token::Date(to)));
        }
        let is_day = from.day.is_some() && (1..=2).contains(&after.len());
        let digits = is_day && after.bytes().all(|byte| byte.is_ascii_digit());
        let day = after.parse().ok().filter(|_| digits)?;
        let to = Token::Number {
            value: day,
            digits: 2,
        };
        Some((Token::Date(from), to))
    })
}

/// Reads letters, digits and signs one run after the other.
fn signs_and_words(part: &str, pieces: &mut Vec<Piece>) -> Option<()> {
    let mut rest = part;
    while let Some(first) = rest.chars().next() {
        let end_of = |wanted: fn(char) -> bool| {
            rest.find(|letter: char| !wanted(letter))
                .unwrap_or(rest.len())
        };
        if first.is_ascii_digit()
            && strict(rest).is_ok()
            && let Some(date) = When::read(rest)
        {
            pieces.push(Piece::Token(Token::Date(date)));
            return Some(());
        }
        let length = if first.is_ascii_digit() {
            let (length, token) = number(rest, end_of(|letter| letter.is_ascii_digit()))?;
            pieces.push(Piece::Token(token));
            length
        } else if first.is_alphabetic() {
            // With the dots in it: "b.c."
            let length = end_of(|letter| letter.is_alphabetic() || letter == '.');
            let letters = rest.get(..length)?.to_lowercase();
            pieces.push(Piece::Word(letters.replace('.', "")));
            length
        } else {
            match first {
                '.' | '(' | ')' => {}
                '≤' => pieces.push(Piece::Token(Token::By)),
                '≥' => pieces.push(Piece::Token(Token::NotBefore)),
                _ => pieces.push(Piece::Token(sign(first)?)),
            }
            first.len_utf8()
        };
        rest = rest.get(length..)?;
    }
    Some(())
}

/// A number of that many digits, with the letters that belong to it.
fn number(rest: &str, digits: usize) -> Option<(usize, Token)> {
    let value: u16 = rest.get(..digits).filter(|_| digits <= 4)?.parse().ok()?;
    let after = rest.get(digits..)?;
    let letters = after
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(after.len());
    let suffix = after.get(..letters)?.to_ascii_lowercase();
    if matches!(suffix.as_str(), "st" | "nd" | "rd" | "th") {
        let ordinal = u8::try_from(value).ok()?;
        return Some((digits + letters, Token::Ordinal(ordinal)));
    }
    if digits == 4 {
        let plural = ["s", "'s", "’s"]
            .into_iter()
            .find(|plural| after.starts_with(plural));
        if let Some(plural) = plural {
            return Some((digits + plural.len(), Token::Decade(value)));
        }
        return Some((digits, Token::Date(When::of_year(i64::from(value)))));
    }
    Some((digits, Token::Number { value, digits }))
}

fn sign(letter: char) -> Option<Token> {
    Some(match letter {
        ',' | ';' => Token::Comma,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' => Token::Hyphen,
        '/' => Token::Slash,
        '\'' | '’' => Token::Apostrophe,
        '~' | '≈' => Token::Approximate,
        '?' => Token::Uncertain,
        '<' => Token::Before,
        '>' => Token::After,
        '+' => Token::Onwards,
        '&' => Token::And,
        _ => return None,
    })
}

fn token_of(word: &str) -> Option<Token> {
    if let Some(month) = month_of(word) {
        return Some(Token::Month(month));
    }
    Some(match word {
        "of" | "the" | "in" | "at" | "during" | "dated" | "date" | "sometime" | "mon"
        | "monday" | "tue" | "tues" | "tuesday" | "wed" | "weds" | "wednesday" | "thu" | "thur"
        | "thurs" | "thursday" | "fri" | "friday" | "sat" | "saturday" | "sun" | "sunday" => {
            Token::Skip
        }
        "spring" => Token::Season(21),
        "summer" => Token::Season(22),
        "autumn" | "fall" => Token::Season(23),
        "winter" => Token::Season(24),
        "year" => Token::Year,
        "quarter" | "qtr" | "q" => Token::Quarter,
        "half" | "h" => Token::Half,
        "week" | "wk" | "w" => Token::Week,
        "century" => Token::Century,
        "first" => Token::Ordinal(1),
        "second" => Token::Ordinal(2),
        "third" => Token::Ordinal(3),
        "fourth" => Token::Ordinal(4),
        "last" | "final" => Token::Last,
        "early" | "beginning" | "start" => Token::Part(Part::Early),
        "mid" | "middle" => Token::Part(Part::Mid),
        "late" | "end" => Token::Part(Part::Late),
        "bc" | "bce" => Token::Era(true),
        "ad" | "ce" => Token::Era(false),
        "c" | "ca" | "circa" | "about" | "around" | "approximately" | "approx" | "roughly" => {
            Token::Approximate
        }
        "probably" | "possibly" | "perhaps" | "maybe" | "presumably" | "likely" | "uncertain" => {
            Token::Uncertain
        }
        "before" | "pre" => Token::Before,
        "by" => Token::By,
        "until" | "till" => Token::Until,
        "after" | "post" => Token::After,
        "since" | "starting" => Token::Since,
        "from" => Token::From,
        "between" => Token::Between,
        "to" | "through" | "thru" | "til" => Token::To,
        "and" => Token::And,
        "or" => Token::Or,
        "on" => Token::On,
        "onwards" | "onward" => Token::Onwards,
        "present" | "now" | "ongoing" => Token::Present,
        _ => return None,
    })
}

/// The month that a word names, by three letters or more.
fn month_of(word: &str) -> Option<u8> {
    (1..=12).find(|month| {
        let name = month_name(*month);
        word.len() >= 3
            && name
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
    })
}
