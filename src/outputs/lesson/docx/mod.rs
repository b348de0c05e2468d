//! Sheets as documents for word processors: Office Open XML (ECMA-376), which all
//! of them can change.
//!
//! A document is an archive of parts. What never changes lies in `templates/lesson/docx/`;
//! the text is put together here, from the same [`SheetPage`] that the printed sheet is.

mod line;
mod paragraph;
mod table;
mod task;
mod text;

use zip::result::ZipResult;

use super::archive::archive;
use super::xml::{Element, element};
use crate::markdown::{Block, Prose};
use crate::views::{SheetPage, Site};
use paragraph::{Paragraph, Style};
use text::Text;

const STYLES: &str = include_str!("../../../../templates/lesson/docx/styles.xml");
const SETTINGS: &str = include_str!("../../../../templates/lesson/docx/settings.xml");
const CONTENT_TYPES: &str = include_str!("../../../../templates/lesson/docx/content_types.xml");
const PACKAGE: &str = include_str!("../../../../templates/lesson/docx/package_rels.xml");

/// The namespaces of the text, and of references to other parts.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A sheet as a document.
pub(super) fn docx(site: &Site<'_>, sheet: &SheetPage<'_>) -> ZipResult<Vec<u8>> {
    let mut text = Text::new(site, sheet.key);
    write(&mut text, sheet);
    let locale = site.words().find.locale;
    let document = element("w:document")
        .with("xmlns:w", W)
        .with("xmlns:r", R)
        .add(element("w:body").add_all(text.take_body()).add(page()));
    archive([
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("docProps/core.xml", &core(sheet, locale)),
        ("word/document.xml", &document.document()),
        ("word/_rels/document.xml.rels", &text.relationships()),
        (
            "word/styles.xml",
            STYLES.replace("LANGUAGE", locale).as_bytes(),
        ),
        (
            "word/settings.xml",
            SETTINGS.replace("LANGUAGE", locale).as_bytes(),
        ),
        ("word/numbering.xml", &text.numbering()),
        ("word/footer1.xml", &footer(sheet.title())),
    ])
}

/// All that stands on the sheet.
fn write(text: &mut Text<'_>, sheet: &SheetPage<'_>) {
    let interface = text.site.words();
    let words = &interface.lessons;
    let about = &sheet.about;
    if sheet.key {
        text.add(Paragraph::new(Style::Mark).say(words.key));
    } else {
        let line = format!("{} \t {} \t", words.name, words.date);
        text.add(Paragraph::new(Style::Pupil).say(&line));
    }
    text.add(Paragraph::new(Style::Title).say(&about.title));
    text.add(
        Paragraph::new(Style::Question)
            .strong(&format!("{}:", words.question))
            .say(&format!(" {}", about.question)),
    );
    if sheet.key {
        let mut line = words.key_note.to_owned();
        for (word, said) in [(words.whom, &about.whom), (words.time, &about.minutes)] {
            if let Some(said) = said {
                line += &format!(" {word}: {said}.");
            }
        }
        text.add(Paragraph::new(Style::Aside).say(&line));
        if !about.standards.is_empty() {
            let standards = about.standards.join("; ");
            let line = format!("{}: {standards}", words.standards);
            text.add(Paragraph::new(Style::Aside).say(&line));
        }
    } else {
        if let Some(intro) = &about.intro {
            text.prose(intro, Style::Normal);
        }
        if !about.vocabulary.is_empty() {
            text.add(Paragraph::new(Style::Heading1).say(words.vocabulary));
            for (term, meaning) in &about.vocabulary {
                let entry = Paragraph::new(Style::Entry).strong(term);
                text.add(entry.say(&format!("\t{meaning}")));
            }
        }
    }
    for (number, exercise) in sheet.exercises.iter().enumerate() {
        let activity = &exercise.activity;
        let title = format!("{}. {}", number + 1, activity.title);
        let mut heading = Paragraph::new(Style::Heading1).say(&title);
        if let Some(minutes) = &activity.minutes {
            heading = heading.say(" ").aside(minutes);
        }
        text.add(heading);
        text.prose(&activity.instructions, Style::Instructions);
        text.hold();
        task::write(text, &exercise.task);
        if let Some(answer) = activity.answer.as_ref().filter(|_| text.key) {
            text.prose(answer, Style::Answer);
        }
    }
    if let Some(closing) = &about.closing {
        text.add(Paragraph::new(Style::Heading1).say(words.closing));
        text.prose(closing, Style::Normal);
        if !sheet.key {
            text.lines(3);
        }
    }
    if !sheet.reports.is_empty() {
        text.add(Paragraph::new(Style::Heading1).say(interface.reports));
        text.add(
            Paragraph::new(Style::Aside)
                .say(words.reports_lead)
                .with_next(),
        );
        for report in &sheet.reports {
            let runs = report.runs().iter();
            text.add(runs.fold(Paragraph::new(Style::Bibliography), |all, run| {
                all.run(&run.text, if run.italic { "i" } else { "" })
            }));
        }
    }
}

