//! `dateline fmt`: puts the files of a timeline into one style.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;
use similar::TextDiff;

use super::{Outcome, refused, told};
use crate::decode::raise;
use crate::diagnostic::{Report, names};
use crate::format::{Unformatted, format};
use crate::load::{FileId, LESSONS, SourceFile, Sources, kind_of, load, load_files};
use crate::schema::{FILES, FileKind};
use crate::write::edit_file;

/// Puts the files of a timeline into one style: keys in order, dates and lists alike
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Arguments {
    /// Folders of event files, or single files of them; `-` for standard input
    #[arg(value_name = "DIR or FILE", default_value = "events")]
    paths: Vec<PathBuf>,
    /// Write nothing; only list the files that would change, and exit with 1 if there are any
    #[arg(long)]
    check: bool,
    /// The same, and show what would change, line by line
    #[arg(long)]
    diff: bool,
    /// What the file is called whose text comes by standard input; its name tells its kind
    #[arg(long, value_name = "FILE", default_value = "events/event.yaml")]
    stdin_name: PathBuf,
}

const AFTER_HELP: &str = "\
Examples:
  dateline fmt
  dateline fmt events/2024-04-02-biden-xi-call.yaml
  dateline fmt --check
  dateline fmt - --stdin-name events/lessons/who-says-so.yaml < draft.yaml

What it does: keys stand in the order of docs/format.md, those that the format does not know \
behind them; lists of ids and of fixed words stand in brackets where they fit into 100 columns, \
else one a line; brackets that span lines are closed up, or opened into lines; dates, ids and \
words lose quotes that they do not need; each level is indented by two spaces; of several empty \
lines one stays. Texts keep their quotes and their line breaks. A comment moves with the entry \
above which, or behind which, it stands; comments that an empty line parts from the first key \
stay at the head of the file. Lines end as the first one does (LF or CRLF); a byte order mark is \
dropped.

What is written is proved first: that it says the same, that every comment is where it was, and \
that a second run changes nothing. A file of which that cannot be proved, such as one with anchors \
(`&name`), is left as it is; that is told, and no failure. Exit codes: 1 if a file has errors of \
syntax, or with --check and --diff if one would change.";

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.paths.iter().any(|path| path.as_os_str() == "-") {
        return if arguments.paths.len() == 1 {
            from_stdin(arguments)
        } else {
            Outcome::fault("`-` stands alone: standard input holds one file")
        };
    }
    let mut work = Work::default();
    let mut groups = Vec::new();
    for path in &arguments.paths {
        match group(path) {
            Ok(group) => groups.push(group),
            Err(outcome) => work.fail(&outcome),
        }
    }
    if work.outcome.code == 0 {
        for group in &groups {
            work.format(group, arguments);
        }
        work.summarise(arguments);
    }
    work.outcome
}

/// Files that were read together.
struct Group {
    sources: Sources,
    report: Report,
    /// Whether all of them are lessons, since they were named from inside their folder.
    lessons: bool,
}

impl Group {
    fn kind(&self, name: &str) -> &'static FileKind {
        kind(name, self.lessons)
    }
}

/// The kind of a file by its name inside its folder.
fn kind(name: &str, lessons: bool) -> &'static FileKind {
    let what = if lessons { "lesson" } else { kind_of(name) };
    let of_kind = |file: &&FileKind| file.name.strip_suffix('s').unwrap_or(file.name) == what;
    FILES.iter().find(of_kind).unwrap_or(&FILES[0])
}

fn group(path: &Path) -> Result<Group, Outcome> {
    let fault = |what: &str| Outcome::fault(format_args!("{}: {what}", path.display()));
    let meta = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => fault("there is no such file or folder"),
        _ => fault(&error.to_string()),
    })?;
    let (read, lessons) = if meta.is_dir() {
        let lessons = is_lessons(path) && !path.join("timeline.yaml").exists();
        (load(path), lessons)
    } else {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.ends_with(".yaml") {
            return Err(fault("this is no event file: their names end in `.yaml`"));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        (load_files(folder, [name.into_owned()]), is_lessons(folder))
    };
    let (sources, report) = read.map_err(|errors| refused(&errors))?;
    if sources.iter().next().is_none() {
        return Err(fault("there are no event files (`.yaml`) in this folder"));
    }
    // What is not read is for `check` to tell.
    let found = report
        .iter()
        .filter(|found| found.code != names::STRAY_FILE);
    let mut report = Report::default();
    report.extend(found.cloned());
    Ok(Group {
        sources,
        report,
        lessons,
    })
}

/// Whether a folder is that of the lessons.
fn is_lessons(folder: &Path) -> bool {
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    fs::canonicalize(here).is_ok_and(|folder| folder.ends_with(LESSONS))
}

#[derive(Default)]
struct Work {
    outcome: Outcome,
    /// The files that were looked at, each of them once.
    seen: HashSet<PathBuf>,
    changed: usize,
    unchanged: usize,
    left: usize,
    wrong: usize,
}

