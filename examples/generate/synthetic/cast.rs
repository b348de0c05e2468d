//! Who acts, and where: twenty-four states with their governments, ministries and people,
//! and what stands between them. Two hundred actors in all.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::chance::Chance;
use super::dates::Calendar;
use super::{Taken, names, slug};

/// The states and their capitals.
const STATES: &[(&str, &str)] = &[
    ("Arvenia", "Telmarin"),
    ("Belstria", "Corvane"),
    ("Caldoria", "Vessin"),
    ("Dornmark", "Harrowick"),
    ("Estmere", "Quillhaven"),
    ("Falkova", "Drubnin"),
    ("Garenza", "Solimara"),
    ("Halmora", "Ivenhold"),
    ("Istrenna", "Palvenna"),
    ("Jorvia", "Norrask"),
    ("Kestria", "Ombrel"),
    ("Lundova", "Treskin"),
    ("Merethia", "Asharil"),
    ("Norvesk", "Kaldun"),
    ("Ostrelia", "Brannoch"),
    ("Pelluria", "Sanverro"),
    ("Quentara", "Ilmaru"),
    ("Rostavia", "Zelmin"),
    ("Sarmoria", "Durevan"),
    ("Tavalon", "Merrowin"),
    ("Ulmaria", "Felsingen"),
    ("Vestrany", "Gorlinka"),
    ("Wendalia", "Haskeld"),
    ("Zoranth", "Kesh Amaru"),
];
/// A country's code has to be one of ISO 3166. These are of islands where nobody lives.
const CODES: &[&str] = &["AQ", "BV", "GS", "HM", "TF", "UM"];
/// How many actors each state has.
const OF_STATE: usize = 8;
const BODIES: &[(&str, &str)] = &[
    ("The Council of the Straits", "organisation"),
    ("The Continental Union", "organisation"),
    ("The Monitoring Mission", "organisation"),
    ("The Relief Fund", "organisation"),
    ("The Grain Office", "organisation"),
    ("The Inspection Agency", "organisation"),
    ("Meridian Freight", "company"),
    ("Northern Lattice Energy", "company"),
];

/// An actor.
pub(super) struct Actor {
    pub(super) id: String,
    pub(super) name: String,
    kind: &'static str,
    of: Option<usize>,
    /// Title, since when, until when.
    role: Option<(&'static str, Option<String>, Option<String>)>,
    also: Option<String>,
    code: Option<&'static str>,
}

/// A place.
pub(super) struct Place {
    pub(super) id: String,
    pub(super) name: String,
    within: Option<usize>,
    code: &'static str,
}

/// All of them.
pub(super) struct Cast {
    pub(super) actors: Vec<Actor>,
    pub(super) places: Vec<Place>,
    /// When the second foreign ministers came into office.
    handover: Vec<NaiveDate>,
}

impl Cast {
    pub(super) fn of(calendar: &Calendar, chance: &mut Chance) -> Self {
        let mut cast = Cast {
            actors: Vec::new(),
            places: Vec::new(),
            handover: Vec::new(),
        };
        let mut taken = Taken::default();
        let all = calendar.days.len();
        for (number, state) in STATES.iter().enumerate() {
            let code = CODES[number % CODES.len()];
            let handover = calendar.days[chance.between(all / 4, all * 3 / 4).min(all - 1)];
            cast.handover.push(handover);
            cast.state(
                state,
                code,
                (calendar.first(), handover),
                &mut taken,
                chance,
            );
            cast.towns(state, code, &mut taken, chance);
        }
        for (name, kind) in BODIES {
            cast.actors.push(Actor {
                id: taken.free(&slug(name.trim_start_matches("The "))),
                name: (*name).to_owned(),
                kind,
                of: None,
                role: None,
                also: None,
                code: None,
            });
        }
        cast
    }

