//! Questions in GIFT, the format of Moodle's question bank that people can read.
//!
//! - Cards to be put in order become a matching question, in which each card is given its
//!   place: the format has no other way.
//! - Matching lists every answer, so that one which is right for nothing is among those to
//!   choose from: its question is left empty.
//! - An open question is an essay. Its answer, and what the others rest on, is the general
//!   feedback, which is shown after answering.
//! - Texts are HTML, but for the answers of matching questions, which are plain. What the
//!   format takes for a sign of its own has a backslash before it.

use super::quiz::{Item, Kind, Part, Quiz};
use crate::text::{first_words, one_line};
use crate::views::escape;

/// How long a question's name may be: Moodle cuts longer ones.
const LONGEST_NAME: usize = 200;

/// The file; nothing where there is nothing to be asked.
pub(super) fn gift(quiz: &Quiz) -> Option<Vec<u8>> {
    if quiz.items.is_empty() {
        return None;
    }
    // In the path of a category a slash is doubled.
    let category = one_line(&quiz.title).replace('/', "//");
    let items: String = quiz.items.iter().map(item).collect();
    Some(format!("$CATEGORY: {category}\n\n{items}").into_bytes())
}

fn item(item: &Item) -> String {
    let name = first_words(&item.name, LONGEST_NAME);
    let mut answers = String::new();
    match &item.kind {
        Kind::Choice(choices) => {
            let right = choices.iter().filter(|(_, right)| *right).count();
            // No weight has more than two digits before the point: −100 would be text.
            let wrong = (choices.len() - right).max(2);
            for (text, is_right) in choices {
                let mark = match (right, is_right) {
                    (1, true) => "=".to_owned(),
                    (1, false) => "~".to_owned(),
                    (_, true) => format!("~%{}%", share(right)),
                    (_, false) => format!("~%-{}%", share(wrong)),
                };
                answers += &format!("\t{mark}{}\n", guarded(&html(text)));
            }
        }
        Kind::Match { from, to, key } => answers += &pairs(from, to, key),
        Kind::Order { cards, key } => {
            let places: Vec<String> = (1..=cards.len()).map(|place| place.to_string()).collect();
            let place_of = |card| key.iter().position(|one| *one == card).unwrap_or(0);
            let key: Vec<usize> = (0..cards.len()).map(place_of).collect();
            answers += &pairs(cards, &places, &key);
        }
        Kind::Open => {}
    }
    if !item.because.is_empty() {
        answers += &format!("\t####{}\n", all(&item.because));
    }
    let (name, ask) = (escaped(&name), all(&item.ask));
    format!("::{name}::[html]{ask} {{\n{answers}}}\n\n")
}

fn pairs(from: &[String], to: &[String], key: &[usize]) -> String {
    let answer = |number: usize| escaped(&one_line(&to[number]));
    let mut lines = String::new();
    for (text, right) in from.iter().zip(key) {
        lines += &format!("\t={} -> {}\n", guarded(&html(text)), answer(*right));
    }
    for number in (0..to.len()).filter(|number| !key.contains(number)) {
        lines += &format!("\t= -> {}\n", answer(number));
    }
    lines
}

/// The share of each of so many right answers, in percent, as Moodle knows it.
fn share(right: usize) -> String {
    let share = format!(
        "{:.5}",
        100.0 / f64::from(u32::try_from(right).unwrap_or(u32::MAX))
    );
    share.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn all(parts: &[Part]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| escaped(&part.html())).collect();
    parts.join("\\n")
}

/// A text as HTML on one line.
fn html(text: &str) -> String {
    escaped(&escape(&one_line(text)))
}

/// An answer that does not begin with what would be read as its weight or its format.
fn guarded(answer: &str) -> String {
    match answer.split_at_checked(1) {
        Some(("%", rest)) => format!("&\\#37;{rest}"),
        Some(("[", rest)) => format!("&\\#91;{rest}"),
        _ => answer.to_owned(),
    }
}

/// A text in which nothing is a sign of the format.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '~' | '=' | '#' | '{' | '}' | ':' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: Kind) -> String {
        let quiz = Quiz {
            title: "A/B ~ C".to_owned(),
            items: vec![Item {
                place: "1".to_owned(),
                name: "1. What: {now}?".to_owned(),
                ask: vec![Part::Line("a = b # c\\d\n// e".to_owned())],
                kind,
                because: vec![Part::Line("So: <it> is.".to_owned())],
            }],
        };
        String::from_utf8(gift(&quiz).unwrap()).unwrap()
    }

    #[test]
    fn nothing_in_a_text_is_a_sign_of_the_format() {
        let choices = vec![
            ("%50%~yes}".to_owned(), true),
            ("[plain] =no\n->".to_owned(), false),
        ];
        assert_eq!(
            written(Kind::Choice(choices)),
            "$CATEGORY: A//B ~ C\n\n\
             ::1. What\\: \\{now\\}?::[html]<p>a \\= b \\# c\\\\d\\n// e</p> {\n\
             \t=&\\#37;50%\\~yes\\}\n\
             \t~&\\#91;plain] \\=no -&\\#62;\n\
             \t####<p>So\\: &\\#60;it&\\#62; is.</p>\n}\n\n"
        );
    }

    #[test]
    fn what_is_right_for_nothing_can_be_chosen() {
        let text = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let matched = written(Kind::Match {
            from: text(&["one", "two"]),
            to: text(&["x", "y"]),
            key: vec![1, 1],
        });
        assert!(matched.contains("\t=one -> y\n\t=two -> y\n\t= -> x\n"));
        let ordered = written(Kind::Order {
            cards: text(&["b", "c", "a"]),
            key: vec![2, 0, 1],
        });
        assert!(ordered.contains("\t=b -> 2\n\t=c -> 3\n\t=a -> 1\n"));
    }

    #[test]
    fn right_answers_have_their_share() {
        assert_eq!([2, 3, 8].map(share), ["50", "33.33333", "12.5"]);
    }
}
