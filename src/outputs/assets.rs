//! The style sheet, the scripts and the icon, which the binary carries.

use super::{File, RenderError};
use crate::views::Site;

/// The parts of the style sheet, one a component; what is for phones and paper comes last,
/// and overrules.
macro_rules! style_sheet {
    ($($part:literal)*) => {
        concat!($(include_str!(concat!("../../templates/assets/css/", $part, ".css")), "\n"),*)
    };
}

/// The parts of a script, each of which rests on those before it.
macro_rules! script {
    ($($part:literal)*) => {
        concat!($(include_str!(concat!("../../templates/assets/js/", $part, ".js")), "\n"),*)
    };
}

const STYLE: &str = style_sheet! {
    "base" "frame" "overview" "standing" "find" "cards" "archive" "event" "chain" "lists" "accounts" "changes"
    "cite" "share" "lesson" "phone" "print"
};

/// What the whole timeline in one file looks like.
pub(super) const ONE_FILE_STYLE: &str = style_sheet! {
    "base" "frame" "overview" "standing" "cards" "event" "chain" "lists" "accounts" "cite" "one-file" "phone" "print"
};

/// What stands in frames on other pages needs little, and is loaded there for itself.
const EMBED_STYLE: &str = style_sheet! { "base" "embed" };

/// What activities look like that are done on the page of a lesson.
const ACTIVITY_STYLE: &str = style_sheet! { "activity" };

/// What is printed of lessons.
pub(super) const SHEET_STYLE: &str = style_sheet! { "base" "chain" "sheet" };

/// Where lessons are made: the site's own look, and the sheet's beside it.
const BUILDER_STYLE: &str = style_sheet! { "base" "frame" "find" "chain" "sheet" "builder" };

/// Lessons are worked out, drawn and written in the browser as they are here.
const BUILDER_SCRIPT: &str = script! {
    "lesson-data" "lesson-shuffle" "lesson-line" "lesson-problems" "lesson-plan" "lesson-markdown"
    "lesson-file" "lesson-pack" "lesson-sheet" "builder-suggest" "builder-fields" "builder"
};

/// Events are found among the cards of a page; in a large timeline they are listed.
const FIND_SCRIPT: &str = script! { "find-cards" "find" };
const FIND_LARGE_SCRIPT: &str = script! { "find-list" "find" };

const ASSETS: &[(&str, &[u8])] = &[
    (
        "assets/activity-order.js",
        include_bytes!("../../templates/assets/js/activity-order.js"),
    ),
    ("assets/activity.css", ACTIVITY_STYLE.as_bytes()),
    (
        "assets/activity.js",
        include_bytes!("../../templates/assets/js/activity.js"),
    ),
    ("assets/builder.css", BUILDER_STYLE.as_bytes()),
    ("assets/dateline.css", STYLE.as_bytes()),
    ("assets/embed.css", EMBED_STYLE.as_bytes()),
    ("assets/builder.js", BUILDER_SCRIPT.as_bytes()),
    (
        "assets/copy.js",
        include_bytes!("../../templates/assets/js/copy.js"),
    ),
    (
        "assets/days.js",
        include_bytes!("../../templates/assets/js/days.js"),
    ),
    ("assets/find-large.js", FIND_LARGE_SCRIPT.as_bytes()),
    ("assets/find.js", FIND_SCRIPT.as_bytes()),
    (
        "assets/icon.svg",
        include_bytes!("../../templates/assets/icon.svg"),
    ),
    ("assets/sheet.css", SHEET_STYLE.as_bytes()),
    (
        "assets/visit.js",
        include_bytes!("../../templates/assets/js/visit.js"),
    ),
];

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output(_: &Site<'_>) -> Result<Vec<File>, RenderError> {
    Ok(ASSETS
        .iter()
        .map(|(path, bytes)| File::new(*path, *bytes))
        .collect())
}
