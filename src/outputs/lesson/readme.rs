//! The note that tells what is what among the files of a lesson.

use crate::views::Site;
use crate::words::Download;

/// The note: names of files with what they are, in the language of the site.
pub(super) fn readme(
    site: &Site<'_>,
    title: &str,
    question: &str,
    files: &[Listed<'_>],
) -> Vec<u8> {
    let words = &site.words().downloads;
    let mut lines = vec![
        title.to_owned(),
        question.to_owned(),
        String::new(),
        words.readme_lead.to_owned(),
        site.timeline.about.title.to_string(),
    ];
    lines.extend(site.timeline.about.base_url.iter().map(ToString::to_string));
    for (folder, heading, lead) in [
        (Folder::Student, words.for_pupils, words.for_pupils_lead),
        (Folder::Teacher, words.for_teachers, words.for_teachers_lead),
    ] {
        lines.push(String::new());
        lines.push(format!("{} ({}/)", heading, folder.name()));
        lines.push(lead.to_owned());
        for file in files.iter().filter(|file| file.folder == folder) {
            let [name, purpose] = words.file(file.what);
            let format = file.what.format();
            lines.push(String::new());
            lines.push(file.name.to_owned());
            lines.push(match file.form {
                Form::Download => format!("  {name} ({format}). {purpose}"),
                Form::Page => format!("  {name} (HTML). {}", words.in_a_browser),
                Form::Written => format!("  {}", words.as_written),
            });
        }
    }
    // As the simplest editors want it: with a byte order mark, and lines that end as theirs do.
    let mut text = "\u{feff}".to_owned();
    for line in lines {
        text += &format!("{line}\r\n");
    }
    text.into_bytes()
}

/// A file that is told of.
pub(super) struct Listed<'f> {
    /// Where it lies.
    pub(super) folder: Folder,
    /// Its name.
    pub(super) name: &'f str,
    /// What it is.
    pub(super) what: Download,
    /// What of that.
    pub(super) form: Form,
}

/// For whom a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folder {
    /// For pupils: nothing in it gives answers away.
    Student,
    /// For teachers.
    Teacher,
}

impl Folder {
    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Folder::Student => "student",
            Folder::Teacher => "teacher",
        }
    }
}

/// In what form a file has what it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As it can be downloaded for itself.
    Download,
    /// As a page for the browser.
    Page,
    /// As its author wrote it.
    Written,
}
