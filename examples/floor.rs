//! What any generator has to do at least: read the event files, and write the site. It
//! reads a finished site beforehand, then does only that, on all cores, and prints how
//! many seconds it took: `floor EVENTS SITE OUT`.

use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;
use rayon::prelude::*;

/// Measures reading and writing alone
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder of event files
    events: PathBuf,
    /// The site that is built from them
    site: PathBuf,
    /// The folder that it is written to once more
    out: PathBuf,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let site: Vec<(PathBuf, Vec<u8>)> = below(&arguments.site)?
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path)?;
            let path = path
                .strip_prefix(&arguments.site)
                .map_err(io::Error::other)?;
            Ok((arguments.out.join(path), bytes))
        })
        .collect::<io::Result<_>>()?;
    let start = Instant::now();
    let read: usize = below(&arguments.events)?
        .par_iter()
        .map(|path| Ok(black_box(fs::read(path)?).len()))
        .sum::<io::Result<usize>>()?;
    let folders: BTreeSet<&Path> = site.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.par_iter().try_for_each(fs::create_dir_all)?;
    site.par_iter()
        .try_for_each(|(path, bytes)| fs::write(path, bytes))?;
    let seconds = start.elapsed().as_secs_f64();
    black_box(read);
    writeln!(io::stdout(), "{seconds}")
}

/// All files below a folder.
fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(here)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    Ok(found)
}
