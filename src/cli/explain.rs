//! `dateline explain`: what a code means.

use clap::Args;

use super::Outcome;
use crate::diagnostic::{CODES, Severity, did_you_mean, find_code};

/// Tells what the code of an error or a warning means, with examples
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline explain bad-date\n  dateline explain          (lists all codes)"
)]
pub(super) struct Arguments {
    /// The code, as it stands in brackets behind `error` or `warning`
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(name) = &arguments.code else {
        return Outcome {
            out: list(),
            ..Outcome::default()
        };
    };
    // As it may be copied: `error[bad-date]`.
    let name = name.split_once('[').map_or(name.as_str(), |(_, rest)| rest);
    let name = name.trim_end_matches(']').to_lowercase();
    if let Some(code) = find_code(&name) {
        return Outcome {
            out: code.text.to_owned(),
            ..Outcome::default()
        };
    }
    let close = did_you_mean(&name, CODES.iter().map(|code| code.name));
    let hint = close.map_or_else(
        || "`dateline explain` lists all codes".to_owned(),
        |close| format!("did you mean `{close}`?"),
    );
    Outcome::fault(format_args!("there is no code `{name}`; {hint}"))
}

fn list() -> String {
    let mut out = String::new();
    for (severity, title) in [(Severity::Error, "Errors"), (Severity::Warning, "Warnings")] {
        out += &format!("{title}\n");
        for code in CODES.iter().filter(|code| code.severity == severity) {
            out += &format!("  {:22} {}\n", code.name, code.summary());
        }
    }
    out
}
