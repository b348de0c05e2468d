//! The words after the colon: a title with tags, links and the like in it.

use crate::import::front_matter::body;
use crate::import::html::web_address;
use crate::import::{Entry, Link, Losses, Manner, Named, quoted};
use crate::markdown;
use crate::schema::Status;
use crate::text::one_line;

/// Reads the title of an event; gives the names by which others may lean on it.
pub(super) fn read(text: &str, entry: &mut Entry, losses: &mut Losses) -> Vec<String> {
    let mut ids = Vec::new();
    let text = done(text.trim(), entry, losses);
    let text = links(text, entry, losses);
    let mut words: Vec<String> = Vec::new();
    let mut tagged: Vec<bool> = Vec::new();
    for word in text.split_whitespace() {
        let name = |mark: char| {
            let name = word.strip_prefix(mark)?;
            let end = name
                .find(|c: char| !(c.is_alphanumeric() || "_-".contains(c)))
                .unwrap_or(name.len());
            let number = name[..end].bytes().all(|b| b.is_ascii_digit());
            (!number).then_some((&name[..end], &name[end..]))
        };
        if let Some((id, "")) = name('!') {
            ids.push(id.to_owned());
            continue;
        }
        let kept = if let Some((topic, rest)) = name('#') {
            add_topic(entry, topic);
            Some(format!("{topic}{rest}"))
        } else if let Some((person, rest)) = name('@') {
            let person_name = person.replace('_', " ");
            if !entry.actors.iter().any(|actor| actor.name == person_name) {
                entry.actors.push(Named {
                    name: person_name,
                    id: None,
                });
            }
            Some(format!("{person}{rest}"))
        } else {
            None
        };
        tagged.push(kept.is_some());
        words.push(kept.unwrap_or_else(|| word.to_owned()));
    }
    // Tags at the end are no words of the title; if there are no others, they are.
    if tagged.iter().any(|tagged| !tagged) {
        while tagged.last() == Some(&true) {
            tagged.pop();
            words.pop();
        }
    }
    let (title, told) = body::markdown(&words.join(" "));
    for what in told {
        losses.tell(&entry.place, None, Manner::Changed, what);
    }
    entry.title = one_line(&markdown::to_text(&title));
    ids
}

/// Adds a topic that is not there yet.
pub(super) fn add_topic(entry: &mut Entry, topic: &str) {
    let topic = one_line(topic);
    if !topic.is_empty() && !entry.topics.contains(&topic) {
        entry.topics.push(topic);
    }
}

/// A box before the words tells whether it is done.
fn done<'t>(text: &'t str, entry: &mut Entry, losses: &mut Losses) -> &'t str {
    let boxes = [
        ("[x]", Status::Happened),
        ("[X]", Status::Happened),
        ("[ ]", Status::Planned),
        ("[]", Status::Planned),
    ];
    for (mark, status) in boxes {
        if let Some(rest) = text.strip_prefix(mark)
            && !rest.starts_with('(')
        {
            entry.status = Some(status);
            let word = if status == Status::Happened {
                "happened"
            } else {
                "planned"
            };
            let what = format!("`{mark}` was taken as `{word}`");
            losses.tell(&entry.place, Some("status"), Manner::Assumed, what);
            return rest;
        }
    }
    text
}

/// The text with the words of links in the place of these.
fn links(text: &str, entry: &mut Entry, losses: &mut Losses) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let begin = rest[..at].rfind('[');
        let end = rest[at..].find(')').map(|end| at + end);
        let (Some(begin), Some(end)) = (begin, end) else {
            out += &rest[..at + 2];
            rest = &rest[at + 2..];
            continue;
        };
        let (before, words, target) = (
            &rest[..begin],
            &rest[begin + 1..at],
            rest[at + 2..end].trim(),
        );
        let image = before.ends_with('!');
        out += before.strip_suffix('!').unwrap_or(before);
        rest = &rest[end + 1..];
        match words.trim() {
            "location" => {
                entry.location = Some(Named {
                    name: one_line(target),
                    id: None,
                });
            }
            "pic" => losses.no_place(&entry.place, "pic", target),
            words if image => {
                let what = format!("took out an image: {}, {}", quoted(target), quoted(words));
                losses.tell(&entry.place, None, Manner::Changed, what);
            }
            words => {
                out += words;
                match web_address(target) {
                    Some(url) => entry.links.push(Link {
                        url,
                        title: (!words.is_empty()).then(|| words.to_owned()),
                        ..Link::default()
                    }),
                    None => losses.no_place(&entry.place, "link", target),
                }
            }
        }
    }
    out + rest
}
