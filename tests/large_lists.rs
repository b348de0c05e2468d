//! The lists of a large timeline: no page has everything, and everything is on one page.

#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    reason = "a test that cannot go on has failed"
)]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::LazyLock;

use dateline::decode::decode;
use dateline::load::Sources;
use dateline::outputs::outputs;
use dateline::views::Site;

/// How many events: enough to be large.
const EVENTS: usize = 260;

/// A site of many events: each is told by a report of its own, has a figure, and denies what
/// the one before said and confirms it. Half of the reports are of one day.
static SITE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut sources = String::new();
    let mut actors = String::new();
    let mut files = vec![(
        "timeline.yaml".to_owned(),
        "{title: Many, language: en, base_url: 'https://example.org/many/'}".to_owned(),
    )];
    for n in 0..EVENTS {
        let published = if n < EVENTS / 2 {
            "2020-01-15".to_owned()
        } else {
            format!("{}-{:02}-{:02}", 2020 + n % 3, 2 + n % 7, 1 + n % 28)
        };
        sources += &format!(
            "- {{id: s{n}, title: Report {n}, type: reportage, published: {published}}}\n"
        );
        actors += &format!("- {{id: a{n}, name: Actor {n}, kind: person}}\n");
        let relations = match n {
            0 => String::new(),
            _ => format!(
                "relations: [denies: e{0}/said, confirms: e{0}/also], ",
                n - 1
            ),
        };
        let status = if n % 20 == 0 { "planned" } else { "happened" };
        files.push((
            format!("e{n}.yaml"),
            format!(
                "{{title: Event {n}, kind: statement, status: {status}, when: 20{:02}, topics: [t{n}, all], actors: [{{who: a0}}], claims: [\
                 {{id: said, text: Said {n}, by: a{n}, {relations}reported_by: [{{source: s{n}}}], figure: {{measure: share, value: {n}}}}}, \
                 {{id: also, text: Also {n}, by: a{n}, reported_by: [{{source: s{n}}}]}}]}}",
                n % 20
            ),
        ));
    }
    files.push(("sources.yaml".to_owned(), sources));
    files.push(("actors.yaml".to_owned(), actors));
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, report) = decode(&sources);
    let said = dateline::diagnostic::human::render(&report, &sources);
    assert!(report.errors() == 0, "{said}");
    outputs(&Site::of(&timeline))
        .unwrap()
        .into_iter()
        .filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?)))
        .collect()
});

/// The pages of a folder, with those of its numbered folders.
fn pages(folder: &str) -> Vec<(&'static str, &'static str)> {
    let pages = SITE.iter().filter(|(path, _)| {
        path.strip_prefix(folder).is_some_and(|rest| {
            rest == "index.html" || (rest.starts_with("page-") && rest.ends_with("/index.html"))
        })
    });
    pages.map(|(path, html)| (&**path, &**html)).collect()
}

/// What stands between two marks, each time.
fn between<'h>(html: &'h str, from: &'h str, to: &'h str) -> Vec<&'h str> {
    let parts = html.split(from).skip(1);
    parts.map(|part| part.split(to).next().unwrap()).collect()
}

/// How often each thing is there.
fn counted<T: std::hash::Hash + Eq>(things: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counted = HashMap::new();
    for thing in things {
        *counted.entry(thing).or_default() += 1;
    }
    counted
}

