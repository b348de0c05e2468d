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
    /// Over the latest claims, where there are more.
    pub more_said_of_them: &'static str,
    /// What the way to a page is, for those who hear it.
    pub way: &'static str,
}
