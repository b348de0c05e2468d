//! The XML of SIMILE Timeline, taken apart. Nothing that XML can declare is followed.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use super::Record;
use crate::import::{InputFile, Losses, Manner, Place, Unreadable};

/// The records of a file, and what its root says.
pub(super) fn records(
    file: &InputFile,
    losses: &mut Losses,
) -> Result<(Vec<(String, String)>, Vec<Record>), Unreadable> {
    let text = file.text.as_str();
    let mut reader = Reader::from_str(text);
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    let mut root = None;
    let mut records = Vec::new();
    let mut open: Option<(Record, usize)> = None;
    // What stands in the root and is no event.
    let mut other = 0_usize;
    loop {
        let before = position(&reader);
        let line = lines.of(before);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let place = Place::line(file, lines.of(position(&reader)));
                let what = format!("the XML is broken here: {error}; what follows was not read");
                losses.tell(&place, None, Manner::LeftOut, what);
                break;
            }
        };
        let source = &text[before..position(&reader)];
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Eof => break,
            Event::DocType(_) if source.contains("<!ENTITY") => {
                return Err(Unreadable {
                    place: Place::line(file, line),
                    message: "this XML declares entities of its own, which are not followed"
                        .to_owned(),
                });
            }
            Event::Start(tag) | Event::Empty(tag) => {
                if let Some((record, depth)) = &mut open {
                    *depth += usize::from(!empty);
                    record.html.push_str(source);
                } else if root.is_none() {
                    if tag.name().as_ref() != "data" {
                        return Err(Unreadable {
                            place: Place::line(file, line),
                            message: "this XML is not of SIMILE Timeline: its root is not `data`"
                                .to_owned(),
                        });
                    }
                    root = Some(attributes(&tag));
                } else if other == 0 && tag.name().as_ref() == "event" {
                    let record = Record {
                        place: Place {
                            name: Some(format!("event {}", records.len() + 1)),
                            ..Place::line(file, line)
                        },
                        fields: attributes(&tag),
                        html: String::new(),
                    };
                    if empty {
                        records.push(record);
                    } else {
                        open = Some((record, 0));
                    }
                } else {
                    if other == 0 {
                        losses.no_place(&Place::line(file, line), "element", source);
                    }
                    other += usize::from(!empty);
                }
            }
            Event::End(_) => match open.take() {
                Some((record, 0)) => records.push(record),
                Some((mut record, depth)) => {
                    record.html.push_str(source);
                    open = Some((record, depth - 1));
                }
                None => other = other.saturating_sub(1),
            },
            Event::Text(_) | Event::GeneralRef(_) => match &mut open {
                // Of the words beside tags, those references that XML has are read; the tags
                // that come of it, and the other references, are HTML.
                Some((record, _)) => record.html.push_str(&unescaped(source)),
                None => losses.no_place(&Place::line(file, line), "text", source),
            },
            Event::CData(_) => {
                let inside = source
                    .trim_start_matches("<![CDATA[")
                    .trim_end_matches("]]>");
                match &mut open {
                    Some((record, _)) => record.html.push_str(inside),
                    None => losses.no_place(&Place::line(file, line), "text", inside),
                }
            }
            Event::Comment(_) => {
                let words = source.trim_start_matches("<!--").trim_end_matches("-->");
                losses.no_place(&Place::line(file, line), "comment", words);
            }
            _ => {}
        }
    }
    if let Some((record, _)) = open {
        losses.tell(
            &record.place,
            None,
            Manner::Partly,
            "the end of this event is missing: it was read as far as it goes",
        );
        records.push(record);
    }
    match root {
        Some(root) => Ok((root, records)),
        None => Err(Unreadable::new("there is no element `data` in it")),
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn attributes(tag: &BytesStart<'_>) -> Vec<(String, String)> {
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
