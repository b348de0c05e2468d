//! Diagnostics for machines: `dateline check --format json`.

use serde::Serialize;

use super::{LineColumn, Located, Origin, Report, Severity};
use crate::load::Sources;

#[derive(Serialize)]
struct Document<'a> {
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    label: Option<&'a str>,
    help: &'a [String],
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

/// Lines and columns count from 1; columns in characters; the end is exclusive.
#[derive(Serialize)]
struct Place {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    path: Option<String>,
}

/// One JSON object with counts and all diagnostics, ending in a newline.
pub fn render(report: &Report, sources: &Sources) -> String {
    let located = report.located(sources);
    let document = Document {
        errors: report.errors(),
        warnings: report.warnings(),
        diagnostics: located.iter().map(|found| item(found, sources)).collect(),
    };
    let mut out = serde_json::to_string_pretty(&document).unwrap_or_default();
    out.push('\n');
    out
}

fn item<'a>(found: &Located<'a>, sources: &Sources) -> Item<'a> {
    let diagnostic = found.diagnostic;
    Item {
        code: diagnostic.code.name,
        severity: match diagnostic.code.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &diagnostic.message,
        place: place(&diagnostic.origin, found.span.clone(), sources),
        label: diagnostic.label.as_deref(),
        help: &diagnostic.help,
        related: diagnostic
            .related
            .iter()
            .map(|(origin, message)| Related {
                message,
                place: place(origin, origin.span(sources), sources),
            })
            .collect(),
    }
}

fn place(origin: &Origin, span: Option<std::ops::Range<usize>>, sources: &Sources) -> Place {
    let file = sources.get(origin.file);
    let ends = span.map(|span| (file.line_column(span.start), file.line_column(span.end)));
    let start: Option<LineColumn> = ends.map(|(start, _)| start);
    let end: Option<LineColumn> = ends.map(|(_, end)| end);
    Place {
        file: super::human::shown(&sources.path_of(origin.file)),
        line: start.map(|at| at.line),
        column: start.map(|at| at.column),
        end_line: end.map(|at| at.line),
        end_column: end.map(|at| at.column),
        path: origin.path(sources),
    }
}
