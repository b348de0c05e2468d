//! `lessons/<id>.yaml`: a lesson on some of the events.

use super::activity::Activity;
use super::decode::AtLeastOne;
use super::pin::Pin;
use super::record::record;
use super::standard::Standard;
use super::timeline::WarningCode;
use super::vocabulary::vocabulary;
use super::whole::{Count, Seed};
use super::{EventId, Markdown, Text};

record! {
    /// A lesson on some of the events: one file each, in the folder `lessons`. The file's name without `.yaml` is the lesson's id: `lessons/who-says-so.yaml`.
    pub struct LessonRecord = "lesson" {
        /// What the lesson is called.
        title: Text,
        /// Whom it is for: a grade, or an age.
        whom = "for": Option<Text>,
        /// How long it takes, in minutes.
        minutes: Option<Count>,
        /// The essential question: what the lesson is to answer.
        question: Text,
        /// What pupils read before they begin.
        intro: Option<Markdown>,
        /// The standards that it serves. Codes of the Common Core (`RH.9-10.6`) and of the C3 Framework (`D2.His.11.9-12`) are known as such; any other is a text.
        standards: Vec<Standard>,
        /// The events of the lesson. Its activities use these and no others.
        events: AtLeastOne<EventId>,
        /// The words that pupils need.
        vocabulary: Vec<VocabularyEntry>,
        /// What is done, in order.
        activities: Vec<Activity>,
        /// What pupils read, or talk over, at the end.
        closing: Option<Markdown>,
        /// The style in which the reports are cited on the handout. `mla` if left out.
        citations: CitationStyle,
        /// The number from which all shuffling follows; made from the lesson's id if left out.
        seed: Option<Seed>,
        /// The events as they stood when the lesson was written, a line each. `dateline pin` writes it; `check` warns when an event has changed since.
        pinned: Vec<Pin>,
        /// Warnings about this lesson that are meant, each with the reason.
        accept: Vec<LessonAcceptance>,
    }
}

record! {
    /// A word that pupils need.
    pub struct VocabularyEntry = "word to learn" {
        /// The word.
        term: Text,
        /// What it means, in words that pupils know.
        meaning: Text,
    }
}

vocabulary! {
    /// A style of citation.
    pub enum CitationStyle = "style of citation" {
        /// Of the Modern Language Association, ninth edition.
        Mla = "mla",
        /// Of the American Psychological Association, seventh edition.
        Apa = "apa",
        /// Of the Chicago Manual of Style, seventeenth edition: an entry of the bibliography.
        Chicago = "chicago",
    }
    absent: Mla
}

record! {
    /// A warning about this lesson that is meant, and need not be told again.
    pub struct LessonAcceptance = "acceptance in a lesson" {
        /// The warning's code.
        code: WarningCode,
        /// Why it is meant.
        because: Text,
    }
}
