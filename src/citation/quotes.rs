//! Quotation marks and apostrophes in the words of others.

use super::rich::Marks;

/// A quotation mark as it is written, straight or curved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Single,
    Double,
}

/// A text with curved quotation marks and apostrophes, and how many closing marks it ends
/// with. At depth 1 it stands in quotation marks itself: the marks within it are the
/// inner ones, and those within these the outer ones again. Marks that have no partner
/// stay as they are.
pub(super) fn typographic(text: &str, marks: Marks, depth: usize) -> (String, usize) {
    let guillemets = marks[0] == "«";
    if !text.contains(|letter| kind(letter, guillemets).is_some()) {
        return (text.to_owned(), 0);
    }
    let letters: Vec<char> = text.chars().collect();
    let kind = |letter| kind(letter, guillemets);
    let pairs = pairs(&letters, kind);
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<usize> = Vec::new();
    let mut closing = 0;
    for (at, letter) in letters.iter().copied().enumerate() {
        let opens = pairs.iter().find(|(from, _)| *from == at);
        let closes = pairs.iter().any(|(_, to)| *to == at);
        if opens.is_some() {
            let level = depth + open.len();
            // In no quotation marks of ours, the outermost are those that are printed.
            let inner = if depth == 0 && open.is_empty() {
                usize::from(kind(letter) == Some(Kind::Single))
            } else if depth == 0 {
                1 - open.last().copied().unwrap_or(0)
            } else {
                level % 2
            };
            open.push(inner);
            out.push_str(marks[inner * 2]);
        } else if closes {
            let inner = open.pop().unwrap_or(0);
            out.push_str(marks[inner * 2 + 1]);
            closing += 1;
            continue;
        } else if matches!(letter, '\'' | '’') {
            out.push('’');
        } else {
            out.push(letter);
        }
        closing = 0;
    }
    (out, closing)
}

/// Where quotations begin and end.
fn pairs(letters: &[char], kind: impl Fn(char) -> Option<Kind>) -> Vec<(usize, usize)> {
    // Marks that stand side by side all open, or all close.
    let holds_nothing = |from: usize, to: usize| {
        letters[from + 1..to]
            .iter()
            .all(|letter| kind(*letter).is_some())
    };
    let mut open: Vec<(usize, Kind)> = Vec::new();
    let mut pairs = Vec::new();
    for (at, letter) in letters.iter().copied().enumerate() {
        let Some(own) = kind(letter) else { continue };
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(at + 1).copied();
        if matches!(letter, '\'' | '’')
            && before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        let may_open = !matches!(letter, '”' | '’' | '»')
            && before.is_none_or(|c| c.is_whitespace() || "([{-–—/:‘“\"'«„".contains(c))
            && after.is_some_and(|c| !c.is_whitespace());
        let may_close =
            !matches!(letter, '“' | '‘' | '«') && before.is_some_and(|c| !c.is_whitespace());
        let partner = open.iter().rposition(|(_, opened)| *opened == own);
        match partner {
            Some(partner) if may_close && !(may_open && holds_nothing(open[partner].0, at)) => {
                let (from, _) = open[partner];
                open.truncate(partner);
                pairs.push((from, at));
            }
            _ if may_open => open.push((at, own)),
            _ => {}
        }
    }
    pairs
}

/// What a mark is; of guillemets, where they are the marks of the language.
fn kind(letter: char, guillemets: bool) -> Option<Kind> {
    match letter {
        '\'' | '‘' | '’' => Some(Kind::Single),
        '"' | '“' | '”' => Some(Kind::Double),
        '«' | '»' if guillemets => Some(Kind::Double),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curved(text: &str, depth: usize) -> String {
        typographic(text, ["“", "”", "‘", "’"], depth).0
    }

    #[test]
    fn marks_within_quotation_marks_are_the_inner_ones() {
        assert_eq!(curved("\"All\" is 'quiet'", 0), "“All” is ‘quiet’");
        assert_eq!(curved("\"All\" is 'quiet'", 1), "‘All’ is ‘quiet’");
        assert_eq!(curved("a “b (c ‘d’) e” f", 0), "a “b (c ‘d’) e” f");
        assert_eq!(curved("a “b (c ‘d’) e” f", 1), "a ‘b (c “d”) e’ f");
        assert_eq!(curved("‘So’ she said", 0), "‘So’ she said");
        let ukrainian = |text, depth| typographic(text, ["«", "»", "„", "“"], depth).0;
        assert_eq!(ukrainian("США «підтвердили»", 1), "США „підтвердили“");
        assert_eq!(ukrainian("США \"підтвердили\"", 0), "США «підтвердили»");
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        assert_eq!(curved("China's", 1), "China’s");
        assert_eq!(curved("\"the '90s show\"", 0), "“the ’90s show”");
        assert_eq!(
            curved("the workers' 'best' plan", 0),
            "the workers’ ‘best’ plan"
        );
        assert_eq!(curved("O'Example’s", 0), "O’Example’s");
        assert_eq!(curved("5\" pipes", 0), "5\" pipes");
        assert_eq!(curved("«Гілки» і обов'язок", 1), "«Гілки» і обов’язок");
    }

    #[test]
    fn the_marks_at_the_end_are_counted() {
        let closing = |text| typographic(text, ["“", "”", "‘", "’"], 0).1;
        assert_eq!(closing("He said \"she said 'so'\""), 2);
        assert_eq!(closing("the workers'"), 0);
        assert_eq!(closing("“so”."), 0);
    }
}
