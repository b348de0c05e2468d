//! What no text of an event file may hold.

use crate::text::{is_unfit, one_line, turns_direction, unclosed_direction};

/// A text without what it may not hold, and what was taken out, in words. Lines end as they
/// do here, which is not told.
pub(super) fn cleaned(text: &str, is_line: bool) -> (String, Option<String>) {
    let mut cleaned = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    };
    let mut out: Vec<String> = Vec::new();
    if cleaned.contains(is_unfit) {
        let mut count = 0;
        cleaned.retain(|c| {
            count += usize::from(is_unfit(c));
            !is_unfit(c)
        });
        out.push(format!("{count} control characters"));
    }
    if unclosed_direction(&cleaned).is_some() {
        cleaned.retain(|c| !turns_direction(c));
        out.push("unseen characters that turn round the text after them".to_owned());
    }
    let cleaned = if is_line {
        one_line(&cleaned)
    } else {
        let lines: Vec<&str> = cleaned.lines().map(str::trim_end).collect();
        lines.join("\n").trim_matches('\n').trim_end().to_owned()
    };
    let told = (!out.is_empty()).then(|| format!("took out {}", out.join(", and ")));
    (cleaned, told)
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn what_no_text_may_hold_is_taken_out_and_told() {
        assert_eq!(cleaned("a  b\r\nc", true), ("a b c".into(), None));
        assert_eq!(cleaned("a  \r\n\r\nc\n\n", false), ("a\n\nc".into(), None));
        let (text, told) = cleaned("a\0b\u{202e}c", false);
        assert_eq!(text, "abc");
        assert!(told.unwrap().contains("1 control characters, and unseen"));
    }
}
