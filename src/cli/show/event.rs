//! An event, and a claim.

use super::sheet::Sheet;
use crate::load::Sources;
use crate::markdown;
use crate::model::{ClaimKey, Event, Known};
use crate::views::{ClaimView, Site, place_name};

/// The event with this number.
pub(super) fn event(site: &Site<'_>, sources: &Sources, number: usize) -> Sheet {
    let event = &site.timeline.events.as_slice()[number];
    let language = site.language;
    let mut sheet = Sheet::new(&event.title);
    let file = sources.path_of(event.file).display().to_string();
    sheet.aside(&file.replace('\\', "/"));
    sheet.space();
    let date = format!("{} ({})", language.date(&event.when), *event.when);
    sheet.named(
        "When",
        &match &event.said_when {
            Some(words) => format!("{date}, in the report’s words “{words}”"),
            None => date,
        },
    );
    sheet.named("Status", event.status.word());
    sheet.named("Kind", event.kind.word);
    if let Some(place) = &event.place {
        sheet.named("Where", &place_name(site, place));
    }
    sheet.named("Actors", &actors(site, event));
    let topics: Vec<&str> = event.topics.iter().map(|topic| &**topic).collect();
    sheet.named("Topics", &topics.join(", "));
    let first = Known::of_event(site.timeline, event).first;
    let since = first.map_or_else(String::new, |day| {
        format!(", first on {}", language.day(day))
    });
    sheet.named(
        "Reports",
        &format!("{}{since}", site.in_words(number).counts),
    );
    if let Some(summary) = &event.summary {
        sheet.space();
        sheet.text(&markdown::to_text(summary), 0);
    }
    if !event.claims.is_empty() {
        sheet.heading("Claims");
        for claim in 0..event.claims.len() {
            if claim > 0 {
                sheet.space();
            }
            add_claim(&mut sheet, site, (number, claim), 2);
        }
    }
    if !event.history.is_empty() {
        sheet.heading("Earlier");
        for state in &event.history {
            let mut line = format!("{}: {}", language.date(&state.as_of), state.status.word());
            if let Some(when) = &state.when {
                line += &format!(" for {}", language.date(when));
            }
            if let Some(source) = &state.source {
                line += &format!(", {}", site.source_name(source));
            }
            if let Some(note) = &state.note {
                line += &format!("; {note}");
            }
            sheet.item(&line, 2);
        }
    }
    if !event.left_open.is_empty() {
        sheet.heading("Left open");
        for text in &event.left_open {
            sheet.item(text, 2);
        }
    }
    if !event.corrections.is_empty() {
        sheet.heading("Corrections");
        for it in &event.corrections {
            let on = language.date(&it.on);
            sheet.item(&format!("{on}, {}: {}", it.kind.word(), it.what), 2);
        }
    }
    sheet
}

/// Who takes part, and how.
fn actors(site: &Site<'_>, event: &Event) -> String {
    let parts = event.actors.iter().map(|part| {
        let name = site.actor_name(&part.who);
        match part.role {
            Some(role) => format!("{name} ({})", role.word()),
            None => name.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// A claim by itself.
pub(super) fn claim(site: &Site<'_>, key: ClaimKey) -> Sheet {
    let (event, _) = site.relations.claim(key);
    let mut sheet = Sheet::new(&event.title);
    sheet.aside(&event.id);
    sheet.space();
    add_claim(&mut sheet, site, key, 0);
    sheet
}

fn add_claim(sheet: &mut Sheet, site: &Site<'_>, key: ClaimKey, by: usize) {
    let claim = ClaimView::of(site, key, "");
    sheet.marked(&claim.id, by);
    sheet.text(&claim.text, by);
    let mut who = claim.speaker.name.clone();
    if let Some(of) = &claim.speaker.of {
        who += &format!(" ({})", of.text);
    }
    if let Some(capacity) = &claim.speaker.capacity {
        who += &format!(", {capacity}");
    }
    if let Some(wording) = &claim.wording {
        who += &format!(", “{wording}”");
    }
    if let Some(hedge) = claim.hedge {
        who += &format!(", {hedge}");
    }
    if let Some(said) = &claim.said {
        who += &format!(", {said}");
    }
    sheet.item(&format!("by {who}"), by);
    if let Some(figure) = &claim.figure {
        sheet.item(&format!("figure: {figure}"), by);
    }
    for report in &claim.reports {
        let mut line = format!("reported by {}", report.link.text);
        if let Some(locator) = &report.locator {
            line += &format!(", {locator}");
        }
        if let Some(quote) = &report.quote {
            line += &format!(": “{quote}”");
        }
        sheet.item(&format!("{line}{}", report.chain.line()), by);
    }
    sheet.item(&claim.counts, by);
    for relation in &claim.relations {
        let (word, who) = (relation.word, &relation.speaker);
        sheet.item(&format!("{word}: {} ({who})", relation.link.text), by);
    }
    if let Some(note) = &claim.note {
        sheet.item(&format!("note: {note}"), by);
    }
}
