//! One more record at the end of a list file.

use crate::yaml::{self, Node, Path, Places};

/// The text of a file that holds a list of records with one more at its end, and every byte
/// that is there as it is. `None` if the list is written in a way that this cannot go on with:
/// in brackets, say.
pub fn with_item(text: &str, record: &Node) -> Option<String> {
    let items = match yaml::parse(text).ok()? {
        Node::Null => Vec::new(),
        Node::List(items) => items,
        _ => return None,
    };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let style = match items.len().checked_sub(1) {
        None => Style::default(),
        Some(last) => Style::of(text, last)?,
    };
    let mut edited = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        edited += end;
    }
    if style.apart && !edited.ends_with(&format!("{end}{end}")) {
        edited += end;
    }
    for line in yaml::write(&Node::List(vec![record.clone()])).lines() {
        if !line.is_empty() {
            edited += &style.indent;
        }
        edited += line;
        edited += end;
    }
    let expected: Vec<Node> = items.into_iter().chain([record.clone()]).collect();
    (yaml::parse(&edited) == Ok(Node::List(expected))).then_some(edited)
}

/// How the items of a list are set.
#[derive(Default)]
struct Style {
    /// What stands before the dash of each.
    indent: String,
    /// Whether empty lines stand between them.
    apart: bool,
}

impl Style {
    /// That of the last item. `None` if it does not stand behind a dash on a line of its own.
    fn of(text: &str, last: usize) -> Option<Self> {
        let at = Places::of(text)
            .span(&Path::root().item(last), false)?
            .start;
        let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
        let indent = text.get(start..at)?.trim_end().strip_suffix('-')?;
        let mut above = text[..start].lines().rev();
        let before = above.find(|line| !line.trim_start().starts_with('#'));
        indent.trim().is_empty().then(|| Style {
            indent: indent.to_owned(),
            apart: last > 0 && before.is_some_and(|line| line.trim().is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(text: &str) -> Option<String> {
        let record = yaml::parse("{id: b, name: B}").unwrap();
        with_item(text, &record)
    }

    #[test]
    fn every_byte_stays_and_the_style_is_kept() {
        for (text, more) in [
            ("", "- {id: b, name: B}\n"),
            ("# Nobody yet.\n", "- {id: b, name: B}\n"),
            ("- {id: a}\n", "- {id: b, name: B}\n"),
            ("- {id: a}", "\n- {id: b, name: B}\n"),
            ("- {id: a}\r\n", "- {id: b, name: B}\r\n"),
            ("- id: a\n  note: |\n    One.\n\n", "- {id: b, name: B}\n"),
            ("- id: z\n\n- id: a\n", "\n- {id: b, name: B}\n"),
            ("- id: z\n\n# A.\n- id: a\n\n", "- {id: b, name: B}\n"),
            ("  - id: a\n# The end.\n", "  - {id: b, name: B}\n"),
            ("# One.\n\n- id: a\n", "- {id: b, name: B}\n"),
            ("[]\n", ""),
        ] {
            let expected = (!more.is_empty()).then(|| format!("{text}{more}"));
            assert_eq!(added(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_gone_on_with_is_left() {
        for text in [
            "[{id: a}]\n",
            "id: a\n",
            "- {id: a}\n...\n",
            "- [\n",
            "- id: a\n  note: >+\n    One.\n\n\n  ",
        ] {
            assert_eq!(added(text), None, "{text:?}");
        }
    }
}
