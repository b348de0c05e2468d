//! A site that is built again after a change is the one that a fresh build makes, byte for
//! byte, whatever was changed; and what does not rest on the change is not made again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod folder;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use dateline::check::check;
use dateline::decode::{Before, decode, decode_again};
use dateline::load::Sources;
use dateline::outputs::{outputs, pieces};
use dateline::views::Site;
use dateline::write::{Traces, Written, write};
use folder::Folder;
use tempfile::TempDir;

#[path = "../examples/generate/synthetic/mod.rs"]
mod synthetic;

/// More than stand on the first page.
const EVENTS: usize = 230;

type Texts = BTreeMap<String, String>;

/// A choice that looks like chance, and is the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

fn texts() -> Texts {
    synthetic::timeline(EVENTS, 5).into_iter().collect()
}

fn events(texts: &Texts) -> Vec<String> {
    let events = texts
        .keys()
        .filter(|name| name.starts_with(|it: char| it.is_ascii_digit()));
    events.cloned().collect()
}

/// Changes the texts in one of the ways in which people do. Tells how.
fn change(texts: &mut Texts, chance: &mut Chance) -> String {
    let events = events(texts);
    let name = events[chance.below(events.len())].clone();
    let text = texts[&name].clone();
    let line = |key: &str| {
        let start = text.find(&format!("\n{key}: ")).map_or(0, |at| at + 1);
        let end = start + text[start..].find('\n').unwrap();
        text[start..end].to_owned()
    };
    let (what, text) = match chance.below(9) {
        0 => {
            let title = "title: Another title altogether";
            ("retitled", text.replacen(&line("title"), title, 1))
        }
        1 => {
            let summary = "\nsummary: It went **otherwise**.\n";
            let rest = text.replacen("\nsummary: ", "\nleft_open: [What for?]\nsummary: ", 1);
            let rest = if rest == text {
                text + summary.trim_start()
            } else {
                rest
            };
            ("said more", rest)
        }
        2 => (
            "warned instead",
            text.replacen(&line("kind"), "kind: warning", 1),
        ),
        3 => ("moved", text.replacen(&line("when"), "when: 2019-03", 1)),
        4 => {
            texts.remove(&name);
            let copy = format!("{}-again.yaml", name.trim_end_matches(".yaml"));
            texts.insert(copy, text);
            return format!("renamed {name}");
        }
        5 => {
            let copy = format!("{}-twice.yaml", name.trim_end_matches(".yaml"));
            texts.insert(copy, text.replacen("title: ", "title: Again, ", 1));
            return format!("copied {name}");
        }
        6 => {
            texts.remove(&name);
            return format!("removed {name}");
        }
        7 => {
            let of = ["actors.yaml", "sources.yaml", "places.yaml"][chance.below(3)];
            let text = texts.get_mut(of).unwrap();
            *text = text
                .replacen("name: ", "name: New ", 1)
                .replacen("title: ", "title: New ", 1);
            return format!("changed {of}");
        }
        _ => {
            let said = text.replacen("    text: ", "    text: Allegedly, ", 1);
            ("claimed otherwise", said)
        }
    };
    texts.insert(name.clone(), text);
    format!("{what}: {name}")
}

/// Builds into a folder, and compares with what a build into a fresh one would write.
fn build(how: &str, texts: &Texts, out: &Path, before: &Traces) -> Option<(Written, Traces)> {
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    let sources = Sources::from_texts(Path::new("events"), texts);
    let (timeline, decoded) = decode(&sources);
    if check(&timeline, decoded).errors() > 0 {
        return None;
    }
    let site = Site::of(&timeline);
    let made = write(out, "events", &pieces(&site).unwrap(), before).unwrap();
    let mut there = BTreeMap::new();
    look_into(out, out, &mut there);
    for file in outputs(&site).unwrap() {
        let found = there.remove(&file.path).unwrap_or_default();
        if found != file.bytes {
            let (found, right) = (String::from_utf8(found).unwrap(), file.bytes);
            let right = String::from_utf8(right).unwrap();
            let mut lines = found.lines().zip(right.lines());
            let other = lines.find(|(found, right)| found != right);
            panic!("{how}: {}: {other:#?}", file.path);
        }
    }
    assert_eq!(
        there.into_keys().collect::<Vec<_>>(),
        [".dateline-manifest"]
    );
    Some(made)
}

fn look_into(folder: &Path, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look_into(&path, root, files);
        } else {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            files.insert(name, fs::read(path).unwrap());
        }
    }
}

