//! What a key can look like, where nobody has filled it in yet: right as it is, with the ids
//! that are given.

use crate::edtf::Edtf;

/// The ids and the date that samples are made with.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// An actor.
    pub(super) actor: String,
    /// A place.
    pub(super) place: String,
    /// A report.
    pub(super) source: String,
    /// The date of the event, as YAML writes it.
    pub(super) date: String,
    /// A claim.
    pub(super) claim: String,
}

/// A key of an event with a value.
pub(super) fn of_event(key: &str, names: &Names) -> Option<String> {
    let Names {
        actor,
        place,
        source,
        date,
        ..
    } = names;
    let day = one_day(date);
    Some(match key {
        "title" => "title: What happened\n".to_owned(),
        "kind" => "kind: other\n".to_owned(),
        "status" => "status: happened\n".to_owned(),
        "when" => format!("when: {date}\n"),
        "said_when" => "said_when: On Saturday\n".to_owned(),
        "where" => format!("where: {place}\n"),
        "actors" => format!("actors:\n  - {{who: {actor}, role: participant}}\n"),
        "topics" => "topics: [diplomacy]\n".to_owned(),
        "summary" => "summary: |\n  What happened, in our own words.\n".to_owned(),
        "claims" => format!(
            "claims:\n  - id: first-claim\n    text: What is claimed, in a sentence of our own.\n    by: {actor}\n    reported_by: [{source}]\n"
        ),
        "history" => format!(
            "history:\n  - {{as_of: {day}, status: planned, when: {date}, source: {source}, note: What changed.}}\n"
        ),
        "corrections" => format!(
            "corrections:\n  - {{on: {day}, kind: correction, what: \"What was wrong, and what is right now.\"}}\n"
        ),
        "left_open" => "left_open:\n  - What the reports leave open.\n".to_owned(),
        "sources" => format!("sources: [{source}]\n"),
        "accept" => "accept:\n  - {code: single-anonymous, because: Why it is meant.}\n".to_owned(),
        _ => return None,
    })
}

/// A key of a claim with a value.
pub(super) fn of_claim(key: &str, names: &Names) -> Option<String> {
    let Names {
        actor,
        source,
        date,
        claim,
        ..
    } = names;
    Some(match key {
        "id" => "id: second-claim\n".to_owned(),
        "text" => "text: What is claimed, in a sentence of our own.\n".to_owned(),
        "by" => format!("by: {actor}\n"),
        "said" => format!("said: {date}\n"),
        "said_when" => "said_when: On Saturday\n".to_owned(),
        "hedge" => "hedge: likely\n".to_owned(),
        "wording" => "wording: confirmed\n".to_owned(),
        "reported_by" => format!("reported_by: [{source}]\n"),
        "figure" => format!(
            "figure: {{measure: what-is-measured, value: 90, to: 95, comparator: about, unit: percent, period: {date}}}\n"
        ),
        "relations" => format!("relations: [{{restates: {claim}}}]\n"),
        "note" => "note: Something a reader should know of the claim.\n".to_owned(),
        _ => return None,
    })
}

/// The first day of a date; the date itself where it has none.
fn one_day(date: &str) -> String {
    let parsed = date.trim_matches('"').parse::<Edtf>().ok();
    let day = parsed.and_then(|date| date.earliest().day());
    day.map_or_else(|| date.to_owned(), |day| day.to_string())
}

/// A key of the timeline with a value.
pub(super) fn of_timeline(key: &str) -> Option<&'static str> {
    Some(match key {
        "title" => "title: What the timeline is called\n",
        "id" => "id: a name that stays\n",
        "standfirst" => "standfirst: |\n  What this is about, and why it matters.\n",
        "language" => "language: en\n",
        "base_url" => "base_url: https://example.com/timeline/\n",
        "credit" => "credit: |\n  Who made this, from what, and by which rules.\n",
        "accept" => "accept:\n  - {code: single-anonymous, because: Why it is meant.}\n",
        _ => return None,
    })
}

/// A key of an actor with a value.
pub(super) fn of_actor(key: &str) -> Option<&'static str> {
    Some(match key {
        "of" => "of: example-office\n",
        "roles" => "roles: [{title: Example office, from: 2000, to: 2001-06}]\n",
        "also" => "also: [another name, a third]\n",
        "country" => "country: UA\n",
        // Wikidata's own item for trying things out.
        "wikidata" => "wikidata: Q4115189\n",
        "note" => "note: Something a reader should know of the actor.\n",
        _ => return None,
    })
}

/// A key of a place with a value.
pub(super) fn of_place(key: &str) -> Option<&'static str> {
    Some(match key {
        "within" => "within: example-country\n",
        "country" => "country: UA\n",
        "note" => "note: Something a reader should know of the place.\n",
        _ => return None,
    })
}

/// A key of a source with a value.
pub(super) fn of_source(key: &str) -> Option<&'static str> {
    Some(match key {
        "description" => "description: What to call it, in our own words.\n",
        "byline" => "byline: [A. Example, B. Example]\n",
        "published_note" => "published_note: How the date is known.\n",
        "archive_url" => "archive_url: https://example.com/archive/report\n",
        "retrieved" => "retrieved: 2000-01-03\n",
        "language" => "language: en\n",
        "via" => "via: example-statement\n",
        "relays" => "relays: [example-statement]\n",
        "note" => "note: Something a reader should know of the source.\n",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{
        ActorRecord, ClaimRecord, Decode, EventRecord, PlaceRecord, Shape, SourceRecord,
        TimelineRecord,
    };

    fn names() -> Names {
        Names {
            actor: "actor".into(),
            place: "place".into(),
            source: "source".into(),
            date: "2000".into(),
            claim: "claim".into(),
        }
    }

    fn lacking<T: Decode>(given: &[&str], sample: impl Fn(&str) -> bool) -> Vec<&'static str> {
        let Shape::Record(record) = T::shape() else {
            panic!("not a record");
        };
        let names = record.keys.iter().map(|key| key.name);
        names
            .filter(|key| !given.contains(key) && !sample(key))
            .collect()
    }

    #[test]
    fn every_key_has_a_sample() {
        let none: Vec<&str> = Vec::new();
        let event = lacking::<EventRecord>(&[], |key| of_event(key, &names()).is_some());
        assert_eq!(event, none);
        let claim = lacking::<ClaimRecord>(&[], |key| of_claim(key, &names()).is_some());
        assert_eq!(claim, none);
        let timeline = lacking::<TimelineRecord>(&[], |key| of_timeline(key).is_some());
        assert_eq!(timeline, none);
        let given = ["id", "name", "kind"];
        let actor = lacking::<ActorRecord>(&given, |key| of_actor(key).is_some());
        assert_eq!(actor, none);
        let place = lacking::<PlaceRecord>(&given, |key| of_place(key).is_some());
        assert_eq!(place, none);
        let given = ["id", "outlet", "title", "published", "url", "type"];
        let source = lacking::<SourceRecord>(&given, |key| of_source(key).is_some());
        assert_eq!(source, none);
    }
}
