//! Citations of sources and of event pages, as the reader sees them. That they follow the
//! styles is held against citeproc, in `tests/checkers/citations.test.js`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use dateline::citation::{Reference, Rich, apa, bibtex, chicago, csl_json, mla, ris};
use dateline::load::Sources;
use dateline::model::Timeline;
use dateline::words::ENGLISH;

const EVENT: &str = "title: Two meet\nkind: meeting\nstatus: happened\nwhen: 2024-04-02\n";

fn timeline(sources: &str, event: &str) -> Timeline {
    let texts = [
        ("timeline.yaml", "title: Talks, and what came of them\n"),
        ("sources.yaml", sources),
        ("2024-04-02-meeting.yaml", event),
    ];
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, report) = dateline::decode::decode(&sources);
    assert!(report.iter().next().is_none(), "{report:?}");
    timeline
}

/// A reference to the first of these sources.
fn cited(sources: &str) -> Reference {
    let timeline = timeline(sources, EVENT);
    Reference::of_source(&timeline, timeline.sources.iter().next().unwrap(), ENGLISH)
}

/// The entries in the three styles, italics in asterisks.
fn entries(reference: &Reference) -> [String; 3] {
    let shown = |entry: Rich| {
        let runs = entry.runs().iter().map(|run| {
            let mark = if run.italic { "*" } else { "" };
            format!("{mark}{}{mark}", run.text)
        });
        runs.collect()
    };
    [apa(reference), mla(reference), chicago(reference)].map(shown)
}

#[test]
fn a_report_is_cited_in_three_styles() {
    let reference = cited(
        "- id: a\n  outlet: The Gazette\n  title: US confirms it's over\n  byline: [Anna Example, The news desk]\n  \
         published: 2024-04-09\n  url: https://example.org/a\n  retrieved: 2024-05-01\n  language: en\n  type: reportage\n",
    );
    assert_eq!(
        entries(&reference),
        [
            "Example, A., & The news desk. (2024, April 9). US confirms it’s over. *The Gazette*. https://example.org/a",
            "Example, Anna, and The news desk. “US Confirms It’s Over.” *The Gazette*, 9 Apr. 2024, https://example.org/a.",
            "Example, Anna, and The news desk. “US Confirms It’s Over.” *The Gazette*, April 9, 2024. https://example.org/a.",
        ]
    );
}

#[test]
fn what_bears_no_title_and_no_date_is_told_as_such() {
    let reference = cited("- {id: a, description: Readout of a call, type: primary}\n");
    assert_eq!(
        entries(&reference),
        [
            "[Readout of a call]. (n.d.).",
            "Readout of a call.",
            "Readout of a call, n.d.",
        ]
    );
    let reference = cited("- {id: a, outlet: The Gazette, type: reportage}\n");
    assert_eq!(
        entries(&reference)[0],
        "[Reportage]. (n.d.). *The Gazette*."
    );
}

#[test]
fn a_report_that_was_not_read_is_cited_as_cited_in_another() {
    let reference = cited(
        "- {id: a, outlet: The Wire, title: First, published: 2024-04-06, type: reportage, via: b}\n\
         - {id: b, outlet: The Gazette, title: Second, published: 2024-04-07, type: reportage}\n",
    );
    assert_eq!(
        entries(&reference)[2],
        "*The Wire*. “First.” April 6, 2024. As cited in *The Gazette*. “Second.” April 7, 2024."
    );
    let json = String::from_utf8(csl_json(&[reference]).unwrap()).unwrap();
    assert!(json.contains("\"note\": \"As cited in The Gazette: Second\""));
}

#[test]
fn reports_that_tell_of_one_another_in_a_circle_come_to_an_end() {
    let reference = cited(
        "- {id: a, title: First, type: reportage, via: b}\n- {id: b, title: Second, type: reportage, via: a}\n",
    );
    assert_eq!(
        entries(&reference)[0],
        "*First*. (n.d.). As cited in *Second*. (n.d.)."
    );
}

