use super::*;
use crate::schema::Status;
use proptest::prelude::*;

fn read_text(text: &str) -> (Read, Losses) {
    let input = Input {
        name: "a.mw".to_owned(),
        is_folder: false,
        files: vec![InputFile {
            name: None,
            text: text.to_owned(),
        }],
    };
    let mut losses = Losses::default();
    let read = read(&input, &Options::default(), &mut losses).unwrap();
    (read, losses)
}

fn date(line: &str) -> String {
    let (read, losses) = read_text(&format!("3/5/2013: First !first\n{line}"));
    let manners: Vec<_> = losses
        .0
        .iter()
        .skip(1)
        .map(|loss| format!(" {:?}", loss.manner))
        .collect();
    let entry = read.entries.get(1);
    let when = entry.map_or("none".to_owned(), |entry| {
        entry
            .when
            .as_ref()
            .map_or("no".to_owned(), ToString::to_string)
    });
    format!("{when}{}", manners.concat())
}

#[test]
fn dates_are_read_without_the_clock() {
    for (line, expected) in [
        ("2012: x", "2012"),
        ("12/2012: x", "2012-12"),
        ("3/4/2013: x", "2013-03-04 Ambiguous"),
        ("3/14/2013: x", "2013-03-14"),
        ("2012-2013: x", "2012/2013"),
        ("3/14/2013 - 3/15/2013: x", "2013-03-14/2013-03-15"),
        ("5/2013 - now: x", "2013-05/.. Assumed"),
        ("2012/2013: x", "2012/2013"),
        ("2012-04 - 2013: x", "2012-04/2013"),
        ("2024-04-02/2024-05: x", "2024-04-02/2024-05"),
        ("2024-04-02 to 2024-05-01: x", "2024-04-02/2024-05-01"),
        ("Jan 2012 - Feb 2013: x", "2012-01/2013-02"),
        ("Dec 1 2024 - 8 days: x", "2024-12-01/2024-12-08 Assumed"),
        ("1 week: x", "2013-03-06/2013-03-12 Assumed"),
        ("after !first 3 weeks: x", "2013-03-06/2013-03-26 Assumed"),
        ("before !first 2 days: x", "2013-03-03/2013-03-04 Assumed"),
        ("!first - 10 days: x", "2013-03-06/2013-03-15 Assumed"),
        ("after !other 3 weeks: x", "no Partly"),
        ("3 hours: x", "no Partly"),
        ("10 work days: x", "no Partly"),
        ("now: x", "no Partly"),
        ("10:30am: x", "no Partly"),
        ("2024-05 - now: x", "2024-05/.. Assumed"),
        ("2024-01-01 every 2 weeks x5: x", "2024-01-01 Partly"),
        ("2024-01-01 10:30: x", "2024-01-01T10:30:00"),
        ("2024-W10: x", "2024-03-04/2024-03-10"),
        ("2024-W60: x", "no Impossible"),
        ("300 BC - 200 BC: x", "-0299/-0199"),
        ("30/2/2013: x", "no Impossible"),
        ("2012 - 3 months: x", "2012 Partly"),
        ("Note: x", "none NoPlace"),
        ("text", "none"),
    ] {
        assert_eq!(date(line), expected, "{line}");
    }
}

#[test]
fn a_file_with_all_of_it() {
    let (read, losses) = read_text(
        "---\ntitle: My timeline\ndateFormat: d/M/y\n#work: red\n---\n\n# Early #work\n// a comment\n\
         3/4/2013: [x] Talks in #Geneva [page](https://a.example/) #talks @ann_lee !one\nlocation: Geneva\nowner: me\n\n\
         They *talk*. <b>x</b>\n- [ ] later\n\ngroup Inner\nafter !one 2 days: Rest\nendGroup\n## Late\n2014: L\n# Other\n2015: O\n",
    );
    assert_eq!(read.title.as_deref(), Some("My timeline"));
    let [talks, rest, late, other] = read.entries.as_slice() else {
        panic!("{:?}", read.entries);
    };
    assert_eq!(talks.title, "Talks in Geneva page");
    assert_eq!(talks.when.as_ref().unwrap().to_string(), "2013-04-03");
    assert_eq!(talks.topics, ["Geneva", "talks", "Early"]);
    assert_eq!(talks.actors[0].name, "ann lee");
    assert_eq!(talks.status, Some(Status::Happened));
    assert_eq!(talks.location.as_ref().unwrap().name, "Geneva");
    assert_eq!(talks.summary, "They *talk*. **x**\n- [ ] later");
    assert_eq!(
        rest.when.as_ref().unwrap().to_string(),
        "2013-04-04/2013-04-05"
    );
    assert_eq!(rest.topics, ["Early", "Inner"]);
    assert_eq!(late.topics, ["Early", "Late"]);
    assert_eq!(other.topics, ["Other"]);
    let told: Vec<_> = losses
        .0
        .iter()
        .map(|loss| (loss.place.line.unwrap_or_default(), loss.what.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (4, "`red`"),
            (7, "`work`"),
            (8, "`a comment`"),
            (9, "`[x]` was taken as `happened`"),
            (11, "`me`"),
            (
                17,
                "`after !one 2 days` was worked out: `2013-04-04/2013-04-05`"
            ),
        ]
    );
}

proptest! {
    #[test]
    fn nothing_panics_and_no_event_is_lost(
        lines in prop::collection::vec("(([0-9]{1,4}[-/ ]?){1,3}|now|after !a|[0-9]{1,3} (days|weeks)|Jan 2012|2012-W1)( - |/| to )?(2013|now|3 months|!a)?: \\PC{0,20}|\\PC{0,30}|#{1,3} [a-z]{0,4}|group|endGroup|2012: x !a", 0..15)
    ) {
        let (read, _) = read_text(&lines.join("\n"));
        let certain = lines.iter().filter(|line| *line == "2012: x !a").count();
        prop_assert!(read.entries.len() >= certain);
    }
}
