//! `dateline serve`: what a browser is answered, what is refused, how it begins and ends.

#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;
mod preview;

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use folder::Folder;
use preview::Preview;

/// Everything that stands below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn it_serves_what_build_writes_and_writes_nothing() {
    let folder = Folder::empty();
    folder.lay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("events"));
    let root = folder.events().parent().unwrap().to_owned();
    let before = below(&root);
    let preview = Preview::of(&folder);
    assert_eq!(below(&root), before, "serving writes nothing");
    assert_eq!(folder.run(["build", "--out", "built"]).code, 0);
    let built = root.join("built");
    let mut kinds = Vec::new();
    for path in below(&built) {
        let name = path.strip_prefix(&built).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        if name.starts_with('.') || name == "404.html" {
            continue;
        }
        let answer = preview.get(&format!("/{name}"));
        let expected = fs::read(&path).unwrap();
        assert_eq!(answer.status, 200, "{name}");
        let kind = answer.header("content-type");
        assert_ne!(kind, "application/octet-stream", "{name}");
        kinds.push(kind.to_owned());
        if !name.ends_with(".html") {
            assert!(answer.body == expected, "{name}");
            continue;
        }
        // All but the preview's own line, and that only where a script may run.
        let text = answer.text();
        let own = |line: &&str| line.starts_with("<script src=\"/_dateline/preview.js\" ");
        let rest: Vec<_> = text.split('\n').filter(|line| !own(line)).collect();
        let page = String::from_utf8(expected).unwrap();
        assert!(rest.join("\n") == page, "{name}");
        let runs = page.contains("script-src 'self'");
        assert_eq!(
            text.split('\n').filter(own).count(),
            usize::from(runs),
            "{name}"
        );
        if let Some(path) = name.strip_suffix("index.html") {
            assert_eq!(preview.get(&format!("/{path}")).body, answer.body, "{name}");
        }
    }
    for kind in [
        "text/html; charset=utf-8",
        "image/svg+xml",
        "text/calendar; charset=utf-8",
    ] {
        assert!(kinds.iter().any(|it| it == kind), "{kind}");
    }
}

#[test]
fn answers_are_such_that_nothing_is_kept_or_guessed() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    for path in [
        "/",
        "/events.json",
        "/nowhere",
        "/_dateline/preview.js",
        "/_dateline/nowhere",
    ] {
        let answer = preview.get(path);
        let expected = if path.contains("nowhere") { 404 } else { 200 };
        assert_eq!(answer.status, expected, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{path}"
        );
        assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
        let head = preview.request("HEAD", path);
        assert_eq!((head.status, head.body.len()), (expected, 0), "{path}");
        for name in ["content-type", "content-length", "cache-control"] {
            assert_eq!(head.header(name), answer.header(name), "{path}: {name}");
        }
        assert_eq!(head.header("content-length"), answer.body.len().to_string());
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW"] {
        let answer = preview.request(method, "/");
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("allow"), "GET, HEAD", "{method}");
    }
    let head = preview.request("HEAD", "/_dateline/events");
    assert_eq!(
        (head.status, head.header("content-type")),
        (200, "text/event-stream")
    );
}

#[test]
fn folders_lead_to_their_pages_and_what_is_not_there_leads_home() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let answer = preview.get("/events/2024-04-02-biden-xi-call?a=//b");
    assert_eq!(answer.status, 307);
    assert_eq!(
        answer.header("location"),
        "/events/2024-04-02-biden-xi-call/?a=//b"
    );
    assert_eq!(preview.get("/claims").header("location"), "/claims/");
    let missing = preview.get("/events/2024-nowhere/");
    assert_eq!(missing.status, 404);
    assert_eq!(missing.header("content-type"), "text/html; charset=utf-8");
    assert!(missing.text().contains("<a href=\"/index.html\">"));
    assert!(missing.text().contains("/_dateline/preview.js"));

    // Wherever the site is to be published, the preview has it at its root.
    folder.write(
        "timeline.yaml",
        "title: Spring\nbase_url: https://example.org/spring/\n",
    );
    let published = preview.get_until("/404.html", |answer| answer.status == 200);
    assert!(
        !published.text().contains("\"/spring/"),
        "{}",
        published.text()
    );
    assert!(published.text().contains("<a href=\"/index.html\">"));
}

