//! `dateline new actor`, `place` and `source`: how their keys are given.

use clap::Args;

use super::Place;
use super::fill::{Way, asked, given};
use super::item::Adding;
use crate::begin::Form;
use crate::cli::Outcome;
use crate::cli::ask::Asker;
use crate::schema::{ActorRecord, PlaceRecord, SourceRecord};

/// Declares an actor: adds it to actors.yaml
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline new actor \"Joe Biden\" --id biden --kind person --of us-government --role President --country US\n  dateline new actor\n\nAt a terminal it asks for what is missing. All that stands in the file stays as it is."
)]
pub(super) struct ActorArguments {
    /// The name as it is shown
    name: Option<String>,
    /// What kind of actor it is: person, government, ministry, organisation or company
    #[arg(long)]
    kind: Option<String>,
    /// The actor that this one belongs to, an id of actors.yaml
    #[arg(long, value_name = "ID")]
    of: Option<String>,
    /// An office that a person holds or held
    #[arg(long = "role", value_name = "OFFICE")]
    roles: Vec<String>,
    /// Another name under which reports speak of the actor
    #[arg(long, value_name = "NAME")]
    also: Vec<String>,
    /// The country: two capital letters, such as UA
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// The actor's item in Wikidata, such as Q6279
    #[arg(long, value_name = "ITEM")]
    wikidata: Option<String>,
    /// Something a reader should know of the actor
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id by which events refer to the actor; made from the name if left out
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    place_of_files: Place,
}

/// Declares a place: adds it to places.yaml
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline new place Beijing --country CN\n  dateline new place \"The Kremlin\" --id kremlin --within moscow\n\nAt a terminal it asks for what is missing. All that stands in the file stays as it is."
)]
pub(super) struct PlaceArguments {
    /// The name as it is shown
    name: Option<String>,
    /// The place that this one lies in, an id of places.yaml
    #[arg(long, value_name = "ID")]
    within: Option<String>,
    /// The country: two capital letters, such as UA
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Something a reader should know of the place
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id by which events refer to the place; made from the name if left out
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    place_of_files: Place,
}

/// Declares a report or another source: adds it to sources.yaml
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline new source \"US warns allies\" --outlet Newsweek --published 2024-04-08 --type reportage --url https://example.com/report\n  dateline new source --description \"The readout of the call\" --type primary --id readout\n\nAt a terminal it asks for what is missing. All that stands in the file stays as it is."
)]
pub(super) struct SourceArguments {
    /// Its title, as printed
    title: Option<String>,
    /// The newspaper, agency, site or office that published it
    #[arg(long)]
    outlet: Option<String>,
    /// What to call it where it has no title, in your own words
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// An author, as printed
    #[arg(long, value_name = "NAME")]
    byline: Vec<String>,
    /// When it was published, as exactly as is known
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Its address
    #[arg(long)]
    url: Option<String>,
    /// The address of an archived copy
    #[arg(long, value_name = "URL")]
    archive_url: Option<String>,
    /// When it was read at that address
    #[arg(long, value_name = "DATE")]
    retrieved: Option<String>,
    /// The language in which it was read, such as en
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// What kind of source it is: reportage, analysis, aggregation or primary
    #[arg(long = "type", value_name = "TYPE")]
    source_type: Option<String>,
    /// The source that told of this one, where it was not read itself, an id of sources.yaml
    #[arg(long, value_name = "ID")]
    via: Option<String>,
    /// A source that it passes on, an id of sources.yaml
    #[arg(long, value_name = "ID")]
    relays: Vec<String>,
    /// Something a reader should know of the source
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id by which claims refer to the source; made from outlet, or title, and date if left out
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    place_of_files: Place,
}

const ACTOR: &[Way] = &[
    asked("name", "NAME", "What is the actor called?"),
    asked("kind", "--kind", "What kind of actor is it?"),
    asked("of", "--of", "Whom does it belong to?"),
    asked("roles", "--role", "Which office does the actor hold?"),
    given("also", "--also"),
    asked("country", "--country", "Which country?"),
    given("wikidata", "--wikidata"),
    given("note", "--note"),
];

