//! What is said on the pages of long lists, in English.

use crate::words::Lists;

pub(super) const LISTS: Lists = Lists {
    pages: "Pages",
    continued: "continued",
    among_them: "among them",
    latest: "The latest",
    most_events: "Those with the most events",
    by_year: "By year of publication",
    months: "Months",
    later: "Later",
    earlier: "Earlier",
    calendar: "What is still to come, and the latest events before it. The timeline has all of them.",
};
