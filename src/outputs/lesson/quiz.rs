//! What of a lesson can be asked and answered in a school's system, whichever it is.
//!
//! It is taken from the key, and so asks the same in the same words. Left out is what
//! nobody could mark: the table of a comparison, the drawn line, what has no key.

use crate::markdown::Prose;
use crate::views::{
    Lettered, QuestionView, SequenceView, SheetPage, Site, SortView, SourcingView, TaskView,
    WhoSaidItView, escape,
};

/// What is asked of a lesson.
pub(super) struct Quiz {
    /// The lesson.
    pub(super) title: String,
    /// What is asked.
    pub(super) items: Vec<Item>,
}

/// A question.
pub(super) struct Item {
    /// Its place in the lesson: the activity's number, and its own where that has several.
    pub(super) place: String,
    /// The activity, and what is asked where it asks several things.
    pub(super) name: String,
    /// What is asked.
    pub(super) ask: Vec<Part>,
    /// How it is answered.
    pub(super) kind: Kind,
    /// What the answer rests on; of an open question the answer as well.
    pub(super) because: Vec<Part>,
}

/// A part of what is said.
pub(super) enum Part {
    /// A text in Markdown.
    Prose(Prose),
    /// A line.
    Line(String),
    /// A statement of others.
    Quote(String),
}

/// How a question is answered.
pub(super) enum Kind {
    /// By choosing; each choice with whether it is right.
    Choice(Vec<(String, bool)>),
    /// By giving each of these one of those.
    Match {
        /// What is given something.
        from: Vec<String>,
        /// What it is given; some of it may be right for several or for none.
        to: Vec<String>,
        /// The number of what is right for each.
        key: Vec<usize>,
    },
    /// By putting in order; the right order by numbers.
    Order {
        /// The cards as they are dealt.
        cards: Vec<String>,
        /// The only right order.
        key: Vec<usize>,
    },
    /// In words.
    Open,
}

impl Quiz {
    /// What the key of a lesson answers.
    pub(super) fn of(site: &Site<'_>, key: &SheetPage<'_>) -> Self {
        let mut items = Vec::new();
        for (number, exercise) in key.exercises.iter().enumerate() {
            let maker = Maker {
                site,
                place: (number + 1).to_string(),
                activity: &exercise.activity.title,
                instructions: &exercise.activity.instructions,
            };
            let before = items.len();
            match &exercise.task {
                TaskView::Sequence(task) => items.extend(maker.sequence(task)),
                TaskView::WhoSaidIt(task) => items.push(maker.who_said_it(task)),
                TaskView::PlannedOrHappened(task) => items.push(maker.sort(task)),
                TaskView::Sourcing(task) => items.push(maker.sourcing(task)),
                TaskView::Questions(asked) => {
                    items.extend(asked.iter().map(|question| maker.question(question)));
                }
                TaskView::CompareReports(_)
                | TaskView::BlankTimeline(_)
                | TaskView::Significance(_)
                | TaskView::Cause(_)
                | TaskView::Nothing => {}
            }
            if let Some(answer) = &exercise.activity.answer {
                for item in &mut items[before..] {
                    item.because.push(Part::Prose(answer.clone()));
                }
            }
        }
        Quiz {
            title: key.about.title.clone(),
            items,
        }
    }
}

impl Part {
    /// Its words alone.
    pub(super) fn text(&self) -> String {
        match self {
            Part::Prose(prose) => prose.text(),
            Part::Line(line) | Part::Quote(line) => line.clone(),
        }
    }

    /// As it stands in HTML.
    pub(super) fn html(&self) -> String {
        match self {
            Part::Prose(prose) => prose.to_string(),
            Part::Line(line) => format!("<p>{}</p>", escape(line)),
            Part::Quote(quote) => format!("<blockquote><p>{}</p></blockquote>", escape(quote)),
        }
    }
}

/// What makes the questions of an activity.
struct Maker<'m> {
    site: &'m Site<'m>,
    place: String,
    activity: &'m str,
    instructions: &'m Prose,
}

