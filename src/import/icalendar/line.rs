//! The content lines of iCalendar: unfolded, and taken apart (RFC 5545, 3.1; RFC 6868).

/// A content line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The number of the line on which it begins, from 1.
    pub(super) number: usize,
    /// Its name in capitals.
    pub(super) name: String,
    /// Its parameters, with their names in capitals.
    pub(super) params: Vec<(String, String)>,
    /// Its value, as it is written.
    pub(super) value: String,
}

/// A line that is none of iCalendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadLine {
    pub(super) number: usize,
    pub(super) text: String,
}

/// All lines of a text. A line that begins with a blank goes on with the one before it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Result<Line, BadLine>> {
    let mut physical = physical(text).enumerate().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, first) = physical.next()?;
            let mut whole = first.to_owned();
            while let Some((_, next)) = physical.next_if(|(_, next)| next.starts_with([' ', '\t']))
            {
                whole.extend(next.chars().skip(1));
            }
            if !whole.trim().is_empty() {
                return Some(taken_apart(at + 1, &whole));
            }
        }
    })
}

/// The lines as they stand, whichever ends they have.
fn physical(text: &str) -> impl Iterator<Item = &str> {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    text.split(end).map(|line| line.trim_end_matches('\r'))
}

fn taken_apart(number: usize, text: &str) -> Result<Line, BadLine> {
    let bad = || BadLine {
        number,
        text: text.to_owned(),
    };
    let (head, value) = split_head(text).ok_or_else(bad)?;
    let mut parts = split_outside_quotes(head, ';');
    let name = parts.next().unwrap_or_default().trim();
    // A group before the name is of vCard; some programs write it.
    let name = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let fine = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(fine) {
        return Err(bad());
    }
    let params = parts.map(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (name.trim().to_ascii_uppercase(), unquoted(value.trim()))
    });
    Ok(Line {
        number,
        name,
        params: params.collect(),
        value: value.to_owned(),
    })
}

fn split_head(text: &str) -> Option<(&str, &str)> {
    let mut inside = false;
    let at = text.char_indices().find_map(|(at, c)| {
        inside ^= c == '"';
        (c == ':' && !inside).then_some(at)
    });
    // A quotation mark that is never closed is a letter like any other.
    let at = at.or_else(|| text.find(':'))?;
    Some((&text[..at], &text[at + 1..]))
}

fn split_outside_quotes(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.split(move |c| {
        inside ^= c == '"';
        c == mark && !inside
    })
}

fn unquoted(value: &str) -> String {
    let bare = value.replace('"', "");
    let mut out = String::with_capacity(bare.len());
    let mut letters = bare.chars().peekable();
    while let Some(c) = letters.next() {
        let next = (c == '^').then(|| letters.peek().copied()).flatten();
        let stands_for = match next {
            Some('n') => '\n',
            Some('^') => '^',
            Some('\'') => '"',
            _ => {
                out.push(c);
                continue;
            }
        };
        letters.next();
        out.push(stands_for);
    }
    out
}

impl Line {
    /// A parameter's value.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        self.texts(false).pop().unwrap_or_default()
    }

    /// The values, which commas part.
    pub(super) fn list(&self) -> Vec<String> {
        let mut texts = self.texts(true);
        texts.retain(|text| !text.trim().is_empty());
        texts
    }

    fn texts(&self, several: bool) -> Vec<String> {
        let mut texts = vec![];
        let mut text = String::new();
        let mut letters = self.value.chars();
        while let Some(c) = letters.next() {
            match c {
                '\\' => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(c @ ('\\' | ';' | ',' | ':' | '"')) => text.push(c),
                    Some(other) => text.extend(['\\', other]),
                    None => text.push('\\'),
                },
                ',' if several => texts.push(std::mem::take(&mut text)),
                c => text.push(c),
            }
        }
        texts.push(text);
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_with_their_numbers() {
        let text = "BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en:One\r\n  two\r\n\tthree\r\n\r\nno line\nCATEGORIES:a\\,b,c\n";
        let all: Vec<_> = lines(text).collect();
        let summary = all[1].as_ref().unwrap();
        assert_eq!(
            (summary.number, summary.value.as_str()),
            (2, "One twothree")
        );
        assert_eq!(summary.param("LANGUAGE"), Some("en"));
        assert_eq!(all[2].as_ref().unwrap_err().number, 6);
        assert_eq!(all[3].as_ref().unwrap().list(), ["a,b", "c"]);
        assert_eq!(lines("A:1\rB:2").count(), 2);
    }

    #[test]
    fn parameters_may_hold_what_parts_them() {
        let text = "ATTENDEE;CN=\"Smith; John: Jr\";X=a^nb^'c:mailto:a@b.example";
        let line = lines(text).next().unwrap().unwrap();
        assert_eq!(line.param("CN"), Some("Smith; John: Jr"));
        assert_eq!(line.param("X"), Some("a\nb\"c"));
        assert_eq!(line.value, "mailto:a@b.example");
        let text = Line {
            value: "a\\nb\\;c\\\\d\\x, e".to_owned(),
            ..Line::default()
        };
        assert_eq!(text.text(), "a\nb;c\\d\\x, e");
    }
}
