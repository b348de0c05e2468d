//! The second stage: [`Sources`] become a [`Timeline`], and a report of all that is
//! wrong with single files.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::diagnostic::{Diagnostic, Origin, Place, Report, names};
use crate::load::{FileId, SourceFile, Sources, file_of, kind_of, misnamed};
use crate::model::{Book, Entry, TextDigest, Timeline, span_order};
use crate::schema::{
    ActorRecord, Context, Decode, EventId, EventRecord, Id, LessonId, LessonRecord, PlaceRecord,
    SourceRecord, TimelineRecord, bad_id, check_id, with_article,
};
use crate::yaml::{self, Node, Path, ProblemKind};

/// What a file turned into.
enum File {
    Timeline(Box<TimelineRecord>),
    Event(Box<Entry<EventId, EventRecord>>),
    Lesson(Box<Entry<LessonId, LessonRecord>>),
    Actors(Vec<(Path, ActorRecord)>),
    Places(Vec<(Path, PlaceRecord)>),
    Sources(Vec<(Path, SourceRecord)>),
}

/// What decoding one file gave.
struct Decoded {
    id: FileId,
    /// The digest of its text.
    text: TextDigest,
    file: Option<File>,
    /// What is declared in it but could not be decoded whole.
    broken: Vec<(&'static str, String)>,
    /// Whether not even that could be told.
    lost: Option<&'static str>,
    found: Vec<Diagnostic>,
}

/// Decodes all files. Whatever could be decoded whole is in the timeline; the rest is
/// in the report.
pub fn decode(sources: &Sources) -> (Timeline, Report) {
    decode_all(sources, |_, _| None)
}

/// What was decoded before, and what came of it.
#[derive(Debug)]
pub struct Before {
    /// What was decoded.
    pub sources: Arc<Sources>,
    /// What came of it.
    pub timeline: Timeline,
    /// What was wrong.
    pub report: Report,
}

/// Decodes all files as [`decode`] does. Of an event whose file has the same text as before, and
/// of which there was nothing to say then, the record is taken over.
pub fn decode_again(sources: &Sources, before: Before) -> (Timeline, Report) {
    let complained: HashSet<FileId> = before.report.iter().map(|it| it.origin.file).collect();
    let events = before.timeline.events.into_entries();
    let mut events: HashMap<FileId, Entry<EventId, EventRecord>> = events
        .into_iter()
        .map(|event| (event.file, event))
        .collect();
    decode_all(sources, |id, file| {
        let (old, same) = before.sources.named(&file.name)?;
        if same.text != file.text || complained.contains(&old) {
            return None;
        }
        let mut event = events.remove(&old)?;
        event.file = id;
        Some(event)
    })
}

fn decode_all(
    sources: &Sources,
    mut known: impl FnMut(FileId, &SourceFile) -> Option<Entry<EventId, EventRecord>>,
) -> (Timeline, Report) {
    let files = sources.iter().filter(|(_, file)| file.readable);
    let files: Vec<_> = files
        .map(|(id, file)| (id, file, known(id, file)))
        .collect();
    let decoded: Vec<Decoded> = files
        .into_par_iter()
        .map(|(id, file, known)| match known {
            Some(event) => Decoded::known(event),
            None => decode_file(id, file),
        })
        .collect();

    let mut timeline = Timeline::empty();
    let mut report = Report::default();
    let mut events = Vec::with_capacity(decoded.len());
    let mut lessons = Vec::new();
    for (_, file) in sources.iter().filter(|(_, file)| !file.readable) {
        match kind_of(&file.name) {
            what @ ("event" | "lesson") => {
                timeline.broken.ids.insert((what, file.stem().to_owned()));
            }
            what => {
                timeline.broken.files.insert(what);
            }
        }
    }
    let mut frame = Sha256::new();
    for one in decoded {
        if !matches!(one.file, Some(File::Event(_))) {
            frame.update(&sources.get(one.id).name);
            frame.update(one.text);
        }
        report.extend(one.found);
        timeline.broken.ids.extend(one.broken);
        timeline.broken.files.extend(one.lost);
        match one.file {
            Some(File::Timeline(about)) => {
                timeline.about = *about;
                timeline.about_file = Some(one.id);
            }
            Some(File::Event(event)) => events.push(*event),
            Some(File::Lesson(lesson)) => {
                let text = sources.get(one.id).text.clone();
                timeline.lesson_texts.insert(lesson.id.clone(), text);
                lessons.push(*lesson);
            }
            Some(File::Actors(records)) => {
                timeline.actors = book(
                    (one.id, one.text),
                    records,
                    |record| &record.id,
                    &mut report,
                );
            }
            Some(File::Places(records)) => {
                timeline.places = book(
                    (one.id, one.text),
                    records,
                    |record| &record.id,
                    &mut report,
                );
            }
            Some(File::Sources(records)) => {
                timeline.sources = book(
                    (one.id, one.text),
                    records,
                    |record| &record.id,
                    &mut report,
                );
            }
            None => {}
        }
    }
    timeline.frame = TextDigest(frame.finalize().into());
    events.sort_by(|a, b| span_order((&a.when, &a.id), (&b.when, &b.id)));
    timeline.events = Book::new(events);
    timeline.lessons = Book::new(lessons);
    (timeline, report)
}

fn decode_file(id: FileId, file: &SourceFile) -> Decoded {
    let text = TextDigest(Sha256::digest(&file.text).into());
    let mut decoded = Decoded {
        id,
        text,
        file: None,
        broken: Vec::new(),
        lost: None,
        found: Vec::new(),
    };
    let what = kind_of(&file.name);
    if let Some(right) = file_of(what).filter(|right| *right != file.name) {
        decoded
            .found
            .push(misnamed(id, format!("rename it to `{right}`")));
        decoded.lose(what, file);
        return decoded;
    }
    let node = match yaml::parse(&file.text) {
        Ok(node) => node,
        Err(problems) => {
            decoded.found = problems
                .into_iter()
                .map(|problem| raise(id, problem))
                .collect();
            decoded.lose(what, file);
            return decoded;
        }
    };
    let mut context = Context::new(id, file);
    let root = Path::root();
    match what {
        "timeline" if node == Node::Null => context.push(empty(id, what, "`title`")),
        "timeline" => {
            decoded.file = TimelineRecord::decode(&node, &root, &mut context)
                .map(|record| File::Timeline(Box::new(record)));
        }
        "actor" => {
            decoded.file =
                records::<ActorRecord>(&node, what, &mut context, &mut decoded).map(File::Actors);
        }
        "place" => {
            decoded.file =
                records::<PlaceRecord>(&node, what, &mut context, &mut decoded).map(File::Places);
        }
        "source" => {
            decoded.file =
                records::<SourceRecord>(&node, what, &mut context, &mut decoded).map(File::Sources);
        }
        "lesson" => {
            decoded.file = named(id, file, &node, &mut context)
                .map(|(id, record)| entry(LessonId(id), (context.file, text), record))
                .map(|lesson| File::Lesson(Box::new(lesson)));
        }
        _ => {
            decoded.file = named(id, file, &node, &mut context)
                .map(|(id, record)| entry(EventId(id), (context.file, text), record))
                .map(|event| File::Event(Box::new(event)));
        }
    }
    if decoded.file.is_none() {
        decoded.lose(what, file);
    }
    for cut in yaml::cuts(&file.text, &node) {
        context.push(cut_text(id, &file.text, &cut, what, file));
    }
    decoded.found = context.found;
    decoded
}

impl Decoded {
    /// An event of which there is nothing to say.
    fn known(event: Entry<EventId, EventRecord>) -> Self {
        Decoded {
            id: event.file,
            text: event.text,
            file: Some(File::Event(Box::new(event))),
            broken: Vec::new(),
            lost: None,
            found: Vec::new(),
        }
    }

