//! What is known of a thing that is cited.

use super::date::Issued;
use super::name::Name;
use crate::words::Language;

/// What is known of a thing that is cited, in the terms of CSL.
#[derive(Clone)]
pub struct Reference {
    /// Its key: the id of the source or of the event.
    pub id: String,
    /// What kind of thing it is.
    pub item_type: ItemType,
    /// What it is called.
    pub title: Title,
    /// Who wrote it, as far as that is printed.
    pub author: Vec<Name>,
    /// What it appeared in.
    pub container_title: Option<String>,
    /// Who published it, where that is not what it appeared in.
    pub publisher: Option<String>,
    /// When it appeared.
    pub issued: Option<Issued>,
    /// When it was read at its address.
    pub accessed: Option<Issued>,
    /// Its address.
    pub url: Option<String>,
    /// The address of an archived copy, beside its own.
    pub archive_url: Option<String>,
    /// Its language, where it is told.
    pub language: Option<String>,
    /// The report that told of it, where it has not been read itself.
    pub via: Option<Box<Reference>>,
    /// The language of the citation.
    pub words: &'static dyn Language,
}

/// What a thing is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// The title that it bears.
    Printed(String),
    /// It bears none; in our words, what it is.
    Described(String),
}

/// A kind of thing that is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemType {
    /// An article in a newspaper, or from an agency.
    ArticleNewspaper,
    /// A report with findings.
    Report,
    /// A page of a site.
    Webpage,
    /// Any other document.
    Document,
}

impl Reference {
    /// Whether its words are English, and can be set in capitals as English titles are.
    /// Where nothing is said of its language it is taken to be that of the citation.
    pub(super) fn is_english(&self) -> bool {
        let language = self
            .language
            .as_deref()
            .unwrap_or_else(|| self.words.code());
        language == "en" || language.starts_with("en-")
    }

    /// Its title for a file: what we call it ourselves stands in brackets.
    pub(super) fn title_field(&self) -> String {
        match &self.title {
            Title::Printed(title) => title.clone(),
            Title::Described(description) => format!("[{description}]"),
        }
    }

    /// What a file notes besides: what else is known of its date, where a copy is, and
    /// through whom it is known.
    pub(super) fn notes(&self) -> Vec<String> {
        let words = &self.words.interface().cite;
        let mut notes = Vec::new();
        if let Some(via) = &self.via {
            notes.push(format!("{} {}", words.as_cited_in, via.short_name()));
        }
        if let Some(address) = &self.archive_url {
            notes.push(format!("{}: {address}", words.archived_copy));
        }
        notes
    }

    /// Its outlet and its title.
    fn short_name(&self) -> String {
        let outlet = self.container_title.as_ref().or(self.publisher.as_ref());
        match outlet {
            Some(outlet) => format!("{outlet}: {}", self.title_field()),
            None => self.title_field(),
        }
    }
}
