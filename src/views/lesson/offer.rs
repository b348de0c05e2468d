//! The files that a lesson can be taken away in.

use crate::views::site::Site;
use crate::words::Download;

/// A file that a lesson can be taken away in.
pub struct Offer {
    pub(super) file: String,
    pub(super) name: &'static str,
    pub(super) format: &'static str,
    pub(super) purpose: &'static str,
    pub(super) size: String,
    /// Whether it has the answers in it.
    pub(super) key: bool,
}

impl Offer {
    /// A file with this name beside the lesson's page, of so many bytes.
    pub fn new(site: &Site<'_>, what: Download, file: &str, bytes: usize) -> Self {
        let words = &site.words().downloads;
        let [name, purpose] = words.file(what);
        Offer {
            file: file.to_owned(),
            name,
            format: what.format(),
            purpose,
            size: format!("{}\u{a0}{}", bytes.div_ceil(1024), words.kilobytes),
            key: what != Download::Handout,
        }
    }
}