    fn lose(&mut self, what: &'static str, file: &SourceFile) {
        if matches!(what, "event" | "lesson") {
            self.broken.push((what, file.stem().to_owned()));
        } else {
            self.lost = Some(what);
        }
    }
}

/// Reads the record of a file that is named by its id.
fn named<T: Decode>(
    id: FileId,
    file: &SourceFile,
    node: &Node,
    context: &mut Context<'_>,
) -> Option<(String, T)> {
    let stem = file.stem();
    let what = kind_of(&file.name);
    let mut name = check_id(stem);
    if what == "lesson" && stem == NOT_A_LESSON {
        name = Err(Some(format!("{stem}-lesson")));
        let message =
            format!("no lesson can be called `{stem}`: the page for making one stands there");
        context.push(
            Diagnostic::new(names::BAD_ID, Origin::file(id), message)
                .help("give the file another name"),
        );
    } else if let Err(right) = &name {
        let right = right.as_ref().map(|right| format!("{right}.yaml"));
        context.push(bad_id(Origin::file(id), stem, right));
    }
    if *node == Node::Null {
        let keys = match what {
            "lesson" => "`title`, `question` and `events`",
            _ => "`title`, `kind`, `status` and `when`",
        };
        context.push(empty(id, what, keys));
        return None;
    }
    let record = T::decode(node, &Path::root(), context)?;
    name.ok()?;
    Some((stem.to_owned(), record))
}

/// The id that no lesson can have.
const NOT_A_LESSON: &str = "new";

/// A record that is the whole of its file.
fn entry<I: Id, R>(id: I, (file, text): (FileId, TextDigest), record: R) -> Entry<I, R> {
    Entry {
        id,
        file,
        text,
        at: Path::root(),
        record,
    }
}

fn empty(id: FileId, what: &str, keys: &str) -> Diagnostic {
    Diagnostic::new(names::EMPTY_VALUE, Origin::file(id), "this file is empty")
        .help(format!("{} has at least {keys}", with_article(what)))
}

/// Reads a list of records, one by one, so that one that is wrong does not take the
/// others with it.
fn records<T: Decode>(
    node: &Node,
    what: &'static str,
    context: &mut Context<'_>,
    decoded: &mut Decoded,
) -> Option<Vec<(Path, T)>> {
    // A file in which everything is a comment is a list of nothing.
    if *node == Node::Null {
        return Some(Vec::new());
    }
    let Some(items) = node.as_list() else {
        context.wrong_type(node, &Path::root(), &format!("a list of {what}s"));
        if let Some(complaint) = context.found.last_mut() {
            complaint
                .help
                .push(format!("each {what} begins with `- id: ...`"));
        }
        return None;
    };
    let mut records = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let at = Path::root().item(number);
        match T::decode(item, &at, context) {
            Some(record) => records.push((at, record)),
            None => match item.get("id").and_then(Node::as_text) {
                Some(id) => decoded.broken.push((what, id.to_owned())),
                None => decoded.lost = Some(what),
            },
        }
    }
    Some(records)
}

