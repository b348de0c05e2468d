//! Markwhen: a text in which a line that begins with a date and a colon is an event.

mod date;
mod length;
mod range;
mod title;

use super::front_matter::body;
use super::html::web_address;
use super::{
    Entry, Input, InputFile, Link, Losses, Manner, Named, Options, Order, Place, Read, Unreadable,
    quoted,
};
use crate::text::one_line;
use date::Format;
use range::{Known, When, when};

/// Whether its name says so, or two of its first lines are events.
pub(super) fn fits(input: &Input) -> bool {
    if input.is_folder {
        return false;
    }
    match input.ending().as_str() {
        "mw" | "markwhen" => true,
        "md" | "txt" | "text" => {
            let first = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
            let lines = input.text().lines().take(500).filter(first);
            lines
                .filter(|line| event(line, MONTH_FIRST, &Known::default()).is_some())
                .nth(1)
                .is_some()
        }
        _ => false,
    }
}

const MONTH_FIRST: Format = Format {
    order: Order::MonthFirst,
    said: false,
};

pub(super) fn read(
    input: &Input,
    options: &Options,
    losses: &mut Losses,
) -> Result<Read, Unreadable> {
    options.refuse_map()?;
    let mut read = Read::default();
    for file in &input.files {
        Reader {
            file,
            format: options
                .order
                .map_or(MONTH_FIRST, |order| Format { order, said: true }),
            fixed: options.order.is_some(),
            known: Known::default(),
            groups: Vec::new(),
            current: None,
            losses,
            read: &mut read,
        }
        .all();
    }
    Ok(read)
}

/// The date of a line, and what stands after its colon.
fn event<'t>(line: &'t str, format: Format, known: &Known) -> Option<(When, &'t str, &'t str)> {
    let line = line.trim_start();
    // A date is not long; what follows it may be.
    let near = line
        .char_indices()
        .take(200)
        .filter(|(_, c)| *c == ':')
        .map(|(at, _)| at);
    let in_time = |at: &usize| {
        let bytes = line.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        *at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2)
    };
    let (times, ends): (Vec<usize>, Vec<usize>) = near.take(8).partition(in_time);
    ends.into_iter().chain(times).find_map(|at| {
        let (head, rest) = (&line[..at], &line[at + 1..]);
        // `2024 - :` ends nowhere; the year is taken as it is.
        let bare = head.trim_end().trim_end_matches(['-', '–']);
        Some((when(bare, format, known)?, head.trim(), rest))
    })
}

/// A section that is open.
struct Group {
    name: String,
    /// How many marks its heading has; none if it ends with a word of its own.
    level: usize,
}

/// An event that is being read.
struct Current {
    entry: Entry,
    /// Whether properties may still come.
    fresh: bool,
    lines: Vec<String>,
}

struct Reader<'r> {
    file: &'r InputFile,
    format: Format,
    /// Whether somebody has said how dates are meant.
    fixed: bool,
    known: Known,
    groups: Vec<Group>,
    current: Option<Current>,
    losses: &'r mut Losses,
    read: &'r mut Read,
}

