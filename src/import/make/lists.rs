//! Records added at the end of a list that somebody wrote.

use crate::yaml::{Node, parse, write};

/// What is to stand behind a text, so that its list has these records at its end. All that
/// is there stays as it is. `None` if the list is not written in a way that can be added to.
pub(super) fn addition(text: &str, records: &[Node]) -> Option<String> {
    let there = match parse(text).ok()? {
        Node::Null => Vec::new(),
        Node::List(items) => items,
        _ => return None,
    };
    let first = text
        .lines()
        .find(|line| line.trim_start().starts_with("- "));
    let indent = first.map_or("", |line| &line[..line.len() - line.trim_start().len()]);
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut added = String::new();
    if !text.is_empty() && !text.ends_with('\n') {
        added.push_str(end);
    }
    for line in write(&Node::List(records.to_vec())).lines() {
        if !line.is_empty() {
            added.push_str(indent);
            added.push_str(line);
        }
        added.push_str(end);
    }
    let whole: Vec<Node> = there.into_iter().chain(records.iter().cloned()).collect();
    let is_right = parse(&format!("{text}{added}")) == Ok(Node::List(whole));
    is_right.then_some(added)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str) -> Node {
        let pair = |key: &str, value: &str| (Node::Text(key.into()), Node::Text(value.into()));
        Node::Map(vec![pair("id", id), pair("name", id)])
    }

    #[test]
    fn records_are_added_in_the_way_of_the_list() {
        let added = |text: &str| addition(text, &[record("x")]);
        assert_eq!(added("").as_deref(), Some("- {id: x, name: x}\n"));
        assert_eq!(added("# None.\n").as_deref(), Some("- {id: x, name: x}\n"));
        assert_eq!(
            added("- {id: a}  # first").as_deref(),
            Some("\n- {id: x, name: x}\n")
        );
        assert_eq!(
            added("  - id: a\r\n    name: b\r\n").as_deref(),
            Some("  - {id: x, name: x}\r\n")
        );
        assert_eq!(added("[{id: a}]\n"), None);
        assert_eq!(added("a: b\n"), None);
    }
}
