//! Whatever a file holds: formatting ends, does not panic, and proves what it does.

use dateline::yaml::{self, MAX_BYTES, Node};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::kept::{folder, kind_of};
use super::{formatted, root};

/// The same but for the order of keys.
fn same(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::List(old), Node::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (Node::Map(old), Node::Map(new)) => {
            let sorted = |map: &[(Node, Node)]| {
                let mut map: Vec<_> = map.to_vec();
                map.sort_by_key(|(key, _)| format!("{key:?}"));
                map
            };
            let (old, new) = (sorted(old), sorted(new));
            let alike =
                |((a, old), (b, new)): (&(Node, Node), &(Node, Node))| a == b && same(old, new);
            old.len() == new.len() && old.iter().zip(&new).all(alike)
        }
        (Node::Float(old), Node::Float(new)) => old.total_cmp(new).is_eq(),
        _ => old == new,
    }
}

/// Formats a text, whatever it is, and holds the result against it.
pub(crate) fn hold(kind: &str, text: &str) -> Option<String> {
    let new = formatted(kind, text).ok()?;
    assert_eq!(
        formatted(kind, &new).as_ref(),
        Ok(&new),
        "not the same again: {text:?}"
    );
    let marks = |text: &str| text.matches('#').count();
    assert_eq!(marks(text), marks(&new), "{text:?}\n{new:?}");
    let whole = if text.is_empty() || text.ends_with('\n') {
        text.to_owned()
    } else if text.contains("\r\n") {
        format!("{text}\r\n")
    } else {
        format!("{text}\n")
    };
    let whole = whole.strip_prefix('\u{feff}').unwrap_or(&whole);
    let (old, read) = (yaml::parse(whole).unwrap(), yaml::parse(&new).unwrap());
    assert!(same(&old, &read), "{text:?}\n{new:?}");
    Some(new)
}

#[test]
fn much_of_one_kind_ends_soon() {
    // Of what is refused unread, as much as there can be; of the rest what a debug build
    // reads in a while.
    let most = usize::try_from(MAX_BYTES).unwrap();
    let much = most / 64;
    for text in [
        "[".repeat(most),
        "{".repeat(most),
        "]".repeat(much),
        "[]".repeat(much / 2),
        format!("[{}]", "[],".repeat(much / 3)),
        format!("[{}]", "{a: b}, ".repeat(much / 8)),
        format!("a: {}", "x".repeat(much)),
        format!("a: {}", "x ".repeat(much / 2)),
        format!("a: \"{}\"", "\\n".repeat(much / 2)),
        "# x\n".repeat(much / 4),
        "\n".repeat(much),
        format!("a: x{}y", "\n".repeat(much)),
        format!("a: |\n{}", "  x\n".repeat(much / 4)),
        format!("a: |+\n{}", "\n".repeat(much)),
        "a:\n".repeat(much / 3),
        "- a\n".repeat(much / 4),
        "- # a\n".repeat(much / 6),
        format!(
            "k{}: v\n",
            (0..much / 8)
                .map(|n| n.to_string())
                .collect::<Vec<_>>()
                .join(": v\nk")
        ),
        "- ".repeat(much / 2),
        "'".repeat(much),
        "? ".repeat(much / 2),
    ] {
        hold("event", &text);
    }
}

