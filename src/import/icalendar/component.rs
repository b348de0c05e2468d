//! The components of iCalendar: what stands between `BEGIN` and `END`.

use super::line::{Line, lines};
use crate::import::{InputFile, Losses, Manner, Place, Unreadable, quoted};

/// How deep components may stand in one another: an alarm in an entry in a calendar is 3.
const DEEPEST: usize = 16;

/// A component that is not a calendar: an entry, a time zone.
#[derive(Clone, Debug, Default)]
pub(super) struct Component {
    /// Its name in capitals: `VEVENT`.
    pub(super) name: String,
    /// The line on which it begins.
    pub(super) line: usize,
    /// Its lines, without those of components in it.
    pub(super) lines: Vec<Line>,
    /// The components in it, an alarm for one.
    pub(super) inside: Vec<Component>,
    /// Whether its end is missing.
    pub(super) cut: bool,
}

/// What a file has.
#[derive(Debug, Default)]
pub(super) struct Calendars {
    /// How many there are.
    pub(super) count: usize,
    /// The lines of the calendars themselves, each with the number of its calendar.
    pub(super) lines: Vec<(usize, Line)>,
    /// The components in the calendars.
    pub(super) components: Vec<(usize, Component)>,
}

/// Takes a file apart. Lines that are none are told.
pub(super) fn calendars(file: &InputFile, losses: &mut Losses) -> Result<Calendars, Unreadable> {
    let mut found = Calendars::default();
    let mut count = 0;
    let mut open: Vec<Component> = Vec::new();
    for line in lines(&file.text) {
        let line = match line {
            Ok(line) => line,
            Err(bad) => {
                let place = Place::line(file, bad.number);
                losses.tell(
                    &place,
                    None,
                    Manner::NoPlace,
                    format!("this is no line of iCalendar: {}", quoted(&bad.text)),
                );
                continue;
            }
        };
        let value = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), value.as_str()) {
            ("BEGIN", "VCALENDAR") => {
                end_all(&mut open, count, &mut found);
                count += 1;
            }
            ("END", "VCALENDAR") => end_all(&mut open, count, &mut found),
            ("BEGIN", name) => {
                // An entry does not stand in an entry: the end of the one before is missing.
                if is_entry(name) {
                    end_all(&mut open, count, &mut found);
                }
                if open.len() == DEEPEST {
                    return Err(Unreadable {
                        place: Place::line(file, line.number),
                        message: format!(
                            "more than {DEEPEST} components stand in one another here"
                        ),
                    });
                }
                open.push(Component {
                    name: name.to_owned(),
                    line: line.number,
                    ..Component::default()
                });
            }
            ("END", name) => {
                if !open.iter().any(|component| component.name == name) {
                    let place = Place::line(file, line.number);
                    let what = format!("`END:{name}` ends nothing that has begun");
                    losses.tell(&place, None, Manner::NoPlace, what);
                    continue;
                }
                while let Some(mut component) = open.pop() {
                    let ended = component.name == name;
                    component.cut = !ended;
                    put(component, &mut open, count, &mut found);
                    if ended {
                        break;
                    }
                }
            }
            _ => match open.last_mut() {
                Some(component) => component.lines.push(line),
                None => found.lines.push((count, line)),
            },
        }
    }
    end_all(&mut open, count, &mut found);
    found.count = count;
    Ok(found)
}

/// Whether a component is a record of a calendar.
pub(super) fn is_entry(name: &str) -> bool {
    matches!(
        name,
        "VEVENT" | "VTODO" | "VJOURNAL" | "VFREEBUSY" | "VAVAILABILITY"
    )
}

fn end_all(open: &mut Vec<Component>, count: usize, found: &mut Calendars) {
    while let Some(mut component) = open.pop() {
        component.cut = true;
        put(component, open, count, found);
    }
}

fn put(component: Component, open: &mut [Component], count: usize, found: &mut Calendars) {
    match open.last_mut() {
        Some(outer) => outer.inside.push(component),
        None => found.components.push((count, component)),
    }
}

impl Component {
    /// The first line of a name.
    pub(super) fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }
}
