//! `site/` is what `dateline build` makes of `events/`, byte for byte.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dateline::outputs::outputs;
use dateline::views::Site;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder, but for the manifest.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            if name != ".dateline-manifest" {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_example_has_no_complaint() {
    let (sources, found) = dateline::load::load(&root().join("events")).unwrap();
    let (timeline, decoded) = dateline::decode::decode(&sources);
    assert_eq!(found.iter().count(), 0);
    let report = dateline::check::check(&timeline, decoded);
    assert!(
        report.iter().next().is_none(),
        "{}",
        dateline::diagnostic::human::render(&report, &sources)
    );
}

#[test]
fn the_committed_site_equals_a_fresh_build() {
    let (sources, _) = dateline::load::load(&root().join("events")).unwrap();
    let (timeline, _) = dateline::decode::decode(&sources);
    let fresh: BTreeMap<String, Vec<u8>> = outputs(&Site::of(&timeline))
        .unwrap()
        .into_iter()
        .map(|file| (file.path, file.bytes))
        .collect();
    let kept = files(&root().join("site"));
    let names = |site: &BTreeMap<String, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&kept),
        names(&fresh),
        "run `cargo run --release -- build`"
    );
    for (name, bytes) in &fresh {
        assert!(
            kept[name] == *bytes,
            "{name} is stale: run `cargo run --release -- build`"
        );
    }
}

#[test]
fn every_link_leads_somewhere_and_stays_in_the_site() {
    let site = files(&root().join("site"));
    for (name, bytes) in site.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        for link in attributes(html, "href").chain(attributes(html, "src")) {
            // A citation stands in its link.
            if link.starts_with("https://www.wikidata.org/") || link.starts_with("data:") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() {
                name.clone()
            } else {
                resolve(name, path)
            };
            let bytes = site.get(&target);
            assert!(bytes.is_some(), "{name}: {link} leads nowhere");
            let text = String::from_utf8_lossy(bytes.unwrap());
            // The lesson that is to be adapted.
            let there = match anchor.strip_prefix("from=") {
                Some(lesson) => site.contains_key(&format!("lessons/{lesson}/index.html")),
                None => anchor.is_empty() || text.contains(&format!("id=\"{anchor}\"")),
            };
            assert!(there, "{name}: {link} has no such anchor");
        }
    }
}

fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let mark = format!("{name}=\"");
    let starts: Vec<usize> = html
        .match_indices(&mark)
        .map(|(at, mark)| at + mark.len())
        .collect();
    starts
        .into_iter()
        .map(|start| html[start..].split('"').next().unwrap())
}

/// A relative link, from the root of the site.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {link} leaves the site"),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
