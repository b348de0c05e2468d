//! A file, or the files of a folder, become an [`Input`].

use std::fs;
use std::path::Path;

use super::{Input, InputFile, Losses, MAX_RECORDS, MAX_SIZE, Manner, Place, Unreadable, text};

/// What files of a folder are read, by how they end.
const ENDINGS: &[&str] = &[
    "md", "markdown", "mdown", "mdx", "txt", "text", "mw", "ics", "ical", "xml", "json", "csv",
    "tsv",
];

/// How deep folders may lie in one another.
const MAX_FOLDERS: usize = 32;

/// Reads what stands at a path. How its bytes were read as text is told where they do not
/// say so themselves.
pub fn open(path: &Path, losses: &mut Losses) -> Result<Input, Unreadable> {
    let meta = fs::metadata(path).map_err(|error| refused(&error))?;
    let whole = path.canonicalize().map_err(|error| refused(&error))?;
    let name = whole.file_name().unwrap_or(whole.as_os_str());
    let mut input = Input {
        name: name.to_string_lossy().into_owned(),
        is_folder: meta.is_dir(),
        files: Vec::new(),
    };
    if meta.is_dir() {
        let mut found = Vec::new();
        look_into(path, "", 0, &mut found, losses)?;
        found.sort();
        let mut left = MAX_SIZE;
        for name in found {
            let place = Place {
                file: Some(name.clone()),
                ..Place::default()
            };
            match file(&path.join(&name), left, &place, losses) {
                Ok((text, size)) => {
                    left -= size;
                    let name = Some(name);
                    input.files.push(InputFile { name, text });
                }
                Err(Unreadable { message, .. }) => {
                    losses.tell(&place, None, Manner::LeftOut, message);
                }
            }
        }
        return Ok(input);
    }
    if !meta.is_file() {
        return Err(Unreadable::new("this is not a file that can be read"));
    }
    let (text, _) = file(path, MAX_SIZE, &Place::default(), losses)?;
    input.files.push(InputFile { name: None, text });
    Ok(input)
}

fn file(
    path: &Path,
    most: u64,
    place: &Place,
    losses: &mut Losses,
) -> Result<(String, u64), Unreadable> {
    let size = fs::metadata(path).map_err(|error| refused(&error))?.len();
    if size > most {
        return Err(Unreadable::new(format!(
            "this is more than {} MiB; divide it",
            MAX_SIZE >> 20
        )));
    }
    let bytes = fs::read(path).map_err(|error| refused(&error))?;
    let decoded = text::decode(bytes)?;
    for what in decoded.told {
        losses.tell(place, None, Manner::Assumed, what);
    }
    Ok((decoded.text, size))
}

/// Looks for files into a folder and those in it; links are not followed.
fn look_into(
    folder: &Path,
    before: &str,
    depth: usize,
    found: &mut Vec<String>,
    losses: &mut Losses,
) -> Result<(), Unreadable> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| refused(&error))? {
        entries.push(entry.map_err(|error| refused(&error))?);
    }
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let own = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{before}{own}");
        let place = Place {
            file: Some(name.clone()),
            ..Place::default()
        };
        let kind = entry.file_type().map_err(|error| refused(&error))?;
        // A link may lead out of the folder, to what nobody meant to take over.
        let passed = match (own.starts_with('.'), kind.is_symlink()) {
            (true, _) => Some("this is not read: it is hidden, by its name"),
            (false, true) => Some("this is not read: it is a link"),
            (false, false) => None,
        };
        if let Some(what) = passed {
            losses.tell(&place, None, Manner::LeftOut, what);
            continue;
        }
        if kind.is_dir() && depth < MAX_FOLDERS {
            look_into(&entry.path(), &format!("{name}/"), depth + 1, found, losses)?;
            continue;
        }
        let ending = own.rsplit_once('.').map_or("", |(_, ending)| ending);
        let known = ENDINGS.contains(&&*ending.to_lowercase());
        if kind.is_file() && known {
            found.push(name);
        } else {
            let what = if kind.is_file() {
                "this is not read: it is no text with records, by its name"
            } else {
                "this is not read: it is no file"
            };
            losses.tell(&place, None, Manner::LeftOut, what);
        }
        if found.len() > MAX_RECORDS {
            return Err(Unreadable::new(format!(
                "there are more than {MAX_RECORDS} files; divide the folder"
            )));
        }
    }
    Ok(())
}

fn refused(error: &std::io::Error) -> Unreadable {
    Unreadable::new(match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "this may not be read".to_owned(),
        _ => error.to_string(),
    })
}
