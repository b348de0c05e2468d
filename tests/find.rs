//! What the first page loads to find events, held against the timeline as it was known on
//! every day on which a report appeared.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline::edtf::Day;
use dateline::find::Filter;
use dateline::model::{Book, Timeline};
use dateline::outputs::{File, outputs};
use dateline::schema::EventId;
use dateline::views::{Facet, Look, Site};
use serde_json::Value;

fn timeline(folder: &str) -> Timeline {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (sources, _) = dateline::load::load(&path).unwrap();
    dateline::decode::decode(&sources).0
}

const FOLDERS: [&str; 2] = ["events", "tests/checkers/full"];

/// The object that a script hands over.
fn data(timeline: &Timeline, name: &str) -> Option<Value> {
    let files = outputs(&Site::of(timeline)).unwrap();
    let file = files
        .into_iter()
        .find(|file| file.path == format!("data/{name}.js"))?;
    let text = String::from_utf8(file.bytes).unwrap();
    let call = text.split_once('\n').unwrap().1;
    let json = call
        .strip_prefix(&format!("dateline.{name}("))
        .and_then(|rest| rest.strip_suffix(");\n"));
    Some(serde_json::from_str(json.unwrap()).unwrap())
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// By what an event is found on a day: actors, outlets, words; the places and the rest.
type Found = BTreeMap<String, BTreeSet<String>>;

/// By what each event is found, of those that were told of by the day with this number; of
/// all if it is `None`.
fn found(find: &Value, events: usize, day: Option<usize>) -> Vec<Found> {
    let late = list(&find["late"]);
    let mut found = vec![Found::new(); events];
    let mut add = |under: usize, what: &str, value: &str| {
        let event = if under < events {
            under
        } else {
            let piece = &late[under - events];
            if day.is_some_and(|day| number(&piece[1]) > day) {
                return;
            }
            number(&piece[0])
        };
        found[event]
            .entry(what.to_owned())
            .or_default()
            .insert(value.to_owned());
    };
    for (facet, column) in find["facets"].as_object().unwrap() {
        for (under, choices) in list(&column["of"]).iter().enumerate() {
            for choice in list(choices) {
                let id = &column["choices"][number(choice)][0];
                add(under, facet, id.as_str().unwrap());
            }
        }
    }
    let words = find["words"].as_str().unwrap().split(' ');
    for (word, steps) in words.zip(find["under"].as_str().unwrap().split(' ')) {
        let mut under = 0;
        for step in steps.split(',').filter(|step| !step.is_empty()) {
            under += step.parse::<usize>().unwrap();
            add(under, "word", word);
        }
    }
    found
}

/// What the card of an event showed on a day, put together as the script does.
fn shown(known: &Value, event: usize, day: usize, now: &Look) -> Value {
    let mut look = as_data(now);
    for state in list(&known["states"]) {
        if number(&state[0]) == event && (number(&state[1])..number(&state[2])).contains(&day) {
            for (key, value) in state[3].as_object().unwrap() {
                look[key] = value.clone();
            }
        }
    }
    look.as_object_mut().unwrap().remove("span");
    look
}

fn as_data(look: &Look) -> Value {
    serde_json::json!({
        "date": look.date,
        "exact": look.exact,
        "status": [look.status, look.status_words.unwrap_or_default()],
        "summary": look.summary,
        "counts": look.counts,
        "differs": look.differs,
    })
}

/// The first and the last day of an event on a day, as the script has them.
fn span(find: &Value, known: &Value, event: usize, day: usize) -> Value {
    let states = list(&known["states"]).iter();
    let then = states
        .filter(|state| {
            number(&state[0]) == event && (number(&state[1])..number(&state[2])).contains(&day)
        })
        .find_map(|state| state[3].get("span").cloned());
    then.unwrap_or_else(|| serde_json::json!([find["first"][event], find["last"][event]]))
}

/// A timeline of these files.
fn written(files: &[(&str, &str)]) -> Timeline {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let (sources, _) = dateline::load::load(folder.path()).unwrap();
    dateline::decode::decode(&sources).0
}

#[test]
fn on_every_day_events_look_and_are_found_as_they_were_known() {
    for folder in FOLDERS {
        holds_on_every_day(folder, &timeline(folder));
    }
}

/// What others say of an event changes it on days on which nobody reports of it itself, and
/// a report is known by whoever relays it.
#[test]
fn events_change_with_what_they_are_tied_to() {
    let timeline = written(&[
        ("timeline.yaml", "title: Tied"),
        ("actors.yaml", "- {id: a, name: A, kind: person}"),
        (
            "sources.yaml",
            "- {id: s1, outlet: One, published: 2024-04-01, type: reportage}\n\
             - {id: s2, outlet: Two, published: 2024-04-02, type: aggregation, relays: [s4]}\n\
             - {id: s3, outlet: Three, published: 2024-04-03, type: reportage}\n\
             - {id: s4, outlet: Four, published: 2024-04-04, type: reportage}\n\
             - {id: s5, outlet: Five, published: 2024-04-05, type: reportage}\n",
        ),
        (
            "2024-03-01-said.yaml",
            "title: Said\nkind: statement\nstatus: happened\nwhen: 2024-03-01\nclaims:\n\
             - {id: c, text: It is so., by: a, reported_by: [s1]}\n",
        ),
        (
            "2024-03-02-denied.yaml",
            "title: Denied\nkind: denial\nstatus: happened\nwhen: 2024-03-02\nclaims:\n\
             - {id: c, text: It is not., by: a, reported_by: [s3], relations: [{denies: 2024-03-01-said/c}]}\n",
        ),
        (
            "2024-03-03-relayed.yaml",
            "title: Relayed\nkind: statement\nstatus: happened\nwhen: 2024-03-03\nsources: [s4]\n",
        ),
        (
            "2024-04-04-to-come.yaml",
            "title: To come\nkind: visit\nstatus: happened\nwhen: 2024-04-04\nsources: [s1, s5]\n",
        ),
    ]);
    assert_eq!(timeline.report_days().len(), 5);
    holds_on_every_day("tied", &timeline);
    let known = data(&timeline, "known").unwrap();
    assert_eq!(known["since"], serde_json::json!([0, 2, 1, 0]));
}

/// On every day but the last the data tells what the timeline of that day tells.
fn holds_on_every_day(folder: &str, timeline: &Timeline) {
    let site = Site::of(timeline);
    let events = timeline.events.len();
    let days = timeline.report_days();
    let find = data(timeline, "find").unwrap();
    let known = data(timeline, "known").unwrap();
    let mut differed = 0;
    for (number_of_day, day) in days.iter().enumerate().take(days.len() - 1) {
        let then = timeline.as_of(*day);
        let site_then = Site::of(&then);
        let found_now = found(&find, events, Some(number_of_day));
        let fresh = data(&then, "find");
        let found_then = fresh
            .as_ref()
            .map(|fresh| found(fresh, then.events.len(), None));
        for (event, record) in timeline.events.iter().enumerate() {
            let context = format!("{folder}, {day}, {}", record.id);
            let at = then.events.position(&record.id);
            let since = number(&known["since"][event]);
            assert_eq!(since <= number_of_day, at.is_some(), "{context}");
            let Some(at) = at else { continue };
            let now = Look::of(&site, event);
            let look = Look::of(&site_then, at);
            differed += usize::from(look != now);
            assert_eq!(
                shown(&known, event, number_of_day, &now),
                as_data(&look),
                "{context}"
            );
            let (Some(fresh), Some(found_then)) = (&fresh, &found_then) else {
                continue;
            };
            let span_then = serde_json::json!([fresh["first"][at], fresh["last"][at]]);
            assert_eq!(
                span(&find, &known, event, number_of_day),
                span_then,
                "{context}"
            );
            for what in ["actor", "outlet", "word", "topic", "kind", "place"] {
                let (now, then) = (found_now[event].get(what), found_then[at].get(what));
                assert_eq!(now, then, "{context}: {what}");
            }
        }
    }
    assert!(differed > 0, "{folder}: nothing was ever otherwise");
}

#[test]
fn the_days_are_those_of_the_reports_and_the_last_is_now() {
    let timeline = timeline("events");
    let known = data(&timeline, "known").unwrap();
    let days: Vec<Day> = timeline.report_days();
    let written: Vec<_> = list(&known["days"])
        .iter()
        .map(|day| day[0].as_str().unwrap())
        .collect();
    assert_eq!(written, days.iter().map(Day::to_string).collect::<Vec<_>>());
    assert_eq!(known["days"][1][1], "9 April 2024");
    for state in list(&known["states"]) {
        assert!(number(&state[1]) < number(&state[2]));
        assert!(number(&state[2]) < days.len());
    }
}

#[test]
fn parts_come_behind_what_they_are_parts_of() {
    let find = data(&timeline("events"), "find").unwrap();
    let choices = list(&find["facets"]["actor"]["choices"]);
    let mut path: Vec<&str> = Vec::new();
    let mut paths = BTreeMap::new();
    for choice in choices {
        let depth = number(&choice[2]);
        assert!(depth <= path.len());
        path.truncate(depth);
        path.push(choice[0].as_str().unwrap());
        paths.insert(path[depth], path.clone());
    }
    assert_eq!(
        paths["blinken"],
        ["us-government", "us-state-department", "blinken"]
    );
    let places = list(&find["facets"]["place"]["choices"]);
    let kremlin = places
        .iter()
        .position(|place| place[0] == "kremlin")
        .unwrap();
    assert_eq!(places[kremlin - 1][0], "moscow");
    assert_eq!(places[kremlin][2], 1);
    // The kind that is none comes last, and nothing is there that no event has.
    let kinds = list(&find["facets"]["kind"]["choices"]);
    assert_eq!(kinds.last().unwrap()[0], "other");
    assert!(
        kinds
            .iter()
            .all(|kind| kind[0] != "aid" || kind[1] == "Aid")
    );
}

#[test]
fn a_timeline_with_nothing_to_choose_has_no_data_for_it() {
    let mut timeline = timeline("events");
    let first = timeline.events.as_slice()[0].id.clone();
    timeline.events = timeline.events.only(|event| event.id == first);
    assert!(data(&timeline, "find").is_none());
    assert!(data(&timeline, "known").is_none());
    let files = outputs(&Site::of(&timeline)).unwrap();
    let index = files.iter().find(|file| file.path == "index.html").unwrap();
    let html = std::str::from_utf8(&index.bytes).unwrap();
    assert!(!html.contains("class=\"find\"") && !html.contains("assets/find.js"));
}

#[test]
fn a_timeline_of_one_day_has_no_slider() {
    let mut timeline = timeline("events");
    let first = timeline.report_days()[0];
    timeline.sources = timeline.as_of(first).sources;
    assert_eq!(timeline.report_days(), [first]);
    assert!(data(&timeline, "find").is_some());
    assert!(data(&timeline, "known").is_none());
    let files = outputs(&Site::of(&timeline)).unwrap();
    let index = files.iter().find(|file| file.path == "index.html").unwrap();
    let html = std::str::from_utf8(&index.bytes).unwrap();
    assert!(html.contains("class=\"find\"") && !html.contains("type=\"range\""));
}

/// The object of a part of the data of a large timeline.
fn part(files: &[File], name: &str) -> Value {
    let path = format!("data/{name}.js");
    let file = files.iter().find(|file| file.path == path).unwrap();
    let text = std::str::from_utf8(&file.bytes).unwrap();
    let call = text.split_once('\n').unwrap().1;
    let json = call
        .strip_prefix("dateline.find(")
        .and_then(|rest| rest.strip_suffix(");\n"));
    serde_json::from_str(json.unwrap()).unwrap()
}

/// Numbers that are written as letters.
fn numbers(letters: &str) -> Vec<i64> {
    let mut number = 0;
    let mut numbers = Vec::new();
    for letter in letters.bytes() {
        if letter.is_ascii_uppercase() {
            number = (number + i64::from(letter - b'A')) * 26;
        } else {
            numbers.push(number + i64::from(letter - b'a'));
            number = 0;
        }
    }
    numbers
}

/// The events that stand under each of several things.
fn columns(text: &str) -> Vec<Vec<usize>> {
    let mut columns: Vec<Vec<usize>> = Vec::new();
    for column in text.split_terminator(' ') {
        let mut next = 0;
        let events = numbers(column).into_iter().map(|left| {
            let event = next + usize::try_from(left).unwrap();
            next = event + 1;
            event
        });
        columns.push(events.collect());
    }
    columns
}

/// A timeline with each event several times.
fn large(folder: &str) -> Timeline {
    let mut timeline = timeline(folder);
    let copies = timeline.events.iter().flat_map(|event| {
        (0..8).map(move |copy| {
            let mut event = event.clone();
            event.id = EventId(format!("{}-{copy}", event.id));
            event
        })
    });
    timeline.events = Book::new(copies.collect());
    timeline
}

#[test]
fn the_data_of_a_large_timeline_holds_what_the_list_finds() {
    for folder in FOLDERS {
        let timeline = large(folder);
        let site = Site::of(&timeline);
        assert!(site.is_large());
        let files = outputs(&site).unwrap();
        assert!(files.iter().all(|file| file.path != "data/known.js"));
        let find = part(&files, "find");
        for facet in Facet::ALL {
            let column = part(&files, &format!("facet-{}", facet.word()));
            let own = columns(column["of"].as_str().unwrap());
            let choices = list(&column["choices"]);
            assert_eq!(own.len(), choices.len());
            for (at, choice) in choices.iter().enumerate() {
                let below = choices[at + 1..]
                    .iter()
                    .take_while(|other| number(&other[2]) > number(&choice[2]));
                let all: BTreeSet<usize> = own[at..=at + below.count()]
                    .iter()
                    .flatten()
                    .copied()
                    .collect();
                let id = choice[0].as_str().unwrap().to_owned();
                let filter = Filter {
                    facets: BTreeMap::from([(facet.word(), BTreeSet::from([id.clone()]))]),
                    ..Filter::default()
                };
                let found: BTreeSet<usize> = filter.find(&timeline).into_iter().collect();
                assert_eq!(all, found, "{folder}, {} {id}", facet.word());
            }
        }
        let mut words: Vec<(String, Vec<usize>)> = Vec::new();
        for (shard, first) in list(&find["words"]).iter().enumerate() {
            let shard = part(&files, &format!("words-{shard}"));
            assert_eq!(shard["parted"], find["parted"]);
            let mut own = shard["words"].as_str().unwrap().split_terminator(' ');
            let events = columns(shard["of"].as_str().unwrap());
            assert_eq!(own.clone().next(), first.as_str());
            words.extend(own.by_ref().map(str::to_owned).zip(events));
        }
        for (word, _) in words.iter().step_by(37) {
            let begun = words.iter().filter(|(other, _)| other.starts_with(word));
            let all: BTreeSet<usize> = begun.flat_map(|(_, events)| events).copied().collect();
            let filter = Filter {
                words: word.clone(),
                ..Filter::default()
            };
            let found: BTreeSet<usize> = filter.find(&timeline).into_iter().collect();
            assert_eq!(all, found, "{folder}, “{word}”");
        }
    }
}

#[test]
fn when_the_events_of_a_large_timeline_were_is_told_by_steps() {
    let timeline = large("tests/checkers/full");
    let find = part(&outputs(&Site::of(&timeline)).unwrap(), "find");
    let mut stands = find["begin"].as_i64().unwrap();
    let times = numbers(find["times"].as_str().unwrap());
    assert_eq!(times.len(), timeline.events.len() * 2);
    for (event, time) in timeline.events.iter().zip(times.chunks(2)) {
        stands += time[0];
        let told = match time[1] {
            0 => (None, Some(stands)),
            1 => (Some(stands), None),
            2 => (None, None),
            length => (Some(stands), Some(stands + length - 3)),
        };
        let number = |day: Option<Day>| {
            let day = day?;
            let year = day.year().clamp(-99_999, 99_999);
            Some(Day::new(year, day.month(), day.day())?.number())
        };
        let (first, last) = (event.when.earliest().day(), event.when.latest().day());
        assert_eq!(told, (number(first), number(last)), "{}", event.id);
    }
}
