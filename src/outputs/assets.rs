//! The style sheet and the icon, which the binary carries.

use super::{File, RenderError};
use crate::views::Site;

const ASSETS: &[(&str, &[u8])] = &[
    (
        "assets/dateline.css",
        include_bytes!("../../templates/assets/dateline.css"),
    ),
    (
        "assets/icon.svg",
        include_bytes!("../../templates/assets/icon.svg"),
    ),
];

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output(_: &Site<'_>) -> Result<Vec<File>, RenderError> {
    Ok(ASSETS
        .iter()
        .map(|(path, bytes)| File::new(*path, *bytes))
        .collect())
}
