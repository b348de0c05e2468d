//! A [`Node`] as text: block style, with short lists and records of one line in flow
//! style, as people write event files.

use super::{Node, parse};

/// The longest line that a list or a mapping in flow style may make, in characters.
const WIDTH: usize = 110;

/// A document with this value, which [`parse`] reads as the same again. It ends in a
/// newline.
pub fn write(node: &Node) -> String {
    let mut out = String::new();
    match node {
        Node::Map(entries) if !entries.is_empty() => mapping(entries, 0, &mut out),
        Node::List(items) if !items.is_empty() => list(items, 0, &mut out),
        other => {
            out += &flow(other);
            out.push('\n');
        }
    }
    out
}

/// A text on one line that YAML reads as this text, wherever it stands in block style.
pub fn scalar(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

fn mapping(entries: &[(Node, Node)], depth: usize, out: &mut String) {
    for (number, (key, value)) in entries.iter().enumerate() {
        if number > 0 {
            indent(depth, out);
        }
        out.push_str(&flow(key));
        out.push(':');
        member(value, depth, out);
    }
}

fn list(items: &[Node], depth: usize, out: &mut String) {
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            indent(depth, out);
        }
        out.push('-');
        match item {
            Node::Map(entries) if !entries.is_empty() && !fits(item, depth + 1) => {
                out.push(' ');
                mapping(entries, depth + 1, out);
            }
            Node::List(items) if !items.is_empty() && !fits(item, depth + 1) => {
                out.push(' ');
                list(items, depth + 1, out);
            }
            other => member(other, depth, out),
        }
    }
}

/// What stands behind a key or a dash, to the end of its last line.
fn member(value: &Node, depth: usize, out: &mut String) {
    match value {
        Node::Text(text) if literal(text) => {
            out.push_str(if text.ends_with('\n') { " |" } else { " |-" });
            for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
                out.push('\n');
                if !line.is_empty() {
                    indent(depth + 1, out);
                    out.push_str(line);
                }
            }
        }
        Node::Text(text) => {
            out.push(' ');
            out.push_str(&scalar(text));
        }
        Node::Map(entries) if !entries.is_empty() && !fits(value, depth) => {
            out.push('\n');
            indent(depth + 1, out);
            mapping(entries, depth + 1, out);
            return;
        }
        Node::List(items) if !items.is_empty() && !is_row(items, depth) => {
            out.push('\n');
            indent(depth + 1, out);
            list(items, depth + 1, out);
            return;
        }
        other => {
            out.push(' ');
            out.push_str(&flow(other));
        }
    }
    out.push('\n');
}

/// Whether a list is one of words that fit on a line; records stand below each other.
fn is_row(items: &[Node], depth: usize) -> bool {
    let words = items.iter().all(|item| {
        !matches!(item, Node::List(_) | Node::Map(_))
            && item.as_text().is_none_or(|text| !text.contains(' '))
    });
    words && fits(&Node::List(items.to_vec()), depth)
}

/// Whether a value is short and simple enough for flow style.
fn fits(value: &Node, depth: usize) -> bool {
    let flat = |node: &Node| !matches!(node, Node::List(_) | Node::Map(_));
    let simple = match value {
        Node::List(items) => items.iter().all(flat),
        Node::Map(entries) => entries.iter().all(|(_, value)| match value {
            Node::List(items) => items.iter().all(flat),
            Node::Text(text) => !text.contains('\n'),
            other => flat(other),
        }),
        _ => true,
    };
    simple && flow(value).chars().count() + 2 * depth < WIDTH
}

fn flow(value: &Node) -> String {
    match value {
        Node::Null => "~".to_owned(),
        Node::Bool(value) => value.to_string(),
        Node::Int(number) => number.to_string(),
        Node::Float(number) if number.is_nan() => ".nan".to_owned(),
        Node::Float(number) if number.is_infinite() => {
            if *number > 0.0 { ".inf" } else { "-.inf" }.to_owned()
        }
        Node::Float(number) => format!("{number:?}"),
        Node::Text(text) if text.contains([',', ':', '[', ']', '{', '}']) => quoted(text),
        Node::Text(text) => scalar(text),
        Node::List(items) => format!("[{}]", join(items.iter().map(flow))),
        Node::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", flow(key), flow(value)));
            format!("{{{}}}", join(entries))
        }
    }
}

