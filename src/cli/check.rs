//! `dateline check`: is everything right?

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Checked, Outcome, checked, told};
use crate::diagnostic::{github, human, json, sarif};
use crate::words::Counted;

/// Tells all that is wrong in the event files of a folder
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline check\n  dateline check my-events --deny-warnings\n  dateline check --format json | jq '.diagnostics[].code'\n  dateline check --format sarif > dateline.sarif\n\nExit codes: 0 all is well; 1 there are errors, or warnings with --deny-warnings; 2 the folder cannot be read."
)]
pub(super) struct Arguments {
    /// The folder of event files
    #[arg(default_value = "events")]
    dir: PathBuf,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Treat warnings as errors: exit with 1 if there are any
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people: with the source lines, in colour on a terminal
    Human,
    /// For machines: one JSON object
    Json,
    /// For tools that gather findings: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: a note at each place, with a closing line on standard error
    Github,
}

impl Arguments {
    /// Whether what it prints is for a program.
    pub(super) fn answers(&self) -> bool {
        !matches!(self.format, Format::Human)
    }
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Checked {
        sources,
        timeline,
        report,
    } = match checked(&arguments.dir) {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let bad = report.errors() > 0 || (arguments.deny_warnings && report.warnings() > 0);
    let code = u8::from(bad);
    match arguments.format {
        Format::Json => Outcome {
            out: json::render(&report, &sources),
            err: String::new(),
            code,
        },
        Format::Sarif => Outcome {
            out: sarif::render(&report, &sources),
            err: String::new(),
            code,
        },
        Format::Github => Outcome {
            out: github::render(&report, &sources),
            err: match human::summary(&report) {
                summary if summary.is_empty() => summary,
                summary => format!("{summary} in {}\n", arguments.dir.display()),
            },
            code,
        },
        Format::Human if report.errors() + report.warnings() > 0 => Outcome {
            out: String::new(),
            err: told(&report, &sources),
            code,
        },
        Format::Human => {
            let count = |number, what| crate::words::ENGLISH.count(number, what);
            let lessons = match timeline.lessons.len() {
                0 => String::new(),
                1 => ", 1 lesson".to_owned(),
                number => format!(", {number} lessons"),
            };
            let out = format!(
                "{}: {}, {}, {}, {}{lessons}: all is well\n",
                arguments.dir.display(),
                count(timeline.events.len(), Counted::Events),
                count(timeline.claims().count(), Counted::Claims),
                count(timeline.actors.len(), Counted::Actors),
                count(timeline.sources.len(), Counted::Sources),
            );
            Outcome {
                out,
                err: String::new(),
                code,
            }
        }
    }
}
