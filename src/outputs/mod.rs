//! The fourth stage: the site, as files that can be made. One output, one file; [`OUTPUTS`]
//! lists them.

mod assets;
mod basis;
mod calendar;
mod citations;
mod csv;
mod events_json;
mod feeds;
mod find_data;
mod ics;
mod lasting_id;
mod lesson;
mod lesson_data;
mod not_found;
mod oembed;
mod one_file;
mod pages;
mod parts;
mod sitemap;
mod tables;

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;

use askama::Template;
pub(crate) use basis::Bases;
pub use basis::Basis;
pub(crate) use calendar::calendar;
pub(crate) use events_json::event_item;
pub use not_found::not_found_at;
pub use one_file::{ONE_FILE, one_file};
use rayon::prelude::*;
pub(crate) use tables::events_table;

use crate::views::Site;

/// A file of the site.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the site's root, with `/` on every machine.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.path, self.bytes.len())
    }
}

impl File {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        File {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

/// What keeps a file from being made: a fault of ours.
#[derive(Debug)]
pub struct RenderError {
    /// The page.
    pub path: String,
    /// What askama says.
    pub error: askama::Error,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: this page could not be made: {}",
            self.path, self.error
        )
    }
}

impl std::error::Error for RenderError {}

/// A file of the site that is still to be made. Its path is known before: so all of them can
/// be looked over before the first is written, and no more of them need be in memory than are
/// being made.
pub struct Piece<'s> {
    /// Its path below the site's root, with `/` on every machine. Who keeps it shares it.
    pub path: Arc<str>,
    /// What it rests on, where that is known: if that stays the same, so does the file.
    pub basis: Option<Basis>,
    bytes: Bytes<'s>,
}

enum Bytes<'s> {
    Made(Vec<u8>),
    ToMake(Box<Make<'s>>),
    Long(Box<MakeLong<'s>>),
}

/// Writes what is in a file that is too long to be held in memory well.
pub(crate) type MakeLong<'s> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 's;

/// Writes what is in a file behind what stands in the bytes.
type Make<'s> = dyn Fn(&mut Vec<u8>) -> Result<(), askama::Error> + Send + Sync + 's;

impl<'s> Piece<'s> {
    /// A file that will be made by a function, as often as it is asked for.
    fn new(
        path: impl Into<Arc<str>>,
        make: impl Fn(&mut Vec<u8>) -> Result<(), askama::Error> + Send + Sync + 's,
    ) -> Self {
        Piece {
            path: path.into(),
            basis: None,
            bytes: Bytes::ToMake(Box::new(make)),
        }
    }

    /// A file that will be written as it is made, as often as it is asked for.
    fn long_one(
        path: impl Into<Arc<str>>,
        make: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 's,
    ) -> Self {
        Piece {
            path: path.into(),
            basis: None,
            bytes: Bytes::Long(Box::new(make)),
        }
    }

    /// What writes it as it is made, where it is long.
    pub(crate) fn long(&self) -> Option<&MakeLong<'s>> {
        match &self.bytes {
            Bytes::Long(make) => Some(make),
            _ => None,
        }
    }

    /// A file that rests on this and nothing else.
    fn resting_on(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }

    /// What is in it.
    pub fn make(&self) -> Result<Cow<'_, [u8]>, RenderError> {
        match &self.bytes {
            Bytes::Made(bytes) => Ok(Cow::Borrowed(bytes)),
            Bytes::ToMake(_) | Bytes::Long(_) => {
                let mut bytes = Vec::new();
                self.add_to(&mut bytes)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }

    /// The same, behind what stands in the bytes: many pieces can be made in the room of one.
    pub fn add_to(&self, bytes: &mut Vec<u8>) -> Result<(), RenderError> {
        let made = match &self.bytes {
            Bytes::Made(made) => {
                bytes.extend_from_slice(made);
                Ok(())
            }
            Bytes::ToMake(make) => make(bytes),
            Bytes::Long(make) => make(bytes).map_err(|error| askama::Error::Custom(error.into())),
        };
        made.map_err(|error| RenderError {
            path: self.path.to_string(),
            error,
        })
    }
}

impl From<File> for Piece<'_> {
    fn from(file: File) -> Self {
        Piece {
            path: file.path.into(),
            basis: None,
            bytes: Bytes::Made(file.bytes),
        }
    }
}