fn join(pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().join(", ")
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n("  ", depth));
}

/// Whether a text of several lines can stand as a literal block.
fn literal(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && !body.contains(is_unprintable)
        && !body
            .lines()
            .any(|line| line.ends_with(' ') || line.starts_with('\t'))
}

/// Whether a text stays itself without quotes, for any program that reads YAML.
fn is_plain(text: &str) -> bool {
    let mut characters = text.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    let begins =
        first.is_alphanumeric() || matches!(first, '“' | '„' | '«' | '‘' | '(' | '/' | '.' | '<');
    begins
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains('\n')
        && !text.contains(is_unprintable)
        && !is_other_in_old_yaml(text)
        && parse(text).is_ok_and(|node| node.as_text() == Some(text))
}

/// What YAML 1.1, which many programs still read, takes for something else.
fn is_other_in_old_yaml(text: &str) -> bool {
    let word = ["y", "n", "yes", "no", "on", "off", "null", "true", "false"];
    let number = text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || ":.".contains(c));
    number || word.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// What YAML does not take as it is, or takes for the end of a line.
fn is_unprintable(c: char) -> bool {
    let format = matches!(
        c,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    );
    let bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && c != '\n') || format || bidi
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_unprintable(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Node {
        parse(text).unwrap()
    }

    #[test]
    fn what_people_write_is_written_as_they_do() {
        let text = r#"title: Biden and Xi speak by phone
when: 2024-04-02
actors:
  - {who: biden, role: caller}
  - {who: xi, role: counterpart}
topics: [diplomacy, defence-industry]
summary: |
  One paragraph.

  - Another: with a list.
claims:
  - id: concern
    text: "He raised concerns: over support, and over chips, in words that are long enough for two lines of a file."
    by: {anonymous: two officials, of: us-government}
    figure: {measure: share, value: 90, period: 2023-36}
history:
  - {as_of: 2024-04-06, when: "[2024-05-16..2024-05-31]"}
"#;
        assert_eq!(write(&read(text)), text);
    }

    #[test]
    fn a_text_is_quoted_only_where_it_must_be() {
        for text in [
            "Biden’s call",
            "2024-04-02?",
            "a:b",
            "a #b",
            "“No”",
            "(one)",
            "C#",
        ] {
            let plain = !text.contains(" #");
            assert_eq!(scalar(text) == text, plain, "{text}");
        }
        for text in [
            "", "no", "12:30", "1", "1e3", "~", "- a", "a: b", " a", "[x", "true", "!x", "@x",
            "#x", "%",
        ] {
            assert!(scalar(text).starts_with('"'), "{text}");
        }
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zA-Z0-9 :#,'\"\\[\\]{}|>?!%&*@`~-]{0,24}",
            "(\\PC|[\n\t\r\u{85}\u{2028}\u{feff}\u{1b}]){0,12}",
            "[a-z -]{1,12}(\n[ a-z#:-]{0,12}){0,4}\n?",
        ]
    }

    fn node() -> impl Strategy<Value = Node> {
        let leaf = prop_oneof![
            6 => text().prop_map(Node::Text),
            1 => Just(Node::Null),
            1 => any::<bool>().prop_map(Node::Bool),
            1 => any::<i64>().prop_map(Node::Int),
            1 => (-1e9..1e9f64).prop_map(Node::Float),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Node::List),
                prop::collection::vec((text().prop_map(Node::Text), inner), 0..5)
                    .prop_map(Node::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_as_the_same(node in node()) {
            let text = write(&node);
            prop_assert_eq!(parse(&text), Ok(node), "{}", text);
        }

        #[test]
        fn a_scalar_reads_as_itself(value in text()) {
            let text = format!("a:\n  - {}\n", scalar(&value));
            let expected = Node::Map(vec![(Node::Text("a".into()), Node::List(vec![Node::Text(value)]))]);
            prop_assert_eq!(parse(&text), Ok(expected), "{}", text);
        }
    }
}
