//! Diagnostics as notes on a change: `dateline check --format github`, in the commands that
//! GitHub Actions reads from the output of a step.

use super::sarif::words_of;
use super::{Located, Report, Severity};
use crate::load::Sources;

/// A line a diagnostic.
pub fn render(report: &Report, sources: &Sources) -> String {
    let located = report.located(sources);
    located.iter().map(|found| line(found, sources)).collect()
}

fn line(found: &Located<'_>, sources: &Sources) -> String {
    let diagnostic = found.diagnostic;
    let file = sources.get(diagnostic.origin.file);
    let level = match diagnostic.code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let path = super::human::shown(&sources.path_of(diagnostic.origin.file));
    let mut place = format!("file={}", property(&path));
    if let Some(span) = &found.span {
        let (start, end) = (file.line_column(span.start), file.line_column(span.end));
        place += &format!(",line={},endLine={}", start.line, end.line);
        // Columns of several lines mean nothing there.
        if start.line == end.line {
            place += &format!(",col={},endColumn={}", start.column, end.column);
        }
    }
    format!(
        "::{level} {place},title={}::{}\n",
        property(diagnostic.code.name),
        data(&words_of(found))
    )
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands behind `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_command() {
        assert_eq!(data("50%\na::b, c"), "50%25%0Aa::b, c");
        assert_eq!(property("C:\\a,b%"), "C%3A\\a%2Cb%25");
    }
}
