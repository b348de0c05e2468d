//! `oembed/`: how others can show a page in one of theirs, as oEmbed 1.0 has it. Files, so
//! that no server has to answer; only with a `base_url`, since a frame needs an address.

use super::{Piece, RenderError, json};
use crate::views::{Frame, Site};

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    let Some(base) = &site.timeline.about.base_url else {
        return Ok(Vec::new());
    };
    let file = |path: String, frame: Frame<'s>| {
        Piece::new(path, move |bytes| json(&frame.oembed(site, base), bytes))
    };
    let events = (0..site.timeline.events.len()).map(|number| {
        let frame = Frame::event(site, number);
        let basis = site.bases().of_events([number], "oembed");
        file(frame.data(), frame).resting_on(basis)
    });
    let whole = Frame::timeline(site);
    Ok(events.chain([file(whole.data(), whole)]).collect())
}
