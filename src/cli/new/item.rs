//! One more record at the end of a list file.

use super::fill::{Filled, Filling, Values, Way, one_for, stop};
use super::{Place, opened, schema_of};
use crate::begin::{Form, new_errors, source_id, with_item};
use crate::cli::ask::{Asker, Question};
use crate::cli::{Checked, Outcome, change};
use crate::diagnostic::human;
use crate::edtf::Edtf;
use crate::load::file_of;
use crate::model::Timeline;
use crate::schema::with_article;
use crate::write::begin_file;
use crate::yaml::{self, Node};

/// A record that is added to a list file.
pub(super) struct Adding<'a> {
    pub(super) form: Form,
    pub(super) ways: &'static [Way],
    pub(super) place: &'a Place,
    /// The id that is given.
    pub(super) id: Option<&'a str>,
    /// How an event refers to it.
    pub(super) used: fn(&str) -> String,
}

impl Adding<'_> {
    pub(super) fn run(
        &self,
        values: Values,
        asker: Option<&dyn Asker>,
    ) -> Result<Outcome, Outcome> {
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
        let given_id = self.id.map(str::trim);
        let wrong = given_id.and_then(|id| self.wrong_id(id, &timeline));
        let filling = Filling {
            form: &self.form,
            ways: self.ways,
            timeline: &timeline,
            asker: asker.filter(|_| !self.place.no_input),
            wrong: (wrong.map(|wrong| format!("--id: {wrong}")).into_iter()).collect(),
            unasked: self
                .cannot_be_named(&values, &timeline)
                .into_iter()
                .collect(),
        };
        let Filled { mut values, asked } = filling.fill(values)?;
        let id = match filling.asker.filter(|_| asked) {
            _ if given_id.is_some() => given_id.map(str::to_owned),
            Some(asker) => Some(self.ask_for_id(&values, &timeline, asker)?),
            None => made(&values),
        };
        let id = id.ok_or_else(Outcome::default)?;
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
                with_article(what),
                known.note
            )),
            None if timeline.broken.may_hold(what, id) => Some(format!(
                "there is {} `{id}` already; give this one another id",
                with_article(what)
            )),
            None => None,
        }
    }

    /// Why no id can be made from what is given, if none is given itself.
    fn cannot_be_named(&self, values: &Values, timeline: &Timeline) -> Option<String> {
        let what = self.form.what;
        let name = NAMES.iter().find_map(|key| one_for(values, key));
        match made(values) {
            _ if self.id.is_some() && (name.is_some() || what != "source") => None,
            Some(id) => (self.wrong_id(&id, timeline)).map(|wrong| format!("{wrong} by --id")),
            None if name.is_some() => Some(format!(
                "no id can be made from this name; give the {what} one by --id"
            )),
            None if what == "source" => {
                Some("TITLE is missing; give a title, an --outlet or a --description".to_owned())
            }
            None => None,
        }
    }

    fn ask_for_id(
        &self,
        values: &Values,
        timeline: &Timeline,
        asker: &dyn Asker,
    ) -> Result<String, Outcome> {
        let free = made(values).filter(|id| self.wrong_id(id, timeline).is_none());
        let answer = asker.ask(&Question {
            words: "Under which id?",
            help: "Events refer to it by this: small letters a-z, digits and hyphens.",
            default: free.as_deref(),
            choices: &[],
            wrong: &|answer| match answer.trim() {
                "" if free.is_some() => None,
                answer => self.wrong_id(answer, timeline),
            },
        });
        answer.map_err(|stopped| stop(&stopped))
    }
}

/// The keys from which an id can be made: the first of them that is given.
const NAMES: [&str; 4] = ["name", "outlet", "title", "description"];

/// The id that the values make.
fn made(values: &Values) -> Option<String> {
    let published = one_for(values, "published").and_then(|date| date.parse::<Edtf>().ok());
    (NAMES.iter())
        .filter_map(|key| one_for(values, key))
        .find_map(|name| source_id(name, published.as_ref()))
}
