//! `dateline check` for other programs: what `--format sarif` and `--format github` tell is
//! what `--format json` tells, at the same places.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use folder::{Folder, ui};
use serde_json::Value;

/// A timeline with errors, warnings, a file that is no YAML, and a name that needs care.
fn wrong() -> Folder {
    let folder = Folder::base();
    folder.lay(&ui().join("unknown-reference"));
    folder.write("2024-04-09-100% sure, or: not.yaml", "title: [\n");
    folder
}

fn json(folder: &Folder) -> Vec<Value> {
    let said = folder.run(["check", "events", "--format", "json"]);
    let document: Value = serde_json::from_str(&said.out).unwrap();
    document["diagnostics"].as_array().unwrap().clone()
}

#[test]
fn sarif_tells_each_diagnostic_with_its_rule_and_place() {
    let folder = wrong();
    let expected = json(&folder);
    let said = folder.run(["check", "events", "--format", "sarif"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let document: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(document["version"], "2.1.0");
    let run = &document["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), expected.len());
    for (result, told) in results.iter().zip(&expected) {
        assert_eq!(result["ruleId"], told["code"]);
        assert_eq!(result["level"], told["severity"]);
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], told["code"]);
        assert!(
            !rule["shortDescription"]["text"]
                .as_str()
                .unwrap()
                .is_empty()
        );
        let message = result["message"]["text"].as_str().unwrap();
        assert!(message.starts_with(told["message"].as_str().unwrap()));
        let place = &result["locations"][0]["physicalLocation"];
        let name = told["file"].as_str().unwrap();
        let uri = name.replace('%', "%25").replace(' ', "%20");
        let uri = uri.replace(',', "%2C").replace(':', "%3A");
        assert_eq!(place["artifactLocation"]["uri"], uri);
        for (theirs, ours) in [
            ("startLine", "line"),
            ("startColumn", "column"),
            ("endLine", "end_line"),
            ("endColumn", "end_column"),
        ] {
            assert_eq!(place["region"][theirs], told[ours], "{result}");
        }
        let related = told["related"].as_array().unwrap().len();
        let others = result["relatedLocations"].as_array().map_or(0, Vec::len);
        assert_eq!(related, others);
    }
}

#[test]
fn sarif_of_a_timeline_without_fault_has_no_result() {
    let said = Folder::base().run(["check", "events", "--format", "sarif"]);
    assert_eq!(said.code, 0);
    let document: Value = serde_json::from_str(&said.out).unwrap();
    let run = &document["runs"][0];
    assert_eq!(run["results"], Value::Array(Vec::new()));
    assert_eq!(run["tool"]["driver"]["rules"], Value::Array(Vec::new()));
}

#[test]
fn github_gets_a_note_at_each_place() {
    let folder = wrong();
    let expected = json(&folder);
    let said = folder.run(["check", "events", "--format", "github"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.out.lines().count(), expected.len());
    for (line, told) in said.out.lines().zip(&expected) {
        let (command, words) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (level, properties) = command.split_once(' ').unwrap();
        assert_eq!(level, told["severity"]);
        let message = told["message"].as_str().unwrap().replace('%', "%25");
        assert!(words.starts_with(&message), "{line}");
        let property = |name: &str| {
            let mut all = properties
                .split(',')
                .map(|pair| pair.split_once('=').unwrap());
            all.find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        };
        assert_eq!(property("title").unwrap(), told["code"].as_str().unwrap());
        assert_eq!(
            property("line"),
            told["line"].as_u64().map(|line| line.to_string())
        );
        let file = property("file")
            .unwrap()
            .replace("%2C", ",")
            .replace("%3A", ":");
        assert_eq!(file.replace("%25", "%"), told["file"].as_str().unwrap());
    }
    assert_eq!(said.err, "21 errors, 1 warning in events\n");

    let fine = Folder::base().run(["check", "events", "--format", "github"]);
    assert_eq!(
        (fine.out, fine.err, fine.code),
        (String::new(), String::new(), 0)
    );
}
