//! A timeline of more events than one page can hold: which page has which, and how large the
//! first one is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use dateline::decode::decode;
use dateline::load::Sources;
use dateline::outputs::outputs;
use dateline::views::Site;
use flate2::{Compression, write::GzEncoder};

type Texts = Vec<(String, String)>;
type Pages = BTreeMap<String, String>;

/// The text of a timeline, its actors and its sources.
fn base(title: &str) -> Texts {
    vec![
        (
            "timeline.yaml".to_owned(),
            format!("title: {title}\nbase_url: https://example.org/\n"),
        ),
        (
            "actors.yaml".to_owned(),
            "- {id: ann, name: Ann, kind: person}\n- {id: bob, name: Bob, kind: person}\n"
                .to_owned(),
        ),
        (
            "sources.yaml".to_owned(),
            "- {id: s, title: A report, type: reportage, published: 2024-06-30}\n".to_owned(),
        ),
    ]
}

/// An event file.
fn event(texts: &mut Texts, id: &str, when: &str, more: &str) {
    texts.push((
        format!("{id}.yaml"),
        format!("title: Event {id}\nkind: call\nwhen: \"{when}\"\nsources: [s]\n{more}"),
    ));
}

/// What is made of files: of each event the list that has it, and the pages.
fn made(texts: &Texts) -> (BTreeMap<String, String>, Pages) {
    let files = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let sources = Sources::from_texts(Path::new("events"), files);
    let (timeline, report) = decode(&sources);
    let said = dateline::diagnostic::human::render(&report, &sources);
    assert!(report.errors() == 0, "{said}");
    let site = Site::of(&timeline);
    let ids = timeline.events.ids().map(ToString::to_string);
    let pages = ids
        .zip((0..).map(|number| site.page_of_event(number)))
        .collect();
    let files = outputs(&site).unwrap().into_iter();
    let texts = files.filter_map(|it| Some((it.path, String::from_utf8(it.bytes).ok()?)));
    (pages, texts.collect())
}

/// The ids of the events that have a card on a page.
fn cards(page: &str) -> Vec<&str> {
    let begin = "<li id=\"_e-";
    page.split(begin)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

/// What stands between two texts the first time.
fn between<'p>(page: &'p str, begin: &str, end: &str) -> Option<&'p str> {
    page.split_once(begin)?.1.split_once(end).map(|(it, _)| it)
}

