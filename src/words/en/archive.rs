//! Words of the pages on which the events of a large timeline stand, in English.

use crate::words::Archive;

pub(super) const ARCHIVE: Archive = Archive {
    all: "All events",
    all_after_name: "all events",
    all_by_year: "All events by year",
    counted: "With how many events each has.",
    months: "Months",
    to_come: "To come",
    latest: "Latest",
    more_said_of_them: "Of the latest events only; the page of each event tells what is said of it.",
    claims_of_actor: "Below an event stands what this actor says.",
    claims_of_report: "Below an event stand the claims that this report carries.",
    way: "The way to this page",
};
