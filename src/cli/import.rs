//! `dateline import`: event files made of what another tool keeps.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::{Outcome, Progress, refused, told};
use crate::check::check;
use crate::decode::decode;
use crate::diagnostic::{Report, human};
use crate::edtf::Edtf;
use crate::import::make::{Defaults, Plan, Refused, plan};
use crate::import::{Losses, Manner, Options, Order, READERS, Told, Unreadable, detect, open};
use crate::load::{Sources, load};
use crate::model::Timeline;
use crate::schema::{ActorKind, KINDS, Kind, SourceType, Status};
use crate::write::{begin_file, edit_file};

/// Makes event files of what another tool keeps, and tells all that did not come over
#[derive(Debug, Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an option of the command line"
)]
#[command(
    after_help = "Examples:\n  dateline import timeline.json --into events --dry-run\n  dateline import sheet.csv --into events --map title=Headline --map when=Day --day-first\n  dateline import calendar.ics --into events --kind meeting --status planned\n\n\
Nothing is written over: an event that is there already stays as it is, and importing a file twice adds nothing. Nothing is guessed in silence: what found no place, was doubtful, or was left out is printed in short, and saved whole beside the folder."
)]
pub(super) struct Arguments {
    /// The file, or a folder of them
    file: PathBuf,
    /// The folder of event files; made if it is not there
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// The format; told from the content if left out
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    from: Option<String>,
    /// Which field of the input holds what, such as `title=Headline`; may be given again.
    /// Ours are title, when, end, summary, kind, status, actors, topics, where, link and, in a
    /// table, time, year, month, day and a few more; nothing behind `=` leaves one empty
    #[arg(long, value_name = "OURS=THEIRS")]
    map: Vec<String>,
    /// Read `3/4/2024` as 3 April
    #[arg(long, conflicts_with = "month_first")]
    day_first: bool,
    /// Read `3/4/2024` as 4 March
    #[arg(long)]
    month_first: bool,
    /// The century of years of two digits: 20 for 20xx
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(0..=99))]
    century: Option<u8>,
    /// What parts the names in a field that holds several, such as `,`
    #[arg(long, value_name = "CHARACTER")]
    separator: Option<char>,
    /// The kind of events of which the input does not tell it; `other` if left out
    #[arg(long, value_parser = PossibleValuesParser::new(KINDS.iter().map(|kind| kind.word)), hide_possible_values = true)]
    kind: Option<String>,
    /// The status of events of which the input does not tell it; `happened` if left out
    #[arg(long, value_parser = PossibleValuesParser::new(Status::ALL.iter().map(|status| status.word())))]
    status: Option<String>,
    /// The kind of new actors; `organisation`, which is any body, if left out
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(ActorKind::ALL.iter().map(|kind| kind.word())))]
    actor_kind: Option<String>,
    /// The type of new sources; `aggregation`, which is no origin of its own, if left out
    #[arg(long, value_name = "TYPE", value_parser = PossibleValuesParser::new(SourceType::ALL.iter().map(|kind| kind.word())))]
    source_type: Option<String>,
    /// The date to put where none is known, such as `[..2024-04-30]`; such records are left out otherwise
    #[arg(long, value_name = "DATE")]
    undated: Option<String>,
    /// Leave links at the end of the summaries instead of making sources of them
    #[arg(long)]
    no_sources: bool,
    /// Where to save the whole report, as Markdown, or as JSON if it ends in `.json`
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Write no event files, only tell; the report is saved only where `--report` says
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments, progress: Progress<'_>) -> Outcome {
    match import(arguments, progress) {
        Ok(outcome) | Err(outcome) => outcome,
    }
}

