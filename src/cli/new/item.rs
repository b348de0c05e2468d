//! `dateline new actor`, `place` and `source`: one more record at the end of a list file.

use super::fill::{Filled, Filling, Values, Way, asked, faults, given, given_for, one_for, stop};
use super::{Place, opened, schema_of};
use crate::begin::{Form, new_errors, record_id, source_id, with_item};
use crate::cli::ask::{Asker, Question};
use crate::cli::{Checked, Outcome, change};
use crate::diagnostic::human;
use crate::edtf::Edtf;
use crate::load::file_of;
use crate::model::Timeline;
use crate::schema::{ActorRecord, PlaceRecord, SourceRecord};
use crate::write::begin_file;
use crate::yaml::{self, Node};

use clap::Args;

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

/// A record that is added to a list file.
struct Adding<'a> {
    form: Form,
    ways: &'static [Way],
    place: &'a Place,
    /// The id that is given.
    id: Option<&'a str>,
    /// How an event refers to it.
    used: fn(&str) -> String,
}

impl Adding<'_> {
    fn run(&self, values: Values, asker: Option<&dyn Asker>) -> Result<Outcome, Outcome> {
        let Checked {
            sources, timeline, ..
        } = opened(&self.place.dir)?;
        let what = self.form.what;
        let name = file_of(what).ok_or_else(Outcome::default)?;
        let path = self.place.dir.join(name);
        let there = sources.iter().find(|(_, file)| file.name == name);
        if there.is_some() && timeline.broken.files.contains(what) {
            return Err(Outcome::fault(format_args!(
                "{}: nothing can be added, since this file cannot be read whole; `dateline check` says why",
                path.display()
            )));
        }
        let filling = Filling {
            form: &self.form,
            ways: self.ways,
            timeline: &timeline,
            asker: asker.filter(|_| !self.place.no_input),
        };
        let early = self.id.and_then(|id| self.wrong_id(id, &timeline));
        let Filled { mut values, asked } = match (filling.fill(values), early) {
            (Ok(filled), None) => filled,
            (Ok(_), Some(wrong)) => return Err(faults(&[format!("--id: {wrong}")])),
            (Err(mut outcome), wrong) => {
                let wrong = wrong.map(|wrong| faults(&[format!("--id: {wrong}")]));
                outcome.err += &wrong.map(|wrong| wrong.err).unwrap_or_default();
                return Err(outcome);
            }
        };
        let id = self.id_of(&values, &timeline, filling.asker.filter(|_| asked))?;
        values.push(("id", vec![id.clone()]));
        let record = self.form.record(&values);
        let text = there.map(|(_, file)| file.text.clone());
        let begun = text.unwrap_or_else(|| {
            let schema = schema_of(&self.place.dir, &format!("{what}s"));
            schema.map_or(String::new(), |schema| {
                format!("# yaml-language-server: $schema={schema}\n")
            })
        });
        let Some(text) = with_item(&begun, &record) else {
            return Err(Outcome::fault(format_args!(
                "{}: this list is not written one item below the other, each behind a `- `; add this by hand:\n{}",
                path.display(),
                yaml::write(&Node::List(vec![record])).trim_end()
            )));
        };
        let (with, errors) = new_errors(&sources, name, &text);
        if errors.errors() > 0 {
            let err = human::render(&errors, &with);
            return Err(Outcome {
                err: format!("{err}nothing was written\n"),
                code: 2,
                ..Outcome::default()
            });
        }
        match there {
            Some((file, _)) => change(&sources, file, &text)
                .map_err(|error| Outcome::fault(format_args!("{}: {error}", path.display())))?,
            None => begin_file(&path, text.as_bytes()).map_err(Outcome::fault)?,
        }
        Ok(Outcome {
            out: format!(
                "{}: `{id}` added; an event refers to it by this id: {}\n",
                path.display(),
                (self.used)(&id)
            ),
            ..Outcome::default()
        })
    }

    /// What is wrong with an id: it is none, or is taken.
    fn wrong_id(&self, id: &str, timeline: &Timeline) -> Option<String> {
        let field = self.form.field("id")?;
        let wrong = field.wrong(id, timeline);
        if !wrong.is_empty() {
            return Some(wrong.join("; "));
        }
        let what = self.form.what;
        let known = field.declared(timeline);
        let taken = known.iter().find(|known| known.value == id);
        match taken {
            Some(known) => Some(format!(
                "there is {} `{id}` already: {}; give this one another id",
                crate::schema::with_article(what),
                known.note
            )),
            None if timeline.broken.may_hold(what, id) => Some(format!(
                "there is {} `{id}` already; give this one another id",
                crate::schema::with_article(what)
            )),
            None => None,
        }
    }

    /// The id that is given, that is made, or, if somebody is asked anyway, that is answered.
    fn id_of(
        &self,
        values: &Values,
        timeline: &Timeline,
        asker: Option<&dyn Asker>,
    ) -> Result<String, Outcome> {
        if let Some(id) = self.id {
            return Ok(id.to_owned());
        }
        let made = made(values);
        if let Some(asker) = asker {
            let free = made.filter(|id| self.wrong_id(id, timeline).is_none());
            let answer = asker.ask(&Question {
                words: "By which id is it referred to?",
                help: "Small letters a-z, digits and hyphens.",
                default: free.as_deref(),
                choices: &[],
                wrong: &|answer| match answer.trim() {
                    "" if free.is_some() => None,
                    answer => self.wrong_id(answer, timeline),
                },
            });
            return answer.map_err(|stopped| stop(&stopped));
        }
        if self.form.what == "source"
            && ["title", "outlet", "description"]
                .iter()
                .all(|key| given_for(values, key).is_empty())
        {
            return Err(faults(&[
                "TITLE is missing; give a title, an --outlet or a --description".to_owned(),
            ]));
        }
        match made {
            Some(id) => match self.wrong_id(&id, timeline) {
                Some(wrong) => Err(faults(&[format!("{wrong} by --id")])),
                None => Ok(id),
            },
            None => Err(Outcome::fault(format_args!(
                "no id can be made from this name; give the {} one by --id",
                self.form.what
            ))),
        }
    }
}

/// The id that the values make.
fn made(values: &Values) -> Option<String> {
    if let Some(name) = one_for(values, "name") {
        return record_id(name);
    }
    let published = one_for(values, "published").and_then(|date| date.parse::<Edtf>().ok());
    let names = ["outlet", "title", "description"];
    (names.iter())
        .filter_map(|key| one_for(values, key))
        .find_map(|name| source_id(name, published.as_ref()))
}
