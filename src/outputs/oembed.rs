//! `oembed/`: how others can show a page in one of theirs, as oEmbed 1.0 has it. Files, so
//! that no server has to answer; only with a `base_url`, since a frame needs an address.

use super::{File, RenderError};
use crate::views::{Frame, Site};

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let Some(base) = &site.timeline.about.base_url else {
        return Ok(Vec::new());
    };
    let events = (0..site.timeline.events.len()).map(|number| Frame::event(site, number));
    std::iter::once(Frame::timeline(site))
        .chain(events)
        .map(|frame| {
            let path = frame.data().to_owned();
            match serde_json::to_string_pretty(&frame.oembed(site, base)) {
                Ok(json) => Ok(File::new(path, json + "\n")),
                Err(error) => Err(RenderError {
                    path,
                    error: askama::Error::Custom(Box::new(error)),
                }),
            }
        })
        .collect()
}
