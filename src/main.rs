//! Parses the arguments, dispatches, prints, and exits. The only place that prints.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use dateline::cli::{Arguments, Outcome};

const CLEAR_LINE: &str = "\r\u{1b}[K";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // One line that replaces itself, and only where somebody looks.
    let watched = std::io::stderr().is_terminal();
    let progress = |what: &str| {
        if watched {
            let _ = write!(anstream::stderr(), "{CLEAR_LINE}{what} …");
        }
    };
    let Outcome { out, err, code } = dateline::cli::run(&arguments, &progress);
    if watched {
        let _ = write!(anstream::stderr(), "{CLEAR_LINE}");
    }
    // A reader that has gone away (`dateline ... | head`) is no error of ours.
    let _ = anstream::stdout().write_all(out.as_bytes());
    let _ = anstream::stderr().write_all(err.as_bytes());
    ExitCode::from(code)
}
