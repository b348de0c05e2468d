//! Puts a tree into the order and the style of the format.

use std::borrow::Cow;

use super::tree::{Collection, Line, Part, Value};
use crate::schema::{RecordShape, ScalarShape, Shape};
use crate::yaml::{self, Node};

/// Arranges a value of this shape. What does not fit its shape is left as it is.
pub(super) fn arrange(value: &mut Value<'_>, shape: &Shape) {
    let shape = chosen(value, shape);
    match (value, shape.as_deref()) {
        (Value::Collection(map), Some(Shape::Record(record))) if !map.list => entries(map, record),
        (Value::Collection(map), Some(Shape::Tagged { value, words })) if !map.list => {
            for part in &mut map.parts {
                let name = part.key.as_ref().map(|key| &*key.name);
                if words.iter().any(|word| Some(word.word) == name) {
                    arrange_part(part, value);
                }
            }
        }
        (Value::Collection(list), Some(Shape::List { item, .. })) if list.list => {
            for part in &mut list.parts {
                arrange_part(part, item);
            }
            list.words = is_word(item) && list.parts.iter().all(is_plain_word);
        }
        (Value::Scalar(raw), Some(shape)) if is_date(shape) || is_word(shape) => {
            if let Some(styled) = styled(raw, is_date(shape)) {
                *raw = Cow::Owned(styled);
            }
        }
        _ => {}
    }
}

fn arrange_part(part: &mut Part<'_>, shape: &Shape) {
    let short = |shape: Cow<'_, Shape>| is_date(&shape) || is_word(&shape);
    if chosen(&part.value, shape).is_some_and(short) {
        part.below = false;
    }
    let quoted = matches!(&part.value, Value::Scalar(raw) if raw.starts_with(['"', '\'']));
    if let Some(remark) = part.beside.as_mut().filter(|_| quoted) {
        // Without the quotes a comment may look as if it had cut the text.
        if !remark.text[1..].is_empty() && !remark.text[1..].starts_with([' ', '#', '!']) {
            return;
        }
        remark.apart = true;
    }
    arrange(&mut part.value, shape);
}

/// Of shapes that may stand in one place, the one that is meant. `None` if none is.
fn chosen<'s>(value: &Value<'_>, shape: &'s Shape) -> Option<Cow<'s, Shape>> {
    match shape {
        Shape::Either(shapes) => {
            let best = shapes.iter().map(|shape| fit(value, shape)).max()?;
            let meant = |shape: &&Shape| best > 0 && fit(value, shape) == best;
            shapes.iter().find(meant).map(Cow::Borrowed)
        }
        Shape::ByKind(records) => {
            let kind = kind(value)?;
            let is_meant = |record: &&RecordShape| record.kind().is_some_and(|w| w.word == kind);
            let record = records.iter().find(is_meant)?;
            Some(Cow::Owned(Shape::Record(record.clone())))
        }
        _ => Some(Cow::Borrowed(shape)),
    }
}

/// What stands under the key `kind` of a mapping.
fn kind(value: &Value<'_>) -> Option<String> {
    let Value::Collection(map) = value else {
        return None;
    };
    let is_kind = |part: &&Part<'_>| part.key.as_ref().is_some_and(|key| key.name == "kind");
    match &map.parts.iter().find(is_kind)?.value {
        Value::Scalar(raw) => yaml::parse(raw).ok()?.as_text().map(str::to_owned),
        _ => None,
    }
}

/// How well a value fits a shape: 0 not at all.
fn fit(value: &Value<'_>, shape: &Shape) -> usize {
    match (value, shape) {
        (Value::Collection(map), Shape::Record(record)) if !map.list => {
            let known = map.parts.iter().filter(|part| rank(part, record).is_some());
            1 + known.count()
        }
        (Value::Scalar(_) | Value::Text(_), Shape::Scalar(_) | Shape::OneOf { .. }) => 1,
        _ => 0,
    }
}

fn entries(map: &mut Collection<'_>, record: &RecordShape) {
    order(&mut map.parts, record);
    for part in &mut map.parts {
        let Some(key) = &mut part.key else { continue };
        let known = record.keys.iter().find(|known| known.name == key.name);
        if let Some(known) = known {
            if !is_other_elsewhere(known.name) {
                key.raw = Cow::Borrowed(known.name);
            }
            arrange_part(part, &known.shape);
        }
    }
}

/// Where in a record an entry belongs.
fn rank(part: &Part<'_>, record: &RecordShape) -> Option<usize> {
    let name = &part.key.as_ref()?.name;
    record.keys.iter().position(|key| key.name == name)
}

/// Puts entries into the order of their record, those that it does not know last.
fn order(parts: &mut Vec<Part<'_>>, record: &RecordShape) {
    let blank = |part: &Part<'_>| part.above.first() == Some(&Line::Blank);
    // Where an empty line stands between all of them, there is to be one still.
    if parts.len() > 2 && parts.iter().skip(1).all(blank) {
        parts[0].above.insert(0, Line::Blank);
    }
    parts.sort_by_key(|part| rank(part, record).unwrap_or(record.keys.len()));
    if let Some(first) = parts.first_mut().filter(|part| blank(part)) {
        first.above.remove(0);
    }
}

fn is_date(shape: &Shape) -> bool {
    matches!(shape, Shape::Scalar(ScalarShape { name: "date", .. }))
}

/// Whether what stands there is an id or one of some fixed words.
fn is_word(shape: &Shape) -> bool {
    match shape {
        Shape::OneOf { .. } => true,
        Shape::Scalar(scalar) => {
            scalar.name.ends_with(" id") || matches!(scalar.name, "claim" | "claim of an event")
        }
        _ => false,
    }
}

/// Whether a part is a single word that can stand in brackets as in a list of lines.
fn is_plain_word(part: &Part<'_>) -> bool {
    let Value::Scalar(raw) = &part.value else {
        return false;
    };
    !raw.contains(['\n', ',', '[', ']', '{', '}', '#', ':', '\\'])
}

/// A date or a word in the one style: without quotes, or in `"` where it needs them.
/// `None` if it is that already, or is written in a way that has to stay.
fn styled(raw: &str, date: bool) -> Option<String> {
    if !raw.starts_with(['"', '\'']) || raw.contains(['\n', '\\']) {
        return None;
    }
    let Ok(Node::Text(text)) = yaml::parse(raw) else {
        return None;
    };
    let plain =
        |c: char| c.is_ascii_alphanumeric() || (if date { "-:+/.?~%" } else { "-/" }).contains(c);
    let same =
        || yaml::parse(&format!("[{text}]")) == Ok(Node::List(vec![Node::Text(text.clone())]));
    if text.chars().all(plain) && !is_other_elsewhere(&text) && same() {
        return Some(text);
    }
    let double = format!("\"{text}\"");
    (raw != double && !text.contains(['"', '\\'])).then_some(double)
}

/// Whether other readers of YAML, of its version 1.1 many of them, may take this for
/// something else than text: `no`, `0800`.
fn is_other_elsewhere(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let number = text.trim_start_matches(['-', '+']);
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | 'e' | 'E' | '+');
    number.chars().all(digit) || WORDS.contains(&&*text.to_lowercase())
}