fn book<I: Id, R>(
    (file, text): (FileId, TextDigest),
    records: Vec<(Path, R)>,
    id_of: impl Fn(&R) -> &I,
    report: &mut Report,
) -> Book<I, R> {
    let mut first: HashMap<I, Path> = HashMap::new();
    let mut entries = Vec::new();
    for (at, record) in records {
        let id = id_of(&record).clone();
        if let Some(earlier) = first.get(&id) {
            report.push(
                Diagnostic::new(
                    names::DUPLICATE_ID,
                    Origin::value(file, at.key("id")),
                    format!("a second {} has the id `{id}`", I::WHAT),
                )
                .label("again here")
                .related(Origin::value(file, earlier.key("id")), "first here")
                .help("give one of them another id, or put the two together"),
            );
            continue;
        }
        first.insert(id.clone(), at.clone());
        entries.push(Entry {
            id,
            file,
            text,
            at,
            record,
        });
    }
    Book::new(entries)
}

/// What keeps a file from being read, as a complaint.
pub(crate) fn raise(id: FileId, problem: yaml::Problem) -> Diagnostic {
    let code = match problem.kind {
        ProblemKind::Syntax => names::SYNTAX,
        ProblemKind::TabIndentation => names::TAB_INDENTATION,
        ProblemKind::SecondDocument => names::SECOND_DOCUMENT,
        ProblemKind::TooDeep => names::TOO_DEEP,
        ProblemKind::AliasBomb => names::ALIAS_BOMB,
        ProblemKind::Tag => names::TAG,
    };
    let origin = Origin {
        file: id,
        place: Place::Bytes(problem.span),
    };
    Diagnostic::new(code, origin, problem.message).maybe_help(problem.help)
}

fn cut_text(id: FileId, text: &str, cut: &yaml::Cut, what: &str, file: &SourceFile) -> Diagnostic {
    let comment = text.get(cut.span.clone()).unwrap_or_default();
    let origin = Origin {
        file: id,
        place: Place::Bytes(cut.span.clone()),
    };
    let diagnostic = Diagnostic::new(
        names::CUT_TEXT,
        origin,
        format!("`{comment}` is read as a comment, not as part of the text"),
    )
    .label("the text ends before this")
    .help("put the text in quotes if this belongs to it; otherwise put two spaces before `#` and one after it");
    match what {
        "event" => diagnostic.about(file.stem(), None),
        "lesson" => diagnostic.about_lesson(file.stem()),
        _ => diagnostic,
    }
}
