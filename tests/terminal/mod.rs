//! A terminal in which `dateline` runs: keys go in, and what is on the screen is read. It waits
//! for text, never for time.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use ptyprocess::{PtyProcess, WaitStatus};

/// How long nothing may come before the test has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal and what runs in it.
pub(crate) struct Terminal {
    process: PtyProcess,
    keys: File,
    came: Receiver<Vec<u8>>,
    screen: vt100::Parser,
}

impl Terminal {
    /// Runs `dateline` in a folder, with the arguments, in a window of so many columns.
    pub(crate) fn run(folder: &Path, arguments: &[&str], columns: u16) -> Self {
        let mut command = Command::new("sh");
        // The program starts once the window has its size.
        command
            .current_dir(folder)
            .args(["-c", "read _; exec \"$@\"", "sh"])
            .arg(env!("CARGO_BIN_EXE_dateline"))
            .args(arguments)
            .env("TERM", "xterm-256color")
            .env_remove("NO_COLOR");
        let mut process = PtyProcess::spawn(command).unwrap();
        process.set_window_size(columns, 30).unwrap();
        let mut keys = process.get_raw_handle().unwrap();
        let mut output = process.get_raw_handle().unwrap();
        let (send, came) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // On Linux, reading fails once nobody has the other end any more.
            while let Ok(read @ 1..) = output.read(&mut buffer) {
                if send.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        keys.write_all(b"\n").unwrap();
        let size = |n: u16| NonZeroU16::new(n).unwrap();
        Terminal {
            process,
            keys,
            came,
            screen: vt100::Parser::new(size(30), size(columns), 0),
        }
    }

    /// What is on the screen, without empty lines before it and white space at the ends of lines.
    pub(crate) fn screen(&self) -> String {
        let contents = self.screen.screen().contents();
        let lines = contents.lines().map(str::trim_end);
        // Before the program stands the line that started it.
        let lines = lines.skip_while(|line| line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Waits until this is on the screen.
    pub(crate) fn shows(&mut self, text: &str) {
        while !self.screen().contains(text) {
            match self.came.recv_timeout(PATIENCE) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("`{text}` never came; the screen:\n{}", self.screen())
                }
            }
        }
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for a question, and answers it.
    pub(crate) fn answer(&mut self, question: &str, answer: &str) {
        self.shows(question);
        self.press(answer);
        // Typed text shows before what is pressed afterwards counts.
        self.press("\r");
    }

    /// Waits for the end: the exit code, and what is on the screen then.
    pub(crate) fn end(mut self) -> (i32, String) {
        loop {
            match self.came.recv_timeout(PATIENCE) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it never ended; the screen:\n{}", self.screen())
                }
            }
        }
        match self.process.wait().unwrap() {
            WaitStatus::Exited(_, code) => (code, self.screen()),
            other => panic!("{other:?}"),
        }
    }
}
