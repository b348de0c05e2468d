//! CSL-JSON: a list of items, as the CSL schema (version 1.0) has them.

use serde::Serialize;

use crate::citation::date::{Issued, Moment, Part};
use crate::citation::name::Name;
use crate::citation::reference::{ItemType, Reference};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'r> {
    id: &'r str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<NameItem<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateItem<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<DateItem<'r>>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A person's name has a family and a given one, any other a literal.
#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NameItem<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    non_dropping_particle: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<&'r str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct DateItem<'r> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    date_parts: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<&'r str>,
}

/// A file of CSL-JSON that holds these references.
///
/// # Errors
///
/// None that a reference could give reason to.
pub fn csl_json(references: &[Reference]) -> serde_json::Result<Vec<u8>> {
    let items: Vec<_> = references.iter().map(item).collect();
    let mut bytes = serde_json::to_vec_pretty(&items)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The same of a single reference, on one line.
///
/// # Errors
///
/// None that a reference could give reason to.
pub fn csl_json_line(reference: &Reference) -> serde_json::Result<String> {
    serde_json::to_string(&[item(reference)])
}

fn item(reference: &Reference) -> Item<'_> {
    let notes = reference.notes();
    Item {
        id: &reference.id,
        kind: match reference.item_type {
            ItemType::ArticleNewspaper => "article-newspaper",
            ItemType::Report => "report",
            ItemType::Webpage => "webpage",
            ItemType::Document => "document",
        },
        title: reference.title_field(),
        author: reference.author.iter().map(name).collect(),
        container_title: reference.container_title.as_deref(),
        publisher: reference.publisher.as_deref(),
        issued: reference.issued.as_ref().map(date),
        accessed: reference.accessed.as_ref().map(date),
        url: reference.url.as_deref(),
        language: reference.language.as_deref(),
        note: (!notes.is_empty()).then(|| notes.join("\n")),
    }
}

fn name(name: &Name) -> NameItem<'_> {
    match name {
        Name::Literal(name) => NameItem {
            literal: Some(name),
            ..NameItem::default()
        },
        Name::Person {
            family,
            given,
            particle,
            suffix,
        } => NameItem {
            family: Some(family),
            given: Some(given),
            non_dropping_particle: particle.as_deref(),
            suffix: suffix.as_deref(),
            literal: None,
        },
    }
}

fn date(issued: &Issued) -> DateItem<'_> {
    match issued {
        Issued::Worded(words) => DateItem {
            date_parts: Vec::new(),
            season: None,
            circa: false,
            literal: Some(words),
        },
        Issued::Dated {
            from,
            to,
            approximate,
            uncertain,
        } => DateItem {
            date_parts: std::iter::once(*from).chain(*to).map(parts).collect(),
            season: match from.part {
                Part::Season(season) => Some(season),
                _ => None,
            },
            circa: *approximate || *uncertain,
            literal: None,
        },
    }
}

fn parts(moment: Moment) -> Vec<i64> {
    let month = moment.month().map(i64::from);
    let day = moment.day().map(i64::from);
    std::iter::once(moment.year)
        .chain(month)
        .chain(day)
        .collect()
}
