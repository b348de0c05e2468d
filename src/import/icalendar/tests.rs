use super::*;
use crate::import::Manner::{NoPlace, Partly};
use crate::schema::Status;
use proptest::prelude::*;

fn read_text(text: &str) -> (Read, Losses) {
    let input = Input {
        name: "a.ics".to_owned(),
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

#[test]
fn a_calendar_of_ours_is_read_back() {
    let text = "BEGIN:VCALENDAR\r\nPRODID:-//Dateline//Timeline//EN\r\nX-WR-CALNAME:T\r\n\
        BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20240406T000000Z\r\nDTSTART;VALUE=DATE:20240516\r\n\
        DTEND;VALUE=DATE:20240601\r\nSUMMARY:Putin visits (planned\\; date not certain: second\r\n  half of May 2024 (of one day))\r\n\
        STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nCATEGORIES:Visit,Defence industry\r\n\
        DESCRIPTION:Second half of May 2024.\\n\\nHe goes.\\n\\nThere.\\n\\nWho: A, B\\n\\n1 claim\\, 1 report.\\n\\nhttps://a.example/events/2024-05-putin/\r\n\
        URL:https://a.example/events/2024-05-putin/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let (read, losses) = read_text(text);
    let entry = &read.entries[0];
    assert_eq!(read.title.as_deref(), Some("T"));
    assert_eq!(entry.title, "Putin visits");
    assert_eq!(entry.status, Some(Status::Planned));
    assert_eq!(
        entry.when.as_ref().unwrap().to_string(),
        "[2024-05-16..2024-05-31]"
    );
    assert_eq!(entry.summary, "He goes.\n\nThere.");
    assert_eq!(entry.kind.map(|kind| kind.word), Some("visit"));
    assert_eq!(entry.topics, ["Defence industry"]);
    assert_eq!(entry.id.as_deref(), Some("2024-05-putin"));
    let names: Vec<_> = entry
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    assert_eq!(names, ["A", "B"]);
    assert_eq!(losses.0.len(), 1, "{losses:?}");
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nBEGIN:VEVENT\nSUMMARY:Two\nEND:VTODO\nrubbish\nBEGIN:VALARM\nTRIGGER:-P1D";
    let (read, losses) = read_text(text);
    let titles: Vec<_> = read
        .entries
        .iter()
        .map(|entry| entry.title.as_str())
        .collect();
    assert_eq!(titles, ["One", "Two"]);
    let manners: Vec<_> = losses.0.iter().map(|loss| loss.manner).collect();
    assert_eq!(manners, [NoPlace, NoPlace, Partly, Partly, NoPlace]);
    let deep = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:X\n".repeat(100_000);
    let file = InputFile {
        name: None,
        text: deep,
    };
    assert!(calendars(&file, &mut Losses::default()).is_err());
}

fn file() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("BEGIN:VEVENT".to_owned()),
        Just("END:VEVENT".to_owned()),
        Just("BEGIN:VTODO".to_owned()),
        Just("END:VTODO".to_owned()),
        Just("BEGIN:VCALENDAR".to_owned()),
        Just("END:VCALENDAR".to_owned()),
        "(DTSTART|DTEND|DURATION|RRULE|EXDATE|STATUS|URL|ATTACH|X-A)(;TZID=a|;VALUE=DATE|;CN=\"b:c)?:[0-9TZP:/a-d-]{0,17}",
        "(SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|ORGANIZER)(;CN=a)?:\\PC{0,20}",
        // Not one that begins with a blank: it would go on with the name of a component.
        "([^\\pC\\pZ]\\PC{0,19})?",
        "SUMMARY:a\r\n [a-c]{0,5}",
    ];
    prop::collection::vec(line, 0..25)
        .prop_map(|lines| "BEGIN:VCALENDAR\r\nX-A:\r\n".to_owned() + &lines.join("\r\n"))
}

proptest! {
    #[test]
    fn every_record_is_read_or_told(text in file()) {
        let (read, losses) = read_text(&text);
        let begun = |name: &str| {
            let all = line::lines(&text).flatten();
            all.filter(|line| line.name == "BEGIN" && line.value.trim().eq_ignore_ascii_case(name)).count()
        };
        prop_assert_eq!(read.entries.len(), begun("VEVENT"));
        let left_out = losses.0.iter().filter(|loss| loss.manner == Manner::LeftOut);
        prop_assert_eq!(left_out.count(), begun("VTODO"));
    }
}
