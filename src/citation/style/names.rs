//! How the styles set names.

use super::Setter;
use crate::citation::name::{Name, glued};

/// How many authors a style names.
pub(super) struct Limit {
    /// The most that are all named.
    pub all: usize,
    /// How many of more than that.
    pub of_more: usize,
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
    pub(super) fn inverted(&self, name: &Name, particle: Particle) -> String {
        match name {
            Name::Literal(name) => self.text(name).plain(),
            Name::Person {
                family,
                given,
                particle: own,
                suffix,
            } => {
                let (before, behind) = match (own, particle) {
                    (Some(own), Particle::Before) => (glued(own, family), String::new()),
                    (Some(own), Particle::AtEnd) => (family.clone(), format!(" {own}")),
                    (None, _) => (family.clone(), String::new()),
                };
                let suffix = suffix.as_ref().map(|suffix| format!(", {suffix}"));
                let name = format!("{before}, {given}{behind}{}", suffix.unwrap_or_default());
                self.text(&name).plain()
            }
        }
    }

    /// "Given Family".
    pub(super) fn in_order(&self, name: &Name) -> String {
        match name {
            Name::Literal(name) => self.text(name).plain(),
            Name::Person {
                family,
                given,
                particle,
                suffix,
            } => {
                let family = match particle {
                    Some(particle) => glued(particle, family),
                    None => family.clone(),
                };
                let suffix = suffix.as_ref().map(|suffix| format!(" {suffix}"));
                let name = format!("{given} {family}{}", suffix.unwrap_or_default());
                self.text(&name).plain()
            }
        }
    }

    /// The authors, the first with the family name first: "Doe, Jane, and John Roe".
    pub(super) fn authors(&self, limit: &Limit, particle: Particle) -> String {
        let authors = &self.reference.author;
        let name = |(number, name): (usize, &Name)| match number {
            0 => self.inverted(name, particle),
            _ => self.in_order(name),
        };
        let more = authors.len() > limit.all;
        let named = if more { limit.of_more } else { authors.len() };
        let names: Vec<String> = authors.iter().take(named).enumerate().map(name).collect();
        match names.as_slice() {
            names if more => format!("{}, {}", names.join(", "), self.words.et_al),
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{}, {} {last}", rest.join(", "), self.words.and),
        }
    }
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
    use super::initials;

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
    }
}
