//! `calendar.ics`: the events that have a place in a calendar, and `events/<id>/event.ics`
//! for each that is still to come (RFC 5545).

use super::ics::Ics;
use super::lasting_id::uuid;
use super::{File, RenderError};
use crate::edtf::Day;
use crate::model::{Appointment, Event, Slot, appointments};
use crate::schema::Status;
use crate::views::{Site, absolute, place_name};

/// The file of all events.
const WHOLE: &str = "calendar.ics";

/// How many events of a large timeline it has beside those ahead.
const LATEST: usize = 500;

/// The calendar of all events; without an entry where none has a place in one.
pub(crate) fn calendar(site: &Site<'_>) -> String {
    let files = made(site, usize::MAX);
    let whole = files.into_iter().find(|file| file.path == WHOLE);
    whole.map_or_else(String::new, |file| {
        String::from_utf8_lossy(&file.bytes).into_owned()
    })
}

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    // A calendar without an entry is none.
    if !site.calendar {
        return Ok(Vec::new());
    }
    Ok(made(
        site,
        if site.is_large() { LATEST } else { usize::MAX },
    ))
}

/// The calendars; that of all has no more than so many events beside those ahead.
fn made(site: &Site<'_>, most: usize) -> Vec<File> {
    let events: Vec<(usize, &Event, Option<Vec<Appointment>>)> = site
        .timeline
        .events
        .iter()
        .enumerate()
        .map(|(number, event)| (number, event, appointments(&event.when)))
        .collect();
    let left_out = events.iter().filter(|(.., all)| all.is_none()).count();
    let past = |event: &Event, all: &Option<Vec<Appointment>>| all.is_some() && !is_open(event);
    let behind = events
        .iter()
        .filter(|(_, event, all)| past(event, all))
        .count();
    let mut too_old = behind.saturating_sub(most);
    let mut all = begun(site);
    // As RFC 7986 calls it, and as programs have always called it.
    for name in ["NAME", "X-WR-CALNAME"] {
        all.text(name, &site.timeline.about.title);
    }
    if too_old > 0 {
        for name in ["DESCRIPTION", "X-WR-CALDESC"] {
            all.text(name, site.words().lists.calendar);
        }
    }
    if left_out + too_old > 0 {
        all.line("X-DATELINE-LEFT-OUT", &(left_out + too_old).to_string());
    }
    let mut files = Vec::new();
    let last = last_days(site);
    for (number, event, appointments) in &events {
        let Some(appointments) = appointments else {
            continue;
        };
        if too_old > 0 && !is_open(event) {
            too_old -= 1;
            continue;
        }
        let entry = Entry {
            site,
            number: *number,
            event,
            stamp: last[*number],
        };
        entry.write(appointments, &mut all);
        if site.is_ahead(event) {
            let mut own = begun(site);
            entry.write(appointments, &mut own);
            files.push(ended(format!("events/{}/event.ics", event.id), own));
        }
    }
    files.push(ended(WHOLE.to_owned(), all));
    files
}

/// Whether an event is still to come.
fn is_open(event: &Event) -> bool {
    matches!(event.status, Status::Planned | Status::Confirmed)
}

fn begun(site: &Site<'_>) -> Ics {
    let mut ics = Ics::default();
    ics.line("BEGIN", "VCALENDAR");
    ics.line("VERSION", "2.0");
    let language = site.language.code().to_uppercase();
    ics.line("PRODID", &format!("-//Dateline//Timeline//{language}"));
    ics.line("CALSCALE", "GREGORIAN");
    ics
}

fn ended(path: String, mut ics: Ics) -> File {
    ics.line("END", "VCALENDAR");
    File::new(path, ics.into_string())
}

/// Of each event the last day on which something changed about it, which is as much as can
/// be said of when its entry was made: nothing reads the clock.
fn last_days(site: &Site<'_>) -> Vec<Option<Day>> {
    let mut last = vec![None; site.timeline.events.len()];
    for day in site.changes.days.iter().rev() {
        for change in &day.changes {
            last[change.event] = Some(day.day);
        }
    }
    last
}

/// An event's entries.
struct Entry<'e, 's> {
    site: &'e Site<'s>,
    number: usize,
    event: &'e Event,
    stamp: Option<Day>,
}

