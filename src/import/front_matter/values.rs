//! The values of front matter.

use super::body;
use super::document::Key;
use crate::import::html::web_address;
use crate::import::{Entry, Link, Losses, Place};
use crate::schema::{KINDS, Kind, Status};
use crate::text::one_line;
use crate::yaml::{self, Node};

/// A single value as text.
pub(super) fn scalar(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone()),
        Node::Int(number) => Some(number.to_string()),
        Node::Float(number) => Some(number.to_string()),
        Node::Bool(truth) => Some(truth.to_string()),
        Node::Null | Node::List(_) | Node::Map(_) => None,
    }
}

/// A value without the marks of a link between notes.
pub(super) fn bare(text: &str) -> String {
    let inside = text
        .trim()
        .strip_prefix("[[")
        .and_then(|text| text.strip_suffix("]]"));
    inside.map_or_else(
        || text.to_owned(),
        |link| body::words_of_note(link).to_owned(),
    )
}

/// The name in an item: itself, or what stands under `name` or `title` in it.
pub(super) fn name(item: &Node, key: &Key, place: &Place, losses: &mut Losses) -> Option<String> {
    let Node::Map(entries) = item else {
        let text = scalar(item);
        if text.is_none() {
            losses.no_place(place, &key.name, &shown(item));
        }
        return text;
    };
    let at = ["name", "title", "label"]
        .into_iter()
        .find(|key| item.get(key).and_then(scalar).is_some());
    let mut found = None;
    for (inner, value) in entries {
        if at.is_some() && inner.as_text() == at && found.is_none() {
            found = scalar(value);
        } else {
            let inner = format!("{}.{}", key.name, shown(inner));
            losses.no_place(place, &inner, &shown(value));
        }
    }
    found
}

pub(super) fn links(key: &Key, place: &Place, entry: &mut Entry, losses: &mut Losses) {
    let items = key
        .value
        .as_list()
        .unwrap_or(std::slice::from_ref(&key.value));
    for item in items {
        let mut link = Link::default();
        match item {
            Node::Map(entries) => {
                for (name, value) in entries {
                    let text = scalar(value).map(|text| one_line(&text));
                    let slot = match (name.as_text(), &text) {
                        (Some("url" | "link" | "href"), Some(text)) if link.url.is_empty() => {
                            link.url = web_address(text).unwrap_or_default();
                            if !link.url.is_empty() {
                                continue;
                            }
                            None
                        }
                        (Some("title" | "name" | "label"), Some(_)) => Some(&mut link.title),
                        (Some("outlet" | "publisher" | "publication"), Some(_)) => {
                            Some(&mut link.outlet)
                        }
                        _ => None,
                    };
                    match slot {
                        Some(slot) if slot.is_none() => *slot = text,
                        _ => {
                            let inner = format!("{}.{}", key.name, shown(name));
                            losses.no_place(place, &inner, &shown(value));
                        }
                    }
                }
                if link.url.is_empty() {
                    let said = [link.title, link.outlet];
                    for text in said.iter().flatten() {
                        losses.no_place(place, &key.name, text);
                    }
                    continue;
                }
            }
            Node::Null => continue,
            other => {
                let text = scalar(other).unwrap_or_default();
                let text = text.trim();
                // `[words](address)`
                let parts = text
                    .strip_prefix('[')
                    .and_then(|text| text.strip_suffix(')'));
                let parts = parts.and_then(|text| text.split_once("]("));
                let (title, address) =
                    parts.map_or((None, text), |(title, address)| (Some(title), address));
                let Some(url) = web_address(address) else {
                    losses.no_place(place, &key.name, &shown(other));
                    continue;
                };
                link.url = url;
                link.title = title.map(one_line).filter(|title| !title.is_empty());
            }
        }
        if !entry.links.iter().any(|other| other.url == link.url) {
            entry.links.push(link);
        }
    }
}

pub(super) fn kind_of(value: &Node) -> Option<Kind> {
    let word = value.as_text()?.trim().to_lowercase();
    KINDS.iter().find(|kind| kind.word == word).map(Kind::of)
}

pub(super) fn status_of(value: &Node) -> Option<Status> {
    Some(match value.as_text()?.trim().to_lowercase().as_str() {
        "planned" => Status::Planned,
        "confirmed" => Status::Confirmed,
        "happened" => Status::Happened,
        "postponed" => Status::Postponed,
        "cancelled" | "canceled" => Status::Cancelled,
        _ => return None,
    })
}

/// A value in words of YAML, for people.
pub(super) fn shown(value: &Node) -> String {
    match value {
        Node::Null => String::new(),
        value => scalar(value).unwrap_or_else(|| yaml::write(value).trim_end().to_owned()),
    }
}
