//! iCalendar as text (RFC 5545): lines, and how they are folded and escaped.

/// Lines of iCalendar.
#[derive(Debug, Default)]
pub(super) struct Ics(String);

/// The most octets of a line, without its end.
const WIDTH: usize = 75;

impl Ics {
    /// A line whose value is of a type that is written as it is: a date, an address.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut left = WIDTH;
        for c in name.chars().chain([':']).chain(value.chars()) {
            // What could end a line has no place in it.
            if c.is_control() && c != '\t' {
                continue;
            }
            if c.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = WIDTH - 1;
            }
            self.0.push(c);
            left -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// A line whose value is several texts.
    pub(super) fn texts<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) {
        let values: Vec<String> = values.into_iter().map(escaped).collect();
        self.line(name, &values.join(","));
    }

    /// All of it.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> String {
        let mut ics = Ics::default();
        ics.text("SUMMARY", value);
        ics.into_string()
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            text("a, b; c\\d: \"e\"\nf\r\u{7}"),
            "SUMMARY:a\\, b\\; c\\\\d: \"e\"\\nf\r\n"
        );
    }

    #[test]
    fn lines_are_folded_between_characters() {
        for value in ["x".repeat(200), "я,".repeat(90), "😀".repeat(60)] {
            let folded = text(&value);
            assert!(folded.ends_with("\r\n"));
            for line in folded.trim_end().split("\r\n") {
                assert!(line.len() <= WIDTH, "{line}");
            }
            assert!(
                folded
                    .trim_end()
                    .split("\r\n")
                    .skip(1)
                    .all(|line| line.starts_with(' '))
            );
            let unfolded = folded.replace("\r\n ", "").replace("\\,", ",");
            assert_eq!(unfolded, format!("SUMMARY:{value}\r\n"));
        }
        assert_eq!(
            text(&"x".repeat(67)),
            format!("SUMMARY:{}\r\n", "x".repeat(67))
        );
    }
}
