//! Parses the arguments, dispatches, prints, and exits. The only place that prints.

use std::io::{ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use dateline::cli::ask::{Asker, Terminal};
use dateline::cli::{Arguments, Outcome, Screen};
use dateline::text::harmless;

/// A site is made of many small texts, which the system's own allocator is slow to hand out to
/// several threads.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CLEAR_LINE: &str = "\r\u{1b}[K";

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refused(&error),
    };
    // One line that replaces itself, and only where somebody looks.
    let watched = std::io::stderr().is_terminal();
    let progress = |what: &str| {
        if watched && !arguments.quiet {
            let _ = write!(anstream::stderr(), "{CLEAR_LINE}{what} …");
        }
    };
    let terminal = Terminal {
        columns: terminal_size::terminal_size_of(std::io::stderr())
            .map_or(80, |(width, _)| usize::from(width.0)),
    };
    let answering = watched && std::io::stdin().is_terminal();
    let asker = answering.then_some(&terminal as &dyn Asker);
    let say = |outcome: &Outcome| {
        if watched {
            let _ = write!(anstream::stderr(), "{CLEAR_LINE}");
        }
        write(&mut anstream::stderr(), &outcome.err) & write(&mut anstream::stdout(), &outcome.out)
    };
    let screen = Screen {
        progress: &progress,
        say: &|outcome| {
            say(outcome);
        },
        asker,
    };
    let outcome = dateline::cli::run(&arguments, screen);
    let told = say(&outcome);
    let code = outcome.code;
    ExitCode::from(if told { code } else { code.max(2) })
}

/// What the command line's reader has to say: a mistake, or the help that was asked for.
fn refused(error: &clap::Error) -> ExitCode {
    let text = error.render().ansi().to_string();
    if error.use_stderr() {
        write(&mut anstream::stderr(), &text);
    } else {
        write(&mut anstream::stdout(), &text);
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Writes, and tells whether that was possible. A reader that has gone away
/// (`dateline ... | head`) is no error of ours; a full disk is.
fn write(stream: &mut impl Write, text: &str) -> bool {
    match stream
        .write_all(harmless(text).as_bytes())
        .and_then(|()| stream.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let _ = writeln!(
                anstream::stderr(),
                "error: the output cannot be written: {error}"
            );
            false
        }
        _ => true,
    }
}
