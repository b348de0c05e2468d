//! The examples of the specification, what it leaves open, and what is
//! refused.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::collections::HashSet;

use dateline::edtf::{Bound, Day, Edtf, Error, Expression, Offset, Part, Point};

/// The 63 different examples of the specification of 4 February 2019, in its
/// order: text, level, earliest and latest day. `..` is open, nothing is
/// unknown.
const EXAMPLES: [(&str, u8, &str, &str); 63] = [
    // Level 0: date
    ("1985-04-12", 0, "1985-04-12", "1985-04-12"),
    ("1985-04", 0, "1985-04-01", "1985-04-30"),
    ("1985", 0, "1985-01-01", "1985-12-31"),
    // Level 0: date and time
    ("1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12"),
    // Level 0: time interval
    ("1964/2008", 0, "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", 0, "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", 0, "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", 0, "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", 0, "2004-02-01", "2005-12-31"),
    ("2005/2006-02", 0, "2005-01-01", "2006-02-28"),
    // Level 1: letter-prefixed calendar year
    ("Y170000002", 1, "+170000002-01-01", "+170000002-12-31"),
    ("Y-170000002", 1, "-170000002-01-01", "-170000002-12-31"),
    // Level 1: seasons
    ("2001-21", 1, "2001-03-01", "2001-05-31"),
    // Level 1: qualification of a date (complete)
    ("1984?", 1, "1984-01-01", "1984-12-31"),
    ("2004-06~", 1, "2004-06-01", "2004-06-30"),
    ("2004-06-11%", 1, "2004-06-11", "2004-06-11"),
    // Level 1: unspecified digits from the right
    ("201X", 1, "2010-01-01", "2019-12-31"),
    ("20XX", 1, "2000-01-01", "2099-12-31"),
    ("2004-XX", 1, "2004-01-01", "2004-12-31"),
    ("1985-04-XX", 1, "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", 1, "1985-01-01", "1985-12-31"),
    // Level 1: open end
    ("1985-04-12/..", 1, "1985-04-12", ".."),
    ("1985-04/..", 1, "1985-04-01", ".."),
    ("1985/..", 1, "1985-01-01", ".."),
    // Level 1: open start
    ("../1985-04-12", 1, "..", "1985-04-12"),
    ("../1985-04", 1, "..", "1985-04-30"),
    ("../1985", 1, "..", "1985-12-31"),
    // Level 1: unknown end
    ("1985-04-12/", 1, "1985-04-12", ""),
    ("1985-04/", 1, "1985-04-01", ""),
    ("1985/", 1, "1985-01-01", ""),
    // Level 1: unknown start
    ("/1985-04-12", 1, "", "1985-04-12"),
    ("/1985-04", 1, "", "1985-04-30"),
    ("/1985", 1, "", "1985-12-31"),
    // Level 1: negative calendar year
    ("-1985", 1, "-1985-01-01", "-1985-12-31"),
    // Level 2: exponential year
    ("Y-17E7", 2, "-170000000-01-01", "-170000000-12-31"),
    // Level 2: significant digits
    ("1950S2", 2, "1900-01-01", "1999-12-31"),
    ("Y171010000S3", 2, "+171000000-01-01", "+171999999-12-31"),
    ("Y3388E2S3", 2, "+338000-01-01", "+338999-12-31"),
    // Level 2: sub-year groupings
    ("2001-34", 2, "2001-04-01", "2001-06-30"),
    // Level 2: one of a set
    ("[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", 2, "..", "1760-12-03"),
    ("[1760-12..]", 2, "1760-12-01", ".."),
    ("[1760-01,1760-02,1760-12..]", 2, "1760-01-01", ".."),
    ("[1667,1760-12]", 2, "1667-01-01", "1760-12-31"),
    ("[..1984]", 2, "..", "1984-12-31"),
    // Level 2: all members
    ("{1667,1668,1670..1672}", 2, "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", 2, "1960-01-01", "1961-12-31"),
    ("{..1984}", 2, "..", "1984-12-31"),
    // Level 2: qualification (`2004-06-11%` is an example of level 1 too)
    ("2004-06~-11", 2, "2004-06-11", "2004-06-11"),
    ("2004?-06-11", 2, "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", 2, "2004-06-11", "2004-06-11"),
    ("2004-%06-11", 2, "2004-06-11", "2004-06-11"),
    // Level 2: unspecified digit
    ("156X-12-25", 2, "1560-12-25", "1569-12-25"),
    ("15XX-12-25", 2, "1500-12-25", "1599-12-25"),
    ("XXXX-12-XX", 2, "0000-12-01", "9999-12-31"),
    ("1XXX-XX", 2, "1000-01-01", "1999-12-31"),
    ("1XXX-12", 2, "1000-12-01", "1999-12-31"),
    ("1984-1X", 2, "1984-10-01", "1984-12-31"),
    // Level 2: interval
    ("2004-06-~01/2004-06-~20", 2, "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", 2, "2004-06-01", "2004-07-03"),
];

