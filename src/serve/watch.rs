//! Waiting until something in a folder may have changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::LESSONS;

/// How long it has to be quiet: editors and version control write several files at once.
const QUIET: Duration = Duration::from_millis(50);

/// How long is waited for that at most.
const AT_MOST: Duration = Duration::from_secs(2);

/// How often it is looked whether the folders are still the same.
const LOOK: Duration = Duration::from_millis(500);

/// How often the files are read where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(1);

/// Waits for changes in the folder of the event files, and in that of the lessons.
///
/// Watched are the two folders, not what they are called: one that is deleted or moved away
/// takes the watch with it. So both are looked after, and watched anew.
pub struct Watch {
    folders: [PathBuf; 2],
    /// The two folders as they were when they were watched last.
    watched: [Option<Identity>; 2],
    watcher: Option<RecommendedWatcher>,
    heard: Receiver<()>,
    /// Whether to rely on looking alone.
    poll: bool,
    /// Whether there is a file that lies elsewhere.
    linked: bool,
}

impl Watch {
    /// Begins to watch; with `poll`, without the help of the system.
    pub fn new(folder: &Path, poll: bool) -> Self {
        let (tell, heard) = sync_channel(1);
        let watcher = if poll {
            None
        } else {
            notify::recommended_watcher(move |event: notify::Result<Event>| {
                // One that is not yet heard stands for this one as well.
                if event.is_ok_and(|event| is_change(event.kind)) {
                    let _ = tell.try_send(());
                }
            })
            .ok()
        };
        let mut watch = Watch {
            folders: [folder.to_owned(), folder.join(LESSONS)],
            watched: [None, None],
            poll: watcher.is_none(),
            linked: false,
            watcher,
            heard,
        };
        watch.renew();
        watch
    }

    /// Waits until something may have changed, and all is quiet again.
    pub fn wait(&mut self) {
        let since = Instant::now();
        loop {
            match self.hear(LOOK) {
                Ok(()) => {
                    let until = Instant::now() + AT_MOST;
                    while self.hear(QUIET).is_ok() && Instant::now() < until {}
                    self.renew();
                    return;
                }
                Err(()) if self.identities() != self.watched => {
                    self.renew();
                    return;
                }
                Err(()) if (self.poll || self.linked) && since.elapsed() >= POLL => return,
                Err(()) => {}
            }
        }
    }

    /// Waits for the system to tell of a change.
    fn hear(&self, time: Duration) -> Result<(), ()> {
        self.heard.recv_timeout(time).map_err(|error| {
            if error == RecvTimeoutError::Disconnected {
                thread::sleep(time);
            }
        })
    }

    fn identities(&self) -> [Option<Identity>; 2] {
        [&self.folders[0], &self.folders[1]].map(|folder| identity(folder))
    }

    /// Watches the folders as they are now.
    fn renew(&mut self) {
        self.watched = self.identities();
        self.linked = self.folders.iter().any(|folder| holds_links(folder));
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        for (folder, there) in self.folders.iter().zip(&self.watched) {
            let _ = watcher.unwatch(folder);
            if there.is_none() {
                continue;
            }
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                // It has gone, or will not be read: either way it is looked at again.
                Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                Err(_) => self.poll = true,
                Ok(()) => {}
            }
        }
    }
}

/// What tells one folder from another of the same name.
#[derive(Debug, PartialEq, Eq)]
struct Identity {
    path: PathBuf,
    number: Option<(u64, u64)>,
}

fn identity(folder: &Path) -> Option<Identity> {
    let path = folder.canonicalize().ok()?;
    let meta = fs::metadata(&path).ok().filter(fs::Metadata::is_dir)?;
    #[cfg(unix)]
    let number = {
        use std::os::unix::fs::MetadataExt;
        Some((meta.dev(), meta.ino()))
    };
    #[cfg(not(unix))]
    let number = {
        let _ = meta;
        None
    };
    Some(Identity { path, number })
}

/// Whether a change to one of the files may happen elsewhere.
fn holds_links(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| entry.file_type().is_ok_and(|kind| kind.is_symlink()))
        })
    })
}

/// Whether an event is worth a look. Reading the files brings forth events as well: whoever
/// heeded these would never rest.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
