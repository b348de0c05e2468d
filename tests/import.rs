//! What becomes of other tools' files: each folder of `tests/import` holds one, is imported
//! by the program itself, and what it says and writes has to be what `expected.txt` holds,
//! to the letter.
//!
//! `BLESS=1 cargo test --test import` writes what it says into the files; read them then,
//! as the one who kept the records would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::edtf::Edtf;
use dateline::import::make::{Defaults, Plan, Refused, plan};
use dateline::import::{Input, InputFile, Losses, Options, READERS};
use dateline::load::Sources;
use dateline::model::Timeline;
use folder::{Folder, Said};
use proptest::prelude::*;

const CALL: &str = "2024-04-02-biden-xi-call";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

/// The folders with an input each.
fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root()).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The input of a case, and with what it is imported.
fn input(case: &Path) -> (PathBuf, Vec<String>) {
    let entries = fs::read_dir(case).unwrap();
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    inputs.retain(|path| !path.ends_with("expected.txt") && !path.ends_with("arguments.txt"));
    assert_eq!(inputs.len(), 1, "{inputs:?}");
    let arguments = fs::read_to_string(case.join("arguments.txt")).unwrap_or_default();
    (
        inputs.remove(0),
        arguments.lines().map(str::to_owned).collect(),
    )
}

fn import(folder: &Folder, case: &Path, more: &[&str]) -> Said {
    let (input, arguments) = input(case);
    let mut all = vec!["import".to_owned(), input.display().to_string()];
    all.extend(["--into".to_owned(), "made".to_owned()]);
    all.extend(arguments);
    all.extend(more.iter().map(|&argument| argument.to_owned()));
    folder.run(all)
}

fn beside(folder: &Folder, name: &str) -> PathBuf {
    folder.events().with_file_name(name)
}

