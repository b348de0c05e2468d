//! What an import could not keep, or had to decide.

use super::Place;

/// In which manner something is not as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// A whole record was left out.
    LeftOut,
    /// A field found no place.
    NoPlace,
    /// A date can be read in several ways: what was taken is told.
    Ambiguous,
    /// A date that there is not.
    Impossible,
    /// A date, or another value, that is given in part.
    Partly,
    /// A date that may be more exact than what is known: a 1 January.
    FalsePrecision,
    /// Something was changed: markup became Markdown, a link was taken out, a text was cut.
    Changed,
    /// Something that the input does not tell was put: a kind, a status, a title.
    Assumed,
}

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Where it stands in the input.
    pub place: Place,
    /// The field, as the input calls it.
    pub field: Option<String>,
    /// In which manner.
    pub manner: Manner,
    /// What became of it, in words: a lowercase phrase with values in backticks.
    pub what: String,
}

/// All that is not as it was, in the order of the input.
#[derive(Clone, Debug, Default)]
pub struct Losses(pub Vec<Loss>);

impl Losses {
    /// Adds one.
    pub fn tell(
        &mut self,
        place: &Place,
        field: Option<&str>,
        manner: Manner,
        what: impl Into<String>,
    ) {
        self.0.push(Loss {
            place: place.clone(),
            field: field.map(str::to_owned),
            manner,
            what: what.into(),
        });
    }

    /// Tells that a field found no place, with what stands in it. Nothing is told of one
    /// in which nothing stands.
    pub fn no_place(&mut self, place: &Place, field: &str, value: &str) {
        if !value.trim().is_empty() {
            self.tell(place, Some(field), Manner::NoPlace, quoted(value));
        }
    }
}

/// The longest value that the report holds in full, in characters.
const LONGEST: usize = 10_000;

/// A value of the input in backticks, on one line; a very long one is cut, and says so.
pub fn quoted(value: &str) -> String {
    let value = value.trim();
    let mut shown = String::from("`");
    for (count, c) in value.chars().enumerate() {
        if count == LONGEST {
            let all = value.chars().count();
            shown += &format!("…` ({all} characters in all)");
            return shown;
        }
        match c {
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push(' '),
            '`' => shown.push_str("\\u{60}"),
            '\r' => {}
            c if crate::text::is_unfit(c) || crate::text::turns_direction(c) => {
                shown += &format!("\\u{{{:x}}}", u32::from(c));
            }
            c => shown.push(c),
        }
    }
    shown.push('`');
    shown
}

/// "1 event", "2 events".
pub(crate) fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}
