//! The XML of SIMILE Timeline, taken apart. Nothing that XML can declare is followed.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use super::{Data, Fields, Record};
use crate::import::{InputFile, Losses, Manner, Place, Unreadable};

/// The records of a file, and what its root says.
pub(super) fn records(file: &InputFile, losses: &mut Losses) -> Result<Data, Unreadable> {
    let text = file.text.as_str();
    let mut reader = Reader::from_str(text);
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    let mut found = Found {
        losses,
        root: None,
        records: Vec::new(),
        open: None,
        other: 0,
    };
    loop {
        let before = position(&reader);
        let mut place = Place::line(file, lines.of(before));
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                place.line = Some(lines.of(position(&reader)));
                let what = format!("the XML is broken here: {error}; what follows was not read");
                found.losses.tell(&place, None, Manner::LeftOut, what);
                break;
            }
        };
        let source = text.get(before..position(&reader)).unwrap_or_default();
        match event {
            Event::Eof => break,
            Event::DocType(_) if source.contains("<!ENTITY") => {
                let message = "this XML declares entities of its own, which are not followed";
                return Err(unreadable(place, message));
            }
            Event::Start(tag) => found.start(&tag, false, source, place)?,
            Event::Empty(tag) => found.start(&tag, true, source, place)?,
            Event::End(_) => found.end(source),
            // Of the words beside tags, those references that XML has are read; the tags
            // that come of it, and the other references, are HTML.
            Event::Text(_) | Event::GeneralRef(_) => found.words(&unescaped(source), &place),
            Event::CData(_) => {
                let inside = source.trim_start_matches("<![CDATA[");
                found.words(inside.trim_end_matches("]]>"), &place);
            }
            Event::Comment(_) => {
                let words = source.trim_start_matches("<!--").trim_end_matches("-->");
                found.losses.no_place(&place, "comment", words);
            }
            _ => {}
        }
    }
    found.finish()
}

/// What is found so far.
struct Found<'l> {
    losses: &'l mut Losses,
    /// The attributes of the root.
    root: Option<Fields>,
    records: Vec<Record>,
    /// The event that is open, and how many elements are open in it.
    open: Option<(Record, usize)>,
    /// How many elements are open in the root that are no events.
    other: usize,
}

impl Found<'_> {
    fn start(
        &mut self,
        tag: &BytesStart<'_>,
        empty: bool,
        source: &str,
        place: Place,
    ) -> Result<(), Unreadable> {
        if let Some((record, depth)) = &mut self.open {
            *depth += usize::from(!empty);
            record.html.push_str(source);
        } else if self.root.is_none() {
            if tag.name().as_ref() != "data" {
                let message = "this XML is not of SIMILE Timeline: its root is not `data`";
                return Err(unreadable(place, message));
            }
            self.root = Some(attributes(tag));
        } else if self.other == 0 && tag.name().as_ref() == "event" {
            let record = Record {
                place: Place {
                    name: Some(format!("event {}", self.records.len() + 1)),
                    ..place
                },
                fields: attributes(tag),
                html: String::new(),
            };
            if empty {
                self.records.push(record);
            } else {
                self.open = Some((record, 0));
            }
        } else {
            if self.other == 0 {
                self.losses.no_place(&place, "element", source);
            }
            self.other += usize::from(!empty);
        }
        Ok(())
    }

    fn end(&mut self, source: &str) {
        match self.open.take() {
            Some((record, 0)) => self.records.push(record),
            Some((mut record, depth)) => {
                record.html.push_str(source);
                self.open = Some((record, depth - 1));
            }
            None => self.other = self.other.saturating_sub(1),
        }
    }

    fn words(&mut self, words: &str, place: &Place) {
        match &mut self.open {
            Some((record, _)) => record.html.push_str(words),
            None => self.losses.no_place(place, "text", words),
        }
    }

    fn finish(mut self) -> Result<Data, Unreadable> {
        if let Some((record, _)) = self.open.take() {
            let what = "the end of this event is missing: it was read as far as it goes";
            self.losses.tell(&record.place, None, Manner::Partly, what);
            self.records.push(record);
        }
        match self.root {
            Some(about) => Ok(Data {
                about,
                records: self.records,
            }),
            None => Err(Unreadable::new("there is no element `data` in it")),
        }
    }
}

fn unreadable(place: Place, message: &str) -> Unreadable {
    Unreadable {
        place,
        message: message.to_owned(),
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn attributes(tag: &BytesStart<'_>) -> Fields {
    let mut found = Vec::new();
    for attribute in tag.attributes().with_checks(false).flatten() {
        let name = attribute.key.as_ref().to_owned();
        let value: &str = attribute.value.as_ref();
        found.push((name, unescaped(value)));
    }
    found
}

/// The text with the five references of XML, and those of numbers, as what they stand for.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    if let Ok(text) = unescape_with(text, resolve_predefined_entity) {
        return text.into_owned();
    }
    // One reference that is none of these does not keep the others from being read.
    let mut out = String::with_capacity(text.len());
    for (number, part) in text.split('&').enumerate() {
        let known = (number > 0).then(|| part.split_once(';')).flatten();
        let known = known.and_then(|(name, rest)| {
            let reference = format!("&{name};");
            let read = unescape_with(&reference, resolve_predefined_entity).ok()?;
            Some(format!("{read}{rest}"))
        });
        match known {
            Some(read) => out += &read,
            None if number > 0 => out += &format!("&{part}"),
            None => out += part,
        }
    }
    out
}

/// Counts lines as the reader goes on.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, position: usize) -> usize {
        if let Some(passed) = self.text.get(self.at..position) {
            self.line += passed.matches('\n').count();
            self.at = position;
        }
        self.line
    }
}