#[test]
fn what_is_built_again_is_what_a_fresh_build_makes() {
    let out = TempDir::new().unwrap();
    let mut texts = texts();
    let (_, mut traces) = build("first", &texts, out.path(), &Traces::default()).unwrap();
    let mut chance = Chance(11);
    let mut built = 0;
    while built < 10 {
        let before = texts.clone();
        let how = change(&mut texts, &mut chance);
        // Some changes leave references to nothing.
        match build(&how, &texts, out.path(), &traces) {
            Some((written, now)) => {
                assert!(!written.changed.is_empty(), "{how}");
                traces = now;
                built += 1;
            }
            None => texts = before,
        }
    }
}

/// Figures of one measure stand beside one another, though no relation joins their claims.
#[test]
fn another_figure_of_a_measure_is_told_wherever_there_is_one() {
    let mut texts = texts();
    // Of others, and far from one another: nothing else joins the two.
    let id = |record: &str| record.split_once(',').unwrap().0.to_owned();
    let ids = |file: &str| -> Vec<String> { texts[file].split("{id: ").skip(1).map(id).collect() };
    let (actors, sources) = (ids("actors.yaml"), ids("sources.yaml"));
    let figure = |which: usize, day: &str, text: &str, value: u8| {
        let (actor, source) = (&actors[which], &sources[which % sources.len()]);
        format!(
            "title: Barges\nkind: statement\nstatus: happened\nwhen: {day}\n\
             actors: [{{who: {actor}, role: speaker}}]\ntopics: [{actor}]\nclaims:\n\
             \x20 - id: c1\n    text: {text}\n    by: {actor}\n    said: {day}\n\
             \x20   hedge: none\n    reported_by: [{{source: {source}}}]\n\
             \x20   figure: {{measure: barges, value: {value}, comparator: exactly}}\n"
        )
    };
    let [one, other] = ["barges.yaml", "more-barges.yaml"];
    texts.insert(
        one.to_owned(),
        figure(0, "2020-05-02", "Five barges left.", 5),
    );
    let out = TempDir::new().unwrap();
    let (_, mut traces) = build("first", &texts, out.path(), &Traces::default()).unwrap();
    let last = actors.len() - 1;
    for (name, which, day, text, value) in [
        (other, last, "2023-03-15", "Five barges came.", 5),
        (other, last, "2023-03-15", "Six barges came.", 6),
        // Which of them is told as the other's depends on which was reported first.
        (other, last, "2023-03-15", "It was six barges that came.", 6),
        (one, 0, "2020-05-02", "It was five barges that left.", 5),
        (other, last, "2023-03-15", "In the end five came.", 5),
    ] {
        texts.insert(name.to_owned(), figure(which, day, text, value));
        traces = build(text, &texts, out.path(), &traces).unwrap().1;
    }
}

/// What is taken over from before is what would have been decoded, with what is wrong.
#[test]
fn decoding_again_is_decoding() {
    let base = "title: T\nkind: call\nstatus: happened\nwhen: 2024-04-02\n";
    let wrong = "title: T\nkind: cal\nstatus: happened\nwhen: 2024-04-31\n";
    let warned = "title: Talks #5 begin\nkind: call\nstatus: happened\nwhen: 2024-04-02\n";
    let sources = |texts: &[(&str, &str)]| {
        let base = [("timeline.yaml", "title: A\n")];
        let texts = texts.iter().copied().chain(base);
        Arc::new(Sources::from_texts(Path::new("events"), texts))
    };
    let mut before: Option<Before> = None;
    for texts in [
        &[("a.yaml", base), ("b.yaml", warned), ("c.yaml", wrong)][..],
        &[("a.yaml", base), ("b.yaml", warned), ("c.yaml", base)],
        &[
            ("0.yaml", base),
            ("a.yaml", wrong),
            ("b.yaml", warned),
            ("c.yaml", base),
        ],
        &[("a.yaml", base), ("c.yaml", warned)],
        &[("c.yaml", base)],
    ] {
        let sources = sources(texts);
        let (timeline, report) = decode(&sources);
        if let Some(before) = before.take() {
            let (again, told) = decode_again(&sources, before);
            assert_eq!(format!("{again:?}"), format!("{timeline:?}"));
            assert_eq!(format!("{told:?}"), format!("{report:?}"));
        }
        before = Some(Before {
            sources,
            timeline,
            report,
        });
    }
}

