//! The first stage: a folder becomes [`Sources`], the texts of its files.

mod found;

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, LineColumn, Origin, Place, Report, names};
use crate::write::{Seen, Stamp};
use crate::yaml::{MAX_BYTES, MAX_LIST_BYTES, Places};
use found::{Found, is_yaml};

/// A file of [`Sources`]. Files are numbered in the order of their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A file's name and text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path inside the folder, with `/` on every machine.
    pub name: String,
    /// Its text, without a byte order mark. Of a file that cannot be read as text, what
    /// can be shown of it.
    pub text: String,
    /// Whether the text is whole and worth decoding.
    pub readable: bool,
    /// Where its values stand and its lines begin, once somebody has asked.
    places: OnceLock<Places>,
    lines: OnceLock<Vec<usize>>,
    /// How many characters there are before every so many bytes.
    characters: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// A file with this text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        SourceFile {
            name: name.into(),
            text: text.into(),
            readable: true,
            places: OnceLock::new(),
            lines: OnceLock::new(),
            characters: OnceLock::new(),
        }
    }

    /// Where its values stand.
    pub fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.text))
    }

    /// The bytes at which its lines begin.
    pub fn line_starts(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }

    /// Line and column of a byte of its text.
    pub fn line_column(&self, at: usize) -> LineColumn {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= at).max(1);
        let before = self.characters_before(at) - self.characters_before(starts[line - 1]);
        LineColumn {
            line,
            column: before + 1,
        }
    }

    /// How many characters stand before a byte, without counting all of them each time.
    fn characters_before(&self, at: usize) -> usize {
        const STEP: usize = 1024;
        let bytes = self.text.as_bytes();
        let begun = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let counted = self.characters.get_or_init(|| {
            let mut sum = 0;
            let steps = bytes.chunks(STEP).map(|step| {
                sum += begun(step);
                sum
            });
            std::iter::once(0).chain(steps).collect()
        });
        let at = at.min(bytes.len());
        let step = at / STEP;
        counted[step] + begun(&bytes[step * STEP..at])
    }

    /// The name without its folder and ending: an event's or a lesson's id.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or(&self.name);
        name.strip_suffix(".yaml").unwrap_or(name)
    }
}

/// The texts of a folder's event files.
#[derive(Clone, Debug)]
pub struct Sources {
    root: PathBuf,
    files: Vec<SourceFile>,
}

impl Sources {
    /// Sources that were never on a disk: names and texts.
    pub fn from_texts<'a>(
        root: &Path,
        texts: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut files: Vec<_> = texts
            .into_iter()
            .map(|(name, text)| SourceFile::new(name, text))
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Sources {
            root: root.to_owned(),
            files,
        }
    }

    /// The same with one more file, or with another text of one that is there.
    #[must_use]
    pub fn with(&self, name: &str, text: &str) -> Self {
        let file = SourceFile::new(name, text);
        let mut files = self.files.clone();
        match files.binary_search_by(|other| other.name.as_str().cmp(name)) {
            Ok(at) => files[at] = file,
            Err(at) => files.insert(at, file),
        }
        Sources {
            root: self.root.clone(),
            files,
        }
    }

    /// The folder that was read.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All files with their numbers, in the order of their names.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "no folder holds 4 billion files"
    )]
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(number, file)| (FileId(number as u32), file))
    }

    /// The file with this number.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file with this name, where they are those of a whole folder.
    pub fn named(&self, name: &str) -> Option<(FileId, &SourceFile)> {
        let found = self.files.binary_search_by(|file| (*file.name).cmp(name));
        let number = found.ok()?;
        Some((FileId(u32::try_from(number).ok()?), &self.files[number]))
    }

    /// A file's path as the caller can open it.
    pub fn path_of(&self, id: FileId) -> PathBuf {
        self.root.join(&self.get(id).name)
    }
}

