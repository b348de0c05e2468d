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
    // As few files have any, that is looked for first.
    if !text.contains(" #") {
        return Vec::new();
    }
    let marks: Vec<Range<usize>> = candidates(text).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    // All at once if that still reads, else one by one, of which a file has few.
    if let Some(cuts) = found(text, node, &marks) {
        return cuts;
    }
    marks
        .iter()
        .take(REREAD / text.len())
        .filter_map(|mark| found(text, node, std::slice::from_ref(mark)))
        .flatten()
        .collect()
}

/// Bytes of text that are read again to find cut texts.
const REREAD: usize = 4 * 1024 * 1024;

/// The first ` #` of each line, up to the line's end, unless it begins a comment.
fn candidates(text: &str) -> impl Iterator<Item = Range<usize>> {
    super::lines(text).filter_map(|(start, line)| {
        let (before, after) = line.split_once(" #")?;
        let set_apart = before.ends_with([' ', '\t'])
            && (after.is_empty() || after.starts_with([' ', '#', '!']));
        let own_line = before.trim().is_empty();
        if set_apart || own_line {
            return None;
        }
        let mark = start + before.len() + 1;
        Some(mark..mark + 1 + after.trim_end().len())
    })
}

fn found(text: &str, node: &Node, marks: &[Range<usize>]) -> Option<Vec<Cut>> {
    let mut changed = text.to_owned();
    for mark in marks {
        // A `:` would make a key of what stands before it.
        let comment = text[mark.start + 1..mark.end].replace(':', "_");
        changed.replace_range(mark.start..mark.end, &format!("_{comment}"));
    }
    let other = super::parse(&changed).ok()?;
    let mut cuts = Vec::new();
    let mut marks = marks.iter();
    compare(node, &other, &Path::root(), &mut |path, old, new| {
        // A `#` that was part of the text (in quotes, in a block) reads as `_` now.
        if new.len() > old.len() && new.starts_with(old) {
            let rest = new[old.len()..].trim();
            let span = marks.find(|mark| {
                let cut = changed[mark.start..mark.end].split(" #").next();
                cut.is_some_and(|cut| rest.starts_with(cut.trim_end()))
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
        assert_eq!(spans("a: talks #5: day two\n"), ["#5: day two"]);
        assert!(spans("{a: \"x #1\", b: c}\n").is_empty());
        assert_eq!(spans("a: \"x #1\"\nb: y #2\nc: z #3 #4\n"), ["#2", "#3 #4"]);
    }
}