/// The claim that speaks against another, of each pair on a page.
fn pairs(html: &'static str) -> Vec<&'static str> {
    let pairs = between(html, "<div class=\"pair\">", "<p class=\"pair-word");
    let links = pairs
        .iter()
        .map(|pair| pair.split("<p class=\"claim-link\"><a href=\"").nth(1));
    links
        .map(|link| {
            link.unwrap()
                .split('"')
                .next()
                .unwrap()
                .trim_start_matches("../")
        })
        .collect()
}

#[test]
fn each_denial_is_on_exactly_one_page() {
    let pages = pages("claims/denied/");
    assert_eq!(pages.len(), 5);
    for (path, html) in &pages {
        assert!(pairs(html).len() <= 60, "{path}");
    }
    let all = counted(pages.iter().flat_map(|(_, html)| pairs(html)));
    assert_eq!(all.len(), EVENTS - 1);
    assert!(all.values().all(|times| *times == 1), "{all:?}");
    let front = &SITE["claims/index.html"];
    assert_eq!(pairs(front).len(), 30);
    assert!(front.contains("<a href=\"../claims/denied/index.html\">All 259</a>"));
    // The newest come first.
    assert_eq!(pairs(front)[..], pairs(pages[0].1)[..30]);
}

#[test]
fn each_figure_wording_and_origin_is_on_exactly_one_page() {
    let of = |folder: &str, from: &'static str| {
        let links = pages(folder).into_iter().flat_map(|(path, html)| {
            let links = between(html, from, "\"");
            assert!(links.len() <= 70, "{path}");
            links
        });
        let links = links.map(|link| link.trim_start_matches("../"));
        let all = counted(links.filter(|link| link.starts_with("events/")));
        assert!(all.values().all(|times| *times == 1), "{folder}: {all:?}");
        all.len()
    };
    assert_eq!(
        of("claims/figures/share/", "<tr><th scope=\"row\"><a href=\""),
        EVENTS
    );
    // All but the last are confirmed by what the next one says.
    assert_eq!(
        of("claims/wordings/", "<li><a href=\"../../"),
        2 * EVENTS - 2
    );
}

#[test]
fn figures_are_where_links_lead() {
    assert!(SITE["claims/index.html"].contains("<li id=\"figure-share\">"));
    let event = &SITE["events/e7/index.html"];
    assert!(
        event.contains("../../claims/figures/share/index.html"),
        "{event}"
    );
}

#[test]
fn each_change_is_on_exactly_one_page_of_a_month() {
    let mut added = Vec::new();
    let mut most = 0;
    for (path, html) in SITE.iter() {
        if !(path.starts_with("changes/2") && path.ends_with("index.html")) {
            continue;
        }
        let lists = between(html, "<ul class=\"change-added", "</ul>");
        let links: Vec<&str> = lists
            .iter()
            .flat_map(|list| between(list, "<li><a href=\"", "\""))
            .collect();
        most = most.max(links.len());
        added.extend(links.into_iter().map(|link| link.trim_start_matches("../")));
    }
    let added = counted(added);
    assert_eq!(added.len(), EVENTS);
    assert!(added.values().all(|times| *times == 1), "{added:?}");
    assert!(most <= 150, "{most}");
    let january = pages("changes/2020-01/");
    assert!(january.len() > 1, "half of all is of one day");
    assert!(january[1].1.contains("(continued)"));
    assert!(january[0].1.contains("130 reports, among them"));
}

#[test]
fn each_source_actor_and_topic_is_on_exactly_one_page() {
    let mut sources = Vec::new();
    for (path, html) in SITE.iter() {
        if path.starts_with("sources/by.year/") {
            let links = between(html, "<li><a href=\"", "\"").into_iter();
            let links: Vec<&str> = links.filter(|link| link.contains("sources/s")).collect();
            assert!(links.len() <= 100, "{path}");
            sources.extend(links.into_iter().map(|link| link.trim_start_matches("../")));
        }
    }
    let sources = counted(sources);
    assert_eq!(sources.len(), EVENTS);
    assert!(sources.values().all(|times| *times == 1), "{sources:?}");
    for (folder, mark, count) in [
        ("actors/by.kind/person/", "actors/a", EVENTS),
        ("topics/by.name/", "topics/", EVENTS + 1),
    ] {
        let links = pages(folder).into_iter().flat_map(|(_, html)| {
            let lines = between(html, "<ul class=\"lines\">", "</ul>");
            lines
                .into_iter()
                .flat_map(|lines| between(lines, "<li><a href=\"", "\""))
        });
        let links = counted(links.filter(|link| link.contains(mark)));
        assert_eq!(links.values().sum::<usize>(), count, "{folder}");
    }
    assert_eq!(
        SITE["sources/index.html"]
            .matches("<li><a href=\"../sources/s")
            .count(),
        50
    );
    assert!(SITE["topics/index.html"].contains(">All 261</a>"));
}

