//! `dateline serve`: the preview.

use std::future::{Future, IntoFuture};
use std::io;
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;
use tokio::sync::{mpsc, watch};

use super::build::seconds;
use super::{ERROR, Outcome, Screen, a_day, told};
use crate::diagnostic::human;
use crate::edtf::Day;
use crate::load::LoadError;
use crate::serve::{self, Attempt, End, Hosts, Watch, Workshop};
use crate::words::{self, Counted};

/// Shows the site in a browser while it is written: each change is seen at once
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline serve --open\n  dateline serve my-events --port 8080\n  dateline serve --as-of 2024-04-09\n\nNothing is written to the disk: `dateline build` makes the site that is published. What is wrong with the event files is told here and on the page, which goes on showing the last site that could be made. Ctrl-C ends it."
)]
pub(super) struct Arguments {
    /// The folder of event files
    #[arg(default_value = "events")]
    dir: PathBuf,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// The port; when it is in use, the next that is free. 0 takes any
    #[arg(long, default_value_t = 4321)]
    port: u16,
    /// The address of this machine to listen at; one that is not its own loopback lets others read the pages
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Let in requests to this name as well, where a proxy or a tunnel leads here
    #[arg(long, value_name = "NAME", value_parser = a_name)]
    allow_host: Vec<String>,
    /// Show the site as it was known on a day: without what no report had told by then
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<Day>,
    /// Look every second whether anything has changed, where the system does not tell, as on network drives
    #[arg(long)]
    poll: bool,
}

pub(super) fn run(arguments: &Arguments, screen: Screen<'_>) -> Outcome {
    match try_to_run(arguments, screen) {
        Ok(()) => Outcome::default(),
        Err(outcome) => outcome,
    }
}

/// Takes the name of a host, which an address has between `//` and the port.
fn a_name(text: &str) -> Result<String, &'static str> {
    let name =
        !text.is_empty() && !text.contains(|c: char| ":/?#@".contains(c) || c.is_whitespace());
    name.then(|| text.to_owned())
        .ok_or("not a name alone, such as desk.example")
}

fn try_to_run(arguments: &Arguments, screen: Screen<'_>) -> Result<(), Outcome> {
    // A folder that is empty, or goes later, may still fill; one that never was is a slip.
    std::fs::read_dir(&arguments.dir).map_err(|error| {
        let path = arguments.dir.clone();
        Outcome::fault(LoadError { path, error })
    })?;
    let (listener, hosts) = listen(arguments).map_err(|error| {
        let (host, port) = (arguments.host, arguments.port);
        Outcome::fault(format_args!(
            "the preview cannot listen at {host}, port {port}: {error}"
        ))
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Outcome::fault)?;
    runtime
        .block_on(serve(arguments, listener, hosts, screen))
        .map_err(|error| Outcome::fault(format_args!("the preview ended: {error}")))
}

fn listen(arguments: &Arguments) -> io::Result<(TcpListener, Hosts)> {
    let listener = serve::listen(arguments.host, arguments.port)?;
    listener.set_nonblocking(true)?;
    let hosts = Hosts::new(listener.local_addr()?, arguments.allow_host.clone());
    Ok((listener, hosts))
}

/// What the workshop tells while it works.
enum News {
    Begun,
    Done(Attempt),
    /// What went wrong without harm.
    Remark(String),
}

async fn serve(
    arguments: &Arguments,
    listener: TcpListener,
    hosts: Hosts,
    screen: Screen<'_>,
) -> io::Result<()> {
    let stopped = stopped()?;
    tokio::pin!(stopped);
    let port = listener.local_addr()?.port();
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let (tell, mut news) = mpsc::unbounded_channel();
    work(arguments, tell.clone())?;
    let mut teller = Teller::new(&arguments.dir);

    let url = hosts.url();
    (screen.say)(&greeting(arguments, &url, port));
    let first = loop {
        tokio::select! {
            () = &mut stopped => return Ok(()),
            told = news.recv() => match told {
                Some(News::Done(attempt)) => break attempt,
                Some(_) => (screen.progress)("making the site"),
                None => return Err(io::Error::other("nothing makes the site any more")),
            },
        }
    };
    (screen.say)(&teller.tell(&first));
    let (show, shown) = watch::channel(first.shown);
    if arguments.open {
        open(url, tell);
    }
    let served = axum::serve(listener, serve::answers(hosts, shown)).into_future();
    tokio::pin!(served);
    loop {
        tokio::select! {
            // What is being answered is dropped: a page that is cut off here would have
            // nobody to ask any more, either.
            () = &mut stopped => return Ok(()),
            ended = &mut served => return ended,
            told = news.recv() => match told {
                Some(News::Begun) => (screen.progress)("making the site"),
                Some(News::Done(attempt)) => {
                    (screen.say)(&teller.tell(&attempt));
                    show.send_replace(attempt.shown);
                }
                Some(News::Remark(err)) => (screen.say)(&Outcome { err, ..Outcome::default() }),
                None => return Err(io::Error::other("nothing makes the site any more")),
            },
        }
    }
}

/// What is said at the start, however the first attempt ends.
fn greeting(arguments: &Arguments, url: &str, port: u16) -> Outcome {
    let mut said = Outcome {
        out: format!(
            "serving {} at {url} (Ctrl-C ends it)\n",
            arguments.dir.display()
        ),
        ..Outcome::default()
    };
    if arguments.port != 0 && arguments.port != port {
        let wanted = arguments.port;
        said.err += &format!("port {wanted} is in use: taking {port}\n");
    }
    if !arguments.host.is_loopback() {
        said.err += "anybody who can reach this machine over the network can read these pages\n";
    }
    said
}

/// Tells what came of attempts.
struct Teller<'a> {
    dir: &'a Path,
    /// The warnings that were told last: they are not told again.
    warnings: String,
}

