//! The events, one after the other.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::cast::Cast;
use super::chance::Chance;
use super::claims::{About, Record};
use super::dates::{Calendar, Told, days, exactly, happened, to_come};
use super::names::Register;
use super::press::Press;
use super::titles::{ARRANGED, Kind, SUDDEN, TOPICS};
use super::wording::{CORRECTIONS, Holes, OPEN, SUMMARY};
use super::{Taken, quoted, slug};

/// Where the events are written.
pub(super) struct Desk<'a> {
    calendar: &'a Calendar,
    cast: &'a Cast,
    press: &'a Press,
    chance: Chance,
    register: Register,
    record: Record,
    ids: Taken,
    titles: HashSet<(String, String)>,
    actors: HashSet<usize>,
    places: HashSet<usize>,
}

/// What an event is, before it is written down.
struct Draft<'k> {
    kind: &'k Kind,
    status: &'static str,
    when: Told,
    /// The day on which it becomes news.
    day: NaiveDate,
    sides: (usize, usize),
    actors: Vec<usize>,
    place: usize,
    topic: usize,
    title: String,
}

/// What becomes of an event.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Happened,
    ToCome,
    /// Postponed or called off, before its day.
    Off,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        calendar: &'a Calendar,
        cast: &'a Cast,
        press: &'a Press,
        mut chance: Chance,
    ) -> Self {
        Desk {
            calendar,
            cast,
            press,
            register: Register::new(&mut chance),
            chance,
            record: Record::default(),
            ids: Taken::default(),
            titles: HashSet::new(),
            actors: HashSet::new(),
            places: HashSet::new(),
        }
    }

    /// The actors and places that the events name.
    pub(super) fn used(self) -> (HashSet<usize>, HashSet<usize>) {
        (self.actors, self.places)
    }

    /// An event: the file's name and its text.
    pub(super) fn event(&mut self, number: usize) -> (String, String) {
        let mut draft = self.draft(number);
        // No two of one day are called the same.
        while !self
            .titles
            .insert((draft.when.edtf.clone(), draft.title.clone()))
        {
            draft = self.draft(number);
        }
        let (one, other) = draft.sides;
        let name = format!(
            "{}-{}-{}-{}",
            draft.when.prefix,
            slug(Cast::name_of_state(one)),
            slug(Cast::name_of_state(other)),
            draft.kind.word
        );
        let id = self.ids.free(&name);
        let yaml = self.yaml(number, &id, &draft);
        (format!("{id}.yaml"), yaml)
    }

    fn draft(&mut self, number: usize) -> Draft<'static> {
        let chance = &mut self.chance;
        let day = self.calendar.days[number];
        let fate = fate(number, self.calendar.days.len(), chance);
        let kinds = match fate {
            Fate::Happened if chance.mille(550) => SUDDEN,
            _ => ARRANGED,
        };
        let kind = chance.weighed(kinds).unwrap_or(&ARRANGED[0].1);
        let (status, when) = match fate {
            Fate::Happened => ("happened", happened(day, chance)),
            Fate::ToCome => {
                let status = chance.pick(&["planned", "planned", "confirmed"]);
                let day = self.calendar.last + days(chance.between(2, 300));
                (status, to_come(day, chance))
            }
            Fate::Off => {
                let status = chance.pick(&["postponed", "cancelled"]);
                (status, to_come(day + days(chance.between(20, 90)), chance))
            }
        };
        let sides = Cast::two_states(chance);
        let topic = chance.favoured(TOPICS.len());
        let mut actors = vec![
            self.cast.acting(sides.0, day, chance),
            self.cast.acting(sides.1, day, chance),
        ];
        for _ in 0..chance.favoured(4) {
            actors.push(match chance.below(3) {
                0 => Cast::body(chance),
                1 => self.cast.person(sides.0, day, chance),
                _ => {
                    let (third, _) = Cast::two_states(chance);
                    self.cast.acting(third, day, chance)
                }
            });
        }
        let mut seen = HashSet::new();
        actors.retain(|actor| seen.insert(*actor));
        let place = Cast::place(sides.1, chance);
        let title = self.title(kind, sides, (topic, place), &actors);
        Draft {
            kind,
            status,
            when,
            day,
            sides,
            actors,
            place,
            topic,
            title,
        }
    }

    fn title(
        &mut self,
        kind: &Kind,
        (one, other): (usize, usize),
        (topic, place): (usize, usize),
        actors: &[usize],
    ) -> String {
        let first = &self.cast.actors[actors[0]].name;
        let who = match first.strip_prefix("The government of ") {
            Some(state) => state,
            None if self.chance.mille(600) => first,
            None => Cast::name_of_state(one),
        };
        let title = self.chance.pick(kind.titles).replace("{a}", who);
        title
            .replace("{b}", Cast::name_of_state(other))
            .replace("{t}", TOPICS[topic].1)
            .replace("{p}", &self.cast.name_of_place(place))
    }

    fn yaml(&mut self, number: usize, id: &str, draft: &Draft<'_>) -> String {
        let (one, other) = draft.sides;
        let place = self.cast.name_of_place(draft.place);
        let holes = Holes {
            one: Cast::name_of_state(one),
            other: Cast::name_of_state(other),
            topic: TOPICS[draft.topic].1,
            place: &place,
            register: &self.register,
        };
        let about = About {
            number,
            id,
            day: draft.day,
            sides: draft.sides,
            actors: &draft.actors,
            holes: &holes,
            cast: self.cast,
            press: self.press,
        };
        let chance = &mut self.chance;
        let claims = self.record.claims(&about, chance);
        let mut yaml = format!(
            "title: {}\nkind: {}\nstatus: {}\nwhen: {}\n",
            draft.title,
            draft.kind.word,
            draft.status,
            quoted(&draft.when.edtf)
        );
        if let Some(words) = draft.when.words {
            yaml += &format!("said_when: {words}\n");
        }
        if chance.mille(700) {
            yaml += &format!("where: {}\n", self.cast.places[draft.place].id);
            self.places.insert(draft.place);
        }
        yaml += "actors:\n";
        for (n, actor) in draft.actors.iter().enumerate() {
            let role = match n {
                0 => draft.kind.roles.0,
                1 => draft.kind.roles.1,
                _ => "participant",
            };
            yaml += &format!(
                "  - {{who: {}, role: {role}}}\n",
                self.cast.actors[*actor].id
            );
        }
        yaml += &topics(draft.topic, chance);
        yaml += "summary: |\n";
        for paragraph in 0..=usize::from(chance.mille(350)) {
            if paragraph > 0 {
                yaml += "\n";
            }
            let sentences = chance.between(2, 4);
            yaml += &format!("  {}\n", holes.paragraph(SUMMARY, sentences, chance));
        }
        yaml += &format!("claims:\n{}", claims.yaml);
        let mut reports: HashSet<usize> = claims.reports.iter().copied().collect();
        let earlier = history(&about, draft, chance);
        if let Some((states, named)) = earlier {
            yaml += &states;
            reports.extend(named);
        }
        if chance.mille(30) {
            let (kind, what) = chance.pick(CORRECTIONS);
            let on = (draft.day + days(chance.between(1, 30))).min(self.calendar.last);
            let what = holes.fill(what, chance);
            yaml += &format!("corrections:\n  - {{on: {on}, kind: {kind}, what: \"{what}\"}}\n");
        }
        if chance.mille(120) {
            yaml += &format!(
                "left_open:\n  - {}\n",
                holes.fill(chance.pick(OPEN), chance)
            );
        }
        reports.extend(self.press.own(number));
        let mut reports: Vec<usize> = reports.into_iter().collect();
        reports.sort_unstable();
        let reports: Vec<&str> = reports
            .iter()
            .map(|n| &*self.press.reports[*n].id)
            .collect();
        let line = format!("sources: [{}]\n", reports.join(", "));
        yaml += &match line.chars().count() {
            ..=101 => line,
            _ => format!("sources:\n  - {}\n", reports.join("\n  - ")),
        };
        if !claims.thin.is_empty() {
            yaml += "accept:\n";
        }
        for claim in &claims.thin {
            yaml += &format!(
                "  - {{code: single-anonymous, claim: {claim}, because: No second report of it was found.}}\n"
            );
        }
        self.actors
            .extend(draft.actors.iter().chain(&claims.actors));
        yaml
    }
}

