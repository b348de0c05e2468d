//! A timeline with all that follows from it, worked out once for every page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::archive::Archive;
use super::in_words::{self, InWords};
use super::indexes::Indexes;
use crate::edtf::Day;
use crate::markdown::{self, Html};
use crate::model::lesson::{Ground, LessonPlan};
use crate::model::{
    Changes, ClaimKey, Event, Known, Provenance, Relations, Standing, Tally, Timeline, appointments,
};
use crate::outputs::Bases;
use crate::schema::{ActorId, SourceId, Speaker, Status, TopicId};
use crate::words::{self, Counted, Interface, Language};

/// A timeline of more events than these is large: they do not all stand on its first page.
pub const WHOLE: usize = 200;

/// A timeline with all that follows from it.
pub struct Site<'t> {
    /// The timeline.
    pub timeline: &'t Timeline,
    /// How its claims stand to one another.
    pub relations: Relations<'t>,
    /// The days of its first and its last report.
    pub known: Known,
    /// The days on which a report surely appeared.
    pub sure_days: BTreeSet<Day>,
    /// The language of the pages.
    pub language: &'static dyn Language,
    /// The day up to which it tells what was known, where that is not now.
    pub as_of: Option<Day>,
    /// Whether all of it becomes one file: then there are no pages to go to, and nothing
    /// beside it.
    pub one_file: bool,
    /// How the story stands.
    pub standing: Standing<'t>,
    /// What its sources rest on.
    pub provenance: Provenance<'t>,
    /// Of every event, of every claim, the origins.
    pub origins: Vec<Vec<Tally>>,
    /// Of every event, how many reports of it are independent of one another.
    pub event_origins: Vec<usize>,
    /// What changed, day by day.
    pub changes: Changes<'t>,
    /// The lessons, worked out, in the order of their ids.
    pub lessons: Vec<LessonPlan<'t>>,
    /// Whether any event can stand in a calendar.
    pub calendar: bool,
    /// How many sources are of each outlet.
    pub outlets: BTreeMap<&'t str, usize>,
    /// Who made it, for the foot of each page.
    pub credit: Option<Html>,
    /// The events in which each actor, or what belongs to it, takes part or speaks.
    pub events_of_actor: BTreeMap<&'t ActorId, Vec<usize>>,
    /// The claims that each actor makes itself, or somebody unnamed of it.
    pub claims_of_actor: BTreeMap<&'t ActorId, Vec<ClaimKey>>,
    /// The events of each topic.
    pub events_of_topic: BTreeMap<&'t TopicId, Vec<usize>>,
    /// The events that each source tells of.
    pub events_of_source: BTreeMap<&'t SourceId, Vec<usize>>,
    /// The claims that each source carries, or that a report says to have from it.
    pub claims_of_source: BTreeMap<&'t SourceId, Vec<ClaimKey>>,
    /// The sources that pass each source on.
    pub relayed_by: BTreeMap<&'t SourceId, Vec<usize>>,
    archive: OnceLock<Archive>,
    bases: OnceLock<Bases>,
    in_words: Vec<OnceLock<in_words::Kept>>,
    source_names: Vec<OnceLock<String>>,
}

impl<'t> Site<'t> {
    /// Whether lessons can be made of it: of all that is known now, and not in one file.
    pub fn makes_lessons(&self) -> bool {
        self.as_of.is_none() && !self.one_file && !self.timeline.events.is_empty()
    }

    /// Whether it has so many events that they stand on pages by year, and the first page has
    /// only the latest. In one file there is no other page.
    pub fn is_large(&self) -> bool {
        self.timeline.events.len() > WHOLE && !self.one_file
    }

    /// The pages on which its events stand, where it is large.
    pub fn archive(&self) -> &Archive {
        self.archive.get_or_init(|| Archive::of(self))
    }

    /// What its events bring to the files that rest on them.
    pub(crate) fn bases(&self) -> &Bases {
        self.bases.get_or_init(|| Bases::of(self))
    }

    /// Works it out.
    pub fn of(timeline: &'t Timeline) -> Self {
        let tag = &timeline.about.language.0;
        let (provenance, relations) =
            rayon::join(|| Provenance::of(timeline), || Relations::of(timeline));
        let ground = Ground {
            timeline,
            relations: &relations,
            provenance: &provenance,
        };
        let standing = || Standing::of(timeline, &relations, &provenance);
        let (changes, (standing, indexes)) = rayon::join(
            || Changes::of(timeline, &relations, &provenance),
            || rayon::join(standing, || Indexes::of(timeline)),
        );
        let lessons = timeline.lessons.iter();
        let events = timeline.events.as_slice().par_iter();
        let origins = events.clone().map(|event| {
            let claims = event.claims.iter();
            claims.map(|claim| provenance.count(claim)).collect()
        });
        let event_origins = events.map(|event| provenance.of_event(event));
        Site {
            lessons: lessons.map(|it| LessonPlan::of(it, ground)).collect(),
            timeline,
            as_of: None,
            one_file: false,
            standing,
            changes,
            calendar: timeline
                .events
                .iter()
                .any(|event| appointments(&event.when).is_some()),
            known: Known::of_timeline(timeline),
            sure_days: timeline.sure_report_days(),
            language: words::language(tag).unwrap_or(words::ENGLISH),
            origins: origins.collect(),
            event_origins: event_origins.collect(),
            outlets: outlets(timeline),
            credit: timeline.about.credit.as_deref().map(markdown::to_html),
            events_of_actor: indexes.events_of_actor,
            claims_of_actor: indexes.claims_of_actor,
            events_of_topic: indexes.events_of_topic,
            events_of_source: indexes.events_of_source,
            claims_of_source: indexes.claims_of_source,
            relayed_by: indexes.relayed_by,
            archive: OnceLock::new(),
            bases: OnceLock::new(),
            in_words: none(timeline.events.len()),
            source_names: none(timeline.sources.len()),
            relations,
            provenance,
        }
    }