#[test]
fn every_link_of_the_lists_leads_somewhere() {
    let lists = [
        "claims/",
        "changes/",
        "sources/by",
        "actors/by",
        "topics/by",
        "sources/index",
        "actors/index",
        "topics/index",
    ];
    for (path, html) in SITE.iter().filter(|(path, _)| path.ends_with(".html")) {
        if !lists.iter().any(|list| path.starts_with(list)) {
            continue;
        }
        for link in between(html, " href=\"", "\"") {
            let (link, anchor) = link.split_once('#').unwrap_or((link, ""));
            if link.starts_with("http") || link.starts_with("data:") {
                continue;
            }
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            for part in link.split('/') {
                match part {
                    ".." => drop(parts.pop()),
                    part => parts.push(part),
                }
            }
            let target = if link.is_empty() {
                path.clone()
            } else {
                parts.join("/")
            };
            let there = SITE.get(&target);
            // What is no text is not among the files.
            let text = there.is_some() || target.ends_with(".png") || target.ends_with(".zip");
            assert!(text, "{path}: {link}");
            let id = format!("id=\"{anchor}\"");
            assert!(
                anchor.is_empty() || there.unwrap().contains(&id),
                "{path}: {link}#{anchor}"
            );
        }
    }
}

#[test]
fn what_is_taken_along_is_bounded_and_data_is_whole() {
    for path in ["feed.xml", "actors/a0/feed.xml", "topics/all/feed.xml"] {
        assert_eq!(SITE[path].matches("<entry>").count(), 50, "{path}");
    }
    let events: serde_json::Value = serde_json::from_str(&SITE["events.json"]).unwrap();
    assert_eq!(events["events"].as_array().unwrap().len(), EVENTS);
    assert_eq!(events["sources"].as_array().unwrap().len(), EVENTS);
    assert!(SITE["events.json"].lines().count() < 4 * EVENTS + 20);
    assert_eq!(SITE["events.csv"].lines().count(), EVENTS + 1);
    assert_eq!(SITE["claims.csv"].lines().count(), 2 * EVENTS + 1);
    let map = &SITE["sitemap.xml"];
    for (path, _) in SITE.iter().filter(|(path, _)| path.starts_with("claims/")) {
        let address = format!(
            "<loc>https://example.org/many/{}</loc>",
            path.strip_suffix("index.html").unwrap()
        );
        assert_eq!(map.matches(&address).count(), 1, "{path}");
    }
}

#[test]
fn the_calendar_has_what_is_ahead_and_the_latest() {
    let mut files = vec![("timeline.yaml".to_owned(), "title: Many".to_owned())];
    for n in 0..600 {
        let (year, month, day) = (2000 + n / 300, 1 + n / 28 % 10, 1 + n % 28);
        let status = if n == 0 { "planned" } else { "happened" };
        files.push((
            format!("e{n}.yaml"),
            format!("{{title: Event {n}, kind: call, status: {status}, when: {year}-{month:02}-{day:02}}}"),
        ));
    }
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, _) = decode(&sources);
    let files = outputs(&Site::of(&timeline)).unwrap();
    let calendar = files
        .iter()
        .find(|file| file.path == "calendar.ics")
        .unwrap();
    let calendar = String::from_utf8_lossy(&calendar.bytes);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 501);
    assert!(
        calendar.contains("SUMMARY:Event 0 (planned)"),
        "what is ahead is in it"
    );
    assert!(calendar.contains("X-DATELINE-LEFT-OUT:99\r\n"));
    assert!(calendar.contains("X-WR-CALDESC:What is still to come"));
}
