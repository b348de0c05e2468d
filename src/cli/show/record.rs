//! An actor, a source, a place: what is declared, and the events with it.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use crate::find::Filter;
use crate::model::{Actor, Place, Source};
use crate::text::one_line;
use crate::views::{Facet, Site, place_name};

pub(super) fn actor(site: &Site<'_>, actor: &Actor) -> Sheet {
    let language = site.language;
    let mut sheet = Sheet::new(&actor.name);
    sheet.aside(&format!("{}, an actor", actor.id));
    sheet.space();
    sheet.named("Kind", actor.kind.word());
    if let Some(of) = &actor.of {
        sheet.named("Of", &format!("{} ({of})", site.actor_name(of)));
    }
    for term in &actor.roles {
        let date = |date: &crate::schema::Date| language.date(date);
        let time = match (&term.from, &term.to) {
            (None, None) => String::new(),
            (Some(from), None) => format!(", from {}", date(from)),
            (None, Some(to)) => format!(", until {}", date(to)),
            (Some(from), Some(to)) => format!(", {} to {}", date(from), date(to)),
        };
        sheet.named("Role", &format!("{}{time}", term.title));
    }
    let also: Vec<&str> = actor.also.iter().map(|name| &**name).collect();
    sheet.named("Also", &also.join(", "));
    if let Some(country) = &actor.country {
        sheet.named("Country", language.country(country));
    }
    let parts = site.timeline.actors.iter();
    let parts = parts.filter(|it| it.of.as_ref() == Some(&actor.id));
    let parts: Vec<String> = parts.map(|it| format!("{} ({})", it.name, it.id)).collect();
    sheet.named("Has", &parts.join(", "));
    if let Some(note) = &actor.note {
        sheet.named("Note", note);
    }
    events(&mut sheet, site, &under(site, Facet::Actor, &actor.id));
    sheet
}

pub(super) fn place(site: &Site<'_>, place: &Place) -> Sheet {
    let mut sheet = Sheet::new(&place_name(site, &place.id));
    sheet.aside(&format!("{}, a place", place.id));
    if let Some(country) = &place.country {
        sheet.space();
        sheet.named("Country", site.language.country(country));
    }
    if let Some(note) = &place.note {
        sheet.named("Note", note);
    }
    events(&mut sheet, site, &under(site, Facet::Place, &place.id));
    sheet
}

pub(super) fn source(site: &Site<'_>, source: &Source) -> Sheet {
    let language = site.language;
    let mut sheet = Sheet::new(source.label());
    sheet.aside(&format!("{}, a source", source.id));
    sheet.space();
    sheet.named("Type", source.source_type.word());
    let text = |text: &Option<crate::schema::Text>| {
        text.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    sheet.named("Outlet", &text(&source.outlet));
    let byline: Vec<&str> = source.byline.iter().map(|name| &**name).collect();
    sheet.named("By", &byline.join(", "));
    if let Some(published) = &source.published {
        let date = format!("{} ({})", language.date(published), **published);
        sheet.named("Published", &date);
    }
    if let Some(url) = &source.url {
        sheet.named("Address", url);
    }
    if let Some(url) = &source.archive_url {
        sheet.named("Archived", url);
    }
    if let Some(via) = &source.via {
        sheet.named("Via", &format!("{} ({via})", site.source_name(via)));
    }
    for relayed in &source.relays {
        let name = site.source_name(relayed);
        sheet.named("Relays", &format!("{name} ({relayed})"));
    }
    if let Some(note) = &source.note {
        sheet.named("Note", note);
    }
    let numbers = site.events_of_source.get(&source.id);
    events(&mut sheet, site, numbers.map_or(&[], Vec::as_slice));
    sheet
}

/// The events under an id of a facet.
fn under(site: &Site<'_>, facet: Facet, id: &str) -> Vec<usize> {
    let facets = BTreeMap::from([(facet.word(), [id.to_owned()].into())]);
    let filter = Filter {
        facets,
        ..Filter::default()
    };
    filter.find(site.timeline)
}

fn events(sheet: &mut Sheet, site: &Site<'_>, numbers: &[usize]) {
    if numbers.is_empty() {
        return;
    }
    sheet.heading("Events");
    for number in numbers {
        let event = &site.timeline.events.as_slice()[*number];
        let date = site.language.date(&event.when);
        let title = one_line(&event.title);
        sheet.item(&format!("{date}: {title} ({})", event.id), 2);
    }
}
