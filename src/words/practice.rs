//! What is said where activities are done on a lesson's page.

/// What is said where activities are done on a lesson's page. Some have gaps, such as
/// `{total}`, that the script fills with a number or a title.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Practice {
    /// What a reader is to know of all of them.
    pub note: &'static str,
    pub check: &'static str,
    pub show_answers: &'static str,
    pub hide_answers: &'static str,
    pub answers_shown: &'static str,
    pub start_again: &'static str,
    pub started_again: &'static str,
    pub right: &'static str,
    pub not_yet: &'static str,
    pub not_answered: &'static str,
    /// Said instead of a result.
    pub nothing_answered: &'static str,
    /// With `{tries}`, `{right}` and `{total}`.
    pub result: &'static str,
    /// Follows the result: with `{open}`.
    pub left: &'static str,
    /// With `{tries}` and `{total}`.
    pub all_right: &'static str,
    /// What leads to the first part that is not right.
    pub to_first: &'static str,
    pub answer: &'static str,
    pub choose_speaker: &'static str,
    pub several: &'static str,
    /// What leads to the sheet that has the other questions.
    pub own_words: &'static str,
    pub how_to_order: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    /// With `{card}`, `{place}` and `{total}`.
    pub place: &'static str,
    pub too_early: &'static str,
    /// With `{tries}`, `{wrong}` and `{total}`.
    pub not_in_order: &'static str,
    /// With `{tries}`.
    pub in_order: &'static str,
    pub other_orders: &'static str,
    pub order: &'static str,
}
