//! `dateline init`: begins a timeline.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::Outcome;
use crate::begin::{Form, Starter};
use crate::model::Timeline;
use crate::schema::TimelineRecord;
use crate::words::LANGUAGES;
use crate::write::{begin_files, taken};

/// Begins a timeline: event files with an example, settings for editors, and a workflow that publishes it
#[derive(Debug, Args)]
#[command(
    arg_required_else_help = true,
    after_help = "Examples:\n  dateline init my-timeline --title \"Spring talks\"\n  dateline init . --bare\n\nWhat it begins is right as it is: `dateline check` has no complaint, `dateline build` makes a site of it. Nothing that is there is ever written over: if any of the files is there already, none is written."
)]
pub(super) struct Arguments {
    /// The folder in which the timeline is to stand; it is made if it is not there
    dir: PathBuf,
    /// What the timeline is called
    #[arg(long, default_value = "An example timeline")]
    title: String,
    /// The language of its pages
    #[arg(long, default_value = "en", value_parser = PossibleValuesParser::new(LANGUAGES.iter().map(|language| language.code())))]
    language: String,
    /// Leave out the workflow for GitHub, which checks the event files and publishes the site
    #[arg(long)]
    no_workflow: bool,
    /// Write nothing but the event files and their JSON Schemas
    #[arg(long)]
    bare: bool,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let title = arguments.title.trim();
    if title.is_empty() {
        return Outcome::fault("a timeline needs a title; put something else behind --title");
    }
    let form = Form::of::<TimelineRecord>();
    let wrong = (form.as_ref().and_then(|form| form.field("title")))
        .map(|field| field.wrong(title, &Timeline::empty()))
        .unwrap_or_default();
    if !wrong.is_empty() {
        return Outcome::fault(format_args!("--title: {}", wrong.join("; ")));
    }
    let files = Starter {
        title,
        language: &arguments.language,
        workflow: !arguments.no_workflow,
        bare: arguments.bare,
    }
    .files();
    let dir = &arguments.dir;
    let mut there = taken(dir, &files);
    let events = dir.join("events");
    // Event files of another timeline would become part of this one.
    if there.is_empty() && holds_anything(&events) {
        there.push(events);
    }
    if !there.is_empty() {
        return refused(&there, arguments.bare);
    }
    if let Err(error) = begin_files(dir, &files) {
        return Outcome::fault(format_args!("{error}; nothing was written"));
    }
    let mut out = format!("{}: a timeline is begun\n", dir.display());
    for file in &files {
        out += &format!("  {}\n", file.path);
    }
    out += "\nGo on:\n";
    if dir != Path::new(".") {
        out += &format!("  cd {}\n", quoted(dir));
    }
    out += "  dateline serve        shows it in the browser while you write\n";
    out += "  dateline new event    begins an event\n";
    out += "  dateline check        says what is wrong\n";
    Outcome {
        out,
        ..Outcome::default()
    }
}

fn holds_anything(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

fn refused(there: &[PathBuf], bare: bool) -> Outcome {
    let mut list = String::new();
    for path in there {
        list += &format!("\n  {}", path.display());
    }
    let advice = if bare {
        "choose another folder"
    } else {
        "choose another folder, move them away, or begin only event files and schemas by --bare"
    };
    Outcome::fault(format_args!(
        "nothing was written, since these are there already; {advice}:{list}"
    ))
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/\\:._-~".contains(c);
    if path.chars().all(plain) && !path.starts_with('-') {
        path
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}
