//! Which files of a folder are read, and which only look like it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{LESSONS, LoadError};

/// What stands in a folder: names inside it, and paths.
#[derive(Default)]
pub(super) struct Found {
    /// The files that are read.
    pub names: Vec<(String, PathBuf)>,
    /// Those that are not, though their authors will think so.
    pub stray: Vec<(String, PathBuf)>,
    /// What the system refuses.
    pub errors: Vec<LoadError>,
}

impl Found {
    /// Looks into the folder of the event files, or into that of the lessons. `before` is
    /// what comes before the names of its files.
    pub(super) fn look_into(&mut self, folder: &Path, before: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            let own = entry.file_name().to_string_lossy().into_owned();
            // Editors leave files such as `.#x.yaml` and `.x.yaml.swp` behind.
            if own.starts_with('.') {
                continue;
            }
            let name = format!("{before}{own}");
            // Follows a link, so that a linked file is read like any other.
            let kind = match entry.file_type() {
                Ok(kind) if !kind.is_symlink() => Ok(kind),
                _ => fs::metadata(&path).map(|meta| meta.file_type()),
            };
            match kind {
                Ok(kind) if kind.is_dir() && name == LESSONS => {
                    let inside = self.look_into(&path, &format!("{LESSONS}/"));
                    let error = |error| LoadError { path, error };
                    self.errors.extend(inside.err().map(error));
                }
                Ok(kind) if kind.is_dir() => self.stray.extend(yaml_inside(&path, &name)),
                // A pipe would keep us waiting for good.
                Ok(kind) if is_yaml(&own) && !kind.is_file() => {
                    let error = io::Error::other("this is not a file that can be read");
                    self.errors.push(LoadError { path, error });
                }
                Ok(_) if own.ends_with(".yaml") => self.names.push((name, path)),
                Ok(_) if !is_other(&own) => self.stray.push((name, path)),
                Err(error) if is_yaml(&own) => self.errors.push(LoadError { path, error }),
                Ok(_) | Err(_) => {}
            }
        }
        Ok(())
    }
}

pub(super) fn is_yaml(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".yaml") || name.ends_with(".yml")
}

/// Whether a file is plainly no event file: notes in Markdown, a licence, what an editor
/// leaves behind. Whatever else is not read is told of, since it may have been meant.
fn is_other(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    lower.ends_with(".md")
        || lower.ends_with('~')
        || matches!(stem, "readme" | "license" | "makefile")
}

/// YAML files one level down: their author will think that they are read.
fn yaml_inside(path: &Path, name: &str) -> Vec<(String, PathBuf)> {
    let Ok(entries) = fs::read_dir(path) else {
        return Vec::new();
    };
    entries
        .flatten()
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                entry.path(),
            )
        })
        .filter(|(inner, _)| is_yaml(inner) && !inner.starts_with('.'))
        .map(|(inner, path)| (format!("{name}/{inner}"), path))
        .collect()
}
