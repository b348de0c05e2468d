//! The command line: one file a command. A command takes its arguments and returns an
//! [`Outcome`]; it does not print.

mod apart;
pub mod ask;
mod build;
mod check;
mod completions;
mod date;
mod explain;
mod export;
mod fmt;
mod import;
mod init;
mod list;
mod man;
mod memory;
mod new;
mod pin;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod show;

use std::fs;
use std::path::Path;

use clap::{ColorChoice, Parser, Subcommand};
use date::{a_day, a_first_day, a_last_day};

use crate::decode::decode;
use crate::diagnostic::{Report, did_you_mean, human};
use crate::load::{FileId, LoadError, Sources, load};
use crate::model::{Lesson, Timeline};
use crate::schema::LessonId;
use crate::write::edit_file;

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
    /// Say only what is wrong: no progress, and nothing of what was done
    #[arg(
        short,
        long,
        global = true,
        conflicts_with = "verbose",
        display_order = 900
    )]
    pub quiet: bool,
    /// Say more: which files are written, and how long each stage takes
    #[arg(short, long, global = true, display_order = 901)]
    pub verbose: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Arguments),
    New(Box<new::Arguments>),
    Check(check::Arguments),
    Fmt(fmt::Arguments),
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
    Build(build::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Import(Box<import::Arguments>),
    Export(export::Arguments),
    Pin(pin::Arguments),
    Explain(explain::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

impl Command {
    /// Whether what it prints when all is well is what was asked for, and not only word of
    /// what was done.
    fn answers(&self) -> bool {
        match self {
            Command::Check(arguments) => arguments.answers(),
            Command::Export(arguments) => arguments.answers(),
            Command::List(_)
            | Command::Show(_)
            | Command::Explain(_)
            | Command::Schema(_)
            | Command::Completions(_)
            | Command::Man(_) => true,
            _ => false,
        }
    }
}

/// Receives text that is shown at once, such as progress.
pub type Progress<'p> = &'p dyn Fn(&str);

/// What a command shows while it runs.
#[derive(Clone, Copy)]
pub struct Screen<'s> {
    /// Shows what is being done, until something else is shown.
    pub progress: Progress<'s>,
    /// Prints what a command that goes on has to say so far: its texts, not its code.
    pub say: &'s dyn Fn(&Outcome),
    /// Whom a command may ask for what is missing, where somebody is there.
    pub asker: Option<&'s dyn ask::Asker>,
}

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
pub fn run(arguments: &Arguments, screen: Screen<'_>) -> Outcome {
    let verbose = arguments.verbose;
    let mut outcome = match &arguments.command {
        Command::Init(arguments) => init::run(arguments),
        Command::New(arguments) => new::run(arguments, screen.asker),
        Command::Check(arguments) => check::run(arguments),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(arguments, screen),
        Command::Build(arguments) => build::run(arguments, screen.progress, verbose),
        Command::List(arguments) => list::run(arguments),
        Command::Show(arguments) => show::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Pin(arguments) => pin::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Import(arguments) => import::run(arguments, screen.progress),
        Command::Fmt(arguments) => fmt::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(arguments) => man::run(arguments),
    };
    if arguments.quiet && !arguments.command.answers() {
        outcome.out.clear();
    }
    outcome
}

/// A folder, read, decoded and checked.
struct Checked {
    sources: Sources,
    timeline: Timeline,
    report: Report,
}

/// The first three stages.
fn checked(folder: &Path) -> Result<Checked, Outcome> {
    let (sources, mut found) = load(folder).map_err(|errors| {
        let mut outcome = refused(&errors);
        if !folder.exists() && Path::new("timeline.yaml").is_file() {
            outcome.err += "event files are here: name this folder, `.`\n";
        }
        outcome
    })?;
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

/// The first three stages, for a command that does nothing while anything is wrong; `done`
/// is what it would have done.
fn sound(folder: &Path, done: &str) -> Result<Checked, Outcome> {
    let checked = checked(folder)?;
    if checked.report.errors() == 0 {
        return Ok(checked);
    }
    let told = told(&checked.report, &checked.sources);
    let summary = human::summary(&checked.report);
    Err(Outcome {
        err: format!(
            "{told}nothing was {done}: {summary} in {}\n",
            folder.display()
        ),
        code: 1,
        ..Outcome::default()
    })
}

/// A file that is written for somebody else must not stand among the event files, where it
/// would be taken for one.
fn not_among_events(path: &Path, folder: &Path) -> Result<(), Outcome> {
    let (Ok(file), Ok(events)) = (apart::resolve(path), apart::resolve(folder)) else {
        return Ok(());
    };
    if file.starts_with(&events) {
        return Err(Outcome::fault(format_args!(
            "{} lies among the event files in {}; choose another place",
            path.display(),
            folder.display()
        )));
    }
    Ok(())
}

/// What is said first of event files of which some are wrong, by a command that makes do with
/// the others.
fn partly_read(report: &Report, folder: &Path) -> Outcome {
    let mut outcome = Outcome::default();
    if report.errors() > 0 {
        outcome.err = format!(
            "{} in {}: what is wrong may be missing here; `dateline check` tells it\n",
            human::summary(report),
            folder.display()
        );
        outcome.code = 1;
    }
    outcome
}

/// Puts another text into an event file, if nobody has changed it since it was read.
fn change(sources: &Sources, file: FileId, text: &str) -> Result<(), String> {
    let path = sources.path_of(file);
    let old = &sources.get(file).text;
    let read = fs::read(&path).map_err(|error| error.to_string())?;
    // A byte order mark, which is no part of the text.
    let mark = read.len().saturating_sub(old.len());
    if read.get(mark..) != Some(old.as_bytes()) {
        return Err("this file was changed by somebody else; try again".to_owned());
    }
    let mut bytes = read[..mark].to_vec();
    bytes.extend_from_slice(text.as_bytes());
    edit_file(&path, &read, &bytes).map_err(|error| error.to_string())
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