impl Reader<'_> {
    fn all(mut self) {
        let file = self.file;
        let mut header = true;
        let mut dashes = 0;
        let mut key = None;
        for (number, line) in file.text.lines().enumerate() {
            let line = line.trim_end_matches('\r');
            let place = Place::line(file, number + 1);
            if header && line.trim_end() == "---" && dashes < 2 {
                dashes += 1;
                header = dashes < 2;
                continue;
            }
            let inside = dashes == 1;
            if line.trim_start().starts_with("//") {
                self.losses
                    .no_place(&place, "comment", line.trim_start().trim_start_matches('/'));
                continue;
            }
            if !inside {
                if self.section(line, &place) {
                    header = false;
                    continue;
                }
                if let Some((when, head, rest)) = event(line, self.format, &self.known) {
                    header = false;
                    self.begin(place, when, head, rest);
                    continue;
                }
            }
            if header {
                self.head(line, &place, &mut key);
            } else {
                self.inside(line, &place);
            }
        }
        self.finish();
    }

    /// A line before the first event.
    fn head(&mut self, line: &str, place: &Place, last: &mut Option<String>) {
        if line.trim().is_empty() {
            return;
        }
        let indented = line.starts_with([' ', '\t']);
        let (name, value) = match line.split_once(':') {
            Some((name, value)) if !indented => (name.trim().to_owned(), value),
            _ => {
                let name = last.clone().unwrap_or_else(|| "text".to_owned());
                return self.losses.no_place(place, &name, line);
            }
        };
        let value = value.trim().trim_matches(['"', '\'']);
        *last = Some(name.clone());
        match name.to_lowercase().as_str() {
            "title" if self.read.title.is_none() && !value.is_empty() => {
                self.read.title = Some(one_line(value));
            }
            "description" if self.read.standfirst.is_none() && !value.is_empty() => {
                let (text, told) = body::markdown(value);
                for what in told {
                    self.losses.tell(place, Some(&name), Manner::Changed, what);
                }
                self.read.standfirst = Some(text);
            }
            "dateformat" if ["d/m/y", "m/d/y"].contains(&value.to_lowercase().as_str()) => {
                if !self.fixed {
                    let day = value.to_lowercase().starts_with('d');
                    let order = if day {
                        Order::DayFirst
                    } else {
                        Order::MonthFirst
                    };
                    self.format = Format { order, said: true };
                }
            }
            _ => self.losses.no_place(place, &name, value),
        }
    }

    /// A line that begins or ends a section.
    fn section(&mut self, line: &str, place: &Place) -> bool {
        let text = line.trim();
        let lower = text.to_lowercase();
        if ["endgroup", "endsection"].contains(&lower.as_str()) {
            self.finish();
            while self.groups.last().is_some_and(|group| group.level > 0) {
                self.groups.pop();
            }
            self.groups.pop();
            return true;
        }
        let level = text.bytes().take_while(|b| *b == b'#').count();
        let word = ["group ", "section "]
            .into_iter()
            .find(|word| lower.starts_with(word));
        let bare = lower == "group" || lower == "section";
        let name = match word {
            _ if level > 0 && text[level..].starts_with(' ') => &text[level..],
            Some(word) => &text[word.len()..],
            None if bare => "",
            None => return false,
        };
        let level = if word.is_some() || bare { 0 } else { level };
        self.finish();
        if level > 0 {
            while self.groups.last().is_some_and(|group| group.level >= level) {
                self.groups.pop();
            }
        }
        let mut group = Entry {
            place: place.clone(),
            ..Entry::default()
        };
        title::read(name, &mut group, self.losses);
        for topic in group.topics.iter().filter(|topic| **topic != group.title) {
            self.losses.no_place(place, "tag of a section", topic);
        }
        // No more than a reader can follow.
        if self.groups.len() < 64 {
            self.groups.push(Group {
                name: group.title,
                level,
            });
        }
        true
    }

    fn begin(&mut self, place: Place, when: When, head: &str, rest: &str) {
        self.finish();
        let mut entry = Entry {
            place,
            ..Entry::default()
        };
        entry.take_date("date", when.found, self.losses);
        if let Some(repeats) = when.repeats {
            let what = format!(
                "it repeats, {}: only the first time was taken",
                quoted(&repeats)
            );
            self.losses
                .tell(&entry.place, Some("date"), Manner::Partly, what);
        }
        if head.ends_with(['-', '–']) {
            let what = format!("{} has no end: the start alone was taken", quoted(head));
            self.losses
                .tell(&entry.place, Some("date"), Manner::Partly, what);
        }
        let ids = title::read(rest, &mut entry, self.losses);
        self.known.keep(entry.when.as_ref(), &ids);
        self.current = Some(Current {
            entry,
            fresh: true,
            lines: Vec::new(),
        });
    }

    /// A line under an event, or under the heading of a section.
    fn inside(&mut self, line: &str, place: &Place) {
        let Some(current) = &mut self.current else {
            return self.losses.no_place(place, "text", line);
        };
        let key = line.trim_start().split_once(':').filter(|(key, value)| {
            let name = |c: char| c.is_alphanumeric() || "_-.".contains(c);
            !key.is_empty() && key.chars().all(name) && (value.is_empty() || value.starts_with(' '))
        });
        let Some((key, value)) = key.filter(|_| current.fresh) else {
            current.fresh &= line.trim().is_empty() && current.lines.is_empty();
            current.lines.push(line.to_owned());
            return;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        let entry = &mut current.entry;
        match key.to_lowercase().as_str() {
            "id" if !value.is_empty() => self.known.keep(entry.when.as_ref(), &[value.to_owned()]),
            "location" | "place" | "where" if entry.location.is_none() && !value.is_empty() => {
                entry.location = Some(Named {
                    name: one_line(value),
                    id: None,
                });
            }
            "tags" => {
                for tag in value.trim_matches(['[', ']']).split(',') {
                    title::add_topic(entry, tag.trim().trim_matches(['#', '"', '\'']));
                }
            }
            "url" | "link" | "source" if web_address(value).is_some() => {
                entry.links.extend(web_address(value).map(|url| Link {
                    url,
                    ..Link::default()
                }));
            }
            _ => self.losses.no_place(place, key, value),
        }
    }

    /// Ends the event that is being read.
    fn finish(&mut self) {
        let Some(Current {
            mut entry, lines, ..
        }) = self.current.take()
        else {
            return;
        };
        let (summary, told) = body::markdown(&lines.join("\n"));
        for what in told {
            self.losses
                .tell(&entry.place, Some("text"), Manner::Changed, what);
        }
        entry.summary = summary;
        for group in &self.groups {
            title::add_topic(&mut entry, &group.name);
        }
        self.read.entries.push(entry);
    }
}

#[cfg(test)]
mod tests;
