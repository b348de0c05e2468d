//! Slips in a set: its brackets, its dots, the order of its dates.

use super::slips::replaced;
use super::{valid, write};
use crate::edtf::error::{Error, shown};

/// `[1984/1986]`: an interval as a member.
pub(super) fn dots_for_slash(text: &str, error: &Error) -> Option<String> {
    let slash = error.span();
    (text.get(slash.clone())? == "/").then_some(())?;
    let before = text.get(..slash.start)?.strip_suffix("..");
    let after = text.get(slash.end..)?;
    let start = before.map_or(slash.start, str::len);
    let end = slash.end + if after.starts_with("..") { 2 } else { 0 };
    valid(replaced(text, start..end, "..")?).map(|set| write(&set))
}

/// `[2024-2025]`, `[2024-05-16–2024-05-31]`: a dash for the dots of a set.
pub(super) fn dots_for_hyphen(text: &str, error: &Error) -> Option<String> {
    text.starts_with(['[', '{']).then_some(())?;
    let span = error.span();
    let (before, from) = (text.get(..span.start)?, text.get(span.start..)?);
    let dashes = ['-', '\u{2013}', '\u{2014}', '\u{2212}'];
    let dash = if let Some(rest) = from.strip_prefix(dashes) {
        span.start..text.len() - rest.len()
    } else {
        before.strip_suffix('-')?.len()..span.start
    };
    valid(replaced(text, dash, "..")?).map(|set| write(&set))
}

/// `[1986..1984]`: the later date first.
pub(super) fn swapped(text: &str, error: &Error) -> Option<String> {
    let last = error.span();
    let before = text.get(..last.start)?.strip_suffix("..")?;
    let start = before.rfind(['[', '{', ','])? + 1;
    let range = format!("{}..{}", text.get(last.clone())?, before.get(start..)?);
    valid(replaced(text, start..last.end, &range)?).map(|set| write(&set))
}

/// `1984..1986`, without brackets.
pub(super) fn with_brackets(text: &str) -> Option<String> {
    (!text.contains(['/', '[', '{'])).then_some(())?;
    let (from, to) = text.split_once("..")?;
    let interval = valid(match (from, to) {
        ("", _) => format!("../{to}"),
        (_, "") => format!("{from}/.."),
        _ => format!("{from}/{to}"),
    })?;
    let set = valid(format!("[{text}]"))?;
    Some(format!(
        "for something that lasts, write {}; for one date in that span, {}",
        shown(&interval),
        shown(&set)
    ))
}

/// `1984,1985`
pub(super) fn without_brackets(text: &str) -> Option<String> {
    (text.contains(',') && !text.contains(['[', '{'])).then_some(())?;
    let (one, all) = (valid(format!("[{text}]"))?, valid(format!("{{{text}}}"))?);
    Some(format!(
        "for one of these, write {}; for all of them, {}",
        shown(&one),
        shown(&all)
    ))
}
