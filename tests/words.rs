//! Every kind of expression in English words.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use dateline::edtf::{Day, Edtf};
use dateline::words::{self, Language, Span};

/// The examples of the specification, in its order.
const EXAMPLES: [(&str, &str); 63] = [
    ("1985-04-12", "12 April 1985"),
    ("1985-04", "April 1985"),
    ("1985", "1985"),
    (
        "1985-04-12T23:20:30",
        "12 April 1985, 23:20:30 (local time)",
    ),
    ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 (UTC)"),
    (
        "1985-04-12T23:20:30-04",
        "12 April 1985, 23:20:30 (UTC−04:00)",
    ),
    (
        "1985-04-12T23:20:30+04:30",
        "12 April 1985, 23:20:30 (UTC+04:30)",
    ),
    ("1964/2008", "1964 to 2008"),
    ("2004-06/2006-08", "June 2004 to August 2006"),
    (
        "2004-02-01/2005-02-08",
        "1 February 2004 to 8 February 2005",
    ),
    ("2004-02-01/2005-02", "1 February 2004 to February 2005"),
    ("2004-02-01/2005", "1 February 2004 to 2005"),
    ("2005/2006-02", "2005 to February 2006"),
    ("Y170000002", "year 170,000,002"),
    ("Y-170000002", "year −170,000,002"),
    ("2001-21", "spring 2001"),
    ("1984?", "1984 (uncertain)"),
    ("2004-06~", "around June 2004"),
    ("2004-06-11%", "around 11 June 2004 (uncertain)"),
    ("201X", "2010s"),
    ("20XX", "between 2000 and 2099"),
    ("2004-XX", "a month in 2004"),
    ("1985-04-XX", "a day in April 1985"),
    ("1985-XX-XX", "a day in 1985"),
    ("1985-04-12/..", "from 12 April 1985 on"),
    ("1985-04/..", "from April 1985 on"),
    ("1985/..", "from 1985 on"),
    ("../1985-04-12", "until 12 April 1985, with no start"),
    ("../1985-04", "until April 1985, with no start"),
    ("../1985", "until 1985, with no start"),
    ("1985-04-12/", "from 12 April 1985, end unknown"),
    ("1985-04/", "from April 1985, end unknown"),
    ("1985/", "from 1985, end unknown"),
    ("/1985-04-12", "until 12 April 1985, start unknown"),
    ("/1985-04", "until April 1985, start unknown"),
    ("/1985", "until 1985, start unknown"),
    ("-1985", "1986 BC"),
    ("Y-17E7", "year −170,000,000"),
    ("1950S2", "between 1900 and 1999 (estimated 1950)"),
    (
        "Y171010000S3",
        "between the years 171,000,000 and 171,999,999 (estimated 171,010,000)",
    ),
    (
        "Y3388E2S3",
        "between the years 338,000 and 338,999 (estimated 338,800)",
    ),
    ("2001-34", "second quarter of 2001"),
    (
        "[1667,1668,1670..1672]",
        "1667 or 1668, or between 1670 and 1672",
    ),
    ("[..1760-12-03]", "on or before 3 December 1760"),
    ("[1760-12..]", "in or after December 1760"),
    (
        "[1760-01,1760-02,1760-12..]",
        "January or February 1760, or December 1760 or later",
    ),
    ("[1667,1760-12]", "1667 or December 1760"),
    ("[..1984]", "in or before 1984"),
    ("{1667,1668,1670..1672}", "1667 and 1668, and 1670 to 1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("{..1984}", "1984 and all earlier years"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    ("2004?-06-11", "11 June 2004 (year uncertain)"),
    (
        "?2004-06-~11",
        "11 June 2004 (year uncertain, day approximate)",
    ),
    (
        "2004-%06-11",
        "11 June 2004 (month uncertain and approximate)",
    ),
    ("156X-12-25", "25 December in some year of the 1560s"),
    (
        "15XX-12-25",
        "25 December in some year between 1500 and 1599",
    ),
    ("XXXX-12-XX", "a day in December in some year"),
    ("1XXX-XX", "a month in some year between 1000 and 1999"),
    ("1XXX-12", "December in some year between 1000 and 1999"),
    ("1984-1X", "October, November or December 1984"),
    (
        "2004-06-~01/2004-06-~20",
        "from 1 June 2004 (day approximate) to 20 June 2004 (day approximate)",
    ),
    (
        "2004-06-XX/2004-07-03",
        "from a day in June 2004 to 3 July 2004",
    ),
];

/// What else may be said.
const MORE: &[(&str, &str)] = &[
    ("2024-04-02", "2 April 2024"),
    ("[2024-05-16..2024-05-31]", "second half of May 2024"),
    ("2024-05-16/2024-05-31", "16 to 31 May 2024"),
    ("2023-36", "last quarter of 2023"),
    ("1950~", "around 1950"),
    ("2024-04-02?", "2 April 2024 (uncertain)"),
    ("2024-04-02%", "around 2 April 2024 (uncertain)"),
    ("[..2024-04-06]", "on or before 6 April 2024"),
    ("[2024-04-12..]", "on or after 12 April 2024"),
    (
        "[2024-04-12,2024-04-19,2024-04-26]",
        "12, 19 or 26 April 2024",
    ),
    (
        "{2024-04-12,2024-04-19,2024-04-26}",
        "12, 19 and 26 April 2024",
    ),
    ("[2024-04-12..2024-04-30]", "between 12 and 30 April 2024"),
    ("2024-04", "April 2024"),
    ("2024-04-XX", "a day in April 2024"),
    ("2024-XX", "a month in 2024"),
    ("19XX", "between 1900 and 1999"),
    ("2024-04/..", "from April 2024 on"),
    ("/2024-04", "until April 2024, start unknown"),
    ("../2024", "until 2024, with no start"),
    (
        "2024-04-02T10:00:00+02:00",
        "2 April 2024, 10:00 (UTC+02:00)",
    ),
    ("2024-04-02T10:00:00Z", "2 April 2024, 10:00 (UTC)"),
    ("2024-04-30/2024-05-02", "30 April to 2 May 2024"),
    (
        "2023-12-30/2024-01-02",
        "30 December 2023 to 2 January 2024",
    ),
    ("2021/2022", "2021 to 2022"),
    ("2024-03/2024-05", "March to May 2024"),
    ("2024-04-02/2024-04-02", "2 April 2024"),
    ("2024-05-16/2024-06", "16 May 2024 to June 2024"),
    ("[2024-05-01..2024-05-15]", "first half of May 2024"),
    (
        "[2024-02-16..2024-02-28]",
        "between 16 and 28 February 2024",
    ),
    ("[2024-02-16..2024-02-29]", "second half of February 2024"),
    ("[2024-01..2024-03]", "first quarter of 2024"),
    ("[2024-01..2024-02]", "between January and February 2024"),
    ("[2024-10-01..2024-12-31]", "last quarter of 2024"),
    ("[2024-01-01..2024-06-30]", "first half of 2024"),
    ("[2024-07..2024-12]", "second half of 2024"),
    ("[2024-04-01..2024-04-30]", "a day in April 2024"),
    ("[2024-04..2024-04]", "April 2024"),
    ("[2024-01-01..2024-12-31]", "a day in 2024"),
    ("[2024-01..2024-12]", "a month in 2024"),
    (
        "[2024-04-30..2024-05-02]",
        "between 30 April and 2 May 2024",
    ),
    (
        "[2023-12-30..2024-01-02]",
        "between 30 December 2023 and 2 January 2024",
    ),
    ("[1999..2000]", "between 1999 and 2000"),
    ("{2024-05-16..2024-05-31}", "16 to 31 May 2024"),
    ("{2024-04-02..}", "2 April 2024 and all later days"),
    ("[2024-04-30,2024-05-02]", "30 April or 2 May 2024"),
    ("[2024-04-30,2023-05-02]", "30 April 2024 or 2 May 2023"),
    ("{2024-03,2024-05}", "March and May 2024"),
    ("[2024-04-02]", "2 April 2024"),
    (
        "[2024-05-16..2024-05-31,2024-07-02]",
        "the second half of May 2024, or 2 July 2024",
    ),
    (
        "[2023-33..2023-36]",
        "between the first quarter of 2023 and the last quarter of 2023",
    ),
    (
        "{2023-33,2023-34}",
        "the first quarter of 2023 and the second quarter of 2023",
    ),
    ("[201X,2024]", "the 2010s or 2024"),
    (
        "[2024-04-02~,2024-04-03]",
        "around 2 April 2024 or 3 April 2024",
    ),
    ("[..2024-04-02~]", "on or before around 2 April 2024"),
    (
        "[2024-04-02~..2024-04-05]",
        "between around 2 April 2024 and 5 April 2024",
    ),
    (
        "[..2023-12-31,2024-02-03]",
        "31 December 2023 or earlier, or 3 February 2024",
    ),
    (
        "{..2023-12,2024-02..}",
        "December 2023 and all earlier months, and February 2024 and all later months",
    ),
    ("2024-24", "winter 2024"),
    ("2001-29", "spring 2001 (southern hemisphere)"),
    ("2001-30", "summer 2001 (southern hemisphere)"),
    ("2001-33", "first quarter of 2001"),
    ("2001-35", "third quarter of 2001"),
    ("2001-37", "first four months of 2001"),
    ("2001-38", "middle four months of 2001"),
    ("2001-39", "last four months of 2001"),
    ("2001-40", "first half of 2001"),
    ("2001-41", "second half of 2001"),
    ("2001-25~", "around spring 2001 (northern hemisphere)"),
    (
        "2001-25%",
        "around spring 2001 (northern hemisphere, uncertain)",
    ),
    (
        "2001-?30",
        "summer 2001 (southern hemisphere, season uncertain)",
    ),
    ("2001?-34", "second quarter of 2001 (year uncertain)"),
    ("192X-33", "first quarter of some year of the 1920s"),
    ("192X-21", "spring in some year of the 1920s"),
    ("XXXX-34", "second quarter of some year"),
    ("1985-XX-25", "the 25th of a month in 1985"),
    ("1985-XX-01", "the 1st of a month in 1985"),
    (
        "1985-0X-31",
        "the 31st of January, March, May, July or August 1985",
    ),
    (
        "1985-X1-1X",
        "between the 10th and the 19th of January or November 1985",
    ),
    (
        "1985-XX-X1",
        "the 1st, the 11th, the 21st or the 31st of a month in 1985",
    ),
    ("1985-04-1X", "between 10 and 19 April 1985"),
    ("1985-04-X1", "1, 11 or 21 April 1985"),
    ("2024-02-2X", "between 20 and 29 February 2024"),
    ("2004-0X", "a month from January to September 2004"),
    ("XXXX-02-29", "29 February in some year"),
    ("2004-X1", "January or November 2004"),
    ("20X0-10-02", "2 October in some year of the form 20X0"),
    ("XXXX", "some year"),
    ("1XXX", "between 1000 and 1999"),
    ("X9X9", "some year of the form X9X9"),
    ("-201X", "between 2020 BC and 2011 BC"),
    ("-XXXX", "between 10000 BC and 2 BC"),
    ("000X", "between 1 BC and AD 9"),
    ("0000", "1 BC"),
    ("0044-03-15", "15 March AD 44"),
    ("-0044-03-15", "15 March 45 BC"),
    ("0999", "AD 999"),
    ("1000", "1000"),
    ("-0001/0001", "2 BC to AD 1"),
    ("9999-24", "winter 9999"),
    ("Y17E7", "year 170,000,000"),
    ("-1950S2", "between 2000 BC and 1901 BC (estimated 1951 BC)"),
    ("1950S4", "1950"),
    (
        "1950S2~",
        "between 1900 and 1999 (estimated 1950, approximate)",
    ),
    (
        "1950S2%",
        "between 1900 and 1999 (estimated 1950, uncertain and approximate)",
    ),
    (
        "1950S2/..",
        "from some year between 1900 and 1999 (estimated 1950) on",
    ),
    ("Y170000002/..", "from the year 170,000,002 on"),
    ("201X~", "2010s (approximate)"),
    ("201X/2024", "from the 2010s to 2024"),
    ("2023-33/..", "from the first quarter of 2023 on"),
    ("1984?/2004~", "from 1984 (uncertain) to around 2004"),
    ("?2024-04", "April 2024 (year uncertain)"),
    (
        "2004?-06~",
        "June 2004 (year uncertain and approximate, month approximate)",
    ),
    (
        "2004-06?-~11",
        "11 June 2004 (year and month uncertain, day approximate)",
    ),
    ("2024-04-XX?", "a day in April 2024 (uncertain)"),
];

fn english() -> &'static dyn Language {
    words::language("en").expect("English is there")
}

