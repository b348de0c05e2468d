//! The JSON of SIMILE Timeline, often written as people write JavaScript: with keys and
//! texts in any quotation marks or none, comments, and commas at the end.

use super::{Data, Record};
use crate::import::json::{Json, parse};
use crate::import::{InputFile, Losses, Manner, Place, Unreadable, quoted};

/// How deep lists and objects may stand in one another.
const DEEPEST: usize = 64;

/// The records of a file, and what stands beside them.
pub(super) fn records(file: &InputFile, losses: &mut Losses) -> Result<Data, Unreadable> {
    let json = match parse(&file.text) {
        Ok(json) => json,
        Err(strict) => lenient(&file.text).map_err(|why| why.unwrap_or(strict))?,
    };
    let mut about = Vec::new();
    let mut records = Vec::new();
    let Json::Map(entries) = json else {
        return Err(Unreadable::new("this is JSON, but no object with `events`"));
    };
    let mut found = false;
    for (key, value) in entries {
        let Json::List(events) = value else {
            about.push((key, shown(&value)));
            continue;
        };
        if key != "events" {
            about.push((key, shown(&Json::List(events))));
            continue;
        }
        found = true;
        for event in events {
            let number = records.len();
            let place = Place::named(file, format!("events[{number}]"));
            let Json::Map(fields) = event else {
                losses.tell(
                    &place,
                    None,
                    Manner::LeftOut,
                    format!("this is no event: {}", quoted(&shown(&event))),
                );
                continue;
            };
            let fields = fields
                .iter()
                .map(|(key, value)| (key.clone(), shown(value)));
            records.push(Record {
                place,
                fields: fields.collect(),
                html: String::new(),
            });
        }
    }
    if found {
        Ok(Data { about, records })
    } else {
        Err(Unreadable::new("this is JSON, but no object with `events`"))
    }
}

/// Reads what is JavaScript rather than JSON. `None` if that does not help either.
fn lenient(text: &str) -> Result<Json, Option<Unreadable>> {
    let start = text.find('{').ok_or(None)?;
    let end = text.rfind('}').ok_or(None)?;
    let object = text.get(start..=end).ok_or(None)?;
    if depth(object) > DEEPEST {
        return Err(Some(Unreadable::new("the JSON is nested too deeply")));
    }
    json5::from_str(object).map_err(|error| {
        let before = text[..start].matches('\n').count();
        let mut unreadable = Unreadable::new(format!(
            "this is not JSON, not even as people write it: {error}"
        ));
        if let Some(position) = error.position() {
            unreadable.place.line = Some(before + position.line + 1);
        }
        Some(unreadable)
    })
}

/// How deep brackets stand in one another, those in texts counted too: it is a bound.
fn depth(text: &str) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    let mut quote = None;
    let mut escaped = false;
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote.is_some() => escaped = true,
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(c),
            // A text does not go over the end of a line; the mark was in a comment.
            '\n' => quote = None,
            '{' | '[' if quote.is_none() => {
                now += 1;
                deepest = deepest.max(now);
            }
            '}' | ']' if quote.is_none() => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A value as text: what is none, as JSON.
fn shown(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Text(text) => text.clone(),
        other => other.to_string(),
    }
}