/// The preview keeps what it decoded and made the last time.
#[cfg(feature = "serve")]
#[test]
fn the_preview_shows_what_a_fresh_build_makes() {
    use dateline::serve::{End, Found, Workshop};

    let folder = Folder::empty();
    let mut workshop = Workshop::new(&folder.events(), None);
    let mut there = Texts::new();
    let mut texts = texts();
    let mut chance = Chance(23);
    let mut shown = 0;
    while shown < 6 {
        let before = texts.clone();
        let how = if shown == 0 {
            "first".to_owned()
        } else {
            change(&mut texts, &mut chance)
        };
        for name in there.keys().filter(|name| !texts.contains_key(*name)) {
            fs::remove_file(folder.events().join(name)).unwrap();
        }
        for (name, text) in texts
            .iter()
            .filter(|(name, text)| there.get(*name) != Some(text))
        {
            folder.write(name, text);
        }
        there = texts.clone();
        let Some(attempt) = workshop.attempt(&|| {}) else {
            continue;
        };
        let End::Made { .. } = attempt.end else {
            texts = before;
            continue;
        };
        let texts = texts.iter().map(|(name, text)| (&**name, &**text));
        let (timeline, _) = decode(&Sources::from_texts(Path::new("events"), texts));
        let files = outputs(&Site::of(&timeline)).unwrap();
        let content = attempt.shown.site.clone().unwrap();
        let pages = files.iter().filter(|file| file.path.ends_with(".html"));
        assert_eq!(content.pages(), pages.count(), "{how}");
        // Its own address is another than that of the site.
        for file in files.iter().filter(|file| file.path != "404.html") {
            match content.find(&format!("/{}", file.path)) {
                Found::File(held) => assert!(*held.bytes == *file.bytes, "{how}: {}", file.path),
                other => panic!("{how}: {}: {other:?}", file.path),
            }
        }
        shown += 1;
    }
}

#[test]
fn what_does_not_rest_on_a_change_is_not_made_again() {
    let mut texts = texts();
    let name = events(&texts)[40].clone();
    let bases = |texts: &Texts| -> BTreeMap<String, _> {
        let texts = texts.iter().map(|(name, text)| (&**name, &**text));
        let (timeline, _) = decode(&Sources::from_texts(Path::new("events"), texts));
        let site = Site::of(&timeline);
        let pieces = pieces(&site).unwrap().into_iter();
        pieces
            .map(|piece| (piece.path.to_string(), piece.basis))
            .collect()
    };
    let before = bases(&texts);
    let text = texts[&name].replacen("title: ", "title: Truly, ", 1);
    texts.insert(name.clone(), text);
    let after = bases(&texts);
    assert!(before.keys().eq(after.keys()));
    let own = format!("events/{}/index.html", name.trim_end_matches(".yaml"));
    assert_ne!(before[&own], after[&own]);
    let pages = before
        .iter()
        .filter(|(path, _)| path.starts_with("events/"));
    let (same, other): (Vec<_>, Vec<_>) =
        pages.partition(|(path, basis)| basis.is_some() && after[*path] == **basis);
    // Its own, those before and after it, and those of events to which it is related.
    assert!((3..30).contains(&other.len()), "{}", other.len());
    assert!(same.len() > EVENTS - 30);
}

#[test]
fn a_cache_saves_work_and_is_never_trusted() {
    let folder = Folder::empty();
    for (name, text) in texts() {
        folder.write(&name, text);
    }
    let cache = folder
        .events()
        .with_file_name("site")
        .join(".dateline-cache");
    let build = || {
        let said = folder.run(["build"]);
        assert_eq!(said.code, 0, "{}", said.err);
        said.out
    };
    let whole = |folder: &Folder| {
        let site = folder.events().with_file_name("site");
        let mut files = BTreeMap::new();
        look_into(&site, &site, &mut files);
        files.remove(".dateline-cache");
        files
    };
    build();
    let fresh = whole(&folder);
    let kept = fs::read(&cache).unwrap();
    // It takes what was read as it was, if that is older than itself.
    assert!(build().contains("files were up to date"));
    let index = cache.with_file_name("index.html");
    for damage in [
        kept[..kept.len() / 2].to_vec(),
        [&kept[..], b"more"].concat(),
        String::from_utf8(kept.clone())
            .unwrap()
            .replacen(".html", ".htm", 1)
            .into_bytes(),
        b"nothing of ours \xff".to_vec(),
        Vec::new(),
    ] {
        fs::write(&cache, damage).unwrap();
        fs::write(&index, "changed by somebody").unwrap();
        let said = build();
        assert!(said.contains("1 files written"), "{said}");
        assert_eq!(whole(&folder), fresh);
    }
    // What somebody changes or takes away comes back.
    fs::remove_file(cache.with_file_name("feed.xml")).unwrap();
    fs::write(&index, "changed by somebody").unwrap();
    assert!(build().contains("2 files written"));
    assert_eq!(whole(&folder), fresh);
}

#[test]
fn a_timeline_that_is_not_large_keeps_no_cache() {
    let folder = Folder::base();
    let cache = folder
        .events()
        .with_file_name("site")
        .join(".dateline-cache");
    assert_eq!(folder.run(["build"]).code, 0);
    assert!(!cache.exists());
    let ours = "# Written by Dateline, to do less the next time; may be deleted.\n";
    for (text, stays) in [(ours, false), ("somebody's own notes\n", true)] {
        fs::write(&cache, text).unwrap();
        assert_eq!(folder.run(["build"]).code, 0);
        assert_eq!(cache.exists(), stays, "{text}");
    }
}