fn import(arguments: &Arguments, progress: Progress<'_>) -> Result<Outcome, Outcome> {
    let options = options(arguments)?;
    let defaults = defaults(arguments)?;
    if let Some(report) = &arguments.report
        && report.symlink_metadata().is_ok()
    {
        let report = report.display();
        return Err(Outcome::fault(format_args!(
            "{report} is there already; give the report another name"
        )));
    }
    if let Some(report) = &arguments.report {
        super::not_among_events(report, &arguments.into)?;
    }
    let (existing, timeline) = there(&arguments.into)?;
    let fault = |unreadable: Unreadable| {
        let place = unreadable.place.to_string();
        let place = if place.is_empty() {
            place
        } else {
            format!(", {place}")
        };
        let file = arguments.file.display();
        Outcome::fault(format_args!("{file}{place}: {}", unreadable.message))
    };
    let mut losses = Losses::default();
    progress(&format!("reading {}", arguments.file.display()));
    let input = open(&arguments.file, &mut losses).map_err(fault)?;
    let mut named = READERS.iter();
    let named = named.find(|reader| arguments.from.as_deref() == Some(reader.name));
    let reader = match named {
        Some(reader) => reader,
        None => detect(&input).map_err(fault)?,
    };
    let read = (reader.read)(&input, &options, &mut losses).map_err(fault)?;
    let name = input.name.clone();
    drop(input);
    progress("making and checking event files");
    let unread = losses.0.iter();
    let unread = unread.filter(|loss| loss.manner == Manner::LeftOut).count();
    let mut plan = plan(read, &name, &existing, &timeline, &defaults, &mut losses)
        .map_err(|refused| not_made(&refused))?;
    plan.counts.records += unread;
    plan.counts.left_out += unread;
    if !arguments.dry_run {
        progress(&format!("writing {} events", plan.counts.events));
        write(&arguments.into, &existing, &plan).map_err(Outcome::fault)?;
    }
    let into = arguments.into.display().to_string();
    let told = Told {
        input: &name,
        format: (reader.name, reader.what),
        into: &into,
        is_dry: arguments.dry_run,
        counts: plan.counts,
        losses: &losses,
    };
    let mut outcome = Outcome {
        out: told.short(),
        ..Outcome::default()
    };
    outcome.out.push('\n');
    match save(arguments, &told) {
        Ok(saved) => outcome.out += &saved,
        Err(message) => {
            outcome.err = Outcome::fault(message).err;
            outcome.code = 2;
        }
    }
    if !arguments.dry_run && plan.counts.events > 0 {
        let warnings = match plan.warnings {
            0 => "finds nothing wrong".to_owned(),
            1 => "finds no error, and 1 warning".to_owned(),
            many => format!("finds no error, and {many} warnings"),
        };
        outcome.out += &format!("`dateline check {into}` {warnings}\n");
    }
    Ok(outcome)
}

fn options(arguments: &Arguments) -> Result<Options, Outcome> {
    let mut map = Vec::new();
    for pair in &arguments.map {
        let Some((ours, theirs)) = pair.split_once('=') else {
            return Err(Outcome::fault(format_args!(
                "`--map {pair}` has no `=`; write our field before it and the input’s behind it, such as `--map title=Headline`"
            )));
        };
        map.push((ours.trim().to_owned(), theirs.trim().to_owned()));
    }
    let order = match (arguments.day_first, arguments.month_first) {
        (true, _) => Some(Order::DayFirst),
        (_, true) => Some(Order::MonthFirst),
        _ => None,
    };
    Ok(Options {
        order,
        century: arguments.century,
        map,
        separator: arguments.separator,
    })
}

fn defaults(arguments: &Arguments) -> Result<Defaults, Outcome> {
    let undated = arguments.undated.as_deref().map(str::parse::<Edtf>);
    let undated = undated.transpose().map_err(|error| {
        let help = error
            .help()
            .map_or_else(String::new, |help| format!("; {help}"));
        Outcome::fault(format_args!("--undated: {error}{help}"))
    })?;
    let given = |word: &Option<String>, other: &str| word.as_deref() == Some(other);
    let kind = KINDS.iter().find(|kind| given(&arguments.kind, kind.word));
    let statuses = Status::ALL.iter().copied();
    let actor_kinds = ActorKind::ALL.iter().copied();
    let source_types = SourceType::ALL.iter().copied();
    Ok(Defaults {
        kind: kind.map(Kind::of),
        status: statuses
            .into_iter()
            .find(|status| given(&arguments.status, status.word())),
        actor_kind: actor_kinds
            .into_iter()
            .find(|kind| given(&arguments.actor_kind, kind.word())),
        source_type: source_types
            .into_iter()
            .find(|kind| given(&arguments.source_type, kind.word())),
        undated,
        sources: !arguments.no_sources,
    })
}

/// The names of the formats.
fn formats() -> PossibleValuesParser {
    let formats = READERS.iter();
    PossibleValuesParser::new(
        formats.map(|reader| PossibleValue::new(reader.name).help(reader.what)),
    )
}

