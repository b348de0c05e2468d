//! What is said of the files of a lesson, in English.

use crate::words::Downloads;

pub(super) const DOWNLOADS: Downloads = Downloads {
    title: "Downloads",
    lead: "The lesson as files, to be changed, printed, or put into your school’s system.",
    with_answers: "With answers",
    kilobytes: "KB",
    files: [
        [
            "Handout for pupils",
            "To change and print: cards to cut out, tables and lines to fill in.",
        ],
        [
            "Teacher’s key",
            "The same, filled in, with what the answers rest on.",
        ],
        [
            "Questions for Moodle",
            "What can be marked, for the question bank: Import, format GIFT.",
        ],
        [
            "Questions for other systems",
            "The same for systems that take QTI 2.1, a standard of IMS Global. Import the file as it is; do not unpack it.",
        ],
        [
            "Cards to learn with",
            "Words, statements and questions with their answers, for Anki or Quizlet.",
        ],
        [
            "All of it",
            "Every file of the lesson in one folder, with a note on what is what.",
        ],
    ],
    readme_lead: "These files were made with the lesson; the lesson and its sources are in the timeline.",
    for_pupils: "For pupils",
    for_pupils_lead: "Nothing in this folder gives the answers away.",
    for_teachers: "For teachers",
    for_teachers_lead: "Every file in this folder has the answers in it.",
    in_a_browser: "The same to be read or printed in a browser; it needs no network.",
    as_written: "The lesson as it was written for Dateline, which makes all of this from it.",
    who_says_it: "Who says so?",
};
