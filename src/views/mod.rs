//! What the pages show: one struct a template, of the same name.
//!
//! A view takes what it shows from the [`Site`] and holds it ready to print; the
//! template only sets it out.

mod accounts;
mod actor;
mod actors;
mod archive;
mod card;
mod change;
mod change_pages;
mod changes;
mod cite;
mod claim;
mod claims;
mod embed;
mod event;
mod facet;
mod find;
mod further;
mod in_words;
mod index;
mod indexes;
mod known;
mod ledger;
mod lesson;
mod linked_data;
mod listing;
mod look;
mod news;
mod not_found;
mod one_file;
mod overview;
mod page;
mod pair;
mod recent;
mod share;
mod site;
mod source;
mod sources;
mod spans;
mod standing;
mod topic;
mod topics;
mod turning;
mod visit;
mod year;
mod years;

pub use accounts::{Accounts, AccountsLeaf, AccountsPage};
pub use actor::ActorPage;
pub use actors::ActorsPage;
pub use archive::{Archive, Leaf, Time, Whole};
pub use change_pages::ChangePages;
pub use changes::ChangesPage;
pub(crate) use claim::{ChainView, ClaimView};
pub use claims::ClaimsPage;
pub use embed::{EmbedEventPage, EmbedIndexPage};
pub use event::{EventPage, place_name};
pub use facet::{Choice, Facet};
pub use find::{FacetView, FindView};
pub use further::{Further, FurtherLeaf, FurtherPage};
pub use in_words::InWords;
pub use index::IndexPage;
pub use indexes::under;
pub use known::{
    KnownDaysPage, KnownPage, as_known_on, day_path, days_with_pages, report_day_name, shown_on,
};
pub use ledger::{Ledger, LedgerPage};
pub use lesson::{
    BuilderPage, LessonPage, LessonsPage, Matter, Offer, PartOfMatter, SheetFile, SheetPage,
    lesson_path,
};
pub(crate) use lesson::{
    CompareView, Lettered, LineView, MarkView, PairView, QuestionView, SequenceView,
    SignificanceView, SortView, SourcingView, TaskView, WhoSaidItView,
};
pub use look::Look;
pub use news::{Entry, Feed, News};
pub use not_found::NotFoundPage;
pub use one_file::OneFilePage;
pub use overview::marked;
pub use page::absolute;
pub use share::Frame;
pub use site::{Site, WHOLE};
pub use source::SourcePage;
pub use sources::SourcesPage;
pub use spans::Span;
pub use topic::TopicPage;
pub use topics::TopicsPage;
pub use year::YearPage;
pub use years::YearsPage;

/// A text as it stands in HTML.
pub(crate) fn escape(text: &str) -> String {
    askama::filters::escape(text, askama::filters::Html)
        .map(|safe| safe.to_string())
        .unwrap_or_default()
}