#[test]
fn requests_under_a_foreign_name_are_refused() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let port = preview.port;
    let ask = |target: &str, headers: &str| {
        preview.ask(format!(
            "GET {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"
        ))
    };
    for host in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
        let answer = ask("/", &format!("Host: {host}:{port}\r\n"));
        assert_eq!(answer.status, 200, "{host}");
    }
    for path in [
        "/",
        "/_dateline/events",
        "/_dateline/preview.js",
        "/nowhere",
        "/claims",
    ] {
        for headers in [
            String::new(),
            "Host:\r\n".to_owned(),
            "Host: localhost\r\n".to_owned(),
            format!("Host: localhost:{}\r\n", port ^ 1),
            format!("Host: evil.example:{port}\r\n"),
            format!("Host: localhost.evil.example:{port}\r\n"),
            format!("Host: 192.168.0.2:{port}\r\n"),
            format!("Host: localhost:{port}\r\nHost: evil.example:{port}\r\n"),
            format!("Host: evil.example\r\nX-Forwarded-Host: localhost:{port}\r\n"),
        ] {
            let answer = ask(path, &headers);
            assert_eq!(answer.status, 403, "{path} {headers}");
            assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
            assert_eq!(
                answer.text(),
                format!(
                    "this preview answers at http://127.0.0.1:{port}/ alone; `dateline serve --allow-host NAME` lets in another name\n"
                )
            );
        }
    }
    // A whole address overrules the name beside it.
    let host = format!("Host: localhost:{port}\r\n");
    assert_eq!(
        ask(&format!("http://evil.example:{port}/"), &host).status,
        403
    );
    assert_eq!(ask(&format!("http://localhost:{port}/"), &host).status, 200);
    let old = preview.ask("GET / HTTP/1.0\r\n\r\n");
    assert_eq!(old.status, 403);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    for path in [
        "/../events/timeline.yaml",
        "/../../../../../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/%2e%2e%5c%2e%2e%5cCargo.toml",
        "/events/../index.html",
        "/events/%2e%2e/index.html",
        "/./index.html",
        "//index.html",
        "//evil.example/%2e%2e",
        "/claims//",
        "/index.html%00.js",
        "/%ff",
        "/%",
        "/_dateline/",
        "/_dateline/../index.html",
        "/_dateline/%2e%2e/index.html",
        "/timeline.yaml",
        "/.dateline-manifest",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("location"), "", "{path}");
    }
    let answer = preview.get("index.html");
    assert_ne!(answer.status, 200);
}

#[test]
fn bad_requests_harm_nobody_else() {
    let folder = Folder::base();
    let preview = Preview::of(&folder);
    let host = format!("Host: localhost:{}\r\n", preview.port);
    let mut half = preview.connect();
    write!(half, "GET / HTTP/1.1\r\n{host}X-Half: ").unwrap();
    let silent = preview.connect();
    let mut closed = preview.connect();
    write!(closed, "GET /events.json HTTP/1.1\r\n{host}\r\n").unwrap();
    drop(closed);
    let large = "x".repeat(2_000_000);
    let many = "X-A: 1\r\n".repeat(5_000);
    for request in [
        format!("GET / HTTP/1.1\r\n{host}X-Large: {large}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{many}\r\n"),
        format!("GET /{large} HTTP/1.1\r\n{host}\r\n"),
        format!("GET /?{} HTTP/1.1\r\n{host}\r\n", &large[..100_000]),
        "\u{0}\u{1}\u{16}\u{3}\r\n\r\n".to_owned(),
        "\r\n\r\n\r\nGET\r\n\r\n".to_owned(),
        format!("GET / HTTP/9.9\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: x\r\n\r\n"),
    ] {
        let answer = preview.ask(&request);
        let shown: String = request.chars().take(60).collect();
        assert!(
            [0, 400, 405, 414, 431, 505].contains(&answer.status),
            "{} to {shown:?}",
            answer.status
        );
    }
    assert_eq!(preview.get("/").status, 200);
    drop((half, silent));
}

