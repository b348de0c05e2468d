//! `data/lesson.js`: what the lesson builder makes lessons of.

use super::{File, RenderError, script};
use crate::views::{Matter, Site};

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    if site.makes_lessons() {
        Ok(vec![script("lesson", &Matter::of(site))?])
    } else {
        Ok(Vec::new())
    }
}
