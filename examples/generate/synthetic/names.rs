//! Names, made of syllables: of people, outlets, and what treaties and ports are called.

use super::chance::Chance;

const BEGIN: &[&str] = &[
    "Al", "Bre", "Cor", "Da", "Es", "Fen", "Gar", "Hel", "Is", "Jo", "Kal", "Lo", "Mir", "Na",
    "Or", "Pel", "Qui", "Ros", "Se", "Tal", "Ul", "Ve", "Wil", "Ya", "Zo", "É", "Ö", "Š",
];
const MIDDLE: &[&str] = &[
    "ba", "da", "fi", "ga", "ka", "lo", "me", "ni", "no", "pa", "ra", "re", "si", "ta", "tu", "va",
    "ve", "vi", "ze", "mö",
];
const END: &[&str] = &[
    "dor", "gin", "hel", "kar", "len", "lin", "mar", "mir", "nek", "nor", "ran", "rik", "sen",
    "ska", "tan", "vané", "ver", "vić", "wick", "zin",
];
const GIVEN_END: &[&str] = &[
    "ana", "bert", "dan", "elle", "en", "ia", "ina", "ius", "mund", "nik", "ric", "ta",
];
const OUTLETS: &[&str] = &[
    "Courier",
    "Herald",
    "Observer",
    "Dispatch",
    "Gazette",
    "Press Agency",
    "Morning Post",
    "Review",
    "Broadcasting",
    "Ledger",
    "Tribune",
    "Bulletin",
];

/// A name of two or three syllables.
pub(super) fn of_something(chance: &mut Chance) -> String {
    let middle = match chance.below(3) {
        0 => "",
        _ => chance.pick(MIDDLE),
    };
    [chance.pick(BEGIN), middle, chance.pick(END)].concat()
}

/// A given name and a family name.
pub(super) fn of_person(chance: &mut Chance) -> String {
    let given = [chance.pick(BEGIN), chance.pick(GIVEN_END)].concat();
    format!("{given} {}", of_something(chance))
}

/// Of the outlet with this number; no two are the same.
pub(super) fn of_outlet(number: usize, chance: &mut Chance) -> String {
    let first = BEGIN[number % BEGIN.len()];
    let kind = OUTLETS[number / 5 % OUTLETS.len()];
    let end = END[(number / BEGIN.len() * 7 + chance.below(7)) % END.len()];
    format!("{first}{end} {kind}")
}

/// What treaties, ports and the like are called: a few often, most hardly ever.
pub(super) struct Register(Vec<String>);

impl Register {
    pub(super) fn new(chance: &mut Chance) -> Self {
        Register((0..3000).map(|_| of_something(chance)).collect())
    }

    pub(super) fn one(&self, chance: &mut Chance) -> &str {
        &self.0[chance.favoured(self.0.len())]
    }
}