    /// The site that tells what was known on a day; its timeline is that of the day.
    #[must_use]
    pub fn as_of(mut self, day: Day) -> Self {
        self.as_of = Some(day);
        self
    }

    /// The site as one file.
    #[must_use]
    pub fn in_one_file(mut self) -> Self {
        self.one_file = true;
        self
    }

    /// The words of the pages' language.
    pub fn words(&self) -> &'static Interface {
        self.language.interface()
    }

    /// An actor's name.
    pub fn actor_name<'s>(&'s self, id: &'s ActorId) -> &'s str {
        self.timeline.actors.get(id).map_or(id, |actor| &actor.name)
    }

    /// The names of those who take part in an event, each once.
    pub fn names_in<'s>(&'s self, event: &'s Event) -> Vec<&'s str> {
        let mut names: Vec<&str> = Vec::new();
        for part in &event.actors {
            let name = self.actor_name(&part.who);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether an event has an entry of its own for a calendar: what is still to come, and
    /// has a place there.
    pub fn is_ahead(&self, event: &Event) -> bool {
        matches!(event.status, Status::Planned | Status::Confirmed)
            && appointments(&event.when).is_some()
    }

    /// What a source is called in a sentence: its outlet, else what it is called. Where
    /// several are of one outlet, with its date.
    pub fn source_name<'s>(&'s self, id: &'s SourceId) -> &'s str {
        match self.timeline.sources.position(id) {
            Some(number) => self.source_names[number].get_or_init(|| self.name_source(number)),
            None => id,
        }
    }

    /// Who says something, in a word: the name, the description of somebody unnamed, or what
    /// the report is called that says it itself.
    pub fn speaker_name<'s>(&'s self, speaker: &'s Speaker) -> &'s str {
        match speaker {
            Speaker::Actor(id) => self.actor_name(id),
            Speaker::Anonymous(someone) => &someone.description,
            Speaker::Report(report) => self.source_name(&report.source),
        }
    }

    fn name_source(&self, number: usize) -> String {
        let source = &self.timeline.sources.as_slice()[number];
        let Some(outlet) = &source.outlet else {
            return source
                .description
                .as_deref()
                .unwrap_or_else(|| source.label())
                .to_owned();
        };
        if self.outlets.get(&**outlet).is_none_or(|number| *number < 2) {
            return outlet.to_string();
        }
        let which = match &source.published {
            Some(published) => self.language.date(published),
            None => source.label().to_owned(),
        };
        format!("{outlet} ({which})")
    }

    /// Whether a claim is denied, disputed, or itself denies or disputes another.
    pub fn differs(&self, claim: ClaimKey) -> bool {
        self.relations
            .of_claim(claim)
            .any(|edge| edge.kind.is_conflict())
    }

    /// What pages say of the event with this number wherever it stands.
    pub fn in_words(&self, number: usize) -> InWords<'_> {
        let kept = self.in_words[number].get_or_init(|| in_words::Kept::of(self, number));
        InWords::new(&self.timeline.events.as_slice()[number], kept)
    }

    /// "3 reports, 2 origins".
    pub fn reports_and_origins(&self, reports: usize, origins: usize) -> String {
        let language = self.language;
        format!(
            "{}, {}",
            language.count(reports, Counted::Reports),
            language.count(origins, Counted::Origins),
        )
    }

    /// How many reports tell of an event: those that were read, not those known only
    /// through them.
    pub fn reports(&self, event: &Event) -> usize {
        let all = event.reports();
        let through_others = all
            .iter()
            .filter(|id| {
                self.timeline
                    .sources
                    .get(id)
                    .is_some_and(|source| source.via.is_some())
            })
            .count();
        match all.len() - through_others {
            0 => all.len(),
            read => read,
        }
    }
}

/// How many sources are of each outlet.
fn outlets(timeline: &Timeline) -> BTreeMap<&str, usize> {
    let mut outlets = BTreeMap::new();
    let sources = timeline.sources.iter();
    for outlet in sources.filter_map(|source| source.outlet.as_deref()) {
        *outlets.entry(outlet).or_default() += 1;
    }
    outlets
}

/// So many that are not worked out yet.
fn none<T>(many: usize) -> Vec<OnceLock<T>> {
    (0..many).map(|_| OnceLock::new()).collect()
}
