//! The words around the events: headings, labels, counts. A language gives all of them.

use chrono::{Datelike, NaiveDate};

use super::archive::Archive;
use super::builder::Builder;
use super::cite::Cite;
use super::downloads::Downloads;
use super::lessons::Lessons;
use super::lists::Lists;
use super::practice::Practice;
use crate::edtf::{Day, Edtf};
use crate::schema::{
    ActorKind, Comparator, CorrectionKind, Family, Figure, Hedge, Kind, RelationKind, Role,
    SourceType, Status,
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
    pub one_of_these: &'static str,
    pub origin: &'static str,
    pub origin_not_stated: &'static str,
    pub in_its_own_voice: &'static str,
    pub link_to_claim: &'static str,
    pub what_is_said: &'static str,
    pub who_says_so: &'static str,
    pub how_it_reached_us: &'static str,
    pub also_told_otherwise: &'static str,
    pub differ_here: &'static str,
    pub differ_here_lead: &'static str,
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
    pub said_of_them: &'static str,
    pub said_of_them_lead: &'static str,
    pub as_who: &'static str,
    pub told_first: &'static str,
    pub told_first_lead: &'static str,
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
    pub put_as: &'static str,
    pub without_qualifier: &'static str,
    pub value: &'static str,
    pub period: &'static str,
    pub speaker: &'static str,
    pub none_yet: &'static str,
    pub page_not_found: &'static str,
    pub page_not_found_lead: &'static str,
    pub wikidata: &'static str,
    pub quote_open: &'static str,
    pub quote_close: &'static str,
    pub quote_open_inside: &'static str,
    pub quote_close_inside: &'static str,
    pub cite: Cite,
    /// Words of lessons.
    pub lessons: Lessons,
    /// Words of the page on which lessons are made.
    pub builder: Builder,
    pub downloads: Downloads,
    /// Words of long lists.
    pub lists: Lists,
    /// Words of activities that are done on a page.
    pub practice: Practice,
    pub archive: Archive,
    pub overview: Overview,
    pub standing: Standing,
    pub then: Then,
    pub find: Find,
    pub changes: Changes,
    pub follow: Follow,
    pub share: Share,
}

/// What stands on the timeline's drawing.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Overview {
    pub label: &'static str,
    pub others: &'static str,
    pub alone: &'static str,
    pub planned: &'static str,
    /// A link past the marks, for those who go by keyboard.
    pub skip: &'static str,
    pub vague: &'static str,
    /// The mark of a date that is marked as uncertain or approximate.
    pub doubted: &'static str,
    pub note: &'static str,
    pub undrawn: &'static str,
}

/// How the story stands.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Standing {
    pub known: &'static str,
    pub known_lead: &'static str,
    pub known_none: &'static str,
    pub all_known: &'static str,
    pub disputed: &'static str,
    pub disputed_none: &'static str,
    pub all_disputed: &'static str,
    pub figures_differ: &'static str,
    pub next: &'static str,
    pub next_none: &'static str,
    pub later: &'static str,
}

/// What was known on a day.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Then {
    pub label: &'static str,
    pub lead: &'static str,
    pub days: &'static str,
    pub back_to_now: &'static str,
    /// Of the page of a day that has some of the events only: which.
    pub some: &'static str,
    pub claims: &'static str,
    pub built: &'static str,
}

/// Words of the controls by which a reader finds events. What stands in braces is filled in.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Find {
    /// What the controls are as a whole.
    pub label: &'static str,
    /// What opens them on a phone.
    pub open: &'static str,
    pub search: &'static str,
    pub kind: &'static str,
    /// What finds something in a long list of choices.
    pub narrow: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    /// What it means that an event is within a span.
    pub span_hint: &'static str,
    /// `{total}`: how many events there are, at least 2.
    pub all: &'static str,
    /// `{shown}` of `{total}` events.
    pub shown: &'static str,
    /// Over the events that are found, where they stand in a list of their own.
    pub found: &'static str,
    /// That the first `{shown}` of `{total}` events are listed.
    pub part: &'static str,
    /// `{number}`: how many more will be listed.
    pub more: &'static str,
    /// What to do where nothing is found.
    pub none: &'static str,
    pub clear: &'static str,
    /// `{filter}`: what is no longer to be chosen.
    pub remove: &'static str,
    /// `{words}`: what is searched for.
    pub quoted: &'static str,
    pub failed: &'static str,
    pub known_now: &'static str,
    pub now: &'static str,
    /// The link to the pages as of a day.
    pub known_page: &'static str,
    /// The locale (BCP 47) whose dates read as ours do: the script words those that readers choose.
    pub locale: &'static str,
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
    /// Another status.
    pub turned: &'static str,
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
    /// Something was added to days that were seen.
    pub late_since_last_visit: &'static str,
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

