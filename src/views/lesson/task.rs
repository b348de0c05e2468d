//! What activities consist of, as a sheet shows it.

use super::line::LineView;
use crate::markdown::Prose;
use crate::model::Event;
use crate::model::lesson::{
    Candidate, Cell, CompareReports, PlannedOrHappened, Questions, Row, Sequence, Significance,
    Sorted, Sourcing, Stage, Task, Told, WhoSaidIt,
};
use crate::schema::{Comparator, Hedge, Speaker};
use crate::views::claim::{ClaimView, SpeakerView};
use crate::views::claims::plain;
use crate::views::page::Link;
use crate::views::site::Site;
use crate::words::Counted;

/// What an activity consists of.
pub(crate) enum TaskView {
    /// Cards to be put in order.
    Sequence(SequenceView),
    /// Statements to be matched to speakers.
    WhoSaidIt(WhoSaidItView),
    /// A table to be filled in.
    CompareReports(CompareView),
    /// A statement to be traced.
    Sourcing(Box<SourcingView>),
    /// Events to be sorted.
    PlannedOrHappened(SortView),
    /// A line of time.
    BlankTimeline(LineView),
    /// Events to choose from.
    Significance(SignificanceView),
    /// Pairs to be weighed.
    Cause(Vec<PairView>),
    /// Questions.
    Questions(Vec<QuestionView>),
    /// Nothing that could be shown.
    Nothing,
}

/// An event under a letter.
pub(crate) struct Lettered {
    pub letter: String,
    pub title: String,
    pub date: String,
    pub actors: String,
}

