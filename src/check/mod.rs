//! The third stage: the rules that need more than one record. One rule, one file,
//! named after its complaint; [`CHECKS`] lists them.

mod acceptance;
mod activity_too_small;
mod answer_without_claim;
mod bad_question;
mod bad_standard;
mod denial_untied;
mod duplicate_id;
mod exercise;
mod figures_differ;
mod file_name_date;
mod happened_after_report;
mod history_order;
mod lesson_outdated;
mod missing_file;
mod named_twice;
mod not_in_lesson;
mod not_relayed;
mod off_the_line;
mod one_answer;
mod order_unknown;
mod part_circle;
mod plan_overdue;
mod relay_circle;
mod reported_before;
mod same_day_title;
mod self_relation;
mod single_anonymous;
mod undated_state;
mod unknown_reference;
mod unused;

pub(crate) use file_name_date::prefix as date_for_name;
pub(crate) use lesson_outdated::told as part_told;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report};
use crate::model::{Relations, Timeline};
use crate::words::Language;

/// What the rules look at.
pub struct Subject<'t> {
    /// The timeline.
    pub timeline: &'t Timeline,
    /// The relations between its claims.
    pub relations: &'t Relations<'t>,
    /// Whether a folder without `timeline.yaml` was read.
    pub has_timeline_file: bool,
}

/// A rule: it looks, and complains.
pub type Check = fn(&Subject<'_>, &mut Vec<Diagnostic>);

/// All rules.
pub const CHECKS: &[Check] = &[
    missing_file::check,
    unknown_reference::check,
    duplicate_id::check,
    not_relayed::check,
    relay_circle::check,
    part_circle::check,
    self_relation::check,
    history_order::check,
    file_name_date::check,
    same_day_title::check,
    reported_before::check,
    happened_after_report::check,
    plan_overdue::check,
    undated_state::check,
    figures_differ::check,
    denial_untied::check,
    single_anonymous::check,
    unused::check,
    named_twice::check,
    not_in_lesson::check,
    activity_too_small::check,
    one_answer::check,
    off_the_line::check,
    bad_question::check,
    answer_without_claim::check,
    order_unknown::check,
    bad_standard::check,
    lesson_outdated::check,
];

/// Runs all rules, and takes out the warnings that the files accept.
///
/// `decoded` is what the stage before has found; its warnings can be accepted too.
pub fn check(timeline: &Timeline, decoded: Report) -> Report {
    let relations = Relations::of(timeline);
    let subject = Subject {
        timeline,
        relations: &relations,
        has_timeline_file: timeline.about_file.is_some()
            || timeline.broken.files.contains("timeline"),
    };
    let found: Vec<Vec<Diagnostic>> = CHECKS
        .par_iter()
        .map(|check| {
            let mut found = Vec::new();
            check(&subject, &mut found);
            found
        })
        .collect();
    let all = decoded
        .into_iter()
        .chain(found.into_iter().flatten())
        .collect();
    acceptance::accept(timeline, all)
}

/// The words for dates in messages: these speak English.
fn english() -> &'static dyn Language {
    crate::words::ENGLISH
}

/// Names in a circle: "a → b → a". Of a long one the middle is left out.
fn circle<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = names.collect();
    names.extend(names.first().copied());
    if names.len() > 12 {
        names.splice(6..names.len() - 6, ["…"]);
    }
    names.join(" → ")
}
