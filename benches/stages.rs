//! How long each stage takes: `cargo bench`. The timeline is one of a thousand events that
//! `examples/generate` makes; what whole builds take, `benches/compare` tells.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark that cannot go on has failed"
)]

use std::cell::RefCell;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use askama::Template;
use criterion::{
    BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main,
    measurement::WallTime,
};
use dateline::check::check;
use dateline::decode::decode;
use dateline::diagnostic::Report;
use dateline::edtf::Edtf;
use dateline::load::Sources;
use dateline::outputs::{Piece, outputs};
use dateline::views::{EventPage, IndexPage, Site};
use dateline::write::{Traces, write};
use tempfile::TempDir;

#[path = "../examples/generate/synthetic/mod.rs"]
mod synthetic;

/// How many events.
const EVENTS: usize = 1000;
/// How many events' site is written: each round needs a folder of its own.
const WRITTEN: usize = 100;

fn sources(events: usize) -> Sources {
    let files = synthetic::timeline(events, 1);
    let texts = files.iter().map(|(name, text)| (&**name, &**text));
    Sources::from_texts(Path::new("synthetic"), texts)
}

fn dates(c: &mut Criterion) {
    let sources = sources(EVENTS);
    let (timeline, _) = decode(&sources);
    let events = timeline.events.iter();
    let dates: Vec<String> = events.map(|event| event.when.to_string()).collect();
    let mut group = c.benchmark_group("dates");
    group.throughput(Throughput::Elements(dates.len() as u64));
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            for date in &dates {
                let _ = black_box(black_box(date).parse::<Edtf>());
            }
        });
    });
    group.finish();
}

fn stages(c: &mut Criterion) {
    let sources = sources(EVENTS);
    let (timeline, _) = decode(&sources);
    let site = Site::of(&timeline);
    let mut group = c.benchmark_group("stages");
    of_events(&mut group, EVENTS);
    group.bench_function("decode", |bencher| bencher.iter(|| decode(&sources)));
    group.bench_function("check", |bencher| {
        bencher.iter(|| check(&timeline, Report::default()));
    });
    group.bench_function("site", |bencher| bencher.iter(|| Site::of(&timeline)));
    group.sample_size(10);
    group.bench_function("outputs", |bencher| {
        bencher.iter(|| outputs(&site).unwrap());
    });
    group.finish();
}

fn pages(c: &mut Criterion) {
    let sources = sources(EVENTS);
    let (timeline, _) = decode(&sources);
    let site = Site::of(&timeline);
    let mut group = c.benchmark_group("pages");
    let mut number = 0;
    group.bench_function("event", |bencher| {
        bencher.iter(|| {
            number = (number + 1) % EVENTS;
            EventPage::new(&site, number).render().unwrap()
        });
    });
    group.sample_size(20);
    group.bench_function("index", |bencher| {
        bencher.iter(|| IndexPage::new(&site).render().unwrap());
    });
    group.finish();
}

fn writing(c: &mut Criterion) {
    let sources = sources(WRITTEN);
    let (timeline, _) = decode(&sources);
    let made = outputs(&Site::of(&timeline)).unwrap().into_iter();
    let files: Vec<Piece<'_>> = made.map(Piece::from).collect();
    let write = |path: &Path| write(path, "synthetic", &files, &Traces::default()).unwrap();
    let mut group = c.benchmark_group("write");
    of_events(&mut group, WRITTEN);
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(1));
    group.measurement_time(Duration::from_millis(500));
    // None is removed before the last was measured: some file systems are slow to write
    // where something has just been removed.
    let folders = RefCell::new(Vec::new());
    group.bench_function("all", |bencher| {
        bencher.iter_batched(
            || {
                let folder = folder();
                let path = folder.path().join("site");
                folders.borrow_mut().push(folder);
                path
            },
            |path| write(&path),
            BatchSize::PerIteration,
        );
    });
    let last = folder();
    write(last.path());
    group.bench_function("nothing new", |bencher| {
        bencher.iter(|| write(last.path()));
    });
    group.finish();
}

fn of_events(group: &mut BenchmarkGroup<'_, WallTime>, events: usize) {
    group.throughput(Throughput::Elements(events as u64));
}

/// A folder in memory, where the system has that.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() {
        memory
    } else {
        Path::new(env!("CARGO_TARGET_TMPDIR"))
    };
    tempfile::tempdir_in(parent).unwrap()
}

criterion_group!(benches, dates, stages, pages, writing);
criterion_main!(benches);
