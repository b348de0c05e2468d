//! The fourth stage: the site, as files in memory. One output, one file; [`OUTPUTS`]
//! lists them.

mod assets;
mod calendar;
mod citations;
mod csv;
mod events_json;
mod feeds;
mod find_data;
mod ics;
mod lasting_id;
mod lesson;
mod not_found;
mod oembed;
mod one_file;
mod pages;
mod sitemap;
mod tables;

use std::fmt;

pub use one_file::{ONE_FILE, one_file};
use rayon::prelude::*;

use crate::views::Site;

/// A file of the site.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the site's root, with `/` on every machine.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.path, self.bytes.len())
    }
}

impl File {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        File {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

/// What keeps a page from being made: a fault of ours in a template.
#[derive(Debug)]
pub struct RenderError {
    /// The page.
    pub path: String,
    /// What askama says.
    pub error: askama::Error,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: this page could not be made: {}",
            self.path, self.error
        )
    }
}

impl std::error::Error for RenderError {}

/// An output: from the site to files.
pub type Output = fn(&Site<'_>) -> Result<Vec<File>, RenderError>;

/// All outputs.
pub const OUTPUTS: &[Output] = &[
    pages::index,
    pages::events,
    pages::actors,
    pages::topics,
    pages::sources,
    pages::claims,
    pages::known,
    citations::output,
    find_data::output,
    pages::changes,
    pages::lessons,
    pages::embeds,
    oembed::output,
    events_json::output,
    feeds::output,
    calendar::output,
    tables::output,
    sitemap::output,
    not_found::output,
    assets::output,
];

/// A file of JSON.
fn json(path: &str, document: &impl serde::Serialize) -> Result<File, RenderError> {
    match serde_json::to_vec_pretty(document) {
        Ok(mut bytes) => {
            bytes.push(b'\n');
            Ok(File::new(path, bytes))
        }
        Err(error) => Err(RenderError {
            path: path.to_owned(),
            error: askama::Error::Custom(Box::new(error)),
        }),
    }
}

/// Makes every file of the site, in the order of their paths.
pub fn outputs(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let made: Result<Vec<_>, _> = OUTPUTS.par_iter().map(|output| output(site)).collect();
    let mut files: Vec<File> = made?.into_iter().flatten().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