#[test]
fn odd_things_do_no_harm() {
    for text in [
        "",
        "\n",
        "#",
        "---",
        "---\n",
        "...",
        "--- x",
        "%YAML 1.2\n---\na: b\n",
        "a",
        "~",
        "-",
        "- ",
        "-\n-",
        "a:",
        "a:\n  # x",
        "a: |",
        "a: |+",
        "a: >-\n\n\n",
        "a: |+\n\n\nb: x\n",
        "? a\n: b\n",
        "<<: {a: b}\n",
        "[a: b]",
        "{a}",
        "{a: , b: c}",
        "[a,\n# x\n]",
        "{a: b # c\n}",
        "[ # c\n]",
        "\"a\": b\n",
        "'a': b",
        "\"a\\\"b\": c\n",
        "a : b\n",
        "title: x\nkind: |1\n x\n  y\n",
        "kind: x\n\ttitle: y\n",
        "kind:\tx\ntitle:\ty\n",
        "- \ta: b\n  c: d\n",
        "a: 'x\n\n\n  y'\n",
        "a: x\n\n\n  y\n",
        "a: \"x\\\n  \\ y\"\n",
        "title: a\u{2028}b\n",
        "title: a\rkind: b\r",
        "title: x\r\nkind: y\n",
        "title: x\nkind: y\r\n",
        "a: [\"b\",'c',d]\n",
        "{\"a\":[1,2.50,0x1f,~,null,true]}\n",
        "when: 2024-04-02 # x\ntitle: y# z\n",
        "title: >\n # x\n\n # y\nkind: z\n",
        "kind: a\n  b\n # c\ntitle: d\n",
        "kind: \"a\n\n  # b\"\ntitle: c\n",
        "sources:\n- a\n# b\n- c\n# d\ntitle: e\n",
        "a:\n- - b\n  # c\n  - d\n# e\n- f\n",
        "claims:\n  - # x\n    # y\n\n    text: a\n    id: b\n",
        "claims: # x\n  # y\n  [{text: a, # z\n  id: b}] # w\n",
        "topics: # x\n  [a] # y\n",
        "topics: # x\n  # z\n  [a,\n b, c] # y\n",
        "topics:\n  [a,\n  # z\n b, c]\n",
        "title: &a x\nkind: *a\n",
        "title: !!str x\n",
        "kind: \u{feff}x\n",
        "\u{feff}kind: x\n",
        "title: \"\\u0085\"\n",
        "a: - b\n",
        "kind: x\n# c\n  # d\n",
        "actors: [a, {who: b}]\nkind: >2\n    x\n   y\n",
        "k: |\n\n\n  x\n\n\n\n# c\n",
        "said: [2024, \"0800\"]\nwhen: 0x10\n",
        "a:\n    - b\n    -   c: d\n        e: f\n  \n",
        "kind: 'it''s'\ntitle: ''\n",
        "when: '2024-04-02'\nsources: ['a b', \"c\\td\"]\n",
        "sources: [a\n  b, c]\n",
        "sources:\n  - a\n    b\n",
        "status: happened\n---\ntitle: x\n",
        "status: happened\n...\n",
        "a: b\n...\n# c\n",
        "topics: [a,b]#c\n",
        "a: {b: [c, {d: e}]}\n",
    ] {
        for kind in ["event", "lesson", "actors", "sources", "timeline"] {
            hold(kind, text);
        }
    }
}

/// A file of the example, and what is done to its bytes.
fn changed() -> impl Strategy<Value = (String, String)> {
    let files: Vec<_> = ["events", "tests/ui/base", "tests/lessons", "tests/fmt"]
        .iter()
        .flat_map(|path| folder(&root().join(path)))
        .filter(|(_, text)| text.len() < 6000)
        .collect();
    let bits = [
        "#",
        " #",
        " # c\n",
        "\n",
        "\n\n",
        "  ",
        "- ",
        ": ",
        ":",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        "|+\n",
        ">-\n",
        "\t",
        "\r\n",
        "\r",
        "&a ",
        "*a",
        "!x ",
        "? ",
        "---\n",
        "\n# c\n",
        "\n  # c\n",
        "\n    # c\n",
        "é",
        "\u{2028}",
        "\u{85}",
        "\\",
        "\\\n",
        "~",
        "0",
        "%",
        "@",
        "`",
    ];
    let edit = (any::<Index>(), 0_usize..30, select(bits.to_vec()));
    (select(files), prop::collection::vec(edit, 1..6)).prop_map(|((name, mut text), edits)| {
        for (at, cut, put) in edits {
            let mut start = at.index(text.len() + 1);
            // Half of them only put something in.
            let mut end = (start + cut.saturating_sub(15)).min(text.len());
            while !text.is_char_boundary(start) {
                start -= 1;
            }
            while !text.is_char_boundary(end) {
                end += 1;
            }
            text.replace_range(start..end, put);
        }
        (kind_of(&name).to_owned(), text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn changed_files_do_no_harm((kind, text) in changed()) {
        hold(&kind, &text);
    }
}
