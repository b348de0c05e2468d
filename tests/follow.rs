//! What a reader can take along, at its edges: the page of changes, feeds, the calendar.
//! That independent readers can read them is tested in `tests/checkers`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use dateline::decode::decode;
use dateline::load::Sources;
use dateline::outputs::outputs;
use dateline::views::Site;

/// The site of these event files.
fn site(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let sources = Sources::from_texts(Path::new("events"), files.iter().copied());
    let (timeline, report) = decode(&sources);
    let said = dateline::diagnostic::human::render(&report, &sources);
    assert!(report.errors() == 0, "{said}");
    outputs(&Site::of(&timeline))
        .unwrap()
        .into_iter()
        .map(|file| (file.path, String::from_utf8(file.bytes).unwrap()))
        .collect()
}

/// The same of one event.
fn site_of(event: &str) -> BTreeMap<String, String> {
    site(&[
        ("timeline.yaml", "title: A timeline"),
        (
            "sources.yaml",
            "- {id: s, title: A report, type: reportage, published: 2024-04-06}",
        ),
        ("2024-e.yaml", event),
    ])
}

/// The lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    unfolded
        .split_terminator("\r\n")
        .map(str::to_owned)
        .collect()
}

/// The values of a property in a calendar.
fn values<'l>(lines: &'l [String], name: &str) -> Vec<&'l str> {
    let values = lines.iter().filter_map(|line| line.strip_prefix(name));
    values.filter_map(|rest| rest.strip_prefix(':')).collect()
}

fn calendar_of(event: &str) -> Vec<String> {
    lines(&site_of(event)["calendar.ics"])
}

#[test]
fn a_date_that_is_not_certain_says_so_in_the_calendar() {
    let calendar = calendar_of(
        "{title: A visit, kind: visit, status: planned, when: \"[2024-05-16..2024-05-31]\", sources: [s]}",
    );
    assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20240516"]);
    assert_eq!(values(&calendar, "DTEND;VALUE=DATE"), ["20240601"]);
    assert_eq!(
        values(&calendar, "SUMMARY"),
        ["A visit (planned\\; date not certain: second half of May 2024)"]
    );
    assert_eq!(values(&calendar, "STATUS"), ["TENTATIVE"]);
    assert_eq!(values(&calendar, "TRANSP"), ["TRANSPARENT"]);
    assert_eq!(values(&calendar, "DTSTAMP"), ["20240406T000000Z"]);
}

