//! Which key of the front matter holds what.

use crate::diagnostic::did_you_mean;
use crate::import::{Options, Unreadable};

/// What a key can hold: our name, and the plain names by which it is recognised, the
/// better ones first.
#[rustfmt::skip]
const FIELDS: &[(&str, &[&str])] = &[
    ("title", &["title", "headline", "name"]),
    ("when", &["when", "eventdate", "date", "startdate", "datestart", "start"]),
    ("end", &["enddate", "dateend", "end", "until"]),
    ("said_when", &["saidwhen", "displaydate"]),
    ("summary", &["summary", "description", "excerpt", "abstract"]),
    ("kind", &["kind"]),
    ("status", &["status"]),
    ("actors", &["actors", "actor", "people", "persons", "person", "participants", "who"]),
    ("topics", &["topics", "topic", "tags", "tag", "categories", "category", "keywords"]),
    ("where", &["where", "location", "locations", "place", "venue", "city"]),
    ("link", &["link", "links", "sources", "source", "sourceurl", "url", "website", "references", "reference", "canonical", "canonicalurl"]),
    ("draft", &["draft"]),
    ("shown", &["published"]),
];

/// Fields that several keys can fill.
const MANY: &[&str] = &["actors", "topics", "link", "where"];

/// Which keys hold what.
pub(super) struct Fields {
    /// Our names, with the keys that somebody has named for them.
    named: Vec<(&'static str, String)>,
}

/// A name without what tells nothing: `End_Date` is `enddate`.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

impl Fields {
    /// The fields, as the options map them.
    pub(super) fn of(options: &Options) -> Result<Self, Unreadable> {
        let mut named = Vec::new();
        for (ours, theirs) in &options.map {
            let ours = ours.trim();
            let field = FIELDS
                .iter()
                .find(|(name, _)| *name == ours || ours == "location" && *name == "where");
            let Some((field, _)) = field.filter(|(name, _)| !matches!(*name, "draft" | "shown"))
            else {
                let known = FIELDS
                    .iter()
                    .map(|(name, _)| *name)
                    .filter(|name| !matches!(*name, "draft" | "shown"));
                let known: Vec<&str> = known.collect();
                let meant = did_you_mean(ours, known.iter().copied());
                let help = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("there are `{}`", known.join("`, `")),
                };
                return Err(Unreadable::new(format!(
                    "front matter cannot be mapped to `{ours}`; {help}"
                )));
            };
            named.push((*field, theirs.clone()));
        }
        Ok(Fields { named })
    }

    /// The field of each key of a file: of several that would do, the one with the better
    /// name.
    pub(super) fn among(&self, keys: &[&str]) -> Vec<Option<&'static str>> {
        let mut fields = vec![None; keys.len()];
        for (field, theirs) in &self.named {
            for (at, _) in keys
                .iter()
                .enumerate()
                .filter(|(_, key)| **key == theirs.as_str())
            {
                fields[at] = Some(*field);
            }
        }
        for (field, known) in FIELDS {
            if self.named.iter().any(|(named, _)| named == field) {
                continue;
            }
            for name in *known {
                let one = fields.contains(&Some(*field)) && !MANY.contains(field);
                let at = keys.iter().position(|key| plain(key) == *name);
                if let Some(at) = at.filter(|at| !one && fields[*at].is_none()) {
                    fields[at] = Some(*field);
                }
            }
        }
        fields
    }

    /// Whether somebody has said what the summary is.
    pub(super) fn names_summary(&self) -> bool {
        self.named.iter().any(|(field, _)| *field == "summary")
    }
}
