//! What lets others show a page in one of theirs: the code to paste, and the same as data.
//!
//! A frame needs an absolute address, so that all of it is there only where the site has one.

use serde::Serialize;

use super::escape;
use super::page::absolute;
use super::site::Site;

/// A page that can be shown in a frame.
#[derive(Clone, Copy)]
pub struct Frame<'s> {
    /// The timeline's title.
    timeline: &'s str,
    /// The event that is shown, if it is not all: its id and its title.
    event: Option<(&'s str, &'s str)>,
}

/// In pixels. The frame takes the room that it finds, where the page that it stands in
/// allows styles.
const WIDTH: u16 = 600;

/// How long others may keep what we tell of a page: a day, in seconds.
const KEPT: u32 = 86_400;

impl<'s> Frame<'s> {
    /// The timeline.
    pub fn timeline(site: &'s Site<'_>) -> Self {
        Frame {
            timeline: &site.timeline.about.title,
            event: None,
        }
    }

    /// The event with this number.
    pub fn event(site: &'s Site<'_>, number: usize) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        Frame {
            event: Some((&event.id, &event.title)),
            ..Frame::timeline(site)
        }
    }

    /// What it is called: the event and the timeline.
    fn title(&self) -> String {
        match self.event {
            Some((_, title)) => [title, " – ", self.timeline].concat(),
            None => self.timeline.to_owned(),
        }
    }

    /// In pixels.
    fn height(&self) -> u16 {
        if self.event.is_some() { 480 } else { 640 }
    }

    /// The page, below the site's root.
    fn page(&self) -> String {
        match self.event {
            Some((id, _)) => ["events/", id, "/"].concat(),
            None => String::new(),
        }
    }

    /// What stands in the frame, below the site's root.
    fn framed(&self) -> String {
        match self.event {
            Some((id, _)) => ["embed/events/", id, ".html"].concat(),
            None => "embed/index.html".to_owned(),
        }
    }

    /// The code to paste: the frame, and a link that is there where frames are not.
    pub(super) fn code(&self, base: &str) -> String {
        let title = escape(&self.title());
        let address = |path: &str| escape(&absolute(base, path));
        format!(
            "<iframe src=\"{}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{}\" \
             style=\"border: 0; width: 100%\" loading=\"lazy\" \
             sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n\
             <p><a href=\"{}\">{title}</a></p>",
            address(&self.framed()),
            self.height(),
            address(&self.page()),
        )
    }

    /// Where the data stand, below the site's root.
    pub fn data(&self) -> String {
        match self.event {
            Some((id, _)) => ["oembed/events/", id, ".json"].concat(),
            None => "oembed/index.json".to_owned(),
        }
    }

    /// What others are told who ask how to show the page, as oEmbed 1.0 has it.
    pub fn oembed(&self, site: &Site<'_>, base: &str) -> Oembed {
        Oembed {
            version: "1.0",
            kind: "rich",
            title: self.title(),
            provider_name: site.timeline.about.title.to_string(),
            provider_url: absolute(base, ""),
            cache_age: KEPT,
            html: self.code(base),
            width: WIDTH,
            height: self.height(),
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
    pub(super) fn of(site: &Site<'_>, frame: Frame<'_>) -> Option<Self> {
        if site.one_file {
            return None;
        }
        let base = site.timeline.about.base_url.as_deref()?;
        Some(ShareView {
            code: frame.code(base),
            data: absolute(base, &frame.data()),
            title: frame.title(),
        })
    }
}
