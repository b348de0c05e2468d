//! `dateline show`: all that there is of something.

mod event;
mod record;
mod sheet;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Checked, Outcome, a_day, checked, partly_read};
use crate::diagnostic::did_you_mean;
use crate::edtf::Day;
use crate::load::Sources;
use crate::model::Timeline;
use crate::outputs::event_item;
use crate::schema::{ActorId, EventId, Id, PlaceId, SourceId};
use crate::views::Site;
use crate::words::ENGLISH;
use sheet::Sheet;

/// Shows an event with its claims, or an actor, a source or a place with its events
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline show 2024-04-02-biden-xi-call\n  dateline show 2024-04-02-biden-xi-call/concern      (one claim of it)\n  dateline show biden\n  dateline show 2024-04-02-biden-xi-call --as-of 2024-04-06"
)]
pub(super) struct Arguments {
    /// The id of an event (or its file), of a claim (`event/claim`), an actor, a source or a place
    id: String,
    /// The folder of event files
    #[arg(long, default_value = "events")]
    dir: PathBuf,
    /// As it was known on a day
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<Day>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// An event as in `events.json`
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Checked {
        sources,
        timeline,
        report,
    } = match checked(&arguments.dir) {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let mut outcome = partly_read(&report, &arguments.dir);
    let known = match arguments.as_of {
        Some(day) => timeline.as_of(day),
        None => timeline,
    };
    let mut site = Site::of(&known);
    // The terminal speaks English, whatever the pages speak.
    site.language = ENGLISH;
    let id = Asked::of(&arguments.id);
    let shown = match arguments.format {
        Format::Json => id.json(&site),
        Format::Text => id.text(&site, &sources),
    };
    if let Some(text) = shown {
        outcome.out = text;
    } else {
        outcome.err += &Outcome::fault(id.unknown(&site, arguments.as_of)).err;
        outcome.code = 2;
    }
    outcome
}

/// What is asked for.
struct Asked<'a> {
    /// The id.
    id: &'a str,
    /// The claim of an event.
    claim: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// Ids have no `/` in them: what has one is a claim, or the path of a file.
    fn of(text: &'a str) -> Self {
        let file = text.strip_suffix(".yaml");
        match (file, text.split_once('/')) {
            (Some(path), _) => Asked {
                id: path.rsplit(['/', '\\']).next().unwrap_or(path),
                claim: None,
            },
            (None, Some((id, claim))) => Asked {
                id,
                claim: Some(claim),
            },
            (None, None) => Asked {
                id: text,
                claim: None,
            },
        }
    }

    fn event(&self, timeline: &Timeline) -> Option<usize> {
        let events = timeline.events.as_slice();
        events.iter().position(|event| *event.id == *self.id)
    }

    fn json(&self, site: &Site<'_>) -> Option<String> {
        let number = self.event(site.timeline)?;
        let event = &site.timeline.events.as_slice()[number];
        let item = serde_json::to_value(event_item(site, number, event)).ok()?;
        let item = match self.claim {
            Some(claim) => {
                let claims = item.get("claims")?.as_array()?;
                claims.iter().find(|item| item["id"] == claim)?.clone()
            }
            None => item,
        };
        Some(serde_json::to_string_pretty(&item).ok()? + "\n")
    }

    /// All that has this id, one below the other.
    fn text(&self, site: &Site<'_>, sources: &Sources) -> Option<String> {
        let mut sheets: Vec<Sheet> = Vec::new();
        if let Some(number) = self.event(site.timeline) {
            let event = &site.timeline.events.as_slice()[number];
            match self.claim {
                Some(id) => {
                    let claim = event.claims.iter().position(|claim| *claim.id == *id);
                    sheets.extend(claim.map(|claim| event::claim(site, (number, claim))));
                }
                None => sheets.push(event::event(site, sources, number)),
            }
        }
        if self.claim.is_none() {
            let (actor, source, place) = (
                ActorId(self.id.to_owned()),
                SourceId(self.id.to_owned()),
                PlaceId(self.id.to_owned()),
            );
            let timeline = site.timeline;
            sheets.extend((timeline.actors.get(&actor)).map(|it| record::actor(site, it)));
            sheets.extend((timeline.sources.get(&source)).map(|it| record::source(site, it)));
            sheets.extend((timeline.places.get(&place)).map(|it| record::place(site, it)));
        }
        let texts: Vec<String> = sheets.into_iter().map(Sheet::into_string).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// What is to be said where nothing has this id.
    fn unknown(&self, site: &Site<'_>, as_of: Option<Day>) -> String {
        let timeline = site.timeline;
        if let Some(claim) = self.claim
            && let Some(event) = timeline.events.get(&EventId(self.id.to_owned()))
        {
            let close = did_you_mean(claim, event.claims.iter().map(|claim| claim.id.as_str()));
            let hint = close.map_or_else(String::new, |it| format!("; did you mean `{it}`?"));
            return format!("the event `{}` has no claim `{claim}`{hint}", self.id);
        }
        let ids = (timeline.events.ids())
            .chain(timeline.actors.ids())
            .chain(timeline.sources.ids())
            .chain(timeline.places.ids());
        let hint = match (did_you_mean(self.id, ids), as_of) {
            (Some(close), _) => format!("; did you mean `{close}`?"),
            (None, Some(day)) => format!("; no report had told of it by {day}"),
            (None, None) => "; `dateline list` tells the events".to_owned(),
        };
        format!(
            "there is no event, actor, source or place `{}`{hint}",
            self.id
        )
    }
}
