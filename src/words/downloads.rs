//! What is said of the files that a lesson can be taken away in.

/// A file that a lesson can be taken away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Download {
    /// The handout, to be changed in a word processor.
    Handout,
    /// The key, to be changed in a word processor.
    Key,
    /// The questions for Moodle.
    Gift,
    /// The questions for other systems.
    Qti,
    /// Cards to learn with.
    Cards,
    /// All of these.
    All,
}

impl Download {
    /// Its format, which is called so in every language.
    pub fn format(self) -> &'static str {
        match self {
            Download::Handout | Download::Key => "Word",
            Download::Gift => "GIFT",
            Download::Qti => "QTI 2.1",
            Download::Cards => "TXT",
            Download::All => "ZIP",
        }
    }
}

/// What is said of the files that a lesson can be taken away in.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub struct Downloads {
    pub title: &'static str,
    pub lead: &'static str,
    pub with_answers: &'static str,
    pub kilobytes: &'static str,
    /// Of each file its name, and what it is good for.
    pub files: [[&'static str; 2]; 6],
    pub readme_lead: &'static str,
    pub for_pupils: &'static str,
    pub for_pupils_lead: &'static str,
    pub for_teachers: &'static str,
    pub for_teachers_lead: &'static str,
    pub in_a_browser: &'static str,
    pub as_written: &'static str,
    /// What a card that asks for a speaker is about.
    pub who_says_it: &'static str,
}

impl Downloads {
    /// The name of a file, and what it is good for.
    pub fn file(&self, download: Download) -> [&'static str; 2] {
        self.files[download as usize]
    }
}