/// Cases beyond the examples: what the documentation of the library promises.
const MORE: &[(&str, u8, &str, &str)] = &[
    // Years.
    ("0000", 0, "0000-01-01", "0000-12-31"),
    ("-0044-03-15", 1, "-0044-03-15", "-0044-03-15"),
    ("XXXX", 2, "0000-01-01", "9999-12-31"),
    ("-XXXX", 2, "-9999-01-01", "-0001-12-31"),
    ("-00X0", 2, "-0090-01-01", "-0010-12-31"),
    ("-19XX", 1, "-1999-01-01", "-1900-12-31"),
    ("1XX3", 2, "1003-01-01", "1993-12-31"),
    ("Y10000", 1, "+10000-01-01", "+10000-12-31"),
    (
        "Y9999999999999999",
        1,
        "+9999999999999999-01-01",
        "+9999999999999999-12-31",
    ),
    (
        "Y1E15",
        2,
        "+1000000000000000-01-01",
        "+1000000000000000-12-31",
    ),
    // Significant digits.
    ("1950S4", 2, "1950-01-01", "1950-12-31"),
    ("-1950S2", 2, "-1999-01-01", "-1900-12-31"),
    ("0950S2", 2, "0900-01-01", "0999-12-31"),
    ("-0050S1", 2, "-0999-01-01", "-0001-12-31"),
    ("Y-17E7S1", 2, "-199999999-01-01", "-100000000-12-31"),
    ("1950S2?", 2, "1900-01-01", "1999-12-31"),
    // Unspecified digits.
    ("20X0-10-02", 2, "2000-10-02", "2090-10-02"),
    ("XXXX-02-29", 2, "0000-02-29", "9996-02-29"),
    ("1900-02-2X", 2, "1900-02-20", "1900-02-28"),
    ("1985-0X-31", 2, "1985-01-31", "1985-08-31"),
    ("1985-XX-31", 2, "1985-01-31", "1985-12-31"),
    ("2004-XX-30", 2, "2004-01-30", "2004-12-30"),
    ("2004-0X", 2, "2004-01-01", "2004-09-30"),
    ("XXXX-XX-XX", 2, "0000-01-01", "9999-12-31"),
    // Seasons and their kin.
    ("2001-22", 1, "2001-06-01", "2001-08-31"),
    ("2001-23", 1, "2001-09-01", "2001-11-30"),
    ("2001-24", 1, "2001-12-01", "2002-02-28"),
    ("2003-24", 1, "2003-12-01", "2004-02-29"),
    ("2001-25", 2, "2001-03-01", "2001-05-31"),
    ("2001-28", 2, "2001-12-01", "2002-02-28"),
    ("2001-29", 2, "2001-09-01", "2001-11-30"),
    ("2001-30", 2, "2001-12-01", "2002-02-28"),
    ("2001-31", 2, "2001-03-01", "2001-05-31"),
    ("2001-32", 2, "2001-06-01", "2001-08-31"),
    ("2001-33", 2, "2001-01-01", "2001-03-31"),
    ("2023-36", 2, "2023-10-01", "2023-12-31"),
    ("2001-37", 2, "2001-01-01", "2001-04-30"),
    ("2001-38", 2, "2001-05-01", "2001-08-31"),
    ("2001-39", 2, "2001-09-01", "2001-12-31"),
    ("2001-40", 2, "2001-01-01", "2001-06-30"),
    ("2001-41", 2, "2001-07-01", "2001-12-31"),
    ("-0001-24", 1, "-0001-12-01", "0000-02-29"),
    ("192X-33", 2, "1920-01-01", "1929-03-31"),
    ("2001-21?", 1, "2001-03-01", "2001-05-31"),
    ("2001-?21", 2, "2001-03-01", "2001-05-31"),
    // Qualifiers, wherever they stand.
    ("?2004", 2, "2004-01-01", "2004-12-31"),
    ("2004?-06?", 2, "2004-06-01", "2004-06-30"),
    ("?2004?-%06~-~11%", 2, "2004-06-11", "2004-06-11"),
    ("%-0044", 2, "-0044-01-01", "-0044-12-31"),
    // Intervals.
    ("1984?/2004%", 1, "1984-01-01", "2004-12-31"),
    ("2001-21/2003", 1, "2001-03-01", "2003-12-31"),
    ("2010/201X", 2, "2010-01-01", "2019-12-31"),
    ("2024-04-15/2024-04", 0, "2024-04-15", "2024-04-30"),
    ("2024-04-02/2024-04-02", 0, "2024-04-02", "2024-04-02"),
    ("2024-XX/2024-02", 2, "2024-01-01", "2024-02-29"),
    ("Y-17E7/..", 2, "-170000000-01-01", ".."),
    ("-0044/0044", 1, "-0044-01-01", "0044-12-31"),
    // Sets.
    ("[2024-04-02]", 2, "2024-04-02", "2024-04-02"),
    ("[2024-05,2024-04]", 2, "2024-04-01", "2024-05-31"),
    ("[..2024-04-06]", 2, "..", "2024-04-06"),
    ("{2024-04-12..2024-04-30}", 2, "2024-04-12", "2024-04-30"),
    (
        "[..1983-12-31,1984-10-10..1984-11-01,1984-11-05..]",
        2,
        "..",
        "..",
    ),
    ("[2023-33..2023-35]", 2, "2023-01-01", "2023-09-30"),
    ("[..198X]", 2, "..", "1989-12-31"),
    ("{1670~..1672}", 2, "1670-01-01", "1672-12-31"),
    // Times.
    ("1985-04-12T00:00:00+00:00", 0, "1985-04-12", "1985-04-12"),
    ("2016-12-31T23:59:60Z", 0, "2016-12-31", "2016-12-31"),
    ("2017-01-01T05:29:60+05:30", 0, "2017-01-01", "2017-01-01"),
    ("-0044-03-15T12:00:00", 1, "-0044-03-15", "-0044-03-15"),
];

