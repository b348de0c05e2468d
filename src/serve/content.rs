//! The files of a site, found by the paths of requests.

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use crate::outputs::{Basis, File, Piece, RenderError};

/// The files of a site as it was made at one time.
#[derive(Debug)]
pub struct Content {
    /// In the order of their paths.
    files: Vec<Held>,
    /// The page for what is not there.
    not_found: Vec<u8>,
    /// The same for the same files.
    id: String,
}

/// A file that is held, for as long as it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its path below the site's root.
    pub path: Arc<str>,
    /// What is in it.
    pub bytes: Arc<[u8]>,
    basis: Option<Basis>,
    /// The same for the same bytes.
    hash: u64,
}

impl Held {
    fn new(path: Arc<str>, basis: Option<Basis>, bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Held {
            path,
            bytes: bytes.into(),
            basis,
            hash: hasher.finish(),
        }
    }
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'c> {
    /// A file.
    File(&'c Held),
    /// A folder with a page of its own, whose path ends in `/`.
    Folder,
    /// Nothing.
    Nothing,
}

impl Content {
    /// The site of these pieces, and the page for what is not there. A piece that rests on
    /// what it rested on before is not made again.
    ///
    /// # Errors
    ///
    /// As for every page.
    pub fn of(
        pieces: Vec<Piece<'_>>,
        not_found: File,
        before: Option<&Content>,
    ) -> Result<Self, RenderError> {
        let held = pieces.into_par_iter().map(|piece| {
            let same = before.and_then(|before| before.get(&piece.path));
            if let Some(same) = same.filter(|it| it.basis.is_some() && it.basis == piece.basis) {
                return Ok(same.clone());
            }
            let bytes = piece.make()?;
            Ok(Held::new(piece.path.clone(), piece.basis, &bytes))
        });
        Ok(Content::new(held.collect::<Result<_, _>>()?, not_found))
    }

    fn new(mut files: Vec<Held>, not_found: File) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        // What a host would show is made for the place that the site has there.
        if let Some(file) = files.iter_mut().find(|file| *file.path == *not_found.path) {
            *file = Held::new(not_found.path.into(), None, &not_found.bytes);
        }
        let mut hasher = DefaultHasher::new();
        for Held { path, hash, .. } in &files {
            (path, hash).hash(&mut hasher);
        }
        Content {
            files,
            not_found: not_found.bytes,
            id: format!("{:016x}", hasher.finish()),
        }
    }

    /// What tells this site from every other.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The page for what is not there.
    pub fn not_found(&self) -> &[u8] {
        &self.not_found
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        let pages = self.files.iter().map(|file| &file.path);
        pages.filter(|path| path.ends_with(".html")).count()
    }

    /// What the path of a request leads to. It is taken apart before it is decoded, and what
    /// it is made of are names alone: nothing in it can lead up or out.
    pub fn find(&self, path: &str) -> Found<'_> {
        let Some(names) = path.strip_prefix('/') else {
            return Found::Nothing;
        };
        let mut decoded = Vec::new();
        let mut names = names.split('/').peekable();
        while let Some(name) = names.next() {
            match decode(name) {
                Some(name) if name.is_empty() && names.peek().is_none() => {
                    decoded.push("index.html".to_owned());
                }
                Some(name) if is_name(&name) => decoded.push(name),
                _ => return Found::Nothing,
            }
        }
        let path = decoded.join("/");
        if let Some(file) = self.get(&path) {
            return Found::File(file);
        }
        match self.get(&format!("{path}/index.html")) {
            Some(_) => Found::Folder,
            None => Found::Nothing,
        }
    }

    fn get(&self, path: &str) -> Option<&Held> {
        let at = self.files.binary_search_by(|file| (*file.path).cmp(path));
        at.ok().and_then(|at| self.files.get(at))
    }

    /// What has changed since another was made.
    pub fn changes(&self, before: &Content) -> Changes {
        let mut changes = Changes::default();
        let (mut old, mut new) = (before.files.iter().peekable(), self.files.iter().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (None, None) => return changes,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => a.path.cmp(&b.path),
            };
            let before = old.next_if(|_| order.is_le());
            let after = new.next_if(|_| order.is_ge());
            match order {
                Ordering::Less => changes.removed += 1,
                Ordering::Greater => changes.added += 1,
                Ordering::Equal => {
                    let [before, after] = [before, after].map(|file| file.map(|it| it.hash));
                    changes.changed += usize::from(before != after);
                }
            }
        }
    }
}