pub(crate) struct SequenceView {
    pub cards: Vec<Lettered>,
    /// Groups of cards in their order, with what to say of a group of several.
    pub key: Vec<(Vec<Lettered>, Option<&'static str>)>,
}

pub(crate) struct WhoSaidItView {
    /// Each with its number, its text, and the letter of its speaker.
    pub statements: Vec<(usize, String, String)>,
    pub speakers: Vec<(String, String)>,
}

pub(crate) struct CompareView {
    pub columns: Vec<&'static str>,
    pub rows: Vec<RowView>,
}

pub(crate) struct RowView {
    pub report: String,
    pub says: String,
    pub quoted: bool,
    /// Each with whether another row about the same thing has it otherwise.
    pub cells: Vec<(String, bool)>,
}

pub(crate) struct SourcingView {
    pub claim: ClaimView,
    pub speaker: String,
    pub voice: &'static str,
    /// How each report knows, by its name.
    pub hows: Vec<(String, &'static str)>,
    pub origins: String,
}

pub(crate) struct SortView {
    pub heads: Vec<&'static str>,
    pub items: Vec<SortItem>,
}

pub(crate) struct SortItem {
    pub title: String,
    /// Of each head whether it is right.
    pub right: Vec<bool>,
    /// How it stood, from the first recorded state on.
    pub stages: Vec<String>,
}

pub(crate) struct SignificanceView {
    pub events: Vec<Lettered>,
    pub choose: Vec<usize>,
    pub rubric: Vec<(String, Vec<String>)>,
}

pub(crate) struct PairView {
    pub before: Lettered,
    pub after: Lettered,
    pub certain: bool,
}

pub(crate) struct QuestionView {
    pub number: usize,
    pub ask: String,
    /// Each with its letter, and whether it is right.
    pub choices: Vec<(String, String, bool)>,
    pub answer: Option<Prose>,
    pub because: Option<Prose>,
    pub claims: Vec<ToldView>,
}

/// A claim that an answer rests on.
pub(crate) struct ToldView {
    pub link: Link,
    pub speaker: String,
}

impl CompareView {
    /// Whether any report has something otherwise.
    pub(crate) fn differs(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|(_, differs)| *differs)
    }
}

impl TaskView {
    pub(super) fn of(site: &Site<'_>, task: &Task<'_>, root: &str) -> Self {
        match task {
            Task::Sequence(task) => TaskView::Sequence(sequence(site, task)),
            Task::WhoSaidIt(task) => TaskView::WhoSaidIt(who_said_it(site, task)),
            Task::CompareReports(task) => TaskView::CompareReports(compare(site, task)),
            Task::Sourcing(Some(task)) => TaskView::Sourcing(Box::new(sourcing(site, task, root))),
            Task::PlannedOrHappened(task) => TaskView::PlannedOrHappened(sort(site, task)),
            Task::BlankTimeline(Some(task)) => TaskView::BlankTimeline(LineView::of(site, task)),
            Task::Significance(task) => TaskView::Significance(significance(site, task)),
            Task::CauseOrJustBefore(task) => TaskView::Cause(
                (task.pairs.iter().enumerate())
                    .map(|(number, pair)| PairView {
                        before: lettered(site, number * 2, pair.before),
                        after: lettered(site, number * 2 + 1, pair.after),
                        certain: pair.certain,
                    })
                    .collect(),
            ),
            Task::Questions(task) => TaskView::Questions(questions(site, task, root)),
            Task::Sourcing(None) | Task::BlankTimeline(None) => TaskView::Nothing,
        }
    }
}

/// A, B, … Z, AA, AB, …
pub(super) fn letter(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from(number % 26).unwrap_or_default());
    match number / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

pub(super) fn lettered(site: &Site<'_>, number: usize, event: &Event) -> Lettered {
    Lettered {
        letter: letter(number),
        title: event.title.to_string(),
        date: site.language.date(&event.when),
        actors: names_of(site, event),
    }
}

/// Who took part in an event.
pub(super) fn names_of(site: &Site<'_>, event: &Event) -> String {
    let names: Vec<&str> = (event.actors.iter())
        .map(|part| site.actor_name(&part.who))
        .collect();
    names.join(", ")
}

fn sequence(site: &Site<'_>, task: &Sequence<'_>) -> SequenceView {
    let words = &site.words().lessons;
    let card = |number: usize| lettered(site, number, task.cards[number].event);
    let key = task.key.iter().map(|group| {
        let note = match (group.cards.len(), group.any_order) {
            (0 | 1, _) => None,
            (_, true) => Some(words.any_order),
            (_, false) => Some(words.some_order),
        };
        (
            group.cards.iter().map(|number| card(*number)).collect(),
            note,
        )
    });
    SequenceView {
        key: key.collect(),
        cards: (0..task.cards.len()).map(card).collect(),
    }
}

/// Who speaks, in a line: name, office, whom an unnamed one belongs to.
fn named(view: &SpeakerView) -> String {
    let mut text = view.name.clone();
    if let Some(capacity) = &view.capacity {
        text += &format!(", {capacity}");
    }
    if let Some(of) = &view.of {
        text += &format!(" ({})", of.text);
    }
    text
}

fn who_said_it(site: &Site<'_>, task: &WhoSaidIt<'_>) -> WhoSaidItView {
    let name = |candidate: &Candidate<'_>| match candidate {
        Candidate::Distractor(id) => site.actor_name(id).to_owned(),
        Candidate::Speaker(speaker) => {
            let said = task
                .statements
                .iter()
                .find(|it| it.told.claim.by == **speaker);
            said.map_or_else(String::new, |it| speaker_of(site, &it.told))
        }
    };
    WhoSaidItView {
        statements: (task.statements.iter().enumerate())
            .map(|(number, it)| {
                (
                    number + 1,
                    it.told.claim.text.to_string(),
                    letter(it.speaker),
                )
            })
            .collect(),
        speakers: (task.speakers.iter().enumerate())
            .map(|(number, candidate)| (letter(number), name(candidate)))
            .collect(),
    }
}

pub(super) fn speaker_of(site: &Site<'_>, told: &Told<'_>) -> String {
    named(&SpeakerView::of(site, told.claim, ""))
}

fn compare(site: &Site<'_>, task: &CompareReports<'_>) -> CompareView {
    let row = |row: &Row<'_>| RowView {
        report: site.source_name(&row.report.source).to_owned(),
        quoted: row.report.quote.is_some(),
        says: match &row.report.quote {
            Some(quote) => site.language.inside_quotes(quote),
            None => row.told.claim.text.to_string(),
        },
        cells: (task.columns.iter())
            .map(|column| {
                let text = cell(site, row, &row.cell(*column));
                (text, task.differs(row, *column))
            })
            .collect(),
    };
    CompareView {
        columns: (task.columns.iter())
            .map(|column| site.words().lessons.column(*column))
            .collect(),
        rows: task.rows.iter().map(row).collect(),
    }
}

