//! Where the event files and the site lie, as seen from one another.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The site must not lie in the event files, nor they in it: a page could take an event
/// file's place.
pub(super) fn apart(dir: &Path, out: &Path) -> Result<(), String> {
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
pub(super) fn seen_from(here: &Path, there: &Path) -> String {
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