/// An output: from the site to files.
pub type Output = for<'s> fn(&'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError>;

/// All outputs.
pub const OUTPUTS: &[Output] = &[
    pages::index,
    pages::years,
    pages::events,
    pages::actors,
    pages::topics,
    pages::sources,
    pages::claims,
    pages::lists,
    pages::known,
    citations::output,
    |site| made(find_data::output(site)),
    pages::changes,
    |site| made(pages::lessons(site)),
    lesson_data::output,
    pages::embeds,
    oembed::output,
    events_json::output,
    feeds::output,
    |site| made(calendar::output(site)),
    tables::output,
    |site| made(not_found::output(site)),
    |site| made(assets::output(site)),
];

/// Files that are made at once: their paths come of making them, or there are few.
fn made<'s>(files: Result<Vec<File>, RenderError>) -> Result<Vec<Piece<'s>>, RenderError> {
    Ok(files?.into_iter().map(Piece::from).collect())
}

/// Writes a template, and a line break behind it.
fn render(template: &impl Template, bytes: &mut Vec<u8>) -> Result<(), askama::Error> {
    struct End<'b>(&'b mut Vec<u8>);
    impl fmt::Write for End<'_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.extend_from_slice(text.as_bytes());
            Ok(())
        }
    }
    let begin = bytes.len();
    template.render_into(&mut End(bytes))?;
    if !bytes[begin..].ends_with(b"\n") {
        bytes.push(b'\n');
    }
    Ok(())
}

/// Writes JSON for people to read as well, and a line break behind it.
fn json(document: &impl serde::Serialize, bytes: &mut Vec<u8>) -> Result<(), askama::Error> {
    serde_json::to_writer_pretty(&mut *bytes, document).map_err(not_json)?;
    bytes.push(b'\n');
    Ok(())
}

/// What keeps JSON from being written, as an error of a page.
fn not_json(error: serde_json::Error) -> askama::Error {
    askama::Error::Custom(Box::new(error))
}

/// A script, `data/<name>.js`, that hands an object over: a page on a disk can load nothing
/// else.
fn script(name: &str, data: &impl serde::Serialize) -> Result<File, RenderError> {
    script_for(name, name, data)
}

/// A script, `data/<name>.js`, that hands an object over to `dateline.<taker>`.
fn script_for(taker: &str, name: &str, data: &impl serde::Serialize) -> Result<File, RenderError> {
    let path = format!("data/{name}.js");
    let mut text =
        format!("// Generated by Dateline from the event files.\ndateline.{taker}(").into_bytes();
    match serde_json::to_writer(&mut text, data) {
        Ok(()) => {
            text.extend_from_slice(b");\n");
            Ok(File::new(path, text))
        }
        Err(error) => Err(RenderError {
            path,
            error: not_json(error),
        }),
    }
}

/// Every file of the site, to be made, in the order of their paths.
pub fn pieces<'s>(site: &'s Site<'_>) -> Result<Vec<Piece<'s>>, RenderError> {
    let found: Result<Vec<_>, _> = OUTPUTS.par_iter().map(|output| output(site)).collect();
    let mut pieces: Vec<Piece<'_>> = found?.into_iter().flatten().collect();
    let map = sitemap::of(site, pieces.iter().map(|piece| &*piece.path));
    pieces.extend(map.into_iter().map(Piece::from));
    pieces.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(pieces)
}

/// Makes every file of the site, in the order of their paths.
pub fn outputs(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let made = pieces(site)?.into_par_iter().map(|piece| {
        let bytes = piece.make()?.into_owned();
        Ok(File::new(&*piece.path, bytes))
    });
    made.collect()
}
