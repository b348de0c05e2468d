//! `dateline list`: which events there are.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use unicode_width::UnicodeWidthStr;

use super::{Checked, Outcome, a_day, a_first_day, a_last_day, checked, partly_read};
use crate::diagnostic::did_you_mean;
use crate::edtf::Day;
use crate::find::Filter;
use crate::model::Timeline;
use crate::outputs::{event_item, events_table};
use crate::schema::{ActorId, KINDS, PlaceId, Status, TopicId};
use crate::text::one_line;
use crate::views::{Facet, Site};
use crate::words::{Counted, ENGLISH};

/// Lists events, all of them or those that are asked for
#[derive(Debug, Args)]
#[command(
    after_help = "Of several values for one option an event has to have one; of several options it has to meet all.\n\nExamples:\n  dateline list\n  dateline list machine tools --actor chinese-government\n  dateline list --status planned --status confirmed --from 2024-05\n  dateline list --as-of 2024-04-06 --format json | jq '.[].title'"
)]
pub(super) struct Arguments {
    /// Words that have to occur in title, summary, claims or names, whatever their case and accents; the beginning of a word is enough
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// The folder of event files
    #[arg(long, default_value = "events")]
    dir: PathBuf,
    /// An actor who takes part or speaks, or to whom one who does belongs
    #[arg(long, value_name = "ID")]
    actor: Vec<String>,
    /// A topic that the event is about
    #[arg(long, value_name = "ID")]
    topic: Vec<String>,
    /// The kind of the event
    #[arg(long, value_parser = PossibleValuesParser::new(KINDS.iter().map(|kind| kind.word)), hide_possible_values = true)]
    kind: Vec<String>,
    /// The status of the event
    #[arg(long, value_parser = PossibleValuesParser::new(Status::ALL.iter().map(|status| status.word())))]
    status: Vec<String>,
    /// The place of the event, or one that it lies in
    #[arg(long, value_name = "ID")]
    place: Vec<String>,
    /// The name of an outlet that reports it
    #[arg(long, value_name = "NAME")]
    outlet: Vec<String>,
    /// Only what can have been on this date or later: 2024-04-02, 2024-04, 2024
    #[arg(long, value_name = "DATE", value_parser = a_first_day, allow_hyphen_values = true)]
    from: Option<Day>,
    /// Only what can have been on this date or earlier
    #[arg(long, value_name = "DATE", value_parser = a_last_day, allow_hyphen_values = true)]
    to: Option<Day>,
    /// The timeline as it was known on a day
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<Day>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people: id, date, status, kind and title in columns
    Table,
    /// A JSON list of events, each as in `events.json`
    Json,
    /// The columns of `events.csv`
    Csv,
    /// The same with tabs, an event a line
    Tsv,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Checked {
        timeline, report, ..
    } = match checked(&arguments.dir) {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let filter = match filter(arguments, &timeline) {
        Ok(filter) => filter,
        Err(outcome) => return outcome,
    };
    let mut outcome = partly_read(&report, &arguments.dir);
    let timeline = match arguments.as_of {
        Some(day) => timeline.as_of(day),
        None => timeline,
    };
    let found = filter.find(&timeline);
    if let ([word], true) = (&arguments.words[..], found.is_empty())
        && Path::new(word).is_dir()
    {
        outcome.err += &format!("to list the events of the folder {word}: `--dir {word}`\n");
    }
    outcome.out = match arguments.format {
        Format::Table => {
            let all = ENGLISH.count(timeline.events.len(), Counted::Events);
            if found.len() < timeline.events.len() {
                outcome.err += &format!("{} of {all}\n", found.len());
            } else {
                outcome.err += &format!("{all}\n");
            }
            table(found.iter().map(|number| {
                let event = &timeline.events.as_slice()[*number];
                [
                    event.id.to_string(),
                    ENGLISH.date(&event.when),
                    event.status.word().to_owned(),
                    event.kind.word.to_owned(),
                    one_line(&event.title),
                ]
            }))
        }
        Format::Json => {
            let site = Site::of(&timeline);
            let items = found
                .iter()
                .map(|number| event_item(&site, *number, &timeline.events.as_slice()[*number]));
            let items: Vec<_> = items.collect();
            serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
        }
        Format::Csv => events_table(&Site::of(&timeline), found).csv(),
        Format::Tsv => events_table(&Site::of(&timeline), found).tsv(),
    };
    outcome
}

/// What is asked for, if there is what it names. All that there is not is told at once.
fn filter(arguments: &Arguments, timeline: &Timeline) -> Result<Filter, Outcome> {
    let mut filter = Filter {
        from: arguments.from,
        to: arguments.to,
        words: arguments.words.join(" "),
        ..Filter::default()
    };
    let mut wrong = Outcome::default();
    let asked = [
        (Facet::Actor, &arguments.actor),
        (Facet::Topic, &arguments.topic),
        (Facet::Kind, &arguments.kind),
        (Facet::Status, &arguments.status),
        (Facet::Place, &arguments.place),
        (Facet::Outlet, &arguments.outlet),
    ];
    for (facet, ids) in asked {
        for id in ids {
            if let Some(message) = unknown(timeline, facet, id) {
                wrong.err += &Outcome::fault(message).err;
                wrong.code = 2;
            }
        }
        filter
            .facets
            .insert(facet.word(), ids.iter().cloned().collect());
    }
    if filter.is_wordless() {
        let message = format!("there is no word to look for in `{}`", filter.words);
        wrong.err += &Outcome::fault(message).err;
        wrong.code = 2;
    }
    if wrong.code == 0 {
        Ok(filter)
    } else {
        Err(wrong)
    }
}

/// What is to be said of an id that nothing has.
fn unknown(timeline: &Timeline, facet: Facet, id: &str) -> Option<String> {
    let topics: Vec<&TopicId> = timeline.topics().into_keys().collect();
    let outlets = || {
        timeline
            .sources
            .iter()
            .filter_map(|source| source.outlet.as_deref())
    };
    let known = match facet {
        Facet::Actor => timeline.actors.get(&ActorId(id.to_owned())).is_some(),
        Facet::Place => timeline.places.get(&PlaceId(id.to_owned())).is_some(),
        Facet::Topic => topics.iter().any(|topic| &***topic == id),
        Facet::Outlet => outlets().any(|outlet| outlet == id),
        Facet::Kind | Facet::Status => true,
    };
    if known {
        return None;
    }
    let close = match facet {
        Facet::Actor => did_you_mean(id, timeline.actors.ids()),
        Facet::Place => did_you_mean(id, timeline.places.ids()),
        Facet::Topic => did_you_mean(id, topics.iter().map(|topic| &***topic)),
        _ => did_you_mean(id, outlets()),
    };
    let what = facet.word();
    Some(match close {
        Some(close) => format!("there is no {what} `{id}`; did you mean `{close}`?"),
        None => format!("there is no {what} `{id}`"),
    })
}

/// Columns, two spaces apart; the last is as long as it is.
fn table<const N: usize>(rows: impl Iterator<Item = [String; N]>) -> String {
    let rows: Vec<[String; N]> = rows.collect();
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(row) {
            line += cell;
            line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn columns_stand_below_each_other_whatever_their_letters() {
        let rows = [["习近平", "a"], ["é", "b"]].map(|row| row.map(str::to_owned));
        assert_eq!(table(rows.into_iter()), "习近平  a\né       b\n");
    }
}