const PLACE: &[Way] = &[
    asked("name", "NAME", "What is the place called?"),
    asked("within", "--within", "In which place does it lie?"),
    asked("country", "--country", "Which country?"),
    given("note", "--note"),
];

const SOURCE: &[Way] = &[
    asked("title", "TITLE", "What is its title?"),
    asked("outlet", "--outlet", "Who published it?"),
    given("description", "--description"),
    given("byline", "--byline"),
    asked("published", "--published", "When was it published?"),
    asked("url", "--url", "What is its address?"),
    given("archive_url", "--archive-url"),
    given("retrieved", "--retrieved"),
    given("language", "--language"),
    asked("type", "--type", "What kind of source is it?"),
    given("via", "--via"),
    asked("relays", "--relays", "Which sources does it pass on?"),
    given("note", "--note"),
];

fn one(value: Option<&String>) -> Vec<String> {
    value.into_iter().cloned().collect()
}

pub(super) fn actor(
    arguments: &ActorArguments,
    asker: Option<&dyn Asker>,
) -> Result<Outcome, Outcome> {
    let values = vec![
        ("name", one(arguments.name.as_ref())),
        ("kind", one(arguments.kind.as_ref())),
        ("of", one(arguments.of.as_ref())),
        ("roles", arguments.roles.clone()),
        ("also", arguments.also.clone()),
        ("country", one(arguments.country.as_ref())),
        ("wikidata", one(arguments.wikidata.as_ref())),
        ("note", one(arguments.note.as_ref())),
    ];
    let adding = Adding {
        form: Form::of::<ActorRecord>().ok_or_else(Outcome::default)?,
        ways: ACTOR,
        place: &arguments.place_of_files,
        id: arguments.id.as_deref(),
        used: |id| format!("`actors: [{id}]`"),
    };
    adding.run(values, asker)
}

pub(super) fn place(
    arguments: &PlaceArguments,
    asker: Option<&dyn Asker>,
) -> Result<Outcome, Outcome> {
    let values = vec![
        ("name", one(arguments.name.as_ref())),
        ("within", one(arguments.within.as_ref())),
        ("country", one(arguments.country.as_ref())),
        ("note", one(arguments.note.as_ref())),
    ];
    let adding = Adding {
        form: Form::of::<PlaceRecord>().ok_or_else(Outcome::default)?,
        ways: PLACE,
        place: &arguments.place_of_files,
        id: arguments.id.as_deref(),
        used: |id| format!("`where: {id}`"),
    };
    adding.run(values, asker)
}

pub(super) fn source(
    arguments: &SourceArguments,
    asker: Option<&dyn Asker>,
) -> Result<Outcome, Outcome> {
    let values = vec![
        ("title", one(arguments.title.as_ref())),
        ("outlet", one(arguments.outlet.as_ref())),
        ("description", one(arguments.description.as_ref())),
        ("byline", arguments.byline.clone()),
        ("published", one(arguments.published.as_ref())),
        ("url", one(arguments.url.as_ref())),
        ("archive_url", one(arguments.archive_url.as_ref())),
        ("retrieved", one(arguments.retrieved.as_ref())),
        ("language", one(arguments.language.as_ref())),
        ("type", one(arguments.source_type.as_ref())),
        ("via", one(arguments.via.as_ref())),
        ("relays", arguments.relays.clone()),
        ("note", one(arguments.note.as_ref())),
    ];
    let adding = Adding {
        form: Form::of::<SourceRecord>().ok_or_else(Outcome::default)?,
        ways: SOURCE,
        place: &arguments.place_of_files,
        id: arguments.id.as_deref(),
        used: |id| format!("`sources: [{id}]`"),
    };
    adding.run(values, asker)
}
