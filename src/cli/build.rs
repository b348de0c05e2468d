//! `dateline build`: the site.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;

use super::{Checked, Outcome, Progress, a_day, checked, told};
use crate::diagnostic::human;
use crate::edtf::Day;
use crate::outputs::{ONE_FILE, one_file, pieces};
use crate::views::Site;
use crate::words::{self, Counted};
use crate::write::{Written, write, write_one_file};

/// Builds the site from the event files of a folder
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline build\n  dateline build my-events --out public\n  dateline build --as-of 2024-04-09 --out site-9-april\n  dateline build --single-file timeline.html\n\nIn the output folder only what an earlier build wrote is ever changed or removed; a single file replaces only one that was written so before."
)]
pub(super) struct Arguments {
    /// The folder of event files
    #[arg(default_value = "events")]
    dir: PathBuf,
    /// The folder that the site is written to [default: site]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Write the whole timeline into one file that needs no other; the site as well only with --out
    #[arg(long, value_name = "FILE.html")]
    single_file: Option<PathBuf>,
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

/// Builds; told more of if `verbose`.
pub(super) fn run(arguments: &Arguments, progress: Progress<'_>, verbose: bool) -> Outcome {
    let mut clock = Clock::start();
    let targets = Targets::of(arguments);
    if let Err(message) = targets.apart(&arguments.dir) {
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
    let site = || match arguments.as_of {
        Some(day) => Site::of(&timeline).as_of(day),
        None => Site::of(&timeline),
    };
    let mut done = Done::default();
    if let Some(path) = targets.single_file
        && let Err(fault) = write_single_file(site(), path, &mut done, progress, &mut clock)
    {
        return fault;
    }
    if let Some(out) = targets.out {
        let dir = &arguments.dir;
        if let Err(fault) = write_site(&site(), (out, dir), &mut done, progress, &mut clock) {
            return fault;
        }
    }
    outcome.err += &done.remarks;
    let time = seconds(clock.total());
    if let Some(last) = done.lines.last_mut() {
        *last += &format!("; {time}");
    }
    outcome.out = done.lines.join("\n") + "\n";
    if verbose {
        for file in &done.files {
            outcome.out += &format!("  {file}\n");
        }
    }
    if arguments.timings || verbose {
        outcome.out += &clock.table();
    }
    outcome
}

/// What is written.
#[derive(Clone, Copy)]
struct Targets<'a> {
    /// The folder of the site.
    out: Option<&'a Path>,
    /// The file that needs no other.
    single_file: Option<&'a Path>,
}

impl<'a> Targets<'a> {
    fn of(arguments: &'a Arguments) -> Self {
        let single_file = arguments.single_file.as_deref();
        let out = match (&arguments.out, single_file) {
            (Some(out), _) => Some(out.as_path()),
            (None, Some(_)) => None,
            (None, None) => Some(Path::new("site")),
        };
        Targets { out, single_file }
    }

    /// Nothing that is written may lie in the event files, nor they in it.
    fn apart(self, dir: &Path) -> Result<(), String> {
        if let Some(out) = self.out {
            apart(dir, out)?;
        }
        let Some(path) = self.single_file else {
            return Ok(());
        };
        // Where there are no event files is told later, and better.
        let Ok(events) = dir.canonicalize() else {
            return Ok(());
        };
        let there =
            resolve(path).map_err(|error| format!("--single-file {}: {error}", path.display()))?;
        if there.starts_with(&events) {
            return Err(format!(
                "--single-file {} lies inside the folder of the event files, {}; choose another place",
                path.display(),
                dir.display()
            ));
        }
        Ok(())
    }
}

/// What was written, to be told.
#[derive(Default)]
struct Done {
    /// A line each.
    lines: Vec<String>,
    /// Each file, with what became of it.
    files: Vec<String>,
    /// What somebody should look at.
    remarks: String,
}

/// Writes the site of event files into a folder: `out`, and where these are.
fn write_site(
    site: &Site<'_>,
    (out, dir): (&Path, &Path),
    done: &mut Done,
    progress: Progress<'_>,
    clock: &mut Clock,
) -> Result<(), Outcome> {
    let files = pieces(site).map_err(Outcome::fault)?;
    clock.lap("make data");
    progress(&format!("making {} files", files.len()));
    let written = write(out, &seen_from(out, dir), &files).map_err(Outcome::fault)?;
    clock.lap("make and write");
    for path in &written.kept {
        done.remarks += &format!(
            "{}: no longer part of the site, but changed since it was built: left as it is\n",
            out.join(path).display()
        );
    }
    for (what, paths) in [("written", &written.changed), ("removed", &written.removed)] {
        let told = |path| format!("{what} {}", out.join(path).display());
        done.files.extend(paths.iter().map(told));
    }
    let pages = files
        .iter()
        .filter(|file| file.path.ends_with(".html"))
        .count();
    done.lines.push(format!(
        "{}: {} on {pages} pages; {}",
        out.display(),
        words::ENGLISH.count(site.timeline.events.len(), Counted::Events),
        what_was_done(&written),
    ));
    Ok(())
}

fn write_single_file(
    site: Site<'_>,
    path: &Path,
    done: &mut Done,
    progress: Progress<'_>,
    clock: &mut Clock,
) -> Result<(), Outcome> {
    let events = site.timeline.events.len();
    let bytes =
        one_file(&site.in_one_file(), &path.display().to_string()).map_err(Outcome::fault)?;
    clock.lap("make one file");
    progress(&format!("writing {}", path.display()));
    let changed = write_one_file(path, &bytes, ONE_FILE).map_err(Outcome::fault)?;
    clock.lap("write one file");
    done.lines.push(format!(
        "{}: {} in one file of {} KB; {}",
        path.display(),
        words::ENGLISH.count(events, Counted::Events),
        bytes.len().div_ceil(1000),
        if changed { "written" } else { "up to date" },
    ));
    Ok(())
}

fn what_was_done(written: &Written) -> String {
    let unchanged = written.unchanged;
    match (written.changed.len(), written.removed.len()) {
        (0, 0) => format!("all {unchanged} files were up to date"),
        (changed, 0) => format!("{changed} files written, {unchanged} up to date"),
        (changed, removed) => {
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
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
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

pub(super) fn seconds(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{:.1} ms", time.as_secs_f64() * 1e3)
    } else {
        format!("{:.2} s", time.as_secs_f64())
    }
}
