//! iCalendar (RFC 5545): the calendars of calendar programs, and our own.

mod component;
mod event;
mod line;
mod own;
mod when;

use super::html::from_either;
use super::{Entry, Input, InputFile, Losses, Manner, Options, Place, Read, Unreadable, quoted};
use crate::text::one_line;
use component::{Component, calendars, is_entry};
use event::{Calendar, event, place};
use line::Line;

/// Whether a text begins like a calendar.
pub(super) fn fits(input: &Input) -> bool {
    let start: String = input.text().trim_start().chars().take(15).collect();
    !input.is_folder && start.eq_ignore_ascii_case("BEGIN:VCALENDAR")
}

pub(super) fn read(input: &Input, _: &Options, losses: &mut Losses) -> Result<Read, Unreadable> {
    let mut read = Read::default();
    let mut any = false;
    for file in &input.files {
        let found = calendars(file, losses)?;
        let events = found.components.iter().any(|(_, one)| is_entry(&one.name));
        any |= found.count > 0 || events;
        let mut all: Vec<Calendar> = Vec::new();
        for (number, line) in &found.lines {
            all.resize(all.len().max(number + 1), Calendar::default());
            if let Some(calendar) = all.get_mut(*number) {
                head(line, calendar, file, &mut read, losses);
            }
        }
        for (number, component) in &found.components {
            let calendar = all.get(*number).copied().unwrap_or_default();
            if component.name == "VEVENT" {
                let mut entry = event(component, calendar, file, losses);
                without_wrong_id(&mut entry, losses);
                read.entries.push(entry);
            } else {
                leave_out(component, file, losses);
            }
        }
    }
    if !any {
        return Err(Unreadable::new("no `BEGIN:VCALENDAR` is in it"));
    }
    Ok(read)
}

/// A line of the calendar itself.
fn head(
    line: &Line,
    calendar: &mut Calendar,
    file: &InputFile,
    read: &mut Read,
    losses: &mut Losses,
) {
    let at = Place::line(file, line.number);
    let text = line.text();
    match line.name.as_str() {
        "PRODID" => calendar.own = own::language(&line.value),
        "METHOD" if line.value.trim().eq_ignore_ascii_case("CANCEL") => calendar.cancels = true,
        "VERSION" if line.value.trim() == "2.0" => {}
        "CALSCALE" if line.value.trim().eq_ignore_ascii_case("GREGORIAN") => {}
        "METHOD" if line.value.trim().eq_ignore_ascii_case("PUBLISH") => {}
        "CALSCALE" => {
            let what = format!(
                "the dates were read as those of the calendar that all use, not {}",
                quoted(&text)
            );
            losses.tell(&at, Some("CALSCALE"), Manner::Assumed, what);
        }
        "NAME" | "X-WR-CALNAME" if read.title.is_none() => {
            let title = one_line(&text);
            read.title = (!title.is_empty()).then_some(title);
        }
        "NAME" | "X-WR-CALNAME" if read.title.as_deref() == Some(&one_line(&text)) => {}
        "DESCRIPTION" | "X-WR-CALDESC" if read.standfirst.is_none() => {
            let found = from_either(&text).told(&at, Some(&line.name), losses);
            read.standfirst = (!found.is_empty()).then_some(found);
        }
        "X-DATELINE-LEFT-OUT" => {
            let what = format!(
                "so many events of the timeline had no place in its calendar: {}",
                quoted(&text)
            );
            losses.tell(&at, Some(&line.name), Manner::Partly, what);
        }
        _ => losses.no_place(&at, &line.name, &line.value),
    }
}

/// Tells of a component that is no event.
fn leave_out(component: &Component, file: &InputFile, losses: &mut Losses) {
    let at = place(component, file);
    let name = component.name.as_str();
    if name == "VTIMEZONE" {
        let zone = component.line("TZID").map_or("", |line| &line.value);
        let what = format!(
            "the rules of the time zone {}: times are kept as local time",
            quoted(zone)
        );
        return losses.tell(&at, Some(name), Manner::NoPlace, what);
    }
    let kind = match name {
        "VTODO" => "a task",
        "VJOURNAL" => "a note of a day",
        "VFREEBUSY" | "VAVAILABILITY" => "a time when somebody is busy or free",
        _ => "something that is no event",
    };
    let said: Vec<String> = ["DTSTART", "DUE", "SUMMARY", "DESCRIPTION"]
        .iter()
        .filter_map(|name| component.line(name))
        .map(|line| format!("{} {}", line.name, quoted(&line.text())))
        .collect();
    let said = if said.is_empty() {
        String::new()
    } else {
        format!(": {}", said.join(", "))
    };
    losses.tell(&at, Some(name), Manner::LeftOut, format!("{kind}{said}"));
}

/// The address of an event may end in what can be no id.
fn without_wrong_id(entry: &mut Entry, losses: &mut Losses) {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if let Some(id) = entry.id.take() {
        if id.chars().all(fine) {
            entry.id = Some(id);
        } else {
            losses.no_place(&entry.place, "URL", &id);
        }
    }
}

#[cfg(test)]
mod tests;
