//! `dateline build`: the site.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;

use super::apart::{apart, resolve, seen_from};
use super::memory::Memory;
use super::{Checked, Outcome, Progress, a_day, checked, told};
use crate::diagnostic::human;
use crate::edtf::Day;
use crate::outputs::{ONE_FILE, one_file, pieces};
use crate::views::Site;
use crate::words::{self, Counted};
use crate::write::{Cache, Traces, Written, write, write_one_file};

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
    let memory = targets
        .out
        .and_then(|out| Memory::of(&arguments.dir, out, arguments.as_of));
    let nothing_new = memory
        .as_ref()
        .filter(|_| targets.single_file.is_none() && !arguments.deny_warnings)
        .and_then(Memory::still_true);
    if let (Some(before), Some(out)) = (nothing_new, targets.out) {
        clock.lap("look");
        return nothing_to_do(before, out, &clock, arguments.timings || verbose);
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
    // What was wrong has been told: the texts are of no use any more, and there may be many.
    drop(sources);
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
    let mut done = Done {
        tells_files: verbose,
        ..Done::default()
    };
    if let Some(path) = targets.single_file
        && let Err(fault) = write_single_file(site(), path, &mut done, progress, &mut clock)
    {
        return fault;
    }
    if let Some(out) = targets.out {
        let dir = &arguments.dir;
        let site = site();
        clock.lap("work out");
        let before = memory.as_ref().and_then(|memory| memory.before.as_ref());
        let traces = match write_site(&site, (out, dir), before, &mut done, progress, &mut clock) {
            Ok(traces) => traces,
            Err(fault) => return fault,
        };
        if let Some(memory) = memory {
            let is_large = site.is_large();
            drop(site);
            let kept = Cache {
                told: outcome.err.clone(),
                events: timeline.events.len(),
                files: traces,
                ..Cache::default()
            };
            memory.keep(kept, is_large);
            clock.lap("remember");
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

/// What there is to say where everything is as it was.
fn nothing_to_do(before: &Cache, out: &Path, clock: &Clock, timings: bool) -> Outcome {
    let mut said = format!(
        "{}: {} on {} pages; all {} files were up to date; {}\n",
        out.display(),
        words::ENGLISH.count(before.events, Counted::Events),
        pages(before.files.paths()),
        before.files.paths().len(),
        seconds(clock.total()),
    );
    if timings {
        said += &clock.table();
    }
    Outcome {
        out: said,
        err: before.told.clone(),
        code: 0,
    }
}

/// How many of these files are pages.
fn pages<'f>(paths: impl Iterator<Item = &'f str>) -> usize {
    paths.filter(|path| path.ends_with(".html")).count()
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
    /// Whether to tell what became of each file.
    tells_files: bool,
    /// Each file, with what became of it.
    files: Vec<String>,
    /// What somebody should look at.
    remarks: String,
}

/// Writes the site of event files into a folder: `out`, and where these are.
fn write_site(
    site: &Site<'_>,
    (out, dir): (&Path, &Path),
    before: Option<&Cache>,
    done: &mut Done,
    progress: Progress<'_>,
    clock: &mut Clock,
) -> Result<Traces, Outcome> {
    let files = pieces(site).map_err(Outcome::fault)?;
    clock.lap("make data");
    progress(&format!("making {} files", files.len()));
    let none = Traces::default();
    let before = before.map_or(&none, |before| &before.files);
    let (written, traces) =
        write(out, &seen_from(out, dir), &files, before).map_err(Outcome::fault)?;
    clock.lap("make and write");
    for path in &written.kept {
        done.remarks += &format!(
            "{}: no longer part of the site, but changed since it was built: left as it is\n",
            out.join(path).display()
        );
    }
    if done.tells_files {
        let changed = written.changed.iter().map(|path| ("written", &**path));
        let removed = written.removed.iter().map(|path| ("removed", &**path));
        let told = changed.chain(removed);
        let told = told.map(|(what, path)| format!("{what} {}", out.join(path).display()));
        done.files.extend(told);
    }
    let pages = pages(files.iter().map(|file| &*file.path));
    done.lines.push(format!(
        "{}: {} on {pages} pages; {}",
        out.display(),
        words::ENGLISH.count(site.timeline.events.len(), Counted::Events),
        what_was_done(&written),
    ));
    Ok(traces)
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
