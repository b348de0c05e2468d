//! The words around the events: headings, labels, counts. A language gives all of them.

use crate::edtf::{Day, Edtf};
use crate::schema::{
    ActorKind, Comparator, CorrectionKind, Figure, Hedge, Kind, RelationKind, Role, SourceType,
    Status,
};

/// Words that are the same wherever they stand.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Interface {
    pub skip_to_content: &'static str,
    pub main_navigation: &'static str,
    pub timeline: &'static str,
    pub accounts: &'static str,
    pub actors: &'static str,
    pub topics: &'static str,
    pub sources: &'static str,
    pub generated: &'static str,
    pub years: &'static str,
    pub date_not_given: &'static str,
    pub last_report: &'static str,
    pub not_before: &'static str,
    pub no_report: &'static str,
    pub accounts_differ: &'static str,
    pub when: &'static str,
    pub as_the_report_says: &'static str,
    pub place: &'static str,
    pub status: &'static str,
    pub who: &'static str,
    pub about: &'static str,
    pub claims: &'static str,
    pub claims_lead: &'static str,
    pub said: &'static str,
    pub day_not_given: &'static str,
    pub figure: &'static str,
    pub reported_by: &'static str,
    pub which_had_it_from: &'static str,
    pub or_from: &'static str,
    pub origin_not_stated: &'static str,
    pub in_its_own_voice: &'static str,
    pub link_to_claim: &'static str,
    pub stands_to_others: &'static str,
    pub note: &'static str,
    pub history: &'static str,
    pub history_lead: &'static str,
    pub as_of: &'static str,
    pub date_then: &'static str,
    pub reported_in: &'static str,
    pub now: &'static str,
    pub left_open: &'static str,
    pub corrections: &'static str,
    pub reports: &'static str,
    pub published: &'static str,
    pub by: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub events: &'static str,
    pub part_of: &'static str,
    pub parts: &'static str,
    pub roles: &'static str,
    pub also_called: &'static str,
    pub country: &'static str,
    pub their_claims: &'static str,
    pub outlet: &'static str,
    pub outlet_not_named: &'static str,
    pub address: &'static str,
    pub archived: &'static str,
    pub retrieved: &'static str,
    pub known_through: &'static str,
    pub known_through_others: &'static str,
    pub relays: &'static str,
    pub relayed_by: &'static str,
    pub carried_claims: &'static str,
    pub claims_page_lead: &'static str,
    pub denied: &'static str,
    pub denied_lead: &'static str,
    pub disputed: &'static str,
    pub disputed_lead: &'static str,
    pub figures: &'static str,
    pub figures_lead: &'static str,
    pub wordings: &'static str,
    pub wordings_lead: &'static str,
    pub value: &'static str,
    pub period: &'static str,
    pub speaker: &'static str,
    pub none_yet: &'static str,
    pub page_not_found: &'static str,
    pub page_not_found_lead: &'static str,
    pub changes: Changes,
    pub follow: Follow,
}

/// What changed from day to day. The words for the sorts of change begin in lower case.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Changes {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub days: &'static str,
    pub earlier: &'static str,
    pub latest: &'static str,
    pub reports_of_the_day: &'static str,
    pub first_told: &'static str,
    pub more_told: &'static str,
    pub added: &'static str,
    pub moved: &'static str,
    pub contradicted: &'static str,
    pub confirmed: &'static str,
    pub corrected: &'static str,
    pub was: &'static str,
    pub now: &'static str,
    pub told_in: &'static str,
    pub other_figures: &'static str,
    pub second_origin: &'static str,
    pub new: &'static str,
    pub since_last_visit: &'static str,
    pub more_than: &'static str,
    pub mark_new: &'static str,
    pub mark_new_note: &'static str,
}

/// Feeds, the calendar and tables: what a reader can take along.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Follow {
    pub follow: &'static str,
    pub data: &'static str,
    pub calendar: &'static str,
    pub table_of_events: &'static str,
    pub table_of_claims: &'static str,
    pub add_to_calendar: &'static str,
    pub date_not_certain: &'static str,
}

/// Things that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Events.
    Events,
    /// Claims.
    Claims,
    /// Reports.
    Reports,
    /// Origins that do not depend on one another.
    Origins,
    /// Actors.
    Actors,
    /// Sources.
    Sources,
    /// Things that changed.
    Changes,
}

/// The words of the format's vocabularies, and what is put together from numbers.
pub trait Words: Sync {
    /// Words that are the same wherever they stand.
    fn interface(&self) -> &'static Interface;
    /// A number of things: "3 reports".
    fn count(&self, number: usize, what: Counted) -> String;
    /// A kind of event.
    fn kind(&self, kind: Kind) -> &'static str;
    /// A status.
    fn status(&self, status: Status) -> &'static str;
    /// A role.
    fn role(&self, role: Role) -> &'static str;
    /// A relation, seen from the claim that has it: "denies".
    fn relation(&self, kind: RelationKind) -> &'static str;
    /// A relation, seen from the claim that it points to: "denied by".
    fn relation_from(&self, kind: RelationKind) -> &'static str;
    /// A kind of actor.
    fn actor_kind(&self, kind: ActorKind) -> &'static str;
    /// Actors of a kind, as a heading.
    fn actor_kinds(&self, kind: ActorKind) -> &'static str;
    /// The time for which an office was held, where any of it is known.
    fn term(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> Option<String>;
    /// A type of source.
    fn source_type(&self, source_type: SourceType) -> &'static str;
    /// What sort of change a correction is.
    fn correction(&self, kind: CorrectionKind) -> &'static str;
    /// How firmly a claim is put; nothing for a plain fact.
    fn hedge(&self, hedge: Hedge) -> Option<&'static str>;
    /// How a figure's value is put, before the value; nothing for "exactly".
    fn comparator(&self, comparator: Comparator) -> &'static str;
    /// A figure's value with its comparator and unit: "about 90%".
    fn figure(&self, figure: &Figure) -> String;
    /// A year as a heading.
    fn year(&self, year: i64) -> String;
    /// "In 2023", as a heading.
    fn in_year(&self, year: i64) -> String;
    /// A month of a year as a heading; the month from 1 to 12.
    fn month(&self, year: i64, month: u8) -> String;
    /// The day of the week, where the calendar reaches.
    fn weekday(&self, day: Day) -> Option<&'static str>;
    /// A name that is made from an id: "Satellite imagery".
    fn name_of(&self, id: &str) -> String;
    /// Words as they stand at the beginning of a sentence.
    fn sentence(&self, words: &str) -> String;
    /// Names as a list in a sentence: "a, b and c".
    fn list(&self, names: &[&str]) -> String;
}
