//! Questions as a content package of IMS QTI 2.1, which many systems of schools take: a
//! manifest, a test, and a file for each question.
//!
//! - Cards of which one order alone is right are put in order (`orderInteraction`). Where
//!   several are, they are matched with the places that all these orders have in common:
//!   the standard's templates for marking know one right order only.
//! - A match is marked by how many are right, and a choice of several by what is right in
//!   it less what is wrong; everything else is right or wrong.
//! - An open question is marked by hand: its answer is for the scorer.

mod body;
mod item;

use super::archive::archive;
use super::quiz::{Item, Quiz};
use super::xml::{Element, element};
use crate::text::one_line;

/// The namespaces of questions, of packages and of where their schemas are.
const QTI: &str = "http://www.imsglobal.org/xsd/imsqti_v2p1";
const QTI_XSD: &str = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd";
const PACKAGE: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";
const PACKAGE_XSD: &str = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The package of a lesson with this id; nothing where there is nothing to be asked.
pub(super) fn package(
    quiz: &Quiz,
    lesson: &str,
    language: &str,
) -> Option<zip::result::ZipResult<Vec<u8>>> {
    if quiz.items.is_empty() {
        return None;
    }
    let mut files = vec![
        (
            "imsmanifest.xml".to_owned(),
            manifest(quiz, lesson).document(),
        ),
        ("test.xml".to_owned(), test(quiz, lesson).document()),
    ];
    files.extend((quiz.items.iter()).map(|one| {
        let item = item::item(one, lesson, language);
        (path(one), item.document())
    }));
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), &bytes[..]));
    Some(archive(files))
}

/// The identifier of a question: a name that begins with a letter and has no dot.
fn identifier(item: &Item) -> String {
    format!("question-{}", item.place.replace('.', "-"))
}

fn path(item: &Item) -> String {
    format!("items/{}.xml", identifier(item))
}

/// A root element of this namespace.
fn root(name: &'static str, namespace: &str, schemas: &str) -> Element {
    element(name)
        .with("xmlns", namespace)
        .with("xmlns:xsi", XSI)
        .with("xsi:schemaLocation", schemas)
}

/// What is in the package.
fn manifest(quiz: &Quiz, lesson: &str) -> Element {
    let file = |path: &str| element("file").with("href", path);
    let resource = |identifier: &str, kind: &str, path: &str| {
        element("resource")
            .with("identifier", identifier)
            .with("type", kind)
            .with("href", path)
            .add(file(path))
    };
    let depends = quiz
        .items
        .iter()
        .map(|item| element("dependency").with("identifierref", identifier(item)));
    let test = resource("test", "imsqti_test_xmlv2p1", "test.xml").add_all(depends);
    let items = (quiz.items.iter())
        .map(|item| resource(&identifier(item), "imsqti_item_xmlv2p1", &path(item)));
    let schemas = format!("{PACKAGE} {PACKAGE_XSD} {QTI} {QTI_XSD}");
    root("manifest", PACKAGE, &schemas)
        .with("identifier", format!("lesson-{lesson}"))
        .add(
            element("metadata")
                .add(element("schema").say("QTIv2.1 Package"))
                .add(element("schemaversion").say("1.0.0")),
        )
        .add(element("organizations"))
        .add(element("resources").add(test).add_all(items))
}

/// The questions one after the other; what each scores is added up.
fn test(quiz: &Quiz, lesson: &str) -> Element {
    let items = quiz.items.iter().map(|item| {
        element("assessmentItemRef")
            .with("identifier", identifier(item))
            .with("href", path(item))
    });
    let title = one_line(&quiz.title);
    let section = element("assessmentSection")
        .with("identifier", "section")
        .with("title", title.as_str())
        .with("visible", "true")
        .add_all(items);
    let part = element("testPart")
        .with("identifier", "part")
        .with("navigationMode", "nonlinear")
        .with("submissionMode", "individual")
        .add(section);
    let scores = element("testVariables").with("variableIdentifier", "SCORE");
    let total = element("setOutcomeValue")
        .with("identifier", "SCORE")
        .add(element("sum").add(scores));
    root("assessmentTest", QTI, &format!("{QTI} {QTI_XSD}"))
        .with("identifier", format!("lesson-{lesson}"))
        .with("title", title)
        .with("toolName", "Dateline")
        .add(score(None))
        .add(part)
        .add(element("outcomeProcessing").add(total))
}

/// What is scored; nothing to begin with.
fn score(most: Option<usize>) -> Element {
    element("outcomeDeclaration")
        .with("identifier", "SCORE")
        .with("cardinality", "single")
        .with("baseType", "float")
        .with_some(
            "normalMaximum",
            most.map(|most| most.to_string()).as_deref(),
        )
        .add(element("defaultValue").add(element("value").say("0")))
}
