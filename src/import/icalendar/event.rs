//! An entry of a calendar as an event.

use std::collections::HashSet;

use super::component::Component;
use super::line::Line;
use super::{own, when};
use crate::import::html::{Converted, from_either, from_text, to_markdown, web_address};
use crate::import::{Entry, InputFile, Link, Losses, Manner, Named, Place, quoted};
use crate::schema::{KINDS, Kind, Status};
use crate::text::one_line;
use crate::words::Language;

/// What holds for all entries of a calendar.
#[derive(Clone, Copy, Default)]
pub(super) struct Calendar {
    /// The language of a calendar that we have written.
    pub(super) own: Option<&'static dyn Language>,
    /// Whether it calls off what is in it.
    pub(super) cancels: bool,
}

/// Where a component stands.
pub(super) fn place(component: &Component, file: &InputFile) -> Place {
    let uid = component.line("UID").map(|line| one_line(&line.text()));
    Place {
        name: uid
            .filter(|uid| !uid.is_empty())
            .map(|uid| format!("UID {uid}")),
        ..Place::line(file, component.line)
    }
}

/// Reads an entry: each of its lines finds a place, or is told.
pub(super) fn event(
    component: &Component,
    calendar: Calendar,
    file: &InputFile,
    losses: &mut Losses,
) -> Entry {
    let mut event = Event {
        entry: Entry {
            place: place(component, file),
            ..Entry::default()
        },
        calendar,
        losses,
    };
    if component.cut {
        event.tell(
            None,
            Manner::Partly,
            "the end of this entry is missing: it was read as far as it goes",
        );
    }
    let mut seen = HashSet::new();
    for line in &component.lines {
        let again = !seen.insert(line.name.as_str());
        event.line(line, component, again);
    }
    event.date(component);
    event.repeats(component);
    for inside in &component.inside {
        let at = Place::line(file, inside.line);
        let what = inside.line("TRIGGER").map_or("", |line| &line.value);
        let what = format!("a reminder or the like: {}", quoted(what));
        event.losses.tell(
            &Place {
                name: event.entry.place.name.clone(),
                ..at
            },
            Some(&inside.name),
            Manner::NoPlace,
            what,
        );
    }
    event.entry
}

struct Event<'l> {
    entry: Entry,
    calendar: Calendar,
    losses: &'l mut Losses,
}

