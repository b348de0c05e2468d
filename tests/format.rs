//! The format is described once. What is generated from that description and kept in
//! `docs/` is what the code says; `BLESS=1 cargo test --test format` renews it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use dateline::schema::{FILES, json_schema, reference_page};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn holds(path: &Path, expected: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, expected).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == expected,
        "{} is not what src/schema says; run `BLESS=1 cargo test --test format`",
        path.display()
    );
}

#[test]
fn the_reference_page_is_up_to_date() {
    holds(&docs().join("format.md"), &reference_page());
}

#[test]
fn the_json_schemas_are_up_to_date() {
    for file in FILES {
        holds(
            &docs().join("schema").join(format!("{}.json", file.name)),
            &json_schema(file),
        );
    }
}

#[test]
fn every_link_in_the_reference_page_has_its_own_section() {
    let page = reference_page();
    let anchors: Vec<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("##"))
        .map(|title| {
            title
                .trim_start_matches('#')
                .trim()
                .to_lowercase()
                .replace(' ', "-")
        })
        .collect();
    let mut unique = anchors.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), anchors.len(), "two sections of one name");
    for (_, rest) in page
        .match_indices("](#")
        .map(|(at, _)| page.split_at(at + 3))
    {
        let anchor = rest.split(')').next().unwrap();
        assert!(
            anchors.iter().any(|known| known == anchor),
            "no section #{anchor}"
        );
    }
}
