//! What can be taken away of a lesson: documents to change and print, questions for a
//! school's system, cards to learn with, and all of it in one archive.
//!
//! All of it is made from the sheets that are printed ([`SheetPage`]): there is no second
//! opinion on what an activity consists of.

mod archive;
mod cards;
mod docx;
mod gift;
mod qti;
mod quiz;
mod readme;
mod xml;

use super::assets::SHEET_STYLE;
use super::one_file::digest;
use super::{File, RenderError, pages};
use crate::model::lesson::LessonPlan;
use crate::schema::Id;
use crate::views::{Offer, SheetPage, Site, lesson_path};
use crate::words::Download;
use archive::archive;
use quiz::Quiz;
use readme::{Folder, Form, Listed};

/// A file that can be taken away.
struct Made {
    what: Download,
    name: String,
    bytes: Vec<u8>,
}

/// The files of a lesson, and what its page says of them.
pub(super) fn downloads(
    site: &Site<'_>,
    plan: &LessonPlan<'_>,
) -> Result<(Vec<File>, Vec<Offer>), RenderError> {
    let path = lesson_path(&plan.lesson.id);
    let made = made(site, plan, &path)?;
    let offers = made
        .iter()
        .map(|file| Offer::new(site, file.what, &file.name, file.bytes.len()))
        .collect();
    let files = made
        .into_iter()
        .map(|file| File::new(format!("{path}{}", file.name), file.bytes))
        .collect();
    Ok((files, offers))
}

fn made(site: &Site<'_>, plan: &LessonPlan<'_>, path: &str) -> Result<Vec<Made>, RenderError> {
    let id = plan.lesson.id.as_str();
    let handout = SheetPage::apart(site, plan, false);
    let key = SheetPage::apart(site, plan, true);
    let quiz = Quiz::of(site, &key);
    let packed = |bytes: zip::result::ZipResult<Vec<u8>>| {
        bytes.map_err(|error| RenderError {
            path: path.to_owned(),
            error: askama::Error::Custom(Box::new(error)),
        })
    };
    let files = [
        (
            Download::Handout,
            "-handout.docx",
            Some(packed(docx::docx(site, &handout))?),
        ),
        (
            Download::Key,
            "-key.docx",
            Some(packed(docx::docx(site, &key))?),
        ),
        (Download::Gift, ".gift", gift::gift(&quiz)),
        (
            Download::Qti,
            "-qti.zip",
            qti::package(&quiz, id, site.language.code())
                .map(packed)
                .transpose()?,
        ),
        (
            Download::Cards,
            "-cards.txt",
            cards::cards(site, plan, &key),
        ),
    ];
    let mut made: Vec<Made> = files
        .into_iter()
        .filter_map(|(what, end, bytes)| {
            Some(Made {
                what,
                name: format!("{id}{end}"),
                bytes: bytes?,
            })
        })
        .collect();
    let pages = [
        (Download::Handout, "-handout.html", handout),
        (Download::Key, "-key.html", key),
    ];
    let digest = digest(SHEET_STYLE);
    let pages = pages.into_iter().map(|(what, end, sheet)| {
        let name = format!("{id}{end}");
        let html = pages::page(name.clone(), &sheet.into_file(SHEET_STYLE, &digest))?;
        Ok(Made {
            what,
            name,
            bytes: html.bytes,
        })
    });
    let pages: Vec<Made> = pages.collect::<Result<_, RenderError>>()?;
    made.push(Made {
        what: Download::All,
        name: format!("{id}.zip"),
        bytes: packed(all(site, plan, &made, &pages))?,
    });
    Ok(made)
}

/// All of a lesson in one archive: a folder for pupils, one for teachers, and a note.
fn all(
    site: &Site<'_>,
    plan: &LessonPlan<'_>,
    made: &[Made],
    pages: &[Made],
) -> zip::result::ZipResult<Vec<u8>> {
    let id = plan.lesson.id.as_str();
    let written = site.timeline.lesson_texts.get(&plan.lesson.id);
    let written = written.map(|text| Made {
        what: Download::All,
        name: format!("{id}.yaml"),
        bytes: text.clone().into_bytes(),
    });
    let mut files: Vec<(&Made, Form)> = Vec::new();
    files.extend(made.iter().map(|file| (file, Form::Download)));
    files.extend(pages.iter().map(|file| (file, Form::Page)));
    files.extend(written.iter().map(|file| (file, Form::Written)));
    let mut listed: Vec<(Listed<'_>, &[u8])> = (files.iter())
        .map(|(file, form)| {
            let listed = Listed {
                folder: if file.what == Download::Handout {
                    Folder::Student
                } else {
                    Folder::Teacher
                },
                name: &file.name,
                what: file.what,
                form: *form,
            };
            (listed, &file.bytes[..])
        })
        .collect();
    listed.sort_by_key(|(file, _)| (file.folder.name(), file.name.to_owned()));
    let (listed, bytes): (Vec<Listed<'_>>, Vec<&[u8]>) = listed.into_iter().unzip();
    let lesson = plan.lesson;
    let note = readme::readme(site, &lesson.title, &lesson.question, &listed);
    let names: Vec<String> = std::iter::once(format!("{id}/README.txt"))
        .chain(
            listed
                .iter()
                .map(|file| format!("{id}/{}/{}", file.folder.name(), file.name)),
        )
        .collect();
    let bytes = std::iter::once(&note[..]).chain(bytes);
    archive(names.iter().map(String::as_str).zip(bytes))
}
