//! `dateline new event`: a file with what is known, and comments for the rest.

use clap::Args;

use super::fill::{Filled, Filling, Values, Way, asked, given, one_for, stop};
use super::{Place, opened, schema_of};
use crate::begin::{EventFile, Form, event_file, event_id, new_errors, record_id};
use crate::cli::ask::{Asker, Question};
use crate::cli::{Checked, Outcome};
use crate::diagnostic::human;
use crate::edtf::Edtf;
use crate::schema::{EventRecord, check_id};
use crate::write::begin_file;

/// Begins an event
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline new event\n  dateline new event \"Biden and Xi speak by phone\" --when 2024-04-02 --kind call --actor biden:caller --actor xi:counterpart\n  dateline new event \"Putin to visit China\" --when \"[2024-05-16..2024-05-31]\" --kind visit --status planned\n\nAt a terminal it asks for what is missing. The file is named by the date and the title; what is not given stands in it as comments to fill in."
)]
pub(super) struct Arguments {
    /// What happened, in a headline
    title: Option<String>,
    /// When it happened, or is to happen, as exactly as is known: 2024-04-02, 2024-04, "[2024-05-16..2024-05-31]"
    #[arg(long, value_name = "DATE")]
    when: Option<String>,
    /// The report's own words for the date
    #[arg(long, value_name = "WORDS")]
    said_when: Option<String>,
    /// What kind of event it is: call, visit, meeting, ...
    #[arg(long)]
    kind: Option<String>,
    /// Whether it has happened: planned, confirmed, happened, postponed or cancelled [default: happened]
    #[arg(long)]
    status: Option<String>,
    /// Where it happened, an id of places.yaml
    #[arg(long = "where", value_name = "PLACE")]
    place: Option<String>,
    /// Who took part, an id of actors.yaml, and in which role
    #[arg(long = "actor", value_name = "ID[:ROLE]")]
    actors: Vec<String>,
    /// What it is about
    #[arg(long = "topic", value_name = "TOPIC")]
    topics: Vec<String>,
    /// A report that tells of it, an id of sources.yaml
    #[arg(long = "source", value_name = "ID")]
    sources: Vec<String>,
    /// What happened, in a paragraph of your own
    #[arg(long, value_name = "TEXT")]
    summary: Option<String>,
    /// The event's id, which names its file; made from date and title if left out. Without a date it gets that of the event
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    place_of_files: Place,
}

const WAYS: &[Way] = &[
    asked("title", "TITLE", "What happened?"),
    asked("when", "--when", "When?"),
    given("said_when", "--said-when"),
    asked("kind", "--kind", "What kind of event is it?"),
    Way {
        default: Some("happened"),
        ..asked("status", "--status", "Has it happened?")
    },
    asked("where", "--where", "Where?"),
    asked("actors", "--actor", "Who took part?"),
    asked("sources", "--source", "Which report tells of it?"),
    asked("topics", "--topic", "What is it about?"),
    asked("summary", "--summary", "What is there to say of it?"),
];

pub(super) fn run(arguments: &Arguments, asker: Option<&dyn Asker>) -> Result<Outcome, Outcome> {
    let place = &arguments.place_of_files;
    let Checked {
        sources, timeline, ..
    } = opened(&place.dir)?;
    let form = Form::of::<EventRecord>().ok_or_else(Outcome::default)?;
    let given_id = arguments.id.as_deref().map(stem);
    let no_name = (arguments.title.as_deref()).filter(|title| {
        given_id.is_none() && !title.trim().is_empty() && record_id(title).is_none()
    });
    let filling = Filling {
        form: &form,
        ways: WAYS,
        timeline: &timeline,
        asker: asker.filter(|_| !place.no_input),
        wrong: (given_id.filter(|id| check_id(id).is_err()))
            .map(|id| format!("--id: {}", not_an_id(id)))
            .into_iter()
            .collect(),
        unasked: (no_name.map(|_| NO_NAME.to_owned())).into_iter().collect(),
    };
    let Filled { values, asked } = filling.fill(values(arguments))?;
    let asker = filling.asker.filter(|_| asked);
    let id = id_of(arguments, &values, asker)?;
    let path = place.dir.join(format!("{id}.yaml"));
    if path.symlink_metadata().is_ok() {
        return Err(Outcome::fault(format_args!(
            "{} is there already; choose another title, or give the event an id by --id",
            path.display()
        )));
    }
    let schema = schema_of(&place.dir, "event");
    let text = event_file(
        &form,
        &EventFile {
            values: &values,
            schema: schema.as_deref(),
        },
    );
    let (with, errors) = new_errors(&sources, &format!("{id}.yaml"), &text);
    if errors.errors() > 0 {
        let err = human::render(&errors, &with);
        return Err(Outcome {
            err: format!("{err}nothing was written\n"),
            code: 2,
            ..Outcome::default()
        });
    }
    begin_file(&path, text.as_bytes()).map_err(Outcome::fault)?;
    Ok(Outcome {
        out: format!(
            "{}: written; go on with it in an editor, and run `dateline check`\n",
            path.display()
        ),
        ..Outcome::default()
    })
}

fn values(arguments: &Arguments) -> Values {
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    vec![
        ("title", one(&arguments.title)),
        ("when", one(&arguments.when)),
        ("said_when", one(&arguments.said_when)),
        ("kind", one(&arguments.kind)),
        ("status", one(&arguments.status)),
        ("where", one(&arguments.place)),
        ("actors", arguments.actors.clone()),
        ("topics", arguments.topics.clone()),
        ("summary", one(&arguments.summary)),
        ("sources", arguments.sources.clone()),
    ]
}

/// The id that is given, that is made, or, if none can be made, that is asked for.
fn id_of(
    arguments: &Arguments,
    values: &Values,
    asker: Option<&dyn Asker>,
) -> Result<String, Outcome> {
    let (Some(title), Some(Ok(when))) = (
        one_for(values, "title"),
        one_for(values, "when").map(str::parse::<Edtf>),
    ) else {
        return Err(Outcome::default());
    };
    let words = arguments.id.as_deref().map_or(title, stem);
    if let Some(id) = event_id(words, &when) {
        return Ok(id);
    }
    let Some(asker) = asker else {
        return Err(Outcome::fault(NO_NAME));
    };
    let answer = asker.ask(&Question {
        words: "What is its file to be called?",
        help: "A few words in small letters a-z, digits and hyphens; the date comes before them.",
        default: None,
        choices: &[],
        wrong: &|answer| check_id(answer.trim()).err().map(|_| not_an_id(answer)),
    });
    let answer = answer.map_err(|stopped| stop(&stopped))?;
    event_id(answer.trim(), &when).ok_or_else(Outcome::default)
}

const NO_NAME: &str = "no file name can be made from this title; give the event an id by --id";

/// The id in a file's name.
fn stem(id: &str) -> &str {
    let id = id.trim();
    id.strip_suffix(".yaml").unwrap_or(id)
}

fn not_an_id(id: &str) -> String {
    format!(
        "`{id}` is not an id; an id is made of small letters a-z, digits and single hyphens, and not long"
    )
}
