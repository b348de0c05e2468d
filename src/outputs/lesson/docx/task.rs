//! What activities consist of, for a word processor: what the templates in
//! `templates/lesson/` are for the printed sheet.

use super::line;
use super::paragraph::{Paragraph, Style};
use super::table::{Cell, Row, Table, WIDTH};
use super::text::Text;
use crate::views::{
    ChainView, CompareView, Lettered, PairView, QuestionView, SequenceView, SignificanceView,
    SortView, SourcingView, TaskView, WhoSaidItView,
};

/// The head of a table.
const HEAD: Row = Row {
    head: true,
    height: 0,
};
/// A row that is written in by hand.
const BLANK: Row = Row {
    head: false,
    height: 850,
};
/// What is filled in by hand, in a line.
const GAP: &str = "______";

/// What an activity consists of.
pub(super) fn write(text: &mut Text<'_>, task: &TaskView) {
    match task {
        TaskView::Sequence(task) => sequence(text, task),
        TaskView::WhoSaidIt(task) => who_said_it(text, task),
        TaskView::CompareReports(task) => compare(text, task),
        TaskView::Sourcing(task) => sourcing(text, task),
        TaskView::PlannedOrHappened(task) => sort(text, task),
        TaskView::BlankTimeline(task) => {
            line::write(text, task);
            lettered(text, &task.events, text.key);
            if text.key && !task.off.is_empty() {
                let words = text.site.words().lessons.off_the_line;
                let off = task.off.join("; ");
                text.add(Paragraph::new(Style::Normal).say(&format!("{words} {off}")));
            }
        }
        TaskView::Significance(task) => significance(text, task),
        TaskView::Cause(pairs) => cause(text, pairs),
        TaskView::Questions(questions) => ask(text, questions),
        TaskView::Nothing => {}
    }
}

fn row(text: &Text<'_>) -> Row {
    if text.key { Row::default() } else { BLANK }
}

/// Events under letters.
fn lettered(text: &mut Text<'_>, events: &[Lettered], dated: bool) {
    for (number, event) in (1..).zip(events) {
        let mut line = Paragraph::new(Style::Lettered)
            .letter(&event.letter)
            .say(&format!("\t{}", event.title));
        if dated {
            line = line.say(" ").aside(&event.date);
        }
        text.add(line);
        if number < events.len() {
            text.hold();
        }
    }
}

fn sequence(text: &mut Text<'_>, task: &SequenceView) {
    if !text.key {
        let mut table = Table::new("Cards", vec![WIDTH / 2; 2]);
        let high = Row {
            head: false,
            height: 1800,
        };
        for pair in task.cards.chunks(2) {
            let mut cells: Vec<Cell> = pair.iter().map(card).collect();
            if pair.len() < 2 {
                cells.push(Cell::new(Vec::new()).bare());
            }
            table.row(high, cells);
        }
        text.add_table(table.element());
        return;
    }
    let list = text.list(Some(1));
    for (cards, note) in &task.key {
        let mut item = Paragraph::new(Style::ListParagraph).item(list, 0);
        for (number, card) in cards.iter().enumerate() {
            item = item
                .say(if number > 0 { "\n" } else { "" })
                .letter(&card.letter)
                .say(&format!(" {} ", card.title))
                .aside(&card.date);
        }
        if let Some(note) = note {
            item = item.say("\n").emphasised(note);
        }
        text.add(item);
    }
}

fn card(card: &Lettered) -> Cell {
    let said = |text: &str| Paragraph::new(Style::Card).say(text);
    let mut inside = vec![
        Paragraph::new(Style::Card).letter(&card.letter),
        said(&card.title),
    ];
    if !card.actors.is_empty() {
        inside.push(Paragraph::new(Style::Card).aside(&card.actors));
    }
    Cell::new(inside)
}

fn who_said_it(text: &mut Text<'_>, task: &WhoSaidItView) {
    for (letter, name) in &task.speakers {
        let line = Paragraph::new(Style::Lettered).letter(letter);
        text.add(line.say(&format!("\t{name}")));
    }
    let list = text.list(Some(1));
    for (_, statement, letter) in &task.statements {
        let item = Paragraph::new(Style::ListParagraph).item(list, 0);
        let item = if text.key {
            item.run(&format!(" {letter} "), "letter u")
        } else {
            item.say(GAP)
        };
        text.add(item.say(&format!(" {statement}")));
    }
}

