//! Activities as they are done on the lesson's page: what a script needs for them.

use std::collections::HashSet;

use super::task::{Lettered, QuestionView, SortView, TaskView, ToldView, WhoSaidItView};
use crate::markdown::Prose;
use crate::model::lesson::{Sequence, Statement, Task, WhoSaidIt};
use crate::views::page::Link;
use crate::views::site::Site;

/// An activity that can be done on a page, with its key.
pub(super) enum Practice {
    /// Cards to be put in order.
    Order(OrderPractice),
    /// Answers to be chosen.
    Choose(ChoosePractice),
}

/// Cards to be put in order.
pub(super) struct OrderPractice {
    /// As they are dealt, each with the numbers of those that have to come before it.
    pub cards: Vec<(Lettered, String)>,
    /// Groups of cards in their order, with what to say of a group of several.
    pub key: Vec<(Vec<Lettered>, Option<&'static str>)>,
}

/// Answers to be chosen.
pub(super) struct ChoosePractice {
    pub items: Vec<Item>,
    /// Whether what the answers rest on is shown only when all of them are right.
    pub at_once: bool,
    /// Whether the activity asks more, which is answered on paper.
    pub has_more: bool,
}

/// What an answer is chosen for.
pub(super) struct Item {
    pub number: Option<usize>,
    pub ask: String,
    pub control: Control,
    /// Each with whether it is right.
    pub options: Vec<(String, bool)>,
    pub because: Option<Prose>,
    /// How it stood, from the first recorded state on.
    pub stages: Vec<String>,
    /// The claims that the answer rests on.
    pub claims: Vec<ToldView>,
}

/// How an answer is chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// One of many.
    List,
    /// One of a few that are short.
    Row,
    /// One of a few.
    One,
    /// Several of a few.
    Several,
}

impl Practice {
    /// How an activity can be done on a page below `root`; not at all, if it has no key or
    /// asks for the pupils' own words.
    pub(super) fn of(site: &Site<'_>, task: &Task<'_>, root: &str) -> Option<Self> {
        match (task, TaskView::of(site, task, root)) {
            (Task::Sequence(task), TaskView::Sequence(view)) if task.has_order() => {
                Some(Practice::Order(OrderPractice {
                    cards: view.cards.into_iter().zip(followed(task)).collect(),
                    key: view.key,
                }))
            }
            (Task::WhoSaidIt(task), TaskView::WhoSaidIt(view)) => {
                choose(statements(site, task, &view, root), true, false)
            }
            (_, TaskView::PlannedOrHappened(view)) => choose(to_sort(view), false, false),
            (_, TaskView::Questions(questions)) => {
                let asked = questions.len();
                let items: Vec<Item> = questions.into_iter().filter_map(question).collect();
                let has_more = items.len() < asked;
                choose(items, false, has_more)
            }
            _ => None,
        }
    }
}

impl Practice {
    /// Whether what the answers rest on is shown only when all of them are right.
    pub(super) fn at_once(&self) -> bool {
        matches!(self, Practice::Choose(task) if task.at_once)
    }
}

fn choose(items: Vec<Item>, at_once: bool, has_more: bool) -> Option<Practice> {
    (!items.is_empty()).then_some(Practice::Choose(ChoosePractice {
        items,
        at_once,
        has_more,
    }))
}

/// Of each card the numbers of those before it, as the page has them: `0 3`.
fn followed(task: &Sequence<'_>) -> impl Iterator<Item = String> {
    task.cards.iter().map(|card| {
        let numbers: Vec<String> = card.follows.iter().map(ToString::to_string).collect();
        numbers.join(" ")
    })
}

fn statements(
    site: &Site<'_>,
    task: &WhoSaidIt<'_>,
    view: &WhoSaidItView,
    root: &str,
) -> Vec<Item> {
    // Speakers who are called alike cannot be told apart: they are one to choose.
    let mut names: Vec<&String> = view.speakers.iter().map(|(_, name)| name).collect();
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    let item = |(statement, shown): (&Statement<'_>, &(usize, String, String))| {
        let (number, text, letter) = shown;
        let told = statement.told;
        let right = view.speakers.iter().find(|(own, _)| own == letter);
        let right = right.map(|(_, name)| name);
        let reports = told.claim.reported_by.iter();
        let reports: Vec<&str> = reports.map(|it| site.source_name(&it.source)).collect();
        Item {
            number: Some(*number),
            ask: text.clone(),
            control: Control::List,
            options: (names.iter())
                .map(|name| ((*name).clone(), Some(*name) == right))
                .collect(),
            because: None,
            stages: Vec::new(),
            claims: vec![ToldView {
                link: Link::claim(root, &told.event.id, &told.claim.id, &told.event.title),
                speaker: format!("{}: {}", site.words().reported_by, reports.join(", ")),
            }],
        }
    };
    task.statements
        .iter()
        .zip(&view.statements)
        .map(item)
        .collect()
}

fn to_sort(view: SortView) -> Vec<Item> {
    let heads = view.heads;
    let items = view.items.into_iter().map(|item| Item {
        number: None,
        ask: item.title,
        control: Control::Row,
        options: (heads.iter().zip(item.right))
            .map(|(head, right)| ((*head).to_owned(), right))
            .collect(),
        because: None,
        stages: item.stages,
        claims: Vec::new(),
    });
    items.collect()
}

/// A question that gives answers to choose from.
fn question(question: QuestionView) -> Option<Item> {
    let right = question.choices.iter().filter(|(_, _, right)| *right);
    let several = right.count() > 1;
    (!question.choices.is_empty()).then(|| Item {
        number: Some(question.number),
        ask: question.ask,
        control: if several {
            Control::Several
        } else {
            Control::One
        },
        options: (question.choices.into_iter())
            .map(|(_, text, right)| (text, right))
            .collect(),
        because: question.because,
        stages: Vec::new(),
        claims: question.claims,
    })
}

impl Item {
    /// The numbers of the options that are right, counted from 1: `1 3`.
    pub(super) fn right(&self) -> String {
        let options = self.options.iter().enumerate();
        let right = options.filter(|(_, (_, right))| *right);
        let numbers: Vec<String> = right.map(|(number, _)| (number + 1).to_string()).collect();
        numbers.join(" ")
    }

    /// The options that are right, in words.
    pub(super) fn answer(&self) -> String {
        let right = self.options.iter().filter(|(_, right)| *right);
        let texts: Vec<&str> = right.map(|(text, _)| text.as_str()).collect();
        texts.join("; ")
    }
}
