//! Opening an address in the browser that this machine would use.

use std::io;
use std::process::{Command, Stdio};

/// Programs that open an address, the likeliest first.
const OPENERS: &[&[&str]] = if cfg!(target_os = "macos") {
    &[&["open"]]
} else if cfg!(windows) {
    &[&["rundll32.exe", "url.dll,FileProtocolHandler"]]
} else {
    &[&["xdg-open"], &["gio", "open"], &["wslview"]]
};

/// Opens an address of ours in the system's browser; waits for the program that does so,
/// which may take as long as the browser is open.
pub fn open(url: &str) -> io::Result<()> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for opener in OPENERS {
        let [program, arguments @ ..] = opener else {
            continue;
        };
        let status = Command::new(program)
            .args(arguments)
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        match status {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => last = io::Error::other(format!("`{program}` failed ({status})")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => last = error,
        }
    }
    Err(last)
}