#[test]
fn a_day_may_be_chosen() {
    let folder = Folder::base();
    let preview = Preview::with(&folder, &["--port", "0", "--as-of", "2024-04-02"]);
    assert!(!preview.get("/").text().contains("The White House warns"));
    let said = folder.run(["serve", "--as-of", "2024-04"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("not a single day"), "{}", said.err);
}

#[test]
fn a_port_in_use_gives_way_to_the_next() {
    let folder = Folder::base();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let preview = Preview::with(&folder, &["--port", &port.to_string()]);
    assert_ne!(preview.port, port);
    preview.hear_warning(&format!("port {port} is in use: taking {}\n", preview.port));
}

#[test]
fn others_are_let_in_only_if_that_is_asked_for() {
    let folder = Folder::base();
    let preview = Preview::with(
        &folder,
        &[
            "--port",
            "0",
            "--host",
            "0.0.0.0",
            "--allow-host",
            "desk.example",
        ],
    );
    let port = preview.port;
    let status = |host: &str| {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        preview.ask(request).status
    };
    assert_eq!(status("desk.example"), 200);
    assert_eq!(status(&format!("192.168.0.2:{port}")), 200);
    assert_eq!(status(&format!("evil.example:{port}")), 403);
    preview
        .hear_warning("anybody who can reach this machine over the network can read these pages\n");
}

#[test]
fn what_cannot_be_served_is_told() {
    let folder = Folder::base();
    let said = folder.run(["serve", "event", "--port", "0"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(said.err, "error: event: there is no such folder\n");
    let said = folder.run(["serve", "--allow-host", "http://desk.example:80/"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("not a name alone"), "{}", said.err);
    let said = folder.run(["serve", "--host", "192.0.2.1", "--port", "0"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert!(
        said.err
            .starts_with("error: the preview cannot listen at 192.0.2.1, port 0: "),
        "{}",
        said.err
    );
}

#[cfg(unix)]
#[test]
fn it_ends_well_when_asked_to() {
    for signal in ["-INT", "-TERM"] {
        let folder = Folder::base();
        let preview = Preview::of(&folder);
        let mut page = preview.listen();
        page.next();
        let mut half = preview.connect();
        write!(half, "GET / HTTP/1.1\r\nHost: ").unwrap();
        let (status, rest) = preview.end(signal);
        assert_eq!(status.code(), Some(0), "{signal}");
        assert!(!rest.contains("error"), "{rest}");
    }
}

#[cfg(unix)]
#[test]
fn the_browser_is_opened_if_that_is_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::base();
    let root = folder.events().parent().unwrap().to_owned();
    let programs = root.join("programs");
    fs::create_dir(&programs).unwrap();
    let preview = Preview::in_path(&folder, &["--port", "0", "--open"], Some(&programs));
    let url = format!("http://127.0.0.1:{}/", preview.port);
    let remark = preview.hear_warning("no browser could be opened");
    assert!(remark.contains(&format!("open {url} in one\n")), "{remark}");
    assert_eq!(preview.get("/").status, 200);

    let opener = programs.join(if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    });
    let told = root.join("opened");
    fs::write(
        &opener,
        format!("#!/bin/sh\necho \"$@\" >{}\n", told.display()),
    )
    .unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let preview = Preview::in_path(&folder, &["--port", "0", "--open"], Some(&programs));
    let url = format!("http://127.0.0.1:{}/\n", preview.port);
    preview.get_until("/", |_| {
        fs::read_to_string(&told).is_ok_and(|text| text == url)
    });
}
