//! A folder of event files in a temporary place: `tests/ui/base`, a small timeline
//! without any fault, with other files laid over it.

#![allow(dead_code, reason = "not every test needs all of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The folder that holds `events`.
pub(crate) struct Folder(TempDir);

/// What a command said, and how it ended.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Folder {
    /// With nothing in it.
    pub(crate) fn empty() -> Self {
        let folder = Folder(TempDir::new().unwrap());
        fs::create_dir(folder.events()).unwrap();
        folder
    }

    /// With the small timeline in it.
    pub(crate) fn base() -> Self {
        let folder = Folder::empty();
        lay(&ui().join("base"), &folder.events());
        folder
    }

    /// The folder of the event files.
    pub(crate) fn events(&self) -> PathBuf {
        self.0.path().join("events")
    }

    /// Lays the files of another folder over it.
    pub(crate) fn lay(&self, from: &Path) {
        lay(from, &self.events());
    }

    /// Writes one file.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.events().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Takes one file away.
    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.events().join(name)).unwrap();
    }

    /// Runs `dateline` beside `events`, piped, with the arguments.
    pub(crate) fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Said {
        self.run_with(arguments, [])
    }

    /// The same with variables of the environment.
    pub(crate) fn run_with<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        variables: impl IntoIterator<Item = (&'static str, &'static str)>,
    ) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        let output = command
            .current_dir(self.0.path())
            .args(arguments)
            .envs(variables)
            .output()
            .unwrap();
        Said {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap(),
        }
    }
}

/// `tests/ui`.
pub(crate) fn ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui")
}

fn lay(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            lay(&path, &to);
        } else if !path.ends_with("expected.txt") && !path.ends_with("removed.txt") {
            fs::copy(&path, to).unwrap();
        }
    }
}
