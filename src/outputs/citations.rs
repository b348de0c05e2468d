//! Citations of all sources together, for reference managers. Those of a single page stand in
//! the page.

#![allow(clippy::unnecessary_wraps, reason = "every output has this form")]

use super::{Piece, RenderError, not_json};
use crate::citation::{Reference, bibtex, csl_json, ris};
use crate::views::Site;

pub(super) fn output<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    type Write = fn(&[Reference]) -> Result<Vec<u8>, askama::Error>;
    let forms: [(&str, Write); 3] = [
        ("json", |sources| csl_json(sources).map_err(not_json)),
        ("ris", |sources| Ok(ris(sources).into_bytes())),
        ("bib", |sources| Ok(bibtex(sources).into_bytes())),
    ];
    // Sources are part of what every file rests on.
    let basis = site.bases().of_events([], "citations");
    let pieces = forms.map(|(form, write)| {
        let piece = Piece::new(format!("sources/all.{form}"), move |bytes| {
            bytes.extend(write(&references(site))?);
            Ok(())
        });
        piece.resting_on(basis)
    });
    Ok(pieces.into())
}

fn references(site: &Site<'_>) -> Vec<Reference> {
    let timeline = site.timeline;
    let sources = timeline.sources.iter();
    sources
        .map(|source| Reference::of_source(timeline, source, site.language))
        .collect()
}
