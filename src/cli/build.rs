//! `dateline build`: the site.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;

use super::{Checked, Outcome, Progress, checked, told};
use crate::diagnostic::human;
use crate::edtf::{self, Day, Edtf};
use crate::outputs::outputs;
use crate::views::Site;
use crate::words::{self, Counted};
use crate::write::{Written, write};

/// Builds the site from the event files of a folder
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline build\n  dateline build my-events --out public\n  dateline build --as-of 2024-04-09 --out site-9-april\n\nIn the output folder only what an earlier build wrote is ever changed or removed."
)]
pub(super) struct Arguments {
    /// The folder of event files
    #[arg(default_value = "events")]
    dir: PathBuf,
    /// The folder that the site is written to
    #[arg(long, default_value = "site")]
    out: PathBuf,
    /// Build the site as it was known on a day: without what no report had told by then
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<Day>,
    /// Treat warnings as errors: build nothing if there are any
    #[arg(long)]
    deny_warnings: bool,
    /// Show how long each stage took
    #[arg(long)]
    timings: bool,
}

pub(super) fn run(arguments: &Arguments, progress: Progress<'_>) -> Outcome {
    let mut clock = Clock::start();
    if let Err(message) = apart(&arguments.dir, &arguments.out) {
        return Outcome::fault(message);
    }
    progress("reading and checking");
    let Checked {
        sources,
        timeline,
        report,
    } = match checked(&arguments.dir) {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    clock.lap("read and check");
    let mut outcome = Outcome {
        err: told(&report, &sources),
        ..Outcome::default()
    };
    if report.errors() > 0 || (arguments.deny_warnings && report.warnings() > 0) {
        outcome.err += &format!(
            "nothing was built: {} in {}\n",
            human::summary(&report),
            arguments.dir.display()
        );
        outcome.code = 1;
        return outcome;
    }
    let timeline = match arguments.as_of {
        Some(day) => timeline.as_of(day),
        None => timeline,
    };
    progress(&format!(
        "making the pages of {} events",
        timeline.events.len()
    ));
    let mut site = Site::of(&timeline);
    if let Some(day) = arguments.as_of {
        site = site.as_of(day);
    }
    let files = match outputs(&site) {
        Ok(files) => files,
        Err(error) => return Outcome::fault(error),
    };
    clock.lap("make pages");
    progress(&format!("writing {} files", files.len()));
    let written = match write(
        &arguments.out,
        &seen_from(&arguments.out, &arguments.dir),
        &files,
    ) {
        Ok(written) => written,
        Err(error) => return Outcome::fault(error),
    };
    clock.lap("write");
    for path in &written.kept {
        outcome.err += &format!(
            "{}: no longer part of the site, but changed since it was built: left as it is\n",
            arguments.out.join(path).display()
        );
    }
    let pages = files
        .iter()
        .filter(|file| file.path.ends_with(".html"))
        .count();
    outcome.out = format!(
        "{}: {} on {pages} pages; {}; {}\n",
        arguments.out.display(),
        words::ENGLISH.count(timeline.events.len(), Counted::Events),
        what_was_done(&written),
        seconds(clock.total()),
    );
    if arguments.timings {
        outcome.out += &clock.table();
    }
    outcome
}

/// Takes a day as it is written in a file.
fn a_day(text: &str) -> Result<Day, String> {
    let date: Edtf = text.parse().map_err(|error: edtf::Error| {
        let help = error
            .help()
            .map(|help| format!("; {help}"))
            .unwrap_or_default();
        format!("{error}{help}")
    })?;
    date.is_single_day()
        .ok_or_else(|| "not a single day, such as 2024-04-09".to_owned())
}

fn what_was_done(written: &Written) -> String {
    match written {
        Written {
            changed: 0,
            removed: 0,
            unchanged,
            ..
        } => {
            format!("all {unchanged} files were up to date")
        }
        Written {
            changed,
            removed: 0,
            unchanged,
            ..
        } => {
            format!("{changed} files written, {unchanged} up to date")
        }
        Written {
            changed,
            removed,
            unchanged,
            ..
        } => {
            format!("{changed} files written, {removed} removed, {unchanged} up to date")
        }
    }
}

/// The site must not lie in the event files, nor they in it: a page could take an event
/// file's place.
fn apart(dir: &Path, out: &Path) -> Result<(), String> {
    // Where there are no event files is told later, and better.
    let Ok(events) = dir.canonicalize() else {
        return Ok(());
    };
    let site = resolve(out).map_err(|error| format!("--out {}: {error}", out.display()))?;
    let shown = (dir.display(), out.display());
    if site == events {
        return Err(format!(
            "--out {} is the folder of the event files; choose another",
            shown.1
        ));
    }
    if site.starts_with(&events) {
        return Err(format!(
            "--out {} lies inside the folder of the event files, {}; choose another",
            shown.1, shown.0
        ));
    }
    if events.starts_with(&site) {
        return Err(format!(
            "the folder of the event files, {}, lies inside --out {}; choose another",
            shown.0, shown.1
        ));
    }
    Ok(())
}

/// The way from one folder to another, with `/` on every machine; the other's name alone
/// where there is none.
fn seen_from(here: &Path, there: &Path) -> String {
    let (Ok(here), Ok(full)) = (resolve(here), resolve(there)) else {
        return there.display().to_string();
    };
    let here: Vec<_> = here.components().collect();
    let full: Vec<_> = full.components().collect();
    let shared = here.iter().zip(&full).take_while(|(a, b)| a == b).count();
    let up = here[shared..].iter().map(|_| "..".to_owned());
    let down = full[shared..]
        .iter()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down)
        .collect::<Vec<_>>()
        .join("/")
        .replace(['\n', '\r'], " ")
}

/// The path with links followed, as far as it is there. What is not there yet has to be
/// plain names: `..` behind them could lead anywhere once they are.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let full = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut here = full.as_path();
    loop {
        match here.canonicalize() {
            Ok(found) => return Ok(found.join(missing.iter().rev().collect::<PathBuf>())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                match (here.components().next_back(), here.parent()) {
                    (Some(Component::Normal(part)), Some(parent)) => {
                        missing.push(part);
                        here = parent;
                    }
                    (Some(Component::ParentDir), _) => {
                        return Err(io::Error::other("`..` behind a folder that does not exist"));
                    }
                    _ => return Err(error),
                }
            }
            Err(error) => return Err(error),
        }
    }
}

/// Times the stages.
struct Clock {
    start: Instant,
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        let now = Instant::now();
        Clock {
            start: now,
            last: now,
            laps: Vec::new(),
        }
    }

    fn lap(&mut self, name: &'static str) {
        let now = Instant::now();
        self.laps.push((name, now - self.last));
        self.last = now;
    }

    fn total(&self) -> Duration {
        self.last - self.start
    }

    fn table(&self) -> String {
        let mut table = String::new();
        for (name, time) in &self.laps {
            table += &format!("  {name:16} {:>9}\n", seconds(*time));
        }
        table
    }
}

fn seconds(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{:.1} ms", time.as_secs_f64() * 1e3)
    } else {
        format!("{:.2} s", time.as_secs_f64())
    }
}
