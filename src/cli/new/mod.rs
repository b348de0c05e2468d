//! `dateline new`: begins a file, or adds a record to one.

mod declare;
mod event;
mod fill;
mod item;
mod lesson;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::ask::Asker;
use super::{Checked, Outcome, checked};
use crate::diagnostic::did_you_mean;
use crate::load::LESSONS;
use crate::model::{Event, Timeline};
use crate::schema::{EventId, check_id, slug};
use crate::write::begin_file;

/// Begins an event or a lesson, or declares an actor, a place or a source
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Event(event::Arguments),
    Actor(declare::ActorArguments),
    Place(declare::PlaceArguments),
    Source(declare::SourceArguments),
    Lesson(LessonArguments),
}

/// Where what is begun is written, and whether anything is asked.
#[derive(Debug, Args)]
struct Place {
    /// The folder of event files
    #[arg(long, default_value = "events")]
    dir: PathBuf,
    /// Never ask, not even at a terminal
    #[arg(long)]
    no_input: bool,
}

/// Begins a lesson on some of the events
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline new lesson \"Who says so?\" --event 2024-04-02-biden-xi-call 2024-05-putin-to-china\n\nThe file says in comments how to go on with it; `dateline check` takes it as it is. A file that is there already is never written over."
)]
struct LessonArguments {
    /// What the lesson is called
    title: String,
    /// The events that it is about, by their ids
    #[arg(long = "event", value_name = "ID", required = true, num_args = 1..)]
    events: Vec<String>,
    /// The lesson's id, which names its file; made from the title if left out
    #[arg(long)]
    id: Option<String>,
    /// The folder of event files
    #[arg(long, default_value = "events")]
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments, asker: Option<&dyn Asker>) -> Outcome {
    let done = match &arguments.what {
        What::Event(arguments) => event::run(arguments, asker),
        What::Actor(arguments) => declare::actor(arguments, asker),
        What::Place(arguments) => declare::place(arguments, asker),
        What::Source(arguments) => declare::source(arguments, asker),
        What::Lesson(arguments) => new_lesson(arguments),
    };
    done.unwrap_or_else(|outcome| outcome)
}

/// The event files of a folder; or, if there are none, how to begin some.
fn opened(dir: &Path) -> Result<Checked, Outcome> {
    let is_yaml = |entry: fs::DirEntry| entry.path().extension().is_some_and(|end| end == "yaml");
    let begun = fs::read_dir(dir).is_ok_and(|entries| entries.flatten().any(is_yaml));
    checked(dir).map_err(|mut outcome| {
        if !begun {
            outcome.err += "  `dateline init` begins a timeline; --dir names another folder\n";
        }
        outcome
    })
}

/// Where the JSON Schema of a kind of file stands, as seen from the event files, if it is where
/// `dateline init` puts it.
fn schema_of(dir: &Path, kind: &str) -> Option<String> {
    let schema = format!("../schema/{kind}.json");
    dir.join(&schema).is_file().then_some(schema)
}

fn new_lesson(arguments: &LessonArguments) -> Result<Outcome, Outcome> {
    let title = arguments.title.trim();
    if title.is_empty() {
        return Err(Outcome::fault("a lesson needs a title"));
    }
    let id = id_of(arguments, title)?;
    let Checked { timeline, .. } = opened(&arguments.dir)?;
    let mut events = Vec::new();
    for id in &arguments.events {
        let event = event(&timeline, id)?;
        if !events.contains(&event) {
            events.push(event);
        }
    }
    let path = arguments.dir.join(LESSONS).join(format!("{id}.yaml"));
    if path.symlink_metadata().is_ok() {
        return Err(Outcome::fault(format_args!(
            "{} is there already; choose another title, or give the lesson an id by --id",
            path.display()
        )));
    }
    let text = lesson::begun(title, &timeline, &events);
    begin_file(&path, text.as_bytes()).map_err(Outcome::fault)?;
    Ok(Outcome {
        out: format!(
            "{}: written; go on with it in an editor, and run `dateline check`\n",
            path.display()
        ),
        ..Outcome::default()
    })
}

fn id_of(arguments: &LessonArguments, title: &str) -> Result<String, Outcome> {
    let id = match &arguments.id {
        Some(id) => Some(id.clone()),
        None => slug(title),
    };
    let Some(id) = id else {
        return Err(Outcome::fault(
            "no file name can be made from this title; give the lesson an id by --id",
        ));
    };
    match check_id(&id) {
        Ok(()) if id == "new" => Err(Outcome::fault(
            "no lesson can have the id `new`; give it another by --id",
        )),
        Ok(()) => Ok(id),
        Err(_) => Err(Outcome::fault(format_args!(
            "`{id}` cannot be a lesson's id: that is made of small letters a-z, digits and single hyphens, and not long; give one by --id"
        ))),
    }
}

fn event<'t>(timeline: &'t Timeline, id: &str) -> Result<&'t Event, Outcome> {
    let stem = id.strip_suffix(".yaml").unwrap_or(id);
    let found = timeline.events.get(&EventId(stem.to_owned()));
    found.ok_or_else(|| {
        let close = did_you_mean(stem, timeline.events.ids());
        Outcome::fault(match close {
            Some(close) => format!("there is no event `{stem}`; did you mean `{close}`?"),
            None if timeline.broken.may_hold("event", stem) => {
                format!("the event `{stem}` cannot be read; `dateline check` says why")
            }
            None => format!("there is no event `{stem}`; each event is a file of that name"),
        })
    })
}
