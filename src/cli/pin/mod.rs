//! `dateline pin`: keeps, in a lesson's file, how its events stand.

mod block;

use std::path::PathBuf;

use clap::Args;

use super::{Checked, Outcome, change, chosen_lessons, sound};
use crate::check::part_told;
use crate::load::Sources;
use crate::model::lesson::{changed, fingerprint};
use crate::model::{Lesson, Timeline};
use crate::schema::Pin;

/// Keeps in the lessons how their events stand, so that `check` can tell what changed since
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline pin\n  dateline pin who-says-so\n  dateline pin --check\n\nOnly the list `pinned` of a lesson's file is changed; all else stays as it is. While anything in the event files is wrong, nothing is."
)]
pub(super) struct Arguments {
    /// The lessons, by their ids; all if none is named
    #[arg(value_name = "LESSON")]
    lessons: Vec<String>,
    /// The folder of event files
    #[arg(long, default_value = "events")]
    dir: PathBuf,
    /// Only tell what has changed: exit with 1 if anything has
    #[arg(long)]
    check: bool,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Checked {
        sources, timeline, ..
    } = match sound(&arguments.dir, "pinned") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let lessons = match chosen_lessons(&timeline, &arguments.lessons) {
        Ok(lessons) => lessons,
        Err(outcome) => return outcome,
    };
    let mut outcome = Outcome::default();
    for lesson in lessons {
        let news = News::of(lesson, &timeline);
        let name = sources.path_of(lesson.file).display().to_string();
        if news.lines.is_empty() {
            outcome.out += &format!("{name}: nothing has changed\n");
            continue;
        }
        if arguments.check {
            outcome.code = 1;
        } else if let Err(message) = pin(lesson, &sources, &news.pins) {
            outcome.err += &Outcome::fault(format_args!("{name}: {message}")).err;
            outcome.code = 2;
            continue;
        }
        let done = if arguments.check {
            "to be pinned"
        } else {
            "pinned"
        };
        outcome.out += &format!("{name}: {done}\n");
        for line in &news.lines {
            outcome.out += &format!("  {line}\n");
        }
    }
    outcome
}

/// What a lesson's pins are to be, and in which they differ from what they are.
struct News {
    pins: Vec<Pin>,
    /// For people, a line each.
    lines: Vec<String>,
}

impl News {
    fn of(lesson: &Lesson, timeline: &Timeline) -> Self {
        let mut news = News {
            pins: Vec::new(),
            lines: Vec::new(),
        };
        for event in lesson
            .events
            .iter()
            .filter_map(|id| timeline.events.get(id))
        {
            news.pins.push(fingerprint(event));
            match lesson.pinned.iter().find(|pin| pin.event == event.id) {
                None => news
                    .lines
                    .push(format!("{}: pinned for the first time", event.id)),
                Some(pin) => {
                    let parts = changed(pin, event);
                    // What is no part of the news, such as fewer corrections.
                    if parts.is_empty() && news.pins.last() != Some(pin) {
                        news.lines.push(format!("{}: pinned anew", event.id));
                    }
                    for part in parts {
                        let told = part_told(&part, event);
                        news.lines.push(format!("{}: {told}", event.id));
                    }
                }
            }
        }
        for pin in &lesson.pinned {
            if !lesson.events.contains(&pin.event) {
                news.lines
                    .push(format!("{}: not in the lesson any more", pin.event));
            }
        }
        news
    }
}

/// Writes the pins into a lesson's file.
fn pin(lesson: &Lesson, sources: &Sources, pins: &[Pin]) -> Result<(), String> {
    let source = sources.get(lesson.file);
    let Some(text) = block::with_pins(lesson, source, pins) else {
        return Err(
            "the list `pinned` is not written as this command writes it; remove it, and try again"
                .to_owned(),
        );
    };
    change(sources, lesson.file, &text)
}
