use super::*;
use crate::import::InputFile;
use crate::import::Manner::{Changed, LeftOut, NoPlace};
use proptest::prelude::*;

fn input(text: &str) -> Input {
    Input {
        name: "a.xml".to_owned(),
        is_folder: false,
        files: vec![InputFile {
            name: None,
            text: text.to_owned(),
        }],
    }
}

fn read_text(text: &str) -> (Vec<Entry>, Losses) {
    let mut losses = Losses::default();
    let read = read(&input(text), &Options::default(), &mut losses).unwrap();
    (read.entries, losses)
}

fn date(fields: &str) -> String {
    let (entries, losses) = read_text(&format!("<data><event {fields} title='x'/></data>"));
    let manners: Vec<_> = losses
        .0
        .iter()
        .map(|loss| format!(" {:?}", loss.manner))
        .collect();
    let when = entries[0]
        .when
        .as_ref()
        .map_or_else(String::new, ToString::to_string);
    format!("{when}{}", manners.concat())
}

#[test]
fn four_dates_become_one() {
    for (fields, expected) in [
        (
            "start='Fri Nov 22 1963 13:00:00 GMT-0600'",
            "1963-11-22T13:00:00-06:00",
        ),
        ("start='May 28 2006 09:00:00 GMT'", "2006-05-28T09:00:00Z"),
        ("start='1963'", "1963"),
        ("start='-500'", "-0500 Assumed"),
        ("start='-20000'", "Y-20000 Assumed"),
        (
            "start='Jan 01 1963 10:00:00 GMT'",
            "1963-01-01T10:00:00Z FalsePrecision",
        ),
        ("start='1963' end='1965'", "[1963..1965] Ambiguous"),
        ("start='1963' end='1965' isDuration='true'", "1963/1965"),
        (
            "start='1963' end='1965' durationEvent='false'",
            "[1963..1965]",
        ),
        (
            "start='1963-04-02' latestStart='1963-04-05'",
            "[1963-04-02..1963-04-05]",
        ),
        (
            "start='1963-04-01' latestStart='1963-04-30' earliestEnd='1965-01-02' end='1965-12-31' isDuration='true'",
            "1963-04/1965 Partly",
        ),
        (
            "start='1963-04-02' latestStart='1965-04-30' end='1971' isDuration='true'",
            "196X/1971 Partly",
        ),
        (
            "start='1965' end='1963' isDuration='true'",
            "1965 Impossible",
        ),
        ("start='1965' end='1963'", "1965 Ambiguous Impossible"),
        ("start='1965-02-30'", " Impossible"),
        ("start='1965' end='soon'", "1965 Partly"),
    ] {
        assert_eq!(date(fields), expected, "{fields}");
    }
}

#[test]
fn xml_of_all_sorts_is_read() {
    let (entries, losses) = read_text(
        "<?xml version='1.0'?>\n<!DOCTYPE data SYSTEM 'x.dtd'>\n<data date-time-format='iso8601' wiki-url='w'>\n\
         <event start='1963' title='A &amp; B' link='https://a.example/?a=1&amp;b=2' color='red'>\n\
         &lt;b&gt;Bold&lt;/b&gt; &nbsp;<i>it</i> <![CDATA[<a href='https://b.example/'>b</a>]]><script>x</script>\n</event>\n\
         <other>y</other><event title='cut",
    );
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].title, "A & B");
    assert_eq!(entries[0].links[0].url, "https://a.example/?a=1&b=2");
    assert_eq!(
        entries[0].summary,
        "**Bold** \u{a0}*it* [b](https://b.example/)"
    );
    let told: Vec<_> = losses
        .0
        .iter()
        .map(|loss| (loss.place.line, loss.manner))
        .collect();
    assert_eq!(told[0], (Some(7), NoPlace));
    assert!(told.contains(&(Some(4), NoPlace)) && told.contains(&(Some(4), Changed)));
    assert!(
        told.iter().any(|(_, manner)| *manner == LeftOut),
        "{losses:?}"
    );
}

#[test]
fn what_could_hurt_is_refused() {
    let bomb =
        "<!DOCTYPE data [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><data><event title='&b;'/></data>";
    assert!(read(&input(bomb), &Options::default(), &mut Losses::default()).is_err());
    let deep = "<data><event>".to_owned() + &"<a>".repeat(100_000);
    assert_eq!(read_text(&deep).0.len(), 1);
    let deep = "{events:[".to_owned() + &"[".repeat(100_000) + "]}";
    assert!(read(&input(&deep), &Options::default(), &mut Losses::default()).is_err());
}

#[test]
fn json_as_people_write_it_is_read() {
    let (entries, losses) = read_text(
        "var data = {  // JFK\n 'dateTimeFormat': 'iso8601', wikiURL: \"w\",\n events: [\n \
         {start: '1963-11-22', isDuration: false, title: \"Shot\", description: 'A <b>b</b>', icon: 'x.png', link: 'https://a.example/',},\n 7,\n {start: 1964, title: 'T'},\n ]\n};",
    );
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].summary, "A **b**");
    assert_eq!(entries[1].when.as_ref().unwrap().to_string(), "1964");
    let told: Vec<_> = losses.0.iter().map(|loss| loss.what.as_str()).collect();
    assert_eq!(told, ["this is no event: `7`", "`w`", "`x.png`"]);
}

proptest! {
    #[test]
    fn each_event_is_read(fields in prop::collection::vec("(start|end|latestStart|earliestEnd|title|isDuration)='[-0-9a-z/ ]{0,10}'", 0..5), text in "[a-z<>/&;!\\[\\]-]{0,20}") {
        let (entries, _) = read_text(&format!("<data><event {}/><event {}>x</event></data>", fields.join(" "), fields.join(" ")));
        prop_assert_eq!(entries.len(), 2);
        let mut losses = Losses::default();
        let _ = read(&input(&format!("<data><event>{text}</event>")), &Options::default(), &mut losses);
        let _ = read(&input(&format!("{{events:[{{start:'1',{text}}}]}}")), &Options::default(), &mut losses);
    }
}
