//! Text that a ` #` has cut: `title: issue #5 done` is read as `issue`.

use std::ops::Range;

use super::node::{Node, Path};

/// A text that may have been meant to go on behind a ` #`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The text's place.
    pub path: Path,
    /// The bytes from the `#` to the line's end.
    pub span: Range<usize>,
}

/// Finds the texts in `node` that the file's author may have meant to be longer.
///
/// A comment is known by what custom gives it: two spaces before the `#`, or a space
/// behind it with nothing but the comment's own line. Whether a remaining ` #` cuts a
/// text is found by replacing it and reading the file again: what then reads
/// differently was cut.
pub fn cuts(text: &str, node: &Node) -> Vec<Cut> {
    let marks: Vec<Range<usize>> = candidates(text).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    // All at once if that still reads, else one by one, of which a file has few.
    let all = found(text, node, &marks);
    if let Some(cuts) = all {
        return cuts;
    }
    marks
        .iter()
        .take(100)
        .filter_map(|mark| found(text, node, std::slice::from_ref(mark)))
        .flatten()
        .collect()
}

fn candidates(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(" #").filter_map(|(at, _)| {
        let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let before = &text[line_start..at];
        let after = text[at + 2..].split('\n').next().unwrap_or_default();
        let set_apart = before.ends_with([' ', '\t'])
            && (after.is_empty() || after.starts_with([' ', '#', '!']));
        let own_line = before.trim().is_empty();
        let earlier = before.contains(" #");
        if set_apart || own_line || earlier {
            return None;
        }
        Some(at + 1..at + 2 + after.trim_end().len())
    })
}

fn found(text: &str, node: &Node, marks: &[Range<usize>]) -> Option<Vec<Cut>> {
    let mut changed = text.to_owned();
    for mark in marks {
        changed.replace_range(mark.start..=mark.start, "_");
    }
    let other = super::parse(&changed).ok()?;
    let mut cuts = Vec::new();
    let mut marks = marks.iter();
    compare(node, &other, &Path::root(), &mut |path, old, new| {
        // A `#` that was part of the text (in quotes, in a block) reads as `_` now.
        if new.len() > old.len() && new.starts_with(old) {
            let rest = new[old.len()..].trim();
            let span = marks.find(|mark| {
                let cut = text[mark.start + 1..mark.end].split(" #").next();
                rest.strip_prefix('_')
                    .zip(cut)
                    .is_some_and(|(rest, cut)| rest.starts_with(cut.trim_end()))
            });
            if let Some(span) = span {
                cuts.push(Cut {
                    path: path.clone(),
                    span: span.clone(),
                });
            }
        }
    });
    Some(cuts)
}

fn compare(old: &Node, new: &Node, path: &Path, report: &mut impl FnMut(&Path, &str, &str)) {
    match (old, new) {
        (Node::Text(old), Node::Text(new)) if old != new => report(path, old, new),
        (Node::List(old), Node::List(new)) => {
            for (number, (old, new)) in old.iter().zip(new).enumerate() {
                compare(old, new, &path.item(number), report);
            }
        }
        (Node::Map(old), Node::Map(new)) => {
            for (number, ((_, old), (_, new))) in old.iter().zip(new).enumerate() {
                compare(old, new, &path.entry(number), report);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<&str> {
        let node = super::super::parse(text).unwrap();
        cuts(text, &node)
            .into_iter()
            .map(|cut| &text[cut.span])
            .collect()
    }

    #[test]
    fn a_cut_text_is_found_and_a_comment_is_not() {
        assert_eq!(spans("title: issue #5 done\n"), ["#5 done"]);
        assert_eq!(spans("title: talks # maybe\n"), ["# maybe"]);
        assert!(spans("title: talks   # a comment\nkind: call  # another\n").is_empty());
        assert!(spans("# title\ntitle: \"issue #5\"\n").is_empty());
        assert!(spans("text: |\n  about #5 and #6\n").is_empty());
        assert_eq!(spans("a: \"x #1\"\nb: y #2\nc: z #3 #4\n"), ["#2", "#3 #4"]);
    }
}
