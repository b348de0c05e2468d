//! A question as an `assessmentItem`.

use super::super::quiz::{Item, Kind};
use super::super::xml::{Element, element};
use super::{QTI, QTI_XSD, body, identifier, root, score};
use crate::text::first_words;

/// The answer, to the declarations and to the marking.
const RESPONSE: &str = "RESPONSE";
/// The standard's own ways of marking.
const TEMPLATES: &str = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";

/// What a kind of question needs.
struct Answered {
    /// What an answer is.
    declared: Element,
    /// What it scores at the most; nothing where it is marked by hand.
    most: Option<usize>,
    /// The way of marking.
    marked: Option<&'static str>,
    /// Where it is given.
    asked: Element,
}

/// A question of the lesson with this id.
pub(super) fn item(item: &Item, lesson: &str, language: &str) -> Element {
    let answered = answered(item);
    let title = first_words(&item.name, 200);
    let because = body::blocks(&item.because);
    let mut asks = element("itemBody");
    // A question with choices stands above them, where systems look for it.
    if !matches!(item.kind, Kind::Choice(_)) {
        asks = asks.add_all(body::blocks(&item.ask));
    }
    if matches!(item.kind, Kind::Open) && !because.is_empty() {
        let answer = element("rubricBlock").with("view", "scorer");
        asks = asks.add(answer.add_all(because.clone()));
    }
    let mut whole = root("assessmentItem", QTI, &format!("{QTI} {QTI_XSD}"))
        .with(
            "identifier",
            format!("lesson-{lesson}-{}", identifier(item)),
        )
        .with("title", title)
        .with("adaptive", "false")
        .with("timeDependent", "false")
        .with("xml:lang", language)
        .with("toolName", "Dateline")
        .add(answered.declared)
        .add(score(answered.most));
    if !because.is_empty() {
        // It is there from the beginning, and so is shown after any answer.
        let shown = element("defaultValue").add(element("value").say("because"));
        whole = whole.add(
            element("outcomeDeclaration")
                .with("identifier", "FEEDBACK")
                .with("cardinality", "single")
                .with("baseType", "identifier")
                .add(shown),
        );
    }
    whole = whole.add(asks.add(answered.asked));
    if let Some(template) = answered.marked {
        let template = format!("{TEMPLATES}{template}");
        whole = whole.add(element("responseProcessing").with("template", template));
    }
    if !because.is_empty() {
        whole = whole.add(
            element("modalFeedback")
                .with("outcomeIdentifier", "FEEDBACK")
                .with("identifier", "because")
                .with("showHide", "show")
                .add_all(because),
        );
    }
    whole
}

fn answered(item: &Item) -> Answered {
    match &item.kind {
        Kind::Choice(choices) => choice(item, choices),
        Kind::Match { from, to, key } => matching(from, to, key),
        Kind::Order { cards, key } => order(cards, key),
        Kind::Open => Answered {
            declared: declared("single", "string"),
            most: None,
            marked: None,
            asked: interaction("extendedTextInteraction").with("expectedLines", "6"),
        },
    }
}

fn choice(item: &Item, choices: &[(String, bool)]) -> Answered {
    let name = |number: usize| format!("choice-{}", number + 1);
    let numbered = || choices.iter().enumerate();
    let right: Vec<String> = numbered()
        .filter(|(_, (_, right))| *right)
        .map(|(number, _)| name(number))
        .collect();
    let single = right.len() == 1;
    let ask: Vec<String> = item
        .ask
        .iter()
        .map(super::super::quiz::Part::text)
        .collect();
    let asked = interaction("choiceInteraction")
        .with("shuffle", "false")
        .with("maxChoices", if single { "1" } else { "0" })
        .add(element("prompt").say(ask.join(" ")))
        .add_all(numbered().map(|(number, (text, _))| simple("simpleChoice", name(number), text)));
    let mut declared =
        declared(if single { "single" } else { "multiple" }, "identifier").add(correct(&right));
    if !single {
        let value = |is_right: bool| if is_right { "1" } else { "-1" };
        declared = declared.add(mapping(
            numbered().map(|(number, (_, right))| (name(number), value(*right))),
            right.len(),
        ));
    }
    Answered {
        declared,
        most: Some(right.len().max(1)),
        marked: Some(if single {
            "match_correct"
        } else {
            "map_response"
        }),
        asked,
    }
}

fn matching(from: &[String], to: &[String], key: &[usize]) -> Answered {
    let first = |number: usize| format!("first-{}", number + 1);
    let second = |number: usize| format!("second-{}", number + 1);
    let pairs: Vec<String> = (key.iter().enumerate())
        .map(|(number, right)| format!("{} {}", first(number), second(*right)))
        .collect();
    let choices = |texts: &[String], name: &dyn Fn(usize) -> String, most: &str| {
        let choices = texts.iter().enumerate().map(|(number, text)| {
            simple("simpleAssociableChoice", name(number), text).with("matchMax", most)
        });
        element("simpleMatchSet").add_all(choices)
    };
    let asked = interaction("matchInteraction")
        .with("shuffle", "false")
        .with("maxAssociations", from.len().to_string())
        .add(choices(from, &first, "1"))
        // Any of these may be right for several, or for none.
        .add(choices(to, &second, "0"));
    Answered {
        declared: declared("multiple", "directedPair")
            .add(correct(&pairs))
            .add(mapping(
                pairs.iter().map(|pair| (pair.clone(), "1")),
                pairs.len(),
            )),
        most: Some(pairs.len()),
        marked: Some("map_response"),
        asked,
    }
}

fn order(cards: &[String], key: &[usize]) -> Answered {
    let name = |number: usize| format!("card-{}", number + 1);
    let right: Vec<String> = key.iter().map(|number| name(*number)).collect();
    let cards = cards.iter().enumerate();
    Answered {
        declared: declared("ordered", "identifier").add(correct(&right)),
        most: Some(1),
        marked: Some("match_correct"),
        asked: interaction("orderInteraction")
            .with("shuffle", "false")
            .add_all(cards.map(|(number, text)| simple("simpleChoice", name(number), text))),
    }
}

fn interaction(name: &'static str) -> Element {
    element(name).with("responseIdentifier", RESPONSE)
}

fn simple(name: &'static str, identifier: String, text: &str) -> Element {
    element(name).with("identifier", identifier).say(text)
}

fn declared(cardinality: &str, base: &str) -> Element {
    element("responseDeclaration")
        .with("identifier", RESPONSE)
        .with("cardinality", cardinality)
        .with("baseType", base)
}

fn correct(values: &[String]) -> Element {
    let values = values
        .iter()
        .map(|value| element("value").say(value.as_str()));
    element("correctResponse").add_all(values)
}

/// What each answer counts; together neither less than nothing nor more than all.
fn mapping(values: impl Iterator<Item = (String, &'static str)>, most: usize) -> Element {
    element("mapping")
        .with("lowerBound", "0")
        .with("upperBound", most.to_string())
        .with("defaultValue", "0")
        .add_all(values.map(|(key, value)| {
            element("mapEntry")
                .with("mapKey", key)
                .with("mappedValue", value)
        }))
}