pub(super) fn cell(site: &Site<'_>, row: &Row<'_>, cell: &Cell<'_>) -> String {
    let language = site.language;
    match cell {
        Cell::Value(figure) => language.figure(&plain(figure)),
        Cell::PutAs(Comparator::Exactly) => site.words().without_qualifier.to_owned(),
        Cell::PutAs(comparator) => language.comparator(*comparator).trim().to_owned(),
        Cell::Period(period) => language.date(period),
        Cell::Speaker(Speaker::Report(report)) => site.source_name(&report.source).to_owned(),
        Cell::Speaker(_) => speaker_of(site, &row.told),
        Cell::Hedge(hedge) => match (hedge, language.hedge(*hedge)) {
            (Hedge::None, _) | (_, None) => "–".to_owned(),
            (_, Some(word)) => word.to_owned(),
        },
        Cell::Verb(verb) => verb.to_string(),
        Cell::Unsaid => site.words().lessons.unsaid.to_owned(),
    }
}

fn sourcing(site: &Site<'_>, task: &Sourcing<'_>, root: &str) -> SourcingView {
    let words = &site.words().lessons;
    let hows = task.passed.iter().map(|passed| {
        let name = site.source_name(&passed.report.source).to_owned();
        (name, words.how(passed.how))
    });
    SourcingView {
        claim: ClaimView::of(site, task.told.key, root),
        speaker: speaker_of(site, &task.told),
        voice: words.voice(task.voice),
        hows: hows.collect(),
        origins: site.language.count(task.origins, Counted::Origins),
    }
}

fn sort(site: &Site<'_>, task: &PlannedOrHappened<'_>) -> SortView {
    let words = &site.words().lessons;
    let heads = [
        Sorted::Planned,
        Sorted::Happened,
        Sorted::PlannedThenHappened,
        Sorted::CalledOff,
    ];
    SortView {
        heads: heads.iter().map(|head| words.sorted(*head)).collect(),
        items: (task.items.iter())
            .map(|item| SortItem {
                title: item.event.title.to_string(),
                right: heads.iter().map(|head| *head == item.sorted).collect(),
                stages: (item.stages.iter())
                    .map(|stage| stage_text(site, stage))
                    .collect(),
            })
            .collect(),
    }
}

/// How an event stood, by whom that is told.
pub(super) fn stage_text(site: &Site<'_>, stage: &Stage<'_>) -> String {
    let as_of = stage.as_of.map(|day| site.language.date(day));
    let source = stage.source.map(|id| site.source_name(id).to_owned());
    let by: Vec<String> = as_of.into_iter().chain(source).collect();
    let mut text = site.language.status(stage.status).to_owned();
    if let Some(when) = stage.when {
        text += &format!(": {}", site.language.date(when));
    }
    if !by.is_empty() {
        text += &format!(" ({})", by.join(", "));
    }
    text
}

fn significance(site: &Site<'_>, task: &Significance<'_>) -> SignificanceView {
    let own = task.rubric.iter().map(|criterion| {
        let levels = criterion.levels.iter().map(ToString::to_string);
        (criterion.criterion.to_string(), levels.collect())
    });
    let mut rubric: Vec<(String, Vec<String>)> = own.collect();
    if rubric.is_empty() {
        let general = site.words().lessons.rubric_rows;
        rubric.extend(
            general
                .map(|[what, levels @ ..]| (what.to_owned(), levels.map(str::to_owned).to_vec())),
        );
    }
    // Each row of a table is as wide as the others.
    let most = rubric.iter().map(|(_, levels)| levels.len()).max();
    for (_, levels) in &mut rubric {
        levels.resize(most.unwrap_or_default(), String::new());
    }
    SignificanceView {
        events: (task.events.iter().enumerate())
            .map(|(number, event)| lettered(site, number, event))
            .collect(),
        choose: (1..=task.choose).collect(),
        rubric,
    }
}

fn questions(site: &Site<'_>, task: &Questions<'_>, root: &str) -> Vec<QuestionView> {
    let prose = |text: &crate::schema::Markdown| Prose::new(&**text);
    let asked = task.asked.iter().enumerate().map(|(number, asked)| {
        let question = asked.question;
        QuestionView {
            number: number + 1,
            ask: question.ask.to_string(),
            choices: (question.choices.iter().enumerate())
                .map(|(number, choice)| {
                    (letter(number), choice.text.to_string(), choice.is_right())
                })
                .collect(),
            answer: question.answer.as_ref().map(prose),
            because: question.because.as_ref().map(prose),
            claims: (asked.claims.iter())
                .map(|told| ToldView {
                    link: Link::claim(root, &told.event.id, &told.claim.id, &told.claim.text),
                    speaker: speaker_of(site, told),
                })
                .collect(),
        }
    });
    asked.collect()
}
