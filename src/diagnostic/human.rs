//! Diagnostics for people: each with the source line, underlined, and what would be
//! right. Returns text with ANSI styles; the printing stream strips them where they
//! are not wanted.

use std::fmt::Write;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin as Header, Renderer, Snippet};

use super::{Located, Report, Severity};
use crate::load::Sources;

/// All diagnostics of a report.
pub fn render(report: &Report, sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for found in report.located(sources) {
        out += &renderer.render(&groups(&found, sources));
        out += "\n\n";
    }
    out
}

/// The closing line: how many errors and warnings.
pub fn summary(report: &Report) -> String {
    let mut out = String::new();
    let count = |n: usize, what: &str| match n {
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    };
    match (report.errors(), report.warnings()) {
        (0, 0) => {}
        (0, warnings) => out = count(warnings, "warning"),
        (errors, 0) => out = count(errors, "error"),
        (errors, warnings) => {
            let _ = write!(
                out,
                "{}, {}",
                count(errors, "error"),
                count(warnings, "warning")
            );
        }
    }
    out
}

fn groups<'a>(found: &Located<'a>, sources: &'a Sources) -> Vec<Group<'a>> {
    let diagnostic = found.diagnostic;
    let level = match diagnostic.code.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name);
    let file = sources.get(diagnostic.origin.file);
    let path = shown(&sources.path_of(diagnostic.origin.file));
    let mut group = match &found.span {
        Some(span) => {
            let mut main = AnnotationKind::Primary.span(span.clone());
            if let Some(label) = &diagnostic.label {
                main = main.label(label.as_str());
            }
            let mut snippet = Snippet::source(file.text.as_str())
                .path(path)
                .annotation(main);
            let mut others = Vec::new();
            for (origin, words) in &diagnostic.related {
                match origin.span(sources) {
                    Some(span) if origin.file == diagnostic.origin.file => {
                        snippet = snippet
                            .annotation(AnnotationKind::Context.span(span).label(words.as_str()));
                    }
                    Some(span) => others.push((origin.file, span, words)),
                    None => {}
                }
            }
            let mut group = title.element(snippet);
            for (file, span, words) in others {
                group = group.element(
                    Snippet::source(sources.get(file).text.as_str())
                        .path(shown(&sources.path_of(file)))
                        .annotation(AnnotationKind::Context.span(span).label(words.as_str())),
                );
            }
            group
        }
        None => {
            let mut group = title.element(Header::path(path));
            if let Some(inside) = diagnostic.origin.path() {
                group = group.element(Level::NOTE.message(format!("at `{inside}`")));
            }
            group
        }
    };
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    vec![group]
}

/// A path with `/` on every machine.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
