//! Citations for reference managers: of every event's page, of every source, and of all
//! sources together.

use rayon::prelude::*;

use super::{File, RenderError};
use crate::citation::{Reference, bibtex, csl_json, ris};
use crate::views::{Site, event_reference};

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let sources: Vec<Reference> = site
        .timeline
        .sources
        .iter()
        .map(|source| Reference::of_source(site.timeline, source, site.language))
        .collect();
    let events = site.timeline.events.as_slice().par_iter().map(|event| {
        let reference = event_reference(site, event);
        let path = format!("events/{}/cite", event.id);
        files(&path, std::slice::from_ref(&reference))
    });
    let reports = sources.par_iter().map(|reference| {
        let path = format!("sources/{}/cite", reference.id);
        files(&path, std::slice::from_ref(reference))
    });
    let made: Result<Vec<_>, _> = events.chain(reports).collect();
    let mut made: Vec<File> = made?.into_iter().flatten().collect();
    made.extend(files("sources/all", &sources)?);
    Ok(made)
}

/// The files of these references: CSL-JSON, RIS and BibTeX.
fn files(path: &str, references: &[Reference]) -> Result<[File; 3], RenderError> {
    let json_path = format!("{path}.json");
    match csl_json(references) {
        Ok(json) => Ok([
            File::new(json_path, json),
            File::new(format!("{path}.ris"), ris(references)),
            File::new(format!("{path}.bib"), bibtex(references)),
        ]),
        Err(error) => Err(RenderError {
            path: json_path,
            error: askama::Error::Custom(Box::new(error)),
        }),
    }
}