fn compare(text: &mut Text<'_>, task: &CompareView) {
    let interface = text.site.words();
    let first = if task.columns.len() > 4 { 2600 } else { 3200 };
    let mut table = Table::new("TableGrid", Table::widths(first, task.columns.len()));
    let mut heads = vec![Cell::head(interface.lessons.report_says)];
    heads.extend(task.columns.iter().map(|column| Cell::head(column)));
    table.row(HEAD, heads);
    for one in &task.rows {
        let says = if one.quoted {
            quoted(text, &one.says)
        } else {
            one.says.clone()
        };
        let mut cells = vec![Cell::new(vec![
            Paragraph::new(Style::Cell).strong(&one.report),
            Paragraph::new(Style::Cell).say(&says),
        ])];
        let key = text.key;
        cells.extend((one.cells.iter()).map(|(cell, differs)| {
            let said = Paragraph::new(Style::Cell);
            Cell::new(vec![match (key, differs) {
                (false, _) => said,
                (true, false) => said.say(cell),
                (true, true) => said.strong(cell).say(" ≠"),
            }])
        }));
        table.row(row(text), cells);
    }
    text.add_table(table.element());
    if text.key && task.differs() {
        let said = format!("≠ {}", interface.lessons.differs);
        text.add(Paragraph::new(Style::Normal).aside(&said));
    }
}

/// A text in the quotation marks of the language.
fn quoted(text: &Text<'_>, said: &str) -> String {
    let words = text.site.words();
    format!("{}{said}{}", words.quote_open, words.quote_close)
}

fn sourcing(text: &mut Text<'_>, task: &SourcingView) {
    let words = &text.site.words().lessons;
    let claim = &task.claim;
    text.add(Paragraph::new(Style::Quote).with_next().say(&claim.text));
    let list = text.list(None);
    for report in &claim.reports {
        let mut line = Paragraph::new(Style::ListParagraph).item(list, 0);
        line = line.strong(&report.link.text);
        if let Some(locator) = &report.locator {
            line = line.say(&format!(", {locator}"));
        }
        if let Some(quote) = &report.quote {
            line = line.say(&format!(": {}", quoted(text, quote)));
        }
        text.add(line.with_next());
    }
    let said = |line: &str| Paragraph::new(Style::Cell).say(line);
    let hows = (task.hows.iter()).map(|(name, how)| said(&format!("{name}: {how}")));
    let chains = claim.reports.iter().flat_map(|report| {
        let mut lines = Vec::new();
        chain(&report.link.text, &report.chain, 0, &mut lines);
        lines
    });
    let answers = [
        (
            words.who_says_it,
            vec![said(&format!("{}. {}", task.speaker, task.voice))],
        ),
        (words.how_do_they_know, hows.collect()),
        (words.who_passed_it_on, chains.collect()),
        (words.how_many_origins, vec![said(&task.origins)]),
    ];
    let mut table = Table::new("TableGrid", Table::widths(3200, 1));
    for (question, answer) in answers {
        let answer = if text.key { answer } else { Vec::new() };
        let question = Paragraph::new(Style::Cell).strong(question);
        let cells = vec![Cell::new(vec![question]), Cell::new(answer)];
        table.row(row(text), cells);
    }
    text.add_table(table.element());
    if text.key {
        let list = text.list(None);
        for relation in &claim.relations {
            let line = Paragraph::new(Style::ListParagraph).item(list, 0);
            let line = (line.strong(relation.word)).say(&format!(" {}: ", relation.speaker));
            let line = text.link(line, &relation.link.text, &relation.link.href);
            text.add(line);
        }
    }
}

/// A report, and below it whom it had it from, each set in further.
fn chain(name: &str, chain: &ChainView, depth: usize, lines: &mut Vec<Paragraph>) {
    let mut line = Paragraph::new(Style::Cell).indented(depth).say(name);
    for said in [chain.remark, chain.word].into_iter().flatten() {
        line = line.say(" – ").emphasised(said);
    }
    lines.push(line);
    for from in &chain.from {
        self::chain(&from.link.text, &from.chain, depth + 1, lines);
    }
}