/// What kept a folder from being read.
#[derive(Debug)]
pub struct LoadError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let reason = match self.error.kind() {
            io::ErrorKind::NotFound if self.path.is_symlink() => {
                "this link leads nowhere".to_owned()
            }
            io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            io::ErrorKind::NotADirectory => "this is not a folder".to_owned(),
            io::ErrorKind::PermissionDenied => "this may not be read".to_owned(),
            _ => self.error.to_string(),
        };
        write!(f, "{}: {reason}", self.path.display())
    }
}

impl std::error::Error for LoadError {}

/// The folder, inside that of the event files, in which the lessons stand.
pub const LESSONS: &str = "lessons";

/// Reads every `.yaml` file that stands directly in a folder, or in its folder of lessons.
///
/// What is wrong with a file's bytes (not UTF-8, too large, a name that will not be
/// read) goes into the report; what the system refuses is an error, all of it at once.
pub fn load(root: &Path) -> Result<(Sources, Report), Vec<LoadError>> {
    let fail = |error| {
        let path = root.to_owned();
        vec![LoadError { path, error }]
    };
    let mut found = Found::default();
    found.look_into(root, "").map_err(fail)?;
    let Found {
        mut names,
        stray,
        mut errors,
    } = found;
    names.extend(stray.clone());
    names.sort();
    read_all(root, names, &stray, &mut errors).ok_or(errors)
}

/// How the files of a folder that [`load`] would read look from outside, in the order of their
/// names. `None` where something keeps them from being read, or is not right about their names.
pub fn seen(root: &Path) -> Option<Seen> {
    let mut found = Found::default();
    found.look_into(root, "").ok()?;
    if !(found.stray.is_empty() && found.errors.is_empty()) {
        return None;
    }
    let mut names = found.names;
    names.par_sort_unstable();
    let seen = names.into_par_iter().map(|(name, path)| {
        let meta = std::fs::metadata(path).ok()?;
        Some((name, Stamp::of(&meta)?))
    });
    seen.collect()
}

/// Reads some files of a folder, by their names in it, as [`load`] does.
pub fn load_files(
    root: &Path,
    names: impl IntoIterator<Item = String>,
) -> Result<(Sources, Report), Vec<LoadError>> {
    let mut errors = Vec::new();
    let names = names.into_iter().map(|name| {
        let path = root.join(&name);
        (name, path)
    });
    read_all(root, names.collect(), &[], &mut errors).ok_or(errors)
}

/// Reads files by their names and paths. `None` if there are errors.
fn read_all(
    root: &Path,
    names: Vec<(String, PathBuf)>,
    stray: &[(String, PathBuf)],
    errors: &mut Vec<LoadError>,
) -> Option<(Sources, Report)> {
    let stray: HashSet<&Path> = stray.iter().map(|(_, path)| path.as_path()).collect();
    let read = names
        .into_par_iter()
        .enumerate()
        .map(|(number, (name, path))| {
            let id = FileId(u32::try_from(number).unwrap_or(u32::MAX));
            let wanted = !stray.contains(path.as_path());
            read_one(id, name, &path, wanted).map_err(|error| LoadError { path, error })
        });
    let mut files = Vec::new();
    let mut report = Report::default();
    for read in read.collect::<Vec<_>>() {
        match read {
            Ok((file, complaint)) => {
                files.push(file);
                report.extend(complaint);
            }
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        errors.sort_by(|a, b| a.path.cmp(&b.path));
        return None;
    }
    let root = root.to_owned();
    Some((Sources { root, files }, report))
}

/// Reads a file; one that is not wanted is told of, and not read.
fn read_one(
    id: FileId,
    name: String,
    path: &Path,
    wanted: bool,
) -> io::Result<(SourceFile, Option<Diagnostic>)> {
    let mut file = SourceFile::new(name, "");
    file.readable = false;
    if !wanted {
        let complaint = stray_file(id, &file.name);
        return Ok((file, Some(complaint)));
    }
    let most = most_bytes(&file.name);
    let bytes = read(path, most)?;
    if bytes.len() as u64 > most {
        return Ok((file, Some(too_large(id, most))));
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            file.readable = true;
            file.text = match text.strip_prefix('\u{feff}') {
                Some(text) => text.to_owned(),
                None => text,
            };
            Ok((file, None))
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            file.text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Ok((file, Some(invalid_utf8(id, at, error.as_bytes()))))
        }
    }
}