impl<'a> Teller<'a> {
    fn new(dir: &'a Path) -> Self {
        let warnings = String::new();
        Teller { dir, warnings }
    }

    fn tell(&mut self, attempt: &Attempt) -> Outcome {
        let mut said = Outcome::default();
        let dir = self.dir.display();
        let kept = match attempt.shown.site {
            Some(_) => "the pages stay as they were",
            None => "the page tells what is wrong, and turns into the site when it is mended",
        };
        match &attempt.end {
            End::Made {
                sources,
                report,
                events,
                changes,
            } => {
                let warnings = told(report, sources);
                if warnings != self.warnings {
                    said.err.clone_from(&warnings);
                    self.warnings = warnings;
                }
                let events = words::ENGLISH.count(*events, Counted::Events);
                let mut line = match (changes, &attempt.shown.site) {
                    (Some(changes), _) => format!("rebuilt: {events}; {changes}"),
                    (None, Some(site)) => format!("built: {events} on {} pages", site.pages()),
                    (None, None) => format!("built: {events}"),
                };
                if report.warnings() > 0 {
                    line += &format!("; {}", human::summary(report));
                }
                said.out = format!("{line}; {}\n", seconds(attempt.time));
            }
            End::Wrong { sources, report } => {
                let summary = human::summary(report);
                said.err = told(report, sources);
                said.err += &format!("not built: {summary} in {dir}; {kept}\n");
                self.warnings.clear();
            }
            End::Failed(messages) => {
                for message in messages {
                    said.err += &format!("{ERROR}: {message}\n");
                }
                said.err += &format!("not built; {kept}\n");
            }
        }
        said
    }
}

/// Makes the site in a thread of its own, and again whenever something changes. A change
/// while it is made is heard afterwards: what was written last is what is shown at last.
fn work(arguments: &Arguments, tell: mpsc::UnboundedSender<News>) -> io::Result<()> {
    // As much as the main thread has: files may be nested deeply.
    const STACK: usize = 8 << 20;
    let (dir, as_of, poll) = (arguments.dir.clone(), arguments.as_of, arguments.poll);
    let work = move || {
        // Watching comes first, so that no change is missed.
        let mut watch = Watch::new(&dir, poll);
        let mut workshop = Workshop::new(&dir, as_of);
        loop {
            let begun = || {
                let _ = tell.send(News::Begun);
            };
            if let Some(attempt) = workshop.attempt(&begun)
                && tell.send(News::Done(attempt)).is_err()
            {
                return;
            }
            watch.wait();
        }
    };
    let thread = thread::Builder::new().name("workshop".to_owned());
    thread.stack_size(STACK).spawn(work).map(drop)
}

/// Opens the page; that this may take as long as the browser runs holds nothing up.
fn open(url: String, tell: mpsc::UnboundedSender<News>) {
    thread::spawn(move || {
        if let Err(error) = serve::open(&url) {
            let remark = format!("no browser could be opened ({error}): open {url} in one\n");
            let _ = tell.send(News::Remark(remark));
        }
    });
}

/// Ends when somebody wants the preview to: by Ctrl-C or, where there is such a thing, by
/// the signal to terminate.
#[cfg(unix)]
fn stopped() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when somebody presses Ctrl-C.
#[cfg(windows)]
fn stopped() -> io::Result<impl Future<Output = ()>> {
    let mut pressed = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        pressed.recv().await;
    })
}
