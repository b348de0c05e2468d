//! Answers to requests.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use tokio::sync::watch;

use super::{Content, Found, Hosts, Shown};

/// Where the preview's own files are: no file of a site begins so.
const OWN: &str = "/_dateline/";

/// What is shown while there is no site yet.
const WAITING: &str = include_str!("../../templates/serve/waiting.html");

/// The preview's own files. Its script is added to pages that let scripts of their own host
/// run, and to these alone: to others, such as what stands in frames, it would be a fault.
const FILES: &[(&str, &str, &str)] = &[
    (
        "preview.css",
        "text/css; charset=utf-8",
        include_str!("../../templates/serve/preview.css"),
    ),
    (
        "preview.js",
        "text/javascript; charset=utf-8",
        include_str!("../../templates/serve/preview.js"),
    ),
    (
        "icon.svg",
        "image/svg+xml",
        include_str!("../../templates/assets/icon.svg"),
    ),
];

/// What the policy of a page says that lets the script run.
const LETS_SCRIPTS_RUN: &str = "script-src 'self'";

/// How soon a page asks again once the preview has ended.
const RETRY: Duration = Duration::from_secs(1);

/// What answers are made of.
struct Desk {
    hosts: Hosts,
    shown: watch::Receiver<Arc<Shown>>,
}

/// Answers every request to the preview from what is shown at that time.
pub fn answers(hosts: Hosts, shown: watch::Receiver<Arc<Shown>>) -> Router {
    Router::new()
        .fallback(answer)
        .with_state(Arc::new(Desk { hosts, shown }))
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let mut response = if is_ours(request.uri(), request.headers(), &desk.hosts) {
        let known = matches!(*request.method(), Method::GET | Method::HEAD);
        if known {
            found(&desk, request.uri())
        } else {
            let words = "the preview answers GET and HEAD alone\n";
            (
                StatusCode::METHOD_NOT_ALLOWED,
                [(ALLOW, "GET, HEAD")],
                words,
            )
                .into_response()
        }
    } else {
        let words = format!(
            "this preview answers at {} alone; `dateline serve --allow-host NAME` lets in another name\n",
            desk.hosts.url()
        );
        (StatusCode::FORBIDDEN, words).into_response()
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What holds for every answer: nothing is kept, nothing is guessed, and pages of other
/// sites can neither load it nor learn of it.
const HEADERS: [(HeaderName, &str); 4] = [
    (CACHE_CONTROL, "no-store"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Whether a request is meant for the preview: it names its host once, in the address as
/// well if that is whole.
fn is_ours(uri: &Uri, headers: &HeaderMap, hosts: &Hosts) -> bool {
    let mut named = headers.get_all(HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else {
        return false;
    };
    let whole = uri.authority().map(axum::http::uri::Authority::as_str);
    host.to_str().is_ok_and(|host| hosts.allow(host)) && whole.is_none_or(|host| hosts.allow(host))
}

fn found(desk: &Desk, uri: &Uri) -> Response {
    let path = uri.path();
    if let Some(own) = path.strip_prefix(OWN) {
        return own_file(desk, own);
    }
    let shown = desk.shown.borrow().clone();
    let Some(site) = &shown.site else {
        return page(StatusCode::SERVICE_UNAVAILABLE, WAITING.as_bytes(), "");
    };
    match site.find(path) {
        Found::File(file) if is_page(&file.path) => page(StatusCode::OK, &file.bytes, site.id()),
        Found::File(file) => (
            [(CONTENT_TYPE, content_type(&file.path))],
            file.bytes.to_vec(),
        )
            .into_response(),
        Found::Folder => to_folder(uri),
        Found::Nothing => not_found(site),
    }
}

fn not_found(site: &Content) -> Response {
    page(StatusCode::NOT_FOUND, site.not_found(), site.id())
}

/// Leads to the page of a folder. The path was found, so that it is made of names alone, and
/// cannot be taken for that of another host.
fn to_folder(uri: &Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}"));
    let location = format!("{}/{}", uri.path(), query.unwrap_or_default());
    (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response()
}

fn own_file(desk: &Desk, name: &str) -> Response {
    if name == "events" {
        return Sse::new(messages(desk.shown.clone()))
            .keep_alive(KeepAlive::default())
            .into_response();
    }
    match FILES.iter().find(|(own, ..)| *own == name) {
        Some((_, kind, text)) => ([(CONTENT_TYPE, *kind)], *text).into_response(),
        None => (StatusCode::NOT_FOUND, "there is nothing here\n").into_response(),
    }
}

/// What pages are told: how things stand, and then of every attempt.
fn messages(
    mut shown: watch::Receiver<Arc<Shown>>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    shown.mark_changed();
    stream::unfold(shown, |mut shown| async move {
        shown.changed().await.ok()?;
        let message = shown.borrow_and_update().message.clone();
        Some((Ok(Event::default().data(message).retry(RETRY)), shown))
    })
}

/// A page, with the preview's script if it lets that run.
fn page(status: StatusCode, html: &[u8], site: &str) -> Response {
    let head = position(html, b"</head>").unwrap_or_default();
    let (before, after) = html.split_at(head);
    let mut body = before.to_vec();
    if position(before, LETS_SCRIPTS_RUN.as_bytes()).is_some() {
        let script =
            format!("<script src=\"{OWN}preview.js\" data-site=\"{site}\" defer></script>\n");
        body.extend_from_slice(script.as_bytes());
    }
    body.extend_from_slice(after);
    let kind = [(CONTENT_TYPE, content_type(".html"))];
    (status, kind, Body::from(body)).into_response()
}

fn position(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|here| here == part)
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The kind of a file, as its name tells it.
fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name {
        "feed.json" => return "application/feed+json",
        "feed.xml" => return "application/atom+xml; charset=utf-8",
        _ => {}
    }
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "bib" => "application/x-bibtex; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "gift" | "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "md" => "text/markdown; charset=utf-8",
        "png" => "image/png",
        "ris" => "application/x-research-info-systems; charset=utf-8",
        "svg" => "image/svg+xml",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "xml" => "application/xml",
        "yaml" => "application/yaml; charset=utf-8",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