/// How large a file of this name may be, in bytes.
fn most_bytes(name: &str) -> u64 {
    match kind_of(name) {
        "actor" | "place" | "source" => MAX_LIST_BYTES,
        _ => MAX_BYTES,
    }
}

/// Reads a file, but no more of it than shows that it is too large.
fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let size = file.metadata()?.len().min(most);
    // A byte more than it has, so that its end is found without asking for more room.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What kind of record a file holds, or was meant to hold: `Actors.yml` is not read, but
/// whoever refers to an actor is not to blame for that.
pub(crate) fn kind_of(name: &str) -> &'static str {
    if in_lessons(name).is_some() {
        return "lesson";
    }
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    match stem.strip_suffix('s').unwrap_or(&stem) {
        "timeline" => "timeline",
        "actor" => "actor",
        "place" => "place",
        "source" => "source",
        _ => "event",
    }
}

/// The name of a lesson's file inside the folder of the lessons.
fn in_lessons(name: &str) -> Option<&str> {
    name.strip_prefix(LESSONS)?.strip_prefix('/')
}

/// The name that a file of this kind has to have, unless it is an event's or a lesson's.
pub(crate) fn file_of(what: &str) -> Option<&'static str> {
    Some(match what {
        "timeline" => "timeline.yaml",
        "actor" => "actors.yaml",
        "place" => "places.yaml",
        "source" => "sources.yaml",
        _ => return None,
    })
}

fn stray_file(id: FileId, name: &str) -> Diagnostic {
    let stray = Diagnostic::new(names::STRAY_FILE, Origin::file(id), "this file is not read");
    let (what, own) = match in_lessons(name) {
        Some(own) => ("lesson", own),
        None => ("event", name),
    };
    if let Some((folder, _)) = own.split_once('/') {
        return stray.help(match (what, folder.to_lowercase().as_str()) {
            ("lesson", _) => {
                format!("lesson files stand directly in `{LESSONS}`: move it up, or away")
            }
            (_, "lesson" | "lessons") => {
                format!("lesson files stand in `{LESSONS}`: rename the folder")
            }
            _ => "event files stand directly in the folder: move it up, or away".to_owned(),
        });
    }
    let stem = own.split('.').next().unwrap_or(own);
    let rename = match file_of(kind_of(name)) {
        Some(right) => format!("rename it to `{right}`"),
        None => format!("{what} files end in `.yaml`: rename it to `{stem}.yaml`"),
    };
    if is_yaml(own) {
        return misnamed(id, rename);
    }
    stray.help(format!("{rename}, or move it away if it holds no {what}"))
}

/// An event file, by the looks of it, that its name keeps from being read.
pub(crate) fn misnamed(id: FileId, rename: String) -> Diagnostic {
    Diagnostic::new(
        names::FILE_NAME,
        Origin::file(id),
        "this file would not be read",
    )
    .help(rename)
}

fn too_large(id: FileId, most: u64) -> Diagnostic {
    Diagnostic::new(
        names::TOO_LARGE,
        Origin::file(id),
        format!("larger than {} KiB", most / 1024),
    )
    .help("an event file is text of a few kilobytes: one file holds one event")
}

fn invalid_utf8(id: FileId, at: usize, bytes: &[u8]) -> Diagnostic {
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        let message = "this file is in UTF-16, not in UTF-8";
        return Diagnostic::new(names::INVALID_UTF8, Origin::file(id), message)
            .help("save the file as UTF-8");
    }
    let byte = bytes.get(at).copied().unwrap_or_default();
    // The replacement character takes three bytes of the text that is shown.
    let place = Place::Bytes(at..at + 3);
    Diagnostic::new(
        names::INVALID_UTF8,
        Origin { file: id, place },
        format!("the byte 0x{byte:02X} is not UTF-8"),
    )
    .help("save the file as UTF-8; it may be in an older encoding such as Windows-1252")
}
