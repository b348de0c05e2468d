//! Every kind of expression in Ukrainian words. A space at which no line breaks is
//! written `_`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use dateline::edtf::{Day, Edtf};
use dateline::words::{self, Counted, Language};

fn ukrainian() -> &'static dyn Language {
    words::language("uk").expect("Ukrainian is there")
}

fn parsed(text: &str) -> Edtf {
    text.parse().expect(text)
}

fn shown(words: &str) -> String {
    words.replace('\u{a0}', "_")
}

/// Expressions with their words: alone, and telling when.
fn table() -> Vec<(&'static str, &'static str, &'static str)> {
    let lines = include_str!("words_uk.tsv").lines();
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t');
            let (text, alone) = (cells.next().unwrap(), cells.next().expect(line));
            (text, alone, cells.next().unwrap_or(alone))
        })
        .collect()
}

#[test]
fn every_expression_is_worded() {
    for (text, alone, when) in table() {
        assert_eq!(shown(&ukrainian().date(&parsed(text))), alone, "{text}");
        assert_eq!(shown(&ukrainian().when(&parsed(text))), when, "{text}");
    }
}

#[test]
fn the_examples_of_the_specification_are_all_there() {
    let texts: Vec<&str> = table().iter().map(|(text, ..)| *text).collect();
    let english = include_str!("words.rs");
    let (_, examples) = english.split_once("const EXAMPLES").unwrap();
    let (examples, _) = examples.split_once("];").unwrap();
    assert_eq!(texts.get(62), Some(&"2004-06-XX/2004-07-03"));
    for text in texts.iter().take(63) {
        assert!(examples.contains(&format!("\"{text}\"")), "{text}");
    }
}

#[test]
fn months_are_declined() {
    let forms = [
        ("січень", "січня", "січнем", "січні"),
        ("лютий", "лютого", "лютим", "лютому"),
        ("березень", "березня", "березнем", "березні"),
        ("квітень", "квітня", "квітнем", "квітні"),
        ("травень", "травня", "травнем", "травні"),
        ("червень", "червня", "червнем", "червні"),
        ("липень", "липня", "липнем", "липні"),
        ("серпень", "серпня", "серпнем", "серпні"),
        ("вересень", "вересня", "вереснем", "вересні"),
        ("жовтень", "жовтня", "жовтнем", "жовтні"),
        ("листопад", "листопада", "листопадом", "листопаді"),
        ("грудень", "грудня", "груднем", "грудні"),
    ];
    for (month, (nominative, genitive, instrumental, locative)) in (1..).zip(forms) {
        assert_eq!(ukrainian().month_name(month), nominative);
        let day = Day::new(2024, month, 5).unwrap();
        assert_eq!(ukrainian().day(day), format!("5 {genitive} 2024 року"));
        let date = parsed(&format!("2024-{month:02}"));
        assert_eq!(ukrainian().date(&date), format!("{nominative} 2024 року"));
        assert_eq!(ukrainian().when(&date), format!("у {locative} 2024 року"));
        let range = parsed(&format!("[2023-{month:02}..2024-{month:02}]"));
        let expected = format!("між {instrumental} 2023 року та {instrumental} 2024 року");
        assert_eq!(ukrainian().date(&range), expected);
    }
    assert_eq!(ukrainian().month_name(0), "");
    assert_eq!(ukrainian().month_name(13), "");
}

#[test]
fn headings() {
    assert_eq!(ukrainian().year(2024), "2024");
    assert_eq!(shown(&ukrainian().year(-44)), "45 рік до н._е.");
    assert_eq!(ukrainian().in_year(2024), "У 2024 році");
    assert_eq!(ukrainian().month(2024, 4), "Квітень 2024 року");
    let days = [
        "понеділок",
        "вівторок",
        "середа",
        "четвер",
        "п’ятниця",
        "субота",
        "неділя",
    ];
    for (day, name) in (1..).zip(days) {
        assert_eq!(
            ukrainian().weekday(Day::new(2024, 4, day).unwrap()),
            Some(name)
        );
    }
    assert_eq!(ukrainian().sentence("п’ятниця"), "П’ятниця");
    assert_eq!(
        ukrainian().list(&["Київ", "Пекін", "Вашингтон"]),
        "Київ, Пекін та Вашингтон"
    );
}

#[test]
fn every_count_has_its_three_forms() {
    let things = [
        (Counted::Events, "подія", "події", "подій"),
        (Counted::Claims, "твердження", "твердження", "тверджень"),
        (Counted::Reports, "публікація", "публікації", "публікацій"),
        (
            Counted::Origins,
            "незалежне джерело",
            "незалежні джерела",
            "незалежних джерел",
        ),
        (
            Counted::Actors,
            "дійова особа",
            "дійові особи",
            "дійових осіб",
        ),
        (Counted::Sources, "джерело", "джерела", "джерел"),
    ];
    for (what, one, few, many) in things {
        let count = |number| shown(&ukrainian().count(number, what));
        for (number, form) in [
            (0, many),
            (1, one),
            (2, few),
            (5, many),
            (11, many),
            (12, many),
        ] {
            assert_eq!(count(number), format!("{number}_{form}"));
        }
        assert_eq!(count(21), format!("21_{one}"));
        assert_eq!(count(1004), format!("1004_{few}"));
        assert_eq!(count(12_345), format!("12_345_{many}"));
    }
}

#[test]
fn terms_of_office() {
    let term = |from: Option<&str>, to: Option<&str>| {
        let (from, to) = (from.map(parsed), to.map(parsed));
        ukrainian()
            .term(from.as_ref(), to.as_ref())
            .unwrap_or_default()
    };
    assert_eq!(term(None, None), "");
    assert_eq!(term(Some("2021-01-20"), None), "з 20 січня 2021 року");
    assert_eq!(term(Some("2021-06"), None), "із червня 2021 року");
    assert_eq!(term(None, Some("2024~")), "до 2024 року (приблизно)");
    assert_eq!(term(Some("2017"), Some("2021")), "2017–2021 роки");
    assert_eq!(
        term(Some("2017-01-20"), Some("2021-01-20")),
        "з 20 січня 2017 року до 20 січня 2021 року"
    );
    assert_eq!(
        term(Some("[..2019]"), Some("2021")),
        "початок – не пізніше 2019 року, кінець – 2021 рік"
    );
}

#[test]
fn quotation_marks_inside_others_are_the_inner_ones() {
    assert_eq!(ukrainian().inside_quotes("Каже: «ні»"), "Каже: „ні“");
    assert_eq!(ukrainian().inside_quotes("He said “no”"), "He said “no”");
}

#[test]
fn names_come_in_the_order_of_the_alphabet() {
    let names = [
        "Huawei",
        "Гаага",
        "Ґданськ",
        "Данія",
        "Єреван",
        "Ізраїль",
        "Їжакевич",
        "Йорданія",
        "Японія",
    ];
    let mut sorted = names;
    sorted.reverse();
    sorted.sort_by_key(|name| ukrainian().sort_key(name));
    assert_eq!(sorted, names);
}
