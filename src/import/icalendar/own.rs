//! A calendar that `dateline build` has written, read back.

use crate::edtf::Edtf;
use crate::schema::Status;
use crate::words::{LANGUAGES, Language};

/// The language of a calendar of ours, by the name of the program that wrote it.
pub(super) fn language(product: &str) -> Option<&'static dyn Language> {
    let code = product.trim().strip_prefix("-//Dateline//Timeline//")?;
    let mut all = LANGUAGES.iter().copied();
    all.find(|language| language.code().eq_ignore_ascii_case(code))
}

/// What the title of an entry says in brackets at its end.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// The title without them.
    pub(super) title: String,
    /// The status, if it is said.
    pub(super) status: Option<Status>,
    /// The date in words, where it is not certain.
    pub(super) uncertain: Option<String>,
}

/// Takes the marks from a title.
pub(super) fn marks(title: &str, language: &dyn Language) -> Marks {
    let whole = || Marks {
        title: title.to_owned(),
        ..Marks::default()
    };
    let inside = title.strip_suffix(')').and_then(|title| {
        // The date may have brackets of its own: the marks begin where all of them are read.
        let mut starts = title.match_indices(" (").map(|(at, _)| at);
        starts.find_map(|at| Some((&title[..at], read(&title[at + 2..], language)?)))
    });
    inside.map_or_else(whole, |(title, marks)| Marks {
        title: title.to_owned(),
        ..marks
    })
}

fn read(text: &str, language: &dyn Language) -> Option<Marks> {
    let status = [Status::Planned, Status::Postponed, Status::Cancelled];
    let status = status.into_iter().find(|status| {
        text.strip_prefix(language.status(*status))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("; "))
    });
    let rest = status.map_or(text, |status| {
        text[language.status(status).len()..].trim_start_matches("; ")
    });
    let mut marks = Marks {
        status,
        ..Marks::default()
    };
    if rest.is_empty() {
        return Some(marks);
    }
    let words = language.interface().follow.date_not_certain;
    marks.uncertain = Some(rest.strip_prefix(words)?.strip_prefix(": ")?.to_owned());
    Some(marks)
}

/// The date of an entry that is not certain, and whether it is the very one that the words
/// say; else it is one of the days of the entry, or about that day.
pub(super) fn doubted(when: &Edtf, words: &str, language: &dyn Language) -> Option<(Edtf, bool)> {
    let text = when.to_string();
    let (first, last) = text.split_once('/').unwrap_or((&text, &text));
    let set = format!("[{first}..{last}]");
    let (year, month) = (first.get(..4)?, first.get(..7)?);
    let mut plain = vec![text.clone(), year.to_owned(), month.to_owned()];
    // Seasons, quarters and other parts of a year.
    plain.extend((21..=41).map(|part| format!("{year}-{part}")));
    let doubts = ["", "?", "~", "%"];
    let all = doubts.iter().flat_map(|doubt| {
        let plain = plain.iter();
        plain.map(move |date| format!("{}{doubt}", date.replace('/', &format!("{doubt}/"))))
    });
    let mut read = all
        .chain([set.clone(), format!("[{first},{last}]")])
        .filter_map(|date| date.parse::<Edtf>().ok());
    let same = read.find(|date| {
        (date.earliest(), date.latest()) == (when.earliest(), when.latest())
            && language.date(date) == words
    });
    if let Some(same) = same {
        return Some((same, true));
    }
    let vague = if first == last {
        format!("{first}%")
    } else {
        set
    };
    Some((vague.parse().ok()?, false))
}

/// The summary in the description of an entry: without the date before it, and without
/// the names, the count and the address after it.
pub(super) fn summary(
    description: &str,
    url: Option<&str>,
    language: &dyn Language,
) -> (String, Vec<String>) {
    let mut parts: Vec<&str> = description.split("\n\n").collect();
    parts.retain(|part| !part.trim().is_empty() && Some(*part) != url);
    if !parts.is_empty() {
        parts.remove(0);
    }
    // How many claims and reports there are.
    parts.pop();
    let who = format!("{}: ", language.interface().who);
    let names = parts.last().and_then(|last| last.strip_prefix(&who));
    let names: Vec<String> = names
        .map(|names| names.split(", ").map(str::to_owned).collect())
        .unwrap_or_default();
    if !names.is_empty() {
        parts.pop();
    }
    (parts.join("\n\n"), names)
}
