//! What citations are made of.

/// What citations are made of: the words of the styles, and how they set dates and
/// quotations.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Cite {
    pub cite_this_page: &'static str,
    pub cite_this_report: &'static str,
    pub apa: &'static str,
    pub mla: &'static str,
    pub chicago: &'static str,
    pub files: &'static str,
    pub all_files: &'static str,
    /// Said where a citation has no date and no day on which it was read.
    pub add_day_of_reading: &'static str,
    /// Said where we have not read the report.
    pub not_read: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub no_date: &'static str,
    pub circa: &'static str,
    pub circa_short: &'static str,
    pub accessed: &'static str,
    pub retrieved: &'static str,
    pub retrieved_from: &'static str,
    pub and: &'static str,
    pub et_al: &'static str,
    pub as_cited_in: &'static str,
    pub archived_copy: &'static str,
    /// The months as they stand beside a day, January first.
    pub months: [&'static str; 12],
    /// The months cut short, for the style that cuts them.
    pub months_short: [&'static str; 12],
    /// Spring, summer, autumn, winter.
    pub seasons: [&'static str; 4],
    /// Whether the day stands before the month in every style.
    pub day_first: bool,
    /// The quotation marks: the outer pair, then the inner one.
    pub quotation_marks: [&'static str; 4],
    /// Whether a full stop or a comma stands inside the quotation marks it follows.
    pub stop_in_quotation: bool,
}
