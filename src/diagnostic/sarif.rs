//! Diagnostics for tools that gather them: `dateline check --format sarif`, in the Static
//! Analysis Results Interchange Format 2.1.0 of OASIS.

use std::ops::Range;
use std::path::{Component, Path};

use serde_json::{Value, json};

use super::{CODES, Code, Located, Origin, Report, Severity};
use crate::load::Sources;

/// Where the schema of the format stands; it names the version, and nothing loads it.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with all diagnostics, and the rules behind them, ending in a newline.
pub fn render(report: &Report, sources: &Sources) -> String {
    let located = report.located(sources);
    // Only the rules that complain: a run says no more than what it found.
    let rules: Vec<&Code> = CODES
        .iter()
        .copied()
        .filter(|code| located.iter().any(|found| found.diagnostic.code == *code))
        .collect();
    let results: Vec<Value> = located
        .iter()
        .map(|found| result(found, &rules, sources))
        .collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Dateline",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|code| rule(code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut out = serde_json::to_string_pretty(&document).unwrap_or_default();
    out.push('\n');
    out
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.name,
        "shortDescription": {"text": code.summary()},
        "help": {"text": code.text, "markdown": code.text},
        "defaultConfiguration": {"level": level(code)},
    })
}

fn result(found: &Located<'_>, rules: &[&Code], sources: &Sources) -> Value {
    let diagnostic = found.diagnostic;
    let number = rules.iter().position(|code| *code == diagnostic.code);
    let related: Vec<Value> = diagnostic
        .related
        .iter()
        .map(|(origin, words)| {
            let mut place = location(origin, origin.span(sources), sources);
            place["message"] = json!({"text": words});
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": diagnostic.code.name,
        "ruleIndex": number,
        "level": level(diagnostic.code),
        "message": {"text": words_of(found)},
        "locations": [location(&diagnostic.origin, found.span.clone(), sources)],
    });
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    result
}

/// The message, the words at the place and what would be right, a line each.
pub(super) fn words_of(found: &Located<'_>) -> String {
    let diagnostic = found.diagnostic;
    std::iter::once(diagnostic.message.clone())
        .chain(diagnostic.label.clone())
        .chain(diagnostic.help.iter().map(|help| format!("help: {help}")))
        .collect::<Vec<_>>()
        .join("\n")
}

fn level(code: &Code) -> &'static str {
    match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn location(origin: &Origin, span: Option<Range<usize>>, sources: &Sources) -> Value {
    let file = sources.get(origin.file);
    let path = sources.path_of(origin.file);
    let mut artifact = json!({"uri": uri(&path)});
    if path.is_relative() {
        artifact["uriBaseId"] = "%SRCROOT%".into();
    }
    let mut place = json!({"artifactLocation": artifact});
    if let Some(span) = span {
        let (start, end) = (file.line_column(span.start), file.line_column(span.end));
        place["region"] = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
    }
    let mut location = json!({"physicalLocation": place});
    if let Some(inside) = origin.path(sources) {
        location["logicalLocations"] = json!([{"fullyQualifiedName": inside}]);
    }
    location
}

/// A path as a URI (RFC 3986): relative where the path is.
fn uri(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::CurDir | Component::RootDir => {}
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Normal(part) => parts.push(encoded(&part.to_string_lossy())),
            Component::Prefix(prefix) => {
                parts.push(prefix.as_os_str().to_string_lossy().into_owned());
            }
        }
    }
    let joined = parts.join("/");
    if path.is_absolute() {
        format!("file:///{joined}")
    } else {
        joined
    }
}

/// A part of a path, with what has a meaning in a URI as `%XX`.
fn encoded(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        for (path, expected) in [
            ("events/a.yaml", "events/a.yaml"),
            ("./my events/ä:b.yaml", "my%20events/%C3%A4%3Ab.yaml"),
            ("../e/a.yaml", "../e/a.yaml"),
            ("/tmp/e/a.yaml", "file:///tmp/e/a.yaml"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }
}
