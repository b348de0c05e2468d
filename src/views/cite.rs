//! How to cite a page, or a report.

use super::page::absolute;
use super::site::Site;
use crate::citation::{
    Reference, Rich, Run, apa, bibtex, chicago, csl_json_line, data_link, mla, ris,
};
use crate::markdown::Html;
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
    /// Where it is: beside the page, or all of it in the address.
    pub href: Html,
    /// What it is called where it is saved.
    pub name: String,
    pub format: &'static str,
    /// What it is, where its address does not say so.
    pub media_type: Option<&'static str>,
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
            files: CiteFiles::of_one(reference, words.files),
            words,
        }
    }
}

impl CiteFiles {
    /// All sources of a timeline, in files beside the list of them.
    pub(super) fn of_sources(site: &Site<'_>) -> Self {
        let file = |format, ending, media_type| CiteFile {
            href: Html::trusted(format!("all.{ending}")),
            name: format!("sources.{ending}"),
            format,
            media_type: Some(media_type),
        };
        CiteFiles {
            heading: site.words().cite.all_files,
            files: vec![
                file("BibTeX", "bib", BIBTEX),
                file("RIS", "ris", RIS),
                file("CSL-JSON", "json", CSL_JSON),
            ],
        }
    }

    /// A single reference, in files that need none beside the page.
    fn of_one(reference: &Reference, heading: &'static str) -> Self {
        let file = |format, ending, media_type, text: &str| CiteFile {
            href: Html::trusted(data_link(media_type, text)),
            name: format!("{}.{ending}", reference.id),
            format,
            media_type: None,
        };
        let own = std::slice::from_ref(reference);
        let mut files = vec![
            file("BibTeX", "bib", BIBTEX, &bibtex(own)),
            file("RIS", "ris", RIS, &ris(own)),
        ];
        if let Ok(json) = csl_json_line(reference) {
            files.push(file("CSL-JSON", "json", CSL_JSON, &json));
        }
        CiteFiles { heading, files }
    }
}

const BIBTEX: &str = "application/x-bibtex";
const RIS: &str = "application/x-research-info-systems";
const CSL_JSON: &str = "application/vnd.citationstyles.csl+json";

/// A reference to an event's page.
fn event_reference(site: &Site<'_>, event: &Event) -> Reference {
    let base = site.timeline.about.base_url.as_deref();
    let address = base.map(|base| absolute(base, &format!("events/{}/", event.id)));
    Reference::of_event(site.timeline, event, address, site.language)
}
