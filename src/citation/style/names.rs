//! How the styles set names.

use super::Setter;
use crate::citation::name::{Name, with_particle};

/// How a style sets names.
pub(super) struct Rule {
    /// The most authors that are all named.
    pub all: usize,
    /// How many are named of more than that.
    pub of_more: usize,
    /// Where the particle of a family name stands when the family name comes first.
    pub particle: Particle,
    /// How given names are written.
    pub given: fn(&str) -> String,
}

/// Where the particle of a family name stands when the family name comes first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Particle {
    /// Before it: "von der Leyen, Ursula".
    Before,
    /// At the end: "Leyen, Ursula von der".
    AtEnd,
}

impl Setter<'_> {
    /// "Family, Given": with a comma before what follows the name.
    pub(super) fn inverted(&self, name: &Name, rule: &Rule) -> String {
        let Name::Person {
            family,
            given,
            particle,
            suffix,
        } = name
        else {
            return self.in_order(name, rule);
        };
        let (before, behind) = match (particle, rule.particle) {
            (Some(particle), Particle::AtEnd) => (family.clone(), format!(" {particle}")),
            _ => (with_particle(particle.as_ref(), family), String::new()),
        };
        let given = (rule.given)(given);
        let suffix = suffix.as_ref().map(|suffix| format!(", {suffix}"));
        let name = format!("{before}, {given}{behind}{}", suffix.unwrap_or_default());
        self.text(&name).plain()
    }

    /// "Given Family".
    fn in_order(&self, name: &Name, rule: &Rule) -> String {
        let name = match name {
            Name::Literal(name) => name.clone(),
            Name::Person {
                family,
                given,
                particle,
                suffix,
            } => {
                let family = with_particle(particle.as_ref(), family);
                let given = (rule.given)(given);
                let suffix = suffix.as_ref().map(|suffix| format!(" {suffix}"));
                format!("{given} {family}{}", suffix.unwrap_or_default())
            }
        };
        self.text(&name).plain()
    }

    /// The authors, the first with the family name first: "Doe, Jane, and John Roe".
    pub(super) fn authors(&self, rule: &Rule) -> String {
        let authors = &self.reference.author;
        let name = |(number, name): (usize, &Name)| match number {
            0 => self.inverted(name, rule),
            _ => self.in_order(name, rule),
        };
        let more = authors.len() > rule.all;
        let count = if more { rule.of_more } else { authors.len() };
        let names: Vec<String> = authors.iter().take(count).enumerate().map(name).collect();
        match names.as_slice() {
            names if more => format!("{}, {}", names.join(", "), self.words.et_al),
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{}, {} {last}", rest.join(", "), self.words.and),
        }
    }
}

/// Given names as printed.
pub(super) fn as_printed(given: &str) -> String {
    given.to_owned()
}

/// Given names with initials apart: "J. R. R." of "J.R.R."
pub(super) fn spaced(given: &str) -> String {
    let mut out = String::with_capacity(given.len());
    for letter in given.chars() {
        if out.ends_with('.') && letter.is_alphanumeric() {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

/// The first letters of given names: "J.-P. M.".
pub(super) fn initials(given: &str) -> String {
    let initial = |name: &str| {
        let letter = name.chars().find(|c| c.is_alphanumeric());
        letter.map(|letter| format!("{letter}."))
    };
    let words = given.split([' ', '.']).filter(|word| !word.is_empty());
    let words = words.filter_map(|word| {
        let parts: Vec<String> = word.split(['-', '\u{2010}']).filter_map(initial).collect();
        (!parts.is_empty()).then(|| parts.join("-"))
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{initials, spaced};

    #[test]
    fn a_given_name_becomes_its_first_letter() {
        let cases = [
            ("Kateryna", "K."),
            ("B.", "B."),
            ("J.R.R.", "J. R. R."),
            ("Jean-Paul Mary", "J.-P. M."),
            ("Катерина", "К."),
        ];
        for (given, letters) in cases {
            assert_eq!(initials(given), letters);
        }
        assert_eq!(spaced("J.R.R. Mary"), "J. R. R. Mary");
        assert_eq!(spaced("J.-P."), "J.-P.");
    }
}
