//! What becomes of the dates of other tools.

use super::*;

fn read(text: &str) -> String {
    told(Dates::default().read(text))
}

fn told(found: Result<Reading, NoDate>) -> String {
    match found {
        Ok(reading) => {
            let manners: Vec<_> = reading
                .remarks
                .iter()
                .map(|(manner, _)| format!(" {manner:?}"))
                .collect();
            format!("{}{}", reading.when, manners.concat())
        }
        Err(NoDate::Empty) => "empty".to_owned(),
        Err(NoDate::Refused { manner, .. }) => format!("no: {manner:?}"),
    }
}

#[test]
fn dates_of_people_and_programs_are_read() {
    for (text, expected) in [
        ("2024-04-02", "2024-04-02"),
        (" 2024 ", "2024"),
        ("", "empty"),
        ("2 April 2024", "2024-04-02"),
        ("April 2, 2024", "2024-04-02"),
        ("Apr 2024", "2024-04"),
        ("Tuesday, April 2, 2024", "2024-04-02"),
        ("c. 1950", "1950~"),
        ("44 BC", "-0043"),
        ("1990s", "199X"),
        ("1900s", "[190X,19XX] Ambiguous"),
        ("20240402", "2024-04-02"),
        ("20240402T103000Z", "2024-04-02T10:30:00Z"),
        ("2024-04-02 10:30", "2024-04-02T10:30:00"),
        ("2024-04-02T10:30:00.000Z", "2024-04-02T10:30:00Z"),
        ("2024-04-02T10:30:00.5Z", "2024-04-02T10:30:00Z NoPlace"),
        ("2024-04-02T00:00:00.000Z", "2024-04-02 FalsePrecision"),
        ("Tue, 02 Apr 2024 10:30:00 GMT", "2024-04-02T10:30:00Z"),
        (
            "Tue Apr 02 2024 10:30:00 GMT+0200 (CEST)",
            "2024-04-02T10:30:00+02:00",
        ),
        ("Tue Apr 02 10:30:00 2024", "2024-04-02T10:30:00"),
        ("April 2, 2024 3:05 PM", "2024-04-02T15:05:00"),
        ("April 2, 2024 at 3 pm", "2024-04-02T15:00:00"),
        ("10:00, 2 April 2024", "2024-04-02T10:00:00"),
        ("April 2, 2024 3:05 PM EST", "2024-04-02 NoPlace"),
        ("3/4/2024", "[2024-03-04,2024-04-03] Ambiguous"),
        (
            "3/4/2024 10:00",
            "[2024-03-04,2024-04-03] Ambiguous NoPlace",
        ),
        ("3/3/2024", "2024-03-03"),
        ("13/4/2024", "2024-04-13"),
        ("4/13/2024", "2024-04-13"),
        ("3.4.2024", "2024-04-03"),
        ("30/2/2024", "no: Impossible"),
        ("30 February 2024", "no: Impossible"),
        ("2024-02-30", "no: Impossible"),
        ("2024-13-01", "no: Impossible"),
        ("3/4/24", "no: Partly"),
        ("2 April", "no: Partly"),
        ("TBD", "no: Partly"),
        ("yesterday", "no: Partly"),
        ("2 avril 2024", "no: NoPlace"),
        ("3–5 May 2031", "2031-05-03/2031-05-05 Ambiguous"),
        ("2001-2005", "2001/2005 Ambiguous"),
        ("before 1950", "[..1950] Ambiguous"),
        ("early May 2024", "2024-05 Partly"),
        ("winter 2024", "[2023-24,2024-24] Ambiguous"),
        ("45384", "2024-04-02 Assumed"),
        ("45384.5", "2024-04-02 Assumed"),
        ("2024-04-02/2024-04-05", "2024-04-02/2024-04-05"),
        ("1 Jan 2024 - present", "2024-01-01/.."),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn dates_in_parts_are_as_exact_as_these() {
    for (parts, expected) in [
        (["2024", "", "", ""], "2024"),
        (["2024", "4", "", ""], "2024-04"),
        (["2024.0", "4.0", "2.0", ""], "2024-04-02"),
        (["2024", "April", "2", "15:00:30"], "2024-04-02T15:00:30"),
        (["2024", "4", "2", "00:00"], "2024-04-02T00:00:00"),
        (["2024", "4", "", "15:00"], "2024-04 NoPlace"),
        (["2024", "", "2", ""], "2024 Partly"),
        (["2024", "0", "0", ""], "2024 Partly Partly"),
        (["2024", "2", "30", ""], "no: Impossible"),
        (["2024", "13", "1", ""], "no: Impossible"),
        (["", "4", "2", ""], "no: Partly"),
        (["", "", "", ""], "empty"),
        (["-44", "3", "15", ""], "-0043-03-15 Assumed"),
        (["476", "", "", ""], "0476"),
        (["24", "", "", ""], "0024 Ambiguous"),
        (["-13800000000", "", "", ""], "Y-13800000000 Assumed"),
        (["0", "", "", ""], "no: Impossible"),
        (["c. 1950", "", "", ""], "1950~"),
        (["1950s", "4", "", ""], "195X NoPlace"),
        (["-9223372036854775808", "", "", ""], "no: Impossible"),
    ] {
        assert_eq!(told(Dates::default().parts(parts)), expected, "{parts:?}");
    }
}

#[test]
fn a_span_keeps_what_a_span_can_hold() {
    let dates = Dates::default();
    for (start, end, expected) in [
        ("2024-04-02", "", "2024-04-02"),
        ("2024-04-02", "2024-04-02", "2024-04-02"),
        ("2024-04-02", "2024-04-05", "2024-04-02/2024-04-05"),
        (
            "2024-04-02T10:00:00",
            "2024-04-03T12:00:00",
            "2024-04-02/2024-04-03 Partly Partly",
        ),
        (
            "2024-04-02T10:00:00",
            "2024-04-02T12:00:00",
            "2024-04-02T10:00:00 NoPlace",
        ),
        ("2024-04-05", "2024-04-02", "2024-04-05 Impossible"),
        ("", "2024-04-02", "/2024-04-02 Partly"),
        ("", "", "empty"),
        ("3/4/2024", "2024-05-06", "2024/2024-05-06 Ambiguous Partly"),
        ("2024-04-02", "soon", "2024-04-02 Partly"),
        ("2024-02-30", "2024-03-02", "no: Impossible"),
    ] {
        assert_eq!(
            told(between(dates.read(start), dates.read(end))),
            expected,
            "{start} {end}"
        );
    }
}

#[test]
fn one_date_proves_the_order_of_the_others() {
    let order = |texts: &[&str]| {
        let mut losses = Losses::default();
        let all = texts.iter().map(|text| (Place::default(), *text));
        let dates = Dates::of(&Options::default(), all, &mut losses);
        (told(dates.read("3/4/2024")), losses.0.len())
    };
    assert_eq!(order(&["3/4/2024", "13/4/2024"]), ("2024-04-03".into(), 1));
    assert_eq!(
        order(&["3/4/2024", "4/13/2024 10:00"]),
        ("2024-03-04".into(), 1)
    );
    let both = "[2024-03-04,2024-04-03] Ambiguous".to_owned();
    assert_eq!(order(&["3/4/2024", "3/3/2024"]), (both.clone(), 0));
    assert_eq!(order(&["3/4/2024", "13/4/2024", "4/13/2024"]), (both, 1));
    assert_eq!(
        order(&["13/4/2024"]),
        ("[2024-03-04,2024-04-03] Ambiguous".into(), 0)
    );
}

#[test]
fn a_first_of_january_is_pointed_out_where_it_had_to_be_a_day() {
    for (text, expected) in [
        ("2024-01-01", "2024-01-01 FalsePrecision"),
        ("1/1/2024", "2024-01-01 FalsePrecision"),
        ("2024-01-02", "2024-01-02"),
        ("2024", "2024"),
        ("2024-01", "2024-01"),
        (
            "2024-01-01/2024-03-01",
            "2024-01-01/2024-03-01 FalsePrecision",
        ),
    ] {
        let found = Dates::default().read(text).map(Reading::forced);
        assert_eq!(told(found), expected, "{text}");
    }
}
