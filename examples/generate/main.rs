//! Writes a timeline of any size, to see how Dateline does with many events:
//! `cargo run --release --example generate -- 10000 many`. The same number and seed give
//! the same files, byte for byte, on every machine.

mod synthetic;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

/// Writes a synthetic timeline
#[derive(Debug, Parser)]
struct Arguments {
    /// How many events
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    events: u32,
    /// The folder that they are written to: a new one, or an empty one
    dir: PathBuf,
    /// Another seed makes another timeline
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[allow(
    clippy::print_stderr,
    reason = "a program that is run by hand says what is wrong"
)]
fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match write(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: &Arguments) -> Result<(), String> {
    let dir = &arguments.dir;
    let fault = |path: &Path, error| format!("{}: {error}", path.display());
    fs::create_dir_all(dir).map_err(|error| fault(dir, error))?;
    let mut there = fs::read_dir(dir).map_err(|error| fault(dir, error))?;
    if there.next().is_some() {
        return Err(format!(
            "{} is not empty; choose a new folder",
            dir.display()
        ));
    }
    for (name, text) in synthetic::timeline(arguments.events as usize, arguments.seed) {
        let path = dir.join(name);
        fs::write(&path, text).map_err(|error| fault(&path, error))?;
    }
    Ok(())
}
