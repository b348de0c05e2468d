//! Every code that a diagnostic can have, with what `dateline explain` says of it.
//!
//! The texts stand in `codes/<name>.md`: a sentence, a paragraph, and a wrong and a
//! right example, both of which a test runs through `check`.

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The files are wrong; no site is built from them.
    Error,
    /// Probably not what was meant; can be accepted with a reason.
    Warning,
}

/// A code: which rule complains.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name, as shown in brackets and given to `dateline explain`.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it means, in Markdown, with examples.
    pub text: &'static str,
}

impl Code {
    /// The first sentence of its text.
    pub fn summary(&self) -> &'static str {
        self.text
            .lines()
            .find(|line| !line.is_empty() && !line.starts_with('#'))
            .unwrap_or_default()
    }
}

macro_rules! codes {
    ($($severity:ident { $($constant:ident $name:literal)* })*) => {
        /// The codes by name, to raise them with.
        pub mod names {
            use super::{Code, Severity};
            $($(
                #[doc = concat!("`", $name, "`: see `dateline explain ", $name, "`.")]
                pub const $constant: &Code = &Code {
                    name: $name,
                    severity: Severity::$severity,
                    text: include_str!(concat!("codes/", $name, ".md")),
                };
            )*)*
        }

        /// All codes, errors first.
        pub const CODES: &[&Code] = &[$($(names::$constant,)*)*];
    };
}

codes! {
    Error {
        SYNTAX "syntax"
        TAB_INDENTATION "tab-indentation"
        SECOND_DOCUMENT "second-document"
        TOO_DEEP "too-deep"
        ALIAS_BOMB "alias-bomb"
        TAG "tag"
        INVALID_UTF8 "invalid-utf8"
        TOO_LARGE "too-large"
        MISSING_FILE "missing-file"
        FILE_NAME "file-name"
        UNKNOWN_KEY "unknown-key"
        MISSING_KEY "missing-key"
        DUPLICATE_KEY "duplicate-key"
        WRONG_TYPE "wrong-type"
        NULL_VALUE "null-value"
        EMPTY_VALUE "empty-value"
        BAD_VALUE "bad-value"
        BAD_DATE "bad-date"
        BAD_URL "bad-url"
        BAD_ID "bad-id"
        DUPLICATE_ID "duplicate-id"
        UNKNOWN_WORD "unknown-word"
        UNKNOWN_REFERENCE "unknown-reference"
        NOT_RELAYED "not-relayed"
        RELAY_CIRCLE "relay-circle"
        PART_CIRCLE "part-circle"
        SELF_RELATION "self-relation"
        HISTORY_ORDER "history-order"
        NAMED_TWICE "named-twice"
        NOT_IN_LESSON "not-in-lesson"
        ACTIVITY_TOO_SMALL "activity-too-small"
        ONE_ANSWER "one-answer"
        OFF_THE_LINE "off-the-line"
        BAD_QUESTION "bad-question"
        ANSWER_WITHOUT_CLAIM "answer-without-claim"
    }
    Warning {
        CUT_TEXT "cut-text"
        STRAY_FILE "stray-file"
        FILE_NAME_DATE "file-name-date"
        SAME_DAY_TITLE "same-day-title"
        REPORTED_BEFORE "reported-before"
        HAPPENED_AFTER_REPORT "happened-after-report"
        PLAN_OVERDUE "plan-overdue"
        UNDATED_STATE "undated-state"
        FIGURES_DIFFER "figures-differ"
        DENIAL_UNTIED "denial-untied"
        SINGLE_ANONYMOUS "single-anonymous"
        ORDER_UNKNOWN "order-unknown"
        BAD_STANDARD "bad-standard"
        LESSON_OUTDATED "lesson-outdated"
        UNUSED "unused"
        UNUSED_ACCEPT "unused-accept"
    }
}

/// The code with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    CODES.iter().copied().find(|code| code.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_a_summary_and_both_examples() {
        for code in CODES {
            assert!(code.summary().ends_with('.'), "{}", code.name);
            assert!(code.text.contains("\n## Wrong"), "{}", code.name);
            assert!(code.text.contains("\n## Right"), "{}", code.name);
        }
    }

    #[test]
    fn names_are_unique() {
        for code in CODES {
            assert_eq!(find(code.name), Some(*code));
        }
    }
}