/// What is in the folder already; nothing if there is none.
fn there(folder: &Path) -> Result<(Sources, Timeline), Outcome> {
    if folder.symlink_metadata().is_err() {
        return Ok((Sources::from_texts(folder, []), Timeline::empty()));
    }
    let (sources, mut found) = load(folder).map_err(|errors| refused(&errors))?;
    let (timeline, report) = decode(&sources);
    found.extend(report);
    let mut report = check(&timeline, found);
    if sources.iter().next().is_none() {
        report = Report::default();
    }
    if report.errors() > 0 {
        let summary = human::summary(&report);
        return Err(Outcome {
            err: format!(
                "{}nothing was imported: {summary} in {}\n",
                told(&report, &sources),
                folder.display()
            ),
            code: 1,
            ..Outcome::default()
        });
    }
    Ok((sources, timeline))
}

fn not_made(refused: &Refused) -> Outcome {
    match refused {
        Refused::Because(why) => Outcome::fault(format_args!("nothing was imported: {why}")),
        Refused::Ours(fault) => {
            let (report, sources) = &**fault;
            let mut outcome = Outcome::fault(
                "nothing was imported: the files that were made of this input are not right. The fault is in dateline, not in the input; please report it",
            );
            outcome.err = told(report, sources) + &outcome.err;
            outcome
        }
    }
}

/// Writes all of a plan, or takes back what was written of it.
fn write(folder: &Path, existing: &Sources, plan: &Plan) -> Result<(), String> {
    let mut begun: Vec<PathBuf> = Vec::new();
    let mut edited: Vec<(PathBuf, Vec<u8>, Vec<u8>)> = Vec::new();
    let is_new = folder.symlink_metadata().is_err();
    let written = (|| {
        for (name, added) in &plan.added {
            let path = folder.join(name);
            let before = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let file = existing.iter().find(|(_, file)| file.name == *name);
            let read = file.is_some_and(|(_, file)| before.ends_with(file.text.as_bytes()));
            if !read {
                return Err(format!(
                    "{}: this file was changed by somebody else; try again",
                    path.display()
                ));
            }
            let mut after = before.clone();
            after.extend_from_slice(added.as_bytes());
            edit_file(&path, &before, &after).map_err(|error| error.to_string())?;
            edited.push((path, before, after));
        }
        for (name, text) in &plan.new {
            let path = folder.join(name);
            begin_file(&path, text.as_bytes()).map_err(|error| error.to_string())?;
            begun.push(path);
        }
        Ok(())
    })();
    if written.is_err() {
        for path in begun.iter().rev() {
            let _ = fs::remove_file(path);
        }
        for (path, before, after) in &edited {
            let _ = edit_file(path, after, before);
        }
        if is_new {
            // Fails where something is left in it, which is as it should be.
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

/// Saves the whole report, never over another; tells where.
fn save(arguments: &Arguments, told: &Told<'_>) -> Result<String, String> {
    if let Some(path) = &arguments.report {
        let is_json = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        let text = if is_json {
            told.json()
        } else {
            told.markdown()
        };
        begin_file(path, text.as_bytes()).map_err(|error| error.to_string())?;
        return Ok(format!("the whole report: {}\n", path.display()));
    }
    if arguments.dry_run {
        return Ok("nothing was written; `--report FILE` saves the whole report\n".to_owned());
    }
    let text = told.markdown();
    for number in 1u64.. {
        let path = beside(&arguments.into, number);
        if path.symlink_metadata().is_ok() {
            if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
                return Ok(format!("the whole report: {}\n", path.display()));
            }
            continue;
        }
        begin_file(&path, text.as_bytes()).map_err(|error| error.to_string())?;
        return Ok(format!("the whole report: {}\n", path.display()));
    }
    Ok(String::new())
}

/// A name for a report beside a folder; in it, where the folder has no name.
fn beside(folder: &Path, number: u64) -> PathBuf {
    let number = if number == 1 {
        String::new()
    } else {
        format!("-{number}")
    };
    match folder.file_name() {
        Some(name) => {
            let name = name.to_string_lossy();
            folder.with_file_name(format!("{name}-import-report{number}.md"))
        }
        None => folder.join(format!("import-report{number}.md")),
    }
}
