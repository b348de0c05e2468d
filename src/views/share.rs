//! What lets others show a page in one of theirs: the code to paste, and the same as data.
//!
//! A frame needs an absolute address, so that all of it is there only where the site has one.

use serde::Serialize;

use super::escape;
use super::page::absolute;
use super::site::Site;

/// A page that can be shown in a frame.
pub struct Frame {
    /// Of the page, below the site's root.
    page: String,
    /// Of what stands in the frame.
    framed: String,
    /// Of the same as data.
    data: String,
    title: String,
    height: u16,
}

/// In pixels. The frame takes the room that it finds, where the page that it stands in
/// allows styles.
const WIDTH: u16 = 600;

/// How long others may keep what we tell of a page: a day, in seconds.
const KEPT: u32 = 86_400;

impl Frame {
    /// The timeline.
    pub fn timeline(site: &Site<'_>) -> Self {
        Frame {
            page: String::new(),
            framed: "embed/index.html".to_owned(),
            data: "oembed/index.json".to_owned(),
            title: site.timeline.about.title.to_string(),
            height: 640,
        }
    }

    /// The event with this number.
    pub fn event(site: &Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        Frame {
            page: format!("events/{}/", event.id),
            framed: format!("embed/events/{}.html", event.id),
            data: format!("oembed/events/{}.json", event.id),
            title: format!("{} – {}", event.title, site.timeline.about.title),
            height: 480,
        }
    }

    /// The code to paste: the frame, and a link that is there where frames are not.
    pub(super) fn code(&self, base: &str) -> String {
        let title = escape(&self.title);
        let address = |path: &str| escape(&absolute(base, path));
        format!(
            "<iframe src=\"{}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{}\" \
             style=\"border: 0; width: 100%\" loading=\"lazy\" \
             sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n\
             <p><a href=\"{}\">{title}</a></p>",
            address(&self.framed),
            self.height,
            address(&self.page),
        )
    }

    /// Where the data stand, below the site's root.
    pub fn data(&self) -> &str {
        &self.data
    }

    /// What others are told who ask how to show the page, as oEmbed 1.0 has it.
    pub fn oembed(&self, site: &Site<'_>, base: &str) -> Oembed {
        Oembed {
            version: "1.0",
            kind: "rich",
            title: self.title.clone(),
            provider_name: site.timeline.about.title.to_string(),
            provider_url: absolute(base, ""),
            cache_age: KEPT,
            html: self.code(base),
            width: WIDTH,
            height: self.height,
        }
    }
}

/// An answer of oEmbed, of the type "rich".
#[derive(Serialize)]
pub struct Oembed {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    /// Seconds.
    cache_age: u32,
    html: String,
    /// Pixels.
    width: u16,
    /// Pixels.
    height: u16,
}

/// The invitation to show a page elsewhere, on that page.
pub(super) struct ShareView {
    /// The code to paste.
    pub code: String,
    /// The address of the same as data.
    pub data: String,
    /// What it shows.
    pub title: String,
}

impl ShareView {
    /// Of a page; `None` where the site has no address, or all of it is one file.
    pub(super) fn of(site: &Site<'_>, frame: &Frame) -> Option<Self> {
        if site.one_file {
            return None;
        }
        let base = site.timeline.about.base_url.as_deref()?;
        Some(ShareView {
            code: frame.code(base),
            data: absolute(base, &frame.data),
            title: frame.title.clone(),
        })
    }
}
