//! The command line: one file a command. A command takes its arguments and returns an
//! [`Outcome`]; it does not print.

mod build;
mod check;
mod explain;
mod fmt;
mod new;
mod pin;
mod schema;

use std::path::Path;

use clap::{ColorChoice, Parser, Subcommand};

use crate::decode::decode;
use crate::diagnostic::{Report, did_you_mean, human};
use crate::load::{LoadError, Sources, load};
use crate::model::{Lesson, Timeline};
use crate::schema::LessonId;

/// Turns YAML event files about diplomacy into a static HTML timeline.
#[derive(Debug, Parser)]
#[command(
    name = "dateline",
    version,
    color = ColorChoice::Auto,
    arg_required_else_help = true,
    after_help = "Exit codes: 0 all is well; 1 the event files are wrong; 2 the command or the system is at fault.\n\n\
                  Start with `dateline check`; when it finds nothing wrong, `dateline build`."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Build(build::Arguments),
    New(new::Arguments),
    Pin(pin::Arguments),
    Explain(explain::Arguments),
    Fmt(fmt::Arguments),
    Schema(schema::Arguments),
}

/// Receives text that is shown at once, such as progress.
pub type Progress<'p> = &'p dyn Fn(&str);

/// What a command has to say, and how it ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// For standard output; may hold ANSI styles.
    pub out: String,
    /// For standard error; may hold ANSI styles.
    pub err: String,
    /// The exit code: 0 all is well, 1 the event files are wrong, 2 the command or the
    /// system is at fault.
    pub code: u8,
}

impl Outcome {
    fn fault(message: impl std::fmt::Display) -> Self {
        Outcome {
            err: format!("{ERROR}: {message}\n"),
            code: 2,
            ..Outcome::default()
        }
    }
}

const ERROR: &str = "\u{1b}[1m\u{1b}[91merror\u{1b}[0m";

/// Runs the command that the arguments name.
pub fn run(arguments: &Arguments, progress: Progress<'_>) -> Outcome {
    match &arguments.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Build(arguments) => build::run(arguments, progress),
        Command::New(arguments) => new::run(arguments),
        Command::Pin(arguments) => pin::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Fmt(arguments) => fmt::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
    }
}

/// A folder, read, decoded and checked.
struct Checked {
    sources: Sources,
    timeline: Timeline,
    report: Report,
}

/// The first three stages.
fn checked(folder: &Path) -> Result<Checked, Outcome> {
    let (sources, mut found) = load(folder).map_err(|errors| refused(&errors))?;
    if sources.iter().next().is_none() {
        return Err(Outcome::fault(format_args!(
            "{}: there are no event files (`.yaml`) in this folder",
            folder.display()
        )));
    }
    let (timeline, report) = decode(&sources);
    found.extend(report);
    let report = crate::check::check(&timeline, found);
    Ok(Checked {
        sources,
        timeline,
        report,
    })
}

/// The lessons with these ids, or all. They may be named by their files too.
fn chosen_lessons<'t>(
    timeline: &'t Timeline,
    names: &[String],
) -> Result<Vec<&'t Lesson>, Outcome> {
    if names.is_empty() && timeline.lessons.is_empty() {
        return Err(Outcome::fault(
            "there are no lessons; `dateline new lesson` begins one",
        ));
    }
    if names.is_empty() {
        return Ok(timeline.lessons.iter().collect());
    }
    let found = names.iter().map(|name| {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let id = file.strip_suffix(".yaml").unwrap_or(file);
        let lesson = timeline.lessons.get(&LessonId(id.to_owned()));
        lesson.ok_or_else(|| match did_you_mean(id, timeline.lessons.ids()) {
            Some(close) => Outcome::fault(format_args!(
                "there is no lesson `{id}`; did you mean `{close}`?"
            )),
            None => Outcome::fault(format_args!("there is no lesson `{id}`")),
        })
    });
    found.collect()
}

fn refused(errors: &[LoadError]) -> Outcome {
    let mut outcome = Outcome {
        code: 2,
        ..Outcome::default()
    };
    for error in errors {
        outcome.err += &format!("{ERROR}: {error}\n");
    }
    outcome
}

/// A report as people read it, with its closing line and where to learn more.
fn told(report: &Report, sources: &Sources) -> String {
    let mut text = human::render(report, sources);
    let summary = human::summary(report);
    if !summary.is_empty() {
        let first = report
            .iter()
            .min_by_key(|diagnostic| (!diagnostic.is_error(), diagnostic.origin.file))
            .map_or("syntax", |diagnostic| diagnostic.code.name);
        text += &format!("{summary}; `dateline explain {first}` says more\n");
    }
    text
}