impl Text<'_> {
    /// A text in Markdown; lists in it are lists.
    fn prose(&mut self, prose: &Prose, style: Style) {
        self.blocks(&prose.blocks(), style, within(style));
    }

    fn blocks(&mut self, blocks: &[Block], style: Style, depth: usize) {
        for block in blocks {
            match block {
                Block::Paragraph(pieces) => {
                    let paragraph = Paragraph::new(style).indented(depth - within(style));
                    let paragraph = self.pieces(paragraph, pieces);
                    self.add(paragraph);
                }
                Block::Quote(blocks) => self.blocks(blocks, Style::Quote, depth - within(style)),
                Block::Code(code) => {
                    let paragraph = Paragraph::new(style).indented(depth - within(style));
                    self.add(paragraph.run(code, "code"));
                }
                Block::List { first, items } => {
                    let list = self.list(*first);
                    for item in items {
                        let mut rest = item.as_slice();
                        let mut paragraph = Paragraph::new(Style::ListParagraph).item(list, depth);
                        if let [Block::Paragraph(pieces), after @ ..] = rest {
                            paragraph = self.pieces(paragraph, pieces);
                            rest = after;
                        }
                        self.add(paragraph.like(style));
                        self.blocks(rest, style, depth + 1);
                    }
                }
            }
        }
    }
}

/// How deep lists are in a text of this style that are not in others: an answer is set in.
fn within(style: Style) -> usize {
    usize::from(style == Style::Answer)
}

/// A page of A4 with margins of 20 mm, in twentieths of a point.
fn page() -> Element {
    element("w:sectPr")
        .add(
            element("w:footerReference")
                .with("w:type", "default")
                .with("r:id", "rId4"),
        )
        .add(element("w:pgSz").with("w:w", "11906").with("w:h", "16838"))
        .add(
            ["w:top", "w:right", "w:bottom", "w:left"]
                .into_iter()
                .fold(element("w:pgMar"), |all, side| all.with(side, "1134"))
                .with("w:header", "567")
                .with("w:footer", "567")
                .with("w:gutter", "0"),
        )
}

/// What the document is about. It has no day: nobody reads the clock.
fn core(sheet: &SheetPage<'_>, locale: &str) -> Vec<u8> {
    const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    element("cp:coreProperties")
        .with("xmlns:cp", CORE)
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .add(element("dc:title").say(sheet.title()))
        .add(element("dc:creator").say("Dateline"))
        .add(element("dc:language").say(locale))
        .document()
}

/// At the foot of each page its number, behind the sheet's name.
fn footer(title: &str) -> Vec<u8> {
    let field = |kind: &str| element("w:r").add(element("w:fldChar").with("w:fldCharType", kind));
    let said = Paragraph::new(Style::Footer)
        .say(&format!("{title}\t"))
        .element();
    element("w:ftr")
        .with("xmlns:w", W)
        .with("xmlns:r", R)
        .add(
            said.add(field("begin"))
                .add(element("w:r").add(element("w:instrText").say("PAGE")))
                .add(field("separate"))
                .add(element("w:r").add(element("w:t").say("1")))
                .add(field("end")),
        )
        .document()
}