fn sort(text: &mut Text<'_>, task: &SortView) {
    let interface = text.site.words();
    let (first, last) = (2200, 1798);
    let middle = (WIDTH - first - last) / task.heads.len().max(1);
    let mut columns = vec![first];
    columns.extend(task.heads.iter().map(|_| middle));
    columns.push(last);
    let mut table = Table::new("TableGrid", columns);
    let mut heads = vec![Cell::head(interface.events)];
    heads.extend(task.heads.iter().map(|head| Cell::head(head)));
    heads.push(Cell::head(interface.lessons.how_do_you_know));
    table.row(HEAD, heads);
    for item in &task.items {
        let mut cells = vec![Cell::say(&item.title)];
        cells.extend(item.right.iter().map(|right| {
            let mark = match (text.key, right) {
                (true, true) => "✓",
                (true, false) => "",
                (false, _) => "☐",
            };
            Cell::new(vec![Paragraph::new(Style::Cell).centred().strong(mark)])
        }));
        cells.push(Cell::say(&if text.key {
            item.stages.join("\n→ ")
        } else {
            String::new()
        }));
        table.row(row(text), cells);
    }
    text.add_table(table.element());
}

fn significance(text: &mut Text<'_>, task: &SignificanceView) {
    let words = &text.site.words().lessons;
    lettered(text, &task.events, true);
    if text.key {
        text.add(Paragraph::new(Style::Normal).emphasised(words.no_key));
    } else {
        let list = text.list(Some(1));
        for _ in &task.choose {
            let line = format!("{GAP} {}:", words.reasons);
            text.add(
                Paragraph::new(Style::ListParagraph)
                    .item(list, 0)
                    .with_next()
                    .say(&line),
            );
            text.lines(2);
        }
    }
    text.add(Paragraph::new(Style::Heading2).say(words.rubric));
    let levels = task.rubric.first().map_or(0, |(_, levels)| levels.len());
    let mut table = Table::new("TableGrid", Table::widths(2000, levels));
    for (what, levels) in &task.rubric {
        let mut cells = vec![Cell::new(vec![Paragraph::new(Style::Cell).strong(what)])];
        cells.extend(levels.iter().map(|level| Cell::say(level)));
        table.row(Row::default(), cells);
    }
    text.add_table(table.element());
}

fn cause(text: &mut Text<'_>, pairs: &[PairView]) {
    let words = &text.site.words().lessons;
    for pair in pairs {
        for event in [&pair.before, &pair.after] {
            let line = Paragraph::new(Style::Lettered).with_next();
            let line = line
                .letter(&event.letter)
                .say(&format!("\t{} ", event.title));
            text.add(line.aside(&event.date));
        }
        if text.key {
            if !pair.certain {
                text.add(Paragraph::new(Style::Normal).emphasised(words.order_unknown));
            }
            continue;
        }
        let led = format!(
            "{} → {}: {}",
            pair.before.letter, pair.after.letter, words.led_to
        );
        for choice in [&led, words.only_before, words.not_to_be_told] {
            text.add(
                Paragraph::new(Style::Choice)
                    .with_next()
                    .say(&format!("☐ {choice}")),
            );
        }
        let evidence = format!("{}:", words.evidence);
        text.add(Paragraph::new(Style::Normal).with_next().say(&evidence));
        text.lines(2);
    }
    if text.key {
        text.add(Paragraph::new(Style::Normal).emphasised(words.no_key));
    }
}

fn ask(text: &mut Text<'_>, questions: &[QuestionView]) {
    let list = text.list(Some(1));
    for question in questions {
        let asked = Paragraph::new(Style::ListParagraph).item(list, 0);
        text.add(asked.with_next().say(&question.ask));
        let end = question.choices.len().saturating_sub(1);
        for (number, (letter, choice, right)) in question.choices.iter().enumerate() {
            let line = Paragraph::new(Style::Choice).say("☐ ").letter(letter);
            let line = if text.key && *right {
                line.strong(&format!(" {choice} ✓"))
            } else {
                line.say(&format!(" {choice}"))
            };
            text.add(if number < end { line.with_next() } else { line });
        }
        if !text.key {
            if question.choices.is_empty() {
                text.lines(3);
            }
            continue;
        }
        for answer in [&question.answer, &question.because].into_iter().flatten() {
            text.prose(answer, Style::Answer);
        }
        let list = text.list(None);
        for claim in &question.claims {
            let line = Paragraph::new(Style::ListParagraph).item(list, 1);
            let line = text.link(line, &claim.link.text, &claim.link.href);
            text.add(line.say(" ").aside(&claim.speaker));
        }
    }
}
