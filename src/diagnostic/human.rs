//! Diagnostics for people: each with the source line, underlined, and what would be
//! right. Returns text with ANSI styles; the printing stream strips them where they
//! are not wanted.

use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin as Header, Renderer, Snippet,
};

use super::{LineColumn, Located, Report, Severity};
use crate::load::{FileId, Sources};

/// How many diagnostics are shown: more than anybody reads before mending some.
const MOST: usize = 500;

/// Two places of a file that are further apart, in bytes, are shown one by one; a line
/// that is longer is not shown. Time grows with what is between.
const WINDOW: usize = 16 * 1024;

/// The diagnostics of a report, in the order of the files and of the places in them.
pub fn render(report: &Report, sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    let located = report.located(sources);
    for found in located.iter().take(MOST) {
        out += &renderer.render(&[group(found, sources)]);
        out += "\n\n";
    }
    if let Some(more @ 1..) = located.len().checked_sub(MOST) {
        let _ = writeln!(out, "and {more} more, not shown here\n");
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

fn group<'a>(found: &'a Located<'a>, sources: &'a Sources) -> Group<'a> {
    let diagnostic = found.diagnostic;
    let level = match diagnostic.code.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(
        level
            .primary_title(diagnostic.message.as_str())
            .id(diagnostic.code.name),
    );
    let file = diagnostic.origin.file;
    if let Some(span) = &found.span {
        let mut main = Excerpt {
            file,
            span: span.clone(),
            marks: vec![(
                AnnotationKind::Primary,
                span.clone(),
                diagnostic.label.as_deref(),
            )],
        };
        let mut others = Vec::new();
        for (origin, words) in &diagnostic.related {
            let Some(span) = origin.span(sources) else {
                continue;
            };
            let mark = (AnnotationKind::Context, span.clone(), Some(words.as_str()));
            let both = main.span.start.min(span.start)..main.span.end.max(span.end);
            if origin.file == file && both.len() < WINDOW {
                main.span = both;
                main.marks.push(mark);
            } else {
                others.push(Excerpt {
                    file: origin.file,
                    span,
                    marks: vec![mark],
                });
            }
        }
        for excerpt in std::iter::once(main).chain(others) {
            group = group.elements(excerpt.elements(sources));
        }
    } else {
        group = group.element(Header::path(shown(&sources.path_of(file))));
        if let Some(inside) = diagnostic.origin.path(sources) {
            group = group.element(Level::NOTE.message(format!("at `{inside}`")));
        }
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// Places of one file that are shown together.
struct Excerpt<'a> {
    file: FileId,
    /// From the first of them to the last.
    span: Range<usize>,
    marks: Vec<(AnnotationKind, Range<usize>, Option<&'a str>)>,
}

impl<'a> Excerpt<'a> {
    fn elements(self, sources: &'a Sources) -> Vec<Element<'a>> {
        let file = sources.get(self.file);
        let path = shown(&sources.path_of(self.file));
        let LineColumn { line, column } = file.line_column(self.span.start);
        let starts = file.line_starts();
        let from = starts[line - 1];
        let last = starts.partition_point(|start| *start <= self.span.end);
        let to = starts.get(last).map_or(file.text.len(), |next| next - 1);
        if to - from > 2 * WINDOW {
            let header = Header::path(path).line(line).char_column(column);
            let words = self.marks.into_iter().filter_map(|(_, _, words)| words);
            return std::iter::once(header.into())
                .chain(words.map(|words| Level::NOTE.message(words).into()))
                .collect();
        }
        let marks = self.marks.into_iter().map(|(kind, span, words)| {
            let mark: Annotation<'a> = kind.span(span.start - from..span.end - from);
            mark.label(words)
        });
        let text = file.text[from..to].trim_end_matches('\r');
        vec![
            Snippet::source(text)
                .line_start(line)
                .path(path)
                .annotations(marks)
                .into(),
        ]
    }
}

/// A path with `/` on every machine.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
