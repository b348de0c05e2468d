//! `dateline serve` while it runs: what it prints, and what it answers, byte for byte.

#![allow(dead_code, reason = "not every test needs all of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::folder::Folder;

/// How long is waited for what has to happen. Nothing is proved by waiting.
const PATIENCE: Duration = Duration::from_secs(60);

/// A preview that runs; it ends with the test.
pub(crate) struct Preview {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
    pub(crate) port: u16,
}

impl Preview {
    /// Starts one at any port, and waits until it answers.
    pub(crate) fn of(folder: &Folder) -> Self {
        Preview::with(folder, &["--port", "0"])
    }

    /// Starts one with these arguments.
    pub(crate) fn with(folder: &Folder, arguments: &[&str]) -> Self {
        Preview::in_path(folder, arguments, None)
    }

    /// Starts one with these arguments, for which programs are only here.
    pub(crate) fn in_path(folder: &Folder, arguments: &[&str], path: Option<&Path>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command.envs(path.map(|path| ("PATH", path)));
        let mut child = command
            .arg("serve")
            .args(arguments)
            .current_dir(folder.events().parent().unwrap())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = lines(child.stdout.take().unwrap());
        let err = lines(child.stderr.take().unwrap());
        let port = 0;
        let mut preview = Preview {
            child,
            out,
            err,
            port,
        };
        let address = preview.hear("serving ");
        let (_, rest) = address.split_once("http://").unwrap();
        let port = rest.split([':', '/']).nth(1).unwrap();
        preview.port = port.parse().unwrap();
        // It listens before it answers: this answer comes when all is ready.
        preview.get("/");
        preview
    }

    /// All that it prints up to the line that has this in it.
    pub(crate) fn hear(&self, part: &str) -> String {
        until(&self.out, part)
    }

    /// All that it warns of up to the line that has this in it.
    pub(crate) fn hear_warning(&self, part: &str) -> String {
        until(&self.err, part)
    }

    /// A connection to it.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// What it answers to these bytes, after which nothing more is said.
    pub(crate) fn ask(&self, bytes: impl AsRef<[u8]>) -> Answer {
        let mut stream = self.connect();
        // It may have refused before it has heard all.
        let _ = stream.write_all(bytes.as_ref());
        let mut answer = Vec::new();
        let mut part = [0; 4096];
        loop {
            match stream.read(&mut part) {
                Ok(0) => break,
                Ok(length) => answer.extend_from_slice(&part[..length]),
                Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
                Err(error) => panic!("no end of the answer: {error}"),
            }
        }
        Answer::of(&answer)
    }

    /// What it answers to a request as a browser makes it.
    pub(crate) fn request(&self, method: &str, path: &str) -> Answer {
        let port = self.port;
        self.ask(format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        ))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.request("GET", path)
    }

    /// Asks until the answer is as wanted.
    pub(crate) fn get_until(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(start.elapsed() < PATIENCE, "{path} stays {answer:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Listens as a page does.
    pub(crate) fn listen(&self) -> Listener {
        let mut stream = self.connect();
        let request = format!(
            "GET /_dateline/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            self.port
        );
        stream.write_all(request.as_bytes()).unwrap();
        Listener(BufReader::new(stream))
    }

    /// Sends a signal, and waits for the end; gives all that it warned of until then, too.
    #[cfg(unix)]
    pub(crate) fn end(mut self, signal: &str) -> (ExitStatus, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().unwrap();
        assert!(sent.success());
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, self.err.iter().collect());
            }
            assert!(start.elapsed() < PATIENCE, "it goes on");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// The lines of a stream, as they come.
fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (tell, told) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines() {
            let _ = tell.send(line.unwrap() + "\n");
        }
    });
    told
}

fn until(told: &Receiver<String>, part: &str) -> String {
    let mut heard = String::new();
    while let Ok(line) = told.recv_timeout(PATIENCE) {
        heard += &line;
        if line.contains(part) {
            return heard;
        }
    }
    panic!("`{part}` was never said, but:\n{heard}");
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A page that hears how things stand.
pub(crate) struct Listener(BufReader<TcpStream>);

impl Listener {
    /// What it hears next.
    pub(crate) fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            let length = self.0.read_line(&mut line).unwrap();
            assert_ne!(length, 0, "nothing more is told");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

impl Listener {
    /// What it hears that is as wanted. A file that is being written may be read before it
    /// is whole, so that something else can come first.
    pub(crate) fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next();
            if wanted(&state) {
                return state;
            }
        }
    }

    /// What it hears of a new site.
    pub(crate) fn other_than(&mut self, last: &Value) -> Value {
        self.until(|state| state["errors"] == 0 && state["site"] != last["site"])
    }
}

/// An answer, taken apart.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let Some(end) = end else {
            return Answer {
                status: 0,
                headers: Vec::new(),
                body: bytes.to_vec(),
            };
        };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_lowercase(), value.trim().to_owned())
        });
        Answer {
            status: status.parse().unwrap(),
            headers: headers.collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// A header; empty, if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(own, _)| own == name);
        let value = found.next().map_or("", |(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} stands there twice");
        value
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}
