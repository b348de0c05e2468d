//! `dateline man`: the manual.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::Outcome;
use crate::write::write_one_file;

/// How a page begins. Nothing else that Dateline writes begins so.
const MADE: &str = ".\\\" Made by Dateline: the manual page ";

/// Writes the manual pages, or prints the first of them
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline man | man -l -\n  dateline man ~/.local/share/man/man1\n\nA page that is there already is replaced only where an earlier `dateline man` wrote it."
)]
pub(super) struct Arguments {
    /// The folder that they are written to, a page a command
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut command = super::Arguments::command().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    add(&command, command.get_name(), &mut pages);
    let Some(folder) = &arguments.folder else {
        return Outcome {
            out: pages
                .into_iter()
                .next()
                .map_or_else(String::new, |(_, page)| page),
            ..Outcome::default()
        };
    };
    let mut outcome = Outcome::default();
    for (name, page) in &pages {
        if let Err(error) = write_one_file(&folder.join(name), page.as_bytes(), MADE) {
            outcome.err += &Outcome::fault(error).err;
            outcome.code = 2;
        }
    }
    if outcome.code == 0 {
        outcome.out = format!("{}: {} pages\n", folder.display(), pages.len());
    }
    outcome
}

/// A command's page, with those of what it has below it.
fn add(command: &Command, name: &str, pages: &mut Vec<(String, String)>) {
    let mut bytes = Vec::new();
    // Writing into memory does not fail.
    let _ = Man::new(command.clone()).title(name).render(&mut bytes);
    let page = String::from_utf8_lossy(&bytes);
    pages.push((format!("{name}.1"), format!("{MADE}{name}.1\n{page}")));
    for below in command.get_subcommands() {
        add(below, &format!("{name}-{}", below.get_name()), pages);
    }
}
