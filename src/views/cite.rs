//! How to cite a page, or a report.

use super::page::absolute;
use super::site::Site;
use crate::citation::{Reference, Rich, Run, apa, chicago, mla};
use crate::model::{Event, Source};
use crate::words::Cite;

/// How to cite a page, or a report: an entry in each style, and files.
pub(super) struct CiteView {
    pub heading: &'static str,
    /// Something to mind.
    pub hint: Option<&'static str>,
    pub styles: Vec<Entry>,
    pub files: CiteFiles,
    pub words: &'static Cite,
}

/// Files for reference managers.
pub(super) struct CiteFiles {
    pub heading: &'static str,
    pub files: Vec<CiteFile>,
}

/// An entry of a list of references.
pub(super) struct Entry {
    pub style: &'static str,
    pub entry: Rich,
}

impl Entry {
    pub(super) fn runs(&self) -> &[Run] {
        self.entry.runs()
    }
}

/// A file for reference managers.
pub(super) struct CiteFile {
    pub href: String,
    /// What it is called where it is saved.
    pub name: String,
    pub format: &'static str,
    pub media_type: &'static str,
}

impl CiteView {
    /// How to cite the page of an event.
    pub(super) fn of_event(site: &Site<'_>, event: &Event) -> Self {
        let reference = event_reference(site, event);
        let words = &site.words().cite;
        let hint = reference
            .issued
            .is_none()
            .then_some(words.add_day_of_reading);
        Self::of(&reference, words.cite_this_page, hint, site)
    }

    /// How to cite a source.
    pub(super) fn of_source(site: &Site<'_>, source: &Source) -> Self {
        let reference = Reference::of_source(site.timeline, source, site.language);
        let words = &site.words().cite;
        let hint = reference.via.as_ref().map(|_| words.not_read);
        Self::of(&reference, words.cite_this_report, hint, site)
    }

    fn of(
        reference: &Reference,
        heading: &'static str,
        hint: Option<&'static str>,
        site: &Site<'_>,
    ) -> Self {
        let words = &site.words().cite;
        let entry = |style, entry| Entry { style, entry };
        CiteView {
            heading,
            hint,
            styles: vec![
                entry(words.apa, apa(reference)),
                entry(words.mla, mla(reference)),
                entry(words.chicago, chicago(reference)),
            ],
            files: CiteFiles::of("cite", &reference.id, words.files),
            words,
        }
    }
}

impl CiteFiles {
    /// All sources of a timeline, beside the list of them.
    pub(super) fn of_sources(site: &Site<'_>) -> Self {
        Self::of("all", "sources", site.words().cite.all_files)
    }

    fn of(path: &str, name: &str, heading: &'static str) -> Self {
        let file = |(format, ending, media_type): &(&'static str, _, &'static str)| CiteFile {
            href: format!("{path}.{ending}"),
            name: format!("{name}.{ending}"),
            format,
            media_type,
        };
        CiteFiles {
            heading,
            files: FORMATS.iter().map(file).collect(),
        }
    }
}

/// The formats of files, with the ends of their names and their media types.
const FORMATS: [(&str, &str, &str); 3] = [
    ("BibTeX", "bib", "application/x-bibtex"),
    ("RIS", "ris", "application/x-research-info-systems"),
    (
        "CSL-JSON",
        "json",
        "application/vnd.citationstyles.csl+json",
    ),
];

/// A reference to an event's page.
pub fn event_reference(site: &Site<'_>, event: &Event) -> Reference {
    let base = site.timeline.about.base_url.as_deref();
    let address = base.map(|base| absolute(base, &format!("events/{}/", event.id)));
    Reference::of_event(site.timeline, event, address, site.language)
}
