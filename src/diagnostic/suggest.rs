//! "Did you mean": the known word that is closest to an unknown one.

/// The closest of `known` to `word`, if one is close enough to be a slip of the hand:
/// a third of its letters may differ, a whole part of it may be missing or too much.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    // No word of ours is so long; comparing takes time with the square of it.
    if folded.len() > 200 {
        return None;
    }
    let length = folded.chars().count();
    let allowed = ((length + 1) / 3).max(1);
    known
        .into_iter()
        .filter_map(|candidate| {
            let other = fold(candidate);
            // `xi` for `xi-jinping`, `biden-xi-call` for `2024-04-02-biden-xi-call`.
            let part = folded.len() > 1 && other.split('-').any(|part| part == folded)
                || folded.len() > 4 && other.contains(&folded)
                || other.len() > 1 && folded.split('-').any(|part| part == other);
            let distance = if other == folded {
                0
            } else if part {
                1
            // Of two letters nothing is left when one is wrong.
            } else if length < 3 || other.chars().count().abs_diff(length) > allowed {
                return None;
            } else {
                strsim::osa_distance(&folded, &other)
            };
            (distance <= allowed).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}

/// Words as a list for a message: "`a`, `b` or `c`"; long lists are cut.
pub fn any_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    list(words, "or")
}

/// Words as a list for a message: "`a`, `b` and `c`"; long lists are cut.
pub fn all_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    list(words, "and")
}

fn list<'a>(words: impl IntoIterator<Item = &'a str>, joint: &str) -> String {
    const MOST: usize = 30;
    let words: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        many if many.len() > MOST => {
            format!("{} and {} more", many[..MOST].join(", "), many.len() - MOST)
        }
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let known = ["biden", "xi", "yellen", "he-lifeng"];
        assert_eq!(did_you_mean("bidden", known), Some("biden"));
        assert_eq!(did_you_mean("Yellen", known), Some("yellen"));
        assert_eq!(did_you_mean("he_lifeng", known), Some("he-lifeng"));
        assert_eq!(did_you_mean("lifeng", known), Some("he-lifeng"));
        assert_eq!(did_you_mean("xi-jinping", known), Some("xi"));
        assert_eq!(did_you_mean("denys", ["denies"]), Some("denies"));
        assert_eq!(did_you_mean("putin", known), None);
        assert_eq!(did_you_mean(&"biden".repeat(1000), known), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(any_of(["a"]), "`a`");
        assert_eq!(any_of(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(all_of(["a", "b"]), "`a` and `b`");
    }
}
