//! `dateline new`: files to go on with, right as they are, and records that are declared.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;
use std::path::Path;

use folder::Folder;

const CALL: &str = "2024-04-02-biden-xi-call";
const WARNING: &str = "2024-04-06-warning";

fn is_well(folder: &Folder) {
    let said = folder.run(["check", "--deny-warnings"]);
    assert_eq!((said.code, &*said.err), (0, ""));
}

#[test]
fn a_lesson_is_begun_from_events_and_check_takes_it() {
    let folder = Folder::base();
    let said = folder.run(["new", "lesson", "Who says so?", "--event", CALL, WARNING]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(
        said.out,
        "events/lessons/who-says-so.yaml: written; go on with it in an editor, and run `dateline check`\n"
    );
    is_well(&folder);
    let text = fs::read_to_string(folder.events().join("lessons/who-says-so.yaml")).unwrap();
    for expected in [
        "title: Who says so?\n",
        "  # Biden and Xi speak by phone (2 April 2024)\n  - 2024-04-02-biden-xi-call\n",
        "  - kind: sequence\n    events: [2024-04-02-biden-xi-call, 2024-04-06-warning]\n",
        "  - kind: who-said-it\n",
        "  - kind: sourcing\n",
        "pinned:\n  - 2024-04-02-biden-xi-call happened 2024-04-02 title=",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    // One event is hardly a lesson, but a beginning.
    let said = folder.run(["new", "lesson", "On \"one\": # call", "--event", CALL]);
    assert_eq!((said.code, &*said.err), (0, ""));
    is_well(&folder);
}

#[test]
fn any_events_make_a_lesson_that_check_takes() {
    let folder = Folder::empty();
    folder.lay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lessons"));
    let events = [
        "2024-02-10-signing",
        "2024-03-10-visit",
        "2024-03-20-call",
        "2024-04-12-denial",
        "2024-04-talks",
        "2024-05-summit",
    ];
    for number in 1..(1u32 << events.len()) {
        let chosen = events
            .iter()
            .enumerate()
            .filter(|(n, _)| number & (1 << n) != 0);
        let title = format!("Lesson {number}");
        let mut arguments = vec!["new", "lesson", &title];
        for (_, event) in chosen {
            arguments.extend(["--event", event]);
        }
        assert_eq!(folder.run(&arguments).code, 0, "{arguments:?}");
    }
    is_well(&folder);
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = Folder::base();
    folder.write("lessons/ours.yaml", "# Ours.\n");
    let said = folder.run(["new", "lesson", "Ours", "--event", CALL]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: events/lessons/ours.yaml is there already; choose another title, or give the lesson an id by --id\n"
    );
    let text = fs::read_to_string(folder.events().join("lessons/ours.yaml")).unwrap();
    assert_eq!(text, "# Ours.\n");
}

#[test]
fn what_cannot_be_begun_is_told() {
    let folder = Folder::base();
    let refused = |arguments: &[&str], message: &str| {
        let said = folder.run(["new", "lesson"].iter().chain(arguments));
        assert_eq!((said.code, &*said.out), (2, ""), "{arguments:?}");
        assert_eq!(said.err, format!("error: {message}\n"));
    };
    refused(
        &["Who?", "--event", "2024-04-02-biden-xi"],
        "there is no event `2024-04-02-biden-xi`; did you mean `2024-04-02-biden-xi-call`?",
    );
    refused(
        &["Who?", "--event", "zzz"],
        "there is no event `zzz`; each event is a file of that name",
    );
    refused(&[" ", "--event", CALL], "a lesson needs a title");
    refused(
        &["Хто це сказав?", "--event", CALL],
        "no file name can be made from this title; give the lesson an id by --id",
    );
    refused(
        &["New", "--event", CALL],
        "no lesson can have the id `new`; give it another by --id",
    );
    refused(
        &["Who?", "--id", "Who", "--event", CALL],
        "`Who` cannot be a lesson's id: that is made of small letters a-z, digits and single hyphens, and not long; give one by --id",
    );
    assert!(!folder.events().join("lessons").exists());
    let said = folder.run([
        "new",
        "lesson",
        "Хто це сказав?",
        "--event",
        CALL,
        "--id",
        "who",
    ]);
    assert_eq!(said.code, 0);
    is_well(&folder);
}

fn text_of(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.events().join(name)).unwrap()
}

/// The lines of a file that are no comments.
fn filled(folder: &Folder, name: &str) -> Vec<String> {
    let text = text_of(folder, name);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

#[test]
fn an_event_is_begun_and_named_by_date_and_title() {
    let folder = Folder::base();
    let said = folder.run([
        "new",
        "event",
        "Xi: \"no\" #1",
        "--when",
        "[2024-05-16..2024-05-31]",
        "--said-when",
        "in the second half of May",
        "--kind",
        "visit",
        "--status",
        "planned",
        "--where",
        "washington",
        "--actor",
        "xi:visitor",
        "--actor",
        "biden",
        "--actor",
        "xi:visitor",
        "--topic",
        "trade",
        "--source",
        "newsweek-2024-04-08",
        "--summary",
        "One.\n\nTwo.\n",
    ]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(
        said.out,
        "events/2024-05-xi-no-1.yaml: written; go on with it in an editor, and run `dateline check`\n"
    );
    assert_eq!(
        filled(&folder, "2024-05-xi-no-1.yaml"),
        [
            "title: \"Xi: \\\"no\\\" #1\"",
            "kind: visit",
            "status: planned",
            "when: \"[2024-05-16..2024-05-31]\"",
            "said_when: in the second half of May",
            "where: washington",
            "actors:",
            "  - {who: xi, role: visitor}",
            "  - biden",
            "topics: [trade]",
            "summary: |-",
            "  One.",
            "",
            "  Two.",
            "sources: [newsweek-2024-04-08]",
        ]
    );
    is_well(&folder);
    // The keys that wait name what is given, so that they are right when they are filled in.
    let text = text_of(&folder, "2024-05-xi-no-1.yaml");
    let claims = "#claims:\n#  - id: first-claim\n#    text: What is claimed, in a sentence of our own.\n#    by: xi\n#    reported_by: [newsweek-2024-04-08]\n";
    assert!(text.contains(claims), "{text}");
    let all = text.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(" K") && rest.starts_with("  ") => rest,
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase()) => rest,
        _ => line,
    });
    let all = all.collect::<Vec<_>>().join("\n") + "\n";
    folder.write("2024-05-xi-no-1.yaml", all);
    let said = folder.run(["check"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn an_event_gets_as_much_of_a_date_as_there_is() {
    let folder = Folder::base();
    for (when, id, name) in [
        ("2024", None, "2024-talks"),
        (
            "2024-04-02",
            Some("second-talks"),
            "2024-04-02-second-talks",
        ),
        ("2024-04-02", Some("2024-third.yaml"), "2024-third"),
        ("-0044-03-15", None, "talks"),
        ("2024-04-02T15:00:00-04:00", None, "2024-04-02-talks"),
        ("/2024-04", None, "2024-04-30-talks"),
    ] {
        // A date can begin with a hyphen.
        let when = format!("--when={when}");
        let mut arguments = vec!["new", "event", "Talks", "--kind", "call", &when];
        arguments.extend(id.iter().flat_map(|id| ["--id", id]));
        let said = folder.run(&arguments);
        assert_eq!((said.code, &*said.err), (0, ""), "{when}");
        assert!(
            folder.events().join(format!("{name}.yaml")).exists(),
            "{}",
            said.out
        );
    }
    assert_eq!(folder.run(["check"]).code, 0);
}

#[test]
fn all_that_is_wrong_with_an_event_is_told_at_once() {
    let folder = Folder::base();
    let said = folder.run([
        "new",
        "event",
        "Переговори",
        "--when",
        "April 2, 2024",
        "--kind",
        "phone",
        "--status",
        "hapened",
        "--where",
        "washingtn",
        "--actor",
        "bidn:caller",
        "--actor",
        "xi:calle",
        "--topic",
        "Trade",
        "--source",
        "reuters",
    ]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: --when: `April 2, 2024` is written in words; write `2024-04-02`\n\
         error: --kind: `phone` is not a kind of event; it can be `call`, `visit`, `meeting`, `summit`, `negotiation`, `statement`, `disclosure`, `warning`, `threat`, `sanction-threat`, `accusation`, `criticism`, `investigation`, `denial`, `rejection`, `request`, `pledge`, `agreement`, `endorsement`, `cooperation`, `aid`, `sanction`, `easing`, `force` or `other`\n\
         error: --status: `hapened` is not a status; did you mean `happened`?\n\
         error: --where: there is no place `washingtn`; did you mean `washington`? `dateline new place` declares one\n\
         error: --actor: there is no actor `bidn`; did you mean `biden`? `dateline new actor` declares one\n\
         error: --actor: `calle` is not a role; did you mean `caller`?\n\
         error: --source: there is no source `reuters`; `dateline new source` declares one\n\
         error: --topic: `Trade` is not an id; an id is made of small letters a-z, digits and single hyphens; write `trade`\n\
         error: no file name can be made from this title; give the event an id by --id\n"
    );
    // Nobody is there to be asked.
    let said = folder.run(["new", "event", "--id", "No!"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    let told: Vec<_> = said
        .err
        .lines()
        .map(|line| line.split(';').next().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "error: --id: `No!` is not an id",
            "error: TITLE is missing",
            "error: --when is missing",
            "error: --kind is missing",
        ]
    );
}

#[test]
fn an_event_file_that_is_there_stays() {
    let folder = Folder::base();
    let path = format!("{CALL}.yaml");
    let before = text_of(&folder, &path);
    let said = folder.run([
        "new",
        "event",
        "Biden Xi call",
        "--when",
        "2024-04-02",
        "--kind",
        "call",
    ]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: events/2024-04-02-biden-xi-call.yaml is there already; choose another title, or give the event an id by --id\n"
    );
    assert_eq!(text_of(&folder, &path), before);
}

#[test]
fn what_is_declared_stands_at_the_end_and_all_else_stays() {
    let folder = Folder::base();
    let lists = ["actors.yaml", "places.yaml", "sources.yaml"];
    let before = lists.map(|name| text_of(&folder, name));
    let said = folder.run([
        "new",
        "actor",
        "Janet Yellen",
        "--id",
        "yellen",
        "--kind",
        "person",
        "--of",
        "us-government",
        "--role",
        "Treasury Secretary",
        "--country",
        "US",
    ]);
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(
        said.out,
        "events/actors.yaml: `yellen` added; an event refers to it by this id: `actors: [yellen]`\n"
    );
    let said = folder.run(["new", "place", "The Kremlin", "--within", "washington"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let said = folder.run([
        "new",
        "source",
        "US warns: \"no\"",
        "--outlet",
        "The Times",
        "--published",
        "2024-04-10",
        "--url",
        "https://example.com/a?b=1",
        "--type",
        "reportage",
        "--relays",
        "newsweek-2024-04-08",
    ]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let added = [
        "- id: yellen\n  name: Janet Yellen\n  kind: person\n  of: us-government\n  roles:\n    - {title: Treasury Secretary}\n  country: US\n",
        "- {id: the-kremlin, name: The Kremlin, within: washington}\n",
        "- id: the-times-2024-04-10\n  outlet: The Times\n  title: \"US warns: \\\"no\\\"\"\n  published: 2024-04-10\n  url: https://example.com/a?b=1\n  type: reportage\n  relays: [newsweek-2024-04-08]\n",
    ];
    for ((name, before), added) in lists.iter().zip(before).zip(added) {
        assert_eq!(text_of(&folder, name), format!("{before}{added}"));
    }
    let said = folder.run([
        "new",
        "event",
        "Yellen warns",
        "--when",
        "2024-04-10",
        "--kind",
        "warning",
        "--actor",
        "yellen",
        "--where",
        "the-kremlin",
        "--source",
        "the-times-2024-04-10",
    ]);
    assert_eq!((said.code, &*said.err), (0, ""));
    is_well(&folder);
}

#[test]
fn the_way_a_list_is_written_is_kept() {
    let folder = Folder::base();
    let bytes = "\u{feff}# Places.\r\n\r\n  - {id: washington, name: Washington, country: US}\r\n\r\n  - {id: rome, name: Rome}";
    folder.write("places.yaml", bytes);
    assert_eq!(folder.run(["new", "place", "Oslo"]).code, 0);
    let expected = format!("{bytes}\r\n\r\n  - {{id: oslo, name: Oslo}}\r\n");
    assert_eq!(text_of(&folder, "places.yaml"), expected);
    // A list that is not there yet is begun.
    folder.remove("places.yaml");
    assert_eq!(folder.run(["new", "place", "Oslo"]).code, 0);
    assert_eq!(
        text_of(&folder, "places.yaml"),
        "- {id: oslo, name: Oslo}\n"
    );
    folder.write("places.yaml", "[{id: rome, name: Rome}]\n");
    let said = folder.run(["new", "place", "Oslo"]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert_eq!(
        said.err,
        "error: events/places.yaml: this list is not written one item below the other, each behind a `- `; add this by hand:\n- {id: oslo, name: Oslo}\n"
    );
    folder.write("places.yaml", "- {id: rome, name: Rome\n");
    let said = folder.run(["new", "place", "Oslo"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("events/places.yaml: nothing can be added, since this file cannot be read whole; `dateline check` says why"));
    assert_eq!(text_of(&folder, "places.yaml"), "- {id: rome, name: Rome\n");
}

#[test]
fn what_cannot_be_declared_is_told() {
    let folder = Folder::base();
    let refused = |arguments: &[&str], lines: &[&str]| {
        let said = folder.run(["new"].iter().chain(arguments));
        assert_eq!((said.code, &*said.out), (2, ""), "{arguments:?}");
        let expected: Vec<_> = lines
            .iter()
            .map(|line| format!("error: {line}\n"))
            .collect();
        assert_eq!(said.err, expected.concat());
    };
    refused(
        &["actor", "Biden", "--kind", "person"],
        &["there is an actor `biden` already: Joe Biden; give this one another id by --id"],
    );
    refused(
        &[
            "actor",
            "Someone",
            "--id",
            "xi",
            "--kind",
            "human",
            "--of",
            "us-goverment",
            "--country",
            "USA",
            "--wikidata",
            "6279",
        ],
        &[
            "--kind: `human` is not a kind of actor; it can be `person`, `government`, `ministry`, `organisation` or `company`",
            "--of: there is no actor `us-goverment`; did you mean `us-government`? `dateline new actor` declares one",
            "--country: `USA` is not a country code; write the two capital letters of ISO 3166-1, such as `UA` or `CN`",
            "--wikidata: `6279` is not an item of Wikidata; write `Q` and the number, such as `Q6279`",
            "--id: there is an actor `xi` already: Xi Jinping; give this one another id",
        ],
    );
    refused(
        &["actor"],
        &[
            "NAME is missing; the name as it is shown",
            "--kind is missing; it can be `person`, `government`, `ministry`, `organisation` or `company`",
        ],
    );
    refused(
        &["place", "Київ"],
        &["no id can be made from this name; give the place one by --id"],
    );
    refused(
        &[
            "source",
            "--url",
            "example.com",
            "--published",
            "yesterday",
            "--type",
            "reportage",
        ],
        &[
            "--published: `yesterday` depends on the day of reading; write a date that does not depend on the day of reading, such as `2024-04-02` or `\"[2024-03-25..2024-03-31]\"`",
            "--url: this is not a web address; write the whole address, beginning with `https://`",
            "TITLE is missing; give a title, an --outlet or a --description",
        ],
    );
}

#[test]
fn where_there_is_no_timeline_it_is_told_how_to_begin_one() {
    let folder = Folder::empty();
    for (dir, message) in [
        ("nowhere", "nowhere: there is no such folder"),
        (
            "events",
            "events: there are no event files (`.yaml`) in this folder",
        ),
    ] {
        let said = folder.run(["new", "place", "Oslo", "--dir", dir]);
        assert_eq!((said.code, &*said.out), (2, ""));
        let advice = "`dateline init` begins a timeline; --dir names another folder";
        assert_eq!(said.err, format!("error: {message}\n  {advice}\n"));
    }
}

#[test]
fn what_is_begun_in_a_new_timeline_names_its_schema() {
    let folder = Folder::empty();
    assert_eq!(folder.run(["init", "."]).code, 0);
    folder.remove("places.yaml");
    let said = folder.run(["new", "place", "Example Place"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let said = folder.run([
        "new",
        "event",
        "Talks",
        "--when",
        "2000-01-02",
        "--kind",
        "call",
    ]);
    assert_eq!((said.code, &*said.err), (0, ""));
    for (name, kind) in [
        ("2000-01-02-talks.yaml", "event"),
        ("places.yaml", "places"),
    ] {
        let modeline = format!("# yaml-language-server: $schema=../schema/{kind}.json\n");
        assert!(text_of(&folder, name).starts_with(&modeline));
    }
    is_well(&folder);
}