/// Of the last ones many are to come; of all others a few came to nothing.
fn fate(number: usize, events: usize, chance: &mut Chance) -> Fate {
    let to_come = (events / 5).min(events.isqrt());
    if number + to_come >= events {
        if chance.mille(800) {
            Fate::ToCome
        } else {
            Fate::Off
        }
    } else if chance.mille(15) {
        Fate::Off
    } else {
        Fate::Happened
    }
}

fn topics(first: usize, chance: &mut Chance) -> String {
    let second = chance.favoured(TOPICS.len());
    let (first, second) = (TOPICS[first].0, TOPICS[second].0);
    if first == second || chance.mille(400) {
        format!("topics: [{first}]\n")
    } else {
        format!("topics: [{first}, {second}]\n")
    }
}

/// The earlier states of an event, if any are told: what was off was planned before, and
/// some of what happened was; with the reports that tell them.
fn history(
    about: &About<'_>,
    draft: &Draft<'_>,
    chance: &mut Chance,
) -> Option<(String, Vec<usize>)> {
    let press = about.press;
    let state = |report: usize, status: &str, when: &str| {
        let report = &press.reports[report];
        let (day, id) = (report.day, &report.id);
        let when = quoted(when);
        format!("  - {{as_of: {day}, status: {status}, when: {when}, source: {id}}}\n")
    };
    if draft.status == "happened" {
        let first = press.from(about.number);
        let arranged = ARRANGED
            .iter()
            .any(|(_, kind)| kind.word == draft.kind.word);
        if !arranged || first == 0 || !chance.mille(120) {
            return None;
        }
        let report = first - 1 - chance.favoured(first.min(8));
        let until = draft.day + days(chance.between(1, 14));
        let when = format!("[{}..{until}]", draft.day);
        let status = chance.pick(&["planned", "confirmed"]);
        return Some((
            format!("history:\n{}", state(report, status, &when)),
            vec![report],
        ));
    }
    let off = matches!(draft.status, "postponed" | "cancelled");
    if !off && !chance.mille(300) {
        return None;
    }
    let mut reports = [
        press.on(about.number, chance),
        press.on(about.number, chance),
    ];
    reports.sort_by_key(|report| press.reports[*report].day);
    // A plan that was put off was for an earlier day; another one may have been for any.
    let before = match draft.status {
        "cancelled" => draft.when.edtf.clone(),
        "postponed" => exactly(draft.day + days(chance.between(3, 19))).edtf,
        _ => exactly(draft.day + days(chance.between(30, 300))).edtf,
    };
    let yaml = format!(
        "history:\n{}{}",
        state(reports[0], "planned", &before),
        state(reports[1], draft.status, &draft.when.edtf)
    );
    Some((yaml, reports.to_vec()))
}
