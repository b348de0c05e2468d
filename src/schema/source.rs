//! `sources.yaml`: the reports that everything rests on.

use super::record::record;
use super::vocabulary::vocabulary;
use super::{Date, LanguageTag, SourceId, Text, Url};

record! {
    /// A report, a statement or a document that claims rest on.
    pub struct SourceRecord = "source" {
        /// The id by which claims refer to the source.
        id: SourceId,
        /// The newspaper, agency, site or office that published it.
        outlet: Option<Text>,
        /// Its title, as printed.
        title: Option<Text>,
        /// What to call it where it has no title or outlet, in our own words.
        description: Option<Text>,
        /// The authors, as printed.
        byline: Vec<Text>,
        /// When it was published.
        published: Option<Date>,
        /// How its date is known, where it does not stand on it.
        published_note: Option<Text>,
        /// Its address.
        url: Option<Url>,
        /// The address of an archived copy.
        archive_url: Option<Url>,
        /// When it was read at that address.
        retrieved: Option<Date>,
        /// The language in which we have read it.
        language: Option<LanguageTag>,
        /// What kind of source it is.
        source_type = "type": SourceType,
        /// The source that told us of this one, where we have not read it ourselves.
        via: Option<SourceId>,
        /// The sources that it passes on. A report is not independent of what it relays.
        relays: Vec<SourceId>,
        /// Something a reader should know of the source.
        note: Option<Text>,
    }
}

vocabulary! {
    /// What kind of source it is.
    pub enum SourceType = "type of source" {
        /// A report of somebody who asked and looked.
        Reportage = "reportage",
        /// Findings made from data or from other reports.
        Analysis = "analysis",
        /// A digest of other reports. Where it does not say of which, it is no origin of its own.
        Aggregation = "aggregation",
        /// The speaker's own words or record: a statement, a readout, a data set.
        Primary = "primary",
    }
}
