//! `dateline completions`: what a shell completes.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::Outcome;

/// Prints a script that lets a shell complete commands and options
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline completions bash > ~/.local/share/bash-completion/completions/dateline\n  dateline completions zsh > ~/.zfunc/_dateline\n  dateline completions fish > ~/.config/fish/completions/dateline.fish"
)]
pub(super) struct Arguments {
    /// The shell
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut script = Vec::new();
    let mut command = super::Arguments::command();
    generate(arguments.shell, &mut command, "dateline", &mut script);
    Outcome {
        out: String::from_utf8_lossy(&script).into_owned(),
        ..Outcome::default()
    }
}