#[test]
fn examples_of_the_specification() {
    check(&EXAMPLES);
}

#[test]
fn other_expressions() {
    check(MORE);
}

fn check(table: &[(&str, &str)]) {
    for (text, words) in table {
        let edtf: Edtf = text.parse().expect(text);
        assert_eq!(english().date(&edtf), *words, "{text}");
    }
}

#[test]
fn single_days_and_months() {
    let day = |year, month, day| english().day(Day::new(year, month, day).expect("a day"));
    assert_eq!(day(2024, 4, 2), "2 April 2024");
    assert_eq!(day(-44, 3, 15), "15 March 45 BC");
    assert_eq!(day(0, 1, 1), "1 January 1 BC");
    assert_eq!(day(1, 1, 1), "1 January AD 1");
    assert_eq!(day(170_000, 1, 1), "1 January of the year 170,000");
    assert_eq!(english().month_name(4), "April");
    assert_eq!(english().month_name(13), "");
}

#[test]
fn languages_are_chosen_by_code() {
    assert_eq!(english().code(), "en");
    assert!(words::language("tlh").is_none());
    assert!(words::language("").is_none());
}

#[test]
fn spans_have_names_only_where_they_are_exact() {
    let span = |from: (i64, u8, u8), to: (i64, u8, u8)| {
        let day = |(year, month, day)| Day::new(year, month, day).expect("a day");
        Span::of(day(from), day(to))
    };
    let half = |half| Span::HalfMonth {
        year: 2024,
        month: 2,
        half,
    };
    assert_eq!(span((2024, 2, 1), (2024, 2, 15)), half(1));
    assert_eq!(span((2024, 2, 16), (2024, 2, 29)), half(2));
    let other = |from, to| matches!(span(from, to), Span::Other { .. });
    assert!(other((2024, 2, 1), (2024, 2, 14)));
    assert!(other((2024, 2, 15), (2024, 2, 29)));
    assert!(other((2024, 2, 16), (2024, 2, 28)));
    assert!(other((2024, 1, 1), (2024, 4, 30)));
    assert!(other((2024, 2, 1), (2024, 4, 30)));
    assert!(other((2023, 12, 1), (2024, 1, 31)));
    assert!(other((2023, 1, 1), (2024, 12, 31)));
    assert_eq!(span((2024, 1, 1), (2024, 12, 31)), Span::Year(2024));
    assert_eq!(
        span((2024, 10, 1), (2024, 12, 31)),
        Span::Quarter {
            year: 2024,
            quarter: 4
        }
    );
    assert_eq!(
        span((2024, 7, 1), (2024, 12, 31)),
        Span::HalfYear {
            year: 2024,
            half: 2
        }
    );
}