#[test]
fn a_date_is_no_finer_than_it_is_known() {
    let date = |published: &str| {
        let source =
            format!("- {{id: a, outlet: X, title: T, type: reportage, published: {published}}}\n");
        entries(&cited(&source))
    };
    assert_eq!(
        date("\"[2024-04-12..2024-04-30]\""),
        [
            "T. (2024, April). *X*.",
            "“T.” *X*, Apr. 2024.",
            "*X*. “T.” April 2024.",
        ]
    );
    assert_eq!(date("2024-04~")[1], "“T.” *X*, circa Apr. 2024.");
    assert_eq!(date("2024-04~")[2], "*X*. “T.” [ca. April 2024].");
    assert_eq!(date("2024-04?")[1], "“T.” *X*, Apr. 2024?");
    assert_eq!(date("2024-04?")[2], "*X*. “T.” [April 2024?].");
    assert_eq!(
        date("\"[2024-04-12..]\"")[2],
        "*X*. “T.” On or after 12 April 2024."
    );
}

#[test]
fn a_page_bears_the_day_of_its_last_correction() {
    let cite = |event: &str, address: Option<&str>| {
        let timeline = timeline("[]\n", event);
        let event = timeline.events.iter().next().unwrap();
        entries(&Reference::of_event(
            &timeline,
            event,
            address.map(str::to_owned),
            ENGLISH,
        ))
    };
    assert_eq!(
        cite(EVENT, None)[2],
        "Talks, and what came of them. “Two Meet,” n.d."
    );
    let corrected = format!(
        "{EVENT}corrections:\n  - {{on: 2024-04-20, kind: update, what: More.}}\n  - {{on: 2024-05-02, kind: correction, what: The city.}}\n"
    );
    assert_eq!(
        cite(&corrected, Some("https://example.org/a/"))[0],
        "*Two meet*. (2024, May 2). Talks, and What Came of Them. https://example.org/a/"
    );
}

#[test]
fn an_archived_copy_stands_in_for_an_address() {
    let reference =
        cited("- {id: a, title: T, type: primary, archive_url: 'https://archive.example/a'}\n");
    assert_eq!(
        entries(&reference)[0],
        "*T*. (n.d.). https://archive.example/a"
    );
    assert!(ris(&[reference]).contains("UR  - https://archive.example/a\r\n"));
    let reference = cited(
        "- {id: a, title: T, type: primary, url: 'https://example.org', archive_url: 'https://archive.example/a'}\n",
    );
    assert!(ris(&[reference]).contains("N1  - Archived copy: https://archive.example/a\r\n"));
}

#[test]
fn ris_has_a_tag_a_line_and_ends_it_with_cr_lf() {
    let reference = cited(
        "- {id: a, outlet: The Gazette, title: T, byline: [Ursula von der Leyen, AFP], published: 2024-04~, \
         type: reportage, language: en}\n",
    );
    assert_eq!(
        ris(&[reference]),
        "TY  - NEWS\r\nID  - a\r\nTI  - T\r\nAU  - von der Leyen, Ursula\r\nAU  - AFP\r\nT2  - The Gazette\r\n\
         PY  - 2024\r\nDA  - 2024/04//circa\r\nLA  - en\r\nER  - \r\n"
    );
}

#[test]
fn bibtex_is_escaped_and_keeps_its_capitals() {
    let reference = cited(
        "- id: a\n  outlet: The Gazette\n  title: >-\n    The US & China's 100% $5 #1 a_b {c} ~ ^ \\ end\n  byline: [Bashar al-Assad, The desk]\n  \
         published: 2024-04-09\n  url: 'https://example.org/%7B?a=1&b_c=~#d'\n  type: reportage\n",
    );
    assert_eq!(
        bibtex(&[reference]),
        "@article{a,\n  author = {{al-Assad}, Bashar and {The desk}},\n  \
         title = {The {US} \\& {China's} 100\\% \\$5 \\#1 a\\_b {\\textbraceleft}c{\\textbraceright} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} end},\n  \
         journal = {The Gazette},\n  year = {2024},\n  month = apr,\n  day = {9},\n  \
         url = {https://example.org/%7B?a=1&b_c=~#d},\n}\n"
    );
}

#[test]
fn csl_json_is_a_list_of_items() {
    let reference = cited(
        "- {id: a, outlet: The Office, title: T, byline: [Martin Luther King Jr.], published: 2024-04-12/2024-04-14, type: analysis}\n",
    );
    let json: serde_json::Value = serde_json::from_slice(&csl_json(&[reference]).unwrap()).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "id": "a",
            "type": "report",
            "title": "T",
            "author": [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}],
            "publisher": "The Office",
            "issued": {"date-parts": [[2024, 4, 12], [2024, 4, 14]]},
        }])
    );
}
