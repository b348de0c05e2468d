//! Dates as they are given on the command line: as in the files.

use crate::edtf::{self, Day, Edtf};

fn a_date(text: &str) -> Result<Edtf, String> {
    text.parse().map_err(|error: edtf::Error| {
        let help = error
            .help()
            .map(|help| format!("; {help}"))
            .unwrap_or_default();
        format!("{error}{help}")
    })
}

/// A single day.
pub(super) fn a_day(text: &str) -> Result<Day, String> {
    a_date(text)?
        .is_single_day()
        .ok_or_else(|| "not a single day, such as 2024-04-09".to_owned())
}

/// The first day that a date can be.
pub(super) fn a_first_day(text: &str) -> Result<Day, String> {
    let day = a_date(text)?.earliest().day();
    day.ok_or_else(|| "this date has no first day".to_owned())
}

/// The last day that a date can be.
pub(super) fn a_last_day(text: &str) -> Result<Day, String> {
    let day = a_date(text)?.latest().day();
    day.ok_or_else(|| "this date has no last day".to_owned())
}
