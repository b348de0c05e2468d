//! `oembed/`: how others can show a page in one of theirs, as oEmbed 1.0 has it. Files, so
//! that no server has to answer; only with a `base_url`, since a frame needs an address.

use super::{Piece, RenderError, json};
use crate::views::{Frame, Site};

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    let Some(base) = &site.timeline.about.base_url else {
        return Ok(Vec::new());
    };
    let events = (0..site.timeline.events.len()).map(|number| {
        let basis = site.bases().of_events([number], "oembed");
        let path = Frame::event(site, number).data();
        let piece = Piece::new(path, move |bytes| {
            json(&Frame::event(site, number).oembed(site, base), bytes)
        });
        piece.resting_on(basis)
    });
    let whole = Frame::timeline(site);
    let whole = Piece::new(whole.data(), move |bytes| {
        json(&whole.oembed(site, base), bytes)
    });
    Ok(events.chain([whole]).collect())
}