/// All files of a folder: their names and texts.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn what_is_made_is_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let folder = Folder::empty();
        let said = import(&folder, &case, &[]);
        let mut text = format!("{}{}exit: {}\n", said.out, said.err, said.code);
        assert!(!text.contains('\u{1b}'), "{}: styles", case.display());
        let report = beside(&folder, "made-import-report.md");
        text += &format!("\n==== the report\n{}", fs::read_to_string(report).unwrap());
        for (name, file) in files(&beside(&folder, "made")) {
            text += &format!("\n==== {name}\n{file}");
        }
        let check = folder.run(["check", "made"]);
        assert_eq!(check.code, 0, "{}: {}", case.display(), check.err);
        let expected = case.join("expected.txt");
        if bless {
            fs::write(expected, text).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != text {
            wrong.push(format!("{}\n{text}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected: {}", wrong.join("\n\n"));
}

#[test]
fn importing_again_adds_nothing_and_a_dry_run_writes_nothing() {
    for case in cases() {
        let folder = Folder::empty();
        let dry = import(&folder, &case, &["--dry-run"]);
        assert_eq!(dry.code, 0, "{}: {}", case.display(), dry.err);
        assert!(dry.out.contains(" would be written"), "{}", dry.out);
        let there = fs::read_dir(folder.events().parent().unwrap()).unwrap();
        assert_eq!(there.count(), 1, "only the empty folder of the test");

        let first = import(&folder, &case, &[]);
        let made = files(&beside(&folder, "made"));
        let again = import(&folder, &case, &[]);
        assert_eq!(again.code, 0, "{}: {}", case.display(), again.err);
        assert!(again.out.contains(": 0 events written, "), "{}", again.out);
        assert!(!again.out.contains(" added"), "{}", again.out);
        assert_eq!(files(&beside(&folder, "made")), made, "{}", case.display());
        // What was left out is told again, and nothing else is left out.
        let left_out = |said: &Said| {
            let rest = said.out.split("Left out (").nth(1);
            rest.map(|rest| rest.split("\n\n").next().unwrap_or_default().to_owned())
        };
        assert_eq!(left_out(&first), left_out(&again), "{}", case.display());
    }
}

const TABLE: &str = "Date,Title,People,Where,Link\n\
    2024-04-02,A call,Joe Biden,Washington,https://example.org/a\n\
    2024-04-03,Another,Joe Biden; Somebody New,Nowhere,https://example.org/b\n";

#[test]
fn what_is_there_is_added_to_and_never_changed() {
    let folder = Folder::base();
    let before = files(&folder.events());
    fs::write(beside(&folder, "table.csv"), TABLE).unwrap();
    let said = folder.run(["import", "table.csv", "--into", "events"]);
    assert_eq!((said.code, &*said.err), (0, ""), "{}", said.out);
    assert!(
        said.out.contains("events: 2 events written, 1 actor, "),
        "{}",
        said.out
    );
    let check = folder.run(["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
    for (name, text) in before {
        let now = fs::read_to_string(folder.events().join(&name)).unwrap();
        assert!(now.starts_with(&text), "{name}");
        let may_grow = matches!(&*name, "actors.yaml" | "places.yaml" | "sources.yaml");
        assert!(may_grow || now == text, "{name}");
    }
    let event = fs::read_to_string(folder.events().join("2024-04-03-another.yaml")).unwrap();
    assert!(event.contains("actors: [biden, somebody-new]"), "{event}");
}

#[test]
fn an_event_that_somebody_went_on_with_stays_as_it_is() {
    let folder = Folder::empty();
    fs::write(beside(&folder, "table.csv"), TABLE).unwrap();
    let run = || folder.run(["import", "table.csv", "--into", "made"]);
    assert_eq!(run().code, 0);
    let path = beside(&folder, "made/2024-04-02-a-call.yaml");
    let edited = fs::read_to_string(&path).unwrap() + "summary: What we know by now.\n";
    fs::write(&path, &edited).unwrap();
    let said = run();
    assert_eq!((said.code, &*said.err), (0, ""));
    assert!(
        said.out
            .contains("made: 0 events written, 1 there already, 1 left out\n"),
        "{}",
        said.out
    );
    assert!(said.out.contains("stays as it is"), "{}", said.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn nothing_is_imported_where_something_is_wrong() {
    let folder = Folder::base();
    fs::write(beside(&folder, "table.csv"), TABLE).unwrap();
    folder.write(&format!("{CALL}.yaml"), "title: no more\n");
    let said = folder.run(["import", "table.csv", "--into", "events"]);
    assert_eq!((said.code, &*said.out), (1, ""));
    assert!(
        said.err
            .contains("nothing was imported: 3 errors in events"),
        "{}",
        said.err
    );

    let folder = Folder::empty();
    fs::write(beside(&folder, "table.csv"), TABLE).unwrap();
    fs::write(beside(&folder, "notes.csv"), "a,b\n1,2\n").unwrap();
    fs::write(beside(&folder, "broken.json"), "{\n  \"events\": [\n").unwrap();
    fs::write(beside(&folder, "book.xlsx"), b"PK\x03\x04....").unwrap();
    for (arguments, expected) in [
        (
            "none.csv --into made",
            "error: none.csv: there is no such file\n",
        ),
        (
            "notes.csv --into made",
            "error: notes.csv, line 1: no column is known for a date; say which with `--map when=COLUMN`. The columns are `a`, `b`\n",
        ),
        (
            "broken.json --into made --from timelinejs",
            "error: broken.json, line 3: this is not JSON: EOF while parsing a list (column 0)\n",
        ),
        (
            "book.xlsx --into made",
            "error: book.xlsx: this is an archive, or a spreadsheet such as `.xlsx` or `.ods`: save it as CSV there\n",
        ),
        (
            "table.csv --into made --map when",
            "error: `--map when` has no `=`; write our field before it and the input’s behind it, such as `--map title=Headline`\n",
        ),
        (
            "table.csv --into made --map when=Dat",
            "error: table.csv: there is no column `Dat`, did you mean `Date`?; the columns are `Date`, `Title`, `People`, `Where`, `Link`\n",
        ),
        (
            "table.csv --into made --undated soon",
            "error: --undated: `soon` depends on the day of reading; ",
        ),
        (
            "table.csv --into made --report table.csv",
            "error: table.csv is there already; give the report another name\n",
        ),
        (
            "table.csv --into table.csv",
            "error: table.csv: this is not a folder\n",
        ),
    ] {
        let said = folder.run(["import"].into_iter().chain(arguments.split(' ')));
        assert_eq!((said.code, &*said.out), (2, ""), "{arguments}");
        assert!(said.err.starts_with(expected), "{arguments}: {}", said.err);
        assert!(!beside(&folder, "made").exists(), "{arguments}");
    }
}

#[test]
fn the_report_is_saved_where_it_is_wanted_and_never_over_another() {
    let folder = Folder::empty();
    fs::write(beside(&folder, "table.csv"), TABLE).unwrap();
    let run = |more: &[&str]| {
        let arguments = ["import", "table.csv", "--into", "made"];
        folder.run(arguments.iter().chain(more).copied())
    };
    let said = run(&["--dry-run", "--report", "told.json"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let told = fs::read_to_string(beside(&folder, "told.json")).unwrap();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["written"]["events"], 2);
    assert_eq!(told["dry_run"], true);
    assert_eq!(told["losses"][0]["line"], 1);
    for number in ["", "-2"] {
        let said = run(&[]);
        let name = format!("made-import-report{number}.md");
        assert!(
            said.out.contains(&format!("the whole report: {name}\n")),
            "{}",
            said.out
        );
        assert!(beside(&folder, &name).is_file());
    }
    // It would say the same a third time.
    assert!(
        run(&[])
            .out
            .contains("the whole report: made-import-report-2.md\n")
    );
}

#[test]
fn an_order_of_day_and_month_a_century_and_a_date_can_be_given() {
    let folder = Folder::empty();
    let table = "Date,Title\n3/4/24,One\nsoon,Two\n";
    fs::write(beside(&folder, "table.csv"), table).unwrap();
    let said = folder.run([
        "import",
        "table.csv",
        "--into",
        "made",
        "--day-first",
        "--century",
        "20",
        "--undated",
        "[2023..2025]",
    ]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let text = |name: &str| fs::read_to_string(beside(&folder, "made").join(name)).unwrap();
    assert!(text("2024-04-03-one.yaml").contains("when: 2024-04-03\n"));
    let undated = text("2023-two.yaml");
    assert!(
        undated.contains("when: \"[2023..2025]\"\nsaid_when: soon\n"),
        "{undated}"
    );
}

#[test]
fn what_would_act_elsewhere_does_nothing_in_the_report() {
    let folder = Folder::empty();
    let table = "Date,Title,a\u{1b}[31m`<img src=x>\n\
        2024-01-01,x,``<script>alert(1)</script>\u{1b}]0;x\u{7}\u{202e}\n";
    fs::write(beside(&folder, "table.csv"), table).unwrap();
    let said = folder.run(["import", "table.csv", "--into", "made"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let report = fs::read_to_string(beside(&folder, "made-import-report.md")).unwrap();
    for text in [&said.out, &report] {
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
    }
    assert!(
        report.contains("`\\u{60}\\u{60}<script>alert(1)</script>"),
        "{report}"
    );
}

#[test]
fn what_is_too_deep_or_too_much_is_refused() {
    for deep in ["[".repeat(200_000), "{\"events\":".repeat(200_000)] {
        assert!(made("timelinejs", &deep).is_none());
    }
    let rows = "2024,x\n".repeat(100_001);
    assert!(made("csv", &format!("Year,Title\n{rows}")).is_none());
}

fn defaults() -> Defaults {
    Defaults {
        kind: None,
        status: None,
        actor_kind: None,
        source_type: None,
        undated: None,
        sources: true,
    }
}

/// Imports a text as a format into an empty folder; nothing if it cannot be read.
fn made(format: &str, text: &str) -> Option<(Plan, Losses)> {
    let reader = READERS.iter().find(|reader| reader.name == format)?;
    let file = InputFile {
        name: None,
        text: text.to_owned(),
    };
    let input = Input {
        name: "input".to_owned(),
        is_folder: false,
        files: vec![file],
    };
    let mut losses = Losses::default();
    let read = (reader.read)(&input, &Options::default(), &mut losses).ok()?;
    let there = Sources::from_texts(Path::new("made"), []);
    let plan = plan(
        read,
        "input",
        &there,
        &Timeline::empty(),
        &defaults(),
        &mut losses,
    );
    match plan {
        Ok(plan) => Some((plan, losses)),
        Err(Refused::Because(_)) => None,
        Err(Refused::Ours(fault)) => {
            let said: Vec<&str> = fault.0.iter().map(|found| &*found.message).collect();
            assert!(said.is_empty(), "{format}: {said:?}\n{text}");
            None
        }
    }
}

/// Whether a word of the input is in a file or in the report.
fn is_kept(word: &str, plan: &Plan, losses: &Losses) -> bool {
    let mut texts = plan.new.iter().map(|(_, text)| text);
    texts.any(|text| text.contains(word)) || losses.0.iter().any(|loss| loss.what.contains(word))
}

/// Something that may stand in a field.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9 ,;:'\"<>&/*#=@-]{0,16}",
        2 => "(\\PC|[\n\r\t\0\u{85}\u{202e}\u{2028}\u{feff}\u{fffe}]){0,8}",
        2 => "[0-3]?[0-9][/.-][01]?[0-9][/.-](20)?[0-9]{2}( [0-9]{1,2}:[0-9]{2})?",
        2 => "-?[0-9]{1,12}",
        1 => "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-5][0-9]:00Z)?",
        1 => "<[a-z/!]{0,8}[ a-z=\"':/.]{0,12}>?[a-z<>/]{0,8}",
        1 => "(https?|javascript|mailto):/?/?[a-z./?#%é \"<>]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_row_is_in_the_files_or_in_the_report(
        rows in prop::collection::vec(prop::collection::vec(value(), 10), 0..8),
        timelinejs in any::<bool>(),
    ) {
        let (format, header) = if timelinejs {
            ("timelinejs-csv", "Headline,Year,Month,Day,Text,Media,Media Caption,Group,Type,End Year,More")
        } else {
            ("csv", "Title,Date,End,Time,Text,Link,Who,Tags,Where,Status,More")
        };
        let mut text = header.to_owned();
        for (number, row) in rows.iter().enumerate() {
            text += &format!("\nmark{number}end");
            for cell in row {
                text += &format!(",\"{}\"", cell.replace('"', "\"\""));
            }
        }
        if let Some((plan, losses)) = made(format, &text) {
            for number in 0..rows.len() {
                prop_assert!(is_kept(&format!("mark{number}end"), &plan, &losses), "{number} of {text:?}");
            }
        }
    }

    #[test]
    fn each_slide_is_in_the_files_or_in_the_report(
        slides in prop::collection::vec(prop::collection::vec(value(), 9), 0..6),
        first in any::<bool>(),
    ) {
        let slides: Vec<serde_json::Value> = slides.iter().enumerate().map(|(number, values)| {
            let title = format!("mark{number}end");
            if first {
                serde_json::json!({
                    "startDate": values[0], "endDate": values[1], "headline": title, "text": values[2],
                    "tag": values[3], "asset": {"media": values[4], "caption": values[5], "credit": values[6]},
                    (values[7].clone()): values[8],
                })
            } else {
                serde_json::json!({
                    "start_date": {"year": values[0], "month": values[1], "hour": values[2]},
                    "end_date": values[3], "text": {"headline": title, "text": values[4]},
                    "media": {"url": values[5], "caption": values[6]}, (values[7].clone()): values[8],
                })
            }
        }).collect();
        let json = if first {
            serde_json::json!({"timeline": {"headline": "x", "date": slides}})
        } else {
            serde_json::json!({"events": slides})
        };
        let (plan, losses) = made("timelinejs", &json.to_string()).unwrap();
        for number in 0..slides.len() {
            prop_assert!(is_kept(&format!("mark{number}end"), &plan, &losses), "{number} of {json}");
        }
    }

    #[test]
    fn no_text_breaks_any_reader(text in prop_oneof![
        "(\\PC|[\n\r\t\0]){0,200}",
        "([,;\t\"'\n\r]|[a-zA-Z]{1,6}|date|title|2024-01-01){0,80}",
        "([{}\\[\\]:,\"\n ]|\"(events|timeline|date|text|headline|start_date|year)\"|[0-9]{1,4}|null|true){0,60}",
        "([<>/=\"& \n]|[a-zA-Z]{1,6}|BEGIN:VEVENT|DTSTART:|title:|2024-01-01|---){0,60}",
    ]) {
        for reader in READERS {
            let _ = made(reader.name, &text);
        }
    }

    #[test]
    fn dates_that_are_written_read_as_themselves(year in 1000..3000i64, month in 1..13u8, day in 1..29u8) {
        let date = format!("{year}-{month:02}-{day:02}");
        let text = format!("Date,Title\n{date},x\n");
        let (plan, _) = made("csv", &text).unwrap();
        let file = plan.new.iter().find(|(name, _)| name.starts_with(&date));
        let line = format!("when: {date}\n");
        prop_assert!(file.is_some_and(|(_, text)| text.contains(&line)));
        prop_assert!(date.parse::<Edtf>().is_ok());
    }
}