/// A path from a page's folder.
fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('#').next().unwrap().split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// How large a page is when it is sent.
fn gzipped(page: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(page.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// 261 events: 30 in 2022, 200 in 2023 of which 110 in May, and in 2024 some planned; some of
/// no date, and one of a year before our era.
fn mixed() -> Texts {
    let mut texts = base("Many");
    let happened = "status: happened\nactors: [{who: ann, role: caller}]\ntopics: [talks]\n";
    event(&mut texts, "bc", "-0044-03-15", happened);
    event(&mut texts, "far", "Y-17000001", happened);
    for it in 0..30 {
        let when = format!("2022-{:02}-10", it % 12 + 1);
        event(&mut texts, &format!("old-{it:03}"), &when, happened);
    }
    for it in 0..110 {
        let when = format!("2023-05-{:02}", it % 28 + 1);
        event(&mut texts, &format!("may-{it:03}"), &when, happened);
    }
    for it in 0..90 {
        let when = match it % 9 {
            0 => "2023".to_owned(),
            1 => "2023-10-30/2023-11-02".to_owned(),
            month => format!("2023-{:02}", month + 4),
        };
        event(&mut texts, &format!("rest-{it:03}"), &when, happened);
    }
    for it in 0..25 {
        let when = format!("2024-07-{:02}", it + 1);
        event(
            &mut texts,
            &format!("next-{it:03}"),
            &when,
            "status: planned\n",
        );
    }
    event(&mut texts, "overdue", "2024-06-01", "status: planned\n");
    event(&mut texts, "off", "2024-06-02", "status: cancelled\n");
    event(&mut texts, "last", "2024-06-29", happened);
    event(&mut texts, "some-day", "XXXX-12-25", happened);
    texts
}

#[test]
fn a_timeline_of_two_hundred_events_stands_on_its_first_page() {
    let mut texts = base("Not so many");
    for it in 0..200 {
        event(
            &mut texts,
            &format!("e-{it:03}"),
            "2023-05-02",
            "status: happened\n",
        );
    }
    let (lists, pages) = made(&texts);
    assert_eq!(cards(&pages["index.html"]).len(), 200);
    assert!(lists.values().all(|page| page == "index.html"));
    assert!(!pages.keys().any(|path| path.starts_with("years/")));
    assert!(!pages["index.html"].contains("_latest"));
}

#[test]
fn each_event_is_on_one_page_by_time_and_that_is_told() {
    let (lists, pages) = made(&mixed());
    assert_eq!(lists.len(), 261);
    let mut found = BTreeMap::new();
    for (path, page) in pages.iter().filter(|(path, _)| path.starts_with("years/")) {
        let cards = cards(page);
        assert!(cards.len() <= 100, "{path}");
        for id in cards {
            assert_eq!(
                found.insert(id.to_owned(), path.clone()),
                None,
                "{id} twice"
            );
        }
    }
    assert_eq!(found, lists);
    for (id, path) in [
        ("bc", "years/bc-45/index.html"),
        ("far", "years/bc-17000002/index.html"),
        ("old-000", "years/2022/index.html"),
        ("may-000", "years/2023/05/index.html"),
        ("may-109", "years/2023/05/page-2/index.html"),
        ("rest-000", "years/2023/index.html"),
        ("rest-001", "years/2023/10/index.html"),
        ("rest-002", "years/2023/06/index.html"),
        ("some-day", "years/undated/index.html"),
    ] {
        assert_eq!(lists[id], path, "{id}");
    }
}

#[test]
fn no_page_has_them_all() {
    let (_, pages) = made(&mixed());
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let links = page.split("events/").skip(1);
        let events: BTreeSet<&str> = links
            .filter_map(|rest| rest.split_once("/index.html").map(|(id, _)| id))
            .collect();
        assert!(events.len() <= 220, "{path}: {}", events.len());
    }
    let framed = &pages["embed/index.html"];
    for text in [
        "<h2>To come</h2>",
        "The next 20 of 25 events, soonest first.",
        "The latest 40 of 261 events, newest first.",
        "href=\"../events/last/index.html\"",
    ] {
        assert!(framed.contains(text), "{text}");
    }
    assert!(!framed.contains("old-000"));
}

#[test]
fn from_each_page_to_the_next_all_events_are_reached_and_back_again() {
    let (_, pages) = made(&mixed());
    for (first, order, back) in [
        ("years/bc-17000002/index.html", "next", "prev"),
        ("years/undated/index.html", "prev", "next"),
    ] {
        let mut seen = BTreeSet::new();
        let mut at = first.to_owned();
        loop {
            let page = &pages[&at];
            seen.extend(cards(page).into_iter().map(str::to_owned));
            let address = format!("https://example.org/{}", at.trim_end_matches("index.html"));
            assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")));
            let head = between(page, &format!("<link rel=\"{order}\" href=\""), "\"");
            let link = between(page, &format!("<a rel=\"{order}\" href=\""), "\"");
            assert_eq!(head, link, "{at}");
            let Some(href) = link else { break };
            let next = resolved(&at, href);
            let other = &pages[&next];
            let href = between(other, &format!("<a rel=\"{back}\" href=\""), "\"").unwrap();
            assert_eq!(resolved(&next, href), at);
            at = next;
        }
        assert_eq!(seen.len(), 261, "{order}");
    }
}

#[test]
fn the_first_page_has_what_is_to_come_the_latest_and_the_years() {
    let (_, pages) = made(&mixed());
    let index = &pages["index.html"];
    let to_come = between(index, "id=\"_to-come\"", "id=\"_latest\"").unwrap();
    let next: Vec<String> = (0..20).map(|it| format!("next-{it:03}")).collect();
    assert_eq!(cards(to_come), next);
    assert!(to_come.contains("The next 20 of 25 events, soonest first."));
    let (_, rest) = index.split_once("id=\"_latest\"").unwrap();
    let latest = cards(rest);
    assert_eq!(latest.len(), 40);
    assert_eq!(latest[..2], ["last", "off"], "the newest first");
    assert!(!latest.contains(&"overdue"), "it may not have happened");
    assert!(rest.contains("The latest 40 of 261 events, newest first."));
    let years = between(rest, "<ol class=\"year-lines", "</ol>").unwrap();
    let rows: Vec<(&str, &str)> = years
        .split("<li>")
        .skip(1)
        .map(|row| {
            (
                between(row, "\">", "</a>").unwrap(),
                between(row, "\"count\">", "<").unwrap(),
            )
        })
        .collect();
    let expected = [
        ("year −17,000,001", "1"),
        ("45 BC", "1"),
        ("2022", "30"),
        ("2023", "200"),
        ("2024", "28"),
        ("Date not given", "1"),
    ];
    assert_eq!(rows, expected);
    for row in years.split("href=\"").skip(1) {
        let href = row.split('"').next().unwrap();
        assert!(pages.contains_key(href), "{href}");
    }
    let months = &pages["years/2023/index.html"];
    assert!(months.contains(
        "<a href=\"../../years/2023/05/index.html\">May</a> <span class=\"count\">110</span>"
    ));
    let list = &pages["years/index.html"];
    assert!(
        list.contains("<a href=\"../years/2022/index.html#y2022-01\">January</a>"),
        "{list}"
    );
    assert!(pages["years/2022/index.html"].contains("id=\"y2022-01\""));
}

#[test]
fn what_programs_read_is_bounded_and_tells_the_true_number() {
    let (_, pages) = made(&mixed());
    let listed = |path: &str| {
        let data = between(
            &pages[path],
            "<script type=\"application/ld+json\">",
            "</script>",
        );
        let data: serde_json::Value = serde_json::from_str(data.unwrap()).unwrap();
        let list = data["@graph"][0]["mainEntity"].clone();
        let items = list["itemListElement"].as_array().unwrap().len();
        (items, list["numberOfItems"].as_u64().unwrap())
    };
    assert_eq!(listed("index.html"), (60, 261));
    assert_eq!(listed("years/2023/05/index.html"), (100, 100));
    assert_eq!(listed("topics/talks/index.html"), (40, 234));
}

#[test]
fn an_actor_of_many_events_has_the_latest_and_pages_with_all() {
    let (_, pages) = made(&mixed());
    let own = &pages["actors/ann/index.html"];
    assert_eq!(cards(own).len(), 40);
    assert_eq!(cards(own)[0], "last");
    assert!(own.contains("The latest 40 of 234 events, newest first."));
    let mut lines = BTreeMap::new();
    for (path, page) in pages
        .iter()
        .filter(|(path, _)| path.starts_with("actors/ann/"))
    {
        if let Some((_, rest)) = page.split_once("<ol class=\"ledger\">") {
            let (list, _) = rest.split_once("</main>").unwrap();
            let hrefs = list.split("<p><a href=\"").skip(1);
            for href in hrefs.map(|it| it.split('"').next().unwrap()) {
                let event = resolved(path, href);
                assert!(pages.contains_key(&event), "{event}");
                assert_eq!(lines.insert(event, path.clone()), None);
            }
        }
    }
    assert_eq!(lines.len(), 234);
    assert_eq!(
        lines["events/may-000/index.html"],
        "actors/ann/2023/index.html"
    );
    assert!(own.contains("href=\"2023/index.html\""));
    assert!(pages["actors/ann/2023/index.html"].contains("<small>caller</small>"));
    // Few enough for one page.
    let mut texts = mixed();
    for it in 0..70 {
        let more = "status: happened\nactors: [{who: bob}]\nclaims: [{id: c, text: So it is, by: bob, reported_by: [s]}]\n";
        event(
            &mut texts,
            &format!("bob-{it:03}"),
            &format!("19{:02}", 20 + it),
            more,
        );
    }
    let (_, pages) = made(&texts);
    let all = &pages["actors/bob/all/index.html"];
    assert_eq!(all.matches("index.html#c\">So it is</a>").count(), 70);
    assert!(pages["actors/bob/index.html"].contains("The latest 40 of 70 claims, newest first."));
    assert!(!pages.contains_key("actors/bob/1920/index.html"));
}

#[test]
fn the_first_page_stays_small_whatever_is_told() {
    let mut state = 7_u32;
    let mut chance = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    // Texts in which nothing comes twice, in Latin and Chinese letters.
    let mut text = |letters: u32, wide: bool| -> String {
        (0..letters)
            .map(|at| match (at % 7, wide) {
                (6, _) => ' ',
                (_, true) => char::from_u32(0x4e00 + chance(20_000)).unwrap(),
                (_, false) => char::from_u32(0x61 + chance(26)).unwrap(),
            })
            .collect()
    };
    for wide in [false, true] {
        let mut texts = base("Nasty");
        let actors =
            (0..40).map(|it| format!("- {{id: a{it}, name: {}, kind: person}}\n", text(300, wide)));
        texts[1].1 = actors.collect();
        for it in 0..300 {
            let who: Vec<String> = (0..40).map(|actor| format!("{{who: a{actor}}}")).collect();
            let who = who.join(", ");
            let status = if it % 4 == 0 { "planned" } else { "happened" };
            texts.push((
                format!("e-{it:03}.yaml"),
                format!(
                    "title: {}\nkind: call\nstatus: {status}\nwhen: 2024-{:02}\nactors: [{who}]\nsummary: |\n  {}\nsources: [s]\n",
                    text(2000, wide),
                    it % 12 + 1,
                    text(5000, wide)
                ),
            ));
        }
        let (_, pages) = made(&texts);
        let size = gzipped(&pages["index.html"]);
        assert!(size < 60_000, "{size} bytes");
    }
}

#[test]
fn two_thousand_years_are_gathered_in_spans_from_which_each_is_reached() {
    let mut texts = base("Long ago");
    for year in 1..=2000 {
        event(
            &mut texts,
            &format!("e-{year:04}"),
            &format!("{year:04}"),
            "status: happened\n",
        );
    }
    let (lists, pages) = made(&texts);
    let size = gzipped(&pages["index.html"]);
    assert!(size < 60_000, "{size} bytes");
    let mut reached = BTreeSet::new();
    let mut open = vec!["years/index.html".to_owned()];
    while let Some(path) = open.pop() {
        if !reached.insert(path.clone()) {
            continue;
        }
        let page = &pages[&path];
        let Some((_, list)) = page.split_once("<ol class=\"year-lines") else {
            continue;
        };
        let hrefs = list.split("<li><a href=\"").skip(1);
        let hrefs: Vec<&str> = hrefs.map(|it| it.split('"').next().unwrap()).collect();
        assert!(hrefs.len() <= 100, "{path}");
        open.extend(hrefs.into_iter().map(|href| resolved(&path, href)));
    }
    let unreached: Vec<_> = lists
        .values()
        .filter(|page| !reached.contains(*page))
        .collect();
    assert!(unreached.is_empty(), "{unreached:?}");
    assert!(pages["index.html"].contains("years/1900-to-1999/index.html\">1900–1999</a>"));
}
