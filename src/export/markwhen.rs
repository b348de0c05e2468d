//! markwhen: a line an event, with its summary below.

use super::dates::{Exact, Plain};
use super::{Exported, Lost, linked, lose_substance};
use crate::edtf::Edtf;
use crate::markdown;
use crate::model::Event;
use crate::schema::Status;
use crate::text::one_line;
use crate::views::Site;
use crate::yaml::scalar;

pub(super) fn make(site: &Site<'_>) -> Exported {
    let about = &site.timeline.about;
    let mut lost = Lost::default();
    let mut text = format!(
        "title: {}\ntimezone: UTC\n",
        scalar(&one_line(&about.title))
    );
    if let Some(standfirst) = &about.standfirst {
        let words = one_line(&markdown::to_text(standfirst));
        text += &format!("description: {}\n", scalar(&words));
    }
    let mut events = 0;
    for event in &site.timeline.events {
        let years = |plain: &Plain| (0..=9999).contains(&plain.start.year);
        let Some(plain) = Plain::of(&event.when).filter(years) else {
            lost.of("left out: dates that it cannot have", event);
            continue;
        };
        events += 1;
        text.push('\n');
        text += &entry(site, event, &plain);
        tell(event, &plain, &mut lost);
    }
    Exported { text, events, lost }
}

fn entry(site: &Site<'_>, event: &Event, plain: &Plain) -> String {
    let mut when = written(&plain.start);
    if let Some(end) = &plain.end {
        when += &format!("/{}", written(end));
    }
    let title = inert(&one_line(&event.title));
    let status = (event.status != Status::Happened).then(|| event.status.word());
    let tags = std::iter::once(event.kind.word)
        .chain(status)
        .chain(event.topics.iter().map(|topic| &**topic));
    // A hyphen would end a tag.
    let tags = tags.fold(String::new(), |all, tag| {
        all + " #" + &tag.replace('-', "_")
    });
    let mut entry = format!("{when}: {title}{tags}\n");
    if !plain.whole {
        entry += &line_of(&site.language.sentence(&site.language.date(&event.when)));
    }
    if let Some(summary) = &event.summary {
        for line in markdown::to_text(summary)
            .lines()
            .filter(|line| !line.is_empty())
        {
            entry += &line_of(&inert(line));
        }
    }
    for source in linked(site.timeline, event) {
        let Some(url) = &source.url else { continue };
        let name = source.label().replace(['[', ']'], "");
        entry += &line_of(&format!("[{}]({})", one_line(&name), &**url));
    }
    entry
}

/// A line below an event. Where it could be taken for the next event, a property, a list or
/// a section it stands as a quotation.
fn line_of(text: &str) -> String {
    let begins = |word: &str| {
        text.get(..word.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(word))
    };
    let taken = text.contains(':')
        || ["section", "group", "end"].iter().any(|word| begins(word))
        || !text.starts_with(char::is_alphanumeric);
    if taken {
        format!("> {text}\n")
    } else {
        format!("{text}\n")
    }
}

/// A text in which nothing is a tag or a link.
fn inert(text: &str) -> String {
    text.replace('#', "＃").replace('[', "(").replace(']', ")")
}

fn written(exact: &Exact) -> String {
    let mut text = format!("{:04}", exact.year);
    for part in [exact.month, exact.day].into_iter().flatten() {
        text += &format!("-{part:02}");
    }
    if let Some((hour, minute, second)) = exact.time {
        text += &format!("T{hour:02}:{minute:02}:{second:02}Z");
    }
    text
}

fn tell(event: &Event, plain: &Plain, lost: &mut Lost) {
    let has_time = |date: &Edtf| date.time().is_some();
    if !plain.whole {
        lost.of(
            "vague dates: from the first to the last day that they can be, with the words below",
            event,
        );
    } else if has_time(&event.when) {
        lost.of("times of day without an offset: taken as UTC", event);
    }
    if event.said_when.is_some() {
        lost.of("the reports’ own words for a date", event);
    }
    if event.status != Status::Happened {
        lost.of("status: a tag", event);
    }
    lost.of("kind of event: a tag", event);
    if event.kind.word.contains('-') || event.topics.iter().any(|topic| topic.contains('-')) {
        lost.of(
            "hyphens in kinds and topics: tags have `_` in their place",
            event,
        );
    }
    if event.place.is_some() {
        lost.of("places", event);
    }
    if !event.actors.is_empty() {
        lost.of("actors", event);
    }
    let summary = event.summary.as_deref().unwrap_or_default();
    if [&*event.title, summary]
        .iter()
        .any(|text| text.contains(['#', '[', ']']))
    {
        lost.of(
            "`#`, `[` and `]` in texts: changed, since they would be tags and links",
            event,
        );
    }
    lose_substance(lost, event);
}