#[test]
fn examples_of_the_specification() {
    let texts: HashSet<&str> = EXAMPLES.iter().map(|example| example.0).collect();
    assert_eq!(texts.len(), 63, "every example is there once");
    check(&EXAMPLES);
}

#[test]
fn what_the_specification_leaves_open() {
    check(MORE);
}

fn check(table: &[(&str, u8, &str, &str)]) {
    for (text, level, earliest, latest) in table {
        let edtf: Edtf = text
            .parse()
            .unwrap_or_else(|error| panic!("`{text}` is refused: {error}"));
        assert_eq!(edtf.level(), *level, "level of {text}");
        assert_eq!(edtf.earliest().to_string(), *earliest, "earliest of {text}");
        assert_eq!(edtf.latest().to_string(), *latest, "latest of {text}");
        assert_eq!(edtf.to_string(), *text, "the text again");
    }
}

fn error(text: &str) -> Error {
    text.parse::<Edtf>()
        .err()
        .unwrap_or_else(|| panic!("{text:?} is accepted"))
}

#[test]
fn spans_point_at_the_place_and_not_just_the_text() {
    for (text, start) in [
        ("2024-4-2", 5),
        ("2024-04-31", 8),
        ("04-04-2024/2024", 0),
        ("[2024-04-02,2024-04-31]", 20),
        ("2024-04-01/2024-04-31", 19),
        ("2024/2023", 5),
        ("[1990,1984..1982]", 12),
        (" 2024", 0),
        ("2024 ", 4),
        ("2024-04-02T10:10:99", 17),
    ] {
        assert_eq!(error(text).span().start, start, "{text}");
    }
}

#[test]
fn qualifiers_reach_where_the_specification_says() {
    let parts = |text: &str| {
        let Expression::Date(date) = parse(text).expression().clone() else {
            panic!("{text} is not a date");
        };
        [Part::Year, Part::Month, Part::Day].map(|part| {
            let found = date.qualification(part);
            match (found.uncertain, found.approximate) {
                (true, true) => '%',
                (true, false) => '?',
                (false, true) => '~',
                (false, false) => '-',
            }
        })
    };
    assert_eq!(parts("2004-06-11%"), ['%', '%', '%']);
    assert_eq!(parts("2004-06~-11"), ['~', '~', '-']);
    assert_eq!(parts("2004?-06-11"), ['?', '-', '-']);
    assert_eq!(parts("?2004-06-~11"), ['?', '-', '~']);
    assert_eq!(parts("2004-%06-11"), ['-', '%', '-']);
    assert_eq!(parts("2004?-06-11~"), ['%', '~', '~']);
    assert_eq!(parts("2004-06?-~11"), ['?', '?', '~']);
    assert!(parse("2004-%06-11").is_uncertain());
    assert!(parse("2004-%06-11").is_approximate());
    assert!(!parse("2004-~06-11").is_uncertain());
    assert!(parse("2004/2005?").is_uncertain());
    assert!(parse("[2004,2006..2007~]").is_approximate());
    assert!(!parse("[2004,2006]").is_approximate());
}

