//! Parses the arguments, dispatches, prints, and exits. The only place that prints.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use dateline::cli::{Arguments, Outcome};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let progress = |line: &str| {
        let _ = write!(anstream::stderr(), "{line}");
        let _ = anstream::stderr().flush();
    };
    let Outcome { out, err, code } = dateline::cli::run(&arguments, &progress);
    // A reader that has gone away (`dateline ... | head`) is no error of ours.
    let _ = anstream::stdout().write_all(out.as_bytes());
    let _ = anstream::stderr().write_all(err.as_bytes());
    ExitCode::from(code)
}
