//! The format as JSON Schema, draft-07: the longest supported by editors' YAML servers.

use serde_json::{Map, Value, json};

use super::id::{MAX_LENGTH, PATTERN};
use super::shape::{FileKind, RecordShape, ScalarShape, Shape};

/// The JSON Schema of a kind of file, as text that ends in a newline.
///
/// It tells what a single file may say. What needs more than one record (whether an
/// actor exists, say) and whether a text is a right date only `dateline check` tells.
pub fn json_schema(file: &FileKind) -> String {
    let mut root = Map::new();
    root.insert(
        "$schema".into(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    root.insert("title".into(), json!(format!("Dateline: {}", file.files)));
    if let Value::Object(body) = of((file.shape)()) {
        root.extend(body);
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(root)).unwrap_or_default();
    text.push('\n');
    text
}

fn of(shape: Shape) -> Value {
    match shape {
        Shape::Scalar(scalar) => of_scalar(&scalar),
        Shape::OneOf { words, .. } => {
            let words: Vec<Value> = words
                .iter()
                .map(|word| json!({ "const": word.word, "description": word.doc }))
                .collect();
            json!({ "oneOf": words })
        }
        Shape::List { item, least } => {
            let mut list = json!({ "type": "array", "items": of(*item) });
            if least > 0 {
                list["minItems"] = json!(least);
            }
            list
        }
        Shape::Record(record) => of_record(record),
        Shape::Either(shapes) => {
            json!({ "oneOf": shapes.into_iter().map(of).collect::<Vec<_>>() })
        }
        Shape::ByKind(records) => of_kinds(records),
        Shape::Tagged { words, value } => {
            let value = of(*value);
            let properties: Map<String, Value> = words
                .iter()
                .map(|word| (word.word.to_owned(), described(value.clone(), word.doc)))
                .collect();
            json!({
                "type": "object",
                "properties": properties,
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1,
            })
        }
    }
}

/// Chosen by `kind` and not by trying all, so that what is told is about the one meant.
fn of_kinds(records: Vec<RecordShape>) -> Value {
    let words: Vec<Value> = records
        .iter()
        .filter_map(RecordShape::kind)
        .map(|word| json!({ "const": word.word, "description": word.doc }))
        .collect();
    let kinds = records.into_iter().filter_map(|record| {
        let word = record.kind()?.word;
        let chosen = json!({ "type": "object", "properties": { "kind": { "const": word } }, "required": ["kind"] });
        Some(json!({ "if": chosen, "then": of_record(record) }))
    });
    json!({
        "type": "object",
        "required": ["kind"],
        "properties": { "kind": { "oneOf": words } },
        "allOf": kinds.collect::<Vec<_>>(),
    })
}

fn of_scalar(scalar: &ScalarShape) -> Value {
    let mut value = Map::new();
    match scalar.types {
        [one] => value.insert("type".into(), json!(one)),
        many => value.insert("type".into(), json!(many)),
    };
    if let Some(pattern) = scalar.pattern {
        value.insert("pattern".into(), json!(pattern));
        if pattern == PATTERN {
            value.insert("maxLength".into(), json!(MAX_LENGTH));
        }
    }
    value.insert("description".into(), json!(scalar.doc));
    Value::Object(value)
}

fn of_record(record: RecordShape) -> Value {
    let required: Vec<_> = record
        .keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let properties: Map<String, Value> = record
        .keys
        .into_iter()
        .map(|key| (key.name.to_owned(), described(of(key.shape), &key.doc)))
        .collect();
    let mut object = json!({
        "type": "object",
        "description": record.doc,
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

/// A key's own words come before those of its type.
fn described(mut value: Value, doc: &str) -> Value {
    if let Value::Object(object) = &mut value {
        let own = doc.to_owned();
        let text = match object.get("description").and_then(Value::as_str) {
            Some(inner) if inner != doc => format!("{own}\n\n{inner}"),
            _ => own,
        };
        object.insert("description".into(), json!(text));
    }
    value
}