/// Words for taking the timeline along.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Share {
    pub embed: &'static str,
    pub embed_lead: &'static str,
    pub code_to_paste: &'static str,
    pub open_timeline: &'static str,
    pub open_event: &'static str,
    pub not_shown: &'static str,
    pub from_timeline: &'static str,
    pub one_file: &'static str,
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
    /// Minutes.
    Minutes,
    /// Figures.
    Figures,
}

/// The words of the format's vocabularies, and what is put together from numbers.
pub trait Words: Sync {
    /// Words that are the same wherever they stand.
    fn interface(&self) -> &'static Interface;
    /// A number of things: "3 reports".
    fn count(&self, number: usize, what: Counted) -> String;
    /// A number alone.
    fn number(&self, number: usize) -> String;
    /// How many more there are than are named before: "and 4 more".
    fn and_more(&self, number: usize) -> String;
    /// That the latest of several are shown, the newest first.
    fn latest_of(&self, shown: usize, all: usize, what: Counted) -> String;
    /// That the next of several are shown, the soonest first.
    fn next_of(&self, shown: usize, all: usize, what: Counted) -> String;
    /// Years from one to another, as a heading.
    fn years(&self, first: i64, last: i64) -> String {
        let (from, to) = (self.year(first), self.year(last));
        match (first, last) {
            (1000..=9999, 1000..=9999) => format!("{from}–{to}"),
            _ => format!("{from} – {to}"),
        }
    }
    /// A kind of event.
    fn kind(&self, kind: Kind) -> &'static str;
    /// A status.
    fn status(&self, status: Status) -> &'static str;
    /// A role.
    fn role(&self, role: Role) -> &'static str;
    /// A relation, seen from the claim that has it: "denies".
    fn relation(&self, kind: RelationKind) -> &'static str;
    /// The same where the other claim follows, its speaker first: "denies the White House:
    /// …". Where a name would have to be declined, or could be taken for the one who
    /// denies, it is another.
    fn relation_to(&self, kind: RelationKind) -> &'static str {
        self.relation(kind)
    }
    /// A relation, seen from the claim that it points to, where the other claim follows,
    /// its speaker first: "denied by".
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
    /// In what figures of one measure differ: the values without how they are put, the
    /// ways in which they are put, the times that they are about; each once.
    fn difference(&self, values: &[String], put: &[Comparator], periods: &[String]) -> String;
    /// A link to all of a list of which some stand here: "All 412".
    fn all_of(&self, total: usize) -> String;
    /// Which of several pages it is: "page 2 of 7".
    fn page_of(&self, number: usize, total: usize) -> String;
    /// How many of a list are left out: "34 more".
    fn more(&self, number: usize) -> String;
    /// A year as a heading.
    fn year(&self, year: i64) -> String;
    /// "In 2023", as a heading.
    fn in_year(&self, year: i64) -> String;
    /// A month of a year as a heading; the month from 1 to 12.
    fn month(&self, year: i64, month: u8) -> String;
    /// The days of the week, from Monday on.
    fn weekdays(&self) -> [&'static str; 7];
    /// A family of kinds of event.
    fn family(&self, family: Family) -> &'static str;
    /// Several events of an actor, or of a group of them, at a time.
    fn events_of(&self, number: usize, whose: &str, when: &str) -> String;
    /// That something is as it was known on a day; unless that is `sure`, as it was known on
    /// this day at the earliest.
    fn as_known_on(&self, day: Day, sure: bool) -> String;
    /// Names as a list in a sentence: "a, b and c".
    fn list(&self, names: &[&str]) -> String;

    /// The day of the week, where the calendar reaches.
    fn weekday(&self, day: Day) -> Option<&'static str> {
        let year = i32::try_from(day.year()).ok()?;
        let date = NaiveDate::from_ymd_opt(year, day.month().into(), day.day().into())?;
        let number = date.weekday().num_days_from_monday();
        self.weekdays().get(usize::try_from(number).ok()?).copied()
    }
    /// A name that is made from an id: "Satellite imagery".
    fn name_of(&self, id: &str) -> String {
        self.sentence(&id.replace('-', " "))
    }
    /// Words as they stand at the beginning of a sentence.
    fn sentence(&self, words: &str) -> String {
        let mut letters = words.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }
    /// What a name is put in alphabetical order by.
    fn sort_key(&self, name: &str) -> String {
        name.to_lowercase()
    }
    /// A quotation as it stands inside quotation marks: its own marks are the inner ones.
    fn inside_quotes(&self, quotation: &str) -> String {
        let words = self.interface();
        quotation
            .replace(words.quote_open, words.quote_open_inside)
            .replace(words.quote_close, words.quote_close_inside)
    }
}
