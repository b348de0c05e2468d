//! `404.html`, which a host shows at any address: only with a `base_url`, since its
//! links must begin at the site's own path.

use super::{File, RenderError, pages};
use crate::views::{NotFoundPage, Site};

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let Some(base) = &site.timeline.about.base_url else {
        return Ok(Vec::new());
    };
    let path = base
        .split_once("://")
        .and_then(|(_, rest)| rest.find('/').map(|slash| &rest[slash..]))
        .unwrap_or("");
    Ok(vec![not_found_at(site, path)?])
}

/// `404.html` of a site that stands at this path of its host.
pub fn not_found_at(site: &Site<'_>, path: &str) -> Result<File, RenderError> {
    pages::page("404.html".to_owned(), &NotFoundPage::new(site, path))
}