#[test]
fn days_that_are_all_meant_have_an_entry_each() {
    let calendar = calendar_of(
        "{title: Talks, kind: negotiation, status: happened, when: \"{2024-04-02,2024-04-09..2024-04-10}\", sources: [s]}",
    );
    assert_eq!(
        values(&calendar, "DTSTART;VALUE=DATE"),
        ["20240402", "20240409"]
    );
    assert_eq!(
        values(&calendar, "DTEND;VALUE=DATE"),
        ["20240403", "20240411"]
    );
    assert_eq!(values(&calendar, "STATUS"), ["CONFIRMED", "CONFIRMED"]);
    let ids = values(&calendar, "UID");
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn times_are_those_of_utc_or_of_no_place() {
    let at = |when: &str| {
        let event =
            format!("{{title: A call, kind: call, status: happened, when: {when}, sources: [s]}}");
        calendar_of(&event)
    };
    assert_eq!(
        values(&at("2024-04-02T01:30:00+02:00"), "DTSTART"),
        ["20240401T233000Z"]
    );
    assert_eq!(
        values(&at("2024-04-02T01:30:00"), "DTSTART"),
        ["20240402T013000"]
    );
}

#[test]
fn what_a_calendar_cannot_hold_is_counted() {
    let files = [
        ("timeline.yaml", "title: A timeline"),
        (
            "2024-04-02-call.yaml",
            "{title: A call, kind: call, status: happened, when: 2024-04-02}",
        ),
        (
            "2024-04-03-open.yaml",
            "{title: Open, kind: force, status: happened, when: 2024-04-03/..}",
        ),
        (
            "0043-old.yaml",
            "{title: Old, kind: other, status: happened, when: \"-0043\"}",
        ),
    ];
    let site = site(&files);
    let calendar = lines(&site["calendar.ics"]);
    assert_eq!(values(&calendar, "X-DATELINE-LEFT-OUT"), ["2"]);
    assert_eq!(values(&calendar, "SUMMARY"), ["A call"]);
    // No report has a day: nothing says when the entry was made.
    assert_eq!(values(&calendar, "DTSTAMP"), ["19700101T000000Z"]);
    // And nothing was ever new: a feed must have a time all the same.
    assert!(site["feed.xml"].contains("<updated>1970-01-01T00:00:00Z</updated>"));
    assert!(!site["feed.xml"].contains("<entry>"));
    assert!(site["changes/index.html"].contains("Nothing has changed yet"));
    assert!(!site["changes/index.html"].contains("data-visit"));
}

#[test]
fn what_is_still_to_come_can_be_added_to_a_calendar() {
    for (status, when, wanted) in [
        ("planned", "2024-05-20", true),
        ("confirmed", "2024-05", true),
        ("postponed", "2024-05-20", false),
        ("happened", "2024-04-02", false),
        ("planned", "2024-05-20/..", false),
    ] {
        let site = site_of(&format!(
            "{{title: A visit, kind: visit, status: {status}, when: {when}, sources: [s]}}"
        ));
        assert_eq!(
            site.contains_key("events/2024-e/event.ics"),
            wanted,
            "{status} {when}"
        );
        let page = &site["events/2024-e/index.html"];
        assert_eq!(
            page.contains("href=\"event.ics\""),
            wanted,
            "{status} {when}"
        );
    }
}

#[test]
fn a_feed_is_xml_whatever_a_text_holds() {
    let site = site_of(
        "{title: \"<b> & ]]>\", kind: call, status: happened, when: 2024-04-02, sources: [s], summary: \"*a* <script> &#1;\"}",
    );
    let feed = &site["feed.xml"];
    assert!(
        feed.contains("<title>&#60;b&#62; &#38; ]]&#62;</title>"),
        "{feed}"
    );
    assert!(
        feed.contains("&#60;em&#62;a&#60;/em&#62; &#38;lt;script&#38;gt; \u{fffd}"),
        "{feed}"
    );
    assert!(site["feed.json"].contains("<em>a</em> &lt;script&gt;"));
}

#[test]
fn entries_of_a_feed_are_told_apart() {
    let site = site(&[
        ("timeline.yaml", "title: A timeline"),
        (
            "actors.yaml",
            "- {id: g, name: A government, kind: government}\n- {id: m, name: A ministry, kind: ministry, of: g}",
        ),
        (
            "sources.yaml",
            "- {id: s, title: First, type: reportage, published: 2024-04-06}\n- {id: t, title: Second, type: reportage, published: 2024-04-09}",
        ),
        (
            "2024-05-visit.yaml",
            "
title: A visit
kind: visit
status: planned
when: 2024-05-20
actors: [m]
history:
  - {as_of: 2024-04-06, status: planned, when: 2024-05, source: s}
claims:
  - {id: a, text: It will be., by: m, reported_by: [s, t]}
  - {id: b, text: It will not be., by: m, reported_by: [t], relations: [{denies: a}]}
corrections:
  - {on: 2024-04-09, kind: correction, what: The name was wrong.}
  - {on: 2024-04-09, kind: update, what: The city is known.}
",
        ),
    ]);
    for feed in ["feed.xml", "actors/m/feed.xml", "actors/g/feed.xml"] {
        let text = &site[feed];
        let titles: Vec<&str> = text
            .split("<entry>\n<title>")
            .skip(1)
            .map(|entry| entry.split("</title>").next().unwrap())
            .collect();
        assert_eq!(
            titles,
            [
                "Corrected: A visit",
                "Corrected: A visit",
                "Moved, contradicted, confirmed, more told: A visit",
                "A visit",
            ],
            "{feed}"
        );
    }
    // A topic that no event has, has no feed; all feeds of one entry know it by one id.
    let ids = |feed: &str| -> Vec<String> {
        let entries = site[feed].split("<id>").skip(2);
        entries.map(|rest| rest[..45].to_owned()).collect()
    };
    assert_eq!(ids("feed.xml"), ids("actors/g/feed.xml"));
    assert_eq!(ids("feed.xml").len(), 4);
}

#[test]
fn many_changes_are_on_pages_by_the_month_and_a_feed_has_the_newest() {
    let mut sources = String::new();
    let mut events = Vec::new();
    for month in 1..=3 {
        sources += &format!(
            "- {{id: s{month}, title: S, type: reportage, published: 2024-{month:02}-10}}\n"
        );
        for number in 0..250 {
            events.push((
                format!("2024-{month:02}-01-e{number}.yaml"),
                format!("{{title: E, kind: call, status: happened, when: 2024-{month:02}-01, sources: [s{month}]}}"),
            ));
        }
    }
    let mut files = vec![
        (
            "timeline.yaml",
            "title: A timeline\nbase_url: https://a.example/",
        ),
        ("sources.yaml", &*sources),
    ];
    files.extend(events.iter().map(|(name, text)| (&**name, &**text)));
    let site = site(&files);
    let days = |page: &str| site[page].matches("data-day=").count();
    assert_eq!(days("changes/index.html"), 1);
    for month in ["2024-01", "2024-02", "2024-03"] {
        let page = format!("changes/{month}/index.html");
        assert_eq!(days(&page), 1);
        assert!(site[&page].contains(&format!("data-day=\"{month}-10\"")));
        assert!(site["changes/index.html"].contains(&format!("href=\"{month}/index.html\"")));
        assert!(site["sitemap.xml"].contains(&format!("/changes/{month}/</loc>")));
    }
    assert_eq!(site["feed.xml"].matches("<entry>").count(), 50);
    assert!(site["feed.xml"].contains("https://a.example/events/2024-03-01-e0/"));
    assert!(site["index.html"].contains("500 changes since your last visit"));
}