#[test]
fn a_time_keeps_its_offset() {
    let offset = |text: &str| parse(text).time().and_then(|time| time.offset);
    assert_eq!(offset("1985-04-12T23:20:30Z"), Some(Offset::Utc));
    assert_eq!(offset("1985-04-12T23:20:30"), None);
    let minutes = |text| offset(text).map(Offset::minutes);
    assert_eq!(minutes("1985-04-12T23:20:30-04"), Some(-240));
    assert_eq!(minutes("1985-04-12T23:20:30+04:30"), Some(270));
    assert_eq!(minutes("1985-04-12T23:20:30-00:30"), Some(-30));
    assert!(parse("1985-04-12").time().is_none());
}

#[test]
fn one_day_only() {
    let day = Day::new(2024, 4, 2);
    for text in [
        "2024-04-02",
        "2024-04-02?",
        "2024-04-02T10:00:00Z",
        "[2024-04-02]",
        "2024-04-02/2024-04-02",
    ] {
        assert_eq!(parse(text).is_single_day(), day, "{text}");
    }
    for text in ["2024-04", "2024-04-XX", "2024-04-02/", "[..2024-04-02]"] {
        assert_eq!(parse(text).is_single_day(), None, "{text}");
    }
}

#[test]
fn open_and_unknown_differ() {
    assert_eq!(parse("2024/..").latest(), Bound::Open);
    assert_eq!(parse("2024/").latest(), Bound::Unknown);
    assert_eq!(parse("[2024..]").latest(), Bound::Open);
    assert!(matches!(
        parse("2001-21").expression().point(),
        Some(Point::Season(_))
    ));
}

#[test]
fn days() {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    assert_eq!(day(1970, 1, 1).number(), 0);
    assert_eq!(day(2000, 3, 1).number(), 11_017);
    assert_eq!(day(1969, 12, 31).number(), -1);
    assert_eq!(day(0, 1, 1).number(), -719_528);
    assert_eq!(day(2023, 12, 31).succ(), Some(day(2024, 1, 1)));
    assert_eq!(day(2024, 3, 1).pred(), Some(day(2024, 2, 29)));
    assert_eq!(Day::new(2023, 2, 29), None);
    assert_eq!(Day::new(2024, 0, 1), None);
    assert_eq!(Day::new(2024, 1, 0), None);
    assert!(day(-44, 3, 15) < day(44, 3, 15));
    assert_eq!(day(-44, 3, 15).to_string(), "-0044-03-15");
    assert_eq!(day(-12_345, 3, 15).to_string(), "-12345-03-15");
    assert_eq!(day(12_345, 3, 15).to_string(), "+12345-03-15");
    let (first, last) = (day(-Day::MAX_YEAR, 1, 1), day(Day::MAX_YEAR, 12, 31));
    assert_eq!(Day::from_number(first.number()), Some(first));
    assert_eq!(Day::from_number(last.number()), Some(last));
    assert_eq!((first.pred(), last.succ()), (None, None));
    assert_eq!(Day::from_number(i64::MAX), None);
    assert_eq!(Day::from_number(i64::MIN), None);
}

/// Long texts take a time in proportion to their length: these would not end
/// if it were its square, or overflow the stack if brackets were recursion.
#[test]
fn long_texts() {
    let members = vec!["2024-04-02"; 20_000].join(",");
    let set = format!("[{members}]");
    assert_eq!(parse(&set).to_string(), set);
    for piece in [
        "[",
        "{",
        "-",
        "/",
        "..",
        ",",
        "?",
        "X",
        "9",
        "Y",
        " ",
        "T",
        "é",
        "1/",
        "s",
        "Y010000,",
        "1984/1985,",
        "1984..1985",
    ] {
        for start in ["", "[", "2024-04-02", "Y1", "2024/"] {
            error(&format!("{start}{}", piece.repeat(20_000)));
            error(&format!("[{start}{}]", piece.repeat(20_000)));
        }
    }
}

fn parse(text: &str) -> Edtf {
    text.parse()
        .unwrap_or_else(|error| panic!("`{text}` is refused: {error}"))
}
