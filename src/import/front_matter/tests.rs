use super::*;
use proptest::prelude::*;

fn folder(files: &[(&str, &str)]) -> Input {
    let files = files.iter().map(|(name, text)| InputFile {
        name: Some((*name).to_owned()),
        text: (*text).to_owned(),
    });
    Input {
        name: "content".to_owned(),
        is_folder: true,
        files: files.collect(),
    }
}

fn read_all(input: &Input, map: &[(&str, &str)]) -> (Vec<Entry>, Losses) {
    let map = map
        .iter()
        .map(|(ours, theirs)| ((*ours).to_owned(), (*theirs).to_owned()));
    let options = Options {
        map: map.collect(),
        ..Options::default()
    };
    let mut losses = Losses::default();
    let read = read(input, &options, &mut losses).unwrap();
    (read.entries, losses)
}

#[test]
fn each_key_finds_a_place_or_is_told_with_its_line() {
    let text = "---\ntitle: \"A call\"\r\ndate: 2024-04-02\nend_date: 2024-04-03\ntags: [a, \"#b\"]\n\
        people:\n  - \"[[Ann Lee]]\"\n  - name: Bo\n    role: host\nlocation: Kyiv, Ukraine\n\
        source: https://a.example/1\nlinks:\n  - {url: https://a.example/2, title: Two}\n  - /local\n\
        weight: 10\ndraft: true\n---\n\n# A call\n\nThey *spoke*.\n";
    let (entries, losses) = read_all(&folder(&[("x/a.md", text)]), &[]);
    let entry = &entries[0];
    assert_eq!(entry.title, "A call");
    assert_eq!(
        entry.when.as_ref().unwrap().to_string(),
        "2024-04-02/2024-04-03"
    );
    assert_eq!(entry.topics, ["a", "b"]);
    assert_eq!(entry.actors[1].name, "Bo");
    assert_eq!(entry.location.as_ref().unwrap().name, "Kyiv, Ukraine");
    assert_eq!(entry.links.len(), 2);
    assert_eq!(entry.summary, "They *spoke*.");
    let told: Vec<String> = losses
        .0
        .iter()
        .map(|loss| {
            format!(
                "{}: {}: {}",
                loss.place,
                loss.field.as_deref().unwrap_or_default(),
                loss.what
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "x/a.md, line 6: people.role: `host`",
            "x/a.md, line 12: links: `/local`",
            "x/a.md, line 15: weight: `10`",
            "x/a.md, line 16: draft: it is a draft, and was taken all the same",
        ]
    );
}

#[test]
fn what_is_not_read_is_told() {
    let files = folder(&[
        ("2024-04-02-a-call.md", "They spoke."),
        ("b.md", "+++\ntitle = 'x'\n+++\n"),
        ("c.md", "---\ntitle: x\n"),
        ("d.md", "---\na: [\n---\n"),
        ("e.md", "---\n- a\n---\n"),
        ("f.png", "x"),
        (
            "g.md",
            "---\nHeadline: G\nDay: 2024-04\nsummary: S\n---\nbody",
        ),
    ]);
    let (entries, losses) = read_all(&files, &[("title", "Headline"), ("when", "Day")]);
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].title, "a call");
    assert_eq!(entries[0].when.as_ref().unwrap().to_string(), "2024-04-02");
    assert_eq!(
        (entries[1].title.as_str(), entries[1].summary.as_str()),
        ("G", "body")
    );
    let left_out = losses
        .0
        .iter()
        .filter(|loss| loss.manner == Manner::LeftOut);
    assert_eq!(left_out.count(), 5);
    assert!(
        losses
            .0
            .iter()
            .any(|loss| loss.field.as_deref() == Some("summary"))
    );
    let options = Options {
        map: vec![("whem".into(), "x".into())],
        ..Options::default()
    };
    assert!(read(&files, &options, &mut Losses::default()).is_err());
}

proptest! {
    #[test]
    fn every_file_is_read_or_told(texts in prop::collection::vec("(---\n)?([a-z]{1,5}: [\\PC\n]{0,12}\n){0,4}(---\n)?\\PC{0,20}", 0..5)) {
        let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.md")).collect();
        let files: Vec<(&str, &str)> = names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let (entries, losses) = read_all(&folder(&files), &[]);
        let left_out = losses.0.iter().filter(|loss| loss.manner == Manner::LeftOut);
        prop_assert_eq!(entries.len() + left_out.count(), texts.len());
    }
}
