//! How to cite a report, or a page of the timeline.
//!
//! A [`Reference`] holds what is known of the thing cited, named with the terms of the
//! Citation Style Language (CSL). From it come entries for a list of references in the
//! styles of the APA (7th edition), the MLA (9th) and Chicago (17th, the bibliography of
//! its notes system), and files for reference managers: CSL-JSON, RIS and BibTeX.
//!
//! # What is cited as what
//!
//! - Reportage is an `article-newspaper` of its outlet; a digest of other reports a
//!   `webpage` of it. An analysis is a `report`, and a primary source a `document`, that
//!   its outlet publishes: that the outlet is their author as well is not known.
//! - An event's page is a `webpage` of the timeline. Its date is that of the last
//!   correction it tells of, the one day on which the page is known to have changed.
//!   Without one it has none ("n.d."): nobody reads the clock, and the day of the last
//!   report is not the page's own.
//! - What has no title is called by its description, which stands in brackets or without
//!   quotation marks, so that nobody takes it for a title; without a description, by what
//!   kind of source it is.
//! - A report that we have not read is cited as it is, and then "as cited in" the report
//!   that told us of it.
//!
//! # Names
//!
//! A byline is what is printed, and says not which of its words is the family name. The
//! last one is taken for it, with particles such as "von der" before it. Whoever looks
//! like no person (a desk, an agency, a single word) is named as printed, and so is
//! everybody in a language that puts the family name first, or in a script without
//! capitals. That a report in English puts a family name first ("Xi Jinping") cannot be
//! known: such a name comes out the wrong way round.
//!
//! # Dates
//!
//! A citation has a day, a month, a season or a year, or a span of these. A date that is
//! vaguer becomes the smallest of them that holds it for certain: "12 to 30 April 2024,
//! one of these days" is cited as April 2024. What none of them holds, such as "on or
//! after 12 April 2024", is cited in words.

mod date;
mod file;
mod headline;
mod name;
mod of;
mod quotes;
mod reference;
mod rich;
mod style;

pub use date::{Issued, Moment, Part};
pub use file::{bibtex, csl_json, csl_json_line, data_link, ris};
pub use name::Name;
pub use reference::{ItemType, Reference, Title};
pub use rich::{Rich, Run};
pub use style::{apa, chicago, mla};