    fn state(
        &mut self,
        (state, capital): &(&'static str, &str),
        code: &'static str,
        (first, handover): (NaiveDate, NaiveDate),
        taken: &mut Taken,
        chance: &mut Chance,
    ) {
        let month = |day: NaiveDate, years| {
            let year = day.year() - years;
            Some(format!("{year:04}-{:02}", day.month()))
        };
        let government = self.actors.len();
        let id = slug(state);
        let mut body = |id: String, name, kind, of, also| {
            self.actors.push(Actor {
                id: taken.free(&id),
                name,
                kind,
                of,
                role: None,
                also,
                code: Some(code),
            });
        };
        let name = format!("The government of {state}");
        let also = Some((*capital).to_owned());
        body(format!("{id}-government"), name, "government", None, also);
        for (what, called) in [
            ("foreign-ministry", "Foreign Ministry"),
            ("defence-ministry", "Ministry of Defence"),
            ("trade-ministry", "Ministry of Trade"),
        ] {
            let name = format!("{state}’s {called}");
            let of = Some(government);
            body(format!("{id}-{what}"), name, "ministry", of, None);
        }
        for (title, of, from, to) in [
            ("President", government, month(first, 2), None),
            (
                "Foreign Minister",
                government + 1,
                month(first, 1),
                month(handover, 0),
            ),
            ("Foreign Minister", government + 1, month(handover, 0), None),
            ("Spokesperson", government + 1, None, None),
        ] {
            let name = names::of_person(chance);
            self.actors.push(Actor {
                id: taken.free(&slug(&name)),
                name,
                kind: "person",
                of: Some(of),
                role: Some((title, from, to)),
                also: None,
                code: Some(code),
            });
        }
    }

    fn towns(
        &mut self,
        (state, capital): &(&str, &str),
        code: &'static str,
        taken: &mut Taken,
        chance: &mut Chance,
    ) {
        let land = self.places.len();
        let port = names::of_something(chance);
        for (name, within) in [
            ((*state).to_owned(), None),
            ((*capital).to_owned(), Some(land)),
            (port, Some(land)),
            (format!("The Old Palace of {capital}"), Some(land + 1)),
        ] {
            self.places.push(Place {
                id: taken.free(&slug(name.trim_start_matches("The "))),
                name,
                within,
                code,
            });
        }
    }

    /// One of the states, and then another.
    pub(super) fn two_states(chance: &mut Chance) -> (usize, usize) {
        let one = chance.leaning(STATES.len());
        let other = chance.leaning(STATES.len() - 1);
        (one, if other < one { other } else { other + 1 })
    }

    /// A state's name.
    pub(super) fn name_of_state(state: usize) -> &'static str {
        STATES[state].0
    }

    /// Somebody who acts for a state on a day.
    pub(super) fn acting(&self, state: usize, day: NaiveDate, chance: &mut Chance) -> usize {
        let role = match chance.below(20) {
            0..5 => 0,
            5..8 => 1,
            8 => 2,
            9 => 3,
            10..13 => 4,
            _ => return self.minister(state, day),
        };
        state * OF_STATE + role
    }

    /// A person who acts for a state on a day.
    pub(super) fn person(&self, state: usize, day: NaiveDate, chance: &mut Chance) -> usize {
        match chance.below(3) {
            0 => state * OF_STATE + 4,
            _ => self.minister(state, day),
        }
    }

    fn minister(&self, state: usize, day: NaiveDate) -> usize {
        let second = usize::from(day >= self.handover[state]);
        state * OF_STATE + 5 + second
    }

    /// Who speaks for a state.
    pub(super) fn spokesperson(state: usize) -> usize {
        state * OF_STATE + 7
    }

    /// A body that stands between the states.
    pub(super) fn body(chance: &mut Chance) -> usize {
        STATES.len() * OF_STATE + chance.favoured(BODIES.len())
    }

    /// What a place is called in a sentence.
    pub(super) fn name_of_place(&self, place: usize) -> String {
        let name = &self.places[place].name;
        match name.strip_prefix("The ") {
            Some(rest) => format!("the {rest}"),
            None => name.clone(),
        }
    }

    /// A place in a state.
    pub(super) fn place(state: usize, chance: &mut Chance) -> usize {
        state * 4 + [1, 1, 1, 2, 3, 0][chance.below(6)]
    }

    /// `actors.yaml`, with those that are used and whom these belong to.
    pub(super) fn actors_yaml(&self, used: &HashSet<usize>) -> String {
        let mut yaml = String::new();
        let used = with_wholes(used, |number| self.actors[number].of);
        for (number, actor) in self.actors.iter().enumerate() {
            if !used.contains(&number) {
                continue;
            }
            yaml += &format!(
                "- {{id: {}, name: {}, kind: {}",
                actor.id, actor.name, actor.kind
            );
            if let Some(of) = actor.of {
                yaml += &format!(", of: {}", self.actors[of].id);
            }
            if let Some((title, from, to)) = &actor.role {
                yaml += &format!(", roles: [{{title: {title}");
                for (key, date) in [("from", from), ("to", to)] {
                    if let Some(date) = date {
                        yaml += &format!(", {key}: {date}");
                    }
                }
                yaml += "}]";
            }
            if let Some(also) = &actor.also {
                yaml += &format!(", also: [{also}]");
            }
            if let Some(code) = actor.code {
                yaml += &format!(", country: {code}");
            }
            yaml += "}\n";
        }
        yaml
    }

    /// `places.yaml`, with those that are used and what these lie in.
    pub(super) fn places_yaml(&self, used: &HashSet<usize>) -> String {
        let mut yaml = String::new();
        let used = with_wholes(used, |number| self.places[number].within);
        for (number, place) in self.places.iter().enumerate() {
            if !used.contains(&number) {
                continue;
            }
            yaml += &format!("- {{id: {}, name: {}", place.id, place.name);
            if let Some(within) = place.within {
                yaml += &format!(", within: {}", self.places[within].id);
            }
            yaml += &format!(", country: {}}}\n", place.code);
        }
        yaml
    }
}

/// What is used, with what each belongs to.
fn with_wholes(used: &HashSet<usize>, whole: impl Fn(usize) -> Option<usize>) -> HashSet<usize> {
    let mut all = HashSet::new();
    for number in used {
        let mut next = Some(*number);
        while let Some(number) = next.filter(|number| all.insert(*number)) {
            next = whole(number);
        }
    }
    all
}