impl Event<'_> {
    fn tell(&mut self, field: Option<&str>, manner: Manner, what: impl Into<String>) {
        self.losses.tell(&self.entry.place, field, manner, what);
    }

    fn no_place(&mut self, line: &Line) {
        self.losses
            .no_place(&self.entry.place, &line.name, &line.value);
    }

    fn line(&mut self, line: &Line, component: &Component, again: bool) {
        if line
            .param("ENCODING")
            .is_some_and(|encoding| encoding.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
        {
            self.tell(
                Some(&line.name),
                Manner::Changed,
                "the encoding `QUOTED-PRINTABLE` of older calendars was not read",
            );
        }
        match line.name.as_str() {
            "UID" | "DTSTART" | "DTEND" | "DURATION" if !again => {}
            // They are told together.
            "RRULE" | "RDATE" | "EXDATE" | "EXRULE" | "RECURRENCE-ID" => {}
            "SUMMARY" if !again => self.title(line),
            "DESCRIPTION" if !again => self.description(line, component),
            "X-ALT-DESC" if !again && component.line("DESCRIPTION").is_none() => {
                let html = to_markdown(&line.text());
                self.summary(html, "X-ALT-DESC");
            }
            "STATUS" if !again => self.status(line),
            "LOCATION" if !again => {
                let name = one_line(&line.text());
                self.entry.location = (!name.is_empty()).then_some(Named { name, id: None });
            }
            "CATEGORIES" => self.categories(line),
            "URL" if !again => self.url(line),
            "ATTACH" | "CONFERENCE" => self.attachment(line),
            "ATTENDEE" | "ORGANIZER" => self.person(line),
            // What only says when the entry was written down, or that nobody is busy then.
            "DTSTAMP" | "TRANSP" if self.calendar.own.is_some() => {}
            _ => self.no_place(line),
        }
    }

    fn title(&mut self, line: &Line) {
        let title = one_line(&line.text());
        self.entry.title = title;
        let Some(language) = self.calendar.own else {
            return;
        };
        let marks = own::marks(&self.entry.title, language);
        self.entry.title = marks.title;
        self.entry.status = marks.status;
        self.entry.said_when = marks.uncertain;
    }

    fn description(&mut self, line: &Line, component: &Component) {
        let text = line.text();
        let Some(language) = self.calendar.own else {
            let field = from_either(&text);
            return self.summary(field, "DESCRIPTION");
        };
        let url = component.line("URL").map(|line| line.value.trim());
        let (text, names) = own::summary(&text, url, language);
        for name in names {
            self.add_actor(name);
        }
        self.summary(from_text(&text), "DESCRIPTION");
    }

    fn summary(&mut self, found: Converted, field: &str) {
        let place = self.entry.place.clone();
        self.entry.summary = found.told(&place, Some(field), self.losses);
    }

    fn status(&mut self, line: &Line) {
        let status = match line.value.trim().to_ascii_uppercase().as_str() {
            _ if self.calendar.own.is_some() => return self.own_status(line),
            "TENTATIVE" => Status::Planned,
            "CONFIRMED" => Status::Confirmed,
            "CANCELLED" | "CANCELED" => Status::Cancelled,
            _ => return self.no_place(line),
        };
        self.entry.status = Some(status);
    }

    /// In calendars of ours the title says it better.
    fn own_status(&mut self, line: &Line) {
        if self.entry.status.is_none() {
            let what = format!(
                "{} says that it happened, or is confirmed: not which of the two",
                quoted(&line.value)
            );
            self.tell(Some("STATUS"), Manner::Ambiguous, what);
        }
    }

    fn categories(&mut self, line: &Line) {
        let mut topics: Vec<String> = line.list().iter().map(|text| one_line(text)).collect();
        if let Some(language) = self.calendar.own
            && let Some(kind) = topics.first().and_then(|name| kind_of(name, language))
        {
            self.entry.kind = Some(kind);
            topics.remove(0);
        }
        for topic in topics {
            if !self.entry.topics.contains(&topic) {
                self.entry.topics.push(topic);
            }
        }
    }

    fn url(&mut self, line: &Line) {
        let Some(url) = web_address(&line.value) else {
            return self.no_place(line);
        };
        // A page of ours is the event itself, and no report of it.
        if self.calendar.own.is_some()
            && let Some((_, id)) = url.trim_end_matches('/').rsplit_once("/events/")
        {
            self.entry.id = Some(id.to_owned());
            return;
        }
        self.add_link(url, None);
    }

    fn attachment(&mut self, line: &Line) {
        let inside = line.param("ENCODING").is_some() || line.param("VALUE") == Some("BINARY");
        if inside {
            let kind = line.param("FMTTYPE").unwrap_or("a file");
            let what = format!(
                "{} of {} characters in the entry itself",
                quoted(kind),
                line.value.len()
            );
            return self.tell(Some(&line.name), Manner::NoPlace, what);
        }
        let title = ["FILENAME", "X-FILENAME", "LABEL"]
            .iter()
            .find_map(|name| line.param(name));
        match web_address(&line.value) {
            Some(url) => self.add_link(url, title.map(str::to_owned)),
            None => self.no_place(line),
        }
    }

    fn add_link(&mut self, url: String, title: Option<String>) {
        if !self.entry.links.iter().any(|link| link.url == url) {
            self.entry.links.push(Link {
                url,
                title,
                ..Link::default()
            });
        }
    }

    fn person(&mut self, line: &Line) {
        let address = line.value.trim();
        let name = line
            .param("CN")
            .map(one_line)
            .filter(|name| !name.is_empty());
        let kind = line
            .param("CUTYPE")
            .unwrap_or_default()
            .to_ascii_uppercase();
        let declined = line
            .param("PARTSTAT")
            .is_some_and(|state| state.eq_ignore_ascii_case("DECLINED"));
        let shown = name.clone().unwrap_or_else(|| address.to_owned());
        if matches!(kind.as_str(), "ROOM" | "RESOURCE") || declined {
            let why = if declined {
                "does not come"
            } else {
                "is no actor"
            };
            return self.tell(
                Some(&line.name),
                Manner::NoPlace,
                format!("{} {why}", quoted(&shown)),
            );
        }
        let Some(name) = name else {
            let bare = address
                .get(..7)
                .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
            let bare = bare.map_or(address, |scheme| &address[scheme.len()..]);
            if bare.is_empty() {
                return;
            }
            self.tell(
                Some(&line.name),
                Manner::Assumed,
                format!("{} has no name: the address stands for it", quoted(bare)),
            );
            return self.add_actor(bare.to_owned());
        };
        self.losses.no_place(&self.entry.place, &line.name, address);
        self.add_actor(name);
    }

    fn add_actor(&mut self, name: String) {
        if !self.entry.actors.iter().any(|actor| actor.name == name) {
            self.entry.actors.push(Named { name, id: None });
        }
    }

    fn date(&mut self, component: &Component) {
        let line = |name| component.line(name);
        let found = when::when(line("DTSTART"), line("DTEND"), line("DURATION"));
        let doubt = self.entry.said_when.clone();
        self.entry.take_date("DTSTART", found, self.losses);
        if let (Some(words), Some(when), Some(language)) =
            (doubt, &self.entry.when, self.calendar.own)
            && let Some((doubted, same)) = own::doubted(when, &words, language)
        {
            if same {
                self.entry.said_when = None;
            } else {
                let what = format!(
                    "{} is not certain: it was taken as `{doubted}`",
                    quoted(&words)
                );
                self.tell(Some("SUMMARY"), Manner::Partly, what);
            }
            self.entry.when = Some(doubted);
        }
        if self.calendar.cancels {
            self.entry.status = Some(Status::Cancelled);
        }
    }

    /// Of what repeats, only the first time is taken.
    fn repeats(&mut self, component: &Component) {
        let start = component.line("DTSTART").map(|line| line.value.trim());
        for line in &component.lines {
            let value = quoted(&line.value);
            let what = match line.name.as_str() {
                "RRULE" | "RDATE" => format!("it repeats, {value}: only the first time was taken"),
                "EXDATE" if Some(line.value.trim()) == start => {
                    format!(
                        "the first time, {value}, is itself excepted, and was taken all the same"
                    )
                }
                "EXDATE" | "EXRULE" => format!("not at {value}: none but the first time was taken"),
                "RECURRENCE-ID" => format!("this is one time, {value}, of an entry that repeats"),
                _ => continue,
            };
            self.tell(Some(&line.name), Manner::Partly, what);
        }
    }
}

fn kind_of(name: &str, language: &dyn Language) -> Option<Kind> {
    let mut all = KINDS.iter().map(Kind::of);
    all.find(|kind| language.kind(*kind) == name)
}
