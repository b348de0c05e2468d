//! `dateline export`: the timeline in a file of another tool.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::{Checked, Outcome, a_day, not_among_events, sound};
use crate::edtf::Day;
use crate::export::{Exported, FORMATS, Lost};
use crate::views::Site;
use crate::words::{Counted, ENGLISH};
use crate::write::begin_file;

/// Writes the timeline as a file for another tool, and tells what that has no place for
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline export --to timelinejs timeline.json\n  dateline export --to jsonl - | jq .title\n  dateline export --to markwhen timeline.mw --report lost.txt\n\nA file that is there already is never written over."
)]
pub(super) struct Arguments {
    /// What to write
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.what))))]
    to: String,
    /// The file to write; `-` for standard output
    file: PathBuf,
    /// The folder of event files
    #[arg(long, default_value = "events")]
    dir: PathBuf,
    /// The timeline as it was known on a day
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<Day>,
    /// Write what found no place, event by event, into a file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Arguments {
    /// Whether it prints the file itself.
    pub(super) fn answers(&self) -> bool {
        self.file == Path::new("-")
    }
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Checked { timeline, .. } = match sound(&arguments.dir, "written") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let mut outcome = Outcome::default();
    let Some(format) = FORMATS.iter().find(|format| format.name == arguments.to) else {
        return Outcome::fault("there is no such format");
    };
    let timeline = match arguments.as_of {
        Some(day) => timeline.as_of(day),
        None => timeline,
    };
    let exported = (format.make)(&Site::of(&timeline));
    if let Err(fault) = write(arguments, &exported, &mut outcome) {
        return fault;
    }
    outcome
}

/// Writes the file and the report of what is lost; both or, as far as can be known
/// beforehand, neither.
fn write(arguments: &Arguments, exported: &Exported, outcome: &mut Outcome) -> Result<(), Outcome> {
    let to_output = arguments.answers();
    let mut files: Vec<(&Path, &str)> = Vec::new();
    if !to_output {
        files.push((&arguments.file, &exported.text));
    }
    let whole = in_full(&exported.lost);
    if let Some(path) = &arguments.report {
        files.push((path, &whole));
    }
    if let [(file, _), (report, _)] = &files[..]
        && file == report
    {
        return Err(Outcome::fault(
            "--report names the file itself; choose another name",
        ));
    }
    for (path, _) in &files {
        not_among_events(path, &arguments.dir)?;
        if path.symlink_metadata().is_ok() {
            return Err(Outcome::fault(format_args!(
                "{} is there already; remove it, or choose another name",
                path.display()
            )));
        }
    }
    for (path, text) in &files {
        begin_file(path, text.as_bytes()).map_err(Outcome::fault)?;
    }
    let count = ENGLISH.count(exported.events, Counted::Events);
    if to_output {
        outcome.out.clone_from(&exported.text);
    } else {
        outcome.out = format!("{}: {count} written\n", arguments.file.display());
    }
    // What is lost goes beside the file, never into it.
    outcome.err += &in_short(&exported.lost, &arguments.to);
    Ok(())
}

/// Each sort of loss with how many events it befell.
fn in_short(lost: &Lost, to: &str) -> String {
    if lost.is_empty() {
        return String::new();
    }
    let mut text = format!("what {to} has no place for, or not as it was:\n");
    for (sort, events) in lost.iter() {
        let count = ENGLISH.count(events.len(), Counted::Events);
        text += &format!("  {count:10}  {sort}\n");
    }
    text
}

/// Each sort of loss with the events that it befell.
fn in_full(lost: &Lost) -> String {
    let mut text = String::new();
    for (sort, events) in lost.iter() {
        text += &format!("{sort}\n");
        for event in events {
            text += &format!("  {event}\n");
        }
    }
    if text.is_empty() {
        text += "nothing was lost\n";
    }
    text
}
