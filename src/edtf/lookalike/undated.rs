//! Texts that give no date: none is known, or it depends on the reader.

use super::{Reading, valid, write};

/// `TBD`, `unknown`, `n/a`, `?`.
pub(super) fn unknown(text: &str) -> Option<Reading> {
    const TEXTS: &str = "tbd/tba/tbc/to be determined/to be announced/to be confirmed/unknown/\
                         unk/date unknown/unknown date/not known/not yet known/not known yet/\
                         unclear/uncertain/undated/no date/none/nil/na/n.a./nd/n.d./\
                         unspecified/pending/xxx/-/--/---/–/—";
    const HELP: &str = "for an event whose date is not known, write the span in which it must \
                        lie, such as `\"[..2024-04-30]\"`; an optional date is left out with its \
                        key";
    if text.len() > 20 {
        return None;
    }
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(['(', ')', '[', ']', '<', '>']);
    let is_marks = !text.is_empty() && text.chars().all(|letter| letter == '?');
    let is_known = bare == "n/a" || TEXTS.split('/').any(|known| known == bare);
    (is_marks || is_known).then(|| Reading::new(text, "is not a date", HELP))
}

/// `2031-05-16/TBD`: an end that is not known.
pub(super) fn unknown_end(text: &str) -> Option<Reading> {
    let (start, end) = text.split_once('/')?;
    let interval = match (unknown(start.trim()), unknown(end.trim())) {
        (None, Some(_)) => format!("{}/", start.trim_end()),
        (Some(_), None) => format!("/{}", end.trim_start()),
        _ => return None,
    };
    let help = write(&valid(interval)?);
    Some(Reading::new(text, "is not written as EDTF", help))
}

/// `yesterday`, `last week`, `3 days ago`, `next May`.
pub(super) fn relative(text: &str) -> Option<Reading> {
    const ALONE: &str = "yesterday today tomorrow tonight now ago recently lately soon currently \
                         presently present ongoing nowadays";
    const BEFORE: &str = "last next this past previous coming current";
    const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";
    const UNITS: &str = "day days night morning afternoon evening weekend week weeks month months \
                         quarter season year years decade century spring summer autumn fall \
                         winter january february march april may june july august september \
                         october november december mon tue wed thu fri sat sun jan feb mar apr \
                         jun jul aug sep oct nov dec";
    const HELP: &str = "write a date that does not depend on the day of reading, such as \
                        `2024-04-02` or `\"[2024-03-25..2024-03-31]\"`";
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // A year in it: the text says more than the day of reading.
    if words
        .iter()
        .any(|word| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let is_in = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    let has = |list: &str| words.iter().any(|word| is_in(list, word));
    let with_unit = has(BEFORE) && (has(UNITS) || has(WEEKDAYS));
    let weekday = matches!(words[..], [word] | ["on", word] if is_in(WEEKDAYS, word));
    let how = "depends on the day of reading";
    (has(ALONE) || with_unit || weekday).then(|| Reading::new(text, how, HELP))
}
