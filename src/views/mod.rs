//! What the pages show: one struct a template, of the same name.
//!
//! A view takes what it shows from the [`Site`] and holds it ready to print; the
//! template only sets it out.

mod actor;
mod actors;
mod card;
mod change;
mod changes;
mod claim;
mod claims;
mod event;
mod index;
mod news;
mod not_found;
mod page;
mod site;
mod source;
mod sources;
mod topic;
mod topics;
mod visit;

pub use actor::ActorPage;
pub use actors::ActorsPage;
pub use changes::ChangesPage;
pub use claims::ClaimsPage;
pub use event::{EventPage, place_name};
pub use index::IndexPage;
pub use news::{Entry, Feed, News};
pub use not_found::NotFoundPage;
pub use page::absolute;
pub use site::{Site, under};
pub use source::SourcePage;
pub use sources::SourcesPage;
pub use topic::TopicPage;
pub use topics::TopicsPage;
