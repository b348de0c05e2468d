//! What is said on the pages of lists that are too long for one page.

/// What is said on the pages of lists that are too long for one page.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Lists {
    /// The links to all pages of a list.
    pub pages: &'static str,
    /// A day of which the page before has the first part.
    pub continued: &'static str,
    /// Before some of many that are counted.
    pub among_them: &'static str,
    pub latest: &'static str,
    /// Some of many, by how many events they have.
    pub most_events: &'static str,
    pub by_year: &'static str,
    pub months: &'static str,
    pub later: &'static str,
    pub earlier: &'static str,
    /// What a calendar holds of many events.
    pub calendar: &'static str,
}