impl Work {
    fn format(&mut self, group: &Group, arguments: &Arguments) {
        let mut new = |id: &FileId| {
            let path = group.sources.path_of(*id);
            self.seen.insert(path.canonicalize().unwrap_or(path))
        };
        let readable = group.sources.iter().filter(|(_, file)| file.readable);
        let ids: Vec<_> = readable.map(|(id, _)| id).filter(&mut new).collect();
        let readable: Vec<_> = ids.iter().map(|id| (*id, group.sources.get(*id))).collect();
        let formatted: Vec<_> = readable
            .into_par_iter()
            .map(|(id, file)| {
                (
                    id,
                    file,
                    format(&file.text, &(group.kind(&file.name).shape)()),
                )
            })
            .collect();
        let mut report = group.report.clone();
        self.wrong += report.errors();
        for (id, file, formatted) in formatted {
            match formatted {
                Ok(text) => self.put(&group.sources.path_of(id), file, &text, arguments),
                Err(Unformatted::Left(left)) => {
                    self.left += 1;
                    let path = group.sources.path_of(id);
                    self.outcome.err += &format!("{}:{left}\n", path.display());
                }
                Err(Unformatted::Problems(problems)) => {
                    self.wrong += 1;
                    report.extend(problems.into_iter().map(|problem| raise(id, problem)));
                }
            }
        }
        if report.errors() > 0 {
            self.outcome.err += &told(&report, &group.sources);
            self.outcome.code = self.outcome.code.max(1);
        }
    }

    /// Puts a text into the place of that of a file, or tells that it would.
    fn put(&mut self, path: &Path, file: &SourceFile, text: &str, arguments: &Arguments) {
        let name = path.display();
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.fail(&Outcome::fault(format_args!("{name}: {error}"))),
        };
        if bytes == text.as_bytes() {
            self.unchanged += 1;
            return;
        }
        if arguments.diff {
            let old = String::from_utf8_lossy(&bytes);
            self.outcome.out += &diff(&name.to_string(), &old, text);
        } else if arguments.check {
            self.outcome.out += &format!("{name}: to be formatted\n");
        } else {
            let old = String::from_utf8_lossy(&bytes);
            let read = old.strip_prefix('\u{feff}').unwrap_or(&old);
            // What was formatted has to be what is written over.
            if read != file.text {
                let message = format!("{name}: this file was changed by somebody else; try again");
                return self.fail(&Outcome::fault(message));
            }
            match edit_file(path, &bytes, text.as_bytes()) {
                Ok(()) => self.outcome.out += &format!("{name}: formatted\n"),
                Err(error) => return self.fail(&Outcome::fault(error)),
            }
        }
        self.changed += 1;
        if arguments.check || arguments.diff {
            self.outcome.code = self.outcome.code.max(1);
        }
    }

    fn fail(&mut self, outcome: &Outcome) {
        self.outcome.err += &outcome.err;
        self.outcome.code = self.outcome.code.max(outcome.code);
    }

    fn summarise(&mut self, arguments: &Arguments) {
        let formatted = if arguments.check || arguments.diff {
            "to be formatted"
        } else {
            "formatted"
        };
        let counts = [
            (self.changed, formatted),
            (self.unchanged, "as it should be"),
            (self.left, "left as it is"),
            (self.wrong, "with errors"),
        ];
        let told: Vec<_> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        // A diff is for other programs to read.
        let to = if arguments.diff {
            &mut self.outcome.err
        } else {
            &mut self.outcome.out
        };
        *to += &format!("{}\n", told.join(", "));
    }
}

fn diff(name: &str, old: &str, new: &str) -> String {
    let name = name.trim_start_matches('/');
    let (from, to) = (format!("a/{name}"), format!("b/{name}"));
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().header(&from, &to).to_string()
}

/// Formats a text that an editor sends, for it to take back.
fn from_stdin(arguments: &Arguments) -> Outcome {
    let mut bytes = Vec::new();
    if let Err(error) = io::stdin().lock().read_to_end(&mut bytes) {
        return Outcome::fault(format_args!("standard input: {error}"));
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Outcome::fault("standard input: this is not UTF-8");
    };
    let name = arguments.stdin_name.display().to_string();
    let folder = arguments.stdin_name.parent().unwrap_or(Path::new(""));
    let file = arguments.stdin_name.file_name().unwrap_or_default();
    let lessons = folder.ends_with(LESSONS) || is_lessons(folder);
    let kind = kind(&file.to_string_lossy(), lessons);
    let mut outcome = Outcome::default();
    let formatted = match format(&text, &(kind.shape)()) {
        Ok(formatted) => formatted,
        Err(Unformatted::Left(left)) => {
            outcome.err = format!("{name}:{left}\n");
            text.clone()
        }
        Err(Unformatted::Problems(problems)) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let sources = Sources::from_texts(Path::new(""), [(&*name, text)]);
            let mut report = Report::default();
            for (id, _) in sources.iter() {
                report.extend(problems.iter().map(|problem| raise(id, problem.clone())));
            }
            outcome.err = told(&report, &sources);
            outcome.code = 1;
            return outcome;
        }
    };
    let changed = formatted != text;
    if arguments.diff {
        outcome.out = diff(&name, &text, &formatted);
    } else if !arguments.check {
        outcome.out = formatted;
        return outcome;
    } else if changed {
        outcome.out = format!("{name}: to be formatted\n");
    }
    outcome.code = u8::from(changed);
    outcome
}