/// How many files are other than before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Those with another text.
    pub changed: usize,
    /// Those that were not there.
    pub added: usize,
    /// Those that are no longer there.
    pub removed: usize,
}

impl std::fmt::Display for Changes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let files = |number| if number == 1 { "file" } else { "files" };
        let told: Vec<String> = [
            (self.changed, "changed"),
            (self.added, "added"),
            (self.removed, "removed"),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .enumerate()
        .map(|(place, (number, what))| match place {
            0 => format!("{number} {} {what}", files(number)),
            _ => format!("{number} {what}"),
        })
        .collect();
        match told.as_slice() {
            [] => f.write_str("no file changed"),
            told => f.write_str(&told.join(", ")),
        }
    }
}

/// A name with its `%` escapes resolved; nothing where these are wrong, or do not make text.
fn decode(name: &str) -> Option<String> {
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Whether this is the name of a file or folder, and no more than that.
fn is_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', '\\', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            bytes: text.into(),
        }
    }

    fn content(files: &[(&str, &str)]) -> Content {
        let held = |(path, text): &(&str, &str)| Held::new((*path).into(), None, text.as_bytes());
        Content::new(
            files.iter().map(held).collect(),
            file("404.html", "not here"),
        )
    }

    fn site() -> Content {
        content(&[
            ("index.html", "home"),
            ("404.html", "for a host"),
            ("events/a b/index.html", "a"),
            ("events/ї/index.html", "ї"),
            ("events.json", "{}"),
            ("data/find.js", ""),
        ])
    }

    #[test]
    fn paths_lead_to_files_and_folders() {
        let site = site();
        let found = |path| match site.find(path) {
            Found::File(file) => file.path.to_string(),
            Found::Folder => "a folder".to_owned(),
            Found::Nothing => "nothing".to_owned(),
        };
        for (path, expected) in [
            ("/", "index.html"),
            ("/index.html", "index.html"),
            ("/%69ndex.html", "index.html"),
            ("/events.json", "events.json"),
            ("/events/a%20b/", "events/a b/index.html"),
            ("/events/a%20b/index.html", "events/a b/index.html"),
            ("/events/%D1%97/", "events/ї/index.html"),
            ("/events/a%20b", "a folder"),
            ("/events", "nothing"),
            ("/events/", "nothing"),
            ("/data", "nothing"),
            ("/index.html/", "nothing"),
            ("/Index.html", "nothing"),
        ] {
            assert_eq!(found(path), expected, "{path}");
        }
    }

    #[test]
    fn no_path_leads_up_or_out() {
        let site = site();
        for path in [
            "",
            "index.html",
            "*",
            "//",
            "//index.html",
            "/events//a%20b/",
            "/../index.html",
            "/..",
            "/./index.html",
            "/.",
            "/events/../index.html",
            "/events/%2e%2e/index.html",
            "/events/%2E./index.html",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc%2fpasswd",
            "/data%2ffind.js",
            "/data%2Ffind.js",
            "/data%5cfind.js",
            "/data\\find.js",
            "/C:\\index.html",
            "/index.html%00",
            "/index.html%",
            "/index.html%2",
            "/%zz",
            "/%+1",
            "/%ff%fe",
            "/%c0%ae%c0%ae/index.html",
            "/%252e%252e/index.html",
            "/etc/passwd",
        ] {
            assert_eq!(site.find(path), Found::Nothing, "{path}");
        }
    }

    #[test]
    fn the_page_for_what_is_not_there_is_the_previews_own() {
        let site = site();
        assert_eq!(site.not_found(), b"not here");
        let Found::File(file) = site.find("/404.html") else {
            panic!("404.html is there");
        };
        assert_eq!(*file.bytes, *b"not here");
        let without = content(&[("index.html", "home")]);
        assert_eq!(without.find("/404.html"), Found::Nothing);
    }

    #[test]
    fn what_changed_is_counted() {
        let before = content(&[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")]);
        let after = content(&[("0", "1"), ("b", "2"), ("c", "1"), ("e", "1"), ("f", "1")]);
        let changes = after.changes(&before);
        assert_eq!(
            changes,
            Changes {
                changed: 1,
                added: 3,
                removed: 2
            }
        );
        assert_eq!(changes.to_string(), "1 file changed, 3 added, 2 removed");
        assert_eq!(after.changes(&after).to_string(), "no file changed");
        assert_ne!(before.id(), after.id());
        assert_eq!(
            before.id(),
            content(&[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")]).id()
        );
    }
}
