//! Citations of all sources together, for reference managers. Those of a single page stand in
//! the page.

use super::{File, RenderError};
use crate::citation::{Reference, bibtex, csl_json, ris};
use crate::views::Site;

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let sources: Vec<Reference> = site
        .timeline
        .sources
        .iter()
        .map(|source| Reference::of_source(site.timeline, source, site.language))
        .collect();
    let json_path = "sources/all.json";
    match csl_json(&sources) {
        Ok(json) => Ok(vec![
            File::new(json_path, json),
            File::new("sources/all.ris", ris(&sources)),
            File::new("sources/all.bib", bibtex(&sources)),
        ]),
        Err(error) => Err(RenderError {
            path: json_path.to_owned(),
            error: askama::Error::Custom(Box::new(error)),
        }),
    }
}