impl Maker<'_> {
    fn item(&self, ask: Vec<Part>, kind: Kind, because: Vec<Part>) -> Item {
        let mut asked = vec![Part::Prose(self.instructions.clone())];
        asked.extend(ask);
        Item {
            place: self.place.clone(),
            name: format!("{}. {}", self.place, self.activity),
            ask: asked,
            kind,
            because,
        }
    }

    /// Cards in order. Where the key leaves the order of some open, each is given the places
    /// that it can have, which all orders that are right have in common: 1, 2–4, 5. Nothing
    /// where any order is right.
    fn sequence(&self, task: &SequenceView) -> Option<Item> {
        let said = |card: &Lettered| card.title.clone();
        let cards: Vec<String> = task.cards.iter().map(said).collect();
        let number_of = |card: &Lettered| {
            let mut cards = task.cards.iter();
            cards.position(|one| one.letter == card.letter).unwrap_or(0)
        };
        let groups: Vec<&[Lettered]> = task.key.iter().map(|(group, _)| &group[..]).collect();
        if groups.len() < 2 {
            return None;
        }
        let kind = if groups.iter().all(|group| group.len() == 1) {
            Kind::Order {
                cards,
                key: groups.iter().copied().flatten().map(number_of).collect(),
            }
        } else {
            let mut key = vec![0; cards.len()];
            let mut to = Vec::new();
            let mut first = 1;
            for group in groups {
                for card in group {
                    key[number_of(card)] = to.len();
                }
                let last = first + group.len() - 1;
                to.push(if first == last {
                    first.to_string()
                } else {
                    format!("{first}–{last}")
                });
                first = last + 1;
            }
            Kind::Match {
                from: cards,
                to,
                key,
            }
        };
        let because = task.key.iter().map(|(group, note)| {
            let cards: Vec<String> = (group.iter())
                .map(|card| format!("{} ({})", card.title, card.date))
                .collect();
            let mut line = cards.join("; ");
            if let Some(note) = note {
                line += &format!(" – {note}");
            }
            Part::Line(line)
        });
        Some(self.item(Vec::new(), kind, because.collect()))
    }

    fn who_said_it(&self, task: &WhoSaidItView) -> Item {
        // Speakers who are called alike cannot be told apart: they are one to choose.
        let mut names: Vec<&String> = Vec::new();
        for (_, name) in &task.speakers {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let place = |letter: &String| {
            let mut speakers = task.speakers.iter();
            let speaker = speakers.find(|(one, _)| one == letter);
            let own = |name: &&String| speaker.is_some_and(|(_, own)| own == *name);
            names.iter().position(own).unwrap_or(0)
        };
        let kind = Kind::Match {
            from: (task.statements.iter())
                .map(|(_, text, _)| text.clone())
                .collect(),
            to: names.iter().map(|name| (*name).clone()).collect(),
            key: (task.statements.iter())
                .map(|(.., letter)| place(letter))
                .collect(),
        };
        let because = task.statements.iter().map(|(_, text, letter)| {
            let name = names[place(letter)];
            Part::Line(format!("{text} – {name}"))
        });
        self.item(Vec::new(), kind, because.collect())
    }

    fn sort(&self, task: &SortView) -> Item {
        let right = |right: &Vec<bool>| right.iter().position(|is| *is).unwrap_or(0);
        let kind = Kind::Match {
            from: task.items.iter().map(|item| item.title.clone()).collect(),
            to: task.heads.iter().map(|head| (*head).to_owned()).collect(),
            key: task.items.iter().map(|item| right(&item.right)).collect(),
        };
        let because = task.items.iter().map(|item| {
            let head = task.heads[right(&item.right)];
            let stages = item.stages.join(" → ");
            Part::Line(format!("{} – {head}. {stages}", item.title))
        });
        self.item(Vec::new(), kind, because.collect())
    }

    fn sourcing(&self, task: &SourcingView) -> Item {
        let words = self.site.words();
        let mut ask = vec![Part::Quote(task.claim.text.clone())];
        ask.extend(task.claim.reports.iter().map(|report| {
            let mut line = report.link.text.clone();
            if let Some(locator) = &report.locator {
                line += &format!(", {locator}");
            }
            if let Some(quote) = &report.quote {
                line += &format!(": {}{quote}{}", words.quote_open, words.quote_close);
            }
            Part::Line(line)
        }));
        let words = &words.lessons;
        let questions = [
            words.who_says_it,
            words.how_do_they_know,
            words.who_passed_it_on,
            words.how_many_origins,
        ];
        ask.extend(questions.map(|question| Part::Line(question.to_owned())));
        let hows: Vec<String> = (task.hows.iter())
            .map(|(name, how)| format!("{name}: {how}"))
            .collect();
        let chains: Vec<String> = (task.claim.reports.iter())
            .map(|report| format!("{}{}", report.link.text, report.chain.line()))
            .collect();
        let answers = [
            format!("{}. {}", task.speaker, task.voice),
            hows.join(" "),
            chains.join("; "),
            task.origins.clone(),
        ];
        let because = questions.iter().zip(answers);
        let because = because.map(|(question, answer)| Part::Line(format!("{question} {answer}")));
        self.item(ask, Kind::Open, because.collect())
    }

    fn question(&self, question: &QuestionView) -> Item {
        let place = format!("{}.{}", self.place, question.number);
        let answer = question.answer.iter().cloned();
        let because = answer
            .chain(question.because.iter().cloned())
            .map(Part::Prose);
        let claims = (question.claims.iter())
            .map(|claim| Part::Line(format!("{} – {}", claim.link.text, claim.speaker)));
        Item {
            name: format!("{place} {}", question.ask),
            place,
            ask: vec![Part::Line(question.ask.clone())],
            kind: match &question.choices[..] {
                [] => Kind::Open,
                choices => Kind::Choice(
                    (choices.iter())
                        .map(|(_, text, right)| (text.clone(), *right))
                        .collect(),
                ),
            },
            because: because.chain(claims).collect(),
        }
    }
}