impl Entry<'_, '_> {
    fn write(&self, appointments: &[Appointment], ics: &mut Ics) {
        for appointment in appointments {
            self.write_one(*appointment, appointments.len() > 1, ics);
        }
    }

    fn write_one(&self, appointment: Appointment, several: bool, ics: &mut Ics) {
        let (site, event) = (self.site, self.event);
        let language = site.language;
        ics.line("BEGIN", "VEVENT");
        ics.line("UID", &self.uid(appointment.slot, several));
        let stamp = self.stamp.filter(|day| (1..=9999).contains(&day.year()));
        let stamp = stamp.map_or_else(|| "19700101".to_owned(), date);
        ics.line("DTSTAMP", &format!("{stamp}T000000Z"));
        match appointment.slot {
            Slot::Days(first, last) => {
                ics.line("DTSTART;VALUE=DATE", &date(first));
                // The end is the day after.
                ics.line("DTEND;VALUE=DATE", &date(last.succ().unwrap_or(last)));
            }
            Slot::Moment { day, second, utc } => {
                let (hour, minute) = (second / 3600, second / 60 % 60);
                let zone = if utc { "Z" } else { "" };
                let time = format!("{}T{hour:02}{minute:02}{:02}{zone}", date(day), second % 60);
                ics.line("DTSTART", &time);
            }
        }
        ics.text("SUMMARY", &self.summary(appointment.certain));
        ics.line("STATUS", status(event.status, appointment.certain));
        // It is no appointment of the reader's own, who is not busy then.
        ics.line("TRANSP", "TRANSPARENT");
        if let Some(place) = &event.place {
            ics.text("LOCATION", &place_name(site, place));
        }
        let topics: Vec<String> = event.topics.iter().map(|id| language.name_of(id)).collect();
        let kind = [language.kind(event.kind)];
        ics.texts(
            "CATEGORIES",
            kind.into_iter().chain(topics.iter().map(|topic| &**topic)),
        );
        ics.text("DESCRIPTION", &self.description());
        if let Some(address) = self.address() {
            ics.line("URL", &address);
        }
        ics.line("END", "VEVENT");
    }

    /// The same for as long as the event's file has its name; of several days that are all
    /// meant, each has its own.
    fn uid(&self, slot: Slot, several: bool) -> String {
        let timeline = self.site.timeline.about.lasting_name();
        let (Slot::Days(day, _) | Slot::Moment { day, .. }) = slot;
        if several {
            uuid(timeline, &format!("event/{}/{day}", self.event.id))
        } else {
            uuid(timeline, &format!("event/{}", self.event.id))
        }
    }

    /// The title, with what a calendar cannot show: that something did not happen, or not
    /// yet, and that its day is not certain.
    fn summary(&self, certain: bool) -> String {
        let (site, event) = (self.site, self.event);
        let mut marks = Vec::new();
        if !matches!(event.status, Status::Happened | Status::Confirmed) {
            marks.push(site.language.status(event.status).to_owned());
        }
        if !certain {
            let date = site.language.date(&event.when);
            marks.push(format!("{}: {date}", site.words().follow.date_not_certain));
        }
        if marks.is_empty() {
            event.title.to_string()
        } else {
            format!("{} ({})", event.title, marks.join("; "))
        }
    }

    fn description(&self) -> String {
        let (site, event) = (self.site, self.event);
        let language = site.language;
        let words = site.in_words(self.number);
        let mut parts = vec![language.sentence(words.date)];
        parts.extend(words.text().map(str::to_owned));
        let names = site.names_in(event);
        if !names.is_empty() {
            parts.push(format!("{}: {}", site.words().who, names.join(", ")));
        }
        parts.push(language.sentence(words.counts));
        parts.extend(self.address());
        parts.join("\n\n")
    }

    fn address(&self) -> Option<String> {
        let base = self.site.timeline.about.base_url.as_ref()?;
        Some(absolute(base, &format!("events/{}/", self.event.id)))
    }
}

fn status(status: Status, certain: bool) -> &'static str {
    match status {
        Status::Cancelled => "CANCELLED",
        Status::Happened | Status::Confirmed if certain => "CONFIRMED",
        _ => "TENTATIVE",
    }
}

/// A day of the years 1 to 9999 as iCalendar writes it.
fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
