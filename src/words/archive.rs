//! Words of the pages on which the events of a large timeline stand.

/// Words of the pages on which the events of a large timeline stand.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Archive {
    pub all: &'static str,
    /// The same after a name and a colon.
    pub all_after_name: &'static str,
    pub all_by_year: &'static str,
    /// What the numbers beside the years are.
    pub counted: &'static str,
    pub months: &'static str,
    pub to_come: &'static str,
    pub latest: &'static str,
    /// Over what others say of an actor, where that is not all.
    pub more_said_of_them: &'static str,
    /// What stands below an event on a page of an actor's events.
    pub claims_of_actor: &'static str,
    /// The same on one of a report's.
    pub claims_of_report: &'static str,
    /// What the way to a page is, for those who hear it.
    pub way: &'static str,
}
